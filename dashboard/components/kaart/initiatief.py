"""The initiatives on a map in words: how many and which, those of the chosen sign, of a wijk."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dash import html

from dashboard import links
from dashboard.components.bodemblad import bodemblad
from dashboard.components.initiatief_filter import Filter, standrij, themarij
from dashboard.components.initiatief_regel import bron_en_nagekeken, regel
from dashboard.components.kaart.initiatiefstaat import MEEST, STANDEN
from dashboard.components.wild import wild
from wijken.opmaak import getal
from wijken.regio import Regio

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.components.kaart.beeld import Beeld
    from dashboard.register.initiatieven import Initiatief

# More names in the panel of a wijk nobody reads; the list has them all.
_NAMEN = 20


def merkregel(klasse: str, teken: str, tekst: str) -> html.P:
    """Draw a sign of the map with what it stands for."""
    return html.P([html.Span(teken, className=f"merkje {klasse}"), html.Span(tekst)])


def initiatieflegenda(beeld: Beeld) -> list[Component]:
    """Say what the signs are and how many of how many are shown, with the filter to change that."""
    keus = beeld.staat.initiatief

    def adres(filter_: Filter) -> str:
        anders = {"thema": filter_.thema or None, "stand": filter_.stand or None}
        return beeld.staat.adres(**anders, initiatief=None)

    return [
        html.H2(beeld.zin("lagen.initiatieven")),
        merkregel("merk-initiatieven", "", beeld.zin("lagen.initiatieven_uitleg")),
        themarij(beeld.context, keus.filter, adres),
        standrij(beeld.context, keus.filter, (STANDEN, adres)),
        html.P(" ".join(map(getoondzin, beeld.beelden)), className="klein", role="status"),
    ]


def getoondzin(beeld: Beeld) -> str:
    """Say which initiatives are shown, and how many of how many."""
    getoond, plaats = beeld.getoond, beeld.staat.gebied.plaats_in_zin
    aantal, totaal = getal(len(getoond.lijst)), getal(getoond.totaal)
    velden = {"aantal": aantal, "totaal": totaal, "plaats": plaats}
    filter_ = filterzin(beeld)
    if not filter_:
        return beeld.zin("initiatieven_alles", **velden)
    return beeld.zin("initiatieven_deel", filter=filter_, **velden)


def nagekekenzin(beeld: Beeld) -> str:
    """Say how many of those shown somebody checked."""
    alle = beeld.getoond.lijst
    wel = sum(1 for i in alle if i.nagekeken)
    if not wel:
        return beeld.zin("initiatieven_niet_nagekeken") if alle else ""
    return beeld.zin("initiatieven_nagekeken", wel=getal(wel), niet=getal(len(alle) - wel))


def filterzin(beeld: Beeld) -> str:
    """Say what is filtered, in the words of the choices; "" for nothing."""
    filter_, zin = beeld.staat.initiatief.filter, beeld.context.teksten["initiatieven"]
    delen = [beeld.zin("initiatieven_thema", thema=filter_.thema)] if filter_.thema else []
    delen += [zin["standen"][filter_.stand]] if filter_.stand else []
    return ", ".join(delen)


def gekozen_initiatief(beeld: Beeld) -> list[Component]:
    """Show the initiatives of the sign that was chosen, each as on the list; [] for none."""
    lijst = _van_teken(beeld)
    if not beeld.staat.initiatief.gekozen:
        return []
    kop = _kop(beeld, lijst)
    delen = [
        html.H2(kop),
        html.Ul(
            [regel(beeld.context, i, html.H3) for i in lijst[:MEEST]], className="initiatief-lijst"
        ),
        *_verder(beeld, len(lijst)),
        html.Ul(_wegen(beeld, lijst), className="wegen"),
    ]
    inhoud = html.Section(
        delen, className="paneel gekozen initiatiefpaneel", **wild(aria_live="polite")
    )
    naam = lijst[0].naam if len(lijst) == 1 else kop
    return [bodemblad(naam, (beeld.zin("initiatief_open"), beeld.zin("initiatief_dicht")), inhoud)]


def wijkinitiatieven(beeld: Beeld, wijk: Regio) -> list[Component]:
    """List those of a wijk by name: each leads to its own page, its source, when it was checked."""
    kop = html.H3(beeld.zin("initiatieven_bij", naam=wijk.naam))
    gevonden = beeld.initiatieven.get(wijk.code, ())
    if not gevonden:
        zin = "initiatieven_geen_filter" if filterzin(beeld) else "initiatieven_geen"
        return [kop, html.P(beeld.zin(zin))]
    regels = []
    for initiatief in gevonden[:_NAMEN]:
        wie = f" ({initiatief.organisatie})" if initiatief.organisatie else ""
        # A page of the server itself: a plain link, not drawn in place.
        naam = html.A(initiatief.naam, href=links.initiatief(initiatief.id))
        herkomst = html.Span(bron_en_nagekeken(beeld.context, initiatief), className="klein stil")
        regels.append(html.Li([naam, wie, html.Br(), herkomst]))
    lijst = html.Ul(regels, className="initiatieven")
    return [kop, lijst, *_meer(beeld, len(gevonden) - len(regels))]


def alle_in_lijst(beeld: Beeld) -> Component:
    """Lead to the list, with the same filter."""
    filter_ = beeld.staat.initiatief.filter
    weg = links.initiatieven(beeld.staat.gebied.slug, filter_.thema, stand=filter_.stand)
    return links.intern(beeld.zin("initiatieven_alle"), weg)


def _van_teken(beeld: Beeld) -> list[Initiatief]:
    keus = beeld.staat.initiatief
    if keus.wijk is not None:
        return [i for i in beeld.initiatieven.get(keus.wijk, ()) if i.plek is None]
    per_id = {i.id: i for i in beeld.context.initiatieven if i.id in keus.ids}
    return [per_id[id_] for id_ in keus.ids]


def _kop(beeld: Beeld, lijst: Sequence[Initiatief]) -> str:
    wijk = beeld.staat.initiatief.wijk
    regio = beeld.nu.regio(wijk, beeld.staat.indeling) if wijk else None
    if regio is None:
        een = len(lijst) == 1
        return beeld.zin("initiatief_een" if een else "initiatieven_samen", aantal=len(lijst))
    if len(lijst) == 1:
        return beeld.zin("initiatief_in", naam=regio.naam)
    return beeld.zin("initiatieven_telling", aantal=len(lijst), naam=regio.naam)


def _verder(beeld: Beeld, aantal: int) -> list[Component]:
    """Say that there are more than are shown; of a spot the address has no more than these."""
    if beeld.staat.initiatief.wijk is None and aantal == MEEST:
        zin = beeld.zin("initiatieven_vol", aantal=MEEST)
        return [html.P([zin, " ", alle_in_lijst(beeld), "."], className="klein")]
    return _meer(beeld, aantal - MEEST)


def _meer(beeld: Beeld, aantal: int) -> list[Component]:
    if aantal <= 0:
        return []
    zin = beeld.zin("initiatieven_meer", aantal=getal(aantal))
    return [html.P([zin, " ", alle_in_lijst(beeld), "."], className="klein")]


def _wegen(beeld: Beeld, lijst: Sequence[Initiatief]) -> list[Component]:
    """Give the ways on: the figures of the wijk, away from this choice."""
    s = beeld.staat
    wijken = dict.fromkeys(i.regio for i in lijst if i.regio is not None)
    regios = [regio for code in wijken if (regio := beeld.nu.regio(code, s.indeling))]
    naar = [
        links.intern(beeld.zin("initiatief_wijk", naam=r.naam), s.adres(selectie=str(r.code)))
        for r in regios
    ]
    wis = links.intern(beeld.zin("paneel_wis"), s.adres(initiatief=None))
    return [html.Li(weg) for weg in (*naar, wis)]

"""What stands beside the map about several areas: an own selection, the focus and the rest."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dash import html
from flask import has_request_context

from dashboard import links
from dashboard.afronding import als_zin
from dashboard.components.bewaarknop import Bewaring, bewaarknop
from dashboard.components.bronregel import bronregel
from dashboard.components.kaart.keuzestaat import als_tekst
from dashboard.components.keuzes import Keuze, keuzerij
from dashboard.components.schakelaars import Schakelaar, Schakelaars, schakelaars
from dashboard.components.wild import wild
from dashboard.factsheet.keuzes import Keuzes
from dashboard.factsheet.selectie import totaal as nieuwste_totaal
from dashboard.factsheet.uitkiezen import Uitkiezen
from dashboard.focus import focus_codes
from dashboard.focusbewaren import ADRES
from dashboard.kaart.keuze import (
    Som,
    focus_is_fijner,
    focus_past,
    focus_regios,
    gekozen_regios,
    is_van_nu,
    som_van_deel,
    som_van_keuze,
)
from dashboard.vergelijken.zijde import Past, geweigerd
from wijken.indicator import Optelling
from wijken.keuze import Deel
from wijken.opmaak import cijfer, eenheid_tekst, met_eenheid
from wijken.regio import Regio

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.components.kaart.beeld import Beeld

KIEZEN = "kaart-kiezen"
SLUG = "selectie"


def meerkeuze(beeld: Beeld) -> Schakelaars:
    """Draw the switch that makes a click add to the selection."""
    s = beeld.staat
    href = s.adres(meer=None if s.gekozen.meer else "ja")
    tekst = beeld.zin("keuze.meer", niveaus=beeld.niveaus)
    rij = [Schakelaar(tekst, href, s.gekozen.meer)]
    return schakelaars(beeld.zin("keuze.kiezen"), rij, KIEZEN)


def delen(beeld: Beeld) -> list[Component]:
    """Draw the choice of all, focus or rest, where there is a focus, with the figure of each."""
    focus = focus_regios(beeld)
    if not focus:
        return []
    rij = [
        Keuze(
            beeld.zin(f"keuze.deel_{deel}"),
            beeld.staat.adres(deel=None if deel is Deel.GEHEEL else deel),
            deel is beeld.staat.gekozen.deel,
        )
        for deel in Deel
    ]
    namen = ", ".join(regio.naam for regio in focus)
    paren = [
        html.Div(
            [
                html.Dt(beeld.zin(f"keuze.deel_{deel}")),
                html.Dd(kort_cijfer(beeld, som_van_deel(beeld, deel))),
            ]
        )
        for deel in (Deel.FOCUS, Deel.REST)
    ]
    return [
        html.Section(
            [
                keuzerij(beeld.zin("keuze.deel"), rij),
                html.P(beeld.zin("keuze.focus_is", namen=namen), className="klein stil"),
                *focus_toen(beeld),
                html.Dl(paren, className="deelcijfers"),
                *_bewaren(beeld, focus),
            ],
            className="kaart-delen",
        )
    ]


def focus_toen(beeld: Beeld) -> list[Component]:
    """Say it when areas of the focus were others, were drawn otherwise, or are too small here."""
    past, zinnen = focus_past(beeld), []
    if past is not Past.GELIJK:
        zinnen.append(beeld.zin(f"keuze.focus_{past}", indeling=beeld.staat.indeling))
    if past is not Past.NIET and focus_is_fijner(beeld):
        zinnen.append(beeld.zin("keuze.focus_fijner"))
    return [html.P(zin, className="klein reden") for zin in zinnen]


def _bewaren(beeld: Beeld, focus: Sequence[Regio]) -> list[Component]:
    """Offer to keep the focus of the address for all pages, or to take the kept one away."""
    s, toegang = beeld.staat, beeld.context.toegang
    codes = tuple(sorted(regio.code for regio in focus))
    bewaard = beeld.context.register.focus(s.gebied.slug)
    nieuw = codes != tuple(sorted(focus_codes(beeld.context, s.gebied)))
    if not has_request_context() or not (nieuw or bewaard):
        return []
    oordeel = toegang.oordeel()
    if not oordeel.mag:
        zin = beeld.context.teksten.zin(f"toegang.{oordeel.reden}")
        return [html.P(zin, className="klein stil")]
    velden = {
        "gebied": s.gebied.slug,
        "codes": (als_tekst(codes) or "") if nieuw else "",
        "bewijs": toegang.bewijs(),
    }
    daarna = s.adres(focus=None) if nieuw else s.adres(focus=None, deel=None)
    tekst = beeld.zin("keuze.bewaar" if nieuw else "keuze.bewaar_wis")
    wat = Bewaring(ADRES, velden, daarna, beeld.zin("keuze.bericht_weg"))
    knop = bewaarknop(tekst, beeld.zin("keuze.bewaar_mislukt"), wat, "kaart-bewaar-focus")
    uitleg = [html.P(beeld.zin("keuze.bewaar_uitleg"), className="klein stil")] if nieuw else []
    return [knop, *uitleg]


def selectiepaneel(beeld: Beeld) -> html.Section:
    """Draw the own selection: its areas, its figure or why there is none, the ways on."""
    regios, som = gekozen_regios(beeld), som_van_keuze(beeld)
    kop = beeld.zin("keuze.kop", aantal=len(regios), niveaus=beeld.zin(_niveaus(regios)))
    inhoud = [
        html.H2(kop),
        _lijst(beeld, regios),
        *_groot(beeld, som),
        *_omvang(beeld, regios),
        *_wegen(beeld, regios),
    ]
    return html.Section(inhoud, className="paneel gekozen", **wild(aria_live="polite"))


def _niveaus(regios: Sequence[Regio]) -> str:
    soorten = {regio.soort for regio in regios}
    return f"niveaus.{soorten.pop()}" if len(soorten) == 1 else "keuze.gebieden"


def _lijst(beeld: Beeld, regios: Sequence[Regio]) -> html.Ul:
    """List what is chosen, each with a way to take it out."""
    gekozen = beeld.staat.gekozen
    regels = [
        html.Li(
            [
                html.Span(regio.naam),
                links.intern(
                    "×",
                    beeld.staat.adres(selectie=als_tekst(gekozen.om(regio.code))),
                    className="haal-weg",
                    **wild(aria_label=beeld.zin("keuze.haal_weg", naam=regio.naam)),
                ),
            ]
        )
        for regio in regios
    ]
    return html.Ul(regels, className="keuze-lijst")


def _groot(beeld: Beeld, som: Som) -> list[Component]:
    """Draw the figure large with how it was made, or the reason there is none."""
    s = beeld.staat
    wat = f"{s.indicator.naam}, {s.jaar}" if s.jaar else s.indicator.naam
    w = som.totaal.waarneming
    if w is None or w.waarde is None:
        return [html.P(wat), html.P(waarom_geen(beeld, som), className="reden")]
    eenheid = "" if s.indicator.labels else eenheid_tekst(s.indicator)
    groot: list[Component | str] = [cijfer(w.waarde, s.indicator)]
    if eenheid:
        groot.append(html.Span(f" {eenheid}", className="groot-eenheid"))
    return [
        html.P(groot, className="groot-getal"),
        html.P(wat),
        html.P(hoe_gemaakt(beeld, som), className="klein stil"),
        html.P(bronregel(beeld.context, w)),
    ]


def waarom_geen(beeld: Beeld, som: Som) -> str:
    """Say why several areas have no figure together."""
    if som.past is Past.NIET:
        return beeld.zin("keuze.ander_gebied", indeling=beeld.staat.indeling)
    reden = geweigerd(som.totaal)
    if reden is None:
        return beeld.cijfer(som.totaal.waarneming)
    velden = {}
    if som.totaal.samen is not None and som.totaal.samen.ontbreekt:
        velden = {"aantal": som.totaal.samen.ontbreekt}
        return beeld.zin("keuze.weigering.ontbreekt_van", **velden)
    return beeld.zin(f"keuze.weigering.{reden}")


def hoe_gemaakt(beeld: Beeld, som: Som) -> str:
    """Say how the figure was made, and that it may be off by rounding; of a sum how far."""
    rond = als_zin(beeld.context.teksten, som.afronding) if som.afronding else ""
    if som.afronding is not None and som.afronding.hooguit is not None:
        return rond
    return f"{_gemaakt(beeld, som)} {rond}".strip()


def _gemaakt(beeld: Beeld, som: Som) -> str:
    indicator, samen = beeld.staat.indicator, som.totaal.samen
    if samen is None:
        return beeld.zin("keuze.gemaakt.gepubliceerd")
    if indicator.optelling is Optelling.GEWOGEN and indicator.gewogen_met:
        gewicht = beeld.context.catalogus.indicator(indicator.gewogen_met)
        naam = gewicht.van_wie or gewicht.kort
        return beeld.zin("keuze.gemaakt.gewogen", aantal=samen.delen, gewicht=naam)
    return beeld.zin(f"keuze.gemaakt.{indicator.optelling}", aantal=samen.delen)


def kort_cijfer(beeld: Beeld, som: Som) -> str:
    """Write the figure of several areas with its unit, or why there is none."""
    w = som.totaal.waarneming
    if w is None or w.waarde is None:
        return waarom_geen(beeld, som)
    return met_eenheid(w.waarde, beeld.staat.indicator)


def _omvang(beeld: Beeld, regios: Sequence[Regio]) -> list[Component]:
    """List how large the selection is: the newest year in which that is honest."""
    catalogus, gebied = beeld.context.catalogus, beeld.staat.gebied
    if not is_van_nu(beeld, [regio.code for regio in regios]):
        return []
    sleutels = [i.id for i in catalogus.indicatoren.values() if i.tonen]
    kies = Uitkiezen(catalogus, gebied, sleutels, Keuzes())
    paren = []
    for indicator in kies.omvang():
        w = nieuwste_totaal(beeld.nu, indicator, gebied, regios).waarneming
        if w is not None and w.waarde is not None and indicator.id != beeld.staat.indicator.id:
            naam = beeld.zin("keuze.omvang", naam=indicator.naam, jaar=w.periode)
            paren += [html.Dt(naam), html.Dd(cijfer(w.waarde, indicator))]
    kop = wild(aria_label=beeld.zin("keuze.omvang_kop"))
    return [html.Dl(paren, className="context", **kop)] if paren else []


def _wegen(beeld: Beeld, regios: Sequence[Regio]) -> list[Component]:
    """Give the ways on; sheet and comparison only when they would mean the same areas."""
    s = beeld.staat
    codes = tuple(regio.code for regio in regios)
    wis = html.Li(links.intern(beeld.zin("keuze.wis"), s.adres(selectie=None, meer=None)))
    if not is_van_nu(beeld, codes):
        noot = html.P(beeld.zin("keuze.niet_nu", indeling=s.indeling), className="klein stil")
        return [noot, html.Ul([wis], className="wegen")]
    blad = links.factsheet(SLUG, selectie=",".join(c.code for c in codes))
    naast = links.vergelijken(
        een="+".join(c.code for c in codes), ander=s.gebied.slug, indicator=s.indicator.id
    )
    focus = s.adres(focus=als_tekst(codes), deel=Deel.FOCUS, selectie=None, meer=None)
    regels = [
        html.Li(links.intern(beeld.zin("keuze.factsheet"), blad)),
        html.Li(links.intern(beeld.zin("keuze.vergelijk", plaats=s.gebied.plaats_in_zin), naast)),
        html.Li(links.intern(beeld.zin("keuze.wordt_focus"), focus)),
        wis,
    ]
    return [html.Ul(regels, className="wegen")]

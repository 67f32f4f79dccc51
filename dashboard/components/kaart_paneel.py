"""What stands beside the map: the area as a whole, the chosen buurt or wijk, its initiatives."""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING

from dash import html

from dashboard import links
from dashboard.components.bronregel import bronregel
from dashboard.components.wild import wild
from wijken.indicator import Cijfersoort
from wijken.opmaak import cijfer, eenheid_tekst, met_eenheid
from wijken.regio import NEDERLAND, Regio, Regiocode, Soort
from wijken.waarneming import Waarneming

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.components.kaart_beeld import Beeld


def samenvatting(beeld: Beeld) -> html.Div:
    """Say in sentences what the map shows, or at which level there is something to show."""
    if not beeld.staat.heeft_cijfers:
        return html.Div(_zonder_cijfers(beeld), className="samenvatting")
    zinnen = [_geheel(beeld), _spreiding(beeld), _ontbreekt(beeld), _model(beeld)]
    eerste = next(iter(beeld.cijfers.values()), None)
    regel = [html.P(bronregel(beeld.context, eerste))] if eerste else []
    return html.Div([*(html.P(zin) for zin in zinnen if zin), *regel], className="samenvatting")


def paneel(beeld: Beeld) -> html.Section:
    """Draw the chosen area with its figure in context, or say how to choose one."""
    code = beeld.staat.selectie
    regio = beeld.nu.regio(code, beeld.staat.indeling) if code else None
    if regio is None:
        leeg = html.P(beeld.zin("paneel_leeg", niveau=beeld.staat.niveau), className="stil")
        return html.Section([leeg, *_laag(beeld, None)], className="paneel")
    delen = [
        html.H2(regio.naam),
        *_ligging(beeld, regio),
        *_groot(beeld, _waarneming(beeld, regio.code)),
        _context(beeld, regio),
        _wegen(beeld, regio),
        *_laag(beeld, regio.code.wijk),
    ]
    return html.Section(delen, className="paneel gekozen", **wild(aria_live="polite"))


def _waarneming(beeld: Beeld, code: Regiocode) -> Waarneming | None:
    uitgave = beeld.staat.uitgave
    if code in beeld.cijfers:
        return beeld.cijfers[code]
    return beeld.nu.waarneming(beeld.staat.indicator, code, uitgave) if uitgave else None


def _geheel(beeld: Beeld) -> str:
    """Say the figure of the gemeente, or of each where there were several, and the country's."""
    s = beeld.staat
    delen = []
    for code in s.gebied.codes + s.gebied.voorgangers:
        gevonden, regio = _waarneming(beeld, code), beeld.nu.regio(code, s.indeling)
        if gevonden and gevonden.waarde is not None and regio:
            delen.append((regio.naam, met_eenheid(gevonden.waarde, s.indicator)))
    if len(delen) == 1:
        kop = beeld.zin("geheel", gebied=delen[0][0], cijfer=delen[0][1], jaar=s.jaar)
    else:
        lijst = "; ".join(f"{naam} {waarde}" for naam, waarde in delen)
        kop = beeld.zin("per_gemeente", jaar=s.jaar, lijst=lijst) if delen else ""
    return " ".join([kop, *(f"{naam}: {waarde}." for naam, waarde in _land(beeld))]).strip()


def _land(beeld: Beeld) -> list[tuple[str, str]]:
    """Give the median of all gemeenten and the country, as far as they are known."""
    s = beeld.staat
    if s.uitgave is None:
        return []
    uit = []
    mediaan = beeld.nu.gemeente_mediaan(s.indicator, s.uitgave)
    if mediaan is not None and not s.indicator.labels:
        naam = beeld.zin("mediaan", aantal=mediaan.aantal)
        uit.append((naam, met_eenheid(mediaan.waarde, s.indicator)))
    land = beeld.nu.waarneming(s.indicator, NEDERLAND, s.uitgave)
    if land is not None and land.waarde is not None:
        uit.append((beeld.zin("nederland"), met_eenheid(land.waarde, s.indicator)))
    return uit


def _spreiding(beeld: Beeld) -> str:
    indicator = beeld.staat.indicator
    zeker = [w.waarde for w in beeld.cijfers.values() if w.waarde is not None and not w.onzeker]
    if not zeker or indicator.labels:
        return ""
    laag, hoog = cijfer(min(zeker), indicator), met_eenheid(max(zeker), indicator)
    if min(zeker) == max(zeker):
        return beeld.zin("spreiding_gelijk", niveaus=beeld.niveaus, laag=hoog)
    midden = cijfer(median(zeker), indicator)
    return beeld.zin("spreiding", niveaus=beeld.niveaus, laag=laag, hoog=hoog, midden=midden)


def _ontbreekt(beeld: Beeld) -> str:
    met = sum(1 for w in beeld.cijfers.values() if w.waarde is not None)
    totaal = len(beeld.regios)
    if met >= totaal:
        return ""
    return beeld.zin("zonder", aantal=totaal - met, totaal=totaal, niveaus=beeld.niveaus)


def _model(beeld: Beeld) -> str:
    indicator = beeld.staat.indicator
    if indicator.soort is not Cijfersoort.MODEL:
        return ""
    return beeld.zin("model_zin", delen=", ".join(indicator.model_uit))


def _zonder_cijfers(beeld: Beeld) -> list[Component]:
    """Say that there is nothing at this level and where there is something, with a way there."""
    s = beeld.staat
    geen = beeld.zin("geen_cijfers", indicator=s.indicator.naam, niveau=s.niveau)
    regels: list[Component] = [html.P(geen, className="zin")]
    for niveau in (Soort.WIJK, Soort.BUURT):
        uitgave = beeld.nu.nieuwste(s.indicator, s.gebied, niveau)
        if uitgave is None or niveau is s.niveau:
            continue
        weg = links.intern(
            beeld.zin("naar_niveau", niveau=niveau),
            s.adres(niveau=niveau, jaar=None, selectie=None, laag=None),
        )
        wel = beeld.zin("geen_cijfers_wel", niveau=niveau, jaar=uitgave.periode)
        regels.append(html.P([f"{wel} ", weg, "."]))
    gemeente = _gemeente(beeld)
    if len(regels) + len(gemeente) == 1:
        gemeente = [html.P(beeld.zin("geen_cijfers_nergens"))]
    return [*regels, *gemeente]


def _gemeente(beeld: Beeld) -> list[Component]:
    """Give the newest figure of the gemeente itself."""
    s = beeld.staat
    uit: list[Component] = []
    for code in s.gebied.codes:
        gevonden = beeld.nu.nieuwste_van(s.indicator, code)
        regio = beeld.nu.regio(code)
        if gevonden is None or gevonden.waarde is None or regio is None:
            continue
        waarde = met_eenheid(gevonden.waarde, s.indicator)
        zin = beeld.zin("geheel", gebied=regio.naam, cijfer=waarde, jaar=gevonden.periode)
        uit += [
            html.P([beeld.zin("geen_cijfers_gemeente"), " ", zin]),
            html.P(bronregel(beeld.context, gevonden)),
        ]
    return uit


def _ligging(beeld: Beeld, regio: Regio) -> list[Component]:
    if regio.soort is not Soort.BUURT:
        return []
    wijk = beeld.wijk(regio.code)
    return [html.P(beeld.zin("paneel_wijk", naam=wijk.naam), className="stil")] if wijk else []


def _groot(beeld: Beeld, waarneming: Waarneming | None) -> list[Component]:
    """Draw the figure large with what it is, or the reason there is none."""
    indicator = beeld.staat.indicator
    wat = f"{indicator.naam}, {beeld.staat.jaar}" if beeld.staat.jaar else indicator.naam
    if waarneming is None or waarneming.waarde is None:
        return [html.P(wat), html.P(beeld.cijfer(waarneming), className="reden")]
    eenheid = "" if indicator.labels else eenheid_tekst(indicator)
    groot: list[Component | str] = [cijfer(waarneming.waarde, indicator)]
    if eenheid:
        groot.append(html.Span(f" {eenheid}", className="groot-eenheid"))
    noten = []
    if waarneming.onzeker:
        noten.append(beeld.zin("onzeker"))
    if indicator.soort is Cijfersoort.MODEL:
        noten.append(beeld.zin("model"))
    noot = [html.P(", ".join(noten), className="klein stil")] if noten else []
    return [html.P(groot, className="groot-getal"), html.P(wat), *noot]


def _context(beeld: Beeld, regio: Regio) -> html.Dl:
    """List the same figure for wijk, gemeente, country and the middle of all gemeenten."""
    s = beeld.staat
    hoger = [regio.code.wijk] if regio.soort is Soort.BUURT else []
    paren: list[tuple[str, str]] = []
    for code in (*hoger, regio.code.gemeente):
        if code is None:
            continue
        gevonden, groter = _waarneming(beeld, code), beeld.nu.regio(code, s.indeling)
        if groter is not None and gevonden is not None:
            paren.append((_naam(beeld, groter), beeld.cijfer(gevonden)))
    paren += _land(beeld)
    delen = [deel for naam, waarde in paren for deel in (html.Dt(naam), html.Dd(waarde))]
    return html.Dl(delen, className="context", **wild(aria_label=beeld.zin("context")))


def _naam(beeld: Beeld, regio: Regio) -> str:
    if regio.soort is Soort.WIJK:
        return beeld.zin("paneel_wijk", naam=regio.naam)
    return regio.naam


def _wegen(beeld: Beeld, regio: Regio) -> html.Ul:
    """Give the ways on: definition and source, fact sheet, away from this choice."""
    s = beeld.staat
    waarneming = _waarneming(beeld, regio.code)
    bron = [html.Li(bronregel(beeld.context, waarneming))] if waarneming else []
    sheet = links.intern(
        beeld.zin("paneel_factsheet", naam=regio.naam), links.factsheet(str(regio.code))
    )
    wis = links.intern(beeld.zin("paneel_wis"), s.adres(selectie=None))
    return html.Ul([*bron, html.Li(sheet), html.Li(wis)], className="wegen")


def _laag(beeld: Beeld, wijk: Regiocode | None) -> list[Component]:
    """List the initiatives of the wijk that is chosen, and count those without a place."""
    if not beeld.staat.laag:
        return []
    regio = beeld.nu.regio(wijk, beeld.staat.indeling) if wijk else None
    lijst = _initiatieven(beeld, regio) if regio else []
    met = sum(len(deel) for deel in beeld.initiatieven.values())
    regels = [
        beeld.zin("initiatieven_zin"),
        beeld.zin("initiatieven_kaart", aantal=met),
        beeld.zin("initiatieven_zonder", aantal=beeld.zonder_plek) if beeld.zonder_plek else "",
    ]
    alle = links.intern(
        beeld.zin("initiatieven_alle"), links.initiatieven(gebied=beeld.staat.gebied.slug)
    )
    noot = html.P([" ".join(r for r in regels if r), " ", alle, "."], className="klein stil")
    return [*lijst, noot]


def _initiatieven(beeld: Beeld, wijk: Regio) -> list[Component]:
    kop = html.H3(beeld.zin("initiatieven_bij", naam=wijk.naam))
    gevonden = beeld.initiatieven.get(wijk.code, [])
    if not gevonden:
        return [kop, html.P(beeld.zin("initiatieven_geen"))]
    regels = []
    for initiatief in gevonden:
        wie = f" ({initiatief.organisatie})" if initiatief.organisatie else ""
        datum = beeld.zin("initiatief_datum", datum=initiatief.bron_datum)
        bron = links.extern(datum, initiatief.bron_url) if initiatief.bron_url else datum
        naam = html.Strong(initiatief.naam)
        regels.append(html.Li([naam, wie, html.Br(), html.Span(bron, className="klein stil")]))
    return [kop, html.Ul(regels, className="initiatieven")]

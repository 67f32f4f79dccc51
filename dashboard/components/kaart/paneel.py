"""What stands beside the map: the chosen buurt or wijk with its figure in context, initiatives."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dash import html

from dashboard import links
from dashboard.components.bronregel import bronregel
from dashboard.components.kaart.initiatief import alle_in_lijst, nagekekenzin, wijkinitiatieven
from dashboard.components.kaart.kijkstaat import Wijze
from dashboard.components.kaart.lagenlegenda import lagenpaneel
from dashboard.components.kaart.lezing import Vlaksoort
from dashboard.components.kaart.lezing_twee import tweede_cijfers
from dashboard.components.kaart.paneelbeeld import Getoond, strookbeeld, trendbeeld
from dashboard.components.kaart.samenvatting import landcijfers
from dashboard.components.wild import wild
from dashboard.gekozen_in import Lot, nu_is
from wijken.indicator import Cijfersoort
from wijken.keuze import MEEST
from wijken.opmaak import cijfer, eenheid_tekst, getal, met_eenheid
from wijken.regio import Regio, Regiocode, Soort
from wijken.waarneming import Waarneming

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.components.kaart.beeld import Beeld


def paneel(beeld: Beeld) -> html.Section:
    """Draw the chosen area with its figure in context, or say how to choose one."""
    code = beeld.staat.selectie
    regio = beeld.nu.regio(code, beeld.staat.indeling) if code else None
    if regio is None:
        meer, velden = beeld.staat.gekozen.meer, {"niveaus": beeld.niveaus, "meest": MEEST}
        zin = beeld.zin("paneel_leeg", niveau=beeld.staat.niveau)
        leeg = html.P(beeld.zin("keuze.meer_uitleg", **velden) if meer else zin, className="stil")
        return html.Section([leeg, *_laag(beeld, None)], className="paneel")
    eerste = Getoond(beeld.staat.indicator, beeld.cijfers)
    delen = [
        html.H2(regio.naam),
        *_ligging(beeld, regio),
        *_groot(beeld, beeld.waarneming_van(regio.code)),
        *_van_wijze(beeld, regio),
        *strookbeeld(beeld, regio, eerste),
        _context(beeld, regio),
        *trendbeeld(beeld, regio, eerste),
        *_tweede(beeld, regio),
        _wegen(beeld, regio),
        *_laag(beeld, regio.code.wijk),
        *lagenpaneel(beeld, regio),
    ]
    return html.Section(delen, className="paneel gekozen", **wild(aria_live="polite"))


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


def _van_wijze(beeld: Beeld, regio: Regio) -> list[Component]:
    """Give the other figure of a map that shows two: of another year or place."""
    kijk, vlak = beeld.staat.kijk, beeld.lezing.vlakken.get(regio.code)
    if vlak is None or kijk.wijze in (Wijze.EEN, Wijze.TWEE):
        return []
    kop = beeld.lezing.kolom
    zin = html.P([html.Strong(f"{kop[:1].upper()}{kop[1:]}: "), vlak.cijfer])
    dubbel = vlak.regel.tekst in vlak.cijfer
    return [zin] if dubbel else [zin, html.P(vlak.regel.tekst, className="klein stil")]


def _tweede(beeld: Beeld, regio: Regio) -> list[Component]:
    """Give the second theme as the first: its figure or reason, its spread, its years."""
    kijk, vlak = beeld.staat.kijk, beeld.lezing.vlakken.get(regio.code)
    if kijk.tweede is None or vlak is None:
        return []
    uitgave, erbij = kijk.tweede_uitgave, tweede_cijfers(beeld)
    wat = f"{kijk.tweede.naam}, {uitgave.periode}" if uitgave else kijk.tweede.naam
    kop = html.H3(beeld.zin("tweede_naam"), className="paneel-tweede")
    if vlak.soort is Vlaksoort.GEWIJZIGD:
        return [kop, html.P(wat), html.P(vlak.cijfer, className="reden")]
    gezien = erbij.cijfers.get(regio.code)
    getoond = Getoond(kijk.tweede, erbij.cijfers, "-2")
    beelden = [*strookbeeld(beeld, regio, getoond), *trendbeeld(beeld, regio, getoond)]
    if gezien is None or gezien.waarde is None:
        return [kop, html.P(wat), html.P(beeld.cijfer(gezien), className="reden"), *beelden]
    groot = html.P(met_eenheid(gezien.waarde, kijk.tweede), className="tweede-getal")
    onzeker = f" ({beeld.zin('onzeker')})" if gezien.onzeker else ""
    bron = html.P(bronregel(beeld.context, gezien))
    return [kop, groot, html.P(wat + onzeker), *beelden, bron]


def _context(beeld: Beeld, regio: Regio) -> html.Dl:
    """List the same figure for wijk, gemeente, country and the middle of all gemeenten."""
    s = beeld.staat
    hoger = [regio.code.wijk] if regio.soort is Soort.BUURT else []
    paren: list[tuple[str, str]] = []
    for code in (*hoger, regio.code.gemeente):
        if code is None:
            continue
        gevonden, groter = beeld.waarneming_van(code), beeld.nu.regio(code, s.indeling)
        if groter is not None and gevonden is not None:
            paren.append((_naam(beeld, groter), beeld.cijfer(gevonden)))
    paren += landcijfers(beeld)
    delen = [deel for naam, waarde in paren for deel in (html.Dt(naam), html.Dd(waarde))]
    return html.Dl(delen, className="context", **wild(aria_label=beeld.zin("context")))


def _naam(beeld: Beeld, regio: Regio) -> str:
    if regio.soort is Soort.WIJK:
        return beeld.zin("paneel_wijk", naam=regio.naam)
    return regio.naam


def _wegen(beeld: Beeld, regio: Regio) -> html.Ul:
    """Give the ways on: definition and source, fact sheet, away from this choice."""
    s = beeld.staat
    waarneming = beeld.waarneming_van(regio.code)
    bron = [html.Li(bronregel(beeld.context, waarneming))] if waarneming else []
    wis = links.intern(beeld.zin("paneel_wis"), s.adres(selectie=None))
    regels = [*bron, *map(html.Li, _elders(beeld, regio)), html.Li(wis)]
    return html.Ul(regels, className="wegen")


def _elders(beeld: Beeld, regio: Regio) -> list[Component | str]:
    """Give the ways to other pages; these know an area as it is today, if it still is one."""
    gevonden = nu_is(beeld.nu, beeld.staat.gebied, regio)
    vandaag = gevonden.zelfde
    if vandaag is None:
        return [beeld.zin("paneel_niet_nu", naam=regio.naam, indeling=beeld.staat.indeling)]
    soort = "_nu" if gevonden.lot is Lot.TOEN else ""
    code = str(vandaag.code)
    return [
        links.intern(
            beeld.zin(f"paneel_factsheet{soort}", naam=vandaag.naam), links.factsheet(code)
        ),
        links.intern(
            beeld.zin(f"paneel_woningen{soort}", naam=vandaag.naam),
            links.woningvoorraad(plek=code),
        ),
    ]


def _laag(beeld: Beeld, wijk: Regiocode | None) -> list[Component]:
    """List the initiatives of the wijk that is chosen, and count those without a place."""
    if not beeld.staat.laag:
        return []
    regio = beeld.nu.regio(wijk, beeld.staat.indeling) if wijk else None
    lijst = wijkinitiatieven(beeld, regio) if regio else []
    los, zonder = len(beeld.getoond.op_plek), beeld.zonder_plek
    met = sum(1 for deel in beeld.initiatieven.values() for i in deel if i.plek is None)
    regels = [
        nagekekenzin(beeld),
        beeld.zin("initiatieven_plek", aantal=getal(los)) if los else "",
        beeld.zin("initiatieven_kaart", aantal=getal(met)) if met or not los else "",
        beeld.zin("initiatieven_zonder", aantal=getal(zonder)) if zonder else "",
    ]
    noot = " ".join(r for r in regels if r)
    return [*lijst, html.P([noot, " ", alle_in_lijst(beeld), "."], className="klein stil")]

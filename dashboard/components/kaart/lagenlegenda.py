"""What is said about the layers: a legend for each that is on, and what of it is in an area."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dash import html

from dashboard import links
from dashboard.components.kaart.initiatief import initiatieflegenda, merkregel
from dashboard.components.kaart.lagenstaat import WONINGGROEPEN, Laag
from dashboard.components.kaart.selectie import focus_toen
from dashboard.components.keuzes import Keuze, keuzerij
from dashboard.kaart.keuze import focus_regios
from dashboard.kaart.lagen import delenzin, woninglaag
from dashboard.kaart.punten import bronzin, in_gebied, per_soort, tekens, voorzieningen
from dashboard.woningvoorraad import Lezing, voorraad_van
from wijken.regio import Regio, Soort

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.components.kaart.beeld import Beeld


def lagenlegenda(beeld: Beeld) -> list[Component]:
    """Draw a legend for each layer that is on."""
    per_laag = {
        Laag.INITIATIEVEN: initiatieflegenda,
        Laag.VOORZIENINGEN: _voorzieningen,
        Laag.WONINGEN: _woningen,
        Laag.FOCUS: _focus,
    }
    aan = [per_laag[laag](beeld) for laag in beeld.staat.lagen.aan if laag in per_laag]
    return [html.Section(inhoud, className="laaglegenda") for inhoud in aan]


def lagenpaneel(beeld: Beeld, regio: Regio) -> list[Component]:
    """List what the layers have in a chosen area: homes in words, facilities by name."""
    aan = beeld.staat.lagen
    delen: list[Component] = []
    if aan.heeft(Laag.WONINGEN):
        delen += _woningen_van(beeld, regio)
    if aan.heeft(Laag.VOORZIENINGEN) and voorzieningen(beeld):
        delen += _voorzieningen_van(beeld, regio)
    return delen


def _voorzieningen(beeld: Beeld) -> list[Component]:
    gevonden, soorten = voorzieningen(beeld), beeld.context.catalogus.voorzieningsoorten
    kop = html.H2(beeld.zin("lagen.voorzieningen"))
    if not gevonden:
        return [kop, html.P(beeld.zin("lagen.voorzieningen_geen"), className="klein")]
    letters = tekens(beeld.context)
    rijen = [
        html.Li(
            [
                html.Span(letters[soort], className="merkje merk-voorziening"),
                html.Span(soorten[soort].naam, className="klasse"),
                html.Span(str(aantal), className="telling"),
            ]
        )
        for soort, aantal in per_soort(gevonden).items()
        if soort in soorten
    ]
    bron = f"{bronzin(beeld, gevonden)} {beeld.zin('lagen.voorzieningen_uitleg')}"
    return [kop, html.Ul(rijen, className="legenda"), html.P(bron, className="klein stil")]


def _voorzieningen_van(beeld: Beeld, regio: Regio) -> list[Component]:
    soorten = beeld.context.catalogus.voorzieningsoorten
    eigen = in_gebied(voorzieningen(beeld), regio)
    kop = html.H3(beeld.zin("lagen.voorzieningen_in", naam=regio.naam))
    if not eigen:
        return [kop, html.P(beeld.zin("lagen.voorzieningen_niet"))]
    regels = []
    for v in eigen:
        soort = soorten[v.soort].naam if v.soort in soorten else v.soort
        naam = html.Strong(v.naam) if v.naam else beeld.zin("lagen.zonder_naam")
        regels.append(html.Li([naam, " ", html.Span(soort, className="klein stil")]))
    return [kop, html.Ul(regels, className="initiatieven")]


def _woningen(beeld: Beeld) -> list[Component]:
    s, zin = beeld.staat, beeld.context.teksten.zin
    keuzes = [
        Keuze(
            zin(f"woningvoorraad.groepen.{groep}"),
            s.adres(woningen=groep),
            groep == s.lagen.woningen,
        )
        for groep in WONINGGROEPEN
    ]
    return [
        html.H2(beeld.zin("lagen.woningen")),
        keuzerij(beeld.zin("lagen.woningen_wat"), keuzes),
        *_woninguitleg(beeld),
    ]


def _woninguitleg(beeld: Beeld) -> list[Component]:
    laag = woninglaag(beeld)
    if laag.niveau is None:
        return _alleen_gemeente(beeld)
    lezing = next(iter(laag.lezingen.values()))
    zin = beeld.context.teksten.zin
    rijen = [
        html.Li(
            [
                html.Span(className=f"merkje deel-{n}"),
                html.Span(zin(f"woningvoorraad.delen.{deel.id}"), className="klasse"),
            ]
        )
        for n, deel in enumerate(lezing.delen, start=1)
    ]
    waar = beeld.zin("lagen.woningen_per", niveau=laag.niveau, jaar=lezing.periode)
    noot = html.P([waar, " ", _alle(beeld)], className="klein stil")
    return [html.Ul(rijen, className="legenda"), noot]


def _alle(beeld: Beeld) -> Component:
    weg = links.woningvoorraad(gebied=beeld.staat.gebied.slug)
    return links.intern(beeld.zin("lagen.woningen_alle"), weg)


def _alleen_gemeente(beeld: Beeld) -> list[Component]:
    """Say that only the whole gemeente has it, and what that is; or the division is another."""
    s = beeld.staat
    regels: list[Component] = [html.P(beeld.zin("lagen.woningen_geen", indeling=s.indeling))]
    for code in s.gebied.codes:
        regio = beeld.nu.regio(code)
        lezing = _eerste(beeld, regio) if regio else None
        if regio and lezing:
            delen = delenzin(beeld, lezing)
            velden = {"naam": regio.naam, "jaar": lezing.periode, "delen": delen}
            regels.append(html.P(beeld.zin("lagen.woningen_gemeente", **velden)))
    return [*regels, html.P(_alle(beeld), className="klein")]


def _eerste(beeld: Beeld, regio: Regio) -> Lezing | None:
    voorraad = voorraad_van(beeld.nu, beeld.staat.gebied, regio)
    lezingen = voorraad.groep(beeld.staat.lagen.woningen).lezingen
    return next((lezing for lezing in lezingen if not lezing.toen), None)


def _woningen_van(beeld: Beeld, regio: Regio) -> list[Component]:
    kop = html.H3(beeld.zin("lagen.woningen_in", naam=regio.naam))
    laag, lezing = woninglaag(beeld), None
    if laag.niveau is regio.soort:
        lezing = laag.lezingen.get(regio.code)
    elif laag.niveau is Soort.WIJK and regio.code.wijk:
        lezing = laag.lezingen.get(regio.code.wijk)
    if lezing is None:
        return [kop, html.P(beeld.zin("lagen.woningen_niet"))]
    zin = beeld.zin("lagen.woningen_zin", jaar=lezing.periode, delen=delenzin(beeld, lezing))
    ander = lezing.regio.code != regio.code
    waar = f"{beeld.zin('paneel_wijk', naam=lezing.regio.naam)}: " if ander else ""
    return [kop, html.P(waar + zin)]


def _focus(beeld: Beeld) -> list[Component]:
    regios = focus_regios(beeld)
    kop = html.H2(beeld.zin("lagen.focus"))
    if not regios:
        return [kop, html.P(beeld.zin("lagen.focus_geen"), className="klein")]
    namen = ", ".join(regio.naam for regio in regios)
    return [kop, merkregel("merk-focus", "", namen), *focus_toen(beeld)]

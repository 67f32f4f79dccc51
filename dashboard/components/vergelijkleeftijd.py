"""The age profile of both sides as facing bars, which are a table with real figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dash import html

from dashboard.components.tekening import tekening
from dashboard.components.wild import wild
from dashboard.components.zijdekleur import kleurklasse
from dashboard.figures.svg import Svg, element, procent
from wijken import opmaak

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.context import Context
    from dashboard.vergelijken.leeftijd import Leeftijden, Opbouw
    from wijken.indicator import Indicator

_HOOG = 26.0
_KOLOMMEN = ("getal", "balk", "groep", "balk", "getal")
# A difference smaller than this many of the hundred is no difference worth a sentence.
_PUNTEN = 3


def leeftijdsbeeld(context: Context, leeftijden: Leeftijden | None) -> Component:
    """Draw the profiles, oldest on top; a sentence where there are none."""
    zin = context.teksten.zin
    kop = html.H2(zin("vergelijken.kop_leeftijd"))
    if leeftijden is None:
        inhoud: list[Component] = [html.P(zin("vergelijken.leeftijd_geen"))]
    else:
        inhoud = [
            html.P(_verschil(context, leeftijden), className="naast-verschil"),
            _tabel(context, leeftijden),
            html.P(_herkomst(context, leeftijden), className="bron"),
        ]
    return html.Section([kop, *inhoud], className="leeftijd heel", id="leeftijd")


def _tabel(context: Context, leeftijden: Leeftijden) -> Component:
    zin, (een, ander) = context.teksten.zin, leeftijden.kanten
    klassen = [kleurklasse(n, k.zijde) for n, k in enumerate(leeftijden.kanten)]
    hoogste = max(w.waarde or 0.0 for kant in leeftijden.kanten for w in kant.waarden)
    kop = html.Tr(
        [
            html.Th(een.zijde.naam, colSpan=2, scope="col", className=f"links {klassen[0]}"),
            html.Th(zin("vergelijken.leeftijd_groep"), scope="col", className="midden"),
            html.Th(ander.zijde.naam, colSpan=2, scope="col", className=klassen[1]),
        ]
    )
    nummers = reversed(range(len(leeftijden.groepen)))
    rijen = [_rij(leeftijden, nummer, hoogste) for nummer in nummers]
    naam = zin("vergelijken.leeftijd_tabel", een=een.zijde.in_zin, ander=ander.zijde.in_zin)
    bijschrift = html.Caption([f"{naam}. ", html.Span(_jaar(context, leeftijden))])
    return html.Table([bijschrift, html.Thead(kop), html.Tbody(rijen)], className="leeftijd-tabel")


def _rij(leeftijden: Leeftijden, nummer: int, hoogste: float) -> Component:
    groep = leeftijden.groepen[nummer]
    een, ander = leeftijden.kanten
    return html.Tr(
        [
            html.Td(_getal(groep, een, nummer), className="getal"),
            html.Td(_balk(een, nummer, hoogste, links=True), className="balk"),
            html.Th(groep.kort, scope="row"),
            html.Td(_balk(ander, nummer, hoogste, links=False), className="balk"),
            html.Td(_getal(groep, ander, nummer), className="getal naar-links"),
        ]
    )


def _getal(groep: Indicator, kant: Opbouw, nummer: int) -> str:
    return opmaak.cijfer(kant.waarden[nummer].waarde or 0.0, groep)


def _balk(kant: Opbouw, nummer: int, hoogste: float, *, links: bool) -> Component:
    """Draw one bar; the figure stands beside it, so it says nothing to who hears the page."""
    deel = (kant.waarden[nummer].waarde or 0.0) / hoogste if hoogste else 0.0
    balk = element(
        "rect",
        x=procent(1 - deel) if links else "0%",
        y=2,
        width=procent(deel),
        height=_HOOG - 4,
        fill=kant.zijde.kleur,
    )
    svg: Svg = element("svg", balk, width="100%", height=_HOOG, aria_hidden="true")
    return html.Div(tekening(svg), **wild(aria_hidden="true"))


def _jaar(context: Context, leeftijden: Leeftijden) -> str:
    zin, (een, ander) = context.teksten.zin, leeftijden.kanten
    jaar, jaar2 = leeftijden.jaren
    if jaar == jaar2:
        return zin("vergelijken.leeftijd_zin", jaar=jaar)
    namen = {"een": een.zijde.naam, "ander": ander.zijde.naam}
    return zin("vergelijken.leeftijd_jaren", **namen, jaar=jaar, jaar2=jaar2)


def _verschil(context: Context, leeftijden: Leeftijden) -> str:
    zin, (een, ander) = context.teksten.zin, leeftijden.kanten
    paren = [
        (opmaak.afronden(a.waarde or 0.0, 0), opmaak.afronden(b.waarde or 0.0, 0))
        for a, b in zip(een.waarden, ander.waarden, strict=True)
    ]
    meest = max(range(len(paren)), key=lambda n: abs(paren[n][0] - paren[n][1]))
    verschil = abs(paren[meest][0] - paren[meest][1])
    if verschil < _PUNTEN:
        return zin("vergelijken.leeftijd_gelijk", punten=opmaak.getal(verschil))
    return zin(
        "vergelijken.leeftijd_anders",
        groep=leeftijden.groepen[meest].kort,
        een=opmaak.getal(paren[meest][0]),
        ander=opmaak.getal(paren[meest][1]),
        een_naam=een.zijde.in_zin,
        ander_naam=ander.zijde.in_zin,
    )


def _herkomst(context: Context, leeftijden: Leeftijden) -> str:
    regels = dict.fromkeys(
        context.teksten.zin(
            "frame.bronregel",
            bron=context.catalogus.bronnen[w.herkomst.bron].bronregel,
            tabel=w.herkomst.tabel,
            jaar=w.periode,
        )
        for kant in leeftijden.kanten
        for w in kant.waarden[:1]
    )
    return "; ".join(regels)

"""The start page: the atelier's question, one figure per area, three ways to look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dash import html

from dashboard import links
from dashboard.components.bronregel import bronregel
from dashboard.components.buurtstrook import buurtstrook
from dashboard.components.datum import datum, opsomming
from dashboard.page import Adres, Page
from wijken import opmaak
from wijken.regio import NEDERLAND

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.context import Context
    from dashboard.reader import Momentopname
    from wijken.bron import Werkgebied
    from wijken.indicator import Indicator
    from wijken.waarneming import Waarneming


def layout(context: Context, _adres: Adres) -> Component:
    """Draw the page."""
    zin = context.teksten["start"]
    with context.reader.momentopname() as nu:
        gebieden = [_gebied(context, nu, w) for w in context.catalogus.werkgebieden.values()]
        opgehaald = datum(context.teksten, nu.datum)
    opening = [html.H1(zin["vraag"]), html.P(zin["inleiding"], className="inleiding")]
    return html.Article(
        [
            html.Div(opening, className="opening"),
            html.Section(gebieden, className="tweeluik"),
            html.Section([html.H2(zin["taken"], className="gehoord"), _taken(context)]),
            html.Section(_motto(context), className="start-slot"),
            html.P(context.teksten.zin("start.vers", datum=opgehaald), className="stil"),
        ],
        className="blad start",
    )


def _gebied(context: Context, nu: Momentopname, gebied: Werkgebied) -> Component:
    kop = html.H2(
        [
            html.Span(gebied.naam, className="gebied-naam"),
            html.Span(gebied.plaats, className="gebied-plaats"),
        ]
    )
    delen: list[Component] = [kop, html.P(gebied.vraag, className="start-vraag")]
    if gebied.eerste:
        delen += _cijfer(context, nu, gebied)
    return html.Div(delen, className=f"start-gebied gebied-{gebied.slug}")


def _cijfer(context: Context, nu: Momentopname, gebied: Werkgebied) -> list[Component]:
    teksten = context.teksten
    indicator = context.catalogus.indicator(gebied.eerste[0])
    gezien = nu.nieuwste_van(indicator, gebied.codes[0])
    if gezien is None or gezien.waarde is None:
        reden = teksten.zin(f"status.{gezien.status if gezien else 'niet_in_kopie'}")
        zin = teksten.zin(
            "start.geen_cijfer", naam=indicator.naam, plaats=gebied.plaats_in_zin, reden=reden
        )
        return [html.P(zin, className="start-zin")]
    waar = teksten.zin("start.cijfer", plaats=gebied.plaats, jaar=gezien.periode)
    return [
        _groot(gezien.waarde, indicator),
        html.P(_eerste_zin(indicator.toelichting), className="start-zin"),
        html.P([waar, *_land(context, nu, gezien)]),
        *buurtstrook(context, nu, gebied, gezien),
        html.P(bronregel(context, gezien)),
    ]


def _eerste_zin(tekst: str) -> str:
    begin, punt, _ = tekst.partition(". ")
    return begin + punt.strip()


def _groot(waarde: float, indicator: Indicator) -> Component:
    eenheid = opmaak.eenheid_tekst(indicator)
    getal = opmaak.cijfer(waarde, indicator)
    klein = html.Span(f"{opmaak.DUN}{eenheid}", className="groot-eenheid")
    return html.P([getal, klein] if eenheid else getal, className="groot-getal")


def _land(context: Context, nu: Momentopname, gezien: Waarneming) -> list[str]:
    indicator = context.catalogus.indicator(gezien.indicator)
    land = nu.nieuwste_van(indicator, NEDERLAND)
    if land is None or land.waarde is None:
        return []
    cijfer = opmaak.cijfer(land.waarde, indicator)
    sleutel = "start.land" if land.periode == gezien.periode else "start.land_ander_jaar"
    return [" ", context.teksten.zin(sleutel, cijfer=cijfer, jaar=land.periode)]


def _taken(context: Context) -> Component:
    teksten, gebieden = context.teksten, context.catalogus.werkgebieden.values()
    plaatsen = opsomming(teksten, [w.plaats_in_zin for w in gebieden])
    kaarten = [(w.plaats, links.kaart(gebied=w.slug)) for w in gebieden]
    bladen = [(f"{w.naam}, {w.plaats}", links.factsheet(w.slug)) for w in gebieden]
    vergelijking = [(plaatsen, links.vergelijken())]
    wegen = {"kaart": kaarten, "vergelijken": vergelijking, "factsheet": bladen}
    return html.Ul(
        [
            html.Li(
                [
                    html.H3(links.intern(teksten.zin(f"start.{naam}"), paden[0][1])),
                    html.P(teksten.zin(f"start.{naam}_uitleg")),
                    html.Ul([html.Li(links.intern(w, p)) for w, p in paden], className="wegen"),
                ]
            )
            for naam, paden in wegen.items()
        ],
        className="taken",
    )


def _motto(context: Context) -> Component:
    zin = context.teksten["start"]
    bij = html.Footer(zin["motto_bij"])
    return html.Blockquote([html.P(f"\u201c{zin['motto']}\u201d"), bij], className="motto")


PAGE = Page("start", links.START, layout)

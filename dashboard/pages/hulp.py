"""The guide: a sheet in five minutes, reading map and dots, what figures say, words explained."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dash import html

from dashboard import links
from dashboard.components.pakketknop import pakketkeuze
from dashboard.components.strookuitleg import strookuitleg
from dashboard.components.wild import wild
from dashboard.page import Adres, Page
from dashboard.pakket import ALLE
from dashboard.pakket.web import register_pakket

if TYPE_CHECKING:
    from dash.development.base_component import Component
    from flask import Flask

    from dashboard.context import Context
    from dashboard.momentopname import Momentopname

_DELEN = ("blad", "kaart", "stippen", "cijfers", "register", "pakket", "woorden")


def layout(context: Context, _adres: Adres) -> Component:
    """Draw the page."""
    zin = context.teksten["hulp"]
    with context.reader.momentopname() as nu:
        delen: dict[str, list[Component]] = {
            "blad": [_stappen(context)],
            "kaart": _kaart(context),
            "stippen": strookuitleg(context, nu),
            "cijfers": [_cijfers(context)],
            "register": _register(context),
            "pakket": _pakket(context, nu),
            "woorden": [_woorden(context)],
        }
    return html.Article(
        [
            html.H1(zin["titel"]),
            html.P(zin["inleiding"], className="inleiding"),
            _inhoud(context),
            *(
                html.Section([html.H2(zin[f"kop_{naam}"]), *delen[naam]], id=naam)
                for naam in _DELEN
            ),
        ],
        className="blad hulp",
    )


def _inhoud(context: Context) -> Component:
    zin = context.teksten["hulp"]
    regels = [html.Li(html.A(zin[f"kop_{naam}"], href=f"#{naam}")) for naam in _DELEN]
    return html.Nav(
        html.Ul(regels), className="inhoud niet-drukken", **wild(aria_label=zin["inhoud"])
    )


def _stappen(context: Context) -> Component:
    """List the steps; each leads to where it is done."""
    gebied = next(iter(context.catalogus.werkgebieden.values()))
    wegen = (
        links.factsheet(gebied.slug),
        links.kaart(gebied=gebied.slug),
        links.vergelijken(),
        links.factsheet(gebied.slug),
        f"{links.HULP}#pakket",
    )
    stappen = context.teksten["hulp"]["stappen"]
    return html.Ol(
        [
            html.Li([html.H3(links.intern(stap["kop"], weg)), html.P(stap["zin"])])
            for stap, weg in zip(stappen, wegen, strict=True)
        ],
        className="stappen",
    )


def _kaart(context: Context) -> list[Component]:
    vlakjes = ("trede-1", "trede-5", "arcering", "stippels")
    zin = context.teksten["hulp"]
    regels = [
        html.Li(
            [
                html.Span(className=f"vlakje {klasse}", **wild(aria_hidden="true")),
                html.Span(tekst),
            ]
        )
        for klasse, tekst in zip(vlakjes, zin["kleuren"], strict=True)
    ]
    uitleg = [html.Li(tekst) for tekst in zin["kaart_lezen"]]
    return [html.Ul(regels, className="legenda"), html.Ul(uitleg)]


def _cijfers(context: Context) -> Component:
    """Explain what a figure does and does not say: a word, and what it means for the reader."""
    delen = context.teksten["hulp"]["cijfers"]
    naar = links.intern(
        context.teksten.zin("hulp.naar_verantwoording"), links.VERANTWOORDING, className="weg"
    )
    regels = [
        html.Div([html.H3(deel["kop"]), html.P(deel["zin"])], className="heel") for deel in delen
    ]
    return html.Div([html.Div(regels, className="hulp-raster"), html.P(naar)])


def _register(context: Context) -> list[Component]:
    """Tell how people add what they know, and where."""
    zin = context.teksten["hulp"]
    # A page of the server itself: a plain link, not drawn in place.
    naar = html.A(zin["naar_invoer"], href=links.INVOER, className="weg niet-drukken")
    return [html.Ul([html.Li(regel) for regel in zin["register"]]), html.P(naar)]


def _pakket(context: Context, nu: Momentopname) -> list[Component]:
    zin = context.teksten["hulp"]
    alles = html.A(zin["pakket_alles"], href=links.pakket([ALLE]), download="")
    return [
        html.P(zin["pakket_zin"]),
        html.P([alles, ". ", zin["pakket_duur"]], className="niet-drukken"),
        html.Div([html.H3(zin["pakket_kies"]), pakketkeuze(context, nu)], className="niet-drukken"),
    ]


def _woorden(context: Context) -> Component:
    woorden = sorted(context.teksten["hulp"]["woorden"].items(), key=lambda paar: paar[0].lower())
    return html.Dl(
        [
            html.Div([html.Dt(woord), html.Dd(uitleg)], className="heel")
            for woord, uitleg in woorden
        ],
        className="woorden hulp-raster",
    )


def _routes(server: Flask, context: Context) -> None:
    register_pakket(server, context)


PAGE = Page(
    "hulp",
    links.HULP,
    layout,
    volgorde=60,
    menu=lambda _c: links.HULP,
    register_routes=_routes,
)

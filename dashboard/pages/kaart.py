"""The page with the map: one theme of one area, and everything that belongs to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dash import ClientsideFunction, Input, Output, State, dcc, html, no_update

from dashboard import focusbewaren, links
from dashboard.components.bodemblad import bodemblad
from dashboard.components.frame import FrameIds
from dashboard.components.kaart.beeld import Beeld, lees_beeld
from dashboard.components.kaart.film import FILM, kaartfilm
from dashboard.components.kaart.initiatief import gekozen_initiatief
from dashboard.components.kaart.keuzes import (
    ONDERWERP,
    keuzes_na,
    keuzes_voor,
    onderwerp,
)
from dashboard.components.kaart.kijkkeuzes import kijkkeuzes
from dashboard.components.kaart.klassekeuze import klassekeuze
from dashboard.components.kaart.koptekst import bijtekst, koptekst, meldingen, plaatstekst
from dashboard.components.kaart.lagen import LAGEN, lagenkeuze
from dashboard.components.kaart.lagenlegenda import lagenlegenda
from dashboard.components.kaart.legenda import legenda
from dashboard.components.kaart.meenemen import meenemen
from dashboard.components.kaart.paneel import paneel
from dashboard.components.kaart.samenvatting import samenvatting
from dashboard.components.kaart.selectie import KIEZEN, meerkeuze, selectiepaneel
from dashboard.components.kaart.selectie import delen as deelkeuze
from dashboard.components.kaart.tabel import TABEL, kaarttabel
from dashboard.components.kaart.vak import kaartvak
from dashboard.components.kaart.wens import wens
from dashboard.components.kaart.zoek import zoekvak
from dashboard.kaart import blad as kaartblad
from dashboard.kaart import punten as kaartpunten
from dashboard.kaart import zoek as kaartzoek
from dashboard.page import Adres, Page

if TYPE_CHECKING:
    from dash import Dash
    from dash.development.base_component import Component
    from flask import Flask

    from dashboard.context import Context


class Ids:
    """Ids of the page."""

    KOP = "kaart-kop"
    VOOR = "kaart-keuzes-voor"
    NA = "kaart-keuzes-na"
    VAK = "kaart-vak"
    WENS = "kaart-wens"
    GEZONDEN = "kaart-gezonden"
    LEGENDA = "kaart-legenda"
    LAAGLEGENDA = "kaart-laaglegenda"
    PANEEL = "kaart-paneel"


def layout(context: Context, adres: Adres) -> html.Article:
    """Draw the whole page for an address."""
    with context.reader.momentopname() as nu:
        beeld = lees_beeld(context, nu, adres.vraag)
        return html.Article(
            [
                html.Header(_kop(beeld), id=Ids.KOP),
                _keuzes(beeld),
                html.Div([_links(beeld), _rechts(beeld)], className="kaart-indeling"),
                dcc.Store(id=Ids.WENS, data=_wensen(beeld)),
                dcc.Store(id=Ids.GEZONDEN),
            ],
            className="blad kaartpagina",
        )


def _keuzes(beeld: Beeld) -> html.Div:
    delen = [
        html.Div(keuzes_voor(beeld), id=Ids.VOOR),
        onderwerp(beeld),
        html.Div(keuzes_na(beeld), id=Ids.NA),
    ]
    return html.Div(delen, className="kaart-keuzes niet-drukken")


def _links(beeld: Beeld) -> html.Div:
    vak = html.Div(kaartvak(beeld), id=Ids.VAK, className="kaart-vak")
    lagen = html.Div([lagenkeuze(beeld), meerkeuze(beeld)], className="kaart-op niet-drukken")
    film = html.Div(kaartfilm(beeld), className="niet-drukken")
    # Under its switch, so that what was chosen on the map stays near the top of the other side.
    wat = html.Div(lagenlegenda(beeld), id=Ids.LAAGLEGENDA)
    return html.Div([vak, film, lagen, wat], className="kaart-links")


def _rechts(beeld: Beeld) -> html.Div:
    delen = [
        html.Div(zoekvak(beeld.context), className="kaart-zoekplek niet-drukken"),
        html.Div(_legenda(beeld), id=Ids.LEGENDA),
        html.Div(_zij(beeld), id=Ids.PANEEL),
        kaarttabel(*beeld.beelden),
    ]
    return html.Div(delen, className="kaart-rechts")


def _legenda(beeld: Beeld) -> list[Component]:
    """Give what the colours stand for, and ways to let them stand for other things."""
    return [kijkkeuzes(beeld), legenda(*beeld.beelden), *klassekeuze(beeld)]


def _zij(beeld: Beeld) -> list[Component]:
    """Give the area as a whole and the chosen one; what was chosen comes first."""
    gekozen = beeld.staat.gekozen
    geheel = [*map(samenvatting, beeld.beelden), *deelkeuze(beeld)]
    teken = gekozen_initiatief(beeld)
    if teken:
        # One sheet at a time at the bottom of a phone: what was chosen last.
        eigen = [selectiepaneel(beeld)] if gekozen.eigen else []
        return [*teken, *eigen, *geheel, meenemen(beeld)]
    if gekozen.eigen:
        return [_blad(beeld, selectiepaneel(beeld)), *geheel, meenemen(beeld)]
    if gekozen.selectie:
        return [_blad(beeld, paneel(beeld)), *geheel, meenemen(beeld)]
    return [*geheel, paneel(beeld), meenemen(beeld)]


def _blad(beeld: Beeld, inhoud: Component) -> Component:
    s = beeld.staat
    regio = beeld.nu.regio(s.gekozen.selectie, s.indeling) if s.gekozen.selectie else None
    aantal = len(s.gekozen.codes)
    naam = regio.naam if regio else beeld.zin("keuze.op_blad", aantal=aantal)
    return bodemblad(naam, (beeld.zin("blad_open"), beeld.zin("blad_dicht")), inhoud)


def _kop(beeld: Beeld) -> list[Component]:
    kleur = "" if beeld.ander else f" gebied-naam gebied-{beeld.staat.gebied.slug}"
    return [
        *meldingen(beeld),
        html.H1(koptekst(beeld)),
        html.P(bijtekst(beeld, plaatstekst(beeld)), className=f"kaart-bij{kleur}"),
    ]


def _wensen(beeld: Beeld) -> list[dict[str, Any]]:
    """Give the wish of each map on the page."""
    return [wens(deel) for deel in beeld.beelden]


def _bladen(wensen: list[dict[str, Any]]) -> list[str]:
    """Tell frames apart: Dash draws them anew, and so loads them again, when they are sent."""
    return [deel["blad"] for deel in wensen]


def register_callbacks(app: Dash, context: Context) -> None:
    """One callback: a new address gives a new view. The browser passes the wish to the map."""

    @app.callback(
        Output(Ids.KOP, "children"),
        Output(Ids.VOOR, "children"),
        Output(ONDERWERP, "inhoud"),
        Output(Ids.NA, "children"),
        Output(FILM, "inhoud"),
        Output(LAGEN, "inhoud"),
        Output(KIEZEN, "inhoud"),
        Output(Ids.VAK, "children"),
        Output(Ids.WENS, "data"),
        Output(Ids.LEGENDA, "children"),
        Output(Ids.LAAGLEGENDA, "children"),
        Output(Ids.PANEEL, "children"),
        Output(TABEL, "inhoud"),
        Input(FrameIds.ADRES, "search"),
        State(FrameIds.ADRES, "pathname"),
        State(Ids.WENS, "data"),
        prevent_initial_call=True,
    )
    def teken(search: str | None, pathname: str | None, vorige: list[dict[str, Any]]) -> Any:  # noqa: ANN401
        adres = Adres.parse(pathname, search)
        if adres.pad != links.KAART:
            return (no_update,) * 13
        with context.reader.momentopname() as nu:
            beeld = lees_beeld(context, nu, adres.vraag)
            wensen = _wensen(beeld)
            return (
                _kop(beeld),
                keuzes_voor(beeld),
                onderwerp(beeld).inhoud,
                keuzes_na(beeld),
                kaartfilm(beeld).inhoud,
                lagenkeuze(beeld).inhoud,
                meerkeuze(beeld).inhoud,
                no_update if _bladen(vorige) == _bladen(wensen) else kaartvak(beeld),
                wensen,
                _legenda(beeld),
                lagenlegenda(beeld),
                _zij(beeld),
                # Only what is in them: a new component would lose focus and sorting.
                kaarttabel(*beeld.beelden).inhoud,
            )

    # The output is for the first view: without one Dash does not call this for a new page.
    app.clientside_callback(
        ClientsideFunction("kaart", "toon"),
        Output(Ids.GEZONDEN, "data"),
        Input(Ids.WENS, "data"),
    )


def _routes(server: Flask, context: Context) -> None:
    kaartblad.register_routes(server, context)
    kaartpunten.register_kaartpunten(server, context)
    kaartzoek.register_routes(server, context)
    focusbewaren.register_routes(server, context)


def _menu(_context: Context) -> str:
    return links.KAART


PAGE = Page(
    "kaart",
    links.KAART,
    layout,
    volgorde=10,
    menu=_menu,
    register_callbacks=register_callbacks,
    register_routes=_routes,
    volgt_vraag=True,
)

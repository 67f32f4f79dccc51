"""The fact sheet of an area: what is strong, what the area looks at first, the rest, the table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dash import html

from dashboard import links
from dashboard.components import blad_delen, blad_keuzes
from dashboard.components.melding import leeg, melding
from dashboard.components.tekening import tekening
from dashboard.components.wild import wild
from dashboard.factsheet.inhoud import BladInhoud
from dashboard.factsheet.keuzes import Keuzes
from dashboard.factsheet.model import Blad, maak_blad, onderwerp
from dashboard.factsheet.opstellen import stel_op
from dashboard.factsheet.selectie import SELECTIE
from dashboard.factsheet.vergelijkblad import VERGELIJKBLAD, maak_vergelijkblad
from dashboard.figures.svg import Svg
from dashboard.focus import met_focus
from dashboard.page import Adres, Page
from wijken import opmaak
from wijken.errors import InvoerError, WijkenError

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.context import Context
    from dashboard.momentopname import Momentopname
    from wijken.bron import Werkgebied


def layout(context: Context, adres: Adres) -> Component:
    """Draw the sheet of the slug in the address.

    Raises:
        InvoerError: when the slug stands for nothing; `bestaat` keeps that from happening.
    """
    slug, keuzes = adres.delen["slug"], met_focus(context, Keuzes.uit_vraag(adres.vraag))
    with context.reader.momentopname() as nu:
        if slug == VERGELIJKBLAD:
            inhoud = maak_vergelijkblad(context, nu, keuzes)
            return _blad(context, inhoud, keuzes, "", [])
        try:
            wat = onderwerp(nu, context.catalogus, slug, keuzes)
        except InvoerError as fout:
            if slug == SELECTIE:
                return _kiezen(context, nu, adres, str(fout) if keuzes.selectie else "")
            raise
        blad = maak_blad(nu, context.catalogus, context.initiatieven, wat, keuzes)
        inhoud = stel_op(context, nu, blad, keuzes)
        delen = _delen(context, blad)
        if wat.selectie:
            delen = [blad_keuzes.kies_delen(context, nu, wat.gebied, keuzes)]
    return _blad(context, inhoud, keuzes, wat.gebied.slug, delen)


def bestaat(context: Context, adres: Adres) -> bool:
    """Tell whether there is a sheet of this name; without a database any may be."""
    if adres.delen["slug"] in (SELECTIE, VERGELIJKBLAD):
        return True
    try:
        with context.reader.momentopname() as nu:
            onderwerp(nu, context.catalogus, adres.delen["slug"])
    except InvoerError:
        return False
    except WijkenError:
        return True
    return True


def titel(context: Context, adres: Adres) -> str:
    """Give the title for the browser's tab: the name of the area."""
    zin, slug = context.teksten.zin, adres.delen["slug"]
    if slug in (SELECTIE, VERGELIJKBLAD):
        return zin("factsheet.titel_van", naam=zin(f"factsheet.tab_{slug}"))
    try:
        with context.reader.momentopname() as nu:
            naam = onderwerp(nu, context.catalogus, slug).naam
    except WijkenError:
        return zin("factsheet.titel")
    return zin("factsheet.titel_van", naam=naam)


def _blad(
    context: Context, blad: BladInhoud, keuzes: Keuzes, gebied: str, delen: Sequence[Component]
) -> Component:
    selectie = blad.slug == SELECTIE
    return html.Article(
        [
            blad_keuzes.andere_bladen(context, blad.slug, gebied),
            _kop(context, blad, keuzes),
            *(delen if selectie else []),
            blad_keuzes.aanpassen(context, blad, keuzes),
            *blad_delen.kort(context, blad),
            *blad_delen.blokken(context, blad),
            *blad_delen.woningen(context, blad),
            *blad_delen.valt_op(context, blad),
            *blad_delen.initiatieven(context, blad, gebied),
            blad_delen.tafel(context, blad),
            *blad_delen.bijlage(context, blad),
            *blad_delen.bronnen(context, blad),
            *blad_delen.ontbreekt(context, blad),
            *([] if selectie else delen),
            html.P(blad.regel, className="klein stil blad-regel"),
        ],
        className=f"blad factsheet gebied-{gebied}",
        **wild(aria_label=context.teksten.zin("factsheet.titel")),
    )


def _kiezen(context: Context, nu: Momentopname, adres: Adres, fout: str) -> Component:
    """Draw the sheet of a selection before anything is selected: the list to choose from."""
    zin, gebieden = context.teksten.zin, context.catalogus.werkgebieden
    gebied: Werkgebied = gebieden.get(adres.vraag.get("gebied", "")) or next(
        iter(gebieden.values())
    )
    keuzes = Keuzes()
    return html.Article(
        [
            blad_keuzes.andere_bladen(context, SELECTIE, gebied.slug),
            html.Header(
                [
                    html.H1(zin("factsheet.tab_selectie")),
                    html.P(zin("factsheet.kies_begin"), className="start-vraag"),
                    *([melding(fout)] if fout else []),
                ],
                className="blad-kop",
            ),
            blad_keuzes.kies_delen(context, nu, gebied, keuzes),
        ],
        className=f"blad factsheet gebied-{gebied.slug}",
        **wild(aria_label=zin("factsheet.titel")),
    )


def _kop(context: Context, blad: BladInhoud, keuzes: Keuzes) -> Component:
    atelier = " · ".join(deel for deel in (blad.atelier.datum, blad.atelier.plaats) if deel)
    woorden = [
        html.P(blad.soort, className="blad-soort"),
        html.H1(html.Span(blad.titel, className="gebied-naam")),
        html.P(blad.vraag, className="start-vraag"),
        *_omvang(context, blad),
        *([html.P(_atelier(context, atelier), className="blad-atelier")] if atelier else []),
        *_uitleg(blad),
        blad_keuzes.knoppen(context, blad.slug, keuzes),
    ]
    kaart = blad.kaart
    beeld = [tekening(kaart.svg)] if kaart and isinstance(kaart.svg, Svg) else []
    figuur = [html.Figure(beeld, className="blad-kaartje")] if beeld else []
    return html.Header([html.Div(woorden), *figuur], className="blad-kop")


def _atelier(context: Context, wanneer: str) -> str:
    return context.teksten.zin("factsheet.atelier_op", wanneer=wanneer)


def _omvang(context: Context, blad: BladInhoud) -> list[Component]:
    if not blad.omvang:
        return []
    delen = []
    for cijfer in blad.omvang:
        aantal = f"{cijfer.getal}{opmaak.DUN}{cijfer.eenheid}".strip()
        jaar = cijfer.waarneming.periode
        zin = context.teksten.zin("factsheet.omvang_jaar", cijfer=aantal, jaar=jaar)
        delen.append(html.Li(links.intern(zin, links.verantwoording(cijfer.sleutel))))
    kop = wild(aria_label=context.teksten.zin("factsheet.omvang"))
    return [html.Ul(delen, className="blad-omvang", **kop)]


def _uitleg(blad: BladInhoud) -> list[Component]:
    weinig = not any(cijfer.strook for blok in blad.blokken for cijfer in blok.cijfers)
    if weinig and blad.uitleg:
        return [leeg(" ".join(blad.uitleg))]
    return [html.P(" ".join(blad.uitleg), className="klein stil blad-lezen")]


def _delen(context: Context, blad: Blad) -> list[Component]:
    zin, wat = context.teksten.zin, blad.onderwerp
    secties: list[Component] = []
    if blad.delen:
        kop = zin(f"factsheet.delen_{blad.delen[0].soort}")
        secties.append(_lijst(kop, [(r.naam, r.code.code) for r in blad.delen]))
    if blad.boven:
        boven = [(r.naam, r.code.code) for r in blad.boven]
        boven[0] = (wat.gebied.plaats, wat.gebied.slug)
        secties.append(_lijst(zin("factsheet.boven"), boven))
    return secties


def _lijst(kop: str, paren: Sequence[tuple[str, str]]) -> Component:
    regels = [html.Li(links.intern(naam, links.factsheet(slug))) for naam, slug in paren]
    return html.Section(
        [html.H2(kop), html.Ul(regels, className="blad-delen")], className="niet-drukken"
    )


def _menu(context: Context) -> str:
    return links.factsheet(next(iter(context.catalogus.werkgebieden)))


PAGE = Page(
    "factsheet",
    "/factsheet/<slug>",
    layout,
    volgorde=30,
    menu=_menu,
    titel=titel,
    bestaat=bestaat,
)

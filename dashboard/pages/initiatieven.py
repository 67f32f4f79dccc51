"""The list of civic initiatives: per area and wijk, filtered by what stands in the address."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from dash import html

from dashboard import links
from dashboard.bewerken.bestanden import register_bestanden
from dashboard.bewerken.dubbelen import register_dubbelen
from dashboard.bewerken.initiatief import register_initiatief
from dashboard.bewerken.invoer import register_invoer
from dashboard.bewerken.plaatsen import register_plaatsen
from dashboard.bewerken.toegangspagina import register_toegang
from dashboard.bewerken.verzoek import register_verzoek
from dashboard.components.initiatief_filter import (
    Filter,
    kan_inloggen,
    keuzes,
    kies,
    lees_filter,
    mag_bewerken,
)
from dashboard.components.initiatief_regel import regel
from dashboard.components.licht import licht
from dashboard.components.melding import leeg, melding
from dashboard.page import Adres, Page

if TYPE_CHECKING:
    from dash.development.base_component import Component
    from flask import Flask

    from dashboard.context import Context
    from dashboard.register.initiatieven import Initiatief

# More on one page would take seconds to draw, and nobody reads it.
_PER_BLAD = 300


def layout(context: Context, adres: Adres) -> Component:
    """Draw the page; an unknown choice shows everything and says so."""
    zin = context.teksten["initiatieven"]
    filter_, meldingen = lees_filter(context, adres.vraag)
    gekozen = kies(context, filter_)
    begin = _begin(adres, len(gekozen))
    niets = zin["geen_stand" if filter_.stand else "geen"]
    getoond = gekozen[begin : begin + _PER_BLAD]
    return html.Article(
        [
            html.H1(zin["titel"]),
            html.P(zin["inleiding"], className="inleiding"),
            _wegen(context),
            *(melding(tekst) for tekst in meldingen),
            html.Div(keuzes(context, filter_), className="keuzes niet-drukken"),
            html.P(_aantal(context, gekozen, begin), className="stil", role="status"),
            licht(_per_gebied(context, getoond)) if getoond else leeg(niets),
            _verder(context, filter_, begin, len(gekozen)),
        ],
        className="blad",
    )


def _wegen(context: Context) -> Component:
    """Offer what somebody who may edit can do, or the way to become one."""
    zin = context.teksten["initiatieven"]
    wegen = [(zin["lijst_insturen"], links.INVOER)]
    if mag_bewerken(context):
        wegen = [(zin["toevoegen"], links.NIEUW), *wegen, (zin["dubbelen"], links.DUBBELEN)]
        wegen = [*wegen, (zin["plaatsen"], links.PLAATSEN)]
    elif kan_inloggen(context):
        wegen = [*wegen, (zin["inloggen"], links.TOEGANG)]
    # Pages of the server itself: plain links, not drawn in place.
    regels = [html.Li(html.A(woord, href=naar, className="keuze")) for woord, naar in wegen]
    kansen = links.intern(zin["kansenkaart"], links.kansenkaart(), className="keuze")
    regels += [html.Li(kansen), html.Li(_meenemen(context))]
    return html.Ul(regels, className="wegen-rij niet-drukken")


def _meenemen(context: Context) -> list[Component | str]:
    zin = context.teksten["initiatieven"]
    excel, csv = (
        html.A(woord, href=f"{links.LIJST}.{soort}", download="", className="keuze")
        for woord, soort in ((zin["excel"], "xlsx"), (zin["csv"], "csv"))
    )
    return [zin["meenemen"], excel, " ", csv]


def _begin(adres: Adres, aantal: int) -> int:
    tekst = adres.vraag.get("vanaf", "")
    vanaf = int(tekst) if tekst.isdecimal() and len(tekst) < 7 else 0  # noqa: PLR2004
    return min(vanaf, max(0, aantal - 1)) // _PER_BLAD * _PER_BLAD


def _aantal(context: Context, gekozen: Sequence[Initiatief], begin: int) -> str:
    aantal = len(gekozen)
    if aantal == 1:
        return context.teksten.zin("initiatieven.aantal_een")
    zin = context.teksten.zin("initiatieven.aantal", aantal=aantal)
    if aantal <= _PER_BLAD:
        return zin
    tot = min(begin + _PER_BLAD, aantal)
    deel = context.teksten.zin("initiatieven.deel", van=begin + 1, tot=tot)
    return f"{zin}. {deel}"


def _verder(context: Context, filter_: Filter, begin: int, aantal: int) -> Component | None:
    """Lead to the next and the earlier part of a long list."""
    delen = []
    for sleutel, vanaf in (("terug", begin - _PER_BLAD), ("verder", begin + _PER_BLAD)):
        if 0 <= vanaf < aantal:
            hoeveel = min(_PER_BLAD, aantal - vanaf)
            woord = context.teksten.zin(f"initiatieven.{sleutel}", aantal=hoeveel)
            naar = links.adres(links.INITIATIEVEN, **filter_.als_vraag(), vanaf=vanaf or None)
            delen.append(links.intern(woord, naar, className="keuze"))
    return html.P(delen, className="wegen-rij niet-drukken") if delen else None


def _per_gebied(context: Context, gekozen: Sequence[Initiatief]) -> list[Component]:
    gebieden = [(w.slug, w.plaats) for w in context.catalogus.werkgebieden.values()]
    bekend = {slug for slug, _ in gebieden}
    per_slug = [(s, naam, [i for i in gekozen if i.werkgebied == s]) for s, naam in gebieden]
    elders = [i for i in gekozen if i.werkgebied not in bekend]
    per_slug.append(("elders", context.teksten.zin("initiatieven.elders_kop"), elders))
    return [
        html.Section(
            [
                html.H2([html.Span(naam, className="gebied-naam")]),
                *_per_wijk(context, lijst),
            ],
            className=f"gebied-{slug}",
        )
        for slug, naam, lijst in per_slug
        if lijst
    ]


def _per_wijk(context: Context, lijst: Sequence[Initiatief]) -> list[Component]:
    zonder = context.teksten.zin("initiatieven.zonder_wijk")
    volgorde = sorted(lijst, key=lambda i: (not i.wijk_of_dorp, i.wijk_of_dorp, i.naam.lower()))
    return [
        html.Div(
            [
                html.H3(wijk or zonder),
                html.Ul([regel(context, i) for i in groep], className="initiatief-lijst"),
            ],
            className="wijk-groep",
        )
        for wijk, groep in groupby(volgorde, key=lambda i: i.wijk_of_dorp)
    ]


def _routes(server: Flask, context: Context) -> None:
    register_verzoek(server)
    register_toegang(server, context)
    register_invoer(server, context)
    register_dubbelen(server, context)
    register_plaatsen(server, context)
    register_bestanden(server, context)
    register_initiatief(server, context)


PAGE = Page(
    "initiatieven",
    links.INITIATIEVEN,
    layout,
    volgorde=40,
    menu=lambda _c: links.INITIATIEVEN,
    register_routes=_routes,
)

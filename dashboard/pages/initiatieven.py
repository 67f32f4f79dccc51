"""The list of civic initiatives: per area and wijk, filtered by area and theme in the address."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from dash import html

from dashboard import links
from dashboard.components.datum import datum
from dashboard.components.keuzes import Keuze, keuzerij
from dashboard.components.melding import leeg, melding
from dashboard.page import Adres, Page

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.context import Context
    from dashboard.register.initiatieven import Initiatief


def layout(context: Context, adres: Adres) -> Component:
    """Draw the page; an unknown area or theme shows everything and says so."""
    zin = context.teksten["initiatieven"]
    gebied, thema, meldingen = _filter(context, adres)
    gekozen = [
        i
        for i in context.initiatieven
        if gebied in ("", i.werkgebied) and (not thema or thema in i.themas)
    ]
    return html.Article(
        [
            html.H1(zin["titel"]),
            html.P(zin["inleiding"], className="inleiding"),
            *meldingen,
            html.Div(_keuzes(context, gebied, thema), className="keuzes niet-drukken"),
            html.P(_aantal(context, len(gekozen)), className="stil", role="status"),
            *(_per_gebied(context, gekozen) or [leeg(zin["geen"])]),
        ],
        className="blad",
    )


def _filter(context: Context, adres: Adres) -> tuple[str, str, list[Component]]:
    """Give the area and theme asked for, "" for all, and what to say about nonsense."""
    meldingen: list[Component] = []
    gekozen = []
    for sleutel, bekend in (
        ("gebied", set(context.catalogus.werkgebieden)),
        ("thema", _themas(context)),
    ):
        gevonden = adres.vraag.get(sleutel, "")
        if gevonden and gevonden not in bekend:
            tekst = context.teksten.zin(f"initiatieven.onbekend_{sleutel}", gevonden=gevonden)
            meldingen.append(melding(tekst))
            gevonden = ""
        gekozen.append(gevonden)
    return gekozen[0], gekozen[1], meldingen


def _themas(context: Context) -> set[str]:
    return {thema for initiatief in context.initiatieven for thema in initiatief.themas}


def _keuzes(context: Context, gebied: str, thema: str) -> list[Component]:
    zin = context.teksten["initiatieven"]
    gebieden = [Keuze(zin["alle_gebieden"], links.initiatieven(thema=thema), not gebied)]
    gebieden += [
        Keuze(w.plaats, links.initiatieven(w.slug, thema), w.slug == gebied, f"gebied-{w.slug}")
        for w in context.catalogus.werkgebieden.values()
    ]
    themas = [Keuze(zin["alle_themas"], links.initiatieven(gebied), not thema)]
    themas += [
        Keuze(t, links.initiatieven(gebied, t), t == thema) for t in sorted(_themas(context))
    ]
    return [keuzerij(zin["gebied"], gebieden), keuzerij(zin["thema"], themas)]


def _aantal(context: Context, aantal: int) -> str:
    if aantal == 1:
        return context.teksten.zin("initiatieven.aantal_een")
    return context.teksten.zin("initiatieven.aantal", aantal=aantal)


def _per_gebied(context: Context, gekozen: Sequence[Initiatief]) -> list[Component]:
    return [
        html.Section(
            [
                html.H2([html.Span(w.plaats, className="gebied-naam")]),
                *_per_wijk(context, [i for i in gekozen if i.werkgebied == w.slug]),
            ],
            className=f"gebied-{w.slug}",
        )
        for w in context.catalogus.werkgebieden.values()
        if any(i.werkgebied == w.slug for i in gekozen)
    ]


def _per_wijk(context: Context, lijst: Sequence[Initiatief]) -> list[Component]:
    zonder = context.teksten.zin("initiatieven.zonder_wijk")
    volgorde = sorted(lijst, key=lambda i: (not i.wijk_of_dorp, i.wijk_of_dorp, i.naam.lower()))
    return [
        html.Div(
            [
                html.H3(wijk or zonder),
                html.Ul([_een(context, i) for i in groep], className="initiatief-lijst"),
            ],
            className="wijk-groep",
        )
        for wijk, groep in groupby(volgorde, key=lambda i: i.wijk_of_dorp)
    ]


def _een(context: Context, initiatief: Initiatief) -> Component:
    naam: Component | str = initiatief.naam
    if _is_web(initiatief.website):
        naam = links.extern(initiatief.naam, initiatief.website)
    return html.Li(
        [
            html.H4(naam),
            html.P(initiatief.omschrijving),
            html.P(_feiten(context, initiatief), className="klein"),
            html.P(_gevonden(context, initiatief), className="bron"),
        ],
        className="heel",
    )


def _feiten(context: Context, initiatief: Initiatief) -> list[Component | str]:
    waar = (initiatief.organisatie, initiatief.adres, initiatief.plaats)
    delen = [", ".join(dict.fromkeys(deel for deel in waar if deel))]
    if initiatief.voor_wie:
        delen.append(context.teksten.zin("initiatieven.voor", voor_wie=initiatief.voor_wie))
    themas = html.Span(", ".join(initiatief.themas), className="stil")
    return [". ".join(deel for deel in delen if deel), " \u00b7 ", themas]


def _gevonden(context: Context, initiatief: Initiatief) -> list[Component | str]:
    zin = context.teksten["initiatieven"]
    dag = _bron_dag(context, initiatief.bron_datum)
    huis = urlsplit(initiatief.bron_url).hostname or ""
    naam = huis.removeprefix("www.")
    bron = links.extern(naam, initiatief.bron_url) if _is_web(initiatief.bron_url) else naam
    return [f"{zin['gevonden']} (", bron, f", {dag}), {zin['nagekeken']}"]


def _bron_dag(context: Context, tekst: str) -> str:
    """Give the date of the source; `onbekend (rond 2015)` says what is known of it."""
    kern = tekst.removeprefix("onbekend").strip(" ()")
    return datum(context.teksten, kern) or context.teksten.zin("initiatieven.datum_onbekend")


def _is_web(adres: str) -> bool:
    # The list comes from outside: a link that is a script may not become one.
    return urlsplit(adres).scheme in ("http", "https")


PAGE = Page(
    "initiatieven", links.INITIATIEVEN, layout, volgorde=40, menu=lambda _c: links.INITIATIEVEN
)

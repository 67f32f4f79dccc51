"""The fact sheet of an area: what is strong, what the area looks at first, the rest, the table."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from dash import html

from dashboard import links
from dashboard.components.datum import datum
from dashboard.components.kerncijfer import kerncijfer
from dashboard.components.keuzes import Keuze, keuzerij
from dashboard.components.melding import leeg
from dashboard.components.wild import wild
from dashboard.components.woorden import onderwerp_van
from dashboard.factsheet.cijfers import Kerncijfer
from dashboard.factsheet.model import KRACHT, Blad, Ontbreekt, maak_blad, onderwerp
from dashboard.page import Adres, Page
from wijken import opmaak
from wijken.errors import InvoerError, WijkenError
from wijken.regio import Soort

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.context import Context
    from dashboard.register.initiatieven import Initiatief

# Below this a sheet says that there is little to say.
_WEINIG = 5
_INITIATIEVEN = 12


def layout(context: Context, adres: Adres) -> Component:
    """Draw the sheet of the slug in the address.

    Raises:
        InvoerError: when the slug stands for nothing; `bestaat` keeps that from happening.
    """
    with context.reader.momentopname() as nu:
        wat = onderwerp(nu, context.catalogus, adres.delen["slug"])
        blad = maak_blad(nu, context.catalogus, context.initiatieven, wat)
    zin = context.teksten["factsheet"]
    return html.Article(
        [
            _keuzes(context, blad),
            *_kop(context, blad),
            *_blokken(context, blad),
            _initiatieven(context, blad),
            _tafel(context),
            *_ontbreekt(context, blad),
            *_delen(context, blad),
            html.P(
                context.teksten.zin("factsheet.voet", datum=datum(context.teksten, blad.opgehaald)),
                className="klein stil",
            ),
        ],
        className=f"blad factsheet gebied-{wat.gebied.slug}",
        **wild(aria_label=zin["titel"]),
    )


def bestaat(context: Context, adres: Adres) -> bool:
    """Tell whether there is a sheet of this name; without a database any may be."""
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
    try:
        with context.reader.momentopname() as nu:
            naam = onderwerp(nu, context.catalogus, adres.delen["slug"]).naam
    except WijkenError:
        return context.teksten.zin("factsheet.titel")
    return context.teksten.zin("factsheet.titel_van", naam=naam)


def _keuzes(context: Context, blad: Blad) -> Component:
    keuzes = [
        Keuze(
            f"{w.naam}, {w.plaats}",
            links.factsheet(w.slug),
            w.slug == blad.onderwerp.slug,
            f"gebied-{w.slug}",
        )
        for w in context.catalogus.werkgebieden.values()
    ]
    return html.Div(
        keuzerij(context.teksten.zin("factsheet.gebied"), keuzes), className="keuzes niet-drukken"
    )


def _kop(context: Context, blad: Blad) -> list[Component]:
    zin, wat = context.teksten.zin, blad.onderwerp
    delen: list[Component] = [
        html.P(_soort(context, blad), className="blad-soort"),
        html.H1(html.Span(wat.naam, className="gebied-naam")),
        html.P(wat.gebied.vraag, className="start-vraag"),
        _omvang(context, blad),
    ]
    aantal = sum(len(blok.cijfers) for blok in blad.blokken)
    if aantal < _WEINIG:
        delen.append(leeg(zin("factsheet.weinig")))
    if any(k.spreiding for blok in blad.blokken for k in blok.cijfers):
        delen.append(html.P(_lezen(context, blad), className="klein stil blad-lezen"))
    knop = html.Button(
        zin("factsheet.druk_af"),
        type="button",
        className="knop niet-drukken",
        **wild(data_druk_af="ja"),
    )
    return [html.Header([*delen, knop], className="blad-kop")]


def _soort(context: Context, blad: Blad) -> str:
    zin, wat = context.teksten.zin, blad.onderwerp
    if wat.is_werkgebied:
        return zin("factsheet.soort_werkgebied", corporatie=wat.gebied.naam)
    in_ = ", ".join(regio.naam for regio in reversed(blad.boven))
    soort = zin(f"factsheet.soort_{wat.regio.soort}", **{"in": in_})
    nieuwste = max((grens.kaart for grens in wat.gebied.grenzen), default=0)
    if wat.regio.indeling < nieuwste:
        return f"{soort}. {zin('factsheet.soort_toen', jaar=wat.regio.indeling)}"
    return soort


def _omvang(context: Context, blad: Blad) -> Component:
    delen = []
    for cijfer in blad.omvang:
        aantal = opmaak.met_eenheid(cijfer.waarneming.waarde or 0.0, cijfer.indicator)
        jaar = cijfer.waarneming.periode
        zin = context.teksten.zin("factsheet.omvang_jaar", cijfer=aantal, jaar=jaar)
        weg = links.verantwoording(cijfer.indicator.id)
        delen.append(html.Li(links.intern(zin, weg)))
    kop = wild(aria_label=context.teksten.zin("factsheet.omvang"))
    return html.Ul(delen, className="blad-omvang", **kop)


def _lezen(context: Context, blad: Blad) -> str:
    wat = blad.onderwerp
    if wat.regio.soort is Soort.GEMEENTE:
        return context.teksten.zin("factsheet.lezen_geheel")
    return context.teksten.zin("factsheet.lezen_blad", niveau=wat.regio.soort, naam=wat.naam)


def _blokken(context: Context, blad: Blad) -> list[Component]:
    """Draw strengths and lead theme each apart, the few figures of other themes together."""
    apart = (KRACHT, blad.onderwerp.gebied.leidend_thema)
    zin, themas = context.teksten.zin, context.catalogus.themas
    secties = [
        _blok(
            context,
            blad,
            zin("factsheet.kracht") if blok.sleutel == KRACHT else themas[blok.sleutel].naam,
            [(cijfer, "") for cijfer in blok.cijfers],
        )
        for blok in blad.blokken
        if blok.sleutel in apart
    ]
    rest = [
        (cijfer, themas[blok.sleutel].naam)
        for blok in blad.blokken
        if blok.sleutel not in apart
        for cijfer in blok.cijfers
    ]
    if rest:
        secties.append(_blok(context, blad, zin("factsheet.verder"), rest))
    return secties


def _blok(
    context: Context, blad: Blad, kop: str, cijfers: Sequence[tuple[Kerncijfer, str]]
) -> Component:
    kleur = blad.onderwerp.gebied.kleur
    getekend = [kerncijfer(context, cijfer, kleur, thema=thema) for cijfer, thema in cijfers]
    return html.Section(
        [html.H2(kop), html.Div(getekend, className="kerncijfers")], className="blad-blok"
    )


def _tafel(context: Context) -> Component:
    zin, teksten = context.teksten["factsheet"], context.teksten
    vragen = [
        html.Li([html.P(vraag), html.Div(className="schrijfruimte")], className="heel")
        for vraag in teksten.zinnen("factsheet.vragen")
    ]
    return html.Section(
        [
            html.H2(zin["tafel"]),
            html.Ol(vragen, className="vragen"),
            html.Blockquote(html.P(f"\u201c{zin['motto']}\u201d"), className="motto heel"),
        ],
        className="blad-tafel",
    )


def _initiatieven(context: Context, blad: Blad) -> Component:
    zin, wat = context.teksten.zin, blad.onderwerp
    delen: list[Component] = [html.H2(zin("factsheet.initiatieven"))]
    if not blad.initiatieven:
        return html.Section([*delen, leeg(zin("factsheet.initiatieven_geen"))])
    if wat.regio.soort is Soort.BUURT and blad.boven:
        delen.append(html.P(zin("factsheet.initiatieven_wijk", naam=blad.boven[-1].naam)))
    delen.append(html.P(zin("factsheet.initiatieven_zin"), className="klein stil"))
    getoond = blad.initiatieven[:_INITIATIEVEN]
    delen.append(html.Ul([_initiatief(i) for i in getoond], className="blad-initiatieven"))
    rest = len(blad.initiatieven) - len(getoond)
    if rest:
        meer = zin("factsheet.initiatieven_meer", aantal=rest)
        weg = links.initiatieven(wat.gebied.slug)
        delen.append(html.P(links.intern(meer, weg), className="klein"))
    return html.Section(delen)


def _initiatief(initiatief: Initiatief) -> Component:
    waar = initiatief.wijk_of_dorp or initiatief.plaats
    return html.Li(
        [
            html.Strong(initiatief.naam),
            f" {initiatief.omschrijving}",
            html.Span(f" {waar}", className="stil") if waar else "",
        ],
        className="heel",
    )


def _ontbreekt(context: Context, blad: Blad) -> list[Component]:
    if not blad.ontbreekt:
        return []
    zin = context.teksten.zin
    volgorde = sorted(blad.ontbreekt, key=lambda o: o.status)
    delen: list[Component] = []
    for status, groep in groupby(volgorde, key=lambda o: o.status):
        reden = zin(f"status.{status}")
        reden = zin("factsheet.ontbreekt_reden", reden=reden[:1].upper() + reden[1:])
        namen = [_ontbrekend(context, o) for o in groep]
        delen += [html.Dt(reden), html.Dd("; ".join(namen) + ".")]
    kop = zin("factsheet.ontbreekt_zin", naam=blad.onderwerp.naam)
    return [
        html.Section(
            [html.H2(zin("factsheet.ontbreekt")), html.P(kop), html.Dl(delen, className="klein")],
            className="blad-ontbreekt",
        )
    ]


def _ontbrekend(context: Context, wat: Ontbreekt) -> str:
    naam = onderwerp_van(context, wat.indicator)
    naam = naam[:1].lower() + naam[1:] if naam[1:2].islower() else naam
    if wat.elders is None or wat.elders.waarde is None:
        return naam
    soort, code = wat.elders.regio.soort, wat.elders_naam
    waar = context.teksten.zin(f"factsheet.elders.{soort}", naam=code)
    cijfer = opmaak.met_eenheid(wat.elders.waarde, wat.indicator)
    jaar = wat.elders.periode
    return context.teksten.zin(
        "factsheet.elders_zin", naam=naam, waar=waar, cijfer=cijfer, jaar=jaar
    )


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

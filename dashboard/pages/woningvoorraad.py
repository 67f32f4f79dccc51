"""The homes: both areas side by side, or one beside its gemeente, and all wijken or buurten."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dash import html

from dashboard import links
from dashboard.bewerken.bezit import register_bezit
from dashboard.components.bezit_beeld import bezitbeeld, mag_opgeven
from dashboard.components.keuzes import Keuze, keuzerij
from dashboard.components.melding import leeg, melding
from dashboard.components.voorraad_beeld import Kolom, groepbeeld, kengetallen
from dashboard.components.voorraad_tabel import voorraadtabel, voorraden, zonder
from dashboard.page import Adres, Page
from dashboard.woningvoorraad import voorraad_van
from wijken.errors import InvoerError
from wijken.regio import Regio, Regiocode, Soort

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.context import Context
    from dashboard.momentopname import Momentopname
    from wijken.bron import Werkgebied

_NIVEAUS = (Soort.WIJK, Soort.BUURT)
# The second column of a page about one area: its gemeente, in ink.
_INKT = "#566064"


def layout(context: Context, adres: Adres) -> Component:
    """Draw the page; an unknown area or level shows the usual and says so."""
    with context.reader.momentopname() as nu:
        plek, meldingen = _plek(context, nu, adres)
        niveau, nog = _niveau(context, adres)
        kolommen = _kolommen(context, nu, plek)
        groepen = [g.id for g in kolommen[0].voorraad.groepen]
        tabellen = _tabellen(context, nu, plek, niveau)
        eigen = _eigen(context, nu, plek)
    zin = context.teksten["woningvoorraad"]
    return html.Article(
        [
            html.H1(_kop(context, plek)),
            html.P(zin["inleiding"], className="inleiding"),
            *meldingen,
            *nog,
            *_terug(context, plek),
            html.Section(
                [_kolom(context, kolom) for kolom in kolommen], className="voorraad-koppen"
            ),
            *(groepbeeld(context, sleutel, kolommen) for sleutel in groepen),
            html.Section(
                [
                    html.H2(zin["kop_tabel"]),
                    html.Div(_niveaus(context, plek, niveau), className="keuzes niet-drukken"),
                    *tabellen,
                ],
                id="tabellen",
            ),
            *eigen,
        ],
        className="blad voorraad",
    )


def _plek(context: Context, nu: Momentopname, adres: Adres) -> tuple[Regio | None, list[Component]]:
    """Give the one area asked for, None for both werkgebieden."""
    gevraagd = adres.vraag.get("plek", "")
    if not gevraagd:
        return None, []
    try:
        code = Regiocode.parse(gevraagd)
    except InvoerError:
        code = None
    regio = nu.regio(code) if code else None
    if regio is not None and context.catalogus.werkgebied_van(regio.code):
        return regio, []
    return None, [melding(context.teksten.zin("woningvoorraad.onbekend_plek", gevonden=gevraagd))]


def _niveau(context: Context, adres: Adres) -> tuple[Soort, list[Component]]:
    gevraagd = adres.vraag.get("niveau", Soort.WIJK)
    if gevraagd in _NIVEAUS:
        return Soort(gevraagd), []
    tekst = context.teksten.zin("woningvoorraad.onbekend_niveau", gevonden=gevraagd)
    return Soort.WIJK, [melding(tekst)]


def _kop(context: Context, plek: Regio | None) -> str:
    if plek is None:
        return context.teksten.zin("woningvoorraad.titel")
    return context.teksten.zin("woningvoorraad.titel_van", naam=plek.naam)


def _kolommen(context: Context, nu: Momentopname, plek: Regio | None) -> list[Kolom]:
    if plek is None:
        return [_van_gebied(nu, w, w.kleur) for w in context.catalogus.werkgebieden.values()]
    gebied = context.catalogus.werkgebied_van(plek.code)
    if gebied is None:  # pragma: no cover - _plek gives no such area
        raise InvoerError
    eigen = Kolom(plek.naam, f"gebied-{gebied.slug}", gebied.kleur, voorraad_van(nu, gebied, plek))
    if plek.soort is Soort.GEMEENTE:
        return [eigen]
    return [eigen, _van_gebied(nu, gebied, _INKT)]


def _van_gebied(nu: Momentopname, gebied: Werkgebied, kleur: str) -> Kolom:
    regio = nu.regio(gebied.codes[0])
    if regio is None:  # pragma: no cover - the database always has our gemeenten
        message = f"Wij hebben geen gebied met de code «{gebied.codes[0]}»."
        raise InvoerError(message)
    klasse = f"gebied-{gebied.slug}" if kleur == gebied.kleur else "zijde-stil"
    voorraad = nu.onthoud(("voorraad", gebied.slug), lambda: voorraad_van(nu, gebied, regio))
    return Kolom(gebied.plaats, klasse, kleur, voorraad)


def _kolom(context: Context, kolom: Kolom) -> Component:
    code = kolom.voorraad.regio.code.code
    wegen = [
        links.intern(context.teksten.zin("woningvoorraad.naar_blad"), links.factsheet(code)),
        links.intern(
            context.teksten.zin("woningvoorraad.naar_kaart"),
            links.kaart(
                gebied=_slug(context, kolom),
                indicator="koopwoningen_aandeel",
                selectie=code if kolom.voorraad.regio.soort is not Soort.GEMEENTE else "",
                niveau=kolom.voorraad.regio.soort if kolom.voorraad.regio.soort in _NIVEAUS else "",
            ),
        ),
    ]
    return html.Div(
        [
            html.H2(html.Span(kolom.naam, className="gebied-naam")),
            *kengetallen(context, kolom),
            html.P([wegen[0], " · ", wegen[1]], className="klein niet-drukken"),
        ],
        className=kolom.klasse,
    )


def _slug(context: Context, kolom: Kolom) -> str:
    gebied = context.catalogus.werkgebied_van(kolom.voorraad.regio.code)
    return gebied.slug if gebied else ""


def _terug(context: Context, plek: Regio | None) -> list[Component]:
    if plek is None:
        return []
    weg = links.intern(context.teksten.zin("woningvoorraad.beide"), links.woningvoorraad())
    return [html.P(weg, className="niet-drukken")]


def _niveaus(context: Context, plek: Regio | None, niveau: Soort) -> Component:
    zin = context.teksten.zin
    code = plek.code.code if plek else ""
    keuzes = [
        Keuze(zin(f"kaart.niveaus.{n}"), links.woningvoorraad(niveau=n, plek=code), n is niveau)
        for n in _NIVEAUS
    ]
    return keuzerij(zin("kaart.niveau"), keuzes)


def _tabellen(
    context: Context, nu: Momentopname, plek: Regio | None, niveau: Soort
) -> list[Component]:
    gebieden: Sequence[Werkgebied] = [
        w for w in context.catalogus.werkgebieden.values() if plek is None or w.bevat(plek.code)
    ]
    delen: list[Component] = []
    for gebied in gebieden:
        alle = voorraden(nu, gebied, niveau)
        kop = html.H3(html.Span(gebied.plaats, className="gebied-naam"))
        inhoud = [kop, voorraadtabel(context, gebied, niveau, alle)]
        uitleg = zonder(context, niveau, alle)
        if uitleg:
            inhoud.append(html.P(uitleg, className="klein stil"))
        delen.append(html.Div(inhoud, className=f"voorraad-lijst gebied-{gebied.slug}"))
    return delen


def _eigen(context: Context, nu: Momentopname, plek: Regio | None) -> list[Component]:
    """Draw what corporations say of their own homes, for who may see it."""
    zin = context.teksten.zin
    gebieden = [
        w for w in context.catalogus.werkgebieden.values() if plek is None or w.bevat(plek.code)
    ]
    beelden = [deel for gebied in gebieden for deel in bezitbeeld(context, nu, gebied)]
    mag = mag_opgeven(context)
    if not beelden and not mag:
        return []
    delen: list[Component] = [html.H2(zin("bezit.sectie")), html.P(zin("bezit.sectie_uitleg"))]
    if mag:
        # A page of the server itself: a plain link, not drawn in place.
        weg = html.A(zin("bezit.sectie_weg"), href=links.BEZIT)
        delen.append(html.P(weg, className="niet-drukken"))
    return [
        html.Section([*delen, *(beelden or [leeg(zin("bezit.sectie_niets"))])], id="eigen-woningen")
    ]


PAGE = Page(
    "woningvoorraad",
    links.WONINGVOORRAAD,
    layout,
    volgorde=35,
    menu=lambda _c: links.WONINGVOORRAAD,
    register_routes=register_bezit,
)

"""The parts of a web sheet: sentences with sources, initiatives, the table, what is missing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from dash import html

from dashboard import links
from dashboard.components.kerncijfer import kerncijfer
from dashboard.components.wild import wild
from dashboard.factsheet.inhoud import (
    AtelierInhoud,
    BladInhoud,
    BronInhoud,
    CijferInhoud,
    InitiatiefInhoud,
    OntbreektInhoud,
    RegelInhoud,
    Zin,
)
from dashboard.factsheet.uitkiezen import KRACHT

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.context import Context


def kort(context: Context, blad: BladInhoud) -> list[Component]:
    """Draw "in het kort"."""
    return _zinnen(context, blad, "kort", blad.kort)


def valt_op(context: Context, blad: BladInhoud) -> list[Component]:
    """Draw "wat opvalt"."""
    return _zinnen(context, blad, "valt_op", blad.valt_op)


def blokken(context: Context, blad: BladInhoud) -> list[Component]:
    """Draw strengths and lead theme each apart, the few figures of other themes together."""
    apart = [blok for blok in blad.blokken if _apart(blad, blok.sleutel)]
    rest = [c for blok in blad.blokken if blok not in apart for c in blok.cijfers]
    secties: list[Component] = []
    for blok in apart:
        onder = blad.sterk_ook if blok.sleutel == KRACHT else ()
        zinnen = [html.P(_zin(context, blad, zin), className="blad-ook") for zin in onder]
        secties.append(_blok(blok.titel, [(c, "") for c in blok.cijfers], zinnen))
    if rest:
        paren = [(c, c.onder_thema) for c in rest]
        secties.append(_blok(context.teksten.zin("factsheet.verder"), paren))
    return secties


def woningen(context: Context, blad: BladInhoud) -> list[Component]:
    """Draw the homes in a few lines."""
    if not blad.woningen:
        return []
    nummers = _nummers(blad)
    delen = [
        html.Div(
            [
                html.Dt(regel.naam),
                html.Dd([_regelgetal(regel), *_noten(context, nummers, [regel.sleutel])]),
            ]
        )
        for regel in blad.woningen
    ]
    kop = html.H2(context.teksten.zin("factsheet.koppen.woningen"))
    lijst = html.Dl(delen, className="blad-woningen")
    weg = links.intern(context.teksten.zin("factsheet.alle_woningen"), _naar_woningen(blad))
    return [
        html.Section([kop, lijst, html.P(weg, className="klein niet-drukken")], className="heel")
    ]


def _naar_woningen(blad: BladInhoud) -> str:
    """Give the page of the homes of one area; of several areas that of both werkgebieden."""
    is_code = blad.slug[:2] in ("GM", "WK", "BU")
    return links.woningvoorraad(plek=blad.slug if is_code else "")


def bijlage(context: Context, blad: BladInhoud) -> list[Component]:
    """Draw every other figure, when asked for."""
    if not blad.met_bijlage or not blad.bijlage:
        return []
    paren = [(c, c.onder_thema) for blok in blad.bijlage for c in blok.cijfers]
    return [_blok(context.teksten.zin("factsheet.koppen.bijlage"), paren)]


def initiatieven(context: Context, blad: BladInhoud, gebied: str) -> list[Component]:
    """Draw what people already do here."""
    if not blad.initiatieven_zin:
        return []
    zin = context.teksten.zin
    delen: list[Component] = [
        html.H2(zin("factsheet.initiatieven")),
        html.P(blad.initiatieven_zin, className="klein stil"),
    ]
    if blad.initiatieven:
        regels = [_initiatief(i) for i in blad.initiatieven]
        delen.append(html.Ul(regels, className="blad-initiatieven"))
    if blad.nog_meer_initiatieven:
        weg = links.intern(blad.nog_meer_initiatieven, links.initiatieven(gebied))
        delen.append(html.P(weg, className="klein"))
    return [html.Section(delen)]


def tafel(context: Context, blad: BladInhoud) -> Component:
    """Draw who is at the table, the questions with room to write, and the motto."""
    zin = context.teksten.zin
    vragen = [
        html.Li([html.P(vraag), html.Div(className="schrijfruimte")], className="heel")
        for vraag in blad.atelier.vragen
    ]
    return html.Section(
        [
            html.H2(zin("factsheet.tafel")),
            *_notitie(context, blad.atelier),
            *_partners(context, blad.atelier),
            html.Ol(vragen, className="vragen"),
            html.Blockquote(html.P(f"\u201c{blad.motto}\u201d"), className="motto heel"),
        ],
        className="blad-tafel",
    )


def ontbreekt(context: Context, blad: BladInhoud) -> list[Component]:
    """Draw what there is no figure of, by reason; folded on screen, open on paper."""
    if not blad.ontbreekt:
        return []
    zin = context.teksten.zin
    delen: list[Component] = []
    for reden, groep in groupby(sorted(blad.ontbreekt, key=_reden), key=_reden):
        kop = zin("factsheet.ontbreekt_reden", reden=reden[:1].upper() + reden[1:])
        namen = "; ".join(_ontbrekend(o) for o in groep)
        delen += [html.Dt(kop), html.Dd(f"{namen}.")]
    kop = zin("factsheet.ontbreekt_aantal", aantal=len(blad.ontbreekt))
    return [_vouw(kop, [html.Dl(delen, className="klein")], "blad-ontbreekt")]


def bronnen(context: Context, blad: BladInhoud) -> list[Component]:
    """Draw the source of every figure, numbered as the sentences refer to them."""
    if not blad.bronnen:
        return []
    zin = context.teksten.zin
    kop = zin("factsheet.bronnen_aantal", aantal=len(blad.bronnen))
    regels = [html.Li(_bron(context, b), id=f"bron-{b.sleutel}") for b in blad.bronnen]
    return [_vouw(kop, [html.Ol(regels, className="klein blad-bronnen")], "blad-bron")]


def _apart(blad: BladInhoud, sleutel: str) -> bool:
    """Tell whether a block stands by itself: of no single theme, or with several figures."""
    blok = next(b for b in blad.blokken if b.sleutel == sleutel)
    return sleutel not in {c.thema for c in blok.cijfers} or len(blok.cijfers) > 3  # noqa: PLR2004


def _blok(
    kop: str, cijfers: Sequence[tuple[CijferInhoud, str]], onder: Sequence[Component] = ()
) -> Component:
    getekend = [kerncijfer(cijfer, thema=thema) for cijfer, thema in cijfers]
    return html.Section(
        [html.H2(kop), html.Div(getekend, className="kerncijfers"), *onder], className="blad-blok"
    )


def _zinnen(
    context: Context, blad: BladInhoud, sleutel: str, zinnen: Sequence[Zin]
) -> list[Component]:
    if not zinnen:
        return []
    kop = context.teksten.zin(f"factsheet.koppen.{sleutel}")
    regels = [html.Li(_zin(context, blad, zin)) for zin in zinnen]
    return [
        html.Section([html.H2(kop), html.Ul(regels, className="blad-zinnen")], className="heel")
    ]


def _zin(context: Context, blad: BladInhoud, zin: Zin) -> list[Component | str]:
    """Write a sentence with the numbers of its sources behind it."""
    return [zin.tekst, *_noten(context, _nummers(blad), zin.sleutels)]


def _nummers(blad: BladInhoud) -> dict[str, int]:
    """Give the number that each figure has in the list of sources."""
    return {bron.sleutel: n for n, bron in enumerate(blad.bronnen, start=1)}


def _noten(
    context: Context, nummers: Mapping[str, int], sleutels: Sequence[str]
) -> list[Component]:
    """Write the numbers of the first three sources, each leading to its line."""
    noten = [(nummers[s], s) for s in sleutels if s in nummers]
    wegen: list[Component] = [
        html.A(
            str(n),
            href=f"#bron-{s}",
            **wild(aria_label=context.teksten.zin("factsheet.naar_bron", nummer=n)),
        )
        for n, s in noten[:3]
    ]
    tussen = [deel for weg in wegen for deel in (", ", weg)][1:]
    return [html.Sup(tussen, className="noten")] if wegen else []


def _regelgetal(regel: RegelInhoud) -> Component:
    achter = "; ".join(deel for deel in (regel.jaar, regel.merken) if deel)
    klein = html.Span(f"({achter})", className="stil klein")
    return html.Span([html.Strong(regel.getal), " ", klein])


def _notitie(context: Context, atelier: AtelierInhoud) -> list[Component]:
    if not atelier.notitie:
        return []
    regels = [html.P(regel) for regel in atelier.notitie.split("\n")]
    kop = html.H3(context.teksten.zin("factsheet.koppen.notitie"))
    return [html.Div([kop, *regels], className="blad-notitie heel")]


def _partners(context: Context, atelier: AtelierInhoud) -> list[Component]:
    """Draw who is at the table; a sector without a name is a line to write on."""
    regels = [
        html.Div([html.Dt(sector), html.Dd(wie or html.Span(className="open"))])
        for sector, wie in atelier.partners
    ]
    kop = html.H3(context.teksten.zin("factsheet.koppen.wie"))
    return [html.Div([kop, html.Dl(regels, className="blad-partners")], className="heel")]


def _initiatief(initiatief: InitiatiefInhoud) -> Component:
    organisatie = f" {initiatief.organisatie}." if initiatief.organisatie else ""
    gevonden = f" {initiatief.gevonden}"
    waar = f" {initiatief.plaats}." if initiatief.plaats else ""
    return html.Li(
        [
            html.Strong(initiatief.naam),
            f" {initiatief.omschrijving}",
            html.Span(f"{waar}{organisatie}{gevonden}", className="stil klein blad-waar"),
        ],
        className="heel",
    )


def _reden(wat: OntbreektInhoud) -> str:
    return wat.reden


def _ontbrekend(wat: OntbreektInhoud) -> str:
    naam = wat.naam[:1].lower() + wat.naam[1:] if wat.naam[1:2].islower() else wat.naam
    return f"{naam} ({wat.elders})" if wat.elders else naam


def _bron(context: Context, bron: BronInhoud) -> list[Component | str]:
    zin = context.teksten.zin
    waar = zin("factsheet.bron_regel", **{k: getattr(bron, k) for k in _BRONVELDEN})
    naam = links.intern(bron.naam, links.verantwoording(bron.sleutel))
    return [html.Strong(naam), f" {bron.definitie} ", html.Span(waar, className="stil")]


_BRONVELDEN = ("bron", "tabel", "jaar", "indeling", "soort", "opgehaald", "licentie")


def _vouw(kop: str, inhoud: Sequence[Component], klasse: str) -> Component:
    return html.Section(
        html.Details([html.Summary(html.H2(kop)), *inhoud], className="vouw"), className=klasse
    )

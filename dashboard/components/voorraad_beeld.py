"""The homes of areas side by side: each part a bar with its figure, a table that reads as one."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dash import html

from dashboard import links
from dashboard.components.datum import opsomming
from dashboard.components.tekening import tekening
from dashboard.components.wild import wild
from dashboard.factsheet.cijferblok import bronregel_tekst
from dashboard.figures.svg import Svg, element, procent
from dashboard.woningvoorraad import Deel, Groep, Kengetal, Lezing, Voorraad, gelijke_lezingen
from wijken import opmaak

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.context import Context
    from wijken.regio import Regiocode

_HOOG = 20.0
_STREEP = 1.5
# What is left after rounding is no part worth a line.
_MINST = 0.5
_HONDERD = 100.0


@dataclass(frozen=True)
class Kolom:
    """One area as a column: how it is called, the class and the colour of its area."""

    naam: str
    klasse: str
    kleur: str
    voorraad: Voorraad


def kengetallen(context: Context, kolom: Kolom) -> list[Component]:
    """Give the figures about all homes of an area; a missing one is a sentence."""
    bekend = [k for k in kolom.voorraad.kengetallen if k.waarneming and k.waarneming.waarde]
    mist = [k for k in kolom.voorraad.kengetallen if k not in bekend]
    delen: list[Component] = [html.Dl([_kengetal(context, k) for k in bekend])]
    if mist:
        delen.append(html.P(_mist(context, mist), className="klein stil"))
    return delen


def _kengetal(context: Context, kengetal: Kengetal) -> Component:
    w, indicator = kengetal.waarneming, kengetal.indicator
    naam = context.teksten.zin(f"woningvoorraad.kengetallen.{kengetal.id}")
    if w is None:
        return html.Div()
    merken = _merken(context, toen=kengetal.toen, onzeker=w.onzeker, jaar=w.indeling)
    merken.insert(0, str(w.periode))
    getal = opmaak.met_eenheid(w.waarde or 0.0, indicator)
    bron = links.intern(", ".join(merken), links.verantwoording(indicator.id))
    return html.Div(
        [html.Dt(naam), html.Dd([getal, " ", html.Span(["(", bron, ")"], className="bron")])]
    )


def _mist(context: Context, mist: Sequence[Kengetal]) -> str:
    """Name what has no figure, by reason."""
    zin = context.teksten.zin
    per_reden: dict[str, list[str]] = {}
    for k in mist:
        status = k.waarneming.status if k.waarneming else "niet_in_kopie"
        per_reden.setdefault(zin(f"status.{status}"), []).append(
            zin(f"woningvoorraad.kengetallen.{k.id}").lower()
        )
    regels = (
        zin("woningvoorraad.mist", wat=opsomming(context.teksten, namen), reden=reden)
        for reden, namen in per_reden.items()
    )
    return " ".join(regel[:1].upper() + regel[1:] for regel in regels)


def groepbeeld(
    context: Context,
    sleutel: str,
    kolommen: Sequence[Kolom],
    soort_kop: Callable[..., Component] = html.H2,
) -> Component:
    """Draw one view of the homes for all areas: a row for each part, a bar for each area."""
    zin = context.teksten.zin
    naam = zin(f"woningvoorraad.groepen.{sleutel}")
    kop = soort_kop(naam, id=f"groep-{sleutel}")
    uitleg = html.P(zin(f"woningvoorraad.groepuitleg.{sleutel}"))
    groepen = [kolom.voorraad.groep(sleutel) for kolom in kolommen]
    lezingen = gelijke_lezingen(groepen)
    paren = [(k, lz) for k, lz in zip(kolommen, lezingen, strict=True) if lz]
    tabel = _tabel(context, naam, paren) if paren else None
    bij = {kolom.voorraad.regio.code for kolom, _ in paren}
    voet = [
        html.Div(_voet(context, kolom, groep, (lezing, bij)), className=kolom.klasse)
        for kolom, groep, lezing in zip(kolommen, groepen, lezingen, strict=True)
    ]
    inhoud = [kop, uitleg, tabel, html.Div(voet, className="voorraad-voet")]
    return html.Section([deel for deel in inhoud if deel is not None], className="voorraad-groep")


def _tabel(context: Context, naam: str, met: Sequence[tuple[Kolom, Lezing]]) -> Component:
    zin = context.teksten.zin
    volgorde = dict.fromkeys(d.id for _, lezing in met for d in _getoond(lezing))
    koppen = [
        html.Th(
            [k.naam, html.Span(f" {lezing.periode}", className="stil")],
            scope="col",
            className=f"gebied-naam {k.klasse}",
        )
        for k, lezing in met
    ]
    hoek = html.Th(html.Span(zin("woningvoorraad.kolom_deel"), className="gehoord"), scope="col")
    rijen = [
        html.Tr(
            [
                html.Th(zin(f"woningvoorraad.delen.{deel}"), scope="row"),
                *(_cel(context, deel, kolom, lezing) for kolom, lezing in met),
            ]
        )
        for deel in volgorde
    ]
    return html.Table(
        [
            html.Caption(zin("woningvoorraad.bijschrift", naam=naam), className="gehoord"),
            html.Thead(html.Tr([hoek, *koppen])),
            html.Tbody(rijen),
        ],
        className=f"voorraad-tabel voorraad-{len(met)}",
    )


def _getoond(lezing: Lezing) -> list[Deel]:
    return [deel for deel in lezing.delen if deel.aandeel >= _MINST or deel.aantal]


def _cel(context: Context, sleutel: str, kolom: Kolom, lezing: Lezing) -> Component:
    deel = next((d for d in lezing.delen if d.id == sleutel), None)
    plaats = html.Span(f"{kolom.naam}: ", className="alleen-smal")
    if deel is None:
        return html.Td([plaats, context.teksten.zin("woningvoorraad.niet_apart")], className="stil")
    getal = [html.Span(_aandeel(deel), className="voorraad-getal")]
    if deel.aantal is not None:
        getal.append(html.Span(f" {opmaak.getal(deel.aantal)}", className="stil"))
    return html.Td([_balk(deel, kolom.kleur), html.P([plaats, *getal])])


def _aandeel(deel: Deel) -> str:
    return f"{opmaak.getal(deel.aandeel)}{opmaak.DUN}%"


def _balk(deel: Deel, kleur: str) -> Component:
    """Draw one bar on a scale of a hundred; the figure stands beside it."""
    spoor = element("rect", x="0%", y=_HOOG - _STREEP, width="100%", height=_STREEP, fill="#D9D6CC")
    balk = element(
        "rect", x="0%", y=0, width=procent(deel.aandeel / _HONDERD), height=_HOOG, fill=kleur
    )
    svg: Svg = element("svg", spoor, balk, width="100%", height=_HOOG, aria_hidden="true")
    return html.Div(tekening(svg), className="voorraad-balk", **wild(aria_hidden="true"))


def _voet(
    context: Context,
    kolom: Kolom,
    groep: Groep,
    beeld: tuple[Lezing | None, Collection[Regiocode]],
) -> list[Component]:
    """Give the source of what is drawn, what else is known, or why there is nothing.

    Args:
        context: sentences.
        kolom: the area.
        groep: one view of its homes.
        beeld: the reading that is drawn of it, and the areas that have a bar beside it.
    """
    zin, (getekend, bij) = context.teksten.zin, beeld
    if getekend:
        return [
            *(
                html.P(
                    [
                        zin(
                            "woningvoorraad.nieuwer",
                            jaar=lezing.periode,
                            delen=_op(context, lezing),
                        ),
                        " ",
                        _bron(context, lezing),
                    ],
                    className="klein",
                )
                for lezing in groep.lezingen
                if lezing is not getekend
            ),
            html.P([f"{kolom.naam}: ", _bron(context, getekend)], className="bron"),
        ]
    status = zin(f"status.{groep.status}")
    delen: list[Component | str] = [zin("woningvoorraad.geen", plaats=kolom.naam, reden=status)]
    if groep.elders and groep.elders.regio.code not in bij:
        delen += [
            " ",
            zin(
                "woningvoorraad.elders",
                plaats=groep.elders.regio.naam,
                jaar=groep.elders.periode,
                delen=_op(context, groep.elders),
            ),
            " ",
            _bron(context, groep.elders),
        ]
    return [html.P(delen, className="klein")]


def _op(context: Context, lezing: Lezing) -> str:
    """Write the parts as one line: `koop 54 %, van een corporatie 34 %`."""
    zin = context.teksten.zin
    namen = ((zin(f"woningvoorraad.delen.{d.id}"), _aandeel(d)) for d in _getoond(lezing))
    return ", ".join(f"{naam[:1].lower()}{naam[1:]} {getal}" for naam, getal in namen)


def _bron(context: Context, lezing: Lezing) -> Component:
    w = lezing.bewijs[0]
    merken = _merken(context, toen=lezing.toen, onzeker=lezing.onzeker, jaar=w.indeling)
    tekst = "; ".join([bronregel_tekst(context, w), *merken])
    weg = links.intern(tekst, links.verantwoording(w.indicator))
    return html.Span(weg, className="bron")


def _merken(context: Context, *, toen: bool, onzeker: bool, jaar: int = 0) -> list[str]:
    zin = context.teksten.zin
    merken = [
        (toen and bool(jaar), zin("kerncijfer.toen", jaar=jaar)),
        (onzeker, zin("kerncijfer.onzeker")),
    ]
    return [woord for geldt, woord in merken if geldt]

"""Draws several areas above each other on one scale, with the few words that name the dots."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.figures.spreiding import GROOT, INKT, LIJN, PAPIER, STIL, Strook, hoogte_van, rij
from dashboard.figures.svg import Svg, beeld, element, procent

_LETTER = "14px"
# A paper-coloured edge keeps words legible over lines.
_RAND = {
    "stroke": PAPIER,
    "stroke_width": 5,
    "stroke_linejoin": "round",
    "paint_order": "stroke",
}
_KOP, _ONDER, _AS, _LANDKOP = 30.0, 20.0, 26.0, 22.0
# How much of a phone's width half a letter takes: a label that would stick out is written inwards.
_HALVE_LETTER = 0.0105


@dataclass(frozen=True)
class Regel:
    """One area: its name, its dots, and the words at its diamond."""

    naam: str
    strook: Strook
    punt_tekst: str = ""


@dataclass(frozen=True)
class Streep:
    """A value that all rows are seen against (Nederland), with its words."""

    waarde: float
    tekst: str


def stroken(
    sleutel: str,
    woorden: tuple[str, str],
    regels: Sequence[Regel],
    streep: Streep | None,
    merken: Sequence[tuple[float, str]],
) -> Svg:
    """Draw the rows.

    Args:
        sleutel: unique in the page.
        woorden: title and description for who cannot see it.
        regels: at least one, all on the same scale.
        streep: a dashed line through all rows.
        merken: values on the axis with how they are written.
    """
    y = _LANDKOP if streep else 4.0
    boven, delen = y, []
    for regel in regels:
        delen += _regel(regel, y)
        y += _hoog(regel)
    schaal = regels[0].strook.schaal
    lijnen = [_raster(schaal.deel(waarde), (boven, y)) for waarde, _ in merken]
    as_ = [_tekst(schaal.deel(waarde), y + 18, tekst, STIL) for waarde, tekst in merken]
    land = _streep(streep, schaal.deel(streep.waarde), (boven, y)) if streep else []
    return beeld(sleutel, woorden, y + _AS, *lijnen, *land, *delen, *as_)


def _zwerm_hoog(regel: Regel) -> float:
    return max(34.0, hoogte_van(regel.strook, GROOT) + 10)


def _hoog(regel: Regel) -> float:
    return _KOP + _zwerm_hoog(regel) + _ONDER


def _regel(regel: Regel, y: float) -> list[Svg]:
    onder = y + _KOP + _zwerm_hoog(regel)
    naam = element(
        "text",
        regel.naam,
        x="0%",
        y=y + 18,
        fill=regel.strook.kleur,
        font_size="16px",
        font_weight=600,
        **_RAND,
    )
    delen = [naam, *rij(regel.strook, GROOT, (y + _KOP, onder))]
    if regel.strook.punt and regel.punt_tekst:
        deel = regel.strook.schaal.deel(regel.strook.punt.waarde)
        delen.append(_tekst(deel, onder + 14, regel.punt_tekst, INKT))
    return delen


def _tekst(deel: float, y: float, tekst: str, kleur: str) -> Svg:
    """Write words round a place."""
    half = _HALVE_LETTER * len(tekst)
    anker = "start" if deel < half else "end" if deel > 1 - half else "middle"
    return element(
        "text",
        tekst,
        x=procent(deel),
        y=y,
        text_anchor=anker,
        fill=kleur,
        font_size=_LETTER,
        **_RAND,
    )


def _raster(deel: float, van_tot: tuple[float, float]) -> Svg:
    y1, y2 = van_tot
    x = procent(deel)
    return element("line", x1=x, x2=x, y1=y1, y2=y2 + 4, stroke=LIJN, stroke_width=0.75)


def _streep(streep: Streep, deel: float, van_tot: tuple[float, float]) -> list[Svg]:
    y1, y2 = van_tot
    x = procent(deel)
    lijn = element(
        "line",
        x1=x,
        x2=x,
        y1=y1 - 6,
        y2=y2,
        stroke=INKT,
        stroke_width=1.25,
        stroke_dasharray="5 4",
    )
    return [lijn, _tekst(deel, y1 - 8, streep.tekst, INKT)]

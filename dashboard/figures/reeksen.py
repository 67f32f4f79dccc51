"""Draws the series of two sides on one scale: other marks, not only other colours."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from dashboard.figures.schaal import Schaal
from dashboard.figures.spreiding import LIJN, PAPIER, STIL
from dashboard.figures.svg import Svg, beeld, element, procent
from dashboard.figures.trend import Punt

_HOOGTE, _BOVEN, _ONDER = 190.0, 14.0, 30.0
_RAND = 0.04
_LETTER = "14px"


@dataclass(frozen=True)
class Lijn:
    """One side: unbroken parts in order of time, its colour, and whether its marks are square."""

    delen: tuple[tuple[Punt, ...], ...]
    kleur: str
    vierkant: bool = False

    @property
    def punten(self) -> tuple[Punt, ...]:
        """Every point, in order."""
        return tuple(punt for deel in self.delen for punt in deel)


@dataclass(frozen=True)
class Vlak:
    """Where years and values are in the drawing."""

    eerste: int
    laatste: int
    schaal: Schaal

    def x(self, jaar: float) -> str:
        """Give the place across of a year."""
        deel = (jaar - self.eerste) / max(1, self.laatste - self.eerste)
        return procent(_RAND + (1 - 2 * _RAND) * deel)

    def y(self, waarde: float) -> float:
        """Give the height of a value."""
        hoog = _HOOGTE - _BOVEN - _ONDER
        return _HOOGTE - _ONDER - hoog * self.schaal.deel(waarde)


def reeksen(
    sleutel: str,
    woorden: tuple[str, str],
    lijnen: Sequence[Lijn],
    schaal: Schaal,
) -> Svg:
    """Draw the lines; only the years stand in it as words.

    Args:
        sleutel: unique in the page.
        woorden: title and description for who cannot see it.
        lijnen: the sides; at least two points in all.
        schaal: one for all.
    """
    jaren = sorted({punt.jaar for lijn in lijnen for punt in lijn.punten})
    vlak = Vlak(jaren[0], jaren[-1], schaal)
    grond = [_grond(vlak), *(_jaar(vlak, jaar, jaren) for jaar in jaren)]
    delen = [deel for lijn in lijnen for deel in _lijn(vlak, lijn)]
    return beeld(sleutel, woorden, _HOOGTE, *grond, *delen)


def _grond(vlak: Vlak) -> Svg:
    y = vlak.y(vlak.schaal.laag) + 6
    return element("line", x1="0%", x2="100%", y1=y, y2=y, stroke=LIJN, stroke_width=1)


def _jaar(vlak: Vlak, jaar: int, jaren: Sequence[int]) -> Svg:
    anker = "start" if jaar == jaren[0] else "end" if jaar == jaren[-1] else "middle"
    x = {"start": "0%", "end": "100%"}.get(anker, vlak.x(jaar))
    if len(jaren) == 1:
        anker, x = "start", vlak.x(jaar)
    return element(
        "text", str(jaar), x=x, y=_HOOGTE - 4, text_anchor=anker, fill=STIL, font_size=_LETTER
    )


def _lijn(vlak: Vlak, lijn: Lijn) -> list[Svg]:
    strepen = [
        element(
            "line",
            x1=vlak.x(een.jaar),
            y1=vlak.y(een.waarde),
            x2=vlak.x(ander.jaar),
            y2=vlak.y(ander.waarde),
            stroke=lijn.kleur,
            stroke_width=2.5,
        )
        for deel in lijn.delen
        for een, ander in pairwise(deel)
    ]
    breuken = [_breuk(vlak, een[-1], ander[0], lijn) for een, ander in pairwise(lijn.delen)]
    return [*strepen, *breuken, *(_merk(vlak, punt, lijn) for punt in lijn.punten)]


def _merk(vlak: Vlak, punt: Punt, lijn: Lijn) -> Svg:
    verf = {"fill": lijn.kleur, "stroke": PAPIER, "stroke_width": 1.5}
    vorm = (
        element("rect", x=-5, y=-5, width=10, height=10, **verf)
        if lijn.vierkant
        else element("circle", cx=0, cy=0, r=5.5, **verf)
    )
    return element("svg", vorm, x=vlak.x(punt.jaar), y=vlak.y(punt.waarde), overflow="visible")


def _breuk(vlak: Vlak, een: Punt, ander: Punt, lijn: Lijn) -> Svg:
    """Draw two slanted strokes between two parts: here the series is broken."""
    strepen = element(
        "path", d="M-6 7L0 -7M1 7L7 -7", fill="none", stroke=lijn.kleur, stroke_width=1.75
    )
    x, y = vlak.x((een.jaar + ander.jaar) / 2), vlak.y((een.waarde + ander.waarde) / 2)
    return element("svg", strepen, x=x, y=y, overflow="visible")

"""Draws a small series: a dot a year, a line where the area stayed the same, breaks as breaks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from dashboard.figures.schaal import Schaal
from dashboard.figures.spreiding import LIJN, PAPIER, STIL
from dashboard.figures.svg import Svg, beeld, element, procent

_HOOGTE, _RAND = 56.0, 8.0


@dataclass(frozen=True)
class Punt:
    """A year and its figure."""

    jaar: int
    waarde: float


def trend(
    sleutel: str,
    woorden: tuple[str, str],
    delen: Sequence[Sequence[Punt]],
    schaal: Schaal,
    kleur: str,
) -> Svg:
    """Draw a series without words in it.

    Args:
        sleutel: unique in the page.
        woorden: title and description for who cannot see it.
        delen: unbroken parts in order of time; between two parts stands a break mark.
        schaal: from low to high.
        kleur: of the area.
    """
    jaren = [punt.jaar for deel in delen for punt in deel]
    eerste, laatste = min(jaren), max(jaren)

    def plek(punt: Punt) -> tuple[str, float]:
        x = 0.03 + 0.94 * (punt.jaar - eerste) / max(1, laatste - eerste)
        return procent(x), _HOOGTE - _RAND - (_HOOGTE - 2 * _RAND) * schaal.deel(punt.waarde)

    grond = _HOOGTE - 2
    lijn = element("line", x1="0%", x2="100%", y1=grond, y2=grond, stroke=LIJN, stroke_width=1)
    lijnen = [
        _lijn(plek(een), plek(ander), kleur) for deel in delen for een, ander in pairwise(deel)
    ]
    breuken = [
        _breuk(0.03 + 0.94 * ((een[-1].jaar + ander[0].jaar) / 2 - eerste) / (laatste - eerste))
        for een, ander in pairwise(delen)
    ]
    stippen = [_stip(plek(punt), kleur) for deel in delen for punt in deel]
    return beeld(sleutel, woorden, _HOOGTE, lijn, *lijnen, *breuken, *stippen)


def _lijn(een: tuple[str, float], ander: tuple[str, float], kleur: str) -> Svg:
    return element(
        "line", x1=een[0], y1=een[1], x2=ander[0], y2=ander[1], stroke=kleur, stroke_width=2
    )


def _stip(plek: tuple[str, float], kleur: str) -> Svg:
    return element(
        "circle", cx=plek[0], cy=plek[1], r=4.5, fill=kleur, stroke=PAPIER, stroke_width=1.5
    )


def _breuk(deel: float) -> Svg:
    """Draw two slanted strokes across the ground line: here the series is broken."""
    strepen = element("path", d="M-6 6L0 -6M0 6L6 -6", fill="none", stroke=STIL, stroke_width=1.5)
    return element("svg", strepen, x=procent(deel), y=_HOOGTE - 10, overflow="visible")

"""Knows where names can stand on a paper map: wholly inside their own area, or not at all."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import Any, Protocol

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from dashboard.figures.letterbreedte import SANS, breedte

REGEL = 1.12  # line height, as part of the size
_MEESTE_REGELS = 3
_MEESTE_WOORDEN = 7
# Room around a text, as part of its size; and how fine places are tried.
_LUCHT, _FIJN = 0.22, 0.28
_DEEL = re.compile(r"\s+|(?<=\w[-/])(?=\w)")
_RINGEN, _RICHTINGEN = (1.4, 2.0, 2.8, 3.6, 4.6), 16


class Bezet(Protocol):
    """What takes room on a map."""

    @property
    def vak(self) -> tuple[float, float, float, float]:
        """Its rectangle: left, top, right, bottom."""
        ...


@dataclass(frozen=True)
class Plek:
    """Where a text stands: its middle, its lines, its size; and what it points at, if away."""

    x: float
    y: float
    regels: tuple[str, ...]
    maat: float
    wijst: tuple[float, float] | None = None

    @property
    def vak(self) -> tuple[float, float, float, float]:
        """The rectangle it takes: left, top, right, bottom."""
        breed, hoog = _maten(self.regels, self.maat)
        return (
            self.x - breed / 2,
            self.y - hoog / 2,
            self.x + breed / 2,
            self.y + hoog / 2,
        )


def plaats_naam(vorm: BaseGeometry, naam: str, maten: Sequence[float]) -> Plek | None:
    """Find a place for a name inside its area, None when even the smallest size does not fit.

    Args:
        vorm: the area, in units of the drawing.
        naam: broken over at most three lines.
        maten: sizes to try, the largest first.
    """
    deel: Any = max(shapely.get_parts(vorm), key=shapely.area)
    vormen = [(regels, *_maten(regels, 1.0)) for regels in _verdelingen(naam)]
    smalst, laagst = min(v[1] for v in vormen), min(v[2] for v in vormen)
    links, boven, rechts, onder = deel.bounds
    if smalst * maten[-1] > rechts - links or laagst * maten[-1] > onder - boven:
        return None
    binnen = _Binnen(deel, maten[-1] * _FIJN)
    for maat in maten:
        for regels, breed, hoog in vormen:
            plek = binnen.zoek(breed * maat, hoog * maat)
            if plek is not None:
                return Plek(*plek, regels, maat)
    return None


def plaats_nummers(
    punten: Sequence[tuple[float, float]],
    nummers: Sequence[str],
    maat: float,
    bezet: Sequence[Bezet],
) -> list[Plek]:
    """Place numbers at their points; one that would cover another stands beside, and points."""
    gezet: list[Plek] = []
    for punt, nummer in zip(punten, nummers, strict=True):
        mogelijk = (Plek(x, y, (nummer,), maat, wijst) for x, y, wijst in _rondom(punt, maat))
        plek = next((p for p in mogelijk if not raakt(p, [*bezet, *gezet])), None)
        gezet.append(plek or Plek(*punt, (nummer,), maat))
    return gezet


def midden(vorm: BaseGeometry) -> tuple[float, float]:
    """Give the middle of the widest part of an area."""
    deel: Any = max(shapely.get_parts(vorm), key=shapely.area)
    cirkel = shapely.maximum_inscribed_circle(deel, tolerance=0.5)
    return float(cirkel.coords[0][0]), float(cirkel.coords[0][1])


class _Binnen:
    """Which cells of a fine grid lie inside an area, asked for whole rectangles at a time."""

    def __init__(self, vlak: BaseGeometry, cel: float) -> None:
        links, boven, rechts, onder = vlak.bounds
        self._x = np.arange(links, rechts + cel, cel)
        self._y = np.arange(boven, onder + cel, cel)
        self._cel, self._midden = cel, midden(vlak)
        shapely.prepare(vlak)
        x, y = np.meshgrid(self._x, self._y)
        binnen: Any = shapely.contains_xy(vlak, x, y)
        self._som: Any = np.zeros((binnen.shape[0] + 1, binnen.shape[1] + 1), dtype=np.int64)
        self._som[1:, 1:] = binnen.cumsum(0).cumsum(1)

    def zoek(self, breed: float, hoog: float) -> tuple[float, float] | None:
        """Give the middle of a rectangle wholly inside, nearest to the middle of the area."""
        kolommen, rijen = (math.ceil(m / self._cel) + 1 for m in (breed, hoog))
        som = self._som
        if rijen >= som.shape[0] or kolommen >= som.shape[1]:
            return None
        vol = (
            som[rijen:, kolommen:]
            - som[:-rijen, kolommen:]
            - som[rijen:, :-kolommen]
            + som[:-rijen, :-kolommen]
        )
        y, x = np.nonzero(vol == rijen * kolommen)
        if not len(y):
            return None
        plek_x = self._x[x] + (kolommen - 1) * self._cel / 2
        plek_y = self._y[y] + (rijen - 1) * self._cel / 2
        beste = np.argmin((plek_x - self._midden[0]) ** 2 + (plek_y - self._midden[1]) ** 2)
        return float(plek_x[beste]), float(plek_y[beste])


def _verdelingen(naam: str) -> list[tuple[str, ...]]:
    """Give the best way to break a name over one, two and three lines."""
    woorden = [deel for deel in _DEEL.split(naam) if deel] or [naam]
    uit: list[tuple[str, ...]] = [(naam,)]
    if len(woorden) > _MEESTE_WOORDEN:
        return uit
    for aantal in range(2, min(_MEESTE_REGELS, len(woorden)) + 1):
        manieren = (
            tuple(_regel(woorden[a:b]) for a, b in pairwise((0, *sneden, len(woorden))))
            for sneden in combinations(range(1, len(woorden)), aantal - 1)
        )
        uit.append(min(manieren, key=lambda regels: max(breedte(r, 1.0) for r in regels)))
    return uit


def _regel(woorden: Sequence[str]) -> str:
    """Join words; after a word that ends in a hyphen or a slash there was no space."""
    uit = woorden[0]
    for woord in woorden[1:]:
        aaneen = len(uit) > 1 and uit[-1] in "-/" and uit[-2] != " "
        uit += woord if aaneen else f" {woord}"
    return uit


def _maten(regels: Sequence[str], maat: float) -> tuple[float, float]:
    """Give width and height of a text with the room around it."""
    breed = max(breedte(regel, maat, SANS) for regel in regels)
    return breed + 2 * _LUCHT * maat, (len(regels) * REGEL + _LUCHT) * maat


def _rondom(
    punt: tuple[float, float], maat: float
) -> Iterator[tuple[float, float, tuple[float, float] | None]]:
    """Give the point itself, then places around it, the nearest first."""
    x, y = punt
    yield x, y, None
    for straal in _RINGEN:
        for n in range(_RICHTINGEN):
            hoek = 2 * math.pi * n / _RICHTINGEN
            yield x + straal * maat * math.cos(hoek), y + straal * maat * math.sin(hoek), punt


def raakt(plek: Bezet, andere: Sequence[Bezet]) -> bool:
    """Tell whether something would cover part of what is there."""
    links, boven, rechts, onder = plek.vak
    vakken = (ander.vak for ander in andere)
    return any(links < r and rechts > b and boven < o and onder > t for b, t, r, o in vakken)

"""Knows how degrees become places on a drawing: equal scale both ways, north up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import cos, radians
from typing import NamedTuple

import shapely
from shapely.geometry import MultiPolygon, Polygon
from shapely.geometry.base import BaseGeometry

from dashboard.figures.svg import Svg, element

_METER = 1 / 111_320  # degrees of latitude in one metre
_STAPPEN = (1, 2, 5, 10)


class Vak(NamedTuple):
    """A rectangle of a drawing: left, top, width, height."""

    x: float
    y: float
    breed: float
    hoog: float


@dataclass(frozen=True)
class Blik:
    """From degrees to a drawing: a point, a shape, and how long a distance is there.

    Attributes:
        plat: how much shorter a degree of longitude is than one of latitude.
        schaal: units of the drawing in one degree of latitude.
        marge: where west and north come.
    """

    west: float
    noord: float
    plat: float
    schaal: float
    marge: tuple[float, float]

    @staticmethod
    def breedte(grenzen: Sequence[float]) -> float:
        """Give how wide an area (west, south, east, north) is, in degrees of latitude."""
        west, zuid, oost, noord = grenzen
        return (oost - west) * cos(radians((zuid + noord) / 2))

    @classmethod
    def passend(cls, grenzen: Sequence[float], vak: Vak, schaal: float | None = None) -> Blik:
        """Fit an area (west, south, east, north) in the middle of a rectangle.

        Args:
            grenzen: of the area, in degrees.
            vak: where it comes.
            schaal: a scale to keep, for several areas that must be alike; None: as large as fits.
        """
        west, zuid, oost, noord = grenzen
        plat = cos(radians((zuid + noord) / 2))
        breed, hoog = (oost - west) * plat, noord - zuid
        eigen = min(vak.breed / breed, vak.hoog / hoog) if schaal is None else schaal
        marge = (
            vak.x + (vak.breed - breed * eigen) / 2,
            vak.y + (vak.hoog - hoog * eigen) / 2,
        )
        return cls(west, noord, plat, eigen, marge)

    def punt(self, lengte: float, breedte: float) -> tuple[float, float]:
        """Give the place of a longitude and latitude."""
        x = (lengte - self.west) * self.plat * self.schaal + self.marge[0]
        return x, (self.noord - breedte) * self.schaal + self.marge[1]

    def vorm(self, vorm: BaseGeometry) -> BaseGeometry:
        """Give a shape in units of the drawing."""
        factor = [self.plat * self.schaal, -self.schaal]
        af = [
            self.marge[0] - self.west * factor[0],
            self.marge[1] - self.noord * factor[1],
        ]
        return shapely.transform(vorm, lambda xy: xy * factor + af)

    def lat(self, hoogstens: float) -> tuple[int, float]:
        """Give a round distance in metres and its length, for a scale bar of at most a length."""
        ruw = hoogstens / (self.schaal * _METER)
        macht = 10 ** (len(str(int(ruw))) - 1)
        meter = max(stap * macht for stap in _STAPPEN if stap * macht <= ruw)
        return meter, meter * _METER * self.schaal


def pad(vormen: Iterable[BaseGeometry], **verf: object) -> Svg:
    """Draw polygons (in units of the drawing) as one path."""
    ringen = (ring for vorm in vormen for vlak in vlakken(vorm) for ring in _ringen(vlak))
    d = "".join(f"{_lijn(ring[:-1])}Z" for ring in ringen)
    return element("path", d=d, fill_rule="evenodd", stroke_linejoin="round", **verf)


def lijnen(vorm: BaseGeometry, **verf: object) -> Svg:
    """Draw lines (in units of the drawing) as one path."""
    delen = (shapely.get_coordinates(deel) for deel in shapely.get_parts(vorm))
    d = "".join(_lijn(deel) for deel in delen)
    return element("path", d=d, fill="none", stroke_linejoin="round", **verf)


def vlakken(vorm: BaseGeometry) -> list[Polygon]:
    """Give the polygons a shape consists of; nothing for what is no area."""
    if isinstance(vorm, Polygon):
        return [] if vorm.is_empty else [vorm]
    return list(vorm.geoms) if isinstance(vorm, MultiPolygon) else []


def _ringen(vlak: Polygon) -> Iterator[Sequence[Sequence[float]]]:
    for ring in (vlak.exterior, *vlak.interiors):
        yield list(ring.coords)


def _lijn(punten: Iterable[Sequence[float]]) -> str:
    # Relative whole tenths would be smaller still; this is small enough.
    tekst = [f"{x:.1f} {y:.1f}" for x, y, *_ in punten]
    kort = [een for n, een in enumerate(tekst) if n == 0 or een != tekst[n - 1]]
    return f"M{'L'.join(kort)}"

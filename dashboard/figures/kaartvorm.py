"""Knows the shapes of a map: lighter coordinates, the outline, where a name can stand."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry

from wijken.regio import Regio, Soort

DECIMALEN = 5  # of a degree: about a metre
_METER = 1 / 111_320  # degrees of latitude in one metre
# Above this many points per area a map is lightened; drawn at zoom 12 a pixel is over 20 m.
_VEEL_PUNTEN = 90
_LICHTER = 12 * _METER
# Spikes and slivers of simplified neighbours are narrower than this, half on each side; inlets
# narrower than the second would be drawn as a knot.
_SPRIET = 40 * _METER
_INHAM = 90 * _METER
# Holes and loose parts below this are what simplifying left, not lakes or islands.
_KLEINSTE = (500 * _METER) ** 2

Punt = tuple[float, float]


@dataclass(frozen=True)
class Naamplek:
    """Where a name (or count) of an area may stand: latitude and longitude inside it."""

    code: str
    naam: str
    plek: Punt


@dataclass(frozen=True)
class Kaartvorm:
    """The shapes of one map, ready to be written as JSON.

    Attributes:
        vlakken: GeoJSON features in the order of the areas given; id is the code.
        omtrek: GeoJSON geometry of the outline of all areas together.
        wijkgrenzen: GeoJSON geometry of the borders between wijken; None on a map of wijken.
        wijken: where the name of each wijk can stand.
        plekken: where the name (or a chart) of each area can stand, in the order given.
        hoeken: south-west and north-east corner, (latitude, longitude).
    """

    vlakken: tuple[dict[str, Any], ...]
    omtrek: dict[str, Any]
    wijkgrenzen: dict[str, Any] | None
    wijken: tuple[Naamplek, ...]
    plekken: tuple[Naamplek, ...]
    hoeken: tuple[Punt, Punt]


def maak_kaartvorm(gebieden: Sequence[tuple[Regio, bytes]], wijknamen: dict[str, str]) -> Kaartvorm:
    """Turn areas with their shapes (WKB, EPSG:4326) into what a map draws.

    Args:
        gebieden: buurten or wijken of one division, one at least.
        wijknamen: names of the wijken by code.
    """
    regios = [regio for regio, _ in gebieden]
    licht = _lichter(shapely.from_wkb([bytes(wkb) for _, wkb in gebieden]))
    omtrek = _omtrek(licht)
    vormen = _passend(licht, omtrek)
    wijken = _per_wijk(regios, vormen)
    west, zuid, oost, noord = shapely.total_bounds(vormen)
    buurtkaart = regios[0].soort is Soort.BUURT
    return Kaartvorm(
        tuple(_vlak(r, v) for r, v in zip(regios, vormen, strict=True)),
        _geojson(shapely.union_all(shapely.boundary(shapely.get_parts(omtrek)))),
        _geojson(_binnengrenzen(wijken)) if buurtkaart else None,
        tuple(_naamplek(code, wijknamen.get(code, ""), v) for code, v in wijken.items()),
        tuple(_naamplek(str(r.code), r.naam, v) for r, v in zip(regios, vormen, strict=True)),
        ((zuid, west), (noord, oost)),
    )


def is_breed(gebieden: Sequence[tuple[Regio, bytes]]) -> bool:
    """Tell whether the areas together are clearly wider than high, as they look on a map."""
    vormen = shapely.from_wkb([bytes(wkb) for _, wkb in gebieden])
    west, zuid, oost, noord = shapely.total_bounds(vormen)
    return bool((oost - west) * math.cos(math.radians(52)) > 1.2 * (noord - zuid))


def _lichter(vormen: Any) -> Any:  # noqa: ANN401
    """Drop points nobody sees; shared borders stay shared."""
    if shapely.get_num_coordinates(vormen).sum() <= _VEEL_PUNTEN * len(vormen):
        return vormen
    return shapely.coverage_simplify(vormen, _LICHTER)


def _per_wijk(regios: Sequence[Regio], vormen: Any) -> dict[str, BaseGeometry]:  # noqa: ANN401
    delen: dict[str, list[BaseGeometry]] = defaultdict(list)
    for regio, vorm in zip(regios, vormen, strict=True):
        delen[str(regio.code.wijk)].append(vorm)
    return {code: _samen(vormen) for code, vormen in sorted(delen.items())}


def _samen(vormen: Sequence[BaseGeometry]) -> BaseGeometry:
    return shapely.union_all(shapely.make_valid(list(vormen)))


def _omtrek(vormen: Sequence[BaseGeometry]) -> BaseGeometry:
    """Give everything as one, without the spikes and pinholes that simplifying leaves."""
    geheel = _gerekt(_samen(vormen), 1)
    dicht = geheel.buffer(_INHAM, join_style="mitre").buffer(-_INHAM, join_style="mitre")
    glad = dicht.buffer(-_SPRIET, join_style="mitre").buffer(_SPRIET, join_style="mitre")
    delen = [_zonder_gaatjes(deel) for deel in shapely.get_parts(glad) if deel.area > _KLEINSTE]
    return _gerekt(shapely.simplify(shapely.union_all(delen), _SPRIET / 4), -1)


def _passend(vormen: Sequence[BaseGeometry], omtrek: BaseGeometry) -> list[BaseGeometry]:
    """Let the areas fill the outline and no more: it closed inlets, and lost spikes and slivers."""
    geldig = shapely.make_valid(list(vormen))
    binnen = [_binnen(vorm, omtrek) for vorm in geldig]
    erbij: dict[int, list[BaseGeometry]] = defaultdict(list)
    for gat in shapely.get_parts(shapely.difference(omtrek, shapely.union_all(binnen))):
        # To the neighbour it touches most.
        raakt = shapely.area(shapely.intersection(gat.buffer(_SPRIET), binnen))
        erbij[int(raakt.argmax())].append(gat)
    return [_samen([vorm, *erbij[n]]) for n, vorm in enumerate(binnen)]


def _binnen(vorm: BaseGeometry, omtrek: BaseGeometry) -> BaseGeometry:
    """Give the part of an area inside the outline; all of it when nothing would be left."""
    delen = shapely.get_parts(shapely.intersection(vorm, omtrek))
    vlakken = [deel for deel in delen if isinstance(deel, shapely.Polygon)]
    return shapely.union_all(vlakken) if vlakken else vorm


def _zonder_gaatjes(vlak: Any) -> BaseGeometry:  # noqa: ANN401
    gaten = [gat for gat in vlak.interiors if shapely.Polygon(gat).area > _KLEINSTE]
    return shapely.Polygon(vlak.exterior, gaten)


def _gerekt(vorm: BaseGeometry, richting: int) -> BaseGeometry:
    """Make a degree of longitude as long as one of latitude (and back), so that widths are even."""
    # 52 degrees north for all of the country: a percent off at the borders is nothing here.
    factor = math.cos(math.radians(52)) ** richting
    return shapely.transform(vorm, lambda xy: xy * [factor, 1.0])


def _binnengrenzen(wijken: dict[str, BaseGeometry]) -> BaseGeometry:
    lijnen = [vorm.boundary for vorm in wijken.values()]
    return shapely.simplify(shapely.line_merge(shapely.union_all(lijnen)), _LICHTER / 2)


def _vlak(regio: Regio, vorm: BaseGeometry) -> dict[str, Any]:
    code = str(regio.code)
    return {"type": "Feature", "id": code, "properties": {}, "geometry": _geojson(vorm)}


def _naamplek(code: str, naam: str, vorm: BaseGeometry) -> Naamplek:
    """Put the name in the widest part: the middle of the largest circle that fits inside."""
    grootste: Any = max(shapely.get_parts(_gerekt(vorm, 1)), key=shapely.area)
    cirkel = shapely.maximum_inscribed_circle(grootste, tolerance=20 * _METER)
    midden: Any = _gerekt(shapely.Point(cirkel.coords[0]), -1)
    return Naamplek(code, naam, (round(midden.y, DECIMALEN), round(midden.x, DECIMALEN)))


def _geojson(vorm: BaseGeometry) -> dict[str, Any]:
    # Rounding by hand: set_precision would move shared borders apart.
    rond = shapely.transform(vorm, lambda xy: xy.round(DECIMALEN))
    return dict(rond.__geo_interface__)

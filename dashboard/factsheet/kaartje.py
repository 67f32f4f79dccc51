"""Draws where an area lies: the gemeente in outline, the area itself filled; no words in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import cos, radians
from typing import TYPE_CHECKING

import shapely
from shapely.geometry import MultiPolygon, Polygon
from shapely.geometry.base import BaseGeometry

from dashboard.factsheet.inhoud import Tekening
from dashboard.figures.svg import Svg, element
from wijken.regio import Regiocode, Soort

if TYPE_CHECKING:
    from dashboard.context import Context
    from dashboard.factsheet.model import Onderwerp
    from dashboard.momentopname import Momentopname

BREED, HOOG, RAND = 240.0, 180.0, 4.0
_LIJN, _GROND, _RAND_KLEUR = "#8A9093", "#F1EFE8", "#1E2528"
# In degrees: about 40 metres, less than a pixel of the drawing.
_FIJN = 0.0004


@dataclass(frozen=True)
class _Blik:
    """From degrees to the paper: equal scale both ways, north up."""

    west: float
    noord: float
    plat: float
    schaal: float
    marge: tuple[float, float]

    def punt(self, lengte: float, breedte: float) -> tuple[float, float]:
        x = (lengte - self.west) * self.plat * self.schaal + self.marge[0]
        return x, (self.noord - breedte) * self.schaal + self.marge[1]


def kaartje(context: Context, nu: Momentopname, wat: Onderwerp) -> Tekening | None:
    """Draw the place of an area; None for one without boundaries of its division."""
    jaar = wat.gebied.kaartjaar(wat.regio.indeling)
    if jaar is None:
        return None
    wijken = _vormen(nu, wat, Soort.WIJK, jaar)
    gekozen = _gekozen(nu, wat, jaar, wijken)
    if not wijken or not gekozen:
        return None
    zin = context.teksten.zin
    naam = zin("factsheet.selectie") if wat.selectie else wat.naam
    titel = zin("factsheet.kaartje", naam=naam)
    deel = "geheel" if wat.is_werkgebied or wat.regio.code in wat.gebied.codes else "deel"
    deel = "deel" if wat.selectie else deel
    tekst = zin(f"factsheet.kaartje_{deel}", naam=naam, plaats=wat.gebied.plaats)
    svg = _teken(list(wijken.values()), gekozen, wat.gebied.kleur, (titel, tekst))
    return Tekening(svg, titel, tekst)


def _vormen(
    nu: Momentopname, wat: Onderwerp, niveau: Soort, jaar: int
) -> dict[Regiocode, BaseGeometry]:
    alle = nu.geometrieen(wat.gebied, niveau, jaar)
    return {regio.code: shapely.from_wkb(wkb) for regio, wkb in alle}


def _gekozen(
    nu: Momentopname, wat: Onderwerp, jaar: int, wijken: dict[Regiocode, BaseGeometry]
) -> list[BaseGeometry]:
    codes = [r.code for r in wat.selectie] or [wat.regio.code]
    if codes[0].soort is Soort.BUURT:
        vormen = _vormen(nu, wat, Soort.BUURT, jaar)
    elif codes[0].soort is Soort.WIJK:
        vormen = wijken
    else:
        return list(wijken.values())
    return [vormen[code] for code in codes if code in vormen]


def _teken(
    wijken: Sequence[BaseGeometry],
    gekozen: Sequence[BaseGeometry],
    kleur: str,
    woorden: tuple[str, str],
) -> Svg:
    geheel = shapely.union_all(list(wijken))
    blik = _blik(geheel.bounds)
    vlakken = [
        _pad(blik, wijken, fill=_GROND, stroke=_LIJN, stroke_width=0.75),
        _pad(blik, gekozen, fill=kleur, stroke="#FBFAF6", stroke_width=0.75),
        _pad(blik, [geheel], fill="none", stroke=_RAND_KLEUR, stroke_width=1.5),
    ]
    titel, tekst = woorden
    return element(
        "svg",
        element("title", titel, id="kaartje-titel"),
        element("desc", tekst, id="kaartje-tekst"),
        *vlakken,
        xmlns="http://www.w3.org/2000/svg",
        role="img",
        aria_labelledby="kaartje-titel kaartje-tekst",
        viewBox=f"0 0 {BREED:.0f} {HOOG:.0f}",
        width=BREED,
        height=HOOG,
    )


def _blik(grenzen: tuple[float, float, float, float]) -> _Blik:
    west, zuid, oost, noord = grenzen
    plat = cos(radians((zuid + noord) / 2))
    breed, hoog = (oost - west) * plat, noord - zuid
    schaal = min((BREED - 2 * RAND) / breed, (HOOG - 2 * RAND) / hoog)
    marge = ((BREED - breed * schaal) / 2, (HOOG - hoog * schaal) / 2)
    return _Blik(west, noord, plat, schaal, marge)


def _pad(blik: _Blik, vormen: Iterable[BaseGeometry], **verf: object) -> Svg:
    ringen = (ring for vorm in vormen for vlak in _vlakken(vorm) for ring in _ringen(vlak))
    d = "".join(_ring(blik, ring) for ring in ringen)
    return element("path", d=d, fill_rule="evenodd", stroke_linejoin="round", **verf)


def _vlakken(vorm: BaseGeometry) -> list[Polygon]:
    dunner = vorm.simplify(_FIJN)
    if isinstance(dunner, Polygon):
        return [] if dunner.is_empty else [dunner]
    return list(dunner.geoms) if isinstance(dunner, MultiPolygon) else []


def _ringen(vlak: Polygon) -> list[list[tuple[float, ...]]]:
    return [list(ring.coords) for ring in (vlak.exterior, *vlak.interiors)]


def _ring(blik: _Blik, ring: Sequence[tuple[float, ...]]) -> str:
    # Relative whole tenths would be smaller still; this is small enough.
    punten = [blik.punt(x, y) for x, y, *_ in ring[:-1]]
    tekst = [f"{x:.1f} {y:.1f}" for x, y in punten]
    kort = [een for n, een in enumerate(tekst) if n == 0 or een != tekst[n - 1]]
    return f"M{'L'.join(kort)}Z"

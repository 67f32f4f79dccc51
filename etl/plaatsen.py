"""Puts facilities in the buurt they lie in, in every division that a map fits."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import shapely

# A drawn boundary is simplified: a place this far outside (degrees, some 200 m) is of the nearest.
_DICHTBIJ = 0.002


@dataclass(frozen=True)
class Plek:
    """A facility: OpenStreetMap's own id, a kind of the closed list, and where it is (degrees)."""

    id: str
    soort: str
    naam: str
    gemeente: str
    breedte: float
    lengte: float


@dataclass(frozen=True)
class Kaart:
    """The drawn buurten of one gemeente in one year."""

    codes: tuple[str, ...]
    boom: shapely.STRtree

    @classmethod
    def van(cls, vormen: Mapping[str, shapely.Geometry]) -> Kaart:
        """Make one of outlines by code."""
        return cls(tuple(vormen), shapely.STRtree(list(vormen.values())))

    def buurt(self, punt: shapely.Point) -> str | None:
        """Give the buurt a point lies in, or the nearest when it is just outside."""
        raak = self.boom.query(punt, predicate="intersects")
        if len(raak):
            return self.codes[int(np.min(raak))]
        dichtbij = self.boom.query_nearest(punt, max_distance=_DICHTBIJ)
        return self.codes[int(dichtbij[0])] if len(dichtbij) else None


def lees_plekken(rijen: Sequence[Mapping[str, str | None]]) -> list[Plek]:
    """Make places of raw rows (regio, dimensies, veld, tekst); each once, by id."""
    delen: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    for rij in rijen:
        sleutel = str(rij["dimensies"]).removeprefix("id=")
        delen[sleutel, str(rij["regio"])][str(rij["veld"])] = rij["tekst"] or ""
    plekken: dict[str, Plek] = {}
    for (sleutel, gemeente), velden in sorted(delen.items()):
        punt = float(velden["breedtegraad"]), float(velden["lengtegraad"])
        plek = Plek(sleutel, velden["soort"], velden["naam"], gemeente, *punt)
        plekken.setdefault(sleutel, plek)
    return list(plekken.values())


def plaats(
    plekken: Sequence[Plek], kaarten: Mapping[tuple[str, int], Kaart]
) -> Iterator[tuple[Plek, str, int, bytes]]:
    """Give every place with its region, the division, and its point (WKB, EPSG:4326).

    Args:
        plekken: the places.
        kaarten: per gemeente and division the map that fits; a place near none of its buurten
            gets the gemeente itself.
    """
    for plek in plekken:
        punt = shapely.Point(plek.lengte, plek.breedte)
        for (gemeente, indeling), kaart in kaarten.items():
            if gemeente == plek.gemeente:
                regio = kaart.buurt(punt) or gemeente
                yield plek, regio, indeling, shapely.to_wkb(punt)

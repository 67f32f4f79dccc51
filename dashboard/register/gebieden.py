"""Where our wijken and buurten are: found by code, by name, or by a point in them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import shapely
from shapely import STRtree
from shapely.geometry.base import BaseGeometry

from wijken.gelijknamig import platte
from wijken.regio import Regio, Regiocode, Soort
from wijken.rijksdriehoek import naar_rd

if TYPE_CHECKING:
    from dashboard.momentopname import Momentopname
    from wijken.bron import Werkgebied

ELDERS = "elders"
# Boundaries are drawn to about 60 m: so near one the buurt on the other side is possible too.
RAND = 60.0
# A point this far outside all buurten is on the water, or on a rough bit of the boundary.
SPELING = 250.0


@dataclass(frozen=True)
class Gebiedje:
    """A wijk or buurt of a werkgebied."""

    werkgebied: str
    code: Regiocode
    naam: str


@dataclass(frozen=True)
class Ligging:
    """Where a point lies.

    Attributes:
        afstand: metres outside the buurt, 0 inside it.
        ook: another buurt whose boundary is so near that it may be that one.
    """

    buurt: Gebiedje
    afstand: float
    ook: Gebiedje | None = None


class Gebieden:
    """The wijken and buurten of all werkgebieden, in the newest division with boundaries."""

    def __init__(self, nu: Momentopname) -> None:
        """Read names and boundaries of one edition of the database."""
        self._gebieden = nu.catalogus.werkgebieden
        self.alle = tuple(
            Gebiedje(w.slug, regio.code, regio.naam)
            for w in self._gebieden.values()
            for niveau in (Soort.WIJK, Soort.BUURT)
            for regio in nu.nieuwste_regios(w, niveau)
        )
        self._per_code = {g.code: g for g in self.alle}
        self._per_naam: dict[str, list[Gebiedje]] = defaultdict(list)
        for gebied in self.alle:
            self._per_naam[platte(gebied.naam)].append(gebied)
        self._werkgebieden = {
            platte(naam): w.slug for w in self._gebieden.values() for naam in _namen(w)
        }
        self._werkgebieden[ELDERS] = ELDERS
        vormen = [paar for w in self._gebieden.values() for paar in _vormen(nu, w)]
        self._buurten = [self._per_code[r.code] for r, _ in vormen if r.code in self._per_code]
        self._vormen = [vorm for r, vorm in vormen if r.code in self._per_code]
        self._boom = STRtree(self._vormen)

    def op_code(self, code: Regiocode) -> Gebiedje | None:
        """Find a wijk or buurt of today by its code."""
        return self._per_code.get(code)

    def op_naam(self, naam: str, werkgebied: str = "") -> tuple[Gebiedje, ...]:
        """Find wijken and buurten by name, a wijk first; in one werkgebied when that is known."""
        gevonden = self._per_naam.get(platte(naam), [])
        return tuple(g for g in gevonden if werkgebied in ("", g.werkgebied))

    def namen(self, werkgebied: str = "") -> tuple[str, ...]:
        """Give all names, to say what would have been right."""
        return tuple(g.naam for g in self.alle if werkgebied in ("", g.werkgebied))

    def werkgebied(self, tekst: str) -> str:
        """Give the werkgebied that a text names (slug, corporation, place, GM code), or ""."""
        return self._werkgebieden.get(platte(tekst), "")

    def werkgebied_van_plaats(self, plaats: str) -> str:
        """Give the werkgebied in which a place lies, "" when it is in none or in more than one."""
        direct = self.werkgebied(plaats)
        gevonden = {direct} if direct else {g.werkgebied for g in self.op_naam(plaats)}
        return gevonden.pop() if len(gevonden) == 1 else ""

    def plaatsen(self) -> tuple[str, ...]:
        """Give the names of the werkgebieden as people know them."""
        return tuple(w.plaats for w in self._gebieden.values())

    def ligging(self, breedte: float, lengte: float) -> Ligging | None:
        """Find the buurt a point lies in, or else the nearest one within 250 m."""
        punt = shapely.Point(*naar_rd(breedte, lengte))
        dichtbij = self._boom.query(punt, predicate="dwithin", distance=SPELING)
        afstanden = sorted((float(self._vormen[i].distance(punt)), int(i)) for i in dichtbij)
        if not afstanden:
            return None
        afstand, eerste = afstanden[0]
        ander = next((i for d, i in afstanden[1:] if d - afstand <= RAND), None)
        ook = None if ander is None else self._buurten[ander]
        return Ligging(self._buurten[eerste], afstand, ook)

    def wijk_van(self, gebied: Gebiedje) -> Gebiedje | None:
        """Give the wijk of a buurt; a wijk is its own."""
        return self._per_code.get(gebied.code.wijk) if gebied.code.wijk else None


def lees_gebieden(nu: Momentopname) -> Gebieden:
    """Give the areas of an edition; read once for each edition."""
    return nu.onthoud(("register", "gebieden"), lambda: Gebieden(nu))


def _namen(w: Werkgebied) -> tuple[str, ...]:
    """Give what people call a werkgebied."""
    namen = (w.slug, w.naam, w.plaats, w.plaats_in_zin, f"gemeente {w.plaats}")
    return (*namen, *(code.code for code in w.codes))


def _vormen(nu: Momentopname, werkgebied: Werkgebied) -> Iterable[tuple[Regio, BaseGeometry]]:
    """Give the buurten with their outline on the Dutch grid, in metres."""
    regios = nu.nieuwste_regios(werkgebied, Soort.BUURT)
    indeling = max((r.indeling for r in regios), default=0)
    for regio, wkb in nu.geometrieen(werkgebied, Soort.BUURT, indeling):
        yield regio, shapely.transform(shapely.from_wkb(wkb), _op_het_net)


def _op_het_net(graden: np.ndarray) -> np.ndarray:
    return np.array([naar_rd(breedte, lengte) for lengte, breedte in graden])

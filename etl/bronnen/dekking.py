"""Makes neighbouring shapes fit: no gaps, no overlaps, no slots, simplified along shared lines."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray

Vlakken = NDArray[np.object_]


@dataclass(frozen=True)
class Dekking:
    """How shapes are tidied; all in metres, 0 leaves that step out.

    Attributes:
        tolerantie: detail that may go (the side of the smallest triangle kept).
        gat: a gap between neighbours narrower than this is closed.
        sleuf: a slot in the outer line narrower than this is filled.
        naald: a needle sticking out of the outer line, narrower than this, is cut off.
    """

    tolerantie: float = 0.0
    gat: float = 2.0
    sleuf: float = 0.0
    naald: float = 0.0


def maak_dekking(vlakken: Vlakken, dekking: Dekking) -> Vlakken:
    """Make one valid coverage of polygons in metres; the order stays.

    A vertex on a shared line belongs to both neighbours afterwards, so that rounding or drawing
    cannot open a gap.
    """
    geldig = np.array([_alleen_vlak(vlak) for vlak in shapely.make_valid(vlakken)])
    schoon = _pas_aan(geldig, dekking.gat)
    if dekking.sleuf:
        schoon = _vul_sleuven(schoon, dekking)
    if dekking.naald:
        schoon = _snijd_naalden(schoon, dekking)
    if dekking.tolerantie:
        schoon = np.asarray(shapely.coverage_simplify(schoon, dekking.tolerantie))
    return schoon


def _alleen_vlak(vorm: shapely.Geometry) -> shapely.Geometry:
    delen = [deel for deel in shapely.get_parts(vorm) if shapely.get_dimensions(deel) == 2]  # noqa: PLR2004
    return shapely.union_all(delen)


def _vul_sleuven(vlakken: Vlakken, dekking: Dekking) -> Vlakken:
    geheel = shapely.union_all(vlakken)
    half = dekking.sleuf / 2
    # Growing and shrinking by half the width closes a slot and leaves wider bays as they are.
    dicht = geheel.buffer(half, join_style="mitre").buffer(-half, join_style="mitre")
    gevuld = vlakken.copy()
    for sleuf in shapely.get_parts(dicht.difference(geheel)):
        langs = shapely.length(shapely.intersection(vlakken, sleuf.buffer(0.01)))
        buur = int(np.argmax(langs))
        gevuld[buur] = shapely.union(gevuld[buur], sleuf)
    return _pas_aan(gevuld, dekking.gat)


def _snijd_naalden(vlakken: Vlakken, dekking: Dekking) -> Vlakken:
    geheel = shapely.union_all(vlakken)
    half = dekking.naald / 2
    # Shrinking and growing by half the width loses what is narrower; corners lose a little too.
    open_ = geheel.buffer(-half, join_style="mitre").buffer(half, join_style="mitre")
    delen = shapely.get_parts(geheel.difference(open_))
    # A needle reaches further out than it is wide; the chip off a corner does not.
    naalden = [deel for deel in delen if shapely.length(deel) / 2 > 2 * dekking.naald]
    gesneden = shapely.difference(vlakken, shapely.union_all(naalden))
    return _pas_aan(gesneden, dekking.gat)


def _pas_aan(vlakken: Vlakken, gat: float) -> Vlakken:
    # In shapely since 2.2; its type stubs do not know it yet.
    return np.asarray(shapely.coverage_clean(vlakken, gap_width=gat))  # type: ignore[attr-defined]

"""The initiatives of a sheet: those of its area, for a buurt also just around, nearest first."""

from __future__ import annotations

from collections.abc import Sequence
from math import hypot
from typing import TYPE_CHECKING

import shapely

from wijken.regio import Regiocode, Soort
from wijken.rijksdriehoek import naar_rd

if TYPE_CHECKING:
    from dashboard.factsheet.model import Onderwerp
    from dashboard.momentopname import Momentopname
    from dashboard.register.initiatieven import Initiatief

# A quarter of an hour on foot: what lies in another wijk but is that near belongs on the sheet.
LOOPAFSTAND_KM = 1.0
_METER = 1000.0


def nabij(
    nu: Momentopname, alle: Sequence[Initiatief], wat: Onderwerp
) -> tuple[tuple[Initiatief, ...], dict[str, float]]:
    """Give the initiatives of a sheet and, by id, how many km away those with a place are.

    A gemeente has all of its area, in the order of the list. A wijk has its own; a buurt those of
    its wijk and what lies within 1 km of its middle. What is placed stands first, the nearest
    first; the rest keeps the order of the list. No distances for a gemeente.
    """
    van_gebied = [i for i in alle if i.werkgebied == wat.gebied.slug]
    codes = [r.code for r in wat.selectie or (wat.regio,)]
    wijken = {code.wijk for code in codes}
    if None in wijken:
        return tuple(van_gebied), {}
    ver = _afstanden(_midden(nu, wat, codes), van_gebied)
    is_buurt = codes == [wat.regio.code] and wat.regio.soort is Soort.BUURT
    gekozen = [
        i
        for i in van_gebied
        if i.regio in wijken or (is_buurt and ver.get(i.id, LOOPAFSTAND_KM + 1) <= LOOPAFSTAND_KM)
    ]
    gekozen.sort(key=lambda i: (i.id not in ver, ver.get(i.id, 0.0)))
    return tuple(gekozen), {i.id: ver[i.id] for i in gekozen if i.id in ver}


def _midden(
    nu: Momentopname, wat: Onderwerp, codes: Sequence[Regiocode]
) -> tuple[float, float] | None:
    """Give the middle of the area on the Dutch grid, None where its boundaries are not known."""
    vormen = [
        shapely.from_wkb(wkb)
        for niveau in {code.soort for code in codes}
        for regio, wkb in nu.geometrieen(wat.gebied, niveau, wat.regio.indeling)
        if regio.code in codes
    ]
    if not vormen:
        return None
    punt = shapely.centroid(shapely.union_all(vormen))
    return naar_rd(punt.y, punt.x)


def _afstanden(
    midden: tuple[float, float] | None, initiatieven: Sequence[Initiatief]
) -> dict[str, float]:
    if midden is None:
        return {}
    plekken = {i.id: naar_rd(*i.plek) for i in initiatieven if i.plek is not None}
    return {id_: hypot(x - midden[0], y - midden[1]) / _METER for id_, (x, y) in plekken.items()}

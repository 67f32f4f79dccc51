"""Hides cells of a table of areas by kinds, so that no cell of one to nine can be worked out.

The totals of rows and columns are shown. Every cell below ten is hidden, zero included, and with
them as many others as it takes: in the graph with rows and columns as points and hidden cells that
hold homes as lines, every small cell lies on a circle. Along a circle homes can be moved, one more
and one less in turn, without any shown number changing; and a cell on no circle can be worked out.
Source of the rule: D. Gusfield, A graph theoretic approach to statistical data security (1988).
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence

from dashboard.register.bezit import DREMPEL

Cel = tuple[int, int]
Tabel = Sequence[Sequence[int]]


def verberg(tabel: Tabel) -> frozenset[Cel] | None:
    """Give the cells to hide, None when the whole table has to be left out.

    Args:
        tabel: homes by row (area) and column (kind); totals of both are known to the reader.
    """
    gevuld = {(r, k) for r, rij in enumerate(tabel) for k, aantal in enumerate(rij) if aantal}
    klein = sorted(cel for cel in gevuld if tabel[cel[0]][cel[1]] < DREMPEL)
    dicht = set(klein)
    for cel in klein:
        if not _weg(cel, dicht - {cel}, ()):
            weg = _weg(cel, dicht - {cel}, gevuld - {cel})
            if not weg:
                return None
            dicht |= set(weg)
    leeg = {(r, k) for r, rij in enumerate(tabel) for k, aantal in enumerate(rij) if not aantal}
    dicht |= leeg
    # Nothing left to see looks the same as a table that cannot be made safe, or that would tell.
    return None if len(dicht) == sum(map(len, tabel)) else frozenset(dicht)


def _weg(cel: Cel, dicht: Iterable[Cel], open_: Iterable[Cel]) -> tuple[Cel, ...]:
    """Give the cells that lead from the row of a cell to its column, as few open ones as possible.

    Cells that are hidden already cost nothing; among equals the first by row and column.
    """
    kost = dict.fromkeys(open_, 1) | dict.fromkeys(dicht, 0)
    begin, doel = ("r", cel[0]), ("k", cel[1])
    lengte, vorige = {begin: 0}, {begin: (begin, cel)}
    rij: deque[tuple[str, int]] = deque([begin])
    while rij:
        punt = rij.popleft()
        for volgende, lijn in _buren(punt, kost):
            ver = lengte[punt] + kost[lijn]
            if ver < lengte.get(volgende, ver + 1):
                lengte[volgende], vorige[volgende] = ver, (punt, lijn)
                (rij.append if kost[lijn] else rij.appendleft)(volgende)
    if doel not in vorige:
        return ()
    lijnen, punt = [], doel
    while punt != begin:
        punt, lijn = vorige[punt]
        lijnen.append(lijn)
    return tuple(lijnen)


def _buren(punt: tuple[str, int], lijnen: Iterable[Cel]) -> list[tuple[tuple[str, int], Cel]]:
    soort, nummer = punt
    if soort == "r":
        return [(("k", lijn[1]), lijn) for lijn in sorted(lijnen) if lijn[0] == nummer]
    return [(("r", lijn[0]), lijn) for lijn in sorted(lijnen) if lijn[1] == nummer]

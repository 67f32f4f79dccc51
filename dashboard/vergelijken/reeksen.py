"""The figure of a side through the years, in parts that are one place and one source."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import TYPE_CHECKING

from dashboard.vergelijken.zijde import Zijde, totaal
from wijken.indicator import Indicator
from wijken.regio import Soort

if TYPE_CHECKING:
    from dashboard.momentopname import Momentopname
    from wijken.waarneming import Waarneming

Reeks = tuple[tuple["Waarneming", ...], ...]


def reeks_van(nu: Momentopname, indicator: Indicator, zijde: Zijde) -> Reeks:
    """Give the measured figures of a side in order of time, cut where area or source changed.

    A series over a changed area is no series: a line joins two years only inside one division
    or where the area is proven unchanged.
    """
    gemeten = [w for w in _jaren(nu, indicator, zijde) if w.waarde is not None]
    if not gemeten:
        return ()
    delen = [[gemeten[0]]]
    for een, ander in pairwise(gemeten):
        zelfde_bron = een.herkomst.bron == ander.herkomst.bron
        if zelfde_bron and zijde.loopt_door(een.indeling, ander.indeling):
            delen[-1].append(ander)
        else:
            delen.append([ander])
    return tuple(tuple(deel) for deel in delen)


def _jaren(nu: Momentopname, indicator: Indicator, zijde: Zijde) -> Iterable[Waarneming]:
    if zijde.is_geheel:
        return nu.reeks(indicator, zijde.gebied.codes[0])
    per_jaar: dict[int, Waarneming] = {}
    for niveau in (Soort.WIJK, Soort.BUURT):
        for uitgave in nu.uitgaven(indicator, zijde.gebied.codes, niveau):
            if not uitgave.gemeten or uitgave.periode.jaar in per_jaar:
                continue
            w = totaal(nu, indicator, zijde, uitgave).waarneming
            if w is not None and w.waarde is not None:
                per_jaar[uitgave.periode.jaar] = w
    return [per_jaar[jaar] for jaar in sorted(per_jaar)]

"""The figure of a side through the years, in parts that are one place and one source."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from dashboard.vergelijken.zijde import Zijde, totaal
from wijken.indicator import Indicator
from wijken.reeks import knip, naden
from wijken.regio import Soort

if TYPE_CHECKING:
    from dashboard.momentopname import Momentopname
    from wijken.waarneming import Waarneming

Reeks = tuple[tuple["Waarneming", ...], ...]


def reeks_van(nu: Momentopname, indicator: Indicator, zijde: Zijde) -> Reeks:
    """Give the measured figures of a side by year, cut where area, source or measuring changed.

    A series over a changed area is no series: a line joins two years only inside one division
    or where the area is proven unchanged.
    """
    breuken = nu.catalogus.breuken(indicator)
    bewezen = replace(zijde, gebied=nu.met_bewijs(zijde.gebied))

    def is_naad(een: Waarneming, ander: Waarneming) -> bool:
        zelfde = bewezen.loopt_door(een.indeling, ander.indeling)
        return bool(naden(een, ander, breuken, zelfde_plek=zelfde))

    return knip(tuple(_jaren(nu, indicator, zijde)), is_naad)


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

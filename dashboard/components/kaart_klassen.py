"""Knows the classes of a map: breaks that hold for both areas and for every year shown."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from wijken.klassen import Klassen, leesbaar, natuurlijke_grenzen
from wijken.regio import Soort

if TYPE_CHECKING:
    from dashboard.momentopname import Momentopname
    from wijken.indicator import Indicator

# Natural breaks cost the square of the number of values: more are thinned out, evenly by rank.
_MEEST = 80
# This share of the values, at both ends, has no say in where classes break.
_UITSCHIETERS = 0.02


def kaartklassen(nu: Momentopname, indicator: Indicator, niveau: Soort) -> Klassen:
    """Give the classes of an indicator at a level: the same for every area and year.

    Uncertain figures do not count: small numbers would set the breaks.
    """
    waarden = nu.zekere_waarden(indicator, niveau)
    return _klassen(waarden, indicator.decimalen, bool(indicator.labels))


@lru_cache(maxsize=512)
def _klassen(waarden: tuple[float, ...], decimalen: int, labels: bool) -> Klassen:  # noqa: FBT001
    if not waarden:
        return Klassen(())
    if labels:
        return Klassen(tuple(sorted(set(waarden)))[1:])
    grenzen = natuurlijke_grenzen(_uitgedund(waarden))
    return leesbaar(grenzen, 10.0**-decimalen, (waarden[0], waarden[-1]))


def _uitgedund(waarden: tuple[float, ...]) -> tuple[float, ...]:
    """Give at most 80 values, even by rank; outliers aside, or each takes a class for itself."""
    rand = round(len(waarden) * _UITSCHIETERS)
    kern = waarden[rand : len(waarden) - rand]
    if len(kern) <= _MEEST:
        return kern
    stap = (len(kern) - 1) / (_MEEST - 1)
    return tuple(kern[round(n * stap)] for n in range(_MEEST))

"""Knows the classes of a map: breaks that hold for both areas and for every year shown."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING

from dashboard.components.kaart.kijkstaat import Kijk, Methode
from wijken.klassen import (
    Klassen,
    gelijke_aantallen,
    leesbaar,
    natuurlijke_grenzen,
    ronde_stappen,
)
from wijken.regio import Soort

if TYPE_CHECKING:
    from dashboard.momentopname import Momentopname
    from wijken.indicator import Indicator

# Natural breaks cost the square of the number of values: more are thinned out, evenly by rank.
_MEEST = 80
# This share of the values, at both ends, has no say in where classes break.
_UITSCHIETERS = 0.02
# On a map of two themes each has this many classes.
DRIE = 3

_Waarden = tuple[float, ...]


def kaartklassen(
    nu: Momentopname, indicator: Indicator, niveau: Soort, kijk: Kijk | None = None
) -> Klassen:
    """Give the classes of an indicator at a level: the same for every area and year.

    Uncertain figures do not count: small numbers would set the breaks.
    """
    kijk = kijk or Kijk()
    if kijk.methode is Methode.EIGEN:
        return Klassen(kijk.eigen)
    waarden = nu.zekere_waarden(indicator, niveau)
    return _klassen(waarden, indicator.decimalen, bool(indicator.labels), kijk.methode)


def drie_klassen(nu: Momentopname, indicator: Indicator, niveau: Soort) -> Klassen:
    """Give three classes of about as many areas each, the same for every area and year."""
    return _drie(nu.zekere_waarden(indicator, niveau), indicator.decimalen)


@lru_cache(maxsize=512)
def _klassen(waarden: _Waarden, decimalen: int, labels: bool, methode: Methode) -> Klassen:  # noqa: FBT001
    if not waarden:
        return Klassen(())
    if labels:
        return Klassen(tuple(sorted(set(waarden)))[1:])
    return _METHODEN[methode](waarden, 10.0**-decimalen)


@lru_cache(maxsize=256)
def _drie(waarden: _Waarden, decimalen: int) -> Klassen:
    if not waarden:
        return Klassen(())
    grenzen = gelijke_aantallen(waarden, DRIE)
    return leesbaar(grenzen, 10.0**-decimalen, (waarden[0], waarden[-1]))


def _natuurlijk(waarden: _Waarden, fijnste: float) -> Klassen:
    return leesbaar(natuurlijke_grenzen(_uitgedund(waarden)), fijnste, (waarden[0], waarden[-1]))


def _aantallen(waarden: _Waarden, fijnste: float) -> Klassen:
    return leesbaar(gelijke_aantallen(waarden), fijnste, (waarden[0], waarden[-1]))


def _stappen(waarden: _Waarden, fijnste: float) -> Klassen:
    return ronde_stappen(waarden, fijnste=fijnste)


_METHODEN: dict[Methode, Callable[[_Waarden, float], Klassen]] = {
    Methode.NATUURLIJK: _natuurlijk,
    Methode.AANTALLEN: _aantallen,
    Methode.STAPPEN: _stappen,
}


def _uitgedund(waarden: _Waarden) -> _Waarden:
    """Give at most 80 values, even by rank; outliers aside, or each takes a class for itself."""
    rand = round(len(waarden) * _UITSCHIETERS)
    kern = waarden[rand : len(waarden) - rand]
    if len(kern) <= _MEEST:
        return kern
    stap = (len(kern) - 1) / (_MEEST - 1)
    return tuple(kern[round(n * stap)] for n in range(_MEEST))

"""Statistical twins: which areas are most alike on named figures, each figure counting as much."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from wijken.errors import InvoerError
from wijken.regio import Regiocode

# Half the distance between the quartiles of a normal distribution is 0.6745 standard deviations.
_NORMAAL = 1.349


@dataclass(frozen=True)
class Profiel:
    """An area and its figures, in the order of the indicators; every figure is there."""

    regio: Regiocode
    waarden: tuple[float, ...]


@dataclass(frozen=True)
class Tweeling:
    """An area that is alike and how far it is: root mean square of standardised differences."""

    profiel: Profiel
    afstand: float


def spreidingen(profielen: Sequence[Profiel]) -> tuple[float, ...]:
    """Give the robust spread of each figure; 0 for a figure that hardly differs.

    The interquartile range divided by 1.349: one odd area does not set the measure.

    Raises:
        InvoerError: when profiles have different numbers of figures.
    """
    if not profielen:
        return ()
    try:
        kolommen = list(zip(*(p.waarden for p in profielen), strict=True))
    except ValueError as fout:
        message = "Profielen moeten evenveel cijfers hebben."
        raise InvoerError(message) from fout
    return tuple(_robuust(kolom) for kolom in kolommen)


def tweelingen(
    eigen: Profiel, kandidaten: Iterable[Profiel], maten: Sequence[float], aantal: int
) -> tuple[Tweeling, ...]:
    """Give the areas most like `eigen`, nearest first; itself is never among them.

    Args:
        eigen: the area to look from.
        kandidaten: areas to choose from.
        maten: spread of each figure (`spreidingen`); figures with spread 0 do not count.
        aantal: how many to give at most.
    """
    gewichten = [1 / maat if maat > 0 else 0.0 for maat in maten]
    geteld = sum(1 for gewicht in gewichten if gewicht) or 1
    alle = [
        (_kwadraat(eigen.waarden, kandidaat.waarden, gewichten), kandidaat.regio.code, kandidaat)
        for kandidaat in kandidaten
        if kandidaat.regio != eigen.regio
    ]
    alle.sort(key=lambda drie: drie[:2])
    return tuple(Tweeling(k, math.sqrt(som / geteld)) for som, _, k in alle[:aantal])


def _kwadraat(een: Sequence[float], ander: Sequence[float], gewichten: Sequence[float]) -> float:
    som = 0.0
    for a, b, gewicht in zip(een, ander, gewichten, strict=True):
        verschil = (a - b) * gewicht
        som += verschil * verschil
    return som


def _robuust(kolom: Sequence[float]) -> float:
    reeks = sorted(kolom)
    return (kwantiel(reeks, 0.75) - kwantiel(reeks, 0.25)) / _NORMAAL


def kwantiel(reeks: Sequence[float], deel: float) -> float:
    """Give the value at a part (0-1) of an ascending row (Hyndman-Fan type 7).

    Raises:
        InvoerError: for an empty row.
    """
    if not reeks:
        message = "Van een lege rij is er geen kwantiel."
        raise InvoerError(message)
    plaats = deel * (len(reeks) - 1)
    onder = math.floor(plaats)
    boven = min(onder + 1, len(reeks) - 1)
    return reeks[onder] + (plaats - onder) * (reeks[boven] - reeks[onder])

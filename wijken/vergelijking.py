"""What may be compared: which divisions are one place, and the middle of areas."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from wijken.bron import Werkgebied
from wijken.regio import Regiocode, Soort


def zelfde_gebied(werkgebied: Werkgebied, code: Regiocode, een: int, ander: int) -> bool:
    """Tell whether a code is proven to be the same place in two divisions.

    A figure belongs to a division (design, decision 6): without evidence in the catalogue two
    divisions are never one series. The country is always the same place.
    """
    if een == ander or code.soort is Soort.LAND:
        return True
    eerste, laatste = sorted((een, ander))
    return code.gemeente in werkgebied.codes and any(
        bewijs.niveau is code.soort and bewijs.van <= eerste and laatste <= bewijs.tot
        for bewijs in werkgebied.onveranderd
    )


def mediaan(waarden: Sequence[float]) -> float | None:
    """Give the median, None when there are no values."""
    return median(waarden) if waarden else None

"""Scales: where a value stands between two round numbers, and the round numbers in between."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from wijken.indicator import Indicator

_STAPPEN = (1.0, 2.0, 2.5, 5.0, 10.0)
_HEEL = 100.0
# Room at both ends, so that a dot on the edge is whole.
_RAND = 0.025


@dataclass(frozen=True)
class Schaal:
    """From `laag` to `hoog` in steps of `stap`; all three round numbers."""

    laag: float
    hoog: float
    stap: float

    def deel(self, waarde: float) -> float:
        """Give the place across (0-1); what lies outside is put on the edge."""
        deel = (waarde - self.laag) / (self.hoog - self.laag)
        return _RAND + (1 - 2 * _RAND) * min(1.0, max(0.0, deel))

    def past(self, waarde: float) -> bool:
        """Tell whether a value lies on the scale."""
        return self.laag <= waarde <= self.hoog

    @property
    def strepen(self) -> tuple[float, ...]:
        """The round numbers from low to high, both ends included."""
        aantal = round((self.hoog - self.laag) / self.stap)
        return tuple(round(self.laag + n * self.stap, 6) for n in range(aantal + 1))

    @property
    def decimalen(self) -> int:
        """How many decimals its round numbers need."""
        return next((n for n in range(6) if math.isclose(round(self.stap, n), self.stap)), 6)


def schaal(indicator: Indicator, waarden: Sequence[float], aantal: int = 5) -> Schaal:
    """Make a scale that holds all values in at most `aantal` steps.

    Shares start at 0, and so does what lies nearer to 0 than to its own highest value; a share
    never goes past 100.
    """
    if not waarden:
        return Schaal(0.0, 1.0, 1.0)
    laag, hoog = min(waarden), max(waarden)
    if indicator.is_aandeel or 0 <= laag < hoog / 2:
        laag = 0.0
    if laag == hoog:
        laag, hoog = laag - (0 if laag == 0 else 1), hoog + 1
    stap = _stap(laag, hoog, aantal)
    onder, boven = math.floor(laag / stap) * stap, math.ceil(hoog / stap) * stap
    if indicator.is_aandeel:
        boven = min(boven, _HEEL)
        stap = stap if math.isclose(boven / stap, round(boven / stap)) else boven / 4
    return Schaal(round(onder, 6), round(boven, 6), stap)


def _stap(laag: float, hoog: float, aantal: int) -> float:
    macht = 10.0 ** math.floor(math.log10((hoog - laag) / aantal))
    for factor in _STAPPEN:
        stap = factor * macht
        if math.ceil(hoog / stap) - math.floor(laag / stap) <= aantal:
            return stap
    return 20.0 * macht

"""How far a sum of rounded counts may be off.

Source of the rule: CBS, "Kerncijfers wijken en buurten": counts of wijken and buurten are rounded
to fives, benefits to tens. A rounded number is off by half a step at most, a sum by that for each.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil, gcd

_STAPPEN = (5, 10)


def afrondstap(waarden: Iterable[float]) -> int:
    """Give the step that all these counts are rounded to: 10, 5, or 1 when they are not rounded.

    Zeroes tell nothing; without other numbers the step is 1.
    """
    gehelen = [round(waarde) for waarde in waarden if waarde]
    grootste = gcd(*gehelen) if gehelen else 1
    return max((stap for stap in _STAPPEN if grootste % stap == 0), default=1)


def hoogste_afwijking(stap: int, aantal: int) -> int:
    """Give how far the sum of so many counts rounded to a step may be off, at most."""
    return 0 if stap <= 1 else ceil(stap * aantal / 2)

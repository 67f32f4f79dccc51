"""How far a sum of rounded counts may be off.

Source of the rule: CBS, "Kerncijfers wijken en buurten": counts of wijken and buurten are rounded
to fives at random, up or down, so that a 0 can stand for 4; benefits to the nearest ten. A sum may
be off by as much for each of its parts.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import gcd

# Step: how far a number rounded to it may be off.
_SPELING = {5: 4, 10: 5}


def afrondstap(waarden: Iterable[float]) -> int:
    """Give the step that all these counts are rounded to: 10, 5, or 1 when they are not rounded.

    Zeroes tell nothing; without other numbers the step is 1.
    """
    gehelen = [round(waarde) for waarde in waarden if waarde]
    grootste = gcd(*gehelen) if gehelen else 1
    return max((stap for stap in _SPELING if grootste % stap == 0), default=1)


def hoogste_afwijking(stap: int, aantal: int) -> int:
    """Give how far the sum of so many counts rounded to a step (see `afrondstap`) may be off."""
    return _SPELING.get(stap, 0) * aantal

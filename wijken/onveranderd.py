"""Reads CBS's own sign of change (`Indelingswijziging...`) as evidence of areas that stayed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from wijken.bron import Onveranderd
from wijken.regio import Regiocode

# "1": boundary and code as in the year before; "2" is another code, "3" another boundary.
_GELIJK = "1"
_BEWIJS = "CBS zegt in Kerncijfers wijken en buurten zelf dat grens en code gelijk bleven."


def onveranderd_volgens_cbs(
    tekens: Iterable[tuple[Regiocode, int, str]],
) -> tuple[Onveranderd, ...]:
    """Give the stretches of years in which areas stayed the same.

    Args:
        tekens: code, division, and the sign of that division against the year before.
    """
    per_code: dict[Regiocode, list[int]] = defaultdict(list)
    for code, jaar, teken in tekens:
        if teken == _GELIJK:
            per_code[code].append(jaar)
    samen: dict[tuple[int, int], set[Regiocode]] = defaultdict(set)
    for code, jaren in per_code.items():
        for van, tot in _stukken(sorted(jaren)):
            samen[van, tot].add(code)
    return tuple(
        Onveranderd(niveau, van, tot, _BEWIJS, frozenset(c for c in codes if c.soort is niveau))
        for (van, tot), codes in sorted(samen.items())
        for niveau in sorted({c.soort for c in codes})
    )


def _stukken(jaren: list[int]) -> list[tuple[int, int]]:
    """Give first and last division of each unbroken run; a sign of 2022 is about 2021 and 2022."""
    stukken: list[tuple[int, int]] = []
    for jaar in jaren:
        if stukken and stukken[-1][1] == jaar - 1:
            stukken[-1] = (stukken[-1][0], jaar)
        else:
            stukken.append((jaar - 1, jaar))
    return stukken

"""Class breaks for maps: equal counts, natural breaks, rounded equal steps."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from wijken.errors import InvoerError

MAXIMUM = 5
_STAPPEN = (1.0, 2.0, 2.5, 5.0, 10.0)


@dataclass(frozen=True)
class Klassen:
    """Inner breaks, ascending: `n` make `n + 1` classes; a value on a break belongs above."""

    grenzen: tuple[float, ...]

    def __post_init__(self) -> None:
        """Refuse breaks that do not ascend."""
        if any(a >= b for a, b in zip(self.grenzen, self.grenzen[1:], strict=False)):
            message = f"Klassengrenzen moeten oplopen, gevonden: {self.grenzen}."
            raise InvoerError(message)

    @property
    def aantal(self) -> int:
        """The number of classes."""
        return len(self.grenzen) + 1

    def klasse(self, waarde: float) -> int:
        """Give the class of a value, from 0 for the lowest."""
        return bisect_right(self.grenzen, waarde)


def gelijke_aantallen(waarden: Sequence[float], aantal: int = MAXIMUM) -> Klassen:
    """Break so that each class holds about as many values (quantiles, Hyndman-Fan type 7)."""
    reeks = sorted(waarden)
    if not reeks:
        return Klassen(())
    grenzen = (_kwantiel(reeks, k / aantal) for k in range(1, aantal))
    return _zonder_dubbele(grenzen, reeks[0])


def natuurlijke_grenzen(waarden: Sequence[float], aantal: int = MAXIMUM) -> Klassen:
    """Break where the squared deviation within classes is smallest (Fisher-Jenks, exact)."""
    reeks = sorted(waarden)
    if len(set(reeks)) <= aantal:
        return Klassen(tuple(sorted(set(reeks))[1:]))
    begin = _beste_begin(reeks, aantal)
    eind, grenzen = len(reeks), []
    for k in range(aantal - 1, 0, -1):
        eind = begin[k][eind]
        grenzen.append(reeks[eind])
    return _zonder_dubbele(reversed(grenzen), reeks[0])


def ronde_stappen(waarden: Sequence[float], aantal: int = MAXIMUM, fijnste: float = 0.0) -> Klassen:
    """Break at equal steps on round numbers (1, 2, 2.5 or 5 times a power of ten).

    Args:
        waarden: the figures, in any order.
        aantal: the most classes.
        fijnste: every step is a multiple of this, e.g. 0.1 for one decimal; 0: any step.
    """
    if not waarden or min(waarden) == max(waarden):
        return Klassen(())
    laag, hoog = min(waarden), max(waarden)
    ruw = (hoog - laag) / aantal
    macht = 10.0 ** math.floor(math.log10(ruw))
    hoogste = max(1, math.ceil(math.log10(fijnste / macht))) if fijnste > 0 else 1
    stappen = [s * macht * 10.0**n for n in range(hoogste + 1) for s in _STAPPEN]
    for stap in (s for s in stappen if _is_veelvoud(s, fijnste)):
        eerste = math.floor(laag / stap) + 1
        laatste = math.ceil(hoog / stap) - 1
        if stap >= ruw and laatste - eerste < aantal - 1:
            break
    decimalen = max(0, 1 - math.floor(math.log10(stap)))
    return Klassen(tuple(round(k * stap, decimalen) for k in range(eerste, laatste + 1)))


def leesbaar(klassen: Klassen, fijnste: float, uitersten: tuple[float, float]) -> Klassen:
    """Round breaks to numbers that read well, as coarse as their distances allow.

    Args:
        klassen: breaks as computed.
        fijnste: the smallest step that can be shown, e.g. 0.1 for one decimal.
        uitersten: lowest and highest value; no class may fall outside them.
    """
    if not klassen.grenzen:
        return klassen
    punten = (uitersten[0], *klassen.grenzen)
    kleinste = min(b - a for a, b in pairwise(punten) if b > a)
    stap = max(_rond_naar_onder(kleinste), fijnste)
    decimalen = max(0, 1 - math.floor(math.log10(stap)))
    # Halves up, always: rounding them to even would let two breaks meet.
    rond = {round(math.floor(g / stap + 0.5) * stap, decimalen) for g in klassen.grenzen}
    laag, hoog = uitersten
    return Klassen(tuple(sorted(g for g in rond if laag < g <= hoog)))


def _is_veelvoud(stap: float, fijnste: float) -> bool:
    if fijnste <= 0:
        return True
    keer = stap / fijnste
    return round(keer) >= 1 and math.isclose(keer, round(keer), rel_tol=1e-9)


def _rond_naar_onder(getal: float) -> float:
    macht = 10.0 ** math.floor(math.log10(getal))
    return max(s * macht for s in (1.0, 2.0, 5.0) if s * macht <= getal * (1 + 1e-9))


def _kwantiel(reeks: Sequence[float], deel: float) -> float:
    plaats = deel * (len(reeks) - 1)
    onder = math.floor(plaats)
    boven = min(onder + 1, len(reeks) - 1)
    return reeks[onder] + (plaats - onder) * (reeks[boven] - reeks[onder])


def _zonder_dubbele(grenzen: object, laagste: float) -> Klassen:
    uniek = sorted({g for g in grenzen if g > laagste})  # type: ignore[attr-defined]
    return Klassen(tuple(uniek))


def _beste_begin(reeks: Sequence[float], aantal: int) -> list[list[int]]:
    """Give, per number of classes and end, where the last class begins (dynamic programming)."""
    n = len(reeks)
    som = [0.0] * (n + 1)
    kwadraat = [0.0] * (n + 1)
    for i, x in enumerate(reeks):
        som[i + 1] = som[i] + x
        kwadraat[i + 1] = kwadraat[i] + x * x

    def spreiding(i: int, j: int) -> float:
        return kwadraat[j] - kwadraat[i] - (som[j] - som[i]) ** 2 / (j - i)

    kosten = [0.0] + [spreiding(0, j) for j in range(1, n + 1)]
    begin: list[list[int]] = [[0] * (n + 1)]
    for k in range(1, aantal):
        rij, beste = [0] * (n + 1), [math.inf] * (n + 1)
        for j in range(k + 1, n + 1):
            beste[j], rij[j] = min((kosten[i] + spreiding(i, j), i) for i in range(k, j))
        kosten = beste
        begin.append(rij)
    return begin

"""Knows which years an indicator has at a level of an area, and which of them belong together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from wijken.bron import Werkgebied
from wijken.indicator import Indicator
from wijken.regio import Soort
from wijken.vergelijking import zelfde_gebied

if TYPE_CHECKING:
    from dashboard.gegevens import Uitgave
    from dashboard.momentopname import Momentopname


@dataclass(frozen=True)
class Waar:
    """An area at a level, and what there is to show."""

    nu: Momentopname
    gebied: Werkgebied
    niveau: Soort

    def alle(self, indicator: Indicator) -> tuple[Uitgave, ...]:
        """Give every year and division an indicator was tried for, newest first."""
        gemeenten = self.gebied.codes + self.gebied.voorgangers
        return self.nu.uitgaven(indicator, gemeenten, self.niveau)

    def uitgaven(self, indicator: Indicator) -> tuple[Uitgave, ...]:
        """Give one division per year that has figures: the newest of them."""
        per_jaar: dict[object, Uitgave] = {}
        alle = self.alle(indicator)
        for uitgave in alle:
            if uitgave.gemeten:
                per_jaar.setdefault(uitgave.periode, uitgave)
        # Nothing measured: the newest attempt still knows why.
        return tuple(per_jaar.values()) or alle[:1]

    def indeling(self, uitgave: Uitgave | None) -> int:
        """Give the division to draw."""
        if uitgave is not None and self.nu.regios(self.gebied, self.niveau, uitgave.indeling):
            return uitgave.indeling
        # No areas of this level in that division: draw the newest division that was drawn.
        return max((grens.kaart for grens in self.gebied.grenzen), default=0)

    def passend(self, indicator: Indicator, bij: Uitgave) -> Uitgave | None:
        """Give the figures that lie best beside others: same areas first, then the nearest year."""
        gemeten = [u for u in self.alle(indicator) if u.gemeten]
        return min(gemeten, key=lambda u: self._afstand(u, bij), default=None)

    def vroeger(self, indicator: Indicator, dan: Uitgave) -> tuple[Uitgave, ...]:
        """Give one division for each earlier year, newest first: the one that fits best."""
        per_jaar: dict[object, Uitgave] = {}
        gemeten = [u for u in self.alle(indicator) if u.gemeten and u.periode < dan.periode]
        for uitgave in sorted(gemeten, key=lambda u: self._afstand(u, dan)):
            per_jaar.setdefault(uitgave.periode, uitgave)
        return tuple(sorted(per_jaar.values(), key=lambda u: u.periode, reverse=True))

    def zelfde(self, een: int, ander: int) -> bool:
        """Tell whether all areas of this level are proven the same in two divisions."""
        regios = self.nu.regios(self.gebied, self.niveau, een)
        return all(zelfde_gebied(self.gebied, r.code, een, ander) for r in regios)

    def _afstand(self, een: Uitgave, ander: Uitgave) -> tuple[int, int, int]:
        if een.indeling == ander.indeling:
            soort = 0
        else:
            soort = 1 if self.zelfde(ander.indeling, een.indeling) else 2
        return soort, abs(een.periode.jaar - ander.periode.jaar), -een.indeling

"""Slows down guessing of the password: per client, and for everybody together."""

from __future__ import annotations

import time
from collections import OrderedDict, deque
from collections.abc import Callable
from dataclasses import dataclass, field
from math import ceil
from threading import Lock

# Five mistakes are free; then 2, 4, 8 seconds and so on, a quarter of an hour at most.
VRIJ, LANGST = 5, 900
# All together: this many a minute, whoever they are.
SAMEN, VENSTER = 30, 60
_VERGEET = 3_600
_BEKEND = 2_000


@dataclass
class Rem:
    """Counts mistakes in memory; a restart forgets them.

    Args:
        klok: gives seconds that only go forward.
    """

    klok: Callable[[], float] = time.monotonic
    _fouten: OrderedDict[str, tuple[int, float]] = field(default_factory=OrderedDict)
    _samen: deque[float] = field(default_factory=deque)
    _slot: Lock = field(default_factory=Lock)

    def probeer(self, wie: str) -> int:
        """Ask for an attempt: 0 and it counts as a mistake until `gelukt`, or seconds to wait."""
        with self._slot:
            nu = self.klok()
            wacht = max(self._wacht(wie, nu), self._wacht_samen(nu))
            if wacht <= 0:
                # Counted before it is looked at: many at once may not all count as the first.
                self._fouten[wie] = (self._aantal(wie, nu) + 1, nu)
                self._fouten.move_to_end(wie)
                self._samen.append(nu)
                while len(self._fouten) > _BEKEND:
                    self._fouten.popitem(last=False)
            return ceil(max(wacht, 0))

    def gelukt(self, wie: str) -> None:
        """Forget the mistakes of a client that knew the password."""
        with self._slot:
            self._fouten.pop(wie, None)
            if self._samen:
                self._samen.pop()

    def _aantal(self, wie: str, nu: float) -> int:
        aantal, laatst = self._fouten.get(wie, (0, nu))
        return 0 if nu - laatst > _VERGEET else aantal

    def _wacht(self, wie: str, nu: float) -> float:
        over = self._aantal(wie, nu) - VRIJ
        if over < 0:
            return 0
        return float(self._fouten[wie][1] + min(2.0 ** (over + 1), LANGST) - nu)

    def _wacht_samen(self, nu: float) -> float:
        while self._samen and nu - self._samen[0] > VENSTER:
            self._samen.popleft()
        return self._samen[0] + VENSTER - nu if len(self._samen) >= SAMEN else 0

"""Keeps the last few views that were drawn: colleagues at one table ask for the same ones."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

T = TypeVar("T")
# A view is about a megabyte.
MEEST = 24


class Voorraad(Generic[T]):
    """What was made before, the longest unused thrown away first; safe between threads."""

    def __init__(self, meest: int = MEEST) -> None:
        """Start empty.

        Args:
            meest: how much is kept.
        """
        self._meest = meest
        self._slot = threading.Lock()
        self._alles: OrderedDict[Hashable, T] = OrderedDict()

    def geef(self, sleutel: Hashable, maak: Callable[[], T]) -> T:
        """Give what was kept under this key, else make and keep it."""
        with self._slot:
            if sleutel in self._alles:
                self._alles.move_to_end(sleutel)
                return self._alles[sleutel]
        waarde = maak()
        with self._slot:
            self._alles[sleutel] = waarde
            while len(self._alles) > self._meest:
                self._alles.popitem(last=False)
        return waarde

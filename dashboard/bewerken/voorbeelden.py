"""Lists that were looked at and not taken in yet: kept in memory, for an hour, for one browser."""

from __future__ import annotations

import hmac
import secrets
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Lock
from typing import Generic, Protocol, TypeVar

from dashboard.register.invoer import Voorbeeld
from dashboard.register.tabelblad import Tabelblad

_GELDIG = 3600.0
_HOOGSTENS = 20


@dataclass
class Bewaard:
    """One list.

    Attributes:
        bestand: what the user calls the file; a label.
        blad: the list as it was read.
        voorbeeld: what would happen to each row.
        browser: the token of the browser that sent it; no other gets to see it.
        beurt: the batch it became, None while it was not taken in.
    """

    bestand: str
    blad: Tabelblad
    voorbeeld: Voorbeeld
    browser: str
    moment: float = 0.0
    beurt: int | None = None
    slot: Lock = field(default_factory=Lock)


class VanBrowser(Protocol):
    """Something that only the browser that sent it gets to see, for a while."""

    browser: str
    moment: float


L = TypeVar("L", bound=VanBrowser)


@dataclass
class Voorbeelden(Generic[L]):
    """The lists by a number that nobody can guess.

    Args:
        klok: gives seconds that only go forward.
    """

    klok: Callable[[], float] = time.monotonic
    _lijsten: OrderedDict[str, L] = field(default_factory=OrderedDict)
    _slot: Lock = field(default_factory=Lock)

    def bewaar(self, lijst: L) -> str:
        """Keep a list and give its number; the oldest make room."""
        nummer = secrets.token_urlsafe(16)
        with self._slot:
            self._ruim_op()
            lijst.moment = self.klok()
            self._lijsten[nummer] = lijst
            while len(self._lijsten) > _HOOGSTENS:
                self._lijsten.popitem(last=False)
        return nummer

    def geef(self, nummer: str, browser: str) -> L | None:
        """Give a list to the browser that sent it; None when it is gone or another's."""
        with self._slot:
            self._ruim_op()
            lijst = self._lijsten.get(nummer)
        if lijst is None or not hmac.compare_digest(lijst.browser, browser):
            return None
        return lijst

    def _ruim_op(self) -> None:
        grens = self.klok() - _GELDIG
        while self._lijsten and next(iter(self._lijsten.values())).moment < grens:
            self._lijsten.popitem(last=False)

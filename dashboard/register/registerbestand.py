"""The register's file under a running program: opened at first use, read-only where it must."""

from __future__ import annotations

import logging
import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy.orm import Session

from dashboard.register.migratie import bewaar_kopie
from dashboard.register.opslag import BESTAND, Opslag
from dashboard.register.startlijst import is_bijgewerkt, kenmerk_startlijst, neem_startlijst_op
from wijken.errors import InvoerError, WijkenError

LOG = logging.getLogger(__name__)
T = TypeVar("T")


class DichtError(WijkenError):
    """Nothing can be kept here; the message says why."""


class Registerbestand:
    """The file, safe between threads and processes; whoever keeps something in it stands on this.

    Args:
        data_map: the folder that holds, or will hold, `register.sqlite`.
    """

    def __init__(self, data_map: Path) -> None:
        """Remember where the file is; nothing is opened or made yet."""
        self.bestand = data_map / BESTAND
        self._slot = threading.RLock()
        self._is_open = False
        self._opslag: Opslag | None = None
        self._reden = ""
        self._onthouden: tuple[int, dict[str, Any]] = (-1, {})

    @property
    def reden(self) -> str:
        """Why nothing can be changed here, as a sentence; "" when it can."""
        self.open()
        return self._reden

    @property
    def versie(self) -> int:
        """A number that changes with every change, by whichever process; cheap to ask."""
        opslag = self.open()
        return opslag.versie() if opslag else 0

    def open(self) -> Opslag | None:
        """Open the file, bring it to today's schema and starter list; None when that is no use."""
        with self._slot:
            if not self._is_open:
                self._opslag, self._reden = _open(self.bestand)
                self._is_open = True
                if self._reden:
                    LOG.warning("%s", self._reden)
            return self._opslag

    def sluit(self) -> None:
        """Close the file; the next use opens it again."""
        with self._slot:
            if self._opslag is not None:
                self._opslag.sluit()
            self._opslag, self._is_open, self._onthouden = None, False, (-1, {})

    def maak_kopie(self) -> Path:
        """Copy the register whole, also while it is in use, and give where the copy is.

        Raises:
            DichtError: when there is no file, or nothing can be made beside it.
        """
        opslag = self.open()
        if opslag is None or self._reden:
            raise DichtError(self._reden)
        return bewaar_kopie(self.bestand, "zelf")

    def vraag(self, lees: Callable[[Session], T], anders: Callable[[], T]) -> T:
        """Give what `lees` finds in the file, or `anders` where there is none."""
        opslag = self.open()
        if opslag is None:
            return anders()
        with opslag.lezen() as sessie:
            return lees(sessie)

    def onthoud(self, sleutel: str, lees: Callable[[Session], T], anders: Callable[[], T]) -> T:
        """Give what `vraag` gives, read again only after the register changed."""
        # The number first: what is newer than its number is read again, never the reverse.
        versie = self.versie
        with self._slot:
            if self._onthouden[0] != versie:
                self._onthouden = (versie, {})
            kast = self._onthouden[1]
            if sleutel not in kast:
                kast[sleutel] = self.vraag(lees, anders)
            gevonden: T = kast[sleutel]
            return gevonden

    @contextmanager
    def schrijven(self, door: str) -> Iterator[Session]:
        """Give a session that is alone in writing; all of it is kept, or with an error nothing.

        Args:
            door: who writes; kept with every change.

        Raises:
            DichtError: when nothing can be kept here.
            InvoerError: when nobody says who writes.
        """
        opslag = self.open()
        if opslag is None or self._reden:
            raise DichtError(self._reden)
        if not door.strip():
            message = "Zeg wie je bent: bij elke wijziging bewaren we wie haar deed."
            raise InvoerError(message)
        with opslag.schrijven() as sessie:
            yield sessie


def _open(bestand: Path) -> tuple[Opslag | None, str]:
    """Open the file as well as it can be: to write, to read, or not; and why not better."""
    if not _kan_schrijven(bestand):
        return _open_om_te_lezen(bestand)
    try:
        opslag = Opslag(bestand)
        _werk_startlijst_bij(opslag)
    except (WijkenError, OSError) as fout:
        return None, f"{fout} Bewerken staat uit; je ziet alleen de startlijst."
    return opslag, ""


def _kan_schrijven(bestand: Path) -> bool:
    try:
        bestand.parent.mkdir(parents=True, exist_ok=True)
    except OSError:
        return False
    return os.access(bestand.parent, os.W_OK) and (
        not bestand.exists() or os.access(bestand, os.W_OK)
    )


def _open_om_te_lezen(bestand: Path) -> tuple[Opslag | None, str]:
    reden = f"In de map {bestand.parent} kan niets worden bewaard. Bewerken staat uit"
    if not _is_te_zien(bestand):
        return None, f"{reden}; je ziet alleen de startlijst."
    try:
        return Opslag(bestand, alleen_lezen=True), f"{reden}; lezen kan wel."
    except WijkenError as fout:
        return None, f"{fout} {reden}; je ziet alleen de startlijst."


def _is_te_zien(bestand: Path) -> bool:
    try:
        return bestand.is_file()
    except OSError:
        return False


def _werk_startlijst_bij(opslag: Opslag) -> None:
    kenmerk = kenmerk_startlijst()
    with opslag.lezen() as sessie:
        if is_bijgewerkt(sessie, kenmerk):
            return
    with opslag.schrijven() as sessie:
        neem_startlijst_op(sessie)

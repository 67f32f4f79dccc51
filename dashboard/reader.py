"""The only module that talks to DuckDB: opens the newest database, runs the SQL files."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any, TypeVar

import duckdb

from dashboard.momentopname import Momentopname
from dashboard.wijzer import Bestandswijzer
from wijken.catalogus import Catalogus
from wijken.errors import WijkenError

__all__ = ["AndereVersieError", "Bestandswijzer", "Momentopname", "Reader"]

T = TypeVar("T")
LOG = logging.getLogger(__name__)


@cache
def _sql(naam: str) -> str:
    return (resources.files("dashboard") / "sql" / f"{naam}.sql").read_text(encoding="utf-8")


class AndereVersieError(WijkenError):
    """The database was built by another version of the program; its tables do not fit."""


def _eis_passend(verbinding: duckdb.DuckDBPyConnection) -> None:
    """Refuse a database that any of our questions does not fit, before a page finds out.

    Raises:
        AndereVersieError: naming the table or column that is missing.
    """
    vragen = (pad for pad in (resources.files("dashboard") / "sql").iterdir() if pad.is_file())
    with verbinding.cursor() as cursor:
        for vraag in vragen:
            try:
                # Only prepared: names and types are looked up, nothing is read.
                cursor.execute(f"prepare toets as {vraag.read_text(encoding='utf-8')}")
            except (duckdb.CatalogException, duckdb.BinderException) as fout:
                message = (
                    "De database is van een andere versie van Wijkatelier "
                    f"({str(fout).splitlines()[0]}). Maak haar opnieuw met: python -m etl build"
                )
                raise AndereVersieError(message) from fout
            cursor.execute("deallocate toets")


class Editie:
    """One open database file and everything already read from it; it never changes."""

    def __init__(self, verbinding: duckdb.DuckDBPyConnection, stempel: str) -> None:
        """Keep the connection; each query gets a cursor of its own."""
        self._verbinding = verbinding
        self._onthouden: dict[tuple[Any, ...], Any] = {}
        self.stempel = stempel

    def vraag(self, naam: str, **waarden: object) -> list[dict[str, Any]]:
        """Run a file from `dashboard/sql` and give its rows."""
        # One connection shared between threads gives wrong answers; a cursor each does not.
        with self._verbinding.cursor() as cursor:
            antwoord = cursor.execute(_sql(naam), waarden)
            kolommen = [kolom[0] for kolom in antwoord.description or ()]
            return [dict(zip(kolommen, rij, strict=True)) for rij in antwoord.fetchall()]

    def onthoud(self, sleutel: tuple[Any, ...], maak: Callable[[], T]) -> T:
        """Give what was made before under this key; two threads may make it at once, harmlessly."""
        if sleutel not in self._onthouden:
            self._onthouden[sleutel] = maak()
        waarde: T = self._onthouden[sleutel]
        return waarde


class Reader:
    """Opens the newest database and swaps it, without a restart, when a newer one is published."""

    def __init__(self, wijzer: Bestandswijzer, catalogus: Catalogus) -> None:
        """Remember where to look; nothing is opened yet."""
        self._wijzer = wijzer
        self._catalogus = catalogus
        self._slot = threading.Lock()
        self._kenmerk: tuple[int, ...] = ()
        self._editie: Editie | None = None

    @contextmanager
    def momentopname(self) -> Iterator[Momentopname]:
        """Give one edition for a whole request, so that no answer mixes two.

        Raises:
            WijkenError: when there is no database to open.
        """
        yield Momentopname(self._nieuwste(), self._catalogus)

    def _nieuwste(self) -> Editie:
        try:
            kenmerk = self._wijzer.kenmerk()
        except WijkenError:
            if self._editie:
                return self._editie
            raise
        with self._slot:
            if self._editie is None or kenmerk != self._kenmerk:
                self._wissel(kenmerk)
            if self._editie is None:  # pragma: no cover - _wissel raises before this
                raise WijkenError
            return self._editie

    def _wissel(self, kenmerk: tuple[int, ...]) -> None:
        """Open what the pointer names; when that fails the old edition stays in use."""
        try:
            bestand = self._wijzer.bestand()
            verbinding = duckdb.connect(str(bestand), read_only=True)
            _eis_passend(verbinding)
            self._editie = Editie(verbinding, bestand.stem.removeprefix("wijken-"))
            self._kenmerk = kenmerk
        except AndereVersieError as fout:
            if self._editie is None:
                raise
            LOG.warning("%s De vorige blijft in gebruik.", fout)
            self._kenmerk = kenmerk  # it will not fit the next time either
        except (WijkenError, duckdb.Error) as fout:
            if self._editie is None:
                message = f"De database is niet te openen: {fout}"
                raise WijkenError(message) from fout


def is_andere_versie(data_map: Path) -> bool:
    """Tell whether the database a folder names was built by another version of the program."""
    try:
        with duckdb.connect(str(Bestandswijzer(data_map).bestand()), read_only=True) as verbinding:
            _eis_passend(verbinding)
    except AndereVersieError:
        return True
    except (WijkenError, duckdb.Error):
        # Not to be opened at all: the reader tells what is the matter.
        return False
    return False

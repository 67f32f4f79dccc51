"""The register's file: opened once, read by many, written by one at a time."""

from __future__ import annotations

import weakref
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL
from sqlalchemy.exc import DatabaseError, OperationalError
from sqlalchemy.orm import Session

from dashboard.register.migratie import bewaar_kopie, migreer, revisie_van, revisies, toets_revisie
from dashboard.register.model import Stand
from wijken.errors import WijkenError

BESTAND = "register.sqlite"
# Somebody else may be in the middle of a large import; longer than this is no waiting but hanging.
_WACHT_SECONDEN = 15
_SCHRIJFT = "schrijft"
_VERSIE = "select getal from stand where sleutel = 'versie'"


class BezetError(WijkenError):
    """Another one was writing for too long; nothing was kept."""


class Opslag:
    """An open register file with today's schema.

    Args:
        bestand: the file; made when it is not there.
        alleen_lezen: never write, not even beside the file.

    Raises:
        NieuwerBestandError: for a file of a newer version.
        WijkenError: when the file cannot be opened, or is no register.
    """

    def __init__(self, bestand: Path, *, alleen_lezen: bool = False) -> None:
        """Open the file and bring it to today's schema."""
        self.bestand = bestand
        self.alleen_lezen = alleen_lezen
        self._motor = _motor_om_te_lezen(bestand) if alleen_lezen else _motor(_adres(bestand))
        # Connections that nobody closes keep the file in use on Windows.
        self._einde = weakref.finalize(self, self._motor.dispose)
        try:
            self._zorg_voor_schema()
        except DatabaseError as fout:
            self.sluit()
            message = f"Het register ({bestand.name}) is niet te openen: {fout.orig}."
            raise WijkenError(message) from fout
        except WijkenError:
            self.sluit()
            raise

    @contextmanager
    def lezen(self) -> Iterator[Session]:
        """Give a session that sees one state of the register from begin to end."""
        with Session(self._motor) as sessie:
            yield sessie

    @contextmanager
    def schrijven(self) -> Iterator[Session]:
        """Give a session that is alone in writing; all of it is kept, or with an error nothing.

        Raises:
            BezetError: when another one kept writing for too long.
        """
        verbinding = self._motor.connect().execution_options(**{_SCHRIJFT: True})
        try:
            with verbinding, Session(verbinding) as sessie, sessie.begin():
                yield sessie
                _tel_versie(sessie)
        except OperationalError as fout:
            message = f"Het register kon niet worden bewaard ({fout.orig}). Er is niets veranderd."
            raise BezetError(message) from fout

    def versie(self) -> int:
        """Give the number that changes with every change; one small query."""
        # Asked several times for every page: the driver itself is ten times as quick here.
        with closing(self._motor.raw_connection()) as verbinding:
            rij = verbinding.cursor().execute(_VERSIE).fetchone()
            return int(rij[0]) if rij else 0

    def sluit(self) -> None:
        """Close every connection that is not in use."""
        self._einde()

    def _zorg_voor_schema(self) -> None:
        with self._motor.connect() as verbinding:
            revisie = revisie_van(verbinding)
        toets_revisie(revisie)
        if revisie == revisies()[-1]:
            return
        if self.alleen_lezen:
            message = f"Het register ({self.bestand.name}) is van een oudere versie."
            raise WijkenError(message)
        if revisie:
            bewaar_kopie(self.bestand, f"schema{revisie}")
        verbinding = self._motor.connect().execution_options(**{_SCHRIJFT: True})
        # Another process may have been first: inside the transaction alembic looks again.
        with verbinding, verbinding.begin():
            migreer(verbinding)


def _tel_versie(sessie: Session) -> None:
    stand = sessie.get(Stand, "versie", with_for_update=True)
    if stand is None:
        sessie.add(Stand(sleutel="versie", getal=1, tekst=""))
    else:
        stand.getal += 1


def _adres(bestand: Path, **opties: str) -> URL:
    if not opties:
        return URL.create("sqlite", database=str(bestand))
    naam = f"file:{bestand.resolve().as_posix()}"
    return URL.create("sqlite", database=naam, query={**opties, "uri": "true"})


def _motor_om_te_lezen(bestand: Path) -> Engine:
    """Open a file in a folder where nothing can be made, SQLite's own files included.

    Those files hold what was not yet carried over into the register, so they are used when they
    are there; `immutable` does without.
    """
    motor = _motor(_adres(bestand, mode="ro"))
    try:
        with motor.connect() as verbinding:
            revisie_van(verbinding)
    except OperationalError:
        motor.dispose()
        return _motor(_adres(bestand, mode="ro", immutable="1"))
    return motor


def _motor(adres: URL) -> Engine:
    motor = create_engine(adres, connect_args={"timeout": _WACHT_SECONDEN})

    # The driver's own idea of transactions lets a schema change slip out of them: we begin.
    @event.listens_for(motor, "connect")
    def verbonden(dbapi: Any, _record: object) -> None:  # noqa: ANN401
        dbapi.isolation_level = None
        dbapi.execute("pragma foreign_keys = on")
        if not adres.query:
            dbapi.execute("pragma journal_mode = wal")
            dbapi.execute("pragma synchronous = full")

    @event.listens_for(motor, "begin")
    def begonnen(verbinding: Connection) -> None:
        # A writer asks for the lock at once: it may not find out half-way that another was first.
        schrijft = verbinding.get_execution_options().get(_SCHRIJFT, False)
        verbinding.exec_driver_sql("begin immediate" if schrijft else "begin")

    return motor

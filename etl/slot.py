"""A lock on the data folder: two runs never fetch at once; the system frees it by itself."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import IO

from wijken.errors import InvoerError

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

NAAM = ".bezig"
# Windows shields the locked bytes from readers: this one lies behind what is written.
_PLEK = 1 << 20


@contextmanager
def alleen(data_map: Path, opdracht: str) -> Iterator[None]:
    """Be the only run in a data folder for as long as the block lasts.

    The lock belongs to the open file, not to its name: when a process dies, however, the system
    lets go of it, and the next run takes over.

    Args:
        data_map: the folder; it exists.
        opdracht: what this run does, told to a second one.

    Raises:
        InvoerError: when another run is at work; says which and since when.
    """
    pad = data_map / NAAM
    with pad.open("a+", encoding="utf-8") as bestand:
        try:
            _sluit(bestand)
        except OSError as fout:
            message = (
                f"Er is al een verversing bezig in «{data_map}»: {_wie(pad)}. "
                "Wacht tot die klaar is."
            )
            raise InvoerError(message) from fout
        try:
            _schrijf(bestand, opdracht)
            yield
        finally:
            with suppress(OSError):
                bestand.truncate(0)
            _open(bestand)


def _schrijf(bestand: IO[str], opdracht: str) -> None:
    sinds = datetime.now().astimezone().isoformat(timespec="seconds")
    bestand.truncate(0)
    json.dump({"proces": os.getpid(), "sinds": sinds, "opdracht": opdracht}, bestand)
    bestand.flush()


def _wie(pad: Path) -> str:
    try:
        wie = json.loads(pad.read_text(encoding="utf-8"))
        sinds = datetime.fromisoformat(wie["sinds"])
        return f"{wie['opdracht']} (proces {wie['proces']}), sinds {sinds:%d-%m-%Y %H:%M}"
    except (OSError, ValueError, KeyError, TypeError):
        return "welke is niet te zien"


if sys.platform == "win32":

    def _sluit(bestand: IO[str]) -> None:
        bestand.seek(_PLEK)
        msvcrt.locking(bestand.fileno(), msvcrt.LK_NBLCK, 1)

    def _open(bestand: IO[str]) -> None:
        bestand.seek(_PLEK)
        msvcrt.locking(bestand.fileno(), msvcrt.LK_UNLCK, 1)

else:

    def _sluit(bestand: IO[str]) -> None:
        fcntl.flock(bestand, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _open(bestand: IO[str]) -> None:
        fcntl.flock(bestand, fcntl.LOCK_UN)

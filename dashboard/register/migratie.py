"""Brings the register's file to today's schema: copy first, one transaction, never backwards."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import inspect, text

from wijken.errors import WijkenError

if TYPE_CHECKING:
    from sqlalchemy import Connection

_MAP = Path(__file__).parent / "migraties"
_TABEL = "alembic_version"


class NieuwerBestandError(WijkenError):
    """The file was made by a newer version of the program; it is left as it is."""

    exit_code = 2


def revisies() -> tuple[str, ...]:
    """Give every revision this version of the program knows, oldest first."""
    return tuple(sorted(pad.stem[1:5] for pad in (_MAP / "versions").glob("m[0-9]*_*.py")))


def revisie_van(verbinding: Connection) -> str:
    """Give the revision of an open file, "" for an empty one."""
    if not inspect(verbinding).has_table(_TABEL):
        return ""
    return str(verbinding.execute(text(f"select version_num from {_TABEL}")).scalar() or "")  # noqa: S608 - our own word


def toets_revisie(revisie: str) -> None:
    """Refuse what this version cannot know.

    Raises:
        NieuwerBestandError: when the file has a step that this program does not.
    """
    if revisie and revisie not in revisies():
        message = (
            f"Het register is gemaakt met een nieuwere versie van Wijkatelier (schema {revisie}; "
            f"deze versie kent tot en met {revisies()[-1]}). Het bestand is niet aangeraakt. "
            "Start de nieuwere versie, of zet een oudere kopie van het register terug."
        )
        raise NieuwerBestandError(message)


def migreer(verbinding: Connection) -> None:
    """Run the steps that are missing, inside the transaction of the connection."""
    # Only when there is something to do: alembic takes a third of a second to load.
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415

    opzet = Config()
    opzet.set_main_option("script_location", str(_MAP).replace("%", "%%"))
    opzet.set_main_option("path_separator", "os")
    opzet.attributes["verbinding"] = verbinding
    command.upgrade(opzet, "head")


def bewaar_kopie(bestand: Path, reden: str) -> Path:
    """Copy a register that may be in use, whole, into the folder `reservekopie` beside it.

    Args:
        bestand: the file of the register.
        reden: part of the copy's name, letters and digits only.
    """
    map_ = bestand.parent / "reservekopie"
    map_.mkdir(exist_ok=True)
    stempel = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%f")
    doel = map_ / f"{bestand.stem}-{stempel}-{reden}.sqlite"
    half = doel.with_suffix(".half")
    with closing(sqlite3.connect(bestand)) as van, closing(sqlite3.connect(half)) as naar:
        van.backup(naar)
    os.replace(half, doel)  # noqa: PTH105 - the name that says what it does
    return doel

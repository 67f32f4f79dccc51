"""What differs between two databases: revised figures, new themes, what could not be found."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb

from etl.database import lees_sql
from etl.velden import Reden
from wijken.errors import WijkenError

_LEEG = "leeg"


@dataclass(frozen=True)
class Herziening:
    """An indicator of which figures were revised: how many, and the largest change among them."""

    indicator: str
    aantal: int
    regio: str
    naam: str
    jaar: int
    was: float
    wordt: float


@dataclass(frozen=True)
class Publicatie:
    """An indicator and year with figures at levels (`GM`, `WK`, ...) that had none before."""

    indicator: str
    jaar: int
    soorten: tuple[str, ...]


@dataclass(frozen=True)
class Onopgelost:
    """An indicator whose column was not found in tables; `bekend`: so it was the last time."""

    indicator: str
    reden: str
    soort: Reden
    tabellen: tuple[str, ...]
    bekend: bool


@dataclass(frozen=True)
class Verschil:
    """What changed from one database to the next; `leeg`: indicators without any figure."""

    cijfers: int
    erbij: int
    eraf: int
    herzien: tuple[Herziening, ...]
    gepubliceerd: tuple[Publicatie, ...]
    onopgelost: tuple[Onopgelost, ...]
    leeg: tuple[str, ...]


def vergelijk(oud: Path, nieuw: Path) -> Verschil:
    """Compare two databases.

    Raises:
        WijkenError: when one cannot be opened or has another form.
    """
    with duckdb.connect() as verbinding:
        try:
            verbinding.execute("attach $pad as oud (read_only)", {"pad": str(oud)})
            verbinding.execute("attach $pad as nieuw (read_only)", {"pad": str(nieuw)})
            rijen = {naam: _rijen(verbinding, sql) for naam, sql in lees_sql("verslag").items()}
        except duckdb.Error as fout:
            message = (
                f"De databases «{oud.name}» en «{nieuw.name}» zijn niet te vergelijken: {fout}"
            )
            raise WijkenError(message) from fout
    ((nu, erbij, eraf),) = rijen["aantallen"]
    return Verschil(
        nu,
        erbij,
        eraf,
        tuple(Herziening(*rij) for rij in rijen["herzien"]),
        tuple(Publicatie(i, jaar, tuple(s)) for i, jaar, s in rijen["gepubliceerd"]),
        tuple(Onopgelost(i, r, Reden(s), tuple(t), b) for i, r, s, t, b in rijen["onopgelost"]),
        tuple(str(rij[0]) for rij in rijen[_LEEG]),
    )


def _rijen(verbinding: duckdb.DuckDBPyConnection, sql: str) -> list[tuple[Any, ...]]:
    return verbinding.execute(sql).fetchall()

"""The steps of a build and their order; nothing else knows it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import duckdb

from etl import controles, database
from etl.invoer import Invoer, verzamel
from etl.relaties import maak_relaties
from wijken.catalogus import Catalogus, load_catalogus


@dataclass(frozen=True)
class Opties:
    """How to build.

    Attributes:
        catalogus: another catalogue than the project's own.
        zo_nodig: leave the newest database when it was built from exactly this.
        minder_mag: fewer figures than in the database before are no fault.
        meld: called with the findings of the checks of a build that was published.
    """

    catalogus: Catalogus | None = None
    zo_nodig: bool = False
    minder_mag: bool = False
    meld: Callable[[Sequence[controles.Bevinding]], None] | None = None


def build(data_map: Path, snapshots: Sequence[Path], opties: Opties | None = None) -> Path:
    """Build a database from the snapshots in folders, check it, and put it into use.

    The same snapshots, catalogue and SQL give the same tables (`database.inhoud_hash`). The old
    database stays in use until the new one has passed its checks.

    Returns:
        The database now in use.

    Raises:
        InvoerError: without snapshots, or when the data folder cannot be written.
        SnapshotError: when a snapshot is damaged.
        ControleError: when a check finds a fault; the old database stays in use.
    """
    keuze = opties or Opties()
    invoer = verzamel(snapshots, keuze.catalogus or load_catalogus())
    huidige = database.nieuwste(data_map)
    if keuze.zo_nodig and huidige is not None and is_actueel(huidige, invoer):
        return huidige
    database.eis_schrijfbaar(data_map)
    stempel = database.nieuw_stempel(invoer.vingerafdruk)
    with database.bouwbestand(data_map, stempel) as (bouw, verbinding):
        vul(verbinding, invoer)
        _schrijf_bouw(verbinding, invoer, stempel, keuze)
        bevindingen = controles.controleer(
            verbinding, controles.vergelijk_met(huidige, invoer.regels, minder_mag=keuze.minder_mag)
        )
        if controles.tel(bevindingen)[controles.Ernst.FOUT]:
            raise controles.ControleError(bevindingen)
    if keuze.meld:
        keuze.meld(bevindingen)
    return database.publiceer(bouw, data_map, stempel)


def is_actueel(huidige: Path, invoer: Invoer) -> bool:
    """Tell whether a database was built from exactly these copies, this catalogue and this SQL."""
    return database.lees_bouw(huidige).get("vingerafdruk") == invoer.vingerafdruk


def vul(verbinding: duckdb.DuckDBPyConnection, invoer: Invoer) -> None:
    """Make the core tables in an empty database."""
    database.bied_aan(verbinding, maak_relaties(invoer))
    verbinding.execute(database.lees_sql("ruw")["maak"])
    for kopie in invoer.cijfers:
        snapshot = invoer.snapshots[kopie.nummer]
        database.laad_ruw(verbinding, kopie.nummer, snapshot.waarden_pad, snapshot.regios_pad)
    database.voer_uit(verbinding, "core")


def _schrijf_bouw(
    verbinding: duckdb.DuckDBPyConnection, invoer: Invoer, stempel: str, keuze: Opties
) -> None:
    gegevens = {
        "stempel": stempel,
        "gebouwd": datetime.now(UTC).isoformat(timespec="seconds"),
        "vingerafdruk": invoer.vingerafdruk,
        "regels": invoer.regels,
        "minder_mag": "ja" if keuze.minder_mag else "nee",
    }
    database.schrijf_bouw(verbinding, gegevens)

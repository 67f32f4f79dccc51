"""Runs the checks on a database and tells what they found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import duckdb
import pyarrow as pa
import shapely

from etl.database import lees_bouw, lees_sql, openen
from wijken.errors import WijkenError

_DEKKING = pa.schema(
    [
        ("indicator", pa.string()),
        ("soort", pa.string()),
        ("indeling", pa.int32()),
        ("periode", pa.string()),
        ("gemeten", pa.int32()),
    ]
)
# The same remark for many regions is one line with a few examples.
_VOORBEELDEN = 3


class Ernst(StrEnum):
    """How bad a finding is: a fault stops publishing, a remark is told."""

    FOUT = "fout"
    OPMERKING = "opmerking"


@dataclass(frozen=True)
class Bevinding:
    """One thing a check found; region, indicator and edition are "" where they do not apply."""

    ernst: Ernst
    controle: str
    regio: str
    indicator: str
    editie: str
    melding: str

    def __str__(self) -> str:
        """Give the finding as one line."""
        plek = ", ".join(deel for deel in (self.indicator, self.regio, self.editie) if deel)
        return f"{self.ernst}: {plek + ': ' if plek else ''}{self.melding} [{self.controle}]"


class ControleError(WijkenError):
    """A build that failed its checks; `bevindingen` has all of them."""

    def __init__(self, bevindingen: Sequence[Bevinding]) -> None:
        """Keep the findings and make one message of the faults."""
        self.bevindingen = tuple(bevindingen)
        fouten = [b for b in bevindingen if b.ernst is Ernst.FOUT]
        kop = f"De nieuwe database is niet in gebruik genomen: {len(fouten)} fout(en).\n"
        super().__init__(kop + beschrijf(fouten))


@dataclass(frozen=True)
class Vergelijking:
    """What coverage is compared with.

    Attributes:
        vorige: the database before, None when there is none.
        ernst: how bad it is when there are fewer figures than before.
    """

    vorige: Path | None = None
    ernst: Ernst = Ernst.FOUT


def controleer(
    verbinding: duckdb.DuckDBPyConnection, vergelijking: Vergelijking
) -> tuple[Bevinding, ...]:
    """Run every check; give all findings together, faults first."""
    verbinding.register("huidige_dekking", _dekking(verbinding))
    verbinding.register("vorige_dekking", _vorige_dekking(vergelijking))
    verbinding.create_function("geometrie_oordeel", geometrie_oordeel, ["BLOB"], "VARCHAR")
    try:
        bevindingen = [
            bevinding
            for naam, sql in lees_sql("checks").items()
            for bevinding in voer_uit(verbinding, naam, sql)
        ]
    finally:
        # Functions belong to the open file, which another reader in this process may keep open.
        verbinding.remove_function("geometrie_oordeel")
    return tuple(sorted(bevindingen, key=lambda b: (b.ernst is not Ernst.FOUT, str(b))))


def controleer_bestand(database: Path, vorige: Path | None) -> tuple[Bevinding, ...]:
    """Run every check on a finished database, compared with the one before it."""
    bouw = lees_bouw(database)
    minder_mag = bouw.get("minder_mag") == "ja"
    with openen(database) as verbinding:
        return controleer(
            verbinding, vergelijk_met(vorige, bouw.get("regels", ""), minder_mag=minder_mag)
        )


def vergelijk_met(vorige: Path | None, regels: str, *, minder_mag: bool) -> Vergelijking:
    """Say how bad fewer figures are: a fault, unless our own rules changed or the user agreed.

    Args:
        vorige: the database before, None when there is none.
        regels: hash of the catalogue and code that the new database is built with.
        minder_mag: the user said that fewer figures are right.
    """
    zelfde = vorige is not None and lees_bouw(vorige).get("regels") == regels
    return Vergelijking(vorige, Ernst.FOUT if zelfde and not minder_mag else Ernst.OPMERKING)


def voer_uit(verbinding: duckdb.DuckDBPyConnection, naam: str, sql: str) -> list[Bevinding]:
    """Run one check: columns ernst, regio, indicator, editie, melding."""
    return [
        Bevinding(Ernst(rij[0]), naam, *("" if deel is None else str(deel) for deel in rij[1:]))
        for rij in verbinding.execute(sql).fetchall()
    ]


def beschrijf(bevindingen: Iterable[Bevinding]) -> str:
    """Write findings as lines; the same one for many regions becomes one line with examples."""
    groepen: dict[tuple[str, ...], list[Bevinding]] = {}
    for b in bevindingen:
        groepen.setdefault((b.ernst, b.controle, b.indicator, b.editie, _vorm(b)), []).append(b)
    return "\n".join(f"  - {_regel(groep)}" for groep in groepen.values())


def _vorm(b: Bevinding) -> str:
    return "".join("#" if teken.isdigit() else teken for teken in b.melding.replace(b.regio, ""))


def _regel(groep: list[Bevinding]) -> str:
    if len(groep) <= _VOORBEELDEN:
        return "\n  - ".join(map(str, groep))
    voorbeelden = ", ".join(b.regio for b in groep[1:_VOORBEELDEN])
    return f"{groep[0]} En zo nog {len(groep) - 1} regio's: {voorbeelden}, ..."


def tel(bevindingen: Iterable[Bevinding]) -> Counter[Ernst]:
    """Count the findings by how bad they are."""
    return Counter(b.ernst for b in bevindingen)


def geometrie_oordeel(wkb: bytes) -> str:
    """Say what is wrong with an outline in WKB, "" when it is a valid area."""
    try:
        vorm = shapely.from_wkb(bytes(wkb))
    except shapely.errors.ShapelyError:
        return "geen leesbare geometrie"
    if vorm.geom_type not in ("Polygon", "MultiPolygon"):
        return f"een vlak verwacht, gevonden: {vorm.geom_type}"
    if vorm.is_empty:
        return "het vlak is leeg"
    return "" if vorm.is_valid else str(shapely.is_valid_reason(vorm))


def _dekking(verbinding: duckdb.DuckDBPyConnection) -> pa.Table:
    rijen = verbinding.execute(lees_sql("bouw")["dekking"]).fetchall()
    kolommen = list(zip(*rijen, strict=True)) or [()] * len(_DEKKING)
    return pa.table(
        [pa.array(kolom, veld.type) for kolom, veld in zip(kolommen, _DEKKING, strict=True)],
        schema=_DEKKING,
    )


def _vorige_dekking(vergelijking: Vergelijking) -> pa.Table:
    dekking = _DEKKING.empty_table()
    if vergelijking.vorige is not None:
        try:
            with openen(vergelijking.vorige) as verbinding:
                dekking = _dekking(verbinding)
        except (WijkenError, duckdb.Error):
            # An unreadable or older-shaped predecessor is no reason to refuse a good build.
            dekking = _DEKKING.empty_table()
    ernst = pa.array([str(vergelijking.ernst)] * dekking.num_rows, pa.string())
    return dekking.append_column("ernst", ernst)

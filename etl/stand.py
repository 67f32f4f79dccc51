"""Tells what there is: the database in use, its tables, and the copies on disk."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from etl.database import lees_bouw, lees_sql, nieuwste, openen
from etl.snapshot import vind
from wijken.opmaak import getal

_MB = 1_000_000


def beschrijf_stand(data_map: Path, snapshots: Sequence[Path]) -> str:
    """Describe the newest database and the snapshots in folders, in lines of plain Dutch.

    Raises:
        SnapshotError: when a snapshot is damaged.
        WijkenError: when the database that the pointer names cannot be opened.
    """
    huidige = nieuwste(data_map)
    kop = (
        [f"Nog geen database in «{data_map}». Maak er een met: python -m etl build."]
        if huidige is None
        else _beschrijf_database(huidige)
    )
    return "\n".join([*kop, "", *_beschrijf_snapshots(snapshots)])


def _beschrijf_database(database: Path) -> list[str]:
    bouw = lees_bouw(database)
    with openen(database) as verbinding:
        rijen = verbinding.execute(lees_sql("bouw")["stand"]).fetchall()
    grootte = database.stat().st_size / _MB
    kop = ("bron", "tabel", "editie", "opgehaald", "herkomst", "cijfers")
    return [
        f"Database: {database} ({getal(grootte, 1)} MB)",
        f"Gebouwd: {bouw.get('gebouwd', 'onbekend')}",
        "",
        *_kolommen([kop, *(tuple(map(str, rij)) for rij in rijen)]),
    ]


def _beschrijf_snapshots(mappen: Sequence[Path]) -> list[str]:
    kop = ("snapshot", "editie", "opgehaald", "rijen", "map")
    rijen = [
        (f"{m.bron} {m.tabel}", m.editie_waarden, m.opgehaald, str(m.rijen), str(s.map))
        for s in vind(mappen)
        for m in (s.manifest,)
    ]
    if not rijen:
        return ["Geen snapshots gevonden."]
    return _kolommen([kop, *rijen])


def _kolommen(rijen: Sequence[tuple[str, ...]]) -> list[str]:
    breedtes = [max(map(len, kolom)) for kolom in zip(*rijen, strict=True)]
    return [
        "  ".join(deel.ljust(breedte) for deel, breedte in zip(rij, breedtes, strict=True)).rstrip()
        for rij in rijen
    ]

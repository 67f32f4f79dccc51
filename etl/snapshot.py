"""What was taken from a source, in raw long form: written once, read back, checked."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import IO, Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from etl.manifest import ONBEKEND, OPNIEUW, Kolom, Manifest, SnapshotError, lees_manifest
from etl.sleutel import sleutelkolom, volgorde
from wijken.errors import InvoerError

__all__ = ["ONBEKEND", "Kolom", "Manifest", "Snapshot", "SnapshotError", "lees", "schrijf", "vind"]

WAARDEN_SCHEMA = pa.schema(
    [(naam, pa.string()) for naam in ("regio", "dimensies", "veld", "tekst")],
)
REGIOS_SCHEMA = pa.schema([(naam, pa.string()) for naam in ("regio", "naam", "gemeente")])

_WAARDEN, _REGIOS, _MANIFEST = "waarden.parquet", "regios.parquet", "manifest.json"
_SLEUTEL = ["veld", "dimensies", "regio"]
# Embedded ones travel with the code: level 19 packs a third smaller and reads back as fast.
_INGEBED = {"compression": "zstd", "compression_level": 19, "write_statistics": False}
# Own ones are written while someone waits and may be large; a reader skips the columns that no
# indicator asks for. Statistics of the other texts would take half of the time.
_EIGEN = {
    "compression": "zstd",
    "compression_level": 3,
    "row_group_size": 1 << 17,
    "write_statistics": ["veld"],
}
_GEORDEND = b"geordend"
# A work folder this old (seconds) belongs to a run that was killed, not to one at work.
_VERLATEN = 3600


@dataclass(frozen=True)
class Snapshot:
    """A folder with `waarden.parquet`, `regios.parquet` and its manifest.

    `waarden`: regio, dimensies, veld, tekst (all text; tekst may be null), sorted by veld,
    dimensies, regio. `regios`: regio, naam, gemeente (may be null), sorted by regio.
    """

    map: Path
    manifest: Manifest

    @property
    def waarden_pad(self) -> Path:
        """The file of the values."""
        return self.map / _WAARDEN

    @property
    def regios_pad(self) -> Path:
        """The file of the region names."""
        return self.map / _REGIOS

    def waarden(self) -> pa.Table:
        """Read the values."""
        return pq.read_table(self.waarden_pad).cast(WAARDEN_SCHEMA)

    def regios(self) -> pa.Table:
        """Read the regions as the source delivered them."""
        return pq.read_table(self.regios_pad)


@dataclass
class _Tabellen:
    """Both tables in their right form and order."""

    waarden: pa.Table
    regios: pa.Table
    bestanden: dict[str, pa.Table] = field(init=False)

    def __post_init__(self) -> None:
        self.waarden = _ordelijk(_in_vorm(self.waarden, WAARDEN_SCHEMA), _SLEUTEL)
        self.regios = _ordelijk(_in_vorm(self.regios, REGIOS_SCHEMA), ["regio"])
        self.bestanden = {_WAARDEN: self.waarden, _REGIOS: self.regios}


def schrijf(
    basis: Path, manifest: Manifest, waarden: pa.Table, regios: pa.Table, naam: str = ""
) -> Snapshot:
    """Write a snapshot once, complete or not at all.

    Args:
        basis: folder of all snapshots; the snapshot gets `<bron>/<tabel>_<editie>` in it.
        naam: another name than `<tabel>_<editie>`.
        manifest: without `rijen` and `controlesommen`; those are filled in here.
        waarden: columns regio, dimensies, veld, tekst, in any order.
        regios: columns regio, naam, gemeente; text may be dictionary-encoded.

    Raises:
        InvoerError: when this snapshot exists already, or a key occurs twice.
    """
    doel = basis / manifest.bron / (naam or manifest.mapnaam)
    _eis_nieuw(doel)
    tabellen = _Tabellen(waarden, regios)
    doel.parent.mkdir(parents=True, exist_ok=True)
    # Hidden and beside its goal: one rename on one disk makes it appear as a whole.
    werkmap = Path(tempfile.mkdtemp(prefix=f".{doel.name}-", dir=doel.parent))
    try:
        klaar = _schrijf_bestanden(werkmap, manifest, tabellen)
        werkmap.chmod(0o755)
        # Someone else may have written it in the meantime.
        _eis_nieuw(doel)
        werkmap.rename(doel)
    except BaseException:
        shutil.rmtree(werkmap, ignore_errors=True)
        raise
    return Snapshot(doel, klaar)


def vrije_naam(basis: Path, manifest: Manifest) -> str:
    """Give a name that no snapshot has: an area that came later is fetched beside the others."""
    plaats, naam, nummer = basis / manifest.bron, manifest.mapnaam, 1
    while (plaats / naam).exists():
        nummer += 1
        naam = f"{manifest.mapnaam}_{nummer}"
    return naam


def ruim_resten_op(basis: Path) -> None:
    """Remove the work folders of runs that were killed."""
    for map_ in basis.glob("*/.*-*"):
        if map_.is_dir() and time.time() - map_.stat().st_mtime > _VERLATEN:
            shutil.rmtree(map_, ignore_errors=True)


def _eis_nieuw(doel: Path) -> None:
    if doel.exists():
        message = f"Snapshot «{doel}» bestaat al en wordt niet overschreven. Verwijder die eerst."
        raise InvoerError(message)


def _schrijf_bestanden(werkmap: Path, manifest: Manifest, tabellen: _Tabellen) -> Manifest:
    for naam, tabel in tabellen.bestanden.items():
        with (werkmap / naam).open("wb") as bestand:
            pq.write_table(tabel, bestand, **(_INGEBED if manifest.ingebed else _EIGEN))
            # After a power cut the folder may not be there with half a file in it.
            _naar_schijf(bestand)
    sommen = {naam: _controlesom(werkmap / naam) for naam in tabellen.bestanden}
    klaar = replace(manifest, rijen=tabellen.waarden.num_rows, controlesommen=sommen)
    tekst = json.dumps(asdict(klaar), ensure_ascii=False, indent=1, sort_keys=False)
    with (werkmap / _MANIFEST).open("w", encoding="utf-8", newline="\n") as bestand:
        bestand.write(tekst + "\n")
        _naar_schijf(bestand)
    return klaar


def _naar_schijf(bestand: IO[Any]) -> None:
    bestand.flush()
    os.fsync(bestand.fileno())


def _in_vorm(tabel: pa.Table, schema: pa.Schema) -> pa.Table:
    """Put the columns in order and make them text; dictionary-encoded text stays so."""
    kolommen = {naam: tabel[naam] for naam in schema.names}
    tekst = {
        naam: kolom if pa.types.is_dictionary(kolom.type) else kolom.cast(pa.string())
        for naam, kolom in kolommen.items()
    }
    return pa.table(tekst, metadata=tabel.schema.metadata)


def als_geordend(tabel: pa.Table) -> pa.Table:
    """Mark values that are made in the order of storage, each key once: no need to look again."""
    return tabel.replace_schema_metadata({_GEORDEND: "ja"})


def _ordelijk(tabel: pa.Table, sleutel: list[str]) -> pa.Table:
    """Put rows in the order of their key, which may occur once; columns are text."""
    if _GEORDEND in (tabel.schema.metadata or {}):
        return tabel.replace_schema_metadata(None)
    kolommen = [sleutelkolom(tabel[naam]) for naam in sleutel]
    orde, dubbel = volgorde(kolommen)
    if dubbel is not None:
        plek = ", ".join(
            f"{naam} {kolom.woord(dubbel)!r}" for naam, kolom in zip(sleutel, kolommen, strict=True)
        )
        aantal = np.all([kolom.rang == kolom.rang[dubbel] for kolom in kolommen], axis=0).sum()
        message = f"In de snapshot komt {plek} {aantal} keer voor. Eén keer mag."
        raise InvoerError(message)
    return tabel if orde is None else tabel.take(orde)


def lees(map_: Path) -> Snapshot:
    """Read a snapshot and check that it is what was written.

    Raises:
        SnapshotError: when a file is missing, the manifest has faults or a checksum differs.
    """
    manifest = lees_manifest(map_ / _MANIFEST)
    for naam in (_WAARDEN, _REGIOS):
        pad = map_ / naam
        if not pad.is_file():
            message = f"Snapshot «{map_}» is niet heel: het bestand {naam} ontbreekt. {OPNIEUW}"
            raise SnapshotError(message)
        if _controlesom(pad) != manifest.controlesommen.get(naam):
            message = (
                f"Snapshot «{map_}» is beschadigd: {naam} heeft een andere controlesom dan "
                f"in {_MANIFEST} staat. {OPNIEUW}"
            )
            raise SnapshotError(message)
    return Snapshot(map_, manifest)


def vind(mappen: Sequence[Path]) -> tuple[Snapshot, ...]:
    """Find and read every snapshot in folders of snapshots, by source, table and edition.

    A folder that does not exist has none; a hidden one is a write that never ended.

    Raises:
        SnapshotError: when one of them is damaged.
    """
    gevonden = [
        lees(pad.parent)
        for basis in mappen
        for pad in sorted(basis.glob(f"*/*/{_MANIFEST}"))
        if not pad.parent.name.startswith(".")
    ]
    return tuple(sorted(gevonden, key=lambda s: (s.manifest.bron, s.map.name, str(s.map))))


def _controlesom(pad: Path) -> str:
    return hashlib.sha256(pad.read_bytes()).hexdigest()

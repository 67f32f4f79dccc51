"""How areas changed through time, as tables the SQL reads: rebuilt areas and CBS's own signs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from etl.invoer import Invoer
from etl.snapshot import Snapshot

# The column of Kerncijfers that tells, under either name (sources.md B.2, C.3).
_STAM = "Indelingswijziging"
_TEKST, _GETAL = pa.string(), pa.int32()
_HERLEIDING = pa.schema(
    [("regio", _TEKST), ("deel", _TEKST), ("van", _GETAL), ("tot", _GETAL), ("delen", _GETAL),
     ("bewijs", _TEKST), ("bijna", _TEKST)]
)  # fmt: skip
_WIJZIGING = pa.schema([("regio", _TEKST), ("indeling", _GETAL), ("wijziging", _TEKST)])
_ONVERANDERD = pa.schema(
    [("gemeente", _TEKST), ("soort", _TEKST), ("van", _GETAL), ("tot", _GETAL)]
)


def gebiedrelaties(invoer: Invoer) -> dict[str, pa.Table]:
    """Give the tables `herleiding`, `wijziging` and `onveranderd`."""
    gebieden = invoer.catalogus.werkgebieden.values()
    herleid = (
        (h.code.code, deel.code, h.van, h.tot, len(h.uit), h.bewijs, h.bijna)
        for gebied in gebieden
        for h in gebied.herleid
        for deel in h.uit
    )
    onveranderd = (
        (code.code, str(o.niveau), o.van, o.tot)
        for gebied in gebieden
        for code in gebied.codes
        for o in gebied.onveranderd
    )
    return {
        "herleiding": _tabel(_HERLEIDING, list(herleid)),
        "wijziging": _tabel(_WIJZIGING, sorted(_wijzigingen(invoer))),
        "onveranderd": _tabel(_ONVERANDERD, list(onveranderd)),
    }


def _tabel(schema: pa.Schema, rijen: Sequence[tuple[object, ...]]) -> pa.Table:
    kolommen = list(zip(*rijen, strict=True)) or [()] * len(schema)
    arrays = [pa.array(k, veld.type) for k, veld in zip(kolommen, schema, strict=True)]
    return pa.Table.from_arrays(arrays, schema=schema)


def _wijzigingen(invoer: Invoer) -> Iterator[tuple[str, int, str]]:
    """Give what the preferred copy of each year says of our areas: 1, 2 or 3."""
    gemeenten = {
        code.code[2:]
        for gebied in invoer.catalogus.werkgebieden.values()
        for code in gebied.codes + gebied.voorgangers
    }
    gehad: set[tuple[str, int]] = set()
    for kopie in invoer.cijfers:
        velden = [k.veld for k in kopie.manifest.kolommen if k.stam.startswith(_STAM)]
        for regio, tekst in _lees(invoer.snapshots[kopie.nummer], velden):
            plek = (regio, kopie.manifest.indeling)
            if regio[2:6] in gemeenten and tekst in {"1", "2", "3"} and plek not in gehad:
                gehad.add(plek)
                yield (*plek, tekst)


def _lees(snapshot: Snapshot, velden: Sequence[str]) -> list[tuple[str, str]]:
    if not velden:
        return []
    with pq.ParquetFile(snapshot.waarden_pad) as bestand:
        tabel = bestand.read(columns=["regio", "veld", "tekst"])
    eigen = tabel.filter(pc.is_in(tabel["veld"], pa.array(velden)))
    paren = zip(eigen["regio"].to_pylist(), eigen["tekst"].to_pylist(), strict=True)
    return [(regio, tekst or "") for regio, tekst in paren]

"""Turns a snapshot back into the table it was taken from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from etl.snapshot import ONBEKEND, Manifest, Snapshot, vind
from tests.replay.tabel import Code, Tabel, regiocodes
from wijken.catalogus import load_catalogus


def uit_map(map_: Path) -> list[Tabel]:
    """Give a table for each snapshot in a folder whose source speaks OData."""
    bronnen = load_catalogus().bronnen
    return [
        uit_snapshot(snapshot, bronnen[snapshot.manifest.bron].dienst)
        for snapshot in vind([map_])
        if bronnen[snapshot.manifest.bron].protocol == "cbs_odata"
    ]


def uit_snapshot(snapshot: Snapshot, dienst: str, regioveld: str = "WijkenEnBuurten") -> Tabel:
    """Rebuild properties, dimensions and rows of a snapshot."""
    manifest = snapshot.manifest
    cellen: dict[tuple[str, ...], dict[str, str | None]] = defaultdict(dict)
    waarden = snapshot.waarden()
    kolommen = [waarden[naam].to_pylist() for naam in ("regio", "dimensies", "veld", "tekst")]
    for regio, dimensies, veld, tekst in zip(*kolommen, strict=True):
        cellen[(*_codes(dimensies), regio)][veld] = tekst
    regios = [(r["regio"], r["naam"], r["gemeente"]) for r in snapshot.regios().to_pylist()]
    return Tabel(
        id=manifest.tabel,
        dienst=dienst,
        info={"Title": manifest.titel, "Modified": gewijzigd(manifest), "Catalog": dienst.upper()},
        kolommen=manifest.kolommen,
        dimensies=_dimensies(waarden["dimensies"].unique().to_pylist())
        | {regioveld: regiocodes(regios)},
        cellen=cellen,
    )


def gewijzigd(manifest: Manifest) -> str:
    """Give the `Modified` to tell: the source's own, or one made of the dates there are."""
    datums = (manifest.editie_waarden, manifest.editie_sleutels, manifest.opgehaald)
    datum = next(d for d in datums if d not in ("", ONBEKEND))
    return manifest.gewijzigd or f"{datum}T02:00:00"


def _codes(dimensies: str) -> tuple[str, ...]:
    return tuple(deel.partition("=")[2] for deel in dimensies.split("&")) if dimensies else ()


def _dimensies(combinaties: Sequence[str]) -> dict[str, tuple[Code, ...]]:
    gevonden: dict[str, set[str]] = defaultdict(set)
    for combinatie in combinaties:
        for deel in combinatie.split("&") if combinatie else ():
            naam, _, code = deel.partition("=")
            gevonden[naam].add(code)
    return {
        naam: tuple(Code(code, f"{naam} {code}") for code in sorted(codes))
        for naam, codes in sorted(gevonden.items())
    }

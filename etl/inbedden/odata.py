"""Reads a stored OData table (Parquet and JSON as the service gave it) into the raw long form."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from etl.bronnen.odata_pagina import als_tekst
from etl.bronnen.odata_vorm import kolommen
from etl.bronnen.ruw import Rij, dimensietekst
from etl.inbedden.keuze import Keuze
from etl.snapshot import Kolom

REGIOVELD = "WijkenEnBuurten"
_DIMENSIES = ("Leeftijd", "Marges", "Perioden")
_TEKSTVELDEN = ("Gemeentenaam", "SoortRegio", "Codering")


@dataclass(frozen=True)
class Regionaam:
    """How a region list names a region; `gemeente` is None where the list does not say."""

    naam: str
    gemeente: str | None


def lees_kolommen(pad: Path) -> tuple[Kolom, ...]:
    """Read the column list of a stored `DataProperties`."""
    return kolommen([_hele_getallen(rij) for rij in _lees_json(pad)])


def _lees_json(pad: Path) -> list[dict[str, Any]]:
    gelezen = json.loads(pad.read_text(encoding="utf-8"))
    lijst: list[dict[str, Any]] = gelezen["value"] if isinstance(gelezen, dict) else gelezen
    return lijst


def _hele_getallen(rij: Mapping[str, Any]) -> dict[str, Any]:
    # The dump went through a data frame: an id became 6.0 wherever its column had a gap.
    return {k: int(v) if isinstance(v, float) and v.is_integer() else v for k, v in rij.items()}


def lees_tabelinfo(pad: Path) -> dict[str, str]:
    """Read the one row of a stored `TableInfos`."""
    return {naam: str(waarde or "") for naam, waarde in _lees_json(pad)[0].items()}


def lees_namen(pad: Path) -> dict[str, Regionaam]:
    """Read a stored region list by stripped code."""
    rijen = pq.read_table(pad, columns=["Key", "Title", "Municipality"]).to_pylist()
    return {
        rij["Key"].strip(): Regionaam(
            rij["Title"].strip(), (rij["Municipality"] or "").strip() or None
        )
        for rij in rijen
    }


def maak_kolommen(velden: list[str], paden: Mapping[str, list[str]]) -> tuple[Kolom, ...]:
    """Make a column list of bare keys, for a table that came without one.

    The title follows from the key, the unit is % and the group is the one that `paden` names.
    """
    groep = {stam: pad for pad, stammen in paden.items() for stam in stammen}
    return tuple(_maak_kolom(veld, groep) for veld in velden)


def _maak_kolom(veld: str, groep: Mapping[str, str]) -> Kolom:
    stam = re.sub(r"_\d+$", "", veld)
    woorden = re.findall(r"[A-Z][a-z]*|\d+", stam)
    titel = " ".join(woorden).capitalize()
    if stam in _TEKSTVELDEN:
        return Kolom(veld, stam, titel, pad=groep.get(stam, ""), datatype="String")
    return Kolom(veld, stam, titel, "%", groep.get(stam, ""), "Double", 1)


def lees_velden(pad: Path) -> list[str]:
    """Give the column keys of a stored data set, without its dimensions."""
    namen = pq.read_schema(pad).names
    return [naam for naam in namen if naam not in (*_DIMENSIES, REGIOVELD, "ID")]


def lees_rijen(pad: Path, velden: list[str], keuze: Keuze) -> Iterator[Rij]:
    """Give the chosen cells of a stored data set."""
    tabel = pq.read_table(pad)
    delen = [naam for naam in _DIMENSIES if naam in tabel.schema.names]
    regios = [regio.strip() for regio in tabel[REGIOVELD].to_pylist()]
    rijen = zip(*(tabel[naam].to_pylist() for naam in delen), strict=True)
    dimensies = [dimensietekst(dict(zip(delen, rij, strict=True))) for rij in rijen]
    dimensies = dimensies or [""] * len(regios)
    # Column by column: a whole table as loose cells would not fit in a small memory.
    for veld in velden:
        teksten = map(als_tekst, tabel[veld].to_pylist())
        plekken = zip(regios, dimensies, teksten, strict=True)
        yield from keuze.kies((regio, deel, veld, tekst) for regio, deel, tekst in plekken)

"""The raw long form that every adapter delivers: regio, dimensies, veld, tekst."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pyarrow as pa

from etl.snapshot import REGIOS_SCHEMA, WAARDEN_SCHEMA

Rij = tuple[str, str, str, str | None]
Regiorij = tuple[str, str | None, str | None]


def dimensietekst(delen: Mapping[str, str]) -> str:
    """Write dimension codes as one text: sorted, `Leeftijd=20300&Perioden=2020JJ00`."""
    return "&".join(f"{naam}={code.strip()}" for naam, code in sorted(delen.items()))


def maak_waarden(rijen: Iterable[Rij]) -> pa.Table:
    """Make the table of values of (regio, dimensies, veld, tekst)."""
    return _maak(rijen, WAARDEN_SCHEMA)


def maak_regios(rijen: Iterable[Regiorij]) -> pa.Table:
    """Make the table of regions of (regio, naam, gemeente)."""
    return _maak(rijen, REGIOS_SCHEMA)


def _maak(rijen: Iterable[tuple[str | None, ...]], schema: pa.Schema) -> pa.Table:
    kolommen = list(zip(*rijen, strict=True)) or [()] * len(schema)
    arrays = [pa.array(kolom, pa.string()) for kolom in kolommen]
    return pa.Table.from_arrays(arrays, schema=schema)

"""Reads one page of OData rows without making Python objects of its cells."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.json as pa_json

_RIJEN, _VOLGENDE = "value", "odata.nextLink"


def lees_pagina(inhoud: bytes, velden: Sequence[str]) -> tuple[pa.Table, str]:
    """Read the rows of an answer.

    Args:
        inhoud: the body, JSON as CBS writes it.
        velden: the columns to take; others are left aside, one that is absent is null.

    Returns:
        The rows as texts without outer blanks, null where the source has null; and the address
        of the next page, "" when this is the last.

    Raises:
        ValueError: when it is no page of rows.
    """
    try:
        rijen, volgende = _lees_snel(inhoud, velden)
    except pa.ArrowInvalid:
        # Numbers where texts were promised (a typed set), or no JSON at all: this one tells.
        rijen, volgende = _lees_langzaam(inhoud, velden)
    # Padding is always of blanks; looking for other white space costs ten times as much.
    kaal = [pc.ascii_trim_whitespace(kolom) for kolom in rijen.columns]
    return pa.table(kolom_namen(velden, kaal)), volgende


def kolom_namen(velden: Sequence[str], kolommen: Sequence[Any]) -> dict[str, Any]:
    """Pair names and columns."""
    return dict(zip(velden, kolommen, strict=True))


def _lees_snel(inhoud: bytes, velden: Sequence[str]) -> tuple[pa.Table, str]:
    rij = pa.struct([(veld, pa.string()) for veld in velden])
    vorm = pa.schema([(_RIJEN, pa.list_(rij)), (_VOLGENDE, pa.string())])
    # One object is one block; a thread of its own for each would gain nothing.
    lezen = pa_json.ReadOptions(use_threads=False, block_size=len(inhoud) + 1)
    ontleden = pa_json.ParseOptions(
        explicit_schema=vorm, newlines_in_values=True, unexpected_field_behavior="ignore"
    )
    antwoord = pa_json.read_json(pa.BufferReader(inhoud), lezen, ontleden)
    if antwoord.num_rows != 1 or antwoord[_RIJEN].null_count:
        message = f"er is geen lijst «{_RIJEN}»"
        raise ValueError(message)
    rijen = pa.Table.from_struct_array(antwoord[_RIJEN].chunk(0).flatten())
    return rijen, str(antwoord[_VOLGENDE][0].as_py() or "")


def _lees_langzaam(inhoud: bytes, velden: Sequence[str]) -> tuple[pa.Table, str]:
    try:
        antwoord = json.loads(inhoud.decode("utf-8"))
        kolommen = [
            pa.array([als_tekst(rij.get(veld)) for rij in antwoord[_RIJEN]], pa.string())
            for veld in velden
        ]
    except (AttributeError, KeyError, TypeError) as fout:
        message = f"er is geen lijst «{_RIJEN}» van rijen"
        raise ValueError(message) from fout
    return pa.table(kolom_namen(velden, kolommen)), str(antwoord.get(_VOLGENDE) or "")


def als_tekst(waarde: object) -> str | None:
    """Write a cell as text: outer blanks off, decimal point, no exponent, no needless `.0`."""
    if waarde is None or isinstance(waarde, str):
        return None if waarde is None else waarde.strip()
    if isinstance(waarde, float):
        return f"{waarde:.10f}".rstrip("0").rstrip(".")
    return str(waarde)

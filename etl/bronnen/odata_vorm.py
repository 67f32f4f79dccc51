"""Rewrites what OData v3 delivers into our own form: column list, scope, filter, long rows."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from etl.bronnen.odata_pagina import lees_pagina
from etl.sleutel import sleutelkolom, volgorde
from etl.snapshot import REGIOS_SCHEMA, WAARDEN_SCHEMA, Kolom, als_geordend
from wijken.bron import Werkgebied
from wijken.errors import BronError, InvoerError
from wijken.regio import Regiocode, Soort

Rij = Mapping[str, Any]

_NUMMER = re.compile(r"_\d+$")
_DIMENSIES = ("Dimension", "GeoDimension", "GeoDetail", "TimeDimension")


@dataclass(frozen=True)
class Bereik:
    """Which regions: our areas, every gemeente and the country; or every region there is.

    Attributes:
        land: code of the national row at the source, "" for none.
        cijfers: the four digits of each gemeente of which wijken and buurten are wanted.
        landelijk: wijken and buurten of every gemeente.
    """

    land: str
    cijfers: tuple[str, ...]
    landelijk: bool = False

    @classmethod
    def van(
        cls, land: str, werkgebieden: Iterable[Werkgebied], *, landelijk: bool = False
    ) -> Bereik:
        """Make the scope of werkgebieden, predecessors included."""
        codes = (c.code[2:] for w in werkgebieden for c in w.codes + w.voorgangers)
        return cls(land, tuple(sorted(set(codes))), landelijk)

    def bevat(self, code: str) -> bool:
        """Tell whether a stripped code is in the scope."""
        soort = _soort(code)
        if soort is None or soort is Soort.LAND:
            return soort is not None and code == self.land
        return self.landelijk or soort is Soort.GEMEENTE or code[2:6] in self.cijfers


@lru_cache(1 << 16)
def _soort(code: str) -> Soort | None:
    """The kind of a region, None when the code is none; the tables of a country ask the same."""
    try:
        return Regiocode.parse(code).soort
    except InvoerError:
        return None


def kolommen(eigenschappen: Sequence[Rij]) -> tuple[Kolom, ...]:
    """Make the column list of `DataProperties`: its topics with unit and titles of their groups."""
    per_id = {rij["ID"]: rij for rij in eigenschappen if rij.get("Type") == "TopicGroup"}
    return tuple(
        Kolom(
            veld=_tekst(rij, "Key"),
            stam=_NUMMER.sub("", _tekst(rij, "Key")),
            titel=_tekst(rij, "Title"),
            eenheid=_tekst(rij, "Unit"),
            pad=" > ".join(_groepen(rij, per_id)),
            datatype=_tekst(rij, "Datatype"),
            decimalen=int(rij.get("Decimals") or 0),
            omschrijving=_tekst(rij, "Description"),
        )
        for rij in eigenschappen
        if rij.get("Type") == "Topic"
    )


def _groepen(rij: Rij, per_id: Mapping[Any, Rij]) -> list[str]:
    titels: list[str] = []
    ouder = rij.get("ParentID")
    # A group that is its own ancestor would go on for ever.
    while ouder in per_id and len(titels) < len(per_id):
        titels.insert(0, _tekst(per_id[ouder], "Title"))
        ouder = per_id[ouder].get("ParentID")
    return titels


def _tekst(rij: Rij, naam: str) -> str:
    return str(rij.get(naam) or "").strip()


def dimensienamen(eigenschappen: Sequence[Rij]) -> tuple[str, ...]:
    """Give the keys of the dimensions in `DataProperties`."""
    return tuple(_tekst(rij, "Key") for rij in eigenschappen if rij.get("Type") in _DIMENSIES)


@dataclass(frozen=True)
class Filter:
    """What is asked of the server: for each dimension the terms of which one must hold."""

    termen: Mapping[str, tuple[str, ...]]

    def __str__(self) -> str:
        """Write it in the filter language; only dimensions, for others are silently ignored.

        Without terms for a dimension all of it is asked; "" asks everything.
        """
        groepen = (f"({' or '.join(delen)})" for delen in self.termen.values() if delen)
        return " and ".join(groepen)


def regiotermen(dimensie: str, sleutels: Sequence[str], bereik: Bereik) -> tuple[str, ...]:
    """Give the filter terms of the scope, none for the whole country.

    Only prefixes that occur: long filters make the server fail. The national row is asked
    by its key as delivered, for `eq` compares the blanks too.
    """
    if bereik.landelijk:
        return ()
    kaal = {sleutel.strip() for sleutel in sleutels}
    mogelijk = [f"{soort}{cijfers}" for cijfers in bereik.cijfers for soort in ("WK", "BU")]
    begin = ["GM", *(b for b in mogelijk if any(sleutel.startswith(b) for sleutel in kaal))]
    land = [sleutel for sleutel in sleutels if bereik.land and sleutel.strip() == bereik.land]
    return (*(f"startswith({dimensie},'{b}')" for b in begin), *codetermen(dimensie, land))


def codetermen(dimensie: str, sleutels: Iterable[str]) -> tuple[str, ...]:
    """Give filter terms for keys exactly as delivered, blanks included."""
    return tuple(f"{dimensie} eq '{sleutel.replace(chr(39), chr(39) * 2)}'" for sleutel in sleutels)


@dataclass
class Langevorm:
    """Collects pages of a data set, keeps what was asked for, and gives it in long form.

    Attributes:
        buiten: rows that came unasked and were dropped.
        regios: the regions that came.
    """

    regioveld: str
    dimensies: tuple[str, ...]
    velden: tuple[str, ...]
    bereik: Bereik
    gevraagd: Mapping[str, frozenset[str]]
    buiten: int = 0
    regios: set[str] = field(default_factory=set)
    _bladen: list[pa.Table] = field(default_factory=list)

    @property
    def kolommen(self) -> tuple[str, ...]:
        """The columns to read."""
        return (self.regioveld, *self.dimensies, *self.velden)

    def ontvang(self, inhoud: bytes) -> str:
        """Take one page and give the address of the next, "" for none.

        Raises:
            ValueError: when it is no page of rows.
            BronError: when a row lacks a dimension.
        """
        blad, volgende = lees_pagina(inhoud, self.kolommen)
        self._eis_dimensies(blad)
        goed = _komt_voor(blad[self.regioveld], self.bereik.bevat)
        for naam, codes in self.gevraagd.items():
            goed = pc.and_(goed, _komt_voor(blad[naam], codes.__contains__))
        gekozen = blad if pc.all(goed).as_py() else blad.filter(goed)
        self.buiten += blad.num_rows - gekozen.num_rows
        self.regios |= set(gekozen[self.regioveld].unique().to_pylist())
        self._bladen.append(gekozen)
        return volgende

    def _eis_dimensies(self, blad: pa.Table) -> None:
        for naam in (self.regioveld, *self.dimensies):
            if blad[naam].null_count:
                message = f"Een rij van het antwoord heeft geen tekst in de dimensie «{naam}»."
                raise BronError(message)

    def tabel(self) -> pa.Table:
        """Give the rows: regio, dimensies, veld (dictionary-encoded), tekst; in storage order.

        Raises:
            BronError: when the same region and dimensions came twice.
        """
        breed = pa.concat_tables(self._bladen).combine_chunks()
        regio, dimensies = sleutelkolom(breed[self.regioveld]), sleutelkolom(self._dimensies(breed))
        orde, dubbel = volgorde((dimensies, regio))
        if dubbel is not None:
            woorden = (regio.woord(dubbel), dimensies.woord(dubbel))
            message = f"De rij van {' '.join(woorden).strip()} komt twee keer voor in het antwoord."
            raise BronError(message)
        if orde is not None:
            breed, regio, dimensies = breed.take(orde), regio.neem(orde), dimensies.neem(orde)
        return _onder_elkaar(breed, sorted(self.velden), regio.codes, dimensies.codes)

    def _dimensies(self, breed: pa.Table) -> pa.ChunkedArray:
        """Write the codes of the other dimensions as one text a row."""
        namen = sorted(self.dimensies)
        if not namen:
            return pa.chunked_array([pa.array([""] * breed.num_rows, pa.string())])
        delen = [pc.binary_join_element_wise(f"{naam}=", breed[naam], "") for naam in namen]
        return pc.binary_join_element_wise(*delen, "&")


def _onder_elkaar(
    breed: pa.Table, velden: Sequence[str], regio: pa.Array, dimensies: pa.Array
) -> pa.Table:
    """Put the columns of a wide table under each other; their cells are not copied."""
    namen, aantal = pa.array(velden, pa.string()), breed.num_rows
    nummers = [pa.array(np.full(aantal, n, np.int32)) for n in range(len(velden))]
    veld = [pa.DictionaryArray.from_arrays(nummer, namen) for nummer in nummers]
    kolommen = {
        "regio": pa.chunked_array([regio] * len(velden)),
        "dimensies": pa.chunked_array([dimensies] * len(velden)),
        "veld": pa.chunked_array(veld),
        "tekst": pa.chunked_array([blok for naam in velden for blok in breed[naam].chunks]),
    }
    return als_geordend(pa.table({naam: kolommen[naam] for naam in WAARDEN_SCHEMA.names}))


def _komt_voor(kolom: pa.ChunkedArray, goed: Callable[[str], bool]) -> pa.ChunkedArray:
    """Tell for each row whether its word is a good one; each word is judged once."""
    woorden = [woord for woord in kolom.unique().to_pylist() if goed(woord)]
    return pc.is_in(kolom, pa.array(woorden, pa.string()))


def regiotabel(rijen: Iterable[Rij], bereik: Bereik) -> pa.Table:
    """Give the region list within the scope: regio, naam, gemeente (null where not told)."""
    binnen = [rij for rij in rijen if bereik.bevat(_tekst(rij, "Key"))]
    delen = {
        "regio": [_tekst(rij, "Key") for rij in binnen],
        "naam": [_tekst(rij, "Title") for rij in binnen],
        "gemeente": [_tekst(rij, "Municipality") or None for rij in binnen],
    }
    return pa.table(delen, schema=REGIOS_SCHEMA)

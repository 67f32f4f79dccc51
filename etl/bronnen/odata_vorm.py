"""Rewrites what OData v3 delivers into our own form: column list, scope, filter, long rows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import pyarrow as pa

from etl.snapshot import REGIOS_SCHEMA, WAARDEN_SCHEMA, Kolom
from wijken.bron import Werkgebied
from wijken.errors import BronError, InvoerError
from wijken.regio import Regiocode, Soort

Rij = Mapping[str, Any]

_NUMMER = re.compile(r"_\d+$")
_DIMENSIES = ("Dimension", "GeoDimension", "GeoDetail", "TimeDimension")


@dataclass(frozen=True)
class Bereik:
    """The default scope: our areas, every gemeente, and the country.

    Attributes:
        land: code of the national row at the source, "" for none.
        cijfers: the four digits of each gemeente of which wijken and buurten are wanted.
    """

    land: str
    cijfers: tuple[str, ...]

    @classmethod
    def van(cls, land: str, werkgebieden: Iterable[Werkgebied]) -> Bereik:
        """Make the scope of werkgebieden, predecessors included."""
        codes = (c.code[2:] for w in werkgebieden for c in w.codes + w.voorgangers)
        return cls(land, tuple(sorted(set(codes))))

    def bevat(self, code: str) -> bool:
        """Tell whether a stripped code is in the scope."""
        try:
            regio = Regiocode.parse(code)
        except InvoerError:
            return False
        if regio.soort is Soort.LAND:
            return code == self.land
        return regio.soort is Soort.GEMEENTE or code[2:6] in self.cijfers


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
        """Write it in the filter language; only dimensions, for others are silently ignored."""
        return " and ".join(f"({' or '.join(delen)})" for delen in self.termen.values())


def regiotermen(dimensie: str, sleutels: Sequence[str], bereik: Bereik) -> tuple[str, ...]:
    """Give the filter terms of the scope.

    Only prefixes that occur: long filters make the server fail. The national row is asked
    by its key as delivered, for `eq` compares the blanks too.
    """
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
    """Collects rows of a data set in long form and counts what was not asked for."""

    regioveld: str
    dimensies: tuple[str, ...]
    velden: tuple[str, ...]
    bereik: Bereik
    gevraagd: Mapping[str, frozenset[str]]
    buiten: int = 0
    regios: set[str] = field(default_factory=set)
    _delen: dict[str, list[str | None]] = field(
        default_factory=lambda: {naam: [] for naam in WAARDEN_SCHEMA.names}
    )
    _gezien: set[tuple[str, str]] = field(default_factory=set)

    def voeg_toe(self, rij: Rij) -> None:
        """Add a row; one outside the scope is counted and dropped.

        Raises:
            BronError: when the same region and dimensions come twice, or a dimension is absent.
        """
        codes = {naam: self._code(rij, naam) for naam in self.dimensies}
        regio = self._code(rij, self.regioveld)
        gewenst = all(codes[naam] in goed for naam, goed in self.gevraagd.items())
        if not (gewenst and self.bereik.bevat(regio)):
            self.buiten += 1
            return
        dimensies = "&".join(f"{naam}={codes[naam]}" for naam in sorted(codes))
        if (regio, dimensies) in self._gezien:
            message = f"De rij van {regio} {dimensies} komt twee keer voor in het antwoord."
            raise BronError(message.replace("  ", " "))
        self._gezien.add((regio, dimensies))
        self.regios.add(regio)
        self._delen["regio"] += [regio] * len(self.velden)
        self._delen["dimensies"] += [dimensies] * len(self.velden)
        self._delen["veld"] += self.velden
        self._delen["tekst"] += [als_tekst(rij.get(veld)) for veld in self.velden]

    def _code(self, rij: Rij, naam: str) -> str:
        if not isinstance(rij.get(naam), str):
            message = f"Een rij van het antwoord heeft geen tekst in de dimensie «{naam}»."
            raise BronError(message)
        return str(rij[naam]).strip()

    def tabel(self) -> pa.Table:
        """Give the rows: regio, dimensies, veld, tekst."""
        return pa.table(self._delen, schema=WAARDEN_SCHEMA)


def als_tekst(waarde: object) -> str | None:
    """Write a cell as text: outer blanks off, decimal point, no exponent, no needless `.0`."""
    if waarde is None or isinstance(waarde, str):
        return None if waarde is None else waarde.strip()
    if isinstance(waarde, float):
        return f"{waarde:.10f}".rstrip("0").rstrip(".")
    return str(waarde)


def regiotabel(rijen: Iterable[Rij], bereik: Bereik) -> pa.Table:
    """Give the region list within the scope: regio, naam, gemeente (null where not told)."""
    binnen = [rij for rij in rijen if bereik.bevat(_tekst(rij, "Key"))]
    delen = {
        "regio": [_tekst(rij, "Key") for rij in binnen],
        "naam": [_tekst(rij, "Title") for rij in binnen],
        "gemeente": [_tekst(rij, "Municipality") or None for rij in binnen],
    }
    return pa.table(delen, schema=REGIOS_SCHEMA)

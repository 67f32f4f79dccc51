"""Reads a published CSV file into the raw long form."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pyarrow as pa

from etl.bronnen.getal import getal_als_tekst
from etl.bronnen.ruw import Rij, dimensietekst, maak_waarden
from wijken.errors import BronError, InvoerError
from wijken.periode import Periode
from wijken.regio import Regiocode


@dataclass(frozen=True)
class Bestandsvorm:
    """Which column of a file holds what.

    Attributes:
        regio: column of the region code.
        velden: column of a figure -> key in the raw form.
        periode: column of the year, "" when the file has none.
        dimensies: other columns that tell rows apart -> name of the dimension.
        vast: dimensions that are the same for every row.
        ontbreekt: texts that stand for a missing figure.
    """

    regio: str
    velden: Mapping[str, str]
    periode: str = ""
    dimensies: Mapping[str, str] = field(default_factory=dict)
    vast: Mapping[str, str] = field(default_factory=dict)
    scheiding: str = ","
    decimaal: str = "."
    ontbreekt: tuple[str, ...] = ("", ".")

    @property
    def kolommen(self) -> tuple[str, ...]:
        """Every column the file must have."""
        periode = (self.periode,) if self.periode else ()
        return (self.regio, *periode, *self.dimensies, *self.velden)


def lees_bestand(pad: Path, vorm: Bestandsvorm) -> pa.Table:
    """Read a file; one row per region, dimensions and field, a missing figure as null.

    Returns:
        A table with columns regio, dimensies, veld, tekst.

    Raises:
        InvoerError: when the file is not there.
        BronError: when it is no UTF-8, a column is missing or a cell is not what it should be;
            the message names file and line.
    """
    try:
        with pad.open(encoding="utf-8-sig", newline="") as bestand:
            lezer = csv.DictReader(bestand, delimiter=vorm.scheiding)
            _eis_kolommen(pad, lezer.fieldnames or (), vorm)
            return maak_waarden(_rijen(pad, lezer, vorm))
    except FileNotFoundError:
        message = f"Het bestand {pad} is er niet."
        raise InvoerError(message) from None
    except UnicodeDecodeError:
        message = f"{pad.name} is geen UTF-8-tekst. Sla het bestand op als CSV UTF-8."
        raise BronError(message) from None


def _eis_kolommen(pad: Path, gevonden: object, vorm: Bestandsvorm) -> None:
    kolommen = tuple(gevonden) if isinstance(gevonden, (list, tuple)) else ()
    mist = [kolom for kolom in vorm.kolommen if kolom not in kolommen]
    if mist:
        message = (
            f"{pad.name} mist de kolommen {', '.join(mist)}. "
            f"Gevonden: {', '.join(kolommen) or 'geen kolommen'}."
        )
        raise BronError(message)


def _rijen(pad: Path, lezer: csv.DictReader[str], vorm: Bestandsvorm) -> Iterator[Rij]:
    for rij in lezer:
        try:
            yield from _cellen(rij, vorm)
        except (InvoerError, ValueError) as fout:
            message = f"{pad.name}, regel {lezer.line_num}: {fout}"
            raise BronError(message) from None


def _cellen(rij: Mapping[str, str | None], vorm: Bestandsvorm) -> Iterator[Rij]:
    regio = Regiocode(_cel(rij, vorm.regio)).code
    delen = dict(vorm.vast) | {naam: _cel(rij, kolom) for kolom, naam in vorm.dimensies.items()}
    if vorm.periode:
        delen["Perioden"] = Periode.parse(_cel(rij, vorm.periode)).code
    dimensies = dimensietekst(delen)
    for kolom, veld in vorm.velden.items():
        tekst = _cel(rij, kolom).replace(vorm.decimaal, ".")
        yield regio, dimensies, veld, None if tekst in vorm.ontbreekt else getal_als_tekst(tekst)


def _cel(rij: Mapping[str, str | None], kolom: str) -> str:
    waarde = rij[kolom]
    if waarde is None:
        message = f"de kolom {kolom} ontbreekt in deze regel"
        raise ValueError(message)
    return waarde.strip()

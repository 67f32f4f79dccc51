"""What the reader gives besides figures: publications, copies of tables, fields."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from wijken.periode import Periode
from wijken.waarneming import Status


@dataclass(frozen=True)
class Uitgave:
    """A period of an indicator at one level, in one division.

    Attributes:
        gemeten: regions that have a figure.
        totaal: regions there are.
    """

    periode: Periode
    indeling: int
    gemeten: int
    totaal: int


@dataclass(frozen=True)
class Mediaan:
    """The middle of all gemeenten of the country that have a figure."""

    waarde: float
    aantal: int


@dataclass(frozen=True)
class BronRegel:
    """One copy of one table: edition, date fetched, what is real and what was put together."""

    bron: str
    tabel: str
    titel: str
    indeling: int
    editie_waarden: str
    editie_sleutels: str
    opgehaald: str
    licentie: str
    herkomst: str
    wat_is_echt: str
    wat_is_samengesteld: str


@dataclass(frozen=True)
class VeldRegel:
    """Where an indicator stands in a table; `reden` tells why when `veld` is empty."""

    indicator: str
    bron: str
    tabel: str
    veld: str
    titel: str
    eenheid: str
    reden: str


class Kaartcijfer(NamedTuple):
    """One figure of a map, in its lightest form: a map holds thousands."""

    indicator: str
    regio: str
    jaar: int
    waarde: float | None
    status: Status
    onzeker: bool = False

"""What the reader gives besides figures: publications, copies of tables, fields."""

from __future__ import annotations

import struct
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from wijken.indicator import Indicator
from wijken.periode import Periode
from wijken.regio import Regiocode, Soort
from wijken.waarneming import Status

# How the codes of a level begin.
LETTERS = {Soort.LAND: "NL", Soort.GEMEENTE: "GM", Soort.WIJK: "WK", Soort.BUURT: "BU"}

# A denominator that is secret, does not apply or is unknown is too small to be told.
_ONBEKEND = frozenset({Status.GEHEIM, Status.NVT, Status.ONBEKEND})


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


@dataclass(frozen=True)
class Kaartvoorziening:
    """A facility of OpenStreetMap as a map of one division shows it.

    Attributes:
        soort: one of the catalogue's closed list.
        naam: as volunteers wrote it; "" for none.
        regio: the buurt it lies in, or the gemeente when it lies just outside all of them.
        plek: latitude and longitude.
        opgehaald: ISO date on which we asked for it.
    """

    id: str
    soort: str
    naam: str
    regio: Regiocode
    plek: tuple[float, float]
    opgehaald: str

    @classmethod
    def uit_rij(cls, rij: dict[str, Any]) -> Kaartvoorziening:
        """Read a row of `voorzieningen.sql`; its geometry is a WKB point, little-endian."""
        lengte, breedte = struct.unpack_from("<dd", bytes(rij["geometrie"]), 5)
        plek = (breedte, lengte)
        regio, opgehaald = Regiocode(rij["regio"]), str(rij["opgehaald"] or "")
        return cls(rij["id"], rij["soort"], rij["naam"] or "", regio, plek, opgehaald)


class Kaartcijfer(NamedTuple):
    """One figure of a map, in its lightest form: a map holds thousands."""

    indicator: str
    regio: str
    jaar: int
    waarde: float | None
    status: Status
    onzeker: bool = False


class Kaartbron(NamedTuple):
    """The table that a map's figures of one indicator and year come from."""

    indicator: str
    jaar: int
    bron: str
    tabel: str


def is_onzeker(indicator: Indicator, rij: Mapping[str, Any]) -> bool:
    """Tell whether a figure rests on too few; an area too small to be counted counts as such."""
    if indicator.noemer is None or rij["waarde"] is None:
        return False
    if rij["noemer"] is None:
        return bool(rij["noemer_onbekend"])
    return bool(rij["noemer"] < indicator.noemer_minimaal)


def met_noemers(
    rijen: Sequence[dict[str, Any]], indicatoren: Mapping[str, Indicator]
) -> Iterator[dict[str, Any]]:
    """Give the rows of one region with `noemer` and `noemer_onbekend`, as `is_onzeker` wants them.

    The denominator is the measured figure of the same division nearest in time, the older of two;
    unknown when any of them is. Rows of indicators that the catalogue does not know are left out.

    Args:
        rijen: every figure of the region, by period.
        indicatoren: those of the catalogue.
    """
    gemeten: dict[tuple[str, int], list[tuple[int, float]]] = defaultdict(list)
    onbekend: set[tuple[str, int]] = set()
    for rij in rijen:
        plek = (rij["indicator"], rij["indeling"])
        if rij["waarde"] is not None:
            gemeten[plek].append((int(rij["periode"][:4]), rij["waarde"]))
        elif rij["status"] in _ONBEKEND:
            onbekend.add(plek)
    for rij in rijen:
        indicator = indicatoren.get(rij["indicator"])
        if indicator is None:
            continue
        plek, jaar = (indicator.noemer or "", rij["indeling"]), int(rij["periode"][:4])
        _, noemer = min(gemeten[plek], key=lambda n: abs(n[0] - jaar), default=(0, None))
        yield {**rij, "noemer": noemer, "noemer_onbekend": plek in onbekend}


@dataclass(frozen=True)
class Voorziening:
    """A facility of OpenStreetMap.

    Attributes:
        id: of the element there.
        soort: word of the catalogue's closed list.
        vorm: its point, WKB, EPSG:4326.
        opgehaald: ISO date.
    """

    id: str
    soort: str
    naam: str
    vorm: bytes
    opgehaald: str

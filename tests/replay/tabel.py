"""A table as the service holds it: properties, dimensions and rows, typed and untyped."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product
from typing import Any

from etl.snapshot import Kolom

JsonRij = dict[str, Any]
Cellen = Mapping[str, str | None]

# Blanks behind a text (negative) or before it, by stem: sources.md B.2.
_BREEDTE = {
    "Gemeentenaam": -40,
    "SoortRegio": -10,
    "Codering": -10,
    "MeestVoorkomendePostcode": 10,
}
_SOORT = {"Perioden": "TimeDimension", "WijkenEnBuurten": "GeoDetail", "RegioS": "GeoDimension"}
_GETAL_BREEDTE = {"Long": 10, "Integer": 10, "Double": 8}


@dataclass(frozen=True)
class Code:
    """A member of a dimension; `sleutel` with its blanks, as delivered."""

    sleutel: str
    titel: str
    gemeente: str | None = None


Toets = Callable[[Code], bool]


def _elke(_: Code) -> bool:
    return True


@dataclass(frozen=True)
class Tabel:
    """One edition of a table.

    Attributes:
        dienst: the host it is on: "cbs" or "derden".
        info: fields of TableInfos that differ from the standard ones.
        dimensies: members per dimension, in order; the one of the regions last.
        cellen: texts per combination of stripped codes, in the order of `dimensies`; None is a
            typed null, "" a blank, "." a dot. An absent cell is null as well.
    """

    id: str
    dienst: str
    info: Mapping[str, str]
    kolommen: tuple[Kolom, ...]
    dimensies: Mapping[str, tuple[Code, ...]]
    cellen: Mapping[tuple[str, ...], Cellen]
    velden: tuple[str, ...] = field(init=False)
    _gevuld: Mapping[tuple[str, ...], set[str]] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "velden", tuple(kolom.veld for kolom in self.kolommen))
        gevuld: dict[tuple[str, ...], set[str]] = defaultdict(set)
        for sleutel, cellen in self.cellen.items():
            gevuld[sleutel[:-1]] |= {veld for veld, tekst in cellen.items() if tekst is not None}
        object.__setattr__(self, "_gevuld", gevuld)

    @property
    def lijsten(self) -> tuple[str, ...]:
        """The names of the service document, in its order."""
        vast = ("TableInfos", "UntypedDataSet", "TypedDataSet", "DataProperties", "CategoryGroups")
        return (*vast, *self.dimensies)

    @property
    def regioveld(self) -> str:
        """The dimension of the regions."""
        return list(self.dimensies)[-1]

    def table_infos(self) -> list[JsonRij]:
        """Give the one row of TableInfos."""
        standaard = {
            "ID": 0,
            "ShortTitle": self.info.get("Title", self.id),
            "Identifier": self.id,
            "ReasonDelivery": "Actualisering",
            "Language": "nl",
            "Frequency": "Onregelmatig",
            "OutputStatus": "Regulier",
            "Description": "Toelichting.\r\r\nMet vreemde regeleinden.",
        }
        return [standaard | dict(self.info)]

    def data_properties(self) -> list[JsonRij]:
        """Give dimensions, groups and topics in table order."""
        rijen = [_dimensie(naam) for naam in self.dimensies]
        groepen: dict[tuple[str, ...], int] = {}
        for kolom in self.kolommen:
            ouder = None
            titels = tuple(kolom.pad.split(" > ")) if kolom.pad else ()
            for diepte in range(1, len(titels) + 1):
                pad = titels[:diepte]
                if pad not in groepen:
                    groepen[pad] = len(rijen)
                    rijen.append(_groep(pad[-1], ouder) | {"ID": len(rijen)})
                ouder = groepen[pad]
            rijen.append(_onderwerp(kolom, ouder))
        return [rij | {"ID": nummer} for nummer, rij in enumerate(rijen)]

    def dimensie(self, naam: str) -> list[JsonRij]:
        """Give the members of a dimension as the service lists them."""
        if naam != self.regioveld:
            return [
                {"Key": c.sleutel, "Title": c.titel, "Description": None}
                for c in self.dimensies[naam]
            ]
        return [
            {
                "Key": code.sleutel,
                "Title": code.titel[:40],
                "Description": None,
                "Municipality": code.gemeente or "",
                "DetailRegionCode": "" if code.gemeente is None else code.sleutel.strip(),
            }
            for code in self.dimensies[naam]
        ]

    def sleutels(self, past: Mapping[str, Toets] = {}) -> Iterator[tuple[int, dict[str, str]]]:
        """Give every row's number and its padded codes; region by region within the others.

        `past`: which codes of a dimension are wanted; the others are not looked at.
        """
        lijsten = [
            [(n, code.sleutel) for n, code in enumerate(codes) if past.get(naam, _elke)(code)]
            for naam, codes in self.dimensies.items()
        ]
        for delen in product(*lijsten):
            nummer = 0
            for (plek, _), codes in zip(delen, self.dimensies.values(), strict=True):
                nummer = nummer * len(codes) + plek
            yield (
                nummer,
                {n: sleutel for n, (_, sleutel) in zip(self.dimensies, delen, strict=True)},
            )

    def rij(self, nummer: int, codes: Mapping[str, str], *, getypeerd: bool) -> JsonRij:
        """Give one row of TypedDataSet or UntypedDataSet."""
        sleutel = tuple(code.strip() for code in codes.values())
        cellen, gevuld = self.cellen.get(sleutel, {}), self._gevuld.get(sleutel[:-1], set())
        if getypeerd:
            waarden = {k.veld: _getypeerd(k, cellen.get(k.veld)) for k in self.kolommen}
        else:
            # A column without a figure for any region is null even here: seen in the untyped
            # set of 50090NED, for questions that were not asked in that year.
            waarden = {
                k.veld: _ongetypeerd(k, cellen.get(k.veld)) if k.veld in gevuld else None
                for k in self.kolommen
            }
        return {"ID": nummer, **codes, **waarden}


def _dimensie(naam: str) -> JsonRij:
    soort = _SOORT.get(naam, "Dimension")
    return {
        "odata.type": f"Cbs.OData.{soort}",
        "ParentID": None,
        "Type": soort,
        "Key": naam,
        "Title": naam,
        "Description": "",
    }


def _groep(titel: str, ouder: int | None) -> JsonRij:
    return {
        "odata.type": "Cbs.OData.TopicGroup",
        "ParentID": ouder,
        "Type": "TopicGroup",
        "Key": "",
        "Title": titel,
        "Description": "",
    }


def _onderwerp(kolom: Kolom, ouder: int | None) -> JsonRij:
    nummer = kolom.veld.rpartition("_")[2]
    return {
        "odata.type": "Cbs.OData.Topic",
        "Position": int(nummer) if nummer.isdigit() else None,
        "ParentID": ouder,
        "Type": "Topic",
        "Key": kolom.veld,
        "Title": kolom.titel,
        "Description": kolom.omschrijving,
        "Datatype": kolom.datatype,
        "Unit": kolom.eenheid,
        "Decimals": kolom.decimalen,
        "Default": "Impossible",
        "PresentationType": "Absolute",
    }


def _getypeerd(kolom: Kolom, tekst: str | None) -> int | float | str | None:
    if kolom.datatype not in _GETAL_BREEDTE:
        return _opvullen(kolom, "." if tekst is None else tekst)
    if tekst is None or tekst in ("", "."):
        return None
    return float(tekst) if kolom.datatype == "Double" else int(tekst)


def _ongetypeerd(kolom: Kolom, tekst: str | None) -> str:
    return _opvullen(kolom, "." if tekst is None else tekst)


def _opvullen(kolom: Kolom, tekst: str) -> str:
    breedte = _BREEDTE.get(kolom.stam, _GETAL_BREEDTE.get(kolom.datatype, 0))
    return tekst.ljust(-breedte) if breedte < 0 else tekst.rjust(breedte)


def regiocodes(rijen: Sequence[tuple[str, str, str | None]]) -> tuple[Code, ...]:
    """Make the members of the region dimension of (code, name, gemeente): country first, each
    gemeente by name, its wijken each followed by their buurten; keys ten wide.
    """
    namen = {code[2:6]: naam for code, naam, _ in rijen if code.startswith("GM")}

    def plek(rij: tuple[str, str, str | None]) -> tuple[bool, str, str, str, bool]:
        code = rij[0]
        land, gemeente = code.startswith("NL"), code[2:6]
        return (not land, namen.get(gemeente, ""), gemeente, code[2:], code.startswith("BU"))

    return tuple(
        Code(code.ljust(10), naam, gemeente) for code, naam, gemeente in sorted(rijen, key=plek)
    )

"""Reads TOML tables against a form and collects every fault instead of stopping at the first."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any, TypeVar

from wijken.errors import Fout

if TYPE_CHECKING:
    from pathlib import Path

E = TypeVar("E", bound=StrEnum)

Vorm = Mapping[str, tuple[type | tuple[type, ...], bool]]


@dataclass
class Foutenlijst:
    """The faults found so far."""

    fouten: list[Fout] = field(default_factory=list)

    def meld(self, plek: Plek, melding: str) -> None:
        """Add a fault at a place."""
        self.fouten.append(Fout(plek.bestand, plek.sleutel, melding))


@dataclass(frozen=True)
class Plek:
    """A place in a catalogue file: file name and dotted key."""

    bestand: str
    sleutel: str = "-"

    def bij(self, sleutel: str) -> Plek:
        """Give the place one key deeper."""
        return Plek(self.bestand, sleutel if self.sleutel == "-" else f"{self.sleutel}.{sleutel}")


def lees_toml(pad: Path, fouten: Foutenlijst) -> dict[str, Any]:
    """Read a file; a file that is no TOML is a fault and gives an empty table."""
    try:
        return tomllib.loads(pad.read_text(encoding="utf-8"))
    except FileNotFoundError:
        fouten.meld(Plek(pad.name), "bestand ontbreekt")
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fout:
        fouten.meld(Plek(pad.name), f"geen geldige TOML: {fout}")
    return {}


def toets_vorm(tabel: object, vorm: Vorm, plek: Plek, fouten: Foutenlijst) -> dict[str, Any]:
    """Check keys and types; give the entries that are right."""
    if not isinstance(tabel, dict):
        fouten.meld(plek, f"moet een tabel zijn, gevonden: {tabel!r}")
        return {}
    for sleutel in tabel.keys() - vorm.keys():
        bekend = ", ".join(sorted(vorm))
        fouten.meld(plek.bij(sleutel), f"onbekende sleutel; wel bekend: {bekend}")
    goed = {}
    for sleutel, (soort, verplicht) in vorm.items():
        if sleutel not in tabel:
            if verplicht:
                fouten.meld(plek.bij(sleutel), "ontbreekt")
        elif _heeft_soort(tabel[sleutel], soort):
            goed[sleutel] = tabel[sleutel]
        else:
            fouten.meld(
                plek.bij(sleutel), f"{_namen(soort)} verwacht, gevonden: {tabel[sleutel]!r}"
            )
    _toets_leegte(goed, vorm, plek, fouten)
    return goed


def keuze(soort: type[E], waarde: object, plek: Plek, fouten: Foutenlijst) -> E | None:
    """Read one word of a closed list; another word is a fault that names the right ones."""
    try:
        return soort(str(waarde))
    except ValueError:
        woorden = ", ".join(soort)
        fouten.meld(plek, f"moet een van {woorden} zijn, gevonden: {waarde!r}")
        return None


def teksten(waarde: object, plek: Plek, fouten: Foutenlijst) -> tuple[str, ...]:
    """Read a list of texts."""
    if isinstance(waarde, Iterable) and not isinstance(waarde, str):
        lijst = tuple(waarde)
        if all(isinstance(tekst, str) and tekst for tekst in lijst):
            return lijst
    fouten.meld(plek, f"een lijst van teksten verwacht, gevonden: {waarde!r}")
    return ()


def _heeft_soort(waarde: object, soort: type | tuple[type, ...]) -> bool:
    # In Python a bool is an int; in a catalogue `true` is no number.
    if isinstance(waarde, bool):
        return soort is bool
    return isinstance(waarde, soort)


def _toets_leegte(goed: dict[str, Any], vorm: Vorm, plek: Plek, fouten: Foutenlijst) -> None:
    for sleutel, waarde in goed.items():
        if vorm[sleutel][1] and isinstance(waarde, str) and not waarde.strip():
            fouten.meld(plek.bij(sleutel), "tekst ontbreekt")


def _namen(soort: type | tuple[type, ...]) -> str:
    namen = {str: "tekst", int: "geheel getal", float: "getal", bool: "true of false"}
    namen |= {list: "lijst", dict: "tabel"}
    soorten = soort if isinstance(soort, tuple) else (soort,)
    return " of ".join(namen.get(s, s.__name__) for s in soorten)

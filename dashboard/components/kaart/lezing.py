"""Knows what every area of a map shows: its colour, its words, and its line of the legend."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from wijken.regio import Regiocode


class Vlaksoort(StrEnum):
    """What kind of answer an area gives."""

    CIJFER = "cijfer"
    ONZEKER = "onzeker"
    GEEN = "geen"
    GEWIJZIGD = "gewijzigd"


@dataclass(frozen=True)
class Klasseregel:
    """A line of the legend: the name of its fill, and its words.

    Attributes:
        kleur: `trede-1` to `-5`, `afwijking-1` to `-5` (1 and 2 dotted), `twee-1` to `-9`,
            `arcering` (no figure), `stippels` (uncertain), `gewijzigd`. The colours are in
            `assets/kaart_kleuren.css`.
    """

    kleur: str
    tekst: str


@dataclass(frozen=True)
class Vlak:
    """What one area shows.

    Attributes:
        regel: its line of the legend.
        cijfer: figure with unit, or the reason there is none, in words.
        sorteer: what a table sorts by; None for no figure.
        kort: the difference on its own, on a map of differences.
    """

    soort: Vlaksoort
    regel: Klasseregel
    cijfer: str
    sorteer: float | None = None
    kort: str = ""


@dataclass(frozen=True)
class Lezing:
    """One way of looking at one map, worked out.

    Attributes:
        vlakken: every area of the map.
        klassen: the lines of the classes from low to high, also those that no area is in.
        kolom: heading of the figures in a table.
        wat: what a figure is, under it in a tooltip.
        noten: sentences under the legend.
        velden: what its sentences are filled with: years, or what stands for the country.
    """

    vlakken: Mapping[Regiocode, Vlak]
    klassen: tuple[Klasseregel, ...]
    kolom: str
    wat: str
    noten: tuple[str, ...] = ()
    velden: Mapping[str, str] = field(default_factory=dict)

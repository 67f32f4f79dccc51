"""What one side of a comparison is: a whole werkgebied, its focus, its rest, or chosen areas."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from wijken.errors import InvoerError
from wijken.regio import Regiocode, Soort

# An own selection has to fit in an address and on a page; a corporation may have homes in every
# buurt of its werkgebied, and the largest of those has 71.
MEEST = 80
_DELEN = re.compile(r"[+ ,]+")
_SLUG = re.compile(r"[a-z0-9][a-z0-9-]{0,60}")


class Deel(StrEnum):
    """Which part of a werkgebied."""

    GEHEEL = "geheel"
    FOCUS = "focus"
    REST = "rest"


@dataclass(frozen=True)
class Keuze:
    """A choice as it stands in an address: a slug with a part, or region codes.

    Attributes:
        slug: werkgebied; "" for a choice by codes.
        deel: which part of the werkgebied.
        codes: one region, or several wijken and buurten of one gemeente that do not overlap.

    Raises:
        InvoerError: when it is neither, both, or its areas overlap.
    """

    slug: str = ""
    deel: Deel = Deel.GEHEEL
    codes: tuple[Regiocode, ...] = ()

    def __post_init__(self) -> None:
        """Refuse what cannot be one side of a comparison."""
        if bool(self.slug) == bool(self.codes):
            message = "Een kant is een werkgebied of een lijst van gebieden, niet allebei."
            raise InvoerError(message)
        if self.slug and not _SLUG.fullmatch(self.slug):
            message = f"«{self.slug}» is geen naam van een werkgebied."
            raise InvoerError(message)
        if self.codes:
            _toets_codes(self.codes)

    @classmethod
    def parse(cls, tekst: str) -> Keuze:
        """Read `beter-wonen`, `beter-wonen.focus`, `WK014110` or `BU01411000+BU01411001`.

        Raises:
            InvoerError: for anything else; the message says what was found.
        """
        schoon = tekst.strip()
        slug, _, deel = schoon.partition(".")
        if _SLUG.fullmatch(slug) and deel in ("", *Deel):
            return cls(slug, Deel(deel) if deel else Deel.GEHEEL)
        return cls(codes=lees_codes(schoon))

    def __str__(self) -> str:
        """Give the form that an address holds; `parse` reads it back."""
        if self.codes:
            return "+".join(code.code for code in self.codes)
        return self.slug if self.deel is Deel.GEHEEL else f"{self.slug}.{self.deel}"


def lees_codes(tekst: str) -> tuple[Regiocode, ...]:
    """Read region codes with `+`, commas or blanks between them, each once, in order of code.

    Raises:
        InvoerError: when one is no region code.
    """
    return tuple(sorted({Regiocode.parse(deel) for deel in _DELEN.split(tekst) if deel}))


def _toets_codes(codes: tuple[Regiocode, ...]) -> None:
    if len(codes) > MEEST:
        message = f"Kies hooguit {MEEST} gebieden, gevonden: {len(codes)}."
        raise InvoerError(message)
    if len(codes) == 1:
        return
    if len({code.gemeente for code in codes}) > 1 or any(
        code.soort in (Soort.LAND, Soort.GEMEENTE) for code in codes
    ):
        message = "Een eigen keuze bestaat uit wijken en buurten van één gemeente."
        raise InvoerError(message)
    for een, ander in combinations(codes, 2):
        if een.wijk == ander.wijk and Soort.WIJK in (een.soort, ander.soort):
            message = f"{een} en {ander} overlappen elkaar. Kies er één van."
            raise InvoerError(message)

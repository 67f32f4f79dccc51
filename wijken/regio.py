"""Area codes of CBS and what they tell: kind, parents, gemeente.

Source of the rules: CBS, "Kerncijfers wijken en buurten", region codes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from wijken.errors import InvoerError

# Amsterdam numbers its wijken and buurten with letters since 2022: WK0363AA, BU0363AA01.
_VORM = re.compile(r"NL\d{2}|GM\d{4}|WK\d{4}[0-9A-Z]{2}|BU\d{4}[0-9A-Z]{4}")


class Soort(StrEnum):
    """The level of an area, largest first."""

    LAND = "land"
    GEMEENTE = "gemeente"
    WIJK = "wijk"
    BUURT = "buurt"


_SOORT = {"NL": Soort.LAND, "GM": Soort.GEMEENTE, "WK": Soort.WIJK, "BU": Soort.BUURT}


@dataclass(frozen=True, order=True)
class Regiocode:
    """A checked code: `NL00`, `GM` + 4 digits, `WK` + 6 or `BU` + 8 digits or letters.

    Raises:
        InvoerError: when the text is no region code.
    """

    code: str

    def __post_init__(self) -> None:
        """Refuse what is no code, so that a wrong one cannot travel."""
        if not _VORM.fullmatch(self.code):
            message = (
                f"«{self.code}» is geen regiocode. Verwacht: NL00, GM + 4 cijfers, "
                "WK + 6 cijfers of BU + 8 cijfers, bijvoorbeeld GM0141."
            )
            raise InvoerError(message)

    @classmethod
    def parse(cls, tekst: str) -> Regiocode:
        """Read a code as CBS pads it (`'GM0141    '`); every `NLxx` becomes `NL00`."""
        schoon = tekst.strip().upper()
        return cls("NL00" if re.fullmatch(r"NL\d{2}", schoon) else schoon)

    @cached_property
    def soort(self) -> Soort:
        """The level that the first two letters name."""
        return _SOORT[self.code[:2]]

    @property
    def gemeente(self) -> Regiocode | None:
        """The gemeente this area lies in (itself for a gemeente), None for the country."""
        return None if self.soort is Soort.LAND else Regiocode(f"GM{self.code[2:6]}")

    @property
    def wijk(self) -> Regiocode | None:
        """The wijk this area lies in (itself for a wijk), None for larger areas."""
        if self.soort in (Soort.LAND, Soort.GEMEENTE):
            return None
        return Regiocode(f"WK{self.code[2:8]}")

    @property
    def ouder(self) -> Regiocode | None:
        """The area one level up, None for the country."""
        ouders = {
            Soort.BUURT: self.wijk,
            Soort.WIJK: self.gemeente,
            Soort.GEMEENTE: NEDERLAND,
        }
        return ouders.get(self.soort)

    def __str__(self) -> str:
        """Give the bare code."""
        return self.code


NEDERLAND = Regiocode("NL00")


@dataclass(frozen=True)
class Regio:
    """An area as it was in one division: the same code can be another place in another year."""

    code: Regiocode
    indeling: int
    naam: str

    @property
    def soort(self) -> Soort:
        """The level of the area."""
        return self.code.soort

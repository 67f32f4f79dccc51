"""Periods as CBS writes them; only whole years are used."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from wijken.errors import InvoerError

_EERSTE_JAAR, _LAATSTE_JAAR = 1900, 2100


@dataclass(frozen=True, order=True)
class Periode:
    """A calendar year; `code` is the CBS form (`2020JJ00`).

    Raises:
        InvoerError: for a year outside 1900-2100.
    """

    jaar: int

    def __post_init__(self) -> None:
        """Refuse years that no statistic has."""
        if not _EERSTE_JAAR <= self.jaar <= _LAATSTE_JAAR:
            message = f"«{self.jaar}» is geen jaar tussen {_EERSTE_JAAR} en {_LAATSTE_JAAR}."
            raise InvoerError(message)

    @classmethod
    @lru_cache(maxsize=256)  # every figure has one, and there are few of them
    def parse(cls, tekst: str) -> Periode:
        """Read `2020` or `2020JJ00`.

        Raises:
            InvoerError: for quarters, months and anything that is no year.
        """
        gevonden = re.fullmatch(r"(\d{4})(?:JJ00)?", tekst.strip())
        if gevonden is None:
            message = f"«{tekst}» is geen jaar. Verwacht: 2020 of 2020JJ00."
            raise InvoerError(message)
        return cls(int(gevonden[1]))

    @property
    def code(self) -> str:
        """The CBS form, e.g. `2020JJ00`."""
        return f"{self.jaar}JJ00"

    def __str__(self) -> str:
        """Give the label for people, e.g. `2020`."""
        return str(self.jaar)

"""Knows the question an address asks of the map, and keeps what of it could not be used."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dashboard.context import Context
    from dashboard.momentopname import Momentopname

# An address is typed or cut off by people; show enough of it to recognise, no more.
_LANG = 40
_TUSSEN = re.compile(r"[+ ,]+")


@dataclass(frozen=True)
class Vraag:
    """What every reader of a group of keys gets: the query, and where to complain.

    Attributes:
        velden: the query of the address.
        meldingen: sentences about what was not usable, in order of reading.
    """

    context: Context
    nu: Momentopname
    velden: Mapping[str, str]
    meldingen: list[str] = field(default_factory=list)

    def get(self, sleutel: str) -> str | None:
        """Give what the address says under a key, None when it says nothing."""
        return self.velden.get(sleutel)

    def woorden(self, sleutel: str) -> list[str]:
        """Give the words under a key; what people type or links make of a blank parts them too."""
        return [woord for woord in _TUSSEN.split(self.velden.get(sleutel, "")) if woord]

    def meld(self, zin: str, gevraagd: str, **velden: object) -> None:
        """Keep a sentence of block `kaart.adres` about what was asked and what is shown."""
        kort = gevraagd if len(gevraagd) <= _LANG else f"{gevraagd[:_LANG]}…"
        self.noem(zin, kort, **velden)

    def noem(self, zin: str, naam: str, **velden: object) -> None:
        """Keep such a sentence about a theme or an area of ours, by its whole name."""
        melding = self.context.teksten.zin(f"kaart.adres.{zin}", gevraagd=naam, **velden)
        self.meldingen.append(melding)

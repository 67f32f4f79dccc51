"""Knows the keys `selectie` and `laag` of a map's address: what lies on top of the colours."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from wijken.errors import InvoerError
from wijken.regio import Regiocode, Soort

if TYPE_CHECKING:
    from dashboard.components.kaart_vraag import Vraag
    from wijken.bron import Werkgebied

LAAG = "initiatieven"
_KIESBAAR = (Soort.BUURT, Soort.WIJK)


@dataclass(frozen=True)
class Lagen:
    """What is chosen on the map and what lies on it.

    Attributes:
        selectie: the chosen buurt or wijk, if any.
        laag: whether the initiatives are shown.
    """

    selectie: Regiocode | None = None
    laag: bool = False

    def vraag(self) -> dict[str, object]:
        """Give these as keys of an address; None is left out."""
        return {"selectie": self.selectie, "laag": LAAG if self.laag else None}


def lees_lagen(vraag: Vraag, gebied: Werkgebied, indeling: int) -> Lagen:
    """Read both keys; what is not on this map is told and left out."""
    return Lagen(_selectie(vraag, gebied, indeling), _laag(vraag))


def _selectie(vraag: Vraag, gebied: Werkgebied, indeling: int) -> Regiocode | None:
    gevraagd = vraag.get("selectie")
    if gevraagd is None:
        return None
    try:
        code = Regiocode(gevraagd)
    except InvoerError:
        code = None
    bekend = code is not None and code.soort in _KIESBAAR and gebied.bevat(code)
    if code is None or not bekend or vraag.nu.regio(code, indeling) is None:
        vraag.meld("selectie", gevraagd, indeling=indeling)
        return None
    return code


def _laag(vraag: Vraag) -> bool:
    gevraagd = vraag.get("laag")
    if gevraagd not in (None, LAAG):
        vraag.meld("laag", gevraagd)
    return gevraagd == LAAG

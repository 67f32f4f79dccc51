"""Knows the key `selectie` of a map's address: what is chosen on it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from wijken.errors import InvoerError
from wijken.regio import Regiocode, Soort

if TYPE_CHECKING:
    from dashboard.components.kaart_vraag import Vraag
    from wijken.bron import Werkgebied

_KIESBAAR = (Soort.BUURT, Soort.WIJK)


@dataclass(frozen=True)
class Gekozen:
    """What is chosen on the map.

    Attributes:
        selectie: the chosen buurt or wijk, if any.
    """

    selectie: Regiocode | None = None

    def vraag(self) -> dict[str, object]:
        """Give this as keys of an address; None is left out."""
        return {"selectie": self.selectie}


def lees_gekozen(vraag: Vraag, gebied: Werkgebied, indeling: int) -> Gekozen:
    """Read what is chosen; what is not on this map is told and left out."""
    gevraagd = vraag.get("selectie")
    if gevraagd is None:
        return Gekozen()
    try:
        code = Regiocode(gevraagd)
    except InvoerError:
        code = None
    bekend = code is not None and code.soort in _KIESBAAR and gebied.bevat(code)
    if code is None or not bekend or vraag.nu.regio(code, indeling) is None:
        vraag.meld("selectie", gevraagd, indeling=indeling)
        return Gekozen()
    return Gekozen(code)

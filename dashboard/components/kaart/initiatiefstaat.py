"""Knows which initiatives a map's address asks for: the filter, and those chosen on the map."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dashboard.components.initiatief_filter import Filter, nakijkstanden, themas, vandaag, zeef
from wijken.errors import InvoerError
from wijken.regio import Regiocode, Soort

if TYPE_CHECKING:
    from dashboard.components.kaart.vraag import Vraag
    from wijken.bron import Werkgebied

# So many are told in words at once; more than these on one spot are a list of their own.
MEEST = 12
# What of the list's states a map offers, in this order.
STANDEN = ("oud", "nooit")


@dataclass(frozen=True)
class Initiatiefkeus:
    """What of the register is on the map.

    Attributes:
        filter: theme and state, as on the list of initiatives.
        ids: the initiatives of the sign that was chosen; () for none.
        wijk: the wijk whose count was chosen: all those without a place of their own.
    """

    filter: Filter = field(default_factory=Filter)
    ids: tuple[str, ...] = ()
    wijk: Regiocode | None = None

    @property
    def gekozen(self) -> str:
        """What was chosen as it stands in the address, where a blank becomes a +."""
        return str(self.wijk) if self.wijk else " ".join(self.ids)

    def vraag(self) -> dict[str, object]:
        """Give these as keys of an address; None is left out."""
        return {
            "thema": self.filter.thema or None,
            "stand": self.filter.stand or None,
            "initiatief": self.gekozen or None,
        }


def lees_initiatiefkeus(vraag: Vraag, gebied: Werkgebied, indeling: int) -> Initiatiefkeus:
    """Read these keys; what the register does not know (any more) is told and left out."""
    bekend = {"thema": themas(vraag.context), "stand": {*nakijkstanden(vandaag())}}
    filter_, onbekend = zeef(vraag.velden, bekend)
    for naam, gevonden in onbekend:
        vraag.meld(naam, gevonden)
    delen = vraag.woorden("initiatief")
    wijk = _wijk(vraag, delen, gebied, indeling)
    if wijk is not None or not delen:
        return Initiatiefkeus(filter_, wijk=wijk)
    alle = {i.id for i in vraag.context.initiatieven if i.werkgebied == gebied.slug}
    weg = [deel for deel in delen if deel not in alle]
    if weg:
        # One sentence for all: a list that was pasted wrongly would fill the page.
        vraag.meld("initiatief", " ".join(weg), gebied=gebied.naam)
    ids = tuple(dict.fromkeys(deel for deel in delen if deel in alle))
    return Initiatiefkeus(filter_, ids[:MEEST])


def _wijk(vraag: Vraag, delen: list[str], gebied: Werkgebied, indeling: int) -> Regiocode | None:
    try:
        code = Regiocode(delen[0]) if len(delen) == 1 else None
    except InvoerError:
        return None
    if code is None or code.soort is not Soort.WIJK or not gebied.bevat(code):
        return None
    return code if vraag.nu.regio(code, indeling) is not None else None

"""Knows what of a map's address lies on and under the colours: layers, background."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dashboard.components.kaart.vraag import Vraag

JA = "ja"


class Laag(StrEnum):
    """What can lie on the map, in the order of the switches."""

    INITIATIEVEN = "initiatieven"
    VOORZIENINGEN = "voorzieningen"
    WONINGEN = "woningen"
    FOCUS = "focus"
    NAMEN = "namen"


# How the homes can be taken apart on the map; the first goes by itself.
WONINGGROEPEN = ("soort", "eigendom", "bouwperiode")


@dataclass(frozen=True)
class Lagen:
    """What lies on the map.

    Attributes:
        aan: the layers that are on, in fixed order.
        achtergrond: whether the topographical map of PDOK lies under the areas.
        woningen: what the layer of homes shows: one of `WONINGGROEPEN`.
    """

    aan: tuple[Laag, ...] = ()
    achtergrond: bool = False
    woningen: str = WONINGGROEPEN[0]

    def heeft(self, laag: Laag) -> bool:
        """Tell whether a layer is on."""
        return laag in self.aan

    def om(self, laag: Laag) -> Lagen:
        """Give the layers with one switched."""
        aan = tuple(ander for ander in Laag if (ander in self.aan) != (ander is laag))
        return replace(self, aan=aan)

    def vraag(self) -> dict[str, object]:
        """Give these as keys of an address; None is left out."""
        # A blank is a + in an address.
        return {
            "laag": " ".join(self.aan) or None,
            "achtergrond": JA if self.achtergrond else None,
            "woningen": None if self.woningen == WONINGGROEPEN[0] else self.woningen,
        }


def lees_lagen(vraag: Vraag) -> Lagen:
    """Read these keys; what there is no layer for is told and left out."""
    namen = vraag.woorden("laag")
    for naam in dict.fromkeys(namen):
        if naam not in tuple(Laag):
            vraag.meld("laag", naam)
    aan = tuple(laag for laag in Laag if laag in namen)
    return Lagen(aan, _achtergrond(vraag), _woningen(vraag))


def _woningen(vraag: Vraag) -> str:
    gevraagd = vraag.get("woningen") or WONINGGROEPEN[0]
    if gevraagd in WONINGGROEPEN:
        return gevraagd
    vraag.meld("woningen", gevraagd)
    return WONINGGROEPEN[0]


def _achtergrond(vraag: Vraag) -> bool:
    gevraagd = vraag.get("achtergrond")
    if gevraagd is None:
        return False
    if gevraagd != JA:
        vraag.meld("achtergrond", gevraagd)
        return False
    if not vraag.context.achtergrond:
        vraag.meld("achtergrond_uit", gevraagd)
    return vraag.context.achtergrond

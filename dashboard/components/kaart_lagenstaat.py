"""Knows the keys `laag` and `achtergrond` of a map's address: what lies on top of the colours."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dashboard.components.kaart_vraag import Vraag

JA = "ja"
_DELEN = re.compile(r"[+ ,]+")


class Laag(StrEnum):
    """What can lie on the map, in the order of the switches."""

    INITIATIEVEN = "initiatieven"
    VOORZIENINGEN = "voorzieningen"
    WONINGEN = "woningen"
    FOCUS = "focus"
    NAMEN = "namen"


@dataclass(frozen=True)
class Lagen:
    """What lies on the map.

    Attributes:
        aan: the layers that are on, in fixed order.
        achtergrond: whether the topographical map of PDOK lies under the areas.
    """

    aan: tuple[Laag, ...] = ()
    achtergrond: bool = False

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
        }


def lees_lagen(vraag: Vraag) -> Lagen:
    """Read both keys; what there is no layer for is told and left out."""
    namen = [deel for deel in _DELEN.split(vraag.get("laag") or "") if deel]
    for naam in dict.fromkeys(namen):
        if naam not in tuple(Laag):
            vraag.meld("laag", naam)
    aan = tuple(laag for laag in Laag if laag in namen)
    return Lagen(aan, _achtergrond(vraag))


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

"""Switches: the browser's own boxes to tick; ticking one goes to an address, without a new page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dashboard.components.eigen import EigenComponent


@dataclass(frozen=True)
class Schakelaar:
    """One switch: what it says, the address it leads to, whether it is on.

    Attributes:
        noot: a few quiet words behind it.
        merk: class of a small sign before the words, the one that stands on the map.
    """

    tekst: str
    href: str
    aan: bool
    noot: str = ""
    merk: str = ""


class Schakelaars(EigenComponent):
    """The switches as Dash sees them; make them with `schakelaars`."""


def schakelaars(naam: str, rij: Sequence[Schakelaar], id: str) -> Schakelaars:  # noqa: A002
    """Make a named group of switches."""
    return Schakelaars({"naam": naam, "rij": [_velden(schakelaar) for schakelaar in rij]}, id)


def _velden(schakelaar: Schakelaar) -> dict[str, Any]:
    return {
        "tekst": schakelaar.tekst,
        "href": schakelaar.href,
        "aan": schakelaar.aan,
        "noot": schakelaar.noot,
        "merk": schakelaar.merk,
    }

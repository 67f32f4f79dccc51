"""A list to tick: the browser's own boxes; a button goes to the address with what is ticked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.components.eigen import EigenComponent


@dataclass(frozen=True)
class Vinkgroep:
    """Boxes under one heading: what each says and what it stands for in the address."""

    naam: str
    opties: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Vinkwoorden:
    """What is said around the boxes: the summary to open it, a line, the button, the way back."""

    naam: str
    zin: str
    toon: str
    wis: str


@dataclass(frozen=True)
class Vinkdoel:
    """Where the button goes: an address without the key, the key, the most that may be ticked."""

    adres: str
    sleutel: str
    meest: int


class Vinklijst(EigenComponent):
    """The list as Dash sees it; make one with `vinklijst`."""


def vinklijst(
    woorden: Vinkwoorden,
    groepen: Sequence[Vinkgroep],
    gekozen: Sequence[str],
    doel: Vinkdoel,
    id: str,  # noqa: A002
) -> Vinklijst:
    """Make a list that opens and closes.

    Args:
        woorden: what is said around it.
        groepen: boxes by group.
        gekozen: what is ticked now.
        doel: where it leads.
        id: of the whole.
    """
    inhoud = {
        "naam": woorden.naam,
        "zin": woorden.zin,
        "toon": woorden.toon,
        "wis": woorden.wis,
        "groepen": [{"naam": g.naam, "opties": [list(o) for o in g.opties]} for g in groepen],
        "gekozen": list(gekozen),
        "adres": doel.adres,
        "sleutel": doel.sleutel,
        "meest": doel.meest,
    }
    return Vinklijst(inhoud, id)

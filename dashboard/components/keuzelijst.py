"""A list to choose from, with groups: the browser's own, so keyboard and phone know it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.components.eigen import EigenComponent


@dataclass(frozen=True)
class Optie:
    """One thing to choose: what it says and the address it leads to."""

    tekst: str
    href: str


@dataclass(frozen=True)
class Groep:
    """Options under one heading."""

    naam: str
    opties: tuple[Optie, ...]


class Keuzelijst(EigenComponent):
    """The list as Dash sees it; make one with `keuzelijst`."""


def keuzelijst(naam: str, groepen: Sequence[Groep], gekozen: str, id: str) -> Keuzelijst:  # noqa: A002
    """Make a labelled list; choosing goes to the option's address, as a link would.

    Args:
        naam: label above the list.
        groepen: options by group.
        gekozen: address of the option chosen now.
        id: id of the `<select>`.
    """
    inhoud = {
        "naam": naam,
        "gekozen": gekozen,
        "groepen": [
            {"naam": g.naam, "opties": [[o.tekst, o.href] for o in g.opties]} for g in groepen
        ],
    }
    return Keuzelijst(inhoud, id)

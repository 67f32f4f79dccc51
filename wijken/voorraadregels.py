"""How the homes of an area are taken apart, read from `data/woningvoorraad.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from wijken.errors import WijkenError

BESTAND = "woningvoorraad.toml"


@dataclass(frozen=True)
class Deelregel:
    """A part of the homes: the sum of the indicators `plus` less that of `min`."""

    id: str
    plus: tuple[str, ...]
    min: tuple[str, ...] = ()


@dataclass(frozen=True)
class Vorm:
    """One way to take the homes apart, of figures of one year and division.

    Attributes:
        delen: the parts: shares of a hundred, or counts that make the whole together.
        rest: the name of what is left of a hundred; "" when the parts are all.
    """

    delen: tuple[Deelregel, ...]
    rest: str = ""

    @property
    def indicatoren(self) -> frozenset[str]:
        """Every indicator it needs."""
        return frozenset(i for deel in self.delen for i in deel.plus + deel.min)


@dataclass(frozen=True)
class Groepregel:
    """One view of the homes (type, ownership, ...) with its forms, the fullest first."""

    id: str
    vormen: tuple[Vorm, ...]


@dataclass(frozen=True)
class Voorraadregels:
    """All of it.

    Attributes:
        kengetallen: a name and the indicators that tell it, of which the newest counts.
    """

    kengetallen: tuple[tuple[str, tuple[str, ...]], ...]
    groepen: tuple[Groepregel, ...]

    @property
    def indicatoren(self) -> frozenset[str]:
        """Every indicator that is named in it."""
        vormen = (vorm.indicatoren for groep in self.groepen for vorm in groep.vormen)
        return frozenset(i for _, ids in self.kengetallen for i in ids).union(*vormen)


@cache
def load_voorraadregels() -> Voorraadregels:
    """Read the project's own rules.

    Raises:
        WijkenError: when the file lacks something.
    """
    pad = resources.files("wijken") / "data" / BESTAND
    return lees_voorraadregels(tomllib.loads(pad.read_text(encoding="utf-8")))


def lees_voorraadregels(bron: Mapping[str, Any]) -> Voorraadregels:
    """Make rules of what the file holds.

    Raises:
        WijkenError: naming the key that is missing or of another kind, or a group without a form.
    """
    try:
        regels = Voorraadregels(
            tuple((naam, tuple(ids)) for naam, ids in bron["kengetallen"].items()),
            tuple(
                Groepregel(str(groep["id"]), tuple(_vorm(vorm) for vorm in groep["vorm"]))
                for groep in bron["groep"]
            ),
        )
    except (AttributeError, KeyError, TypeError) as fout:
        message = f"{BESTAND}: een sleutel ontbreekt of is van een andere soort: {fout}."
        raise WijkenError(message) from fout
    leeg = [g.id for g in regels.groepen if not g.vormen or not all(v.delen for v in g.vormen)]
    if leeg:
        message = f"{BESTAND}: [{leeg[0]}] heeft een vorm met ten minste één deel nodig."
        raise WijkenError(message)
    return regels


def _vorm(bron: Mapping[str, Any]) -> Vorm:
    delen = (
        Deelregel(str(deel["id"]), tuple(deel["plus"]), tuple(deel.get("min", ())))
        for deel in bron["delen"]
    )
    return Vorm(tuple(delen), str(bron.get("rest", "")))

"""Which themes the kansenkaart has, with the figure beside each: `data/kansenkaart.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from wijken.errors import WijkenError

BESTAND = "kansenkaart.toml"


@dataclass(frozen=True)
class Kansthema:
    """A theme of initiatives and the indicators that may stand beside it, the best first."""

    id: str
    cijfer: tuple[str, ...]


@cache
def load_kansthemas() -> tuple[Kansthema, ...]:
    """Read the project's own themes, in the order they are shown.

    Raises:
        WijkenError: when a theme lacks its name or figure.
    """
    pad = resources.files("wijken") / "data" / BESTAND
    return lees_kansthemas(tomllib.loads(pad.read_text(encoding="utf-8")))


def lees_kansthemas(bron: Mapping[str, Any]) -> tuple[Kansthema, ...]:
    """Make themes of what the file holds.

    Raises:
        WijkenError: naming what is missing.
    """
    try:
        themas = tuple(Kansthema(str(t["id"]), tuple(t["cijfer"])) for t in bron["thema"])
    except (KeyError, TypeError) as fout:
        message = f"{BESTAND}: een sleutel ontbreekt of is van een andere soort: {fout}."
        raise WijkenError(message) from fout
    kaal = [thema.id for thema in themas if not thema.cijfer]
    if kaal:
        message = f"{BESTAND}: thema «{kaal[0]}» heeft ten minste één cijfer nodig."
        raise WijkenError(message)
    return themas

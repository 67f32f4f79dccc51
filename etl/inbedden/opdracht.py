"""Reads `kopie.toml`: which files each embedded snapshot is made of and what is real in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from wijken.errors import CatalogusError, InvoerError
from wijken.lezer import Foutenlijst, Plek, Vorm, lees_toml, toets_vorm

_NAMEN = "namen"
_VORM: Vorm = {
    "soort": (str, True),
    "bestanden": (list, True),
    "editie_waarden": (str, True),
    "getypeerd": (bool, True),
    "volledig": (bool, True),
    "wat_is_echt": (str, True),
    "wat_is_samengesteld": (str, True),
    "titel": (str, False),
    "namen_uit": (str, False),
    "landelijk": (list, False),
    "weg": (list, False),
    "kolommen": (list, False),
    "paden": (dict, False),
    "vorm": (dict, False),
    "dekking": (dict, False),
}


@dataclass(frozen=True)
class Opdracht:
    """One snapshot to embed; attributes as the head of `kopie.toml` explains them."""

    tabel: str
    soort: str
    bestanden: list[str]
    editie_waarden: str
    getypeerd: bool
    volledig: bool
    wat_is_echt: str
    wat_is_samengesteld: str
    titel: str = ""
    namen_uit: str = ""
    landelijk: list[int] = field(default_factory=list)
    weg: list[str] = field(default_factory=list)
    kolommen: list[dict[str, Any]] = field(default_factory=list)
    paden: dict[str, list[str]] = field(default_factory=dict)
    vorm: dict[str, Any] = field(default_factory=dict)
    dekking: dict[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class Kopie:
    """All snapshots to embed, and names of areas that no file has."""

    opdrachten: Mapping[str, Opdracht]
    namen: Mapping[str, str]

    def eis_bestanden(self, map_: Path) -> None:
        """Check that every file is there.

        Raises:
            InvoerError: with every file that is missing.
        """
        nodig = [naam for opdracht in self.opdrachten.values() for naam in opdracht.bestanden]
        mist = [naam for naam in nodig if not (map_ / naam).is_file()]
        if mist:
            regels = "\n".join(f"  - {naam}" for naam in mist)
            message = f"In {map_} ontbreken {len(mist)} van de {len(nodig)} bestanden:\n{regels}"
            raise InvoerError(message)


def lees_kopie(pad: Path | None = None) -> Kopie:
    """Read what to embed.

    Raises:
        CatalogusError: with every fault found.
    """
    plaats = pad or Path(__file__).with_name("kopie.toml")
    fouten = Foutenlijst()
    tabellen = lees_toml(plaats, fouten)
    namen = tabellen.pop(_NAMEN, {})
    vormen = {
        tabel: toets_vorm(inhoud, _VORM, Plek(plaats.name, tabel), fouten)
        for tabel, inhoud in tabellen.items()
    }
    if fouten.fouten:
        raise CatalogusError(tuple(fouten.fouten))
    return Kopie({tabel: Opdracht(tabel, **vorm) for tabel, vorm in vormen.items()}, namen)

"""Every sentence of the interface, read from `texts/nl.toml`."""

from __future__ import annotations

import errno
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Any

from wijken.errors import WijkenError

BESTAND = "nl.toml"


@dataclass(frozen=True)
class Teksten:
    """The blocks of sentences; `teksten["kaart"]["titel"]` or `zin("kaart.titel")`."""

    blokken: Mapping[str, Any]

    def __getitem__(self, blok: str) -> Mapping[str, Any]:
        """Give one block.

        Raises:
            WijkenError: when the file has no such block.
        """
        gevonden = self.blokken.get(blok)
        if isinstance(gevonden, dict):
            return gevonden
        message = f"{BESTAND}: blok [{blok}] ontbreekt. Wel: {', '.join(self.blokken)}."
        raise WijkenError(message)

    def zin(self, sleutel: str, /, **velden: object) -> str:
        """Give one sentence with its named fields filled in.

        Args:
            sleutel: block and key, with points: `kaart.geen_cijfers`.
            **velden: what stands between braces in the sentence.

        Raises:
            WijkenError: when the sentence or one of its fields is missing.
        """
        tekst = self._zoek(sleutel)
        if not isinstance(tekst, str):
            message = f"{BESTAND}: [{sleutel}] moet een zin zijn, gevonden: {tekst!r}."
            raise WijkenError(message)
        try:
            return tekst.format(**velden)
        except (KeyError, IndexError, ValueError) as fout:
            bekend = ", ".join(velden) or "geen"
            message = f"{BESTAND}: [{sleutel}] vraagt om {fout}, gegeven: {bekend}."
            raise WijkenError(message) from fout

    def zinnen(self, sleutel: str) -> tuple[str, ...]:
        """Give a list of sentences.

        Raises:
            WijkenError: when there is no such list.
        """
        lijst = self._zoek(sleutel)
        if isinstance(lijst, list) and all(isinstance(zin, str) for zin in lijst):
            return tuple(lijst)
        message = f"{BESTAND}: [{sleutel}] moet een lijst van zinnen zijn, gevonden: {lijst!r}."
        raise WijkenError(message)

    def waarom(self, wat: str, fout: OSError) -> str:
        """Tell why a file cannot be read or written; the system's own words for what is rare.

        Args:
            wat: `lezen` or `schrijven`.
            fout: what the system said.
        """
        naam = errno.errorcode.get(fout.errno or 0, "")
        return str(self["bestand"][wat].get(naam, fout.strerror or fout))

    def _zoek(self, sleutel: str) -> object:
        plek: object = self.blokken
        for deel in sleutel.split("."):
            if not isinstance(plek, dict) or deel not in plek:
                message = f"{BESTAND}: [{sleutel}] ontbreekt."
                raise WijkenError(message)
            plek = plek[deel]
        return plek


def load_teksten(bestand: Path | None = None) -> Teksten:
    """Read the sentences.

    Args:
        bestand: another file than the project's own.

    Raises:
        WijkenError: when the file is absent or no TOML.
    """
    pad = bestand or Path(str(resources.files("dashboard") / "texts" / BESTAND))
    try:
        return Teksten(tomllib.loads(pad.read_text(encoding="utf-8")))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as fout:
        message = f"{pad.name} is niet te lezen: {fout}"
        raise WijkenError(message) from fout

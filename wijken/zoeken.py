"""Finds places by name as people type them: accents, case and signs do not matter."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from enum import IntEnum

# Longer than any name here; what is typed beyond it is not looked at.
LANGST = 60
_GELIJKENIS = 0.75


class Rang(IntEnum):
    """How well a name fits what was typed, best first."""

    GELIJK = 0
    BEGIN = 1
    WOORDEN = 2
    VROEGER = 3
    MIDDEN = 4
    OMGEVING = 5


@dataclass(frozen=True)
class Naamkaart:
    """The names of one place.

    Attributes:
        naam: what it is called now.
        vroeger: what it was called before.
        omgeving: what it lies in: wijk, gemeente.
    """

    naam: str
    vroeger: tuple[str, ...] = ()
    omgeving: tuple[str, ...] = ()


def woorden(tekst: str) -> tuple[str, ...]:
    """Give the bare words of a name: `'s-Gravendeel e.o.` is s, gravendeel, en, omgeving."""
    voluit = tekst.casefold().replace("e.o.", "en omgeving")
    ontleed = unicodedata.normalize("NFKD", voluit)
    letters = (t for t in ontleed if not unicodedata.combining(t))
    return tuple("".join(t if t.isalnum() else " " for t in letters).split())


def rang(kaart: Naamkaart, tekst: str) -> Rang | None:
    """Tell how well a place fits what was typed; None when it does not."""
    gevraagd = woorden(tekst[:LANGST])
    if not gevraagd:
        return None
    eigen, aaneen = woorden(kaart.naam), "".join(gevraagd)
    vast = "".join(eigen)
    vroeger = [woorden(naam) for naam in kaart.vroeger]
    rondom = [woord for naam in kaart.omgeving for woord in woorden(naam)]
    rondom += [woord for naam in vroeger for woord in naam]
    past = {
        Rang.GELIJK: vast == aaneen,
        Rang.BEGIN: vast.startswith(aaneen),
        Rang.WOORDEN: _passen(gevraagd, eigen),
        Rang.VROEGER: any(_passen(gevraagd, naam) for naam in vroeger),
        Rang.MIDDEN: aaneen in vast,
        Rang.OMGEVING: _passen(gevraagd, (*eigen, *rondom)),
    }
    return next((soort for soort, klopt in past.items() if klopt), None)


def lijkt_op(namen: Sequence[str], tekst: str, meest: int) -> tuple[str, ...]:
    """Give names that look like what was typed, for one wrong letter or two; best first."""
    per_sleutel = {"".join(woorden(naam)): naam for naam in namen}
    sleutel = "".join(woorden(tekst[:LANGST]))
    gevonden = get_close_matches(sleutel, per_sleutel, meest, _GELIJKENIS)
    return tuple(per_sleutel[gelijk] for gelijk in gevonden)


def _passen(gevraagd: Sequence[str], woorden_: Sequence[str]) -> bool:
    return all(any(woord.startswith(deel) for woord in woorden_) for deel in gevraagd)

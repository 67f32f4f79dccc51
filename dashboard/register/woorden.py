"""The words the importer knows, from `woorden.toml`: headings, themes, kinds, signs of a person."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from wijken.gelijknamig import platte
from wijken.persoonsgegevens import Woordenlijst

_BESTAND = "woorden.toml"


@dataclass(frozen=True)
class Woorden:
    """Every list, its words without capitals, accents and signs.

    Attributes:
        themas: a word: the theme word of the register it means.
        hoort_bij: theme word of the register: theme of the catalogue (one of the six).
        soorten: a word: the kind it means.
        toestemming: a word: ja or nee.
        kolommen: a heading: the field it heads.
        koppen: field: its heading in template and export, in the order of the columns.
        niet_lezen: headings of columns that the register fills itself.
        persoon_koppen: headings of columns about persons.
        mail_koppen: headings of columns with mail addresses.
    """

    themas: Mapping[str, str]
    hoort_bij: Mapping[str, str]
    soorten: Mapping[str, str]
    toestemming: Mapping[str, str]
    kolommen: Mapping[str, str]
    koppen: Mapping[str, str]
    niet_lezen: frozenset[str]
    persoon_koppen: frozenset[str]
    mail_koppen: frozenset[str]
    personen: Woordenlijst


@cache
def woorden() -> Woorden:
    """Read the lists, once."""
    tekst = (resources.files("dashboard") / "register" / _BESTAND).read_text(encoding="utf-8")
    alles = tomllib.loads(tekst)
    personen = alles["personen"]
    return Woorden(
        themas=_omgekeerd({naam: regel["ook"] for naam, regel in alles["themas"].items()}),
        hoort_bij={naam: regel["hoort_bij"] for naam, regel in alles["themas"].items()},
        soorten=_omgekeerd(alles["soorten"]),
        toestemming=_omgekeerd(alles["toestemming"]),
        kolommen=_omgekeerd(alles["kolommen"]),
        koppen={veld: koppen[0] for veld, koppen in alles["kolommen"].items()},
        niet_lezen=_plat(alles["niet_lezen"]["koppen"]),
        persoon_koppen=_plat(personen["koppen"]),
        mail_koppen=_plat(personen["mail_koppen"]),
        personen=Woordenlijst(
            frozenset(personen["domeinen"]),
            frozenset(personen["functies"]),
            _plat(personen["voornamen"]),
            _plat(personen["organisaties"]),
        ),
    )


def hoofdthemas(themas: tuple[str, ...]) -> tuple[str, ...]:
    """Give the themes of the catalogue that theme words belong to, each once, in their order."""
    hoort_bij = woorden().hoort_bij
    return tuple(dict.fromkeys(hoort_bij[thema] for thema in themas if thema in hoort_bij))


def _plat(lijst: list[str]) -> frozenset[str]:
    return frozenset(map(platte, lijst))


def _omgekeerd(lijsten: Mapping[str, list[str]]) -> dict[str, str]:
    """Give word: what it means; the word itself means itself."""
    return {platte(w): naam for naam, lijst in lijsten.items() for w in (naam, *lijst)}

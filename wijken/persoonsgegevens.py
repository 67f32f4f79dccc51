"""Finds what belongs to a person in a text: a phone number, a mail address, perhaps a name."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from wijken.gelijknamig import platte

# +31, 0031 or 0, and nine digits more, with at most two signs between them; or a dash of any
# kind, spaces around it or not, where the first part of a number ends: a range of days is none.
_STREEP = r"\s{0,2}[-\u2010-\u2015]\s{0,2}"
_TELEFOON = re.compile(
    r"(?<![\w/])(?:(?:\+31|0031|0)[-\s().]{0,3}[1-9](?:[-\s().]{0,2}\d){8}"
    rf"|(?:\+31\s?|0031\s?|0)(?:6{_STREEP}(?:\d\s?){{7}}"
    rf"|[1-9]\d{_STREEP}(?:\d\s?){{6}}"
    rf"|[1-9]\d\d{_STREEP}(?:\d\s?){{5}})\d)(?!\d)"
)
_MAIL = re.compile(
    r"(?P<naam>[\w.+'-]+)\s?(?:@|\(at\)|\[at\])\s?(?P<domein>[\w-]+(?:\.[\w-]+)+)", re.IGNORECASE
)
_TITEL = re.compile(r"\b(?i:dhr|mw|mevr|mevrouw|meneer|de heer|fam|familie)\b\.?\s+[A-Z]")
_LETTERS = re.compile(r"^(?:[A-Z]\.\s?){1,4}")
_TUSSEN = frozenset(
    [
        "van",
        "de",
        "der",
        "den",
        "het",
        "ter",
        "ten",
        "te",
        "von",
        "di",
        "da",
        "el",
        "al",
        "in",
        "'t",
        "op",
        "aan",
        "la",
        "le",
        "du",
        "des",
        "vd",
        "v.d.",
    ]
)
# `Jansenfonds`, `Riethuis`: the end of the word says that it is no person.
_ACHTER = (
    "huis",
    "centrum",
    "cafe",
    "tuin",
    "fonds",
    "bank",
    "club",
    "kamer",
    "plein",
    "winkel",
    "platform",
    "vereniging",
    "school",
    "stichting",
    "groep",
    "plek",
    "hof",
    "markt",
    "bus",
)
_MEESTE_WOORDEN = 5
_MINSTE_WOORDEN = 2


class Persoonlijk(StrEnum):
    """What was found."""

    TELEFOON = "telefoon"
    PRIVE_MAIL = "prive_mail"
    PERSOON_MAIL = "persoon_mail"


@dataclass(frozen=True)
class Woordenlijst:
    """The words to know a person by, all in small letters without accents.

    Attributes:
        domeinen: hosts of private mail.
        functies: names before the @ that are of an organisation (info, bestuur).
        voornamen: first names.
        organisaties: words that no person is called by.
    """

    domeinen: frozenset[str]
    functies: frozenset[str]
    voornamen: frozenset[str]
    organisaties: frozenset[str]


def vind_persoonlijk(tekst: str, woorden: Woordenlijst) -> tuple[tuple[Persoonlijk, str], ...]:
    """Give what is certainly of a person, each with the part of the text it is in."""
    gevonden = [(Persoonlijk.TELEFOON, m[0].strip()) for m in _TELEFOON.finditer(tekst)]
    for mail in _MAIL.finditer(tekst):
        soort = _soort_mail(mail["naam"].lower(), mail["domein"].lower(), woorden)
        if soort is not None:
            gevonden.append((soort, mail[0]))
    return tuple(gevonden)


def kan_persoonsnaam_zijn(tekst: str, woorden: Woordenlijst) -> bool:
    """Tell whether a text may be the name of a person: somebody has to look, no rule can tell.

    A title or initials before a name; or two to five words that begin with a first name, and none
    of them says that it is an organisation.
    """
    delen = tekst.split()
    plat = set(platte(tekst).split())
    if plat & woorden.organisaties or any(w.endswith(_ACHTER) for w in plat):
        return False
    if _TITEL.search(tekst):
        return True
    letters = _LETTERS.match(tekst)
    if letters:
        return _is_achternaam(tekst[letters.end() :].split())
    if not _MINSTE_WOORDEN <= len(delen) <= _MEESTE_WOORDEN:
        return False
    return platte(delen[0]) in woorden.voornamen and _is_achternaam(delen[1:])


def _soort_mail(naam: str, domein: str, woorden: Woordenlijst) -> Persoonlijk | None:
    if any(domein == d or domein.endswith(f".{d}") for d in woorden.domeinen):
        return Persoonlijk.PRIVE_MAIL
    kern = re.split(r"[.+_-]", naam)[0]
    if _past(naam, woorden.functies) or _past(kern, woorden.functies):
        return None
    # `buurthuis@buurthuis.nl`: the organisation itself.
    return (
        None
        if platte(naam) == platte(domein.split(".", maxsplit=1)[0])
        else Persoonlijk.PERSOON_MAIL
    )


def _past(woord: str, lijst: Collection[str]) -> bool:
    return woord.rstrip("0123456789") in lijst


def _is_achternaam(delen: list[str]) -> bool:
    """A surname is one or two words with a capital, after small words such as `van der`."""
    rest = [deel for deel in delen if deel.lower().strip(",") not in _TUSSEN]
    if not 1 <= len(rest) <= _MINSTE_WOORDEN:
        return False
    return all(deel[0].isupper() and deel.replace("-", "").isalpha() for deel in rest)

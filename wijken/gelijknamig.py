"""Names that may be of the same thing: how alike two names are, and which pairs to look at."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping
from difflib import SequenceMatcher
from itertools import combinations
from typing import TypeVar

K = TypeVar("K", bound=Hashable)

_WOORD = re.compile(r"[a-z0-9]+")
# Words that say what kind of thing it is, not which one.
_ALGEMEEN = frozenset(
    [
        "de",
        "het",
        "een",
        "en",
        "of",
        "van",
        "voor",
        "in",
        "op",
        "te",
        "t",
        "s",
        "st",
        "bij",
        "der",
        "den",
        "aan",
        "stichting",
        "vereniging",
        "cooperatie",
        "wijk",
        "buurt",
        "dorp",
        "dorps",
        "gemeente",
        "centrum",
        "initiatief",
        "project",
        "groep",
        "werkgroep",
    ]
)
# A word in this many names, and in this part of them, tells nothing apart.
_GEWOON_VANAF = 5
_GEWOON_DEEL = 0.02
_HEEL_ERIN = 0.9
# How much a name's own words count, next to the whole of it.
_EIGEN = 0.6
# A word that more names have than this says nothing about which one is meant.
_TE_GEWOON = 25


def platte(tekst: str) -> str:
    """Give a text without accents, capitals and signs: what names are compared by."""
    kaal = tekst.casefold()
    if not kaal.isascii():
        los = unicodedata.normalize("NFKD", kaal)
        kaal = "".join(t for t in los if not unicodedata.combining(t))
    return " ".join(_WOORD.findall(kaal))


def gewone_woorden(namen: Iterable[str]) -> frozenset[str]:
    """Give the words that so many of the names have that they tell nothing apart."""
    alle = [set(platte(naam).split()) for naam in namen]
    geteld = Counter(woord for woorden in alle for woord in woorden)
    grens = max(_GEWOON_VANAF, _GEWOON_DEEL * len(alle))
    gewoon = {woord for woord, aantal in geteld.items() if aantal >= grens}
    # `repaircafe` is `repair cafe`, however it is written.
    aaneen = {een + ander for een in gewoon for ander in gewoon} & geteld.keys()
    return frozenset(gewoon | aaneen)


def kern(naam: str, gewoon: frozenset[str] = frozenset()) -> frozenset[str]:
    """Give the words of a name that tell which one it is; all of them when none does."""
    woorden = frozenset(platte(naam).split())
    return (woorden - _ALGEMEEN - gewoon) or woorden


def gelijkenis(een: str, ander: str, gewoon: frozenset[str] = frozenset()) -> float:
    """Tell how alike two names are, 0 to 1: first their own words, then the names as a whole.

    The words that many have count too, but less: a buurttuin is no koor.

    Args:
        een: a name.
        ander: another one.
        gewoon: words that tell nothing apart here (`gewone_woorden`).
    """
    eigen, andere = kern(een, gewoon), kern(ander, gewoon)
    heel = _letters(" ".join(sorted(kern(een))), " ".join(sorted(kern(ander))))
    return _EIGEN * _kernmaat(een, ander, eigen, andere) + (1 - _EIGEN) * heel


def _kernmaat(een: str, ander: str, eigen: frozenset[str], andere: frozenset[str]) -> float:
    if eigen == andere:
        return 1.0
    letters = max(
        _letters(" ".join(sorted(eigen)), " ".join(sorted(andere))),
        # As it is written, but for the blanks: `dorpstuin` is `dorps tuin`.
        _letters(_aaneen(een, eigen), _aaneen(ander, andere)),
    )
    # A name that is wholly inside the other one, as a short name is.
    kleinste = min(len(eigen), len(andere))
    deel = len(eigen & andere) / kleinste if kleinste else 0.0
    return max(letters, _HEEL_ERIN * deel if kleinste > 1 else 0.0)


def _letters(een: str, ander: str) -> float:
    return SequenceMatcher(None, een, ander, autojunk=False).ratio()


def _aaneen(naam: str, woorden: frozenset[str]) -> str:
    return "".join(woord for woord in platte(naam).split() if woord in woorden)


def kandidaten(namen: Mapping[K, str], gewoon: frozenset[str]) -> Iterator[tuple[K, K]]:
    """Give pairs of keys whose names share a telling word or its first letters, each pair once.

    Not every pair: five thousand names would make twelve million.
    """
    per_woord: dict[str, list[K]] = defaultdict(list)
    for sleutel, naam in namen.items():
        for woord in _ingangen(kern(naam, gewoon)):
            per_woord[woord].append(sleutel)
    gezien: set[tuple[K, K]] = set()
    for groep in per_woord.values():
        if len(groep) > _TE_GEWOON:
            continue
        for paar in combinations(groep, 2):
            if paar not in gezien:
                gezien.add(paar)
                yield paar


def _ingangen(woorden: Iterable[str]) -> set[str]:
    """Give what to find a name by: its words, their beginnings (for typing mistakes), the whole."""
    lijst = sorted(woorden)
    return {*lijst, *(woord[:5] for woord in lijst if len(woord) > 5), "".join(lijst)}  # noqa: PLR2004

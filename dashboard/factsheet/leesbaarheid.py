"""How readable sentences are: words a sentence, and the Dutch score of Flesch and Douma.

Source of the formula: W.H. Douma, "De leesbaarheid van landbouwbladen" (1960):
206,84 - 0,77 x syllables per 100 words - 0,93 x words per sentence. Syllables are counted by
our own small rule (groups of vowels, Dutch double ones as one), numbers as they are read aloud
would need a dictionary: each digit group counts as two syllables.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

MEESTE_WOORDEN = 20
_ZIN = re.compile(r"(?<=[.!?])\s+(?=[A-Z'‘«])")
_WOORD = re.compile(r"[0-9][0-9.,]*|[^\W\d_]+(?:['’][^\W\d_]+)?")
# What two or three vowels make one sound; i-j is one, and so is the -eeuw of leeuw.
_KLANK = re.compile(r"aai|ooi|oei|eeu|ieu|ij|aa|ee|ie|oo|uu|oe|eu|ui|ei|au|ou|[aeiouyáéíóúàèëïöüê]")
_GETAL = 2


def zinnen_van(tekst: str) -> list[str]:
    """Split a text in sentences; a point in a number or before a small letter is no end."""
    return [deel for deel in _ZIN.split(tekst.strip()) if deel]


def woorden_van(zin: str) -> list[str]:
    """Give the words; a number is one, signs are none."""
    return _WOORD.findall(zin)


def lettergrepen(woord: str) -> int:
    """Count the syllables of a word, at least one."""
    if woord[0].isdigit():
        return _GETAL
    return max(1, len(_KLANK.findall(woord.lower())))


def langste(tekst: str) -> int:
    """Give the number of words of the longest sentence."""
    return max((len(woorden_van(zin)) for zin in zinnen_van(tekst)), default=0)


def flesch_douma(teksten: Iterable[str]) -> float:
    """Give the score: about 0 very hard, 60-70 plain, 100 very easy.

    Raises:
        ZeroDivisionError: when there are no words.
    """
    zinnen = [woorden_van(zin) for tekst in teksten for zin in zinnen_van(tekst)]
    woorden = [woord for zin in zinnen for woord in zin]
    per_100 = 100 * sum(map(lettergrepen, woorden)) / len(woorden)
    return 206.84 - 0.77 * per_100 - 0.93 * len(woorden) / len(zinnen)

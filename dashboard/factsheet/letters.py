"""Knows the letters of paper: one folder with our faces for Typst, and which characters it has."""

from __future__ import annotations

import atexit
import re
import shutil
import tempfile
import unicodedata
from functools import cache
from importlib import resources
from pathlib import Path

import typst

SANS, SERIF = "Source Sans Pro", "Source Serif Pro"
_SNITTEN = (
    ("font_source_sans_pro", "SourceSansPro-Regular.ttf"),
    ("font_source_sans_pro", "SourceSansPro-It.ttf"),
    ("font_source_sans_pro", "SourceSansPro-Semibold.ttf"),
    ("font_source_sans_pro", "SourceSansPro-SemiboldIt.ttf"),
    ("font_source_serif_pro", "SourceSerifPro-Regular.ttf"),
    ("font_source_serif_pro", "SourceSerifPro-Semibold.ttf"),
)
# Spaces that may not break a line. Typst makes the narrow one itself where a face lacks it.
_VASTE_SPATIES = (0xA0, 0x202F)
# What the fonts inside Typst add to ours: Greek, Cyrillic, Hebrew, Arabic. Tried one by one.
_INGEBOUWD = ((0x391, 0x3A1), (0x3A3, 0x3CE), (0x400, 0x45F), (0x5D0, 0x5EA), (0x621, 0x63A))
_INGEBOUWD_MEER = ((0x640, 0x652), (0x660, 0x669))
_ONBEKENDE_LETTER = "?"
_VERVANG = {"\u2011": "-", "\u00ad": "", "\t": " ", "\n": "\n"}


@cache
def fonts() -> typst.Fonts:
    """Give the faces for Typst: ours, and its own for characters that ours lack.

    A folder with these files only: the packages also hold the same faces in another format, and
    those of the machine would make the same sheet differ.
    """
    return typst.Fonts(include_system_fonts=False, font_paths=[_map()])


@cache
def _map() -> Path:
    map_ = Path(tempfile.mkdtemp(prefix="wijken-letters-"))
    atexit.register(shutil.rmtree, map_, ignore_errors=True)
    for pakket, naam in _SNITTEN:
        (map_ / naam).write_bytes((resources.files(pakket) / "files" / naam).read_bytes())
    return map_


@cache
def tekens() -> frozenset[int]:
    """Give the code points that can be written: in all of our faces, or inside Typst."""
    from fontTools.ttLib import TTFont  # noqa: PLC0415 - slow

    eigen = []
    for _, naam in _SNITTEN:
        with TTFont(_map() / naam, lazy=True) as font:
            eigen.append(frozenset(font.getBestCmap()))
    ingebouwd = (range(a, b + 1) for a, b in (*_INGEBOUWD, *_INGEBOUWD_MEER))
    return frozenset.intersection(*eigen).union(*ingebouwd, _VASTE_SPATIES)


@cache
def _onschrijfbaar() -> re.Pattern[str]:
    """Match anything that has no shape: one look at a text tells whether there is work."""
    goed = "".join(re.escape(chr(punt)) for punt in sorted(tekens() | {0x0A}))
    return re.compile(f"[^{goed}]")


def schrijfbaar(tekst: str) -> str:
    """Give a text with only characters that have a shape; PDF/UA refuses all others.

    Emoji and signs go, a letter of another script becomes a question mark.
    """
    tekst = unicodedata.normalize("NFC", tekst)
    patroon = _onschrijfbaar()
    if patroon.search(tekst) is None:
        return tekst
    return re.sub(r" {2,}", " ", patroon.sub(_plaatsvervanger, tekst)).strip()


def _plaatsvervanger(gevonden: re.Match[str]) -> str:
    teken = gevonden[0]
    if teken in _VERVANG:
        return _VERVANG[teken]
    # Another form of something we do have: a wide or styled letter, a joined sign.
    gewoon = unicodedata.normalize("NFKD", teken)
    if gewoon != teken:
        return "".join(t for t in gewoon if ord(t) in tekens())
    return _ONBEKENDE_LETTER if unicodedata.category(teken)[0] in "LN" else ""

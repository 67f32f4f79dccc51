"""Knows how wide a text is in our letters, so that a drawing can break and place its words."""

from __future__ import annotations

from functools import cache
from importlib import resources

SANS, VET, KOP = "sans", "vet", "kop"
_BESTANDEN = {
    SANS: ("font_source_sans_pro", "SourceSansPro-Regular.ttf"),
    VET: ("font_source_sans_pro", "SourceSansPro-Semibold.ttf"),
    KOP: ("font_source_serif_pro", "SourceSerifPro-Semibold.ttf"),
}
# A character that the face does not have: about as wide as a wide letter, rather too much.
_ONBEKEND = 0.65


def breedte(tekst: str, maat: float, snit: str = SANS) -> float:
    """Give the width of a text in a size; kerning, which mostly narrows it, is left out."""
    breedtes = _breedtes(snit)
    return maat * sum(breedtes.get(ord(teken), _ONBEKEND) for teken in tekst)


def breek(tekst: str, maat: float, hoogstens: float, snit: str = SANS) -> list[str]:
    """Break a text into lines no wider than a width; a longer word stands alone on its line."""
    regels: list[str] = []
    for woord in tekst.split(" "):
        langer = f"{regels[-1]} {woord}" if regels else woord
        if regels and breedte(langer, maat, snit) <= hoogstens:
            regels[-1] = langer
        else:
            regels.append(woord)
    return regels


@cache
def _breedtes(snit: str) -> dict[int, float]:
    from fontTools.ttLib import TTFont  # noqa: PLC0415 - slow

    pakket, naam = _BESTANDEN[snit]
    with TTFont(str(resources.files(pakket) / "files" / naam), lazy=True) as font:
        maten, em = font["hmtx"].metrics, font["head"].unitsPerEm
        return {punt: maten[vorm][0] / em for punt, vorm in font.getBestCmap().items()}

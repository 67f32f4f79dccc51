"""Class breaks that somebody typed: what of them can be used, and what was wrong with the rest."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from wijken.klassen import MAXIMUM

_TUSSEN = re.compile(r"[;|/\s]+")
_DUIZEND = re.compile(r"-?\d{1,3}(?:\.\d{3})+(?:,\d{1,6})?")
_GETAL = re.compile(r"-?\d{1,9}(?:[.,]\d{1,6})?")


class Bezwaar(StrEnum):
    """Why typed breaks are not used as they stand."""

    GEEN_GETAL = "geen_getal"
    VOLGORDE = "volgorde"
    TE_VEEL = "te_veel"


@dataclass(frozen=True)
class Getypt:
    """Breaks that can be used: ascending, at most four; empty when there were none."""

    grenzen: tuple[float, ...]
    bezwaren: tuple[Bezwaar, ...]


def lees_grenzen(tekst: str, decimalen: int) -> Getypt:
    """Read `10;20;30` in Dutch notation (`1.000;2.500`, `0,5;1`); the nearest sensible breaks.

    Args:
        tekst: numbers with semicolons or blanks between them; bare commas when there are several.
        decimalen: of the indicator; finer breaks would not be told apart in the legend.
    """
    # A comma with something after it may be a decimal sign; at the end of a number it is none.
    stukken = _TUSSEN.split(tekst.replace("\u2212", "-"))
    delen = [deel for stuk in stukken if (deel := stuk.strip(","))]
    if len(delen) == 1 and delen[0].count(",") > 1:
        delen = [deel for deel in delen[0].split(",") if deel]
    getallen = [_getal(deel) for deel in delen]
    goed = [round(getal, decimalen) for getal in getallen if getal is not None]
    oplopend = sorted(set(goed))
    bezwaren = {
        Bezwaar.GEEN_GETAL: len(goed) < len(delen) or not goed,
        Bezwaar.VOLGORDE: goed != oplopend,
        Bezwaar.TE_VEEL: len(oplopend) >= MAXIMUM,
    }
    grenzen = tuple(oplopend[: MAXIMUM - 1])
    return Getypt(grenzen, tuple(soort for soort, is_zo in bezwaren.items() if is_zo))


def schrijf_grenzen(grenzen: Sequence[float]) -> str:
    """Give breaks the way `lees_grenzen` reads them back."""
    return ";".join(f"{grens:.6f}".rstrip("0").rstrip(".").replace(".", ",") for grens in grenzen)


def _getal(deel: str) -> float | None:
    if _DUIZEND.fullmatch(deel):
        return float(deel.replace(".", "").replace(",", "."))
    return float(deel.replace(",", ".")) if _GETAL.fullmatch(deel) else None

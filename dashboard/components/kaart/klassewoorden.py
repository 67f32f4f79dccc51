"""The words of map classes: a legend that reads as a sentence, and the colours that go with it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from dashboard.components.kaart.lezing import Klasseregel
from wijken.indicator import Eenheid, Indicator
from wijken.klassen import Klassen
from wijken.opmaak import DUN, afronden, eenheid_tekst, getal

if TYPE_CHECKING:
    from dashboard.components.kaart.beeld import Beeld

# Which of the five colours are used when there are fewer classes: as far apart as can be.
TREDEN = {1: (3,), 2: (2, 4), 3: (2, 3, 5), 4: (1, 2, 4, 5), 5: (1, 2, 3, 4, 5)}


def treden(aantal: int) -> tuple[int, ...]:
    """Give the steps of the colour scale for a number of classes (five at most)."""
    return TREDEN[max(1, min(aantal, 5))]


def klasseregels(beeld: Beeld) -> tuple[Klasseregel, ...]:
    """Give each class with its colour, from low to high."""
    kleuren = (f"trede-{trede}" for trede in treden(beeld.klassen.aantal))
    return tuple(map(Klasseregel, kleuren, klasseteksten(beeld)))


def klasseteksten(beeld: Beeld) -> list[str]:
    """Give the words of each class of the theme shown, from low to high."""
    indicator, grenzen = beeld.staat.indicator, beeld.klassen.grenzen
    if indicator.labels:
        laagste = [w for w in sorted(indicator.labels) if not grenzen or w < grenzen[0]]
        sleutels = [*laagste[-1:], *(round(g) for g in grenzen)]
        return [indicator.labels.get(k, getal(k)) for k in sleutels]
    return grenswoorden(beeld, indicator, beeld.klassen)


def grenswoorden(beeld: Beeld, indicator: Indicator, klassen: Klassen) -> list[str]:
    """Give the words of classes between breaks, from low to high."""
    if not klassen.grenzen:
        return [beeld.zin("klassen.enige")]
    woord = [getal(grens, indicator.decimalen) for grens in klassen.grenzen]
    soort = "aandeel_" if indicator.is_aandeel and indicator.van_wie else ""
    eenheid = eenheid_tekst(indicator)
    velden = {"van_wie": indicator.van_wie, "eenheid": f"{DUN}{eenheid}" if eenheid else ""}
    return [
        beeld.zin(f"klassen.{soort}laagste", tot=woord[0], **velden),
        *(beeld.zin("klassen.midden", van=a, tot=b) for a, b in pairwise(woord)),
        beeld.zin(f"klassen.{soort}hoogste", van=woord[-1], **velden),
    ]


def korte_grenzen(beeld: Beeld, indicator: Indicator, klassen: Klassen) -> list[str]:
    """Give the classes as bare numbers, for the side of a small grid."""
    if not klassen.grenzen:
        return [beeld.zin("klassen.enige")]
    woord = [getal(grens, indicator.decimalen) for grens in klassen.grenzen]
    return [
        beeld.zin("klassen.kort_laagste", tot=woord[0]),
        *(beeld.zin("klassen.midden", van=a, tot=b) for a, b in pairwise(woord)),
        beeld.zin("klassen.hoogste", van=woord[-1]),
    ]


def onzeker_regel(beeld: Beeld, indicator: Indicator) -> Klasseregel:
    """Give the line for figures that rest on few: of how many they have to be."""
    if indicator.noemer is None:
        return Klasseregel("stippels", beeld.zin("onzeker"))
    noemer = beeld.context.catalogus.indicator(indicator.noemer)
    aantal = getal(indicator.noemer_minimaal)
    tekst = beeld.zin("onzeker_uitleg", aantal=aantal, noemer=noemer.van_wie or noemer.kort)
    return Klasseregel("stippels", tekst)


def afstand(een: float, ander: float, indicator: Indicator) -> float:
    """Give how far the first lies above the second, both as they are written."""
    decimalen = indicator.decimalen
    return afronden(afronden(een, decimalen) - afronden(ander, decimalen), decimalen)


def maat(beeld: Beeld, waarde: float, indicator: Indicator) -> str:
    """Write the size of a difference: `5 punten`, `0,3 km`."""
    tekst = getal(abs(waarde), indicator.decimalen)
    if indicator.eenheid is Eenheid.PROCENT:
        return beeld.zin("punt" if tekst == "1" else "punten", aantal=tekst)
    eenheid = eenheid_tekst(indicator)
    return f"{tekst}{DUN}{eenheid}" if eenheid else tekst


def met_teken(beeld: Beeld, waarde: float, indicator: Indicator) -> str:
    """Write a difference with its sign: `+5 punten`, `\u22120,3 km`."""
    teken = "" if waarde == 0 else "+" if waarde > 0 else "\u2212"
    return f"{teken}{maat(beeld, waarde, indicator)}"


def opsomming(delen: Sequence[str]) -> str:
    """Give words with semicolons between them, without what is empty."""
    return "; ".join(deel for deel in delen if deel)

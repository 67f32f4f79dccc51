"""Draws what lies on a paper map: signs of places (close ones together), bars of homes."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import Any

from dashboard.figures.kaartbeeld import INKT, LETTERS, PAPIER, SCHIJF
from dashboard.figures.kaartblik import Blik
from dashboard.figures.kaartnamen import Bezet, Plek, raakt
from dashboard.figures.svg import Svg, element

PUNT, VIERKANT = "punt", "vierkant"
# Sizes as part of that of the letters in a sign.
_ZIJ, _DICHTBIJ, _LOS = 2.0, 2.1, 1.3
_BALK = (3.2, 1.1)
_STAPPEN = (0.0, 2.1, -2.1)  # a bar under or over the count of its wijk
# How far a count moves aside, and where to first: names stand above it, bars under it.
_OPZIJ, _RICHTINGEN = (1.0, 1.6, 2.2, 2.8), (0, 180, 45, 135, 90, 315, 225, 270)
_KOP = 0.35  # half the width of a letter and a bit, to put its middle on a height
VAKJE = (30.0, 20.0)  # of the box of a line of the legend
_PATROON = 3.6
_GRIJS = "#7D8589"


@dataclass(frozen=True)
class Teken:
    """A place with a sign: a round one for an initiative, a square one for a facility.

    Attributes:
        plek: latitude, longitude.
        letters: in the sign when it stands alone.
    """

    soort: str
    plek: tuple[float, float]
    letters: str = ""


@dataclass(frozen=True)
class Balk:
    """The homes of an area as parts of a hundred, at a latitude and longitude.

    Attributes:
        ruim: of a wijk, in which it may stand a little lower or higher.
    """

    plek: tuple[float, float]
    delen: tuple[float, ...]
    ruim: bool = False


@dataclass(frozen=True)
class Tekens:
    """Everything that lies on the map of one area."""

    punten: tuple[Teken, ...] = ()
    balken: tuple[Balk, ...] = ()


@dataclass(frozen=True)
class Bord:
    """A sign that has its place on the drawing: what is in it, and its half width and height."""

    x: float
    y: float
    half: tuple[float, float]
    soort: str
    tekst: str = ""
    delen: tuple[float, ...] = ()

    @property
    def vak(self) -> tuple[float, float, float, float]:
        """The rectangle it takes: left, top, right, bottom."""
        breed, hoog = self.half
        return self.x - breed, self.y - hoog, self.x + breed, self.y + hoog


def plaats_punten(tekens: Tekens, blik: Blik, maat: float) -> list[Bord]:
    """Give signs their place; those of one kind too close to be told apart become one number."""
    trossen: list[tuple[Teken, float, float, list[Teken]]] = []
    for teken in tekens.punten:
        x, y = blik.punt(teken.plek[1], teken.plek[0])
        bij = next(
            (t for t in trossen if t[0].soort == teken.soort and _dichtbij(t, x, y, maat)), None
        )
        if bij is not None:
            bij[3].append(teken)
        else:
            trossen.append((teken, x, y, [teken]))
    return [_bord(tros, maat) for tros in trossen]


def plaats_balken(
    tekens: Tekens, blik: Blik, maat: float, bezet: Sequence[Bezet]
) -> tuple[list[Bord], int]:
    """Give bars their place, and how many had none: they never cover another sign."""
    half = (_BALK[0] * maat / 2, _BALK[1] * maat / 2)
    gezet: list[Bord] = []
    for balk in tekens.balken:
        x, y = blik.punt(balk.plek[1], balk.plek[0])
        stappen = _STAPPEN if balk.ruim else _STAPPEN[:1]
        borden = (Bord(x, y + s * maat, half, "balk", delen=balk.delen) for s in stappen)
        bord = next((b for b in borden if not raakt(b, [*bezet, *gezet])), None)
        if bord is not None:
            gezet.append(bord)
    return gezet, len(tekens.balken) - len(gezet)


def schijven(tellingen: Iterable[Plek], maat: float) -> list[Bord]:
    """Give the discs of counts as what takes room: more than the figure in them does."""
    straal = SCHIJF * maat + 1
    return [Bord(plek.x, plek.y, (straal, straal), "telling") for plek in tellingen]


def opzij(tellingen: Iterable[Plek], maat: float, bezet: Sequence[Bezet]) -> list[Plek]:
    """Move counts aside, no further than they have to, for signs with a place of their own.

    Where all is full a count stays in the middle of its wijk.
    """
    gezet: list[Plek] = []
    for telling in tellingen:
        vol = [*bezet, *schijven(gezet, maat)]
        plekken = (replace(telling, x=telling.x + x, y=telling.y + y) for x, y in _rondom(maat))
        vrij = (plek for plek in plekken if not raakt(schijven([plek], maat)[0], vol))
        gezet.append(next(vrij, telling))
    return gezet


def _rondom(maat: float) -> Iterator[tuple[float, float]]:
    yield 0.0, 0.0
    for straal in _OPZIJ:
        for graden in _RICHTINGEN:
            hoek = math.radians(graden)
            yield straal * maat * math.cos(hoek), straal * maat * math.sin(hoek)


def teken_borden(borden: Iterable[Bord], maat: float) -> Svg:
    """Draw signs and bars, the facilities below the initiatives."""
    volgorde = ("balk", VIERKANT, PUNT)
    op_volgorde = sorted(borden, key=lambda bord: volgorde.index(bord.soort))
    return element("g", *(deel for bord in op_volgorde for deel in _teken(bord, maat)))


def deelpatronen() -> Svg:
    """Define how the parts of the homes are filled: they hold in grey print."""
    vorm = {"width": _PATROON, "height": _PATROON, "patternUnits": "userSpaceOnUse"}
    grond = element("rect", width=_PATROON, height=_PATROON, fill=PAPIER)
    streep = element("rect", width=1.3, height=_PATROON, fill=INKT)
    punt = element("circle", cx=_PATROON / 2, cy=_PATROON / 2, r=0.9, fill=INKT)
    return element(
        "defs",
        element("pattern", grond, streep, id="deel-2", patternTransform="rotate(45)", **vorm),
        element("pattern", grond, punt, id="deel-4", **vorm),
    )


def legendateken(soort: str, plek: tuple[float, float]) -> Svg:
    """Draw the sign of a line of the legend in its box, from the box's left top."""
    (x, y), (breed, hoog) = plek, VAKJE
    mx, my = x + breed / 2, y + hoog / 2
    if soort.startswith("deel-"):
        return element("g", *_deel(int(soort[-1]), (x, y + 3, breed, hoog - 6)))
    if soort == "focus":
        rand = {"stroke": INKT, "stroke_width": 2.0, "stroke_dasharray": "7 4"}
        return element("rect", x=x, y=y + 1, width=breed, height=hoog - 2, fill="none", **rand)
    if soort == "telling":
        return element("circle", cx=mx, cy=my, r=hoog / 2, fill=INKT)
    if soort == "buiten":
        vorm = {"x": x, "y": y, "width": breed, "height": hoog}
        half = element("rect", x=x, y=y, width=breed / 2, height=hoog, fill=_GRIJS)
        return element("g", half, element("rect", **vorm, fill="none", stroke=_GRIJS))
    return element("g", *_teken(Bord(mx, my, (hoog / 2 - 1, hoog / 2 - 1), soort), hoog / 2))


def _dichtbij(
    tros: tuple[Teken, float, float, list[Teken]], x: float, y: float, maat: float
) -> bool:
    return (tros[1] - x) ** 2 + (tros[2] - y) ** 2 < (_DICHTBIJ * maat) ** 2


def _bord(tros: tuple[Teken, float, float, list[Teken]], maat: float) -> Bord:
    teken, x, y, alle = tros
    alleen = len(alle) == 1
    zij = maat * (_LOS if alleen and teken.soort == PUNT else _ZIJ) / 2
    return Bord(x, y, (zij, zij), teken.soort, teken.letters if alleen else str(len(alle)))


def _teken(bord: Bord, maat: float) -> Iterator[Svg]:
    links, boven, rechts, onder = bord.vak
    if bord.soort == "balk":
        yield from _balk(bord)
        return
    rond = bord.soort == PUNT
    verf = {"fill": INKT if rond else PAPIER, "stroke": PAPIER if rond else INKT}
    if rond:
        yield element("circle", cx=bord.x, cy=bord.y, r=bord.half[0], stroke_width=1.2, **verf)
    else:
        maten = {"x": links, "y": boven, "width": rechts - links, "height": onder - boven}
        yield element("rect", stroke_width=0.09 * maat, **maten, **verf)
    if bord.tekst:
        letters: dict[str, Any] = {"font_family": LETTERS, "font_size": maat, "font_weight": "600"}
        plek = {"x": bord.x, "y": bord.y + _KOP * maat, "text_anchor": "middle"}
        yield element("text", bord.tekst, fill=PAPIER if rond else INKT, **plek, **letters)


def _balk(bord: Bord) -> Iterator[Svg]:
    """Draw the parts one beside the other, as wide as they are large, in a frame of paper."""
    links, boven, rechts, onder = bord.vak
    breed, hoog = rechts - links, onder - boven
    maten = {"x": links - 1, "y": boven - 1, "width": breed + 2, "height": hoog + 2}
    yield element("rect", fill=PAPIER, **maten)
    som = sum(bord.delen) or 1.0
    eindes = accumulate(deel * breed / som for deel in bord.delen)
    begin = 0.0
    for nummer, einde in enumerate(eindes, start=1):
        yield from _deel(nummer, (links + begin, boven, einde - begin, hoog))
        begin = einde


def _deel(nummer: int, vak: tuple[float, float, float, float]) -> Iterator[Svg]:
    verf = {1: _GRIJS, 2: "url(#deel-2)", 3: PAPIER, 4: "url(#deel-4)", 5: INKT}[nummer]
    x, y, breed, hoog = vak
    maten = {"x": x, "y": y, "width": breed, "height": hoog}
    yield element("rect", fill=verf, stroke=INKT, stroke_width=0.7, **maten)

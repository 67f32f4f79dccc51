"""Draws the legend of a map of two themes: nine boxes, with the words of both at their sides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dashboard.figures.kaartbeeld import INKT, PAPIER, RAND, STIL, Vulling
from dashboard.figures.letterbreedte import breek
from dashboard.figures.svg import Svg, element

_REGEL = 1.25
As = tuple[str, tuple[str, ...]]


@dataclass(frozen=True)
class Rooster:
    """Both themes with the words of their three classes from low to high.

    Attributes:
        opzij: name and words of the theme that runs to the right.
        omhoog: name and words of the theme that runs upwards.
        vakken: fill and count of the nine classes, from low and low, to the right first.
    """

    opzij: As
    omhoog: As
    vakken: tuple[tuple[Vulling, str], ...]

    @property
    def alt(self) -> str:
        """The boxes in words, row by row from above."""
        rijen = (
            f"{self.omhoog[1][y]}: "
            + ", ".join(f"{self.opzij[1][x]} {self.vakken[x + 3 * y][1]}" for x in range(3))
            for y in (2, 1, 0)
        )
        return f"{self.omhoog[0]}. {self.opzij[0]}. {'; '.join(rijen)}."


def teken_rooster(rooster: Rooster, plek: tuple[float, float], breed: float, maat: float) -> Svg:
    """Draw it from a left top.

    Args:
        rooster: what it says.
        plek: left and top.
        breed: width of the whole, words included.
        maat: size of the letters.
    """
    x, y = plek
    kop = breek(rooster.omhoog[0], maat, breed)
    vak = _vakmaat(breed, maat)
    links, boven = x + breed - 3 * vak[0], y + len(kop) * maat * _REGEL + 0.4 * maat
    onder = boven + 3 * vak[1]
    voet = breek(rooster.opzij[0], maat, breed)
    return element(
        "g",
        *_regels(kop, (x, y + maat), maat),
        *_vakken(rooster, (links, boven), vak, maat),
        *_zijwoorden(rooster, (links, boven), vak, (x, maat)),
        *_regels(voet, (x, onder + 2.9 * maat), maat),
        fill=INKT,
    )


def roosterhoogte(rooster: Rooster, breed: float, maat: float) -> float:
    """Give how high the drawing is."""
    regels = sum(len(breek(naam, maat, breed)) for naam in (rooster.omhoog[0], rooster.opzij[0]))
    return regels * maat * _REGEL + 3 * _vakmaat(breed, maat)[1] + 3.2 * maat


def _vakmaat(breed: float, maat: float) -> tuple[float, float]:
    return breed * 0.24, 2.6 * maat


def _vakken(
    rooster: Rooster, plek: tuple[float, float], vak: tuple[float, float], maat: float
) -> Iterator[Svg]:
    for n, (vulling, telling) in enumerate(rooster.vakken):
        rij, kolom = divmod(n, 3)
        x, y = plek[0] + kolom * vak[0], plek[1] + (2 - rij) * vak[1]
        maten = {"x": x, "y": y, "width": vak[0], "height": vak[1]}
        yield element("rect", fill=vulling.verf, stroke=PAPIER, stroke_width=2.0, **maten)
        midden = {"x": x + vak[0] / 2, "y": y + vak[1] / 2}
        half = 0.55 * maat * max(2, len(telling)) / 2
        grond = {"x": midden["x"] - half, "y": midden["y"] - 0.75 * maat}
        yield element("rect", fill=PAPIER, rx=2.0, width=2 * half, height=1.5 * maat, **grond)
        woord = {"x": midden["x"], "y": midden["y"] + 0.35 * maat, "text_anchor": "middle"}
        yield element("text", telling, font_size=maat, **woord)
    rand = {"x": plek[0], "y": plek[1], "width": 3 * vak[0], "height": 3 * vak[1]}
    yield element("rect", fill="none", stroke=RAND, stroke_width=0.6, **rand)


def _zijwoorden(
    rooster: Rooster,
    plek: tuple[float, float],
    vak: tuple[float, float],
    links: tuple[float, float],
) -> Iterator[Svg]:
    x, maat = links
    for n, woord in enumerate(rooster.omhoog[1]):
        regels = breek(woord, maat, plek[0] - x - 0.5 * maat)
        hoogte = plek[1] + (2.5 - n) * vak[1] + (0.35 - (len(regels) - 1) * _REGEL / 2) * maat
        yield from _regels(regels, (x, hoogte), maat, fill=STIL)
    for n, woord in enumerate(rooster.opzij[1]):
        midden = plek[0] + (n + 0.5) * vak[0]
        hoogte = plek[1] + 3 * vak[1] + 1.3 * maat
        yield element(
            "text", woord, x=midden, y=hoogte, font_size=maat, text_anchor="middle", fill=STIL
        )


def _regels(
    regels: Sequence[str], plek: tuple[float, float], maat: float, **verf: object
) -> Iterator[Svg]:
    for n, regel in enumerate(regels):
        hoogte = plek[1] + n * maat * _REGEL
        yield element("text", regel, x=plek[0], y=hoogte, font_size=maat, **verf)

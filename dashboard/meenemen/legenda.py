"""Writes the legend beside a map on a slide: as large as the room allows, never over its edge."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from dashboard.figures.kaartbeeld import INKT, RAND, STIL
from dashboard.figures.kaartblik import Vak
from dashboard.figures.kaartrooster import roosterhoogte, teken_rooster
from dashboard.figures.kaarttekens import VAKJE, legendateken
from dashboard.figures.letterbreedte import breek
from dashboard.figures.svg import Svg, element

if TYPE_CHECKING:
    from dashboard.meenemen.inhoud import Legendaregel, Meekaart
    from dashboard.meenemen.lagen import Laagregel

KLEIN, GEWOON, REGEL = 13.5, 17.0, 1.3
# Tried from the largest: with many layers the letters have to be smaller.
_SCHALEN = (1.0, 0.9, 0.8, 0.72, 0.65, 0.58)
_INSPRING = 44.0


def teken_legenda(kaart: Meekaart, noten: Sequence[str], vak: Vak) -> Svg:
    """Draw the legend in a rectangle, in the largest letters that fit.

    Args:
        kaart: what it says.
        noten: what the drawing itself has to add.
        vak: where; the top is that of the map.
    """
    for schaal in _SCHALEN:
        delen, onder = _Kolom(vak, schaal).alles(kaart, noten)
        if onder <= vak.y + vak.hoog + 20:
            break
    return element("g", *delen)


def tekst(
    regels: Sequence[str], plek: tuple[float, float], maat: float, **verf: object
) -> Iterator[Svg]:
    """Write lines one below the other, from a left end of the first."""
    x, y = plek
    hoogten = accumulate((maat * REGEL for _ in regels[1:]), initial=y)
    for regel, hoogte in zip(regels, hoogten, strict=True):
        yield element("text", regel, x=x, y=hoogte, font_size=maat, **verf)


@dataclass(frozen=True)
class _Kolom:
    """The column of the legend, in letters of a part of their size."""

    vak: Vak
    schaal: float

    def alles(self, kaart: Meekaart, noten: Sequence[str]) -> tuple[list[Svg], float]:
        """Give all of it and where it ends."""
        x, y, delen = self.vak.x, self.vak.y + 34, []
        if kaart.rooster:
            klein = KLEIN * max(self.schaal, 0.8)
            delen.append(teken_rooster(kaart.rooster, (x, y - KLEIN), self.vak.breed, klein))
            y += roosterhoogte(kaart.rooster, self.vak.breed, klein) + 24
        for regel in kaart.legenda:
            stuk, y = self._klasse(regel, y)
            delen.append(stuk)
        for laag in kaart.lagen:
            stuk, y = self._laag(laag, y)
            delen.append(stuk)
        for noot in (*kaart.noten, *noten):
            maat = KLEIN * self.schaal
            regels = breek(noot, maat, self.vak.breed)
            y += 16 * self.schaal
            delen += tekst(regels, (x, y), maat, fill=STIL)
            y += (len(regels) - 1) * maat * REGEL + 10 * self.schaal
        return delen, y

    def _klasse(self, regel: Legendaregel, y: float) -> tuple[Svg, float]:
        """Draw a box with its words and count under them; give it and where the next begins."""
        x, maat = self.vak.x, GEWOON * self.schaal
        woorden = breek(regel.tekst, maat, self.vak.breed - _INSPRING)
        vak = element(
            "rect",
            x=x,
            y=y - 0.35 * maat - VAKJE[1] * self.schaal / 2,
            width=VAKJE[0],
            height=VAKJE[1] * self.schaal,
            fill=regel.vulling.verf,
            stroke=RAND,
            stroke_width=0.8 if regel.vulling.patroon else 0.4,
        )
        onder = y + len(woorden) * maat * REGEL
        plek = (x + _INSPRING, onder - 3)
        telling = tekst([regel.telling], plek, KLEIN * self.schaal, fill=STIL)
        regels = tekst(woorden, (x + _INSPRING, y), maat)
        return element("g", vak, *regels, *telling), onder + 24 * self.schaal

    def _laag(self, laag: Laagregel, y: float) -> tuple[Svg, float]:
        """Draw a sign with its words."""
        x, maat = self.vak.x, KLEIN * self.schaal
        in_ = _INSPRING if laag.teken else 0.0
        regels = breek(laag.tekst, maat, self.vak.breed - in_)
        delen = list(tekst(regels, (x + in_, y), maat, fill=INKT))
        if laag.teken:
            delen.append(legendateken(laag.teken, (x, y - 0.35 * maat - VAKJE[1] / 2)))
        hoog = max(len(regels) * maat * REGEL, VAKJE[1] if laag.teken else 0.0)
        return element("g", *delen), y + hoog + 6 * self.schaal

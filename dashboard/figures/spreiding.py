"""Draws spread: a dot for each buurt, this one filled, the median ticked, on one scale.

Drawn once for screen and paper: positions across are percentages, colours are attributes, and
filled or open tells apart what colour alone may not.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.figures.schaal import Schaal
from dashboard.figures.svg import Svg, beeld, element, procent
from wijken.vergelijking import mediaan

PAPIER, INKT, STIL, LIJN = "#FBFAF6", "#1E2528", "#566064", "#C9C6BC"


@dataclass(frozen=True)
class Stip:
    """One area in the spread.

    Attributes:
        label: what shows when one points at it.
        gekozen: the area the drawing is about.
        onzeker: rests on few people.
    """

    waarde: float
    label: str = ""
    gekozen: bool = False
    onzeker: bool = False


@dataclass(frozen=True)
class Maat:
    """How dots are drawn: radius and the width they are dodged for in CSS pixels, rows at most.

    Attributes:
        gevuld: ordinary dots filled, for a strip that is about all of them.
    """

    straal: float
    breedte: float
    lagen: int
    gevuld: bool

    @property
    def steek(self) -> float:
        """Distance between two dots that just do not touch."""
        return 2 * self.straal + 0.5


KLEIN = Maat(straal=3.25, breedte=300, lagen=9, gevuld=False)
GROOT = Maat(straal=5.0, breedte=460, lagen=13, gevuld=True)


@dataclass(frozen=True)
class Strook:
    """The dots of one area on a scale, in its colour; `punt` is the figure of the whole.

    The median that is ticked is that of the certain ones.
    """

    stippen: tuple[Stip, ...]
    schaal: Schaal
    kleur: str
    punt: Stip | None = None


def zwerm(delen: Sequence[float], maat: Maat) -> list[int]:
    """Give each dot a row (0, 1, -1, 2, ...) so that dots do not overlap where there is room.

    Args:
        delen: places across (0-1), ascending.
        maat: sizes; with too many dots in one place the rows are used twice.
    """
    rijen = [(n + 1) // 2 * (1 if n % 2 else -1) for n in range(maat.lagen)]
    laatste = dict.fromkeys(rijen, float("-inf"))
    gekozen = []
    for deel in delen:
        x = deel * maat.breedte
        vrij = (rij for rij in rijen if x - laatste[rij] >= maat.steek)
        rij = next(vrij, None)
        if rij is None:
            rij = min(rijen, key=laatste.__getitem__)
        laatste[rij] = x
        gekozen.append(rij)
    return gekozen


def hoogte_van(strook_: Strook, maat: Maat) -> float:
    """Give how high the dots stand together, in CSS pixels."""
    delen = sorted(strook_.schaal.deel(stip.waarde) for stip in strook_.stippen)
    hoogste = max((abs(rij) for rij in zwerm(delen, maat)), default=0)
    return (2 * hoogste + 1) * maat.steek


def strook(sleutel: str, woorden: tuple[str, str], wat: Strook) -> Svg:
    """Draw one small strip without words in it.

    Args:
        sleutel: unique in the page.
        woorden: title and description for who cannot see it.
        wat: the dots; the ends of their scale are named beside the drawing.
    """
    hoogte = max(20.0, hoogte_van(wat, KLEIN)) + 12
    return beeld(sleutel, woorden, hoogte, *rij(wat, KLEIN, (0, hoogte)))


def rij(wat: Strook, maat: Maat, van_tot: tuple[float, float]) -> list[Svg]:
    """Draw line, dots, median tick and diamond between two heights."""
    boven, onder = van_tot
    midden = (boven + onder) / 2
    lijn = element("line", x1="0%", x2="100%", y1=midden, y2=midden, stroke=LIJN, stroke_width=1)
    punt = [_ruit(wat, maat, midden)] if wat.punt else []
    stippen, gekozen = _stippen(wat, maat, midden)
    streepje = _streepje(wat, (boven + 1, onder - 1))
    return [lijn, *stippen, *streepje, *gekozen, *punt]


def _stippen(wat: Strook, maat: Maat, midden: float) -> tuple[list[Svg], list[Svg]]:
    """Draw the dots: the others, and the chosen one, which lies on top of the median's tick."""
    volgorde = sorted(wat.stippen, key=lambda stip: (stip.waarde, stip.label))
    rijen = zwerm([wat.schaal.deel(stip.waarde) for stip in volgorde], maat)
    delen: tuple[list[Svg], list[Svg]] = ([], [])
    for stip, plek in zip(volgorde, rijen, strict=True):
        delen[stip.gekozen].append(_stip(stip, wat, maat, midden + plek * maat.steek))
    return delen


def _streepje(wat: Strook, van_tot: tuple[float, float]) -> list[Svg]:
    zeker = [stip.waarde for stip in wat.stippen if not stip.onzeker]
    midden = mediaan(zeker or [stip.waarde for stip in wat.stippen])
    if midden is None:
        return []
    x, (y1, y2) = procent(wat.schaal.deel(midden)), van_tot
    # Paper round the tick, so that it is seen between dark dots.
    return [
        element("line", x1=x, x2=x, y1=y1, y2=y2, stroke=kleur, stroke_width=dikte)
        for kleur, dikte in ((PAPIER, 5), (INKT, 2))
    ]


def _ruit(wat: Strook, maat: Maat, y: float) -> Svg:
    # Open among filled dots, filled among open ones.
    punt = wat.punt or Stip(0)
    vorm = element(
        "path",
        *_titel(punt.label),
        d="M0 -9L9 0L0 9L-9 0Z",
        fill=PAPIER if maat.gevuld else wat.kleur,
        stroke=INKT if maat.gevuld else PAPIER,
        stroke_width=2.25 if maat.gevuld else 2,
    )
    return element("svg", vorm, x=procent(wat.schaal.deel(punt.waarde)), y=y, overflow="visible")


def _stip(stip: Stip, wat: Strook, maat: Maat, y: float) -> Svg:
    if not wat.schaal.past(stip.waarde):
        return _pijl(stip, wat, maat, y)
    vulling, rand, dikte = _verf(stip, wat.kleur, gevuld=maat.gevuld)
    return element(
        "circle",
        *_titel(stip.label),
        cx=procent(wat.schaal.deel(stip.waarde)),
        cy=y,
        r=maat.straal + (3 if stip.gekozen else 0),
        fill=vulling,
        stroke=rand,
        stroke_width=dikte,
        stroke_dasharray="1.5 1.5" if stip.onzeker and not stip.gekozen else None,
    )


def _verf(stip: Stip, kleur: str, *, gevuld: bool) -> tuple[str, str, float]:
    """Give fill, edge and width of the edge: open means one of many, or uncertain."""
    if stip.onzeker:
        return PAPIER, kleur if stip.gekozen or gevuld else STIL, 2.0 if stip.gekozen else 1.0
    if stip.gekozen or gevuld:
        return kleur, PAPIER, 1.5 if stip.gekozen else 1.0
    return PAPIER, STIL, 1.0


def _pijl(stip: Stip, wat: Strook, maat: Maat, y: float) -> Svg:
    """Draw an arrow for what lies off the scale: never a dot where the value is not."""
    teken = 1 if stip.waarde > wat.schaal.hoog else -1
    r = maat.straal + 1
    punt = element(
        "path",
        *_titel(stip.label),
        d=f"M{-r * teken} {-r}L{r * teken} 0L{-r * teken} {r}Z",
        fill=wat.kleur if stip.gekozen else PAPIER,
        stroke=STIL,
        stroke_width=1,
    )
    return element("svg", punt, x=procent(wat.schaal.deel(stip.waarde)), y=y, overflow="visible")


def _titel(label: str) -> tuple[Svg, ...]:
    return (element("title", label),) if label else ()

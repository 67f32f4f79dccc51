"""One figure as a sheet shows it: the newest of this very place, its context, spread and series."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from dashboard.afronding import Afronding
from dashboard.gegevens import Uitgave
from dashboard.vergelijking import Plek, naam_van, tellende, van_periode
from wijken.bron import Breuk, Werkgebied
from wijken.indicator import Eenheid, Indicator
from wijken.reeks import knip, naden_van
from wijken.regio import NEDERLAND, Regio, Regiocode, Soort
from wijken.vergelijking import kale_naam, mediaan, zelfde_plek
from wijken.waarneming import Waarneming

if TYPE_CHECKING:
    from dashboard.momentopname import Momentopname

# A handful of dots is no spread.
_DEEL, _MINST = 0.5, 5
_REEKS = 3


class Naast(StrEnum):
    """What a figure is put next to."""

    WIJK = "wijk"
    GEMEENTE = "gemeente"
    LAND = "land"
    MEDIAAN = "mediaan"


@dataclass(frozen=True)
class Referentie:
    """A value next to the figure, of the same year: which, what it is called, how much."""

    soort: Naast
    naam: str
    waarde: float


@dataclass(frozen=True)
class Spreiding:
    """The buurten or wijken that the figure stands among.

    Attributes:
        niveau: level of the dots.
        uitgave: their period and division.
        plekken: those with a figure.
        totaal: how many areas there are, with or without.
        zelfde_jaar: of the same year as the figure itself.
    """

    niveau: Soort
    uitgave: Uitgave
    plekken: tuple[Plek, ...]
    totaal: int
    zelfde_jaar: bool

    @property
    def waarden(self) -> tuple[float, ...]:
        """The figures that extremes and median are made of."""
        return tellende(self.plekken)

    @property
    def midden(self) -> float | None:
        """Their median."""
        return mediaan(self.waarden)


@dataclass(frozen=True)
class Kerncijfer:
    """A figure with all that is needed to understand it; drawn the same on screen and paper.

    Attributes:
        toen: the figure is of the area as it was then: same code and name, other boundaries.
        reeks: unbroken parts in order of time; empty when there is no real series.
        delen: of a selection: the figures that the total was made of.
        afronding: what rounding of those does to the total; None when it does nothing.
    """

    indicator: Indicator
    waarneming: Waarneming
    naast: tuple[Referentie, ...] = ()
    spreiding: Spreiding | None = None
    toen: bool = False
    reeks: tuple[tuple[Waarneming, ...], ...] = ()
    delen: tuple[Waarneming, ...] = ()
    afronding: Afronding | None = None


def hier(
    nu: Momentopname, indicator: Indicator, gebied: Werkgebied, regio: Regio
) -> tuple[Waarneming, ...]:
    """Give the series of an area, without figures of another place under the same code.

    A code whose boundaries changed counts while its name stayed; such a figure is of the area
    as it was then and has to be shown so.
    """
    return tuple(
        w
        for w in nu.reeks(indicator, regio.code)
        if zelfde_plek(gebied, regio.code, w.indeling, regio.indeling)
        or kale_naam(naam_van(nu, w)) == kale_naam(regio.naam)
    )


def nieuwste_hier(
    nu: Momentopname, indicator: Indicator, gebied: Werkgebied, regio: Regio
) -> Waarneming | None:
    """Give the newest measured figure of an area; else the newest missing one."""
    alle = hier(nu, indicator, gebied, regio)
    gemeten = [w for w in alle if w.waarde is not None]
    return max(gemeten or alle, key=lambda w: w.periode, default=None)


def kerncijfer(
    nu: Momentopname, indicator: Indicator, plaats: tuple[Werkgebied, Regio], cijfer: Waarneming
) -> Kerncijfer:
    """Put a measured figure of an area in its context."""
    gebied, regio = plaats
    return Kerncijfer(
        indicator,
        cijfer,
        naast(nu, indicator, cijfer),
        spreiding(nu, indicator, gebied, cijfer),
        not zelfde_plek(gebied, regio.code, cijfer.indeling, regio.indeling),
        reeks_van(
            nu.met_bewijs(gebied),
            hier(nu, indicator, gebied, regio),
            nu.catalogus.breuken(indicator),
        ),
    )


def referentie(
    nu: Momentopname, indicator: Indicator, code: Regiocode, bij: Waarneming
) -> Waarneming | None:
    """Give the measured figure of another area that stands beside one: of the same year."""
    w = nu.waarneming(indicator, code, Uitgave(bij.periode, bij.indeling, 0, 0))
    if w is None or w.waarde is None:
        w = van_periode(nu, indicator, code, bij.periode)
    return w if w is not None and w.waarde is not None else None


def naast(
    nu: Momentopname, indicator: Indicator, waarneming: Waarneming, *, deel: bool = False
) -> tuple[Referentie, ...]:
    """Give what is known of the same year: wijk, gemeente, Nederland, the middle gemeente.

    Args:
        nu: the figures.
        indicator: what it is about.
        waarneming: the figure that they stand beside.
        deel: it is of a part of the area that its code names.
    """
    code, uitgave = waarneming.regio, Uitgave(waarneming.periode, waarneming.indeling, 0, 0)
    boven = [(Naast.WIJK, code.wijk), (Naast.GEMEENTE, code.gemeente), (Naast.LAND, NEDERLAND)]
    gevonden = []
    for soort, ouder in boven:
        if ouder is None or (ouder == code and not deel):
            continue
        w = referentie(nu, indicator, ouder, waarneming)
        if w is not None and w.waarde is not None:
            gevonden.append(Referentie(soort, naam_van(nu, w), w.waarde))
    midden = nu.gemeente_mediaan(indicator, uitgave)
    if midden is not None:
        gevonden.append(Referentie(Naast.MEDIAAN, str(midden.aantal), midden.waarde))
    return tuple(gevonden)


def spreiding(
    nu: Momentopname,
    indicator: Indicator,
    gebied: Werkgebied,
    waarneming: Waarneming,
    niveau: Soort | None = None,
) -> Spreiding | None:
    """Give the areas that the figure stands among: its own level, for a whole its buurten.

    Of the same year where that gives a spread, else the newest year that does; None when fewer
    than half of the areas have a figure, and for classes, which are words and not places.
    """
    if indicator.eenheid is Eenheid.KLASSE:
        return None
    eigen = niveau or waarneming.regio.soort
    niveaus = (eigen,) if eigen in (Soort.WIJK, Soort.BUURT) else (Soort.BUURT, Soort.WIJK)
    kandidaten = [
        (trap, uitgave)
        for trap in niveaus
        for uitgave in nu.uitgaven(indicator, gebied.codes + gebied.voorgangers, trap)
        if _is_spreiding(uitgave) and (eigen != trap or _zelfde(uitgave, waarneming))
    ]
    # Python sorts stably: same year first, then as found: buurten before wijken, newest first.
    kandidaten.sort(key=lambda paar: paar[1].periode != waarneming.periode)
    if not kandidaten:
        return None
    trap, uitgave = kandidaten[0]
    alle = nu.waarnemingen(indicator, gebied, trap, uitgave)
    plekken = tuple(Plek(naam_van(nu, w), w) for w in alle if w.waarde is not None)
    zelfde_jaar = uitgave.periode == waarneming.periode
    return Spreiding(trap, uitgave, plekken, len(alle), zelfde_jaar)


def reeks_van(
    gebied: Werkgebied, reeks: Sequence[Waarneming], breuken: Sequence[Breuk] = ()
) -> tuple[tuple[Waarneming, ...], ...]:
    """Cut a series where area, source or measuring changed; empty when nothing real is left.

    A series over a changed area is no series: a line joins two years only inside one division or
    where the area is proven unchanged.
    """
    delen = knip(reeks, lambda een, ander: bool(naden_van(gebied, een, ander, breuken)))
    lang_genoeg = sum(map(len, delen)) >= _REEKS and any(len(deel) > 1 for deel in delen)
    return delen if lang_genoeg else ()


def _is_spreiding(uitgave: Uitgave) -> bool:
    return uitgave.gemeten >= _MINST and uitgave.gemeten >= _DEEL * uitgave.totaal


def _zelfde(uitgave: Uitgave, waarneming: Waarneming) -> bool:
    return (uitgave.periode, uitgave.indeling) == (waarneming.periode, waarneming.indeling)

"""What a comparison holds: an indicator, every side with its dots and its whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from dashboard.afronding import Afronding, afronding_van
from dashboard.gegevens import Mediaan, Uitgave
from dashboard.vergelijken.zijde import Past, Zijde, geheel_van, totaal
from wijken.bron import Werkgebied
from wijken.indicator import Indicator
from wijken.periode import Periode
from wijken.regio import NEDERLAND, Regiocode, Soort
from wijken.samenvoegen import Samen, Weigering
from wijken.vergelijking import mediaan, zelfde_gebied
from wijken.waarneming import Waarneming

if TYPE_CHECKING:
    from dashboard.momentopname import Momentopname

# A handful of dots is no spread: without a wish, at least half of the areas have a figure.
_DEEL = 0.5
# Finest first: spread before average. Who asks for wijken gets buurten only when there is no other.
_VOLGORDE = {
    Soort.BUURT: (Soort.BUURT, Soort.WIJK, Soort.GEMEENTE),
    Soort.WIJK: (Soort.WIJK, Soort.BUURT, Soort.GEMEENTE),
}


@dataclass(frozen=True)
class Wens:
    """What is asked for: an indicator, and perhaps a level and a year."""

    indicator: Indicator
    niveau: Soort | None = None
    jaar: int | None = None


@dataclass(frozen=True)
class Plek:
    """An area with its name and figure, missing or not."""

    naam: str
    waarneming: Waarneming


@dataclass(frozen=True)
class Kant:
    """One side of a comparison.

    Attributes:
        uitgave: period and division of the dots; None when there are none at any level.
        plekken: its buurten or wijken, missing ones included; empty at the level of gemeenten.
        gemeenten: the whole, one figure for each gemeente of today; for a part its one figure.
        nieuwer: a figure of the gemeente of a later year than the one shown.
        hertekend: the buurten were drawn anew after the year shown.
        past: whether its areas are the same places in the division of the dots.
        weigering: why the areas of a part have no figure together.
        afronding: what rounding of those does to that figure; None when it does nothing.
    """

    zijde: Zijde
    uitgave: Uitgave | None
    plekken: tuple[Plek, ...]
    gemeenten: tuple[Plek, ...]
    nieuwer: Waarneming | None = None
    hertekend: bool = False
    past: Past = Past.GELIJK
    weigering: Weigering | None = None
    afronding: Afronding | None = None

    @property
    def gebied(self) -> Werkgebied:
        """The werkgebied it lies in."""
        return self.zijde.gebied

    @cached_property
    def gemeten(self) -> tuple[Plek, ...]:
        """The places that have a figure."""
        return tuple(plek for plek in self.plekken if plek.waarneming.waarde is not None)

    @property
    def gehelen(self) -> tuple[Plek, ...]:
        """The wholes that have a figure."""
        return tuple(plek for plek in self.gemeenten if plek.waarneming.waarde is not None)

    @cached_property
    def waarden(self) -> tuple[float, ...]:
        """The figures that a spread is told of."""
        return tellende(self.plekken)

    @property
    def midden(self) -> float | None:
        """The median of those."""
        return mediaan(self.waarden)

    @property
    def geheel(self) -> Waarneming | None:
        """The figure of the whole; None for an area of more gemeenten, which is not one figure."""
        return self.gemeenten[0].waarneming if len(self.gemeenten) == 1 else None


@dataclass(frozen=True)
class Vergelijking:
    """One indicator of every side.

    Attributes:
        wens: what was asked for.
        niveau: the level of the dots, which may be another than asked for.
        fijnste: the finest level with any figures.
        jaren: years to choose from, newest first: those all areas have, or else any has.
        land: Nederland, in the year shown where it is delivered.
        middelste: the median of all gemeenten of the country in the year shown.
    """

    wens: Wens
    niveau: Soort
    fijnste: Soort
    kanten: tuple[Kant, ...]
    jaren: tuple[int, ...]
    land: Waarneming | None
    middelste: Mediaan | None

    @cached_property
    def waarden(self) -> tuple[float, ...]:
        """Every figure that is drawn and certain enough to make a scale of."""
        plekken = [p for kant in self.kanten for p in kant.plekken + kant.gemeenten]
        zeker = [p.waarneming for p in plekken if not p.waarneming.onzeker]
        alle = [*zeker, *([self.land] if self.land else [])]
        return tuple(w.waarde for w in alle if w.waarde is not None)


def tellende(plekken: Sequence[Plek]) -> tuple[float, ...]:
    """Give the figures that extremes and median are made of: the certain ones, if there are any."""
    gemeten = [p.waarneming for p in plekken if p.waarneming.waarde is not None]
    zeker = [w for w in gemeten if not w.onzeker]
    return tuple(w.waarde for w in zeker or gemeten if w.waarde is not None)


def vergelijk(nu: Momentopname, wens: Wens, gebieden: Sequence[Zijde | Werkgebied]) -> Vergelijking:
    """Put an indicator of all sides next to each other; a werkgebied is one as a whole.

    The level is the one asked for where every area has figures there, else the next that does;
    unasked the finest where every area has figures of at least half its parts. The year is the
    newest that all areas have, else each its own.
    """
    zijden = [g if isinstance(g, Zijde) else geheel_van(g) for g in gebieden]
    niveau, fijnste = _niveau(nu, wens, zijden)
    per_zijde = [_per_jaar(nu, wens.indicator, zijde, niveau) for zijde in zijden]
    jaren = _jaren(per_zijde)
    gekozen = wens.jaar if wens.jaar in jaren else next(iter(jaren), None)
    kanten = tuple(
        _kant(nu, wens.indicator, (zijde, niveau), _kies(uitgaven, gekozen))
        for zijde, uitgaven in zip(zijden, per_zijde, strict=True)
    )
    toon = next((p.waarneming for k in kanten for p in k.gehelen + k.gemeten[:1]), None)
    return Vergelijking(
        wens,
        niveau,
        fijnste,
        kanten,
        jaren,
        _land(nu, wens.indicator, toon),
        _middelste(nu, wens.indicator, toon),
    )


def van_periode(
    nu: Momentopname, indicator: Indicator, code: Regiocode, periode: Periode
) -> Waarneming | None:
    """Give the measured figure of a region in a year, None when there is none."""
    reeks = nu.reeks(indicator, code)
    return next((w for w in reeks if w.periode == periode and w.waarde is not None), None)


def _niveau(nu: Momentopname, wens: Wens, zijden: Sequence[Zijde]) -> tuple[Soort, Soort]:
    """Give the level to show and the finest that has any figures."""
    volgorde = _VOLGORDE[wens.niveau or Soort.BUURT]
    # Outside our areas there are no buurten to choose a level by.
    eigen = [zijde for zijde in zijden if not zijde.buiten]
    nieuwste = {
        niveau: [nu.nieuwste(wens.indicator, zijde.gebied, niveau) for zijde in eigen]
        for niveau in volgorde
    }
    if not eigen:
        return Soort.GEMEENTE, Soort.GEMEENTE
    genoeg = (n for n in volgorde if wens.niveau is None and all(map(_genoeg, nieuwste[n])))
    allen = (n for n in volgorde if all(nieuwste[n]))
    enig = [n for n in volgorde if any(nieuwste[n])] or [Soort.GEMEENTE]
    return next(genoeg, next(allen, enig[0])), enig[0]


def _genoeg(uitgave: Uitgave | None) -> bool:
    return uitgave is not None and uitgave.gemeten >= _DEEL * uitgave.totaal


def _per_jaar(
    nu: Momentopname, indicator: Indicator, zijde: Zijde, niveau: Soort
) -> dict[int, Uitgave]:
    """Give one division per year, newest first: the newest with figures."""
    gebied, per_jaar = zijde.gebied, dict[int, Uitgave]()
    if zijde.buiten:
        reeks = reversed(nu.reeks(indicator, gebied.codes[0]))
        gemeten = [w for w in reeks if w.waarde is not None]
        return {w.periode.jaar: Uitgave(w.periode, w.indeling, 1, 1) for w in gemeten}
    for uitgave in nu.uitgaven(indicator, gebied.codes + gebied.voorgangers, niveau):
        if uitgave.gemeten:
            per_jaar.setdefault(uitgave.periode.jaar, uitgave)
    return per_jaar


def _jaren(per_gebied: Sequence[dict[int, Uitgave]]) -> tuple[int, ...]:
    alle = {jaar for uitgaven in per_gebied for jaar in uitgaven}
    samen = {jaar for jaar in alle if all(jaar in uitgaven for uitgaven in per_gebied)}
    return tuple(sorted(samen or alle, reverse=True))


def _kies(uitgaven: dict[int, Uitgave], jaar: int | None) -> Uitgave | None:
    if jaar in uitgaven:
        return uitgaven[jaar]
    return next(iter(uitgaven.values()), None)


def _kant(
    nu: Momentopname,
    indicator: Indicator,
    plaats: tuple[Zijde, Soort],
    uitgave: Uitgave | None,
) -> Kant:
    zijde, niveau = plaats
    past = zijde.past(nu, uitgave.indeling) if uitgave else Past.GELIJK
    plekken = () if past is Past.NIET else _plekken(nu, indicator, plaats, uitgave)
    gehelen, samen = _gehelen(nu, indicator, zijde, uitgave)
    return Kant(
        zijde,
        uitgave,
        plekken,
        gehelen,
        _nieuwer(nu, indicator, gehelen) if zijde.is_geheel else None,
        bool(uitgave and plekken and _is_hertekend(zijde.gebied, niveau, uitgave.indeling)),
        past,
        samen.weigering if samen else None,
        _afronding(nu, indicator, zijde, gehelen, samen),
    )


def _gehelen(
    nu: Momentopname, indicator: Indicator, zijde: Zijde, uitgave: Uitgave | None
) -> tuple[tuple[Plek, ...], Samen | None]:
    """Give the figure of the whole side, or of each gemeente it is; of a part how it was made."""
    if zijde.is_geheel:
        alle = ((c, _gemeente(nu, indicator, c, uitgave)) for c in zijde.gebied.codes)
        return tuple(Plek(naam_van(nu, w), w) for _, w in alle if w is not None), None
    if uitgave is None:
        return (), None
    gevonden = totaal(nu, indicator, zijde, uitgave)
    w = gevonden.waarneming
    return ((Plek(zijde.naam, w),) if w is not None else ()), gevonden.samen


def _afronding(
    nu: Momentopname,
    indicator: Indicator,
    zijde: Zijde,
    gehelen: Sequence[Plek],
    samen: Samen | None,
) -> Afronding | None:
    if samen is None or samen.waarde is None:
        return None
    return afronding_van(nu, indicator, zijde.gebied, gehelen[0].waarneming, samen.delen)


def naam_van(nu: Momentopname, waarneming: Waarneming) -> str:
    """Give the name an area had in the division of its figure; its code when it has none."""
    regio = nu.regio(waarneming.regio, waarneming.indeling) or nu.regio(waarneming.regio)
    if regio is not None:
        return regio.naam
    return nu.landelijk.namen().get(waarneming.regio.code, waarneming.regio.code)


def _plekken(
    nu: Momentopname,
    indicator: Indicator,
    plaats: tuple[Zijde, Soort],
    uitgave: Uitgave | None,
) -> tuple[Plek, ...]:
    zijde, niveau = plaats
    if uitgave is None or niveau is Soort.GEMEENTE or zijde.buiten:
        return ()
    gebied = zijde.gebied
    namen = {r.code: r.naam for r in nu.regios(gebied, niveau, uitgave.indeling)}
    alle = nu.waarnemingen(indicator, gebied, niveau, uitgave)
    plekken = [Plek(namen.get(w.regio, w.regio.code), w) for w in alle if zijde.bevat(w.regio)]
    return tuple(sorted(plekken, key=lambda plek: (plek.naam.casefold(), plek.waarneming.regio)))


def _gemeente(
    nu: Momentopname, indicator: Indicator, code: Regiocode, uitgave: Uitgave | None
) -> Waarneming | None:
    """Give the whole in the same year and division; else the same year; else the newest."""
    if uitgave is not None:
        zelfde = nu.waarneming(indicator, code, uitgave)
        if zelfde is not None and zelfde.waarde is not None:
            return zelfde
        zelfde_jaar = van_periode(nu, indicator, code, uitgave.periode)
        if zelfde_jaar is not None:
            return zelfde_jaar
    return nu.nieuwste_van(indicator, code)


def _nieuwer(
    nu: Momentopname, indicator: Indicator, gemeenten: Sequence[Plek]
) -> Waarneming | None:
    if len(gemeenten) != 1:
        return None
    getoond = gemeenten[0].waarneming
    nieuwste = nu.nieuwste_van(indicator, getoond.regio)
    if nieuwste is None or nieuwste.waarde is None or nieuwste.periode <= getoond.periode:
        return None
    return nieuwste


def _is_hertekend(gebied: Werkgebied, niveau: Soort, indeling: int) -> bool:
    """Tell whether the newest drawn boundaries are of another division than this one."""
    nieuwste = max((grens.tot for grens in gebied.grenzen), default=indeling)
    if nieuwste <= indeling or gebied.kaartjaar(indeling) == gebied.kaartjaar(nieuwste):
        return False
    voorbeeld = {Soort.WIJK: "WK{}00", Soort.BUURT: "BU{}0000"}.get(niveau)
    if voorbeeld is None or not gebied.codes:
        return False
    code = Regiocode(voorbeeld.format(gebied.codes[0].code[2:]))
    return not zelfde_gebied(gebied, code, indeling, nieuwste)


def _land(nu: Momentopname, indicator: Indicator, toon: Waarneming | None) -> Waarneming | None:
    return van_periode(nu, indicator, NEDERLAND, toon.periode) if toon else None


def _middelste(nu: Momentopname, indicator: Indicator, toon: Waarneming | None) -> Mediaan | None:
    if toon is None:
        return None
    # Of the question only period and division matter.
    return nu.gemeente_mediaan(indicator, Uitgave(toon.periode, toon.indeling, 0, 0))

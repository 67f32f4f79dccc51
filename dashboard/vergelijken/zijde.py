"""One side of a comparison: which areas it is, what it is called, and its total in any year."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from wijken.bron import Werkgebied
from wijken.keuze import Deel, Keuze
from wijken.regio import Regio, Regiocode, Soort
from wijken.samenvoegen import Cijfers, Samen, Weigering, samenvoegen
from wijken.vergelijking import kale_naam, zelfde_gebied, zelfde_plek
from wijken.waarneming import Status, Waarneming

if TYPE_CHECKING:
    from dashboard.gegevens import Uitgave
    from dashboard.momentopname import Momentopname
    from wijken.indicator import Indicator


class Past(StrEnum):
    """Whether the areas of a side are the same places in another division."""

    GELIJK = "gelijk"
    TOEN = "toen"
    NIET = "niet"


@dataclass(frozen=True)
class Zijde:
    """A whole werkgebied or part of it.

    Attributes:
        keuze: as it stands in the address.
        gebied: the werkgebied it lies in; one made up for the occasion outside our areas.
        naam: what it is called.
        in_zin: as it stands in a sentence: `de Hoeksche Waard`.
        kleur: for its name, line and dots.
        delen: the areas it consists of, in their newest division; empty for a whole.
        behalve: the areas it does not hold: for the rest of a werkgebied.
        buiten: outside our areas; our copy then has its gemeente only.
    """

    keuze: Keuze
    gebied: Werkgebied
    naam: str
    in_zin: str
    kleur: str
    delen: tuple[Regio, ...] = ()
    behalve: tuple[Regio, ...] = ()
    buiten: bool = False

    @property
    def is_geheel(self) -> bool:
        """True for all of a werkgebied or gemeente."""
        return not self.delen and not self.behalve

    def bevat(self, code: Regiocode) -> bool:
        """Tell whether a wijk or buurt lies in it."""
        if self.behalve:
            return not any(_raakt(regio.code, code) for regio in self.behalve)
        return self.is_geheel or any(_omvat(regio.code, code) for regio in self.delen)

    def past(self, nu: Momentopname, indeling: int) -> Past:
        """Tell whether its areas are the same places in a division.

        A code whose boundaries changed counts while its name stayed: the area as it was then.
        """
        past = Past.GELIJK
        for regio in self.delen + self.behalve:
            toen = nu.regio(regio.code, indeling)
            if toen is None:
                return Past.NIET
            if zelfde_plek(self.gebied, regio.code, indeling, regio.indeling):
                continue
            if kale_naam(toen.naam) != kale_naam(regio.naam):
                return Past.NIET
            past = Past.TOEN
        return past

    def loopt_door(self, een: int, ander: int) -> bool:
        """Tell whether a line may join its totals of two divisions."""
        codes = [r.code for r in self.delen + self.behalve] or list(self.gebied.codes)
        return all(zelfde_gebied(self.gebied, code, een, ander) for code in codes)


@dataclass(frozen=True)
class Totaal:
    """The figure of a side in one period and division, or why there is none.

    Attributes:
        waarneming: the figure; one made of several carries the code of the first.
        samen: how it was made of several areas, or why not; None for a published figure.
    """

    waarneming: Waarneming | None
    samen: Samen | None = None


def geheel_van(gebied: Werkgebied) -> Zijde:
    """Give all of a werkgebied as a side."""
    keuze = Keuze(gebied.slug)
    return Zijde(keuze, gebied, gebied.plaats, gebied.plaats_in_zin, gebied.kleur)


def totaal(nu: Momentopname, indicator: Indicator, zijde: Zijde, uitgave: Uitgave) -> Totaal:
    """Give the figure of a side: published for one area, else made of its areas or refused."""
    if zijde.is_geheel:
        return Totaal(nu.waarneming(indicator, zijde.gebied.codes[0], uitgave))
    if zijde.past(nu, uitgave.indeling) is Past.NIET:
        return Totaal(None)
    if len(zijde.delen) == 1:
        eigen = nu.waarneming(indicator, zijde.delen[0].code, uitgave)
        if eigen is not None and eigen.waarde is not None:
            return Totaal(eigen)
    beste: Totaal | None = None
    for niveau in _niveaus(zijde):
        gevonden = _opgeteld(nu, indicator, (zijde, niveau), uitgave)
        if gevonden.waarneming is not None and gevonden.waarneming.waarde is not None:
            return gevonden
        beste = beste or gevonden
    return beste or Totaal(None)


def _niveaus(zijde: Zijde) -> tuple[Soort, ...]:
    """Give the levels that make up the side without a remainder, largest parts first."""
    soorten = {regio.soort for regio in zijde.delen + zijde.behalve}
    return (Soort.WIJK, Soort.BUURT) if soorten == {Soort.WIJK} else (Soort.BUURT,)


def _opgeteld(
    nu: Momentopname, indicator: Indicator, plaats: tuple[Zijde, Soort], uitgave: Uitgave
) -> Totaal:
    zijde, niveau = plaats
    regios = nu.regios(zijde.gebied, niveau, uitgave.indeling)
    codes = [regio.code for regio in regios if zijde.bevat(regio.code)]
    lees = _lezer(nu, plaats, uitgave)
    cijfers = lees(indicator.id)
    eerste = next((cijfers[code] for code in codes if code in cijfers), None)
    if eerste is None:
        return Totaal(None)
    if len(codes) == 1:
        return Totaal(eerste)
    samen = samenvoegen(indicator, codes, lees)
    return Totaal(_als_waarneming(eerste, samen), samen)


def _lezer(
    nu: Momentopname, plaats: tuple[Zijde, Soort], uitgave: Uitgave
) -> Callable[[str], Cijfers]:
    zijde, niveau = plaats

    def lees(sleutel: str) -> Cijfers:
        indicator = nu.catalogus.indicator(sleutel)
        alle = nu.waarnemingen(indicator, zijde.gebied, niveau, uitgave)
        return {w.regio: w for w in alle}

    return lees


def _als_waarneming(voorbeeld: Waarneming, samen: Samen) -> Waarneming:
    status = samen.status
    if samen.waarde is None and status is Status.GEMETEN:
        status = Status.ONBEKEND
    return replace(
        voorbeeld,
        waarde=samen.waarde,
        status=status,
        onder=None,
        boven=None,
        onzeker=False,
    )


def geweigerd(totaal_: Totaal) -> Weigering | None:
    """Give why several areas have no figure together; None when they have, or are one."""
    return totaal_.samen.weigering if totaal_.samen else None


def _omvat(groot: Regiocode, klein: Regiocode) -> bool:
    return klein == groot or (groot.soort is Soort.WIJK and klein.wijk == groot)


def _raakt(een: Regiocode, ander: Regiocode) -> bool:
    return _omvat(een, ander) or _omvat(ander, een)


__all__ = ["Deel", "Past", "Totaal", "Zijde", "geheel_van", "geweigerd", "totaal"]

"""The age profile of both sides: five groups of the newest year that both have all of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dashboard.gegevens import Uitgave
from dashboard.vergelijken.zijde import Zijde, totaal
from wijken.indicator import Indicator
from wijken.regio import Soort
from wijken.vergelijkregels import load_regels

if TYPE_CHECKING:
    from dashboard.momentopname import Momentopname
    from wijken.waarneming import Waarneming

_NIVEAUS = (Soort.GEMEENTE, Soort.WIJK, Soort.BUURT)


@dataclass(frozen=True)
class Opbouw:
    """The groups of one side in one year, youngest first."""

    zijde: Zijde
    waarden: tuple[Waarneming, ...]


@dataclass(frozen=True)
class Leeftijden:
    """Both sides; each its own year where they have none in common."""

    groepen: tuple[Indicator, ...]
    kanten: tuple[Opbouw, ...]

    @property
    def jaren(self) -> tuple[int, ...]:
        """The years shown, one for each side."""
        return tuple(kant.waarden[0].periode.jaar for kant in self.kanten)


def leeftijden(nu: Momentopname, zijden: Sequence[Zijde]) -> Leeftijden | None:
    """Give the profiles, None when a side has no year with all groups."""
    groepen = tuple(nu.catalogus.indicator(i) for i in load_regels().leeftijd)
    per_zijde = [_per_jaar(nu, groepen, zijde) for zijde in zijden]
    if not all(per_zijde):
        return None
    samen = set.intersection(*(set(jaren) for jaren in per_zijde))
    kanten = tuple(
        Opbouw(zijde, jaren[max(samen or jaren)])
        for zijde, jaren in zip(zijden, per_zijde, strict=True)
    )
    return Leeftijden(groepen, kanten)


def _per_jaar(
    nu: Momentopname, groepen: Sequence[Indicator], zijde: Zijde
) -> dict[int, tuple[Waarneming, ...]]:
    per_jaar: dict[int, tuple[Waarneming, ...]] = {}
    for uitgave in _uitgaven(nu, groepen[0], zijde):
        if uitgave.periode.jaar in per_jaar:
            continue
        waarden = [totaal(nu, groep, zijde, uitgave).waarneming for groep in groepen]
        goed = tuple(w for w in waarden if w is not None and w.waarde is not None)
        if len(goed) == len(groepen):
            per_jaar[uitgave.periode.jaar] = goed
    return per_jaar


def _uitgaven(nu: Momentopname, groep: Indicator, zijde: Zijde) -> list[Uitgave]:
    if zijde.buiten:
        reeks = nu.reeks(groep, zijde.gebied.codes[0])
        return [Uitgave(w.periode, w.indeling, 1, 1) for w in reeks if w.waarde is not None]
    alle = (nu.uitgaven(groep, zijde.gebied.codes, niveau) for niveau in _NIVEAUS)
    return [uitgave for per_niveau in alle for uitgave in per_niveau if uitgave.gemeten]

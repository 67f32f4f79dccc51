"""Knows everything one view of the map shows, read once: figures, classes, names, initiatives."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from dashboard.components.kaart.kijkstaat import Wijze
from dashboard.components.kaart.klassen import kaartklassen
from dashboard.components.kaart.lezer import lees_staat
from dashboard.components.kaart.lezing import Lezing
from dashboard.components.kaart.lezing_afstand import lees_afwijking, lees_verandering
from dashboard.components.kaart.lezing_een import lees_een
from dashboard.components.kaart.lezing_twee import lees_twee
from dashboard.components.kaart.staat import Staat
from dashboard.figures.kaartvorm import is_breed
from dashboard.kaart.initiatieven import Getoond, getoond
from wijken.klassen import Klassen
from wijken.opmaak import afronden, met_eenheid
from wijken.regio import Regio, Regiocode, Soort
from wijken.waarneming import Status, Waarneming

if TYPE_CHECKING:
    from dashboard.context import Context
    from dashboard.momentopname import Momentopname
    from dashboard.register.initiatieven import Initiatief


@dataclass(frozen=True)
class Beeld:
    """One view: the state of the address and what the figures say about it."""

    context: Context
    nu: Momentopname
    staat: Staat

    def zin(self, sleutel: str, /, **velden: object) -> str:
        """Give a sentence of the map's block."""
        return self.context.teksten.zin(f"kaart.{sleutel}", **velden)

    @property
    def niveaus(self) -> str:
        """The level in the plural: buurten, wijken."""
        return self.zin(f"niveaus.{self.staat.niveau}")

    @cached_property
    def regios(self) -> tuple[Regio, ...]:
        """The areas of the map, by name."""
        s = self.staat
        return self.nu.regios(s.gebied, s.niveau, s.indeling)

    @cached_property
    def cijfers(self) -> Mapping[Regiocode, Waarneming]:
        """The figure (or reason) of each area; without those the source does not know."""
        s = self.staat
        if s.uitgave is None or s.uitgave.indeling != s.indeling:
            return {}
        alle = self.nu.waarnemingen(s.indicator, s.gebied, s.niveau, s.uitgave)
        return {w.regio: w for w in alle}

    @cached_property
    def klassen(self) -> Klassen:
        """The classes; the same for both areas and all years."""
        s = self.staat
        return kaartklassen(self.nu, s.indicator, s.niveau, s.kijk)

    @cached_property
    def lezing(self) -> Lezing:
        """What every area shows, in the way of looking that is asked for."""
        return _LEZINGEN[self.staat.kijk.wijze](self)

    @cached_property
    def ander(self) -> Beeld | None:
        """The same theme of the other area, when both are to stand side by side."""
        s = self.staat
        if not s.kijk.naast:
            return None
        alle = self.context.catalogus.werkgebieden
        slug = next(slug for slug in alle if slug != s.gebied.slug)
        return lees_beeld(self.context, self.nu, s.elders(slug))

    @property
    def beelden(self) -> tuple[Beeld, ...]:
        """Every map on the page, in the order of the catalogue: whichever was asked for first."""
        volgorde = list(self.context.catalogus.werkgebieden)
        alle = (self, self.ander) if self.ander else (self,)
        return tuple(sorted(alle, key=lambda beeld: volgorde.index(beeld.staat.gebied.slug)))

    def klasse(self, waarde: float) -> int:
        """Give the class of a figure as it is written: a 10 that is read never counts as less."""
        return self.klassen.klasse(afronden(waarde, self.staat.indicator.decimalen))

    @cached_property
    def vorm(self) -> str:
        """How the map lies: hoog or breed; empty when there are no boundaries of this division."""
        s = self.staat
        return _vorm(self.nu.geometrieen(s.gebied, s.niveau, s.indeling))

    def waarneming_van(self, code: Regiocode) -> Waarneming | None:
        """Give the figure of an area on the map, or of a larger one in the same year."""
        if code in self.cijfers:
            return self.cijfers[code]
        s = self.staat
        return self.nu.waarneming(s.indicator, code, s.uitgave) if s.uitgave else None

    def status(self, code: Regiocode) -> Status:
        """Give why an area has no figure; absent from the table means absent from our copy."""
        return self.cijfers[code].status if code in self.cijfers else Status.NIET_IN_KOPIE

    def cijfer(self, waarneming: Waarneming | None) -> str:
        """Write a figure with its unit, or the reason there is none."""
        if waarneming is None or waarneming.waarde is None:
            status = waarneming.status if waarneming else Status.NIET_IN_KOPIE
            return self.context.teksten.zin(f"status.{status}")
        eigen = self.context.catalogus.indicatoren.get(waarneming.indicator, self.staat.indicator)
        return met_eenheid(waarneming.waarde, eigen)

    def wijk(self, code: Regiocode) -> Regio | None:
        """Find the wijk an area lies in, in the division of the map."""
        return self.nu.regio(code.wijk, self.staat.indeling) if code.wijk else None

    @cached_property
    def getoond(self) -> Getoond:
        """The initiatives of this area that pass the filter of the address."""
        s = self.staat
        return getoond(self.context, s.gebied.slug, s.initiatief.filter)

    @cached_property
    def initiatieven(self) -> Mapping[Regiocode, Sequence[Initiatief]]:
        """Those by wijk, as far as the wijk exists on this map."""
        s, per = self.staat, self.getoond.per_wijk
        wijken = (r.code for r in self.nu.regios(s.gebied, Soort.WIJK, s.indeling))
        return {code: per[code] for code in wijken if code in per}

    @property
    def zonder_plek(self) -> int:
        """How many of them have no wijk on this map."""
        met = sum(len(lijst) for lijst in self.initiatieven.values())
        return len(self.getoond.lijst) - met


_LEZINGEN: Mapping[Wijze, Callable[[Beeld], Lezing]] = {
    Wijze.EEN: lees_een,
    Wijze.TWEE: lees_twee,
    Wijze.VERANDERING: lees_verandering,
    Wijze.AFWIJKING: lees_afwijking,
}


@lru_cache(maxsize=32)
def _vorm(vlakken: tuple[tuple[Regio, bytes], ...]) -> str:
    if not vlakken:
        return ""
    return "breed" if is_breed(vlakken) else "hoog"


def lees_beeld(context: Context, nu: Momentopname, vraag: Mapping[str, str]) -> Beeld:
    """Read an address and prepare its view; nonsense gives the nearest sensible one."""
    return Beeld(context, nu, lees_staat(context, nu, vraag))

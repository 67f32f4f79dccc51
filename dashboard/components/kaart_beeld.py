"""Knows everything one view of the map shows, read once: figures, classes, names, initiatives."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from dashboard.components.kaart_klassen import kaartklassen
from dashboard.components.kaart_lezer import lees_staat
from dashboard.components.kaart_staat import Staat
from dashboard.figures.kaartvorm import is_breed
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
        return kaartklassen(self.nu, self.staat.indicator, self.staat.niveau)

    def klasse(self, waarde: float) -> int:
        """Give the class of a figure as it is written: a 10 that is read never counts as less."""
        return self.klassen.klasse(afronden(waarde, self.staat.indicator.decimalen))

    @cached_property
    def vorm(self) -> str:
        """How the map lies: hoog or breed; empty when there are no boundaries of this division."""
        s = self.staat
        return _vorm(self.nu.geometrieen(s.gebied, s.niveau, s.indeling))

    def status(self, code: Regiocode) -> Status:
        """Give why an area has no figure; absent from the table means absent from our copy."""
        return self.cijfers[code].status if code in self.cijfers else Status.NIET_IN_KOPIE

    def cijfer(self, waarneming: Waarneming | None) -> str:
        """Write a figure with its unit, or the reason there is none."""
        if waarneming is None or waarneming.waarde is None:
            status = waarneming.status if waarneming else Status.NIET_IN_KOPIE
            return self.context.teksten.zin(f"status.{status}")
        return met_eenheid(waarneming.waarde, self.staat.indicator)

    def wijk(self, code: Regiocode) -> Regio | None:
        """Find the wijk an area lies in, in the division of the map."""
        return self.nu.regio(code.wijk, self.staat.indeling) if code.wijk else None

    @cached_property
    def initiatieven(self) -> Mapping[Regiocode, list[Initiatief]]:
        """The initiatives of this area by wijk, as far as the wijk exists on this map."""
        s = self.staat
        wijken = {r.code for r in self.nu.regios(s.gebied, Soort.WIJK, s.indeling)}
        per: dict[Regiocode, list[Initiatief]] = defaultdict(list)
        for initiatief in self._alle_initiatieven:
            if initiatief.regio in wijken and initiatief.regio is not None:
                per[initiatief.regio].append(initiatief)
        return per

    @property
    def zonder_plek(self) -> int:
        """How many initiatives of this area have no wijk on this map."""
        met = sum(len(lijst) for lijst in self.initiatieven.values())
        return len(self._alle_initiatieven) - met

    @cached_property
    def _alle_initiatieven(self) -> tuple[Initiatief, ...]:
        slug = self.staat.gebied.slug
        return tuple(i for i in self.context.initiatieven if i.werkgebied == slug)


@lru_cache(maxsize=32)
def _vorm(vlakken: tuple[tuple[Regio, bytes], ...]) -> str:
    if not vlakken:
        return ""
    return "breed" if is_breed(vlakken) else "hoog"


def lees_beeld(context: Context, nu: Momentopname, vraag: Mapping[str, str]) -> Beeld:
    """Read an address and prepare its view; nonsense gives the nearest sensible one."""
    return Beeld(context, nu, lees_staat(context, nu, vraag))

"""Knows what a view of the map is made of, and the address that leads to it."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from dashboard import links
from dashboard.components.kaart.initiatiefstaat import Initiatiefkeus
from dashboard.components.kaart.keuzestaat import Gekozen
from dashboard.components.kaart.kijkstaat import Kijk, Methode
from dashboard.components.kaart.lagenstaat import Laag, Lagen
from dashboard.gekozen_in import SLEUTEL
from wijken.bron import Werkgebied
from wijken.indicator import Indicator
from wijken.regio import Regiocode, Soort

if TYPE_CHECKING:
    from dashboard.gegevens import Uitgave

NIVEAUS = (Soort.BUURT, Soort.WIJK)


@dataclass(frozen=True)
class Staat:
    """What the page shows: one part for each group of keys of the address.

    Attributes:
        uitgaven: the years there are to choose, newest first: one division each.
        uitgave: the one shown; None when the source has nothing at all at this level.
        indeling: division of the map.
        eigen_keuze: whether the indicator was asked for (it then stays when the area changes).
        kijk: how it is looked at.
        gekozen: what is chosen on the map.
        lagen: what lies on the map.
        initiatief: which initiatives lie there, and whose sign was chosen.
        meldingen: what in the address was not usable.
    """

    gebied: Werkgebied
    niveau: Soort
    indicator: Indicator
    uitgaven: tuple[Uitgave, ...]
    uitgave: Uitgave | None
    indeling: int
    eigen_keuze: bool
    kijk: Kijk
    gekozen: Gekozen
    lagen: Lagen
    initiatief: Initiatiefkeus = field(default_factory=Initiatiefkeus)
    meldingen: tuple[str, ...] = ()

    @property
    def selectie(self) -> Regiocode | None:
        """The chosen buurt or wijk, if any."""
        return self.gekozen.selectie

    @property
    def laag(self) -> bool:
        """Whether the initiatives are shown."""
        return self.lagen.heeft(Laag.INITIATIEVEN)

    @cached_property
    def jaar(self) -> str:
        """The year shown, empty when there is none."""
        return str(self.uitgave.periode) if self.uitgave else ""

    @property
    def heeft_cijfers(self) -> bool:
        """Whether any area of the map has a figure."""
        return self.uitgave is not None and self.uitgave.gemeten > 0

    def adres(self, **anders: object) -> str:
        """Give the address of this view with something changed; None leaves a part out.

        Who chooses an area, or another werkgebied, is done with the sign that was chosen.
        """
        klaar = {"initiatief": None} if {"selectie", "gebied"} & anders.keys() else {}
        alles = {**self._vraag(), **klaar, **anders}
        alles[SLEUTEL] = self.gekozen.merk if alles["selectie"] else None
        return links.kaart(**alles)

    def ander_onderwerp(self, indicator: Indicator) -> str:
        """Give the address of another theme: what is about this one's years and limits goes."""
        los: dict[str, object] = {"jaar": None, "vorig": None}
        if self.kijk.methode is Methode.EIGEN:
            los["klassen"] = None
        if self.kijk.tweede is indicator:
            los["tweede"] = None
        return self.adres(indicator=indicator.id, **los)

    def elders(self, slug: str) -> dict[str, str]:
        """Give the query for the same view of another area; what was chosen here stays here."""
        weg: dict[str, object] = {"selectie": None, "deel": None, "initiatief": None}
        alles = {**self._vraag(), "jaar": self.jaar, **weg, "gebied": slug}
        return {k: str(v) for k, v in alles.items() if v not in (None, "")}

    def _vraag(self) -> dict[str, object]:
        # With a second theme another year comes by itself than without.
        vanzelf = not self.uitgaven or self.uitgave is self.uitgaven[0]
        eigen = not vanzelf or (self.uitgaven and self.kijk.tweede)
        return {
            "gebied": self.gebied.slug,
            "niveau": self.niveau,
            "indicator": self.indicator.id,
            "jaar": self.jaar if eigen else None,
            **self.kijk.vraag(),
            **self.gekozen.vraag(),
            **self.lagen.vraag(),
            **self.initiatief.vraag(),
        }

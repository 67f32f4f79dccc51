"""Knows what a map's address means, and the nearest sensible view for one that means nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from dashboard import links
from wijken.bron import Werkgebied
from wijken.errors import InvoerError
from wijken.indicator import Indicator
from wijken.regio import Regiocode, Soort

if TYPE_CHECKING:
    from dashboard.context import Context
    from dashboard.gegevens import Uitgave
    from dashboard.momentopname import Momentopname

NIVEAUS = (Soort.BUURT, Soort.WIJK)
LAAG = "initiatieven"


@dataclass(frozen=True)
class Staat:
    """What the page shows.

    Attributes:
        uitgaven: the years there are to choose, newest first: one division each.
        uitgave: the one shown; None when the source has nothing at all at this level.
        indeling: division of the map.
        selectie: the chosen buurt or wijk, if any.
        laag: whether the initiatives are shown.
        eigen_keuze: whether the indicator was asked for (it then stays when the area changes).
        meldingen: what in the address was not usable.
    """

    gebied: Werkgebied
    niveau: Soort
    indicator: Indicator
    uitgaven: tuple[Uitgave, ...]
    uitgave: Uitgave | None
    indeling: int
    selectie: Regiocode | None
    laag: bool
    eigen_keuze: bool
    meldingen: tuple[str, ...] = ()

    @cached_property
    def jaar(self) -> str:
        """The year shown, empty when there is none."""
        return str(self.uitgave.periode) if self.uitgave else ""

    @property
    def heeft_cijfers(self) -> bool:
        """Whether any area of the map has a figure."""
        return self.uitgave is not None and self.uitgave.gemeten > 0

    def adres(self, **anders: object) -> str:
        """Give the address of this view with something changed; None leaves a part out."""
        eigen = self.uitgaven and self.uitgave is not self.uitgaven[0]
        staat = {
            "gebied": self.gebied.slug,
            "niveau": self.niveau,
            "indicator": self.indicator.id,
            "jaar": self.jaar if eigen else None,
            "selectie": self.selectie,
            "laag": LAAG if self.laag else None,
        }
        return links.kaart(**{**staat, **anders})


class Lezer:
    """Reads an address step by step and keeps what it could not use."""

    def __init__(self, context: Context, nu: Momentopname, vraag: Mapping[str, str]) -> None:
        """Take the query of an address."""
        self._context, self._nu, self._vraag = context, nu, vraag
        self._meldingen: list[str] = []

    def lees(self) -> Staat:
        """Give the nearest sensible view."""
        gebied = self._gebied()
        indicator, eigen = self._indicator(gebied)
        niveau = self._niveau(gebied, indicator)
        uitgaven = self._uitgaven(gebied, indicator, niveau)
        uitgave = self._uitgave(indicator, uitgaven)
        indeling = self._indeling(gebied, niveau, uitgave)
        return Staat(
            gebied,
            niveau,
            indicator,
            uitgaven,
            uitgave,
            indeling,
            self._selectie(gebied, indeling),
            self._laag(),
            eigen,
            tuple(self._meldingen),
        )

    def _meld(self, zin: str, gevraagd: str, **velden: object) -> None:
        # An address is typed or cut off by people; show enough of it to recognise, no more.
        kort = gevraagd if len(gevraagd) <= 40 else f"{gevraagd[:40]}…"  # noqa: PLR2004
        melding = self._context.teksten.zin(f"kaart.adres.{zin}", gevraagd=kort, **velden)
        self._meldingen.append(melding)

    def _gebied(self) -> Werkgebied:
        alle = self._context.catalogus.werkgebieden
        eerste = next(iter(alle.values()))
        gevraagd = self._vraag.get("gebied", eerste.slug)
        if gevraagd not in alle:
            self._meld("gebied", gevraagd, gebied=eerste.naam)
        return alle.get(gevraagd, eerste)

    def _indicator(self, gebied: Werkgebied) -> tuple[Indicator, bool]:
        alle = self._context.catalogus.indicatoren
        eerste = alle[gebied.eerste[0]]
        gevraagd = self._vraag.get("indicator")
        if gevraagd is None:
            return eerste, False
        if gevraagd not in alle or not alle[gevraagd].tonen:
            self._meld("indicator", gevraagd, indicator=eerste.naam)
            return eerste, False
        return alle[gevraagd], True

    def _niveau(self, gebied: Werkgebied, indicator: Indicator) -> Soort:
        """Keep the level asked for; else the finest that has figures."""
        heeft = (n for n in NIVEAUS if self._nu.nieuwste(indicator, gebied, n))
        vanzelf = next(heeft, Soort.BUURT)
        gevraagd = self._vraag.get("niveau")
        if gevraagd is None:
            return vanzelf
        if gevraagd not in tuple(NIVEAUS):
            self._meld("niveau", gevraagd, niveau=vanzelf)
            return vanzelf
        return Soort(gevraagd)

    def _uitgaven(
        self, gebied: Werkgebied, indicator: Indicator, niveau: Soort
    ) -> tuple[Uitgave, ...]:
        """Give one division per year that has figures: the newest of them."""
        per_jaar: dict[object, Uitgave] = {}
        alle = self._nu.uitgaven(indicator, gebied.codes + gebied.voorgangers, niveau)
        for uitgave in alle:
            if uitgave.gemeten:
                per_jaar.setdefault(uitgave.periode, uitgave)
        # Nothing measured: the newest attempt still knows why.
        return tuple(per_jaar.values()) or alle[:1]

    def _uitgave(self, indicator: Indicator, uitgaven: Sequence[Uitgave]) -> Uitgave | None:
        if not uitgaven:
            return None
        gevraagd = self._vraag.get("jaar")
        if gevraagd is None:
            return uitgaven[0]
        gevonden = next((u for u in uitgaven if str(u.periode) == gevraagd), None)
        if gevonden is None and uitgaven[0].gemeten:
            jaar = uitgaven[0].periode
            self._meld("jaar", gevraagd, jaar=jaar, indicator=indicator.naam)
        return gevonden or uitgaven[0]

    def _indeling(self, gebied: Werkgebied, niveau: Soort, uitgave: Uitgave | None) -> int:
        if uitgave is not None and self._nu.regios(gebied, niveau, uitgave.indeling):
            return uitgave.indeling
        # No areas of this level in that division: draw the newest division that was drawn.
        return max((grens.kaart for grens in gebied.grenzen), default=0)

    def _selectie(self, gebied: Werkgebied, indeling: int) -> Regiocode | None:
        gevraagd = self._vraag.get("selectie")
        if gevraagd is None:
            return None
        try:
            code = Regiocode(gevraagd)
        except InvoerError:
            code = None
        bekend = code is not None and code.soort in NIVEAUS and gebied.bevat(code)
        if code is None or not bekend or self._nu.regio(code, indeling) is None:
            self._meld("selectie", gevraagd, indeling=indeling)
            return None
        return code

    def _laag(self) -> bool:
        gevraagd = self._vraag.get("laag")
        if gevraagd not in (None, LAAG):
            self._meld("laag", gevraagd)
        return gevraagd == LAAG

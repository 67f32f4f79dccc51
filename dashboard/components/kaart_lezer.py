"""Reads a map's address: the nearest sensible view, also for one that means nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dashboard.components.kaart_keuzestaat import lees_gekozen
from dashboard.components.kaart_lagenstaat import lees_lagen
from dashboard.components.kaart_staat import NIVEAUS, Staat
from dashboard.components.kaart_vraag import Vraag
from wijken.bron import Werkgebied
from wijken.indicator import Indicator
from wijken.regio import Soort

if TYPE_CHECKING:
    from dashboard.context import Context
    from dashboard.gegevens import Uitgave
    from dashboard.momentopname import Momentopname


def lees_staat(context: Context, nu: Momentopname, velden: Mapping[str, str]) -> Staat:
    """Give the nearest sensible view; every group of keys has a reader of its own."""
    vraag = Vraag(context, nu, velden)
    gebied = _gebied(vraag)
    indicator, eigen = _indicator(vraag, gebied)
    waar = _Waar(nu, gebied, _niveau(vraag, gebied, indicator))
    uitgaven = waar.uitgaven(indicator)
    uitgave = _uitgave(vraag, indicator, uitgaven)
    indeling = waar.indeling(uitgave)
    return Staat(
        gebied=gebied,
        niveau=waar.niveau,
        indicator=indicator,
        uitgaven=uitgaven,
        uitgave=uitgave,
        indeling=indeling,
        eigen_keuze=eigen,
        gekozen=lees_gekozen(vraag, gebied, indeling),
        lagen=lees_lagen(vraag),
        meldingen=tuple(vraag.meldingen),
    )


@dataclass(frozen=True)
class _Waar:
    """An area at a level: which years an indicator has there, in which division."""

    nu: Momentopname
    gebied: Werkgebied
    niveau: Soort

    def uitgaven(self, indicator: Indicator) -> tuple[Uitgave, ...]:
        """Give one division per year that has figures: the newest of them."""
        per_jaar: dict[object, Uitgave] = {}
        gemeenten = self.gebied.codes + self.gebied.voorgangers
        alle = self.nu.uitgaven(indicator, gemeenten, self.niveau)
        for uitgave in alle:
            if uitgave.gemeten:
                per_jaar.setdefault(uitgave.periode, uitgave)
        # Nothing measured: the newest attempt still knows why.
        return tuple(per_jaar.values()) or alle[:1]

    def indeling(self, uitgave: Uitgave | None) -> int:
        if uitgave is not None and self.nu.regios(self.gebied, self.niveau, uitgave.indeling):
            return uitgave.indeling
        # No areas of this level in that division: draw the newest division that was drawn.
        return max((grens.kaart for grens in self.gebied.grenzen), default=0)


def _gebied(vraag: Vraag) -> Werkgebied:
    alle = vraag.context.catalogus.werkgebieden
    eerste = next(iter(alle.values()))
    gevraagd = vraag.velden.get("gebied", eerste.slug)
    if gevraagd not in alle:
        vraag.meld("gebied", gevraagd, gebied=eerste.naam)
    return alle.get(gevraagd, eerste)


def _indicator(vraag: Vraag, gebied: Werkgebied) -> tuple[Indicator, bool]:
    alle = vraag.context.catalogus.indicatoren
    eerste = alle[gebied.eerste[0]]
    gevraagd = vraag.get("indicator")
    if gevraagd is None:
        return eerste, False
    if gevraagd not in alle or not alle[gevraagd].tonen:
        vraag.meld("indicator", gevraagd, indicator=eerste.naam)
        return eerste, False
    return alle[gevraagd], True


def _niveau(vraag: Vraag, gebied: Werkgebied, indicator: Indicator) -> Soort:
    """Keep the level asked for; else the finest that has figures."""
    heeft = (n for n in NIVEAUS if vraag.nu.nieuwste(indicator, gebied, n))
    vanzelf = next(heeft, Soort.BUURT)
    gevraagd = vraag.get("niveau")
    if gevraagd is None:
        return vanzelf
    if gevraagd not in tuple(NIVEAUS):
        vraag.meld("niveau", gevraagd, niveau=vanzelf)
        return vanzelf
    return Soort(gevraagd)


def _uitgave(vraag: Vraag, indicator: Indicator, uitgaven: Sequence[Uitgave]) -> Uitgave | None:
    if not uitgaven:
        return None
    gevraagd = vraag.get("jaar")
    if gevraagd is None:
        return uitgaven[0]
    gevonden = next((u for u in uitgaven if str(u.periode) == gevraagd), None)
    if gevonden is None and uitgaven[0].gemeten:
        jaar = uitgaven[0].periode
        vraag.meld("jaar", gevraagd, jaar=jaar, indicator=indicator.naam)
    return gevonden or uitgaven[0]

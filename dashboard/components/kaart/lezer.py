"""Reads a map's address: the nearest sensible view, also for one that means nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from dashboard.components.kaart.initiatiefstaat import lees_initiatiefkeus
from dashboard.components.kaart.keuzestaat import lees_gekozen
from dashboard.components.kaart.kijkstaat import Grond, lees_kijk, lees_tweede
from dashboard.components.kaart.lagenstaat import lees_lagen
from dashboard.components.kaart.staat import NIVEAUS, Staat
from dashboard.components.kaart.uitgaven import Waar
from dashboard.components.kaart.vraag import Vraag
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
    tweede = lees_tweede(vraag, indicator)
    waar = Waar(nu, gebied, _niveau(vraag, gebied, indicator))
    uitgaven = waar.uitgaven(indicator)
    uitgave = _uitgave(vraag, indicator, _gedeeld(waar, uitgaven, tweede), uitgaven)
    indeling = waar.indeling(uitgave)
    return Staat(
        gebied=gebied,
        niveau=waar.niveau,
        indicator=indicator,
        uitgaven=uitgaven,
        uitgave=uitgave,
        indeling=indeling,
        eigen_keuze=eigen,
        kijk=lees_kijk(vraag, Grond(waar, indicator, uitgave), tweede),
        gekozen=lees_gekozen(vraag, gebied, waar.niveau, indeling),
        lagen=lees_lagen(vraag),
        initiatief=lees_initiatiefkeus(vraag, gebied, indeling),
        meldingen=tuple(vraag.meldingen),
    )


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


def _gedeeld(
    waar: Waar, uitgaven: Sequence[Uitgave], tweede: Indicator | None
) -> Sequence[Uitgave]:
    """Give the years in a division that the second theme has too, if there are any."""
    if tweede is None:
        return uitgaven
    indelingen = {u.indeling for u in waar.alle(tweede) if u.gemeten}
    samen = [u for u in uitgaven if u.gemeten and u.indeling in indelingen]
    return samen or uitgaven


def _uitgave(
    vraag: Vraag, indicator: Indicator, vanzelf: Sequence[Uitgave], alle: Sequence[Uitgave]
) -> Uitgave | None:
    """Give the year asked for; without one the newest of those that come by themselves."""
    if not alle:
        return None
    gevraagd = vraag.get("jaar")
    if gevraagd is None:
        return vanzelf[0]
    gevonden = next((u for u in alle if str(u.periode) == gevraagd), None)
    if gevonden is None and alle[0].gemeten:
        jaar = vanzelf[0].periode
        vraag.meld("jaar", gevraagd, jaar=jaar, indicator=indicator.naam)
    return gevonden or vanzelf[0]

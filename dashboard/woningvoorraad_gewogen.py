"""Figures weighted by own homes: what the buurten are like where the tenants live."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from wijken.indicator import Eenheid, Indicator, Optelling
from wijken.regio import Regiocode, Soort
from wijken.vergelijking import zelfde_plek
from wijken.waarneming import Waarneming

if TYPE_CHECKING:
    from dashboard.momentopname import Momentopname
    from wijken.bron import Werkgebied

# With less of the homes in buurten with a figure, it would be a figure of some of them.
DEKKING = 0.8
_VERHOUDING = (Eenheid.PROCENT, Eenheid.PER_1000)


class Waarom(StrEnum):
    """Why an indicator has no weighted figure."""

    GEEN_VERHOUDING = "geen_verhouding"  # a count, a median, a distance, a score, a model
    TE_WEINIG = "te_weinig"  # too few of the homes stand in a buurt with a figure
    GEEN_GEMEENTE = "geen_gemeente"  # nothing to stand beside


@dataclass(frozen=True)
class Gewogen:
    """A share as it is on average where the own homes stand, beside that of the gemeente.

    It describes the buurten, not the tenants: nobody knows from it what tenants are like.

    Attributes:
        dekking: the part (0-1) of the homes that stand in a buurt with a figure.
    """

    indicator: Indicator
    waarde: float
    gemeente: Waarneming
    dekking: float


def gewogen(
    nu: Momentopname, gebied: Werkgebied, gewichten: Mapping[Regiocode, int]
) -> tuple[tuple[Gewogen, ...], dict[Waarom, tuple[Indicator, ...]]]:
    """Give the weighted figures, and the indicators that have none by reason.

    Args:
        nu: the figures.
        gebied: the area.
        gewichten: own homes of buurten that may be seen; no other may be a weight, since enough
            means of known figures give the weights away.
    """
    gevonden: list[Gewogen] = []
    zonder: dict[Waarom, list[Indicator]] = {}
    for indicator in (i for i in nu.catalogus.indicatoren.values() if i.tonen):
        uitkomst = _een(nu, gebied, indicator, gewichten)
        if isinstance(uitkomst, Gewogen):
            gevonden.append(uitkomst)
        else:
            zonder.setdefault(uitkomst, []).append(indicator)
    return tuple(gevonden), {reden: tuple(lijst) for reden, lijst in zonder.items()}


def is_weegbaar(indicator: Indicator) -> bool:
    """Tell whether a mean of its figures over buurten means something."""
    return indicator.eenheid in _VERHOUDING and indicator.optelling in (
        Optelling.GEWOGEN,
        Optelling.FORMULE,
    )


def _een(
    nu: Momentopname, gebied: Werkgebied, indicator: Indicator, gewichten: Mapping[Regiocode, int]
) -> Gewogen | Waarom:
    if not is_weegbaar(indicator):
        return Waarom.GEEN_VERHOUDING
    uitgave = nu.nieuwste(indicator, gebied, Soort.BUURT)
    totaal = sum(gewichten.values())
    if uitgave is None or not totaal:
        return Waarom.TE_WEINIG
    nu_van = {regio.code: regio.indeling for regio in nu.nieuwste_regios(gebied, Soort.BUURT)}
    paren = [
        (w.waarde, gewichten[w.regio])
        for w in nu.waarnemingen(indicator, gebied, Soort.BUURT, uitgave)
        if w.waarde is not None
        and gewichten.get(w.regio)
        and zelfde_plek(gebied, w.regio, w.indeling, nu_van.get(w.regio, w.indeling))
    ]
    gewicht = sum(aantal for _, aantal in paren)
    if gewicht < DEKKING * totaal:
        return Waarom.TE_WEINIG
    gemeente = nu.waarneming(indicator, gebied.codes[0], uitgave)
    if gemeente is None or gemeente.waarde is None:
        return Waarom.GEEN_GEMEENTE
    waarde = sum(waarde * aantal for waarde, aantal in paren) / gewicht
    return Gewogen(indicator, waarde, gemeente, gewicht / totaal)

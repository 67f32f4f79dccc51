"""Knows what figures are held against: the country, else the middle of all gemeenten."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from wijken.indicator import Indicator
from wijken.regio import NEDERLAND
from wijken.waarneming import Herkomst, Status, Waarneming

if TYPE_CHECKING:
    from dashboard.gegevens import Uitgave
    from dashboard.momentopname import Momentopname


@dataclass(frozen=True)
class Referentie:
    """A figure of one year to hold others against.

    Attributes:
        waarde: what stands for the country; `onder` and `boven` only where they are published.
        gemeenten: of how many gemeenten it is the middle; 0 for the country itself.
    """

    waarde: Waarneming
    gemeenten: int = 0


def referentie(nu: Momentopname, indicator: Indicator, uitgave: Uitgave) -> Referentie | None:
    """Give the country's figure of that year, else the median of gemeenten, else nothing."""
    for gezien in nu.reeks(indicator, NEDERLAND):
        if gezien.periode == uitgave.periode and gezien.waarde is not None:
            return Referentie(gezien)
    mediaan = nu.gemeente_mediaan(indicator, uitgave)
    if mediaan is None:
        return None
    midden = Waarneming(
        indicator=indicator.id,
        regio=NEDERLAND,
        indeling=uitgave.indeling,
        periode=uitgave.periode,
        waarde=mediaan.waarde,
        status=Status.GEMETEN,
        herkomst=Herkomst("", "", ""),
    )
    return Referentie(midden, mediaan.aantal)

"""When two figures differ, and when that cannot be said."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from wijken.indicator import Cijfersoort, Eenheid, Indicator
from wijken.vergelijkregels import Trede, load_regels
from wijken.waarneming import Waarneming

_RUIS = 1e-9


class Verschil(StrEnum):
    """What may be said about the difference between two figures."""

    DUIDELIJK = "duidelijk"
    ONBEKEND = "onbekend"
    ONZEKER = "onzeker"
    MARGES = "marges"
    MODEL = "model"
    AFRONDING = "afronding"


def verschil(indicator: Indicator, een: Waarneming, ander: Waarneming) -> Verschil:
    """Tell whether two figures of one indicator differ, or why that cannot be said.

    A missing figure makes it unknown; few people make it uncertain; overlapping 95 % margins, a
    modelled share within our own threshold (`vergelijken.toml`), or a step of one in the last
    decimal is no clear difference.
    """
    if een.waarde is None or ander.waarde is None:
        return Verschil.ONBEKEND
    if een.onzeker or ander.onzeker:
        return Verschil.ONZEKER
    if _overlappen(een, ander):
        return Verschil.MARGES
    afstand = abs(een.waarde - ander.waarde)
    if _is_schatting(indicator) and afstand < load_regels().schatting_punten:
        return Verschil.MODEL
    if afstand <= 10.0**-indicator.decimalen + _RUIS:
        return Verschil.AFRONDING
    return Verschil.DUIDELIJK


def trede(een: float, ander: float, treden: Sequence[Trede]) -> str | None:
    """Give the step of difference between two figures: the id whose words hold.

    None where a ratio says nothing: for figures of which one is 0 or less.
    """
    laag, hoog = sorted((een, ander))
    if laag <= 0:
        return None
    verhouding = hoog / laag
    return next((stap.id for stap in treden if verhouding <= stap.tot + _RUIS), None)


def _is_schatting(indicator: Indicator) -> bool:
    return indicator.soort is Cijfersoort.MODEL and indicator.eenheid is Eenheid.PROCENT


def _overlappen(een: Waarneming, ander: Waarneming) -> bool:
    if een.onder is None or een.boven is None or ander.onder is None or ander.boven is None:
        return False
    return een.onder <= ander.boven and ander.onder <= een.boven

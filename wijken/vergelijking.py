"""What may be compared or added: divisions, kinds of figures, medians of areas."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from wijken.bron import Werkgebied
from wijken.errors import InvoerError
from wijken.indicator import Indicator, Optelling
from wijken.regio import Regiocode, Soort


def zelfde_gebied(werkgebied: Werkgebied, code: Regiocode, een: int, ander: int) -> bool:
    """Tell whether a code is proven to be the same place in two divisions.

    A figure belongs to a division (design, decision 6): without evidence in the catalogue two
    divisions are never one series. The country is always the same place.
    """
    if een == ander or code.soort is Soort.LAND:
        return True
    eerste, laatste = sorted((een, ander))
    return code.gemeente in werkgebied.codes and any(
        bewijs.niveau is code.soort and bewijs.van <= eerste and laatste <= bewijs.tot
        for bewijs in werkgebied.onveranderd
    )


def mediaan(waarden: Sequence[float]) -> float | None:
    """Give the median, None when there are no values."""
    return median(waarden) if waarden else None


def optellen(indicator: Indicator, delen: Sequence[tuple[float, float | None]]) -> float:
    """Add up figures of areas that together make one: pairs of (value, weight).

    Raises:
        InvoerError: when the indicator may not be added, or a weight is missing.
    """
    if not delen:
        message = f"Er zijn geen cijfers van «{indicator.naam}» om samen te nemen."
        raise InvoerError(message)
    if indicator.optelling is Optelling.SOM:
        return sum(waarde for waarde, _ in delen)
    if indicator.optelling is Optelling.GEWOGEN:
        return _gewogen(indicator, delen)
    message = (
        f"«{indicator.naam}» mag niet over gebieden worden opgeteld of gemiddeld "
        f"(optelling: {indicator.optelling})."
    )
    raise InvoerError(message)


def _gewogen(indicator: Indicator, delen: Sequence[tuple[float, float | None]]) -> float:
    gewichten = [gewicht for _, gewicht in delen if gewicht is not None]
    if len(gewichten) < len(delen) or sum(gewichten) == 0:
        message = f"«{indicator.naam}»: niet elk gebied heeft een gewicht om mee te wegen."
        raise InvoerError(message)
    paren = zip(delen, gewichten, strict=True)
    return sum(waarde * gewicht for (waarde, _), gewicht in paren) / sum(gewichten)

"""What may be compared: which divisions are one place, and the middle of areas."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from wijken.bron import Werkgebied
from wijken.regio import Regiocode, Soort


def zelfde_gebied(werkgebied: Werkgebied, code: Regiocode, een: int, ander: int) -> bool:
    """Tell whether a code is proven to be the same place in two divisions.

    A figure belongs to a division (design, decision 6): without evidence for every step from one
    year to the next two divisions are never one series. The country is always the same place.
    """
    if een == ander or code.soort is Soort.LAND:
        return True
    eerste, laatste = sorted((een, ander))
    return code.gemeente in werkgebied.codes and all(
        any(bewijs.geldt(code, jaar) for bewijs in werkgebied.onveranderd)
        for jaar in range(eerste, laatste)
    )


def zelfde_plek(werkgebied: Werkgebied, code: Regiocode, een: int, ander: int) -> bool:
    """Tell whether a code means the same place in two divisions.

    Proven in the catalogue, or drawn the same: one set of boundaries is right for both.
    """
    if zelfde_gebied(werkgebied, code, een, ander):
        return True
    kaart = werkgebied.kaartjaar(een)
    return kaart is not None and kaart == werkgebied.kaartjaar(ander)


def kale_naam(naam: str) -> str:
    """Give a name as it is compared over the years.

    CBS writes Hofkamp-West in one year and Hofkamp West in the next, and e.o. in full or not.
    """
    voluit = naam.casefold().replace("e.o.", "en omgeving")
    return "".join(letter for letter in voluit if letter.isalnum())


def mediaan(waarden: Sequence[float]) -> float | None:
    """Give the median, None when there are no values."""
    return median(waarden) if waarden else None

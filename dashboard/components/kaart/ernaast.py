"""Figures of another theme or year for the areas of a map; areas that changed are kept apart."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from wijken.regio import Regiocode
from wijken.vergelijking import zelfde_gebied
from wijken.waarneming import Waarneming

if TYPE_CHECKING:
    from dashboard.components.kaart.beeld import Beeld
    from dashboard.gegevens import Uitgave
    from wijken.indicator import Indicator


@dataclass(frozen=True)
class Ernaast:
    """What lies beside the figures of a map.

    Attributes:
        cijfers: the figure or reason of each area that is proven to be the same place.
        gewijzigd: areas for which that is not proven: nothing may be held against each other.
    """

    cijfers: Mapping[Regiocode, Waarneming]
    gewijzigd: frozenset[Regiocode]


def ernaast(beeld: Beeld, indicator: Indicator, uitgave: Uitgave) -> Ernaast:
    """Find the figures of an indicator in another year or division for the areas shown."""
    s = beeld.staat
    codes = [regio.code for regio in beeld.regios]
    anders = frozenset(
        c for c in codes if not zelfde_gebied(s.gebied, c, s.indeling, uitgave.indeling)
    )
    if len(anders) == len(codes):
        return Ernaast({}, anders)
    alle = beeld.nu.waarnemingen(indicator, s.gebied, s.niveau, uitgave)
    return Ernaast({w.regio: w for w in alle if w.regio not in anders}, anders)

"""The line of benchmarks under a figure: gemeente, Nederland, middle gemeenten, in words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dashboard.components.woorden import ook
from dashboard.vergelijken.ijkpunten import Ijkpunt, Soort
from wijken import opmaak

if TYPE_CHECKING:
    from dashboard.context import Context
    from wijken.indicator import Indicator


def punten(context: Context, indicator: Indicator, alle: Sequence[Ijkpunt]) -> list[str]:
    """Say each benchmark: `Nederland 24`, `middelste van 74 gemeenten die ... zijn 21`."""
    return [punt(context, indicator, een) for een in alle]


def punt(context: Context, indicator: Indicator, een: Ijkpunt) -> str:
    """Say one benchmark."""
    return context.teksten.zin(
        f"vergelijken.punt_{een.soort}",
        naam=een.naam,
        aantal=opmaak.getal(een.aantal),
        cijfer=ook(indicator, een.waarde),
    )


def regel(context: Context, indicator: Indicator, alle: Sequence[Ijkpunt]) -> str:
    """Say all in one line with a capital; empty without any."""
    zin = ", ".join(punten(context, indicator, alle))
    return f"{zin[:1].upper()}{zin[1:]}." if zin else ""


def heeft_corporatie(alle: Sequence[Ijkpunt]) -> bool:
    """Tell whether corporatiebuurten are among them."""
    return any(een.soort is Soort.CORPORATIE for een in alle)

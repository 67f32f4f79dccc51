"""The box to find a wijk or buurt in; what it finds comes from `dashboard.kaart.zoek`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.components.eigen import EigenComponent
from dashboard.kaart.zoek import ADRES
from wijken.zoeken import LANGST

if TYPE_CHECKING:
    from dashboard.context import Context

ZOEK = "kaart-zoek"


class Zoekvak(EigenComponent):
    """The box as Dash sees it; make one with `zoekvak`."""


def zoekvak(context: Context) -> Zoekvak:
    """Make the box: a combobox with what was found under it."""
    woorden = ("naam", "uitleg", "lijst", "wis", "mislukt")
    zinnen = {woord: context.teksten.zin(f"zoek.{woord}") for woord in woorden}
    return Zoekvak({**zinnen, "adres": ADRES, "langst": LANGST}, ZOEK)

"""The switches of what lies on the map and under it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.components.kaart.lagenstaat import JA, Laag
from dashboard.components.schakelaars import Schakelaar, Schakelaars, schakelaars
from dashboard.kaart.punten import voorzieningen
from wijken.regio import Soort

if TYPE_CHECKING:
    from dashboard.components.kaart.beeld import Beeld

LAGEN = "kaart-lagen"


def lagenkeuze(beeld: Beeld) -> Schakelaars:
    """Draw the switches: the layers, and the background where the settings allow it."""
    # A map of wijken has its names already.
    buurten = beeld.staat.niveau is Soort.BUURT
    rij = [_laag(beeld, laag) for laag in Laag if buurten or laag is not Laag.NAMEN]
    if beeld.context.achtergrond:
        rij.append(_achtergrond(beeld))
    return schakelaars(beeld.zin("lagen.naam"), rij, LAGEN)


def _laag(beeld: Beeld, laag: Laag) -> Schakelaar:
    staat = beeld.staat
    anders: dict[str, object] = {"laag": staat.lagen.om(laag).vraag()["laag"]}
    if laag is Laag.INITIATIEVEN:
        anders["initiatief"] = None  # with the signs goes the one that was chosen
    href = staat.adres(**anders)
    zonder = laag is Laag.VOORZIENINGEN and not voorzieningen(beeld)
    noot = beeld.zin("lagen.na_verversing") if zonder else ""
    tekst, aan = beeld.zin(f"lagen.{laag}"), staat.lagen.heeft(laag)
    return Schakelaar(tekst, href, aan, noot, f"merk-{laag}")


def _achtergrond(beeld: Beeld) -> Schakelaar:
    aan = beeld.staat.lagen.achtergrond
    href = beeld.staat.adres(achtergrond=None if aan else JA)
    noot = beeld.zin("lagen.achtergrond_noot")
    return Schakelaar(beeld.zin("lagen.achtergrond"), href, aan, noot)

"""The switches of what lies on the map, and what is said about each layer that is on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.components.kaart_lagenstaat import JA, Laag
from dashboard.components.schakelaars import Schakelaar, Schakelaars, schakelaars

if TYPE_CHECKING:
    from dashboard.components.kaart_beeld import Beeld

LAGEN = "kaart-lagen"
# Those there is something to draw for.
_AANGEBODEN = (Laag.INITIATIEVEN, Laag.FOCUS)


def lagenkeuze(beeld: Beeld) -> Schakelaars:
    """Draw the switches: the layers, and the background where the settings allow it."""
    rij = [_laag(beeld, laag) for laag in _AANGEBODEN]
    if beeld.context.achtergrond:
        rij.append(_achtergrond(beeld))
    return schakelaars(beeld.zin("lagen.naam"), rij, LAGEN)


def _laag(beeld: Beeld, laag: Laag) -> Schakelaar:
    staat = beeld.staat
    href = staat.adres(laag=staat.lagen.om(laag).vraag()["laag"])
    return Schakelaar(
        beeld.zin(f"lagen.{laag}"), href, staat.lagen.heeft(laag), merk=f"merk-{laag}"
    )


def _achtergrond(beeld: Beeld) -> Schakelaar:
    aan = beeld.staat.lagen.achtergrond
    href = beeld.staat.adres(achtergrond=None if aan else JA)
    noot = beeld.zin("lagen.achtergrond_noot")
    return Schakelaar(beeld.zin("lagen.achtergrond"), href, aan, noot)

"""Knows the one outside host a map may ask: the topographical background of PDOK, when it is on.

Source: PDOK, "BRT Achtergrondkaart" (WMTS), layer `grijs` in web mercator, zoom 6 to 19, CC BY 4.0.
"""

from __future__ import annotations

HOST = "https://service.pdok.nl"
TEGELS = f"{HOST}/brt/achtergrondkaart/wmts/v2_0/grijs/EPSG:3857/{{z}}/{{x}}/{{y}}.png"
# South-west and north-east corner of what PDOK draws: outside it would only ask for nothing.
HOEKEN = ((50.5, 3.25), (54.0, 7.6))
ZOOM = (6, 19)


def beelden(*, aan: bool) -> str:
    """Give where a map's document may load images from, for its security policy."""
    return f"img-src 'self' data: {HOST}" if aan else "img-src 'self' data:"

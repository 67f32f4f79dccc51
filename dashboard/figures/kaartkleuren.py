"""The colours of the map's scale on paper; on screen they stand in the style sheet of the map."""

from __future__ import annotations

from dashboard.figures.kaartbeeld import ARCERING, STIPPELS, Vulling

# Even steps in grey, so that a copy in black and white reads as well.
TREDEN = {1: "#ECEAF1", 2: "#CBC6DA", 3: "#A099BD", 4: "#74699B", 5: "#453A6B"}
_PATRONEN = {"arcering": ARCERING, "stippels": STIPPELS}


def vulling(vlak: str) -> Vulling:
    """Give how the class of a legend's box (`trede-3`, `arcering`, `stippels`) is filled."""
    if vlak in _PATRONEN:
        return _PATRONEN[vlak]
    return Vulling(TREDEN[int(vlak.removeprefix("trede-"))])

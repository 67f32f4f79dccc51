"""The colours of the map's scale on paper; on screen they stand in the style sheet of the map."""

from __future__ import annotations

from dashboard.figures.kaartbeeld import ARCERING, GEWIJZIGD, STIPPELS, Vulling

# Even steps in grey, so that a copy in black and white reads as well.
TREDEN = {1: "#ECEAF1", 2: "#CBC6DA", 3: "#A099BD", 4: "#74699B", 5: "#453A6B"}
# Around a reference: from far below to far above.
AFWIJKING = {1: "#6B4A12", 2: "#C9A24E", 3: "#EFEDE6", 4: "#A99CC8", 5: "#4B3A7C"}
# Two themes: the first from light to dark, the second towards ochre.
TWEE = {
    1: "#ECEAF1",
    2: "#A79FC6",
    3: "#5F5390",
    4: "#ECDCAB",
    5: "#AB918C",
    6: "#664B62",
    7: "#DCAE3C",
    8: "#A8742C",
    9: "#58281C",
}
_SCHALEN = {"trede": TREDEN, "afwijking": AFWIJKING, "twee": TWEE}
# Dotted too, so that grey tells them apart: what lies below, and what is high in the second theme.
_GESTIPPELD = {"afwijking": {1, 2}, "twee": {4, 5, 6, 7, 8, 9}}
_PATRONEN = {
    "arcering": ARCERING,
    "stippels": STIPPELS,
    "gewijzigd": GEWIJZIGD,
}


def vulling(vlak: str) -> Vulling:
    """Give how the class of a legend's box (`trede-3`, `afwijking-1`, `arcering`) is filled."""
    if vlak in _PATRONEN:
        return _PATRONEN[vlak]
    schaal, _, nummer = vlak.rpartition("-")
    stap = int(nummer)
    patroon = "punten" if stap in _GESTIPPELD.get(schaal, set()) else ""
    return Vulling(_SCHALEN[schaal][stap], patroon)

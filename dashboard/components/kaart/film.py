"""Playing through the years: only those of one division, the others are a break that is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.components.eigen import EigenComponent
from wijken.periode import Periode

if TYPE_CHECKING:
    from dashboard.components.kaart.beeld import Beeld

FILM = "kaart-film"


class Kaartfilm(EigenComponent):
    """The buttons as Dash sees them; make them with `kaartfilm`."""


def kaartfilm(beeld: Beeld) -> Kaartfilm:
    """Make the buttons: back, play or pause, on; nothing to see where there is but one year."""
    s = beeld.staat
    samen = sorted(u.periode for u in s.uitgaven if u.indeling == s.indeling and u.gemeten)
    anders = sorted(u.periode for u in s.uitgaven if u.indeling != s.indeling and u.gemeten)
    if s.kijk.vorig:
        samen = [jaar for jaar in samen if jaar > s.kijk.vorig.periode]
    woorden = ("naam", "speel", "pauze", "terug", "verder", "stil")
    inhoud = {
        "jaren": [[str(jaar), s.adres(jaar=jaar)] for jaar in samen],
        "nu": s.jaar,
        "noot": _noot(beeld, anders),
        "woorden": {woord: beeld.zin(f"film.{woord}") for woord in woorden},
    }
    return Kaartfilm(inhoud, FILM)


def _noot(beeld: Beeld, anders: list[Periode]) -> str:
    """Name the years that lie in another division."""
    if not anders:
        return ""
    jaren = ", ".join(map(str, anders))
    zin = "breuk_een" if len(anders) == 1 else "breuk"
    return beeld.zin(f"film.{zin}", jaren=jaren, niveaus=beeld.niveaus)

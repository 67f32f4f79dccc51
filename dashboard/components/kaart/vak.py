"""Where the maps stand on the page: one frame, or two side by side with a name above each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dash import html

from dashboard.components.kaart.wens import blad
from dashboard.components.melding import leeg
from dashboard.components.wild import wild

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.components.kaart.beeld import Beeld

BLAD = "kaart-blad"


def kaartvak(beeld: Beeld) -> Component:
    """Draw the frames of the maps that belong to a view."""
    beelden = beeld.beelden
    if len(beelden) == 1:
        return _blad(beeld, BLAD)
    delen = [_een(deel, f"{BLAD}-{n}" if n > 1 else BLAD) for n, deel in enumerate(beelden, 1)]
    return html.Div(delen, className="kaart-naast")


def _een(beeld: Beeld, sleutel: str) -> html.Section:
    # Without the year: words that change with it would let Dash draw the frames anew.
    gebied = beeld.staat.gebied
    kop = html.H2(gebied.plaats, className=f"gebied-naam gebied-{gebied.slug}")
    return html.Section([kop, _blad(beeld, sleutel)])


def _blad(beeld: Beeld, sleutel: str) -> Component:
    """Give a frame; another map is another frame (key): a changed src would break Back."""
    s = beeld.staat
    if not beeld.vorm:
        zin = beeld.zin("geen_grenzen", niveaus=beeld.niveaus, indeling=s.indeling)
        return leeg(zin)
    bron = blad(beeld)
    titel = beeld.zin("kaart_titel", plaats=s.gebied.plaats, niveau=s.niveau)
    vorm = "breed" if beeld.vorm == "breed" and not s.kijk.naast else "hoog"
    return html.Iframe(
        id=sleutel,
        key=bron,
        src=bron,
        title=titel,
        className=f"kaart-blad {vorm}",
        **wild(data_gebied=s.gebied.slug, data_jaar=s.jaar),
    )

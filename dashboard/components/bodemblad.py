"""What is chosen as a sheet at the bottom of a phone; on a wide screen it is just the panel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dash import html

from dashboard.components.eigen import EigenComponent

if TYPE_CHECKING:
    from dash.development.base_component import Component

INHOUD = "kaart-bodem"


class Greep(EigenComponent):
    """The button that opens and closes the sheet, by a tap, a drag or a key."""


def bodemblad(naam: str, zinnen: tuple[str, str], inhoud: Component) -> html.Div:
    """Put a panel on a sheet.

    Args:
        naam: what the sheet is about; it stands on the button also when the sheet is closed.
        zinnen: what the button does: open the sheet, close it.
        inhoud: the panel.
    """
    open_, dicht = zinnen
    greep = Greep({"naam": naam, "open": open_, "dicht": dicht, "inhoud": INHOUD}, "kaart-greep")
    return html.Div([greep, html.Div(inhoud, id=INHOUD)], className="bodemblad")

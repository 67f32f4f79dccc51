"""Draws a long piece of page as one component: Dash's own cost grows with the square of them."""

from __future__ import annotations

from typing import Any

from dash.development.base_component import Component

from dashboard.components.eigen import EigenComponent


class Licht(EigenComponent):
    """The piece as Dash sees it; make one with `licht`."""


def licht(delen: list[Component]) -> Licht:
    """Make one component of elements that no callback will ever change one by one.

    Dash wraps every element of a layout and tells each of them of every change. The list of
    initiatives, 1.472 elements, took 4.5 s to draw in the browser; drawn as one it takes 0.2 s.

    Args:
        delen: elements of `dash.html` with text and each other inside; nothing else.
    """
    return Licht({"delen": [_deel(deel) for deel in delen]})


def _deel(deel: Any) -> Any:  # noqa: ANN401
    if not isinstance(deel, Component):
        return str(deel)
    plat = deel.to_plotly_json()
    eigenschappen = {k: v for k, v in plat["props"].items() if k != "children"}
    inhoud = plat["props"].get("children")
    kinderen = inhoud if isinstance(inhoud, list | tuple) else [inhoud]
    return [plat["type"].lower(), eigenschappen, [_deel(k) for k in kinderen if k is not None]]

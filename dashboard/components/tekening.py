"""Puts a drawing of our own in the page as real SVG: read out, styled, printed like the rest."""

from __future__ import annotations

from dashboard.components.eigen import EigenComponent
from dashboard.figures.svg import Svg
from wijken.errors import WijkenError


class Tekening(EigenComponent):
    """The drawing as Dash sees it; make one with `tekening`."""


def tekening(svg: Svg) -> Tekening:
    """Make a drawing.

    Raises:
        WijkenError: for text that `figures.svg` did not write; it may hold anything.
    """
    if not isinstance(svg, Svg):
        message = f"Een tekening moet door figures.svg gemaakt zijn, gevonden: {type(svg)!r}."
        raise WijkenError(message)
    return Tekening({"svg": str(svg)})

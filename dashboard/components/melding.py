"""A sentence about the page itself: an odd address, something that failed, nothing to show."""

from __future__ import annotations

from dash import html


def melding(zin: str) -> html.P:
    """Say something in passing, above or in a page."""
    return html.P(zin, className="melding")


def leeg(zin: str) -> html.P:
    """Say why there is nothing here."""
    return html.P(zin, className="leeg")

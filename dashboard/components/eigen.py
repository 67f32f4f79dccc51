"""Knows how a component of our own make is told to Dash; the drawing is in `assets/<name>.js`."""

from __future__ import annotations

from typing import Any

from dash.development.base_component import Component


class EigenComponent(Component):
    """Base of components whose script is in our assets as `window.wijken.<class name>`.

    Everything goes in as one plain value, so that a table of a thousand cells is one component
    to Dash and not a thousand.
    """

    _namespace = "wijken"

    def __init__(self, inhoud: dict[str, Any], id: str | None = None) -> None:  # noqa: A002
        """Keep what is to be drawn: texts, numbers, lists of those; no components."""
        self.inhoud = inhoud
        self._type = type(self).__name__
        self._prop_names = ["id", "inhoud"]
        self._children_props: list[str] = []
        self._base_nodes = ["children"]
        self._valid_wildcard_attributes: list[str] = []
        self.available_properties = self._prop_names
        self.available_wildcard_properties: list[str] = []
        super().__init__(inhoud=inhoud, **({"id": id} if id else {}))  # type: ignore[no-untyped-call]

"""Attributes that have a dash in their name, for Dash components."""

from __future__ import annotations

from typing import Any


def wild(**waarden: str) -> dict[str, Any]:
    """Give `aria_label="x"` as `{"aria-label": "x"}`, to be unpacked into a component."""
    return {naam.replace("_", "-"): waarde for naam, waarde in waarden.items()}

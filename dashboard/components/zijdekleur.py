"""The class that gives a side of a comparison its colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dashboard.vergelijken.zijde import Zijde


def kleurklasse(plaats: int, zijde: Zijde) -> str:
    """Give the area's own class, or a quiet one for a second side of the same area.

    Args:
        plaats: 0 for the first side, 1 for the second.
        zijde: the side.
    """
    eigen = zijde.kleur == zijde.gebied.kleur and not zijde.buiten
    return f"gebied-{zijde.gebied.slug}" if eigen else f"zijde-stil zijde-{plaats}"

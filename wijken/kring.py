"""When two figures say partly the same by construction: one was modelled from the other."""

from __future__ import annotations

from dataclasses import dataclass

from wijken.indicator import Cijfersoort, Indicator


@dataclass(frozen=True)
class Kring:
    """A circle: what a modelled figure and another have in common.

    Attributes:
        model: the figure that was modelled.
        uit: the figure that tells what it was modelled from; None when both were modelled.
        kenmerken: the characteristics that they share, in the words of the catalogue.
    """

    model: Indicator
    uit: Indicator | None
    kenmerken: tuple[str, ...]


def kring(een: Indicator, ander: Indicator) -> Kring | None:
    """Tell whether two figures may not be read as cause and effect; None when they may.

    A modelled health figure was made of age, income, homes and so on (`model_uit`): held against
    a figure of those (`kenmerken`) the map shows the model. So do two figures of one model.
    """
    for model, uit in ((een, ander), (ander, een)):
        samen = _samen(model.model_uit, uit.kenmerken)
        if model.soort is Cijfersoort.MODEL and uit.soort is not Cijfersoort.MODEL and samen:
            return Kring(model, uit, samen)
    samen = _samen(een.model_uit, ander.model_uit)
    if een.soort is ander.soort is Cijfersoort.MODEL and samen:
        return Kring(een, None, samen)
    return None


def _samen(een: tuple[str, ...], ander: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(deel for deel in een if deel in ander)

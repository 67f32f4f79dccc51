"""A button that writes something at the server and says how that went."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.components.eigen import EigenComponent


@dataclass(frozen=True)
class Bewaring:
    """What the button does.

    Attributes:
        adres: where it sends.
        velden: what it sends, the proof of our own page included.
        daarna: address to go to when it was kept.
        sluit: name of the button that takes away what is said then.
    """

    adres: str
    velden: Mapping[str, str]
    daarna: str
    sluit: str


class Bewaarknop(EigenComponent):
    """The button as Dash sees it; make one with `bewaarknop`."""


def bewaarknop(tekst: str, mislukt: str, wat: Bewaring, id: str) -> Bewaarknop:  # noqa: A002
    """Make a button; `mislukt` is said when there is no answer at all."""
    inhoud = {
        "tekst": tekst,
        "mislukt": mislukt,
        "adres": wat.adres,
        "velden": dict(wat.velden),
        "daarna": wat.daarna,
        "sluit": wat.sluit,
    }
    return Bewaarknop(inhoud, id)

"""A field to type class limits in; Enter or the button goes to the address that has them."""

from __future__ import annotations

from dashboard.components.eigen import EigenComponent


class Grenzenveld(EigenComponent):
    """The field as Dash sees it; make one with `grenzenveld`."""


def grenzenveld(naam: str, woorden: tuple[str, str, str], adres: str) -> Grenzenveld:
    """Make a labelled field.

    Args:
        naam: label above it.
        woorden: what stands in it, an example under it, the word on the button.
        adres: where it leads, without `klassen`.
    """
    waarde, voorbeeld, knop = woorden
    inhoud = {"naam": naam, "waarde": waarde, "voorbeeld": voorbeeld, "knop": knop, "adres": adres}
    return Grenzenveld(inhoud)

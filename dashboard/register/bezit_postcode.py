"""The buurt of a whole postcode, asked of the address service: each once, and not without end."""

from __future__ import annotations

from dashboard.register.gebieden import Gebieden
from dashboard.register.locatieserver import Adresvraag, Locatieserver
from wijken.errors import BronError, InvoerError
from wijken.regio import Regiocode

# A corporation of ten thousand homes has some five hundred; somebody waits for the answer.
MEEST = 600


class Postcodezoeker:
    """Looks postcodes up until the service falls silent; then nothing is asked any more.

    A postcode that crosses a boundary counts for the buurt of its middle.

    Args:
        dienst: the address service.
        gebieden: our wijken and buurten.
    """

    def __init__(self, dienst: Locatieserver, gebieden: Gebieden) -> None:
        """Remember where to ask; nothing is asked yet."""
        self._dienst = dienst
        self._gebieden = gebieden
        self._bekend: dict[str, Regiocode | None] = {}
        self._stil = False

    def __call__(self, postcode: str) -> Regiocode | None:
        """Give the buurt, None when the service does not know it or does not answer."""
        sleutel = postcode.replace(" ", "").upper()
        if sleutel not in self._bekend:
            if self._stil or len(self._bekend) >= MEEST:
                return None
            self._bekend[sleutel] = self._vraag(f"{sleutel[:4]} {sleutel[4:]}")
        return self._bekend[sleutel]

    def _vraag(self, postcode: str) -> Regiocode | None:
        try:
            gevonden = self._dienst.zoek(Adresvraag("", postcode, ""))
        except BronError:
            self._stil = True
            return None
        if gevonden is None:
            return None
        try:
            return Regiocode.parse(gevonden.buurt)
        except InvoerError:
            ligging = self._gebieden.ligging(*gevonden.punt)
            return ligging.buurt.code if ligging else None

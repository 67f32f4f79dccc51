"""What a corporation says of its own homes: counts per buurt, by type, period, label and rent."""

from __future__ import annotations

from dataclasses import dataclass

from wijken.regio import Regiocode

# Never shown below this many homes, and never to be worked out either (CONTRIBUTING, decisions).
DREMPEL = 10
# What a row may say of its homes, with the values in the order they are shown in.
DIMENSIES: dict[str, tuple[str, ...]] = {
    "soort": ("eengezins", "appartement", ""),
    "bouwperiode": ("voor_1945", "1945_1974", "1975_2004", "vanaf_2005", ""),
    "label": ("A", "B", "C", "D", "E", "F", "G", ""),
    "huurklasse": ("goedkoop", "betaalbaar", "duur", "vrij", ""),
}


@dataclass(frozen=True)
class Bezitregel:
    """So many homes in a buurt that are alike; what is not known of them is "".

    Attributes:
        aantal: at least 1.
    """

    buurt: Regiocode
    aantal: int
    soort: str = ""
    bouwperiode: str = ""
    label: str = ""
    huurklasse: str = ""

    def waarde(self, dimensie: str) -> str:
        """Give what it says of one dimension."""
        return str(getattr(self, dimensie))


@dataclass(frozen=True)
class Opgave:
    """One list of own homes as somebody gave it.

    Attributes:
        peildatum: ISO date the counts are of.
        moment: when it was taken in, UTC.
        openbaar: also shown to who may not edit; by default not.
    """

    id: int
    werkgebied: str
    corporatie: str
    peildatum: str
    moment: str
    door: str
    bestand: str
    openbaar: bool
    regels: tuple[Bezitregel, ...] = ()

    @property
    def aantal(self) -> int:
        """How many homes together; only for who may see every row."""
        return sum(regel.aantal for regel in self.regels)

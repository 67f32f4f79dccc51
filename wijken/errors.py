"""Every error a user may see: one base, an exit code for each kind."""

from __future__ import annotations

from dataclasses import dataclass


class WijkenError(Exception):
    """Base of all errors with a Dutch message for the user; shown without traceback."""

    exit_code = 1


class InvoerError(WijkenError):
    """What the user gave is not usable; the message says what would be."""

    exit_code = 2


class BronError(WijkenError):
    """A source did not answer, or answered something else than it promises."""

    exit_code = 3


@dataclass(frozen=True)
class Fout:
    """One fault in a catalogue file: where it is, what was found, what would be right."""

    bestand: str
    sleutel: str
    melding: str

    def __str__(self) -> str:
        """Give the fault as one line."""
        return f"{self.bestand}: [{self.sleutel}] {self.melding}"


class CatalogusError(WijkenError):
    """The catalogue has faults; all of them are in `fouten`."""

    def __init__(self, fouten: tuple[Fout, ...]) -> None:
        """Keep the faults and make one message of them."""
        self.fouten = fouten
        regels = "\n".join(f"  - {fout}" for fout in fouten)
        super().__init__(f"De catalogus heeft {len(fouten)} fout(en):\n{regels}")

"""What a fetch did to every table, and how to say it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from wijken.errors import BronError, WijkenError

_GOED = 0


class Uitkomst(StrEnum):
    """What happened to a table."""

    NIEUW = "nieuw"
    ONGEWIJZIGD = "ongewijzigd"
    OP_TE_HALEN = "op te halen"
    MISLUKT = "mislukt"
    OVERGESLAGEN = "overgeslagen"


@dataclass(frozen=True)
class Regel:
    """What happened to one table.

    Attributes:
        editie: date of the edition the source has, "" when unknown.
        reden: in Dutch, "" for none.
        rijen: number of rows (cells) written.
        code: exit code of what went wrong, 0 for nothing.
    """

    bron: str
    tabel: str
    uitkomst: Uitkomst
    reden: str = ""
    rijen: int = 0
    seconden: float = 0.0
    editie: str = ""
    code: int = _GOED

    def __str__(self) -> str:
        """Give one line for the command line."""
        omvang = f", {self.rijen} cijfers in {self.seconden:.1f} s" if self.rijen else ""
        reden = f": {self.reden}" if self.reden else ""
        return f"{self.bron} {self.tabel}: {self.uitkomst}{omvang}{reden}"


@dataclass(frozen=True)
class Verslag:
    """What happened to every table that was asked for; `afgebroken`: the user stopped."""

    regels: tuple[Regel, ...]
    afgebroken: bool = False

    def met(self, uitkomst: Uitkomst) -> tuple[Regel, ...]:
        """Give the tables with this outcome."""
        return tuple(regel for regel in self.regels if regel.uitkomst is uitkomst)

    @property
    def mislukt(self) -> bool:
        """Whether a source failed; the others and the old data are whole."""
        return bool(self.met(Uitkomst.MISLUKT))

    @property
    def nieuw(self) -> bool:
        """Whether there is anything to build."""
        return bool(self.met(Uitkomst.NIEUW))

    @property
    def exit_code(self) -> int:
        """0 good; 1 or 2 when something here is wrong; 3 when only sources failed."""
        codes = {regel.code for regel in self.regels} - {_GOED}
        if self.afgebroken:
            codes.add(WijkenError.exit_code)
        hier = sorted(codes - {BronError.exit_code})
        return next(iter(hier or sorted(codes)), _GOED)

    def __str__(self) -> str:
        """Give a line for each table."""
        return "\n".join(str(regel) for regel in self.regels)

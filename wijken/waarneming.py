"""A figure of one indicator for one area and period; a missing figure is a fact too."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from wijken.errors import WijkenError
from wijken.periode import Periode
from wijken.regio import Regiocode


class Status(StrEnum):
    """Whether there is a figure and, if not, why not."""

    GEMETEN = "gemeten"
    GEHEIM = "geheim"
    NVT = "nvt"
    ONBEKEND = "onbekend"
    NIET_GELEVERD = "niet_geleverd"
    NIET_IN_KOPIE = "niet_in_kopie"


@dataclass(frozen=True)
class Herkomst:
    """Where a figure comes from: source id, table, edition of the values."""

    bron: str
    tabel: str
    editie: str


@dataclass(frozen=True)
class Waarneming:
    """One figure, or the reason there is none. `onder` and `boven` are the 95 % margins.

    `onzeker` is true when the figure rests on fewer than the indicator's minimal denominator.

    Raises:
        WijkenError: when value and status contradict each other.
    """

    indicator: str
    regio: Regiocode
    indeling: int
    periode: Periode
    waarde: float | None
    status: Status
    herkomst: Herkomst
    onder: float | None = None
    boven: float | None = None
    onzeker: bool = False

    def __post_init__(self) -> None:
        """Hold the rule: a value exactly when measured."""
        if (self.waarde is None) == (self.status is Status.GEMETEN):
            message = (
                f"{self.indicator} van {self.regio} in {self.periode}: "
                f"waarde {self.waarde} past niet bij status «{self.status}»."
            )
            raise WijkenError(message)

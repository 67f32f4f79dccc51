"""What a comparison goes by: thresholds and figures, read from `data/vergelijken.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from wijken.errors import WijkenError

BESTAND = "vergelijken.toml"


@dataclass(frozen=True)
class Trede:
    """A step of difference: words `id` hold up to and including ratio `tot`."""

    id: str
    tot: float


@dataclass(frozen=True)
class Kloofregel:
    """The parts (0-1) of the buurten between which a gap is told, and how many it takes."""

    laag: float
    hoog: float
    minstens: int


@dataclass(frozen=True)
class Corporatieregel:
    """Buurten where corporations own at least `minstens` percent; so many make a benchmark."""

    indicator: str
    minstens: float
    buurten: int


@dataclass(frozen=True)
class Gelijkenisregel:
    """On which figures buurten are alike, of which year, and how small is too small."""

    periode: int
    indeling: int
    inwoners: str
    minstens: int
    aantal: int
    indicatoren: tuple[str, ...]


@dataclass(frozen=True)
class Regels:
    """All of it.

    Attributes:
        treden: steps of difference, ascending.
        schatting_punten: modelled shares closer than this do not clearly differ.
        stedelijkheid: the indicator that tells how urban a gemeente is.
        gelijke_gemeenten: fewer than so many of like urbanity are no benchmark.
        leeftijd: the age groups, youngest first.
        overzicht: what the overview shows until somebody chooses.
    """

    treden: tuple[Trede, ...]
    schatting_punten: float
    kloof: Kloofregel
    corporatiebuurten: Corporatieregel
    stedelijkheid: str
    gelijke_gemeenten: int
    leeftijd: tuple[str, ...]
    gelijkenis: Gelijkenisregel
    overzicht: tuple[str, ...]

    @property
    def indicatoren(self) -> frozenset[str]:
        """Every indicator that is named in it."""
        namen = {self.corporatiebuurten.indicator, self.stedelijkheid, self.gelijkenis.inwoners}
        return frozenset({*namen, *self.leeftijd, *self.gelijkenis.indicatoren, *self.overzicht})


@cache
def load_regels() -> Regels:
    """Read the project's own rules.

    Raises:
        WijkenError: when the file lacks something or its steps do not ascend.
    """
    pad = resources.files("wijken") / "data" / BESTAND
    return lees_regels(tomllib.loads(pad.read_text(encoding="utf-8")))


def lees_regels(bron: Mapping[str, Any]) -> Regels:
    """Make rules of what the file holds.

    Raises:
        WijkenError: naming the key, what was found and what would be right.
    """
    try:
        gelijk = bron["gelijkenis"]
        regels = Regels(
            tuple(Trede(str(t["id"]), float(t["tot"])) for t in bron["trede"]),
            float(bron["schatting"]["punten"]),
            Kloofregel(**bron["kloof"]),
            Corporatieregel(**bron["corporatiebuurten"]),
            str(bron["stedelijkheid"]["indicator"]),
            int(bron["stedelijkheid"]["gemeenten"]),
            tuple(bron["leeftijd"]["groepen"]),
            Gelijkenisregel(**{**gelijk, "indicatoren": tuple(gelijk["indicatoren"])}),
            tuple(bron["overzicht"]["cijfers"]),
        )
    except (KeyError, TypeError, ValueError) as fout:
        message = f"{BESTAND}: een sleutel ontbreekt of is van een andere soort: {fout}."
        raise WijkenError(message) from fout
    _toets(regels)
    return regels


def toets_bestaan(regels: Regels, indicatoren: Collection[str]) -> None:
    """Hold the rules against the catalogue.

    Raises:
        WijkenError: when they name an indicator that is not there.
    """
    vreemd = sorted(regels.indicatoren - set(indicatoren))
    if vreemd:
        message = f"{BESTAND}: onbekende indicator(en): {', '.join(vreemd)}."
        raise WijkenError(message)


def _toets(regels: Regels) -> None:
    grenzen = [trede.tot for trede in regels.treden]
    if not grenzen or grenzen != sorted(set(grenzen)) or grenzen[0] <= 1:
        message = f"{BESTAND}: [trede] moet oplopen vanaf boven 1, gevonden: {grenzen}."
        raise WijkenError(message)
    if not 0 <= regels.kloof.laag < regels.kloof.hoog <= 1:
        message = f"{BESTAND}: [kloof] laag en hoog: 0 <= laag < hoog <= 1 verwacht."
        raise WijkenError(message)

"""What an indicator is: its meaning, unit, kind, and how it may be added up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum


class Richting(StrEnum):
    """Whether more of it is good for residents; neutral unless the catalogue says why not."""

    NEUTRAAL = "neutraal"
    HOGER = "hoger"
    LAGER = "lager"


class Cijfersoort(StrEnum):
    """How a figure came about."""

    GETELD = "geteld"
    AFGEROND = "afgerond"
    MODEL = "model"


class Optelling(StrEnum):
    """How an indicator adds up over areas."""

    SOM = "som"
    GEWOGEN = "gewogen"
    FORMULE = "formule"
    GEEN = "geen"


class Eenheid(StrEnum):
    """The closed list of units; how each is written is in `opmaak`."""

    AANTAL = "aantal"
    PERSONEN = "personen"
    PROCENT = "procent"
    PER_1000 = "per 1.000 inwoners"
    PER_KM2 = "per km²"
    DUIZEND_EURO = "duizend euro"
    KM = "km"
    KWH = "kWh"
    M3 = "m³"
    PER_HUISHOUDEN = "per huishouden"
    SCORE = "score"
    KLASSE = "klasse"


@dataclass(frozen=True)
class Bronveld:
    """Where a figure stands in a source.

    Attributes:
        bron: id of the source in the catalogue.
        stammen: column stems without number, newest first.
        eenheden: units that are right for this field (tells kWh from m³); empty: any.
        pad: part of a group title above the field, for stems that occur twice; empty: any.
        dimensies: fixed dimension codes, e.g. {"Leeftijd": "20300"}.
        schaal: what the delivered number is multiplied by.
        van, tot: years in which the source has this field; outside them it is not looked for.
    """

    bron: str
    stammen: tuple[str, ...]
    eenheden: tuple[str, ...] = ()
    pad: str = ""
    dimensies: tuple[tuple[str, str], ...] = ()
    schaal: float = 1.0
    van: int = 0
    tot: int = 9999

    def geldt(self, jaren: Sequence[int]) -> bool:
        """Tell whether a table of these years can have the field."""
        return any(self.van <= jaar <= self.tot for jaar in jaren)


@dataclass(frozen=True)
class Formule:
    """A ratio made of other indicators: factor x (sum of teller - sum of min) / sum of noemer."""

    teller: tuple[str, ...]
    noemer: tuple[str, ...]
    factor: float
    min: tuple[str, ...] = ()

    @property
    def delen(self) -> tuple[str, ...]:
        """Every indicator the formula needs."""
        return self.teller + self.min + self.noemer


@dataclass(frozen=True)
class Indicator:
    """One indicator of the catalogue; the texts are for people, the rest for the rules.

    Attributes:
        van_wie: of whom or what it is a share or count ("inwoners", "woningen"), for sentences.
        noemer: the indicator that counts those, if there is one.
        noemer_minimaal: below this many of `noemer` a figure is uncertain.
        gewogen_met: the weight for a weighted mean over areas.
        model_uit: what a modelled figure was modelled from.
        kenmerken: what it tells about people or places, in the words of `model_uit`: a modelled
            figure held against it shows the model.
        kracht: shown among the strengths of an area.
        landelijk: every buurt of the country is kept, so that a place in the country can be told.
    """

    id: str
    thema: str
    naam: str
    kort: str
    eenheid: Eenheid
    decimalen: int
    richting: Richting
    soort: Cijfersoort
    optelling: Optelling
    toelichting: str
    van_wie: str = ""
    gewogen_met: str | None = None
    noemer: str | None = None
    noemer_minimaal: int = 0
    bronvelden: tuple[Bronveld, ...] = ()
    formule: Formule | None = None
    model_uit: tuple[str, ...] = ()
    kenmerken: tuple[str, ...] = ()
    kracht: bool = False
    landelijk: bool = False
    tonen: bool = True
    labels: dict[int, str] = field(default_factory=dict, hash=False, compare=False)

    @property
    def is_aandeel(self) -> bool:
        """True for percentages, which lie between 0 and 100."""
        return self.eenheid is Eenheid.PROCENT

"""The starter list of civic initiatives, found in public pages and not yet checked by anyone."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from enum import StrEnum
from importlib import resources
from pathlib import Path
from typing import Any

from wijken.errors import WijkenError
from wijken.regio import Regiocode

_LIJST = "startlijst.csv"
# What the file does not hold: nobody has checked, placed or changed anything in it.
_KOLOMMEN = [
    "id",
    "werkgebied",
    "naam",
    "soort",
    "omschrijving",
    "themas",
    "voor_wie",
    "organisatie",
    "adres",
    "postcode",
    "plaats",
    "wijk_of_dorp",
    "regio",
    "website",
    "bron_url",
    "bron_datum",
    "zekerheid",
]
# Who did it, where that was the program and not a person.
STARTLIJST = "startlijst"
AUTOMAAT = "automatisch"


class Herkomst(StrEnum):
    """How a row came into the register."""

    STARTLIJST = STARTLIJST
    INVOER = "invoer"
    HAND = "hand"
    OSM = "osm"


class Toestand(StrEnum):
    """Whether a row takes part; nothing is ever thrown away."""

    ACTIEF = "actief"
    UIT = "uit"
    SAMENGEVOEGD = "samengevoegd"


class Plaatsing(StrEnum):
    """How well the place of a row is known."""

    GEEN = ""  # nobody said where, or it is for the whole area
    WIJK = "wijk"  # only the wijk
    BUURT = "buurt"  # only the buurt
    PUNT = "punt"
    WACHT = "wacht"  # there is an address that nobody could look up yet
    NIET_GEVONDEN = "niet_gevonden"
    ELDERS = "elders"  # outside our areas, kept on purpose


@dataclass(frozen=True)
class Initiatief:
    """A civic initiative, facility or professional service; organisations, never persons.

    Attributes:
        werkgebied: slug, or "elders".
        soort: burgerinitiatief, voorziening or professional.
        themas: words of `woorden.toml`, in the order they were given.
        regio: wijk of the newest division, None where no wijk or village is known.
        bron_datum: date of the page it was found on, in the page's own words.
        zekerheid: recent (2024 or later), ouder or onbekend; "" outside the starter list.
        plek: latitude and longitude (EPSG:4326), None while nobody knows them.
        nagekeken: ISO date on which somebody checked it, "" for never.
        gestart: year or ISO date.
        bron: who or what it comes from, in words; `bron_url` when that is a page.
        toestemming: consent to publish: ja, nee, or "" (nobody said).
        plaats_uitleg: what is uncertain about the place, in words; "" for nothing.
        versie: counts the changes of this row; whoever changes it says which one was seen.
    """

    id: str
    werkgebied: str
    naam: str
    soort: str
    omschrijving: str
    themas: tuple[str, ...]
    voor_wie: str
    organisatie: str
    adres: str
    postcode: str
    plaats: str
    wijk_of_dorp: str
    regio: Regiocode | None
    website: str
    bron_url: str
    bron_datum: str
    zekerheid: str
    plek: tuple[float, float] | None = None
    nagekeken: str = ""
    buurt: Regiocode | None = None
    plaatsing: Plaatsing = Plaatsing.GEEN
    plaats_uitleg: str = ""
    gestart: str = ""
    nagekeken_door: str = ""
    bron: str = ""
    toestemming: str = ""
    herkomst: Herkomst = Herkomst.HAND
    status: Toestand = Toestand.ACTIEF
    samengevoegd_met: str = ""
    versie: int = 0
    gemaakt: str = ""
    gewijzigd: str = ""
    door: str = ""

    @property
    def is_zichtbaar(self) -> bool:
        """Whether pages, maps and sheets may show it.

        Consent counts; where nobody said, what stands on a public page may be shown.
        """
        openbaar = self.toestemming == "" and bool(self.website or self.bron_url)
        return self.status is Toestand.ACTIEF and (self.toestemming == "ja" or openbaar)


def startlijst_pad() -> Path:
    """Give where the program keeps its starter list."""
    return Path(str(resources.files("dashboard") / "register" / _LIJST))


def load_initiatieven(pad: Path | None = None) -> tuple[Initiatief, ...]:
    """Read the starter list, in the order of the file.

    Raises:
        WijkenError: when a column is missing or an address is no web address; names the row.
    """
    plaats = pad or startlijst_pad()
    with plaats.open(encoding="utf-8", newline="") as bestand:
        rijen = list(csv.DictReader(bestand, delimiter=";"))
    # Row 1 of the file is the heading.
    return tuple(_lees(rij, f"{plaats.name}, rij {n}") for n, rij in enumerate(rijen, start=2))


def _lees(rij: dict[str, str], plek: str) -> Initiatief:
    ontbreekt = set(_KOLOMMEN) - rij.keys()
    if ontbreekt:
        message = f"{plek}: kolom {', '.join(sorted(ontbreekt))} ontbreekt."
        raise WijkenError(message)
    for kolom in ("website", "bron_url"):
        # These become links: nothing but a web address may.
        if rij[kolom] and not rij[kolom].startswith(("https://", "http://")):
            message = f"{plek}: {kolom} «{rij[kolom]}» is geen webadres (https://…)."
            raise WijkenError(message)
    gewoon: dict[str, Any] = {k: rij[k] for k in _KOLOMMEN if k not in ("themas", "regio")}
    themas = tuple(t.strip() for t in rij["themas"].split(",") if t.strip())
    regio = Regiocode(rij["regio"]) if rij["regio"] else None
    return Initiatief(
        **gewoon,
        themas=themas,
        regio=regio,
        plaatsing=_plaatsing(rij),
        herkomst=Herkomst.STARTLIJST,
        door=STARTLIJST,
    )


def _plaatsing(rij: dict[str, str]) -> Plaatsing:
    # Only with a house number is there anything to look up: a street alone is no place.
    if any(teken.isdigit() for teken in rij["adres"]):
        return Plaatsing.WACHT
    return Plaatsing.WIJK if rij["regio"] else Plaatsing.GEEN

"""The starter list of civic initiatives, found in public pages and not yet checked by anyone."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Any

from wijken.errors import WijkenError
from wijken.regio import Regiocode

_LIJST = "startlijst.csv"
# Nobody has checked or placed anything in the starter list.
_NIET_IN_STARTLIJST = {"plek", "nagekeken"}


@dataclass(frozen=True)
class Initiatief:
    """A civic initiative, facility or professional service; organisations, never persons.

    Attributes:
        soort: burgerinitiatief, voorziening or professional.
        regio: wijk of division 2024, None where no wijk or village is known.
        bron_datum: date of the page it was found on, in the page's own words.
        zekerheid: recent (2024 or later), ouder or onbekend.
        plek: latitude and longitude (EPSG:4326), None while nobody knows them.
        nagekeken: ISO date on which somebody checked it, "" for never.
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


def load_initiatieven(pad: Path | None = None) -> tuple[Initiatief, ...]:
    """Read the starter list, in the order of the file.

    Raises:
        WijkenError: when a column is missing or an address is no web address; names the row.
    """
    plaats = pad or Path(str(resources.files("dashboard") / "register" / _LIJST))
    with plaats.open(encoding="utf-8", newline="") as bestand:
        rijen = list(csv.DictReader(bestand, delimiter=";"))
    # Row 1 of the file is the heading.
    return tuple(_lees(rij, f"{plaats.name}, rij {n}") for n, rij in enumerate(rijen, start=2))


def _lees(rij: dict[str, str], plek: str) -> Initiatief:
    kolommen = Initiatief.__dataclass_fields__.keys() - _NIET_IN_STARTLIJST
    ontbreekt = kolommen - rij.keys()
    if ontbreekt:
        message = f"{plek}: kolom {', '.join(sorted(ontbreekt))} ontbreekt."
        raise WijkenError(message)
    for kolom in ("website", "bron_url"):
        # These become links: nothing but a web address may.
        if rij[kolom] and not rij[kolom].startswith(("https://", "http://")):
            message = f"{plek}: {kolom} «{rij[kolom]}» is geen webadres (https://…)."
            raise WijkenError(message)
    gewoon: dict[str, Any] = {k: rij[k] for k in kolommen - {"themas", "regio"}}
    themas = tuple(t.strip() for t in rij["themas"].split(",") if t.strip())
    regio = Regiocode(rij["regio"]) if rij["regio"] else None
    return Initiatief(**gewoon, themas=themas, regio=regio)

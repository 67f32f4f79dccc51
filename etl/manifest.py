"""What a snapshot says about itself: table, edition, columns, what is real, checksums."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from wijken.errors import WijkenError
from wijken.lezer import Foutenlijst, Plek, Vorm, toets_vorm

ONBEKEND = "onbekend"
OPNIEUW = "Verwijder de map en haal de gegevens opnieuw op."


class SnapshotError(WijkenError):
    """A snapshot is damaged or incomplete."""


@dataclass(frozen=True)
class Kolom:
    """A column of the source's own column list.

    Attributes:
        veld: the edition's own key, e.g. `AantalInwoners_5`.
        stam: the key without its number, e.g. `AantalInwoners`.
        pad: titles of the groups above it, joined by " > ".
        datatype: as the source names it (`Long`, `Double`, `String`, ...).
    """

    veld: str
    stam: str
    titel: str
    eenheid: str = ""
    pad: str = ""
    datatype: str = ""
    decimalen: int = 0
    omschrijving: str = ""


@dataclass(frozen=True)
class Manifest:
    """Everything a later reader must know about a snapshot.

    Attributes:
        indeling: year of the gemeente/wijk/buurt division of its regions.
        editie_waarden: ISO date of the edition the values are from, or "onbekend".
        editie_sleutels: ISO date of the edition the column keys are from, "onbekend" or "".
        gewijzigd: the source's own `Modified`, "" when unknown.
        opgehaald: ISO date on which the copy was made.
        getypeerd: true for numbers and nulls, false for texts (`.` and blank differ).
        volledig: true when every column and region of the scope is in the copy.
        gebieden: gemeenten whose wijken and buurten were asked for; empty when not noted.
        landelijk: the wijken and buurten of every gemeente were asked for.
        controlesommen: sha256 of each file.
    """

    bron: str
    tabel: str
    titel: str
    indeling: int
    perioden: tuple[int, ...]
    editie_waarden: str
    opgehaald: str
    licentie: str
    bronregel: str
    adres: str
    getypeerd: bool
    volledig: bool
    wat_is_echt: str
    wat_is_samengesteld: str = ""
    editie_sleutels: str = ""
    gewijzigd: str = ""
    ingebed: bool = False
    gebieden: tuple[str, ...] = ()
    landelijk: bool = False
    kolommen: tuple[Kolom, ...] = ()
    rijen: int = 0
    controlesommen: Mapping[str, str] = field(default_factory=dict)

    @property
    def mapnaam(self) -> str:
        """The name of its folder: table and edition, or date of fetching when that is unknown."""
        datum = self.opgehaald if self.editie_waarden == ONBEKEND else self.editie_waarden
        return f"{self.tabel}_{datum}{'_landelijk' if self.landelijk else ''}"


_MANIFEST: Vorm = {
    "bron": (str, True),
    "tabel": (str, True),
    "titel": (str, True),
    "indeling": (int, True),
    "perioden": (list, True),
    "editie_waarden": (str, True),
    "opgehaald": (str, True),
    "licentie": (str, True),
    "bronregel": (str, True),
    "adres": (str, True),
    "getypeerd": (bool, True),
    "volledig": (bool, True),
    "wat_is_echt": (str, True),
    "wat_is_samengesteld": (str, False),
    "editie_sleutels": (str, False),
    "gewijzigd": (str, False),
    "ingebed": (bool, False),
    "gebieden": (list, False),
    "landelijk": (bool, False),
    "kolommen": (list, True),
    "rijen": (int, True),
    "controlesommen": (dict, True),
}
_KOLOM: Vorm = {
    "veld": (str, True),
    "stam": (str, True),
    "titel": (str, True),
    "eenheid": (str, False),
    "pad": (str, False),
    "datatype": (str, False),
    "decimalen": (int, False),
    "omschrijving": (str, False),
}


def lees_manifest(pad: Path) -> Manifest:
    """Read a manifest and check its form.

    Raises:
        SnapshotError: with every fault found, each with its key.
    """
    fouten = Foutenlijst()
    plek = Plek(str(pad))
    goed = toets_vorm(_lees_json(pad), _MANIFEST, plek, fouten)
    kolommen = [
        toets_vorm(kolom, _KOLOM, plek.bij(f"kolommen[{n}]"), fouten)
        for n, kolom in enumerate(goed.get("kolommen", []))
    ]
    if not all(type(jaar) is int for jaar in goed.get("perioden", [])):
        fouten.meld(plek.bij("perioden"), "een lijst van jaren verwacht")
    if not all(isinstance(code, str) for code in goed.get("gebieden", [])):
        fouten.meld(plek.bij("gebieden"), "een lijst van gemeentecodes verwacht")
    if fouten.fouten:
        regels = "\n".join(f"  - {fout}" for fout in fouten.fouten)
        message = f"Het manifest van een snapshot heeft fouten. {OPNIEUW}\n{regels}"
        raise SnapshotError(message)
    goed["kolommen"] = tuple(Kolom(**kolom) for kolom in kolommen)
    goed["perioden"] = tuple(goed["perioden"])
    goed["gebieden"] = tuple(goed.get("gebieden", []))
    return Manifest(**goed)


def _lees_json(pad: Path) -> object:
    try:
        gelezen: object = json.loads(pad.read_text(encoding="utf-8"))
    except FileNotFoundError:
        message = (
            f"Snapshot «{pad.parent}» is niet heel: het bestand {pad.name} ontbreekt. {OPNIEUW}"
        )
        raise SnapshotError(message) from None
    except (json.JSONDecodeError, UnicodeDecodeError) as fout:
        message = (
            f"Snapshot «{pad.parent}» is beschadigd: {pad.name} is geen JSON ({fout}). {OPNIEUW}"
        )
        raise SnapshotError(message) from None
    return gelezen

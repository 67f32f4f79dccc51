"""What the rules have to say about a field: a fault, a question, or something to know."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from dashboard.teksten import Teksten, load_teksten

_LANGST = 80


class Ernst(StrEnum):
    """How serious it is."""

    FOUT = "fout"  # not taken in like this
    VRAAG = "vraag"  # taken in when somebody says yes
    OPMERKING = "opmerking"  # taken in, and told


@dataclass(frozen=True)
class Bevinding:
    """One thing about one field; the sentences are finished.

    Attributes:
        veld: name of the field, "" for the row as a whole.
        gevonden: what stood there, shortened.
        melding: what is wrong, or asked.
        goed: what would be right, "" where there is nothing to add.
        kolom: the heading of the column in the user's file, "" outside a file.
    """

    ernst: Ernst
    veld: str
    gevonden: str
    melding: str
    goed: str = ""
    kolom: str = ""


def fout(veld: str, gevonden: str, sleutel: str, **velden: object) -> Bevinding:
    """Make a fault; the sentences are `register.regels.<sleutel>` with `gevonden` in them."""
    return _maak(Ernst.FOUT, veld, gevonden, (sleutel, velden))


def vraag(veld: str, gevonden: str, sleutel: str, **velden: object) -> Bevinding:
    """Make a question, that somebody has to say yes to."""
    return _maak(Ernst.VRAAG, veld, gevonden, (sleutel, velden))


def opmerking(veld: str, gevonden: str, sleutel: str, **velden: object) -> Bevinding:
    """Make something to know; nothing has to be done."""
    return _maak(Ernst.OPMERKING, veld, gevonden, (sleutel, velden))


def zin(sleutel: str, /, **velden: object) -> str:
    """Give a sentence of the interface by its whole key."""
    return _teksten().zin(sleutel, **velden)


def waarom(wat: str, fout: OSError) -> str:
    """Tell why a file cannot be read (`lezen`) or written (`schrijven`)."""
    return _teksten().waarom(wat, fout)


@cache
def _teksten() -> Teksten:
    return load_teksten()


def _maak(
    ernst: Ernst, veld: str, gevonden: str, tekst: tuple[str, dict[str, object]]
) -> Bevinding:
    sleutel, velden = tekst
    kort = gevonden if len(gevonden) <= _LANGST else f"{gevonden[:_LANGST]}…"
    alles = {"gevonden": kort, **velden}
    blok = _teksten()["register"]["regels"][sleutel]
    goed = zin(f"register.regels.{sleutel}.goed", **alles) if "goed" in blok else ""
    return Bevinding(ernst, veld, kort, zin(f"register.regels.{sleutel}.melding", **alles), goed)

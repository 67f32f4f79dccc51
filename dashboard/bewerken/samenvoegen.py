"""Three versions of one row: as somebody saw it, as they typed it, as it became meanwhile."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Verschil:
    """A field in which my version and the register's differ.

    Attributes:
        botst: both changed it.
        wint: whose text goes on in the form: mijn, where I changed it, else hun.
    """

    naam: str
    mijn: str
    hun: str
    botst: bool
    wint: str


@dataclass(frozen=True)
class Samen:
    """The fields to go on with, and where the versions differ."""

    velden: Mapping[str, str]
    verschillen: tuple[Verschil, ...]


def voeg_samen(gezien: Mapping[str, str], mijn: Mapping[str, str], hun: Mapping[str, str]) -> Samen:
    """Put what I typed over what the other made of it, field by field.

    A field I left as I saw it becomes theirs; what I typed stays, also where both changed it.

    Args:
        gezien: the fields as I saw them.
        mijn: the fields as I sent them.
        hun: the fields as they are now.
    """
    velden: dict[str, str] = {}
    verschillen = []
    for naam, tekst in mijn.items():
        ander, eerst = hun.get(naam, ""), gezien.get(naam, "")
        wint = "hun" if tekst == eerst else "mijn"
        velden[naam] = ander if wint == "hun" else tekst
        if tekst != ander:
            botst = eerst not in (tekst, ander)
            verschillen.append(Verschil(naam, tekst, ander, botst, wint))
    return Samen(velden, tuple(verschillen))

"""Reads rows of the register, and what happened to one of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from dashboard.register.initiatieven import Initiatief
from dashboard.register.model import InitiatiefRij, WijzigingRij
from dashboard.register.omzetten import inhoud, uit_beeld


@dataclass(frozen=True)
class Wijziging:
    """One change of one row.

    Attributes:
        soort: what was done: ingevoerd, gewijzigd, nagekeken, ...
        velden: the columns that changed, each with its value before and after.
        beurt: the batch it belongs to, None when it was done by hand.
        voor: the row before, None when there was none.
        na: the row after, None when it was taken away.
    """

    versie: int
    soort: str
    moment: str
    door: str
    velden: tuple[tuple[str, Any, Any], ...]
    beurt: int | None
    voor: Initiatief | None
    na: Initiatief | None


def lees_alle(sessie: Session) -> tuple[Initiatief, ...]:
    """Give every row, by area, name and id."""
    tabel = InitiatiefRij.__table__
    alle = (uit_beeld(dict(rij)) for rij in sessie.execute(select(tabel)).mappings())
    return tuple(sorted(alle, key=lambda i: (i.werkgebied, i.naam.casefold(), i.id)))


def lees_geschiedenis(sessie: Session, id_: str) -> tuple[Wijziging, ...]:
    """Give every change of a row, the newest first."""
    vraag = (
        select(WijzigingRij).where(WijzigingRij.initiatief == id_).order_by(WijzigingRij.id.desc())
    )
    return tuple(_wijziging(rij) for rij in sessie.scalars(vraag))


def _wijziging(rij: WijzigingRij) -> Wijziging:
    voor, na = inhoud(rij.voor or {}), inhoud(rij.na or {})
    velden = tuple(
        (naam, voor.get(naam), na.get(naam))
        for naam in {**voor, **na}
        if voor.get(naam) != na.get(naam)
    )
    return Wijziging(
        rij.versie,
        rij.soort,
        rij.moment,
        rij.door,
        velden,
        rij.beurt,
        uit_beeld(rij.voor) if rij.voor else None,
        uit_beeld(rij.na) if rij.na else None,
    )

"""Lists that were taken in at once, and undoing one: never over a later change."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from sqlalchemy import select
from sqlalchemy.orm import Session

from dashboard.register.bewaren import (
    Aanleiding,
    Ids,
    neem_rij_weg,
    nu,
    verander_rij,
    voeg_rij_toe,
    zoek_rij,
)
from dashboard.register.initiatieven import Herkomst, Initiatief
from dashboard.register.model import InitiatiefRij, InvoerbeurtRij, WijzigingRij
from dashboard.register.omzetten import uit_beeld
from wijken.errors import InvoerError

ONGEDAAN = "ongedaan"


@dataclass(frozen=True)
class Invoerbeurt:
    """One list that was taken in: when, by whom, from which file, how many rows.

    Attributes:
        bestand: the name of the file, as a label; never a path.
        ongedaan: moment at which it was undone, "" for never.
    """

    id: int
    moment: str
    door: str
    bestand: str
    herkomst: Herkomst
    aantal: int
    ongedaan: str = ""
    ongedaan_door: str = ""


@dataclass(frozen=True)
class Ongedaan:
    """What an undo did: names of the rows it put back, and of those changed since and kept."""

    teruggezet: tuple[str, ...]
    gehouden: tuple[str, ...]


@dataclass(frozen=True)
class Lading:
    """Rows to take in at once.

    Attributes:
        nieuw: rows to add; an empty id gets one.
        anders: rows whose contents replace those of the row with the same id.
    """

    bestand: str
    door: str
    herkomst: Herkomst
    nieuw: tuple[Initiatief, ...] = ()
    anders: tuple[Initiatief, ...] = ()


def lees_beurten(sessie: Session) -> tuple[Invoerbeurt, ...]:
    """Give all batches, the newest first."""
    rijen = sessie.scalars(select(InvoerbeurtRij).order_by(InvoerbeurtRij.id.desc()))
    return tuple(
        Invoerbeurt(
            rij.id,
            rij.moment,
            rij.door,
            rij.bestand,
            Herkomst(rij.herkomst),
            rij.aantal,
            rij.ongedaan,
            rij.ongedaan_door,
        )
        for rij in rijen
    )


def neem_lading_op(sessie: Session, lading: Lading) -> int:
    """Write all rows of a list and give the number of the batch."""
    beurt = InvoerbeurtRij(
        moment=nu(),
        door=lading.door,
        bestand=lading.bestand[:200],
        herkomst=str(lading.herkomst),
        aantal=len(lading.nieuw) + len(lading.anders),
    )
    sessie.add(beurt)
    sessie.flush()
    ids = Ids(sessie)
    for initiatief in lading.nieuw:
        reden = Aanleiding("ingevoerd", lading.door, beurt.id, beurt.moment)
        voeg_rij_toe(sessie, ids, initiatief, reden)
    for initiatief in lading.anders:
        reden = Aanleiding("bijgewerkt", lading.door, beurt.id, beurt.moment)
        verander_rij(sessie, zoek_rij(sessie, initiatief.id), initiatief, reden)
    return beurt.id


def draai_terug(sessie: Session, beurt_id: int, door: str) -> Ongedaan:
    """Undo a batch: its new rows go, its changed rows become what they were.

    Raises:
        InvoerError: when there is no such batch, it was undone before, or it is the starter list.
    """
    beurt = sessie.get(InvoerbeurtRij, beurt_id, with_for_update=True)
    if beurt is None:
        message = f"Er is geen invoer met nummer {beurt_id}."
        raise InvoerError(message)
    if beurt.ongedaan:
        message = f"Invoer {beurt_id} is al ongedaan gemaakt, op {beurt.ongedaan}."
        raise InvoerError(message)
    if beurt.herkomst == Herkomst.STARTLIJST:
        message = "De startlijst hoort bij het programma en kan niet ongedaan worden gemaakt."
        raise InvoerError(message)
    reden = Aanleiding(ONGEDAAN, door, beurt_id)
    beurt.ongedaan, beurt.ongedaan_door = reden.moment, door
    return _draai_rijen_terug(sessie, _wijzigingen(sessie, beurt_id), reden)


def _wijzigingen(sessie: Session, beurt_id: int) -> list[WijzigingRij]:
    vraag = (
        select(WijzigingRij)
        .where(WijzigingRij.beurt == beurt_id)
        .order_by(WijzigingRij.initiatief, WijzigingRij.id)
    )
    return list(sessie.scalars(vraag))


def _draai_rijen_terug(
    sessie: Session, alle: Iterable[WijzigingRij], reden: Aanleiding
) -> Ongedaan:
    terug, gehouden = [], []
    for _, groep in groupby(alle, key=lambda w: w.initiatief):
        stappen = list(groep)
        rij = sessie.get(InitiatiefRij, stappen[0].initiatief, with_for_update=True)
        if rij is None:
            continue
        naam = rij.naam
        if rij.versie != stappen[-1].versie:
            gehouden.append(naam)
            continue
        _zet_terug(sessie, rij, stappen[0], reden)
        terug.append(naam)
    return Ongedaan(tuple(terug), tuple(gehouden))


def _zet_terug(
    sessie: Session, rij: InitiatiefRij, eerste: WijzigingRij, reden: Aanleiding
) -> None:
    if eerste.voor is None:
        neem_rij_weg(sessie, rij, reden)
    else:
        verander_rij(sessie, rij, uit_beeld(eerste.voor), reden)

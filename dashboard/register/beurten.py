"""Lists that were taken in at once, and undoing one: never over a later change."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from sqlalchemy import select
from sqlalchemy.orm import Session

from dashboard.register.bewaren import (
    Aanleiding,
    BotsingError,
    Ids,
    neem_rij_weg,
    nu,
    verander_rij,
    voeg_rijen_toe,
    zoek_rij,
)
from dashboard.register.initiatieven import Herkomst, Initiatief
from dashboard.register.model import InitiatiefRij, InvoerbeurtRij, WijzigingRij
from dashboard.register.omzetten import inhoud, naar_beeld, naar_initiatief, uit_beeld
from wijken.errors import InvoerError

ONGEDAAN = "ongedaan"
# Databases limit how many values one question may hold.
_PER_VRAAG = 500
# More than this does not fit in a column of numbers.
_HOOGSTE = 2**63 - 1


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
        anders: rows whose contents replace those of the row with the same id; their `versie` is
            the one that was seen.
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
    """Write all rows of a list and give the number of the batch.

    Raises:
        BotsingError: when a row was changed after it was seen; then nothing is written.
    """
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
    # One trip to the file for all rows; looking each one up would write the others first.
    rijen = _rijen(sessie, [i.id for i in lading.anders])
    reden = Aanleiding("ingevoerd", lading.door, beurt.id, beurt.moment)
    voeg_rijen_toe(sessie, ids, lading.nieuw, reden)
    for initiatief in lading.anders:
        reden = Aanleiding("bijgewerkt", lading.door, beurt.id, beurt.moment)
        rij = rijen.get(initiatief.id) or zoek_rij(sessie, initiatief.id)
        if rij.versie != initiatief.versie:
            raise BotsingError(naar_initiatief(rij))
        verander_rij(sessie, rij, initiatief, reden)
    return beurt.id


def _rijen(sessie: Session, ids: Sequence[str]) -> dict[str, InitiatiefRij]:
    """Give rows by id, for writing; those that are not there (any more) are left out."""
    gevonden: dict[str, InitiatiefRij] = {}
    for begin in range(0, len(ids), _PER_VRAAG):
        vraag = select(InitiatiefRij).where(InitiatiefRij.id.in_(ids[begin : begin + _PER_VRAAG]))
        gevonden |= {rij.id: rij for rij in sessie.scalars(vraag.with_for_update())}
    return gevonden


def draai_terug(sessie: Session, beurt_id: int, door: str) -> Ongedaan:
    """Undo a batch: its new rows go, its changed rows become what they were.

    Raises:
        InvoerError: when there is no such batch, it was undone before, or it is the starter list.
    """
    past = beurt_id <= _HOOGSTE
    beurt = sessie.get(InvoerbeurtRij, beurt_id, with_for_update=True) if past else None
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
    sessie: Session, alle: Sequence[WijzigingRij], reden: Aanleiding
) -> Ongedaan:
    terug, gehouden = [], []
    rijen = _rijen(sessie, sorted({w.initiatief for w in alle}))
    for id_, groep in groupby(alle, key=lambda w: w.initiatief):
        stappen = list(groep)
        rij = rijen.get(id_)
        if rij is None:
            continue
        naam = rij.naam
        if not _is_ongemoeid(rij, stappen[-1]):
            gehouden.append(naam)
            continue
        _zet_terug(sessie, rij, stappen[0], reden)
        terug.append(naam)
    return Ongedaan(tuple(terug), tuple(gehouden))


def _is_ongemoeid(rij: InitiatiefRij, laatste: WijzigingRij) -> bool:
    """Tell whether a row says what the batch made of it: a later batch may be undone already."""
    if rij.versie == laatste.versie:
        return True
    nu_ = naar_beeld(naar_initiatief(rij))
    return laatste.na is not None and inhoud(nu_) == inhoud(laatste.na)


def _zet_terug(
    sessie: Session, rij: InitiatiefRij, eerste: WijzigingRij, reden: Aanleiding
) -> None:
    if eerste.voor is None:
        neem_rij_weg(sessie, rij, reden)
    else:
        verander_rij(sessie, rij, uit_beeld(eerste.voor), reden)

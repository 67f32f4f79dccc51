"""Brings the program's starter list into the register: what is new comes, what users did stays."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from dashboard.register.bewaren import Aanleiding, Ids, nu, verander_rij, voeg_rij_toe
from dashboard.register.initiatieven import (
    AUTOMAAT,
    STARTLIJST,
    Initiatief,
    load_initiatieven,
    startlijst_pad,
)
from dashboard.register.model import InitiatiefRij, InvoerbeurtRij, Stand, WijzigingRij
from dashboard.register.omzetten import naar_initiatief

_PROGRAMMA = (STARTLIJST, AUTOMAAT)
_ADRES = ("adres", "postcode", "plaats")
_PLEK = ("plek", "plaatsing", "plaats_uitleg", "regio", "buurt", "wijk_of_dorp")


def kenmerk_startlijst(pad: Path | None = None) -> str:
    """Give the print of the starter list: another list has another print."""
    return sha256((pad or startlijst_pad()).read_bytes()).hexdigest()


def is_bijgewerkt(sessie: Session, kenmerk: str) -> bool:
    """Tell whether the register has taken in this very list."""
    stand = sessie.get(Stand, STARTLIJST)
    return stand is not None and stand.tekst == kenmerk


def neem_startlijst_op(sessie: Session, pad: Path | None = None) -> int:
    """Add what is new in the list, refresh what nobody touched; give the number of rows written.

    Rows that a user changed, retired or merged stay as they are; a row that is no longer in the
    list stays too.
    """
    kenmerk = kenmerk_startlijst(pad)
    if is_bijgewerkt(sessie, kenmerk):
        return 0
    beurt = InvoerbeurtRij(
        moment=nu(), door=STARTLIJST, bestand=kenmerk[:12], herkomst=STARTLIJST, aantal=0
    )
    sessie.add(beurt)
    sessie.flush()
    reden = Aanleiding("ingevoerd", STARTLIJST, beurt.id, beurt.moment)
    beurt.aantal = _schrijf(sessie, load_initiatieven(pad), reden)
    stand = sessie.merge(Stand(sleutel=STARTLIJST, getal=0, tekst=kenmerk))
    stand.getal = int(date.today().strftime("%Y%m%d"))  # noqa: DTZ011 - the day here
    return beurt.aantal


def _schrijf(sessie: Session, lijst: tuple[Initiatief, ...], reden: Aanleiding) -> int:
    rijen = {rij.id: rij for rij in sessie.scalars(select(InitiatiefRij))}
    bekend = rijen.keys() | set(sessie.scalars(select(WijzigingRij.initiatief).distinct()))
    van_gebruikers = _aangeraakt(sessie)
    ids = Ids(sessie)
    geschreven = 0
    for initiatief in lijst:
        rij = rijen.get(initiatief.id)
        if initiatief.id not in bekend:
            voeg_rij_toe(sessie, ids, initiatief, reden)
            geschreven += 1
        elif rij is not None and initiatief.id not in van_gebruikers:
            oud = rij.versie
            geschreven += verander_rij(sessie, rij, _met_plek(rij, initiatief), reden).versie > oud
    return geschreven


def _aangeraakt(sessie: Session) -> set[str]:
    """Give the ids of rows that somebody changed, or brought in, by hand or with a list."""
    vraag = select(WijzigingRij.initiatief).where(WijzigingRij.door.not_in(_PROGRAMMA)).distinct()
    return set(sessie.scalars(vraag))


def _met_plek(rij: InitiatiefRij, initiatief: Initiatief) -> Initiatief:
    """Keep the point that was looked up, as long as the address is the same."""
    nu_in_register = naar_initiatief(rij)
    if any(getattr(nu_in_register, veld) != getattr(initiatief, veld) for veld in _ADRES):
        return initiatief
    return replace(initiatief, **{veld: getattr(nu_in_register, veld) for veld in _PLEK})

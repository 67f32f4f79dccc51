"""Keeps lists of own homes in the register's file: taken in whole, undone whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sqlalchemy import select

from dashboard.register.bewaren import nu
from dashboard.register.bezit import Bezitregel, Opgave
from dashboard.register.bezit_afscherming import Getoond, scherm_af
from dashboard.register.model import BezitOpgaveRij, BezitRegelRij
from wijken.errors import InvoerError
from wijken.regio import Regiocode

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from dashboard.register.registerbestand import Registerbestand

_LANGST_NAAM, _LANGST_BESTAND = 80, 200


@dataclass(frozen=True)
class Bezit:
    """The list of a corporation that holds now, without its rows, and what may be seen of it."""

    opgave: Opgave
    getoond: Getoond


def neem_op(bestand: Registerbestand, opgave: Opgave) -> int:
    """Keep a list and all its rows, or with an error nothing; give its number.

    Raises:
        InvoerError: without a corporation, or without rows.
        WijkenError: when nothing can be kept.
    """
    if not opgave.corporatie.strip() or not opgave.regels:
        message = "Een opgave heeft de naam van een corporatie en ten minste één rij nodig."
        raise InvoerError(message)
    with bestand.schrijven(opgave.door) as sessie:
        rij = BezitOpgaveRij(
            werkgebied=opgave.werkgebied,
            corporatie=opgave.corporatie.strip()[:_LANGST_NAAM],
            peildatum=opgave.peildatum,
            moment=nu(),
            door=opgave.door,
            bestand=opgave.bestand[:_LANGST_BESTAND],
            openbaar=opgave.openbaar,
        )
        sessie.add(rij)
        sessie.flush()
        sessie.add_all(_naar_rij(rij.id, regel) for regel in opgave.regels)
        return rij.id


def maak_ongedaan(bestand: Registerbestand, nummer: int, door: str) -> None:
    """Take a list away; the one of the same corporation before it holds again.

    Raises:
        InvoerError: when there is no such list, or it was undone before.
    """
    with bestand.schrijven(door) as sessie:
        rij = sessie.get(BezitOpgaveRij, nummer, with_for_update=True)
        if rij is None or rij.ongedaan:
            message = f"Er is geen opgave met nummer {nummer} die nog geldt."
            raise InvoerError(message)
        rij.ongedaan, rij.ongedaan_door = nu(), door


def geldend(bestand: Registerbestand, werkgebied: str) -> tuple[Bezit, ...]:
    """Give of each corporation in a werkgebied the list that holds, by name.

    What it gives has no rows: nobody who draws a page or writes a file can show too much.
    """
    return bestand.onthoud(
        f"bezit {werkgebied}",
        lambda sessie: tuple(
            Bezit(replace(opgave, regels=()), scherm_af(opgave.regels))
            for opgave in _laatste(sessie, werkgebied)
        ),
        tuple,
    )


def _laatste(sessie: Session, werkgebied: str) -> Sequence[Opgave]:
    vraag = (
        select(BezitOpgaveRij)
        .where(BezitOpgaveRij.werkgebied == werkgebied, BezitOpgaveRij.ongedaan == "")
        .order_by(BezitOpgaveRij.id)
    )
    per_naam = {rij.corporatie.casefold(): rij for rij in sessie.scalars(vraag)}
    return [_naar_opgave(sessie, per_naam[naam]) for naam in sorted(per_naam)]


def _naar_opgave(sessie: Session, rij: BezitOpgaveRij) -> Opgave:
    regels = sessie.scalars(
        select(BezitRegelRij).where(BezitRegelRij.opgave == rij.id).order_by(BezitRegelRij.id)
    )
    return Opgave(
        rij.id,
        rij.werkgebied,
        rij.corporatie,
        rij.peildatum,
        rij.moment,
        rij.door,
        rij.bestand,
        rij.openbaar,
        tuple(
            Bezitregel(Regiocode(r.buurt), r.aantal, r.soort, r.bouwperiode, r.label, r.huurklasse)
            for r in regels
        ),
    )


def _naar_rij(nummer: int, regel: Bezitregel) -> BezitRegelRij:
    return BezitRegelRij(
        opgave=nummer,
        buurt=regel.buurt.code,
        aantal=regel.aantal,
        soort=regel.soort,
        bouwperiode=regel.bouwperiode,
        label=regel.label,
        huurklasse=regel.huurklasse,
    )

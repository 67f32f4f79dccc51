"""Writes rows of the register: no row changes without its change being kept beside it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import func, insert, select
from sqlalchemy.orm import Session

from dashboard.register.initiatieven import Initiatief
from dashboard.register.model import InitiatiefRij, WijzigingRij
from dashboard.register.omzetten import inhoud, naar_beeld, naar_initiatief
from wijken.errors import InvoerError

_LANGSTE_ID = 60


def nu() -> str:
    """Give this moment, UTC, to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


@dataclass(frozen=True)
class Aanleiding:
    """Why rows change: what is done (`soort`), by whom, when, and in which batch."""

    soort: str
    door: str
    beurt: int | None = None
    moment: str = field(default_factory=nu)


class BotsingError(InvoerError):
    """Somebody else changed the row after it was seen; `huidig` is what it says now."""

    def __init__(self, huidig: Initiatief) -> None:
        """Keep the other's row, so that a page can show both."""
        self.huidig = huidig
        super().__init__(
            f"«{huidig.naam}» is intussen veranderd door {huidig.door or 'iemand anders'} "
            f"({huidig.gewijzigd}). Uw wijziging is niet bewaard; kijk wat er nu staat."
        )


# Pages beside those of single initiatives: an initiative with such an id could not be reached.
VASTE_PAGINAS = frozenset({"dubbelen", "invoer", "invulblad", "lijst", "nieuw", "plaatsen"})


class Ids:
    """Hands out ids that nobody has or had; made for one transaction."""

    def __init__(self, sessie: Session) -> None:
        """Read which ids are taken, those of rows that an undo took away included."""
        laatste = func.max(WijzigingRij.versie)
        vraag = select(WijzigingRij.initiatief, laatste).group_by(WijzigingRij.initiatief)
        self._laatste: dict[str, int] = {}
        for id_, versie in sessie.execute(vraag):
            self._laatste[id_] = versie

    def nieuw(self, naam: str) -> str:
        """Give an id made of a name: `repair-cafe-almelo`, with a number where that is taken."""
        plat = unicodedata.normalize("NFKD", naam).encode("ascii", "ignore").decode().lower()
        basis = re.sub(r"[^a-z0-9]+", "-", plat).strip("-")[:_LANGSTE_ID].strip("-") or "initiatief"
        kandidaat, n = basis, 1
        while kandidaat in self._laatste or kandidaat in VASTE_PAGINAS:
            n += 1
            kandidaat = f"{basis}-{n}"
        return kandidaat

    def volgende_versie(self, id_: str) -> int:
        """Give the version a new row with this id begins with; counts on after an undo."""
        self._laatste[id_] = self._laatste.get(id_, 0) + 1
        return self._laatste[id_]


def zoek_rij(sessie: Session, id_: str) -> InitiatiefRij:
    """Find a row, for writing.

    Raises:
        InvoerError: when there is none with this id.
    """
    rij = sessie.get(InitiatiefRij, id_, with_for_update=True)
    if rij is None:
        message = f"Er is geen initiatief «{id_}» (meer) in het register."
        raise InvoerError(message)
    return rij


def voeg_rij_toe(sessie: Session, ids: Ids, nieuw: Initiatief, reden: Aanleiding) -> Initiatief:
    """Add a row under its own id, or under a new one when it has none."""
    return voeg_rijen_toe(sessie, ids, [nieuw], reden)[0]


def voeg_rijen_toe(
    sessie: Session, ids: Ids, nieuwe: Sequence[Initiatief], reden: Aanleiding
) -> tuple[Initiatief, ...]:
    """Add rows in two statements, each under its own id, or under a new one when it has none."""
    bewaard = tuple(_nieuw(ids, nieuw, reden) for nieuw in nieuwe)
    beelden = [naar_beeld(initiatief) for initiatief in bewaard]
    if beelden:
        sessie.execute(insert(InitiatiefRij), beelden)
        sessie.execute(insert(WijzigingRij), [_wijziging(reden, None, b) for b in beelden])
    return bewaard


def _nieuw(ids: Ids, nieuw: Initiatief, reden: Aanleiding) -> Initiatief:
    id_ = nieuw.id or ids.nieuw(nieuw.naam)
    return replace(
        nieuw,
        id=id_,
        versie=ids.volgende_versie(id_),
        gemaakt=reden.moment,
        gewijzigd=reden.moment,
        door=reden.door,
    )


def verander_rij(
    sessie: Session, rij: InitiatiefRij, nieuw: Initiatief, reden: Aanleiding
) -> Initiatief:
    """Put new contents in a row; when they are the same nothing is written."""
    oud = naar_initiatief(rij)
    voor = naar_beeld(oud)
    if inhoud(voor) == inhoud(naar_beeld(nieuw)):
        return oud
    bewaard = replace(
        nieuw,
        id=oud.id,
        versie=oud.versie + 1,
        gemaakt=oud.gemaakt,
        gewijzigd=reden.moment,
        door=reden.door,
    )
    na = naar_beeld(bewaard)
    for kolom, waarde in na.items():
        setattr(rij, kolom, waarde)
    _noteer(sessie, reden, voor, na)
    return bewaard


def neem_rij_weg(sessie: Session, rij: InitiatiefRij, reden: Aanleiding) -> None:
    """Take a row away; its history stays, this step included."""
    voor = naar_beeld(naar_initiatief(rij))
    sessie.delete(rij)
    _noteer(sessie, reden, voor, None)


def _noteer(
    sessie: Session, reden: Aanleiding, voor: dict[str, Any] | None, na: dict[str, Any] | None
) -> None:
    sessie.add(WijzigingRij(**_wijziging(reden, voor, na)))


def _wijziging(
    reden: Aanleiding, voor: dict[str, Any] | None, na: dict[str, Any] | None
) -> dict[str, Any]:
    beeld = na or voor or {}
    # A row that goes had a last version; its going is one more.
    versie = int(beeld["versie"]) + (na is None)
    return {
        "initiatief": beeld["id"],
        "versie": versie,
        "soort": reden.soort,
        "moment": reden.moment,
        "door": reden.door,
        "beurt": reden.beurt,
        "voor": voor,
        "na": na,
    }

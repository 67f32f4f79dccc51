"""The focus of each werkgebied: which wijken or buurten a corporation chose, and before."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from dashboard.register.bewaren import nu
from dashboard.register.model import FocusRij
from wijken.keuze import lees_codes
from wijken.regio import Regiocode


@dataclass(frozen=True)
class Focuskeuze:
    """A focus as it was chosen at some moment; without codes: no focus."""

    codes: tuple[Regiocode, ...]
    moment: str
    door: str


def lees_focus(sessie: Session, slug: str) -> tuple[Focuskeuze, ...]:
    """Give every focus that was chosen for a werkgebied, the one that holds first."""
    vraag = select(FocusRij).where(FocusRij.werkgebied == slug).order_by(FocusRij.id.desc())
    return tuple(
        Focuskeuze(lees_codes(rij.codes), rij.moment, rij.door) for rij in sessie.scalars(vraag)
    )


def schrijf_focus(sessie: Session, slug: str, codes: tuple[Regiocode, ...], door: str) -> None:
    """Keep a focus; the same one again is no change."""
    tekst = "+".join(code.code for code in sorted(set(codes)))
    vraag = select(FocusRij).where(FocusRij.werkgebied == slug).order_by(FocusRij.id.desc())
    laatste = sessie.scalars(vraag.limit(1)).first()
    if tekst != (laatste.codes if laatste else ""):
        sessie.add(FocusRij(werkgebied=slug, codes=tekst, moment=nu(), door=door))

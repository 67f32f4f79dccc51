"""Knows in which division a chosen area is meant, and which area that is in another one."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from wijken.bron import Herleiding, Werkgebied
from wijken.regio import Regio, Regiocode, Soort
from wijken.vergelijking import kale_naam, zelfde_plek

if TYPE_CHECKING:
    from dashboard.momentopname import Momentopname

# The key of an address that says it; without it a code is meant as it is in its newest division.
SLEUTEL = "gekozen_in"


class Lot(StrEnum):
    """What became of an area in another division."""

    GELIJK = "gelijk"  # the same place
    TOEN = "toen"  # the same code and name, its boundary may have been another
    HERLEID = "herleid"  # proven to be (nearly) the same place under another code
    ANDER = "ander"  # its code is that of another area
    WEG = "weg"


@dataclass(frozen=True)
class Overzetting:
    """One area in another division.

    Attributes:
        naar: the area there; for `Lot.ANDER` the one that has its code, None for `Lot.WEG`.
        bijna: what differs from exactly the same place; "" for nothing.
    """

    lot: Lot
    van: Regio
    naar: Regio | None = None
    bijna: str = ""

    @property
    def zelfde(self) -> Regio | None:
        """The area there when it may stand for this one."""
        return None if self.lot is Lot.ANDER else self.naar


def merk(nu: Momentopname, gebied: Werkgebied, niveau: Soort, indeling: int) -> int | None:
    """Give what an address says of a choice on a map; None when its codes mean the same today."""

    def zoek() -> int | None:
        bewezen = nu.met_bewijs(gebied)
        for regio in nu.regios(gebied, niveau, indeling):
            laatste = nu.regio(regio.code) or regio
            if not zelfde_plek(bewezen, regio.code, indeling, laatste.indeling):
                return indeling
        return None

    return nu.onthoud(("gekozen in", gebied.slug, niveau, indeling), zoek)


def zet_over(nu: Momentopname, gebied: Werkgebied, regio: Regio, indeling: int) -> Overzetting:
    """Find an area in another division: proven, of the same name, or refused."""
    bewezen, daar = nu.met_bewijs(gebied), nu.regio(regio.code, indeling)
    if daar is not None and zelfde_plek(bewezen, regio.code, regio.indeling, indeling):
        return Overzetting(Lot.GELIJK, regio, daar)
    for code, herleiding in _herleid(bewezen, regio, indeling):
        ander = nu.regio(code, indeling)
        if ander is not None:
            return Overzetting(Lot.HERLEID, regio, ander, herleiding.bijna)
    if daar is None:
        return Overzetting(Lot.WEG, regio)
    zelfde_naam = kale_naam(daar.naam) == kale_naam(regio.naam)
    return Overzetting(Lot.TOEN if zelfde_naam else Lot.ANDER, regio, daar)


def nu_is(nu: Momentopname, gebied: Werkgebied, regio: Regio) -> Overzetting:
    """Find an area in the newest division of its level, where other pages look for it."""
    alle = nu.nieuwste_regios(gebied, regio.soort)
    return zet_over(nu, gebied, regio, max((r.indeling for r in alle), default=regio.indeling))


def _herleid(gebied: Werkgebied, regio: Regio, indeling: int) -> list[tuple[Regiocode, Herleiding]]:
    """Give the code an area had before or has since; only where it was one area that became one."""
    gevonden = []
    for h in gebied.herleid:
        if len(h.uit) != 1:
            continue
        (oud,) = h.uit
        for begin, eind, toen, sinds in (
            (oud, h.code, regio.indeling, indeling),
            (h.code, oud, indeling, regio.indeling),
        ):
            if begin == regio.code and _geldt(gebied, h, toen, sinds):
                gevonden.append((eind, h))
    return gevonden


def _geldt(gebied: Werkgebied, h: Herleiding, toen: int, sinds: int) -> bool:
    """Tell whether the evidence reaches both divisions, over years in which nothing moved."""
    oud = any(zelfde_plek(gebied, h.uit[0], toen, jaar) for jaar in range(h.van, h.tot + 1))
    return oud and toen <= h.tot < sinds and zelfde_plek(gebied, h.code, h.tot + 1, sinds)

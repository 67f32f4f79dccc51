"""Between a row of the register's table, an `Initiatief`, and the texts that history keeps."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dashboard.register.initiatieven import Herkomst, Initiatief, Plaatsing, Toestand
from dashboard.register.model import InitiatiefRij
from wijken.regio import Regiocode

KOLOMMEN = tuple(kolom.name for kolom in InitiatiefRij.__table__.columns)
# Not part of what an initiative is: which change it was, by whom and when.
BOEKHOUDING = frozenset({"versie", "gemaakt", "gewijzigd", "door"})
_VORMEN = {"plaatsing": Plaatsing, "herkomst": Herkomst, "status": Toestand}
_SCHEIDING = ","


def naar_initiatief(rij: InitiatiefRij) -> Initiatief:
    """Give what a row says."""
    return uit_beeld({kolom: getattr(rij, kolom) for kolom in KOLOMMEN})


def uit_beeld(beeld: Mapping[str, Any]) -> Initiatief:
    """Give the initiative that `naar_beeld` wrote."""
    rest: dict[str, Any] = {
        k: w for k, w in beeld.items() if k in KOLOMMEN and k not in ("breedte", "lengte")
    }
    breedte, lengte = beeld.get("breedte"), beeld.get("lengte")
    rest |= {naam: vorm(rest.get(naam, "")) for naam, vorm in _VORMEN.items()}
    rest |= {k: Regiocode(rest[k]) if rest.get(k) else None for k in ("regio", "buurt")}
    rest["themas"] = tuple(deel for deel in rest["themas"].split(_SCHEIDING) if deel)
    return Initiatief(**rest, plek=None if breedte is None or lengte is None else (breedte, lengte))


def naar_beeld(initiatief: Initiatief) -> dict[str, Any]:
    """Give the columns of a row, as JSON can hold them."""
    beeld = {k: getattr(initiatief, k) for k in KOLOMMEN if k not in ("breedte", "lengte")}
    beeld |= {naam: str(beeld[naam]) for naam in _VORMEN}
    beeld |= {k: beeld[k].code if beeld[k] else "" for k in ("regio", "buurt")}
    beeld["themas"] = _SCHEIDING.join(initiatief.themas)
    beeld["breedte"], beeld["lengte"] = initiatief.plek or (None, None)
    return beeld


def inhoud(beeld: Mapping[str, Any]) -> dict[str, Any]:
    """Give the part of the columns that is about the initiative itself."""
    return {kolom: waarde for kolom, waarde in beeld.items() if kolom not in BOEKHOUDING}

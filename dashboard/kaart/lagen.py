"""What lies on the map in data: where its points are, counts of a wijk, homes of each area."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from dashboard.components.kaart.lagenstaat import Laag
from dashboard.kaart import punten as kaartpunten
from dashboard.woningvoorraad import Lezing, voorraad_van
from wijken.opmaak import DUN, getal
from wijken.regio import Regiocode, Soort

if TYPE_CHECKING:
    from dashboard.components.kaart.beeld import Beeld


@dataclass(frozen=True)
class Woninglaag:
    """The homes of each area at the lowest level that has them.

    Attributes:
        niveau: that level; None when no area of ours has them in this division.
        lezingen: by area; those without are left out.
    """

    niveau: Soort | None
    lezingen: Mapping[Regiocode, Lezing]


def lagen(beeld: Beeld) -> dict[str, Any]:
    """Give everything the layers draw; `sleutel` is equal when nothing changed.

    Points may be thousands: the map fetches those itself, once, from the address in `punten`.
    """
    aan = beeld.staat.lagen
    wat: dict[str, Any] = {
        "punten": kaartpunten.adres(beeld),
        "tellingen": tellingen(beeld),
        "woningen": woningen(beeld),
        "namen": aan.heeft(Laag.NAMEN),
    }
    tekst = json.dumps(wat, ensure_ascii=False, sort_keys=True)
    return {**wat, "sleutel": hashlib.sha256(tekst.encode()).hexdigest()[:12]}


def woninglaag(beeld: Beeld) -> Woninglaag:
    """Give the homes per area: the level of the map, else the wijken; never another division's."""
    s, groep = beeld.staat, beeld.staat.lagen.woningen
    for niveau in dict.fromkeys((s.niveau, Soort.WIJK)):
        lezingen = beeld.nu.onthoud(
            ("woninglaag", s.gebied.slug, niveau, s.indeling, groep),
            partial(_lezingen, beeld, niveau, groep),
        )
        if lezingen:
            return Woninglaag(niveau, lezingen)
    return Woninglaag(None, {})


def _lezingen(beeld: Beeld, niveau: Soort, groep: str) -> dict[Regiocode, Lezing]:
    s, gevonden = beeld.staat, {}
    for regio in beeld.nu.regios(s.gebied, niveau, s.indeling):
        eerste = voorraad_van(beeld.nu, s.gebied, regio).groep(groep).lezingen[:1]
        # A code may be another place in the division the figure is of.
        if eerste and not eerste[0].toen:
            gevonden[regio.code] = eerste[0]
    return gevonden


def delenzin(beeld: Beeld, lezing: Lezing) -> str:
    """Say what the homes of an area are in one line: koop 60 %, corporatie 30 %."""
    zin = beeld.context.teksten.zin
    delen = (
        f"{zin(f'woningvoorraad.delen.{deel.id}')} {getal(deel.aandeel)}{DUN}%"
        for deel in lezing.delen
    )
    return ", ".join(delen)


def tellingen(beeld: Beeld) -> list[dict[str, Any]]:
    """Give the number of initiatives of each wijk whose own place nobody knows."""
    if not beeld.staat.laag:
        return []
    uit = []
    for code, lijst in beeld.initiatieven.items():
        los = [initiatief for initiatief in lijst if initiatief.plek is None]
        regio = beeld.nu.regio(code, beeld.staat.indeling)
        naam = regio.naam if regio else str(code)
        if len(los) == 1:
            tekst = beeld.zin("initiatief_telling", naam=naam, initiatief=los[0].naam)
        else:
            tekst = beeld.zin("initiatieven_telling", aantal=len(los), naam=naam)
        if los:
            uit.append({"code": str(code), "aantal": len(los), "tekst": tekst})
    return uit


def woningen(beeld: Beeld) -> dict[str, Any] | None:
    """Give the homes of each area as parts and in words, and whose they are; None when off."""
    if not beeld.staat.lagen.heeft(Laag.WONINGEN):
        return None
    laag = woninglaag(beeld)
    return {
        "per": "wijk" if laag.niveau is Soort.WIJK else "gebied",
        "delen": {
            str(code): [round(deel.aandeel, 1) for deel in lezing.delen]
            for code, lezing in laag.lezingen.items()
        },
        "teksten": {
            str(code): f"{_naam(beeld, code)}: {delenzin(beeld, lezing)}"
            for code, lezing in laag.lezingen.items()
        },
    }


def _naam(beeld: Beeld, code: Regiocode) -> str:
    regio = beeld.nu.regio(code, beeld.staat.indeling)
    return regio.naam if regio else str(code)

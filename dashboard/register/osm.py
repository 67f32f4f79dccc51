"""Facilities of OpenStreetMap in the register: a kind of their own, never among initiatives."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

import shapely

from dashboard.gegevens import Voorziening
from dashboard.register.beurten import Lading
from dashboard.register.bevinding import zin
from dashboard.register.gebieden import Gebieden
from dashboard.register.initiatieven import Herkomst, Initiatief
from dashboard.register.plek import Plek, zet_punt
from dashboard.register.regels import LEEG, schoon
from dashboard.register.register import Register

DOOR = "openstreetmap"
_BRON = "https://www.openstreetmap.org/"
_LANGST = 120


def neem_osm_op(
    register: Register, punten: Iterable[Voorziening], gebieden: Gebieden
) -> tuple[int, int]:
    """Take in facilities: new ones are added, known ones follow OpenStreetMap; none is removed.

    A facility that a user retired or changed stays as it is. Those without a name, and those
    outside our areas, are left out.

    Returns:
        How many were added, and how many changed.
    """
    bekend = {i.id: i for i in register.alle()}
    nieuw: list[Initiatief] = []
    anders: list[Initiatief] = []
    for initiatief in _gelezen(punten, gebieden):
        oud = bekend.get(initiatief.id)
        if oud is None:
            nieuw.append(initiatief)
        elif oud.door == DOOR and _verschilt(oud, initiatief):
            anders.append(replace(initiatief, versie=oud.versie))
    if nieuw or anders:
        naam = zin("register.herkomst.osm")
        register.neem_op(Lading(naam, DOOR, Herkomst.OSM, tuple(nieuw), tuple(anders)))
    return len(nieuw), len(anders)


def _gelezen(punten: Iterable[Voorziening], gebieden: Gebieden) -> Sequence[Initiatief]:
    alle = {_id(punt): _initiatief(punt, gebieden) for punt in punten}
    return [i for i in alle.values() if i is not None]


def _id(punt: Voorziening) -> str:
    return "osm-" + "".join(t if t.isalnum() else "-" for t in punt.id.lower())[:70]


def _initiatief(punt: Voorziening, gebieden: Gebieden) -> Initiatief | None:
    naam = schoon(punt.naam)[:_LANGST]
    plek = Plek()
    midden = shapely.from_wkb(punt.vorm).centroid
    zet_punt(plek, (round(midden.y, 6), round(midden.x, 6)), gebieden)
    if not naam or plek.bevindingen:
        return None
    soort = punt.soort.replace("_", " ")
    return replace(
        LEEG,
        id=_id(punt),
        naam=naam,
        soort="voorziening",
        omschrijving=zin("register.osm.omschrijving", soort=soort),
        themas=("leefomgeving",),
        bron_url=f"{_BRON}{punt.id}" if "/" in punt.id else _BRON,
        bron_datum=punt.opgehaald,
        herkomst=Herkomst.OSM,
        **plek.velden,
    )


def _verschilt(oud: Initiatief, nieuw: Initiatief) -> bool:
    velden = ("naam", "omschrijving", "plek", "regio", "buurt", "bron_url")
    return any(getattr(oud, veld) != getattr(nieuw, veld) for veld in velden)

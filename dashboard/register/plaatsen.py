"""Gives rows that wait for their place a point, as far as the address service knows them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from dashboard.register.bevinding import zin
from dashboard.register.gebieden import Gebieden, Gebiedje
from dashboard.register.initiatieven import AUTOMAAT, Initiatief, Plaatsing, Toestand
from dashboard.register.locatieserver import Adresvraag, Locatieserver, Vindplaats
from dashboard.register.plek import Plek, zet_gebied, zet_punt
from dashboard.register.register import BotsingError, Gezien, Register
from wijken.errors import BronError, InvoerError
from wijken.regio import Regiocode

Voortgang = Callable[[Sequence[Initiatief]], Iterable[Initiatief]]


@dataclass(frozen=True)
class Geplaatst:
    """How looking up went, by name of the row.

    Attributes:
        later: rows that still wait: the service did not answer, or somebody changed them meanwhile.
        storing: what the service said when it stopped, "" when all were asked.
    """

    gevonden: tuple[str, ...] = ()
    niet_gevonden: tuple[str, ...] = ()
    later: tuple[str, ...] = ()
    storing: str = ""


def wachtende(alle: Iterable[Initiatief], *, ook_niet_gevonden: bool = False) -> list[Initiatief]:
    """Give the rows whose address is still to be looked up."""
    zoek = {Plaatsing.WACHT} | ({Plaatsing.NIET_GEVONDEN} if ook_niet_gevonden else set())
    return [i for i in alle if i.status is Toestand.ACTIEF and i.plaatsing in zoek]


def plaats(
    register: Register,
    rijen: Sequence[Initiatief],
    gebieden: Gebieden,
    dienst: Locatieserver,
    voortgang: Voortgang = iter,
) -> Geplaatst:
    """Look up the address of each row and keep what was found.

    Each row is kept by itself; a service that stops answering leaves the others waiting.

    Args:
        register: where they are.
        rijen: rows that wait (`wachtende`).
        gebieden: our wijken and buurten.
        dienst: the address service.
        voortgang: goes round the rows, to show how far it is.
    """
    gevonden: list[str] = []
    niet: list[str] = []
    later: list[str] = []
    storing = ""
    for rij in voortgang(rijen):
        if storing:
            later.append(rij.naam)
            continue
        try:
            vindplaats = dienst.zoek(Adresvraag(rij.adres, rij.postcode, rij.plaats))
        except BronError as fout:
            storing = str(fout)
            later.append(rij.naam)
            continue
        velden = _velden(rij, vindplaats, gebieden)
        bak = gevonden if velden["plaatsing"] is Plaatsing.PUNT else niet
        (bak if _bewaar(register, rij, velden) else later).append(rij.naam)
    return Geplaatst(tuple(gevonden), tuple(niet), tuple(later), storing)


def _bewaar(register: Register, rij: Initiatief, velden: dict[str, Any]) -> bool:
    try:
        register.wijzig(Gezien(rij.id, rij.versie, AUTOMAAT), velden)
    except BotsingError:
        return False
    return True


def _velden(rij: Initiatief, gevonden: Vindplaats | None, gebieden: Gebieden) -> dict[str, Any]:
    """Give what changes in the row: the point with its wijk and buurt, or why there is none."""
    niet: dict[str, Any] = {"plaatsing": Plaatsing.NIET_GEVONDEN}
    if gevonden is None:
        return niet | {"plaats_uitleg": zin("register.pdok.niet_gevonden")}
    plek = Plek()
    zet_punt(plek, gevonden.punt, gebieden, rij.werkgebied)
    # The service knows the official boundary, ours are drawn roughly.
    officieel = _officieel(gevonden.buurt, gebieden)
    if officieel is not None:
        zet_gebied(plek, officieel, gebieden)
        plek.velden |= {"plaatsing": Plaatsing.PUNT, "plaats_uitleg": ""}
    if plek.velden["werkgebied"] != rij.werkgebied:
        return niet | {"plaats_uitleg": zin("register.pdok.ander_gebied")}
    uitleg = gevonden.uitleg or plek.velden.get("plaats_uitleg", "")
    if rij.regio not in (None, plek.velden["regio"]):
        uitleg = zin("register.pdok.andere_wijk", wijk=rij.wijk_of_dorp)
    return {**plek.velden, "plaats_uitleg": uitleg}


def _officieel(code: str, gebieden: Gebieden) -> Gebiedje | None:
    try:
        return gebieden.op_code(Regiocode(code)) if code else None
    except InvoerError:
        return None


def balk(rijen: Sequence[Initiatief]) -> Iterator[Initiatief]:
    """Show how far it is, on a terminal."""
    from tqdm import tqdm  # noqa: PLC0415 - for the command line only

    yield from tqdm(rijen, desc=zin("register.pdok.balk"), unit="adres", disable=None)

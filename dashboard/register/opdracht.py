"""Does what `python -m dashboard register ...` asks, and tells it on the screen."""

from __future__ import annotations

import argparse
import getpass
import os
import sys
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from dashboard.register.bevinding import Bevinding, waarom, zin
from dashboard.register.gebieden import Gebieden, lees_gebieden
from dashboard.register.invoer import Invoerrij, Uitkomst, Voorbeeld, bekijk
from dashboard.register.lijstbestand import (
    exporteer_csv,
    exporteer_xlsx,
    sjabloon_csv,
    sjabloon_xlsx,
    uit_register,
)
from dashboard.register.locatieserver import maak_locatieserver
from dashboard.register.opnemen import Keus, neem_aan
from dashboard.register.osm import neem_osm_op
from dashboard.register.plaatsen import balk, plaats, wachtende
from dashboard.register.regels import Wereld
from dashboard.register.tabelbestand import lees_tabel
from wijken.errors import BronError, InvoerError

if TYPE_CHECKING:
    from dashboard.context import Context

GOED, INVOER, BRON = 0, 2, 3
_UIT = "-"


def voer_uit(context: Context, keuzes: argparse.Namespace) -> int:
    """Do what was asked and tell it on the screen.

    Returns:
        0 good, 2 the user's input (a row was refused, too), 3 the address service is silent.

    Raises:
        WijkenError: with what went wrong.
    """
    doen = {
        "import": _import,
        "export": _export,
        "sjabloon": _sjabloon,
        "status": _status,
        "ongedaan": _ongedaan,
        "plaats": _plaats,
        "osm": _osm,
        "reservekopie": _kopie,
    }
    keuzes.door = keuzes.door or _wie()
    return doen[keuzes.wat](context, keuzes)


def _import(context: Context, keuzes: argparse.Namespace) -> int:
    register = context.register
    blad = lees_tabel(_lees(keuzes.bestand), keuzes.bestand.name)
    wereld = _wereld(context, keuzes.gebied)
    voorbeeld = bekijk(blad, register.alle(), wereld)
    _toon([*blad.opmerkingen, *_over_lijst(voorbeeld)])
    fout = bool(voorbeeld.bezwaren or voorbeeld.geweigerd)
    if keuzes.proef or voorbeeld.bezwaren:
        _toon([zin("register.opdracht.niets_bewaard")])
        return INVOER if fout else GOED
    bevestigd = frozenset(r.nummer for r in voorbeeld.te_bevestigen) if keuzes.ja else frozenset()
    wie = (keuzes.door, keuzes.bestand.name)
    gedaan = neem_aan(register, voorbeeld, Keus(bevestigd), wie)
    sleutel = "niets_bewaard" if gedaan.beurt is None else "opgenomen"
    velden = {"nieuw": gedaan.nieuw, "anders": gedaan.anders, "beurt": gedaan.beurt}
    _toon([zin(f"register.opdracht.{sleutel}", **velden)])
    return INVOER if fout else GOED


def _over_lijst(voorbeeld: Voorbeeld) -> Iterator[str]:
    """Give what there is to say of a judged list, a line a finding, then the numbers."""
    yield from map(_regel, voorbeeld.bezwaren)
    yield from map(_regel, voorbeeld.opmerkingen)
    for rij in voorbeeld.rijen:
        yield from _over_rij(rij)
    if voorbeeld.rijen:
        tellingen = {str(u): len(voorbeeld.met(u)) for u in Uitkomst}
        yield zin("register.opdracht.telling", **tellingen)


def _over_rij(rij: Invoerrij) -> Iterator[str]:
    for bevinding in rij.bevindingen:
        soort = zin(f"register.opdracht.{bevinding.ernst}")
        waar = f", {bevinding.kolom}" if bevinding.kolom else ""
        yield f"rij {rij.nummer}{waar}: {soort}: {_regel(bevinding)}"
    namen = [i.naam for i in rij.dubbel] + [f"rij {n}" for n in rij.dubbel_rijen]
    if namen:
        yield zin("register.opdracht.dubbel", rij=rij.nummer, naam=rij.naam, met=", ".join(namen))


def _regel(bevinding: Bevinding) -> str:
    return f"{bevinding.melding} {bevinding.goed}".strip()


def _export(context: Context, keuzes: argparse.Namespace) -> int:
    rijen = uit_register(context.register.alle())
    dag = datetime.now(UTC).astimezone().date()
    is_excel = keuzes.bestand.suffix.lower() == ".xlsx"
    _schrijf(keuzes.bestand, exporteer_xlsx(rijen, dag) if is_excel else exporteer_csv(rijen))
    return GOED


def _sjabloon(_context: Context, keuzes: argparse.Namespace) -> int:
    is_excel = keuzes.bestand.suffix.lower() == ".xlsx"
    _schrijf(keuzes.bestand, sjabloon_xlsx() if is_excel else sjabloon_csv())
    return GOED


def _status(context: Context, _keuzes: argparse.Namespace) -> int:
    register = context.register
    alle = register.alle()
    zichtbaar = register.initiatieven()
    _toon(
        [
            register.reden or zin("register.opdracht.bestand", bestand=register.bestand),
            zin(
                "register.opdracht.stand",
                alle=len(alle),
                zichtbaar=len(zichtbaar),
                nagekeken=sum(bool(i.nagekeken) for i in zichtbaar),
                wacht=len(wachtende(alle)),
                osm=len(register.voorzieningen_osm()),
                dubbelen=len(register.mogelijke_dubbelen()),
            ),
            *(
                zin(
                    "register.opdracht.beurt_ongedaan" if b.ongedaan else "register.opdracht.beurt",
                    **vars(b),
                )
                for b in register.beurten()
            ),
        ]
    )
    return GOED


def _ongedaan(context: Context, keuzes: argparse.Namespace) -> int:
    uitslag = context.register.maak_ongedaan(keuzes.beurt, keuzes.door)
    _toon([zin("register.opdracht.teruggezet", aantal=len(uitslag.teruggezet))])
    _toon(zin("register.opdracht.gehouden", naam=naam) for naam in uitslag.gehouden)
    return GOED


def _plaats(context: Context, keuzes: argparse.Namespace) -> int:
    register = context.register
    rijen = wachtende(register.alle(), ook_niet_gevonden=keuzes.alle)
    with maak_locatieserver() as dienst:
        uitslag = plaats(register, rijen, _gebieden(context), dienst, balk)
    telling = {veld: len(getattr(uitslag, veld)) for veld in ("gevonden", "niet_gevonden", "later")}
    _toon([zin("register.opdracht.geplaatst", **telling)])
    _toon(zin("register.opdracht.niet_geplaatst", naam=naam) for naam in uitslag.niet_gevonden)
    if uitslag.storing:
        raise BronError(uitslag.storing)
    return GOED


def _osm(context: Context, _keuzes: argparse.Namespace) -> int:
    with context.reader.momentopname() as nu:
        punten = nu.landelijk.voorzieningen()
        gebieden = lees_gebieden(nu)
    if not punten:
        raise InvoerError(zin("register.opdracht.geen_osm"))
    nieuw, anders = neem_osm_op(context.register, punten, gebieden)
    _toon([zin("register.opdracht.osm", gevonden=len(punten), nieuw=nieuw, anders=anders)])
    return GOED


def _kopie(context: Context, _keuzes: argparse.Namespace) -> int:
    _toon([zin("register.opdracht.kopie", bestand=context.register.maak_kopie())])
    return GOED


def _wereld(context: Context, gebied: str) -> Wereld:
    """Give areas and today.

    Raises:
        InvoerError: when `gebied` names no area.
    """
    gebieden = _gebieden(context)
    slug = gebieden.werkgebied(gebied)
    if gebied and not slug:
        namen = ", ".join(context.catalogus.werkgebieden)
        raise InvoerError(zin("register.opdracht.gebied", gevonden=gebied, namen=namen))
    return Wereld(gebieden, datetime.now(UTC).astimezone().date(), slug)


def _gebieden(context: Context) -> Gebieden:
    with context.reader.momentopname() as nu:
        return lees_gebieden(nu)


def _lees(bestand: Path) -> bytes:
    try:
        return bestand.read_bytes()
    except OSError as fout:
        reden = waarom("lezen", fout)
        message = zin("register.opdracht.onleesbaar", bestand=bestand, reden=reden)
        raise InvoerError(message) from fout


def _schrijf(bestand: Path, inhoud: bytes) -> None:
    if str(bestand) == _UIT:
        sys.stdout.buffer.write(inhoud)
        return
    if bestand.suffix.lower() not in (".csv", ".xlsx"):
        raise InvoerError(zin("register.opdracht.soort", bestand=bestand))
    try:
        bestand.write_bytes(inhoud)
    except OSError as fout:
        reden = waarom("schrijven", fout)
        message = zin("register.opdracht.onschrijfbaar", bestand=bestand, reden=reden)
        raise InvoerError(message) from fout
    _toon([zin("register.opdracht.geschreven", bestand=bestand)])


def _wie() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return f"gebruiker {os.getpid()}"


def _toon(regels: Iterable[str]) -> None:
    for regel in regels:
        sys.stdout.write(f"{regel}\n")

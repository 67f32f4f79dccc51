"""A whole refresh: fetch what changed, build, compare with the database before, and report."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from etl import verslag
from etl.controles import Bevinding
from etl.controles import beschrijf as beschrijf_bevindingen
from etl.database import nieuwste
from etl.instellingen import Instellingen
from etl.logboek import LOG
from etl.oogstverslag import Verslag
from etl.ophalen import INGEBED, Keuze, haal_op
from etl.pipeline import Opties, build
from etl.verschil import Verschil, vergelijk
from wijken.catalogus import Catalogus, load_catalogus
from wijken.errors import BronError, WijkenError


@dataclass(frozen=True)
class Uitslag:
    """What a refresh gives: its report, the file it is kept in (None: not kept), its exit code."""

    tekst: str
    bestand: Path | None
    exit_code: int


@dataclass(frozen=True)
class Bronnen:
    """What a refresh works with; the project's own catalogue, copies and hosts by default."""

    catalogus: Catalogus | None = None
    ingebed: Path = INGEBED
    instellingen: Instellingen | None = None


def ververs(data_map: Path, keuze: Keuze, bronnen: Bronnen | None = None) -> Uitslag:
    """Fetch, build and compare; what fails is told and leaves the old database in use.

    Raises:
        InvoerError: when the choice does not exist or a setting is wrong.
        SnapshotError: when a snapshot that is there already is damaged.
    """
    uit = bronnen or Bronnen()
    catalogus, nu = uit.catalogus or load_catalogus(), datetime.now().astimezone()
    eigen = data_map / "snapshots"
    oogst = haal_op(catalogus, eigen, keuze, uit.instellingen, uit.ingebed)
    log(oogst)
    verversing = verslag.Verversing(oogst)
    code = oogst.exit_code
    if not keuze.proef and not oogst.afgebroken:
        verversing, bouwcode = _bouw(data_map, [uit.ingebed, eigen], oogst, catalogus)
        code = bouwcode or code
    tekst = verslag.beschrijf(verversing, catalogus, nu)
    bestand = None
    # A disk that is full may not take away the report of it.
    with suppress(OSError):
        bestand = None if keuze.proef else verslag.bewaar(_heel(tekst, verversing), data_map, nu)
    return Uitslag(tekst, bestand, code)


def log(oogst: Verslag) -> None:
    """Write what happened to each table in the log; failures as errors."""
    for regel in oogst.regels:
        LOG.log(logging.ERROR if regel.code else logging.INFO, "%s", regel)


def _bouw(
    data_map: Path, mappen: Sequence[Path], oogst: Verslag, catalogus: Catalogus
) -> tuple[verslag.Verversing, int]:
    """Build where needed; also after a failed source, for the others are in."""
    oud = nieuwste(data_map)
    gevonden: list[Bevinding] = []
    opties = Opties(catalogus=catalogus, zo_nodig=True, meld=gevonden.extend)
    try:
        nieuw = build(data_map, mappen, opties)
    except WijkenError as fout:
        LOG.error("%s", fout)
        # That a source failed explains nothing here: the copies are the fault.
        code = WijkenError.exit_code if isinstance(fout, BronError) else fout.exit_code
        return verslag.Verversing(oogst, database=oud, fout=str(fout)), code
    verversing = verslag.Verversing(
        oogst, database=nieuw, vernieuwd=nieuw != oud, opmerkingen=beschrijf_bevindingen(gevonden)
    )
    LOG.info("%s: %s", "nieuwe database" if verversing.vernieuwd else "gebleven", nieuw.name)
    return replace(verversing, verschil=_verschil(oud, nieuw)), 0


def _verschil(oud: Path | None, nieuw: Path) -> Verschil | None:
    if oud is None or oud == nieuw:
        return None
    # A predecessor of another form cannot be compared with; that is no fault of the new one.
    with suppress(WijkenError):
        return vergelijk(oud, nieuw)
    return None


def _heel(tekst: str, verversing: verslag.Verversing) -> str:
    """The report for the file: with the remarks of the checks, too long for the screen."""
    if not verversing.opmerkingen:
        return tekst
    return f"{tekst}\n\nOpmerkingen van de controles\n{verversing.opmerkingen}"

"""The fetch step: which tables, is there anything new, write it, and report what happened."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from pathlib import Path

from tqdm import tqdm

from etl.bronnen import cbs_odata
from etl.bronnen.cbs_odata import Opdracht, Verbinding
from etl.instellingen import Instellingen, lees_instellingen
from etl.snapshot import Snapshot, schrijf, vind
from wijken.bron import Bron, Editie
from wijken.catalogus import Catalogus
from wijken.errors import InvoerError, WijkenError

INGEBED = Path(__file__).parent / "snapshots"
_AUTOMATISCH = "cbs_odata"


class Uitkomst(StrEnum):
    """What happened to a table."""

    NIEUW = "nieuw"
    ONGEWIJZIGD = "ongewijzigd"
    MISLUKT = "mislukt"
    OVERGESLAGEN = "overgeslagen"


@dataclass(frozen=True)
class Keuze:
    """What the user asks for: a source id, a table id or year; None is all."""

    bron: str | None = None
    editie: str | None = None


@dataclass(frozen=True)
class Regel:
    """What happened to one table: number of rows (cells) written, seconds, reason in Dutch."""

    bron: str
    tabel: str
    uitkomst: Uitkomst
    reden: str = ""
    rijen: int = 0
    seconden: float = 0.0

    def __str__(self) -> str:
        """Give one line for the command line."""
        omvang = f", {self.rijen} cijfers in {self.seconden:.1f} s" if self.rijen else ""
        reden = f": {self.reden}" if self.reden else ""
        return f"{self.bron} {self.tabel}: {self.uitkomst}{omvang}{reden}"


@dataclass(frozen=True)
class Verslag:
    """What happened to every table that was asked for."""

    regels: tuple[Regel, ...]

    @property
    def mislukt(self) -> bool:
        """Whether a source failed; the others and the old data are whole."""
        return any(regel.uitkomst is Uitkomst.MISLUKT for regel in self.regels)

    @property
    def nieuw(self) -> bool:
        """Whether there is anything to build."""
        return any(regel.uitkomst is Uitkomst.NIEUW for regel in self.regels)

    def __str__(self) -> str:
        """Give a line for each table."""
        return "\n".join(str(regel) for regel in self.regels)


@dataclass(frozen=True)
class _Werk:
    """What every table needs: where it goes, what is there already, the settings."""

    catalogus: Catalogus
    bestemming: Path
    aanwezig: tuple[Snapshot, ...]
    instellingen: Instellingen


def haal_op(
    catalogus: Catalogus,
    bestemming: Path,
    keuze: Keuze | None = None,
    instellingen: Instellingen | None = None,
    ingebed: Path | None = INGEBED,
) -> Verslag:
    """Fetch what is new at the sources and write it as snapshots.

    Args:
        catalogus: says which sources and tables there are.
        bestemming: folder of the own snapshots; an existing snapshot is never changed.
        keuze: source and edition; everything by default.
        instellingen: hosts and patience; from the environment by default.
        ingebed: folder of the embedded snapshots, which need not be fetched again.

    Raises:
        InvoerError: when the choice does not exist or a setting is wrong.
        SnapshotError: when a snapshot that is there already is damaged.
    """
    gekozen = _kies(catalogus, keuze or Keuze())
    mappen = [bestemming] if ingebed is None else [bestemming, ingebed]
    werk = _Werk(
        catalogus,
        bestemming,
        vind(mappen),
        instellingen or lees_instellingen(),
    )
    return Verslag(tuple(r for bron, edities in gekozen for r in _haal_bron(werk, bron, edities)))


def _kies(catalogus: Catalogus, keuze: Keuze) -> list[tuple[Bron, tuple[Editie, ...]]]:
    if keuze.bron is not None and keuze.bron not in catalogus.bronnen:
        message = f"Er is geen bron «{keuze.bron}». Wel: {', '.join(catalogus.bronnen)}."
        raise InvoerError(message)
    bronnen = [b for b in catalogus.bronnen.values() if keuze.bron in (None, b.id)]
    if keuze.editie is None:
        return [(bron, bron.edities) for bron in bronnen]
    if keuze.bron is not None:
        return [(bron, (bron.editie(keuze.editie),)) for bron in bronnen]
    gekozen = [
        (bron, tuple(e for e in bron.edities if keuze.editie in (e.tabel, e.naam)))
        for bron in bronnen
    ]
    if not any(edities for _, edities in gekozen):
        message = f"Geen enkele bron heeft een editie «{keuze.editie}» (tabel of jaar)."
        raise InvoerError(message)
    return [(bron, edities) for bron, edities in gekozen if edities]


def _haal_bron(werk: _Werk, bron: Bron, edities: Sequence[Editie]) -> list[Regel]:
    if bron.protocol != _AUTOMATISCH:
        reden = "nog niet automatisch op te halen"
        return [Regel(bron.id, e.tabel, Uitkomst.OVERGESLAGEN, reden) for e in edities]
    regels = []
    # disable=None: no bar where nobody looks.
    with (
        Verbinding(werk.instellingen.adres(bron.dienst), werk.instellingen.geduld) as verbinding,
        tqdm(edities, desc=bron.naam, unit="tabel", disable=None) as balk,
    ):
        for editie in balk:
            balk.set_postfix_str(editie.tabel)
            opdracht = Opdracht(bron, editie, tuple(werk.catalogus.werkgebieden.values()))
            regels.append(_meet(partial(_haal_editie, werk, verbinding, opdracht), opdracht))
    return regels


def _meet(haal: Callable[[], Regel], opdracht: Opdracht) -> Regel:
    """Make a fault one line of the report: the other tables go on."""
    begin = time.monotonic()
    try:
        return haal()
    except (WijkenError, OSError) as fout:
        bron, tabel, duur = opdracht.bron.id, opdracht.editie.tabel, time.monotonic() - begin
        return Regel(bron, tabel, Uitkomst.MISLUKT, str(fout), seconden=duur)


def _haal_editie(werk: _Werk, verbinding: Verbinding, opdracht: Opdracht) -> Regel:
    begin = time.monotonic()
    bron, tabel = opdracht.bron.id, opdracht.editie.tabel
    gewijzigd = cbs_odata.lees_gewijzigd(verbinding, tabel)
    if _is_er_al(werk, opdracht, gewijzigd):
        reden = f"editie van {gewijzigd[:10]} is er al"
        return Regel(bron, tabel, Uitkomst.ONGEWIJZIGD, reden, 0, time.monotonic() - begin)
    oogst = cbs_odata.haal(verbinding, opdracht, gewijzigd)
    snapshot = schrijf(werk.bestemming, oogst.manifest, oogst.waarden, oogst.regios)
    return Regel(
        bron,
        tabel,
        Uitkomst.NIEUW,
        "; ".join(oogst.opmerkingen),
        snapshot.manifest.rijen,
        time.monotonic() - begin,
    )


def _is_er_al(werk: _Werk, opdracht: Opdracht, gewijzigd: str) -> bool:
    """Tell whether a copy of this edition is there that serves; an assembled one does not.

    Raises:
        InvoerError: when our own copy lacks an area that was added to the catalogue later.
    """
    zelfde = [s for s in werk.aanwezig if _is_editie(s, opdracht, gewijzigd)]
    if any(_dekt(snapshot, opdracht) for snapshot in zelfde):
        return True
    for snapshot in zelfde:
        if not snapshot.manifest.ingebed:
            message = (
                f"de kopie in {snapshot.map} mist een werkgebied dat er later bij kwam. "
                "Verwijder die map en haal opnieuw op."
            )
            raise InvoerError(message)
    return False


def _is_editie(snapshot: Snapshot, opdracht: Opdracht, gewijzigd: str) -> bool:
    manifest = snapshot.manifest
    zelfde = (manifest.bron, manifest.tabel) == (opdracht.bron.id, opdracht.editie.tabel)
    # Values of another edition than the keys: put together by hand.
    eigen_sleutels = manifest.editie_waarden == manifest.editie_sleutels == gewijzigd[:10]
    heel = not manifest.ingebed or (manifest.volledig and eigen_sleutels)
    return zelfde and heel and manifest.gewijzigd == gewijzigd


def _dekt(snapshot: Snapshot, opdracht: Opdracht) -> bool:
    regios = snapshot.regios()["regio"].to_pylist()
    klein = {f"GM{regio[2:6]}" for regio in regios if regio[:2] in ("WK", "BU")}
    return all(cbs_odata.bevat_gebied(klein, gebied) for gebied in opdracht.werkgebieden)

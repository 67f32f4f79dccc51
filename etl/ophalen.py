"""The fetch step: which tables, is there anything new, write it, side by side."""

from __future__ import annotations

import errno
import threading
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

from etl.bronnen.adapter import (
    AfgebrokenError,
    Lijn,
    NietAangebodenError,
    Oogst,
    Opdracht,
    TijdelijkError,
)
from etl.bronnen.protocollen import ADAPTERS, LANDELIJK
from etl.instellingen import Instellingen, lees_instellingen
from etl.logboek import LOG
from etl.naast_elkaar import Taak, voer_uit
from etl.oogstverslag import Regel, Uitkomst, Verslag
from etl.snapshot import Snapshot, ruim_resten_op, schrijf, vind, vrije_naam
from etl.voortgang import Voortgang
from wijken.bron import Bron, Editie
from wijken.catalogus import Catalogus
from wijken.errors import BronError, InvoerError, WijkenError

__all__ = ["INGEBED", "Keuze", "Regel", "Uitkomst", "Verslag", "haal_op"]

INGEBED = Path(__file__).parent / "snapshots"
# CBS asks for fair use; public programs keep to three at once (sources.md, B.4).
_PER_HOST = 3
# After so many tables in a row without an answer a service is down.
_ZWIJGT = 3


@dataclass(frozen=True)
class Keuze:
    """What the user asks for.

    Attributes:
        bron: a source id; None is all.
        editie: a table id or year; None is all.
        landelijk: every region of the country, where the source has them.
        proef: only tell what would be fetched.
    """

    bron: str | None = None
    editie: str | None = None
    landelijk: bool = False
    proef: bool = False


@dataclass(frozen=True)
class _Werk:
    """What every table needs: where it goes, what is there already, the settings."""

    catalogus: Catalogus
    bestemming: Path
    aanwezig: tuple[Snapshot, ...]
    instellingen: Instellingen
    keuze: Keuze
    voortgang: Voortgang
    stop: threading.Event = field(default_factory=threading.Event)
    # Per address: how many tables in a row it did not answer for, at every try.
    zwijgt: Counter[str] = field(default_factory=Counter)

    def lijn(self, bron: Bron) -> Lijn:
        """The line to the service of a source."""
        instellingen = self.instellingen
        return Lijn(
            instellingen.adres(bron.dienst),
            instellingen.geduld,
            self.stop,
            instellingen.diensten,
            instellingen.contact,
        )


def haal_op(
    catalogus: Catalogus,
    bestemming: Path,
    keuze: Keuze | None = None,
    instellingen: Instellingen | None = None,
    ingebed: Path | None = INGEBED,
) -> Verslag:
    """Fetch what is new at the sources and write it as snapshots.

    Tables of one host are fetched three at a time, all hosts side by side. Each is written as
    soon as it is complete: after an interruption only the rest remains to be done.

    Args:
        catalogus: says which sources and tables there are.
        bestemming: folder of the own snapshots; an existing snapshot is never changed.
        keuze: source, edition and scope; everything in the default scope by default.
        instellingen: hosts and patience; from the environment by default.
        ingebed: folder of the embedded snapshots, which need not be fetched again.

    Raises:
        InvoerError: when the choice does not exist or a setting is wrong.
        SnapshotError: when a snapshot that is there already is damaged.
    """
    wens = keuze or Keuze()
    gekozen = [(bron, editie) for bron, edities in _kies(catalogus, wens) for editie in edities]
    mappen = [bestemming] if ingebed is None else [bestemming, ingebed]
    ruim_resten_op(bestemming)
    with Voortgang() as voortgang:
        instelling = instellingen or lees_instellingen()
        werk = _Werk(catalogus, bestemming, vind(mappen), instelling, wens, voortgang)
        plaats = {(bron.id, editie.tabel): nummer for nummer, (bron, editie) in enumerate(gekozen)}
        regels = {}
        afgebroken = False
        try:
            for regel in _haal_alles(werk, gekozen):
                regels[plaats[regel.bron, regel.tabel]] = regel
        except (KeyboardInterrupt, AfgebrokenError):
            afgebroken = True
        finally:
            werk.stop.set()
    return Verslag(tuple(regels[nummer] for nummer in sorted(regels)), afgebroken)


def _haal_alles(werk: _Werk, gekozen: Sequence[tuple[Bron, Editie]]) -> Iterator[Regel]:
    taken = []
    gebieden = tuple(werk.catalogus.werkgebieden.values())
    for bron, editie in gekozen:
        if bron.protocol not in ADAPTERS:
            reden = "nog niet automatisch op te halen"
            yield Regel(bron.id, editie.tabel, Uitkomst.OVERGESLAGEN, reden)
            continue
        landelijk = werk.keuze.landelijk and bron.protocol in LANDELIJK
        opdracht = Opdracht(bron, editie, gebieden, landelijk)
        host = urlsplit(werk.lijn(bron).adres).netloc
        taken.append(Taak(host, partial(_haal_tabel, werk, opdracht)))
        werk.voortgang.verwacht(bron)
    yield from voer_uit(taken, _PER_HOST)


def _haal_tabel(werk: _Werk, opdracht: Opdracht) -> Regel:
    """Make a fault one line of the report: the other tables go on."""
    bron, tabel, begin = opdracht.bron, opdracht.editie.tabel, time.monotonic()
    adres = werk.lijn(bron).adres
    with werk.voortgang.bezig(bron, tabel):
        try:
            _eis_antwoord(werk, adres)
            regel = _haal_editie(werk, opdracht)
            werk.zwijgt[adres] = 0
        except AfgebrokenError:
            raise
        except NietAangebodenError as fout:
            regel = Regel(bron.id, tabel, Uitkomst.OVERGESLAGEN, str(fout))
        except WijkenError as fout:
            werk.zwijgt[adres] += isinstance(fout.__cause__, TijdelijkError)
            regel = Regel(bron.id, tabel, Uitkomst.MISLUKT, str(fout), code=fout.exit_code)
        except Exception as fout:  # noqa: BLE001 -- told and kept in the log
            # One table that nobody foresaw may not take the other forty with it.
            LOG.exception("tabel %s: niet voorzien", tabel)
            reden = f"Er ging iets mis dat niet is voorzien ({fout}). Het logboek zegt wat."
            code = WijkenError.exit_code
            regel = Regel(bron.id, tabel, Uitkomst.MISLUKT, reden, code=code)
    return replace(regel, seconden=time.monotonic() - begin)


def _eis_antwoord(werk: _Werk, adres: str) -> None:
    """Leave a service alone that is down: forty tables would each wait out all of their tries."""
    if werk.zwijgt[adres] >= _ZWIJGT:
        message = f"{urlsplit(adres).netloc} antwoordde al {_ZWIJGT} keer niet; niet meer gevraagd."
        raise BronError(message)


def _haal_editie(werk: _Werk, opdracht: Opdracht) -> Regel:
    bron, tabel = opdracht.bron, opdracht.editie.tabel
    adapter, lijn = ADAPTERS[bron.protocol], werk.lijn(bron)
    gewijzigd = adapter.lees_gewijzigd(lijn, opdracht)
    datum = gewijzigd[:10]
    regel = partial(Regel, bron.id, tabel, editie=datum)
    if any(_is_editie(s, opdracht, gewijzigd) and _dekt(s, opdracht) for s in werk.aanwezig):
        return regel(Uitkomst.ONGEWIJZIGD, f"editie van {datum} is er al")
    if werk.keuze.proef:
        return regel(Uitkomst.OP_TE_HALEN, f"editie van {datum}")
    oogst = adapter.haal(lijn, opdracht, gewijzigd)
    snapshot = _bewaar(werk.bestemming, opdracht, oogst)
    return regel(Uitkomst.NIEUW, "; ".join(oogst.opmerkingen), snapshot.manifest.rijen)


def _bewaar(bestemming: Path, opdracht: Opdracht, oogst: Oogst) -> Snapshot:
    manifest = replace(oogst.manifest, gebieden=opdracht.gemeenten, landelijk=opdracht.landelijk)
    try:
        naam = vrije_naam(bestemming, manifest)
        return schrijf(bestemming, manifest, oogst.waarden, oogst.regios, naam)
    except OSError as fout:
        vol = fout.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
        reden = "de schijf is vol" if vol else f"schrijven in «{bestemming}» lukt niet ({fout})"
        message = f"Tabel {manifest.tabel} is opgehaald en niet bewaard: {reden}."
        raise InvoerError(message) from fout


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


def _is_editie(snapshot: Snapshot, opdracht: Opdracht, gewijzigd: str) -> bool:
    manifest = snapshot.manifest
    zelfde = (manifest.bron, manifest.tabel) == (opdracht.bron.id, opdracht.editie.tabel)
    # Values of another edition than the keys: put together by hand.
    eigen_sleutels = manifest.editie_waarden == manifest.editie_sleutels == gewijzigd[:10]
    heel = not manifest.ingebed or (manifest.volledig and eigen_sleutels)
    return zelfde and heel and manifest.gewijzigd == gewijzigd


def _dekt(snapshot: Snapshot, opdracht: Opdracht) -> bool:
    """Tell whether a copy has every region that is asked for."""
    manifest = snapshot.manifest
    if manifest.landelijk or opdracht.landelijk:
        return manifest.landelijk
    if manifest.gebieden:
        return set(opdracht.gemeenten) <= set(manifest.gebieden)
    regios = snapshot.regios()["regio"].to_pylist()
    klein = {f"GM{regio[2:6]}" for regio in regios if regio[:2] in ("WK", "BU")}
    return all(gebied.ligt_in(klein) for gebied in opdracht.werkgebieden)

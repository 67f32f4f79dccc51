"""What a build starts from: the catalogue and the copies, in order of preference."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pyarrow.compute as pc
import pyarrow.parquet as pq

from etl.manifest import ONBEKEND, Manifest
from etl.snapshot import Snapshot, vind
from etl.velden import Kopie, Oplossing, los_op
from wijken.bron import Editie
from wijken.catalogus import Catalogus
from wijken.errors import InvoerError

GRENZEN, VOORZIENINGEN = "grenzen", "osm"
# Code that shapes the tables: when it changes, the same copies give another database.
_CODE = (
    "sql/[!v]*/*.sql",
    "velden.py",
    "invoer.py",
    "relaties.py",
    "plaatsen.py",
    "gebied*.py",
    "database.py",
)


@dataclass(frozen=True)
class Vreemd:
    """A copy that does not fit the catalogue; `ernst` as in `controles`."""

    ernst: str
    editie: str
    melding: str


@dataclass(frozen=True)
class Invoer:
    """The catalogue and the copies of its tables; copies come in order of preference."""

    catalogus: Catalogus
    snapshots: tuple[Snapshot, ...]
    vreemd: tuple[Vreemd, ...]

    @cached_property
    def cijfers(self) -> tuple[Kopie, ...]:
        """The copies with figures; `nummer` is the place in `snapshots`."""
        return tuple(
            Kopie(nummer, s.manifest, _editie(self.catalogus, s.manifest), _dimensies(s))
            for nummer, s in enumerate(self.snapshots)
            if s.manifest.bron not in (GRENZEN, VOORZIENINGEN)
        )

    @cached_property
    def grenzen(self) -> tuple[Snapshot, ...]:
        """The copies with boundaries."""
        return tuple(s for s in self.snapshots if s.manifest.bron == GRENZEN)

    @cached_property
    def voorzieningen(self) -> Snapshot | None:
        """The preferred copy of facilities, None when there is none."""
        alle = (s for s in self.snapshots if s.manifest.bron == VOORZIENINGEN)
        return next(alle, None)

    @cached_property
    def oplossing(self) -> Oplossing:
        """Where every indicator stands in every copy."""
        return los_op(self.catalogus.indicatoren.values(), self.cijfers)

    @property
    def indelingen(self) -> tuple[int, ...]:
        """The divisions that figures use."""
        return tuple(sorted({kopie.manifest.indeling for kopie in self.cijfers}))

    @cached_property
    def regels(self) -> str:
        """A hash of what we decide ourselves: the catalogue, the code and the SQL."""
        hier = Path(__file__).parent
        som = hashlib.sha256(repr(self.catalogus).encode())
        for pad in sorted(pad for patroon in _CODE for pad in hier.glob(patroon)):
            som.update(pad.name.encode() + pad.read_bytes())
        return som.hexdigest()

    @cached_property
    def vingerafdruk(self) -> str:
        """A hash of everything that decides what the tables hold: our rules and the copies."""
        som = hashlib.sha256(self.regels.encode())
        for manifest in (snapshot.manifest for snapshot in self.snapshots):
            som.update(repr((manifest, sorted(manifest.controlesommen.items()))).encode())
        return som.hexdigest()


def verzamel(mappen: Sequence[Path], catalogus: Catalogus) -> Invoer:
    """Read the snapshots in folders and put them in order of preference.

    Raises:
        InvoerError: when there is none with figures.
        SnapshotError: when one is damaged.
    """
    gevonden = vind(mappen)
    passend = [s for s in gevonden if _is_bekend(catalogus, s.manifest)]
    invoer = Invoer(
        catalogus,
        tuple(sorted(passend, key=lambda s: _volgorde(catalogus, s.manifest))),
        tuple(_vreemde(catalogus, gevonden)),
    )
    if not invoer.cijfers:
        plaatsen = ", ".join(f"«{map_}»" for map_ in mappen)
        message = (
            f"Geen snapshot met cijfers gevonden in {plaatsen}. "
            "Haal ze op met: python -m etl fetch."
        )
        raise InvoerError(message)
    return invoer


def _is_bekend(catalogus: Catalogus, manifest: Manifest) -> bool:
    bron = catalogus.bronnen.get(manifest.bron)
    return bron is not None and any(e.tabel == manifest.tabel for e in bron.edities)


def _editie(catalogus: Catalogus, manifest: Manifest) -> Editie:
    return catalogus.bronnen[manifest.bron].editie(manifest.tabel)


def _dimensies(snapshot: Snapshot) -> tuple[str, ...]:
    # ParquetFile, because read_table first imports pyarrow.dataset: most of a second
    with pq.ParquetFile(snapshot.waarden_pad) as bestand:
        kolom = bestand.read(columns=["dimensies"])["dimensies"]
    return tuple(sorted(pc.unique(kolom).to_pylist()))


def _volgorde(catalogus: Catalogus, manifest: Manifest) -> tuple[object, ...]:
    """Sort key, the preferred copy first.

    Sources in the order of the catalogue, then its newest table, then the newest edition of the
    values. At a tie or an unknown edition our own copy goes before the embedded one.
    """
    bronnen = list(catalogus.bronnen)
    bron = catalogus.bronnen[manifest.bron]
    tabellen = [editie.tabel for editie in bron.edities]
    datum = manifest.editie_waarden
    if datum == ONBEKEND:
        datum = "" if manifest.ingebed else "9999"
    return (
        bronnen.index(bron.id),
        -tabellen.index(manifest.tabel),
        _omgekeerd(datum),
        manifest.ingebed,
        _omgekeerd(manifest.opgehaald),
        sorted(manifest.controlesommen.items()),
    )


def _omgekeerd(datum: str) -> tuple[int, ...]:
    """A sort key for the newest date first."""
    return tuple(-ord(teken) for teken in datum.ljust(10))


def _vreemde(catalogus: Catalogus, gevonden: Iterable[Snapshot]) -> Iterable[Vreemd]:
    for manifest in (snapshot.manifest for snapshot in gevonden):
        naam = f"{manifest.tabel} ({manifest.editie_waarden})"
        if not _is_bekend(catalogus, manifest):
            melding = f"De catalogus kent tabel {manifest.tabel} van «{manifest.bron}» niet."
            yield Vreemd("opmerking", naam, f"{melding} De kopie is overgeslagen.")
        elif manifest.indeling != (verwacht := _editie(catalogus, manifest).indeling):
            melding = f"De kopie zegt indeling {manifest.indeling}, de catalogus {verwacht}."
            yield Vreemd("fout", naam, melding)

"""The database file: built beside the old one, named in a pointer, the last three kept."""

from __future__ import annotations

import hashlib
import os
import shutil
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

from wijken.errors import InvoerError, WijkenError

SQL = Path(__file__).parent / "sql"
WIJZER = "nieuwste.txt"
_BEWAARD = 3
# A build file this old (seconds) belongs to a build that was killed, not to one at work.
_VERLATEN = 3600
_POGINGEN, _WACHT = 5, 0.1
# A national build would take 6 GB; what does not fit goes to disk beside the build file meanwhile.
_GEHEUGEN = "1500MB"
# The last one: what should go to disk found no room there.
_SCHRIJFFOUTEN = (duckdb.IOException, duckdb.FatalException, duckdb.OutOfMemoryException)
# So begins the reason of a transaction that failed because its log could not be written.
_NIET_GESCHREVEN = "Could not write"


def lees_sql(map_: str) -> dict[str, str]:
    """Give the SQL files of a folder under `sql`, by name without `.sql`, in their order."""
    return {pad.stem: pad.read_text(encoding="utf-8") for pad in sorted((SQL / map_).glob("*.sql"))}


def nieuwste(data_map: Path) -> Path | None:
    """Give the database that the pointer names, None when there is none."""
    try:
        naam = (data_map / WIJZER).read_text(encoding="utf-8").strip()
    except (FileNotFoundError, NotADirectoryError):
        return None
    pad = data_map / Path(naam).name
    return pad if naam and pad.is_file() else None


def vorige(data_map: Path, huidige: Path | None) -> Path | None:
    """Give the database before this one, None when there is none."""
    ouder = [pad for pad in _alle(data_map) if huidige is not None and pad.name < huidige.name]
    return ouder[-1] if ouder else None


def _alle(data_map: Path) -> list[Path]:
    return sorted(data_map.glob("wijken-*.duckdb"))


def nieuw_stempel(vingerafdruk: str) -> str:
    """Give a stamp that sorts by time and is unique: builds at the same time never meet."""
    uniek = f"{vingerafdruk} {os.getpid()} {time.perf_counter_ns()}"
    kort = hashlib.sha256(uniek.encode()).hexdigest()[:8]
    return f"{datetime.now(UTC):%Y%m%dT%H%M%S%f}-{kort}"


@contextmanager
def openen(pad: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """Open a finished database to read.

    Raises:
        WijkenError: when it cannot be opened, is damaged, or has another form than ours.
    """
    try:
        with duckdb.connect(str(pad), read_only=True) as verbinding:
            yield verbinding
    except duckdb.Error as fout:
        message = (
            f"Database «{pad}» is beschadigd of van een andere versie ({fout}). "
            "Maak haar opnieuw met: python -m etl build."
        )
        raise WijkenError(message) from fout


@contextmanager
def bouwbestand(data_map: Path, stempel: str) -> Iterator[tuple[Path, duckdb.DuckDBPyConnection]]:
    """Open a new build file; whatever goes wrong, nothing of it stays.

    The file is complete and closed when the block ends without an error.

    Raises:
        InvoerError: when it cannot be written: a full disk, most of the time.
        WijkenError: when the database refuses something else.
    """
    pad = data_map / f".wijken-{stempel}.bouw"
    try:
        with duckdb.connect(str(pad), config={"memory_limit": _GEHEUGEN}) as verbinding:
            yield pad, verbinding
            verbinding.execute("checkpoint")
    except BaseException as fout:
        for rest in data_map.glob(f"{pad.name}*"):
            _weg(rest)
        if _schrijffout(fout):
            message = f"De schijf is vol of niet te schrijven: «{data_map}» ({fout})."
            raise InvoerError(message) from fout
        if isinstance(fout, duckdb.Error):
            message = f"De database kan niet worden gemaakt: {fout}"
            raise WijkenError(message) from fout
        raise


def _schrijffout(fout: BaseException) -> bool:
    """Tell whether an error, or what lies behind it, is about the file and not about the data."""
    achter: BaseException | None = fout
    while achter is not None:
        if isinstance(achter, _SCHRIJFFOUTEN):
            return True
        if isinstance(achter, duckdb.TransactionException) and _NIET_GESCHREVEN in str(achter):
            return True
        achter = achter.__cause__
    return False


def _weg(pad: Path) -> None:
    """Remove a file, or a folder of what was set aside; what is open (Windows) goes later."""
    with suppress(OSError):
        if pad.is_dir():
            shutil.rmtree(pad)
        else:
            pad.unlink()


def bied_aan(verbinding: duckdb.DuckDBPyConnection, relaties: Mapping[str, pa.Table]) -> None:
    """Make tables known to the SQL under their names."""
    for naam, tabel in relaties.items():
        verbinding.register(naam, tabel)


def laad_ruw(
    verbinding: duckdb.DuckDBPyConnection, nummer: int, waarden: Path, regios: Path
) -> None:
    """Add the raw cells (those that are coupled) and the regions of one copy."""
    sql = lees_sql("ruw")
    verbinding.execute(sql["cel"], {"snapshot": nummer, "pad": str(waarden)})
    verbinding.execute(sql["regio"], {"snapshot": nummer, "pad": str(regios)})


def voer_uit(verbinding: duckdb.DuckDBPyConnection, map_: str) -> None:
    """Run the SQL files of a folder in their order.

    Raises:
        WijkenError: naming the file that the database refused.
    """
    for naam, tekst in lees_sql(map_).items():
        try:
            verbinding.execute(tekst)
        except duckdb.Error as fout:
            message = f"sql/{map_}/{naam}.sql is mislukt: {fout}"
            raise WijkenError(message) from fout


def schrijf_bouw(verbinding: duckdb.DuckDBPyConnection, gegevens: Mapping[str, str]) -> None:
    """Write down how this database came about (`core.bouw`)."""
    verbinding.execute(lees_sql("bouw")["maak"])
    verbinding.executemany(lees_sql("bouw")["vul"], [list(paar) for paar in gegevens.items()])


def lees_bouw(database: Path) -> dict[str, str]:
    """Give how a database came about: fingerprint, rules, stamp, time; empty when unreadable."""
    try:
        with openen(database) as verbinding:
            rijen: list[tuple[Any, ...]] = verbinding.execute(lees_sql("bouw")["lees"]).fetchall()
    except (WijkenError, duckdb.Error):
        return {}
    return {str(sleutel): str(waarde) for sleutel, waarde in rijen}


def inhoud_hash(database: Path) -> str:
    """Give a hash of what the core tables hold; the order of rows and the file do not matter.

    Raises:
        WijkenError: when the database cannot be opened.
    """
    som = hashlib.sha256()
    with openen(database) as verbinding:
        for rij in verbinding.execute(lees_sql("bouw")["inhoud"]).fetchall():
            som.update(repr(rij).encode())
    return som.hexdigest()


def publiceer(bouw: Path, data_map: Path, stempel: str) -> Path:
    """Give a build its name, point to it, and clear away what is older than the last three.

    Raises:
        WijkenError: when the pointer cannot be written.
    """
    doel = data_map / f"wijken-{stempel}.duckdb"
    bouw.rename(doel)
    _schrijf_wijzer(data_map, doel.name, stempel)
    _ruim_op(data_map, doel)
    return doel


def _schrijf_wijzer(data_map: Path, naam: str, stempel: str) -> None:
    tijdelijk = data_map / f".{WIJZER}-{stempel}"
    with tijdelijk.open("w", encoding="utf-8", newline="\n") as bestand:
        bestand.write(naam + "\n")
        bestand.flush()
        os.fsync(bestand.fileno())
    for poging in range(_POGINGEN):
        try:
            tijdelijk.replace(data_map / WIJZER)
        except PermissionError as fout:  # Windows: a reader has it open for a moment
            if poging == _POGINGEN - 1:
                message = f"De wijzer «{data_map / WIJZER}» kan niet worden geschreven: {fout}"
                raise WijkenError(message) from fout
            time.sleep(_WACHT)
        else:
            return


def _ruim_op(data_map: Path, nieuw: Path) -> None:
    """Keep the last three."""
    te_veel = [pad for pad in _alle(data_map)[:-_BEWAARD] if pad != nieuw]
    verlaten = [
        pad
        for patroon in (".wijken-*.bouw*", f".{WIJZER}-*")
        for pad in data_map.glob(patroon)
        if _leeftijd(pad) > _VERLATEN
    ]
    for pad in te_veel + verlaten:
        _weg(pad)


def _leeftijd(pad: Path) -> float:
    try:
        return time.time() - pad.stat().st_mtime
    except OSError:
        return 0.0


def eis_schrijfbaar(data_map: Path) -> None:
    """Make the data folder.

    Raises:
        InvoerError: when that is not possible there.
    """
    try:
        data_map.mkdir(parents=True, exist_ok=True)
    except OSError as fout:
        message = f"De map «{data_map}» kan niet worden gemaakt: {fout.strerror}."
        raise InvoerError(message) from fout
    if not os.access(data_map, os.W_OK):
        message = f"In de map «{data_map}» mag niet worden geschreven. Kies er een met --data."
        raise InvoerError(message)

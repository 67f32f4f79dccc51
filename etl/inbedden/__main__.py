"""Makes `etl/snapshots` anew: `python -m etl.inbedden FOLDER`."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path

from etl.inbedden.maak import Werk, maak_snapshot
from etl.inbedden.opdracht import lees_kopie
from etl.snapshot import Snapshot
from wijken.catalogus import load_catalogus
from wijken.errors import WijkenError

_DOEL = Path(__file__).parents[1] / "snapshots"


def main(argumenten: Sequence[str] | None = None) -> int:
    """Run the command; gives the exit code (0 good, 2 a file is missing, 3 a file is wrong)."""
    keuzes = _lees_argumenten(argumenten)
    try:
        for snapshot in maak_alles(keuzes.map, keuzes.naar, keuzes.datum):
            print(_regel(snapshot))
    except WijkenError as fout:
        print(fout, file=sys.stderr)
        return fout.exit_code
    return 0


def maak_alles(map_: Path, doel: Path, datum: date) -> tuple[Snapshot, ...]:
    """Make every embedded snapshot and put the whole set in place of the old one.

    The same files and date give the same bytes.

    Raises:
        WijkenError: when a file is missing or wrong; the old set then stays as it was.
    """
    kopie = lees_kopie()
    kopie.eis_bestanden(map_)
    werk = Werk(map_, load_catalogus(), kopie, datum.isoformat())
    doel.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".inbedden-", dir=doel.parent) as tijdelijk:
        nieuw, oud = Path(tijdelijk) / "nieuw", Path(tijdelijk) / "oud"
        gemaakt = [maak_snapshot(nieuw, werk, deel) for deel in kopie.opdrachten.values()]
        if doel.exists():
            doel.rename(oud)
        nieuw.rename(doel)
    return tuple(Snapshot(doel / s.map.relative_to(nieuw), s.manifest) for s in gemaakt)


def _regel(snapshot: Snapshot) -> str:
    grootte = sum(pad.stat().st_size for pad in snapshot.map.iterdir())
    naam = f"{snapshot.map.parent.name}/{snapshot.map.name}"
    return f"{naam:<48} {snapshot.manifest.rijen:>8} cijfers {grootte / 1024:>7.0f} kB"


def _lees_argumenten(argumenten: Sequence[str] | None) -> argparse.Namespace:
    lezer = argparse.ArgumentParser(prog="python -m etl.inbedden", description=__doc__)
    lezer.add_argument("map", type=Path, help="map met de echte gegevens")
    lezer.add_argument("--naar", type=Path, default=_DOEL, help="map voor de snapshots")
    lezer.add_argument(
        "--datum",
        type=date.fromisoformat,
        default=datetime.now(tz=UTC).date(),
        help="dag waarop de kopie is gemaakt, bijvoorbeeld 2026-11-22",
    )
    return lezer.parse_args(argumenten)


if __name__ == "__main__":
    sys.exit(main())

"""Makes the database of a made-up country: thirteen years of KWB, every region.

`python -m tests.bench.landelijke_database FOLDER` builds it of copies that are there already and
prints file, seconds and peak memory as JSON.
"""

import json
import resource
import sys
import time
from pathlib import Path

from etl.manifest import Manifest
from etl.pipeline import Opties, build
from tests.bench import landelijk
from wijken.catalogus import load_catalogus


def maak(map_: Path, gemeenten: int = landelijk.HEEL_NEDERLAND) -> Path:
    """Write a national copy for each year of KWB and build the database of them."""
    schrijf_kopieen(map_, gemeenten)
    return build(map_, [map_ / "snapshots"], Opties())


def schrijf_kopieen(map_: Path, gemeenten: int) -> None:
    """Write a national copy for each year of KWB."""
    catalogus = load_catalogus()
    bron = catalogus.bronnen["kwb"]
    for editie in bron.edities:
        jaar = editie.perioden[-1]
        lijst = landelijk.kolommen("84799NED" if jaar < 2022 else "85984NED")
        gegevens = Manifest(
            bron=bron.id,
            tabel=editie.tabel,
            titel=f"Verzonnen kerncijfers {jaar}",
            indeling=editie.indeling,
            perioden=editie.perioden,
            editie_waarden=f"{jaar + 2}-02-01",
            editie_sleutels=f"{jaar + 2}-02-01",
            gewijzigd=f"{jaar + 2}-02-01T02:00:00",
            opgehaald="2026-11-01",
            licentie="verzonnen",
            bronregel="Bron: verzonnen",
            adres="https://verzonnen.nl",
            getypeerd=False,
            volledig=True,
            wat_is_echt="Niets.",
            landelijk=True,
            kolommen=lijst,
        )
        landelijk.kopie(map_ / "snapshots", gegevens, jaar, gemeenten)


if __name__ == "__main__":
    begin, doel = time.perf_counter(), Path(sys.argv[1])
    pad = build(doel, [doel / "snapshots"], Opties())
    gebruik = resource.getrusage(resource.RUSAGE_SELF)
    meting = {
        "pad": str(pad),
        "seconden": time.perf_counter() - begin,
        "cpu": gebruik.ru_utime + gebruik.ru_stime,
        "piek_mb": gebruik.ru_maxrss / 1024,
    }
    print(json.dumps(meting))

"""Makes the database of a made-up country: thirteen years of KWB, every region."""

from pathlib import Path

from etl.manifest import Manifest
from etl.pipeline import Opties, build
from tests.bench import landelijk
from wijken.catalogus import load_catalogus


def maak(map_: Path, gemeenten: int = landelijk.HEEL_NEDERLAND) -> Path:
    """Write a national copy for each year of KWB and build the database of them."""
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
    return build(map_, [map_ / "snapshots"], Opties())

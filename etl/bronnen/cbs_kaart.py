"""Fetches the drawn buurten of one year: the zip of CBS, else PDOK's OGC API, else its WFS."""

from __future__ import annotations

import json
import shutil
import tempfile
import zipfile
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

from etl.bronnen import pdok
from etl.bronnen.adapter import Lijn, NietAangebodenError, NietGevondenError, Oogst, Opdracht
from etl.bronnen.cbs_grenzen import VELD, Grensvorm, lees_grenzen
from etl.bronnen.dekking import Dekking
from etl.bronnen.sessie import download
from etl.bronnen.zipbestand import dag_en_adres, deze_maand, eis_omvang, open_zip
from etl.manifest import Kolom, Manifest
from wijken.errors import BronError

# The newest first: v1 has the shapes, v2 and v3 repair them in the years after (sources.md F.1).
_VERSIES = (3, 2, 1)
_ADRESSEN = (
    ("geodata", "/files/Wijkenbuurtkaart/WijkBuurtkaart_{jaar}_v{versie}.zip"),
    ("cbs_download", "/regionale-kaarten/wijkbuurtkaart_{jaar}_v{versie}.zip"),
)
_VIA_PDOK = "pdok"
_KAARTDELEN = (".gpkg", ".shp", ".shx", ".dbf", ".prj", ".cpg")
# Metres: what the map on a screen does not show may go, along lines that neighbours share.
_DEKKING = Dekking(tolerantie=15.0, gat=10.0)
_LAAG = "buurten"


def lees_gewijzigd(lijn: Lijn, opdracht: Opdracht) -> str:
    """Give day and address of the newest zip; else this month and that PDOK is to be asked.

    Raises:
        BronError: when no host of CBS answers.
    """
    jaar = opdracht.editie.indeling
    stil: list[BronError] = []
    for dienst, vorm in _ADRESSEN:
        try:
            if gevonden := _nieuwste_zip(lijn, dienst, vorm, jaar):
                return gevonden
        except BronError as fout:
            stil.append(fout)
    if len(stil) == len(_ADRESSEN):
        raise stil[0]
    return f"{deze_maand().isoformat()} {_VIA_PDOK}"


def haal(lijn: Lijn, opdracht: Opdracht, gewijzigd: str) -> Oogst:
    """Fetch the map: buurten of our gemeenten as one coverage, wijken and gemeenten made of them.

    Raises:
        BronError: when a service fails, or the file is no map.
        NietAangebodenError: when no service has the map of this year.
    """
    datum, _, adres = gewijzigd.partition(" ")
    with tempfile.TemporaryDirectory(prefix="wijken-kaart-") as map_:
        if adres == _VIA_PDOK:
            pad = _van_pdok(lijn, opdracht, Path(map_))
        else:
            pad = pak_uit(download(lijn, adres), Path(map_), urlsplit(adres).path)
        laag = _LAAG if pad.suffix == ".gpkg" else ""
        vorm = Grensvorm(frozenset(opdracht.gemeenten), _DEKKING, laag=laag)
        waarden, regios = lees_grenzen(pad, vorm)
    return Oogst(_manifest(opdracht, datum, gewijzigd), waarden, regios)


def _nieuwste_zip(lijn: Lijn, dienst: str, vorm: str, jaar: int) -> str:
    for versie in _VERSIES:
        try:
            return dag_en_adres(lijn, lijn.diensten[dienst] + vorm.format(jaar=jaar, versie=versie))
        except NietGevondenError:
            continue
    return ""


def pak_uit(inhoud: bytes, map_: Path, naam: str) -> Path:
    """Unpack the map of buurten of a zip under a name of our own; nothing else of it.

    Raises:
        BronError: when it is no zip, holds no map of buurten, or is unreasonably large.
    """
    with open_zip(inhoud, naam) as pak:
        delen = _kies(pak, naam)
        for deel in delen:
            doel = map_ / f"kaart{Path(deel.filename).suffix.lower()}"
            with pak.open(deel) as van, doel.open("wb") as naar:
                shutil.copyfileobj(van, naar)
    return next(map_ / f"kaart{s}" for s in _KAARTDELEN if (map_ / f"kaart{s}").exists())


def _kies(pak: zipfile.ZipFile, naam: str) -> list[zipfile.ZipInfo]:
    """Give the GeoPackage, else the parts of the shapefile of buurten."""
    alle = pak.infolist()
    gekozen = [deel for deel in alle if deel.filename.lower().endswith(".gpkg")][:1]
    if not gekozen:
        vormen = [d.filename for d in alle if d.filename.lower().endswith(".shp")]
        buurt = next((v for v in vormen if "buurt" in Path(v).name.lower()), None)
        stam = buurt[:-4] if buurt else None
        gekozen = [d for d in alle if stam and d.filename[:-4] == stam and _is_kaartdeel(d)]
    if not gekozen:
        bestanden = ", ".join(deel.filename for deel in alle[:5]) or "niets"
        message = f"{naam} heeft geen kaart van buurten (.gpkg of .shp). Gevonden: {bestanden}."
        raise BronError(message)
    eis_omvang(gekozen, naam)
    return gekozen


def _is_kaartdeel(deel: zipfile.ZipInfo) -> bool:
    return Path(deel.filename).suffix.lower() in _KAARTDELEN


def _van_pdok(lijn: Lijn, opdracht: Opdracht, map_: Path) -> Path:
    kenmerken = next(_pogingen(lijn, opdracht.editie.indeling, opdracht.gemeenten), None)
    if not kenmerken:
        message = f"Van {opdracht.editie.indeling} bieden CBS en PDOK geen kaart aan."
        raise NietAangebodenError(message)
    pad = map_ / "kaart.geojson"
    pad.write_text(json.dumps(kenmerken), encoding="utf-8")
    return pad


def _pogingen(lijn: Lijn, jaar: int, gemeenten: Sequence[str]) -> Iterator[pdok.Kaart]:
    """Give the map of every service of PDOK that has this year."""
    for haal_kaart in (pdok.ogc, pdok.wfs):
        try:
            kaart = haal_kaart(lijn, jaar, gemeenten)
        except NietGevondenError:
            continue
        if kaart["features"]:
            yield kaart


def _manifest(opdracht: Opdracht, datum: str, gewijzigd: str) -> Manifest:
    bron, editie = opdracht.bron, opdracht.editie
    weg = gewijzigd.partition(" ")[2]
    van = "PDOK" if weg == _VIA_PDOK else urlsplit(weg).path.rpartition("/")[2]
    return Manifest(
        bron=bron.id,
        tabel=editie.tabel,
        titel=f"Grenzen van buurten, wijken en gemeenten, {editie.indeling}",
        indeling=editie.indeling,
        perioden=editie.perioden,
        editie_waarden=datum,
        editie_sleutels=datum,
        gewijzigd=gewijzigd,
        opgehaald=date.today().isoformat(),  # noqa: DTZ011 -- the user's own calendar day
        licentie=bron.licentie,
        bronregel=bron.bronregel,
        adres=bron.adres,
        getypeerd=True,
        volledig=True,
        wat_is_echt=f"De grenzen van buurten, zoals CBS en Kadaster ze tekenen ({van}).",
        wat_is_samengesteld=(
            "Water zonder buurt is weggelaten. De lijnen zijn vereenvoudigd (15 meter) zo dat "
            "buren op elkaar blijven aansluiten; wijken en gemeenten zijn de som van hun buurten."
        ),
        kolommen=(Kolom(VELD, VELD, "Grens (WKT, EPSG:4326)"),),
    )

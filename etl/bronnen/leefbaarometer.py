"""Fetches the Leefbaarometer: a zip of CSV with irregular names, files told by their columns."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from datetime import date
from urllib.parse import urljoin, urlsplit

from etl.bronnen.adapter import Lijn, NietGevondenError, Oogst, Opdracht
from etl.bronnen.getal import getal_als_tekst
from etl.bronnen.odata_vorm import Bereik
from etl.bronnen.ruw import Rij, maak_regios, maak_waarden
from etl.bronnen.sessie import download
from etl.bronnen.zipbestand import dag_en_adres, eis_omvang, open_zip
from etl.manifest import Kolom, Manifest
from wijken.errors import BronError

_ADRES = "/resources/open-data-leefbaarometer-meting-{jaar}.zip"
# Where a zip with another name is linked from.
_BLADZIJDEN = ("/page/Opendata", "/", "/resources/")
_LINK = r"""["']([^"']*open-data-leefbaarometer-meting-{jaar}[^"']*\.zip)["']"""
_CODES = ("bu_code", "wk_code", "gm_code")
# The dimensions only: the house shows no overall score (`lbm`, `afw`).
_VELDEN = {
    "won": "Woningvoorraad",
    "vrz": "Voorzieningen",
    "fys": "Fysieke omgeving",
    "soc": "Sociale samenhang",
    "onv": "Overlast en onveiligheid",
}
# The line of headings of a file; no real one is a tenth as long.
_KOP = 1 << 16
_ONTBREEKT = ("", ".", "NA", "NULL")


def lees_gewijzigd(lijn: Lijn, opdracht: Opdracht) -> str:
    """Give day and address of the zip of the edition's year.

    Raises:
        BronError: when the site does not answer or has no such zip.
    """
    jaar = opdracht.editie.naam
    try:
        return dag_en_adres(lijn, lijn.adres + _ADRES.format(jaar=jaar))
    except NietGevondenError:
        return dag_en_adres(lijn, _vind_link(lijn, jaar))


def haal(lijn: Lijn, opdracht: Opdracht, gewijzigd: str) -> Oogst:
    """Fetch the scores of our areas and every gemeente: a row per region, year and dimension.

    Raises:
        BronError: when the zip holds no file of buurten, or an area is absent from it.
    """
    datum, _, adres = gewijzigd.partition(" ")
    bereik = Bereik.van("", opdracht.werkgebieden)
    bestanden = kies_bestanden(download(lijn, adres), urlsplit(adres).path)
    rijen = [
        rij
        for naam, tekst in bestanden.items()
        for rij in lees_rijen(naam, tekst, bereik, opdracht.editie.perioden)
    ]
    codes = sorted({rij[0] for rij in rijen})
    mist = [gebied.plaats for gebied in opdracht.werkgebieden if not gebied.ligt_in(codes)]
    if mist:
        message = f"De Leefbaarometer heeft geen rijen van {', '.join(mist)}. Niet bewaard."
        raise BronError(message)
    regios = maak_regios((code, None, f"GM{code[2:6]}") for code in codes)
    return Oogst(_manifest(opdracht, datum, gewijzigd), maak_waarden(rijen), regios)


def _vind_link(lijn: Lijn, jaar: str) -> str:
    for bladzijde in _BLADZIJDEN:
        try:
            html = download(lijn, lijn.adres + bladzijde).decode("utf-8", "replace")
        except NietGevondenError:
            continue
        if gevonden := re.findall(_LINK.format(jaar=re.escape(jaar)), html):
            adres = urljoin(lijn.adres + "/", str(max(gevonden)).removeprefix("/"))
            if urlsplit(adres).netloc == urlsplit(lijn.adres).netloc:
                return adres
    message = (
        f"Op {urlsplit(lijn.adres).netloc} is geen zip met open data van meting {jaar} gevonden."
    )
    raise BronError(message)


def kies_bestanden(inhoud: bytes, naam: str) -> dict[str, str]:
    """Give the text of one file for each level, told by its columns and not by its name.

    Raises:
        BronError: when it is no zip, is unreasonably large, or a level is missing or double.
    """
    with open_zip(inhoud, naam) as pak:
        delen = {d.filename: d for d in pak.infolist() if d.filename.lower().endswith(".csv")}
        # The squares of the map are by far the largest file: of each no more than its headings.
        koppen = {bestand: _kop(_begin(pak, deel)) for bestand, deel in delen.items()}
        gekozen = _per_niveau(koppen, naam)
        eis_omvang((delen[bestand] for bestand in gekozen), naam)
        return {bestand: _tekst(pak.read(bestand)) for bestand in gekozen}


def _begin(pak: zipfile.ZipFile, deel: zipfile.ZipInfo) -> str:
    with pak.open(deel) as bestand:
        return _tekst(bestand.readline(_KOP))


def _tekst(inhoud: bytes) -> str:
    try:
        return inhoud.decode("utf-8-sig")
    except UnicodeDecodeError:
        return inhoud.decode("cp1252", "replace")


def _per_niveau(koppen: Mapping[str, list[str]], naam: str) -> list[str]:
    gekozen = []
    for code in _CODES:
        nodig = {code, "jaar", *_VELDEN}
        raak = [bestand for bestand, kop in koppen.items() if nodig <= set(kop)]
        # A file of buurten may also name their wijk and gemeente.
        eigen = [bestand for bestand in raak if not _fijner(code, koppen[bestand])]
        if len(eigen) != 1:
            message = (
                f"{naam} heeft {len(eigen)} bestanden met de kolommen {', '.join(sorted(nodig))}, "
                f"één verwacht. Bestanden: {', '.join(koppen) or 'geen CSV'}."
            )
            raise BronError(message)
        gekozen += eigen
    return gekozen


def _fijner(code: str, kop: list[str]) -> bool:
    return any(ander in kop for ander in _CODES[: _CODES.index(code)])


def _scheiding(tekst: str) -> str:
    eerste = tekst.partition("\n")[0]
    return ";" if eerste.count(";") > eerste.count(",") else ","


def _kop(tekst: str) -> list[str]:
    eerste = next(csv.reader([tekst.partition("\n")[0].strip()], delimiter=_scheiding(tekst)), [])
    return [kolom.strip().casefold() for kolom in eerste]


def lees_rijen(naam: str, tekst: str, bereik: Bereik, jaren: tuple[int, ...]) -> Iterator[Rij]:
    """Give the cells of the scope and the years of the edition.

    Raises:
        BronError: for a cell that is no number, with file and line.
    """
    scheiding, kop = _scheiding(tekst), _kop(tekst)
    code = next(kolom for kolom in _CODES if kolom in kop)
    lezer = csv.DictReader(io.StringIO(tekst), kop, delimiter=scheiding)
    next(lezer)
    for rij in lezer:
        regio, jaar = str(rij[code] or "").strip(), str(rij["jaar"] or "").strip()
        if bereik.bevat(regio) and jaar.isdigit() and int(jaar) in jaren:
            for veld in _VELDEN:
                plek = f"{naam}, regel {lezer.line_num}, kolom {veld}"
                yield regio, f"Perioden={jaar}JJ00", veld, _getal(rij[veld], scheiding, plek)


def _getal(cel: str | None, scheiding: str, plek: str) -> str | None:
    tekst = (cel or "").strip()
    if tekst in _ONTBREEKT:
        return None
    try:
        return getal_als_tekst(tekst.replace(",", ".") if scheiding == ";" else tekst)
    except ValueError as fout:
        message = f"{plek}: {fout}"
        raise BronError(message) from None


def _manifest(opdracht: Opdracht, datum: str, gewijzigd: str) -> Manifest:
    bron, editie = opdracht.bron, opdracht.editie
    return Manifest(
        bron=bron.id,
        tabel=editie.tabel,
        titel=f"Leefbaarometer 3.0, meting {editie.naam}",
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
        wat_is_echt="De scores van de vijf delen, zoals het ministerie van BZK ze levert.",
        wat_is_samengesteld="De totaalscore en de afwijking daarvan zijn weggelaten.",
        kolommen=tuple(Kolom(v, v, titel, datatype="Double") for v, titel in _VELDEN.items()),
    )

"""Looks into an Excel file before anything reads it: bombs, macros, other kinds, size of sheets."""

from __future__ import annotations

import posixpath
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from xml.etree.ElementTree import Element, ParseError
from zipfile import BadZipFile, LargeZipFile, ZipFile

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring, iterparse

from dashboard.register.tabelblad import KOLOMMEN, REGELS, weiger

UITGEPAKT = 40 * 1024 * 1024
# XML of tables packs 10 to 30 times smaller; small parts may do better without harm.
VERHOUDING, KLEIN = 150, 256 * 1024
DELEN = 400
_BOEK, _RELATIES, _SOORTEN = "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "[Content_Types].xml"
# A part inside that is a file of its own, or runs something.
_RESTEN = re.compile(
    r"\.(zip|docx?|xls[xmb]?|pptx?|ole|exe|dll|js|vbs|7z|rar)$|/embeddings/|/activex/"
)
_MACRO = re.compile(r"vbaproject|/macrosheets/|/dialogsheets/")
_CEL = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6})")
_FOUTEN = (BadZipFile, LargeZipFile, DefusedXmlException, ParseError, EOFError, KeyError)
_FOUTEN_MEER = (NotImplementedError, RuntimeError, ValueError, OSError, zlib.error)
_GENOEMD = 5


@dataclass
class Vel:
    """What a first look at a sheet tells.

    Attributes:
        gevuld: whether any cell holds something.
        rijen: number of the last row that holds something.
        regel: number of the row that was looked at last.
        formules: cells with a formula that has a value stored.
        zonder: cells with a formula and no value.
        fouten: cells in which Excel itself wrote an error, as `D7 (#REF!)`.
        breed: the first filled cell beyond our columns, "" for none.
    """

    gevuld: bool = False
    rijen: int = 0
    regel: int = 0
    formules: list[str] = field(default_factory=list)
    zonder: list[str] = field(default_factory=list)
    fouten: list[str] = field(default_factory=list)
    breed: str = ""

    def keur(self) -> None:
        """Check what would go wrong without a word.

        Raises:
            InvoerError: too wide, formulas without a value, or errors of Excel.
        """
        if self.breed:
            weiger("te_breed", cel=self.breed, meest=KOLOMMEN)
        if self.zonder:
            weiger("formule_zonder", cellen=", ".join(self.zonder[:_GENOEMD]))
        if self.fouten:
            weiger("fouten", cellen=", ".join(self.fouten[:_GENOEMD]))


def open_werkboek(inhoud: bytes) -> dict[str, Vel]:
    """Look at every sheet of a workbook.

    Returns:
        Title of each sheet with cells to what was seen of it.

    Raises:
        InvoerError: when it is something else, runs macros, holds other files, or unpacks to more
            than we take.
    """
    try:
        with ZipFile(BytesIO(inhoud)) as zip_:
            _keur_delen(zip_)
            _keur_inhoud(zip_)
            return {titel: _bekijk(zip_, deel) for titel, deel in _vellen(zip_)}
    except (*_FOUTEN, *_FOUTEN_MEER):
        weiger("kapot")


def _keur_delen(zip_: ZipFile) -> None:
    """Judge by the list of parts alone: nothing has been unpacked yet."""
    namen = [deel.filename.lower() for deel in zip_.infolist()]
    if any(_MACRO.search(naam) for naam in namen):
        weiger("macro")
    _keur_soort(zip_, set(namen))
    delen = zip_.infolist()
    samen = sum(deel.file_size for deel in delen)
    groot = any(
        deel.file_size > KLEIN and deel.file_size > VERHOUDING * max(deel.compress_size, 1)
        for deel in delen
    )
    if groot or samen > UITGEPAKT or len(delen) > DELEN:
        weiger("bom", meest=UITGEPAKT // 1024**2)
    if any(deel.flag_bits & 1 for deel in delen):
        weiger("met_wachtwoord")
    if any(_RESTEN.search(naam) for naam in namen):
        weiger("ingesloten")


def _keur_soort(zip_: ZipFile, namen: set[str]) -> None:
    if "xl/workbook.bin" in namen:
        weiger("xlsb")
    if "mimetype" in namen and zip_.getinfo("mimetype").file_size < KLEIN:
        soort = zip_.read("mimetype")
        weiger("ods" if b"spreadsheet" in soort else "zip")
    if "word/document.xml" in namen:
        weiger("word")
    if _BOEK not in namen or _SOORTEN.lower() not in namen:
        weiger("zip")


def _keur_inhoud(zip_: ZipFile) -> None:
    """Unpack every part once, which proves its size, and refuse a file inside or a DTD."""
    for deel in zip_.infolist():
        inhoud = zip_.read(deel)
        if inhoud.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"MZ")):
            weiger("ingesloten")
        if b"<!DOCTYPE" in inhoud or b"<!ENTITY" in inhoud:
            weiger("kapot")
    if b"macroenabled" in zip_.read(_SOORTEN).lower():
        weiger("macro")


def _vellen(zip_: ZipFile) -> Iterator[tuple[str, str]]:
    """Give title and part of each sheet, in the order of the tabs."""
    doelen = {
        _kenmerk(relatie, "Id"): _kenmerk(relatie, "Target")
        for relatie in fromstring(zip_.read(_RELATIES), forbid_dtd=True)
    }
    for blad in fromstring(zip_.read(_BOEK), forbid_dtd=True).iter():
        if _naam(blad) == "sheet":
            doel = doelen.get(_kenmerk(blad, "id"), "")
            deel = doel[1:] if doel.startswith("/") else posixpath.normpath(f"xl/{doel}")
            if deel.startswith("xl/worksheets/") and deel in zip_.namelist():
                yield _kenmerk(blad, "name"), deel


def _bekijk(zip_: ZipFile, deel: str) -> Vel:
    """Walk through a sheet once, holding one row at a time.

    Raises:
        ValueError: when a cell or row stands where no sheet has one.
    """
    vel = Vel()
    with zip_.open(deel) as bron:
        for _, element in iterparse(bron, forbid_dtd=True):
            if _naam(element) == "row":
                _bekijk_rij(vel, element)
                element.clear()
    return vel


def _bekijk_rij(vel: Vel, rij: Element) -> None:
    vel.regel = _verder(int(rij.get("r") or vel.regel + 1), vel.regel)
    kolom = 0
    for cel in rij:
        if _naam(cel) == "c":
            kolom = _verder(_kolom(cel.get("r"), kolom + 1), kolom)
            _bekijk_cel(vel, cel, f"{_letters(kolom)}{vel.regel}", kolom)


def _bekijk_cel(vel: Vel, cel: Element, plek: str, kolom: int) -> None:
    kinderen = {_naam(kind): kind for kind in cel}
    waarde = kinderen["v"].text if "v" in kinderen else None
    if waarde or "is" in kinderen:
        vel.gevuld, vel.rijen = True, vel.regel
        if vel.rijen > REGELS:
            weiger("te_lang", meest=REGELS)
        if kolom > KOLOMMEN and not vel.breed:
            vel.breed = plek
        if cel.get("t") == "e":
            vel.fouten.append(f"{plek} ({waarde})")
    if "f" in kinderen:
        # A text without letters is a value too: t="str".
        (vel.formules if waarde or cel.get("t") == "str" else vel.zonder).append(plek)


def _verder(nummer: int, vorige: int) -> int:
    """Give the number; a reader that meets rows out of order would leave some out.

    Raises:
        ValueError: when it does not come after the one before.
    """
    if nummer <= vorige:
        raise ValueError(nummer)
    return nummer


def _kolom(tekst: str | None, anders: int) -> int:
    if tekst is None:
        return anders
    gevonden = _CEL.fullmatch(tekst)
    if gevonden is None:
        raise ValueError(tekst)
    kolom = 0
    for letter in gevonden[1]:
        kolom = kolom * 26 + ord(letter) - ord("A") + 1
    return kolom


def _letters(kolom: int) -> str:
    tekst = ""
    while kolom:
        kolom, rest = divmod(kolom - 1, 26)
        tekst = chr(ord("A") + rest) + tekst
    return tekst


def _naam(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _kenmerk(element: Element, naam: str) -> str:
    """Give an attribute by its bare name: writers differ in the namespace they put before it."""
    return next((w for k, w in element.attrib.items() if k.rpartition("}")[2] == naam), "")

"""Reads a workbook back with nothing but the standard library: what is really in the file."""

import zipfile
from dataclasses import dataclass
from io import BytesIO
from xml.etree import ElementTree as ET

NS = {
    "m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
}


@dataclass(frozen=True)
class Vel:
    """One sheet: rows of text, numbers and None, and how each number is shown."""

    rijen: list[list[object]]
    vormen: list[list[str]]
    xml: str

    def als_woordenboek(self) -> list[dict[str, object]]:
        kop, *rest = self.rijen
        return [dict(zip(kop, rij, strict=True)) for rij in rest]


def _boom(xml: bytes | str) -> ET.Element:
    return ET.fromstring(xml)  # noqa: S314 - we wrote it ourselves


def lees_xlsx(inhoud: bytes) -> dict[str, Vel]:
    """Give the sheets by name, in order."""
    with zipfile.ZipFile(BytesIO(inhoud)) as zip_:
        boek = _boom(zip_.read("xl/workbook.xml"))
        vellen = [vel.get("name", "") for vel in boek.findall("m:sheets/m:sheet", NS)]
        teksten, vormen = _teksten(zip_), _vormen(zip_)
        return {
            naam: _vel(zip_.read(f"xl/worksheets/sheet{n}.xml").decode(), teksten, vormen)
            for n, naam in enumerate(vellen, start=1)
        }


def eigenschap(inhoud: bytes, naam: str) -> str:
    with zipfile.ZipFile(BytesIO(inhoud)) as zip_:
        return _boom(zip_.read("docProps/core.xml")).findtext(naam, "", NS)


def _teksten(zip_: zipfile.ZipFile) -> list[str]:
    wortel = _boom(zip_.read("xl/sharedStrings.xml"))
    return ["".join(t.text or "" for t in si.iter(f"{{{NS['m']}}}t")) for si in wortel]


def _vormen(zip_: zipfile.ZipFile) -> list[str]:
    stijlen = _boom(zip_.read("xl/styles.xml"))
    eigen = {
        v.get("numFmtId"): v.get("formatCode", "") for v in stijlen.iterfind(".//m:numFmt", NS)
    }
    eigen |= {"0": "", "3": "#,##0"}
    return [eigen[xf.get("numFmtId")] for xf in stijlen.findall("m:cellXfs/m:xf", NS)]


def _vel(xml: str, teksten: list[str], vormen: list[str]) -> Vel:
    rijen = _boom(xml).findall("m:sheetData/m:row", NS)
    breed = max(_kolom(c.get("r", "")) for c in rijen[0]) + 1
    waarden = [[None] * breed for _ in rijen]
    vorm = [[""] * breed for _ in rijen]
    for y, rij in enumerate(rijen):
        for cel in rij:
            x = _kolom(cel.get("r", ""))
            tekst = cel.findtext("m:v", "", NS)
            waarden[y][x] = teksten[int(tekst)] if cel.get("t") == "s" else float(tekst)
            vorm[y][x] = vormen[int(cel.get("s", "0"))]
    return Vel(waarden, vorm, xml)


def _kolom(plek: str) -> int:
    nummer = 0
    for letter in plek.rstrip("0123456789"):
        nummer = nummer * 26 + ord(letter) - ord("A") + 1
    return nummer - 1

"""Made-up files as people send them, and as nobody should: all in memory."""

from collections.abc import Mapping, Sequence
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import xlsxwriter

Rij = Sequence[object]


def csv_bestand(*rijen: Rij, scheider: str = ";", codering: str = "utf-8-sig") -> bytes:
    """Rows as text, each cell as it is."""
    regels = (scheider.join(str(cel) for cel in rij) for rij in rijen)
    return "\r\n".join(regels).encode(codering)


def xlsx_bestand(*rijen: Rij, blad: str = "Verzonnen", **bladen: Sequence[Rij]) -> bytes:
    """A workbook with these rows on its first sheet; strings that begin with = are formulas."""
    uit = BytesIO()
    boek = xlsxwriter.Workbook(uit, {"in_memory": True, "default_date_format": "dd-mm-yyyy"})
    for naam, inhoud in {blad: rijen, **bladen}.items():
        vel = boek.add_worksheet(naam)
        for nummer, rij in enumerate(inhoud):
            vel.write_row(nummer, 0, rij)
    boek.close()
    return uit.getvalue()


def verbouwd(inhoud: bytes, delen: Mapping[str, bytes | None]) -> bytes:
    """The same zip with parts replaced, added, or (None) left out."""
    uit = BytesIO()
    with ZipFile(BytesIO(inhoud)) as oud, ZipFile(uit, "w", ZIP_DEFLATED) as nieuw:
        for naam in oud.namelist():
            if naam not in delen:
                nieuw.writestr(naam, oud.read(naam))
        for naam, deel in delen.items():
            if deel is not None:
                nieuw.writestr(naam, deel)
    return uit.getvalue()


def vel_xml(rijen: str) -> bytes:
    """A sheet's part with these rows in it, as text."""
    ruimte = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return f'<worksheet xmlns="{ruimte}"><sheetData>{rijen}</sheetData></worksheet>'.encode()


def zipbom(megabytes: int = 200) -> bytes:
    """A workbook of some kilobytes whose sheet unpacks to a lot of nothing."""
    return verbouwd(xlsx_bestand(["naam"]), {"xl/worksheets/sheet1.xml": b" " * megabytes * 2**20})


def met_macro() -> bytes:
    """A workbook with a macro in it."""
    return verbouwd(xlsx_bestand(["naam"], ["x"]), {"xl/vbaProject.bin": b"verzonnen"})

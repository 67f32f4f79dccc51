"""Reads a CSV or Excel file that somebody gives us, without trusting a byte of it.

In memory, within limits, as text. The name only tells what the user thinks it is: what it is, its
first bytes say. No macro runs, no formula is worked out, nothing is fetched.
"""

from __future__ import annotations

from dashboard.register.tabel_csv import lees_csv
from dashboard.register.tabel_xlsx import lees_xlsx
from dashboard.register.tabelblad import BYTES, Tabelblad, Tabelrij, weiger

__all__ = ["BYTES", "Tabelblad", "Tabelrij", "lees_tabel"]

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# What Excel calls the stream in a file with a password, in UTF-16.
_MET_WACHTWOORD = "EncryptedPackage".encode("utf-16-le")
# First bytes of what people send by mistake, and the sentence that says so.
_ANDERS = {b"%PDF": "pdf", b"\x89PNG": "plaatje", b"\xff\xd8\xff": "plaatje", b"GIF8": "plaatje"}
_BOM8 = b"\xef\xbb\xbf"


def lees_tabel(inhoud: bytes, naam: str) -> Tabelblad:
    """Read a table from the bytes of a file.

    Dates come as ISO, numbers with a decimal point and no more digits than Excel shows, yes and
    no as `ja` and `nee`. Of a workbook the first sheet that holds something is read.

    Args:
        inhoud: the file.
        naam: what the user calls it, for messages only; never opened, never a path.

    Raises:
        InvoerError: when it is no table we can read; the message says what it is and what to do.
    """
    if len(inhoud) > BYTES:
        weiger("te_groot", meest=BYTES // 1024**2)
    if not inhoud.strip():
        weiger("leeg")
    if inhoud.startswith(_OLE):
        weiger("met_wachtwoord" if _MET_WACHTWOORD in inhoud else "xls")
    if inhoud.startswith(_ZIP):
        return lees_xlsx(inhoud)
    _weiger_anders(inhoud, naam)
    return lees_csv(inhoud)


def _weiger_anders(inhoud: bytes, naam: str) -> None:
    """Refuse what is certainly no text with separators.

    Raises:
        InvoerError: always the same kinds: a web page, a PDF, a picture, a broken workbook.
    """
    begin = inhoud.removeprefix(_BOM8).lstrip()[:4]
    soort = next((soort for bytes_, soort in _ANDERS.items() if begin.startswith(bytes_)), None)
    if soort:
        weiger(soort)
    if begin.startswith(b"<"):
        weiger("html")
    if naam.lower().endswith((".xlsx", ".xlsm", ".xls", ".xlsb", ".ods")):
        weiger("kapot")

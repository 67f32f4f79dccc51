"""Text with separators: finds out letters, separator and line ends, and reads it whole or not."""

from __future__ import annotations

import codecs
import csv
import re
from collections.abc import Iterator
from io import StringIO
from itertools import islice

from dashboard.register.tabelblad import Tabelblad, maak_blad, weiger, zin

_SCHEIDERS = (";", "\t", ",", "|")
# Excel's own first line, for who opens the file there.
_SEP = re.compile(r"sep=([;,\t|])\r?\n", re.IGNORECASE)
_MOMENT = re.compile(r"(\d{4}-\d\d-\d\d)[T ]00:00(:00)?")
# A last line of our own: when it is not read back, a quotation mark was never closed.
_SLOT = "\ue000slot\ue000"
_BOMS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
_NUL = 0.3
# So many lines tell which separator it is.
_EERSTE = 20


def lees_csv(inhoud: bytes) -> Tabelblad:
    """Read a table from text in UTF-8, UTF-16 or Windows-1252.

    Raises:
        InvoerError: when it is no text, has an open quotation mark, or breaks a limit.
    """
    tekst, codering = _ontcijfer(inhoud)
    # A file of the windows kind is fine, but who sees odd letters must know where to look.
    opmerkingen = (zin("windows_1252"),) if codering == "cp1252" and not tekst.isascii() else ()
    hint = _SEP.match(tekst)
    begin = hint.end() if hint else 0
    scheider = hint[1] if hint else _scheider(tekst)
    regels = _regels(tekst[begin:], scheider)
    # The line with the hint is a line of the file.
    return maak_blad([[], *regels] if hint else regels, opmerkingen)


def _ontcijfer(inhoud: bytes) -> tuple[str, str]:
    """Give the text and which letters it was written in.

    Raises:
        InvoerError: when it is none of them.
    """
    for codering in _coderingen(inhoud):
        try:
            tekst = inhoud.decode(codering)
        except UnicodeDecodeError:
            continue
        if "\0" not in tekst:
            return tekst, codering
    return weiger("geen_tekst")


def _coderingen(inhoud: bytes) -> tuple[str, ...]:
    for bom, codering in _BOMS.items():
        if inhoud.startswith(bom):
            return (codering,)
    # Without a mark: every other byte of Western text in UTF-16 is zero.
    if inhoud[1::2].count(0) > _NUL * len(inhoud) / 2:
        return ("utf-16-le",)
    if inhoud[::2].count(0) > _NUL * len(inhoud) / 2:
        return ("utf-16-be",)
    return ("utf-8", "cp1252")


def _scheider(tekst: str) -> str:
    """Give the separator by which most of the first lines fit their headings.

    At a tie the one that makes most columns, then the Dutch one.
    """
    return max(_SCHEIDERS, key=lambda scheider: _passend(tekst, scheider))


def _passend(tekst: str, scheider: str) -> tuple[int, int]:
    """Count the lines as wide as the headings (the first with two words), and how wide that is."""
    lezer = csv.reader(StringIO(tekst, newline=""), delimiter=scheider)
    try:
        rijen = [rij for rij in islice(lezer, _EERSTE) if rij]
    except csv.Error:
        return 0, 0
    koppen = (len(rij) for rij in rijen if sum(bool(cel.strip()) for cel in rij) > 1)
    breed = next(koppen, 0)
    return (sum(len(rij) == breed for rij in rijen), breed) if breed else (0, 0)


def _regels(tekst: str, scheider: str) -> Iterator[list[str]]:
    einde = "" if tekst.endswith(("\n", "\r")) else "\n"
    lezer = csv.reader(StringIO(f"{tekst}{einde}{_SLOT}", newline=""), delimiter=scheider)
    vorige: list[str] | None = None
    nummer = 0
    try:
        for rij in lezer:
            if vorige is not None:
                yield vorige
            vorige, nummer = [_MOMENT.sub(r"\1", cel) for cel in rij], nummer + 1
    except csv.Error:
        weiger("csv_kapot", rij=nummer + 1)
    if vorige != [_SLOT]:
        weiger("aanhalingsteken", rij=nummer)

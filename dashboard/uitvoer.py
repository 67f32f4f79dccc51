"""Tables to take along: rows as CSV or Excel, every row with its source."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from io import StringIO

from dashboard.werkboek import Cel, Eigenschappen, Getal, Kolom, Werkblad, schrijf_werkboek
from dashboard.xmltekst import schoon
from wijken.opmaak import afronden

__all__ = ["Cel", "Getal", "Kolom", "Vaste", "naar_csv", "naar_xlsx", "veilig"]

# Columns that are the same in every row: heading and text (source, table, licence, ...).
Vaste = Sequence[tuple[str, str]]
# Spreadsheets take a cell that begins so for a formula; the last four are their wide twins.
_FORMULE = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_NIET_IN_NAAM = "[]:*?/\\"


def naar_csv(kolommen: Sequence[Kolom], rijen: Sequence[Sequence[Cel]], bron: Vaste) -> bytes:
    """Give rows as Dutch spreadsheets open them: UTF-8 with BOM, semicolon, decimal comma.

    Args:
        kolommen: headings; `decimalen` of a column, or of a `Getal`, rounds the number.
        rijen: one cell for each column; None leaves it empty.
        bron: heading and text of columns that are added to every row.
    """
    uit = StringIO(newline="")
    schrijver = csv.writer(uit, delimiter=";", lineterminator="\r\n")
    alle = _alle_kolommen(kolommen, bron)
    schrijver.writerow([veilig(kolom.kop) for kolom in alle])
    for rij in _alle_rijen(rijen, bron):
        schrijver.writerow([_tekst(k, cel) for k, cel in zip(alle, rij, strict=True)])
    return uit.getvalue().encode("utf-8-sig")


def naar_xlsx(
    kolommen: Sequence[Kolom],
    rijen: Sequence[Sequence[Cel]],
    bron: Vaste,
    over: Eigenschappen | None = None,
) -> bytes:
    """Give the same rows as a workbook of one sheet; numbers are numbers and not rounded.

    Args:
        kolommen: headings; `decimalen` is how the number is shown.
        rijen: one cell for each column; None leaves it empty.
        bron: heading and text of columns that are added to every row.
        over: title and date for the file's properties; the title names the sheet too.
    """
    eigen = over or Eigenschappen("Cijfers")
    blad = Werkblad(bladnaam(eigen.titel), _alle_kolommen(kolommen, bron), _alle_rijen(rijen, bron))
    return schrijf_werkboek([blad], eigen)


def veilig(tekst: str) -> str:
    """Put an apostrophe before what a spreadsheet would take for a formula."""
    return f"'{tekst}" if tekst.startswith(_FORMULE) else tekst


def bladnaam(titel: str) -> str:
    """Make a name that a sheet may have: no forbidden character, 31 characters at most."""
    kaal = "".join(" " if teken in _NIET_IN_NAAM else teken for teken in schoon(titel))[:31]
    return kaal.strip("' ") or "Blad"


def _alle_kolommen(kolommen: Sequence[Kolom], bron: Vaste) -> tuple[Kolom, ...]:
    return (*kolommen, *(Kolom(kop) for kop, _ in bron))


def _alle_rijen(rijen: Sequence[Sequence[Cel]], bron: Vaste) -> tuple[tuple[Cel, ...], ...]:
    vast = tuple(tekst for _, tekst in bron)
    return tuple((*rij, *vast) for rij in rijen)


def _tekst(kolom: Kolom, cel: Cel) -> str:
    if cel is None:
        return ""
    if isinstance(cel, str):
        return veilig(cel)
    if isinstance(cel, Getal):
        return _getal(cel.waarde, cel.decimalen)
    return _getal(cel, kolom.decimalen)


def _getal(waarde: float, decimalen: int | None) -> str:
    """Write without thousands point, which a spreadsheet may read as a decimal one."""
    if decimalen is None:
        tekst = repr(waarde)
    else:
        tekst = f"{afronden(waarde, decimalen) + 0.0:.{decimalen}f}"
    return tekst.replace(".", ",")

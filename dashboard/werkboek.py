"""A workbook of plain tables in memory: numbers stay numbers, text is never a formula."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING

import xlsxwriter

from dashboard.xmltekst import schoon

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

_BREED, _SMAL, _LUCHT = 60, 6, 2
# More columns than this on one page wide would print as dust.
_OP_PAPIER = 12
# What Excel takes in one cell; longer text would be dropped without a word.
_LANGST = 32_767
_KOP = {
    "bold": True,
    "bg_color": "#ECEAF1",
    "font_color": "#1E2528",
    "bottom": 1,
    "text_wrap": True,
}
_BOVEN = {"valign": "top"}
# Lists to choose from go down so far; longer lists come from elsewhere.
_KEUZERIJEN = 1_000
# Written by nobody in particular at no time in particular, unless the data has a date.
_GEEN_DATUM = datetime(2000, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Getal:
    """A number and how many decimals it is shown with; the number itself is not rounded."""

    waarde: float
    decimalen: int = 0


Getalcel = int | float | Getal | None
Cel = str | Getalcel


@dataclass(frozen=True)
class Kolom:
    """A column.

    Attributes:
        kop: the heading.
        decimalen: for the numbers in it; None writes them bare, as years should be.
        breedte: in characters; 0 takes it from the contents, up to 60, and wraps beyond.
    """

    kop: str
    decimalen: int | None = None
    breedte: int = 0


@dataclass(frozen=True)
class Werkblad:
    """A sheet with a heading row that stays in view and can be filtered.

    Attributes:
        terugloop: long texts wrap, for a sheet that is read rather than counted with.
        keuzes: column number: what can be chosen there from a list; other text only warns.
    """

    naam: str
    kolommen: tuple[Kolom, ...]
    rijen: tuple[tuple[Cel, ...], ...]
    terugloop: bool = False
    keuzes: Mapping[int, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class Eigenschappen:
    """What the file says about itself; `datum` is ISO, of the figures and not of today."""

    titel: str
    onderwerp: str = ""
    datum: str = ""


def schrijf_werkboek(bladen: Sequence[Werkblad], over: Eigenschappen) -> bytes:
    """Give the bytes of an .xlsx file; the same tables give the same bytes."""
    uit = BytesIO()
    opties = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with xlsxwriter.Workbook(uit, opties) as boek:
        boek.set_properties(
            {
                "title": schoon(over.titel),
                "subject": schoon(over.onderwerp),
                "created": _moment(over.datum),
            }
        )
        vormen = _Vormen(boek)
        for blad in bladen:
            _schrijf(boek.add_worksheet(blad.naam), blad, vormen)
    return uit.getvalue()


def _moment(datum: str) -> datetime:
    try:
        return datetime.fromisoformat(datum).replace(tzinfo=UTC)
    except ValueError:
        return _GEEN_DATUM


class _Vormen:
    """The formats of one workbook, each made once."""

    def __init__(self, boek: Workbook) -> None:
        self._boek = boek
        self.kop: Format = boek.add_format({**_BOVEN, **_KOP})
        self.terug: Format = boek.add_format({**_BOVEN, "text_wrap": True})
        self.kaal: Format = boek.add_format({**_BOVEN})
        self._getallen: dict[int, Format] = {}

    def getal(self, decimalen: int) -> Format:
        if decimalen not in self._getallen:
            vorm = "#,##0" + ("." + "0" * decimalen if decimalen else "")
            self._getallen[decimalen] = self._boek.add_format({**_BOVEN, "num_format": vorm})
        return self._getallen[decimalen]


def _schrijf(vel: Worksheet, blad: Werkblad, vormen: _Vormen) -> None:
    for x, kolom in enumerate(blad.kolommen):
        vel.set_column(x, x, kolom.breedte or _breedte(blad, x))
        vel.write_string(0, x, schoon(kolom.kop), vormen.kop)
    tekstvorm = vormen.terug if blad.terugloop else vormen.kaal
    for y, rij in enumerate(blad.rijen, start=1):
        for x, (kolom, cel) in enumerate(zip(blad.kolommen, rij, strict=True)):
            if cel == "":
                continue  # an empty cell, not a text without letters: Excel counts those
            if isinstance(cel, str):
                # Explicitly a string: what begins with = or + is text here.
                vel.write_string(y, x, schoon(cel)[:_LANGST], tekstvorm)
            else:
                _schrijf_getal(vel, (y, x), _met_decimalen(kolom, cel), vormen)
    for x, woorden in blad.keuzes.items():
        lijst = {"validate": "list", "source": list(woorden), "error_type": "warning"}
        vel.data_validation(1, x, _KEUZERIJEN, x, lijst)
    _schik(vel, blad)


def _schik(vel: Worksheet, blad: Werkblad) -> None:
    vel.freeze_panes(1, 0)
    if blad.kolommen:
        vel.autofilter(0, 0, len(blad.rijen), len(blad.kolommen) - 1)
    vel.set_landscape()
    vel.set_paper(9)  # A4
    if len(blad.kolommen) <= _OP_PAPIER:
        vel.fit_to_pages(1, 0)
    vel.repeat_rows(0)


def _met_decimalen(kolom: Kolom, cel: Getalcel) -> Getalcel:
    if isinstance(cel, (int, float)) and kolom.decimalen is not None:
        return Getal(cel, kolom.decimalen)
    return cel


def _schrijf_getal(vel: Worksheet, plek: tuple[int, int], cel: Getalcel, vormen: _Vormen) -> None:
    if isinstance(cel, Getal):
        vel.write_number(*plek, cel.waarde, vormen.getal(cel.decimalen))
    elif cel is not None:
        vel.write_number(*plek, cel, vormen.kaal)


def _breedte(blad: Werkblad, x: int) -> int:
    lengtes = [len(cel) if isinstance(cel, str) else _SMAL for cel in (r[x] for r in blad.rijen)]
    return min(max([*lengtes, len(blad.kolommen[x].kop), _SMAL]) + _LUCHT, _BREED)

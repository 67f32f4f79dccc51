"""An Excel workbook as text: the first sheet that holds something, values as Excel shows them."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time
from io import BytesIO
from itertools import islice
from threading import Lock
from typing import TYPE_CHECKING, Any

from dashboard.register.tabel_zip import Vel, open_werkboek
from dashboard.register.tabelblad import KOLOMMEN, REGELS, Tabelblad, maak_blad, weiger, zin
from wijken.errors import InvoerError

if TYPE_CHECKING:
    from openpyxl import Workbook

# One at a time: a workbook of 5 MB takes ten times that while it is read.
_SLOT = Lock()
_GENOEMD = 5


def lees_xlsx(inhoud: bytes) -> Tabelblad:
    """Read the first filled sheet of a workbook.

    Raises:
        InvoerError: when it is no workbook, not a safe one, or breaks a limit.
    """
    vellen = open_werkboek(inhoud)
    try:
        # openpyxl warns of all it leaves out (pictures, colours), which is what we want.
        with _SLOT, warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return _lees(inhoud, vellen)
    except InvoerError:
        raise
    except Exception:  # noqa: BLE001
        # What a broken workbook raises in openpyxl can be anything.
        weiger("kapot")


def _lees(inhoud: bytes, vellen: dict[str, Vel]) -> Tabelblad:
    from openpyxl import load_workbook  # noqa: PLC0415 - slow, and few requests need it

    boek = load_workbook(BytesIO(inhoud), read_only=True, data_only=True, keep_links=False)
    try:
        naam = _eerste(boek, vellen)
        vel = vellen[naam]
        vel.keur()
        return maak_blad(_regels(boek, naam, vel.rijen), tuple(_opmerkingen(boek, naam, vel)))
    finally:
        boek.close()


def _eerste(boek: Workbook, vellen: dict[str, Vel]) -> str:
    """Give the name of the first sheet with something in it, hidden ones last.

    Raises:
        InvoerError: when nothing is filled.
    """
    gevuld = [str(b.title) for b in boek.worksheets if b.title in vellen and vellen[b.title].gevuld]
    gezien = [n for n in gevuld if boek[n].sheet_state == "visible"]
    if not gevuld:
        weiger("leeg")
    return (gezien or gevuld)[0]


def _opmerkingen(boek: Workbook, naam: str, vel: Vel) -> Iterator[str]:
    anderen = [b.title for b in boek.worksheets if b.title != naam]
    if anderen:
        yield zin("bladen", blad=naam)
    if vel.formules:
        cellen = ", ".join(vel.formules[:_GENOEMD])
        yield zin("formules", aantal=len(vel.formules), cellen=cellen)


def _regels(boek: Workbook, naam: str, rijen: int) -> Iterator[Iterable[str]]:
    """Give the lines of a sheet, one beyond our limits at most in either direction."""
    blad: Any = boek[naam]
    # The sheet's own word for its size is not to be trusted, in either direction.
    blad.reset_dimensions()
    ruw = blad.iter_rows(max_col=KOLOMMEN + 1, max_row=min(rijen, REGELS + 1), values_only=True)
    for rij in islice(ruw, REGELS + 1):
        yield [_tekst(waarde) for waarde in rij]


def _tekst(waarde: object) -> str:
    """Write a value as Excel shows it, dates as ISO."""
    if isinstance(waarde, bool):
        return zin("waar") if waarde else zin("onwaar")
    if isinstance(waarde, int | float):
        return _getal(waarde)
    if isinstance(waarde, datetime) and waarde.time() != time():
        return waarde.isoformat(" ", "minutes")
    if isinstance(waarde, date):
        return waarde.isoformat()[:10]
    if isinstance(waarde, time):
        return waarde.isoformat("minutes")
    return "" if waarde is None else str(waarde)


def _getal(waarde: float) -> str:
    """Write a number without exponent or `.0`, with the fifteen digits that Excel keeps."""
    tekst = f"{waarde:.15g}"
    if "e" not in tekst:
        return tekst
    lang = f"{waarde:.15f}" if abs(waarde) < 1 else f"{waarde:.0f}"
    return lang.rstrip("0").rstrip(".") if "." in lang else lang

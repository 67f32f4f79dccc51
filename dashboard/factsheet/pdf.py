"""Writes a sheet as PDF: hands its content to Typst as data and gives the bytes back."""

from __future__ import annotations

import dataclasses
import json
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any, Literal

import segno
import typst

from dashboard.factsheet.inhoud import BladInhoud, Tekening
from dashboard.factsheet.koppen import teksten
from dashboard.factsheet.letters import fonts, schrijfbaar
from wijken.errors import WijkenError
from wijken.waarneming import Waarneming

STANDAARD: Literal["ua-1"] = "ua-1"
_SJABLOON = "blad.typ"
_DATUMDELEN = 3
_KOPPEN = (
    "verder",
    "lezen",
    "ontbreekt",
    "initiatieven",
    "tafel",
)
# A strip has no width of its own; on paper its dots stand as close as on a screen this wide, and
# a series is as wide as its place beside the number.
_BREEDTE, _BREEDTE_REEKS = 330, 170
_BREED = re.compile(r'(<svg\b[^>]*?\bwidth=")100%(")')


def schrijf_pdf(blad: BladInhoud) -> bytes:
    """Write a sheet on A4: tagged (PDF/UA-1), in Dutch, the same bytes for the same content.

    Raises:
        WijkenError: when Typst refuses the sheet or warns about it; a mistake of ours.
    """
    inhoud, waarschuwingen = _compile(blad)
    if waarschuwingen:
        message = f"De PDF van {blad.slug} is niet goed: {'; '.join(waarschuwingen)}"
        raise WijkenError(message)
    return inhoud


def _compile(blad: BladInhoud) -> tuple[bytes, list[str]]:
    alles = {"blad": als_gegevens(blad), "woorden": _woorden(), "qr": _qr(blad.adres)}
    gegevens = json.dumps(alles, ensure_ascii=False)
    sjabloon = _sjablonen() / _SJABLOON
    try:
        maker = typst.Compiler(sjabloon, root=sjabloon.parent, font_paths=fonts())
        pdf, waarschuwingen = maker.compile_with_warnings(
            format="pdf",
            sys_inputs={"gegevens": gegevens},
            pdf_standards=[STANDAARD],
            timestamp=_tijdstip(blad.opgehaald),
        )
    except typst.TypstError as fout:
        meer = " ".join(fout.hints)
        message = f"Van {blad.slug} is geen PDF te maken: {fout.message} {meer}".strip()
        raise WijkenError(message) from fout
    if not isinstance(pdf, bytes):
        message = f"Van {blad.slug} is geen PDF te maken: Typst gaf {type(pdf).__name__}."
        raise WijkenError(message)
    return pdf, [str(w.message) for w in waarschuwingen]


def _qr(adres: str) -> str | None:
    """Give the QR code of an address as SVG: only where others can reach that address."""
    return segno.make(adres, error="m").svg_inline(border=0) if adres else None


@cache
def _sjablonen() -> Path:
    """Give the folder of the templates; the project is run from its checkout, so it is one."""
    return Path(str(resources.files("dashboard.factsheet") / "sjabloon"))


@cache
def _woorden() -> Mapping[str, Any]:
    """Give headings and fixed words: those of all writers, and those of paper only."""
    blok = teksten()["factsheet"]
    return {**{naam: blok[naam] for naam in _KOPPEN}, **blok["koppen"], **blok["papier"]}


def als_gegevens(waarde: Any) -> Any:  # noqa: ANN401
    """Give the content as JSON knows it: what is printed only, every character printable."""
    if dataclasses.is_dataclass(waarde):
        velden = {veld.name: getattr(waarde, veld.name) for veld in dataclasses.fields(waarde)}
        return {naam: _veld(naam, deel) for naam, deel in velden.items() if not _is_bewijs(deel)}
    if isinstance(waarde, tuple | list):
        return [als_gegevens(deel) for deel in waarde]
    return schrijfbaar(waarde) if isinstance(waarde, str) else waarde


def _is_bewijs(waarde: object) -> bool:
    """Tell whether this is the figure behind the words: kept by the model, not printed."""
    eerste = waarde[0] if isinstance(waarde, tuple) and waarde else waarde
    return isinstance(eerste, Waarneming)


def _veld(naam: str, waarde: Any) -> Any:  # noqa: ANN401
    if isinstance(waarde, Tekening):
        return _tekening(waarde, _BREEDTE_REEKS if naam == "trend" else _BREEDTE)
    return als_gegevens(waarde)


def _tekening(tekening: Tekening, breedte: int) -> dict[str, Any]:
    """Give a drawing with a width, and with its words as its alternative."""
    return {
        "svg": _BREED.sub(rf"\g<1>{breedte}\g<2>", tekening.svg, count=1),
        "alt": schrijfbaar(f"{tekening.titel}. {tekening.omschrijving}"),
        "bijschrift": schrijfbaar(tekening.bijschrift),
        "einden": [schrijfbaar(einde) for einde in tekening.einden],
    }


def _tijdstip(opgehaald: str) -> int:
    """Give the date of the figures as the time of making: the same sheet is the same file.

    Args:
        opgehaald: as the sheet writes it, "22 november 2026"; anything else gives 1970.
    """
    maanden = teksten()["frame"]["maanden"]
    delen = opgehaald.split()
    if len(delen) != _DATUMDELEN or delen[1] not in maanden:
        return 0
    dag, jaar = int(delen[0]), int(delen[2])
    return int(datetime(jaar, maanden.index(delen[1]) + 1, dag, tzinfo=UTC).timestamp())

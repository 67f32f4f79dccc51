"""Our letters on screen: Latin subsets of the font packages, made once and kept."""

from __future__ import annotations

import hashlib
import logging
import os
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from io import BytesIO
from pathlib import Path

from flask import Flask, Response, abort, send_file

from dashboard.headers import LANG

LOG = logging.getLogger(__name__)
# Tells every glyph it keeps, for those who ask for INFO.
logging.getLogger("fontTools").setLevel(logging.WARNING)
MAP = "lettertypen"
# Raise when the subset changes: it is part of the file's name.
VERSIE = 1
# Latin with all Dutch accents, typographic signs, thin space, arrows, minus, approximately.
_TEKENS = (
    *range(0x20, 0x7F),
    *range(0xA0, 0x180),
    *range(0x2010, 0x2028),
    *(0x202F, 0x2030, 0x2032, 0x2033, 0x2039, 0x203A, 0x20AC, 0x2122),
    *(0x2190, 0x2191, 0x2192, 0x2193, 0x2212, 0x2248, 0x2264, 0x2265),
)


@dataclass(frozen=True)
class Snit:
    """One face: the file it comes from and the name it gets.

    The licence (OFL 1.1) reserves the name "Source", so a changed file must carry another.
    """

    pakket: str
    bron: str
    familie: str
    gewicht: int
    stijl: str = "normal"
    vooraf: bool = False

    @property
    def naam(self) -> str:
        """File name, without folder."""
        cursief = "-cursief" if self.stijl == "italic" else ""
        familie = self.familie.lower().replace(" ", "-")
        return f"{familie}-{self.gewicht}{cursief}-{VERSIE}.woff2"


SANS, SERIF = "Wijk Sans", "Wijk Serif"
SNITTEN = (
    Snit("font_source_sans_pro", "SourceSansPro-Regular.ttf", SANS, 400, vooraf=True),
    Snit("font_source_sans_pro", "SourceSansPro-Semibold.ttf", SANS, 600),
    Snit("font_source_serif_pro", "SourceSerifPro-Regular.ttf", SERIF, 400),
    Snit("font_source_serif_pro", "SourceSerifPro-Semibold.ttf", SERIF, 600, vooraf=True),
)


def lettertypen(data_map: Path) -> tuple[Snit, ...]:
    """Give the faces that can be served, making those that are not there yet.

    What cannot be made (folder not writable, package absent) is left out with a line in the log:
    the page then uses the letters of the system.
    """
    return tuple(snit for snit in SNITTEN if _zorg_voor(snit, data_map) is not None)


def css(snitten: Sequence[Snit]) -> str:
    """Give the @font-face rules."""
    return "".join(
        f"@font-face{{font-family:'{s.familie}';font-weight:{s.gewicht};font-style:{s.stijl};"
        f"font-display:swap;src:url('/{MAP}/{s.naam}') format('woff2')}}"
        for s in snitten
    )


def vooraf(snitten: Sequence[Snit]) -> str:
    """Give the links that fetch the two most used faces before the style sheet asks for them."""
    return "\n".join(
        f'<link rel="preload" as="font" type="font/woff2" href="/{MAP}/{s.naam}" crossorigin>'
        for s in snitten
        if s.vooraf
    )


def register_lettertypen(server: Flask, data_map: Path) -> None:
    """Serve the faces; their names carry a version, so browsers may keep them for good."""
    bekend = {snit.naam: snit for snit in SNITTEN}

    @server.get(f"/{MAP}/<naam>")
    def lettertype(naam: str) -> Response:
        inhoud = _zorg_voor(bekend[naam], data_map) if naam in bekend else None
        if inhoud is None:
            abort(404)
        antwoord = send_file(
            BytesIO(inhoud), "font/woff2", etag=hashlib.sha256(inhoud).hexdigest()[:16]
        )
        antwoord.headers["Cache-Control"] = LANG
        return antwoord


@cache
def _zorg_voor(snit: Snit, data_map: Path) -> bytes | None:
    pad = data_map / MAP / snit.naam
    try:
        return pad.read_bytes()
    except OSError:
        pass
    try:
        inhoud = maak(snit)
    except Exception:  # noqa: BLE001 - letters are never a reason not to start
        LOG.warning("%s is niet te maken; de letters van het systeem doen dienst", snit.naam)
        return None
    _bewaar(inhoud, pad)
    return inhoud


@cache
def maak(snit: Snit) -> bytes:
    """Cut a face down to our characters and give it its own name inside; woff2."""
    from fontTools.subset import Options, Subsetter, load_font, save_font  # noqa: PLC0415 - slow

    bron = resources.files(snit.pakket) / "files" / snit.bron
    opties = Options(flavor="woff2", notdef_outline=True, name_IDs=["*"], hinting=False)
    knipper = Subsetter(opties)
    knipper.populate(unicodes=_TEKENS)
    uit = BytesIO()
    with load_font(str(bron), opties) as font:
        knipper.subset(font)
        _hernoem(font["name"], snit)
        save_font(font, uit, opties)
    return uit.getvalue()


def _hernoem(namen: object, snit: Snit) -> None:
    postscript = snit.naam.removesuffix(".woff2")
    nieuw = {1: snit.familie, 3: postscript, 4: postscript, 6: postscript, 16: snit.familie}
    for regel in list(namen.names):  # type: ignore[attr-defined]
        if regel.nameID in nieuw:
            regel.string = nieuw[regel.nameID]
        elif regel.nameID in (18, 20, 21, 25):
            namen.names.remove(regel)  # type: ignore[attr-defined]


def _bewaar(inhoud: bytes, pad: Path) -> None:
    """Write beside and rename, so that a second server never reads half a file."""
    try:
        pad.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=pad.parent, delete=False) as bestand:
            bestand.write(inhoud)
        Path(bestand.name).chmod(0o644)
        os.replace(bestand.name, pad)  # noqa: PTH105 - replaces on Windows too
    except OSError as fout:
        LOG.warning("%s is niet te bewaren: %s", pad.name, fout)

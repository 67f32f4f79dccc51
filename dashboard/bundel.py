"""Joins our scripts and styles into a few files: a page of forty small ones spends its time asking.

A bundle has the hash of its content in its address, so browsers keep it for good and never see an
old one. The files themselves stay apart in `assets`, one for each thing the page can do.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from functools import cache, cached_property
from importlib import resources
from typing import TYPE_CHECKING

from flask import Flask, Response, abort

from dashboard.headers import LANG

if TYPE_CHECKING:
    from collections.abc import Iterable

    from flask.typing import ResponseReturnValue

_SOORTEN = {"js": "text/javascript", "css": "text/css"}
# The map's own files, in order of loading; what extends the core comes after it. Of Leaflet only
# what a map of areas needs: no markers' pictures, no layer switch.
KAART_STIJLEN = ("leaflet.css", "kaart_kleuren.css", "kaart_blad.css")
KAART_SCRIPTS = (
    "leaflet.js",
    "kaart.js",
    "kaart_kleur.js",
    "kaart_schaal.js",
    "kaart_lagen.js",
    "kaart_plekken.js",
    "kaart_achtergrond.js",
    "kaart_keuze.js",
)
# Scripts and styles of the page around the map may not have such a name: they are left out there.
_VAN_DE_KAART = re.compile(r"^kaart(_\w+)?\.js$|^kaart_blad\w*\.css$")


@dataclass(frozen=True)
class Bundel:
    """Files as one: `naam` with its ending (js or css), and the text."""

    naam: str
    tekst: str

    @cached_property
    def stempel(self) -> str:
        """Part of the address: another content, another stamp."""
        return hashlib.sha256(self.tekst.encode()).hexdigest()[:12]

    @property
    def adres(self) -> str:
        """Where it is served."""
        return f"/bundel/{self.stempel}/{self.naam}"


def lees(naam: str) -> str:
    """Read one file of `assets`, or of Leaflet's package."""
    if naam.startswith("leaflet."):
        # By its files only: the package's `apps` module wants Django.
        map_ = resources.files("js_lib_leaflet") / "static" / "js_lib_leaflet"
    else:
        map_ = resources.files("dashboard") / "assets"
    return (map_ / naam).read_text(encoding="utf-8")


@cache
def pagina(soort: str) -> Bundel:
    """Join what every page loads: all our scripts (`js`) or styles (`css`), by name."""
    alle = (pad.name for pad in (resources.files("dashboard") / "assets").iterdir())
    eigen = (n for n in alle if n.endswith(f".{soort}") and not _VAN_DE_KAART.match(n))
    return Bundel(f"pagina.{soort}", _samen(sorted(eigen)))


@cache
def kaart(soort: str, vooraf: str = "") -> Bundel:
    """Join what the map's own document loads.

    Args:
        soort: `js` or `css`.
        vooraf: a text that comes first: the rules of the letters.
    """
    namen = KAART_SCRIPTS if soort == "js" else KAART_STIJLEN
    return Bundel(f"kaart.{soort}", f"{vooraf}\n{_samen(namen)}")


def register_bundels(server: Flask, bundels: Iterable[Bundel]) -> None:
    """Serve them; an older address gives what there is now, and that is not kept."""
    bekend = {bundel.naam: bundel for bundel in bundels}

    @server.get("/bundel/<stempel>/<naam>")
    def geef(stempel: str, naam: str) -> ResponseReturnValue:
        if naam not in bekend:
            abort(404)
        bundel = bekend[naam]
        antwoord = Response(bundel.tekst, mimetype=_SOORTEN[naam.rpartition(".")[2]])
        antwoord.headers["Cache-Control"] = LANG if stempel == bundel.stempel else "no-cache"
        return antwoord


def _samen(namen: Iterable[str]) -> str:
    return "\n".join(lees(naam) for naam in namen)

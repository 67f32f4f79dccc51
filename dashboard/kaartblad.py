"""Knows the addresses of the map's own document: the framed page, Leaflet, its letters."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from importlib import resources
from typing import TYPE_CHECKING, Any

from flask import Flask, Response, abort, request

from dashboard import fonts, kaartachtergrond
from dashboard.figures.kaart import LEAFLET, Bestanden, kaartdocument, script_hash
from dashboard.figures.kaartgegevens import Kaartinhoud
from dashboard.figures.kaartvorm import maak_kaartvorm
from wijken.bron import Werkgebied
from wijken.regio import Soort
from wijken.waarneming import Status

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

    from dashboard.context import Context
    from dashboard.momentopname import Momentopname

LETTERS = "/kaart/letters.css"
Kaart = tuple[Werkgebied, Soort, int]
# Only what a map of areas needs: no markers' pictures, no layer switch.
LEAFLET_BESTANDEN = {"leaflet.js": "text/javascript", "leaflet.css": "text/css"}
# The map's own scripts and styles, in order of loading; what extends the core comes after it.
# Scripts and styles of the page around it may not have such a name: Dash leaves these out there.
EIGEN_BESTANDEN = r"^kaart(_\w+)?\.js$|^kaart_blad\w*\.css$"
_STIJLEN = ("kaart_kleuren", "kaart_blad")
_SCRIPTS = (
    "kaart",
    "kaart_kleur",
    "kaart_schaal",
    "kaart_lagen",
    "kaart_achtergrond",
    "kaart_keuze",
)
BESTANDEN = Bestanden(
    stijlen=(
        ("leaflet_css", f"{LEAFLET}/leaflet.css"),
        ("letters_css", LETTERS),
        *((f"{naam}_css", f"/assets/{naam}.css") for naam in _STIJLEN),
    ),
    scripts=(
        ("leaflet_js", f"{LEAFLET}/leaflet.js"),
        *((f"{naam}_js", f"/assets/{naam}.js") for naam in _SCRIPTS),
    ),
)
_CSP = (
    "default-src 'none'; script-src 'self' {hash}; style-src 'self'; {beelden}; "
    "font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'"
)


def register_routes(server: Flask, context: Context) -> None:
    """Serve the document of each map and the files it loads, all from here."""

    @lru_cache(maxsize=64)
    def document(kaart: Kaart, stempel: str, *, achtergrond: bool) -> str:
        del stempel  # part of the key: another build, another document
        with context.reader.momentopname() as nu:
            return maak_document(context, nu, kaart, achtergrond=achtergrond)

    @server.get("/kaart/<slug>/blad.html")
    def blad(slug: str) -> ResponseReturnValue:
        niveau, indeling = request.args.get("niveau", ""), request.args.get("indeling", "")
        if slug not in context.catalogus.werkgebieden or niveau not in ("buurt", "wijk"):
            abort(404)
        with context.reader.momentopname() as nu:
            stempel, gebied = nu.stempel, context.catalogus.werkgebied(slug)
            jaar = int(indeling) if indeling.isascii() and indeling.isdigit() else 0
            if not nu.geometrieen(gebied, Soort(niveau), jaar):
                abort(404)
        onder = context.achtergrond and request.args.get("achtergrond") == "ja"
        tekst = document((gebied, Soort(niveau), jaar), stempel, achtergrond=onder)
        antwoord = Response(tekst, mimetype="text/html")
        csp = _CSP.format(hash=script_hash(), beelden=kaartachtergrond.beelden(aan=onder))
        antwoord.headers["Content-Security-Policy"] = csp
        antwoord.headers["Cache-Control"] = "no-cache"
        antwoord.set_etag(hashlib.sha256(tekst.encode()).hexdigest()[:20])
        return antwoord.make_conditional(request)

    @server.get(f"{LEAFLET}/<naam>")
    def leaflet(naam: str) -> ResponseReturnValue:
        if naam not in LEAFLET_BESTANDEN:
            abort(404)
        antwoord = Response(_leaflet(naam), mimetype=LEAFLET_BESTANDEN[naam])
        antwoord.headers["Cache-Control"] = "no-cache"
        antwoord.set_etag(hashlib.sha256(_leaflet(naam)).hexdigest()[:20])
        return antwoord.make_conditional(request)

    @server.get(LETTERS)
    def letters() -> ResponseReturnValue:
        antwoord = Response(fonts.css(fonts.lettertypen(context.data_map)), mimetype="text/css")
        antwoord.add_etag()
        return antwoord.make_conditional(request)


@lru_cache
def _leaflet(naam: str) -> bytes:
    # By its files only: the package's `apps` module wants Django.
    map_ = resources.files("js_lib_leaflet") / "static" / "js_lib_leaflet"
    return (map_ / naam).read_bytes()


def maak_document(
    context: Context, nu: Momentopname, kaart: Kaart, *, achtergrond: bool = False
) -> str:
    """Write the document of an area, level and division, with every figure of that division."""
    return kaartdocument(maak_inhoud(context, nu, kaart, achtergrond=achtergrond), BESTANDEN)


def maak_inhoud(
    context: Context, nu: Momentopname, kaart: Kaart, *, achtergrond: bool = False
) -> Kaartinhoud:
    """Give what is in that document: shapes, figures, words."""
    gebied, niveau, indeling = kaart
    vlakken = nu.geometrieen(gebied, niveau, indeling)
    wijken = nu.regios(gebied, Soort.WIJK, indeling)
    zin = context.teksten.zin
    return Kaartinhoud(
        titel=zin("kaart.kaart_titel", plaats=gebied.plaats, niveau=niveau),
        bronregel=zin("kaart.grens_bron", kaart=nu.kaartjaar(gebied, indeling)),
        regios=[regio for regio, _ in vlakken],
        vorm=maak_kaartvorm(vlakken, {str(r.code): r.naam for r in wijken}),
        cellen=nu.kaartcijfers(gebied, niveau, indeling),
        indicatoren=[i for i in context.catalogus.indicatoren.values() if i.tonen],
        zinnen=_zinnen(context, niveau),
        achtergrond=_achtergrond(context) if achtergrond else None,
    )


def _achtergrond(context: Context) -> dict[str, Any]:
    return {
        "tegels": kaartachtergrond.TEGELS,
        "hoeken": kaartachtergrond.HOEKEN,
        "zoom": kaartachtergrond.ZOOM,
        "bron": context.teksten.zin("kaart.lagen.achtergrond_bron"),
        "mislukt": context.teksten.zin("kaart.lagen.achtergrond_mislukt"),
    }


def _zinnen(context: Context, niveau: Soort) -> dict[str, str]:
    zin = context.teksten.zin
    return {
        "uitleg": zin("kaart.uitleg", niveau=niveau),
        "zoomIn": zin("kaart.zoom_in"),
        "zoomUit": zin("kaart.zoom_uit"),
        "onzeker": zin("kaart.onzeker"),
        "model": zin("kaart.model"),
        **{status: zin(f"status.{status}") for status in Status if status is not Status.GEMETEN},
    }

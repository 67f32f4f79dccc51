"""Serves the map's own document: the page in the frame."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from flask import Flask, Response, abort, request

from dashboard import bundel, fonts
from dashboard.bundel import Bundel
from dashboard.figures.kaart import Bestanden, kaartdocument, script_hash
from dashboard.figures.kaartgegevens import Kaartinhoud
from dashboard.figures.kaartvorm import maak_kaartvorm
from dashboard.kaart import achtergrond as kaartachtergrond
from wijken.bron import Werkgebied
from wijken.regio import Soort
from wijken.waarneming import Status

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

    from dashboard.context import Context
    from dashboard.momentopname import Momentopname

Kaart = tuple[Werkgebied, Soort, int]
_CSP = (
    "default-src 'none'; script-src 'self' {hash}; style-src 'self'; {beelden}; "
    "font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'self'"
)


def register_routes(server: Flask, context: Context) -> None:
    """Serve the document of each map."""

    @lru_cache(maxsize=64)
    def document(kaart: Kaart, stempel: str, *, achtergrond: bool) -> str:
        del stempel  # part of the key: another build, another document
        with context.reader.momentopname() as nu:
            return maak_document(context, nu, kaart, achtergrond=achtergrond)

    @server.get("/kaart/<slug>/blad.html")
    def blad(slug: str) -> ResponseReturnValue:
        with context.reader.momentopname() as nu:
            stempel, kaart = nu.stempel, gevraagde_kaart(context, nu, slug)
        onder = context.achtergrond and request.args.get("achtergrond") == "ja"
        tekst = document(kaart, stempel, achtergrond=onder)
        antwoord = Response(tekst, mimetype="text/html")
        csp = _CSP.format(hash=script_hash(), beelden=kaartachtergrond.beelden(aan=onder))
        antwoord.headers["Content-Security-Policy"] = csp
        antwoord.headers["Cache-Control"] = "no-cache"
        antwoord.set_etag(hashlib.sha256(tekst.encode()).hexdigest()[:20])
        return antwoord.make_conditional(request)


def gevraagde_kaart(context: Context, nu: Momentopname, slug: str) -> Kaart:
    """Read which map an address of ours is about; 404 where there is none.

    We wrote that address, so nonsense in it is not told in words.
    """
    niveau, indeling = request.args.get("niveau", ""), request.args.get("indeling", "")
    if slug not in context.catalogus.werkgebieden or niveau not in (Soort.BUURT, Soort.WIJK):
        abort(404)
    if not (indeling.isascii() and indeling.isdigit() and len(indeling) == 4):  # noqa: PLR2004
        abort(404)
    kaart = (context.catalogus.werkgebied(slug), Soort(niveau), int(indeling))
    if not nu.geometrieen(*kaart):
        abort(404)
    return kaart


def bundels(context: Context) -> tuple[Bundel, Bundel]:
    """Give the style sheet and the script of every map's document."""
    letters = fonts.css(fonts.lettertypen(context.data_map))
    return bundel.kaart("css", letters), bundel.kaart("js")


def maak_document(
    context: Context, nu: Momentopname, kaart: Kaart, *, achtergrond: bool = False
) -> str:
    """Write the document of an area, level and division, with every figure of that division."""
    css, js = bundels(context)
    bestanden = Bestanden((("kaart_css", css.adres),), (("kaart_js", js.adres),))
    return kaartdocument(maak_inhoud(context, nu, kaart, achtergrond=achtergrond), bestanden)


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
        "puntenMislukt": zin("kaart.lagen.punten_mislukt"),
        # With fields still in them: the map fills those in.
        "tros": context.teksten["kaart"]["lagen"]["tros"],
        "trosMeer": context.teksten["kaart"]["lagen"]["tros_meer"],
        **{status: zin(f"status.{status}") for status in Status if status is not Status.GEMETEN},
    }

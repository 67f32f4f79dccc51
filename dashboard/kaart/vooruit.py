"""Knows how every theme is coloured, so that a browser can show one before the page does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from flask import Flask, abort, jsonify, request

from dashboard import links
from dashboard.components.kaart.beeld import lees_beeld
from dashboard.components.kaart.klassewoorden import treden
from wijken.regio import Soort

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

    from dashboard.context import Context
    from dashboard.momentopname import Momentopname
    from wijken.bron import Werkgebied

KLASSEN = f"{links.KAART}/klassen.json"


def register_kaartvooruit(server: Flask, context: Context) -> None:
    """Serve the classes of all themes of an area at a level: asked once, after the first map."""

    @server.get(KLASSEN)
    def klassen() -> ResponseReturnValue:
        slug, niveau = request.args.get("gebied", ""), request.args.get("niveau", "")
        if slug not in context.catalogus.werkgebieden or niveau not in ("buurt", "wijk"):
            abort(404)
        gebied, soort = context.catalogus.werkgebied(slug), Soort(niveau)
        with context.reader.momentopname() as nu:
            alles = nu.onthoud(
                ("kaartklassen", slug, soort), lambda: alle_klassen(context, nu, gebied, soort)
            )
        antwoord = jsonify(alles)
        antwoord.add_etag()
        return antwoord.make_conditional(request)


def alle_klassen(
    context: Context, nu: Momentopname, gebied: Werkgebied, niveau: Soort
) -> dict[str, Any]:
    """Give per theme its breaks and colours, its years with their division, and the newest year."""
    nu.kaarten.lees_verdelingen(niveau)
    uit = {}
    for indicator in context.catalogus.indicatoren.values():
        if not indicator.tonen:
            continue
        vraag = {"gebied": gebied.slug, "niveau": str(niveau), "indicator": indicator.id}
        beeld = lees_beeld(context, nu, vraag)
        if not beeld.staat.heeft_cijfers:
            continue
        uit[indicator.id] = {
            "grenzen": beeld.klassen.grenzen,
            "kleuren": [f"trede-{trede}" for trede in treden(beeld.klassen.aantal)],
            "jaren": {str(u.periode): u.indeling for u in beeld.staat.uitgaven},
            "nieuwste": beeld.staat.jaar,
        }
    return uit

"""`/initiatieven/dubbelen`: pairs that may be the same, to be merged or kept apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Flask, abort, request

from dashboard import links
from dashboard.bewerken.document import BOTSING, FOUT, GOED, VERBODEN, teken
from dashboard.bewerken.verzoek import nummer
from dashboard.bewerken.wie import getypte_naam, onthoud_naam
from dashboard.register.register import BotsingError, Gezien
from dashboard.toegang import GeenToegangError
from wijken.errors import WijkenError

if TYPE_CHECKING:
    from werkzeug.wrappers import Response

    from dashboard.context import Context

_GETOOND, _DELEN = 20, 5


def register_dubbelen(server: Flask, context: Context) -> None:
    """Serve the page and what is decided there."""

    @server.get(links.DUBBELEN)
    def dubbelen() -> Response:
        return _teken(context)

    @server.post(links.DUBBELEN)
    def beslis() -> Response:
        zin = context.teksten.zin
        try:
            context.toegang.eis(request.form.get("bewijs"))
            melding = _beslis(context, request.form.get("actie", ""), getypte_naam())
        except GeenToegangError as fout:
            return _teken(context, zin(f"toegang.{fout.reden}"), VERBODEN)
        except BotsingError as fout:
            melding = zin("initiatief.eerst_kijken", door=fout.huidig.door)
            return _teken(context, melding, BOTSING)
        except WijkenError as fout:
            return _teken(context, str(fout), FOUT)
        return onthoud_naam(_teken(context, melding), getypte_naam())  # type: ignore[arg-type]


def _beslis(context: Context, actie: str, door: str) -> str:
    """Do what a button says (what, id, version, id, version) and tell it."""
    delen = actie.split(" ")
    if len(delen) != _DELEN or delen[0] not in ("een", "ander", "verschillend"):
        abort(400)
    een, ander = (Gezien(delen[n], nummer(delen[n + 1]), door) for n in (1, 3))
    zin = context.teksten.zin
    if delen[0] == "verschillend":
        context.register.zijn_verschillend(een.id, ander.id, door)
        return zin("dubbelen.apart")
    blijft, weg = (een, ander) if delen[0] == "een" else (ander, een)
    samen = context.register.voeg_samen(blijft, weg)
    return zin("dubbelen.samen", naam=samen.naam)


def _teken(context: Context, melding: str = "", status: int = GOED) -> Response:
    mag = context.toegang.oordeel().mag
    paren = [
        paar
        for paar in context.register.mogelijke_dubbelen()
        if mag or (paar.een.is_zichtbaar and paar.ander.is_zichtbaar)
    ]
    return teken(
        context,
        "dubbelen",
        context.teksten.zin("dubbelen.titel"),
        status,
        paren=paren[:_GETOOND],
        meer=max(0, len(paren) - _GETOOND),
        melding=melding,
        fout=status != GOED,
        dicht=context.register.reden,
    )

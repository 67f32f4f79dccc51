"""`/initiatieven/plaatsen`: which initiatives wait for a place, and looking their addresses up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Flask, request

from dashboard import links
from dashboard.bewerken.document import FOUT, GOED, VERBODEN, teken
from dashboard.bewerken.initiatief import gebieden
from dashboard.register.locatieserver import maak_locatieserver
from dashboard.register.plaatsen import Geplaatst, plaats, wachtende
from dashboard.toegang import GeenToegangError
from wijken.errors import WijkenError

if TYPE_CHECKING:
    from werkzeug.wrappers import Response

    from dashboard.context import Context

# Each address is a question to a service elsewhere: so many fit in the time people wait.
_PER_KEER = 25


def register_plaatsen(server: Flask, context: Context) -> None:
    """Serve the page and the button on it."""

    @server.get(links.PLAATSEN)
    def plaatsen() -> Response:
        return _teken(context)

    @server.post(links.PLAATSEN)
    def zoek() -> Response:
        try:
            context.toegang.eis(request.form.get("bewijs"))
            rijen = wachtende(context.register.alle())[:_PER_KEER]
            with maak_locatieserver() as dienst:
                uitslag = plaats(context.register, rijen, gebieden(context), dienst)
        except GeenToegangError as fout:
            return _teken(context, [context.teksten.zin(f"toegang.{fout.reden}")], VERBODEN)
        except WijkenError as fout:
            return _teken(context, [str(fout)], FOUT)
        return _teken(context, _verslag(context, uitslag))


def _verslag(context: Context, uitslag: Geplaatst) -> list[str]:
    zin = context.teksten.zin
    regels = [zin("plaatsen.gevonden", aantal=len(uitslag.gevonden))]
    if uitslag.niet_gevonden:
        regels.append(zin("plaatsen.niet_gevonden", namen=", ".join(uitslag.niet_gevonden)))
    return [*regels, uitslag.storing] if uitslag.storing else regels


def _teken(context: Context, meldingen: list[str] | None = None, status: int = GOED) -> Response:
    mag = context.toegang.oordeel().mag
    alle = [i for i in context.register.alle() if mag or i.is_zichtbaar]
    return teken(
        context,
        "plaatsen",
        context.teksten.zin("plaatsen.titel"),
        status,
        wachten=wachtende(alle),
        niet_gevonden=[
            i for i in wachtende(alle, ook_niet_gevonden=True) if i.plaatsing == "niet_gevonden"
        ],
        per_keer=_PER_KEER,
        meldingen=meldingen or [],
        dicht=context.register.reden,
    )

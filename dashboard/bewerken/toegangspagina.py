"""`/toegang`: log in and out with the password, or read why editing is not possible here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Flask, redirect, request

from dashboard import links
from dashboard.bewerken.document import FOUT, GOED, TE_VAAK, VERBODEN, teken
from dashboard.toegang import GeenToegangError

if TYPE_CHECKING:
    from werkzeug.wrappers import Response

    from dashboard.context import Context

_ANDERS = 303


def register_toegang(server: Flask, context: Context) -> None:
    """Serve the page, logging in and logging out."""

    @server.get(links.TOEGANG)
    def toegang() -> Response:
        return _teken(context)

    @server.post(links.TOEGANG)
    def inloggen() -> Response:
        try:
            context.toegang.eis_eigen_pagina(request.form.get("bewijs"))
        except GeenToegangError as fout:
            return _teken(context, context.teksten.zin(f"toegang.{fout.reden}"), VERBODEN)
        inlog = context.toegang.log_in(request.form.get("wachtwoord", ""))
        if inlog.gelukt:
            return redirect(links.INITIATIEVEN, _ANDERS)
        if inlog.wacht:
            zin = context.teksten.zin("toegang.te_vaak", seconden=inlog.wacht)
            return _teken(context, zin, TE_VAAK)
        return _teken(context, context.teksten.zin("toegang.klopt_niet"), FOUT)

    @server.post(links.UITLOGGEN)
    def uitloggen() -> Response:
        try:
            context.toegang.eis_eigen_pagina(request.form.get("bewijs"))
        except GeenToegangError as fout:
            return _teken(context, context.teksten.zin(f"toegang.{fout.reden}"), VERBODEN)
        context.toegang.log_uit()
        return redirect(links.TOEGANG, _ANDERS)


def _teken(context: Context, fout: str = "", status: int = GOED) -> Response:
    titel = context.teksten.zin("toegang.titel")
    return teken(context, "toegang", titel, status, fout=fout)

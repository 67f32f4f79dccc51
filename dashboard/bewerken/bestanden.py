"""The list to take along and the form to fill in, as CSV and Excel."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING

from flask import Flask, send_file

from dashboard import links
from dashboard.register.lijstbestand import (
    exporteer_csv,
    exporteer_xlsx,
    sjabloon_csv,
    sjabloon_xlsx,
    uit_register,
)

if TYPE_CHECKING:
    from flask import Response

    from dashboard.context import Context
    from dashboard.register.initiatieven import Initiatief

_SOORTEN = {
    "csv": "text/csv",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def register_bestanden(server: Flask, context: Context) -> None:
    """Serve both files in both kinds."""

    @server.get(f"{links.INVULBLAD}.<any(csv, xlsx):soort>")
    def initiatieven_invulblad(soort: str) -> Response:
        inhoud = sjabloon_csv() if soort == "csv" else sjabloon_xlsx()
        return _bestand(inhoud, f"invulblad-initiatieven.{soort}", soort)

    @server.get(f"{links.LIJST}.<any(csv, xlsx):soort>")
    def initiatieven_lijst(soort: str) -> Response:
        dag = date.today()  # noqa: DTZ011 - the day where the people are
        rijen = _rijen(context)
        inhoud = exporteer_csv(rijen) if soort == "csv" else exporteer_xlsx(rijen, dag)
        return _bestand(inhoud, f"initiatieven-{dag.isoformat()}.{soort}", soort)


def _rijen(context: Context) -> tuple[Initiatief, ...]:
    """Give who may edit everything, and others what is shown: consent counts in a file too."""
    if context.toegang.oordeel().mag:
        return uit_register(context.register.alle())
    return context.register.initiatieven()


def _bestand(inhoud: bytes, naam: str, soort: str) -> Response:
    antwoord = send_file(
        BytesIO(inhoud), _SOORTEN[soort], as_attachment=True, download_name=naam, etag=False
    )
    # Who may edit gets another file than who may not.
    antwoord.headers["Cache-Control"] = "private, no-store"
    return antwoord

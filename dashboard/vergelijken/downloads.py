"""The comparison as CSV and Excel: what the page shows for the same query."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flask import Response, request

from dashboard.components.datum import datum
from dashboard.components.vergelijkoverzicht import naast_elkaar
from dashboard.components.vergelijktweeling import waar_gezocht
from dashboard.page import Adres
from dashboard.uitvoer import Cel, naar_csv, naar_xlsx
from dashboard.vergelijken.bijrijen import buurrijen, kloofrijen, leeftijdrijen
from dashboard.vergelijken.ijkpunten import ijkpunten
from dashboard.vergelijken.rijen import Deel, kolommen, rijen
from dashboard.vergelijken.staat import Staat, lees_staat
from dashboard.vergelijking import Wens, vergelijk
from dashboard.werkboek import Eigenschappen

if TYPE_CHECKING:
    from flask import Flask

    from dashboard.context import Context
    from dashboard.momentopname import Momentopname

_SOORT = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def register_routes(server: Flask, context: Context) -> None:
    """Answer `/vergelijken.csv` and `/vergelijken.xlsx`."""

    def geef(soort: str) -> Response:
        adres = Adres.parse("/vergelijken", request.query_string.decode("ascii", "replace"))
        antwoord = Response(maak(context, adres, soort), content_type=_SOORT[soort])
        antwoord.headers["Content-Disposition"] = f"attachment; filename=vergelijking.{soort}"
        return antwoord

    for soort in _SOORT:
        server.add_url_rule(
            f"/vergelijken.{soort}", f"vergelijken_{soort}", geef, defaults={"soort": soort}
        )


def maak(context: Context, adres: Adres, soort: str) -> bytes:
    """Give the file for an address.

    Args:
        context: what it draws from.
        adres: of the page.
        soort: `csv` or `xlsx`.
    """
    zin = context.teksten.zin
    with context.reader.momentopname() as nu:
        staat = lees_staat(context, nu, adres)
        delen = _delen(context, nu, staat)
        inhoud = [*rijen(context, delen), *_bij(context, nu, staat, delen)]
        versheid = nu.datum
    bron = [(zin("vergelijken.uitvoer.opgehaald"), datum(context.teksten, versheid))]
    if soort == "csv":
        return naar_csv(kolommen(context), inhoud, bron)
    over = Eigenschappen(zin("vergelijken.uitvoer.titel"), datum=versheid)
    return naar_xlsx(kolommen(context), inhoud, bron, over)


def _delen(context: Context, nu: Momentopname, staat: Staat) -> list[Deel]:
    if staat.indicator is None:
        return [(een.v, een.punten) for een in naast_elkaar(context, nu, staat)]
    wens = Wens(staat.indicator, staat.niveau, staat.jaar)
    v = vergelijk(nu, wens, staat.zijden.beide)
    return [(v, ijkpunten(nu, v))]


def _bij(
    context: Context, nu: Momentopname, staat: Staat, delen: list[Deel]
) -> Iterator[tuple[Cel, ...]]:
    """Give what the page shows besides the figures: ages with the overview, else the gap; twins."""
    if staat.indicator is None:
        yield from leeftijdrijen(context, nu, list(staat.zijden.beide))
    else:
        for v, _ in delen:
            yield from kloofrijen(context, nu, v)
    gebieden = waar_gezocht(context, staat)
    if staat.buurt is not None and gebieden is not None:
        yield from buurrijen(context, nu, staat.buurt, gebieden)

"""One initiative in a list: name, what it does, where and for whom, source, checked when."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from dash import html

from dashboard import links
from dashboard.components.datum import datum
from dashboard.register.initiatieven import Herkomst

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.context import Context
    from dashboard.register.initiatieven import Initiatief


def regel(
    context: Context, initiatief: Initiatief, kop: Callable[[Any], Component] = html.H4
) -> Component:
    """Draw one initiative as an item of a list; its name, a heading, leads to its own page."""
    # A page of the server itself: a plain link, not drawn in place.
    naam = html.A(initiatief.naam, href=links.initiatief(initiatief.id))
    return html.Li(
        [
            kop(naam),
            html.P(initiatief.omschrijving),
            html.P(_feiten(context, initiatief), className="klein"),
            html.P(bron_en_nagekeken(context, initiatief), className="bron"),
        ],
        className="heel",
    )


def _feiten(context: Context, initiatief: Initiatief) -> list[Component | str]:
    zin = context.teksten.zin
    waar = (initiatief.organisatie, initiatief.adres, initiatief.plaats)
    delen = [", ".join(dict.fromkeys(deel for deel in waar if deel))]
    if initiatief.voor_wie:
        delen.append(zin("initiatieven.voor", voor_wie=initiatief.voor_wie))
    if initiatief.plaatsing in ("wacht", "niet_gevonden", "elders"):
        delen.append(zin(f"initiatief.plaatsing.{initiatief.plaatsing}"))
    themas = html.Span(", ".join(initiatief.themas), className="stil")
    feiten: list[Component | str] = [". ".join(deel for deel in delen if deel), " · ", themas]
    if _is_web(initiatief.website):
        feiten += [" · ", links.extern(zin("initiatieven.website"), initiatief.website)]
    return feiten


def bron_en_nagekeken(context: Context, initiatief: Initiatief) -> list[Component | str]:
    """Say where it comes from and when somebody looked whether it is still so."""
    zin = context.teksten.zin
    uit: list[Component | str] = []
    if initiatief.herkomst is Herkomst.STARTLIJST:
        dag = _bron_dag(context, initiatief.bron_datum)
        uit += [f"{zin('initiatieven.gevonden')} (", _bron(initiatief), f", {dag})"]
    else:
        uit += _gekregen(context, initiatief)
    return [*uit, ", ", _nagekeken(context, initiatief)]


def _gekregen(context: Context, initiatief: Initiatief) -> list[Component | str]:
    zin = context.teksten.zin
    dag = datum(context.teksten, initiatief.gemaakt[:10])
    uit: list[Component | str] = [zin("initiatieven.gekregen", dag=dag)]
    if initiatief.bron:
        uit += [", ", zin("initiatieven.bron", bron=initiatief.bron)]
    if initiatief.bron_url:
        uit += [" (", _bron(initiatief), ")"]
    return uit


def _nagekeken(context: Context, initiatief: Initiatief) -> str:
    if not initiatief.nagekeken:
        return context.teksten.zin("initiatieven.nagekeken")
    dag = datum(context.teksten, initiatief.nagekeken)
    if initiatief.nagekeken_door:
        door = initiatief.nagekeken_door
        return context.teksten.zin("initiatieven.nagekeken_door", datum=dag, door=door)
    return context.teksten.zin("initiatieven.nagekeken_op", datum=dag)


def _bron(initiatief: Initiatief) -> Component | str:
    huis = (urlsplit(initiatief.bron_url).hostname or "").removeprefix("www.")
    return links.extern(huis, initiatief.bron_url) if _is_web(initiatief.bron_url) else huis


def _bron_dag(context: Context, tekst: str) -> str:
    """Give the date of the source; `onbekend (rond 2015)` says what is known of it."""
    kern = tekst.removeprefix("onbekend").strip(" ()")
    return datum(context.teksten, kern) or context.teksten.zin("initiatieven.datum_onbekend")


def _is_web(adres: str) -> bool:
    # The list comes from outside: a link that is a script may not become one.
    return urlsplit(adres).scheme in ("http", "https")

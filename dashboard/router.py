"""From address to page: one callback draws, and the server knows which addresses are real."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from dash import ClientsideFunction, Dash, Input, Output, State, no_update
from flask import Flask, Response, request

from dashboard.components.frame import FrameIds
from dashboard.components.niet_gevonden import fout_pagina, niet_gevonden
from dashboard.page import Adres, Page, kies
from wijken.errors import WijkenError

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.context import Context

LOG = logging.getLogger(__name__)
# The rules of Dash that answer any address with the same document.
_DASH_DOCUMENT = ("/", "/<path:path>")
GEVONDEN, NIET_GEVONDEN = 200, 404


def register_router(app: Dash, context: Context, pages: Sequence[Page]) -> None:
    """Draw the page of an address in one callback; the browser does title, menu and focus."""

    @app.callback(
        Output(FrameIds.INHOUD, "children"),
        Output(FrameIds.MELDING, "children"),
        Output(FrameIds.PAGINA, "data"),
        Input(FrameIds.ADRES, "pathname"),
        Input(FrameIds.ADRES, "search"),
        State(FrameIds.PAGINA, "data"),
    )
    def teken(pathname: str | None, search: str | None, vorige: dict[str, str] | None) -> Any:  # noqa: ANN401
        adres = Adres.parse(pathname, search)
        gekozen = kies(pages, context, adres)
        naam = gekozen[0].naam if gekozen else ""
        # Such a page answers to a change of its query itself.
        if gekozen and gekozen[0].volgt_vraag and vorige and vorige["pad"] == adres.pad:
            return no_update, no_update, no_update
        inhoud, titel = _teken(context, pages, gekozen)
        return inhoud, None, {"pad": adres.pad, "naam": naam, "titel": _tab(context, titel)}

    app.clientside_callback(
        ClientsideFunction("frame", "getekend"),
        Input(FrameIds.PAGINA, "data"),
    )


def titel_van(context: Context, pages: Sequence[Page], adres: Adres) -> str:
    """Give the title of the browser's tab for an address."""
    gekozen = kies(pages, context, adres)
    if gekozen is None:
        return _tab(context, context.teksten.zin("fout.titel"))
    return _tab(context, gekozen[0].kop(context, gekozen[1]))


def register_status(server: Flask, context: Context, pages: Sequence[Page]) -> None:
    """Answer 404 where there is no page; Dash alone would answer 200 to anything."""

    def zet(response: Response) -> Response:
        regel = request.url_rule.rule if request.url_rule else ""
        if regel in _DASH_DOCUMENT and response.status_code == GEVONDEN:
            adres = Adres.parse(request.path, "")
            if kies(pages, context, adres) is None:
                response.status_code = NIET_GEVONDEN
        return response

    server.after_request(zet)


def _teken(
    context: Context, pages: Sequence[Page], gekozen: tuple[Page, Adres] | None
) -> tuple[Component, str]:
    if gekozen is None:
        return niet_gevonden(context, pages), context.teksten.zin("fout.titel")
    page, adres = gekozen
    try:
        return page.layout(context, adres), page.kop(context, adres)
    except WijkenError as fout:
        LOG.warning("%s: %s", adres.pad, fout)
        return fout_pagina(context, str(fout)), context.teksten.zin("fout.mis_titel")
    except Exception:
        LOG.exception("Pagina %s is niet te tekenen", adres.pad)
        return fout_pagina(context), context.teksten.zin("fout.mis_titel")


def _tab(context: Context, titel: str) -> str:
    naam = context.teksten.zin("frame.naam")
    return naam if titel == naam else context.teksten.zin("frame.titel", pagina=titel, naam=naam)

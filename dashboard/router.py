"""From address to page: one callback draws, and the server knows which addresses are real."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from dash import ClientsideFunction, Dash, Input, Output, State, no_update
from flask import Flask, Response, has_request_context, request

from dashboard.components.frame import Eerste, FrameIds, frame
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
        # Such a page answers to a change of its query itself.
        volgt = gekozen and gekozen[0].volgt_vraag
        if (
            vorige
            and vorige["pad"] == adres.pad
            and (volgt or vorige.get("vraag") == (search or ""))
        ):
            return no_update, no_update, no_update
        inhoud, pagina = teken_adres(context, pages, pathname, search)
        return inhoud, None, pagina

    app.clientside_callback(
        ClientsideFunction("frame", "getekend"),
        Input(FrameIds.PAGINA, "data"),
    )


def teken_adres(
    context: Context, pages: Sequence[Page], pathname: str | None, search: str | None
) -> tuple[Component, dict[str, str]]:
    """Draw the page of an address, and tell what the frame has to know of it."""
    adres = Adres.parse(pathname, search)
    gekozen = kies(pages, context, adres)
    inhoud, titel = _teken(context, pages, gekozen)
    naam = gekozen[0].naam if gekozen else ""
    tab = _tab(context, titel)
    return inhoud, {"pad": adres.pad, "vraag": search or "", "naam": naam, "titel": tab}


def eerste_frame(context: Context, pages: Sequence[Page]) -> Component:
    """Draw the frame for the browser that asks for the first layout, its page already in it.

    Dash asks for the layout without saying for which page, but browsers tell their own site where
    a question comes from. Without that (a layout that is only checked, a browser that keeps it to
    itself) the frame is empty, and the router fills it: one question more. The bare name of the
    site is no answer either: browsers cut an address of over 4,096 characters down to it.
    """
    van = urlsplit(request.referrer or "") if has_request_context() else None
    if van is None or van.netloc != request.host or (van.path, van.query) in (("", ""), ("/", "")):
        return frame(context)
    search = f"?{van.query}" if van.query else ""
    inhoud, pagina = teken_adres(context, pages, van.path, search)
    return frame(context, Eerste(van.path, search, inhoud, pagina))


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

"""Makes the app: document, frame, router, pages, headers."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from dash import set_props
from flask import jsonify
from werkzeug.exceptions import HTTPException

from dashboard import bundel, fonts
from dashboard.components.frame import FrameIds
from dashboard.components.melding import melding
from dashboard.context import Context, make_context
from dashboard.document import WijkenDash, fout_document, sjabloon
from dashboard.downloads import register_downloads
from dashboard.headers import register_compressie, register_headers
from dashboard.kaart import blad as kaartblad
from dashboard.kaart.vooruit import register_kaartvooruit
from dashboard.meenemen import register_kaartmee
from dashboard.page import find_pages
from dashboard.router import NIET_GEVONDEN, eerste_frame, register_router, register_status
from wijken.errors import WijkenError

if TYPE_CHECKING:
    from flask import Flask
    from flask.typing import ResponseReturnValue

__all__ = ["Context", "create_app", "make_context"]

LOG = logging.getLogger(__name__)
MISLUKT = 500


def create_app(context: Context) -> WijkenDash:
    """Make the app with every page that `find_pages` gives; nothing is served yet.

    Args:
        context: what pages draw from.
    """
    app = _lege_app(context)
    pages = app.pages = find_pages()
    app.context = context
    app.layout = lambda: eerste_frame(context, pages)
    server: Flask = app.server
    register_router(app, context, pages)
    for page in pages:
        page.register_callbacks(app, context)
        page.register_routes(server, context)
    register_downloads(server, context)
    register_kaartmee(server, context)
    register_kaartvooruit(server, context)
    _register_gezond(server, context)
    _register_fouten(app, context)
    fonts.register_lettertypen(server, context.data_map)
    eigen = (bundel.pagina("css"), bundel.pagina("js"))
    bundel.register_bundels(server, (*eigen, *kaartblad.bundels(context)))
    # Flask calls what was registered last first: compress only when all is said.
    register_compressie(app)
    register_headers(app)
    register_status(server, context, pages)
    return app


def _lege_app(context: Context) -> WijkenDash:
    app = WijkenDash(
        "dashboard",
        use_pages=False,
        suppress_callback_exceptions=True,  # the content of pages is not in the first layout
        update_title="",
        index_string=sjabloon(context),
        meta_tags=[
            {"name": "viewport", "content": "width=device-width, initial-scale=1"},
            {"name": "description", "content": context.teksten.zin("frame.omschrijving")},
        ],
        on_error=_bij_fout(context),
        assets_ignore=r"\.(js|css)$",  # they come joined
        external_stylesheets=[bundel.pagina("css").adres],
        external_scripts=[bundel.pagina("js").adres],
        compress=False,
        add_log_handler=False,
    )
    app.enable_dev_tools(
        debug=False,
        dev_tools_ui=False,
        dev_tools_props_check=False,
        dev_tools_hot_reload=False,
        dev_tools_disable_version_check=True,
    )
    return app


def _bij_fout(context: Context) -> Any:  # noqa: ANN401
    """Make what Dash calls when a callback fails: told in the page, kept in the log."""

    def vertel(fout: Exception) -> None:
        if isinstance(fout, WijkenError):
            LOG.warning("%s", fout)
            zin = str(fout)
        else:
            LOG.error("Een callback mislukte", exc_info=fout)
            zin = context.teksten.zin("fout.mis_uitleg")
        set_props(FrameIds.MELDING, {"children": melding(zin)})

    return vertel


def _register_fouten(app: WijkenDash, context: Context) -> None:
    """Answer in Dutch where Flask or Dash would show English, or a traceback."""

    def vertel(fout: Exception) -> tuple[str, int]:
        code = fout.code if isinstance(fout, HTTPException) and fout.code else MISLUKT
        if code >= MISLUKT:
            LOG.error("Een antwoord mislukte", exc_info=fout)
        sleutel = "" if code == NIET_GEVONDEN else "mis_"
        return fout_document(context, app.pages, sleutel), code

    app.server.register_error_handler(HTTPException, vertel)
    app.server.register_error_handler(Exception, vertel)


def _register_gezond(server: Flask, context: Context) -> None:
    @server.get("/gezond")
    def gezond() -> ResponseReturnValue:
        try:
            with context.reader.momentopname() as nu:
                return jsonify(goed=True, datum=nu.datum, stempel=nu.stempel)
        except WijkenError as fout:
            return jsonify(goed=False, melding=str(fout)), 503

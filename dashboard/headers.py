"""What every answer carries: who may load what, how long it keeps, and that it is compressed."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from flask import Response, request
from flask_compress import Compress

if TYPE_CHECKING:
    from dash import Dash

# Nothing from outside, nothing inline but the scripts Dash writes itself. Its components write
# <style> elements: without 'unsafe-inline' for styles the page falls apart.
_CSP = (
    "default-src 'none'",
    "script-src 'self' {hashes}",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "frame-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
)
_ALTIJD = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}
_TEKST = ("text/css", "text/javascript", "image/svg+xml")
LANG = "public, max-age=31536000, immutable"


def register_headers(app: Dash) -> None:
    """Give every answer its headers; one that a view set itself stays."""

    @cache
    def csp() -> str:
        # Only now: callbacks registered after this function add inline scripts too.
        return "; ".join(_CSP).format(hashes=" ".join(app.csp_hashes()))

    def zet(response: Response) -> Response:
        for naam, waarde in _ALTIJD.items():
            response.headers.setdefault(naam, waarde)
        if response.mimetype == "text/html":
            response.headers.setdefault("Content-Security-Policy", csp())
        if "Cache-Control" not in response.headers and request.method in ("GET", "HEAD"):
            response.headers["Cache-Control"] = _bewaren()
        return response

    app.server.after_request(zet)


def _bewaren() -> str:
    # The first layout has a page in it, drawn for who asks: no cache in between may have it.
    return "private, no-store" if request.path.endswith("/_dash-layout") else "no-cache"


def register_compressie(app: Dash) -> None:
    """Compress text answers; level 5 is where brotli is still quicker than the wire."""
    app.server.config.update(COMPRESS_ALGORITHM=["br", "zstd", "gzip"], COMPRESS_BR_LEVEL=5)
    Compress(app.server)

    def lees(response: Response) -> Response:
        # Compressed as a stream, a static file would stay open until somebody cleans up.
        if response.direct_passthrough and response.mimetype in _TEKST:
            response.direct_passthrough = False
            response.get_data()
        return response

    app.server.after_request(lees)

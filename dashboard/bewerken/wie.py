"""The name of who edits: typed once, kept in a cookie of their own browser."""

from __future__ import annotations

import re
from urllib.parse import quote, unquote

from flask import Response, request

_KOEKJE = "wijk-naam"
_JAAR = 365 * 24 * 3600
LANGST = 60
_STUUR = re.compile(r"[\x00-\x1f\x7f-\x9f<>]")


def naam_van() -> str:
    """Give the name this browser used before, "" for none."""
    return schone_naam(unquote(request.cookies.get(_KOEKJE, "")))


def getypte_naam() -> str:
    """Give the name in the form that was sent."""
    return schone_naam(request.form.get("door", ""))


def onthoud_naam(antwoord: Response, naam: str) -> Response:
    """Keep a name in the browser for the next time."""
    if naam:
        antwoord.set_cookie(_KOEKJE, quote(naam), max_age=_JAAR, httponly=True, samesite="Lax")
    return antwoord


def schone_naam(tekst: str) -> str:
    """Give a name of one line, not too long."""
    return " ".join(_STUUR.sub(" ", tekst).split())[:LANGST].strip()

"""Every link between pages: addresses from state, and the element that follows them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from urllib.parse import quote, urlencode

from dash import html

from dashboard.components.wild import wild

START = "/"
KAART = "/kaart"
VERGELIJKEN = "/vergelijken"
INITIATIEVEN = "/initiatieven"
NIEUW = "/initiatieven/nieuw"
INVOER = "/initiatieven/invoer"
INVULBLAD = "/initiatieven/invulblad"
ONGEDAAN = "/initiatieven/invoer/ongedaan"
DUBBELEN = "/initiatieven/dubbelen"
PLAATSEN = "/initiatieven/plaatsen"
LIJST = "/initiatieven/lijst"
TOEGANG = "/toegang"
UITLOGGEN = "/toegang/uit"
WONINGVOORRAAD = "/woningvoorraad"
BEZIT = "/woningvoorraad/eigen"
KANSENKAART = "/kansenkaart"
VERANTWOORDING = "/verantwoording"
HULP = "/hulp"
PAKKET = "/pakket.zip"


def adres(pad: str, /, **staat: object) -> str:
    """Give a path with its state; what is None or empty is left out, the order is fixed."""
    delen = {k: str(v) for k, v in sorted(staat.items()) if v not in (None, "")}
    return f"{pad}?{urlencode(delen)}" if delen else pad


def kaart(**staat: object) -> str:
    """Give the address of a map: gebied, niveau, indicator, jaar, tweede, selectie, focus."""
    return adres(KAART, **staat)


def vergelijken(**staat: object) -> str:
    """Give the address of a comparison: niveau, indicator, jaar, focus."""
    return adres(VERGELIJKEN, **staat)


def factsheet(slug: str, **staat: object) -> str:
    """Give the address of a sheet; the slug is a werkgebied or a region code."""
    return adres(f"/factsheet/{quote(slug, safe='')}", **staat)


def pakket(wijken: Iterable[str] = (), gebied: str = "", **keuzes: object) -> str:
    """Give the address of a pakket: both areas unless one is named, and these wijken."""
    return adres(PAKKET, gebied=gebied, wijken=",".join(wijken), **keuzes)


def initiatieven(gebied: str = "", thema: str = "", soort: str = "", stand: str = "") -> str:
    """Give the address of the list of initiatives, for one area, theme, kind or state if wanted."""
    return adres(INITIATIEVEN, gebied=gebied, thema=thema, soort=soort, stand=stand)


def initiatief(id_: str, **staat: object) -> str:
    """Give the address of one initiative, to read and to change."""
    return adres(f"{INITIATIEVEN}/{quote(id_, safe='')}", **staat)


def woningvoorraad(**staat: object) -> str:
    """Give the address of the homes: plek (a region code), niveau."""
    return adres(WONINGVOORRAAD, **staat)


def invoer_lijst(nummer: str) -> str:
    """Give the address of a list that was looked at, for the browser that sent it."""
    return f"{INVOER}/lijst/{quote(nummer, safe='')}"


def bezit_lijst(nummer: str) -> str:
    """Give the address of a list of own homes that was looked at."""
    return f"{BEZIT}/lijst/{quote(nummer, safe='')}"


def bezit_csv(nummer: int) -> str:
    """Give the address of what may be seen of a list of own homes, as a file."""
    return f"{BEZIT}/{nummer}.csv"


def kansenkaart(**staat: object) -> str:
    """Give the address of the kansenkaart: gebied, thema."""
    return adres(KANSENKAART, **staat)


def verantwoording(indicator: str = "") -> str:
    """Give the address of the sources, at the place of one indicator if wanted."""
    return f"{VERANTWOORDING}#indicator-{indicator}" if indicator else VERANTWOORDING


def intern(kinderen: Any, href: str, **meer: Any) -> html.A:  # noqa: ANN401
    """Make a link to one of our pages: drawn in place by frame.js, a plain link without it."""
    return html.A(kinderen, href=href, **wild(data_intern="ja"), **meer)


def extern(kinderen: Any, href: str, **meer: Any) -> html.A:  # noqa: ANN401
    """Make a link to somebody else's site, which learns nothing about where it came from."""
    return html.A(kinderen, href=href, rel="noopener noreferrer", **meer)

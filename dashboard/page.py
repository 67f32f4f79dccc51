"""What a page is, which pages there are, and which one an address belongs to."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, unquote

if TYPE_CHECKING:
    from dash import Dash
    from dash.development.base_component import Component
    from flask import Flask

    from dashboard.context import Context


@dataclass(frozen=True)
class Adres:
    """An address taken apart: the state of a page.

    Attributes:
        pad: path without closing slash, "/" for the start page.
        delen: the parts that the page's pattern names, e.g. {"slug": "beter-wonen"}.
        vraag: the query; of a key given twice the last, empty ones left out.
    """

    pad: str
    delen: Mapping[str, str] = field(default_factory=dict)
    vraag: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def parse(cls, pathname: str | None, search: str | None) -> Adres:
        """Read what the browser's address bar holds; nonsense gives an address, not an error."""
        pad = unquote(pathname or "/").rstrip("/") or "/"
        return cls(pad, {}, dict(parse_qsl((search or "").lstrip("?"))))


def _niets(_doel: object, _context: Context) -> None:
    """Stand in for a page without callbacks or routes of its own."""


def _altijd(_context: Context, _adres: Adres) -> bool:
    return True


@dataclass(frozen=True)
class Page:
    """One page. Its sentences are the block `naam` of the texts (`titel` and `menu` at least).

    Attributes:
        naam: block of sentences, and the key of the page.
        patroon: `/kaart` or `/factsheet/<slug>`.
        layout: draws the page for an address.
        volgorde: place in the menu.
        menu: address behind the word in the menu; None: not in the menu.
        titel: title in the browser's tab; by default the sentence `titel`.
        bestaat: whether a matching address is really there (otherwise 404).
        register_callbacks: `app.callback` goes in here and nowhere else.
        register_routes: addresses of its own that are no Dash page (downloads, the map's frame).
        volgt_vraag: the page has a callback of its own on the query (`Input(FrameIds.ADRES,
            "search")`), so the frame does not draw it again when only the query changes.
    """

    naam: str
    patroon: str
    layout: Callable[[Context, Adres], Component]
    volgorde: int = 0
    menu: Callable[[Context], str] | None = None
    titel: Callable[[Context, Adres], str] | None = None
    bestaat: Callable[[Context, Adres], bool] = _altijd
    register_callbacks: Callable[[Dash, Context], None] = _niets
    register_routes: Callable[[Flask, Context], None] = _niets
    volgt_vraag: bool = False

    @cached_property
    def _vorm(self) -> re.Pattern[str]:
        delen = re.split(r"<(\w+)>", self.patroon)
        stukken = (f"(?P<{d}>[^/]+)" if n % 2 else re.escape(d) for n, d in enumerate(delen))
        return re.compile("".join(stukken))

    def past(self, adres: Adres) -> Adres | None:
        """Give the address with the parts the pattern names, None when it is another page's."""
        gevonden = self._vorm.fullmatch(adres.pad)
        return Adres(adres.pad, gevonden.groupdict(), adres.vraag) if gevonden else None

    def kop(self, context: Context, adres: Adres) -> str:
        """Give the title for the browser's tab."""
        if self.titel is not None:
            return self.titel(context, adres)
        return context.teksten.zin(f"{self.naam}.titel")


def find_pages() -> tuple[Page, ...]:
    """Import every module of `dashboard.pages` and give their pages in menu order."""
    pakket = importlib.import_module("dashboard.pages")
    namen = sorted(m.name for m in pkgutil.iter_modules(pakket.__path__))
    modules = (importlib.import_module(f"dashboard.pages.{naam}") for naam in namen)
    pages = [m.PAGE for m in modules if isinstance(getattr(m, "PAGE", None), Page)]
    return tuple(sorted(pages, key=lambda page: (page.volgorde, page.naam)))


def kies(pages: Sequence[Page], context: Context, adres: Adres) -> tuple[Page, Adres] | None:
    """Find the page of an address and the address with its parts; None when there is no such."""
    for page in pages:
        passend = page.past(adres)
        if passend is not None and page.bestaat(context, passend):
            return page, passend
    return None

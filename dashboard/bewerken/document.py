"""Draws a page with a form: the house's head and foot, our sentences, everything escaped."""

from __future__ import annotations

from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from flask import Response, make_response
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from dashboard import links
from dashboard.bewerken.wie import naam_van
from dashboard.components.datum import datum, opsomming
from dashboard.components.frame import huisstijl, kop_html, voet_html
from dashboard.page import find_pages

if TYPE_CHECKING:
    from dashboard.context import Context

GOED, FOUT, VERBODEN, BOTSING, TE_GROOT, TE_VAAK = 200, 422, 403, 409, 413, 429
_PAGINA = "initiatieven"


@cache
def _sjablonen() -> Environment:
    return Environment(
        loader=PackageLoader("dashboard.bewerken", "formulieren"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


@cache
def _huidig(naam: str) -> tuple[tuple[object, ...], object]:
    pages = find_pages()
    return pages, next(page for page in pages if page.naam == naam)


def teken(
    context: Context, sjabloon: str, titel: str, status: int = GOED, **velden: object
) -> Response:
    """Draw a page from a template of `formulieren/`.

    Args:
        context: sentences, access, letters.
        sjabloon: name of the template, without `.html`.
        titel: for the tab and the first heading.
        status: of the answer; 422 when something in the form is not right.
        **velden: what the template shows; text stays text. `pagina` is the one marked in the menu.
    """
    zin = context.teksten.zin
    html = (
        _sjablonen()
        .get_template(f"{sjabloon}.html")
        .render(
            zin=zin,
            titel=titel,
            tab=zin("frame.titel", pagina=titel, naam=zin("frame.naam")),
            kop=Markup(_kop(context, str(velden.pop("pagina", _PAGINA)))),  # noqa: S704 - our own, escaped where it is made
            voet=Markup(voet_html(context)),  # noqa: S704
            stijl=Markup(huisstijl(context)),  # noqa: S704
            oordeel=context.toegang.oordeel(),
            bewijs=context.toegang.bewijs(),
            door=naam_van(),
            links=links,
            datum=lambda iso: datum(context.teksten, iso),
            huis=_huis,
            moment=lambda iso: _moment(context, iso),
            opsomming=lambda woorden: opsomming(context.teksten, list(woorden)),
            **velden,
        )
    )
    antwoord = make_response(html, status)
    # Whose name is on it is nobody else's business; Back must still find what was typed.
    antwoord.headers["Cache-Control"] = "private, no-cache"
    return antwoord


def _kop(context: Context, naam: str) -> str:
    pages, huidig = _huidig(naam)
    return kop_html(context, pages, huidig)  # type: ignore[arg-type]


def _huis(adres: str) -> str:
    """Give the site of an address, without `www`."""
    return (urlsplit(adres).hostname or "").removeprefix("www.")


def _moment(context: Context, iso: str) -> str:
    """Write a moment of the register as the clock on this machine had it."""
    try:
        hier = datetime.fromisoformat(iso).astimezone()
    except ValueError:
        return iso
    dag = datum(context.teksten, hier.date().isoformat())
    return context.teksten.zin("formulier.moment", dag=dag, tijd=f"{hier:%H.%M}")

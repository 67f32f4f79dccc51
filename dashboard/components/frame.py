"""The frame around every page: head with menu and foot in the document, content in between.

Head and foot are plain HTML outside React: they stand there at once and never flicker.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from dash import dcc, html

from dashboard import fonts, links
from dashboard.components.datum import datum
from wijken.errors import WijkenError

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.context import Context
    from dashboard.page import Page


class FrameIds:
    """Ids of the frame; pages may use ADRES (pathname, search) and MELDING in callbacks."""

    ADRES = "frame-adres"
    INHOUD = "frame-inhoud"
    MELDING = "frame-melding"
    PAGINA = "frame-pagina"


@dataclass(frozen=True)
class Eerste:
    """The page a browser opens: the address as it wrote it, its content, what the frame knows."""

    pathname: str
    search: str
    inhoud: Component
    pagina: dict[str, str]


def frame(context: Context, eerste: Eerste | None = None) -> html.Div:
    """Draw the place of the content.

    Args:
        context: for the sentence that shows while there is nothing yet.
        eerste: what stands in it at once; without it the router fills it.
    """
    laden = html.P(context.teksten.zin("frame.laden"), className="laden")
    # With an address of its own Dash sees no change in it, and draws nothing twice.
    waar = {"pathname": eerste.pathname, "search": eerste.search} if eerste else {}
    return html.Div(
        [
            dcc.Location(id=FrameIds.ADRES, refresh=False, **waar),
            dcc.Store(id=FrameIds.PAGINA, data=eerste.pagina if eerste else None),
            html.Div(id=FrameIds.MELDING, role="status"),
            html.Main(eerste.inhoud if eerste else laden, id=FrameIds.INHOUD, tabIndex="-1"),
        ]
    )


def kop_html(context: Context, pages: Sequence[Page], huidig: Page | None) -> str:
    """Give the head: a way past it, the name, the menu with the current page marked."""
    zin = context.teksten["frame"]
    woorden = "".join(
        _menu_woord(page.naam, context.teksten.zin(f"{page.naam}.menu"), page.menu(context))
        for page in pages
        if page.menu is not None
    )
    if huidig is not None:
        plek = f'data-pagina="{huidig.naam}"'
        woorden = woorden.replace(plek, f'{plek} aria-current="page"')
    return (
        f'<a class="sla-over" href="#{FrameIds.INHOUD}">{escape(zin["naar_inhoud"])}</a>'
        f'<header class="kop"><a class="merk" data-intern href="{links.START}">'
        f"{escape(zin['naam'])}</a>"
        f'<nav class="menu" aria-label="{escape(zin["menu"])}">{woorden}</nav></header>'
    )


def voet_html(context: Context) -> str:
    """Give the foot: sources, date of the figures, licences, the way to the account."""
    teksten = context.teksten
    regels = [_herkomst(context), teksten.zin("frame.licentie")]
    alineas = "".join(f"<p>{escape(regel)}</p>" for regel in regels)
    weg = escape(teksten.zin("frame.verantwoording"))
    return (
        f'<footer class="voet">{alineas}'
        f'<p><a data-intern href="{links.verantwoording()}">{weg}</a></p></footer>'
    )


def gebied_css(context: Context) -> str:
    """Give each area its one colour, as the catalogue says: class `gebied-<slug>`."""
    return "".join(
        f".gebied-{w.slug}{{--gebied:{w.kleur}}}" for w in context.catalogus.werkgebieden.values()
    )


def huisstijl(context: Context) -> str:
    """Give the style that no stylesheet can know: the letters, and the colours of the areas."""
    return fonts.css(fonts.lettertypen(context.data_map)) + gebied_css(context)


def _menu_woord(naam: str, woord: str, href: str) -> str:
    return (
        f'<a class="menu-woord" data-intern data-pagina="{naam}" '
        f'href="{escape(href)}">{escape(woord)}</a>'
    )


def _herkomst(context: Context) -> str:
    """Name the sources of the figures that are here, not those that a refresh may bring."""
    teksten = context.teksten
    # The foot stands on every page, also on the one that says that the database is missing.
    try:
        with context.reader.momentopname() as nu:
            aanwezig = {regel.bron for regel in nu.bronnen()}
            vers = teksten.zin("frame.vers", datum=datum(teksten, nu.datum))
    except WijkenError:
        aanwezig, vers = set(), ""
    bronnen = context.catalogus.bronnen.values()
    namen = [f"{b.naam} ({b.houder})" for b in bronnen if not vers or b.id in aanwezig]
    return f"{teksten.zin('frame.bronnen', bronnen=', '.join(dict.fromkeys(namen)))} {vers}".strip()

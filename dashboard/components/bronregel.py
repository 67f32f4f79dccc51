"""The small line under a figure: source, table, year, and the way to its definition."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dash import html

from dashboard import links

if TYPE_CHECKING:
    from dashboard.context import Context
    from wijken.waarneming import Waarneming


def bronregel(context: Context, waarneming: Waarneming) -> html.Span:
    """Name source, table and year of a figure; the line leads to where all is accounted for."""
    bron = context.catalogus.bronnen.get(waarneming.herkomst.bron)
    zin = context.teksten.zin(
        "frame.bronregel",
        bron=bron.bronregel if bron else waarneming.herkomst.bron,
        tabel=waarneming.herkomst.tabel,
        jaar=waarneming.periode,
    )
    return html.Span(
        links.intern(zin, links.verantwoording(waarneming.indicator)), className="bron"
    )

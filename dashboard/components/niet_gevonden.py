"""What stands in for a page that is not there or cannot be drawn."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dash import html

from dashboard import links

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.context import Context
    from dashboard.page import Page


def niet_gevonden(context: Context, pages: Sequence[Page]) -> Component:
    """Say that the address leads nowhere and list the pages that do exist."""
    teksten = context.teksten
    lijst = [
        html.Li(links.intern(teksten.zin(f"{page.naam}.menu"), page.menu(context)))
        for page in pages
        if page.menu is not None
    ]
    begin = html.Li(links.intern(teksten.zin("fout.begin"), links.START))
    return html.Article(
        [
            html.H1(teksten.zin("fout.titel")),
            html.P(teksten.zin("fout.uitleg"), className="inleiding"),
            html.Section(
                [
                    html.H2(teksten.zin("fout.wel")),
                    html.Ul([begin, *lijst], className="wegen"),
                ]
            ),
        ],
        className="blad",
    )


def fout_pagina(context: Context, waarom: str = "") -> Component:
    """Say that a page cannot be drawn now, why if people can do something with that."""
    teksten = context.teksten
    return html.Article(
        [
            html.H1(teksten.zin("fout.mis_titel")),
            html.P(waarom or teksten.zin("fout.mis_uitleg"), className="inleiding"),
            html.P(links.intern(teksten.zin("fout.begin"), links.START)),
        ],
        className="blad",
    )

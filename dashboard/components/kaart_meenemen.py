"""The row under the map with what can be taken along: paper, pictures, figures, one file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dash import html

from dashboard.kaartmee import BESTANDEN

if TYPE_CHECKING:
    from dashboard.components.kaart_beeld import Beeld


def meenemen(beeld: Beeld) -> html.Section:
    """Draw the links; each gives a file of this very view."""
    vraag = beeld.staat.adres().partition("?")[2]
    regels = [
        html.Li(
            [
                html.A(beeld.zin(f"meenemen.{soort}"), href=f"{wat.pad}?{vraag}", download=""),
                html.Span(f" {beeld.zin(f'meenemen.{soort}_zin')}", className="stil"),
            ]
        )
        for soort, wat in BESTANDEN.items()
    ]
    kop = html.H2(beeld.zin("meenemen.kop"))
    return html.Section([kop, html.Ul(regels)], className="kaart-meenemen niet-drukken")

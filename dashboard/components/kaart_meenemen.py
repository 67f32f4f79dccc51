"""The row under the map with what can be taken along: paper, pictures, figures, one file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dash import html

from dashboard.kaartmee import BESTANDEN, adres

if TYPE_CHECKING:
    from dashboard.components.kaart_beeld import Beeld


def meenemen(beeld: Beeld) -> html.Section:
    """Draw the links; each gives a file of this very view."""
    regels = [
        html.Li(
            [
                html.A(beeld.zin(f"meenemen.{soort}"), href=adres(beeld, soort), download=""),
                html.Span(f" {beeld.zin(f'meenemen.{soort}_zin')}", className="stil"),
            ]
        )
        for soort in BESTANDEN
    ]
    kop = html.H2(beeld.zin("meenemen.kop"))
    return html.Section([kop, html.Ul(regels)], className="kaart-meenemen niet-drukken")

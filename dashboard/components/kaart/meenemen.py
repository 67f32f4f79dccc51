"""The row under the map with what can be taken along: paper, pictures, figures, one file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dash import html

from dashboard.meenemen import BESTANDEN, adres

if TYPE_CHECKING:
    from dashboard.components.kaart.beeld import Beeld


# This holds figures only, also when the map shows initiatives.
_ZONDER_INITIATIEVEN = ("csv",)


def meenemen(beeld: Beeld) -> html.Section:
    """Draw the links; each gives a file of this very view."""
    regels = [
        html.Li(
            [
                html.A(beeld.zin(f"meenemen.{soort}"), href=adres(beeld, soort), download=""),
                html.Span(f" {_wat(beeld, soort)}", className="stil"),
            ]
        )
        for soort in BESTANDEN
    ]
    kop = html.H2(beeld.zin("meenemen.kop"))
    return html.Section([kop, html.Ul(regels)], className="kaart-meenemen niet-drukken")


def _wat(beeld: Beeld, soort: str) -> str:
    zin = beeld.zin(f"meenemen.{soort}_zin")
    if beeld.staat.laag and soort in _ZONDER_INITIATIEVEN:
        return f"{zin} {beeld.zin('mee.zonder_initiatieven')}"
    return zin

"""The block of one figure: a large number, words, context, strip, series, year and source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dash import html

from dashboard import links
from dashboard.components.tekening import tekening
from dashboard.factsheet.inhoud import CijferInhoud, Tekening
from dashboard.figures.svg import Svg
from wijken import opmaak

if TYPE_CHECKING:
    from dash.development.base_component import Component


def kerncijfer(cijfer: CijferInhoud, *, thema: str = "") -> Component:
    """Draw the block; a figure that is missing has no block but a sentence elsewhere.

    Args:
        cijfer: a measured figure, in words and drawings.
        thema: the theme to name above it, where that is not said already.
    """
    bron = links.intern(cijfer.bronregel, links.verantwoording(cijfer.sleutel))
    delen = [
        *_regel(thema, "kern-thema"),
        html.H3(cijfer.naam),
        *(_paar(cijfer) or [_getal(cijfer)]),
        *_regel("" if cijfer.naast_elkaar else cijfer.woorden, "kern-woorden"),
        *_regel(cijfer.naast, "kern-naast"),
        *_beeld(cijfer.strook, "kern-strook"),
        *_beeld(cijfer.trend, "kern-trend"),
        *_regel(cijfer.merken, "kern-merk"),
        html.P(html.Span(bron, className="bron"), className="kern-bron"),
    ]
    return html.Article(delen, className="kerncijfer heel", id=f"cijfer-{cijfer.sleutel}")


def _regel(tekst: str, klasse: str) -> list[Component]:
    return [html.P(tekst, className=klasse)] if tekst else []


def _getal(cijfer: CijferInhoud) -> Component:
    if not cijfer.getal[:1].isdigit() and not cijfer.getal.startswith("\u2212"):
        return html.P(cijfer.getal, className="kern-woord")
    klein = html.Span(f"{opmaak.DUN}{cijfer.eenheid}", className="kern-eenheid")
    return html.P([cijfer.getal, klein] if cijfer.eenheid else cijfer.getal, className="kern-getal")


def _paar(cijfer: CijferInhoud) -> list[Component]:
    """Draw the figures of two areas side by side, each under the name of its area."""
    if not cijfer.naast_elkaar:
        return []
    delen = [
        html.Div(
            [html.P(een.naam, className="kern-plaats gebied-naam"), _getal(een)],
            className=f"kern-een gebied-{een.gebied}",
        )
        for een in cijfer.naast_elkaar
    ]
    return [html.Div(delen, className="kern-paar")]


def _beeld(beeld: Tekening | None, klasse: str) -> list[Component]:
    if beeld is None:
        return []
    # Made by `figures.svg`, or `tekening` refuses it.
    svg = beeld.svg if isinstance(beeld.svg, Svg) else Svg("")
    einden = [html.Span(einde) for einde in beeld.einden]
    schaal = [html.P(einden, className="kern-einden")] if any(beeld.einden) else []
    bij = [html.Figcaption(beeld.bijschrift)] if beeld.bijschrift else []
    return [html.Figure([tekening(svg), *schaal, *bij], className=klasse)]

"""Choices as plain words in a row: each a link, so the choice is in the address."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dash import html

from dashboard import links
from dashboard.components.wild import wild


@dataclass(frozen=True)
class Keuze:
    """One word to choose: what it says, where it leads, whether it is chosen now."""

    woord: str
    href: str
    gekozen: bool = False
    klasse: str = ""


def keuzerij(naam: str, keuzes: Sequence[Keuze]) -> html.Nav:
    """Draw a named row of choices; the chosen one is marked for eyes and ears."""
    woorden = [
        html.Li(
            links.intern(
                keuze.woord,
                keuze.href,
                className=f"keuze {keuze.klasse}".strip(),
                **(wild(aria_current="true") if keuze.gekozen else {}),
            )
        )
        for keuze in keuzes
    ]
    kop = html.Span(naam, className="keuze-naam", **wild(aria_hidden="true"))
    return html.Nav([kop, html.Ul(woorden)], className="keuzerij", **wild(aria_label=naam))

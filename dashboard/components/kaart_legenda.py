"""The legend of the map: every class as words, with how many areas are in it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from dash import html

from dashboard.components.wild import wild
from wijken.opmaak import DUN, eenheid_tekst, getal

if TYPE_CHECKING:
    from dashboard.components.kaart_beeld import Beeld

# Which of the five colours are used when there are fewer classes: as far apart as can be.
TREDEN = {1: (3,), 2: (2, 4), 3: (2, 3, 5), 4: (1, 2, 4, 5), 5: (1, 2, 3, 4, 5)}


def treden(aantal: int) -> tuple[int, ...]:
    """Give the steps of the colour scale for a number of classes (five at most)."""
    return TREDEN[max(1, min(aantal, 5))]


@dataclass(frozen=True)
class Legendaregel:
    """A line of the legend, on screen and on paper.

    Attributes:
        vlak: the class of its box: `trede-1` to `trede-5`, `stippels`, `arcering`.
        tekst: what it stands for.
        telling: how many areas are in it, in words.
    """

    vlak: str
    tekst: str
    telling: str


def legendaregels(beeld: Beeld) -> list[Legendaregel]:
    """Give classes from low to high, uncertain figures, and every reason for no figure."""
    return [*_klassen(beeld), *_onzeker(beeld), *_zonder(beeld)]


def legenda(beeld: Beeld) -> html.Div:
    """Draw the legend."""
    regels = [_li(regel) for regel in legendaregels(beeld)]
    noten = [html.P(beeld.zin("legenda_grenzen"), className="klein stil")]
    if not beeld.staat.heeft_cijfers:
        noten = []
    lijst = html.Ul(regels, className="legenda", **wild(aria_label=beeld.zin("legenda")))
    return html.Div([lijst, *noten])


def klasseteksten(beeld: Beeld) -> list[str]:
    """Give the words of each class, from low to high."""
    indicator, grenzen = beeld.staat.indicator, beeld.klassen.grenzen
    if indicator.labels:
        laagste = [w for w in sorted(indicator.labels) if not grenzen or w < grenzen[0]]
        sleutels = [*laagste[-1:], *(round(g) for g in grenzen)]
        return [indicator.labels.get(k, getal(k)) for k in sleutels]
    if not grenzen:
        return [beeld.zin("klassen.enige")]
    woord = [getal(grens, indicator.decimalen) for grens in grenzen]
    soort = "aandeel_" if indicator.is_aandeel and indicator.van_wie else ""
    eenheid = eenheid_tekst(indicator)
    velden = {"van_wie": indicator.van_wie, "eenheid": f"{DUN}{eenheid}" if eenheid else ""}
    return [
        beeld.zin(f"klassen.{soort}laagste", tot=woord[0], **velden),
        *(beeld.zin("klassen.midden", van=a, tot=b) for a, b in pairwise(woord)),
        beeld.zin(f"klassen.{soort}hoogste", van=woord[-1], **velden),
    ]


def _klassen(beeld: Beeld) -> list[Legendaregel]:
    if not beeld.staat.heeft_cijfers:
        return []
    zeker = [w for w in beeld.cijfers.values() if not w.onzeker]
    aantallen = Counter(beeld.klasse(w.waarde) for w in zeker if w.waarde is not None)
    kleuren = treden(beeld.klassen.aantal)
    return [
        _regel(beeld, f"trede-{kleuren[n]}", tekst, aantallen[n])
        for n, tekst in enumerate(klasseteksten(beeld))
    ]


def _onzeker(beeld: Beeld) -> list[Legendaregel]:
    aantal = sum(1 for w in beeld.cijfers.values() if w.onzeker)
    indicator = beeld.staat.indicator
    if not aantal or indicator.noemer is None:
        return []
    noemer = beeld.context.catalogus.indicator(indicator.noemer)
    tekst = beeld.zin(
        "onzeker_uitleg",
        aantal=getal(indicator.noemer_minimaal),
        noemer=noemer.van_wie or noemer.kort,
    )
    return [_regel(beeld, "stippels", tekst, aantal)]


def _zonder(beeld: Beeld) -> list[Legendaregel]:
    redenen = Counter(
        beeld.status(regio.code)
        for regio in beeld.regios
        if regio.code not in beeld.cijfers or beeld.cijfers[regio.code].waarde is None
    )
    return [
        _regel(beeld, "arcering", beeld.context.teksten.zin(f"status.{reden}"), aantal)
        for reden, aantal in redenen.most_common()
    ]


def _regel(beeld: Beeld, vlak: str, tekst: str, aantal: int) -> Legendaregel:
    enkel = aantal == 1
    telling = beeld.zin(
        "telling" if enkel else "tellingen",
        aantal=aantal,
        **({"niveau": beeld.staat.niveau} if enkel else {"niveaus": beeld.niveaus}),
    )
    return Legendaregel(vlak, tekst, telling)


def _li(regel: Legendaregel) -> html.Li:
    return html.Li(
        [
            html.Span(className=f"vlakje {regel.vlak}"),
            html.Span(regel.tekst, className="klasse"),
            html.Span(regel.telling, className="telling"),
        ]
    )

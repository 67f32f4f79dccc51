"""The two small drawings of a chosen area: its place among the others, and its years."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dash import html

from dashboard.components.tekening import tekening
from dashboard.components.woorden import met_breuken
from dashboard.factsheet.cijfers import reeks_van
from dashboard.figures.schaal import Schaal, schaal
from dashboard.figures.spreiding import Stip, Strook, strook
from dashboard.figures.trend import Punt, trend
from wijken import opmaak
from wijken.indicator import Indicator
from wijken.regio import Regio, Regiocode
from wijken.vergelijking import mediaan, zelfde_plek
from wijken.verschil import Verschil, verschil
from wijken.waarneming import Waarneming

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.components.kaart.beeld import Beeld

# A dot or two are no spread.
_MINST = 3


@dataclass(frozen=True)
class Getoond:
    """A theme of the map with the figures of its areas; the second one has drawings of its own."""

    indicator: Indicator
    cijfers: Mapping[Regiocode, Waarneming]
    sleutel: str = ""


def strookbeeld(beeld: Beeld, regio: Regio, wat: Getoond) -> list[Component]:
    """Draw every area of the map as a dot and this one filled; nothing when there are too few."""
    gezien = [(r, wat.cijfers[r.code]) for r in beeld.regios if r.code in wat.cijfers]
    gemeten = [(r, w) for r, w in gezien if w.waarde is not None]
    zeker = [w.waarde for _, w in gemeten if w.waarde is not None and not w.onzeker]
    if len(zeker) < _MINST or wat.indicator.labels:
        return []
    eigen = [w.waarde for r, w in gemeten if r == regio and w.waarde is not None]
    maat = schaal(wat.indicator, [*zeker, *eigen], 4)
    stippen = tuple(_stip(beeld, r, w, gekozen=r == regio) for r, w in gemeten)
    bij = _bijschrift(beeld, wat.indicator, len(gemeten), zeker)
    titel = beeld.zin("paneel_strook", naam=wat.indicator.naam, niveaus=beeld.niveaus)
    kleur = beeld.staat.gebied.kleur
    svg = strook(f"kaart-strook{wat.sleutel}", (titel, bij), Strook(stippen, maat, kleur))
    delen = [tekening(svg), _einden(maat), html.Figcaption(bij, className="klein stil")]
    return [html.Figure(delen, className="paneel-strook")]


def trendbeeld(beeld: Beeld, regio: Regio, wat: Getoond) -> list[Component]:
    """Draw the years of the area, broken where it or the source changed."""
    s, indicator = beeld.staat, wat.indicator
    # A code that was re-used is another place: its earlier years are not of this area.
    jaren = [
        w
        for w in beeld.nu.reeks(indicator, regio.code)
        if zelfde_plek(s.gebied, regio.code, w.indeling, regio.indeling)
    ]
    reeks = reeks_van(s.gebied, jaren, beeld.context.catalogus.breuken(indicator))
    if not reeks or indicator.labels:
        return []
    waarden = [w.waarde or 0.0 for deel in reeks for w in deel]
    punten = [[Punt(w.periode.jaar, w.waarde or 0.0) for w in deel] for deel in reeks]
    tekst = _trendtekst(beeld, indicator, reeks)
    titel = beeld.context.teksten.zin("kerncijfer.trend_titel", naam=indicator.naam)
    maat = schaal(indicator, waarden, 3)
    svg = trend(f"kaart-trend{wat.sleutel}", (titel, tekst), punten, maat, s.gebied.kleur)
    bij = html.Figcaption(tekst, className="klein stil")
    return [html.Figure([tekening(svg), bij], className="paneel-trend")]


def _stip(beeld: Beeld, regio: Regio, gezien: Waarneming, *, gekozen: bool) -> Stip:
    label = f"{regio.naam}: {beeld.cijfer(gezien)}"
    return Stip(gezien.waarde or 0.0, label, gekozen=gekozen, onzeker=gezien.onzeker)


def _bijschrift(beeld: Beeld, indicator: Indicator, aantal: int, zeker: Sequence[float]) -> str:
    totaal = len(beeld.regios)
    zin = beeld.context.teksten.zin(
        "kerncijfer.strook_alle" if aantal == totaal else "kerncijfer.strook",
        gemeten=aantal,
        totaal=totaal,
        niveaus=beeld.niveaus,
        midden=opmaak.met_eenheid(mediaan(zeker) or 0.0, indicator),
    )
    return f"{zin[:1].upper()}{zin[1:]}."


def _einden(maat: Schaal) -> Component:
    einden = (opmaak.getal(w, maat.decimalen) for w in (maat.laag, maat.hoog))
    return html.P([html.Span(w) for w in einden], className="kern-einden")


def _trendtekst(beeld: Beeld, indicator: Indicator, reeks: Sequence[Sequence[Waarneming]]) -> str:
    """Name every year, where the series is broken, and whether anything clearly changed."""
    zin = beeld.context.teksten.zin
    per_deel = [
        ", ".join(
            zin("kerncijfer.trend_punt", jaar=w.periode, cijfer=beeld.cijfer(w)) for w in deel
        )
        for deel in reeks
    ]
    tekst = met_breuken(beeld.context, reeks, per_deel) + "."
    laatste = reeks[-1]
    if len(laatste) > 1 and verschil(indicator, laatste[0], laatste[-1]) is not Verschil.DUIDELIJK:
        jaren = {"eerste": laatste[0].periode, "laatste": laatste[-1].periode}
        return f"{tekst} {zin('kerncijfer.trend_gelijk', **jaren)}"
    return tekst

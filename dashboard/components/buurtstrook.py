"""The strip under an area's first figure: a dot for each buurt, in the colour of the area."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dash import html

from dashboard.components.tekening import tekening
from dashboard.figures.schaal import Schaal, schaal
from dashboard.figures.spreiding import GROOT, Stip, Strook, hoogte_van, rij
from dashboard.figures.svg import Svg, beeld
from wijken import opmaak
from wijken.regio import Soort

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.context import Context
    from dashboard.momentopname import Momentopname
    from wijken.bron import Werkgebied
    from wijken.indicator import Indicator
    from wijken.waarneming import Waarneming

_RAND = 8.0


def buurtstrook(
    context: Context, nu: Momentopname, gebied: Werkgebied, gezien: Waarneming
) -> list[Component]:
    """Draw the buurten in the year of a figure; nothing when they have none that year."""
    indicator = context.catalogus.indicator(gezien.indicator)
    stippen = _stippen(nu, gebied, indicator, gezien)
    if not stippen:
        return []
    waarden = [stip.waarde for stip in stippen]
    maat = schaal(indicator, waarden)
    woorden = _woorden(context, gebied, indicator, waarden)
    svg = _teken(gebied, Strook(stippen, maat, gebied.kleur), woorden)
    bij = context.teksten.zin("start.stippen", aantal=len(stippen))
    return [
        html.Figure(
            [tekening(svg), _einden(maat), html.Figcaption(bij, className="bron")],
            className="buurtstrook",
        )
    ]


def _stippen(
    nu: Momentopname, gebied: Werkgebied, indicator: Indicator, gezien: Waarneming
) -> tuple[Stip, ...]:
    wanneer = (gezien.periode, gezien.indeling)
    alle = nu.uitgaven(indicator, gebied.codes, Soort.BUURT)
    uitgave = next((u for u in alle if (u.periode, u.indeling) == wanneer and u.gemeten), None)
    if uitgave is None:
        return ()
    namen = {r.code: r.naam for r in nu.regios(gebied, Soort.BUURT, uitgave.indeling)}
    return tuple(
        Stip(
            w.waarde,
            label=_label(namen.get(w.regio, w.regio.code), w.waarde, indicator),
            onzeker=w.onzeker,
        )
        for w in nu.waarnemingen(indicator, gebied, Soort.BUURT, uitgave)
        if w.waarde is not None
    )


def _label(naam: str, waarde: float, indicator: Indicator) -> str:
    return f"{naam}: {opmaak.met_eenheid(waarde, indicator)}"


def _woorden(
    context: Context, gebied: Werkgebied, indicator: Indicator, waarden: list[float]
) -> tuple[str, str]:
    zin = context.teksten.zin
    laag, hoog = (opmaak.met_eenheid(w, indicator) for w in (min(waarden), max(waarden)))
    titel = zin("start.strook", naam=indicator.naam, plaats=gebied.plaats_in_zin)
    return titel, zin("start.strook_uitleg", laag=laag, hoog=hoog, aantal=len(waarden))


def _teken(gebied: Werkgebied, wat: Strook, woorden: tuple[str, str]) -> Svg:
    hoogte = hoogte_van(wat, GROOT) + 2 * _RAND
    return beeld(f"start-{gebied.slug}", woorden, hoogte, *rij(wat, GROOT, (0.0, hoogte)))


def _einden(maat: Schaal) -> Component:
    einden = (opmaak.getal(w, maat.decimalen) for w in (maat.laag, maat.hoog))
    return html.Div([html.Span(w) for w in einden], className="strook-einden klein stil")

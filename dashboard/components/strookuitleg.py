"""A strip of dots explained with a real one: every sentence under it holds its own figures."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dash import html

from dashboard.components.bronregel import bronregel
from dashboard.components.tekening import tekening
from dashboard.figures.schaal import Schaal, schaal
from dashboard.figures.spreiding import Stip, Strook, strook
from wijken import opmaak
from wijken.regio import Soort
from wijken.vergelijking import mediaan

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.context import Context
    from dashboard.momentopname import Momentopname
    from wijken.bron import Werkgebied
    from wijken.indicator import Indicator
    from wijken.waarneming import Waarneming


def strookuitleg(context: Context, nu: Momentopname) -> list[Component]:
    """Draw the wijken of the first area that has figures of what it looks at first.

    Where there is none, only the words that need no figure are given.
    """
    altijd = [html.Li(zin) for zin in context.teksten.zinnen("hulp.stippen_altijd")]
    for gebied in context.catalogus.werkgebieden.values():
        for sleutel in gebied.eerste:
            indicator = context.catalogus.indicator(sleutel)
            gevonden = _wijken(nu, gebied, indicator)
            if gevonden:
                beeld, zinnen = _voorbeeld(context, gebied, indicator, gevonden)
                return [beeld, html.Ul([*map(html.Li, zinnen), *altijd])]
    return [html.Ul(altijd)]


def _wijken(
    nu: Momentopname, gebied: Werkgebied, indicator: Indicator
) -> list[tuple[str, Waarneming]]:
    """Give the certain figures by name of wijk; nothing when there are too few for a spread."""
    uitgave = nu.nieuwste(indicator, gebied, Soort.WIJK)
    if uitgave is None:
        return []
    namen = {r.code: r.naam for r in nu.regios(gebied, Soort.WIJK, uitgave.indeling)}
    alle = nu.waarnemingen(indicator, gebied, Soort.WIJK, uitgave)
    zeker = [w for w in alle if w.waarde is not None and not w.onzeker and w.regio in namen]
    return sorted((namen[w.regio], w) for w in zeker) if len(zeker) > 4 else []  # noqa: PLR2004


def _voorbeeld(
    context: Context,
    gebied: Werkgebied,
    indicator: Indicator,
    gevonden: Sequence[tuple[str, Waarneming]],
) -> tuple[Component, list[str]]:
    """Draw the dots, one of them filled, and tell what there is to be seen."""
    waarden = [w.waarde or 0.0 for _, w in gevonden]
    maat, gevuld = schaal(indicator, waarden, 4), _vrij(waarden)
    zinnen = _zinnen(context, gebied, indicator, gevonden)
    stippen = tuple(
        Stip(waarde, f"{naam}: {opmaak.met_eenheid(waarde, indicator)}", gekozen=n == gevuld)
        for n, ((naam, _), waarde) in enumerate(zip(gevonden, waarden, strict=True))
    )
    titel = context.teksten.zin("hulp.strook", naam=indicator.naam, plaats=gebied.plaats_in_zin)
    svg = strook("hulp-strook", (titel, " ".join(zinnen)), Strook(stippen, maat, gebied.kleur))
    kop = html.P(titel, className="hulp-strook-kop")
    bron = html.Figcaption(bronregel(context, gevonden[0][1]))
    figuur = html.Figure([kop, tekening(svg), _einden(maat), bron], className="hulp-strook")
    return figuur, zinnen


def _vrij(waarden: Sequence[float]) -> int:
    """Give the place of the dot that stands most on its own, the two ends left out."""
    volgorde = sorted(range(len(waarden)), key=lambda n: waarden[n])
    ruimte = {
        hier: min(waarden[hier] - waarden[voor], waarden[na] - waarden[hier])
        for voor, hier, na in zip(volgorde, volgorde[1:], volgorde[2:], strict=False)
    }
    return max(ruimte, key=ruimte.__getitem__)


def _zinnen(
    context: Context,
    gebied: Werkgebied,
    indicator: Indicator,
    gevonden: Sequence[tuple[str, Waarneming]],
) -> list[str]:
    zin = context.teksten.zin
    waarden = [w.waarde or 0.0 for _, w in gevonden]
    naam, eigen = gevonden[_vrij(waarden)]

    def woord(waarde: float) -> str:
        return opmaak.cijfer(waarde, indicator)

    return [
        zin("hulp.stip", plaats=gebied.plaats_in_zin, aantal=len(waarden)),
        zin("hulp.stip_gevuld", naam=naam, cijfer=woord(eigen.waarde or 0.0)),
        zin("hulp.stip_midden", cijfer=woord(mediaan(waarden) or 0.0)),
        zin("hulp.stip_reeks", laag=woord(min(waarden)), hoog=woord(max(waarden))),
    ]


def _einden(maat: Schaal) -> Component:
    einden = (opmaak.getal(w, maat.decimalen) for w in (maat.laag, maat.hoog))
    return html.Div([html.Span(w) for w in einden], className="strook-einden klein stil")

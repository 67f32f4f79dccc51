"""Draws where an area lies: the gemeente in outline, the area itself filled; no words in it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import shapely
from shapely.geometry.base import BaseGeometry

from dashboard.factsheet.inhoud import Tekening
from dashboard.figures.kaartblik import Blik, Vak, pad
from dashboard.figures.svg import Svg, element
from wijken.regio import Regiocode, Soort

if TYPE_CHECKING:
    from dashboard.context import Context
    from dashboard.factsheet.model import Onderwerp
    from dashboard.momentopname import Momentopname

BREED, HOOG, RAND = 240.0, 180.0, 4.0
_LIJN, _GROND, _RAND_KLEUR = "#8A9093", "#F1EFE8", "#1E2528"
# In degrees: about 40 metres, less than a pixel of the drawing.
_FIJN = 0.0004


def kaartje(context: Context, nu: Momentopname, wat: Onderwerp) -> Tekening | None:
    """Draw the place of an area; None for one without boundaries of its division."""
    wijken = _vormen(nu, wat, Soort.WIJK)
    gekozen = _gekozen(nu, wat, wijken)
    if not wijken or not gekozen:
        return None
    zin = context.teksten.zin
    naam = zin("factsheet.selectie") if wat.selectie else wat.naam
    titel = zin("factsheet.kaartje", naam=naam)
    deel = "geheel" if wat.is_werkgebied or wat.regio.code in wat.gebied.codes else "deel"
    deel = "deel" if wat.selectie else deel
    tekst = zin(f"factsheet.kaartje_{deel}", naam=naam, plaats=wat.gebied.plaats)
    svg = _teken(list(wijken.values()), gekozen, wat.gebied.kleur, (titel, tekst))
    return Tekening(svg, titel, tekst)


def _vormen(nu: Momentopname, wat: Onderwerp, niveau: Soort) -> dict[Regiocode, BaseGeometry]:
    # As they are drawn for the division of the sheet, whichever map that is.
    alle = nu.geometrieen(wat.gebied, niveau, wat.regio.indeling)
    return {regio.code: shapely.from_wkb(wkb) for regio, wkb in alle}


def _gekozen(
    nu: Momentopname, wat: Onderwerp, wijken: dict[Regiocode, BaseGeometry]
) -> list[BaseGeometry]:
    codes = [r.code for r in wat.selectie] or [wat.regio.code]
    if codes[0].soort is Soort.BUURT:
        vormen = _vormen(nu, wat, Soort.BUURT)
    elif codes[0].soort is Soort.WIJK:
        vormen = wijken
    elif wat.is_werkgebied:
        return list(wijken.values())
    else:
        return [vorm for code, vorm in wijken.items() if code.gemeente in codes]
    return [vormen[code] for code in codes if code in vormen]


def _teken(
    wijken: Sequence[BaseGeometry],
    gekozen: Sequence[BaseGeometry],
    kleur: str,
    woorden: tuple[str, str],
) -> Svg:
    geheel = shapely.union_all(list(wijken))
    blik = Blik.passend(geheel.bounds, Vak(RAND, RAND, BREED - 2 * RAND, HOOG - 2 * RAND))
    vlakken = [
        pad(_dunner(blik, wijken), fill=_GROND, stroke=_LIJN, stroke_width=0.75),
        pad(_dunner(blik, gekozen), fill=kleur, stroke="#FBFAF6", stroke_width=0.75),
        pad(_dunner(blik, [geheel]), fill="none", stroke=_RAND_KLEUR, stroke_width=1.5),
    ]
    titel, tekst = woorden
    return element(
        "svg",
        element("title", titel, id="kaartje-titel"),
        element("desc", tekst, id="kaartje-tekst"),
        *vlakken,
        xmlns="http://www.w3.org/2000/svg",
        role="img",
        aria_labelledby="kaartje-titel kaartje-tekst",
        viewBox=f"0 0 {BREED:.0f} {HOOG:.0f}",
        width=BREED,
        height=HOOG,
    )


def _dunner(blik: Blik, vormen: Sequence[BaseGeometry]) -> list[BaseGeometry]:
    return [blik.vorm(vorm.simplify(_FIJN)) for vorm in vormen]

"""The homes of the two sides of a comparison: type, owner, building period, energy label."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dash import html

from dashboard import links
from dashboard.components.datum import opsomming
from dashboard.components.voorraad_beeld import Kolom, groepbeeld
from dashboard.components.zijdekleur import kleurklasse
from dashboard.woningvoorraad import voorraad_van
from wijken.voorraadregels import load_voorraadregels

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.context import Context
    from dashboard.momentopname import Momentopname
    from dashboard.vergelijken.staat import Staat
    from dashboard.vergelijken.zijde import Zijde
    from wijken.regio import Regio


def woningblok(context: Context, nu: Momentopname, staat: Staat) -> list[Component]:
    """Draw the homes of both sides as `/woningvoorraad` does; a side of several areas is told.

    Each view has its own year and source, and says what a side lacks and who has it.
    """
    zin = context.teksten.zin
    kolommen, los = [], []
    for plaats, zijde in enumerate(staat.zijden.beide):
        regio = _een_gebied(nu, zijde)
        if regio is None:
            los.append(zijde.naam)
            continue
        voorraad = voorraad_van(nu, zijde.gebied, regio)
        kolommen.append(Kolom(zijde.naam, kleurklasse(plaats, zijde), zijde.kleur, voorraad))
    if not kolommen:
        return []
    weg = links.intern(zin("vergelijken.naar_woningen"), links.woningvoorraad())
    namen = opsomming(context.teksten, los)
    groepen = (g.id for g in load_voorraadregels().groepen)
    delen = [
        html.H2(zin("vergelijken.kop_woningen")),
        html.P([f"{zin('vergelijken.woningen_los', namen=namen)} " if los else "", weg]),
        *(groepbeeld(context, groep, kolommen, html.H3) for groep in groepen),
    ]
    return [html.Section(delen, className="voorraad vergelijk-woningen")]


def _een_gebied(nu: Momentopname, zijde: Zijde) -> Regio | None:
    """Give the one area a side is; None for several, whose parts nobody published together."""
    if zijde.is_geheel and len(zijde.gebied.codes) == 1:
        return nu.regio(zijde.gebied.codes[0])
    return zijde.delen[0] if len(zijde.delen) == 1 and not zijde.behalve else None

"""The controls of the map: words and lists that lead to another address of the same page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard import links
from dashboard.components.kaart.staat import NIVEAUS
from dashboard.components.kaart.uitgaven import Waar
from dashboard.components.keuzelijst import Groep, Keuzelijst, Optie, keuzelijst
from dashboard.components.keuzes import Keuze, keuzerij

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.components.kaart.beeld import Beeld
    from wijken.bron import Werkgebied
    from wijken.regio import Soort

# More years than this do not fit in a row of words.
_MEESTE_JAREN = 6
ONDERWERP = "kaart-onderwerp"


def keuzes_voor(beeld: Beeld) -> list[Component]:
    """Draw the controls before the theme: area, level."""
    return [_gebied(beeld), _niveau(beeld)]


def keuzes_na(beeld: Beeld) -> list[Component]:
    """Draw the controls after the theme: year."""
    return _jaar(beeld)


def _gebied(beeld: Beeld) -> Component:
    alle = beeld.context.catalogus.werkgebieden.values()
    keuzes = [
        Keuze(w.naam, _naar_gebied(beeld, w), w is beeld.staat.gebied, f"gebied-{w.slug}")
        for w in alle
    ]
    return keuzerij(beeld.zin("gebied"), keuzes)


def _naar_gebied(beeld: Beeld, gebied: Werkgebied) -> str:
    """Keep the theme that was chosen; a theme that came by itself gives way to the area's own."""
    staat = beeld.staat
    if not staat.eigen_keuze:
        los = {"naast": staat.kijk.vraag()["naast"], "focus": staat.gekozen.vraag()["focus"]}
        return links.kaart(gebied=gebied.slug, **los, **staat.lagen.vraag())
    return staat.adres(gebied=gebied.slug, selectie=None, deel=None, jaar=staat.jaar or None)


def _niveau(beeld: Beeld) -> Component:
    keuzes = [
        Keuze(
            beeld.zin(f"niveaus.{niveau}"),
            beeld.staat.adres(niveau=niveau, selectie=None, jaar=_jaar_op(beeld, niveau)),
            niveau is beeld.staat.niveau,
        )
        for niveau in NIVEAUS
    ]
    return keuzerij(beeld.zin("niveau"), keuzes)


def _jaar_op(beeld: Beeld, niveau: Soort) -> str | None:
    """Keep the year that was chosen where that level has it; what came by itself comes anew."""
    s = beeld.staat
    if s.uitgave is None or s.uitgave is s.uitgaven[0]:
        return None
    alle = Waar(beeld.nu, s.gebied, niveau).uitgaven(s.indicator)
    heeft = any(u.gemeten and u.periode == s.uitgave.periode for u in alle)
    return s.jaar if heeft else None


def onderwerp(beeld: Beeld) -> Keuzelijst:
    """Draw the list of themes with their indicators."""
    catalogus, staat = beeld.context.catalogus, beeld.staat
    groepen = [
        Groep(
            thema.naam,
            tuple(Optie(i.naam, staat.ander_onderwerp(i)) for i in beeld.nu.getoond(thema.id)),
        )
        for thema in catalogus.themas.values()
    ]
    return keuzelijst(
        beeld.zin("onderwerp"), groepen, staat.ander_onderwerp(staat.indicator), ONDERWERP
    )


def _jaar(beeld: Beeld) -> list[Component]:
    staat = beeld.staat
    if not staat.heeft_cijfers:
        return []
    jaren = sorted(staat.uitgaven[:_MEESTE_JAREN], key=lambda u: u.periode)
    keuzes = [Keuze(str(u.periode), staat.adres(jaar=u.periode), u is staat.uitgave) for u in jaren]
    return [keuzerij(beeld.zin("jaar"), keuzes)]

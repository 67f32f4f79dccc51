"""The choice of where colours break: three methods, or limits that somebody types."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dash import html

from dashboard.components.grenzenveld import Grenzenveld, grenzenveld
from dashboard.components.kaart.kijkstaat import Methode, Wijze
from dashboard.components.keuzes import Keuze, keuzerij
from wijken.eigen_klassen import schrijf_grenzen

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.components.kaart.beeld import Beeld

_METHODEN = (Methode.NATUURLIJK, Methode.AANTALLEN, Methode.STAPPEN)


def klassekeuze(beeld: Beeld) -> list[Component]:
    """Draw the choice under the legend, folded; or say why there is none in this way of looking."""
    s = beeld.staat
    if not s.heeft_cijfers or s.indicator.labels:
        return []
    if s.kijk.wijze is not Wijze.EEN:
        zin = beeld.zin(f"methode_vast.{s.kijk.wijze}", wijze=beeld.zin(f"wijze.{Wijze.EEN}"))
        return [html.P(zin, className="klein stil niet-drukken")]
    keuzes = [
        Keuze(
            beeld.zin(f"methode.{methode}"),
            s.adres(klassen=None if methode is Methode.NATUURLIJK else methode),
            s.kijk.methode is methode,
        )
        for methode in _METHODEN
    ]
    naam = beeld.zin("methode_naam", methode=beeld.zin(f"methode.{s.kijk.methode}"))
    delen = [
        html.Summary(naam),
        keuzerij(beeld.zin("methode_kort"), keuzes),
        html.P(beeld.zin(f"methode_uitleg.{s.kijk.methode}"), className="klein stil"),
        _veld(beeld),
    ]
    # Drawn anew with every choice: it stays open for who is choosing.
    open_ = s.kijk.methode is not Methode.NATUURLIJK
    return [html.Details(delen, open=open_, className="klassekeuze niet-drukken")]


def _veld(beeld: Beeld) -> Grenzenveld:
    nu = schrijf_grenzen(beeld.klassen.grenzen).replace(";", "; ")
    return grenzenveld(
        beeld.zin("methode.eigen"),
        (nu, beeld.zin("methode_voorbeeld"), beeld.zin("methode_toon")),
        beeld.staat.adres(klassen=None),
    )

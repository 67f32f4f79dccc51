"""One theme on the map: every area in the class of its figure, or the reason it has none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.components.kaart.kijkstaat import Methode
from dashboard.components.kaart.klassewoorden import klasseregels, onzeker_regel
from dashboard.components.kaart.lezing import Klasseregel, Lezing, Vlak, Vlaksoort
from wijken.indicator import Cijfersoort
from wijken.regio import Regiocode

if TYPE_CHECKING:
    from dashboard.components.kaart.beeld import Beeld


def lees_een(beeld: Beeld) -> Lezing:
    """Read one theme in one year."""
    regels = klasseregels(beeld) if beeld.staat.heeft_cijfers else ()
    return Lezing(
        {regio.code: _vlak(beeld, regels, regio.code) for regio in beeld.regios},
        regels,
        beeld.staat.indicator.kort,
        wat(beeld),
        _noten(beeld),
    )


def wat(beeld: Beeld) -> str:
    """Say what a figure is: theme, year, and whether it is an estimate."""
    s = beeld.staat
    model = beeld.zin("model") if s.indicator.soort is Cijfersoort.MODEL else ""
    naam = f"{s.indicator.naam}, {s.jaar}" if s.jaar else s.indicator.naam
    return " · ".join(deel for deel in (naam, model) if deel)


def _vlak(beeld: Beeld, regels: tuple[Klasseregel, ...], code: Regiocode) -> Vlak:
    gezien = beeld.cijfers.get(code)
    tekst = beeld.cijfer(gezien)
    if gezien is None or gezien.waarde is None:
        return Vlak(Vlaksoort.GEEN, Klasseregel("arcering", tekst), tekst)
    if gezien.onzeker:
        regel = onzeker_regel(beeld, beeld.staat.indicator)
        tekst = f"{tekst} ({beeld.zin('onzeker')})"
        return Vlak(Vlaksoort.ONZEKER, regel, tekst, gezien.waarde)
    regel = regels[beeld.klasse(gezien.waarde)]
    return Vlak(Vlaksoort.CIJFER, regel, tekst, gezien.waarde)


def _noten(beeld: Beeld) -> tuple[str, ...]:
    s = beeld.staat
    if not s.heeft_cijfers:
        return ()
    eigen = s.kijk.methode is Methode.EIGEN
    model = [beeld.zin("legenda_model")] if s.indicator.soort is Cijfersoort.MODEL else []
    return (beeld.zin("legenda_eigen" if eigen else "legenda_grenzen"), *model)

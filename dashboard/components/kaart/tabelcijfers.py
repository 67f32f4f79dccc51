"""The columns of figures in the map's table: one, or the two that a way of looking compares."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.components.kaart.ernaast import ernaast
from dashboard.components.kaart.kijkstaat import Wijze
from dashboard.components.kaart.lezing_twee import tweede_cijfers
from dashboard.components.tabel import Cel
from wijken.indicator import Indicator
from wijken.opmaak import cijfer, eenheid_tekst
from wijken.regio import Regiocode
from wijken.waarneming import Waarneming

if TYPE_CHECKING:
    from dashboard.components.kaart.beeld import Beeld


_GEEN = "\u2013"


def cijferkoppen(beeld: Beeld) -> list[str]:
    """Give the headings of the figures."""
    s, kijk = beeld.staat, beeld.staat.kijk
    eigen = _kop(s.indicator)
    if kijk.tweede:
        jaar = kijk.tweede_uitgave.periode if kijk.tweede_uitgave else ""
        return [f"{eigen}, {s.jaar}", f"{_kop(kijk.tweede)}, {jaar}"]
    if kijk.vorig:
        return [beeld.zin("kolom_verandering"), str(kijk.vorig.periode), s.jaar]
    if kijk.wijze is Wijze.AFWIJKING:
        return [eigen, beeld.lezing.kolom]
    return [eigen]


def cijfercellen(beeld: Beeld, code: Regiocode) -> list[Cel]:
    """Give the figures of an area, in the order of the headings."""
    s, kijk = beeld.staat, beeld.staat.kijk
    eigen = _cel(beeld, beeld.cijfers.get(code), s.indicator)
    if kijk.tweede:
        erbij = tweede_cijfers(beeld)
        if code in erbij.gewijzigd:
            return [eigen, Cel(beeld.zin("gewijzigd"), sorteer=None, stil=True)]
        return [eigen, _cel(beeld, erbij.cijfers.get(code), kijk.tweede)]
    if kijk.vorig:
        toen = ernaast(beeld, s.indicator, kijk.vorig)
        paar = (toen.cijfers.get(code), beeld.cijfers.get(code))
        # The reason stands in the first column; twice more would push the figures out of sight.
        return [_verschil(beeld, code), *(_kort(beeld, gezien) for gezien in paar)]
    return [eigen, _verschil(beeld, code)] if kijk.wijze is Wijze.AFWIJKING else [eigen]


def _kop(indicator: Indicator) -> str:
    eenheid = eenheid_tekst(indicator)
    if not eenheid or indicator.labels or eenheid in indicator.kort:
        return indicator.kort
    return f"{indicator.kort}, {eenheid}".replace(" %", "\u00a0%")


def _cel(beeld: Beeld, gezien: Waarneming | None, indicator: Indicator) -> Cel:
    if gezien is None or gezien.waarde is None:
        return Cel(beeld.cijfer(gezien), sorteer=None, stil=True)
    noot = beeld.zin("onzeker_kort") if gezien.onzeker else ""
    return Cel(cijfer(gezien.waarde, indicator), gezien.waarde, noot=noot)


def _kort(beeld: Beeld, gezien: Waarneming | None) -> Cel:
    if gezien is None or gezien.waarde is None:
        return Cel(_GEEN, sorteer=None, stil=True)
    return _cel(beeld, gezien, beeld.staat.indicator)


def _verschil(beeld: Beeld, code: Regiocode) -> Cel:
    vlak = beeld.lezing.vlakken[code]
    return Cel(vlak.kort or vlak.cijfer, vlak.sorteer, stil=vlak.sorteer is None)

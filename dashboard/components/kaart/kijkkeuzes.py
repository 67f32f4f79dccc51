"""The controls of how to look: what the colours stand for, since when, beside what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dash import html

from dashboard.components.kaart.kijkstaat import NEDERLAND, Wijze
from dashboard.components.kaart.referentie import referentie
from dashboard.components.kaart.uitgaven import Waar
from dashboard.components.keuzelijst import Groep, Keuzelijst, Optie, keuzelijst
from dashboard.components.keuzes import Keuze, keuzerij

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.components.kaart.beeld import Beeld
    from dashboard.gegevens import Uitgave

TWEEDE = "kaart-tweede"
_GEEN = {"tweede": None, "vorig": None, "tegenover": None}
_MEESTE_JAREN = 6


def kijkkeuzes(beeld: Beeld) -> html.Div:
    """Draw the ways of looking that this theme allows, and what belongs to the one chosen."""
    delen = [_wijze(beeld), *_sinds(beeld), *_tweede(beeld), *_naast(beeld)]
    return html.Div(delen, className="kaart-keuzes kaart-kijk niet-drukken")


def _naast(beeld: Beeld) -> list[Component]:
    s = beeld.staat
    if len(beeld.context.catalogus.werkgebieden) == 1:
        return []
    keuzes = [
        Keuze(
            beeld.zin("naast_ja" if naast else "naast_nee"),
            s.adres(naast="ja" if naast else None, jaar=s.jaar or None),
            s.kijk.naast is naast,
        )
        for naast in (False, True)
    ]
    return [keuzerij(beeld.zin("naast"), keuzes)]


def _wijze(beeld: Beeld) -> Component:
    s = beeld.staat
    vroeger = _vroeger(beeld)
    keuzes = [(Wijze.EEN, s.adres(**_GEEN))]
    if _heeft_referentie(beeld):
        keuzes.append((Wijze.AFWIJKING, s.adres(**{**_GEEN, "tegenover": NEDERLAND})))
    if vroeger:
        vorig = s.kijk.vorig or vroeger[0]
        keuzes.append((Wijze.VERANDERING, s.adres(**{**_GEEN, "vorig": vorig.periode})))
    tweede = _voorstel(beeld)
    if tweede and s.heeft_cijfers and not s.indicator.labels:
        jaar = s.jaar if s.kijk.tweede or _kan_erbij(beeld, tweede) else None
        keuzes.append((Wijze.TWEE, s.adres(**{**_GEEN, "tweede": tweede, "jaar": jaar})))
    rij = [
        Keuze(beeld.zin(f"wijze.{wijze}"), adres, s.kijk.wijze is wijze) for wijze, adres in keuzes
    ]
    return keuzerij(beeld.zin("wijze_naam"), rij)


def _kan_erbij(beeld: Beeld, tweede: str) -> bool:
    """Tell whether the year that was chosen has the same areas as figures of the second theme."""
    s = beeld.staat
    if s.uitgave is None or s.uitgave is s.uitgaven[0]:
        return False  # it came by itself: with two themes another may come
    alle = Waar(beeld.nu, s.gebied, s.niveau).alle(beeld.context.catalogus.indicator(tweede))
    return any(u.gemeten and u.indeling == s.uitgave.indeling for u in alle)


def _heeft_referentie(beeld: Beeld) -> bool:
    s = beeld.staat
    if s.uitgave is None or not s.heeft_cijfers or s.indicator.labels:
        return False
    return referentie(beeld.nu, s.indicator, s.uitgave) is not None


def _vroeger(beeld: Beeld) -> tuple[Uitgave, ...]:
    s = beeld.staat
    if s.uitgave is None or not s.heeft_cijfers or s.indicator.labels:
        return ()
    return Waar(beeld.nu, s.gebied, s.niveau).vroeger(s.indicator, s.uitgave)


def _sinds(beeld: Beeld) -> list[Component]:
    s = beeld.staat
    if s.kijk.vorig is None:
        return []
    jaren = sorted(_vroeger(beeld)[:_MEESTE_JAREN], key=lambda u: u.periode)
    keuzes = [
        Keuze(str(u.periode), s.adres(vorig=u.periode), u.periode == s.kijk.vorig.periode)
        for u in jaren
    ]
    return [keuzerij(beeld.zin("sinds"), keuzes)]


def _voorstel(beeld: Beeld) -> str | None:
    """Give the second theme there is, else the first of the area's own that can be one."""
    s = beeld.staat
    if s.kijk.tweede:
        return s.kijk.tweede.id
    waar = Waar(beeld.nu, s.gebied, s.niveau)
    for sleutel in s.gebied.eerste:
        indicator = beeld.context.catalogus.indicatoren[sleutel]
        gemeten = any(u.gemeten for u in waar.alle(indicator))
        if indicator is not s.indicator and not indicator.labels and gemeten:
            return sleutel
    return None


def _tweede(beeld: Beeld) -> list[Keuzelijst]:
    catalogus, s = beeld.context.catalogus, beeld.staat
    if s.kijk.tweede is None:
        return []
    groepen = [
        Groep(
            thema.naam,
            tuple(
                Optie(i.naam, s.adres(tweede=i.id))
                for i in beeld.nu.getoond(thema.id)
                if i is not s.indicator and not i.labels
            ),
        )
        for thema in catalogus.themas.values()
    ]
    return [keuzelijst(beeld.zin("tweede_naam"), groepen, s.adres(), TWEEDE)]

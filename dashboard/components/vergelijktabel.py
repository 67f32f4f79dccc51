"""Everything the overview shows as one table, and the ways to take it along."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from dash import html

from dashboard.components.tabel import Cel, Kolom, Rij, tabel
from dashboard.components.vergelijkoverzicht import Naast
from dashboard.vergelijken.ijkpunten import Soort
from wijken import opmaak

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.context import Context
    from dashboard.vergelijken.staat import Staat
    from dashboard.vergelijking import Kant

_IJK = (Soort.LAND, Soort.MEDIAAN)


def overzichttabel(context: Context, staat: Staat, alle: Sequence[Naast]) -> Component:
    """Draw the table, in the order of the page."""
    zin, (een, ander) = context.teksten.zin, staat.zijden.beide
    kolommen = [
        Kolom(zin("vergelijken.kolom_onderwerp")),
        Kolom(een.naam, getal=True),
        Kolom(ander.naam, getal=True),
        *(Kolom(zin(f"vergelijken.ijk_{soort}"), getal=True) for soort in _IJK),
        Kolom(zin("vergelijken.kolom_eenheid")),
        Kolom(zin("vergelijken.kolom_jaar")),
        Kolom(zin("vergelijken.kolom_soort")),
    ]
    rijen = [_rij(context, naast) for naast in alle]
    kop = zin("vergelijken.kop_tabel")
    naam = zin("vergelijken.tabel_overzicht", een=een.naam, ander=ander.naam)
    tafel = tabel(naam, kolommen, rijen, zin("vergelijken.sorteer"), "tabel-overzicht")
    return html.Section(
        [html.H2(kop), tafel, meenemen(context, staat)], className="naast-tabel", id="tabel"
    )


def meenemen(context: Context, staat: Staat) -> Component:
    """Give the links to CSV and Excel of what is shown: the same query, another ending."""
    zin, vraag = context.teksten.zin, urlsplit(staat.adres()).query
    wegen = [
        html.A(zin(f"vergelijken.{woord}"), href=f"/vergelijken.{soort}{'?' * bool(vraag)}{vraag}")
        for woord, soort in (("csv", "csv"), ("excel", "xlsx"))
    ]
    delen: list[Component | str] = [zin("vergelijken.meenemen"), wegen[0], " · ", wegen[1]]
    return html.P(delen, className="meenemen klein niet-drukken")


def _rij(context: Context, naast: Naast) -> Rij:
    v, indicator = naast.v, naast.v.wens.indicator
    punten = {punt.soort: punt.waarde for punt in naast.punten}
    jaren = sorted({str(p.waarneming.periode) for k in v.kanten for p in k.gehelen})
    eenheid = opmaak.eenheid_tekst(indicator)
    cellen = (
        Cel(indicator.naam),
        *(_cel(context, naast, kant) for kant in v.kanten),
        *(_ijk(naast, punten.get(soort)) for soort in _IJK),
        Cel(eenheid or "\u2013"),
        Cel(" / ".join(jaren) or "\u2013"),
        Cel(context.teksten.zin(f"cijfersoort.{indicator.soort}")),
    )
    return Rij(indicator.id, cellen)


def _cel(context: Context, naast: Naast, kant: Kant) -> Cel:
    indicator, w = naast.v.wens.indicator, kant.geheel
    if w is not None and w.waarde is not None:
        return Cel(opmaak.cijfer(w.waarde, indicator), w.waarde)
    if kant.weigering is not None:
        return Cel(context.teksten.zin("vergelijken.geen_totaal"), None, stil=True)
    status = w.status if w is not None else "niet_in_kopie"
    return Cel(context.teksten.zin(f"status.{status}"), None, stil=True)


def _ijk(naast: Naast, waarde: float | None) -> Cel:
    if waarde is None:
        return Cel("\u2013", None, stil=True)
    return Cel(opmaak.cijfer(waarde, naast.v.wens.indicator), waarde)

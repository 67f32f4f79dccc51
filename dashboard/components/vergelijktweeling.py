"""The buurten most like a chosen one, with the figures they are alike on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dash import html

from dashboard.components.datum import opsomming
from dashboard.components.keuzelijst import Groep, Keuzelijst, Optie, keuzelijst
from dashboard.components.tabel import Cel, Kolom, Rij, tabel
from dashboard.vergelijken.tweeling import Buur, Gelijkenissen, gelijkenissen
from wijken import opmaak
from wijken.indicator import Eenheid, Indicator
from wijken.regio import Soort

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.context import Context
    from dashboard.momentopname import Momentopname
    from dashboard.vergelijken.staat import Staat
    from wijken.bron import Werkgebied

TABEL = "tabel-tweeling"


def tweelingen(context: Context, nu: Momentopname, staat: Staat) -> list[Component]:
    """Draw the twins of the chosen buurt; nothing until one is chosen."""
    gebieden = waar_gezocht(context, staat)
    if staat.buurt is None or gebieden is None:
        return []
    return _gevonden(context, gelijkenissen(nu, staat.buurt, *gebieden), gebieden[1])


def waar_gezocht(context: Context, staat: Staat) -> tuple[Werkgebied, Werkgebied] | None:
    """Give the area of the chosen buurt and the one to look in; None when none is chosen."""
    thuis = context.catalogus.werkgebied_van(staat.buurt.code) if staat.buurt else None
    return (thuis, _ander(context, staat, thuis)) if thuis else None


def _ander(context: Context, staat: Staat, thuis: Werkgebied) -> Werkgebied:
    """Give the area to look in: the other side's, else any other of ours."""
    alle = [z.gebied for z in staat.zijden.beide if not z.buiten]
    alle += context.catalogus.werkgebieden.values()
    return next((g for g in alle if g.slug != thuis.slug), thuis)


def buurtkeuze(
    context: Context,
    nu: Momentopname,
    staat: Staat,
    id: str,  # noqa: A002
) -> Keuzelijst:
    """Make the list of buurten to look from."""
    zin = context.teksten.zin
    geen = zin("vergelijken.tweeling_geen_keuze")
    groepen = [Groep(geen, (Optie(geen, staat.adres(buurt=None)),))]
    for gebied in context.catalogus.werkgebieden.values():
        opties = tuple(
            Optie(r.naam, staat.adres(buurt=r.code.code))
            for r in nu.nieuwste_regios(gebied, Soort.BUURT)
        )
        groepen.append(Groep(zin("vergelijken.groep_buurten", plaats=gebied.plaats), opties))
    return keuzelijst(zin("vergelijken.tweeling_keuze"), groepen, staat.adres(), id)


def _gevonden(context: Context, gevonden: Gelijkenissen, ander: Werkgebied) -> list[Component]:
    zin = context.teksten.zin
    if gevonden.eigen is None:
        return [html.P(zin("vergelijken.tweeling_weinig", naam=gevonden.buurt.naam))]
    namen = [i.kort for i in gevonden.indicatoren]
    uitleg = zin(
        "vergelijken.tweeling_op",
        aantal=len(namen),
        jaar=gevonden.regel.periode,
        namen=opsomming(context.teksten, namen),
        totaal=opmaak.getal(gevonden.aantal),
        minstens=gevonden.regel.minstens,
    )
    kopjes = {"ander": zin("vergelijken.tweeling_ander", plaats=ander.plaats_in_zin)}
    geen = [] if gevonden.land else [html.P(zin("vergelijken.tweeling_geen_land"))]
    return [
        _tabel(context, gevonden, kopjes["ander"]),
        *geen,
        html.P(uitleg, className="klein"),
        html.P(zin("vergelijken.tweeling_grens"), className="klein"),
    ]


def _tabel(context: Context, gevonden: Gelijkenissen, in_ander: str) -> Component:
    zin = context.teksten.zin
    kolommen = [
        Kolom(str(Soort.BUURT).capitalize()),
        Kolom(zin("vergelijken.tweeling_waar")),
        *(Kolom(_kop(i), getal=True) for i in gevonden.indicatoren),
    ]
    elders = zin("vergelijken.tweeling_land")
    rijen = [
        _eigen(gevonden, zin("vergelijken.tweeling_eigen")),
        *(_rij(gevonden, buur, in_ander) for buur in gevonden.ander),
        *(_rij(gevonden, buur, f"{elders}: {buur.gemeente}") for buur in gevonden.land),
    ]
    naam = zin("vergelijken.tweeling_tabel", naam=gevonden.buurt.naam)
    return tabel(naam, kolommen, rijen, zin("vergelijken.sorteer"), TABEL)


def _kop(indicator: Indicator) -> str:
    """Name a figure with its unit, where the name does not say it."""
    korte = {Eenheid.PROCENT: "%", Eenheid.KM: "km", Eenheid.DUIZEND_EURO: "× € 1.000"}
    eenheid = korte.get(indicator.eenheid)
    return f"{indicator.kort} ({eenheid})" if eenheid else indicator.kort


def _eigen(gevonden: Gelijkenissen, waar: str) -> Rij:
    waarden = gevonden.eigen.waarden if gevonden.eigen else ()
    cellen = (Cel(gevonden.buurt.naam), Cel(waar), *_cellen(gevonden, waarden))
    return Rij(gevonden.buurt.code.code, cellen, gekozen=True)


def _rij(gevonden: Gelijkenissen, buur: Buur, waar: str) -> Rij:
    profiel = buur.tweeling.profiel
    cellen = (Cel(buur.naam), Cel(waar), *_cellen(gevonden, profiel.waarden))
    return Rij(profiel.regio.code, cellen)


def _cellen(gevonden: Gelijkenissen, waarden: tuple[float, ...]) -> list[Cel]:
    paren = zip(gevonden.indicatoren, waarden, strict=True)
    return [Cel(opmaak.cijfer(waarde, indicator), waarde) for indicator, waarde in paren]

"""What a comparison shows besides its figures, as rows: ages, the gap inside, buurten alike."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dashboard.uitvoer import Cel, Getal
from dashboard.vergelijken.kloof import verloop
from dashboard.vergelijken.leeftijd import leeftijden
from dashboard.vergelijken.rijen import herkomst
from dashboard.vergelijken.tweeling import gelijkenissen
from dashboard.vergelijken.zijde import Zijde
from wijken import opmaak

if TYPE_CHECKING:
    from dashboard.context import Context
    from dashboard.momentopname import Momentopname
    from dashboard.vergelijken.tweeling import Buur
    from dashboard.vergelijking import Vergelijking
    from wijken.bron import Werkgebied
    from wijken.indicator import Indicator
    from wijken.regio import Regio
    from wijken.waarneming import Waarneming

Rij = tuple[Cel, ...]


def leeftijdrijen(context: Context, nu: Momentopname, zijden: list[Zijde]) -> Iterator[Rij]:
    """Give the age groups of both sides, as counted."""
    beeld = leeftijden(nu, zijden)
    for kant in beeld.kanten if beeld else ():
        for groep, w in zip(beeld.groepen if beeld else (), kant.waarden, strict=True):
            plek = (kant.zijde.naam, str(kant.zijde.keuze))
            yield _rij(context, groep, plek, ("leeftijd", w.waarde), w)


def kloofrijen(context: Context, nu: Momentopname, v: Vergelijking) -> Iterator[Rij]:
    """Give the two ends of the gap inside each side, of the year shown."""
    indicator = v.wens.indicator
    for kant in v.kanten:
        gang = verloop(nu, indicator, kant)
        kloof = gang.nu if gang else None
        toon = next((p.waarneming for p in kant.gemeten), None)
        if kloof is None or toon is None:
            continue
        plek = (kant.zijde.naam, str(kant.zijde.keuze))
        for naam, waarde in (("laagste", kloof.laag), ("hoogste", kloof.hoog)):
            yield _rij(context, indicator, plek, (naam, waarde), toon)


def buurrijen(
    context: Context, nu: Momentopname, buurt: Regio, gebieden: tuple[Werkgebied, Werkgebied]
) -> Iterator[Rij]:
    """Give the figures on which buurten are alike, for the buurt and its twins."""
    gelijk = gelijkenissen(nu, buurt, *gebieden)
    for buur in (*gelijk.ander, *gelijk.land):
        yield from _buur(context, nu, buur, (gelijk.indicatoren, buurt))


def _buur(
    context: Context,
    nu: Momentopname,
    buur: Buur,
    waarop: tuple[tuple[Indicator, ...], Regio],
) -> Iterator[Rij]:
    indicatoren, buurt = waarop
    profiel = buur.tweeling.profiel
    plek = (f"{buur.naam} ({buur.gemeente})", profiel.regio.code)
    for indicator, waarde in zip(indicatoren, profiel.waarden, strict=True):
        # Of the same table and year as that of the buurt itself.
        eigen = nu.nieuwste_van(indicator, buurt.code)
        if eigen is not None:
            yield _rij(context, indicator, plek, ("tweeling", waarde), eigen)


def _rij(
    context: Context,
    indicator: Indicator,
    plek: tuple[str, str],
    wat: tuple[str, float | None],
    w: Waarneming,
) -> Rij:
    soort, waarde = wat
    return (
        context.catalogus.themas[indicator.thema].naam,
        indicator.naam,
        *plek,
        context.teksten.zin(f"vergelijken.uitvoer.{soort}"),
        None if waarde is None else Getal(waarde, indicator.decimalen),
        opmaak.eenheid_tekst(indicator),
        w.periode.jaar,
        w.indeling,
        "gemeten",
        "",
        *herkomst(context, indicator, w),
    )

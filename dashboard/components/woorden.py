"""Says a figure in plain words: 41 van de 1.000 inwoners, 3 van de 10 huishoudens, 0,8 km."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from wijken import opmaak
from wijken.indicator import Eenheid, Indicator
from wijken.reeks import Naad, Oorzaak, naden_van
from wijken.waarneming import Waarneming

if TYPE_CHECKING:
    from dashboard.context import Context

_KAAL = (Eenheid.PROCENT, Eenheid.PER_1000)


def onderwerp_van(context: Context, indicator: Indicator) -> str:
    """Give the name without what its unit says already: no `, per 1.000 inwoners`."""
    naam = indicator.naam
    for achtervoegsel in context.teksten.zinnen("kerncijfer.achtervoegsels"):
        naam = naam.removesuffix(achtervoegsel)
    return naam


def hoeveel(context: Context, indicator: Indicator, waarde: float) -> str:
    """Say how much, with of whom: `34 van de 100 woningen`.

    Only what counts people can be said of people: 31 crimes are not 31 of the inhabitants.
    """
    cijfer = opmaak.cijfer(waarde, indicator)
    if indicator.is_aandeel:
        return context.teksten.zin(
            "kerncijfer.van_de_100", cijfer=cijfer, van_wie=indicator.van_wie
        )
    if indicator.eenheid is Eenheid.PER_1000:
        vorm = "van_de_1000" if _telt_mensen(context, indicator) else "per_1000"
        return context.teksten.zin(f"kerncijfer.{vorm}", cijfer=cijfer)
    return opmaak.met_eenheid(waarde, indicator)


def ook(indicator: Indicator, waarde: float) -> str:
    """Say how much once it has been said of whom: the bare number, or with a short unit."""
    if indicator.eenheid in _KAAL:
        return opmaak.cijfer(waarde, indicator)
    return opmaak.met_eenheid(waarde, indicator)


def in_gewone_taal(context: Context, indicator: Indicator, waarde: float) -> str:
    """Say a share as people do; empty where the large number with its unit says it all."""
    if indicator.is_aandeel:
        return opmaak.van_de_tien(waarde, indicator.van_wie)
    if indicator.eenheid is Eenheid.PER_1000:
        return hoeveel(context, indicator, waarde)
    return ""


def met_breuken(
    context: Context, reeks: Sequence[Sequence[Waarneming]], delen: Sequence[str]
) -> str:
    """Join the words of the parts of a series; between two stands why the line stops there."""
    tekst = delen[0]
    for (een, ander), woorden in zip(pairwise(reeks), delen[1:], strict=True):
        tekst += f" {_breuk(context, een[-1], ander[0])} {woorden}"
    return tekst


def _breuk(context: Context, een: Waarneming, ander: Waarneming) -> str:
    breuken = context.catalogus.breuken(context.catalogus.indicator(een.indicator))
    gebied = context.catalogus.werkgebied_van(een.regio)
    with context.reader.momentopname() as nu:
        gebied = nu.met_bewijs(gebied) if gebied else None
    naden = naden_van(gebied, een, ander, breuken) or (Naad(Oorzaak.GEBIED),)
    woorden = [
        context.teksten.zin(f"kerncijfer.breuken.{naad.oorzaak}", reden=naad.reden)
        for naad in naden
    ]
    return f"({'; '.join(woorden)})"


def _telt_mensen(context: Context, indicator: Indicator) -> bool:
    if indicator.formule is None:
        return False
    alle = context.catalogus.indicatoren
    return all(alle[deel].eenheid is Eenheid.PERSONEN for deel in indicator.formule.teller)

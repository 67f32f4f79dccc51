"""Knows where a small difference on a map ends: one limit for both areas and all years."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from statistics import median
from typing import TYPE_CHECKING

from dashboard.components.kaart.klassewoorden import afstand
from dashboard.components.kaart.referentie import referentie
from dashboard.components.kaart.uitgaven import Waar
from wijken.klassen import Klassen, leesbaar
from wijken.reeks import naden_van
from wijken.verschil import Verschil, verschil
from wijken.waarneming import Waarneming

if TYPE_CHECKING:
    from dashboard.gegevens import Uitgave
    from dashboard.momentopname import Momentopname
    from wijken.indicator import Indicator
    from wijken.regio import Soort

Paar = tuple[Waarneming, Waarneming]


def veranderingsgrens(nu: Momentopname, indicator: Indicator, niveau: Soort) -> float | None:
    """Give the middle of all clear changes between any two years; None when there are none."""
    return nu.onthoud(
        ("veranderingsgrens", indicator.id, niveau),
        lambda: _grens(indicator, _veranderingen(nu, indicator, niveau)),
    )


def afwijkingsgrens(nu: Momentopname, indicator: Indicator, niveau: Soort) -> float | None:
    """Give the middle of all clear distances to the country, each in its own year."""
    return nu.onthoud(
        ("afwijkingsgrens", indicator.id, niveau),
        lambda: _grens(indicator, _afwijkingen(nu, indicator, niveau)),
    )


def _grens(indicator: Indicator, paren: Iterable[Paar]) -> float | None:
    """Give a round limit above the smallest clear difference."""
    afstanden = sorted(
        abs(afstand(een.waarde, ander.waarde, indicator))
        for een, ander in paren
        if een.waarde is not None
        and ander.waarde is not None
        and verschil(indicator, een, ander) is Verschil.DUIDELIJK
    )
    return grens_van(afstanden, 10.0**-indicator.decimalen)


def grens_van(afstanden: Sequence[float], fijnste: float) -> float | None:
    """Give a number that reads well, near the middle and above the smallest of the distances."""
    if not afstanden or afstanden[-1] == afstanden[0]:
        return None
    laagste, hoogste = afstanden[0], afstanden[-1]
    rond = leesbaar(Klassen((median(afstanden),)), fijnste, (0.0, hoogste)).grenzen
    if rond and rond[0] > laagste:
        return rond[0]
    return math.floor(laagste / fijnste + 1 + 1e-9) * fijnste


def _werkgebieden(nu: Momentopname, niveau: Soort) -> Iterator[Waar]:
    for gebied in nu.catalogus.werkgebieden.values():
        yield Waar(nu, gebied, niveau)


def _cijfers(waar: Waar, indicator: Indicator, uitgave: Uitgave) -> tuple[Waarneming, ...]:
    return waar.nu.waarnemingen(indicator, waar.gebied, waar.niveau, uitgave)


def _veranderingen(nu: Momentopname, indicator: Indicator, niveau: Soort) -> Iterator[Paar]:
    breuken = nu.catalogus.breuken(indicator)
    for waar in _werkgebieden(nu, niveau):
        gemeten = [u for u in waar.alle(indicator) if u.gemeten]
        for een, ander in combinations(gemeten, 2):
            if een.periode == ander.periode or not waar.zelfde(een.indeling, ander.indeling):
                continue
            vroeger = {w.regio: w for w in _cijfers(waar, indicator, ander)}
            for gezien in _cijfers(waar, indicator, een):
                toen = vroeger.get(gezien.regio)
                if toen is not None and not naden_van(waar.gebied, toen, gezien, breuken):
                    yield gezien, toen


def _afwijkingen(nu: Momentopname, indicator: Indicator, niveau: Soort) -> Iterator[Paar]:
    for waar in _werkgebieden(nu, niveau):
        for uitgave in (u for u in waar.alle(indicator) if u.gemeten):
            gevonden = referentie(nu, indicator, uitgave)
            if gevonden is not None:
                for gezien in _cijfers(waar, indicator, uitgave):
                    yield gezien, gevonden.waarde

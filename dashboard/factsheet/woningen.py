"""The homes of an area in a few lines: how many, whose, how old, with which label, how dear."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from dashboard.factsheet.cijferblok import bronregel_tekst, merken_van
from dashboard.factsheet.inhoud import RegelInhoud
from wijken import opmaak

if TYPE_CHECKING:
    from dashboard.context import Context
    from dashboard.factsheet.cijfers import Kerncijfer
    from dashboard.factsheet.model import Blad


def woningen_van(context: Context, blad: Blad) -> tuple[RegelInhoud, ...]:
    """Give the lines in the order of the texts; of two with one name the newest figure."""
    namen: dict[str, str] = context.teksten["factsheet"]["woningen"]
    blokken = (*blad.blokken, *blad.bijlage)
    alle = chain(blad.omvang, *(blok.cijfers for blok in blokken))
    gevonden = {c.indicator.id: c for c in alle if c.indicator.id in namen}
    per_naam: dict[str, Kerncijfer] = {}
    for sleutel in (s for s in namen if s in gevonden):
        cijfer, vorige = gevonden[sleutel], per_naam.get(namen[sleutel])
        if vorige is None or cijfer.waarneming.periode > vorige.waarneming.periode:
            per_naam[namen[sleutel]] = cijfer
    return tuple(_regel(context, naam, cijfer) for naam, cijfer in per_naam.items())


def _regel(context: Context, naam: str, cijfer: Kerncijfer) -> RegelInhoud:
    indicator, w = cijfer.indicator, cijfer.waarneming
    return RegelInhoud(
        sleutel=indicator.id,
        naam=naam,
        getal=opmaak.met_eenheid(w.waarde or 0.0, indicator),
        jaar=str(w.periode),
        merken=merken_van(context, cijfer),
        noot=bronregel_tekst(context, w),
        waarneming=w,
    )

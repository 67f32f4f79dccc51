"""Where a series is broken, and why: another place, another source, measured otherwise."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from wijken.bron import Breuk, Werkgebied
from wijken.vergelijking import zelfde_gebied
from wijken.waarneming import Waarneming

Delen = tuple[tuple[Waarneming, ...], ...]


class Oorzaak(StrEnum):
    """Why no line joins two figures."""

    GEBIED = "gebied"
    BRON = "bron"
    METING = "meting"


@dataclass(frozen=True)
class Naad:
    """One reason why a series is broken; `reden` tells what the source changed, "" for others."""

    oorzaak: Oorzaak
    reden: str = ""


def naden(
    een: Waarneming, ander: Waarneming, breuken: Sequence[Breuk], *, zelfde_plek: bool
) -> tuple[Naad, ...]:
    """Give every reason why two figures of one code are not one series; empty when they are.

    Args:
        een: the earlier figure.
        ander: the later one.
        breuken: years from which this figure is measured in another way.
        zelfde_plek: whether the code is proven to be one place in both divisions.
    """
    gevonden = [] if zelfde_plek else [Naad(Oorzaak.GEBIED)]
    if een.herkomst.bron != ander.herkomst.bron:
        return (*gevonden, Naad(Oorzaak.BRON))
    jaren = een.periode.jaar, ander.periode.jaar
    gevonden += [Naad(Oorzaak.METING, b.reden) for b in breuken if b.tussen(*jaren)]
    return tuple(gevonden)


def naden_van(
    gebied: Werkgebied | None, een: Waarneming, ander: Waarneming, breuken: Sequence[Breuk]
) -> tuple[Naad, ...]:
    """Give the reasons between two figures of an area of a werkgebied (None: outside ours)."""
    zelfde = een.indeling == ander.indeling or (
        gebied is not None and zelfde_gebied(gebied, een.regio, een.indeling, ander.indeling)
    )
    return naden(een, ander, breuken, zelfde_plek=zelfde)


def knip(reeks: Sequence[Waarneming], is_naad: Callable[[Waarneming, Waarneming], bool]) -> Delen:
    """Cut measured figures in order of time into parts that are one series."""
    gemeten = [w for w in reeks if w.waarde is not None]
    if not gemeten:
        return ()
    delen = [[gemeten[0]]]
    for een, ander in pairwise(gemeten):
        if is_naad(een, ander):
            delen.append([ander])
        else:
            delen[-1].append(ander)
    return tuple(tuple(deel) for deel in delen)

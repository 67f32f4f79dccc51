"""What a figure is held against: gemeente, Nederland, middle gemeenten, corporatiebuurten."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from dashboard.vergelijking import Kant, Vergelijking, van_periode
from wijken import opmaak
from wijken.indicator import Optelling
from wijken.vergelijkregels import load_regels

if TYPE_CHECKING:
    from dashboard.momentopname import Momentopname
    from wijken.waarneming import Waarneming


class Soort(StrEnum):
    """The kinds of benchmark, nearest first."""

    WIJK = "wijk"
    GEMEENTE = "gemeente"
    LAND = "land"
    MEDIAAN = "mediaan"
    GELIJK = "gelijk"
    CORPORATIE = "corporatie"


@dataclass(frozen=True)
class Ijkpunt:
    """A benchmark of the year shown.

    Attributes:
        naam: which gemeente, or which class of urbanity.
        aantal: of how many it is the median; 0 for one area.
    """

    soort: Soort
    naam: str
    waarde: float
    aantal: int = 0


def ijkpunten(nu: Momentopname, v: Vergelijking) -> tuple[Ijkpunt, ...]:
    """Give every benchmark there is for the year shown; none for counts, which are no rates."""
    if v.wens.indicator.optelling is Optelling.SOM:
        return ()
    punten: dict[tuple[Soort, str], Ijkpunt] = {}
    for punt in (
        *_wijken(nu, v),
        *_gemeenten(nu, v),
        *_landelijk(v),
        *_gelijk(nu, v),
        *_corporatie(nu, v),
    ):
        punten.setdefault((punt.soort, punt.naam), punt)
    return tuple(punten.values())


def stedelijkheid(nu: Momentopname, kant: Kant) -> Waarneming | None:
    """Give how urban the gemeente of a side is, newest first."""
    maat = nu.catalogus.indicatoren.get(load_regels().stedelijkheid)
    return nu.nieuwste_van(maat, kant.gebied.codes[0]) if maat else None


def _wijken(nu: Momentopname, v: Vergelijking) -> Iterator[Ijkpunt]:
    """Give the wijk around a single buurt."""
    for kant in v.kanten:
        toon, delen = _toon(kant), kant.zijde.delen
        wijk = delen[0].code.wijk if len(delen) == 1 else None
        if toon is None or wijk is None or wijk == delen[0].code:
            continue
        w = van_periode(nu, v.wens.indicator, wijk, toon.periode)
        regio = nu.regio(wijk, toon.indeling) or nu.regio(wijk)
        if w is not None and w.waarde is not None and regio is not None:
            yield Ijkpunt(Soort.WIJK, regio.naam, w.waarde)


def _gemeenten(nu: Momentopname, v: Vergelijking) -> Iterator[Ijkpunt]:
    """Give the gemeente around a part; a whole is its gemeente already."""
    for kant in v.kanten:
        toon = _toon(kant)
        if kant.zijde.is_geheel or toon is None:
            continue
        w = van_periode(nu, v.wens.indicator, kant.gebied.codes[0], toon.periode)
        if w is not None and w.waarde is not None:
            yield Ijkpunt(Soort.GEMEENTE, kant.gebied.plaats, w.waarde)


def _landelijk(v: Vergelijking) -> Iterator[Ijkpunt]:
    if v.land is not None and v.land.waarde is not None:
        yield Ijkpunt(Soort.LAND, "", v.land.waarde)
    if v.middelste is not None:
        yield Ijkpunt(Soort.MEDIAAN, "", v.middelste.waarde, v.middelste.aantal)


def _gelijk(nu: Momentopname, v: Vergelijking) -> Iterator[Ijkpunt]:
    """Give the median of gemeenten that are as urban in the same year, for each side's class."""
    regels, indicator = load_regels(), v.wens.indicator
    maat = nu.catalogus.indicatoren.get(regels.stedelijkheid)
    if maat is None or indicator.id == maat.id:
        return
    for kant in v.kanten:
        toon = _toon(kant)
        if toon is None:
            continue
        wanneer = (toon.periode, toon.indeling)
        klasse = nu.landelijk.gemeenten(maat, *wanneer).get(kant.gebied.codes[0].code)
        if klasse is None:
            continue
        midden = nu.landelijk.mediaan_van_klasse(indicator, maat, klasse, wanneer)
        if midden is not None and midden.aantal >= regels.gelijke_gemeenten:
            naam = opmaak.cijfer(klasse, maat)
            yield Ijkpunt(Soort.GELIJK, naam, midden.waarde, midden.aantal)


def _corporatie(nu: Momentopname, v: Vergelijking) -> Iterator[Ijkpunt]:
    toon = next((w for w in map(_toon, v.kanten) if w is not None), None)
    if toon is None:
        return
    wanneer, regel = (toon.periode, toon.indeling), load_regels().corporatiebuurten
    midden = nu.landelijk.corporatiebuurten(v.wens.indicator, regel, wanneer)
    if midden is not None:
        yield Ijkpunt(Soort.CORPORATIE, "", midden.waarde, midden.aantal)


def _toon(kant: Kant) -> Waarneming | None:
    """Give a figure of the year shown: the whole's, or else a dot's."""
    alle = kant.gemeenten + kant.gemeten
    return next((p.waarneming for p in alle if p.waarneming.waarde is not None), None)

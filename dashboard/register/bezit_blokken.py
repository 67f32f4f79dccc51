"""Puts areas with few own homes together, so that no area of one to nine can be worked out.

Every number shown is the sum of whole blocks of one partition. A block that hides a small buurt
holds at least two buurten with homes and at least ten homes; so a home may be moved within it
without any shown number changing, and no subtraction tells the small one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dashboard.register.bezit import DREMPEL
from wijken.regio import Regiocode


@dataclass(frozen=True)
class Blok:
    """Buurten that are counted together; one on its own is simply shown."""

    buurten: tuple[Regiocode, ...]
    aantal: int


@dataclass(frozen=True)
class Eenheid:
    """A wijk, or wijken that are counted together, with the blocks it is made of."""

    wijken: tuple[Regiocode, ...]
    blokken: tuple[Blok, ...]

    @property
    def aantal(self) -> int:
        """The homes together, at least ten."""
        return sum(blok.aantal for blok in self.blokken)


def eenheden(per_buurt: Mapping[Regiocode, int]) -> tuple[Eenheid, ...]:
    """Divide the buurten with homes into units and blocks; () when there are too few homes.

    What goes with a small area is the next one by code, not the smallest: a choice by size would
    tell something about the size.

    Args:
        per_buurt: own homes of each buurt; zero counts as absent.
    """
    tel = {code: aantal for code, aantal in sorted(per_buurt.items()) if aantal > 0}
    if sum(tel.values()) < DREMPEL:
        return ()
    per_wijk: dict[Regiocode, list[Regiocode]] = defaultdict(list)
    for code in tel:
        per_wijk[code.wijk or code].append(code)
    gedeeld = {w: _blokken(buurten, tel) for w, buurten in per_wijk.items()}
    los = {w: blokken for w, blokken in gedeeld.items() if blokken}
    klein = [w for w, blokken in gedeeld.items() if not blokken]
    if not klein:
        return tuple(Eenheid((w,), blokken) for w, blokken in los.items())
    return _voeg_samen(klein, los, per_wijk, tel)


def _blokken(buurten: Sequence[Regiocode], tel: Mapping[Regiocode, int]) -> tuple[Blok, ...]:
    """Divide the buurten of one wijk; () when it cannot be shown on its own."""
    samen = [b for b in buurten if tel[b] < DREMPEL]
    andere = [b for b in buurten if b not in samen]
    vol = bool(andere) and _is_vol([tel[b] for b in samen])
    if samen and (vol or not _is_veilig(samen, tel)):
        if not andere:
            return ()
        samen = sorted([*samen, _volgende(samen[-1], andere)])
    alleen = [(b,) for b in buurten if b not in samen]
    groepen = sorted([*alleen, tuple(samen)] if samen else alleen)
    return tuple(Blok(groep, sum(tel[b] for b in groep)) for groep in groepen)


def _is_veilig(samen: Sequence[Regiocode], tel: Mapping[Regiocode, int]) -> bool:
    """Tell whether areas may be counted together; as many homes as areas is one home each."""
    return len(samen) > 1 and sum(tel[b] for b in samen) >= max(DREMPEL, len(samen) + 1)


def _is_vol(aantallen: Sequence[int]) -> bool:
    """Tell whether small areas are nine each, which their sum tells who knows that all are small.

    Areas with another one between them, shown on its own, are together only when all are small.
    """
    return sum(aantallen) == len(aantallen) * (DREMPEL - 1)


def _volgende(na: Regiocode, kandidaten: Sequence[Regiocode]) -> Regiocode:
    """Give the first that comes after an area by code, round and round."""
    return next((k for k in kandidaten if k > na), kandidaten[0])


def _voeg_samen(
    klein: Sequence[Regiocode],
    los: Mapping[Regiocode, tuple[Blok, ...]],
    per_wijk: Mapping[Regiocode, list[Regiocode]],
    tel: Mapping[Regiocode, int],
) -> tuple[Eenheid, ...]:
    """Put the small wijken together, with a large one where they are too few themselves."""
    kern = sorted(b for w in klein for b in per_wijk[w])
    wijken = list(klein)
    rest: tuple[Blok, ...] = ()
    vol = bool(los) and _is_vol([sum(tel[b] for b in per_wijk[w]) for w in klein])
    if vol or not (len(klein) > 1 and _is_veilig(kern, tel)):
        if not los:
            return ()
        erbij = _volgende(klein[-1], list(los))
        wijken.append(erbij)
        rest = los[erbij]
        # Who knows that one has ten homes may not be left with one home for each of the others.
        kern, rest = sorted([*kern, *rest[0].buurten]), rest[1:]
        while rest and sum(tel[b] for b in kern) < DREMPEL + len(kern):
            kern, rest = sorted([*kern, *rest[0].buurten]), rest[1:]
    blok = Blok(tuple(kern), sum(tel[b] for b in kern))
    samen = Eenheid(tuple(sorted(wijken)), tuple(sorted((blok, *rest), key=lambda b: b.buurten)))
    alleen = [Eenheid((w,), blokken) for w, blokken in los.items() if w not in wijken]
    return tuple(sorted([*alleen, samen], key=lambda e: e.wijken))

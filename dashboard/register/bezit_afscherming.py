"""What of the own homes may be seen: totals, areas and kinds, none below ten nor to be derived."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.register.bezit import DIMENSIES, DREMPEL, Bezitregel
from dashboard.register.bezit_blokken import Eenheid, eenheden
from dashboard.register.bezit_kruistabel import verberg
from wijken.regio import Regiocode


@dataclass(frozen=True)
class Uitsplitsing:
    """The homes by one dimension.

    Attributes:
        groepen: values that are counted together, in the order of `DIMENSIES`.
        totalen: of all areas, for each group; at least ten.
        cellen: for each unit and each group; None is hidden; () when it is not shown by area.
    """

    dimensie: str
    groepen: tuple[tuple[str, ...], ...]
    totalen: tuple[int, ...]
    cellen: tuple[tuple[int | None, ...], ...] = ()


@dataclass(frozen=True)
class Getoond:
    """Everything that pages and downloads may show; they never see the rows themselves.

    Attributes:
        totaal: None when there are fewer than ten homes in all.
        eenheden: wijken (or wijken together) with the blocks of buurten they are made of.
    """

    totaal: int | None
    eenheden: tuple[Eenheid, ...]
    uitsplitsingen: tuple[Uitsplitsing, ...]

    @property
    def per_buurt(self) -> dict[Regiocode, int]:
        """The buurten with a number of their own, and that number."""
        alle = (blok for eenheid in self.eenheden for blok in eenheid.blokken)
        return {blok.buurten[0]: blok.aantal for blok in alle if len(blok.buurten) == 1}

    @property
    def verborgen(self) -> int:
        """How many homes stand in buurten without a number of their own."""
        return (self.totaal or 0) - sum(self.per_buurt.values())


def scherm_af(regels: Sequence[Bezitregel]) -> Getoond:
    """Give what may be seen of the own homes of one corporation.

    Buurten are shown by number only, never by kind; kinds only for all areas together and for
    units. These tables share nothing but the totals of the units, which are shown, so that putting
    them next to each other tells no more than each of them alone.
    """
    per_buurt: Counter[Regiocode] = Counter()
    for regel in regels:
        per_buurt[regel.buurt] += regel.aantal
    delen = eenheden(per_buurt)
    if not delen:
        return Getoond(None, (), ())
    gevonden = (_uitsplitsing(naam, regels, delen) for naam in DIMENSIES)
    return Getoond(
        sum(deel.aantal for deel in delen), delen, tuple(u for u in gevonden if u is not None)
    )


def _uitsplitsing(
    naam: str, regels: Sequence[Bezitregel], delen: Sequence[Eenheid]
) -> Uitsplitsing | None:
    """Divide by one dimension; None when that leaves nothing apart."""
    per_waarde: Counter[str] = Counter()
    for regel in regels:
        per_waarde[regel.waarde(naam)] += regel.aantal
    groepen = groepeer(naam, per_waarde)
    if len(groepen) < 2 and not (groepen and groepen[0] != ("",) and len(groepen[0]) == 1):  # noqa: PLR2004
        return None
    tabel = _tabel(naam, regels, delen, groepen)
    totalen = tuple(sum(rij[k] for rij in tabel) for k in range(len(groepen)))
    dicht = verberg(tabel) if len(delen) > 1 else None
    if dicht is None:
        return Uitsplitsing(naam, groepen, totalen)
    cellen = tuple(
        tuple(None if (r, k) in dicht else aantal for k, aantal in enumerate(rij))
        for r, rij in enumerate(tabel)
    )
    return Uitsplitsing(naam, groepen, totalen, cellen)


def groepeer(naam: str, per_waarde: Counter[str]) -> tuple[tuple[str, ...], ...]:
    """Put neighbouring values together until every group has ten homes or more.

    A small value goes with the next one, the last with the one before it.
    """
    groepen: list[list[str]] = []
    open_ = False
    for waarde in (w for w in DIMENSIES[naam] if per_waarde[w]):
        if open_:
            groepen[-1].append(waarde)
        else:
            groepen.append([waarde])
        open_ = sum(per_waarde[w] for w in groepen[-1]) < DREMPEL
    if open_ and len(groepen) > 1:
        laatste = groepen.pop()
        groepen[-1] += laatste
    return tuple(tuple(groep) for groep in groepen)


def _tabel(
    naam: str,
    regels: Sequence[Bezitregel],
    delen: Sequence[Eenheid],
    groepen: Sequence[tuple[str, ...]],
) -> list[list[int]]:
    rij_van = {wijk: r for r, deel in enumerate(delen) for wijk in deel.wijken}
    kolom_van = {waarde: k for k, groep in enumerate(groepen) for waarde in groep}
    tabel = [[0] * len(groepen) for _ in delen]
    for regel in regels:
        rij = rij_van[regel.buurt.wijk or regel.buurt]
        tabel[rij][kolom_van[regel.waarde(naam)]] += regel.aantal
    return tabel

"""The gap inside an area: how far its low and high buurten are apart, and whether it grew."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from dashboard.vergelijken.zijde import Past, Zijde
from wijken import opmaak
from wijken.gelijkenis import kwantiel
from wijken.indicator import Cijfersoort, Eenheid, Indicator
from wijken.periode import Periode
from wijken.regio import Regiocode, Soort
from wijken.vergelijking import zelfde_gebied
from wijken.vergelijkregels import load_regels

if TYPE_CHECKING:
    from dashboard.gegevens import Uitgave
    from dashboard.momentopname import Momentopname
    from dashboard.vergelijking import Kant


class Gang(StrEnum):
    """What may be said of a gap over the years."""

    GROTER = "groter"
    KLEINER = "kleiner"
    GELIJK = "gelijk"
    EEN_JAAR = "een_jaar"
    GEWIJZIGD = "gewijzigd"
    WEINIG = "weinig"


@dataclass(frozen=True)
class Kloof:
    """The gap in one year.

    Attributes:
        laag: no more than this in the lowest part of the buurten.
        hoog: at least this in the highest part.
        aantal: of how many areas.
    """

    periode: Periode
    niveau: Soort
    laag: float
    hoog: float
    aantal: int

    @property
    def breed(self) -> float:
        """How far they are apart."""
        return self.hoog - self.laag


@dataclass(frozen=True)
class Verloop:
    """The gap now and, where that may be said, what became of it.

    Attributes:
        nu: None with too few areas.
        toen: of the same areas in the earliest year that may be compared.
        nu_zelfde: the gap now over just those areas, for an honest difference.
    """

    nu: Kloof | None
    gang: Gang
    toen: Kloof | None = None
    nu_zelfde: Kloof | None = None


def verloop(nu: Momentopname, indicator: Indicator, kant: Kant) -> Verloop | None:
    """Give the gap of a side and its course; None where gaps say nothing: classes, no dots."""
    if indicator.eenheid is Eenheid.KLASSE or kant.uitgave is None or not kant.plekken:
        return None
    niveau = kant.plekken[0].waarneming.regio.soort
    waarden = _waarden(nu, indicator, (kant.zijde, niveau), kant.uitgave)
    eigen = _kloof(niveau, kant.uitgave, list(waarden.values()))
    if eigen is None:
        return Verloop(None, Gang.WEINIG)
    return _gang(nu, indicator, (kant, niveau), (eigen, waarden))


def _gang(
    nu: Momentopname,
    indicator: Indicator,
    plaats: tuple[Kant, Soort],
    huidig: tuple[Kloof, Mapping[Regiocode, float]],
) -> Verloop:
    (kant, niveau), (eigen, waarden) = plaats, huidig
    gebied, uitgave = kant.gebied, kant.uitgave
    alle = nu.uitgaven(indicator, gebied.codes + gebied.voorgangers, niveau)
    ouder = [u for u in alle if u.gemeten and uitgave and u.periode < uitgave.periode]
    if not ouder:
        return Verloop(eigen, Gang.EEN_JAAR)
    for vroeger in reversed(ouder):
        toen = _waarden(nu, indicator, (kant.zijde, niveau), vroeger)
        samen = [
            code
            for code in waarden
            if code in toen and zelfde_gebied(gebied, code, vroeger.indeling, _indeling(kant))
        ]
        oud = _kloof(niveau, vroeger, [toen[code] for code in samen])
        nieuw = _kloof(niveau, uitgave or vroeger, [waarden[code] for code in samen])
        if oud is not None and nieuw is not None:
            return Verloop(eigen, _uitkomst(indicator, oud, nieuw), oud, nieuw)
    return Verloop(eigen, Gang.GEWIJZIGD)


def _indeling(kant: Kant) -> int:
    return kant.uitgave.indeling if kant.uitgave else 0


def _uitkomst(indicator: Indicator, oud: Kloof, nieuw: Kloof) -> Gang:
    groei = nieuw.breed - oud.breed
    # Both ends of both gaps are rounded, so a gap may be off by one step of the last decimal.
    drempel = 10.0**-indicator.decimalen
    if indicator.soort is Cijfersoort.MODEL and indicator.eenheid is Eenheid.PROCENT:
        drempel = load_regels().schatting_punten
    if abs(opmaak.afronden(groei, 6)) <= drempel:
        return Gang.GELIJK
    return Gang.GROTER if groei > 0 else Gang.KLEINER


def _waarden(
    nu: Momentopname, indicator: Indicator, plaats: tuple[Zijde, Soort], uitgave: Uitgave
) -> dict[Regiocode, float]:
    """Give the certain figures of the areas of a side."""
    zijde, niveau = plaats
    if zijde.past(nu, uitgave.indeling) is Past.NIET:
        return {}
    return {
        w.regio: w.waarde
        for w in nu.waarnemingen(indicator, zijde.gebied, niveau, uitgave)
        if w.waarde is not None and not w.onzeker and zijde.bevat(w.regio)
    }


def _kloof(niveau: Soort, uitgave: Uitgave, waarden: list[float]) -> Kloof | None:
    regel = load_regels().kloof
    if len(waarden) < regel.minstens:
        return None
    reeks = sorted(waarden)
    laag, hoog = kwantiel(reeks, regel.laag), kwantiel(reeks, regel.hoog)
    return Kloof(uitgave.periode, niveau, laag, hoog, len(reeks))

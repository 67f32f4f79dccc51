"""Makes one figure of the figures of several areas where that is honest, else says why not."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from wijken.indicator import Formule, Indicator, Optelling
from wijken.regio import Regiocode
from wijken.waarneming import Status, Waarneming

Cijfers = Mapping[Regiocode, Waarneming]
# Worse first: what an answer about several areas is called when one of them has no figure.
_ERNST = (
    Status.NIET_GELEVERD,
    Status.NIET_IN_KOPIE,
    Status.GEHEIM,
    Status.NVT,
    Status.ONBEKEND,
    Status.GEMETEN,
)


class Weigering(StrEnum):
    """Why figures of several areas do not make one."""

    NIET_OPTELBAAR = "niet_optelbaar"
    ONTBREEKT = "ontbreekt"
    GEEN_GEWICHT = "geen_gewicht"
    NOEMER_NUL = "noemer_nul"


@dataclass(frozen=True)
class Samen:
    """One figure for several areas, or the reason there is none.

    Attributes:
        waarde: the figure, None when refused.
        weigering: why there is none; None when there is one.
        status: the worst status among the figures that were missing.
        delen: how many areas it is made of.
        ontbreekt: how many of them have no figure.
    """

    waarde: float | None
    weigering: Weigering | None
    status: Status
    delen: int
    ontbreekt: int = 0


def samenvoegen(
    indicator: Indicator, codes: Sequence[Regiocode], lees: Callable[[str], Cijfers]
) -> Samen:
    """Make one figure of the figures of areas that do not overlap.

    Counts add; shares by formula are made again of their counts; means are weighted with what the
    catalogue names. Medians, distances and modelled figures are refused (house rule).

    Args:
        indicator: what to add up.
        codes: the areas, all of one division and without overlap.
        lees: gives the figures of an indicator id for these areas, one period and division.
    """
    if indicator.optelling is Optelling.SOM:
        return _som(codes, lees(indicator.id))
    if indicator.optelling is Optelling.GEWOGEN and indicator.gewogen_met:
        return _gewogen(codes, lees(indicator.id), lees(indicator.gewogen_met))
    if indicator.optelling is Optelling.FORMULE and indicator.formule:
        return _formule(indicator.formule, codes, lees)
    return Samen(None, Weigering.NIET_OPTELBAAR, Status.ONBEKEND, len(codes))


def _som(codes: Sequence[Regiocode], cijfers: Cijfers) -> Samen:
    tekort = _tekort(codes, cijfers)
    if tekort:
        return _onvolledig(codes, tekort)
    som = sum(cijfers[code].waarde or 0.0 for code in codes)
    return Samen(som, None, Status.GEMETEN, len(codes))


def _gewogen(codes: Sequence[Regiocode], cijfers: Cijfers, gewichten: Cijfers) -> Samen:
    # An area that weighs nothing (no homes) may lack the figure without harm.
    tellend = [c for c in codes if c not in gewichten or gewichten[c].waarde != 0]
    tekort = _tekort(tellend, cijfers)
    if tekort:
        return _onvolledig(codes, tekort)
    if _tekort(tellend, gewichten):
        return Samen(None, Weigering.GEEN_GEWICHT, Status.ONBEKEND, len(codes))
    paren = [(cijfers[c].waarde or 0.0, gewichten[c].waarde or 0.0) for c in tellend]
    totaal = sum(gewicht for _, gewicht in paren)
    if totaal == 0:
        return Samen(None, Weigering.NOEMER_NUL, Status.NVT, len(codes))
    waarde = sum(waarde * gewicht for waarde, gewicht in paren) / totaal
    return Samen(waarde, None, Status.GEMETEN, len(codes))


def _formule(formule: Formule, codes: Sequence[Regiocode], lees: Callable[[str], Cijfers]) -> Samen:
    delen = {deel: _som(codes, lees(deel)) for deel in formule.delen}
    for samen in delen.values():
        if samen.waarde is None:
            return samen
    tel = {deel: samen.waarde or 0.0 for deel, samen in delen.items()}
    noemer = sum(tel[deel] for deel in formule.noemer)
    if noemer == 0:
        return Samen(None, Weigering.NOEMER_NUL, Status.NVT, len(codes))
    teller = sum(tel[deel] for deel in formule.teller) - sum(tel[deel] for deel in formule.min)
    return Samen(formule.factor * teller / noemer, None, Status.GEMETEN, len(codes))


def _tekort(codes: Sequence[Regiocode], cijfers: Cijfers) -> list[Status]:
    return [
        cijfers[code].status if code in cijfers else Status.NIET_IN_KOPIE
        for code in codes
        if code not in cijfers or cijfers[code].waarde is None
    ]


def _onvolledig(codes: Sequence[Regiocode], tekort: list[Status]) -> Samen:
    ergste = min(tekort, key=_ERNST.index)
    return Samen(None, Weigering.ONTBREEKT, ergste, len(codes), len(tekort))

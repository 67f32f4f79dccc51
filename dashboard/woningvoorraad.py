"""The homes of an area: how many, and of which type, owner, building period and energy label."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dashboard.factsheet.cijfers import hier
from wijken.indicator import Indicator
from wijken.periode import Periode
from wijken.regio import Regio
from wijken.vergelijking import zelfde_plek
from wijken.voorraadregels import Groepregel, Voorraadregels, Vorm, load_voorraadregels
from wijken.waarneming import Status, Waarneming

if TYPE_CHECKING:
    from dashboard.momentopname import Momentopname
    from wijken.bron import Werkgebied

# CBS rounds each share: a sum may miss the whole by half a point for every part.
_AFRONDING = 0.5
_HONDERD = 100.0
_Cijfers = dict[str, Waarneming]


@dataclass(frozen=True)
class Deel:
    """A part of the homes. `aandeel` is of a hundred, `aantal` None when only shares are known."""

    id: str
    aandeel: float
    aantal: float | None = None


@dataclass(frozen=True)
class Lezing:
    """One way the homes of an area are made up, of one year and one source.

    Attributes:
        regio: the area the figures are of, in its newest division.
        delen: the parts in fixed order; together a hundred, but for rounding.
        bewijs: the figures it was made of.
        toen: the figures are of the area as it was drawn then.
    """

    regio: Regio
    delen: tuple[Deel, ...]
    bewijs: tuple[Waarneming, ...]
    toen: bool = False

    @property
    def periode(self) -> Periode:
        """The year of all its figures."""
        return self.bewijs[0].periode

    @property
    def onzeker(self) -> bool:
        """True when a figure in it rests on few homes."""
        return any(w.onzeker for w in self.bewijs)


@dataclass(frozen=True)
class Groep:
    """One view of the homes (`soort`, `eigendom`, `bouwperiode`, `label`).

    Attributes:
        lezingen: of the area itself: the fullest first, then what is newer; empty when none.
        status: why there is none, None when there is one.
        elders: when there is none: that of the wijk or gemeente it lies in.
        alle: every form that could be made, also those that add nothing to the fuller ones.
    """

    id: str
    lezingen: tuple[Lezing, ...]
    status: Status | None = None
    elders: Lezing | None = None
    alle: tuple[Lezing, ...] = ()


@dataclass(frozen=True)
class Kengetal:
    """A figure about all homes (`totaal`, `waarde`, `nieuw`, `onbewoond`), missing or not."""

    id: str
    indicator: Indicator
    waarneming: Waarneming | None
    toen: bool = False


@dataclass(frozen=True)
class Voorraad:
    """The homes of one area."""

    regio: Regio
    kengetallen: tuple[Kengetal, ...]
    groepen: tuple[Groep, ...]

    def groep(self, sleutel: str) -> Groep:
        """Give one view of the homes."""
        return next(groep for groep in self.groepen if groep.id == sleutel)


def voorraad_van(
    nu: Momentopname,
    gebied: Werkgebied,
    regio: Regio,
    regels: Voorraadregels | None = None,
) -> Voorraad:
    """Give what is known of the homes of an area; nothing is taken from a larger one unsaid.

    Args:
        nu: the figures.
        gebied: the werkgebied it lies in.
        regio: gemeente, wijk or buurt, in the division the answer is about.
        regels: which indicators make which part; the project's own unless given.
    """
    bekend = regels or load_voorraadregels()
    ruimer = tuple(_ruimer(nu, regio))
    groepen = tuple(_groep(nu, gebied, (regio, *ruimer), groep) for groep in bekend.groepen)
    kengetallen = (_kengetal(nu, gebied, regio, *paar) for paar in bekend.kengetallen)
    return Voorraad(regio, tuple(k for k in kengetallen if k is not None), groepen)


def _ruimer(nu: Momentopname, regio: Regio) -> Iterator[Regio]:
    for code in (regio.code.wijk, regio.code.gemeente):
        if code is not None and code != regio.code:
            groter = nu.regio(code)
            if groter is not None:
                yield groter


def _groep(
    nu: Momentopname, gebied: Werkgebied, regios: tuple[Regio, ...], regel: Groepregel
) -> Groep:
    lezingen, gezien = _lezingen(nu, gebied, regios[0], regel)
    if lezingen:
        return Groep(regel.id, _toevoegend(lezingen), alle=lezingen)
    ruimer = (_lezingen(nu, gebied, regio, regel)[0] for regio in regios[1:])
    elders = next((lijst[0] for lijst in ruimer if lijst), None)
    mist = next((w.status for w in gezien if w.waarde is None), Status.NIET_IN_KOPIE)
    return Groep(regel.id, (), mist, elders)


def _lezingen(
    nu: Momentopname, gebied: Werkgebied, regio: Regio, regel: Groepregel
) -> tuple[tuple[Lezing, ...], list[Waarneming]]:
    """Give every form that can be made, and the newest figure of each indicator met."""
    gevonden: list[Lezing] = []
    gezien: list[Waarneming] = []
    for vorm in regel.vormen:
        reeksen = {i: _reeks(nu, gebied, regio, i) for i in sorted(vorm.indicatoren)}
        gezien += [reeks[-1] for reeks in reeksen.values() if reeks]
        lezing = _nieuwste(gebied, regio, vorm, reeksen)
        if lezing:
            gevonden.append(lezing)
    return tuple(gevonden), gezien


def _toevoegend(lezingen: Sequence[Lezing]) -> tuple[Lezing, ...]:
    """Leave out forms that are no newer than a fuller one."""
    return tuple(
        lezing
        for n, lezing in enumerate(lezingen)
        if all(lezing.periode > ander.periode for ander in lezingen[:n])
    )


def gelijke_lezingen(groepen: Sequence[Groep]) -> tuple[Lezing | None, ...]:
    """Give for each area the reading to draw beside the others: the fullest that all share.

    Without a shared form each its own first; None for an area that has none.
    """
    met = [groep for groep in groepen if groep.alle]
    vormen = [{tuple(d.id for d in lezing.delen) for lezing in groep.alle} for groep in met]
    samen = set.intersection(*vormen) if vormen else set()

    def kies(groep: Groep) -> Lezing | None:
        passend = (lz for lz in groep.alle if tuple(d.id for d in lz.delen) in samen)
        return next(passend, next(iter(groep.lezingen), None))

    return tuple(kies(groep) for groep in groepen)


def _reeks(
    nu: Momentopname, gebied: Werkgebied, regio: Regio, sleutel: str
) -> tuple[Waarneming, ...]:
    indicator = nu.catalogus.indicatoren.get(sleutel)
    return hier(nu, indicator, gebied, regio) if indicator else ()


def _nieuwste(
    gebied: Werkgebied, regio: Regio, vorm: Vorm, reeksen: dict[str, tuple[Waarneming, ...]]
) -> Lezing | None:
    """Give the newest year in which a form has every figure, in one division."""
    per_keer: dict[tuple[Periode, int], _Cijfers] = {}
    for sleutel, reeks in reeksen.items():
        for w in reeks:
            if w.waarde is not None:
                per_keer.setdefault((w.periode, w.indeling), {})[sleutel] = w
    for keer in sorted(per_keer, reverse=True):
        cijfers, indeling = per_keer[keer], keer[1]
        delen = _delen(vorm, cijfers) if cijfers.keys() == reeksen.keys() else None
        if delen:
            toen = not zelfde_plek(gebied, regio.code, indeling, regio.indeling)
            return Lezing(regio, delen, tuple(cijfers.values()), toen)
    return None


def _delen(vorm: Vorm, cijfers: _Cijfers) -> tuple[Deel, ...] | None:
    """Make the parts; None when they contradict each other by more than rounding."""
    waarden = {i: w.waarde or 0.0 for i, w in cijfers.items()}
    ruw = [sum(waarden[i] for i in d.plus) - sum(waarden[i] for i in d.min) for d in vorm.delen]
    namen = [d.id for d in vorm.delen]
    speling = _AFRONDING * (len(waarden) + 1) if vorm.rest else 0.0
    if vorm.rest:
        ruw.append(_HONDERD - sum(ruw))
        namen.append(vorm.rest)
    if any(waarde < -speling for waarde in ruw):
        return None
    getallen = [max(0.0, waarde) for waarde in ruw]
    geheel = _HONDERD if vorm.rest else sum(getallen)
    if geheel == 0:
        return None
    return tuple(
        Deel(naam, _HONDERD * getal / geheel, None if vorm.rest else getal)
        for naam, getal in zip(namen, getallen, strict=True)
    )


def _kengetal(
    nu: Momentopname, gebied: Werkgebied, regio: Regio, naam: str, ids: tuple[str, ...]
) -> Kengetal | None:
    """Give the newest figure of several indicators; None when the catalogue has none of them."""
    indicatoren = [nu.catalogus.indicatoren[i] for i in ids if i in nu.catalogus.indicatoren]
    if not indicatoren:
        return None
    alle = [(i, w) for i in indicatoren for w in hier(nu, i, gebied, regio)]
    beste = max(alle, key=lambda p: (p[1].waarde is not None, p[1].periode), default=None)
    if beste is None:
        return Kengetal(naam, indicatoren[0], None)
    indicator, w = beste
    return Kengetal(
        naam, indicator, w, not zelfde_plek(gebied, regio.code, w.indeling, regio.indeling)
    )

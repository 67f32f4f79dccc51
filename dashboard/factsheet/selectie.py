"""An own selection of buurten or wijken: which they are, and their total where that is honest."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dashboard.afronding import afronding_van
from dashboard.factsheet.cijfers import Kerncijfer, hier, naast, spreiding
from dashboard.factsheet.keuzes import Keuzes
from dashboard.gegevens import Uitgave
from wijken.bron import Werkgebied
from wijken.catalogus import Catalogus
from wijken.errors import InvoerError
from wijken.indicator import Indicator, Optelling
from wijken.regio import Regio, Regiocode, Soort
from wijken.samenvoegen import Weigering, samenvoegen
from wijken.vergelijking import zelfde_plek
from wijken.waarneming import Status, Waarneming

if TYPE_CHECKING:
    from dashboard.momentopname import Momentopname

SELECTIE = "selectie"
Plaats = tuple[Werkgebied, tuple[Regio, ...]]


@dataclass(frozen=True)
class Totaal:
    """The total of a selection, or why there is none.

    Attributes:
        waarneming: the total under the code of the gemeente; None when refused.
        delen: the newest measured figures of the parts, all of one period and division.
    """

    waarneming: Waarneming | None
    weigering: Weigering | None
    status: Status
    delen: tuple[Waarneming, ...] = ()


def gekozen_regios(
    nu: Momentopname, catalogus: Catalogus, keuzes: Keuzes
) -> tuple[Werkgebied, tuple[Regio, ...]]:
    """Give the parts of a selection, all of one werkgebied, level and division, by name.

    A wijk chosen beside buurten counts as its buurten, so that nothing counts twice.

    Raises:
        InvoerError: when nothing usable is selected.
    """
    gebied, codes = _codes(catalogus, keuzes)
    indeling = max((grens.kaart for grens in gebied.grenzen), default=0)
    alle = {
        niveau: {r.code: r for r in nu.regios(gebied, niveau, indeling)}
        for niveau in (Soort.WIJK, Soort.BUURT)
    }
    regios = [r for laag in alle.values() for code, r in laag.items() if code in codes]
    if len({r.soort for r in regios}) > 1:
        regios = [r for c, r in alle[Soort.BUURT].items() if c in codes or c.wijk in codes]
    if not regios:
        message = "Er is nog niets gekozen. Kies buurten of wijken uit de lijst."
        raise InvoerError(message)
    return gebied, tuple(sorted(regios, key=lambda r: (r.naam.casefold(), r.code)))


def _codes(catalogus: Catalogus, keuzes: Keuzes) -> tuple[Werkgebied, set[Regiocode]]:
    """Give the werkgebied and the codes; of codes in several areas the first area's count."""
    selectie, focus = keuzes.selectie, keuzes.focus
    if focus and not selectie:
        gebied = catalogus.werkgebied(focus)
        return gebied, {Regiocode(code) for code in keuzes.focuscodes}
    goed = [code for tekst in selectie if (code := _code(tekst)) is not None]
    gebieden = [g for code in goed if (g := catalogus.werkgebied_van(code)) is not None]
    if not gebieden:
        message = "Er is nog niets gekozen. Kies buurten of wijken uit de lijst."
        raise InvoerError(message)
    return gebieden[0], {code for code in goed if gebieden[0].bevat(code)}


def _code(tekst: str) -> Regiocode | None:
    try:
        code = Regiocode.parse(tekst)
    except InvoerError:
        return None
    return code if code.soort in (Soort.WIJK, Soort.BUURT) else None


def totaal(
    nu: Momentopname, indicator: Indicator, gebied: Werkgebied, regios: Sequence[Regio]
) -> Totaal:
    """Make one figure for a selection: of the newest year in which that is honest."""
    per_regio = [_per_wanneer(nu, indicator, gebied, regio) for regio in regios]
    wanneer = sorted({w for per in per_regio for w in per}, reverse=True)
    nooit = indicator.optelling is Optelling.GEEN
    weigering = Weigering.NIET_OPTELBAAR if nooit else Weigering.ONTBREEKT
    status = Status.NIET_IN_KOPIE
    delen: tuple[Waarneming, ...] = ()
    for moment in wanneer:
        gevonden = [per[moment] for per in per_regio if moment in per]
        if len(gevonden) < len(regios):
            continue
        codes = [w.regio for w in gevonden]
        samen = samenvoegen(indicator, codes, _lees(nu, gevonden[0], codes))
        gemeten = tuple(w for w in gevonden if w.waarde is not None)
        if samen.waarde is not None:
            waarneming = _als_een(nu, indicator, gevonden, samen.waarde)
            return Totaal(waarneming, None, Status.GEMETEN, tuple(gevonden))
        if not delen:
            weigering, status = samen.weigering or weigering, samen.status
            delen = gemeten
    return Totaal(None, weigering, status, delen)


def kern_van(nu: Momentopname, indicator: Indicator, plaats: Plaats, som: Totaal) -> Kerncijfer:
    """Put the total of a selection in its context; there is a total."""
    (gebied, regios), w = plaats, som.waarneming
    if w is None:
        message = f"Van {indicator.id} is er geen totaal."
        raise InvoerError(message)
    per_code = {r.code: r for r in regios}
    return Kerncijfer(
        indicator,
        w,
        naast(nu, indicator, w, deel=True),
        spreiding(nu, indicator, gebied, w, regios[0].soort),
        not all(
            zelfde_plek(gebied, d.regio, d.indeling, per_code[d.regio].indeling) for d in som.delen
        ),
        (),
        som.delen,
        afronding_van(nu, indicator, gebied, som.delen[0], len(som.delen)),
    )


def _per_wanneer(
    nu: Momentopname, indicator: Indicator, gebied: Werkgebied, regio: Regio
) -> Mapping[tuple[int, int], Waarneming]:
    alle = hier(nu, indicator, gebied, regio)
    return {(w.periode.jaar, w.indeling): w for w in alle}


def _lees(
    nu: Momentopname, bij: Waarneming, codes: Sequence[Regiocode]
) -> Callable[[str], dict[Regiocode, Waarneming]]:
    """Make what reads the figures of the parts for one period and division."""
    uitgave = Uitgave(bij.periode, bij.indeling, 0, 0)

    def lees(sleutel: str) -> dict[Regiocode, Waarneming]:
        indicator = nu.catalogus.indicator(sleutel)
        gevonden = ((code, nu.waarneming(indicator, code, uitgave)) for code in codes)
        return {code: w for code, w in gevonden if w is not None}

    return lees


def _als_een(
    nu: Momentopname, indicator: Indicator, delen: Sequence[Waarneming], waarde: float
) -> Waarneming:
    """Give the total as a figure; uncertain when the parts together are too few."""
    eerste = delen[0]
    gemeente = eerste.regio.gemeente or eerste.regio
    onzeker = False
    if indicator.noemer is not None:
        lees = _lees(nu, eerste, [w.regio for w in delen])
        noemers = [w.waarde for w in lees(indicator.noemer).values() if w.waarde is not None]
        onzeker = bool(noemers) and sum(noemers) < indicator.noemer_minimaal
    return replace(
        eerste,
        regio=gemeente,
        waarde=waarde,
        status=Status.GEMETEN,
        onder=None,
        boven=None,
        onzeker=onzeker,
    )

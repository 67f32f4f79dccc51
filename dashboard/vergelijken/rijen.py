"""What a comparison shows as rows to take along: every figure with its year, kind and source."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from dashboard.afronding import in_woorden
from dashboard.uitvoer import Cel, Getal, Kolom
from dashboard.vergelijken.ijkpunten import Ijkpunt
from wijken import opmaak

if TYPE_CHECKING:
    from dashboard.context import Context
    from dashboard.vergelijking import Kant, Plek, Vergelijking
    from wijken.indicator import Indicator
    from wijken.waarneming import Waarneming

Deel = tuple["Vergelijking", Sequence[Ijkpunt]]


def kolommen(context: Context) -> tuple[Kolom, ...]:
    """Give the headings."""
    return tuple(Kolom(kop) for kop in context.teksten.zinnen("vergelijken.uitvoer.kolommen"))


def rijen(context: Context, delen: Sequence[Deel]) -> list[tuple[Cel, ...]]:
    """Give a row for every figure shown: wholes, dots, benchmarks; missing ones with why."""
    return [rij for v, punten in delen for rij in _van(context, v, punten)]


def _van(context: Context, v: Vergelijking, punten: Sequence[Ijkpunt]) -> Iterator[tuple[Cel, ...]]:
    for kant in v.kanten:
        geheel = context.teksten.zin("vergelijken.uitvoer.geheel")
        for plek in kant.gemeenten:
            yield _rij(context, v, (kant, plek), geheel)
        for plek in kant.plekken:
            yield _rij(context, v, (kant, plek), str(plek.waarneming.regio.soort))
    for punt in punten:
        yield _ijkpunt(context, v, punt)


def _rij(context: Context, v: Vergelijking, waar: tuple[Kant, Plek], soort: str) -> tuple[Cel, ...]:
    kant, plek = waar
    w = plek.waarneming
    is_geheel = plek in kant.gemeenten
    naam = kant.zijde.naam if is_geheel and len(kant.gemeenten) == 1 else plek.naam
    # A total of several areas has no code of its own.
    code = str(kant.zijde.keuze) if is_geheel and not kant.zijde.is_geheel else w.regio.code
    return (
        *_onderwerp(context, v),
        naam,
        code,
        soort,
        None if w.waarde is None else Getal(w.waarde, v.wens.indicator.decimalen),
        _eenheid(v),
        w.periode.jaar,
        w.indeling,
        str(w.status),
        _opmerking(context, kant if is_geheel else None, w),
        *_herkomst(context, v, w),
    )


def _ijkpunt(context: Context, v: Vergelijking, punt: Ijkpunt) -> tuple[Cel, ...]:
    zin, indicator = context.teksten.zin, v.wens.indicator
    naam = zin(f"vergelijken.punt_{punt.soort}", naam=punt.naam, aantal=punt.aantal, cijfer="")
    toon = next((p.waarneming for k in v.kanten for p in k.gehelen + k.gemeten), None)
    return (
        *_onderwerp(context, v),
        naam.strip(),
        "",
        zin("vergelijken.uitvoer.ijkpunt"),
        Getal(punt.waarde, indicator.decimalen),
        _eenheid(v),
        toon.periode.jaar if toon else None,
        toon.indeling if toon else None,
        "gemeten",
        "",
        *(_herkomst(context, v, toon) if toon else ("", "", "", "")),
    )


def _onderwerp(context: Context, v: Vergelijking) -> tuple[str, str]:
    indicator = v.wens.indicator
    return context.catalogus.themas[indicator.thema].naam, indicator.naam


def _eenheid(v: Vergelijking) -> str:
    return opmaak.eenheid_tekst(v.wens.indicator)


def _opmerking(context: Context, kant: Kant | None, w: Waarneming) -> str:
    zin = context.teksten.zin
    delen = [zin("vergelijken.uitvoer.onzeker")] if w.onzeker else []
    if w.waarde is None:
        delen.append(zin(f"status.{w.status}"))
    if kant is not None and kant.weigering is not None:
        delen.append(zin(f"vergelijken.weigering.{kant.weigering}", naam=kant.zijde.naam))
    if kant is not None and kant.afronding is not None:
        delen.append(in_woorden(context.teksten, kant.afronding))
    return "; ".join(delen)


def _herkomst(context: Context, v: Vergelijking, w: Waarneming) -> tuple[str, str, str, str]:
    return herkomst(context, v.wens.indicator, w)


def herkomst(context: Context, indicator: Indicator, w: Waarneming) -> tuple[str, str, str, str]:
    """Give kind, source line, table and licence of a figure."""
    bron = context.catalogus.bronnen.get(w.herkomst.bron)
    return (
        context.teksten.zin(f"cijfersoort.{indicator.soort}"),
        bron.bronregel if bron else w.herkomst.bron,
        w.herkomst.tabel,
        bron.licentie if bron else "",
    )

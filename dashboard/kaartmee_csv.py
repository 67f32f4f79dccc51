"""Gives the figures of the map as rows: the areas on the screen and what they are set against."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dashboard.components.datum import datum
from dashboard.uitvoer import Cel, Getal, Kolom, naar_csv
from dashboard.vergelijken.rijen import herkomst
from wijken.opmaak import eenheid_tekst
from wijken.regio import NEDERLAND, Regio, Regiocode, Soort

if TYPE_CHECKING:
    from dashboard.components.kaart_beeld import Beeld
    from wijken.indicator import Indicator
    from wijken.waarneming import Waarneming


def kaart_csv(beeld: Beeld) -> bytes:
    """Write a view as Dutch spreadsheets open it; every row has its year, source and status."""
    kolommen = [Kolom(kop) for kop in beeld.context.teksten.zinnen("kaart.uitvoer.kolommen")]
    opgehaald = datum(beeld.context.teksten, beeld.nu.datum)
    return naar_csv(kolommen, list(_rijen(beeld)), [(beeld.zin("uitvoer.opgehaald"), opgehaald)])


def _rijen(beeld: Beeld) -> Iterator[tuple[Cel, ...]]:
    s = beeld.staat
    for regio in beeld.regios:
        yield _rij(beeld, regio, beeld.cijfers.get(regio.code))
    if s.uitgave is None:
        return
    hoger = [Soort.WIJK] if s.niveau is Soort.BUURT else []
    rond = [r for niveau in hoger for r in beeld.nu.regios(s.gebied, niveau, s.indeling)]
    codes = (*s.gebied.codes, *s.gebied.voorgangers, NEDERLAND)
    rond += [r for r in (_regio(beeld, code) for code in codes) if r is not None]
    for regio in rond:
        gevonden = beeld.nu.waarneming(s.indicator, regio.code, s.uitgave)
        if gevonden is not None:
            yield _rij(beeld, regio, gevonden)


def _regio(beeld: Beeld, code: Regiocode) -> Regio | None:
    if code == NEDERLAND:
        return Regio(code, beeld.staat.indeling, beeld.zin("nederland"))
    return beeld.nu.regio(code, beeld.staat.indeling)


def _rij(beeld: Beeld, regio: Regio, w: Waarneming | None) -> tuple[Cel, ...]:
    s, indicator = beeld.staat, beeld.staat.indicator
    wijk = beeld.wijk(regio.code) if regio.soort is Soort.BUURT else None
    return (
        beeld.context.catalogus.themas[indicator.thema].naam,
        indicator.naam,
        regio.naam,
        str(regio.code),
        str(regio.soort),
        wijk.naam if wijk else "",
        None if w is None or w.waarde is None else Getal(w.waarde, indicator.decimalen),
        eenheid_tekst(indicator),
        _label(indicator, w),
        s.jaar,
        str(regio.indeling),
        beeld.context.teksten.zin(f"status.{w.status if w else beeld.status(regio.code)}"),
        beeld.zin("onzeker") if w is not None and w.onzeker else "",
        *_herkomst(beeld, w),
    )


def _label(indicator: Indicator, w: Waarneming | None) -> str:
    """Give the word of a class, for a figure that is one."""
    if w is None or w.waarde is None:
        return ""
    return indicator.labels.get(round(w.waarde), "")


def _herkomst(beeld: Beeld, w: Waarneming | None) -> tuple[str, str, str, str]:
    """Give kind, source, table and licence; a row that is absent has those of its neighbours."""
    toon = w or next(iter(beeld.cijfers.values()), None)
    if toon is not None:
        return herkomst(beeld.context, beeld.staat.indicator, toon)
    indicator = beeld.staat.indicator
    soort = beeld.context.teksten.zin(f"cijfersoort.{indicator.soort}")
    eerste = next((veld.bron for veld in indicator.bronvelden), "")
    bron = beeld.context.catalogus.bronnen.get(eerste)
    return soort, bron.bronregel if bron else "", "", bron.licentie if bron else ""

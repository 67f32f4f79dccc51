"""Gives the figures of the map as rows: the areas on the screen and what they are set against."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dashboard.components.datum import datum
from dashboard.components.kaart.ernaast import ernaast
from dashboard.components.kaart.kijkstaat import Wijze
from dashboard.components.kaart.lezing_twee import tweede_cijfers
from dashboard.components.kaart.referentie import referentie
from dashboard.uitvoer import Cel, Getal, Kolom, naar_csv
from dashboard.vergelijken.rijen import herkomst
from wijken.opmaak import eenheid_tekst
from wijken.regio import NEDERLAND, Regio, Regiocode, Soort
from wijken.waarneming import Status

if TYPE_CHECKING:
    from dashboard.components.kaart.beeld import Beeld
    from wijken.indicator import Indicator
    from wijken.waarneming import Waarneming


def kaart_csv(beeld: Beeld) -> bytes:
    """Write a view as Dutch spreadsheets open it; every row has its year, source and status."""
    kolommen = [Kolom(kop) for kop in beeld.context.teksten.zinnen("kaart.uitvoer.kolommen")]
    opgehaald = datum(beeld.context.teksten, beeld.nu.datum)
    return naar_csv(kolommen, list(_rijen(beeld)), [(beeld.zin("uitvoer.opgehaald"), opgehaald)])


@dataclass(frozen=True)
class _Reeks:
    """Figures of one theme in one year for the areas of a map."""

    indicator: Indicator
    jaar: str
    cijfers: Mapping[Regiocode, Waarneming]
    gewijzigd: frozenset[Regiocode] = frozenset()


def _rijen(beeld: Beeld) -> Iterator[tuple[Cel, ...]]:
    """Give every map on the page: its areas in each theme and year shown, then what is larger."""
    for deel in beeld.beelden:
        for reeks in _reeksen(deel):
            for regio in deel.regios:
                yield _rij(deel, reeks, regio, reeks.cijfers.get(regio.code))
        yield from _rondom(deel)


def _reeksen(beeld: Beeld) -> Iterator[_Reeks]:
    """Give the theme shown, and the theme or year that it is held against."""
    s, kijk = beeld.staat, beeld.staat.kijk
    yield _Reeks(s.indicator, s.jaar, beeld.cijfers)
    if kijk.tweede is not None and kijk.tweede_uitgave is not None:
        erbij = tweede_cijfers(beeld)
        jaar = str(kijk.tweede_uitgave.periode)
        yield _Reeks(kijk.tweede, jaar, erbij.cijfers, erbij.gewijzigd)
    if kijk.vorig is not None:
        toen = ernaast(beeld, s.indicator, kijk.vorig)
        yield _Reeks(s.indicator, str(kijk.vorig.periode), toen.cijfers, toen.gewijzigd)


def _rondom(beeld: Beeld) -> Iterator[tuple[Cel, ...]]:
    """Give wijken, gemeente and country in the same year."""
    s = beeld.staat
    if s.uitgave is None:
        return
    reeks = _Reeks(s.indicator, s.jaar, beeld.cijfers)
    hoger = [Soort.WIJK] if s.niveau is Soort.BUURT else []
    rond = [r for niveau in hoger for r in beeld.nu.regios(s.gebied, niveau, s.indeling)]
    codes = (*s.gebied.codes, *s.gebied.voorgangers, NEDERLAND)
    rond += [r for r in (_regio(beeld, code) for code in codes) if r is not None]
    for regio in rond:
        gevonden = beeld.nu.waarneming(s.indicator, regio.code, s.uitgave)
        if gevonden is not None:
            yield _rij(beeld, reeks, regio, gevonden)
    yield from _midden(beeld, reeks)


def _midden(beeld: Beeld, reeks: _Reeks) -> Iterator[tuple[Cel, ...]]:
    """Give the middle of the gemeenten where that stands for the country; it is no area of CBS."""
    s = beeld.staat
    if s.kijk.wijze is not Wijze.AFWIJKING or s.uitgave is None:
        return
    tegenover = referentie(beeld.nu, s.indicator, s.uitgave)
    if tegenover is None or not tegenover.gemeenten:
        return
    naam = beeld.zin("mediaan", aantal=tegenover.gemeenten)
    bron = next((w.herkomst for w in reeks.cijfers.values()), tegenover.waarde.herkomst)
    w = replace(tegenover.waarde, herkomst=bron)
    eerste, tweede, gebied, _code, _soort, *rest = _rij(
        beeld, reeks, Regio(NEDERLAND, s.indeling, naam), w
    )
    yield eerste, tweede, gebied, "", "", *rest


def _regio(beeld: Beeld, code: Regiocode) -> Regio | None:
    if code == NEDERLAND:
        return Regio(code, beeld.staat.indeling, beeld.zin("nederland"))
    return beeld.nu.regio(code, beeld.staat.indeling)


def _rij(beeld: Beeld, reeks: _Reeks, regio: Regio, w: Waarneming | None) -> tuple[Cel, ...]:
    indicator = reeks.indicator
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
        reeks.jaar,
        str(w.indeling if w is not None else regio.indeling),
        _status(beeld, reeks, regio, w),
        beeld.zin("onzeker") if w is not None and w.onzeker else "",
        *_herkomst(beeld, reeks, w),
    )


def _status(beeld: Beeld, reeks: _Reeks, regio: Regio, w: Waarneming | None) -> str:
    if regio.code in reeks.gewijzigd:
        return beeld.zin("uitvoer.gewijzigd", reden=beeld.zin("gewijzigd"))
    return beeld.context.teksten.zin(f"status.{w.status if w else Status.NIET_IN_KOPIE}")


def _label(indicator: Indicator, w: Waarneming | None) -> str:
    """Give the word of a class, for a figure that is one."""
    if w is None or w.waarde is None:
        return ""
    return indicator.labels.get(round(w.waarde), "")


def _herkomst(beeld: Beeld, reeks: _Reeks, w: Waarneming | None) -> tuple[str, str, str, str]:
    """Give kind, source, table and licence; a row that is absent has those of its neighbours."""
    toon, indicator = w or next(iter(reeks.cijfers.values()), None), reeks.indicator
    if toon is not None:
        return herkomst(beeld.context, indicator, toon)
    soort = beeld.context.teksten.zin(f"cijfersoort.{indicator.soort}")
    eerste = next((veld.bron for veld in indicator.bronvelden), "")
    bron = beeld.context.catalogus.bronnen.get(eerste)
    return soort, bron.bronregel if bron else "", "", bron.licentie if bron else ""

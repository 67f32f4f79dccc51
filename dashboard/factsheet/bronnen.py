"""The sources page of a sheet: what each figure means, where it comes from, how fresh it is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from dashboard.components.datum import datum
from dashboard.factsheet.inhoud import BronInhoud

if TYPE_CHECKING:
    from dashboard.context import Context
    from dashboard.gegevens import BronRegel
    from dashboard.momentopname import Momentopname
    from wijken.waarneming import Waarneming


def bronnen_van(
    context: Context, nu: Momentopname, waarnemingen: Iterable[Waarneming]
) -> tuple[BronInhoud, ...]:
    """Give one line for each indicator, in the order in which they are told."""
    eerste: dict[str, Waarneming] = {}
    for w in waarnemingen:
        eerste.setdefault(w.indicator, w)
    kopieen = {(regel.bron, regel.tabel): regel for regel in nu.bronnen()}
    return tuple(_regel(context, w, kopieen) for w in eerste.values())


def _regel(
    context: Context, w: Waarneming, kopieen: dict[tuple[str, str], BronRegel]
) -> BronInhoud:
    indicator = context.catalogus.indicator(w.indicator)
    bron = context.catalogus.bronnen.get(w.herkomst.bron)
    kopie = kopieen.get((w.herkomst.bron, w.herkomst.tabel))
    opgehaald = kopie.opgehaald if kopie else ""
    return BronInhoud(
        sleutel=indicator.id,
        naam=indicator.naam,
        definitie=" ".join(indicator.toelichting.split()),
        soort=context.teksten.zin(f"cijfersoort.{indicator.soort}"),
        bron=bron.bronregel if bron else w.herkomst.bron,
        tabel=w.herkomst.tabel,
        jaar=str(w.periode),
        indeling=str(w.indeling),
        opgehaald=datum(context.teksten, opgehaald),
        licentie=bron.licentie if bron else "",
    )

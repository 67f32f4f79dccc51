"""What every sheet carries besides figures: the atelier as its maker typed it, and the version."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.components.datum import datum
from dashboard.factsheet.inhoud import AtelierInhoud
from dashboard.factsheet.keuzes import SECTOREN, Keuzes

if TYPE_CHECKING:
    from dashboard.context import Context
    from dashboard.momentopname import Momentopname

_STEMPEL = 8


def atelier_van(context: Context, keuzes: Keuzes) -> AtelierInhoud:
    """Give what the maker filled in: every sector is there, a gap stays open."""
    komt = dict(keuzes.partners)
    namen = ((context.teksten.zin(f"factsheet.sectoren.{s}"), komt.get(s, "")) for s in SECTOREN)
    return AtelierInhoud(
        datum=datum(context.teksten, keuzes.datum),
        plaats=keuzes.plaats,
        partners=tuple(namen),
        vragen=keuzes.vragen or context.teksten.zinnen("factsheet.vragen"),
        notitie=keuzes.notitie,
    )


def versie_van(nu: Momentopname) -> str:
    """Give the short mark of this edition of the figures."""
    return nu.stempel[-_STEMPEL:]

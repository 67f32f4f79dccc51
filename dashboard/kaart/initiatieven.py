"""Which initiatives a map shows: those of its area that pass the filter; worked out once."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from dashboard.components.initiatief_filter import Filter, nakijkstanden, past_bij, vandaag
from wijken.regio import Regiocode

if TYPE_CHECKING:
    from dashboard.context import Context
    from dashboard.register.initiatieven import Initiatief

_Alle = tuple["Initiatief", ...]
_Sleutel = tuple[str, Filter, date]


@dataclass(frozen=True)
class Getoond:
    """The initiatives of an area that pass a filter.

    Attributes:
        totaal: how many the area has without the filter.
        lijst: those that pass, in the order of the register.
        op_plek: those of them whose own place is known.
        per_wijk: by wijk of the newest division; without those of which no wijk is known.
        kenmerk: differs when anything of what is shown differs.
    """

    totaal: int
    lijst: _Alle
    op_plek: _Alle
    per_wijk: Mapping[Regiocode, _Alle]
    kenmerk: str


# The register gives the same tuple until something changes: what was made of it holds as long.
# Replaced as a whole, so that no thread sees one register's tuple with another's results.
_kast: tuple[_Alle, dict[_Sleutel, Getoond]] = ((), {})


def getoond(context: Context, slug: str, filter_: Filter) -> Getoond:
    """Give the initiatives of a werkgebied that pass theme and state, as the list judges these."""
    global _kast  # noqa: PLW0603 - see there
    alle, dag = context.initiatieven, vandaag()
    bekend = _kast
    if bekend[0] is not alle:
        bekend = _kast = (alle, {})
    sleutel = (slug, filter_, dag)
    if sleutel not in bekend[1]:
        bekend[1][sleutel] = _maak(alle, slug, filter_, dag)
    return bekend[1][sleutel]


def _maak(alle: _Alle, slug: str, filter_: Filter, dag: date) -> Getoond:
    hier = [i for i in alle if i.werkgebied == slug]
    waar = replace(filter_, gebied=slug)
    stand = nakijkstanden(dag).get(filter_.stand)
    lijst = tuple(i for i in hier if past_bij(i, waar) and (stand is None or stand(i)))
    per_wijk: dict[Regiocode, list[Initiatief]] = defaultdict(list)
    for initiatief in lijst:
        if initiatief.regio is not None:
            per_wijk[initiatief.regio].append(initiatief)
    tekst = "\n".join(f"{i.id} {i.naam} {i.plek} {i.regio}" for i in lijst)
    return Getoond(
        totaal=len(hier),
        lijst=lijst,
        op_plek=tuple(i for i in lijst if i.plek is not None),
        per_wijk={code: tuple(van_wijk) for code, van_wijk in per_wijk.items()},
        kenmerk=hashlib.sha256(tekst.encode()).hexdigest()[:12],
    )

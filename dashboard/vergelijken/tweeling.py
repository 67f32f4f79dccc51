"""The statistical twins of a buurt: in the other area and elsewhere in the country."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from wijken.bron import Werkgebied
from wijken.gelijkenis import Profiel, Tweeling, spreidingen, tweelingen
from wijken.indicator import Indicator
from wijken.regio import Regio
from wijken.vergelijking import zelfde_plek
from wijken.vergelijkregels import Gelijkenisregel, load_regels

if TYPE_CHECKING:
    from dashboard.momentopname import Momentopname


@dataclass(frozen=True)
class Buur:
    """A buurt that is alike: its name, its gemeente, its figures, how far it is."""

    naam: str
    gemeente: str
    tweeling: Tweeling


@dataclass(frozen=True)
class Gelijkenissen:
    """What a buurt is like.

    Attributes:
        regel: on which figures, of which year.
        indicatoren: those figures, in order.
        eigen: None when the buurt is too small or lacks a figure.
        ander: most alike in the other area.
        land: most alike in the rest of the country; empty without national data.
        aantal: how many buurten were looked at.
    """

    regel: Gelijkenisregel
    indicatoren: tuple[Indicator, ...]
    buurt: Regio
    eigen: Profiel | None
    ander: tuple[Buur, ...] = ()
    land: tuple[Buur, ...] = ()
    aantal: int = 0


def gelijkenissen(
    nu: Momentopname, buurt: Regio, thuis: Werkgebied, ander: Werkgebied
) -> Gelijkenissen:
    """Find the buurten most like one of ours.

    Args:
        nu: one edition.
        buurt: a buurt of `thuis`, in its newest division.
        thuis: the area it lies in.
        ander: the area to look in.
    """
    regel = load_regels().gelijkenis
    indicatoren = tuple(nu.catalogus.indicator(i) for i in regel.indicatoren)
    alle = nu.landelijk.profielen(regel)
    eigen = alle.get(buurt.code.code)
    if eigen is None or not zelfde_plek(thuis, buurt.code, regel.indeling, buurt.indeling):
        return Gelijkenissen(regel, indicatoren, buurt, None, aantal=len(alle))
    groepen = nu.onthoud(
        ("tweelingen", buurt.code, ander.slug), lambda: _zoek(nu, eigen, alle, (thuis, ander))
    )
    return Gelijkenissen(regel, indicatoren, buurt, eigen, *groepen, aantal=len(alle))


def _zoek(
    nu: Momentopname,
    eigen: Profiel,
    alle: Mapping[str, Profiel],
    gebieden: tuple[Werkgebied, Werkgebied],
) -> tuple[tuple[Buur, ...], tuple[Buur, ...]]:
    ander = gebieden[1]
    aantal = load_regels().gelijkenis.aantal
    maten = nu.onthoud(("maten",), lambda: spreidingen(list(alle.values())))
    daar = [p for p in alle.values() if ander.bevat(p.regio)]
    onze = {code.code[2:] for g in gebieden for code in g.codes + g.voorgangers}
    elders = [p for code, p in alle.items() if code[2:6] not in onze]
    namen = nu.landelijk.namen()
    return (
        tuple(_buur(namen, t) for t in tweelingen(eigen, daar, maten, aantal)),
        tuple(_buur(namen, t) for t in tweelingen(eigen, elders, maten, aantal)),
    )


def _buur(namen: Mapping[str, str], tweeling: Tweeling) -> Buur:
    code = tweeling.profiel.regio.code
    gemeente = f"GM{code[2:6]}"
    return Buur(namen.get(code, code), namen.get(gemeente, gemeente), tweeling)

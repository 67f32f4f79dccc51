"""Initiatives by wijk and theme, each theme beside its figure; an empty place is a question."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dashboard.factsheet.cijfers import nieuwste_hier
from wijken.indicator import Indicator
from wijken.kansregels import Kansthema, load_kansthemas
from wijken.regio import Regio, Soort
from wijken.vergelijking import zelfde_plek
from wijken.waarneming import Waarneming

if TYPE_CHECKING:
    from dashboard.momentopname import Momentopname
    from dashboard.register.initiatieven import Initiatief
    from wijken.bron import Werkgebied


@dataclass(frozen=True)
class Vak:
    """One wijk and one theme.

    Attributes:
        initiatieven: who we know there, by name.
        cijfer: the theme's figure of the wijk, missing or not; None when we have none at all.
        toen: the figure is of the wijk as it was drawn then.
    """

    thema: str
    initiatieven: tuple[Initiatief, ...]
    cijfer: Waarneming | None
    toen: bool = False

    @property
    def nagekeken(self) -> int:
        """How many of them somebody checked."""
        return sum(1 for i in self.initiatieven if i.nagekeken)


@dataclass(frozen=True)
class Wijkrij:
    """A wijk with a place for every theme."""

    wijk: Regio
    vakken: tuple[Vak, ...]


@dataclass(frozen=True)
class Kansenkaart:
    """One werkgebied.

    Attributes:
        themas: each theme with the indicator beside it, in the order shown.
        rijen: wijken by name: never a ranking.
        zonder_wijk: initiatives for all of the area, or of which no wijk is known.
    """

    gebied: Werkgebied
    themas: tuple[tuple[str, Indicator], ...]
    rijen: tuple[Wijkrij, ...]
    zonder_wijk: tuple[Initiatief, ...]

    @property
    def bekend(self) -> int:
        """How many places have somebody."""
        return sum(1 for rij in self.rijen for vak in rij.vakken if vak.initiatieven)

    @property
    def vakken(self) -> int:
        """How many places there are."""
        return sum(len(rij.vakken) for rij in self.rijen)


def maak_kansenkaart(
    nu: Momentopname,
    gebied: Werkgebied,
    initiatieven: Iterable[Initiatief],
    themas: Sequence[Kansthema] | None = None,
) -> Kansenkaart:
    """Put initiatives and figures in their places.

    Args:
        nu: the figures.
        gebied: the area.
        initiatieven: of all areas; those of others are left out.
        themas: which themes; the project's own unless given.
    """
    eigen = sorted(
        (i for i in initiatieven if i.werkgebied == gebied.slug), key=lambda i: i.naam.casefold()
    )
    gekozen = [
        (thema.id, _indicator(nu, gebied, thema))
        for thema in (load_kansthemas() if themas is None else themas)
    ]
    wijken = nu.nieuwste_regios(gebied, Soort.WIJK)
    codes = {wijk.code for wijk in wijken}
    return Kansenkaart(
        gebied,
        tuple(gekozen),
        tuple(
            Wijkrij(wijk, tuple(_vak(nu, gebied, wijk, paar, eigen) for paar in gekozen))
            for wijk in wijken
        ),
        tuple(i for i in eigen if i.regio is None or i.regio.wijk not in codes),
    )


def _indicator(nu: Momentopname, gebied: Werkgebied, thema: Kansthema) -> Indicator:
    """Give the first figure of a theme that there is per wijk, else the first."""
    alle = [nu.catalogus.indicator(sleutel) for sleutel in thema.cijfer]
    return next((i for i in alle if nu.nieuwste(i, gebied, Soort.WIJK)), alle[0])


def _vak(
    nu: Momentopname,
    gebied: Werkgebied,
    wijk: Regio,
    paar: tuple[str, Indicator],
    eigen: Sequence[Initiatief],
) -> Vak:
    thema, indicator = paar
    hier = tuple(i for i in eigen if i.regio and i.regio.wijk == wijk.code and thema in i.themas)
    w = nieuwste_hier(nu, indicator, gebied, wijk)
    toen = w is not None and not zelfde_plek(gebied, wijk.code, w.indeling, wijk.indeling)
    return Vak(thema, hier, w, toen)

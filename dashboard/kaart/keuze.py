"""What is chosen on the map as sides with a total: an own selection, the focus, the rest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dashboard.afronding import Afronding, afronding_van
from dashboard.focus import focus_van
from dashboard.vergelijken.zijde import Past, Totaal, Zijde, geheel_van, totaal
from wijken.keuze import Deel, Keuze
from wijken.regio import Regio, Regiocode, Soort
from wijken.vergelijking import zelfde_plek

if TYPE_CHECKING:
    from dashboard.components.kaart.beeld import Beeld


@dataclass(frozen=True)
class Som:
    """The figure of several areas together as the map shows it.

    Attributes:
        totaal: the figure, or why there is none.
        afronding: what rounding of its parts does to it; None when it does nothing.
        past: whether these are the same areas in the division of the map.
    """

    totaal: Totaal
    afronding: Afronding | None = None
    past: Past = Past.GELIJK


def gekozen_regios(beeld: Beeld) -> tuple[Regio, ...]:
    """Give the areas of the own selection as this map has them, by name."""
    s = beeld.staat
    gevonden = (beeld.nu.regio(code, s.indeling) for code in s.gekozen.eigen)
    return tuple(sorted((r for r in gevonden if r), key=lambda r: (r.naam.casefold(), r.code)))


def focus_regios(beeld: Beeld) -> tuple[Regio, ...]:
    """Give the focus of the area of the map: of the address, else the kept one."""
    s = beeld.staat
    return focus_van(beeld.context, beeld.nu, s.gebied, s.gekozen.focus)


def focus_past(beeld: Beeld) -> Past:
    """Tell whether the focus is the same areas on this map."""
    zijde = _zijde(beeld, Deel.FOCUS, focus_regios(beeld))
    return zijde.past(beeld.nu, beeld.staat.indeling)


def focus_is_fijner(beeld: Beeld) -> bool:
    """Tell whether the focus has buurten, of which a map of wijken can show nothing."""
    buurten = any(regio.soort is Soort.BUURT for regio in focus_regios(beeld))
    return buurten and beeld.staat.niveau is Soort.WIJK


def in_focus(beeld: Beeld) -> tuple[Regiocode, ...]:
    """Give the areas of this map that lie in the focus; none where the areas were others then."""
    focus = focus_regios(beeld)
    if not focus or focus_past(beeld) is Past.NIET:
        return ()
    codes = {regio.code for regio in focus}
    return tuple(r.code for r in beeld.regios if r.code in codes or r.code.wijk in codes)


def som_van_keuze(beeld: Beeld) -> Som:
    """Give the total of the own selection."""
    regios = gekozen_regios(beeld)
    s = beeld.staat
    keuze = Keuze(codes=tuple(regio.code for regio in regios))
    zijde = replace(geheel_van(s.gebied), keuze=keuze, delen=regios)
    return _som(beeld, zijde)


def som_van_deel(beeld: Beeld, deel: Deel) -> Som:
    """Give the total of all of the area, of its focus, or of the rest."""
    return _som(beeld, _zijde(beeld, deel, focus_regios(beeld)))


def is_van_nu(beeld: Beeld, codes: Sequence[Regiocode]) -> bool:
    """Tell whether areas of this map are the same places in the newest division.

    Other pages read a selection in that division; a code may have become another place.
    """
    s = beeld.staat
    for code in codes:
        nieuwste = beeld.nu.regio(code)
        if nieuwste is None or not zelfde_plek(s.gebied, code, s.indeling, nieuwste.indeling):
            return False
    return True


def _zijde(beeld: Beeld, deel: Deel, focus: tuple[Regio, ...]) -> Zijde:
    geheel = geheel_van(beeld.staat.gebied)
    if deel is Deel.FOCUS:
        return replace(geheel, keuze=Keuze(geheel.gebied.slug, deel), delen=focus)
    if deel is Deel.REST:
        return replace(geheel, keuze=Keuze(geheel.gebied.slug, deel), behalve=focus)
    return geheel


def _som(beeld: Beeld, zijde: Zijde) -> Som:
    s = beeld.staat
    if s.uitgave is None:
        return Som(Totaal(None))
    past = zijde.past(beeld.nu, s.uitgave.indeling)
    gevonden = totaal(beeld.nu, s.indicator, zijde, s.uitgave)
    return Som(gevonden, _afronding(beeld, gevonden), past)


def _afronding(beeld: Beeld, som: Totaal) -> Afronding | None:
    w, s = som.waarneming, beeld.staat
    if som.samen is None or w is None or w.waarde is None:
        return None
    return afronding_van(beeld.nu, s.indicator, s.gebied, w, som.samen.delen)


def niveaus_van(regios: Sequence[Regio]) -> Soort:
    """Give the level of a selection."""
    return regios[0].soort

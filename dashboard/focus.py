"""The focus of a werkgebied, for every page: asked for in the address, else kept, else our own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from wijken.bron import Werkgebied
from wijken.errors import InvoerError
from wijken.keuze import lees_codes
from wijken.regio import Regio, Regiocode, Soort

if TYPE_CHECKING:
    from dashboard.context import Context
    from dashboard.factsheet.keuzes import Keuzes
    from dashboard.momentopname import Momentopname

_DELEN = (Soort.WIJK, Soort.BUURT)


def focus_codes(
    context: Context, gebied: Werkgebied, gevraagd: Sequence[Regiocode] = ()
) -> tuple[Regiocode, ...]:
    """Give the wijken and buurten of the focus.

    Args:
        context: where the corporation's own choice is kept.
        gebied: the werkgebied.
        gevraagd: codes the address asks for; those of other areas do not count.
    """
    eigen = tuple(code for code in gevraagd if gebied.bevat(code))
    return eigen or context.register.focus(gebied.slug) or gebied.focus


def focus_van(
    context: Context, nu: Momentopname, gebied: Werkgebied, gevraagd: Sequence[Regiocode] = ()
) -> tuple[Regio, ...]:
    """Give the focus as areas in their newest division; those we do not know are left out."""
    codes = focus_codes(context, gebied, gevraagd)
    return tuple(regio for code in codes if (regio := nu.regio(code)) is not None)


def met_focus(context: Context, keuzes: Keuzes) -> Keuzes:
    """Give the choices of a sheet with the codes of the focus they name, if they name one."""
    gebied = context.catalogus.werkgebieden.get(keuzes.focus)
    if gebied is None or keuzes.selectie:
        return keuzes
    codes = tuple(code.code for code in focus_codes(context, gebied))
    return replace(keuzes, focuscodes=codes)


def lees_focus(nu: Momentopname, tekst: str) -> tuple[tuple[Regiocode, ...], bool]:
    """Read `focus` of an address: the wijken and buurten we know, and whether that was all.

    A buurt inside a chosen wijk is in the focus already.
    """
    try:
        codes = lees_codes(tekst)
    except InvoerError:
        return (), False
    goed = tuple(c for c in codes if c.soort in _DELEN and nu.regio(c) is not None)
    wijken = {code for code in goed if code.soort is Soort.WIJK}
    over = tuple(c for c in goed if c.soort is Soort.WIJK or c.wijk not in wijken)
    return over, len(goed) == len(codes)

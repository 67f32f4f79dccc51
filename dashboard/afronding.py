"""What rounding does to one figure of several areas, in the words that every page shares."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dashboard.components.datum import opsomming
from dashboard.gegevens import Uitgave
from wijken.afronding import afrondstap, hoogste_afwijking
from wijken.indicator import Cijfersoort, Indicator, Optelling
from wijken.opmaak import getal

if TYPE_CHECKING:
    from dashboard.momentopname import Momentopname
    from dashboard.teksten import Teksten
    from wijken.bron import Werkgebied
    from wijken.catalogus import Catalogus
    from wijken.waarneming import Waarneming


@dataclass(frozen=True)
class Afronding:
    """How a figure of several areas stands to the rounding of its parts.

    Attributes:
        delen: how many areas it is made of.
        hooguit: how far a sum may be off; None for a share or a mean, of which that depends on
            more than the rule tells.
    """

    delen: int
    hooguit: int | None = None


def afronding_van(
    nu: Momentopname, indicator: Indicator, gebied: Werkgebied, deel: Waarneming, aantal: int
) -> Afronding | None:
    """Tell what rounding does to a figure made of several areas; None when it does nothing.

    Args:
        nu: the figures.
        indicator: what was added up.
        gebied: the werkgebied that the areas lie in.
        deel: a figure of their level, period and division.
        aantal: how many areas there are; one is a figure as published.
    """
    if aantal <= 1:
        return None
    if indicator.optelling is not Optelling.SOM:
        return Afronding(aantal) if _van_afgerond(nu.catalogus, indicator) else None
    if indicator.soort is not Cijfersoort.AFGEROND:
        return None
    # The step shows in all figures of a level together; a few might share a larger one by chance.
    uitgave = Uitgave(deel.periode, deel.indeling, 0, 0)
    alle = nu.waarnemingen(indicator, gebied, deel.regio.soort, uitgave)
    stap = afrondstap(w.waarde for w in alle if w.waarde is not None)
    hooguit = hoogste_afwijking(stap, aantal)
    return Afronding(aantal, hooguit) if hooguit else None


def _van_afgerond(catalogus: Catalogus, indicator: Indicator) -> bool:
    """Tell whether rounded counts go into a share or a weighted mean."""
    sleutels: tuple[str, ...] = ()
    if indicator.optelling is Optelling.FORMULE and indicator.formule is not None:
        sleutels = indicator.formule.delen
    elif indicator.optelling is Optelling.GEWOGEN and indicator.gewogen_met is not None:
        sleutels = (indicator.gewogen_met,)
    return any(catalogus.indicator(s).soort is Cijfersoort.AFGEROND for s in sleutels)


def in_woorden(teksten: Teksten, afronding: Afronding) -> str:
    """Say it, to stand behind a name or a mark: without capital and full stop."""
    if afronding.hooguit is None:
        return teksten.zin("afronding.gemiddelde")
    return teksten.zin("afronding.som", aantal=afronding.delen, speling=getal(afronding.hooguit))


def zin_over(teksten: Teksten, afronding: Afronding, namen: Sequence[str]) -> str:
    """Say it of what has these names."""
    sleutel = "afronding.van" if len(namen) == 1 else "afronding.van_elk"
    woorden = in_woorden(teksten, afronding)
    return teksten.zin(sleutel, namen=opsomming(teksten, namen), woorden=woorden)


def als_zin(teksten: Teksten, afronding: Afronding) -> str:
    """Say it as a sentence of its own."""
    woorden = in_woorden(teksten, afronding)
    return f"{woorden[:1].upper()}{woorden[1:]}."

"""Makes one sentence of figures: the words of an indicator, how much more, what it rests on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dashboard.factsheet.cijferblok import bronregel_tekst
from dashboard.factsheet.cijfers import Kerncijfer, referentie
from dashboard.factsheet.inhoud import Zin
from dashboard.factsheet.leesbaarheid import MEESTE_WOORDEN, langste
from dashboard.gegevens import Uitgave
from wijken import opmaak
from wijken.bron import Werkgebied
from wijken.indicator import Cijfersoort, Indicator
from wijken.regio import NEDERLAND
from wijken.vergelijkregels import load_regels
from wijken.verschil import Verschil, trede, verschil
from wijken.waarneming import Waarneming

if TYPE_CHECKING:
    from dashboard.context import Context
    from dashboard.momentopname import Momentopname

# "1 van de 100 volwassenen doen" is no Dutch, and none of them is better said in other words.
_ENKELING = 1


@dataclass(frozen=True)
class Naastgezet:
    """A figure with the one it is held against.

    Attributes:
        ander: the other figure; of the median of gemeenten a copy with that value.
        waar: where the other figure is of, as it stands after "in".
        is_mediaan: the other figure is worked out from many.
        toen: our figure is of the area within the boundaries of then.
    """

    indicator: Indicator
    eigen: Waarneming
    ander: Waarneming
    waar: str
    is_mediaan: bool = False
    toen: bool = False

    @property
    def uitkomst(self) -> Verschil:
        """What may be said about the difference."""
        return verschil(self.indicator, self.eigen, self.ander)


def zet_naast(
    context: Context, nu: Momentopname, gebied: Werkgebied, cijfer: Kerncijfer
) -> Naastgezet | None:
    """Hold a figure against its gemeente; a gemeente against Nederland, else the median.

    Of the same year, or not at all.
    """
    indicator, w = cijfer.indicator, cijfer.waarneming
    gemeente = w.regio.gemeente
    if gemeente is not None and (cijfer.delen or gemeente != w.regio):
        ander = referentie(nu, indicator, gemeente, w)
        if ander is None or ander.onzeker:
            return None
        return Naastgezet(indicator, w, ander, gebied.plaats_in_zin, toen=cijfer.toen)
    land = referentie(nu, indicator, NEDERLAND, w)
    if land is not None:
        return Naastgezet(indicator, w, land, context.teksten.zin("zinnen.nederland"))
    midden = nu.gemeente_mediaan(indicator, Uitgave(w.periode, w.indeling, 0, 0))
    if midden is None:
        return None
    # Only a value to hold against: the median has no margins of its own.
    ander = replace(w, waarde=midden.waarde, onder=None, boven=None)
    return Naastgezet(indicator, w, ander, context.teksten.zin("zinnen.mediaan"), is_mediaan=True)


def is_meer_dan_ruis(paar: Naastgezet) -> bool:
    """Tell whether a difference is clear and more than what we call about equal."""
    treden = load_regels().treden
    stap = trede(paar.eigen.waarde or 0.0, paar.ander.waarde or 0.0, treden)
    return paar.uitkomst is Verschil.DUIDELIJK and stap not in (None, treden[0].id)


def maak_zin(
    context: Context,
    tekst: str,
    bewijs: Sequence[Waarneming],
    afgeleid: Sequence[tuple[str, float]] = (),
    toen: int = 0,
) -> Zin | None:
    """Make a sentence with its footnote; None when it is too long to be plain."""
    if langste(tekst) > MEESTE_WOORDEN:
        return None
    bronnen = [bronregel_tekst(context, w) for w in bewijs if w.waarde is not None]
    noot = "; ".join(dict.fromkeys(bronnen))
    if toen:
        noot = f"{noot}; {context.teksten.zin('kerncijfer.toen', jaar=toen)}"
    sleutels = tuple(dict.fromkeys(w.indicator for w in bewijs))
    return Zin(tekst, tuple(bewijs), noot, sleutels, tuple(afgeleid))


def woorden(context: Context, groep: str, indicator: Indicator) -> str:
    """Give the words of an indicator in `[zinnen.<groep>]`, "" when it has none."""
    return str(context.teksten["zinnen"][groep].get(indicator.id, ""))


def kan_gezegd(context: Context, indicator: Indicator, w: Waarneming) -> bool:
    """Tell whether a figure is certain and has words of its own."""
    if w.waarde is None or w.onzeker or not woorden(context, "over", indicator):
        return False
    return opmaak.afronden(w.waarde, indicator.decimalen) > _ENKELING or not _telt(indicator)


def over(context: Context, indicator: Indicator, w: Waarneming) -> str:
    """Say a figure in a clause that follows "In <place>": an estimate is called so."""
    cijfer = opmaak.cijfer(w.waarde or 0.0, indicator)
    if indicator.soort is Cijfersoort.MODEL:
        cijfer = context.teksten.zin("zinnen.schatting", cijfer=cijfer)
    return woorden(context, "over", indicator).format(cijfer=cijfer)


def vergeleken(context: Context, paar: Naastgezet, plaats: str) -> Zin | None:
    """Say a figure and how it stands to the other; no difference is made of noise."""
    eigen, ander = paar.eigen.waarde or 0.0, paar.ander.waarde or 0.0
    zin = context.teksten.zin
    clausule = over(context, paar.indicator, paar.eigen)
    jaar, jaar_ander = paar.eigen.periode, paar.ander.periode
    velden = {"plaats": plaats, "over": clausule, "jaar": jaar}

    def met_jaar(wat: str) -> str:
        # One year stands for both figures only where it is the same.
        return wat if jaar == jaar_ander else zin("zinnen.in_jaar", wat=wat, jaar=jaar_ander)

    if paar.uitkomst is not Verschil.DUIDELIJK:
        gelijk = zin("zinnen.gelijk", **velden, ander=met_jaar(paar.waar))
        return _van(context, paar, gelijk, met_ander=False)
    stap = trede(eigen, ander, load_regels().treden)
    if stap is None:
        return None
    richting = "meer" if eigen > ander else "minder"
    grootte = zin(f"zinnen.{richting}.{stap}", ander=paar.waar)
    waarde = met_jaar(opmaak.cijfer(ander, paar.indicator))
    return _van(context, paar, zin("zinnen.vergeleken", **velden, grootte=grootte, waarde=waarde))


def alleen(context: Context, indicator: Indicator, w: Waarneming, plaats: str) -> Zin | None:
    """Say a figure by itself."""
    clausule = over(context, indicator, w)
    tekst = context.teksten.zin("zinnen.alleen", plaats=plaats, over=clausule, jaar=w.periode)
    return maak_zin(context, tekst, [w])


def _van(context: Context, paar: Naastgezet, tekst: str, *, met_ander: bool = True) -> Zin | None:
    toen = paar.eigen.indeling if paar.toen else 0
    if not paar.is_mediaan:
        return maak_zin(context, tekst, [paar.eigen, paar.ander], toen=toen)
    naam = paar.waar
    afgeleid = [(naam, paar.ander.waarde or 0.0)] if met_ander else []
    return maak_zin(context, tekst, [paar.eigen], afgeleid, toen)


def _telt(indicator: Indicator) -> bool:
    return indicator.decimalen == 0

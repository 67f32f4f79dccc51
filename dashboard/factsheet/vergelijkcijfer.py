"""One figure of all areas side by side: their numbers together, each by itself, one strip."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.components.datum import opsomming
from dashboard.components.woorden import hoeveel, onderwerp_van, ook
from dashboard.factsheet.cijferblok import bronregel_tekst, eenheid_van, maat_van
from dashboard.factsheet.inhoud import CijferInhoud, Tekening
from dashboard.figures.schaal import Schaal, schaal
from dashboard.figures.spreiding import Maat, Stip, Strook, hoogte_van, rij
from dashboard.figures.svg import Svg, beeld
from dashboard.vergelijking import Kant, Vergelijking
from wijken import opmaak
from wijken.indicator import Cijfersoort, Eenheid, Indicator
from wijken.waarneming import Waarneming

if TYPE_CHECKING:
    from dashboard.context import Context

# All dots filled: this strip is about all of them.
_MAAT = Maat(straal=3.25, breedte=300, lagen=9, gevuld=True)


def gehelen(vergelijking: Vergelijking) -> list[Waarneming]:
    """Give the figure of the whole of each area that has one."""
    van_kanten = [kant.geheel for kant in vergelijking.kanten]
    return [w for w in van_kanten if w is not None and w.waarde is not None]


def cijfer_naast_elkaar(
    context: Context, indicator: Indicator, v: Vergelijking, *, teken: bool = True
) -> CijferInhoud:
    """Give the figures of all areas as one; there is one of each.

    Args:
        context: sentences and catalogue.
        indicator: what it is about.
        v: the areas with their figures.
        teken: with the strip; without is faster.
    """
    teksten, paren = context.teksten, list(zip(v.kanten, gehelen(v), strict=True))
    getallen = [opmaak.cijfer(w.waarde or 0.0, indicator) for _, w in paren]
    bronnen = dict.fromkeys(bronregel_tekst(context, w) for _, w in paren)
    merk = teksten.zin("kerncijfer.schatting") if indicator.soort is Cijfersoort.MODEL else ""
    per_plaats = [
        teksten.zin(
            "factsheet.per_plaats",
            plaats=kant.gebied.plaats_in_zin,
            cijfer=hoeveel(context, indicator, w.waarde or 0.0),
        )
        for kant, w in paren
    ]
    woorden = "; ".join(per_plaats)
    return CijferInhoud(
        sleutel=indicator.id,
        thema=indicator.thema,
        naam=onderwerp_van(context, indicator),
        getal=opsomming(teksten, getallen),
        eenheid=eenheid_van(context, indicator, paren[0][1].waarde or 0.0),
        woorden=woorden[:1].upper() + woorden[1:],
        naast=_naast(context, indicator, v),
        merken=merk,
        bronregel="; ".join(bronnen),
        soort=teksten.zin(f"cijfersoort.{indicator.soort}"),
        waarneming=paren[0][1],
        strook=_strook(context, indicator, v) if teken else None,
        plek=", ".join(w.regio.code for _, w in paren),
        onder_thema=context.catalogus.themas[indicator.thema].naam,
        naast_elkaar=tuple(_een(context, indicator, kant, w) for kant, w in paren),
        maat=maat_van(indicator),
    )


def _een(context: Context, indicator: Indicator, kant: Kant, w: Waarneming) -> CijferInhoud:
    return CijferInhoud(
        sleutel=indicator.id,
        thema=indicator.thema,
        naam=kant.gebied.plaats,
        getal=opmaak.cijfer(w.waarde or 0.0, indicator),
        eenheid=eenheid_van(context, indicator, w.waarde or 0.0),
        woorden=hoeveel(context, indicator, w.waarde or 0.0),
        naast="",
        merken=context.teksten.zin("kerncijfer.onzeker") if w.onzeker else "",
        bronregel=bronregel_tekst(context, w),
        soort=context.teksten.zin(f"cijfersoort.{indicator.soort}"),
        waarneming=w,
        plek=w.regio.code,
        gebied=kant.gebied.slug,
        maat=maat_van(indicator),
    )


def _naast(context: Context, indicator: Indicator, v: Vergelijking) -> str:
    zin, delen = context.teksten.zin, []
    if v.land is not None and v.land.waarde is not None:
        delen.append(zin("kerncijfer.land", cijfer=ook(indicator, v.land.waarde)))
    if v.middelste is not None:
        delen.append(zin("kerncijfer.mediaan", cijfer=ook(indicator, v.middelste.waarde)))
    tekst = ", ".join(delen)
    return tekst[:1].upper() + tekst[1:]


def _strook(context: Context, indicator: Indicator, v: Vergelijking) -> Tekening | None:
    """Draw a row of dots an area on one scale, the whole as a diamond."""
    if indicator.eenheid is Eenheid.KLASSE or not all(kant.gemeten for kant in v.kanten):
        return None
    maat = schaal(indicator, v.waarden, 4)
    hoogte, delen = 0.0, []
    for kant in v.kanten:
        wat = _rij(indicator, kant, maat)
        hoog = max(24.0, hoogte_van(wat, _MAAT)) + 10
        delen += rij(wat, _MAAT, (hoogte, hoogte + hoog))
        hoogte += hoog
    zin, naam = context.teksten.zin, onderwerp_van(context, indicator)
    niveaus = zin(f"vergelijken.niveaus.{v.niveau}")
    titel = zin("kerncijfer.strook_titel", naam=naam, niveaus=niveaus)
    tekst = " ".join(_spreiding(context, indicator, kant, v) for kant in v.kanten)
    svg: Svg = beeld(f"strook-{indicator.id}", (titel, tekst), hoogte, *delen)
    plaatsen = [kant.gebied.plaats for kant in v.kanten]
    bij = zin("factsheet.strook_samen", plaatsen=opsomming(context.teksten, plaatsen))
    laag, hoogste = (opmaak.getal(w, maat.decimalen) for w in (maat.laag, maat.hoog))
    return Tekening(svg, titel, tekst, bij, (laag, hoogste))


def _rij(indicator: Indicator, kant: Kant, maat: Schaal) -> Strook:
    stippen = tuple(
        Stip(
            plek.waarneming.waarde or 0.0,
            f"{plek.naam}: {opmaak.met_eenheid(plek.waarneming.waarde or 0.0, indicator)}",
            onzeker=plek.waarneming.onzeker,
        )
        for plek in kant.gemeten
    )
    geheel = kant.geheel
    punt = Stip(geheel.waarde) if geheel is not None and geheel.waarde is not None else None
    return Strook(stippen, maat, kant.gebied.kleur, punt)


def _spreiding(context: Context, indicator: Indicator, kant: Kant, v: Vergelijking) -> str:
    return context.teksten.zin(
        "vergelijken.spreiding",
        plaats=kant.gebied.plaats,
        niveau=v.niveau,
        laag=ook(indicator, min(kant.waarden)),
        hoog=ook(indicator, max(kant.waarden)),
        midden=ook(indicator, kant.midden or 0.0),
    )

"""One figure as every writer shows it: number, words, context, strip, series, year and source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.afronding import in_woorden
from dashboard.components.woorden import in_gewone_taal, met_breuken, onderwerp_van, ook
from dashboard.factsheet.cijfers import Kerncijfer, Spreiding
from dashboard.factsheet.inhoud import CijferInhoud, Tekening
from dashboard.figures.schaal import Schaal, schaal
from dashboard.figures.spreiding import Stip, Strook, strook
from dashboard.figures.trend import Punt, trend
from wijken import opmaak
from wijken.indicator import Cijfersoort, Indicator
from wijken.regio import Soort
from wijken.verschil import Verschil, verschil

if TYPE_CHECKING:
    from dashboard.context import Context
    from wijken.waarneming import Waarneming


def cijfer_inhoud(
    context: Context, cijfer: Kerncijfer, kleur: str, *, teken: bool = True
) -> CijferInhoud:
    """Put a measured figure in words and drawings.

    Args:
        context: sentences and catalogue.
        cijfer: a measured figure.
        kleur: of the area.
        teken: with strip and series; without is much faster.
    """
    indicator, w = cijfer.indicator, cijfer.waarneming
    waarde = w.waarde or 0.0
    codes = [deel.regio.code for deel in cijfer.delen] or [w.regio.code]
    return CijferInhoud(
        sleutel=indicator.id,
        thema=indicator.thema,
        naam=onderwerp_van(context, indicator),
        getal=opmaak.cijfer(waarde, indicator),
        eenheid=eenheid_van(context, indicator, waarde),
        woorden=in_gewone_taal(context, indicator, waarde),
        naast=_naast(context, cijfer),
        merken=merken_van(context, cijfer),
        bronregel=bronregel_tekst(context, w),
        soort=context.teksten.zin(f"cijfersoort.{indicator.soort}"),
        waarneming=w,
        strook=_strook(context, cijfer, kleur) if teken else None,
        trend=_trend(context, cijfer, kleur) if teken else None,
        plek=", ".join(codes),
        onder_thema=context.catalogus.themas[indicator.thema].naam,
        maat=maat_van(indicator),
    )


def bronregel_tekst(context: Context, waarneming: Waarneming) -> str:
    """Name source, table and year of a figure."""
    bron = context.catalogus.bronnen.get(waarneming.herkomst.bron)
    return context.teksten.zin(
        "frame.bronregel",
        bron=bron.bronregel if bron else waarneming.herkomst.bron,
        tabel=waarneming.herkomst.tabel,
        jaar=waarneming.periode,
    )


def maat_van(indicator: Indicator) -> str:
    """Give the unit, also where the words under the number say it; "" for classes."""
    return "" if indicator.labels else opmaak.eenheid_tekst(indicator)


def eenheid_van(context: Context, indicator: Indicator, waarde: float) -> str:
    """Give the unit behind the large number; "" when the words under it say the same."""
    if in_gewone_taal(context, indicator, waarde) and not indicator.is_aandeel:
        return ""
    return maat_van(indicator)


def _naast(context: Context, cijfer: Kerncijfer) -> str:
    delen = [
        context.teksten.zin(f"kerncijfer.{r.soort}", cijfer=ook(cijfer.indicator, r.waarde))
        for r in cijfer.naast
    ]
    zin = ", ".join(delen)
    return zin[:1].upper() + zin[1:]


def merken_van(context: Context, cijfer: Kerncijfer) -> str:
    """Say what to mind: an estimate, uncertain, of the area as it was then, of several areas."""
    zin, w = context.teksten.zin, cijfer.waarneming
    merken = [
        (cijfer.indicator.soort is Cijfersoort.MODEL, zin("kerncijfer.schatting")),
        (w.onzeker, zin("kerncijfer.onzeker")),
        (cijfer.toen, zin("kerncijfer.toen", jaar=w.indeling)),
        (bool(cijfer.delen), _samen(context, cijfer)),
    ]
    return "; ".join(woord for geldt, woord in merken if geldt)


def _samen(context: Context, cijfer: Kerncijfer) -> str:
    """Say that it is of several areas; of a sum of rounded counts how far it may be off."""
    rond = cijfer.afronding
    if rond is not None and rond.hooguit is not None:
        return in_woorden(context.teksten, rond)
    return context.teksten.zin("kerncijfer.samen", aantal=len(cijfer.delen))


def _strook(context: Context, cijfer: Kerncijfer, kleur: str) -> Tekening | None:
    spreiding = cijfer.spreiding
    if spreiding is None:
        return None
    wat = _wat(context, cijfer, spreiding, kleur)
    titel, tekst = _woorden(context, cijfer, spreiding)
    svg = strook(f"strook-{cijfer.indicator.id}", (titel, tekst), wat)
    laag, hoog = (opmaak.getal(w, wat.schaal.decimalen) for w in (wat.schaal.laag, wat.schaal.hoog))
    return Tekening(svg, titel, tekst, _bijschrift(context, cijfer, spreiding), (laag, hoog))


def _wat(context: Context, cijfer: Kerncijfer, spreiding: Spreiding, kleur: str) -> Strook:
    """Give dots and scale; a whole is a diamond, where it is of the same year."""
    eigen = cijfer.waarneming
    gekozen = {deel.regio for deel in cijfer.delen} or {eigen.regio}
    is_geheel = bool(cijfer.delen) or eigen.regio.soort is Soort.GEMEENTE
    zeker = [p.waarneming for p in spreiding.plekken if not p.waarneming.onzeker]
    waarden = [w.waarde for w in [*zeker, eigen] if w.waarde is not None]
    stippen = tuple(
        Stip(
            plek.waarneming.waarde or 0.0,
            _stip_label(context, cijfer, plek.naam, plek.waarneming.waarde or 0.0),
            gekozen=plek.waarneming.regio in gekozen,
            onzeker=plek.waarneming.onzeker,
        )
        for plek in spreiding.plekken
    )
    punt = Stip(eigen.waarde or 0.0) if is_geheel and spreiding.zelfde_jaar else None
    return Strook(stippen, schaal(cijfer.indicator, waarden, 4), kleur, punt)


def _stip_label(context: Context, cijfer: Kerncijfer, naam: str, waarde: float) -> str:
    met = opmaak.met_eenheid(waarde, cijfer.indicator)
    return context.teksten.zin("kerncijfer.stip", naam=naam, cijfer=met)


def _woorden(context: Context, cijfer: Kerncijfer, spreiding: Spreiding) -> tuple[str, str]:
    zin, indicator = context.teksten.zin, cijfer.indicator
    niveaus = zin(f"vergelijken.niveaus.{spreiding.niveau}")
    naam = onderwerp_van(context, indicator)
    soort = "selectie" if cijfer.delen else cijfer.waarneming.regio.soort
    tekst = zin(
        "kerncijfer.strook_tekst",
        gemeten=len(spreiding.plekken),
        niveaus=niveaus,
        laag=ook(indicator, min(spreiding.waarden)),
        midden=ook(indicator, spreiding.midden or 0.0),
        hoog=ook(indicator, max(spreiding.waarden)),
        plaats=zin(f"factsheet.hier.{soort}"),
        cijfer=ook(indicator, cijfer.waarneming.waarde or 0.0),
    )
    return zin("kerncijfer.strook_titel", naam=naam, niveaus=niveaus), tekst


def _bijschrift(context: Context, cijfer: Kerncijfer, spreiding: Spreiding) -> str:
    zin, gemeten = context.teksten.zin, len(spreiding.plekken)
    niveaus = zin(f"vergelijken.niveaus.{spreiding.niveau}")
    tekst = zin(
        "kerncijfer.strook_alle" if gemeten == spreiding.totaal else "kerncijfer.strook",
        gemeten=gemeten,
        totaal=spreiding.totaal,
        niveaus=niveaus,
        midden=ook(cijfer.indicator, spreiding.midden or 0.0),
    )
    if not spreiding.zelfde_jaar:
        jaar = spreiding.uitgave.periode
        return zin("kerncijfer.strook_jaar", niveaus=niveaus.capitalize(), jaar=jaar, zin=tekst)
    return tekst[:1].upper() + tekst[1:]


def _trend(context: Context, cijfer: Kerncijfer, kleur: str) -> Tekening | None:
    if not cijfer.reeks:
        return None
    delen = [[Punt(w.periode.jaar, w.waarde or 0.0) for w in deel] for deel in cijfer.reeks]
    tekst = _trendtekst(context, cijfer)
    naam = onderwerp_van(context, cijfer.indicator)
    titel = context.teksten.zin("kerncijfer.trend_titel", naam=naam)
    sleutel = f"trend-{cijfer.indicator.id}"
    svg = trend(sleutel, (titel, tekst), delen, _trendschaal(cijfer), kleur)
    return Tekening(svg, titel, tekst, tekst)


def _trendschaal(cijfer: Kerncijfer) -> Schaal:
    waarden = [w.waarde for deel in cijfer.reeks for w in deel if w.waarde is not None]
    return schaal(cijfer.indicator, waarden, 3)


def _trendtekst(context: Context, cijfer: Kerncijfer) -> str:
    """Name every point, where the series is broken, and whether anything clearly changed."""
    zin, indicator = context.teksten.zin, cijfer.indicator
    per_deel = [
        ", ".join(
            zin("kerncijfer.trend_punt", jaar=w.periode, cijfer=ook(indicator, w.waarde or 0.0))
            for w in deel
        )
        for deel in cijfer.reeks
    ]
    tekst = met_breuken(context, cijfer.reeks, per_deel) + "."
    laatste = cijfer.reeks[-1]
    uitkomst = verschil(indicator, laatste[0], laatste[-1])
    if len(laatste) > 1 and uitkomst is not Verschil.DUIDELIJK:
        jaren = {"eerste": laatste[0].periode, "laatste": laatste[-1].periode}
        return f"{tekst} {zin('kerncijfer.trend_gelijk', **jaren)}"
    return tekst

"""The block of one figure: a large number, words, context, strip, series, year and source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dash import html

from dashboard.components.bronregel import bronregel
from dashboard.components.tekening import tekening
from dashboard.components.woorden import in_gewone_taal, onderwerp_van, ook
from dashboard.factsheet.cijfers import Kerncijfer, Spreiding
from dashboard.figures.schaal import Schaal, schaal
from dashboard.figures.spreiding import Stip, Strook, strook
from dashboard.figures.trend import Punt, trend
from wijken import opmaak
from wijken.indicator import Cijfersoort
from wijken.regio import Soort
from wijken.verschil import Verschil, verschil

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.context import Context


def kerncijfer(context: Context, cijfer: Kerncijfer, kleur: str, *, thema: str = "") -> Component:
    """Draw the block; a figure that is missing has no block but a sentence elsewhere.

    Args:
        context: sentences and catalogue.
        cijfer: a measured figure.
        kleur: of the area.
        thema: the theme to name above it, where that is not said already.
    """
    indicator, waarde = cijfer.indicator, cijfer.waarneming.waarde or 0.0
    delen = [
        *_regel(thema, "kern-thema"),
        html.H3(onderwerp_van(context, indicator)),
        _getal(context, cijfer),
        *_regel(in_gewone_taal(context, indicator, waarde), "kern-woorden"),
        *_regel(_naast(context, cijfer), "kern-naast"),
        *_strook(context, cijfer, kleur),
        *_trend(context, cijfer, kleur),
        *_regel(_merken(context, cijfer), "kern-merk"),
        html.P(bronregel(context, cijfer.waarneming), className="kern-bron"),
    ]
    return html.Article(delen, className="kerncijfer heel", id=f"cijfer-{indicator.id}")


def _regel(tekst: str, klasse: str) -> list[Component]:
    return [html.P(tekst, className=klasse)] if tekst else []


def _getal(context: Context, cijfer: Kerncijfer) -> Component:
    indicator, waarde = cijfer.indicator, cijfer.waarneming.waarde or 0.0
    getal = opmaak.cijfer(waarde, indicator)
    if indicator.labels:
        return html.P(getal, className="kern-woord")
    eenheid = opmaak.eenheid_tekst(indicator)
    if in_gewone_taal(context, indicator, waarde) and not indicator.is_aandeel:
        eenheid = ""  # the words under it say the same
    klein = html.Span(f"{opmaak.DUN}{eenheid}", className="kern-eenheid")
    return html.P([getal, klein] if eenheid else getal, className="kern-getal")


def _naast(context: Context, cijfer: Kerncijfer) -> str:
    delen = [
        context.teksten.zin(f"kerncijfer.{r.soort}", cijfer=ook(cijfer.indicator, r.waarde))
        for r in cijfer.naast
    ]
    zin = ", ".join(delen)
    return zin[:1].upper() + zin[1:]


def _merken(context: Context, cijfer: Kerncijfer) -> str:
    zin, w = context.teksten.zin, cijfer.waarneming
    merken = [
        (cijfer.indicator.soort is Cijfersoort.MODEL, zin("kerncijfer.schatting")),
        (w.onzeker, zin("kerncijfer.onzeker")),
        (cijfer.toen, zin("kerncijfer.toen", jaar=w.indeling)),
    ]
    return "; ".join(woord for geldt, woord in merken if geldt)


def _strook(context: Context, cijfer: Kerncijfer, kleur: str) -> list[Component]:
    spreiding = cijfer.spreiding
    if spreiding is None:
        return []
    wat = _wat(context, cijfer, spreiding, kleur)
    sleutel = f"strook-{cijfer.indicator.id}"
    svg = strook(sleutel, _woorden(context, cijfer, spreiding), wat)
    einden = [opmaak.getal(w, wat.schaal.decimalen) for w in (wat.schaal.laag, wat.schaal.hoog)]
    schaalregel = html.P([html.Span(e) for e in einden], className="kern-einden")
    bij = html.Figcaption(_bijschrift(context, cijfer, spreiding))
    return [html.Figure([tekening(svg), schaalregel, bij], className="kern-strook")]


def _wat(context: Context, cijfer: Kerncijfer, spreiding: Spreiding, kleur: str) -> Strook:
    """Give dots and scale; a whole gemeente is a diamond, where it is of the same year."""
    eigen = cijfer.waarneming
    is_geheel = eigen.regio.soort is Soort.GEMEENTE and spreiding.zelfde_jaar
    zeker = [p.waarneming for p in spreiding.plekken if not p.waarneming.onzeker]
    waarden = [w.waarde for w in [*zeker, eigen] if w.waarde is not None]
    stippen = tuple(
        Stip(
            plek.waarneming.waarde or 0.0,
            _stip_label(context, cijfer, plek.naam, plek.waarneming.waarde or 0.0),
            gekozen=plek.waarneming.regio == eigen.regio,
            onzeker=plek.waarneming.onzeker,
        )
        for plek in spreiding.plekken
    )
    punt = Stip(eigen.waarde or 0.0) if is_geheel else None
    return Strook(stippen, schaal(cijfer.indicator, waarden, 4), kleur, punt)


def _stip_label(context: Context, cijfer: Kerncijfer, naam: str, waarde: float) -> str:
    met = opmaak.met_eenheid(waarde, cijfer.indicator)
    return context.teksten.zin("kerncijfer.stip", naam=naam, cijfer=met)


def _woorden(context: Context, cijfer: Kerncijfer, spreiding: Spreiding) -> tuple[str, str]:
    zin, indicator = context.teksten.zin, cijfer.indicator
    niveaus = zin(f"vergelijken.niveaus.{spreiding.niveau}")
    naam = onderwerp_van(context, indicator)
    soort = zin(f"factsheet.hier.{cijfer.waarneming.regio.soort}")
    tekst = zin(
        "kerncijfer.strook_tekst",
        gemeten=len(spreiding.plekken),
        niveaus=niveaus,
        laag=ook(indicator, min(spreiding.waarden)),
        midden=ook(indicator, spreiding.midden or 0.0),
        hoog=ook(indicator, max(spreiding.waarden)),
        plaats=soort,
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


def _trend(context: Context, cijfer: Kerncijfer, kleur: str) -> list[Component]:
    if not cijfer.reeks:
        return []
    delen = [[Punt(w.periode.jaar, w.waarde or 0.0) for w in deel] for deel in cijfer.reeks]
    tekst = _trendtekst(context, cijfer)
    titel = context.teksten.zin(
        "kerncijfer.trend_titel", naam=onderwerp_van(context, cijfer.indicator)
    )
    svg = trend(f"trend-{cijfer.indicator.id}", (titel, tekst), delen, _trendschaal(cijfer), kleur)
    return [html.Figure([tekening(svg), html.Figcaption(tekst)], className="kern-trend")]


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
    tekst = f" {zin('kerncijfer.trend_breuk')} ".join(per_deel) + "."
    laatste = cijfer.reeks[-1]
    uitkomst = verschil(indicator, laatste[0], laatste[-1])
    if len(laatste) > 1 and uitkomst is not Verschil.DUIDELIJK:
        jaren = {"eerste": laatste[0].periode, "laatste": laatste[-1].periode}
        return f"{tekst} {zin('kerncijfer.trend_gelijk', **jaren)}"
    return tekst

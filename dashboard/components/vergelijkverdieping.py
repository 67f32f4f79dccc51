"""What one subject shows under its dots: the series of both sides, the gap inside each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dash import html

from dashboard.components.gebiedbewijs import herleidzinnen
from dashboard.components.tekening import tekening
from dashboard.components.vergelijkwoorden import niveaus
from dashboard.components.woorden import met_breuken, onderwerp_van, ook
from dashboard.components.zijdekleur import kleurklasse
from dashboard.figures.reeksen import Lijn, reeksen
from dashboard.figures.schaal import schaal
from dashboard.figures.trend import Punt
from dashboard.vergelijken.kloof import Gang, Kloof, Verloop, verloop
from dashboard.vergelijken.reeksen import Reeks, reeks_van
from wijken import opmaak
from wijken.indicator import Eenheid
from wijken.verschil import Verschil, verschil

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.context import Context
    from dashboard.momentopname import Momentopname
    from dashboard.vergelijking import Kant, Vergelijking


def verdieping(context: Context, nu: Momentopname, v: Vergelijking) -> list[Component]:
    """Draw both; what has nothing to say is left out."""
    return [*_trend(context, nu, v), *_kloof(context, nu, v)]


def _trend(context: Context, nu: Momentopname, v: Vergelijking) -> list[Component]:
    zin, indicator = context.teksten.zin, v.wens.indicator
    if indicator.labels:
        return []
    alle = [(kant, reeks_van(nu, indicator, kant.zijde)) for kant in v.kanten]
    lang = [(kant, reeks) for kant, reeks in alle if reeks]
    kop = html.H2(zin("vergelijken.kop_trend"))
    if not any(sum(map(len, reeks)) > 1 for _, reeks in lang):
        deel: list[Component] = [html.P(zin("vergelijken.trend_een_jaar"))]
    else:
        deel = [_beeld(context, v, lang)]
        if any(len(reeks) > 1 for _, reeks in lang):
            deel.append(html.P(zin("vergelijken.trend_breuk"), className="klein"))
        deel += [
            html.P(z, className="klein") for _, r in lang for z in herleidzinnen(context, nu, r)
        ]
    return [html.Section([kop, *deel], className="vergelijk-trend heel", id="trend")]


def _beeld(context: Context, v: Vergelijking, lang: Sequence[tuple[Kant, Reeks]]) -> Component:
    indicator = v.wens.indicator
    waarden = [w.waarde or 0.0 for _, reeks in lang for deel in reeks for w in deel]
    # From 0, so that a step of rounding does not look like a change.
    waarden += [0.0] if min(waarden) >= 0 else []
    lijnen = [
        Lijn(
            tuple(tuple(Punt(w.periode.jaar, w.waarde or 0.0) for w in d) for d in reeks),
            kant.zijde.kleur,
            vierkant=kant is not v.kanten[0],
        )
        for kant, reeks in lang
    ]
    naam = onderwerp_van(context, indicator)
    titel = context.teksten.zin("vergelijken.trend_titel", naam=naam)
    zinnen = [(kant, _punten(context, v, kant, reeks)) for kant, reeks in lang]
    svg = reeksen(
        f"reeksen-{indicator.id}",
        (titel, " ".join(zin for _, zin in zinnen)),
        lijnen,
        schaal(indicator, waarden, 4),
    )
    bij = [_naam(v, kant, zin) for kant, zin in zinnen]
    return html.Figure([html.Figcaption(bij), tekening(svg)])


def _naam(v: Vergelijking, kant: Kant, zin: str) -> Component:
    plaats = v.kanten.index(kant)
    merk = html.Span("■ " if plaats else "● ", className="merk-teken")
    return html.P([merk, zin], className=f"trend-naam {kleurklasse(plaats, kant.zijde)}")


def _punten(context: Context, v: Vergelijking, kant: Kant, reeks: Reeks) -> str:
    zin, indicator = context.teksten.zin, v.wens.indicator
    delen = [
        ", ".join(
            zin("vergelijken.trend_punt", jaar=w.periode, cijfer=ook(indicator, w.waarde or 0.0))
            for w in deel
        )
        for deel in reeks
    ]
    punten = met_breuken(context, reeks, delen)
    tekst = f"{zin('vergelijken.trend_naam', plaats=kant.zijde.naam, punten=punten)}."
    laatste = reeks[-1]
    if len(laatste) > 1 and verschil(indicator, laatste[0], laatste[-1]) is not Verschil.DUIDELIJK:
        jaren = {"eerste": laatste[0].periode, "laatste": laatste[-1].periode}
        return f"{tekst} {zin('kerncijfer.trend_gelijk', **jaren)}"
    return tekst


def _kloof(context: Context, nu: Momentopname, v: Vergelijking) -> list[Component]:
    alle = [(kant, verloop(nu, v.wens.indicator, kant)) for kant in v.kanten]
    gevonden = [(kant, een) for kant, een in alle if een is not None]
    if not gevonden:
        return []
    zinnen = [
        html.P(
            " ".join(kloofzinnen(context, v, kant, een)),
            className=f"kloof-zin {kleurklasse(v.kanten.index(kant), kant.zijde)}",
        )
        for kant, een in gevonden
    ]
    kop = html.H2(context.teksten.zin("vergelijken.kop_kloof"))
    return [html.Section([kop, *zinnen], className="vergelijk-kloof heel", id="kloof")]


def kloofzinnen(context: Context, v: Vergelijking, kant: Kant, een: Verloop) -> list[str]:
    """Say how far low and high are apart in a side, and what became of that."""
    zin, indicator = context.teksten.zin, v.wens.indicator
    woord = niveaus(context, een.nu.niveau if een.nu else v.niveau)
    if een.nu is None:
        plaats = kant.zijde.in_zin
        return [zin(f"vergelijken.kloof_gang.{Gang.WEINIG}", plaats=plaats, niveaus=woord)]
    zinnen = [
        zin(
            "vergelijken.kloof",
            plaats=kant.zijde.in_zin,
            niveaus=woord,
            laag=ook(indicator, een.nu.laag),
            hoog=ook(indicator, een.nu.hoog),
            breed=_breed(v, een.nu),
        )
    ]
    velden = {"niveaus": woord}
    if een.toen is not None and een.nu_zelfde is not None:
        velden |= {
            "eerste": str(een.toen.periode),
            "laatste": str(een.nu_zelfde.periode),
            "toen": _breed(v, een.toen),
            "nu": _breed(v, een.nu_zelfde),
        }
    return [*zinnen, zin(f"vergelijken.kloof_gang.{een.gang}", **velden)]


def _breed(v: Vergelijking, kloof: Kloof) -> str:
    """Say how wide a gap is: the difference of the two figures as they are written."""
    indicator = v.wens.indicator
    laag, hoog = (opmaak.afronden(w, indicator.decimalen) for w in (kloof.laag, kloof.hoog))
    tekst = opmaak.getal(hoog - laag, indicator.decimalen)
    kaal = (Eenheid.PROCENT, Eenheid.PER_1000, Eenheid.SCORE)
    return tekst if indicator.eenheid in kaal else ook(indicator, hoog - laag)

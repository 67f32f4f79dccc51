"""The overview of a comparison: per theme the key figures of both sides, spread before average."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dash import html

from dashboard import links
from dashboard.components.tekening import tekening
from dashboard.components.vergelijkpunten import regel
from dashboard.components.vergelijkwoorden import (
    gebiedszinnen,
    let_op,
    spreidingen,
    verschilzin,
)
from dashboard.components.woorden import onderwerp_van
from dashboard.components.zijdekleur import kleurklasse
from dashboard.figures.schaal import Schaal, schaal
from dashboard.figures.spreiding import Maat, Stip, Strook, hoogte_van, rij
from dashboard.figures.svg import beeld
from dashboard.vergelijken.ijkpunten import Ijkpunt, ijkpunten
from dashboard.vergelijken.zijde import Past
from dashboard.vergelijking import Kant, Vergelijking, Wens, vergelijk
from wijken import opmaak
from wijken.indicator import Indicator
from wijken.regio import Soort
from wijken.waarneming import Status

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.context import Context
    from dashboard.momentopname import Momentopname
    from dashboard.vergelijken.staat import Staat
    from dashboard.vergelijken.zijde import Zijde
    from wijken.catalogus import Thema

_LUCHT = 10.0
_MAAT = Maat(straal=3.5, breedte=330, lagen=7, gevuld=True)


@dataclass(frozen=True)
class Naast:
    """One figure of both sides and what it is held against."""

    v: Vergelijking
    punten: tuple[Ijkpunt, ...]
    let_op: tuple[str, ...] = ()


def naast_elkaar(context: Context, nu: Momentopname, staat: Staat) -> tuple[Naast, ...]:
    """Give every figure of the overview; the lead themes of the sides come first."""
    return tuple(
        _naast(context, nu, staat, indicator)
        for thema in _volgorde(context, staat.zijden.beide)
        for indicator in staat.getoond
        if indicator.thema == thema.id
    )


def _naast(context: Context, nu: Momentopname, staat: Staat, indicator: Indicator) -> Naast:
    v = vergelijk(nu, Wens(indicator), staat.zijden.beide)
    return Naast(v, ijkpunten(nu, v), tuple(let_op(context, nu, v)))


def overzicht(context: Context, staat: Staat, alle: Sequence[Naast]) -> list[Component]:
    """Draw a section for each theme that has a chosen figure."""
    per_thema = [
        (thema, [een for een in alle if een.v.wens.indicator.thema == thema.id])
        for thema in _volgorde(context, staat.zijden.beide)
    ]
    return [_thema(context, staat, thema, cijfers) for thema, cijfers in per_thema if cijfers]


def _volgorde(context: Context, zijden: Sequence[Zijde]) -> list[Thema]:
    alle = context.catalogus.themas
    eerst = dict.fromkeys(z.gebied.leidend_thema for z in zijden if not z.buiten)
    return [alle[t] for t in eerst] + [t for t in alle.values() if t.id not in eerst]


def _thema(context: Context, staat: Staat, thema: Thema, cijfers: Sequence[Naast]) -> Component:
    blokken = [_blok(context, staat, een) for een in cijfers]
    return html.Section(
        [*_kop(context, staat.zijden.beide, thema), html.Div(blokken, className="naast-blokken")],
        className="naast-thema",
    )


def _kop(context: Context, zijden: Sequence[Zijde], thema: Thema) -> list[Component]:
    """Name the theme; where an area looks first, in its colour and with its question."""
    zin, naam = context.teksten.zin, thema.naam[:1].lower() + thema.naam[1:]
    leidt = [z.gebied for z in zijden if z.gebied.leidend_thema == thema.id and not z.buiten]
    if not leidt:
        return [html.H2(thema.naam)]
    gebied = leidt[0]
    kop = zin("vergelijken.gebied_kop", plaats=gebied.plaats, thema=naam)
    return [
        html.Div(
            [
                html.H2(kop, className="gebied-naam"),
                html.P(gebied.vraag, className="start-vraag"),
            ],
            className=f"gebied-{gebied.slug}",
        )
    ]


def _blok(context: Context, staat: Staat, een: Naast) -> Component:
    v, indicator = een.v, een.v.wens.indicator
    naam = onderwerp_van(context, indicator)
    maat = schaal(indicator, v.waarden, 4) if v.waarden and not indicator.labels else None
    zinnen = " ".join([*een.let_op, *gebiedszinnen(context, v)])
    delen = [
        html.H3(links.intern(naam, staat.adres(indicator=indicator.id, cijfers=None))),
        html.P(_eenheid(indicator), className="naast-eenheid stil"),
        *(_kant(context, v, kant, maat) for kant in v.kanten),
        *_einden(maat, v),
        html.P(verschilzin(context, v), className="naast-verschil"),
        *([html.P(zinnen, className="klein")] if zinnen else []),
        html.P(regel(context, indicator, een.punten), className="klein"),
        html.P(_herkomst(context, v), className="bron"),
    ]
    return html.Article(delen, className="naast-blok heel", id=f"naast-{indicator.id}")


def _eenheid(indicator: Indicator) -> str:
    """Say of what the numbers are."""
    if indicator.is_aandeel:
        return f"van de 100 {indicator.van_wie}"
    return opmaak.eenheid_tekst(indicator)


def _kant(context: Context, v: Vergelijking, kant: Kant, maat: Schaal | None) -> Component:
    """Draw one side: its name and figure, and its dots under them."""
    indicator, zijde = v.wens.indicator, kant.zijde
    cijfers = [opmaak.cijfer(p.waarneming.waarde or 0.0, indicator) for p in kant.gehelen] or [
        "\u2013"
    ]
    kop = [
        html.Span(zijde.naam, className="naast-naam"),
        html.Span(" / ".join(cijfers), className="naast-getal"),
    ]
    return html.Div(
        [
            html.P(kop, className="naast-kop"),
            *_stippen(context, v, kant, maat),
            *_waarom(context, kant),
        ],
        className=f"naast-kant {kleurklasse(v.kanten.index(kant), zijde)}",
    )


def _waarom(context: Context, kant: Kant) -> list[Component]:
    """Say why there is no figure, where no other sentence does."""
    if kant.gehelen or kant.weigering is not None or kant.past is Past.NIET:
        return []
    status = next((p.waarneming.status for p in kant.gemeenten), Status.NIET_IN_KOPIE)
    return [html.P(context.teksten.zin(f"status.{status}"), className="klein stil")]


def _stippen(context: Context, v: Vergelijking, kant: Kant, maat: Schaal | None) -> list[Component]:
    if maat is None:
        return []
    if not kant.gemeten:
        geen = context.teksten.zin("vergelijken.strook_geen")
        return [html.P(geen, className="klein stil")] if v.niveau is not Soort.GEMEENTE else []
    indicator = v.wens.indicator
    stippen = tuple(
        Stip(
            p.waarneming.waarde or 0.0,
            context.teksten.zin(
                "kerncijfer.stip",
                naam=p.naam,
                cijfer=opmaak.met_eenheid(p.waarneming.waarde or 0.0, indicator),
            ),
            onzeker=p.waarneming.onzeker,
        )
        for p in kant.gemeten
    )
    punt = Stip(kant.geheel.waarde) if kant.geheel and kant.geheel.waarde is not None else None
    strook = Strook(stippen, maat, kant.zijde.kleur, punt)
    plaats = v.kanten.index(kant)
    hoogte = max(22.0, hoogte_van(strook, _MAAT)) + _LUCHT
    woorden = (
        context.teksten.zin(
            "vergelijken.strook_titel",
            naam=onderwerp_van(context, indicator),
            plaats=kant.zijde.in_zin,
        ),
        spreidingen(context, v)[plaats],
    )
    svg = beeld(f"naast-{indicator.id}-{plaats}", woorden, hoogte, *rij(strook, _MAAT, (0, hoogte)))
    return [tekening(svg)]


def _einden(maat: Schaal | None, v: Vergelijking) -> list[Component]:
    if maat is None or not any(kant.gemeten for kant in v.kanten):
        return []
    einden = [opmaak.getal(w, maat.decimalen) for w in (maat.laag, maat.hoog)]
    return [html.P([html.Span(e) for e in einden], className="kern-einden")]


def _herkomst(context: Context, v: Vergelijking) -> list[Component | str]:
    """Name year and kind of the figures, and the way to where they come from."""
    zin, indicator = context.teksten.zin, v.wens.indicator
    alle = [p.waarneming for k in v.kanten for p in k.gehelen + k.gemeten[:1]]
    jaren = sorted({str(w.periode) for w in alle})
    if not alle:
        return [links.intern(zin("verantwoording.menu"), links.verantwoording(indicator.id))]
    soort = zin(f"cijfersoort.{indicator.soort}")
    tekst = zin("vergelijken.jaar_soort", jaar=" / ".join(jaren), soort=soort)
    bronnen = dict.fromkeys(
        context.catalogus.bronnen[w.herkomst.bron].bronregel
        for w in alle
        if w.herkomst.bron in context.catalogus.bronnen
    )
    return [
        f"{tekst}. ",
        links.intern(", ".join(bronnen), links.verantwoording(indicator.id)),
    ]

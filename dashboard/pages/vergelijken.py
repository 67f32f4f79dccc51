"""Compares two sides: one indicator with the spread of its buurten, or every theme at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from dash import Input, Output, State, html, no_update

from dashboard import links
from dashboard.components.frame import FrameIds
from dashboard.components.keuzelijst import Keuzelijst
from dashboard.components.keuzes import Keuze, keuzerij
from dashboard.components.melding import melding
from dashboard.components.vergelijkbeeld import beeld, bronnen, tabellen
from dashboard.components.vergelijkkeuzes import (
    cijferkeuze,
    eigenkeuze,
    focuskeuze,
    kantkeuze,
    onderwerpkeuze,
)
from dashboard.components.vergelijkleeftijd import leeftijdsbeeld
from dashboard.components.vergelijkoverzicht import naast_elkaar, overzicht
from dashboard.components.vergelijkpunten import heeft_corporatie, regel
from dashboard.components.vergelijktabel import meenemen, overzichttabel
from dashboard.components.vergelijktweeling import buurtkeuze, tweelingen
from dashboard.components.vergelijkverdieping import verdieping
from dashboard.components.vergelijkwoningen import woningblok
from dashboard.components.vergelijkwoorden import (
    erbij,
    gemiddelden,
    kopzin,
    niveaus,
    spreidingen,
    voorop,
)
from dashboard.components.vinklijst import Vinklijst
from dashboard.components.wild import wild
from dashboard.page import Adres, Page
from dashboard.vergelijken.downloads import register_routes
from dashboard.vergelijken.ijkpunten import Soort as Ijk
from dashboard.vergelijken.ijkpunten import ijkpunten
from dashboard.vergelijken.leeftijd import leeftijden
from dashboard.vergelijken.staat import NIVEAUS, Staat, lees_staat
from dashboard.vergelijken.voorraad import Voorraad
from dashboard.vergelijking import Vergelijking, Wens, vergelijk
from wijken import opmaak
from wijken.vergelijkregels import load_regels
from wijken.voorraadregels import load_voorraadregels

if TYPE_CHECKING:
    from dash import Dash
    from dash.development.base_component import Component

    from dashboard.context import Context
    from dashboard.momentopname import Momentopname

# Said elsewhere on the page already.
_ELDERS = (Ijk.LAND, Ijk.MEDIAAN)


class Ids:
    """Ids of this page."""

    INHOUD = "vergelijken-inhoud"
    RIJEN = "vergelijken-rijen"
    EEN = "vergelijken-een"
    ANDER = "vergelijken-ander"
    KEUZE = "vergelijken-indicator"
    CIJFERS = "vergelijken-cijfers"
    FOCUS = "vergelijken-focus"
    EIGEN_EEN = "vergelijken-eigen-een"
    EIGEN_ANDER = "vergelijken-eigen-ander"
    BUURT = "vergelijken-buurt"
    TWEELING = "vergelijken-tweeling"
    ONDER = "vergelijken-onder"
    ZIN = "vergelijken-zin"


@dataclass(frozen=True)
class Delen:
    """The parts of the page that an address changes; lists stay and get new contents."""

    lijsten: tuple[Keuzelijst | Vinklijst, ...]
    rijen: list[Component]
    inhoud: list[Component]
    tweeling: list[Component]
    onder: list[Component]


def layout(context: Context, adres: Adres) -> Component:
    """Draw the page."""
    delen, zin = _teken(context, adres), context.teksten.zin
    een, ander, indicator, *vinken, buurt = delen.lijsten
    keuzes = [een, ander, indicator, html.Div(delen.rijen, id=Ids.RIJEN)]
    tweeling = [
        html.H2(zin("vergelijken.kop_tweeling")),
        html.P(zin("vergelijken.tweeling_zin")),
        html.Div(buurt, className="kaart-keuzes niet-drukken"),
        html.Div(delen.tweeling, id=Ids.TWEELING),
    ]
    return html.Article(
        [
            html.H1(zin("vergelijken.titel")),
            html.Div(keuzes, className="kaart-keuzes niet-drukken"),
            html.Div(vinken, className="vinklijsten niet-drukken"),
            html.Div(delen.inhoud, id=Ids.INHOUD),
            html.Section(tweeling, className="tweeling"),
            html.Div(delen.onder, id=Ids.ONDER),
        ],
        className="blad vergelijken",
    )


def register_callbacks(app: Dash, context: Context) -> None:
    """Draw anew what changes with the query; the lists stay, so that they keep the focus."""
    vinken = (Ids.EIGEN_EEN, Ids.EIGEN_ANDER, Ids.FOCUS, Ids.CIJFERS)
    lijsten = (Ids.EEN, Ids.ANDER, Ids.KEUZE, *vinken, Ids.BUURT)
    vakken = (Ids.RIJEN, Ids.INHOUD, Ids.TWEELING, Ids.ONDER)

    @app.callback(
        *(Output(lijst, "inhoud") for lijst in lijsten),
        *(Output(vak, "children") for vak in vakken),
        Input(FrameIds.ADRES, "search"),
        State(FrameIds.ADRES, "pathname"),
        prevent_initial_call=True,
    )
    def teken(search: str | None, pathname: str | None) -> Any:  # noqa: ANN401 - Dash's own types
        adres = Adres.parse(pathname, search)
        if adres.pad != links.VERGELIJKEN:
            return (no_update,) * (len(lijsten) + len(vakken))
        delen = _teken(context, adres)
        inhouden = [lijst.inhoud for lijst in delen.lijsten]
        return *inhouden, delen.rijen, delen.inhoud, delen.tweeling, delen.onder


def _teken(context: Context, adres: Adres) -> Delen:
    """Draw what an address asks for, or give it as it was drawn before for this edition."""
    with context.reader.momentopname() as nu:
        # Kept with its context, so that the id stays its own.
        _, voorraad = nu.onthoud(
            ("vergelijkingen", id(context)), lambda: (context, Voorraad[Delen]())
        )
        sleutel = tuple(sorted(adres.vraag.items()))
        return voorraad.geef(sleutel, lambda: _teken_nieuw(context, nu, adres))


def _teken_nieuw(context: Context, nu: Momentopname, adres: Adres) -> Delen:
    staat = lees_staat(context, nu, adres)
    meldingen: list[Component] = [melding(zin) for zin in staat.meldingen]
    lijsten = _lijsten(context, nu, staat)
    tweeling = tweelingen(context, nu, staat)
    if staat.indicator is None:
        inhoud, onder = _overzicht(context, nu, staat)
        return Delen(lijsten, [], meldingen + inhoud, tweeling, onder)
    wens = Wens(staat.indicator, staat.niveau, staat.jaar)
    v = vergelijk(nu, wens, staat.zijden.beide)
    rijen = [_niveaurij(context, staat, v), *_jaarrij(context, staat, v)]
    inhoud = [*_jaarmelding(context, staat, v), *_een(context, nu, staat, v)]
    return Delen(lijsten, rijen, meldingen + inhoud, tweeling, [])


def _lijsten(
    context: Context, nu: Momentopname, staat: Staat
) -> tuple[Keuzelijst | Vinklijst, ...]:
    return (
        kantkeuze(context, nu, staat, "een", Ids.EEN),
        kantkeuze(context, nu, staat, "ander", Ids.ANDER),
        onderwerpkeuze(context, nu, staat, Ids.KEUZE),
        eigenkeuze(context, nu, staat, "een", Ids.EIGEN_EEN),
        eigenkeuze(context, nu, staat, "ander", Ids.EIGEN_ANDER),
        focuskeuze(context, nu, staat, Ids.FOCUS),
        cijferkeuze(context, nu, staat, Ids.CIJFERS),
        buurtkeuze(context, nu, staat, Ids.BUURT),
    )


def _niveaurij(context: Context, staat: Staat, v: Vergelijking) -> Component:
    keuzes = [
        Keuze(niveaus(context, niveau), staat.adres(niveau=niveau), niveau is v.niveau)
        for niveau in NIVEAUS
    ]
    return keuzerij(context.teksten.zin("vergelijken.niveau"), keuzes)


def _jaarrij(context: Context, staat: Staat, v: Vergelijking) -> list[Component]:
    if len(v.jaren) < 2:  # noqa: PLR2004 - one year is no choice
        return []
    gekozen = staat.jaar if staat.jaar in v.jaren else v.jaren[0]
    keuzes = [
        Keuze(str(jaar), staat.adres(jaar=jaar if n else None), jaar == gekozen)
        for n, jaar in enumerate(v.jaren)
    ]
    return [keuzerij(context.teksten.zin("vergelijken.jaar"), keuzes)]


def _jaarmelding(context: Context, staat: Staat, v: Vergelijking) -> list[Component]:
    if staat.jaar is None or staat.jaar in v.jaren or not v.jaren:
        return []
    gevonden = staat.jaar or "?"
    zin = context.teksten.zin("vergelijken.adres.jaar", gevonden=gevonden, jaar=v.jaren[0])
    return [melding(zin)]


def _een(context: Context, nu: Momentopname, staat: Staat, v: Vergelijking) -> list[Component]:
    punten = [punt for punt in ijkpunten(nu, v) if punt.soort not in _ELDERS]
    vooraan = [*voorop(context, nu, v), regel(context, v.wens.indicator, punten)]
    links_ = [
        html.H2(
            kopzin(context, v), id=Ids.ZIN, className="vergelijk-zin", **wild(aria_live="polite")
        ),
        beeld(context, v),
        html.P(" ".join(zin for zin in vooraan if zin), className="vergelijk-voorop"),
        *_regels([*spreidingen(context, v), *erbij(context, v)], "klein"),
        *bronnen(context, v),
        html.Ul(_wegen(context, v), className="wegen klein niet-drukken"),
        meenemen(context, staat),
        *verdieping(context, nu, v),
    ]
    return [
        html.Section(
            [
                html.Div(links_, className="vergelijk-beeld"),
                html.Div(tabellen(context, v), className="vergelijk-tabellen"),
            ],
            className="vergelijk-een",
        )
    ]


def _regels(zinnen: list[str], klasse: str) -> list[Component]:
    return [html.P(" ".join(zinnen), className=klasse)] if zinnen else []


def _wegen(context: Context, v: Vergelijking) -> list[Component]:
    zin, sleutel = context.teksten.zin, v.wens.indicator.id
    gebieden = {k.gebied.slug: k.gebied for k in v.kanten if not k.zijde.buiten}.values()
    paren = [
        (
            zin("vergelijken.naar_kaart", plaats=g.plaats),
            links.kaart(gebied=g.slug, indicator=sleutel),
        )
        for g in gebieden
    ]
    paren += [
        (zin("vergelijken.naar_blad", plaats=g.plaats_in_zin), links.factsheet(g.slug))
        for g in gebieden
    ]
    if v.wens.indicator.id in load_voorraadregels().indicatoren:
        paren.append((zin("vergelijken.naar_woningen"), links.woningvoorraad()))
    return [html.Li(links.intern(woord, href)) for woord, href in paren]


def _overzicht(
    context: Context, nu: Momentopname, staat: Staat
) -> tuple[list[Component], list[Component]]:
    zin, alle = context.teksten.zin, naast_elkaar(context, nu, staat)
    corporatie = (
        zin(
            "vergelijken.corporatie_uitleg",
            minstens=opmaak.getal(load_regels().corporatiebuurten.minstens),
        )
        if any(heeft_corporatie(een.punten) for een in alle)
        else zin("vergelijken.geen_corporatie")
    )
    rond = gemiddelden(context, [een.v for een in alle])
    inhoud = [
        html.P(zin("vergelijken.inleiding"), className="inleiding"),
        html.P(" ".join([zin("vergelijken.lezen"), corporatie, *rond]), className="klein"),
        *overzicht(context, staat, alle),
        leeftijdsbeeld(context, leeftijden(nu, staat.zijden.beide)),
        *woningblok(context, nu, staat),
    ]
    return inhoud, [overzichttabel(context, staat, alle)]


PAGE = Page(
    "vergelijken",
    links.VERGELIJKEN,
    layout,
    volgorde=20,
    menu=lambda _c: links.VERGELIJKEN,
    register_callbacks=register_callbacks,
    register_routes=register_routes,
    volgt_vraag=True,
)

"""Compares the areas: one indicator with the spread of its buurten, or what each looks at first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from dash import Input, Output, State, html, no_update

from dashboard import links
from dashboard.components.frame import FrameIds
from dashboard.components.keuzelijst import Groep, Keuzelijst, Optie, keuzelijst
from dashboard.components.keuzes import Keuze, keuzerij
from dashboard.components.melding import melding
from dashboard.components.vergelijkbeeld import beeld, bronnen, tabellen
from dashboard.components.vergelijkwoorden import erbij, kopzin, merk, niveaus, spreidingen, voorop
from dashboard.components.wild import wild
from dashboard.page import Adres, Page
from dashboard.vergelijking import Vergelijking, Wens, vergelijk
from wijken.indicator import Indicator
from wijken.regio import Soort

if TYPE_CHECKING:
    from dash import Dash
    from dash.development.base_component import Component

    from dashboard.context import Context
    from dashboard.momentopname import Momentopname
    from wijken.bron import Werkgebied

_NIVEAUS = (Soort.BUURT, Soort.WIJK)


class Ids:
    """Ids of this page."""

    INHOUD = "vergelijken-inhoud"
    RIJEN = "vergelijken-rijen"
    KEUZE = "vergelijken-indicator"
    ZIN = "vergelijken-zin"


@dataclass(frozen=True)
class Staat:
    """What the address asks for; `meldingen` say what in it was not usable."""

    indicator: Indicator | None
    niveau: Soort | None
    jaar: int | None
    meldingen: tuple[str, ...]

    def adres(self, **anders: object) -> str:
        """Give the address of this view with something changed."""
        staat = {"indicator": self.indicator.id if self.indicator else None, "jaar": self.jaar}
        return links.vergelijken(**{**staat, "niveau": self.niveau, **anders})


def lees_staat(context: Context, adres: Adres) -> Staat:
    """Read an address; nonsense gives the nearest sensible view and a sentence about it."""
    meldingen = []
    gevraagd = adres.vraag.get("indicator", "")
    indicator = context.catalogus.indicatoren.get(gevraagd)
    if gevraagd and (indicator is None or not indicator.tonen):
        meldingen.append(context.teksten.zin("vergelijken.adres.indicator", gevonden=gevraagd[:40]))
        indicator = None
    niveau = adres.vraag.get("niveau")
    if niveau is not None and niveau not in tuple(_NIVEAUS):
        woord = niveaus(context, _NIVEAUS[0])
        meldingen.append(
            context.teksten.zin("vergelijken.adres.niveau", gevonden=niveau[:40], niveaus=woord)
        )
        niveau = None
    jaar = adres.vraag.get("jaar", "")
    getal = int(jaar) if jaar.isascii() and jaar.isdecimal() and len(jaar) < 5 else None  # noqa: PLR2004
    if jaar and getal is None:
        getal = 0  # a year that no figure has: told where the years are known
    return Staat(indicator, Soort(niveau) if niveau else None, getal, tuple(meldingen))


@dataclass(frozen=True)
class Delen:
    """The parts of the page that an address changes."""

    keuze: Keuzelijst
    rijen: list[Component]
    inhoud: list[Component]


def layout(context: Context, adres: Adres) -> Component:
    """Draw the page."""
    delen = _teken(context, adres)
    keuzes = [delen.keuze, html.Div(delen.rijen, id=Ids.RIJEN)]
    return html.Article(
        [
            html.H1(context.teksten.zin("vergelijken.titel")),
            html.Div(keuzes, className="kaart-keuzes niet-drukken"),
            html.Div(delen.inhoud, id=Ids.INHOUD),
        ],
        className="blad vergelijken",
    )


def register_callbacks(app: Dash, context: Context) -> None:
    """Draw anew what changes with the query; the list stays, so that it keeps the focus."""

    @app.callback(
        Output(Ids.KEUZE, "inhoud"),
        Output(Ids.RIJEN, "children"),
        Output(Ids.INHOUD, "children"),
        Input(FrameIds.ADRES, "search"),
        State(FrameIds.ADRES, "pathname"),
        prevent_initial_call=True,
    )
    def teken(search: str | None, pathname: str | None) -> Any:  # noqa: ANN401 - Dash's own types
        adres = Adres.parse(pathname, search)
        if adres.pad != links.VERGELIJKEN:
            return no_update, no_update, no_update
        delen = _teken(context, adres)
        return delen.keuze.inhoud, delen.rijen, delen.inhoud


def _teken(context: Context, adres: Adres) -> Delen:
    staat = lees_staat(context, adres)
    meldingen = [melding(zin) for zin in staat.meldingen]
    keuze = _keuze(context, staat)
    with context.reader.momentopname() as nu:
        if staat.indicator is None:
            return Delen(keuze, [], [*meldingen, *_begin(context, nu)])
        wens = Wens(staat.indicator, staat.niveau, staat.jaar)
        v = vergelijk(nu, wens, tuple(context.catalogus.werkgebieden.values()))
        rijen = [_niveaurij(context, staat, v), *_jaarrij(context, staat, v)]
        deel = [*_jaarmelding(context, staat, v), *_een(context, nu, v)]
    return Delen(keuze, rijen, [*meldingen, *deel])


def _keuze(context: Context, staat: Staat) -> Keuzelijst:
    zin = context.teksten["vergelijken"]
    begin = Groep(zin["begin_groep"], (Optie(zin["begin"], links.vergelijken()),))
    themas = [
        Groep(
            thema.naam,
            tuple(
                Optie(i.naam, staat.adres(indicator=i.id, jaar=None))
                for i in context.catalogus.van_thema(thema.id)
            ),
        )
        for thema in context.catalogus.themas.values()
    ]
    gekozen = staat.adres(jaar=None) if staat.indicator else links.vergelijken()
    return keuzelijst(zin["indicator"], [begin, *themas], gekozen, Ids.KEUZE)


def _niveaurij(context: Context, staat: Staat, v: Vergelijking) -> Component:
    keuzes = [
        Keuze(
            niveaus(context, niveau),
            staat.adres(niveau=niveau),
            niveau is v.niveau,
        )
        for niveau in _NIVEAUS
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


def _een(context: Context, nu: Momentopname, v: Vergelijking) -> list[Component]:
    links_ = [
        html.H2(
            kopzin(context, v), id=Ids.ZIN, className="vergelijk-zin", **wild(aria_live="polite")
        ),
        beeld(context, v),
        html.P(" ".join(voorop(context, nu, v)), className="vergelijk-voorop"),
        *_regels([*spreidingen(context, v), *erbij(context, v)], "klein"),
        *bronnen(context, v),
        html.Ul(_wegen(context, v), className="wegen klein niet-drukken"),
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
    zin, gebieden = context.teksten.zin, [kant.gebied for kant in v.kanten]
    sleutel = v.wens.indicator.id
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
    return [html.Li(links.intern(woord, href)) for woord, href in paren]


def _begin(context: Context, nu: Momentopname) -> list[Component]:
    inleiding = html.P(context.teksten.zin("vergelijken.inleiding"), className="inleiding")
    alle = context.catalogus.werkgebieden.values()
    return [inleiding, *(_gebied(context, nu, gebied) for gebied in alle)]


def _gebied(context: Context, nu: Momentopname, gebied: Werkgebied) -> Component:
    zin, alle = context.teksten.zin, tuple(context.catalogus.werkgebieden.values())
    thema = context.catalogus.themas[gebied.leidend_thema].naam
    kop = zin("vergelijken.gebied_kop", plaats=gebied.plaats, thema=thema[:1].lower() + thema[1:])
    eerste = [context.catalogus.indicator(sleutel) for sleutel in gebied.eerste]
    return html.Section(
        [
            html.H2(kop, className="gebied-naam"),
            html.P(gebied.vraag, className="start-vraag"),
            html.Div(
                [_kort(context, nu, vergelijk(nu, Wens(i), alle)) for i in eerste],
                className="vergelijk-rij",
            ),
        ],
        className=f"gebied-{gebied.slug}",
    )


def _kort(context: Context, nu: Momentopname, v: Vergelijking) -> Component:
    zin = context.teksten.zin
    verder = links.vergelijken(indicator=v.wens.indicator.id)
    woord = zin("vergelijken.verder", niveaus=niveaus(context, v.niveau))
    return html.Article(
        [
            html.H3(kopzin(context, v)),
            beeld(context, v),
            *_regels([*merk(context, v), *voorop(context, nu, v)], "klein"),
            *bronnen(context, v)[:1],
            html.P(links.intern(woord, verder), className="klein niet-drukken"),
        ],
        className="vergelijk-kort heel",
    )


PAGE = Page(
    "vergelijken",
    links.VERGELIJKEN,
    layout,
    volgorde=20,
    menu=lambda _c: links.VERGELIJKEN,
    register_callbacks=register_callbacks,
    volgt_vraag=True,
)

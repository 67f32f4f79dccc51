"""What can be chosen on a web sheet: another sheet, themes, figures, parts, the atelier."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from dash import dcc, html

from dashboard import links
from dashboard.components.keuzes import Keuze, keuzerij
from dashboard.components.pakketknop import pakketknop
from dashboard.components.wild import wild
from dashboard.factsheet.inhoud import BladInhoud
from dashboard.factsheet.keuzes import NOTITIE, PARTNER, REGEL, SECTOREN, VRAAG, VRAGEN, Keuzes
from dashboard.factsheet.selectie import SELECTIE
from wijken.bron import Werkgebied
from wijken.regio import Soort

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.context import Context
    from dashboard.momentopname import Momentopname

VORMEN = ("pdf", "xlsx", "docx")


def andere_bladen(context: Context, slug: str, gebied: str) -> Component:
    """Draw the row of sheets: each area, both together, an own selection."""
    zin = context.teksten.zin
    keuzes = [
        Keuze(f"{w.naam}, {w.plaats}", links.factsheet(w.slug), w.slug == slug, f"gebied-{w.slug}")
        for w in context.catalogus.werkgebieden.values()
    ]
    keuzes += [
        Keuze(
            zin("factsheet.naar_vergelijkblad"),
            links.factsheet("vergelijkblad"),
            slug == "vergelijkblad",
        ),
        Keuze(
            zin("factsheet.naar_selectie"),
            links.factsheet(SELECTIE, gebied=gebied),
            slug == SELECTIE,
        ),
    ]
    return html.Div(keuzerij(zin("factsheet.gebied"), keuzes), className="keuzes niet-drukken")


def knoppen(context: Context, slug: str, keuzes: Keuzes) -> Component:
    """Draw print, and the files that say the same as this page."""
    zin = context.teksten.zin
    vraag = keuzes.als_vraag()
    wegen = [
        html.A(
            zin(f"factsheet.knop_{vorm}"),
            href=links.factsheet(f"{slug}.{vorm}", **vraag),
            className="knop",
        )
        for vorm in VORMEN
    ]
    druk = html.Button(
        zin("factsheet.druk_af"), type="button", className="knop", **wild(data_druk_af="ja")
    )
    pakket = pakketknop(context, slug, keuzes)
    return html.Div([*wegen, druk, pakket], className="blad-knoppen niet-drukken")


def aanpassen(context: Context, blad: BladInhoud, keuzes: Keuzes) -> Component:
    """Draw all that the maker can choose; every choice is in the address."""
    zin = context.teksten.zin
    inhoud = [
        html.P(zin("factsheet.aanpassen_zin"), className="klein stil"),
        *_themas(context, blad, keuzes),
        *_cijfers(context, blad, keuzes),
        _formulier(context, keuzes),
    ]
    kop = html.Summary(zin("factsheet.aanpassen"))
    return html.Details([kop, *inhoud], className="blad-aanpassen niet-drukken", id="aanpassen")


def kies_delen(context: Context, nu: Momentopname, gebied: Werkgebied, keuzes: Keuzes) -> Component:
    """Draw the list of wijken and buurten to make a selection of; a click adds or takes away."""
    zin = context.teksten.zin
    jaar = max((grens.kaart for grens in gebied.grenzen), default=0)
    buurten = nu.regios(gebied, Soort.BUURT, jaar)
    rijen: list[Component] = []
    for wijk in nu.regios(gebied, Soort.WIJK, jaar):
        eigen = [r for r in buurten if r.code.wijk == wijk.code]
        hele = _deel(wijk.naam, wijk.code.code, gebied, keuzes)
        delen = [html.Li(_deel(r.naam, r.code.code, gebied, keuzes)) for r in eigen]
        rijen += [html.Dt(hele), html.Dd(html.Ul(delen))]
    gebieden = [
        Keuze(w.plaats, links.factsheet(SELECTIE, gebied=w.slug), w == gebied, f"gebied-{w.slug}")
        for w in context.catalogus.werkgebieden.values()
    ]
    inhoud = [
        keuzerij(zin("factsheet.kies_uit"), gebieden),
        html.P(zin("factsheet.kies_zin"), className="klein stil"),
        html.Dl(rijen, className="blad-kiezen klein"),
    ]
    kop = html.Summary(zin("factsheet.kies"))
    return html.Details([kop, *inhoud], open=True, className="blad-aanpassen niet-drukken")


def _deel(naam: str, code: str, gebied: Werkgebied, keuzes: Keuzes) -> Component:
    al = code in keuzes.selectie
    over = tuple(c for c in keuzes.selectie if c != code)
    nieuw = replace(keuzes, selectie=over if al else (*keuzes.selectie, code), focus="")
    vraag = nieuw.als_vraag()
    weg = links.factsheet(SELECTIE, **vraag, **({} if nieuw.selectie else {"gebied": gebied.slug}))
    return links.intern(naam, weg, className="keuze", **(wild(aria_current="true") if al else {}))


def _themas(context: Context, blad: BladInhoud, keuzes: Keuzes) -> list[Component]:
    zin = context.teksten.zin
    woorden = [
        Keuze(
            thema.naam,
            _adres(blad, replace(keuzes, themas=_wissel(keuzes.themas, sleutel), cijfers=())),
            sleutel in keuzes.themas,
        )
        for sleutel, thema in context.catalogus.themas.items()
    ]
    alle = Keuze(
        zin("factsheet.alle_themas"),
        _adres(blad, replace(keuzes, themas=(), cijfers=())),
        not keuzes.themas and not keuzes.cijfers,
    )
    return [keuzerij(zin("factsheet.kies_themas"), [alle, *woorden])]


def _cijfers(context: Context, blad: BladInhoud, keuzes: Keuzes) -> list[Component]:
    """Draw a row a theme with every figure there is; those on the sheet are marked."""
    op_blad = tuple(c.sleutel for blok in blad.blokken for c in blok.cijfers)
    alle = [c for blok in blad.blokken + blad.bijlage for c in blok.cijfers]
    rijen: list[Component] = []
    for sleutel, thema in context.catalogus.themas.items():
        woorden = [
            Keuze(
                c.naam,
                _adres(blad, replace(keuzes, cijfers=_wissel(op_blad, c.sleutel))),
                c.sleutel in op_blad,
            )
            for c in sorted(alle, key=lambda c: c.naam)
            if c.thema == sleutel
        ]
        if woorden:
            rijen.append(keuzerij(thema.naam, woorden))
    zin = context.teksten.zin
    extra = Keuze(
        zin("factsheet.met_bijlage"),
        _adres(blad, replace(keuzes, bijlage=not keuzes.bijlage)),
        keuzes.bijlage,
    )
    kop = html.Summary(zin("factsheet.kies_cijfers"))
    return [
        html.Details([kop, *rijen], className="klein"),
        keuzerij(zin("factsheet.koppen.bijlage"), [extra]),
    ]


def _formulier(context: Context, keuzes: Keuzes) -> Component:
    """Draw the form of the atelier; `factsheet.js` puts what is typed in the address."""
    zin = context.teksten.zin
    komt = dict(keuzes.partners)
    velden = [
        _veld(zin("factsheet.koppen.datum"), "datum", keuzes.datum, REGEL),
        _veld(zin("factsheet.koppen.plaats"), "plaats", keuzes.plaats, REGEL),
    ]
    partners = [
        _veld(zin(f"factsheet.sectoren.{s}"), f"partner_{s}", komt.get(s, ""), PARTNER)
        for s in SECTOREN
    ]
    vragen = [
        _veld(zin("factsheet.vraag_n", nummer=n + 1), f"vraag_{n + 1}", tekst, VRAAG)
        for n, tekst in enumerate([*keuzes.vragen, *[""] * VRAGEN][:VRAGEN])
    ]
    notitie = html.Label(
        [
            zin("factsheet.koppen.notitie"),
            dcc.Textarea(name="notitie", value=keuzes.notitie, maxLength=NOTITIE, rows=4),
        ],
        className="veld breed",
    )
    return html.Form(
        [
            html.H2(zin("factsheet.atelier")),
            html.Div(velden, className="velden"),
            _groep(zin("factsheet.koppen.wie"), partners),
            _groep(zin("factsheet.eigen_vragen"), vragen),
            notitie,
            html.Button(zin("factsheet.zet_op_blad"), type="submit", className="knop"),
        ],
        className="blad-formulier",
        **wild(data_atelier="ja"),
    )


def _groep(kop: str, velden: Sequence[Component]) -> Component:
    return html.Fieldset([html.Legend(kop), html.Div(list(velden), className="velden")])


def _veld(naam: str, sleutel: str, waarde: str, lengte: int) -> Component:
    invoer = dcc.Input(type="text", name=sleutel, value=waarde, maxLength=lengte)
    return html.Label([naam, invoer], className="veld")


def _wissel(lijst: Sequence[str], sleutel: str) -> tuple[str, ...]:
    over = tuple(s for s in lijst if s != sleutel)
    return over if sleutel in lijst else (*lijst, sleutel)


def _adres(blad: BladInhoud, keuzes: Keuzes) -> str:
    return links.factsheet(blad.slug, **keuzes.als_vraag())

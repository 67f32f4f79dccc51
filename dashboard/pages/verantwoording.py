"""The account: every source, table, licence and definition, and what is missing and why.

Made from the catalogue and from what the database says about itself; nothing is typed twice.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from dash import html

from dashboard import links
from dashboard.components.datum import datum
from dashboard.components.gebiedbewijs import gebiedbewijs
from dashboard.components.jaren import jarenreeks
from dashboard.components.melding import leeg
from dashboard.components.uitleg import uitleg
from dashboard.components.wild import wild
from dashboard.page import Adres, Page

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.context import Context
    from dashboard.gegevens import BronRegel, VeldRegel
    from wijken.bron import Bron
    from wijken.catalogus import Thema
    from wijken.indicator import Indicator

_DELEN = ("bronnen", "gebieden", "indicatoren", "ontbreekt", "statussen", "regels", "licenties")
# A source with more copies than this has them folded up under one line.
_OPEN = 4
_KOLOMMEN = (
    "tabel",
    "indeling",
    "editie_waarden",
    "editie_sleutels",
    "opgehaald",
    "echt",
    "samengesteld",
)


def layout(context: Context, _adres: Adres) -> Component:
    """Draw the page."""
    with context.reader.momentopname() as nu:
        kopieen, velden = nu.bronnen(), nu.velden()
        gebieden = gebiedbewijs(context, nu)
    per_indicator: dict[str, list[VeldRegel]] = defaultdict(list)
    for veld in velden:
        per_indicator[veld.indicator].append(veld)
    delen: dict[str, list[Component]] = {
        "bronnen": [
            *(_bron(context, b, kopieen) for b in context.catalogus.bronnen.values()),
            html.P(context.teksten.zin("verantwoording.niet_opgenomen")),
        ],
        "gebieden": gebieden,
        "indicatoren": [
            _thema(context, thema, per_indicator) for thema in context.catalogus.themas.values()
        ],
        "ontbreekt": _ontbreekt(context, per_indicator),
        "statussen": [_statussen(context)],
        "regels": [html.Ul([html.Li(r) for r in context.teksten.zinnen("verantwoording.regels")])],
        "licenties": _licenties(context),
    }
    zin = context.teksten["verantwoording"]
    return html.Article(
        [
            html.H1(zin["titel"]),
            html.P(zin["inleiding"], className="inleiding"),
            _inhoud(context),
            *(
                html.Section([html.H2(zin[f"kop_{naam}"]), *delen[naam]], id=naam)
                for naam in _DELEN
            ),
        ],
        className="blad verantwoording",
    )


def _inhoud(context: Context) -> Component:
    zin = context.teksten["verantwoording"]
    regels = [html.Li(html.A(zin[f"kop_{naam}"], href=f"#{naam}")) for naam in _DELEN]
    themas = [
        html.Li(html.A(thema.naam, href=f"#thema-{thema.id}"))
        for thema in context.catalogus.themas.values()
    ]
    rijen = [html.Ul(regels), html.Ul(themas, className="stil")]
    return html.Nav(rijen, className="inhoud niet-drukken", **wild(aria_label=zin["inhoud"]))


def _bron(context: Context, bron: Bron, kopieen: Sequence[BronRegel]) -> Component:
    teksten = context.teksten
    eigen = [kopie for kopie in kopieen if kopie.bron == bron.id]
    houder = teksten.zin("verantwoording.houder", houder=bron.houder, licentie=bron.licentie)
    ritme = teksten.zin("verantwoording.ritme", ritme=bron.ritme)
    weg = links.extern(teksten.zin("verantwoording.bron_adres"), bron.adres)
    return html.Section(
        [
            html.H3(bron.naam),
            html.P([houder, " ", ritme, " ", weg]),
            _kopieen(context, bron, eigen)
            if eigen
            else leeg(teksten.zin("verantwoording.geen_kopie")),
            *_zonder_kopie(context, bron, eigen),
        ],
        id=f"bron-{bron.id}",
        className="bron-deel",
    )


def _zonder_kopie(context: Context, bron: Bron, kopieen: Sequence[BronRegel]) -> list[Component]:
    """Name the tables that a refresh may bring."""
    aanwezig = {kopie.tabel for kopie in kopieen}
    mist = [editie for editie in bron.edities if editie.tabel not in aanwezig]
    if not mist or not kopieen:
        return []
    jaren, tabellen = jarenreeks(e.naam for e in mist), ", ".join(e.tabel for e in mist)
    zin = context.teksten.zin("verantwoording.nog_niet", jaren=jaren, tabellen=tabellen)
    return [html.P(zin, className="klein")]


def _kopieen(context: Context, bron: Bron, kopieen: Sequence[BronRegel]) -> Component:
    teksten = context.teksten
    zin = teksten["verantwoording"]
    kop = html.Thead(html.Tr([html.Th(zin[naam], scope="col") for naam in _KOLOMMEN]))
    rijen = html.Tbody([html.Tr(_kopie(context, kopie)) for kopie in kopieen])
    titel = html.Caption(
        teksten.zin("verantwoording.tabellen_van", naam=bron.naam), className="gehoord"
    )
    kader = html.Div(
        html.Table([titel, kop, rijen]),
        className="tabel-kader",
        tabIndex="0",
        role="region",
        **wild(aria_label=teksten.zin("verantwoording.tabellen_van", naam=bron.naam)),
    )
    if len(kopieen) <= _OPEN:
        return kader
    jaren = jarenreeks(bron.editie(kopie.tabel).naam for kopie in kopieen)
    samen = teksten.zin("verantwoording.tabellen_samen", aantal=len(kopieen), jaren=jaren)
    return html.Details([html.Summary(samen), kader], className="delen")


def _kopie(context: Context, kopie: BronRegel) -> list[Component]:
    def dag(iso: str) -> str:
        return datum(context.teksten, iso) or context.teksten.zin("verantwoording.onbekend")

    tabel = [html.Code(kopie.tabel), html.Br(), html.Span(kopie.titel, className="klein")]
    return [
        html.Th(tabel, scope="row"),
        html.Td(str(kopie.indeling)),
        html.Td(dag(kopie.editie_waarden), className="dag"),
        html.Td(dag(kopie.editie_sleutels), className="dag"),
        html.Td(dag(kopie.opgehaald), className="dag"),
        html.Td(kopie.wat_is_echt, className="klein zinnen"),
        html.Td(kopie.wat_is_samengesteld, className="klein zinnen"),
    ]


def _thema(context: Context, thema: Thema, velden: Mapping[str, Sequence[VeldRegel]]) -> Component:
    """Draw a theme: its figures, and folded away the counts they are made of."""
    alle = [i for i in context.catalogus.indicatoren.values() if i.thema == thema.id]
    getoond = [uitleg(context, i, velden.get(i.id, ())) for i in alle if i.tonen]
    delen = [uitleg(context, i, velden.get(i.id, ())) for i in alle if not i.tonen]
    kop = html.Summary(context.teksten.zin("verantwoording.delen", aantal=len(delen)))
    rest = [html.Details([kop, html.Div(delen, className="uitleggen")], className="delen")]
    return html.Section(
        [
            html.H3(thema.naam),
            html.P(thema.uitleg),
            html.Div(getoond, className="uitleggen"),
            *(rest if delen else []),
        ],
        id=f"thema-{thema.id}",
    )


def _ontbreekt(context: Context, velden: Mapping[str, Sequence[VeldRegel]]) -> list[Component]:
    """List the indicators that no table in use has, with the reasons told."""
    teksten = context.teksten
    mist = {
        i: sorted({v.reden for v in velden.get(i.id, ()) if v.reden})
        for i in context.catalogus.indicatoren.values()
        if not i.formule and not any(veld.veld for veld in velden.get(i.id, ()))
    }
    if not mist:
        return [html.P(teksten.zin("verantwoording.mist_niets"))]
    per_reden: dict[str, list[Indicator]] = defaultdict(list)
    for indicator, redenen in mist.items():
        per_reden[" ".join(redenen)].append(indicator)
    regels = [
        html.Li([*_namen(indicatoren), *([": ", redenen] if redenen else [])])
        for redenen, indicatoren in per_reden.items()
    ]
    return [html.P(teksten.zin("verantwoording.mist_zin")), html.Ul(regels)]


def _namen(indicatoren: Sequence[Indicator]) -> list[Component | str]:
    delen: list[Component | str] = []
    for indicator in indicatoren:
        delen += [", "] if delen else []
        delen.append(html.A(indicator.naam, href=f"#indicator-{indicator.id}"))
    return delen


def _statussen(context: Context) -> Component:
    uitleggen = context.teksten["verantwoording"]["statussen"]
    delen = [
        deel
        for naam, zin in uitleggen.items()
        for deel in (html.Dt(context.teksten.zin(f"status.{naam}")), html.Dd(zin))
    ]
    return html.Dl(delen, className="woorden")


def _licenties(context: Context) -> list[Component]:
    namen = ("data", "letters", "kaart", "project")
    return [html.P(context.teksten.zin(f"verantwoording.licentie_{naam}")) for naam in namen]


PAGE = Page(
    "verantwoording",
    links.VERANTWOORDING,
    layout,
    volgorde=50,
    menu=lambda _c: links.VERANTWOORDING,
)

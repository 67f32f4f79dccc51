"""The kansenkaart: who we know per wijk and theme, beside its figure; gaps are questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dash import html

from dashboard import links
from dashboard.components.initiatief_filter import mag_bewerken
from dashboard.components.kansvak import kort_vak, lang_vak, ongezien, themakop
from dashboard.components.keuzes import Keuze, keuzerij
from dashboard.components.melding import melding
from dashboard.components.wild import wild
from dashboard.kansenkaart import Kansenkaart, maak_kansenkaart
from dashboard.page import Adres, Page
from wijken.kansregels import load_kansthemas

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.context import Context
    from wijken.bron import Werkgebied


def layout(context: Context, adres: Adres) -> Component:
    """Draw the page for an area, with all themes short or one theme in full."""
    gebied, thema, meldingen = _staat(context, adres)
    with context.reader.momentopname() as nu:
        themas = [t for t in load_kansthemas() if thema in ("", t.id)]
        kaart = maak_kansenkaart(nu, gebied, context.initiatieven, themas)
    zin = context.teksten["kansenkaart"]
    return html.Article(
        [
            html.H1(context.teksten.zin("kansenkaart.kop", plaats=gebied.plaats_in_zin)),
            html.P(zin["inleiding"], className="inleiding"),
            *meldingen,
            html.Div(_keuzes(context, gebied, thema), className="keuzes niet-drukken"),
            html.P(_telling(context, kaart), className="kans-telling", role="status"),
            *_merken(context, kaart, thema),
            _tabel(context, kaart, thema),
            *_verder(context, kaart, thema),
        ],
        className=f"blad kansenkaart gebied-{gebied.slug}",
    )


def _staat(context: Context, adres: Adres) -> tuple[Werkgebied, str, list[Component]]:
    """Give the area and theme asked for, "" for all, and what to say about nonsense."""
    zin = context.teksten.zin
    meldingen: list[Component] = []
    gebieden = context.catalogus.werkgebieden
    eerste = next(iter(gebieden))
    slug, thema = adres.vraag.get("gebied", eerste), adres.vraag.get("thema", "")
    if slug not in gebieden:
        plaats = gebieden[eerste].plaats_in_zin
        meldingen.append(melding(zin("kansenkaart.onbekend_gebied", gevonden=slug, plaats=plaats)))
        slug = eerste
    if thema and thema not in {t.id for t in load_kansthemas()}:
        meldingen.append(melding(zin("initiatieven.onbekend_thema", gevonden=thema)))
        thema = ""
    return gebieden[slug], thema, meldingen


def _keuzes(context: Context, gebied: Werkgebied, thema: str) -> list[Component]:
    zin = context.teksten.zin
    gebieden = [
        Keuze(
            w.plaats, links.kansenkaart(gebied=w.slug, thema=thema), w is gebied, f"gebied-{w.slug}"
        )
        for w in context.catalogus.werkgebieden.values()
    ]
    themas = [
        Keuze(zin("initiatieven.alle_themas"), links.kansenkaart(gebied=gebied.slug), not thema)
    ]
    themas += [
        Keuze(t.id, links.kansenkaart(gebied=gebied.slug, thema=t.id), t.id == thema)
        for t in load_kansthemas()
    ]
    return [
        keuzerij(zin("initiatieven.gebied"), gebieden),
        keuzerij(zin("initiatieven.thema"), themas),
    ]


def _telling(context: Context, kaart: Kansenkaart) -> str:
    """Say what is known first, then how many places are still a question."""
    leeg = kaart.vakken - kaart.bekend
    sleutel = "kansenkaart.telling" if leeg else "kansenkaart.telling_vol"
    return context.teksten.zin(sleutel, bekend=kaart.bekend, leeg=leeg, totaal=kaart.vakken)


def _merken(context: Context, kaart: Kansenkaart, thema: str) -> list[Component]:
    """Say once what the mark of the places stands for; with one theme it is said by name."""
    vakken = (vak for rij in kaart.rijen for vak in rij.vakken)
    if thema or not any(vak.initiatieven and not vak.nagekeken for vak in vakken):
        return []
    return [html.P(ongezien(context, woorden=True), className="kans-merk")]


def _tabel(context: Context, kaart: Kansenkaart, thema: str) -> Component:
    zin = context.teksten.zin
    teken = lang_vak if thema else kort_vak
    koppen = [html.Th(themakop(context, *paar), scope="col") for paar in kaart.themas]
    rijen = [
        html.Tr(
            [
                html.Th(
                    links.intern(rij.wijk.naam, links.factsheet(rij.wijk.code.code)), scope="row"
                ),
                *(
                    html.Td(
                        teken(context, rij.wijk, vak, indicator),
                        className="" if vak.initiatieven else "kans-leeg",
                    )
                    for vak, (_, indicator) in zip(rij.vakken, kaart.themas, strict=True)
                ),
            ]
        )
        for rij in kaart.rijen
    ]
    naam = zin("kansenkaart.bijschrift", plaats=kaart.gebied.plaats)
    kop = html.Thead(html.Tr([html.Th(zin("kansenkaart.wijk"), scope="col"), *koppen]))
    tabel = html.Table(
        [html.Caption(naam, className="gehoord"), kop, html.Tbody(rijen)],
        className="kans-tabel kans-lang" if thema else "kans-tabel",
    )
    return html.Div(
        tabel, className="tabel-kader", tabIndex="0", role="region", **wild(aria_label=naam)
    )


def _verder(context: Context, kaart: Kansenkaart, thema: str) -> list[Component]:
    """Say how to read it, and who works for all of the area."""
    zin = context.teksten.zin
    delen: list[Component] = [
        html.H2(zin("kansenkaart.kop_lezen")),
        html.Ul([html.Li(regel) for regel in context.teksten.zinnen("kansenkaart.lezen")]),
    ]
    overal = [i for i in kaart.zonder_wijk if not thema or thema in i.themas]
    if overal:
        weg = links.intern(
            zin("kansenkaart.overal_lijst"), links.initiatieven(kaart.gebied.slug, thema)
        )
        plaats = kaart.gebied.plaats_in_zin
        tekst = zin("kansenkaart.overal", aantal=len(overal), plaats=plaats)
        delen.insert(0, html.P([f"{tekst} ", weg]))
    if mag_bewerken(context):
        # A page of the server itself: a plain link, not drawn in place.
        nieuw = links.adres(links.NIEUW, gebied=kaart.gebied.slug)
        knop = html.A(zin("kansenkaart.toevoegen"), href=nieuw)
        delen.insert(0, html.P(knop, className="niet-drukken"))
    return [html.Section(delen, className="kans-verder")]


PAGE = Page("kansenkaart", links.KANSENKAART, layout)

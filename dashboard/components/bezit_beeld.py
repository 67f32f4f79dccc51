"""Own homes of a corporation on the page: only what may be seen, and always whose count it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from dash import html
from flask import has_request_context

from dashboard import links
from dashboard.components.datum import datum, opsomming
from dashboard.components.melding import leeg
from dashboard.components.wild import wild
from dashboard.components.woorden import onderwerp_van
from dashboard.register.bezit_bewaren import Bezit, geldend
from dashboard.woningvoorraad_gewogen import Gewogen, Waarom, gewogen
from wijken import opmaak
from wijken.keuze import MEEST
from wijken.regio import Regiocode, Soort

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.context import Context
    from dashboard.momentopname import Momentopname
    from dashboard.register.bezit_afscherming import Uitsplitsing
    from wijken.bron import Werkgebied

_GEEN = "\u2013"


def zichtbaar(context: Context, gebied: Werkgebied) -> tuple[Bezit, ...]:
    """Give the lists that whoever asks may see: all for who may edit, else those made public."""
    mag = has_request_context() and context.toegang.oordeel().mag
    alle = geldend(context.register, gebied.slug)
    return tuple(bezit for bezit in alle if mag or bezit.opgave.openbaar)


def mag_opgeven(context: Context) -> bool:
    """Tell whether whoever asks may give a list."""
    return has_request_context() and context.toegang.oordeel().mag and not context.register.reden


def bezitbeeld(context: Context, nu: Momentopname, gebied: Werkgebied) -> list[Component]:
    """Draw the own homes of every corporation in an area; nothing when there are none to see."""
    namen = {
        regio.code: regio.naam
        for niveau in (Soort.WIJK, Soort.BUURT)
        for regio in nu.nieuwste_regios(gebied, niveau)
    }
    return [_bezit(context, nu, gebied, bezit, namen) for bezit in zichtbaar(context, gebied)]


def _bezit(
    context: Context,
    nu: Momentopname,
    gebied: Werkgebied,
    bezit: Bezit,
    namen: Mapping[Regiocode, str],
) -> Component:
    zin, opgave, getoond = context.teksten.zin, bezit.opgave, bezit.getoond
    kop = [
        html.H3(zin("bezit.kop", corporatie=opgave.corporatie, plaats=gebied.plaats)),
        html.P(_herkomst(context, bezit), className="bezit-herkomst"),
    ]
    if getoond.totaal is None:
        return html.Div([*kop, leeg(zin("bezit.te_weinig"))], className="bezit")
    return html.Div(
        [
            *kop,
            html.P(
                zin("bezit.totaal", aantal=opmaak.getal(getoond.totaal)), className="bezit-totaal"
            ),
            _wegen(context, gebied, bezit),
            _gebieden(context, bezit, namen),
            *(_uitsplitsing(context, bezit, u, namen) for u in getoond.uitsplitsingen),
            html.P(zin("bezit.streepje"), className="klein stil"),
            *_gewogen(context, nu, gebied, bezit),
        ],
        className=f"bezit gebied-{gebied.slug}",
    )


def _herkomst(context: Context, bezit: Bezit) -> str:
    opgave, zin = bezit.opgave, context.teksten.zin
    dag = datum(context.teksten, opgave.peildatum)
    wie = zin("bezit.openbaar" if opgave.openbaar else "bezit.besloten")
    return f"{zin('bezit.herkomst', corporatie=opgave.corporatie, datum=dag)} {wie}"


def _wegen(context: Context, gebied: Werkgebied, bezit: Bezit) -> Component:
    """Lead to what can be done with the buurten that have a number of their own."""
    zin = context.teksten.zin
    lijst = [code.code for code in sorted(bezit.getoond.per_buurt)]
    codes = "+".join(lijst)
    pakket = links.pakket(gebied=gebied.slug, eigen="ja")
    wegen = [
        html.A(zin("bezit.download"), href=links.bezit_csv(bezit.opgave.id)),
        html.A(zin("bezit.pakket"), href=pakket, download=""),
    ]
    if 0 < len(bezit.getoond.per_buurt) <= MEEST:
        wegen += [
            links.intern(
                zin("bezit.naar_blad"),
                links.factsheet("selectie", selectie=",".join(lijst)),
            ),
            links.intern(
                zin("bezit.naar_vergelijken"), links.vergelijken(een=codes, ander=gebied.slug)
            ),
            links.intern(
                zin("bezit.naar_kaart"),
                # A theme of today: on an older map these codes may be other buurten.
                links.kaart(
                    gebied=gebied.slug,
                    niveau=Soort.BUURT,
                    indicator="koopwoningen_aandeel",
                    selectie=" ".join(lijst),
                ),
            ),
        ]
    return html.Ul([html.Li(weg) for weg in wegen], className="wegen-rij niet-drukken")


def _namen(context: Context, codes: Sequence[Regiocode], namen: Mapping[Regiocode, str]) -> str:
    return opsomming(context.teksten, [namen.get(code, code.code) for code in codes])


def _gebieden(context: Context, bezit: Bezit, namen: Mapping[Regiocode, str]) -> Component:
    zin = context.teksten.zin
    rijen = []
    for eenheid in bezit.getoond.eenheden:
        naam = _namen(context, eenheid.wijken, namen)
        rijen.append(_rij(naam, [opmaak.getal(eenheid.aantal)], "bezit-wijk"))
        rijen += [
            _rij(_namen(context, blok.buurten, namen), [opmaak.getal(blok.aantal)], "bezit-buurt")
            for blok in eenheid.blokken
        ]
    return _tabel(zin("bezit.tabel"), [zin("bezit.gebied_kolom"), zin("bezit.woningen")], rijen)


def _uitsplitsing(
    context: Context, bezit: Bezit, deel: Uitsplitsing, namen: Mapping[Regiocode, str]
) -> Component:
    zin = context.teksten.zin
    koppen = [_groep(context, deel.dimensie, groep) for groep in deel.groepen]
    rijen = [_rij(zin("bezit.alles"), [opmaak.getal(n) for n in deel.totalen], "bezit-wijk")]
    rijen += [
        _rij(
            _namen(context, eenheid.wijken, namen),
            [_GEEN if cel is None else opmaak.getal(cel) for cel in cellen],
            "bezit-buurt",
        )
        for eenheid, cellen in zip(bezit.getoond.eenheden, deel.cellen, strict=False)
    ]
    naam = zin(f"bezit.dimensies.{deel.dimensie}")
    return _tabel(naam, [zin("bezit.gebied_kolom"), *koppen], rijen)


def _groep(context: Context, dimensie: str, groep: Sequence[str]) -> str:
    woorden = context.teksten["bezit"]["waarden"][dimensie]
    return opsomming(context.teksten, [woorden[waarde or "leeg"] for waarde in groep])


def _rij(naam: str, getallen: Sequence[str], klasse: str) -> Component:
    cellen = [html.Td(getal, className="getal") for getal in getallen]
    return html.Tr([html.Th(naam, scope="row"), *cellen], className=klasse)


def _tabel(naam: str, koppen: Sequence[str], rijen: Sequence[Component]) -> Component:
    kop = [
        html.Th(kop, scope="col", className="getal" if n else "") for n, kop in enumerate(koppen)
    ]
    tabel = html.Table(
        [html.Caption(naam), html.Thead(html.Tr(kop)), html.Tbody(list(rijen))],
        className="bezit-tabel",
    )
    return html.Div(
        tabel, className="tabel-kader", tabIndex="0", role="region", **wild(aria_label=naam)
    )


def _gewogen(
    context: Context, nu: Momentopname, gebied: Werkgebied, bezit: Bezit
) -> list[Component]:
    """Draw what the buurten are like where the own homes stand, beside the gemeente."""
    zin = context.teksten.zin
    alle, zonder = gewogen(nu, gebied, bezit.getoond.per_buurt)
    kop = html.H4(zin("bezit.gewogen_kop"))
    if not alle:
        return [kop, leeg(zin("bezit.gewogen_geen"))]
    verborgen = bezit.getoond.verborgen
    uitleg = [zin("bezit.gewogen_uitleg", buurten=len(bezit.getoond.per_buurt))]
    if verborgen:
        uitleg.append(zin("bezit.gewogen_zonder", aantal=opmaak.getal(verborgen)))
    koppen = [zin("vergelijken.kolom_onderwerp"), zin("bezit.gewogen_kolom"), gebied.plaats]
    koppen.append(zin("vergelijken.jaar"))
    rijen = [_gewogen_rij(context, een) for een in alle]
    mist = len(zonder.get(Waarom.TE_WEINIG, ())) + len(zonder.get(Waarom.GEEN_GEMEENTE, ()))
    slot = zin("bezit.gewogen_niet", weinig=mist, nooit=len(zonder.get(Waarom.GEEN_VERHOUDING, ())))
    return [
        kop,
        html.P(" ".join(uitleg)),
        _tabel(zin("bezit.gewogen_kop"), koppen, rijen),
        html.P(slot, className="klein stil"),
    ]


def _gewogen_rij(context: Context, een: Gewogen) -> Component:
    getallen = [
        opmaak.met_eenheid(een.waarde, een.indicator),
        opmaak.met_eenheid(een.gemeente.waarde or 0.0, een.indicator),
        str(een.gemeente.periode),
    ]
    return _rij(onderwerp_van(context, een.indicator), getallen, "bezit-buurt")

"""The account of one indicator: what it means, how it is made, where it stands in the sources."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dash import html

from dashboard.components.jaren import jarenreeks
from wijken import opmaak
from wijken.indicator import Indicator, Optelling

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.context import Context
    from dashboard.gegevens import VeldRegel

# More than these are told by their years only; each stands among the tables of its source.
_TABELLEN = 3


def uitleg(context: Context, indicator: Indicator, velden: Sequence[VeldRegel]) -> Component:
    """Draw the account; its id is `indicator-<id>`, so that every figure can point to it."""
    verder = [
        deel
        for naam, waarde in _feiten(context, indicator)
        if waarde
        for deel in (html.Dt(context.teksten.zin(f"verantwoording.{naam}")), html.Dd(waarde))
    ]
    inhoud = [html.Dl(verder, className="feiten"), *_velden(context, velden)]
    samen = html.Summary(_samenvatting(context, indicator, velden))
    return html.Section(
        [
            html.H4(indicator.naam),
            html.P(indicator.toelichting),
            html.P(_soort(context, indicator), className="klein"),
            html.Details([samen, *inhoud], className="klein verder"),
        ],
        id=f"indicator-{indicator.id}",
        className="uitleg",
    )


def _soort(context: Context, indicator: Indicator) -> str:
    zin = context.teksten.zin
    model = ", ".join(indicator.model_uit)
    delen = [
        zin(f"verantwoording.soorten.{indicator.soort}"),
        zin("verantwoording.model_zin", model_uit=model) if model else "",
        _optelling(context, indicator),
    ]
    return " ".join(deel for deel in delen if deel)


def _feiten(context: Context, indicator: Indicator) -> list[tuple[str, str]]:
    richting = context.teksten.zin(f"verantwoording.richtingen.{indicator.richting}")
    return [
        ("eenheid", opmaak.eenheid_tekst(indicator)),
        ("berekend", _formule(context, indicator)),
        ("noemer", _noemer(context, indicator)),
        ("richting", richting),
        ("breuken", _breuken(context, indicator)),
    ]


def _breuken(context: Context, indicator: Indicator) -> str:
    regels = [
        context.teksten.zin("verantwoording.breuk", jaar=breuk.jaar, reden=breuk.reden)
        for breuk in context.catalogus.breuken(indicator)
    ]
    return " ".join(regels)


def _naam(context: Context, sleutel: str) -> str:
    naam = context.catalogus.indicator(sleutel).naam
    return naam[:1].lower() + naam[1:]


def _formule(context: Context, indicator: Indicator) -> str:
    formule = indicator.formule
    if formule is None:
        return ""
    boven = " + ".join(_naam(context, deel) for deel in formule.teller)
    boven += "".join(f" \u2212 {_naam(context, deel)}" for deel in formule.min)
    onder = " + ".join(_naam(context, deel) for deel in formule.noemer)
    tussen = len(formule.teller + formule.min) > 1
    maal = "" if formule.factor == 1 else f"{opmaak.getal(formule.factor)} × "
    return f"{maal}{f'({boven})' if tussen else boven} ÷ {onder}"


def _optelling(context: Context, indicator: Indicator) -> str:
    gewicht = ""
    if indicator.optelling is Optelling.GEWOGEN and indicator.gewogen_met:
        gewicht = _naam(context, indicator.gewogen_met)
    return context.teksten.zin(f"verantwoording.optellingen.{indicator.optelling}", gewicht=gewicht)


def _noemer(context: Context, indicator: Indicator) -> str:
    if not indicator.noemer or not indicator.noemer_minimaal:
        return ""
    return context.teksten.zin(
        "verantwoording.noemer_zin",
        aantal=opmaak.getal(indicator.noemer_minimaal),
        noemer=_naam(context, indicator.noemer),
    )


def _samenvatting(context: Context, indicator: Indicator, velden: Sequence[VeldRegel]) -> str:
    zin = context.teksten.zin
    if not velden:
        return zin(f"verantwoording.{'velden_formule' if indicator.formule else 'geen_velden'}")
    wel = sum(1 for veld in velden if veld.veld)
    return zin("verantwoording.velden_samen", wel=wel, totaal=len(velden))


def _velden(context: Context, velden: Sequence[VeldRegel]) -> list[Component]:
    """Draw where it stands: one line for all editions that say the same."""
    groepen: dict[tuple[str, ...], list[VeldRegel]] = {}
    for veld in velden:
        zelfde = (veld.bron, veld.veld, veld.titel, veld.eenheid, veld.reden)
        groepen.setdefault(zelfde, []).append(veld)
    return (
        [html.Ul([html.Li(_veld(context, groep)) for groep in groepen.values()])] if velden else []
    )


def _veld(context: Context, groep: Sequence[VeldRegel]) -> list[Component | str]:
    veld = groep[0]
    bron = context.catalogus.bronnen.get(veld.bron)
    tabellen = sorted({regel.tabel for regel in groep})
    jaren = jarenreeks(bron.editie(tabel).naam for tabel in tabellen) if bron else ""
    tabel = f"{bron.naam if bron else veld.bron}, {jaren} ({', '.join(tabellen[:_TABELLEN])}"
    tabel += ", \u2026): " if len(tabellen) > _TABELLEN else "): "
    if not veld.veld:
        return [tabel, context.teksten.zin("verantwoording.ontbreekt", reden=veld.reden)]
    eenheid = f" ({veld.eenheid})" if veld.eenheid else ""
    return [tabel, html.Code(veld.veld), f" \u2013 {veld.titel}{eenheid}"]

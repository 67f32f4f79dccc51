"""The picture and the tables of a comparison: every dot on one scale, every value in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dash import html

from dashboard.components.bronregel import bronregel
from dashboard.components.tabel import Cel, Kolom, Rij, tabel
from dashboard.components.tekening import tekening
from dashboard.components.vergelijkwoorden import spreidingen
from dashboard.components.woorden import onderwerp_van, ook
from dashboard.components.zijdekleur import kleurklasse
from dashboard.figures.schaal import Schaal, schaal
from dashboard.figures.spreiding import Stip, Strook
from dashboard.figures.stroken import Regel, Streep, stroken
from wijken import opmaak
from wijken.indicator import Indicator
from wijken.regio import Soort

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.context import Context
    from dashboard.vergelijking import Kant, Plek, Vergelijking
    from wijken.waarneming import Waarneming


def beeld(context: Context, v: Vergelijking) -> Component:
    """Draw the dots, with what the marks mean under it.

    Nothing to draw gives nothing; so do classes, which are words without distances between them.
    """
    if not v.waarden or v.wens.indicator.labels:
        return html.Div()
    indicator, zin = v.wens.indicator, context.teksten.zin
    maat = schaal(indicator, v.waarden)
    naam = onderwerp_van(context, indicator)
    woorden = (
        zin("vergelijken.beeld_titel", naam=naam),
        " ".join(spreidingen(context, v)) or naam,
    )
    svg = stroken(
        f"beeld-{indicator.id}",
        woorden,
        [_regel(context, v, kant, maat) for kant in v.kanten],
        _streep(context, v),
        [(waarde, opmaak.getal(waarde, maat.decimalen)) for waarde in maat.strepen],
    )
    return html.Figure([tekening(svg), html.Figcaption(_bijschrift(context, v, maat))])


def tabellen(context: Context, v: Vergelijking) -> list[Component]:
    """Make a table for each area: the whole, then every buurt or wijk, missing ones in words."""
    return [
        html.Div(_tabel(context, v, kant), className=kleurklasse(n, kant.zijde))
        for n, kant in enumerate(v.kanten)
    ]


def bronnen(context: Context, v: Vergelijking) -> list[Component]:
    """Name year and source of every figure shown, each once."""
    eerste: dict[tuple[str, str, int], Waarneming] = {}
    for w in _getoond(v):
        eerste.setdefault((w.herkomst.bron, w.herkomst.tabel, w.periode.jaar), w)
    return [html.P(bronregel(context, w)) for w in eerste.values()]


def _getoond(v: Vergelijking) -> list[Waarneming]:
    plekken = [p for kant in v.kanten for p in kant.gemeten[:1] + kant.gemeenten]
    alle = [p.waarneming for p in plekken] + [k.nieuwer for k in v.kanten if k.nieuwer]
    alle += [v.land] if v.land else []
    return [w for w in alle if w.waarde is not None]


def _regel(context: Context, v: Vergelijking, kant: Kant, maat: Schaal) -> Regel:
    indicator, zin = v.wens.indicator, context.teksten.zin
    stippen = tuple(_stip(context, indicator, plek) for plek in kant.gemeten)
    w = kant.geheel
    if w is None or w.waarde is None:
        return Regel(kant.zijde.naam, Strook(stippen, maat, kant.zijde.kleur))
    soort = "geheel" if kant.zijde.is_geheel else "geheel_deel"
    tekst = zin(f"vergelijken.{soort}", cijfer=ook(indicator, w.waarde))
    punt = Stip(w.waarde, tekst, onzeker=w.onzeker)
    return Regel(kant.zijde.naam, Strook(stippen, maat, kant.zijde.kleur, punt), tekst)


def _stip(context: Context, indicator: Indicator, plek: Plek) -> Stip:
    waarde = plek.waarneming.waarde or 0.0
    cijfer = opmaak.met_eenheid(waarde, indicator)
    label = context.teksten.zin("kerncijfer.stip", naam=plek.naam, cijfer=cijfer)
    return Stip(waarde, label, onzeker=plek.waarneming.onzeker)


def _streep(context: Context, v: Vergelijking) -> Streep | None:
    """Give the line to see all against: Nederland, else the middle gemeente."""
    indicator, zin = v.wens.indicator, context.teksten.zin
    if v.land is not None and v.land.waarde is not None and v.land.waarde <= max(v.waarden):
        waarde = v.land.waarde
        return Streep(waarde, zin("vergelijken.land", cijfer=ook(indicator, waarde)))
    if v.middelste is not None:
        waarde = v.middelste.waarde
        return Streep(waarde, zin("vergelijken.mediaan", cijfer=ook(indicator, waarde)))
    return None


def _bijschrift(context: Context, v: Vergelijking, maat: Schaal) -> str:
    zin = context.teksten.zin
    eenheid = opmaak.eenheid_tekst(v.wens.indicator) or zin("vergelijken.schaal_getal")
    if v.niveau is Soort.GEMEENTE:
        return zin("vergelijken.schaal_gemeente", eenheid=eenheid)
    delen = [zin("vergelijken.schaal", eenheid=eenheid, niveau=v.niveau)]
    waarden = [p.waarneming.waarde for kant in v.kanten for p in kant.gemeten]
    if any(waarde is not None and not maat.past(waarde) for waarde in waarden):
        delen.append(zin("vergelijken.buiten"))
    return " ".join(delen)


def _tabel(context: Context, v: Vergelijking, kant: Kant) -> Component:
    zin, indicator = context.teksten.zin, v.wens.indicator
    eenheid = opmaak.eenheid_tekst(indicator)
    kop = zin("vergelijken.kolom_met_eenheid", eenheid=eenheid) if eenheid else ""
    kolommen = [
        Kolom(str(v.niveau).capitalize()),
        Kolom(kop or zin("vergelijken.kolom_cijfer"), getal=True),
    ]
    geheel = [_rij(context, indicator, plek, kant) for plek in kant.gemeenten]
    rijen = [_rij(context, indicator, plek, None) for plek in kant.plekken]
    sleutel = f"tabel-{v.kanten.index(kant)}"
    bijschrift = _tabelnaam(context, v, kant)
    return tabel(bijschrift, kolommen, geheel + rijen, zin("vergelijken.sorteer"), sleutel)


def _tabelnaam(context: Context, v: Vergelijking, kant: Kant) -> str:
    naam, plaats = onderwerp_van(context, v.wens.indicator), kant.zijde.in_zin
    if not kant.plekken or kant.uitgave is None:
        return context.teksten.zin("vergelijken.tabel_gemeente", naam=naam, plaats=plaats)
    return context.teksten.zin(
        "vergelijken.tabel",
        naam=naam,
        niveau=v.niveau,
        plaats=plaats,
        jaar=kant.uitgave.periode,
    )


def _rij(context: Context, indicator: Indicator, plek: Plek, geheel: Kant | None) -> Rij:
    """Make a row; that of a whole names the gemeente or the part it is."""
    zin, w = context.teksten.zin, plek.waarneming
    gemeente = geheel is not None and geheel.zijde.is_geheel
    naam = zin("vergelijken.tabel_geheel", plaats=plek.naam) if gemeente else plek.naam
    noot = ""
    if w.waarde is None:
        geweigerd = geheel is not None and geheel.weigering is not None
        reden = "vergelijken.geen_totaal" if geweigerd else f"status.{w.status}"
        cijfer = Cel(zin(reden), None, stil=True)
    else:
        noot = zin("vergelijken.noot_onzeker") if w.onzeker else ""
        noot = str(w.periode) if geheel is not None else noot
        cijfer = Cel(opmaak.cijfer(w.waarde, indicator), w.waarde, noot=noot)
    sleutel = w.regio.code if geheel is None else f"geheel-{w.regio.code}"
    return Rij(sleutel, (Cel(naam), cijfer), gekozen=geheel is not None)

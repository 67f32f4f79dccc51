"""What the map shows in sentences: the area as a whole, its spread, what is missing and why."""

from __future__ import annotations

from collections import Counter
from statistics import median
from typing import TYPE_CHECKING

from dash import html

from dashboard import links
from dashboard.components.bronregel import bronregel
from dashboard.components.kaart.ernaast import ernaast
from dashboard.components.kaart.kijkstaat import Wijze
from dashboard.components.kaart.lezing import Vlaksoort
from dashboard.components.kaart.lezing_twee import tweede_cijfers, waarschuwing
from wijken.indicator import Cijfersoort
from wijken.opmaak import cijfer, met_eenheid
from wijken.regio import NEDERLAND, Soort
from wijken.waarneming import Waarneming

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.components.kaart.beeld import Beeld


def samenvatting(beeld: Beeld) -> html.Div:
    """Say in sentences what the map shows, or at which level there is something to show."""
    if not beeld.staat.heeft_cijfers:
        return html.Div([*_plaats(beeld), *_zonder_cijfers(beeld)], className="samenvatting")
    zinnen = [*_van_wijze(beeld), _geheel(beeld), _spreiding(beeld), _ontbreekt(beeld)]
    delen = [html.P(zin) for zin in (*zinnen, _model(beeld)) if zin]
    alles = [*_plaats(beeld), *_kring(beeld), *delen, *_bronnen(beeld)]
    return html.Div(alles, className="samenvatting")


def _plaats(beeld: Beeld) -> list[Component]:
    """Name the area, where there are two."""
    gebied = beeld.staat.gebied
    if not beeld.staat.kijk.naast:
        return []
    return [html.H2(gebied.plaats, className=f"gebied-naam gebied-{gebied.slug}")]


def _kring(beeld: Beeld) -> list[Component]:
    zin = waarschuwing(beeld)
    return [html.P(zin, className="melding kring", role="note")] if zin else []


def _van_wijze(beeld: Beeld) -> list[str]:
    """Say how many areas are where, in the way of looking that is asked for."""
    kijk, vlakken = beeld.staat.kijk, beeld.lezing.vlakken.values()
    if kijk.wijze is Wijze.EEN:
        return []
    if vlakken and all(vlak.soort is Vlaksoort.GEWIJZIGD for vlak in vlakken):
        opnieuw = any(vlak.regel.tekst == beeld.zin("gewijzigd") for vlak in vlakken)
        zin = "alles_gewijzigd" if opnieuw else "alles_anders"
        return [beeld.zin(zin, niveaus=beeld.niveaus)]
    kleuren = Counter(v.regel.kleur for v in vlakken if v.soort is Vlaksoort.CIJFER)
    if kijk.wijze is Wijze.TWEE:
        beide, geen = kleuren["twee-9"], kleuren["twee-1"]
        return [beeld.zin("twee.telling", niveaus=beeld.niveaus, beide=beide, geen=geen)]
    velden: dict[str, object] = {
        "lager": kleuren["afwijking-1"] + kleuren["afwijking-2"],
        "gelijk": kleuren["afwijking-3"],
        "hoger": kleuren["afwijking-4"] + kleuren["afwijking-5"],
        "totaal": kleuren.total(),
        "niveaus": beeld.niveaus,
    }
    return [beeld.zin(f"{kijk.wijze}.telling", **velden, **beeld.lezing.velden)]


def _bronnen(beeld: Beeld) -> list[Component]:
    """Name source and year of every figure that is on the map."""
    s, vorig = beeld.staat, beeld.staat.kijk.vorig
    eerste: list[Waarneming] = list(beeld.cijfers.values())[:1]
    eerste += list(tweede_cijfers(beeld).cijfers.values())[:1]
    eerste += list(ernaast(beeld, s.indicator, vorig).cijfers.values())[:1] if vorig else []
    return [html.P(bronregel(beeld.context, w)) for w in eerste]


def _geheel(beeld: Beeld) -> str:
    """Say the figure of the gemeente, or of each where there were several, and the country's."""
    s = beeld.staat
    delen = []
    for code in s.gebied.codes + s.gebied.voorgangers:
        gevonden, regio = beeld.waarneming_van(code), beeld.nu.regio(code, s.indeling)
        if gevonden and gevonden.waarde is not None and regio:
            delen.append((regio.naam, met_eenheid(gevonden.waarde, s.indicator)))
    if len(delen) == 1:
        kop = beeld.zin("geheel", gebied=delen[0][0], cijfer=delen[0][1], jaar=s.jaar)
    else:
        lijst = "; ".join(f"{naam} {waarde}" for naam, waarde in delen)
        kop = beeld.zin("per_gemeente", jaar=s.jaar, lijst=lijst) if delen else ""
    return " ".join([kop, *(f"{naam}: {waarde}." for naam, waarde in landcijfers(beeld))]).strip()


def landcijfers(beeld: Beeld) -> list[tuple[str, str]]:
    """Give the median of all gemeenten and the country, as far as they are known."""
    s = beeld.staat
    if s.uitgave is None:
        return []
    uit = []
    mediaan = beeld.nu.gemeente_mediaan(s.indicator, s.uitgave)
    if mediaan is not None and not s.indicator.labels:
        naam = beeld.zin("mediaan", aantal=mediaan.aantal)
        uit.append((naam, met_eenheid(mediaan.waarde, s.indicator)))
    land = beeld.nu.waarneming(s.indicator, NEDERLAND, s.uitgave)
    if land is not None and land.waarde is not None:
        uit.append((beeld.zin("nederland"), met_eenheid(land.waarde, s.indicator)))
    return uit


def _spreiding(beeld: Beeld) -> str:
    indicator = beeld.staat.indicator
    zeker = [w.waarde for w in beeld.cijfers.values() if w.waarde is not None and not w.onzeker]
    if not zeker or indicator.labels:
        return ""
    laag, hoog = cijfer(min(zeker), indicator), met_eenheid(max(zeker), indicator)
    if min(zeker) == max(zeker):
        return beeld.zin("spreiding_gelijk", niveaus=beeld.niveaus, laag=hoog)
    midden = cijfer(median(zeker), indicator)
    return beeld.zin("spreiding", niveaus=beeld.niveaus, laag=laag, hoog=hoog, midden=midden)


def _ontbreekt(beeld: Beeld) -> str:
    met = sum(1 for w in beeld.cijfers.values() if w.waarde is not None)
    totaal = len(beeld.regios)
    if met >= totaal:
        return ""
    return beeld.zin("zonder", aantal=totaal - met, totaal=totaal, niveaus=beeld.niveaus)


def _model(beeld: Beeld) -> str:
    indicator = beeld.staat.indicator
    if indicator.soort is not Cijfersoort.MODEL:
        return ""
    return beeld.zin("model_zin", delen=", ".join(indicator.model_uit))


def _zonder_cijfers(beeld: Beeld) -> list[Component]:
    """Say that there is nothing at this level and where there is something, with a way there."""
    s = beeld.staat
    geen = beeld.zin("geen_cijfers", indicator=s.indicator.naam, niveau=s.niveau)
    regels: list[Component] = [html.P(geen, className="zin")]
    for niveau in (Soort.WIJK, Soort.BUURT):
        uitgave = beeld.nu.nieuwste(s.indicator, s.gebied, niveau)
        if uitgave is None or niveau is s.niveau:
            continue
        weg = links.intern(
            beeld.zin("naar_niveau", niveau=niveau),
            s.adres(niveau=niveau, jaar=None, selectie=None, laag=None),
        )
        wel = beeld.zin("geen_cijfers_wel", niveau=niveau, jaar=uitgave.periode)
        regels.append(html.P([f"{wel} ", weg, "."]))
    gemeente = _gemeente(beeld)
    if len(regels) + len(gemeente) == 1:
        gemeente = [html.P(beeld.zin("geen_cijfers_nergens"))]
    return [*regels, *gemeente]


def _gemeente(beeld: Beeld) -> list[Component]:
    """Give the newest figure of the gemeente itself."""
    s = beeld.staat
    uit: list[Component] = []
    for code in s.gebied.codes:
        gevonden = beeld.nu.nieuwste_van(s.indicator, code)
        regio = beeld.nu.regio(code)
        if gevonden is None or gevonden.waarde is None or regio is None:
            continue
        waarde = met_eenheid(gevonden.waarde, s.indicator)
        zin = beeld.zin("geheel", gebied=regio.naam, cijfer=waarde, jaar=gevonden.periode)
        uit += [
            html.P([beeld.zin("geen_cijfers_gemeente"), " ", zin]),
            html.P(bronregel(beeld.context, gevonden)),
        ]
    return uit

"""Knows what a map in one file holds: documents, themes with their years, classes, sources."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from dashboard.components.datum import datum
from dashboard.components.kaart.beeld import Beeld, lees_beeld
from dashboard.components.kaart.klassewoorden import klasseteksten, treden
from dashboard.figures.kaartgegevens import Kaartinhoud, kaartgegevens
from dashboard.kaart.blad import maak_inhoud
from dashboard.meenemen.loslagen import loslagen, overzettingen, overzetzinnen
from wijken.indicator import Cijfersoort, Indicator
from wijken.opmaak import getal
from wijken.regio import Soort

if TYPE_CHECKING:
    from dashboard.gegevens import Kaartcijfer

NIVEAUS = (Soort.BUURT, Soort.WIJK)
_ZINNEN = (
    "niveau",
    "onderwerp",
    "jaar",
    "kies",
    "legenda",
    "grenzen",
    "tabel",
    "wis",
    "betekent",
    "lagen",
    "ander_onderwerp",
    "ander_jaar",
)


@dataclass(frozen=True)
class Losdocument:
    """One map of the file: its level and division, and its contents as JSON."""

    niveau: Soort
    indeling: int
    json: str


@dataclass(frozen=True)
class Losinhoud:
    """Everything in the file.

    Attributes:
        documenten: the maps, buurten first, older divisions first.
        gegevens: what the pickers know, ready to be written as JSON.
    """

    titel: str
    inleiding: str
    voet: tuple[str, ...]
    documenten: tuple[Losdocument, ...]
    gegevens: dict[str, Any]


def maak_losinhoud(beeld: Beeld) -> Losinhoud:
    """Gather every map of an area that has a figure; the view given is the one it opens with."""
    inhoud = beeld.nu.onthoud(("losinhoud", beeld.staat.gebied.slug), lambda: _alles(beeld))
    begin = _begin(beeld, inhoud.gegevens["jaren"])
    lagen = loslagen(beeld, inhoud.documenten)
    return replace(inhoud, gegevens={**inhoud.gegevens, "begin": begin, "lagen": lagen})


def _alles(beeld: Beeld) -> Losinhoud:
    """Give what is the same whatever view it opens with: most of the work, done once."""
    kaarten = list(_kaarten(beeld))
    jaren = _jaren(beeld, kaarten)
    teksten, gebied = beeld.context.teksten, beeld.staat.gebied
    documenten = tuple(Losdocument(n, i, kaartgegevens(inhoud)) for n, i, inhoud in kaarten)
    versheid = teksten.zin("frame.vers", datum=datum(teksten, beeld.nu.datum))
    grenzen = dict.fromkeys(f"{inhoud.bronregel}." for _, _, inhoud in kaarten)
    return Losinhoud(
        beeld.zin("los.titel", plaats=gebied.plaats_in_zin),
        beeld.zin("los.inleiding"),
        (" ".join([versheid, *grenzen]), teksten.zin("frame.licentie")),
        documenten,
        {
            "niveaus": {n: [n, beeld.zin(f"niveaus.{n}")] for n in NIVEAUS if jaren.get(n)},
            "themas": _themas(beeld, jaren),
            "indicatoren": _indicatoren(beeld, jaren),
            "klassen": {n: _klassen(beeld, n, list(per)) for n, per in jaren.items()},
            "jaren": jaren,
            "bronnen": _bronnen(beeld, kaarten),
            "zinnen": {z: beeld.context.teksten["kaart"]["los"][z] for z in _ZINNEN},
            "indelingen": [document.indeling for document in documenten],
            "over": overzettingen(beeld, documenten),
            "overzinnen": overzetzinnen(beeld),
            "kleur": gebied.kleur,
            "plaats": gebied.plaats,
        },
    )


_Kaart = tuple[Soort, int, Kaartinhoud]
_Jaren = dict[Soort, dict[str, list[tuple[int, int]]]]


def _kaarten(beeld: Beeld) -> Iterator[_Kaart]:
    """Give every level and division with boundaries and a figure; figures read once, kept."""
    gebied = beeld.staat.gebied
    for niveau in NIVEAUS:
        for indeling in beeld.nu.indelingen():
            inhoud = maak_inhoud(beeld.context, beeld.nu, (gebied, niveau, indeling))
            cellen = [cel for cel in inhoud.cellen if not _leeg(cel)]
            if not inhoud.regios or not cellen:
                continue
            heeft = {cel.indicator for cel in cellen}
            tonen = [i for i in inhoud.indicatoren if i.id in heeft]
            yield niveau, indeling, _met(inhoud, tonen)


def _leeg(cel: Kaartcijfer) -> bool:
    return cel.waarde is None


def _met(inhoud: Kaartinhoud, indicatoren: Sequence[Indicator]) -> Kaartinhoud:
    """Give the same map with these themes, each in the years in which it has a figure."""
    gemeten = {(c.indicator, c.jaar) for c in inhoud.cellen if not _leeg(c)}
    cellen = [c for c in inhoud.cellen if (c.indicator, c.jaar) in gemeten]
    velden = {naam: getattr(inhoud, naam) for naam in inhoud.__dataclass_fields__}
    return Kaartinhoud(**{**velden, "cellen": cellen, "indicatoren": indicatoren})


def _jaren(beeld: Beeld, kaarten: Sequence[_Kaart]) -> _Jaren:
    """Give per level and theme its years, each with the newest map that has it."""
    uit: dict[Soort, dict[str, dict[int, int]]] = defaultdict(lambda: defaultdict(dict))
    for nummer, (niveau, _, inhoud) in enumerate(kaarten):
        tonen = {i.id for i in inhoud.indicatoren}
        for cel in inhoud.cellen:
            if cel.indicator in tonen:
                uit[niveau][cel.indicator][cel.jaar] = nummer
    volgorde = list(beeld.context.catalogus.indicatoren)
    return {
        niveau: {i: sorted(per[i].items(), reverse=True) for i in volgorde if i in per}
        for niveau, per in uit.items()
    }


def _begin(beeld: Beeld, jaren: _Jaren) -> dict[str, str]:
    """Give the view to open with: the one asked for, or the first that has a figure."""
    s = beeld.staat
    if s.indicator.id in jaren.get(s.niveau, {}):
        gekozen = str(s.selectie or "")
        return {
            "niveau": s.niveau,
            "indicator": s.indicator.id,
            "jaar": s.jaar,
            "selectie": gekozen,
        }
    niveau = next((n for n in NIVEAUS if jaren.get(n)), s.niveau)
    alle = jaren.get(niveau, {})
    eerste = next((i for i in s.gebied.eerste if i in alle), next(iter(alle), ""))
    return {"niveau": niveau, "indicator": eerste, "jaar": ""}


def _themas(beeld: Beeld, jaren: _Jaren) -> list[tuple[str, list[str]]]:
    heeft = {indicator for per in jaren.values() for indicator in per}
    catalogus = beeld.context.catalogus
    alle = (
        (thema.naam, [i.id for i in catalogus.van_thema(thema.id) if i.id in heeft])
        for thema in catalogus.themas.values()
    )
    return [(naam, ids) for naam, ids in alle if ids]


def _indicatoren(beeld: Beeld, jaren: _Jaren) -> dict[str, dict[str, str]]:
    catalogus = beeld.context.catalogus
    heeft = dict.fromkeys(i for per in jaren.values() for i in per)
    return {naam: _uitleg(beeld, catalogus.indicator(naam)) for naam in heeft}


def _uitleg(beeld: Beeld, indicator: Indicator) -> dict[str, str]:
    """Give name, meaning, what makes a figure uncertain, and that it is an estimate."""
    uit = {"naam": indicator.naam, "uitleg": " ".join(indicator.toelichting.split())}
    if indicator.noemer is not None:
        noemer = beeld.context.catalogus.indicator(indicator.noemer)
        wie, aantal = noemer.van_wie or noemer.kort, getal(indicator.noemer_minimaal)
        uit["onzeker"] = beeld.zin("onzeker_uitleg", aantal=aantal, noemer=wie)
    if indicator.soort is Cijfersoort.MODEL:
        uit["model"] = beeld.zin("model_zin", delen=", ".join(indicator.model_uit))
    return uit


def _klassen(beeld: Beeld, niveau: Soort, indicatoren: Sequence[str]) -> dict[str, Any]:
    """Give breaks, colours and words of each theme: those of the page, so of both areas."""
    beeld.nu.kaarten.lees_verdelingen(niveau)
    uit = {}
    for naam in indicatoren:
        vraag = {"gebied": beeld.staat.gebied.slug, "niveau": str(niveau), "indicator": naam}
        eigen = lees_beeld(beeld.context, beeld.nu, vraag)
        kleuren = [f"trede-{trede}" for trede in treden(eigen.klassen.aantal)]
        uit[naam] = {
            "grenzen": eigen.klassen.grenzen,
            "kleuren": kleuren,
            "woorden": klasseteksten(eigen),
        }
    return uit


def _bronnen(beeld: Beeld, kaarten: Sequence[_Kaart]) -> list[dict[str, dict[int, str]]]:
    """Give for each map, theme and year where the figures come from."""
    gebied, bekend = beeld.staat.gebied, beeld.context.catalogus.bronnen
    uit = []
    for niveau, indeling, _ in kaarten:
        per: dict[str, dict[int, str]] = defaultdict(dict)
        for rij in beeld.nu.kaarten.bronnen(gebied, niveau, indeling):
            naam = bekend[rij.bron].bronregel if rij.bron in bekend else rij.bron
            velden = {"bron": naam, "tabel": rij.tabel, "jaar": rij.jaar}
            per[rij.indicator][rij.jaar] = beeld.context.teksten.zin("frame.bronregel", **velden)
        uit.append(dict(per))
    return uit

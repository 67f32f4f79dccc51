"""Knows what of the layers goes along with a map: signs, lines of the legend, what is left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dashboard.components.kaart.initiatief import getoondzin
from dashboard.components.kaart.lagenstaat import Laag
from dashboard.figures.kaarttekens import PUNT, VIERKANT, Balk, Teken, Tekens
from dashboard.kaart.keuze import focus_is_fijner, focus_past, focus_regios, in_focus
from dashboard.kaart.lagen import tellingen, woningen, woninglaag
from dashboard.kaart.punten import bronzin, per_soort, punten_van, tekens, voorzieningen
from dashboard.vergelijken.zijde import Past
from wijken.keuze import Deel
from wijken.regio import Soort

if TYPE_CHECKING:
    from dashboard.components.kaart.beeld import Beeld
    from dashboard.figures.kaartvorm import Kaartvorm

_SOORTEN = {"initiatief": PUNT, "voorziening": VIERKANT}


@dataclass(frozen=True)
class Laagregel:
    """A line of the legend about a layer.

    Attributes:
        teken: `telling`, `punt`, `vierkant`, `deel-1` to `-5`, `focus`, `buiten`; "" for none.
    """

    teken: str
    tekst: str


def tekens_van(beeld: Beeld, vorm: Kaartvorm) -> Tekens:
    """Give the signs of the layers that are on, as the map on the screen has them."""
    punten = tuple(
        Teken(_SOORTEN[punt["soort"]], punt["plek"], punt.get("teken") or "")
        for punt in punten_van(beeld)
    )
    return Tekens(punten, tuple(_balken(beeld, vorm)))


def tellingen_van(beeld: Beeld) -> dict[str, int]:
    """Give how many initiatives without a place of their own each wijk has."""
    return {telling["code"]: telling["aantal"] for telling in tellingen(beeld)}


def laagregels(beelden: Sequence[Beeld]) -> Iterator[Laagregel]:
    """Give the legend of the layers; one for both areas where there are two."""
    eerste = beelden[0]
    aan = eerste.staat.lagen
    if aan.heeft(Laag.INITIATIEVEN):
        yield from _initiatieven(beelden)
    if aan.heeft(Laag.VOORZIENINGEN):
        yield from _voorzieningen(beelden)
    if aan.heeft(Laag.WONINGEN):
        yield from _woningen(beelden)
    for beeld in beelden:
        yield from _focus(beeld)


def laagnoten(beelden: Sequence[Beeld]) -> Iterator[str]:
    """Say what is on the screen and cannot be on paper, and why."""
    aan = beelden[0].staat.lagen
    for beeld in beelden:
        plaats = beeld.staat.gebied.plaats
        if aan.heeft(Laag.VOORZIENINGEN) and not voorzieningen(beeld):
            yield beeld.zin("mee.voorzieningen_geen", plaats=plaats)
        if aan.heeft(Laag.WONINGEN) and woninglaag(beeld).niveau is None:
            yield beeld.zin("mee.woningen_geen", plaats=plaats)
        if _wil_focus(beeld) and focus_past(beeld) is Past.NIET:
            yield beeld.zin("keuze.focus_niet", indeling=beeld.staat.indeling)
        elif _wil_focus(beeld) and focus_is_fijner(beeld):
            yield beeld.zin("keuze.focus_fijner")
    if aan.achtergrond:
        yield beelden[0].zin("mee.achtergrond")


def laagbronnen(beelden: Sequence[Beeld]) -> Iterator[str]:
    """Name the sources of what lies on the map."""
    for beeld in beelden:
        aan, zin = beeld.staat.lagen, beeld.context.teksten.zin
        gevonden = voorzieningen(beeld) if aan.heeft(Laag.VOORZIENINGEN) else ()
        if gevonden:
            yield beeld.zin("mee.voorzieningen_bron", bron=bronzin(beeld, gevonden))
        lezingen = woninglaag(beeld).lezingen if aan.heeft(Laag.WONINGEN) else {}
        for w in [w for lezing in list(lezingen.values())[:1] for w in lezing.bewijs[:1]]:
            bron = beeld.context.catalogus.bronnen.get(w.herkomst.bron)
            naam = bron.bronregel if bron else w.herkomst.bron
            velden = {"bron": naam, "tabel": w.herkomst.tabel, "jaar": w.periode}
            yield f"{zin('frame.bronregel', **velden)}."


def focus_van_kaart(beeld: Beeld) -> tuple[tuple[str, ...], frozenset[str]]:
    """Give the areas with the line of the focus, and those that do not count."""
    focus = [str(code) for code in in_focus(beeld)]
    deel = beeld.staat.gekozen.deel
    if not focus or deel is Deel.GEHEEL:
        return (tuple(focus) if _wil_focus(beeld) else ()), frozenset()
    alle, binnen = {str(regio.code) for regio in beeld.regios}, set(focus)
    return tuple(focus), frozenset(alle - binnen if deel is Deel.FOCUS else binnen)


def _wil_focus(beeld: Beeld) -> bool:
    s = beeld.staat
    wil = s.lagen.heeft(Laag.FOCUS) or s.gekozen.deel is not Deel.GEHEEL
    return wil and bool(focus_regios(beeld))


def _balken(beeld: Beeld, vorm: Kaartvorm) -> Iterator[Balk]:
    wat = woningen(beeld)
    if wat is None:
        return
    per_wijk = woninglaag(beeld).niveau is Soort.WIJK
    middens = {plek.code: plek.plek for plek in (vorm.wijken if per_wijk else vorm.plekken)}
    for code, delen in wat["delen"].items():
        if code in middens:
            lat, lon = middens[code]
            yield Balk((lat, lon), tuple(delen), ruim=per_wijk)


def _initiatieven(beelden: Sequence[Beeld]) -> Iterator[Laagregel]:
    eerste = beelden[0]
    if any(tellingen_van(beeld) for beeld in beelden):
        yield Laagregel("telling", eerste.zin("mee.tellingen"))
    if any(beeld.getoond.op_plek for beeld in beelden):
        yield Laagregel("punt", eerste.zin("mee.punten"))
    for beeld in beelden:
        yield Laagregel("", getoondzin(beeld))


def _voorzieningen(beelden: Sequence[Beeld]) -> Iterator[Laagregel]:
    gevonden = [v for beeld in beelden for v in voorzieningen(beeld)]
    soorten, letters = beelden[0].context.catalogus.voorzieningsoorten, tekens(beelden[0].context)
    namen = [
        f"{letters[soort]} {soorten[soort].naam}"
        for soort in sorted(per_soort(gevonden), key=lambda soort: letters.get(soort, ""))
        if soort in soorten
    ]
    if namen:
        yield Laagregel("vierkant", beelden[0].zin("mee.voorzieningen", lijst=", ".join(namen)))


def _woningen(beelden: Sequence[Beeld]) -> Iterator[Laagregel]:
    for beeld in beelden:
        laag = woninglaag(beeld)
        for lezing in list(laag.lezingen.values())[:1]:
            velden = {"niveau": laag.niveau, "jaar": lezing.periode}
            yield Laagregel("", beeld.zin("mee.woningen", **velden))
            for n, deel in enumerate(lezing.delen, start=1):
                tekst = beeld.context.teksten.zin(f"woningvoorraad.delen.{deel.id}")
                yield Laagregel(f"deel-{n}", tekst)
            return


def _focus(beeld: Beeld) -> Iterator[Laagregel]:
    lijn, buiten = focus_van_kaart(beeld)
    if lijn:
        namen = ", ".join(regio.naam for regio in focus_regios(beeld))
        yield Laagregel("focus", beeld.zin("mee.focus", namen=namen))
    if buiten:
        deel = beeld.zin(f"keuze.deel_{beeld.staat.gekozen.deel}")
        yield Laagregel("buiten", beeld.zin("mee.buiten", deel=deel))

"""Knows what the page asks of the map: one wish, put together from parts with a key each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from dashboard import links
from dashboard.components.kaart.kijkstaat import Wijze
from dashboard.components.kaart.lagenstaat import JA, Laag
from dashboard.kaart.keuze import in_focus
from dashboard.kaart.lagen import lagen

if TYPE_CHECKING:
    from dashboard.components.kaart.beeld import Beeld

Deel = Callable[["Beeld"], Any]


def blad(beeld: Beeld) -> str:
    """Give the address of the map's document; empty when there are no boundaries to draw."""
    if not beeld.vorm:
        return ""
    s = beeld.staat
    pad = f"/kaart/{s.gebied.slug}/blad.html"
    onder = JA if s.lagen.achtergrond else None
    stempel = beeld.nu.stempel
    return links.adres(pad, niveau=s.niveau, indeling=s.indeling, s=stempel, achtergrond=onder)


def wens(beeld: Beeld) -> dict[str, Any]:
    """Say to the map what to show; every extension of the map reads its own key."""
    return {naam: deel(beeld) for naam, deel in DELEN.items()}


def keuze(beeld: Beeld) -> dict[str, Any]:
    """Give what is chosen when it is several areas, and which part of the map counts."""
    s = beeld.staat
    return {
        "codes": [code.code for code in s.gekozen.codes],
        "meer": s.gekozen.meer,
        "in": str(s.gekozen.merk or ""),
        "focus": [code.code for code in in_focus(beeld)],
        "deel": s.gekozen.deel,
        "lijn": s.lagen.heeft(Laag.FOCUS),
    }


def vlakken(beeld: Beeld) -> dict[str, list[str]]:
    """Give kind, fill and words of each area, where the map itself has only the bare figures."""
    if beeld.staat.kijk.wijze is Wijze.EEN:
        return {}
    alle = beeld.lezing.vlakken.items()
    return {str(code): [str(v.soort), v.regel.kleur, v.cijfer] for code, v in alle}


DELEN: Mapping[str, Deel] = {
    "blad": blad,
    "indicator": lambda beeld: beeld.staat.indicator.id,
    "jaar": lambda beeld: beeld.staat.jaar,
    "grenzen": lambda beeld: beeld.klassen.grenzen,
    "wijze": lambda beeld: str(beeld.staat.kijk.wijze),
    "kleuren": lambda beeld: [regel.kleur for regel in beeld.lezing.klassen],
    "vlakken": vlakken,
    "wat": lambda beeld: beeld.lezing.wat,
    "naast": lambda beeld: beeld.staat.kijk.naast,
    "adres": lambda beeld: beeld.staat.adres(jaar=beeld.staat.jaar or None, selectie=None),
    "selectie": lambda beeld: str(beeld.staat.selectie or ""),
    "lagen": lagen,
    "initiatief": lambda beeld: beeld.staat.initiatief.gekozen.split(),
    "keuze": keuze,
}

"""What lies on the map in data: points with words, counts of a wijk, the homes of each area."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from dashboard.components.datum import datum
from dashboard.components.kaart_lagenstaat import Laag
from dashboard.woningvoorraad import Lezing, voorraad_van
from wijken.opmaak import DUN, getal
from wijken.regio import Regio, Regiocode, Soort

if TYPE_CHECKING:
    from dashboard.components.kaart_beeld import Beeld
    from dashboard.gegevens import Kaartvoorziening
    from dashboard.register.initiatieven import Initiatief

VOORZIENINGEN = "osm"  # id of their source
# A name on a sign in a tooltip; what is longer is cut off by who wrote it.
_LANG = 80


@dataclass(frozen=True)
class Woninglaag:
    """The homes of each area at the lowest level that has them.

    Attributes:
        niveau: that level; None when no area of ours has them in this division.
        lezingen: by area; those without are left out.
    """

    niveau: Soort | None
    lezingen: Mapping[Regiocode, Lezing]


def lagen(beeld: Beeld) -> dict[str, Any]:
    """Give everything the layers draw; `sleutel` is equal when nothing changed."""
    aan = beeld.staat.lagen
    wat: dict[str, Any] = {
        "punten": [*_initiatiefpunten(beeld), *_voorzieningpunten(beeld)],
        "tellingen": _tellingen(beeld),
        "woningen": _woningen(beeld) if aan.heeft(Laag.WONINGEN) else None,
        "namen": aan.heeft(Laag.NAMEN),
    }
    tekst = json.dumps(wat, ensure_ascii=False, sort_keys=True)
    return {**wat, "sleutel": hashlib.sha256(tekst.encode()).hexdigest()[:12]}


def voorzieningen(beeld: Beeld) -> tuple[Kaartvoorziening, ...]:
    """Give the facilities of the area of the map; none while no fetch brought them."""
    s = beeld.staat
    return beeld.nu.kaarten.voorzieningen(s.gebied, s.indeling)


def stand(beeld: Beeld) -> str:
    """Give the ISO day of the map the facilities were taken from, "" when that is not known.

    That is OpenStreetMap's own `timestamp_osm_base`; the copy was fetched on that day or later.
    """
    alle = (b.editie_waarden for b in beeld.nu.bronnen() if b.bron == VOORZIENINGEN)
    return next(alle, "")


def bronzin(beeld: Beeld, gevonden: Sequence[Kaartvoorziening]) -> str:
    """Name the source of facilities: from which day their map is, and when it was fetched."""
    teksten, van = beeld.context.teksten, stand(beeld)
    dag = datum(teksten, max(v.opgehaald for v in gevonden))
    if not van:
        return beeld.zin("lagen.bron_opgehaald", datum=dag)
    return beeld.zin("lagen.bron_stand", stand=datum(teksten, van), datum=dag)


def tekens(beeld: Beeld) -> dict[str, str]:
    """Give every kind of facility its own two letters, the same on every map."""
    gehad: dict[str, str] = {}
    for soort in beeld.context.catalogus.voorzieningsoorten.values():
        eerste, *rest = [letter for letter in soort.naam if letter.isalpha()]
        paren = (f"{eerste.upper()}{letter.lower()}" for letter in rest)
        gehad[soort.id] = next((paar for paar in paren if paar not in gehad.values()), eerste)
    return gehad


def op_plek(beeld: Beeld) -> list[Initiatief]:
    """Give the initiatives of the area whose place is known."""
    slug = beeld.staat.gebied.slug
    return [i for i in beeld.context.initiatieven if i.werkgebied == slug and i.plek is not None]


def woninglaag(beeld: Beeld) -> Woninglaag:
    """Give the homes per area: the level of the map, else the wijken; never another division's."""
    s, groep = beeld.staat, beeld.staat.lagen.woningen
    for niveau in dict.fromkeys((s.niveau, Soort.WIJK)):
        lezingen = beeld.nu.onthoud(
            ("woninglaag", s.gebied.slug, niveau, s.indeling, groep),
            partial(_lezingen, beeld, niveau, groep),
        )
        if lezingen:
            return Woninglaag(niveau, lezingen)
    return Woninglaag(None, {})


def _lezingen(beeld: Beeld, niveau: Soort, groep: str) -> dict[Regiocode, Lezing]:
    s, gevonden = beeld.staat, {}
    for regio in beeld.nu.regios(s.gebied, niveau, s.indeling):
        eerste = voorraad_van(beeld.nu, s.gebied, regio).groep(groep).lezingen[:1]
        # A code may be another place in the division the figure is of.
        if eerste and not eerste[0].toen:
            gevonden[regio.code] = eerste[0]
    return gevonden


def delenzin(beeld: Beeld, lezing: Lezing) -> str:
    """Say what the homes of an area are in one line: koop 60 %, corporatie 30 %."""
    zin = beeld.context.teksten.zin
    delen = (
        f"{zin(f'woningvoorraad.delen.{deel.id}')} {getal(deel.aandeel)}{DUN}%"
        for deel in lezing.delen
    )
    return ", ".join(delen)


def _initiatiefpunten(beeld: Beeld) -> list[dict[str, Any]]:
    if not beeld.staat.laag:
        return []
    return [
        _punt("initiatief", i.naam, i.plek, i.regio) for i in op_plek(beeld) if i.plek is not None
    ]


def _voorzieningpunten(beeld: Beeld) -> list[dict[str, Any]]:
    if not beeld.staat.lagen.heeft(Laag.VOORZIENINGEN):
        return []
    soorten, letters = beeld.context.catalogus.voorzieningsoorten, tekens(beeld)
    punten = []
    for v in voorzieningen(beeld):
        naam = soorten[v.soort].naam if v.soort in soorten else v.soort
        tekst = f"{naam}: {v.naam}" if v.naam else naam
        code = v.regio if beeld.staat.niveau is v.regio.soort else v.regio.wijk
        punten.append({**_punt("voorziening", tekst, v.plek, code), "teken": letters.get(v.soort)})
    return punten


def _punt(
    soort: str, tekst: str, plek: tuple[float, float], code: Regiocode | None
) -> dict[str, Any]:
    kort = tekst if len(tekst) <= _LANG else f"{tekst[:_LANG]}…"
    return {"soort": soort, "tekst": kort, "plek": plek, "code": str(code or "")}


def _tellingen(beeld: Beeld) -> list[dict[str, Any]]:
    """Give the number of initiatives of each wijk whose own place nobody knows."""
    if not beeld.staat.laag:
        return []
    uit = []
    for code, lijst in beeld.initiatieven.items():
        aantal = sum(1 for initiatief in lijst if initiatief.plek is None)
        regio = beeld.nu.regio(code, beeld.staat.indeling)
        naam = regio.naam if regio else str(code)
        if aantal == 1:
            tekst = beeld.zin("initiatief_telling", naam=naam)
        else:
            tekst = beeld.zin("initiatieven_telling", aantal=aantal, naam=naam)
        if aantal:
            uit.append({"code": str(code), "aantal": aantal, "tekst": tekst})
    return uit


def _woningen(beeld: Beeld) -> dict[str, Any]:
    laag = woninglaag(beeld)
    return {
        "per": "wijk" if laag.niveau is Soort.WIJK else "gebied",
        "delen": {
            str(code): [round(deel.aandeel, 1) for deel in lezing.delen]
            for code, lezing in laag.lezingen.items()
        },
        "teksten": {
            str(code): f"{_naam(beeld, code)}: {delenzin(beeld, lezing)}"
            for code, lezing in laag.lezingen.items()
        },
    }


def _naam(beeld: Beeld, code: Regiocode) -> str:
    regio = beeld.nu.regio(code, beeld.staat.indeling)
    return regio.naam if regio else str(code)


def per_soort(gevonden: Iterable[Kaartvoorziening]) -> Counter[str]:
    """Count facilities by kind."""
    return Counter(v.soort for v in gevonden)


def in_gebied(gevonden: Sequence[Kaartvoorziening], regio: Regio) -> list[Kaartvoorziening]:
    """Give the facilities in a buurt or wijk."""
    return [v for v in gevonden if regio.code in (v.regio, v.regio.wijk)]

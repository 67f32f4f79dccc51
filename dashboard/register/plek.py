"""Works out where an initiative is, from whatever was said: point, code, name, address, place."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

from dashboard.register.bevinding import Bevinding, fout, opmerking, vraag, zin
from dashboard.register.gebieden import ELDERS, RAND, Gebieden, Gebiedje
from dashboard.register.initiatieven import Plaatsing
from wijken.errors import InvoerError
from wijken.gelijknamig import platte
from wijken.regio import Regiocode, Soort
from wijken.rijksdriehoek import is_rd, naar_graden

Punt = tuple[float, float]

# The European Netherlands, with some room.
_BREEDTE, _LENGTE = (50.5, 53.8), (3.2, 7.4)
_GETAL = re.compile(r"[+-]?\d+(?:[.,]\d+)?")
_POSTCODE = re.compile(r"([1-9]\d{3})\s*([A-Za-z]{2})")
_KALE_CODE = {6: "WK", 8: "BU"}
_DECIMALEN = 6


@dataclass
class Plek:
    """What is known of a place; `velden` are fields of `Initiatief`."""

    velden: dict[str, Any] = field(default_factory=dict)
    bevindingen: list[Bevinding] = field(default_factory=list)


def bepaal_plek(tekst: Mapping[str, str], gebieden: Gebieden, standaard: str = "") -> Plek:
    """Give place and werkgebied of a row, and everything that is wrong or uncertain about them.

    A point says most, then a code or name of a wijk or buurt, then the place. An address is
    kept as it is, to be looked up.

    Args:
        tekst: the fields as typed.
        gebieden: our wijken and buurten.
        standaard: slug of the werkgebied of a row that says nothing about it.
    """
    plek = Plek()
    genoemd = _genoemd_gebied(tekst, gebieden, plek)
    gebied = _gebied(tekst.get("gebied_code", ""), genoemd, gebieden, plek)
    punt = lees_punt(tekst, plek.bevindingen)
    plek.velden["postcode"] = _postcode(tekst.get("postcode", ""), plek)
    plek.velden["adres"] = _adres(tekst)
    plek.velden["plaats"] = tekst.get("plaats", "")
    if gebied is not None:
        zet_gebied(plek, gebied, gebieden)
    if punt is not None:
        zet_punt(plek, punt, gebieden, genoemd)
    elif is_op_te_zoeken(plek.velden):
        plek.velden["plaatsing"] = Plaatsing.WACHT
    _zet_werkgebied(plek, (genoemd, standaard), gebieden)
    return plek


def lees_punt(tekst: Mapping[str, str], bevindingen: list[Bevinding]) -> Punt | None:
    """Read latitude and longitude, or places on the Dutch grid, in either order."""
    breedte, lengte = tekst.get("breedte", ""), tekst.get("lengte", "")
    samen = tekst.get("punt", "")
    if samen and not (breedte or lengte):
        breedte, lengte = _splits(samen)
    if not (breedte or lengte):
        return None
    gevonden = f"{breedte} / {lengte}" if breedte and lengte else breedte or lengte
    if not (_GETAL.fullmatch(breedte) and _GETAL.fullmatch(lengte)):
        sleutel = "punt_half" if not (breedte and lengte) else "punt_geen_getal"
        bevindingen.append(fout("breedte", gevonden, sleutel))
        return None
    een, ander = (float(deel.replace(",", ".")) for deel in (breedte, lengte))
    punt = _als_graden(een, ander)
    if punt is None:
        bevindingen.append(fout("breedte", gevonden, "punt_buiten_nederland"))
        return None
    if punt[1]:
        bevindingen.append(opmerking("breedte", gevonden, punt[1]))
    return punt[0]


def zet_punt(plek: Plek, punt: Punt, gebieden: Gebieden, genoemd: str = "") -> None:
    """Put a point in the place, with the wijk and buurt it lies in."""
    ligging = gebieden.ligging(*punt)
    eerder = plek.velden.get("regio")
    plek.velden |= {"plek": punt, "plaatsing": Plaatsing.PUNT}
    if ligging is None:
        plek.velden |= {"werkgebied": ELDERS, "plaatsing": Plaatsing.ELDERS}
        if genoemd != ELDERS:
            plaatsen = zin("register.en").join(gebieden.plaatsen())
            gevonden = f"{punt[0]} / {punt[1]}"
            plek.bevindingen.append(vraag("breedte", gevonden, "elders", gebieden=plaatsen))
        return
    zet_gebied(plek, ligging.buurt, gebieden)
    plek.velden["plaatsing"] = Plaatsing.PUNT
    if ligging.afstand:
        plek.velden["plaats_uitleg"] = zin(
            "register.plek.net_buiten", naam=ligging.buurt.naam, meter=round(ligging.afstand)
        )
    elif ligging.ook is not None:
        plek.velden["plaats_uitleg"] = zin(
            "register.plek.rand", naam=ligging.ook.naam, meter=round(RAND)
        )
    if eerder not in (None, plek.velden["regio"]):
        wijk = str(plek.velden["wijk_of_dorp"])
        plek.bevindingen.append(vraag("gebied_code", str(eerder), "plek_anders", wijk=wijk))


def is_op_te_zoeken(velden: Mapping[str, object]) -> bool:
    """Tell whether there is enough of an address to ask a service for its place."""
    heeft_nummer = any(teken.isdigit() for teken in str(velden.get("adres", "")))
    return bool(velden.get("postcode") or (heeft_nummer and velden.get("plaats")))


def _genoemd_gebied(tekst: Mapping[str, str], gebieden: Gebieden, plek: Plek) -> str:
    genoemd = tekst.get("werkgebied", "")
    slug = gebieden.werkgebied(genoemd)
    if genoemd and not slug:
        namen = zin("register.of").join((*gebieden.plaatsen(), ELDERS))
        plek.bevindingen.append(fout("werkgebied", genoemd, "werkgebied", gebieden=namen))
    return slug


def _gebied(tekst: str, werkgebied: str, gebieden: Gebieden, plek: Plek) -> Gebiedje | None:
    """Find the wijk or buurt that a text names, by code or by name."""
    if not tekst:
        return None
    code = _code(tekst)
    if code is not None and code.soort in (Soort.WIJK, Soort.BUURT):
        gevonden = gebieden.op_code(code)
        if gevonden is None:
            plek.bevindingen.append(fout("gebied_code", tekst, "code_onbekend"))
        return gevonden
    kandidaten = gebieden.op_naam(tekst, werkgebied if werkgebied != ELDERS else "")
    if len({k.werkgebied for k in kandidaten}) == 1:
        return kandidaten[0]
    if werkgebied == ELDERS:
        return None
    namen = {platte(naam): naam for naam in gebieden.namen(werkgebied)}
    lijkt = get_close_matches(platte(tekst), namen, n=3, cutoff=0.7)
    if lijkt:
        voorstel = zin("register.of").join(namen[naam] for naam in lijkt)
        plek.bevindingen.append(fout("gebied_code", tekst, "naam_lijkt", namen=voorstel))
    else:
        plek.bevindingen.append(fout("gebied_code", tekst, "naam_onbekend"))
    return None


def _code(tekst: str) -> Regiocode | None:
    kaal = tekst.replace(" ", "").upper()
    if kaal.isdigit():
        kaal = _KALE_CODE.get(len(kaal), "") + kaal
    try:
        return Regiocode.parse(kaal)
    except InvoerError:
        return None


def zet_gebied(plek: Plek, gebied: Gebiedje, gebieden: Gebieden) -> None:
    """Put a wijk or buurt in the place."""
    wijk = gebieden.wijk_van(gebied)
    is_buurt = gebied.code.soort is Soort.BUURT
    plek.velden |= {
        "werkgebied": gebied.werkgebied,
        "regio": gebied.code.wijk,
        "buurt": gebied.code if is_buurt else None,
        "wijk_of_dorp": wijk.naam if wijk else gebied.naam,
        "plaatsing": Plaatsing.BUURT if is_buurt else Plaatsing.WIJK,
    }


def _zet_werkgebied(plek: Plek, gezegd: tuple[str, str], gebieden: Gebieden) -> None:
    """Settle in which werkgebied the row is: by its place, or what was said, in that order."""
    genoemd, standaard = gezegd
    van_plek = str(plek.velden.get("werkgebied", ""))
    if van_plek and genoemd not in ("", van_plek):
        # A question about a point elsewhere is asked already.
        if van_plek != ELDERS:
            plek.bevindingen.append(fout("werkgebied", genoemd, "werkgebied_anders"))
        return
    plaats = str(plek.velden.get("plaats", ""))
    slug = van_plek or genoemd or gebieden.werkgebied_van_plaats(plaats) or standaard
    plek.velden["werkgebied"] = slug
    if slug == ELDERS:
        plek.velden["plaatsing"] = Plaatsing.ELDERS
    elif not slug and not any(b.veld in ("werkgebied", "breedte") for b in plek.bevindingen):
        namen = zin("register.of").join(gebieden.plaatsen())
        plek.bevindingen.append(fout("werkgebied", "", "geen_plek", gebieden=namen))


def _postcode(tekst: str, plek: Plek) -> str:
    gevonden = _POSTCODE.fullmatch(tekst.strip())
    if tekst and gevonden is None:
        plek.bevindingen.append(fout("postcode", tekst, "postcode"))
    return f"{gevonden[1]} {gevonden[2].upper()}" if gevonden else ""


def _adres(tekst: Mapping[str, str]) -> str:
    adres, nummer = tekst.get("adres", ""), tekst.get("huisnummer", "")
    return f"{adres} {nummer}".strip() if nummer and nummer not in adres.split() else adres


def _splits(tekst: str) -> tuple[str, str]:
    """Split `52,35; 6,66`, `52.35, 6.66` or `52.35 6.66` in two numbers."""
    delen = _GETAL.findall(tekst.strip("() "))
    if re.search(r"[;/]|,\s|\s", tekst.strip()) and len(delen) == 2:  # noqa: PLR2004
        return delen[0], delen[1]
    vier = re.fullmatch(r"\s*(\d+\.\d+),(\d+\.\d+)\s*", tekst)
    return (vier[1], vier[2]) if vier else (tekst, "")


def _als_graden(een: float, ander: float) -> tuple[Punt, str] | None:
    """Give degrees, and the key of what has to be told about how they were read."""
    for breedte, lengte, wat in ((een, ander, ""), (ander, een, "punt_omgewisseld")):
        if _ligt(breedte, _BREEDTE) and _ligt(lengte, _LENGTE):
            return (round(breedte, _DECIMALEN), round(lengte, _DECIMALEN)), wat
    for x, y in ((ander, een), (een, ander)):
        if is_rd(x, y):
            breedte, lengte = naar_graden(x, y)
            return (round(breedte, _DECIMALEN), round(lengte, _DECIMALEN)), "punt_rd"
    return None


def _ligt(getal: float, bereik: tuple[float, float]) -> bool:
    return bereik[0] <= getal <= bereik[1]

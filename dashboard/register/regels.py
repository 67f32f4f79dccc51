"""What a row of the register must be: each field read, every fault of the row told at once."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from difflib import get_close_matches
from typing import Any
from urllib.parse import urlsplit

from dashboard.register.bevinding import Bevinding, Ernst, fout, opmerking, vraag
from dashboard.register.gebieden import Gebieden
from dashboard.register.initiatieven import Herkomst, Initiatief, Plaatsing, Toestand
from dashboard.register.omzetten import KOLOMMEN, uit_beeld
from dashboard.register.plek import bepaal_plek
from dashboard.register.woorden import woorden
from wijken.dagtekening import lees_datum
from wijken.gelijknamig import platte
from wijken.persoonsgegevens import kan_persoonsnaam_zijn, vind_persoonlijk

# Longest text of each field, as wide as its column in the table.
LENGTES = {
    "naam": 120,
    "omschrijving": 400,
    "voor_wie": 200,
    "organisatie": 150,
    "adres": 150,
    "plaats": 80,
    "website": 400,
    "bron": 250,
    "bron_adres": 400,
    "bron_datum": 80,
}
_VERPLICHT = ("naam", "omschrijving")
# Addresses of pages hold digits that are no phone number.
_GEEN_TEKST = {"website", "bron_adres", "breedte", "lengte", "punt", "gestart", "nagekeken"}
_KAN_NAAM = ("naam", "organisatie", "bron")
_FORMULE = re.compile(r"'+[=+\-@\t\r\n＝＋－＠]")
_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,79}")
_DAG = 10


@dataclass(frozen=True)
class Wereld:
    """What the rules lean on.

    Attributes:
        gebieden: our wijken and buurten.
        vandaag: dates after this one are mistakes.
        werkgebied: slug for rows that say nothing about where they are.
    """

    gebieden: Gebieden
    vandaag: date
    werkgebied: str = ""


@dataclass(frozen=True)
class Toets:
    """The row as it would be kept, and everything there is to say about it."""

    initiatief: Initiatief
    bevindingen: tuple[Bevinding, ...]

    @property
    def is_goed(self) -> bool:
        """True when nothing is wrong; there may be questions."""
        return all(b.ernst is not Ernst.FOUT for b in self.bevindingen)

    @property
    def vragen(self) -> tuple[Bevinding, ...]:
        """What somebody has to say yes to before it is kept."""
        return tuple(b for b in self.bevindingen if b.ernst is Ernst.VRAAG)


def toets(velden: Mapping[str, str], wereld: Wereld, bestaand: Initiatief | None = None) -> Toets:
    """Judge a row or a form; the keys are fields (`woorden.toml`, `[kolommen]`).

    Args:
        velden: the text of each field, as typed; a field that is absent keeps what it was.
        wereld: areas and today.
        bestaand: the row that is to be changed, None for a new one.
    """
    vol = naar_velden(bestaand) if bestaand else {}
    tekst = vol | {veld: schoon(waarde) for veld, waarde in velden.items()}
    tekst |= {veld: _met_punt(tekst.get(veld, "")) for veld in ("breedte", "lengte")}
    bevindingen: list[Bevinding] = [*_lengtes(tekst), *_personen(tekst)]
    plek = bepaal_plek(_zonder_oud_punt(tekst, vol), wereld.gebieden, wereld.werkgebied)
    bevindingen += plek.bevindingen
    gelezen: dict[str, Any] = {
        "naam": tekst.get("naam", ""),
        "omschrijving": tekst.get("omschrijving", ""),
        "voor_wie": tekst.get("voor_wie", ""),
        "organisatie": tekst.get("organisatie", ""),
        "soort": _soort(tekst.get("soort", ""), bevindingen),
        "themas": _themas(tekst.get("themas", ""), bevindingen),
        "website": _web("website", tekst.get("website", ""), bevindingen),
        "gestart": _gestart(tekst.get("gestart", ""), wereld, bevindingen),
        "nagekeken": _nagekeken(tekst.get("nagekeken", ""), wereld, bevindingen),
        "toestemming": _toestemming(tekst.get("toestemming", ""), bevindingen),
        **_bron(tekst, bevindingen),
        **plek.velden,
    }
    initiatief = replace(bestaand or LEEG, **{**_NERGENS, **gelezen})
    if bestaand is not None:
        initiatief = _met_oude_plek(initiatief, bestaand)
    return Toets(initiatief, tuple(bevindingen))


def naar_velden(initiatief: Initiatief) -> dict[str, str]:
    """Give a row as fields of text: for a form or an export; `toets` reads it back."""
    breedte, lengte = initiatief.plek or ("", "")
    gebied = initiatief.buurt or initiatief.regio
    bron, bron_adres = initiatief.bron, initiatief.bron_url
    return {
        "id": initiatief.id,
        "versie": str(initiatief.versie) if initiatief.versie else "",
        "naam": initiatief.naam,
        "omschrijving": initiatief.omschrijving,
        "soort": initiatief.soort,
        "themas": ", ".join(initiatief.themas),
        "voor_wie": initiatief.voor_wie,
        "organisatie": initiatief.organisatie,
        "werkgebied": initiatief.werkgebied,
        "adres": initiatief.adres,
        "postcode": initiatief.postcode,
        "plaats": initiatief.plaats,
        "gebied_code": gebied.code if gebied else "",
        "breedte": str(breedte),
        "lengte": str(lengte),
        "website": initiatief.website,
        "gestart": initiatief.gestart,
        "nagekeken": initiatief.nagekeken,
        # One column says it when there is nothing but the address of a page.
        "bron": bron or bron_adres,
        "bron_adres": bron_adres if bron else "",
        "bron_datum": initiatief.bron_datum,
        "toestemming": initiatief.toestemming,
    }


def schoon(tekst: str) -> str:
    """Give a text on one line, without control characters and what an export put before it."""
    if _FORMULE.match(tekst):
        tekst = tekst[1:]
    normaal = unicodedata.normalize("NFC", tekst)
    if normaal.isprintable():
        return " ".join(normaal.split())
    heel = "".join(" " if unicodedata.category(t) in ("Cc", "Zl", "Zp") else t for t in normaal)
    # Surrogates and signs that turn the direction of writing have no place in a list.
    leesbaar = "".join(t for t in heel if unicodedata.category(t) not in ("Cf", "Cs", "Co", "Cn"))
    return " ".join(leesbaar.split())


def is_id(tekst: str) -> bool:
    """Tell whether a text can be the id of a row."""
    return bool(_ID.fullmatch(tekst))


def _lengtes(tekst: Mapping[str, str]) -> list[Bevinding]:
    leeg = [fout(veld, "", f"{veld}_leeg") for veld in _VERPLICHT if not tekst.get(veld)]
    return leeg + [
        fout(veld, tekst[veld], "te_lang", lang=len(tekst[veld]), meest=meest)
        for veld, meest in LENGTES.items()
        if len(tekst.get(veld, "")) > meest
    ]


def _personen(tekst: Mapping[str, str]) -> list[Bevinding]:
    lijsten = woorden().personen
    zeker = [
        fout(veld, deel, str(soort))
        for veld, waarde in tekst.items()
        if veld not in _GEEN_TEKST
        for soort, deel in vind_persoonlijk(waarde, lijsten)
    ]
    return zeker + [
        vraag(veld, tekst[veld], "persoonsnaam")
        for veld in _KAN_NAAM
        if kan_persoonsnaam_zijn(tekst.get(veld, ""), lijsten)
    ]


def _soort(tekst: str, bevindingen: list[Bevinding]) -> str:
    bekend = woorden().soorten
    gevonden = bekend.get(platte(tekst), "")
    if not gevonden:
        sleutel = "soort" if tekst else "soort_leeg"
        bevindingen.append(fout("soort", tekst, sleutel, soorten=_opsomming(set(bekend.values()))))
    return gevonden


def _themas(tekst: str, bevindingen: list[Bevinding]) -> tuple[str, ...]:
    bekend = woorden().themas
    keuze = _opsomming(set(bekend.values()))
    delen = [platte(deel) for deel in re.split(r"[,;/|+&]|\ben\b", tekst)]
    heel = bekend.get(platte(tekst))
    gevonden = [heel] if heel else [bekend[deel] for deel in delen if deel in bekend]
    vreemd = [] if heel else [deel for deel in delen if deel and deel not in bekend]
    for deel in vreemd:
        lijkt = get_close_matches(deel, bekend, n=1, cutoff=0.75)
        if lijkt:
            bevindingen.append(fout("themas", deel, "thema_lijkt", thema=bekend[lijkt[0]]))
        else:
            bevindingen.append(fout("themas", deel, "thema", themas=keuze))
    if not gevonden and not vreemd:
        bevindingen.append(fout("themas", tekst, "themas_leeg", themas=keuze))
    return tuple(dict.fromkeys(gevonden))


def _web(veld: str, tekst: str, bevindingen: list[Bevinding]) -> str:
    """Read a web address; a bare host gets https."""
    if not tekst:
        return ""
    vol = tekst if "://" in tekst else f"https://{tekst}"
    if not is_webadres(vol):
        bevindingen.append(fout(veld, tekst, "webadres"))
        return ""
    if vol != tekst:
        bevindingen.append(opmerking(veld, tekst, "webadres_aangevuld", adres=vol))
    return vol


def is_webadres(tekst: str) -> bool:
    """Tell whether a text is the address of a page on the web, and nothing but that."""
    try:
        delen = urlsplit(tekst)
        huis, _ = delen.hostname or "", delen.port
    except ValueError:
        return False
    goed = re.fullmatch(r"[\w-]+(\.[\w-]+)+", huis) is not None
    vreemd = re.search(r"[\s<>\"'`\\{}|^]", tekst) is not None
    return delen.scheme in ("http", "https") and goed and not vreemd and delen.username is None


def _gestart(tekst: str, wereld: Wereld, bevindingen: list[Bevinding]) -> str:
    datum = lees_datum(tekst)
    if tekst and (datum is None or datum[:4] > str(wereld.vandaag.year)):
        bevindingen.append(fout("gestart", tekst, "gestart"))
    return datum or ""


def _nagekeken(tekst: str, wereld: Wereld, bevindingen: list[Bevinding]) -> str:
    datum = lees_datum(tekst)
    if not tekst:
        return ""
    if datum is None or len(datum) != _DAG:
        bevindingen.append(fout("nagekeken", tekst, "nagekeken"))
        return ""
    if datum > wereld.vandaag.isoformat():
        bevindingen.append(fout("nagekeken", tekst, "nagekeken_later"))
    return datum


def _toestemming(tekst: str, bevindingen: list[Bevinding]) -> str:
    gevonden = woorden().toestemming.get(platte(tekst), "")
    if tekst and not gevonden:
        bevindingen.append(fout("toestemming", tekst, "toestemming"))
    return gevonden


def _bron(tekst: Mapping[str, str], bevindingen: list[Bevinding]) -> dict[str, str]:
    bron, adres = tekst.get("bron", ""), tekst.get("bron_adres", "")
    if not adres and (is_webadres(bron) or bron.lower().startswith("www.")):
        bron, adres = "", bron
    return {
        "bron": bron,
        "bron_url": _web("bron_adres", adres, bevindingen),
        "bron_datum": tekst.get("bron_datum", ""),
    }


def _met_punt(tekst: str) -> str:
    """Write a number with a full stop, so that the same number is the same text."""
    return tekst.replace(",", ".") if re.fullmatch(r"[+-]?\d+,\d+", tekst) else tekst


def _zonder_oud_punt(tekst: Mapping[str, str], oud: Mapping[str, str]) -> dict[str, str]:
    """Forget a point that belonged to another address than the one that is there now."""
    adres = ("adres", "huisnummer", "postcode", "plaats")
    punt = ("breedte", "lengte")
    verhuisd = bool(oud) and any(tekst.get(v, "") != oud.get(v, "") for v in adres)
    if not verhuisd or any(tekst.get(v, "") != oud.get(v, "") for v in punt):
        return dict(tekst)
    # The wijk was found with the point; when somebody typed another one it stays.
    weg = (*punt, "gebied_code") if tekst.get("gebied_code") == oud.get("gebied_code") else punt
    return {veld: waarde for veld, waarde in tekst.items() if veld not in weg or not oud["breedte"]}


def _met_oude_plek(nieuw: Initiatief, oud: Initiatief) -> Initiatief:
    """Keep what a service said about the place, while the place is the same."""
    zelfde = ("adres", "postcode", "plaats", "plek", "regio", "buurt", "werkgebied")
    if any(getattr(nieuw, veld) != getattr(oud, veld) for veld in zelfde):
        return replace(nieuw, plaats_uitleg=nieuw.plaats_uitleg if nieuw.plek else "")
    return replace(
        nieuw,
        plaatsing=oud.plaatsing,
        plaats_uitleg=oud.plaats_uitleg,
        wijk_of_dorp=oud.wijk_of_dorp,
    )


def _opsomming(namen: set[str]) -> str:
    return ", ".join(sorted(namen))


_NERGENS: dict[str, Any] = {
    "plek": None,
    "regio": None,
    "buurt": None,
    "wijk_of_dorp": "",
    "plaatsing": Plaatsing.GEEN,
    "plaats_uitleg": "",
}
LEEG = uit_beeld(
    {
        **dict.fromkeys(KOLOMMEN, ""),
        "breedte": None,
        "lengte": None,
        "versie": 0,
        "herkomst": Herkomst.HAND,
        "status": Toestand.ACTIEF,
    }
)

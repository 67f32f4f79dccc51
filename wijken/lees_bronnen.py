"""Reads `bronnen.toml` and `werkgebieden.toml`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from wijken.bron import (
    Breuk,
    Bron,
    Editie,
    Grensgeldigheid,
    Herleiding,
    Onveranderd,
    Voorzieningsoort,
    Werkgebied,
)
from wijken.errors import InvoerError
from wijken.lezer import Foutenlijst, Plek, keuze, lees_toml, teksten, toets_vorm
from wijken.regio import Regiocode, Soort

if TYPE_CHECKING:
    from pathlib import Path

_BRON = {
    "naam": (str, True),
    "houder": (str, True),
    "protocol": (str, True),
    "licentie": (str, True),
    "bronregel": (str, True),
    "adres": (str, True),
    "ritme": (str, True),
    "edities": (list, True),
    "dienst": (str, False),
    "land": (str, False),
    "regioveld": (str, False),
    "dimensies": (dict, False),
    "breuken": (list, False),
    "soorten": (dict, False),
}
_EDITIE = {
    "tabel": (str, True),
    "indeling": (int, True),
    "perioden": (list, True),
    "naam": (str, False),
    "regioveld": (str, False),
}
_SOORT = {"naam": (str, True), "meervoud": (str, True), "kenmerken": (list, True)}
_BREUK = {"jaar": (int, True), "reden": (str, True), "stammen": (list, False)}
_WERKGEBIED = {
    "naam": (str, True),
    "plaats": (str, True),
    "codes": (list, True),
    "leidend_thema": (str, True),
    "eerste": (list, True),
    "kleur": (str, True),
    "vraag": (str, True),
    "lidwoord": (str, False),
    "voorgangers": (list, False),
    "focus": (list, False),
    "grenzen": (list, False),
    "onveranderd": (list, False),
    "herleid": (list, False),
}
_HERLEID = {
    "code": (str, True),
    "uit": (list, True),
    "van": (int, True),
    "tot": (int, True),
    "bewijs": (str, True),
    "bijna": (str, False),
}
_GRENS = {"kaart": (int, True), "van": (int, True), "tot": (int, True), "bewijs": (str, True)}
_ONVERANDERD = {
    "niveau": (str, True),
    "van": (int, True),
    "tot": (int, True),
    "bewijs": (str, True),
}


def lees_bronnen(pad: Path, fouten: Foutenlijst) -> dict[str, Bron]:
    """Read every source."""
    return {
        sleutel: _lees_bron(sleutel, tabel, Plek(pad.name, sleutel), fouten)
        for sleutel, tabel in lees_toml(pad, fouten).items()
    }


def _lees_bron(sleutel: str, tabel: object, plek: Plek, fouten: Foutenlijst) -> Bron:
    goed = toets_vorm(tabel, _BRON, plek, fouten)
    edities = tuple(
        _lees_editie(editie, plek.bij(f"edities[{n}]"), fouten)
        for n, editie in enumerate(goed.pop("edities", []))
    )
    dimensies = tuple(
        (naam, teksten(codes, plek.bij(f"dimensies.{naam}"), fouten))
        for naam, codes in goed.pop("dimensies", {}).items()
    )
    breuken = tuple(
        _lees_breuk(breuk, plek.bij(f"breuken[{n}]"), fouten)
        for n, breuk in enumerate(goed.pop("breuken", []))
    )
    soorten = tuple(
        _lees_soort(naam, soort, plek.bij(f"soorten.{naam}"), fouten)
        for naam, soort in goed.pop("soorten", {}).items()
    )
    leeg = {k: "" for k, (_, verplicht) in _BRON.items() if verplicht and k != "edities"}
    vast = {"id": sleutel, "edities": edities, "dimensies": dimensies}
    return Bron(**(leeg | goed | vast), breuken=breuken, soorten=soorten)


def _lees_soort(naam: str, tabel: object, plek: Plek, fouten: Foutenlijst) -> Voorzieningsoort:
    goed = toets_vorm(tabel, _SOORT, plek, fouten)
    kenmerken = goed.get("kenmerken", [])
    if not kenmerken or not all(isinstance(set_, dict) and set_ for set_ in kenmerken):
        fouten.meld(
            plek.bij("kenmerken"), f"een lijst van tabellen verwacht, gevonden: {kenmerken}"
        )
        kenmerken = []
    sets = tuple(tuple(sorted((str(k), str(v)) for k, v in s.items())) for s in kenmerken)
    return Voorzieningsoort(naam, goed.get("naam", ""), goed.get("meervoud", ""), sets)


def _lees_breuk(tabel: object, plek: Plek, fouten: Foutenlijst) -> Breuk:
    goed = toets_vorm(tabel, _BREUK, plek, fouten)
    stammen = teksten(goed.get("stammen", []), plek.bij("stammen"), fouten)
    return Breuk(goed.get("jaar", 0), goed.get("reden", ""), stammen)


def _lees_editie(tabel: object, plek: Plek, fouten: Foutenlijst) -> Editie:
    goed = toets_vorm(tabel, _EDITIE, plek, fouten)
    jaren = goed.get("perioden", [])
    if not jaren or not all(isinstance(jaar, int) for jaar in jaren):
        fouten.meld(plek.bij("perioden"), f"een lijst van jaren verwacht, gevonden: {jaren}")
        jaren = []
    naam = goed.get("naam") or "-".join(str(j) for j in jaren[-1:])
    plaats = (goed.get("tabel", ""), goed.get("indeling", 0), tuple(jaren))
    return Editie(*plaats, naam, goed.get("regioveld", ""))


def lees_werkgebieden(pad: Path, fouten: Foutenlijst) -> dict[str, Werkgebied]:
    """Read every werkgebied."""
    gelezen = {
        slug: _lees_werkgebied(slug, tabel, Plek(pad.name, slug), fouten)
        for slug, tabel in lees_toml(pad, fouten).items()
    }
    return {slug: gebied for slug, gebied in gelezen.items() if gebied}


def _lees_werkgebied(
    slug: str, tabel: object, plek: Plek, fouten: Foutenlijst
) -> Werkgebied | None:
    voor = len(fouten.fouten)
    goed = toets_vorm(tabel, _WERKGEBIED, plek, fouten)
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug):
        fouten.meld(plek, "een slug heeft alleen kleine letters, cijfers en koppeltekens")
    if not re.fullmatch(r"#[0-9A-Fa-f]{6}", goed.get("kleur", "")):
        fouten.meld(plek.bij("kleur"), f"#RRGGBB verwacht, gevonden: {goed.get('kleur')!r}")
    for deel in ("codes", "voorgangers", "focus"):
        goed[deel] = _codes(goed.get(deel, []), plek.bij(deel), fouten)
    goed["eerste"] = teksten(goed.get("eerste", []), plek.bij("eerste"), fouten)
    goed["grenzen"] = _grenzen(goed, plek, fouten)
    goed["onveranderd"] = _onveranderd(goed, plek, fouten)
    goed["herleid"] = _herleid(goed, plek, fouten)
    return None if len(fouten.fouten) > voor else Werkgebied(slug=slug, **goed)


def _codes(lijst: list[Any], plek: Plek, fouten: Foutenlijst) -> tuple[Regiocode, ...]:
    codes = []
    for tekst in lijst:
        try:
            codes.append(Regiocode(str(tekst)))
        except InvoerError as fout:
            fouten.meld(plek, str(fout))
    return tuple(codes)


def _grenzen(goed: dict[str, Any], plek: Plek, fouten: Foutenlijst) -> tuple[Grensgeldigheid, ...]:
    tabellen = [
        toets_vorm(tabel, _GRENS, plek.bij(f"grenzen[{n}]"), fouten)
        for n, tabel in enumerate(goed.get("grenzen", []))
    ]
    return tuple(Grensgeldigheid(**t) for t in tabellen if t.keys() == _GRENS.keys())


def _herleid(goed: dict[str, Any], plek: Plek, fouten: Foutenlijst) -> tuple[Herleiding, ...]:
    klaar = []
    for n, tabel in enumerate(goed.get("herleid", [])):
        bij = plek.bij(f"herleid[{n}]")
        vorm = toets_vorm(tabel, _HERLEID, bij, fouten)
        code = _codes([vorm["code"]] if "code" in vorm else [], bij.bij("code"), fouten)
        uit = _codes(vorm.get("uit", []), bij.bij("uit"), fouten)
        if any(deel.soort is not heel.soort for heel in code for deel in uit):
            fouten.meld(bij.bij("uit"), f"gebieden van hetzelfde niveau als {code[0]} verwacht")
        if code and uit and {"van", "tot", "bewijs"} <= vorm.keys():
            jaren = (vorm["van"], vorm["tot"])
            klaar.append(Herleiding(code[0], uit, *jaren, vorm["bewijs"], vorm.get("bijna", "")))
    return tuple(klaar)


def _onveranderd(goed: dict[str, Any], plek: Plek, fouten: Foutenlijst) -> tuple[Onveranderd, ...]:
    klaar = []
    for n, tabel in enumerate(goed.get("onveranderd", [])):
        bij = plek.bij(f"onveranderd[{n}]")
        vorm = toets_vorm(tabel, _ONVERANDERD, bij, fouten)
        niveau = keuze(Soort, vorm.get("niveau", ""), bij.bij("niveau"), fouten)
        if niveau and vorm.keys() == _ONVERANDERD.keys():
            klaar.append(Onveranderd(niveau, vorm["van"], vorm["tot"], vorm["bewijs"]))
    return tuple(klaar)

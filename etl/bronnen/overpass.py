"""Fetches facilities from OpenStreetMap through Overpass, one gemeente at a time."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any

import requests

from etl.bronnen.adapter import Lijn, Oogst, Opdracht, TijdelijkError
from etl.bronnen.ruw import Rij, maak_regios, maak_waarden
from etl.bronnen.sessie import download, reden
from etl.manifest import Kolom, Manifest
from wijken.bron import Voorzieningsoort
from wijken.errors import BronError

SOORT, NAAM, BREEDTE, LENGTE = "soort", "naam", "breedtegraad", "lengtegraad"
VELDEN = (SOORT, NAAM, BREEDTE, LENGTE)
_PAD = "/api/interpreter"
_SECONDEN = 90
_TITELS = ("Soort voorziening", "Naam", "Breedtegraad", "Lengtegraad")

Element = Mapping[str, Any]
# Id, kind, name, latitude, longitude.
Plek = tuple[str, str, str | None, float, float]


def lees_gewijzigd(_lijn: Lijn, _opdracht: Opdracht) -> str:
    """Give the first day of this month: the map changes every minute, once a month is enough."""
    return datetime.now(tz=UTC).date().replace(day=1).isoformat()


def haal(lijn: Lijn, opdracht: Opdracht, gewijzigd: str) -> Oogst:
    """Fetch the facilities of every gemeente of today, one question after the other.

    Values: a row per place and field (soort, naam, breedtegraad, lengtegraad; EPSG:4326), region
    the gemeente, dimension `id=node/1`. The moment of the map (`timestamp_osm_base`) is kept in
    the manifest.

    Raises:
        BronError: when Overpass refuses, stays too busy, or answers without a single place.
    """
    rijen: list[Rij] = []
    momenten, anders = set(), 0
    codes = sorted({code.code for w in opdracht.werkgebieden for code in w.codes})
    for code in codes:
        antwoord = _vraag(lijn, code, opdracht.bron.soorten)
        momenten.add(_moment(antwoord))
        gevonden = list(_plekken(antwoord["elements"], opdracht.bron.soorten))
        anders += len(antwoord["elements"]) - len(gevonden)
        rijen += (rij for plek in gevonden for rij in _cellen(code, plek))
    manifest = _manifest(opdracht, gewijzigd, min(momenten))
    weg = f"{anders} plekken zonder ligging of van een andere soort zijn weggelaten"
    regios = maak_regios((code, None, code) for code in codes)
    return Oogst(manifest, maak_waarden(rijen), regios, (weg,) if anders else ())


def stel_vraag(code: str, soorten: Sequence[Voorzieningsoort]) -> str:
    """Write the question for one gemeente in the language of Overpass."""
    termen = sorted(
        {
            "".join(f'["{naam}"="{waarde}"]' for naam, waarde in kenmerk)
            for soort in soorten
            for kenmerk in soort.kenmerken
        }
    )
    nwr = "".join(f"nwr{term}(area.a);" for term in termen)
    gebied = f'["boundary"="administrative"]["admin_level"="8"]["ref:gemeentecode"="{code[2:]}"]'
    return f"[out:json][timeout:{_SECONDEN}];area{gebied}->.a;({nwr});out center tags;"


def _vraag(lijn: Lijn, code: str, soorten: Sequence[Voorzieningsoort]) -> dict[str, Any]:
    vraag = {"data": stel_vraag(code, soorten)}
    inhoud: dict[str, Any] = json.loads(download(lijn, lijn.adres + _PAD, _toets, data=vraag))
    return inhoud


def _toets(antwoord: requests.Response) -> None:
    """Refuse what looks like an answer and is none: worth another try a little later."""
    try:
        inhoud = json.loads(antwoord.content)
        elementen = inhoud["elements"]
    except (ValueError, TypeError, KeyError):
        message = f"Overpass geeft een webpagina in plaats van gegevens: {reden(antwoord)}"
        raise TijdelijkError(message) from None
    if "remark" in inhoud:
        message = f"Overpass brak de vraag af: {inhoud['remark']}"
        raise TijdelijkError(message)
    if not elementen:
        message = (
            "Overpass vond geen enkele voorziening; dat kan voor een hele gemeente niet kloppen."
        )
        raise TijdelijkError(message)


def _moment(antwoord: Mapping[str, Any]) -> str:
    tekst = str((antwoord.get("osm3s") or {}).get("timestamp_osm_base", ""))
    try:
        datetime.fromisoformat(tekst)
    except ValueError:
        message = f"Overpass zegt niet van wanneer de kaart is (timestamp_osm_base: «{tekst}»)."
        raise BronError(message) from None
    return tekst


def _plekken(elementen: Sequence[Element], soorten: Sequence[Voorzieningsoort]) -> Iterator[Plek]:
    """Give id, kind, name, latitude and longitude of every place of a known kind."""
    for element in elementen:
        labels = element.get("tags") or {}
        midden = element.get("center") or element
        soort = next((s.id for s in soorten if s.past(labels)), None)
        if soort is not None and _is_punt(midden):
            sleutel = f"{element.get('type')}/{element.get('id')}"
            yield sleutel, soort, _naam(labels), midden["lat"], midden["lon"]


def _is_punt(midden: Mapping[str, Any]) -> bool:
    return all(isinstance(midden.get(deel), int | float) for deel in ("lat", "lon"))


def _naam(labels: Mapping[str, Any]) -> str | None:
    naam = " ".join(str(labels.get("name") or labels.get("operator") or "").split())
    return naam or None


def _cellen(code: str, plek: Plek) -> Iterator[Rij]:
    sleutel, soort, naam, breedte, lengte = plek
    waarden = (soort, naam, f"{breedte:.6f}", f"{lengte:.6f}")
    for veld, tekst in zip(VELDEN, waarden, strict=True):
        yield code, f"id={sleutel}", veld, tekst


def _manifest(opdracht: Opdracht, gewijzigd: str, moment: str) -> Manifest:
    bron, editie = opdracht.bron, opdracht.editie
    return Manifest(
        bron=bron.id,
        tabel=editie.tabel,
        titel=bron.naam,
        indeling=editie.indeling,
        perioden=editie.perioden,
        editie_waarden=moment[:10],
        editie_sleutels=moment[:10],
        gewijzigd=gewijzigd,
        opgehaald=date.today().isoformat(),  # noqa: DTZ011 -- the user's own calendar day
        licentie=bron.licentie,
        bronregel=bron.bronregel,
        adres=bron.adres,
        getypeerd=True,
        volledig=True,
        wat_is_echt=f"Wat vrijwilligers op de kaart zetten, stand {moment} (timestamp_osm_base).",
        kolommen=tuple(
            Kolom(veld, veld, titel) for veld, titel in zip(VELDEN, _TITELS, strict=True)
        ),
    )

"""Asks PDOK for the buurten of some gemeenten: OGC API Features, and the older WFS."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from itertools import count
from typing import Any
from urllib.parse import urlsplit

import requests

from etl.bronnen.adapter import Lijn, TijdelijkError
from etl.bronnen.sessie import download, reden
from wijken.errors import BronError

_OGC = "/cbs/wijken-en-buurten-{jaar}/ogc/v1/collections/buurten/items"
_WFS = "/cbs/wijkenbuurten/{jaar}/wfs/v1_0"
_PER_BLAD = 1000
_RD = "urn:ogc:def:crs:EPSG::28992"
# Both spellings: snake_case in the OGC API and the GeoPackage, camelCase in the WFS.
_GEMEENTE, _CODE = ("gemeentecode", "gemeente_code"), ("buurtcode", "buurt_code")

Kaart = dict[str, Any]


def ogc(lijn: Lijn, jaar: int, gemeenten: Sequence[str]) -> Kaart:
    """Give the buurten as GeoJSON in degrees, following the link to the next page.

    Raises:
        NietGevondenError: when there is no such year.
        BronError: when the service fails, or its pages lead elsewhere or round.
    """
    basis = lijn.diensten["pdok_api"]
    kenmerken = []
    for gemeente in gemeenten:
        vraag = {"f": "json", "limit": str(_PER_BLAD), "gemeentecode": gemeente}
        kenmerken += _bladen(lijn, basis + _OGC.format(jaar=jaar), vraag)
    return _kaart(kenmerken, gemeenten, "")


def _bladen(lijn: Lijn, adres: str, vraag: Mapping[str, str]) -> list[Kaart]:
    kenmerken: list[Kaart] = []
    gezien: set[str] = set()
    volgende, params = adres, dict(vraag)
    while volgende:
        if volgende in gezien or len(gezien) >= lijn.geduld.antwoorden:
            message = f"{urlsplit(adres).netloc}: de bladzijden van de kaart houden niet op."
            raise BronError(message)
        gezien.add(volgende)
        blad = json.loads(download(lijn, volgende, _toets, params=params))
        kenmerken += blad["features"]
        volgende, params = _volgende(blad, adres), {}
    return kenmerken


def _volgende(blad: Kaart, adres: str) -> str:
    links = blad.get("links") or ()
    doel = next((str(link["href"]) for link in links if link.get("rel") == "next"), "")
    if doel and (elders := urlsplit(doel).netloc) != urlsplit(adres).netloc:
        message = f"De volgende bladzijde van de kaart staat bij een ander adres ({elders})."
        raise BronError(message)
    return doel


def wfs(lijn: Lijn, jaar: int, gemeenten: Sequence[str]) -> Kaart:
    """Give the buurten as GeoJSON in metres of the Dutch grid.

    The filter is the XML one, for `CQL_FILTER` is ignored without a word; and what comes is
    filtered again, for a service that ignores one filter may ignore the other.

    Raises:
        NietGevondenError: when there is no such year.
        BronError: when the service fails or does not stop.
    """
    adres = lijn.diensten["pdok"] + _WFS.format(jaar=jaar)
    kenmerken: list[Kaart] = []
    for bladzijde in count():
        if bladzijde >= lijn.geduld.antwoorden:
            message = f"{urlsplit(adres).netloc}: de bladzijden van de kaart houden niet op."
            raise BronError(message)
        vraag = _wfs_vraag(gemeenten) | {"startIndex": str(bladzijde * _PER_BLAD)}
        blad = json.loads(download(lijn, adres, _toets, params=vraag))
        kenmerken += blad["features"]
        if len(blad["features"]) < _PER_BLAD:
            break
    return _kaart(kenmerken, gemeenten, _RD)


def _wfs_vraag(gemeenten: Sequence[str]) -> dict[str, str]:
    gelijk = "".join(
        "<PropertyIsEqualTo><PropertyName>gemeentecode</PropertyName>"
        f"<Literal>{gemeente}</Literal></PropertyIsEqualTo>"
        for gemeente in gemeenten
    )
    return {
        "service": "WFS",
        "version": "2.0.0",
        "request": "GetFeature",
        "typeNames": "wijkenbuurten:buurten",
        "outputFormat": "application/json",
        "count": str(_PER_BLAD),
        "filter": f"<Filter><Or>{gelijk}</Or></Filter>",
    }


def _toets(antwoord: requests.Response) -> None:
    try:
        goed = isinstance(json.loads(antwoord.content)["features"], list)
    except (ValueError, TypeError, KeyError):
        goed = False
    if not goed:
        message = f"PDOK geeft geen kaart maar: {reden(antwoord)}"
        raise TijdelijkError(message)


def _kaart(kenmerken: Sequence[Kaart], gemeenten: Sequence[str], crs: str) -> Kaart:
    """Keep each buurt of the gemeenten once; without a CRS it is GeoJSON's own, in degrees."""
    eigen = {_eerste(k, _CODE): k for k in kenmerken if _eerste(k, _GEMEENTE) in gemeenten}
    kaart: Kaart = {"type": "FeatureCollection", "features": list(eigen.values())}
    return kaart | ({"crs": {"type": "name", "properties": {"name": crs}}} if crs else {})


def _eerste(kenmerk: Kaart, namen: Sequence[str]) -> str:
    eigenschappen = kenmerk.get("properties") or {}
    return next((str(eigenschappen[n]).strip() for n in namen if n in eigenschappen), "")

"""The points on a map, which it fetches by an address of their own: initiatives, facilities."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from flask import Flask, Response, abort, request

from dashboard import links
from dashboard.components.datum import datum
from dashboard.components.initiatief_filter import Filter, nakijkstanden, themas, vandaag, zeef
from dashboard.components.kaart.lagenstaat import Laag
from dashboard.figures.kaartgegevens import veilig_json
from dashboard.headers import LANG
from dashboard.kaart.blad import gevraagde_kaart
from dashboard.kaart.initiatieven import getoond
from wijken.regio import Regio, Regiocode, Soort

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

    from dashboard.components.kaart.beeld import Beeld
    from dashboard.context import Context
    from dashboard.gegevens import Kaartvoorziening
    from dashboard.momentopname import Momentopname

VOORZIENINGEN = "osm"  # id of their source
# A name on a sign in a tooltip; what is longer is cut off by who wrote it.
_LANG = 80
_LAGEN = (Laag.INITIATIEVEN, Laag.VOORZIENINGEN)


@dataclass(frozen=True)
class Punten:
    """Which points are meant.

    Attributes:
        slug: of the werkgebied.
        niveau: of the map: a facility belongs to an area of this level.
        lagen: which kinds of points.
        filter: which initiatives.
    """

    slug: str
    niveau: Soort
    indeling: int
    lagen: tuple[Laag, ...]
    filter: Filter


def adres(beeld: Beeld) -> str:
    """Give where the points of a view are; "" when nothing of it is a point.

    What the points depend on is in it, so that a browser keeps them as long as they hold.
    """
    wat = _wat(beeld)
    heeft = (
        (Laag.INITIATIEVEN in wat.lagen and beeld.getoond.op_plek),
        (Laag.VOORZIENINGEN in wat.lagen and voorzieningen(beeld)),
    )
    if not any(heeft):
        return ""
    return links.adres(
        f"{links.KAART}/{wat.slug}/punten.json",
        niveau=wat.niveau,
        indeling=wat.indeling,
        laag=" ".join(wat.lagen),
        thema=wat.filter.thema,
        stand=wat.filter.stand,
        s=_stempel(beeld.context, beeld.nu, wat),
    )


def punten_van(beeld: Beeld) -> list[dict[str, Any]]:
    """Give the points of a view, for what does not fetch: paper, pictures, the map in one file."""
    return punten(beeld.context, beeld.nu, _wat(beeld))


def register_kaartpunten(server: Flask, context: Context) -> None:
    """Serve the points as JSON; text stays text, the map makes no HTML of it."""

    @lru_cache(maxsize=16)
    def inhoud(wat: Punten, stempel: str) -> str:
        del stempel  # part of the key: another register or build, other points
        with context.reader.momentopname() as nu:
            return veilig_json(punten(context, nu, wat))

    @server.get(f"{links.KAART}/<slug>/punten.json")
    def kaartpunten(slug: str) -> ResponseReturnValue:
        with context.reader.momentopname() as nu:
            wat = _lees(context, nu, slug)
            stempel = _stempel(context, nu, wat)
        antwoord = Response(inhoud(wat, stempel), mimetype="application/json")
        actueel = request.args.get("s") == stempel
        antwoord.headers["Cache-Control"] = LANG if actueel else "no-cache"
        return antwoord


def punten(context: Context, nu: Momentopname, wat: Punten) -> list[dict[str, Any]]:
    """Give every point: kind, words, place, id of an initiative, sign and area of a facility."""
    uit = []
    if Laag.INITIATIEVEN in wat.lagen:
        uit += [
            {**_punt("initiatief", i.naam, i.plek), "id": i.id}
            for i in getoond(context, wat.slug, wat.filter).op_plek
            if i.plek is not None
        ]
    if Laag.VOORZIENINGEN in wat.lagen:
        uit += _voorzieningpunten(context, nu, wat)
    return uit


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


def tekens(context: Context) -> dict[str, str]:
    """Give every kind of facility its own two letters, the same on every map."""
    gehad: dict[str, str] = {}
    for soort in context.catalogus.voorzieningsoorten.values():
        eerste, *rest = [letter for letter in soort.naam if letter.isalpha()]
        paren = (f"{eerste.upper()}{letter.lower()}" for letter in rest)
        gehad[soort.id] = next((paar for paar in paren if paar not in gehad.values()), eerste)
    return gehad


def per_soort(gevonden: Iterable[Kaartvoorziening]) -> Counter[str]:
    """Count facilities by kind."""
    return Counter(v.soort for v in gevonden)


def in_gebied(gevonden: Sequence[Kaartvoorziening], regio: Regio) -> list[Kaartvoorziening]:
    """Give the facilities in a buurt or wijk."""
    return [v for v in gevonden if regio.code in (v.regio, v.regio.wijk)]


def _wat(beeld: Beeld) -> Punten:
    s = beeld.staat
    aan = tuple(laag for laag in _LAGEN if s.lagen.heeft(laag))
    return Punten(s.gebied.slug, s.niveau, s.indeling, aan, s.initiatief.filter)


def _voorzieningpunten(context: Context, nu: Momentopname, wat: Punten) -> list[dict[str, Any]]:
    soorten, letters = context.catalogus.voorzieningsoorten, tekens(context)
    gebied, uit = context.catalogus.werkgebied(wat.slug), []
    for v in nu.kaarten.voorzieningen(gebied, wat.indeling):
        naam = soorten[v.soort].naam if v.soort in soorten else v.soort
        tekst = f"{naam}: {v.naam}" if v.naam else naam
        code: Regiocode | None = v.regio if wat.niveau is v.regio.soort else v.regio.wijk
        eigen = {"code": str(code or ""), "teken": letters.get(v.soort)}
        uit.append({**_punt("voorziening", tekst, v.plek), **eigen})
    return uit


def _punt(soort: str, tekst: str, plek: tuple[float, float]) -> dict[str, Any]:
    kort = tekst if len(tekst) <= _LANG else f"{tekst[:_LANG]}…"
    # Five decimals is a metre.
    return {"soort": soort, "tekst": kort, "plek": [round(graden, 5) for graden in plek]}


def _stempel(context: Context, nu: Momentopname, wat: Punten) -> str:
    van = getoond(context, wat.slug, wat.filter).kenmerk
    eigen = van if Laag.INITIATIEVEN in wat.lagen else ""
    return hashlib.sha256(f"{nu.stempel} {eigen}".encode()).hexdigest()[:12]


def _lees(context: Context, nu: Momentopname, slug: str) -> Punten:
    vraag, (_, niveau, indeling) = request.args, gevraagde_kaart(context, nu, slug)
    gevraagd = vraag.get("laag", "").split()
    aan = tuple(laag for laag in _LAGEN if laag in gevraagd)
    bekend = {"thema": themas(context), "stand": {*nakijkstanden(vandaag())}}
    filter_, onbekend = zeef(vraag, bekend)
    if onbekend:
        abort(404)
    return Punten(slug, niveau, indeling, aan, filter_)

"""What the service answers to a request: the rules of OData v3 at CBS, without the network."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Any
from urllib.parse import urlencode

from tests.replay.filtertaal import Deel, FilterError, Kolommen, lees_delen, lees_filter
from tests.replay.storingen import Storing
from tests.replay.tabel import JsonRij, Tabel, Toets

_DATA = ("TypedDataSet", "UntypedDataSet")
_PAD = re.compile(
    r"(?P<derden>/derden)?/(?P<soort>ODataFeed|ODataApi)/odata/(?P<tabel>\w+)"
    r"(?:/(?P<lijst>\$metadata|\w+)?(?P<aantal>/\$count)?)?/?",
    re.IGNORECASE,
)
_CATALOGUS = re.compile(r"(?P<derden>/derden)?/ODataCatalog/Tables/?", re.IGNORECASE)


@dataclass(frozen=True)
class Verzoek:
    """One request: the parts of its path, its options without percent signs, its headers."""

    pad: str
    dienst: str
    soort: str
    tabel: str
    lijst: str
    opties: Mapping[str, str] = field(default_factory=dict)
    kop: Mapping[str, str] = field(default_factory=dict)
    adres: str = ""

    @property
    def wil_json(self) -> bool:
        """Whether JSON is asked for; without it the service answers Atom."""
        gevraagd = self.opties.get("$format", "")
        return gevraagd == "json" or "json" in self.kop.get("Accept", "")


@dataclass(frozen=True)
class Antwoord:
    """Status, kind and body of an answer."""

    status: int
    soort: str
    inhoud: bytes
    kop: Mapping[str, str] = field(default_factory=dict)


@dataclass
class Dienst:
    """The tables and limits of the service; page size and limit can be set.

    `geheugen`: pages of rows that were written before, None to write them anew each time; a
    measurement of a client is not about how fast this server writes.
    """

    tabellen: dict[str, Tabel]
    bladzijde: int = 10_000
    grens_api: int = 10_000
    geheugen: dict[tuple[object, ...], _Pagina] | None = None


@dataclass(frozen=True)
class _Pagina:
    rijen: list[JsonRij]
    volgende: int | None
    geschreven: bytes = b""


class _ODataError(Exception):
    def __init__(self, status: int, melding: str) -> None:
        super().__init__(melding)
        self.status = status


def lees_pad(pad: str) -> tuple[str, str, str, str, str]:
    """Split a path into itself, service, kind, table and list; kind "" when it is unknown."""
    if gevonden := _CATALOGUS.fullmatch(pad):
        return pad, "derden" if gevonden["derden"] else "cbs", "catalogus", "", "Tables"
    gevonden = _PAD.fullmatch(pad)
    if gevonden is None:
        return pad, "", "", "", ""
    soort = "api" if gevonden["soort"].lower() == "odataapi" else "feed"
    soort = "aantal" if gevonden["aantal"] else soort
    dienst = "derden" if gevonden["derden"] else "cbs"
    return pad, dienst, soort, gevonden["tabel"], gevonden["lijst"] or ""


def beantwoord(dienst: Dienst, verzoek: Verzoek, storing: Storing | None) -> Antwoord:
    """Give the answer to a request, with a planted fault in it if there is one."""
    if vast := _VASTE_STORING.get(storing) if storing else None:
        return vast
    tabel = dienst.tabellen.get(verzoek.tabel)
    thuis = tabel is not None and tabel.dienst == verzoek.dienst
    if not (verzoek.soort == "catalogus" or thuis):
        return _NIET_GEVONDEN
    if not verzoek.wil_json and verzoek.soort != "aantal" and verzoek.lijst != "$metadata":
        return Antwoord(
            200, "application/atom+xml", b"<?xml version='1.0'?><feed><!-- Atom --></feed>"
        )
    try:
        return _gewoon(dienst, tabel, _zonder_filter(verzoek, storing), storing)
    except _ODataError as fout:
        return _fout(fout.status, str(fout))


def _zonder_filter(verzoek: Verzoek, storing: Storing | None) -> Verzoek:
    if storing is not Storing.FILTER_GENEGEERD:
        return verzoek
    return replace(verzoek, opties={k: v for k, v in verzoek.opties.items() if k != "$filter"})


def _gewoon(
    dienst: Dienst, tabel: Tabel | None, verzoek: Verzoek, storing: Storing | None
) -> Antwoord:
    if verzoek.lijst == "$metadata":
        return Antwoord(200, "application/xml", b"<?xml version='1.0'?><edmx:Edmx/>")
    if verzoek.soort == "catalogus" or tabel is None:
        return _met_link(_Pagina(_catalogus(dienst, verzoek), None), dienst, verzoek, storing)
    if not verzoek.lijst:
        lijsten = [{"name": n, "url": f"{_basis(verzoek)}/{n}"} for n in tabel.lijsten]
        return _met_link(_Pagina(lijsten, None), dienst, verzoek, storing)
    if verzoek.lijst not in tabel.lijsten:
        raise _ODataError(404, f"Resource not found for the segment '{verzoek.lijst}'.")
    if verzoek.soort == "aantal":
        aantal = sum(1 for _ in _rijen(tabel, verzoek))
        return Antwoord(200, "text/plain", str(aantal).encode())
    return _met_link(_pagina(dienst, tabel, verzoek), dienst, verzoek, storing)


def _pagina(dienst: Dienst, tabel: Tabel, verzoek: Verzoek) -> _Pagina:
    if dienst.geheugen is None or verzoek.lijst not in _DATA:
        return _snijd(_rijen(tabel, verzoek), dienst, verzoek)
    # Tables that share their cells share their pages.
    sleutel = (id(tabel.cellen), verzoek.lijst, *sorted(verzoek.opties.items()))
    if sleutel not in dienst.geheugen:
        pagina = _snijd(_rijen(tabel, verzoek), dienst, verzoek)
        dienst.geheugen[sleutel] = _Pagina([], pagina.volgende, json.dumps(pagina.rijen).encode())
    return dienst.geheugen[sleutel]


def _catalogus(dienst: Dienst, verzoek: Verzoek) -> list[JsonRij]:
    rijen = [
        tabel.table_infos()[0]
        | {
            "Updated": tabel.info["Modified"],
            "ApiUrl": f"{verzoek.adres}/ODataApi/OData/{tabel.id}",
            "FeedUrl": f"{verzoek.adres}/ODataFeed/OData/{tabel.id}",
            "RecordCount": sum(1 for _ in tabel.sleutels()),
            "ColumnCount": len(tabel.velden) + len(tabel.dimensies),
        }
        for tabel in dienst.tabellen.values()
        if tabel.dienst == verzoek.dienst
    ]
    return _gefilterd(rijen, verzoek)


def _gefilterd(rijen: list[JsonRij], verzoek: Verzoek) -> list[JsonRij]:
    if "$filter" not in verzoek.opties or not rijen:
        return rijen
    toets = _lees(verzoek.opties["$filter"], Kolommen(set(rijen[0])))
    return [rij for rij in rijen if toets(rij)]


def _lees(tekst: str, kolommen: Kolommen) -> Any:
    try:
        return lees_filter(tekst, kolommen)
    except FilterError as fout:
        raise _ODataError(400, str(fout)) from None


def _delen(tekst: str, kolommen: Kolommen) -> list[Deel]:
    try:
        return lees_delen(tekst, kolommen)
    except FilterError as fout:
        raise _ODataError(400, str(fout)) from None


def _past(delen: list[Deel], naam: str) -> Toets:
    """Give the test of a code of one dimension: the parts that look at nothing else."""
    eigen = [deel.toets for deel in delen if deel.kolommen == {naam}]
    return lambda code: all(toets({naam: code.sleutel}) for toets in eigen)


def _rijen(tabel: Tabel, verzoek: Verzoek) -> Iterator[JsonRij]:
    if verzoek.lijst in _DATA:
        return _datarijen(tabel, verzoek)
    if verzoek.lijst in tabel.dimensies:
        rijen = tabel.dimensie(verzoek.lijst)
    else:
        gemaakt = {"TableInfos": tabel.table_infos, "DataProperties": tabel.data_properties}
        rijen = gemaakt.get(verzoek.lijst, list)()
    return iter(_gefilterd(rijen, verzoek))


def _datarijen(tabel: Tabel, verzoek: Verzoek) -> Iterator[JsonRij]:
    kolommen = Kolommen(set(tabel.dimensies), set(tabel.velden), {tabel.regioveld})
    delen = _delen(verzoek.opties["$filter"], kolommen) if "$filter" in verzoek.opties else []
    past = {naam: _past(delen, naam) for naam in tabel.dimensies}
    rest = [deel.toets for deel in delen if len(deel.kolommen) > 1]
    keuze = [naam.strip() for naam in verzoek.opties.get("$select", "").split(",") if naam.strip()]
    bekend = {"ID", *tabel.dimensies, *tabel.velden}
    for naam in keuze:
        if naam not in bekend:
            raise _ODataError(
                400, f"Could not find a property named '{naam}' on type '{tabel.id}'."
            )
    getypeerd = verzoek.lijst == "TypedDataSet"
    for nummer, codes in tabel.sleutels(past):
        if all(toets(codes) for toets in rest):
            rij = tabel.rij(nummer, codes, getypeerd=getypeerd)
            yield {naam: rij[naam] for naam in keuze} if keuze else rij


def _snijd(rijen: Iterator[JsonRij], dienst: Dienst, verzoek: Verzoek) -> _Pagina:
    begin, top = (int(verzoek.opties.get(naam, -1)) for naam in ("$skip", "$top"))
    begin = max(begin, 0)
    if verzoek.soort == "api":
        alles = list(islice(rijen, begin, None if top < 0 else begin + top))
        if len(alles) > dienst.grens_api:
            melding = f"The query returns more than {dienst.grens_api} records."
            raise _ODataError(500, melding)
        return _Pagina(alles, None)
    maat = dienst.bladzijde if top < 0 else min(top, dienst.bladzijde)
    pagina = list(islice(rijen, begin, begin + maat))
    meer = top < 0 and next(rijen, None) is not None
    return _Pagina(pagina, begin + maat if meer else None)


def _met_link(
    pagina: _Pagina, dienst: Dienst, verzoek: Verzoek, storing: Storing | None
) -> Antwoord:
    rijen, volgende, adres = pagina.rijen, pagina.volgende, verzoek.adres
    begin = max(int(verzoek.opties.get("$skip", 0)), 0)
    if storing is Storing.LEEG:
        rijen, volgende = [], None
    if storing is Storing.RONDLOPEND:
        volgende = begin
    if storing is Storing.EINDELOOS:
        rijen, volgende = rijen[:1], begin + dienst.bladzijde
    if storing is Storing.ANDERE_HOST:
        volgende, adres = 1, "http://elders.verzonnen.nl"
    link = None
    if volgende is not None:
        opties = {**verzoek.opties, "$skip": str(volgende)}
        link = f"{adres}{verzoek.pad}?{urlencode(opties)}"
    antwoord = _json(rijen, link, verzoek, pagina.geschreven)
    if storing is Storing.AFGEKAPT:
        return replace(antwoord, inhoud=antwoord.inhoud[: len(antwoord.inhoud) * 2 // 3])
    return antwoord


def _basis(verzoek: Verzoek) -> str:
    return verzoek.adres + verzoek.pad.rstrip("/")


def _json(rijen: list[JsonRij], link: str | None, verzoek: Verzoek, geschreven: bytes) -> Antwoord:
    kop = f'{{"odata.metadata": {json.dumps(f"{_basis(verzoek)}/$metadata")}, "value": '
    voet = f', "odata.nextLink": {json.dumps(link)}}}' if link else "}"
    midden = geschreven or json.dumps(rijen).encode()
    inhoud = b"".join([kop.encode(), midden, voet.encode()])
    return Antwoord(200, "application/json; charset=utf-8", inhoud)


def _fout(status: int, melding: str) -> Antwoord:
    inhoud = {"odata.error": {"code": "", "message": {"lang": "en-US", "value": melding}}}
    return Antwoord(status, "application/json; charset=utf-8", json.dumps(inhoud).encode())


def _html(status: int, titel: str, tekst: str) -> Antwoord:
    inhoud = (
        f"<!DOCTYPE html><html><head><title>{titel}</title></head><body><h1>{tekst}</h1></body>"
    )
    return Antwoord(status, "text/html; charset=utf-8", f"{inhoud}</html>".encode())


_NIET_GEVONDEN = _html(404, "Niet gevonden", "The resource cannot be found.")
_VASTE_STORING = {
    Storing.FOUT_500: _fout(500, "An error has occurred: verzonnen storing."),
    Storing.HTML: _html(200, "Onderhoud", "De site is even niet bereikbaar."),
    Storing.WEG: _NIET_GEVONDEN,
    Storing.VERHUISD: Antwoord(301, "text/html", b"", {"Location": "https://elders.verzonnen.nl/"}),
}

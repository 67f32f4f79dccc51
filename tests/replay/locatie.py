"""A local Locatieserver: `free` in the shape of PDOK's version 3.1, with verzonnen addresses.

Like the real one it finds something for nearly every question, best match first.
"""

from __future__ import annotations

import json
import time
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Any, cast
from urllib.parse import parse_qs, urlsplit

from tests.replay.lus import Handler, Lus
from tests.replay.storingen import OVERAL, Afspraak, Storing, Storingen

PAD = "/bzk/locatieserver/search/v3_1/free"
# Version 3.1 refuses what it does not know.
_BEKEND = {"q", "fq", "rows", "start", "fl"}
_DREMPEL = 0.2


def verzonnen_adres(**anders: Any) -> dict[str, Any]:
    """One address as the service describes it; it is verzonnen, only its place can be real."""
    velden = {
        "type": "adres",
        "straatnaam": "Verzonnenstraat",
        "huisnummer": 1,
        "postcode": "7607ZZ",
        "woonplaatsnaam": "Almelo",
        "gemeentenaam": "Almelo",
        "gemeentecode": "0141",
        "wijkcode": "WK014110",
        "buurtcode": "BU01411000",
        "centroide_ll": "POINT(6.662 52.357)",
        "centroide_rd": "POINT(241842 486220)",
    } | anders
    nummer = "".join(str(velden.get(v, "")) for v in ("huisnummer", "huisletter"))
    toevoeging = velden.get("huisnummertoevoeging")
    if toevoeging:
        nummer += f"-{toevoeging}"
    naam = f"{velden['straatnaam']} {nummer}, {velden['postcode']} {velden['woonplaatsnaam']}"
    return {"id": f"adr-{naam}", "weergavenaam": naam, **velden}


def verzonnen_postcode(postcode: str, **anders: Any) -> dict[str, Any]:
    """A postcode as a whole: no house number, the point in its middle."""
    velden = verzonnen_adres(postcode=postcode, **anders)
    del velden["huisnummer"]
    return velden | {"type": "postcode", "id": f"pcd-{postcode}"}


@dataclass
class LocatieReplay(Lus):
    """The server, to be used in a `with`.

    Attributes:
        adressen: what it knows.
        vragen: the questions so far, as their parameters.
        traagheid: seconds that a slow answer takes.
    """

    adressen: list[dict[str, Any]] = field(default_factory=list)
    vragen: list[dict[str, list[str]]] = field(default_factory=list)
    storingen: Storingen = field(default_factory=Storingen)
    traagheid: float = 1.0

    def __post_init__(self) -> None:
        self.maak(_Handler)

    @property
    def omgeving(self) -> dict[str, str]:
        """The setting that makes it stand in for PDOK."""
        return {"WIJKEN_PDOK_URL": self.adres}

    def verstoor(self, storing: Storing, keer: int = 1) -> None:
        """Plant a fault in the next answers; keer -1: always."""
        self.storingen.afspraken.append(Afspraak(storing, "", OVERAL, keer))

    def antwoord(self, vraag: dict[str, list[str]]) -> tuple[int, bytes]:
        """Give the status and body for the parameters of a question."""
        vreemd = vraag.keys() - _BEKEND
        if vreemd or not vraag.get("q"):
            return 400, json.dumps({"error": f"unknown parameter {sorted(vreemd)}"}).encode()
        rijen = int(vraag.get("rows", ["10"])[0])
        velden = vraag.get("fl", ["*"])[0].split(",")
        gevonden = self._zoek(vraag["q"][0], vraag.get("fq", []))
        docs = [_kies(doc, velden) for doc in gevonden[:rijen]]
        kop = {"numFound": len(gevonden), "start": 0, "maxScore": 9.9, "numFoundExact": True}
        return 200, json.dumps({"response": {**kop, "docs": docs}}).encode()

    def _zoek(self, tekst: str, filters: list[str]) -> list[dict[str, Any]]:
        """Rank by likeness and leave out only what is nothing like it: fuzzy, as the real one."""
        eisen = [tuple(f.partition(":")[::2]) for f in filters]
        passend = [d for d in self.adressen if all(str(d.get(k)) == w for k, w in eisen)]
        maat = {
            id(d): SequenceMatcher(None, tekst.lower(), d["weergavenaam"].lower()).ratio()
            for d in passend
        }
        lijkt = [d for d in passend if maat[id(d)] > _DREMPEL]
        return sorted(lijkt, key=lambda d: -maat[id(d)])


class _Handler(Handler):
    def beantwoord(self) -> None:
        locatie = cast("LocatieReplay", self.server.lus)
        delen = urlsplit(self.path)
        vraag = parse_qs(delen.query)
        locatie.vragen.append(vraag)
        status, inhoud = locatie.antwoord(vraag) if delen.path == PAD else (404, b"{}")
        storing = locatie.storingen.neem("", PAD)
        if storing is Storing.TRAAG:
            time.sleep(locatie.traagheid)
        elif storing is Storing.FOUT_500:
            status, inhoud = 500, b'{"error": "server"}'
        elif storing is Storing.WEG:
            status, inhoud = 404, b"<html>weg</html>"
        elif storing is Storing.HTML:
            inhoud = b"<html>onderhoud</html>"
        elif storing is Storing.AFGEKAPT:
            inhoud = inhoud[: len(inhoud) // 2]
        elif storing is Storing.LEEG:
            inhoud = json.dumps({"response": {"numFound": 0, "start": 0, "docs": []}}).encode()
        elif storing is Storing.VERHUISD:
            status = 301
        self._stuur(status, inhoud, heel=storing is not Storing.VERBROKEN)

    def _stuur(self, status: int, inhoud: bytes, *, heel: bool) -> None:
        kop = {"Content-Type": "application/json;charset=utf-8"}
        if status == 301:
            kop["Location"] = "https://elders.example/"
        self.stuur(status, kop, inhoud if heel else inhoud[: len(inhoud) // 2], len(inhoud))
        if not heel:
            self.breek_af()


def _kies(doc: dict[str, Any], velden: list[str]) -> dict[str, Any]:
    return doc if velden == ["*"] else {veld: doc[veld] for veld in velden if veld in doc}

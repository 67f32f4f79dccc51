"""A made-up Overpass: refuses who does not say who asks, is too busy once, breaks off once."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from tests.replay.anders import Aanvraag
from tests.replay.antwoorden import Antwoord

MOMENT = "2031-03-04T05:06:07Z"
_GEBIED = re.compile(r'"ref:gemeentecode"="(\d{4})"')
_KENMERK = re.compile(r'\["([^"]+)"="([^"]+)"\]')


def _json(inhoud: Mapping[str, Any]) -> Antwoord:
    return Antwoord(200, "application/json", json.dumps(inhoud).encode())


@dataclass
class Overpass:
    """The map: elements per gemeente (four digits), and answers that come first.

    Attributes:
        eerst: answers to the next requests, used up in order; None is the ordinary answer.
    """

    elementen: Mapping[str, Sequence[Mapping[str, Any]]]
    eerst: list[Antwoord | None] = field(default_factory=list)

    def beantwoord(self, aanvraag: Aanvraag) -> Antwoord | None:
        """Answer the interpreter; other paths are not here."""
        if aanvraag.pad != "/overpass/api/interpreter":
            return None
        naam = aanvraag.kop.get("user-agent", "")
        if not naam or naam.startswith(("python-requests", "Python-urllib", "Mozilla")):
            return GEWEIGERD
        vooraf = self.eerst.pop(0) if self.eerst else None
        return vooraf or self._gewoon(aanvraag.velden.get("data", ""))

    def _gewoon(self, vraag: str) -> Antwoord:
        gebied, kenmerken = _GEBIED.search(vraag), _kenmerken(vraag)
        alle = self.elementen.get(gebied[1] if gebied else "", ())
        raak = [e for e in alle if any(set_.items() <= e["tags"].items() for set_ in kenmerken)]
        return _json(antwoord(raak))


def antwoord(elementen: Sequence[Mapping[str, Any]], **meer: str) -> dict[str, Any]:
    """Give an answer in the shape of Overpass."""
    kop = {"timestamp_osm_base": MOMENT, "copyright": "OpenStreetMap, ODbL"}
    return {
        "version": 0.6,
        "generator": "Verzonnen",
        "osm3s": kop,
        "elements": list(elementen),
    } | meer


GEWEIGERD = Antwoord(406, "text/html", b"<html><p>Not Acceptable</p></html>")
TE_DRUK = Antwoord(429, "text/html", b"<html>Too Many Requests</html>")
TE_LAAT = Antwoord(504, "text/html", b"<html>Gateway Timeout</html>")
PAGINA = Antwoord(200, "text/html", b"<html><p>Error: runtime error: verzonnen</p></html>")
AFGEBROKEN = _json(antwoord((), remark="runtime error: Query timed out (verzonnen)"))
LEEG = _json(antwoord(()))


def _kenmerken(vraag: str) -> list[dict[str, str]]:
    delen = re.findall(r"nwr((?:\[[^\]]+\])+)\(area\.a\);", vraag)
    return [dict(_KENMERK.findall(deel)) for deel in delen]

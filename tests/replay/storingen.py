"""The faults a source can have, to be planted on purpose."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from enum import StrEnum

OVERAL = "*"


class Storing(StrEnum):
    """What goes wrong with an answer."""

    VERBROKEN = "connection reset in the middle of the body"
    FOUT_500 = "500 with an OData error"
    TRAAG = "the answer comes late"
    DRUPPELT = "the answer comes in drops, each in time"
    HTML = "a maintenance page with 200"
    AFGEKAPT = "JSON that stops half-way, with a fitting length"
    RONDLOPEND = "a next link to the page itself"
    EINDELOOS = "a next link on every page, $skip growing"
    WEG = "404 with HTML"
    FILTER_GENEGEERD = "the filter is not applied"
    LEEG = "an empty list"
    ANDERE_HOST = "a next link to another host"
    VERHUISD = "301 to another address"


@dataclass
class Afspraak:
    """A planted fault: where, and how many times still (negative: always)."""

    storing: Storing
    tabel: str
    lijst: str
    keer: int


@dataclass
class Storingen:
    """The planted faults of one server, used up in order."""

    afspraken: list[Afspraak] = field(default_factory=list)
    _slot: threading.Lock = field(default_factory=threading.Lock)

    def neem(self, tabel: str, lijst: str) -> Storing | None:
        """Give the fault for a request, if any, and count it."""
        with self._slot:
            for afspraak in self.afspraken:
                raak = afspraak.tabel in ("", tabel) and afspraak.lijst in (OVERAL, lijst)
                if raak and afspraak.keer:
                    afspraak.keer -= 1
                    return afspraak.storing
        return None

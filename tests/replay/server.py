"""The replay server: OData v3 of CBS and of third parties over HTTP on loopback."""

from __future__ import annotations

import time
from collections.abc import Iterable
from pathlib import Path
from typing import Self, cast
from urllib.parse import parse_qsl, urlsplit

from tests.replay.anders import ANDERE_DIENSTEN, NIET_HIER, Aanvraag, Anders
from tests.replay.antwoorden import Antwoord, Dienst, Verzoek, beantwoord, lees_pad
from tests.replay.lus import Handler, Lus
from tests.replay.storingen import OVERAL, Afspraak, Storing, Storingen
from tests.replay.tabel import Tabel
from tests.replay.uit_snapshot import uit_map

_INGEBED = Path(__file__).resolve().parents[2] / "etl" / "snapshots"


def omgeving(adres: str) -> dict[str, str]:
    """Give the host settings that make the server at an address stand in for the live ones."""
    eigen = {"WIJKEN_CBS_URL": adres, "WIJKEN_DERDEN_URL": f"{adres}/derden"}
    return eigen | {f"WIJKEN_{naam.upper()}_URL": f"{adres}/{naam}" for naam in ANDERE_DIENSTEN}


class Replay(Lus):
    """A local CBS, to be used in a `with`; third parties live under the path `/derden`.

    Args:
        tabellen: the tables it serves at first; see `zet` for a new edition.
    """

    def __init__(self, tabellen: Iterable[Tabel] = ()) -> None:
        self.dienst = Dienst({tabel.id: tabel for tabel in tabellen})
        self.verzoeken: list[Verzoek] = []
        self.traagheid = 1.0
        self.storingen = Storingen()
        self.anders: list[Anders] = []
        self.aanvragen: list[Aanvraag] = []
        self.maak(_Handler)

    @classmethod
    def ingebed(cls, map_: Path = _INGEBED) -> Self:
        """Make one that serves the embedded snapshots back."""
        return cls(uit_map(map_))

    @property
    def omgeving(self) -> dict[str, str]:
        """The host settings that make it stand in for the live services."""
        return omgeving(self.adres)

    def zet(self, tabel: Tabel) -> None:
        """Publish a table, or a new edition of it."""
        self.dienst.tabellen[tabel.id] = tabel

    def verstoor(
        self, storing: Storing, tabel: str = "", lijst: str = OVERAL, keer: int = 1
    ) -> None:
        """Plant a fault in the next requests for a table ("": any) and list; keer -1: always."""
        self.storingen.afspraken.append(Afspraak(storing, tabel, lijst, keer))

    def gevraagd(self, lijst: str) -> list[Verzoek]:
        """Give the requests for one list (entity set) so far."""
        return [verzoek for verzoek in self.verzoeken if verzoek.lijst == lijst]


class _Handler(Handler):
    @property
    def replay(self) -> Replay:
        """The server that this handler answers for."""
        return cast("Replay", self.server.lus)

    def beantwoord(self) -> None:
        if self._anders():
            return
        if self.command == "GET":
            self._odata()
        else:
            self._stuur(NIET_HIER, b"" if self.command == "HEAD" else NIET_HIER.inhoud)

    def _anders(self) -> bool:
        """Answer for a service that is no OData; tell whether this was one."""
        replay = self.replay
        lengte = int(self.headers.get("Content-Length") or 0)
        delen = urlsplit(self.path)
        aanvraag = Aanvraag(
            self.command,
            delen.path,
            dict(parse_qsl(delen.query, keep_blank_values=True)),
            {naam.lower(): waarde for naam, waarde in self.headers.items()},
            dict(parse_qsl(self.rfile.read(lengte).decode())),
            replay.adres,
        )
        if delen.path.split("/")[1] not in ANDERE_DIENSTEN:
            return False
        replay.aanvragen.append(aanvraag)
        antwoorden = (dienst.beantwoord(aanvraag) for dienst in replay.anders)
        antwoord = next((a for a in antwoorden if a is not None), NIET_HIER)
        self._stuur(antwoord, b"" if self.command == "HEAD" else antwoord.inhoud)
        return True

    def _odata(self) -> None:
        replay = self.replay
        delen = urlsplit(self.path)
        verzoek = Verzoek(
            *lees_pad(delen.path),
            opties=dict(parse_qsl(delen.query, keep_blank_values=True)),
            kop=dict(self.headers.items()),
            adres=replay.adres,
        )
        replay.verzoeken.append(verzoek)
        storing = replay.storingen.neem(verzoek.tabel, verzoek.lijst)
        if storing is Storing.TRAAG:
            time.sleep(replay.traagheid)
        antwoord = beantwoord(replay.dienst, verzoek, storing)
        if storing is Storing.DRUPPELT:
            self._druppel(antwoord, replay.traagheid)
        elif storing is Storing.VERBROKEN:
            self._breek_af(antwoord)
        else:
            self._stuur(antwoord, antwoord.inhoud)

    def _stuur(self, antwoord: Antwoord, inhoud: bytes) -> None:
        kop = {"Content-Type": antwoord.soort, **antwoord.kop}
        self.stuur(antwoord.status, kop, inhoud, len(antwoord.inhoud))

    def _druppel(self, antwoord: Antwoord, wacht: float) -> None:
        self._stuur(antwoord, b"")
        stap = max(len(antwoord.inhoud) // 20, 1)
        for begin in range(0, len(antwoord.inhoud), stap):
            self.wfile.write(antwoord.inhoud[begin : begin + stap])
            time.sleep(wacht / 10)

    def _breek_af(self, antwoord: Antwoord) -> None:
        self._stuur(antwoord, antwoord.inhoud[: len(antwoord.inhoud) // 2])
        self.breek_af()

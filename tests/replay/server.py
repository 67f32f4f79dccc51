"""The replay server: OData v3 of CBS and of third parties over HTTP on loopback."""

from __future__ import annotations

import socket
import struct
import threading
import time
from collections.abc import Iterable, Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import TracebackType
from typing import Any, Self, cast
from urllib.parse import parse_qsl, urlsplit

from tests.replay.anders import ANDERE_DIENSTEN, NIET_HIER, Aanvraag, Anders
from tests.replay.antwoorden import Antwoord, Dienst, Verzoek, beantwoord, lees_pad
from tests.replay.storingen import OVERAL, Afspraak, Storing, Storingen
from tests.replay.tabel import Tabel
from tests.replay.uit_snapshot import uit_map

_INGEBED = Path(__file__).resolve().parents[2] / "etl" / "snapshots"


class Replay:
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
        self._server = _Server(("127.0.0.1", 0), _Handler)
        self._server.replay = self
        self._draad = threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True)

    @classmethod
    def ingebed(cls, map_: Path = _INGEBED) -> Self:
        """Make one that serves the embedded snapshots back."""
        return cls(uit_map(map_))

    @property
    def adres(self) -> str:
        """The address of the server, without slash at the end."""
        return f"http://127.0.0.1:{self._server.server_port}"

    @property
    def omgeving(self) -> dict[str, str]:
        """The host settings that make it stand in for the live services."""
        eigen = {"WIJKEN_CBS_URL": self.adres, "WIJKEN_DERDEN_URL": f"{self.adres}/derden"}
        return eigen | {
            f"WIJKEN_{naam.upper()}_URL": f"{self.adres}/{naam}" for naam in ANDERE_DIENSTEN
        }

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

    def __enter__(self) -> Self:
        self._draad.start()
        return self

    def __exit__(
        self,
        soort: type[BaseException] | None,
        fout: BaseException | None,
        tb: TracebackType | None,
    ) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._draad.join(timeout=5)


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    replay: Replay

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Keep quiet about clients that hang up: faults are planted here."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    timeout = 10

    def log_message(self, *_: object) -> None:
        """Keep the test output clean."""

    def do_HEAD(self) -> None:
        if not self._anders():
            self._stuur(Antwoord(404, "text/html", b""), b"")

    def do_POST(self) -> None:
        if not self._anders():
            self._stuur(Antwoord(404, "text/html", b"<html></html>"), b"<html></html>")

    def _anders(self) -> bool:
        """Answer for a service that is no OData; tell whether this was one."""
        replay = cast("_Server", self.server).replay
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

    def do_GET(self) -> None:
        if self._anders():
            return
        replay = cast("_Server", self.server).replay
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

    def _stuur(self, antwoord: Antwoord, inhoud: bytes, kop: Mapping[str, str] = {}) -> None:
        self.send_response(antwoord.status)
        for naam, waarde in {"Content-Type": antwoord.soort, **antwoord.kop, **kop}.items():
            self.send_header(naam, waarde)
        self.send_header("Content-Length", str(len(antwoord.inhoud)))
        self.end_headers()
        self.wfile.write(inhoud)

    def _druppel(self, antwoord: Antwoord, wacht: float) -> None:
        self._stuur(antwoord, b"")
        stap = max(len(antwoord.inhoud) // 20, 1)
        for begin in range(0, len(antwoord.inhoud), stap):
            self.wfile.write(antwoord.inhoud[begin : begin + stap])
            time.sleep(wacht / 10)

    def _breek_af(self, antwoord: Antwoord) -> None:
        self._stuur(antwoord, antwoord.inhoud[: len(antwoord.inhoud) // 2])
        # Linger of zero seconds: the client sees a reset, not an orderly end.
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.close_connection = True
        self.connection.close()

"""A server on loopback in a thread of its own: starts, stops, and can break off an answer."""

from __future__ import annotations

import socket
import struct
import threading
from collections.abc import Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, Self


class Lus:
    """The loop of a server, to be used in a `with`; its handlers find it as `lus`."""

    def maak(self, handler: type[Handler]) -> None:
        """Take a free port; nothing is answered yet."""
        self._server = _Server(("127.0.0.1", 0), handler)
        self._server.lus = self
        self._draad = threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True)

    @property
    def adres(self) -> str:
        """The address of the server, without slash at the end."""
        return f"http://127.0.0.1:{self._server.server_port}"

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
    lus: Lus

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Keep quiet about clients that hang up: faults are planted here."""


class Handler(BaseHTTPRequestHandler):
    """Answers one request after the other on a connection."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    timeout = 10
    server: _Server

    def log_message(self, *_: object) -> None:
        """Keep the test output clean."""

    def do_GET(self) -> None:
        """Leave it to `beantwoord`, which knows the method by `command`."""
        self.beantwoord()

    def do_HEAD(self) -> None:
        """See `do_GET`."""
        self.beantwoord()

    def do_POST(self) -> None:
        """See `do_GET`."""
        self.beantwoord()

    def beantwoord(self) -> None:
        """Answer the request that came in."""
        raise NotImplementedError

    def stuur(
        self, status: int, kop: Mapping[str, str], inhoud: bytes, lengte: int | None = None
    ) -> None:
        """Send an answer; `lengte`: the length it says to have, when not all of it is sent."""
        self.send_response(status)
        for naam, waarde in kop.items():
            self.send_header(naam, waarde)
        self.send_header("Content-Length", str(len(inhoud) if lengte is None else lengte))
        self.end_headers()
        self.wfile.write(inhoud)

    def breek_af(self) -> None:
        """End the connection as if it broke."""
        # Linger of zero seconds: the client sees a reset, not an orderly end.
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.close_connection = True
        self.connection.close()

"""Starts the dashboard: settings from the environment, a database if there is none, the server."""

from __future__ import annotations

import errno
import logging
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from waitress.server import create_server

from wijken.errors import InvoerError, WijkenError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from flask import Flask

DRADEN = 8
_HOOGSTE_POORT = 65535


@dataclass(frozen=True)
class Instellingen:
    """Where to listen and where the figures are."""

    host: str = "127.0.0.1"
    poort: int = 8050
    database: Path | None = None
    data_map: Path = Path("data")

    @property
    def adres(self) -> str:
        """The address to open in a browser on this machine."""
        overal = self.host in ("0.0.0.0", "::", "")  # noqa: S104 - compared, not bound
        host = "127.0.0.1" if overal else self.host
        return f"http://{f'[{host}]' if ':' in host else host}:{self.poort}"


def lees_instellingen(omgeving: Mapping[str, str]) -> Instellingen:
    """Read WIJKEN_HOST, WIJKEN_PORT, WIJKEN_DATABASE and WIJKEN_DATA; empty is not set.

    Raises:
        InvoerError: when the port is no port.
    """
    standaard = Instellingen()
    poort = omgeving.get("WIJKEN_PORT") or str(standaard.poort)
    if not poort.isdecimal() or not 0 < int(poort) <= _HOOGSTE_POORT:
        message = f"WIJKEN_PORT: «{poort}» is geen poort. Verwacht: 1 tot en met {_HOOGSTE_POORT}."
        raise InvoerError(message)
    database = omgeving.get("WIJKEN_DATABASE")
    return Instellingen(
        omgeving.get("WIJKEN_HOST") or standaard.host,
        int(poort),
        Path(database) if database else None,
        Path(omgeving.get("WIJKEN_DATA") or standaard.data_map),
    )


def zorg_voor_database(instellingen: Instellingen) -> None:
    """Let the ETL build a database where there is none; a process of its own, they never meet.

    Raises:
        WijkenError: when building failed; what went wrong is on the screen already.
    """
    if instellingen.database or (instellingen.data_map / "nieuwste.txt").is_file():
        return
    print("Er is nog geen database; die wordt nu gemaakt.", flush=True)
    omgeving = {**os.environ, "WIJKEN_DATA": str(instellingen.data_map)}
    opdracht = [sys.executable, "-m", "etl", "build", "--zo-nodig"]
    klaar = subprocess.run(opdracht, env=omgeving, check=False)  # noqa: S603 - our own words
    if klaar.returncode:
        message = "De database is niet gemaakt; de melding hierboven zegt waarom."
        raise WijkenError(message)


def bedien(server: Flask, instellingen: Instellingen) -> None:
    """Serve until it is interrupted.

    Raises:
        InvoerError: when the address cannot be listened on.
    """
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)
    try:
        bediende = create_server(
            server, host=instellingen.host, port=instellingen.poort, threads=DRADEN
        )
    except OSError as fout:
        raise InvoerError(_waarom(fout, instellingen)) from fout
    print(f"Wijkatelier staat op {instellingen.adres} (stoppen met Ctrl+C)", flush=True)
    bediende.run()


def main() -> int:
    """Run the dashboard; 0 when stopped, otherwise the exit code of what went wrong."""
    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(name)s: %(message)s")
    try:
        instellingen = lees_instellingen(os.environ)
        zorg_voor_database(instellingen)
        # Only now: these imports take seconds, a wrong setting must be told at once.
        from dashboard.app import create_app, make_context  # noqa: PLC0415

        context = make_context(instellingen.database, instellingen.data_map)
        bedien(create_app(context).server, instellingen)
    except WijkenError as fout:
        print(fout, file=sys.stderr)
        return fout.exit_code
    except KeyboardInterrupt:
        pass
    return 0


def _waarom(fout: OSError, instellingen: Instellingen) -> str:
    plek = f"{instellingen.host}:{instellingen.poort}"
    if fout.errno == errno.EADDRINUSE:
        return (
            f"Poort {instellingen.poort} is al in gebruik. Misschien draait Wijkatelier al op "
            f"{instellingen.adres}; kies anders een andere poort: WIJKEN_PORT=8051."
        )
    return f"Op {plek} kan niet worden geluisterd: {fout.strerror or fout}."


if __name__ == "__main__":
    sys.exit(main())

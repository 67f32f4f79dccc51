"""The command line of the dashboard: without words it serves; `pakket`, `wachtwoord`."""

from __future__ import annotations

import argparse
import errno
import logging
import os
import re
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from waitress.server import BaseWSGIServer, MultiSocketServer, create_server

from dashboard.register.opdracht_lezer import voeg_opdrachten_toe
from dashboard.toegang.opdracht import zet_wachtwoord
from dashboard.toegang.regels import Toegangregels, lees_toegangregels
from wijken.errors import InvoerError, WijkenError
from wijken.opdrachtregel import Lezer

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from flask import Flask

DRADEN = 8
# Uploads are 5 MB at most, and a third more on their way; what is larger is not even read.
GROOTSTE_VERZOEK = 12 * 1024 * 1024
_HOOGSTE_POORT = 65535


@dataclass(frozen=True)
class Instellingen:
    """Where to listen, where the figures are, where others find us (`publiek`), what is offered."""

    host: str = "127.0.0.1"
    poort: int = 8050
    database: Path | None = None
    data_map: Path = Path("data")
    publiek: str = ""
    toegang: Toegangregels = field(default_factory=Toegangregels)
    achtergrond: bool = True

    @property
    def adres(self) -> str:
        """The address to open in a browser on this machine."""
        overal = self.host in ("0.0.0.0", "::", "")  # noqa: S104 - compared, not bound
        host = "127.0.0.1" if overal else self.host
        return f"http://{f'[{host}]' if ':' in host else host}:{self.poort}"


def lees_instellingen(omgeving: Mapping[str, str]) -> Instellingen:
    """Read the settings WIJKEN_HOST, _PORT, _DATABASE, _DATA, _ADRES, _ACHTERGROND and access.

    Empty is not set.

    Raises:
        InvoerError: when the port is no port, the address no web address, or a rule unknown.
    """
    standaard = Instellingen()
    poort = omgeving.get("WIJKEN_PORT") or str(standaard.poort)
    if not poort.isdecimal() or not 0 < int(poort) <= _HOOGSTE_POORT:
        message = f"WIJKEN_PORT: «{poort}» is geen poort. Verwacht: 1 tot en met {_HOOGSTE_POORT}."
        raise InvoerError(message)
    publiek = (omgeving.get("WIJKEN_ADRES") or "").rstrip("/")
    if publiek and not re.fullmatch(r"https?://[^\s/?#]+(/[^\s?#]*)?", publiek):
        message = f"WIJKEN_ADRES: «{publiek}» is geen webadres. Verwacht: https://naam.nl"
        raise InvoerError(message)
    database = omgeving.get("WIJKEN_DATABASE")
    host = omgeving.get("WIJKEN_HOST") or standaard.host
    return Instellingen(
        host,
        int(poort),
        Path(database) if database else None,
        Path(omgeving.get("WIJKEN_DATA") or standaard.data_map),
        publiek,
        lees_toegangregels(omgeving, host, publiek),
        _ja_of_nee(omgeving, "WIJKEN_ACHTERGROND", standaard=standaard.achtergrond),
    )


def _ja_of_nee(omgeving: Mapping[str, str], naam: str, *, standaard: bool) -> bool:
    waarde = omgeving.get(naam) or ("ja" if standaard else "nee")
    if waarde not in ("ja", "nee"):
        message = f"{naam}: «{waarde}» is geen keuze. Verwacht: ja of nee."
        raise InvoerError(message)
    return waarde == "ja"


def zorg_voor_database(instellingen: Instellingen) -> None:
    """Let the ETL build a database where none fits; a process of its own, they never meet.

    Raises:
        WijkenError: when building failed; what went wrong is on the screen already.
    """
    waarom = "" if instellingen.database else _waarom_bouwen(instellingen.data_map)
    if not waarom:
        return
    print(f"{waarom}; die wordt nu gemaakt.", flush=True)
    omgeving = {**os.environ, "WIJKEN_DATA": str(instellingen.data_map)}
    opdracht = [sys.executable, "-m", "etl", "build", "--zo-nodig"]
    klaar = subprocess.run(opdracht, env=omgeving, check=False)  # noqa: S603 - our own words
    if klaar.returncode:
        message = "De database is niet gemaakt; de melding hierboven zegt waarom."
        raise WijkenError(message)


def _waarom_bouwen(data_map: Path) -> str:
    """Say why there must be a new database, "" when the one there is will do."""
    if not (data_map / "nieuwste.txt").is_file():
        return "Er is nog geen database"
    from dashboard.reader import is_andere_versie  # noqa: PLC0415 - a wrong setting is told first

    return "Er is nog geen database van deze versie" if is_andere_versie(data_map) else ""


def maak_server(server: Flask, instellingen: Instellingen) -> BaseWSGIServer | MultiSocketServer:
    """Make what listens and answers; it runs when told to.

    Raises:
        InvoerError: when the address cannot be listened on.
    """
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)
    try:
        return create_server(
            server,
            host=instellingen.host,
            port=instellingen.poort,
            threads=DRADEN,
            max_request_body_size=GROOTSTE_VERZOEK,
            # What a proxy says must reach `toegang`: cleared, everybody would seem to be here.
            clear_untrusted_proxy_headers=False,
        )
    except OSError as fout:
        raise InvoerError(_waarom(fout, instellingen)) from fout


def bedien(server: Flask, instellingen: Instellingen) -> None:
    """Serve until it is interrupted.

    Raises:
        InvoerError: when the address cannot be listened on.
    """
    bediende = maak_server(server, instellingen)
    print(f"Wijkatelier staat op {instellingen.adres} (stoppen met Ctrl+C)", flush=True)
    bediende.run()


def main(argv: Sequence[str] | None = None) -> int:
    """Serve, or make a pakket.

    Returns:
        0 good, 1 our mistake, 2 the user's input.
    """
    keuzes = _lezer().parse_args(argv)
    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(name)s: %(message)s")
    try:
        instellingen = lees_instellingen(os.environ)
        if keuzes.opdracht == "wachtwoord":
            print(zet_wachtwoord(instellingen.data_map))
            return 0
        zorg_voor_database(instellingen)
        if keuzes.opdracht == "pakket":
            return _pakket(instellingen, keuzes)
        if keuzes.opdracht == "register":
            return _register(instellingen, keuzes)
        _start(instellingen)
    except WijkenError as fout:
        print(fout, file=sys.stderr)
        return fout.exit_code
    except KeyboardInterrupt:
        if keuzes.opdracht == "pakket":
            print("Afgebroken. Er is geen half pakket achtergebleven.", file=sys.stderr)
            return 1
    return 0


def _lezer() -> Lezer:
    lezer = Lezer(
        prog="python -m dashboard",
        description="Start het dashboard; met «pakket» maakt het een map voor het atelier.",
    )
    lezer.set_defaults(opdracht=None)
    opdrachten = lezer.add_subparsers(title="opdrachten", metavar="opdracht")
    uitleg = "Maak één zip met factsheets, bronnen en een beginpagina."
    pakket = opdrachten.add_parser("pakket", help=uitleg, description=uitleg)
    pakket.set_defaults(opdracht="pakket")
    pakket.add_argument("--naar", type=Path, help="map, of bestand dat op .zip eindigt")
    pakket.add_argument(
        "--gebied", nargs="+", action="extend", default=[], help="alleen deze werkgebieden"
    )
    pakket.add_argument(
        "--wijk",
        nargs="+",
        action="extend",
        default=[],
        metavar="CODE",
        help="alleen deze wijken of buurten; «geen» voor alleen de werkgebieden (anders: alle)",
    )
    uitleg = "Zet het wachtwoord om te bewerken (bij WIJKEN_BEWERKEN=wachtwoord)."
    wachtwoord = opdrachten.add_parser("wachtwoord", help=uitleg, description=uitleg)
    wachtwoord.set_defaults(opdracht="wachtwoord")
    uitleg = "Neem initiatieven op, schrijf ze weg, zoek hun plek: «register -h» zegt hoe."
    register = opdrachten.add_parser("register", help=uitleg, description=uitleg)
    register.set_defaults(opdracht="register")
    voeg_opdrachten_toe(register)
    return lezer


def _register(instellingen: Instellingen, keuzes: argparse.Namespace) -> int:
    from dashboard.app import make_context  # noqa: PLC0415 - slow as well
    from dashboard.register.opdracht import voer_uit  # noqa: PLC0415

    return voer_uit(make_context(instellingen.database, instellingen.data_map), keuzes)


def _start(instellingen: Instellingen) -> None:
    # Only now: these imports take seconds, a wrong setting must be told at once.
    from dashboard.app import create_app, make_context  # noqa: PLC0415

    context = make_context(
        instellingen.database,
        instellingen.data_map,
        instellingen.publiek,
        instellingen.toegang,
        achtergrond=instellingen.achtergrond,
    )
    if context.register.reden:
        print(context.register.reden, file=sys.stderr)
    bedien(create_app(context).server, instellingen)


def _pakket(instellingen: Instellingen, keuzes: argparse.Namespace) -> int:
    from dashboard.app import make_context  # noqa: PLC0415 - slow as well
    from dashboard.pakket import ALLE, Wens  # noqa: PLC0415
    from dashboard.pakket.opdracht import maak_pakket  # noqa: PLC0415

    wens = Wens(tuple(keuzes.gebied), tuple(keuzes.wijk) or (ALLE,))
    context = make_context(instellingen.database, instellingen.data_map, instellingen.publiek)
    print(maak_pakket(context, wens, keuzes.naar))
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

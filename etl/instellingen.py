"""Which hosts the ETL talks to, and how patient it is with them."""

from __future__ import annotations

import ipaddress
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from wijken.errors import InvoerError

# Where a service can reach who asks (an address of the web or of mail); Overpass likes to know.
_CONTACT = "WIJKEN_CONTACT"
_CONTACT_LENGTE = 200
# Service name in the catalogue (`dienst`): the setting, and the live host.
_DIENSTEN = {
    "cbs": ("WIJKEN_CBS_URL", "https://opendata.cbs.nl"),
    "derden": ("WIJKEN_DERDEN_URL", "https://dataderden.cbs.nl"),
    "pdok": ("WIJKEN_PDOK_URL", "https://service.pdok.nl"),
    "pdok_api": ("WIJKEN_PDOK_API_URL", "https://api.pdok.nl"),
    "geodata": ("WIJKEN_GEODATA_URL", "https://geodata.cbs.nl"),
    "cbs_download": ("WIJKEN_CBS_DOWNLOAD_URL", "https://download.cbs.nl"),
    "leefbaarometer": ("WIJKEN_LEEFBAAROMETER_URL", "https://www.leefbaarometer.nl"),
    "overpass": ("WIJKEN_OVERPASS_URL", "https://overpass-api.de"),
}


@dataclass(frozen=True)
class Geduld:
    """How long to wait for a source and how often to try; times in seconds.

    Attributes:
        pogingen: tries per request, the first one included.
        eerste_wacht: wait before the second try; doubles after that, plus jitter.
        langste_wacht: no single wait is longer.
        verbinden: time to make a connection.
        lezen: longest silence while an answer comes in.
        antwoord: longest time for one whole answer.
        antwoorden: most answers for one question, pages included; a guard against endless links.
    """

    pogingen: int = 4
    eerste_wacht: float = 1.0
    langste_wacht: float = 30.0
    verbinden: float = 10.0
    lezen: float = 90.0
    antwoord: float = 900.0
    antwoorden: int = 60


@dataclass(frozen=True)
class Instellingen:
    """The settings of one run: address of each service without slash at the end, and who asks."""

    diensten: Mapping[str, str]
    geduld: Geduld = field(default_factory=Geduld)
    contact: str = ""

    def adres(self, dienst: str) -> str:
        """Give the address of a service.

        Raises:
            InvoerError: when the catalogue names a service that has no setting.
        """
        if dienst not in self.diensten:
            message = f"Onbekende dienst «{dienst}». Wel: {', '.join(self.diensten)}."
            raise InvoerError(message)
        return self.diensten[dienst]


def lees_instellingen(omgeving: Mapping[str, str] | None = None) -> Instellingen:
    """Read the settings from the environment; the live hosts where nothing is set.

    Raises:
        InvoerError: for an address that is no https, or http on another machine.
    """
    bron = os.environ if omgeving is None else omgeving
    diensten = {
        dienst: _toets(naam, (bron.get(naam) or standaard).rstrip("/"))
        for dienst, (naam, standaard) in _DIENSTEN.items()
    }
    return Instellingen(diensten, contact=_contact(bron.get(_CONTACT) or ""))


def _contact(tekst: str) -> str:
    schoon = tekst.strip()
    # It becomes part of a header of every request.
    if len(schoon) > _CONTACT_LENGTE or not (schoon.isprintable() and schoon.isascii()):
        message = (
            f"{_CONTACT} moet één regel van hooguit {_CONTACT_LENGTE} gewone letters zijn, "
            "bijvoorbeeld een e-mailadres."
        )
        raise InvoerError(message)
    return schoon


def is_eigen_machine(adres: str) -> bool:
    """Tell whether an address is on this machine (loopback)."""
    naam = urlsplit(adres).hostname or ""
    try:
        return ipaddress.ip_address(naam).is_loopback
    except ValueError:
        return naam == "localhost"


def _toets(naam: str, adres: str) -> str:
    delen = urlsplit(adres)
    veilig = delen.scheme == "https" or (delen.scheme == "http" and is_eigen_machine(adres))
    if not veilig or not delen.hostname or delen.query or delen.fragment:
        message = (
            f"{naam} is «{adres}». Verwacht: een adres dat met https:// begint "
            "(http:// mag alleen op deze machine, bijvoorbeeld http://127.0.0.1:8051)."
        )
        raise InvoerError(message)
    return adres

"""The rules of access as they were set: who may edit, which proxies are trusted, our own names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from ipaddress import IPv4Network, IPv6Network, ip_address, ip_network
from urllib.parse import urlsplit

from wijken.errors import InvoerError

Netwerk = IPv4Network | IPv6Network
_EIGEN_NAMEN = frozenset({"localhost"})


class Bewerken(StrEnum):
    """Who may edit: setting WIJKEN_BEWERKEN; EIGEN is the default and has no word."""

    EIGEN = "eigen"
    NEE = "nee"
    IEDEREEN = "iedereen"
    WACHTWOORD = "wachtwoord"


@dataclass(frozen=True)
class Toegangregels:
    """What was set.

    Attributes:
        proxies: peers whose forwarding headers are believed.
        host: where the server listens, "" when nobody said.
        publiek: where others reach us, without closing slash; "" for nowhere.
    """

    bewerken: Bewerken = Bewerken.EIGEN
    proxies: tuple[Netwerk, ...] = ()
    host: str = ""
    publiek: str = ""

    def kent_host(self, host: str) -> bool:
        """Whether a Host header names us.

        A stranger's page can be made to point at this machine by its name (DNS rebinding), never
        by an address in numbers.
        """
        naam = _naam(host)
        eigen = {_naam(urlsplit(self.publiek).netloc), self.host.lower()} - {""}
        return naam in _EIGEN_NAMEN or naam in eigen or _is_adres(naam)

    def vertrouwt(self, adres: str) -> bool:
        """Whether this peer is one of our proxies."""
        try:
            gevonden = ip_address(adres)
        except ValueError:
            return False
        gewoon = getattr(gevonden, "ipv4_mapped", None) or gevonden
        return any(gewoon in netwerk for netwerk in self.proxies)


def lees_toegangregels(
    omgeving: Mapping[str, str], host: str = "", publiek: str = ""
) -> Toegangregels:
    """Read WIJKEN_BEWERKEN and WIJKEN_PROXY.

    Raises:
        InvoerError: for another word than nee, iedereen or wachtwoord, or no network.
    """
    woord = (omgeving.get("WIJKEN_BEWERKEN") or Bewerken.EIGEN).strip().lower()
    if woord not in set(Bewerken):
        message = (
            f"WIJKEN_BEWERKEN: «{woord}» kennen we niet. Verwacht: nee, iedereen of wachtwoord; "
            "zonder deze instelling kan alleen wie op deze computer werkt iets veranderen."
        )
        raise InvoerError(message)
    delen = (omgeving.get("WIJKEN_PROXY") or "").replace(",", " ").split()
    return Toegangregels(Bewerken(woord), tuple(map(_netwerk, delen)), host, publiek)


def _netwerk(tekst: str) -> Netwerk:
    try:
        return ip_network(tekst, strict=False)
    except ValueError as fout:
        message = (
            f"WIJKEN_PROXY: «{tekst}» is geen adres of netwerk. Verwacht: 10.0.0.2 of 10.0.0.0/8"
        )
        raise InvoerError(message) from fout


def _naam(host: str) -> str:
    """Give the name in a host header, without port, brackets and closing point."""
    try:
        return (urlsplit(f"//{host}").hostname or "").rstrip(".")
    except ValueError:
        return ""


def _is_adres(naam: str) -> bool:
    try:
        ip_address(naam)
    except ValueError:
        return False
    return True

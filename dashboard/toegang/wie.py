"""Who asks: this machine or another, looking through the proxies we trust and no others."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flask import Request

    from dashboard.toegang.regels import Toegangregels

# Whatever a proxy leaves behind, of the standard and of the makers.
_DOORGEGEVEN = (
    "forwarded",
    "via",
    "x-real-ip",
    "client-ip",
    "x-client-ip",
    "x-cluster-client-ip",
    "true-client-ip",
    "cf-connecting-ip",
    "fastly-client-ip",
    "x-original-host",
    "x-original-url",
)
_BEGIN = "x-forwarded"
_FOR = re.compile(r'(?:^|[;,\s])for="?([^";,]+)"?', re.IGNORECASE)
# Browsers have not spoken it for twenty years; a proxy set up in three lines does.
_OUD = "HTTP/1.0"


@dataclass(frozen=True)
class Wie:
    """Who asks.

    Attributes:
        adres: the client's address as well as it is known.
        eigen: surely somebody on this machine itself.
    """

    adres: str
    eigen: bool

    @property
    def sleutel(self) -> str:
        """What attempts are counted by: the address, of IPv6 the network a household has."""
        gevonden = _adres(self.adres)
        if isinstance(gevonden, IPv6Address):
            return str(ip_network(f"{gevonden}/64", strict=False))
        return self.adres


def wie_vraagt(verzoek: Request, regels: Toegangregels) -> Wie:
    """Find out who asks; whoever is not surely on this machine is not."""
    peer = verzoek.remote_addr or ""
    if not regels.vertrouwt(peer):
        return Wie(peer, _is_eigen(peer) and not _is_doorgegeven(verzoek))
    # A proxy on this machine that says nothing about its client looks like a user here.
    keten = _keten(verzoek)
    if not keten:
        return Wie(peer, eigen=False)
    client = next((a for a in reversed(keten) if not regels.vertrouwt(a)), keten[0])
    return Wie(client, _is_eigen(client))


def is_https(verzoek: Request, regels: Toegangregels) -> bool:
    """Whether the browser came over https, as far as we can trust it."""
    if verzoek.scheme == "https":
        return True
    via_proxy = verzoek.headers.get("X-Forwarded-Proto", "").rpartition(",")[2].strip().lower()
    return regels.vertrouwt(verzoek.remote_addr or "") and via_proxy == "https"


def _is_doorgegeven(verzoek: Request) -> bool:
    namen = (naam.lower() for naam in verzoek.headers.keys())  # noqa: SIM118 - pairs otherwise
    door = any(naam in _DOORGEGEVEN or naam.startswith(_BEGIN) for naam in namen)
    return door or verzoek.environ.get("SERVER_PROTOCOL") == _OUD


def _keten(verzoek: Request) -> list[str]:
    """Give the addresses a request came along, the client first; [] when unreadable."""
    kop = verzoek.headers
    lijst = [deel for regel in kop.getlist("X-Forwarded-For") for deel in regel.split(",")]
    lijst = lijst or _FOR.findall(",".join(kop.getlist("Forwarded")))
    lijst = lijst or kop.getlist("X-Real-IP")
    return _adressen(lijst)


def _adressen(delen: Iterable[str]) -> list[str]:
    """Read addresses with or without port; from the right, up to the first that is none."""
    gelezen: list[str] = []
    for deel in reversed(list(delen)):
        gevonden = _adres(_zonder_poort(deel.strip()))
        if gevonden is None:
            # What stands left of nonsense may come from anybody; nonsense itself is a stranger.
            return [deel.strip() or "?", *reversed(gelezen)]
        gelezen.append(str(gevonden))
    return gelezen[::-1]


def _zonder_poort(tekst: str) -> str:
    if tekst.startswith("["):
        return tekst[1:].partition("]")[0]
    return tekst.partition(":")[0] if tekst.count(":") == 1 else tekst


def _adres(tekst: str) -> IPv4Address | IPv6Address | None:
    """Read an address; IPv4 dressed up as IPv6 is IPv4."""
    try:
        gevonden = ip_address(tekst)
    except ValueError:
        return None
    return getattr(gevonden, "ipv4_mapped", None) or gevonden


def _is_eigen(tekst: str) -> bool:
    gevonden = _adres(tekst)
    return gevonden is not None and gevonden.is_loopback

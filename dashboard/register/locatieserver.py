"""Looks an address up at PDOK's Locatieserver, and trusts only what is the address that was asked.

The service finds something for any question: what it answers is compared, never just believed.
"""

from __future__ import annotations

import json
import os
import re
import time
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from ipaddress import ip_address
from typing import Any, Self
from urllib.parse import urlsplit

import requests
from tenacity import (
    Retrying,
    retry_if_exception_type,
    stop_after_attempt,
    wait_random_exponential,
)

from dashboard.register.bevinding import zin
from wijken.errors import BronError, InvoerError
from wijken.gelijknamig import platte

# The first that is set counts: the host of the service itself, or one for all of PDOK.
INSTELLINGEN = ("WIJKEN_PDOK_API_URL", "WIJKEN_PDOK_URL")
_ADRES = "https://api.pdok.nl"
_PAD = "/bzk/locatieserver/search/v3_1/free"
_VELDEN = (
    "type,weergavenaam,straatnaam,huisnummer,huisletter,huisnummertoevoeging,postcode,"
    "woonplaatsnaam,gemeentenaam,gemeentecode,buurtcode,centroide_ll"
)
_RIJEN = 10
# An answer of ten addresses is some 6 kB.
_GROOTST = 256 * 1024
_STUK = 16 * 1024
_DRUK = 429
_SERVERFOUT = 500
_GOED = 200
# Two spellings of one street: `Burg. Verzonnenstraat`, `Burgemeester Verzonnenstraat`.
_ZELFDE_STRAAT = 0.8
_HUISNUMMER = re.compile(r"^(?P<straat>.*?)\s*(?P<nummer>\d{1,5})\s*-?\s*(?P<extra>[\w ./-]{0,8})$")
_PUNT = re.compile(r"POINT\((?P<lengte>-?\d+(?:\.\d+)?) (?P<breedte>-?\d+(?:\.\d+)?)\)")


@dataclass(frozen=True)
class Geduld:
    """How long to wait and how often to try; seconds."""

    pogingen: int = 3
    verbinden: float = 4.0
    lezen: float = 8.0
    geheel: float = 20.0
    langste_wacht: float = 4.0


@dataclass(frozen=True)
class Adresvraag:
    """The address as the register has it; what is empty is not compared."""

    adres: str
    postcode: str
    plaats: str

    @property
    def straat(self) -> str:
        """The street, without house number."""
        gevonden = _HUISNUMMER.match(self.adres)
        return gevonden["straat"] if gevonden else self.adres

    @property
    def nummer(self) -> tuple[int, str] | None:
        """The house number and what follows it, without blanks, in small letters."""
        gevonden = _HUISNUMMER.match(self.adres)
        if gevonden is None:
            return None
        return int(gevonden["nummer"]), re.sub(r"[\W_]", "", gevonden["extra"]).lower()


@dataclass(frozen=True)
class Vindplaats:
    """Where an address is.

    Attributes:
        punt: latitude and longitude.
        buurt: the code of the buurt as PDOK gives it, "" when it does not.
        uitleg: what is less precise than it seems, "" for nothing.
    """

    punt: tuple[float, float]
    buurt: str
    uitleg: str = ""


class _TijdelijkError(BronError):
    """Something that may be over at the next try."""


class Locatieserver:
    """One conversation with the service; to be used in a `with`.

    Args:
        basis: address of the service, without slash at the end.
        geduld: how long to wait and how often to try.
    """

    def __init__(self, basis: str, geduld: Geduld | None = None) -> None:
        """Remember where it is; nothing is asked yet."""
        self._basis = basis
        self._geduld = geduld or Geduld()
        self._sessie = requests.Session()
        self._sessie.headers["User-Agent"] = "wijkatelier"

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the connections."""
        self._sessie.close()

    def zoek(self, vraag: Adresvraag) -> Vindplaats | None:
        """Find an address; None when the service has none that is certainly this one.

        Raises:
            BronError: when it does not answer, or not as it promises.
        """
        soort = "adres" if vraag.nummer else "postcode"
        tekst = " ".join(filter(None, (vraag.adres, vraag.postcode.replace(" ", ""), vraag.plaats)))
        documenten = self._vraag({"q": tekst, "fq": f"type:{soort}", "rows": str(_RIJEN)})
        goede = [doc for doc in documenten if _past(doc, vraag)]
        precies = [doc for doc in goede if _zelfde_toevoeging(doc, vraag)]
        for doc in precies or goede:
            punt = _punt(doc)
            if punt is not None:
                return Vindplaats(punt, _code(doc), _uitleg(vraag, is_precies=bool(precies)))
        return None

    def _vraag(self, velden: Mapping[str, str]) -> list[dict[str, Any]]:
        poging = Retrying(
            retry=retry_if_exception_type(_TijdelijkError),
            stop=stop_after_attempt(self._geduld.pogingen),
            wait=wait_random_exponential(multiplier=0.5, max=self._geduld.langste_wacht),
            reraise=True,
        )
        return poging(lambda: _documenten(self._haal(velden)))

    def _lees(self, antwoord: requests.Response) -> bytes:
        """Read the body, within bounds of size and of time as a whole."""
        einde = time.monotonic() + self._geduld.geheel
        inhoud = b""
        for stuk in antwoord.iter_content(_STUK):
            inhoud += stuk
            if len(inhoud) > _GROOTST or time.monotonic() > einde:
                raise _TijdelijkError(zin("register.pdok.vorm"))
        return inhoud

    def _haal(self, velden: Mapping[str, str]) -> bytes:
        tijd = (self._geduld.verbinden, self._geduld.lezen)
        try:
            with self._sessie.get(
                self._basis + _PAD,
                params={**velden, "fl": _VELDEN},
                timeout=tijd,
                stream=True,
                allow_redirects=False,
            ) as antwoord:
                _toets_status(antwoord)
                return self._lees(antwoord)
        except (requests.RequestException, OSError) as fout:
            raise _TijdelijkError(zin("register.pdok.stil", basis=self._basis)) from fout


def maak_locatieserver(omgeving: Mapping[str, str] | None = None) -> Locatieserver:
    """Make one for the host in WIJKEN_PDOK_API_URL or WIJKEN_PDOK_URL, else for PDOK itself.

    Raises:
        InvoerError: for an address that is no https, or http on another machine.
    """
    bron = os.environ if omgeving is None else omgeving
    naam = next((naam for naam in INSTELLINGEN if bron.get(naam)), INSTELLINGEN[0])
    basis = (bron.get(naam) or _ADRES).rstrip("/")
    delen = urlsplit(basis)
    veilig = delen.scheme == "https" or (delen.scheme == "http" and _is_hier(delen.hostname or ""))
    if not veilig or not delen.hostname or delen.query or delen.fragment:
        raise InvoerError(zin("register.pdok.adres", naam=naam, gevonden=basis))
    return Locatieserver(basis)


def _is_hier(huis: str) -> bool:
    try:
        return ip_address(huis).is_loopback
    except ValueError:
        return huis == "localhost"


def _toets_status(antwoord: requests.Response) -> None:
    if antwoord.status_code == _GOED:
        return
    message = zin("register.pdok.status", status=antwoord.status_code)
    if antwoord.status_code >= _SERVERFOUT or antwoord.status_code == _DRUK:
        raise _TijdelijkError(message)
    raise BronError(message)


def _documenten(inhoud: bytes) -> list[dict[str, Any]]:
    try:
        documenten = json.loads(inhoud)["response"]["docs"]
    except (ValueError, KeyError, TypeError) as fout:
        raise _TijdelijkError(zin("register.pdok.vorm")) from fout
    if not isinstance(documenten, list) or not all(isinstance(doc, dict) for doc in documenten):
        raise _TijdelijkError(zin("register.pdok.vorm"))
    return documenten


def _past(doc: Mapping[str, Any], vraag: Adresvraag) -> bool:
    """Tell whether everything that was asked is what was found."""
    postcode = vraag.postcode.replace(" ", "")
    if postcode and doc.get("postcode") != postcode:
        return False
    if vraag.nummer and doc.get("huisnummer") != vraag.nummer[0]:
        return False
    if vraag.nummer and vraag.straat and not _lijkt(str(doc.get("straatnaam", "")), vraag.straat):
        return False
    plaatsen = {platte(str(doc.get(veld, ""))) for veld in ("woonplaatsnaam", "gemeentenaam")}
    return not vraag.plaats or platte(vraag.plaats) in plaatsen


def _lijkt(een: str, ander: str) -> bool:
    links, rechts = platte(een), platte(ander)
    return SequenceMatcher(None, links, rechts, autojunk=False).ratio() >= _ZELFDE_STRAAT


def _zelfde_toevoeging(doc: Mapping[str, Any], vraag: Adresvraag) -> bool:
    if vraag.nummer is None:
        return True
    delen = (str(doc.get(veld) or "") for veld in ("huisletter", "huisnummertoevoeging"))
    return "".join(delen).lower() == vraag.nummer[1]


def _uitleg(vraag: Adresvraag, *, is_precies: bool) -> str:
    if vraag.nummer is None:
        return zin("register.pdok.postcode")
    return "" if is_precies else zin("register.pdok.toevoeging")


def _punt(doc: Mapping[str, Any]) -> tuple[float, float] | None:
    gevonden = _PUNT.fullmatch(str(doc.get("centroide_ll", "")))
    return (float(gevonden["breedte"]), float(gevonden["lengte"])) if gevonden else None


def _code(doc: Mapping[str, Any]) -> str:
    code = str(doc.get("buurtcode") or "")
    return code if code.startswith("BU") or not code else f"BU{code}"

"""Puts a bounded, retrying connection under cbsodata, which has no timeout, retry or page limit."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import Self, TypeVar
from urllib.parse import urlsplit, urlunsplit

import cbsodata
import requests
from cbsodata import cbsodata3
from tenacity import Retrying, retry_if_exception_type, stop_after_attempt, wait_exponential_jitter

from etl.instellingen import Geduld, is_eigen_machine
from wijken.errors import BronError

T = TypeVar("T")

_NAAM = "Wijkatelier (ETL met cbsodata)"
# These may change while we fetch, or are asked once and large; the others are asked twice.
_NIET_ONTHOUDEN = ("TableInfos", "TypedDataSet", "UntypedDataSet")
_TE_DRUK = (408, 425, 429)
_SERVERFOUT, _WEIGERING, _DOORVERWIJZING = 500, 400, 300
_LENGTE_MELDING = 200
# cbsodata keeps host and session class in module variables: one question at a time.
_SLOT = threading.RLock()


class TijdelijkError(BronError):
    """A fault that may be over at the next try."""


class Verbinding:
    """A connection to one OData host, to be used in a `with`.

    Args:
        adres: address of the host, with scheme and without slash at the end; a path is allowed.
        geduld: timeouts, tries, and the most answers per question.
    """

    def __init__(self, adres: str, geduld: Geduld) -> None:
        self.adres = adres
        self._sessie = _Sessie(adres, geduld)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        soort: type[BaseException] | None,
        fout: BaseException | None,
        tb: TracebackType | None,
    ) -> None:
        self._sessie.close()

    def vraag(self, functie: Callable[..., T], tabel: str, *delen: str, **keuze: object) -> T:
        """Call a function of cbsodata for a table and give its answer.

        Raises:
            BronError: in Dutch, when the source does not answer or answers something else.
        """
        delen_van_adres = urlsplit(self.adres)
        with _omgeleid(self._sessie, https=delen_van_adres.scheme == "https"):
            self._sessie.begin(tabel)
            try:
                plaats = delen_van_adres.netloc + delen_van_adres.path
                return functie(tabel, *delen, catalog_url=plaats, **keuze)
            except (json.JSONDecodeError, KeyError, TypeError, ValueError) as fout:
                message = (
                    f"{self._sessie.plek}: het antwoord heeft niet de vorm van OData ({fout})."
                )
                raise BronError(message) from fout


@contextmanager
def _omgeleid(sessie: _Sessie, *, https: bool) -> Iterator[None]:
    # cbsodata's own `catalog()` leaves the host switched after an error; this does not.
    with _SLOT:
        eerder = cbsodata.options.use_https, cbsodata3.Session
        cbsodata.options.use_https, cbsodata3.Session = https, lambda: sessie
        try:
            yield
        finally:
            cbsodata.options.use_https, cbsodata3.Session = eerder


class _Sessie(requests.Session):
    """One session for all pages, that checks each answer and tries again."""

    def __init__(self, adres: str, geduld: Geduld) -> None:
        super().__init__()
        self._thuis = urlsplit(adres)
        self._geduld = geduld
        self._tabel = ""
        self._gezien: set[str] = set()
        self._onthouden: dict[str, requests.Response] = {}
        # A proxy of the environment cannot reach this machine.
        self.trust_env = not is_eigen_machine(adres)

    @property
    def plek(self) -> str:
        """Which table at which host, to begin a message with."""
        return f"Tabel {self._tabel} bij {self._thuis.netloc}"

    def begin(self, tabel: str) -> None:
        """Start a new question: pages are counted from here."""
        if tabel != self._tabel:
            self._onthouden.clear()
        self._tabel = tabel
        self._gezien.clear()

    def send(self, request: requests.PreparedRequest, **_: object) -> requests.Response:
        """Send one request of cbsodata; raises BronError, so that no reason gets lost."""
        request.url = adres = self._toets_adres(request.url or "")
        if adres in self._onthouden:
            return self._onthouden[adres]
        request.headers.update({"User-Agent": _NAAM, "Accept-Encoding": "gzip, deflate"})
        opnieuw = Retrying(
            stop=stop_after_attempt(self._geduld.pogingen),
            wait=wait_exponential_jitter(
                multiplier=self._geduld.eerste_wacht,
                max=self._geduld.langste_wacht,
                jitter=self._geduld.eerste_wacht,
            ),
            retry=retry_if_exception_type(TijdelijkError),
            reraise=True,
        )
        try:
            antwoord: requests.Response = opnieuw(self._probeer, request)
        except TijdelijkError as fout:
            message = f"{fout} Opgegeven na {self._geduld.pogingen} keer proberen."
            raise BronError(message) from fout
        if not urlsplit(adres).path.endswith(_NIET_ONTHOUDEN):
            self._onthouden[adres] = antwoord
        return antwoord

    def _toets_adres(self, adres: str) -> str:
        delen = urlsplit(adres)
        if (delen.hostname, delen.port) != (self._thuis.hostname, self._thuis.port):
            message = f"{self.plek}: de volgende bladzijde staat bij een ander adres ({adres})."
            raise BronError(message)
        if adres in self._gezien:
            message = (
                f"{self.plek}: de verwijzing naar de volgende bladzijde loopt rond; "
                "die bladzijde was al gelezen."
            )
            raise BronError(message)
        self._gezien.add(adres)
        if len(self._gezien) > self._geduld.antwoorden:
            message = (
                f"{self.plek}: meer dan {self._geduld.antwoorden} bladzijden, veel meer dan "
                "gevraagd. Waarschijnlijk is het filter niet toegepast."
            )
            raise BronError(message)
        # CBS writes next links with http now and then.
        return urlunsplit(delen._replace(scheme=self._thuis.scheme))

    def _probeer(self, request: requests.PreparedRequest) -> requests.Response:
        tijden = (self._geduld.verbinden, self._geduld.lezen)
        omgeving = self.merge_environment_settings(
            request.url, {}, stream=False, verify=None, cert=None
        )
        try:
            antwoord = super().send(request, timeout=tijden, allow_redirects=False, **omgeving)
        except requests.Timeout as fout:
            message = f"{self.plek}: geen antwoord binnen de tijd."
            raise TijdelijkError(message) from fout
        except requests.RequestException as fout:
            message = f"{self.plek}: de verbinding lukt niet of brak af ({type(fout).__name__})."
            raise TijdelijkError(message) from fout
        self._toets_status(antwoord)
        self._toets_vorm(antwoord)
        return antwoord

    def _toets_status(self, antwoord: requests.Response) -> None:
        code = antwoord.status_code
        if code < _DOORVERWIJZING:
            return
        message = f"{self.plek}: fout {code} van de server: {_reden(antwoord)}"
        if code < _WEIGERING:
            nieuw = antwoord.headers.get("Location", "onbekend")
            message = f"{self.plek}: de bron is verhuisd naar {nieuw}."
        soort = TijdelijkError if code >= _SERVERFOUT or code in _TE_DRUK else BronError
        raise soort(message)

    def _toets_vorm(self, antwoord: requests.Response) -> None:
        # Only the ends: cbsodata parses the whole.
        begin, eind = antwoord.content[:_LENGTE_MELDING].lstrip(), antwoord.content[-20:].rstrip()
        if not begin.startswith(b"{"):
            message = (
                f"{self.plek}: een webpagina in plaats van gegevens, misschien onderhoud: "
                f"{_reden(antwoord)}"
            )
            raise TijdelijkError(message)
        if not eind.endswith(b"}"):
            message = f"{self.plek}: het antwoord houdt halverwege op."
            raise TijdelijkError(message)


def _reden(antwoord: requests.Response) -> str:
    """Find the reason in an error body: OData's own form, or the words of a web page."""
    antwoord.encoding = "utf-8"
    try:
        fout = json.loads(antwoord.text)["odata.error"]["message"]
        tekst = str(fout["value"] if isinstance(fout, dict) else fout)
    except (ValueError, KeyError, TypeError):
        tekst = re.sub(
            r"<(script|style).*?</\1>|<[^>]*>", " ", antwoord.text, flags=re.DOTALL | re.IGNORECASE
        )
    kort = " ".join(tekst.split())[:_LENGTE_MELDING]
    return kort or antwoord.reason or "geen uitleg"

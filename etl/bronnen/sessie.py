"""Sends a request with timeouts and retries, and tells in Dutch what went wrong."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable, Mapping
from io import BytesIO
from urllib.parse import urlsplit

import requests
from tenacity import (
    RetryCallState,
    Retrying,
    retry_if_exception_type,
    stop_after_attempt,
    wait_exponential_jitter,
)
from urllib3.exceptions import HTTPError

from etl.bronnen.adapter import AfgebrokenError, Lijn, NietGevondenError, TijdelijkError
from etl.instellingen import is_eigen_machine
from wijken.errors import BronError

# Overpass refuses who does not say who asks; a person behind a server likes to know as well.
NAAM = "Wijkatelier (open buurtcijfers voor woningcorporaties; ETL met cbsodata)"
_TE_DRUK = (408, 425, 429)
# Overpass asks for half a minute of rest after "too many requests" and seldom says so in a header.
_TE_VAAK, _TE_VAAK_WACHT = 429, 30.0
_NIET_ER = (404, 410)
_SERVERFOUT, _WEIGERING, _DOORVERWIJZING = 500, 400, 300
_LENGTE_MELDING = 200
_HAP = 1 << 18

Toets = Callable[[requests.Response], None]


class Sessie(requests.Session):
    """A session with one service; `plek` begins every message, e.g. `Tabel X bij host`."""

    def __init__(self, lijn: Lijn, plek: str = "") -> None:
        super().__init__()
        self.lijn = lijn
        self.plek = plek or urlsplit(lijn.adres).netloc
        # A proxy of the environment cannot reach this machine.
        self.trust_env = not is_eigen_machine(lijn.adres)

    def verstuur(self, request: requests.PreparedRequest, toets: Toets) -> requests.Response:
        """Send a request and give the whole answer.

        Args:
            request: prepared; who asks and compression are added here.
            toets: raises TijdelijkError for an answer that is worth another try, BronError for
                one that is not.

        Raises:
            BronError: when it is refused, or failed at every try.
            AfgebrokenError: when the user stopped.
        """
        naam = f"{NAAM}; contact: {self.lijn.contact}" if self.lijn.contact else NAAM
        request.headers.update({"User-Agent": naam, "Accept-Encoding": "gzip, deflate"})
        geduld = self.lijn.geduld
        opnieuw = Retrying(
            stop=stop_after_attempt(geduld.pogingen),
            wait=self._wacht,
            sleep=self._slaap,
            retry=retry_if_exception_type(TijdelijkError),
            reraise=True,
        )
        try:
            antwoord: requests.Response = opnieuw(self._probeer, request, toets)
        except TijdelijkError as fout:
            message = f"{fout} Opgegeven na {geduld.pogingen} keer proberen."
            raise BronError(message) from fout
        return antwoord

    def _wacht(self, poging: RetryCallState) -> float:
        geduld = self.lijn.geduld
        gewoon = wait_exponential_jitter(
            multiplier=geduld.eerste_wacht,
            max=geduld.langste_wacht,
            jitter=geduld.eerste_wacht,
        )(poging)
        fout = poging.outcome.exception() if poging.outcome else None
        gevraagd = fout.wacht if isinstance(fout, TijdelijkError) else 0.0
        return max(gewoon, min(gevraagd, geduld.langste_wacht))

    def _slaap(self, seconden: float) -> None:
        self.lijn.stop.wait(seconden)

    def _eis_door(self) -> None:
        if self.lijn.stop.is_set():
            message = f"{self.plek}: afgebroken."
            raise AfgebrokenError(message)

    def _probeer(self, request: requests.PreparedRequest, toets: Toets) -> requests.Response:
        self._eis_door()
        try:
            antwoord = self._lees(request)
        except requests.Timeout as fout:
            message = f"{self.plek}: geen antwoord binnen de tijd."
            raise TijdelijkError(message) from fout
        except (requests.RequestException, HTTPError) as fout:
            message = f"{self.plek}: de verbinding lukt niet of brak af ({type(fout).__name__})."
            raise TijdelijkError(message) from fout
        self._toets_status(antwoord)
        toets(antwoord)
        return antwoord

    def _lees(self, request: requests.PreparedRequest) -> requests.Response:
        tijden = (self.lijn.geduld.verbinden, self.lijn.geduld.lezen)
        omgeving = self.merge_environment_settings(
            request.url, {}, stream=True, verify=None, cert=None
        )
        uiterlijk = time.monotonic() + self.lijn.geduld.antwoord
        antwoord = super().send(request, timeout=tijden, allow_redirects=False, **omgeving)
        inhoud = BytesIO()
        try:
            # In bites: a person who stops need not wait, and no answer may drip for ever.
            # `read1` gives what has come; `iter_content` would wait until a bite is full.
            while hap := antwoord.raw.read1(_HAP, decode_content=True):
                self._eis_door()
                inhoud.write(hap)
                if time.monotonic() > uiterlijk:
                    raise requests.Timeout
        finally:
            antwoord.close()
        antwoord._content = inhoud.getvalue()  # noqa: SLF001 -- what `content` would have read
        return antwoord

    def _toets_status(self, antwoord: requests.Response) -> None:
        code = antwoord.status_code
        if code < _DOORVERWIJZING:
            return
        message = f"{self.plek}: fout {code} van de server: {reden(antwoord)}"
        if code < _WEIGERING:
            nieuw = antwoord.headers.get("Location", "onbekend")
            message = f"{self.plek}: de bron is verhuisd naar {nieuw}."
        if code >= _SERVERFOUT or code in _TE_DRUK:
            fout = TijdelijkError(message)
            standaard = _TE_VAAK_WACHT if code == _TE_VAAK else 0.0
            fout.wacht = _seconden(antwoord.headers.get("Retry-After")) or standaard
            raise fout
        if code in _NIET_ER:
            raise NietGevondenError(message)
        raise BronError(message)


def _seconden(tekst: str | None) -> float:
    return float(tekst) if tekst and re.fullmatch(r"\d{1,6}", tekst.strip()) else 0.0


def download(
    lijn: Lijn,
    adres: str,
    toets: Toets | None = None,
    *,
    params: Mapping[str, str] | None = None,
    data: Mapping[str, str] | None = None,
) -> bytes:
    """Fetch one address (GET, or POST with `data=`) and give the body.

    Args:
        lijn: timeouts and tries; the address need not be at the same host.
        adres: the whole address.
        toets: looks at the answer, see `Sessie.verstuur`; any answer is good by default.
        params: what is put behind the address.
        data: form fields; with these it is a POST.

    Raises:
        BronError: when the source fails, with the reason in Dutch.
    """
    methode = "GET" if data is None else "POST"
    with Sessie(lijn, urlsplit(adres).netloc) as sessie:
        vraag = requests.Request(methode, adres, params=params, data=data)
        antwoord = sessie.verstuur(sessie.prepare_request(vraag), toets or (lambda _: None))
        return bytes(antwoord.content)


def reden(antwoord: requests.Response) -> str:
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

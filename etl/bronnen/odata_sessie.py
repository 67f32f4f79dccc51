"""Puts a bounded, retrying connection under cbsodata, which has no timeout, retry or page limit."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import Self, TypeVar
from urllib.parse import urlsplit, urlunsplit

import requests
from cbsodata import cbsodata3

from etl.bronnen.adapter import Lijn, TijdelijkError
from etl.bronnen.sessie import Sessie, reden
from wijken.errors import BronError

T = TypeVar("T")
# Reads one page of rows and gives the address of the next, "" for none; a ValueError is no page.
Ontvanger = Callable[[bytes], str]

_DATA = ("TypedDataSet", "UntypedDataSet")
# These may change while we fetch, or are asked once and large; the others are asked twice.
_NIET_ONTHOUDEN = ("TableInfos", *_DATA)
_VOORAF = 200


class Verbinding:
    """A connection to one OData host for one thread, to be used in a `with`."""

    def __init__(self, lijn: Lijn) -> None:
        """Prepare; nothing is asked yet."""
        self.adres = lijn.adres
        self._sessie = _Sessie(lijn)

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
        thuis = urlsplit(self.adres)
        with _omgeleid(self._sessie):
            self._sessie.begin(tabel)
            try:
                return functie(tabel, *delen, catalog_url=thuis.netloc + thuis.path, **keuze)
            except (json.JSONDecodeError, KeyError, TypeError, ValueError) as fout:
                message = (
                    f"{self._sessie.plek}: het antwoord heeft niet de vorm van OData ({fout})."
                )
                raise BronError(message) from fout

    @contextmanager
    def opvang(self, ontvanger: Ontvanger) -> Iterator[None]:
        """Give pages of rows to a receiver as they come in; cbsodata then sees them empty.

        It goes on finding the pages and their order, but never holds a whole table.
        """
        self._sessie.ontvanger = ontvanger
        try:
            yield
        finally:
            self._sessie.ontvanger = None


# cbsodata makes a session for each page, by a name in its module. Each thread finds its own here.
_EIGEN = threading.local()
_SLOT = threading.Lock()
_GEBRUIK: list[requests.Session] = []


def _sessie_van_deze_draad() -> requests.Session:
    eigen: requests.Session | None = getattr(_EIGEN, "sessie", None)
    return eigen if eigen is not None else requests.Session()


@contextmanager
def _omgeleid(sessie: _Sessie) -> Iterator[None]:
    """Let cbsodata use a session in this thread; when nobody does any more all is as before."""
    with _SLOT:
        if not _GEBRUIK:
            cbsodata3.Session = _sessie_van_deze_draad
        _GEBRUIK.append(sessie)
    _EIGEN.sessie = sessie
    try:
        yield
    finally:
        _EIGEN.sessie = None
        with _SLOT:
            _GEBRUIK.remove(sessie)
            if not _GEBRUIK:
                cbsodata3.Session = requests.Session


class _Sessie(Sessie):
    """One session for all pages, that checks each answer and tries again."""

    def __init__(self, lijn: Lijn) -> None:
        super().__init__(lijn)
        self.ontvanger: Ontvanger | None = None
        self._thuis = urlsplit(lijn.adres)
        self._tabel = ""
        self._gezien: set[str] = set()
        self._onthouden: dict[str, requests.Response] = {}

    def begin(self, tabel: str) -> None:
        """Start a new question: pages are counted from here."""
        if tabel != self._tabel:
            self._onthouden.clear()
        self._tabel = tabel
        self.plek = f"Tabel {tabel} bij {self._thuis.netloc}"
        self._gezien.clear()

    def send(self, request: requests.PreparedRequest, **_: object) -> requests.Response:
        """Send one request of cbsodata; raises BronError, so that no reason gets lost."""
        request.url = adres = self._toets_adres(request.url or "")
        if adres in self._onthouden:
            return self._onthouden[adres]
        entiteit = urlsplit(adres).path.rpartition("/")[2]
        if self.ontvanger and entiteit in _DATA:
            return self._vang_op(request, self.ontvanger)
        antwoord = self.verstuur(request, self._toets_vorm)
        if entiteit not in _NIET_ONTHOUDEN:
            self._onthouden[adres] = antwoord
        return antwoord

    def _vang_op(
        self, request: requests.PreparedRequest, ontvanger: Ontvanger
    ) -> requests.Response:
        volgende = ""

        def toets(antwoord: requests.Response) -> None:
            nonlocal volgende
            self._toets_vorm(antwoord)
            try:
                volgende = ontvanger(antwoord.content)
            except ValueError as fout:
                message = f"{self.plek}: het antwoord heeft niet de vorm van OData ({fout})."
                raise TijdelijkError(message) from fout

        antwoord = self.verstuur(request, toets)
        rest: dict[str, object] = {"value": []} | ({"odata.nextLink": volgende} if volgende else {})
        antwoord._content = json.dumps(rest).encode()  # noqa: SLF001 -- the rows have been taken
        return antwoord

    def _toets_adres(self, adres: str) -> str:
        delen = urlsplit(adres)
        if (delen.hostname, delen.port) != (self._thuis.hostname, self._thuis.port):
            message = f"{self.plek}: de volgende bladzijde staat bij een ander adres ({delen.scheme}://{delen.netloc})."
            raise BronError(message)
        if adres in self._gezien:
            message = (
                f"{self.plek}: de verwijzing naar de volgende bladzijde loopt rond; "
                "die bladzijde was al gelezen."
            )
            raise BronError(message)
        self._gezien.add(adres)
        if len(self._gezien) > (grens := self.lijn.geduld.antwoorden):
            message = (
                f"{self.plek}: meer dan {grens} bladzijden, veel meer dan gevraagd. "
                "Waarschijnlijk is het filter niet toegepast."
            )
            raise BronError(message)
        # cbsodata writes https by default, CBS its next links with http now and then.
        return urlunsplit(delen._replace(scheme=self._thuis.scheme))

    def _toets_vorm(self, antwoord: requests.Response) -> None:
        # Only the ends: who reads the rows parses the whole.
        begin, eind = antwoord.content[:_VOORAF].lstrip(), antwoord.content[-20:].rstrip()
        if not begin.startswith(b"{"):
            message = (
                f"{self.plek}: een webpagina in plaats van gegevens, misschien onderhoud: "
                f"{reden(antwoord)}"
            )
            raise TijdelijkError(message)
        if not eind.endswith(b"}"):
            message = f"{self.plek}: het antwoord houdt halverwege op."
            raise TijdelijkError(message)

"""May this request change something? Asked before every write, by forms and callbacks alike."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from flask import after_this_request, g, request
from itsdangerous import BadSignature, URLSafeTimedSerializer

from dashboard.toegang.geheim import Geheimen
from dashboard.toegang.regels import Bewerken, Toegangregels
from dashboard.toegang.rem import Rem
from dashboard.toegang.wie import Wie, is_https, wie_vraagt
from wijken.errors import InvoerError

if TYPE_CHECKING:
    from flask import Response

_KOEKJE = "wijk-sessie"
# A working day: who logged in this morning is not asked again this afternoon.
_GELDIG = 12 * 3600
_UIT_HOOGSTENS = 5_000


class GeenToegangError(InvoerError):
    """This request may not write; `reden` is the key of the sentence that says why."""

    def __init__(self, reden: str) -> None:
        """Keep the reason."""
        self.reden = reden
        super().__init__(reden)


@dataclass(frozen=True)
class Oordeel:
    """Whether somebody may edit, and when not, why.

    Attributes:
        reden: key of a sentence in the block `toegang` of the texts; "" when they may.
        kan_inloggen: a password would help.
        ingelogd: with the password.
    """

    mag: bool
    reden: str = ""
    kan_inloggen: bool = False
    ingelogd: bool = False


@dataclass(frozen=True)
class Inlog:
    """How logging in went; `wacht` is the seconds to wait when it was tried too often."""

    gelukt: bool
    wacht: int = 0


@dataclass(frozen=True)
class _Sessie:
    nummer: str
    ingelogd: bool = False


class Toegang:
    """Judges requests by the rules that were set; works inside a Flask request only.

    Args:
        regels: what was set.
        data_map: where the key and the password are kept.
    """

    def __init__(self, regels: Toegangregels, data_map: Path, rem: Rem | None = None) -> None:
        """Keep the rules; secrets are read when they are needed."""
        self.regels = regels
        self.geheimen = Geheimen(data_map)
        self.rem = rem or Rem()
        self._uitgelogd: dict[str, None] = {}

    def oordeel(self) -> Oordeel:
        """Judge who asks: may they edit at all? Writing asks for more, see `eis`."""
        if not self.regels.kent_host(request.host):
            return Oordeel(mag=False, reden="vreemd_adres")
        match self.regels.bewerken:
            case Bewerken.NEE:
                return Oordeel(mag=False, reden="nee")
            case Bewerken.IEDEREEN:
                return Oordeel(mag=True)
            case Bewerken.EIGEN:
                eigen = self.wie().eigen
                return Oordeel(eigen, "" if eigen else "eigen")
        return self._met_wachtwoord()

    def wie(self) -> Wie:
        """Give who asks."""
        return wie_vraagt(request, self.regels)

    def bewijs(self) -> str:
        """Give the token a form or callback sends along when it writes; sets the cookie it fits."""
        sessie = self._sessie()
        if sessie is None:
            sessie = _Sessie(secrets.token_urlsafe(16))
            self._zet(sessie)
        return self._teken(sessie.nummer)

    def eis(self, bewijs: str | None) -> None:
        """Let a write through only when it may: allowed, from our own page, with its token.

        Args:
            bewijs: what `bewijs()` gave when the page was drawn.

        Raises:
            GeenToegangError: with the reason.
        """
        oordeel = self.oordeel()
        if not oordeel.mag:
            raise GeenToegangError(oordeel.reden)
        self.eis_eigen_pagina(bewijs)

    def eis_eigen_pagina(self, bewijs: str | None) -> None:
        """Check only that the request comes from a page of ours; for logging in and out.

        Raises:
            GeenToegangError: from elsewhere, or with a token that does not fit the cookie.
        """
        if not self.regels.kent_host(request.host):
            reden = "vreemd_adres"
            raise GeenToegangError(reden)
        if not self._is_eigen_pagina():
            reden = "vreemde_pagina"
            raise GeenToegangError(reden)
        sessie = self._sessie()
        gegeven = str(bewijs or "").encode()
        if sessie is None or not hmac.compare_digest(self._teken(sessie.nummer).encode(), gegeven):
            reden = "verlopen"
            raise GeenToegangError(reden)

    def log_in(self, wachtwoord: str) -> Inlog:
        """Try a password; when it is right the answer's cookie says so."""
        wie = self.wie().sleutel
        wacht = self.rem.probeer(wie)
        if wacht or not self.geheimen.klopt(wachtwoord):
            return Inlog(gelukt=False, wacht=wacht)
        self.rem.gelukt(wie)
        # A new number: whoever knew the old one learns nothing.
        self._zet(_Sessie(secrets.token_urlsafe(16), ingelogd=True))
        return Inlog(gelukt=True)

    def log_uit(self) -> None:
        """End the session, also for who kept a copy of the cookie."""
        sessie = self._sessie()
        if sessie is not None:
            self._uitgelogd[sessie.nummer] = None
            if len(self._uitgelogd) > _UIT_HOOGSTENS:
                del self._uitgelogd[next(iter(self._uitgelogd))]
        self._zet(_Sessie(secrets.token_urlsafe(16)))

    def _met_wachtwoord(self) -> Oordeel:
        if not self.geheimen.hash():
            return Oordeel(mag=False, reden="geen_wachtwoord")
        sessie = self._sessie()
        if sessie is not None and sessie.ingelogd:
            return Oordeel(mag=True, ingelogd=True)
        return Oordeel(mag=False, reden="wachtwoord", kan_inloggen=True)

    def _is_eigen_pagina(self) -> bool:
        """Whether a browser says that the request comes from our own pages; silence is no no."""
        site = request.headers.get("Sec-Fetch-Site", "same-origin")
        herkomst = request.headers.get("Origin")
        if site != "same-origin":
            return False
        if herkomst is None:
            return True
        eigen = {_plek(f"//{request.host}"), _plek(self.regels.publiek)} - {""}
        return _plek(herkomst) in eigen

    def _zegels(self) -> URLSafeTimedSerializer:
        return URLSafeTimedSerializer(self.geheimen.sleutel(), salt="sessie")

    def _teken(self, nummer: str) -> str:
        boodschap = f"bewijs:{nummer}".encode()
        return hmac.new(self.geheimen.sleutel(), boodschap, hashlib.sha256).hexdigest()

    def _stempel(self) -> str:
        """Give a print of the password: another password ends every session."""
        return hashlib.sha256(self.geheimen.hash().encode()).hexdigest()[:16]

    def _sessie(self) -> _Sessie | None:
        """Give the session of this request, None when its cookie is none of ours or has ended."""
        nieuw = g.get("wijk_sessie")
        if isinstance(nieuw, _Sessie):
            return nieuw
        try:
            zegel = request.cookies.get(_koekje(), "")
            inhoud = self._zegels().loads(zegel, max_age=_GELDIG)
            nummer, stempel = str(inhoud["n"]), str(inhoud["w"])
        except (BadSignature, KeyError, TypeError):
            return None
        if nummer in self._uitgelogd:
            return None
        return _Sessie(nummer, bool(stempel) and hmac.compare_digest(stempel, self._stempel()))

    def _zet(self, sessie: _Sessie) -> None:
        """Send the cookie along with the answer to this request."""
        eerste = g.get("wijk_sessie") is None
        g.wijk_sessie = sessie
        if not eerste:
            return

        @after_this_request
        def bij_antwoord(antwoord: Response) -> Response:
            antwoord.set_cookie(
                _koekje(),
                self._zegel(g.wijk_sessie),
                max_age=_GELDIG,
                httponly=True,
                samesite="Strict",
                secure=is_https(request, self.regels),
            )
            return antwoord

    def _zegel(self, sessie: _Sessie) -> str:
        inhoud = {"n": sessie.nummer, "w": self._stempel() if sessie.ingelogd else ""}
        return str(self._zegels().dumps(inhoud))


def _koekje() -> str:
    """Name the cookie after our port: browsers share cookies between all ports of a machine."""
    poort = urlsplit(f"//{request.host}").port
    return f"{_KOEKJE}-{poort}" if poort else _KOEKJE


def _plek(adres: str) -> str:
    """Give host and port of an address, the usual ports left out; "" for what is none."""
    try:
        delen = urlsplit(adres)
        poort = delen.port
    except ValueError:
        return ""
    huis = (delen.hostname or "").rstrip(".")
    return huis if poort in (None, 80, 443) else f"{huis}:{poort}"

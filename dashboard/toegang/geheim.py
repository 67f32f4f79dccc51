"""What is kept secret in the data folder: the key that signs cookies, the hash of the password."""

from __future__ import annotations

import os
import secrets
import unicodedata
from pathlib import Path

from werkzeug.security import check_password_hash, generate_password_hash

from wijken.errors import InvoerError, WijkenError

SLEUTEL, WACHTWOORD = "toegang.sleutel", "toegang.wachtwoord"
KORTST, LANGST = 10, 200
_ALLEEN_EIGENAAR = 0o600
_BYTES = 32


class Geheimen:
    """The two files; made when first needed, readable by their owner only.

    Args:
        data_map: the folder they are in.
    """

    def __init__(self, data_map: Path) -> None:
        """Remember the folder; nothing is read or made yet."""
        self._map = data_map
        self._sleutel: bytes | None = None

    def sleutel(self) -> bytes:
        """Give the key; where nothing can be kept, one that lasts as long as this process."""
        if self._sleutel is None:
            try:
                self._sleutel = self._lees_of_maak()
            except OSError:
                self._sleutel = secrets.token_bytes(_BYTES)
        return self._sleutel

    def hash(self) -> str:
        """Give the hash of the password, "" when there is none."""
        try:
            return (self._map / WACHTWOORD).read_text(encoding="ascii").strip()
        except (OSError, UnicodeDecodeError):
            return ""

    def klopt(self, wachtwoord: str) -> bool:
        """Whether this is the password; takes a moment, and as long when there is none."""
        bekend = self.hash()
        past = len(wachtwoord) <= LANGST
        gewogen = check_password_hash(bekend or _NEP, _vast(wachtwoord) if past else "")
        return gewogen and bool(bekend)

    def bewaar(self, wachtwoord: str) -> Path:
        """Keep the hash of a new password.

        Raises:
            InvoerError: when it is too short or too long.
            WijkenError: when it cannot be written.
        """
        if not KORTST <= len(wachtwoord) <= LANGST:
            message = f"Kies een wachtwoord van {KORTST} tot {LANGST} tekens. Een zin mag ook."
            raise InvoerError(message)
        bestand = self._map / WACHTWOORD
        try:
            self._map.mkdir(parents=True, exist_ok=True)
            _schrijf(bestand, generate_password_hash(_vast(wachtwoord)).encode("ascii"))
        except OSError as fout:
            message = f"Het wachtwoord is niet bewaard: {fout.strerror or fout} ({bestand})."
            raise WijkenError(message) from fout
        return bestand

    def _lees_of_maak(self) -> bytes:
        bestand = self._map / SLEUTEL
        if not bestand.is_file():
            self._map.mkdir(parents=True, exist_ok=True)
            try:
                # Two processes at once: the second finds the first one's key.
                vlaggen = os.O_WRONLY | os.O_CREAT | os.O_EXCL
                nummer = os.open(bestand, vlaggen, _ALLEEN_EIGENAAR)
            except FileExistsError:
                return bestand.read_bytes()
            with os.fdopen(nummer, "wb") as nieuw:
                nieuw.write(secrets.token_bytes(_BYTES))
        return bestand.read_bytes()


def _vast(wachtwoord: str) -> str:
    """Write letters with accents in one way: keyboards differ."""
    return unicodedata.normalize("NFC", wachtwoord)


def _schrijf(bestand: Path, inhoud: bytes) -> None:
    """Write beside the file and put it in its place: never half a hash, never open to others."""
    naast = bestand.with_name(f".{bestand.name}.{secrets.token_hex(4)}")
    nummer = os.open(naast, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _ALLEEN_EIGENAAR)
    with os.fdopen(nummer, "wb") as nieuw:
        nieuw.write(inhoud)
    naast.replace(bestand)


# Compared with when there is no password, so that the time tells nothing.
_NEP = generate_password_hash(secrets.token_hex(8))

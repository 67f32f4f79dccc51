"""Zips that a source offers: their day and address in one small request, and opening them."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from io import BytesIO
from urllib.parse import urlsplit

import requests

from etl.bronnen.adapter import Lijn
from etl.bronnen.sessie import Sessie
from wijken.errors import BronError

# A map of a year is 0,2 GB; much more is not what was asked for.
_GROOTST = 2 << 30


def dag_en_adres(lijn: Lijn, adres: str) -> str:
    """Give `2031-06-03 https://...`: when the file was last changed, and where it is.

    Without a day the first of this month: it is asked anew then.

    Raises:
        NietGevondenError: when there is no such file.
        BronError: when the service does not answer.
    """
    with Sessie(lijn, urlsplit(adres).netloc) as sessie:
        vraag = sessie.prepare_request(requests.Request("HEAD", adres))
        antwoord = sessie.verstuur(vraag, lambda _: None)
    try:
        dag = parsedate_to_datetime(antwoord.headers["Last-Modified"]).date()
    except (KeyError, ValueError):
        dag = deze_maand()
    return f"{dag.isoformat()} {adres}"


def deze_maand() -> date:
    """Give the first day of this month."""
    return datetime.now(tz=UTC).date().replace(day=1)


@contextmanager
def open_zip(inhoud: bytes, naam: str) -> Iterator[zipfile.ZipFile]:
    """Open a zip; `naam` begins every message.

    Raises:
        BronError: when it is no zip, or damaged where it is read.
    """
    try:
        with zipfile.ZipFile(BytesIO(inhoud)) as pak:
            yield pak
    except (zipfile.BadZipFile, zlib.error, EOFError) as fout:
        message = f"{naam} is geen zip die te openen is: {fout}"
        raise BronError(message) from fout


def eis_omvang(delen: Iterable[zipfile.ZipInfo], naam: str) -> None:
    """Refuse parts that are unreasonably large when unpacked.

    Raises:
        BronError: above 2 GB together.
    """
    if sum(deel.file_size for deel in delen) > _GROOTST:
        message = f"{naam} is uitgepakt groter dan {_GROOTST >> 30} GB; dat kan niet kloppen."
        raise BronError(message)

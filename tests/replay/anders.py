"""Services that are no OData: what they are asked, and that they answer or are not there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from tests.replay.antwoorden import Antwoord

# The first part of a path on the replay server; each stands in for a host.
ANDERE_DIENSTEN = ("overpass", "pdok", "pdok_api", "geodata", "cbs_download", "leefbaarometer")
NIET_HIER = Antwoord(404, "text/html; charset=utf-8", b"<html><h1>Not Found</h1></html>")


@dataclass(frozen=True)
class Aanvraag:
    """One request; names of headers in lower case, form fields of a POST decoded."""

    methode: str
    pad: str
    opties: Mapping[str, str]
    kop: Mapping[str, str]
    velden: Mapping[str, str]
    adres: str


class Anders(Protocol):
    """A service; None means that the path is not its own."""

    def beantwoord(self, aanvraag: Aanvraag) -> Antwoord | None:
        """Answer a request."""

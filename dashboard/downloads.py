"""Sheets to take along: PDF, Excel and Word of an area at an address of their own."""

from __future__ import annotations

import hashlib
import re
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from threading import Lock

from flask import Flask, Response, abort, request, send_file

from dashboard.context import Context
from dashboard.factsheet.inhoud import BladInhoud
from dashboard.factsheet.keuzes import Keuzes
from dashboard.factsheet.opstellen import make_inhoud
from dashboard.focus import met_focus
from dashboard.page import Adres
from wijken.errors import InvoerError

# Of the newest figures and choices; a sheet is 50-300 kB, with everything on it 1 MB at most.
_BEWAARD = 48


@dataclass(frozen=True)
class Schrijver:
    """A way to write a sheet: what makes the bytes, and what they are."""

    schrijf: Callable[[BladInhoud], bytes]
    mimetype: str


@dataclass
class Bewaard:
    """The last files that were made; asking for one again makes it the newest."""

    hoeveel: int = _BEWAARD
    _bestanden: OrderedDict[object, bytes] = field(default_factory=OrderedDict)
    _slot: Lock = field(default_factory=Lock)

    def geef(self, sleutel: object, maak: Callable[[], bytes]) -> bytes:
        """Give the file of a key, made now when it is not there.

        Making is not locked: two who ask at once may both make it, none waits for another sheet.
        """
        with self._slot:
            if sleutel in self._bestanden:
                self._bestanden.move_to_end(sleutel)
                return self._bestanden[sleutel]
        inhoud = maak()
        with self._slot:
            self._bestanden[sleutel] = inhoud
            while len(self._bestanden) > self.hoeveel:
                self._bestanden.popitem(last=False)
        return inhoud


def _pdf(blad: BladInhoud) -> bytes:
    from dashboard.factsheet.pdf import schrijf_pdf  # noqa: PLC0415 - Typst is large

    return schrijf_pdf(blad)


def _xlsx(blad: BladInhoud) -> bytes:
    from dashboard.factsheet.xlsx import schrijf_xlsx  # noqa: PLC0415 - only who asks for it

    return schrijf_xlsx(blad)


def _docx(blad: BladInhoud) -> bytes:
    from dashboard.factsheet.docx import schrijf_docx  # noqa: PLC0415 - only who asks for it

    return schrijf_docx(blad)


_OFFICE = "application/vnd.openxmlformats-officedocument"
SCHRIJVERS: Mapping[str, Schrijver] = {
    "pdf": Schrijver(_pdf, "application/pdf"),
    "xlsx": Schrijver(_xlsx, f"{_OFFICE}.spreadsheetml.sheet"),
    "docx": Schrijver(_docx, f"{_OFFICE}.wordprocessingml.document"),
}


def register_downloads(server: Flask, context: Context) -> None:
    """Serve `/factsheet/<slug>.pdf`, `.xlsx` and `.docx`; the query holds the maker's choices."""
    bewaard = Bewaard()

    @server.get("/factsheet/<slug>.<any(pdf, xlsx, docx):soort>")
    def download(slug: str, soort: str) -> Response:
        try:
            inhoud, naam = _maak(context, bewaard, slug, soort)
        except InvoerError:
            abort(404)
        return send_file(
            BytesIO(inhoud),
            SCHRIJVERS[soort].mimetype,
            as_attachment=True,
            download_name=naam,
            etag=hashlib.sha256(inhoud).hexdigest()[:16],
        )


def _maak(context: Context, bewaard: Bewaard, slug: str, soort: str) -> tuple[bytes, str]:
    """Give the file and its name, from one edition of the figures.

    Raises:
        InvoerError: when the slug stands for nothing we have.
    """
    gevraagd = Adres.parse(request.path, request.query_string.decode()).vraag
    keuzes = met_focus(context, Keuzes.uit_vraag(gevraagd))
    with context.reader.momentopname() as nu:

        def schrijf() -> bytes:
            return SCHRIJVERS[soort].schrijf(make_inhoud(context, nu, slug, keuzes))

        # The initiatives on it come from the register: who changes one must see it on the sheet.
        sleutel = (nu.stempel, context.register.versie, slug, soort, keuzes)
        inhoud = bewaard.geef(sleutel, schrijf)
        return inhoud, bestandsnaam(slug, nu.datum, soort)


def bestandsnaam(slug: str, datum: str, soort: str) -> str:
    """Give a name that every system takes: letters a-z, digits and hyphens."""
    kaal = re.sub(r"[^a-z0-9]+", "-", slug.lower()).strip("-")
    return f"factsheet-{kaal}-{datum}.{soort}"

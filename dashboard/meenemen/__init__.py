"""Knows the addresses of what can be taken along from the map; the query is that of the map."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING

from flask import Flask, Response, abort, request, send_file

from dashboard import links
from dashboard.components.kaart.beeld import Beeld, lees_beeld
from dashboard.downloads import Bewaard
from dashboard.focus import focus_codes
from dashboard.meenemen.inhoud import maak_meekaart
from dashboard.page import Adres

if TYPE_CHECKING:
    from dashboard.context import Context

A1 = "a1"


@dataclass(frozen=True)
class Meeneem:
    """A file to take along.

    Attributes:
        pad: its address; `<slug>` stands for the area.
        mimetype: what it is.
        maak: gives its bytes for a view.
        einde: how its name ends.
    """

    pad: str
    mimetype: str
    maak: Callable[[Beeld], bytes]
    einde: str


def _svg(beeld: Beeld) -> bytes:
    from dashboard.meenemen.svg import schrijf_svg  # noqa: PLC0415 - only who asks for it

    return schrijf_svg(maak_meekaart(beeld, samen=True), beeld.context.data_map).encode()


def _png(beeld: Beeld) -> bytes:
    from dashboard.meenemen.png import maak_png  # noqa: PLC0415 - Typst is large
    from dashboard.meenemen.svg import schrijf_svg  # noqa: PLC0415

    return maak_png(schrijf_svg(maak_meekaart(beeld, samen=True)))


def _tafel(formaat: str) -> Callable[[Beeld], bytes]:
    def maak(beeld: Beeld) -> bytes:
        from dashboard.meenemen.tafel import schrijf_tafelkaart  # noqa: PLC0415 - Typst is large

        woorden = beeld.context.teksten["kaart"]["tafel"]
        return schrijf_tafelkaart(maak_meekaart(beeld), woorden, formaat)

    return maak


def _csv(beeld: Beeld) -> bytes:
    from dashboard.meenemen.csv import kaart_csv  # noqa: PLC0415 - only who asks for it

    return kaart_csv(beeld)


def _los(beeld: Beeld) -> bytes:
    from dashboard.meenemen.los import schrijf_los  # noqa: PLC0415 - only who asks for it

    return schrijf_los(beeld).encode()


BESTANDEN: Mapping[str, Meeneem] = {
    "tafelkaart": Meeneem(
        f"{links.KAART}/tafelkaart.pdf", "application/pdf", _tafel("a3"), "-a3.pdf"
    ),
    "tafelkaart_a1": Meeneem(
        f"{links.KAART}/tafelkaart-a1.pdf", "application/pdf", _tafel(A1), "-a1.pdf"
    ),
    "los": Meeneem(f"{links.KAART}/<slug>.html", "text/html; charset=utf-8", _los, ".html"),
    "png": Meeneem(f"{links.KAART}.png", "image/png", _png, ".png"),
    "svg": Meeneem(f"{links.KAART}.svg", "image/svg+xml", _svg, ".svg"),
    "csv": Meeneem(f"{links.KAART}.csv", "text/csv; charset=utf-8", _csv, ".csv"),
}


def register_kaartmee(server: Flask, context: Context) -> None:
    """Serve every file; nonsense in the query gives the nearest view, as on the page."""
    bewaard = Bewaard()

    def antwoord(soort: str, slug: str = "") -> Response:
        meeneem = BESTANDEN[soort]
        if slug and slug not in context.catalogus.werkgebieden:
            abort(404)
        inhoud, naam = _maak(context, bewaard, soort, slug)
        uit = send_file(
            BytesIO(inhoud),
            meeneem.mimetype,
            as_attachment=True,
            download_name=naam,
            etag=hashlib.sha256(inhoud).hexdigest()[:16],
        )
        # A drawing that is opened by itself may show its own letters and nothing else.
        uit.headers["Content-Security-Policy"] = (
            "default-src 'none'; style-src 'unsafe-inline'; font-src data:"
        )
        return uit

    for soort, meeneem in BESTANDEN.items():
        server.add_url_rule(meeneem.pad, f"kaartmee_{soort}", antwoord, defaults={"soort": soort})


def _maak(context: Context, bewaard: Bewaard, soort: str, slug: str) -> tuple[bytes, str]:
    """Give the file and its name, from one edition of the figures."""
    vraag = Adres.parse(request.path, request.query_string.decode("ascii", "replace")).vraag
    if slug:
        vraag = {**vraag, "gebied": slug}
    with context.reader.momentopname() as nu:
        beeld = lees_beeld(context, nu, vraag)
        eigen = tuple(_van_gebruikers(deel) for deel in beeld.beelden)
        sleutel = (soort, nu.stempel, beeld.staat.adres(), date.today(), eigen)  # noqa: DTZ011
        return bewaard.geef(sleutel, lambda: BESTANDEN[soort].maak(beeld)), bestandsnaam(
            beeld, soort
        )


def _van_gebruikers(beeld: Beeld) -> tuple[object, ...]:
    """Mark what of the register is on a map: it changes while address and figures stay."""
    s = beeld.staat
    focus = focus_codes(beeld.context, s.gebied, s.gekozen.focus)
    return focus, beeld.getoond.kenmerk if s.laag else ""


def adres(beeld: Beeld, soort: str) -> str:
    """Give where the file of a view is."""
    pad = BESTANDEN[soort].pad.replace("<slug>", beeld.staat.gebied.slug)
    return f"{pad}?{beeld.staat.adres().partition('?')[2]}"


def bestandsnaam(beeld: Beeld, soort: str) -> str:
    """Give a name that says what is in the file, in characters that every system takes."""
    s = beeld.staat
    delen = ("kaart", s.gebied.slug, str(s.niveau), s.indicator.id.replace("_", "-"), s.jaar)
    return "-".join(deel for deel in delen if deel) + BESTANDEN[soort].einde

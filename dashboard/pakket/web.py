"""Knows the address of the pakket in the browser: made when asked for, two at a time at most."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace
from html import escape
from tempfile import TemporaryFile
from typing import TYPE_CHECKING

from flask import Flask, Response, request, send_file

from dashboard import links
from dashboard.bewerken.bezit import csv_van
from dashboard.components.bezit_beeld import zichtbaar
from dashboard.factsheet.keuzes import Keuzes
from dashboard.pakket import GEEN, Wens, bestandsnaam, maak_opdracht, schrijf_pakket
from wijken.errors import InvoerError

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

    from dashboard.context import Context
    from dashboard.pakket import Opdracht

# A pakket keeps a processor busy for a while; the other threads are for everybody else.
TEGELIJK = 2
WACHT = 30
_NIET_GEVONDEN, _BEZIG = 404, 503


def register_pakket(server: Flask, context: Context) -> None:
    """Serve `/pakket.zip?gebied=..&wijken=..` and whatever a sheet's address may choose."""
    plaatsen = threading.BoundedSemaphore(TEGELIJK)

    @server.get(links.PAKKET)
    def pakket() -> ResponseReturnValue:
        try:
            return _antwoord(context, plaatsen)
        except InvoerError as fout:
            return _zeg(context, str(fout)), _NIET_GEVONDEN


def _antwoord(context: Context, plaatsen: threading.BoundedSemaphore) -> ResponseReturnValue:
    with context.reader.momentopname() as nu:
        wens = Wens(_woorden("gebied"), _woorden("wijken") or (GEEN,))
        opdracht = maak_opdracht(context, nu, wens, Keuzes.uit_vraag(request.args))
        naam = bestandsnaam(nu.datum)
    # Own homes of corporations stay out unless chosen, and only what this visitor may see.
    if request.args.get("eigen") == "ja":
        opdracht = replace(opdracht, bijlagen=tuple(_eigen(context, opdracht)))
    if request.method == "HEAD":  # who only asks whether it is there
        return Response(mimetype="application/zip")
    if not plaatsen.acquire(blocking=False):
        zin = context.teksten.zin("pakket.bezig", aantal=TEGELIJK)
        return _zeg(context, zin), _BEZIG, {"Retry-After": str(WACHT)}
    try:
        return _maak(context, opdracht, naam)
    finally:
        plaatsen.release()


def _eigen(context: Context, opdracht: Opdracht) -> Iterator[tuple[str, bytes]]:
    """Give what may be seen of own homes in the areas of the pakket."""
    for slug in dict.fromkeys(slug for slug, _ in opdracht.bladen if slug):
        gebied = context.catalogus.werkgebied(slug)
        for bezit in zichtbaar(context, gebied):
            pad = f"eigen-opgave/{slug}-{bezit.opgave.id}.csv"
            yield pad, csv_van(context, gebied, bezit)


def _maak(context: Context, opdracht: Opdracht, naam: str) -> Response:
    """Make it in a file without a name, which goes when the answer has gone out."""
    bestand = TemporaryFile(prefix="pakket-")  # noqa: SIM115 - closed when it has been sent
    try:
        with context.reader.momentopname() as nu:
            schrijf_pakket(context, nu, opdracht, bestand)
        bestand.seek(0)
        antwoord = send_file(bestand, "application/zip", as_attachment=True, download_name=naam)
    except BaseException:
        bestand.close()
        raise
    antwoord.headers["Cache-Control"] = "no-store"
    antwoord.call_on_close(bestand.close)
    return antwoord


def _woorden(sleutel: str) -> tuple[str, ...]:
    """Give the words of a key, given once with commas or several times."""
    delen = (deel.strip() for tekst in request.args.getlist(sleutel) for deel in tekst.split(","))
    return tuple(dict.fromkeys(deel for deel in delen if deel))


def _zeg(context: Context, zin: str) -> str:
    teksten = context.teksten
    titel = escape(teksten.zin("pakket.mislukt"))
    terug = escape(teksten.zin("pakket.terug"))
    return (
        f'<!DOCTYPE html><html lang="nl"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<title>{titel}</title><link rel="stylesheet" href="/assets/style.css"></head><body>'
        f'<main><article class="blad"><h1>{titel}</h1><p class="inleiding">{escape(zin)}</p>'
        f'<p><a href="{links.HULP}#pakket">{terug}</a></p></article></main></body></html>'
    )

"""`/initiatieven/invoer`: choose a list, look at what would happen, take it in, undo it."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from typing import TYPE_CHECKING

from flask import Flask, abort, redirect, request, send_file
from werkzeug.exceptions import RequestEntityTooLarge

from dashboard import links
from dashboard.bewerken.document import BOTSING, FOUT, GOED, TE_GROOT, VERBODEN, teken
from dashboard.bewerken.initiatief import wereld
from dashboard.bewerken.invoerbeeld import GEWEIGERD, beeld, lees_keus, schrijf_geweigerd
from dashboard.bewerken.verzoek import nummer
from dashboard.bewerken.voorbeelden import Bewaard, Voorbeelden
from dashboard.bewerken.wie import getypte_naam, onthoud_naam
from dashboard.register.invoer import bekijk
from dashboard.register.opnemen import neem_aan
from dashboard.register.register import BotsingError
from dashboard.register.tabelbestand import BYTES, lees_tabel
from dashboard.toegang import GeenToegangError
from wijken.errors import InvoerError, WijkenError

if TYPE_CHECKING:
    from flask import Response as FlaskResponse
    from werkzeug.wrappers import Response

    from dashboard.context import Context

_ANDERS = 303
# The file itself, and what a browser puts around it.
HOOGSTENS = BYTES + 64 * 1024
# A long list has a choice for each row that is not clear.
_MEESTE_KEUZES = 50_000


def register_invoer(server: Flask, context: Context) -> None:
    """Serve the page, the looked at list, what was refused, and undoing."""
    lijsten: Voorbeelden[Bewaard] = Voorbeelden()

    @server.get(links.INVOER)
    def invoer() -> Response:
        return _teken(context)

    @server.post(links.INVOER)
    def kies() -> Response:
        return _kies(context, lijsten)

    @server.post(links.ONGEDAAN)
    def ongedaan() -> Response:
        return _maak_ongedaan(context)

    _register_lijst(server, context, lijsten)


def _register_lijst(server: Flask, context: Context, lijsten: Voorbeelden[Bewaard]) -> None:
    @server.get(f"{links.INVOER}/lijst/<nummer>")
    def lijst(nummer: str) -> Response:
        gevonden = lijsten.geef(nummer, context.toegang.bewijs())
        if gevonden is None:
            return _teken(context, context.teksten.zin("invoer.verlopen"), FOUT)
        return _teken_lijst(context, nummer, gevonden)

    @server.post(f"{links.INVOER}/lijst/<nummer>")
    def neem_op(nummer: str) -> Response:
        request.max_form_parts = _MEESTE_KEUZES
        gevonden = lijsten.geef(nummer, context.toegang.bewijs())
        if gevonden is None:
            return _teken(context, context.teksten.zin("invoer.verlopen"), FOUT)
        return _neem_op(context, nummer, gevonden)

    @server.get(f"{links.INVOER}/lijst/<nummer>/geweigerd.<any(csv, xlsx):soort>")
    def geweigerd(nummer: str, soort: str) -> FlaskResponse:
        gevonden = lijsten.geef(nummer, context.toegang.bewijs())
        if gevonden is None:
            abort(404)
        inhoud = schrijf_geweigerd(context, gevonden, soort)
        naam = f"{GEWEIGERD}.{soort}"
        return send_file(BytesIO(inhoud), as_attachment=True, download_name=naam, etag=False)


def _kies(context: Context, lijsten: Voorbeelden[Bewaard]) -> Response:
    """Read the file and look at it; nothing is kept but what is shown next."""
    try:
        # Before a byte of the form is read: `request.form` below would take it all in.
        request.max_content_length = HOOGSTENS
        context.toegang.eis(request.form.get("bewijs"))
        gekregen = request.files.get("bestand")
        inhoud = gekregen.read(BYTES + 1) if gekregen else b""
        if gekregen is None or not (inhoud or gekregen.filename):
            return _teken(context, context.teksten.zin("invoer.geen_bestand"), FOUT)
        naam = label(gekregen.filename)
        blad = lees_tabel(inhoud, naam)
        gebied = request.form.get("gebied", "")
        werkgebied = gebied if gebied in context.catalogus.werkgebieden else ""
        gezien = bekijk(blad, context.register.alle(), wereld(context, werkgebied))
    except RequestEntityTooLarge:
        zin = context.teksten.zin("tabelbestand.te_groot", meest=BYTES // 1024**2)
        return _teken(context, zin, TE_GROOT)
    except GeenToegangError as fout:
        return _teken(context, context.teksten.zin(f"toegang.{fout.reden}"), VERBODEN)
    except WijkenError as fout:
        return _teken(context, str(fout), FOUT)
    nummer = lijsten.bewaar(Bewaard(naam, blad, gezien, context.toegang.bewijs()))
    return redirect(links.invoer_lijst(nummer), _ANDERS)


def _neem_op(context: Context, nummer: str, lijst: Bewaard) -> Response:
    """Take in exactly what was shown, as it was decided there."""
    door = getypte_naam()
    try:
        context.toegang.eis(request.form.get("bewijs"))
        keus = lees_keus(lijst.voorbeeld, request.form)
        # One at a time: a second click waits and finds that it was done.
        with lijst.slot:
            if lijst.beurt is None:
                wie = (door, lijst.bestand)
                lijst.beurt = neem_aan(context.register, lijst.voorbeeld, keus, wie).beurt
    except GeenToegangError as fout:
        melding = context.teksten.zin(f"toegang.{fout.reden}")
        return _teken_lijst(context, nummer, lijst, melding, VERBODEN)
    except BotsingError as fout:
        melding = context.teksten.zin("invoer.intussen", naam=fout.huidig.naam)
        return _teken_lijst(context, nummer, lijst, melding, BOTSING)
    except WijkenError as fout:
        return _teken_lijst(context, nummer, lijst, str(fout), FOUT)
    if lijst.beurt is None:
        melding = context.teksten.zin("invoer.niets_gekozen")
        return _teken_lijst(context, nummer, lijst, melding, FOUT)
    return _door(redirect(links.invoer_lijst(nummer), _ANDERS), door)


def _maak_ongedaan(context: Context) -> Response:
    door, nummer_ = getypte_naam(), nummer(request.form.get("beurt", ""))
    try:
        context.toegang.eis(request.form.get("bewijs"))
        if not nummer_:
            abort(400)
        gedaan = context.register.maak_ongedaan(nummer_, door)
    except GeenToegangError as fout:
        return _teken(context, context.teksten.zin(f"toegang.{fout.reden}"), VERBODEN)
    except InvoerError as fout:
        return _teken(context, str(fout), FOUT)
    zin = context.teksten.zin("invoer.ongedaan", aantal=len(gedaan.teruggezet))
    if gedaan.gehouden:
        namen = ", ".join(gedaan.gehouden)
        zin += " " + context.teksten.zin("invoer.ongedaan_gehouden", namen=namen)
    return _door(_teken(context, zin, GOED), door)


def _teken(context: Context, melding: str = "", status: int = GOED) -> Response:
    titel = context.teksten.zin("invoer.titel")
    # Who sent in what is for those who work on it.
    beurten = context.register.beurten() if context.toegang.oordeel().mag else ()
    velden: Mapping[str, object] = {
        "beurten": [b for b in beurten if b.herkomst != "startlijst"][:20],
        "dicht": context.register.reden,
        "gebieden": [(w.slug, w.plaats) for w in context.catalogus.werkgebieden.values()],
        "melding": melding,
        "meest": BYTES // 1024**2,
    }
    return teken(context, "invoer", titel, status, **velden)


def _teken_lijst(
    context: Context, nummer: str, lijst: Bewaard, melding: str = "", status: int = GOED
) -> Response:
    titel = context.teksten.zin("invoer.bekijk", bestand=lijst.bestand)
    getypt = request.form.to_dict(flat=False) if request.method == "POST" else {}
    velden = beeld(context, lijst, getypt)
    return teken(context, "invoer_lijst", titel, status, nummer=nummer, melding=melding, **velden)


def label(naam: str | None) -> str:
    """Give the last part of a file's name, to show: no path, no odd characters, not too long."""
    laatste = (naam or "").replace("\\", "/").rpartition("/")[2]
    zichtbaar = "".join(teken for teken in laatste if teken.isprintable())
    return zichtbaar[-80:].strip() or "lijst"


def _door(antwoord: Response, door: str) -> Response:
    return onthoud_naam(antwoord, door)  # type: ignore[arg-type]

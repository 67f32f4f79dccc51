"""`/woningvoorraad/eigen`: give a list of own homes, look at it, take it in, undo it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from io import BytesIO
from threading import Lock
from typing import TYPE_CHECKING

from flask import Flask, abort, redirect, request, send_file
from werkzeug.exceptions import RequestEntityTooLarge

from dashboard import links
from dashboard.bewerken.document import FOUT, GOED, TE_GROOT, VERBODEN, teken
from dashboard.bewerken.invoer import HOOGSTENS, label
from dashboard.bewerken.verzoek import nummer
from dashboard.bewerken.voorbeelden import Voorbeelden
from dashboard.bewerken.wie import getypte_naam, onthoud_naam
from dashboard.components.bezit_beeld import zichtbaar
from dashboard.register.bezit import Opgave
from dashboard.register.bezit_bewaren import Bezit, geldend, maak_ongedaan, neem_op
from dashboard.register.bezit_lezen import Gebied, Voorbeeldlijst, lees_bezit
from dashboard.register.bezit_postcode import Postcodezoeker
from dashboard.register.bezit_schrijven import schrijf_csv, schrijf_sjabloon
from dashboard.register.gebieden import lees_gebieden
from dashboard.register.locatieserver import maak_locatieserver
from dashboard.register.tabelbestand import BYTES, lees_tabel
from dashboard.toegang import GeenToegangError
from wijken.dagtekening import lees_datum
from wijken.errors import InvoerError, WijkenError
from wijken.regio import Regiocode, Soort

if TYPE_CHECKING:
    from werkzeug.wrappers import Response

    from dashboard.context import Context
    from wijken.bron import Werkgebied

_ANDERS = 303
_GETOOND = 200


@dataclass
class Bekeken:
    """A list that was looked at and not taken in yet.

    Attributes:
        browser: the token of the browser that sent it; no other gets to see it.
        nummer: of the list in the register, 0 while it was not taken in.
    """

    opgave: Opgave
    lijst: Voorbeeldlijst
    browser: str
    moment: float = 0.0
    nummer: int = 0
    slot: Lock = field(default_factory=Lock)


def register_bezit(server: Flask, context: Context) -> None:
    """Serve the page, the looked at list, undoing, the template and the download."""
    lijsten: Voorbeelden[Bekeken] = Voorbeelden()

    @server.get(links.BEZIT)
    def bezit() -> Response:
        return _teken(context)

    @server.post(links.BEZIT)
    def bezit_kies() -> Response:
        return _kies(context, lijsten)

    @server.route(f"{links.BEZIT}/lijst/<nummer>", methods=["GET", "POST"])
    def bezit_lijst(nummer: str) -> Response:
        gevonden = lijsten.geef(nummer, context.toegang.bewijs())
        if gevonden is None:
            return _teken(context, context.teksten.zin("invoer.verlopen"), FOUT)
        if request.method == "POST":
            return _neem_op(context, nummer, gevonden)
        return _teken_lijst(context, nummer, gevonden)

    @server.post(f"{links.BEZIT}/ongedaan")
    def bezit_ongedaan() -> Response:
        return _maak_ongedaan(context)

    _register_bestanden(server, context)


def _register_bestanden(server: Flask, context: Context) -> None:
    @server.get(f"{links.BEZIT}/invulblad/<slug>.<any(csv, xlsx):soort>")
    def bezit_sjabloon(slug: str, soort: str) -> Response:
        gebied = context.catalogus.werkgebieden.get(slug)
        if gebied is None:
            abort(404)
        inhoud = schrijf_sjabloon(context.teksten, _buurten(context, gebied), soort)
        naam = f"eigen-woningen-{slug}.{soort}"
        return send_file(BytesIO(inhoud), as_attachment=True, download_name=naam, etag=False)

    @server.get(f"{links.BEZIT}/<int:nummer>.csv")
    def bezit_csv(nummer: int) -> Response:
        alle = context.catalogus.werkgebieden.values()
        paren = [(w, b) for w in alle for b in zichtbaar(context, w) if b.opgave.id == nummer]
        if not paren:
            abort(404)
        return _csv(context, *paren[0])


def csv_van(context: Context, gebied: Werkgebied, bezit: Bezit) -> bytes:
    """Give what may be seen of a list as a file."""
    namen = _buurten(context, gebied) | _namen(context, gebied, Soort.WIJK)
    return schrijf_csv(context.teksten, bezit, namen)


def _csv(context: Context, gebied: Werkgebied, bezit: Bezit) -> Response:
    inhoud = csv_van(context, gebied, bezit)
    naam = f"eigen-woningen-{gebied.slug}-{bezit.opgave.id}.csv"
    antwoord = send_file(BytesIO(inhoud), "text/csv", as_attachment=True, download_name=naam)
    # Who may see it now may not keep it for who comes next at this computer.
    antwoord.headers["Cache-Control"] = "private, no-store"
    return antwoord


def _namen(context: Context, gebied: Werkgebied, niveau: Soort) -> dict[Regiocode, str]:
    with context.reader.momentopname() as nu:
        return {regio.code: regio.naam for regio in nu.nieuwste_regios(gebied, niveau)}


def _buurten(context: Context, gebied: Werkgebied) -> dict[Regiocode, str]:
    return _namen(context, gebied, Soort.BUURT)


def _kies(context: Context, lijsten: Voorbeelden[Bekeken]) -> Response:
    """Read the file and look at it; nothing is kept but what is shown next."""
    try:
        request.max_content_length = HOOGSTENS
        context.toegang.eis(request.form.get("bewijs"))
        bekeken = _bekijk(context)
    except RequestEntityTooLarge:
        zin = context.teksten.zin("tabelbestand.te_groot", meest=BYTES // 1024**2)
        return _teken(context, zin, TE_GROOT)
    except GeenToegangError as fout:
        return _teken(context, context.teksten.zin(f"toegang.{fout.reden}"), VERBODEN)
    except WijkenError as fout:
        return _teken(context, str(fout), FOUT)
    return redirect(links.bezit_lijst(lijsten.bewaar(bekeken)), _ANDERS)


def _bekijk(context: Context) -> Bekeken:
    """Read what was sent.

    Raises:
        InvoerError: when a field is missing or the file is no table.
    """
    zin = context.teksten.zin
    slug = request.form.get("gebied", "")
    gebied = context.catalogus.werkgebied(slug)
    corporatie = " ".join(request.form.get("corporatie", "").split())[:80] or gebied.naam
    dag = lees_datum(request.form.get("peildatum", ""))
    if dag is None or not "1990" < dag <= datetime.now(UTC).date().isoformat():
        raise InvoerError(zin("bezit.geen_peildatum"))
    gekregen = request.files.get("bestand")
    inhoud = gekregen.read(BYTES + 1) if gekregen else b""
    if gekregen is None or not (inhoud or gekregen.filename):
        raise InvoerError(zin("invoer.geen_bestand"))
    naam = label(gekregen.filename)
    blad = lees_tabel(inhoud, naam)
    with maak_locatieserver() as dienst, context.reader.momentopname() as nu:
        zoek = Postcodezoeker(dienst, lees_gebieden(nu))
        lijst = lees_bezit(blad, Gebied(gebied.plaats, _buurten(context, gebied), zoek))
    openbaar = request.form.get("openbaar", "") == "ja"
    opgave = Opgave(0, slug, corporatie, dag, "", "", naam, openbaar, lijst.regels)
    return Bekeken(opgave, lijst, context.toegang.bewijs())


def _neem_op(context: Context, nummer: str, bekeken: Bekeken) -> Response:
    """Take in exactly what was shown, or nothing."""
    door, zin = getypte_naam(), context.teksten.zin
    try:
        context.toegang.eis(request.form.get("bewijs"))
        if bekeken.lijst.weigeringen:
            raise InvoerError(zin("bezit.eerst_goed"))
        # One at a time: a second click waits and finds that it was done.
        with bekeken.slot:
            if not bekeken.nummer:
                bekeken.nummer = neem_op(context.register, replace(bekeken.opgave, door=door))
    except GeenToegangError as fout:
        melding = zin(f"toegang.{fout.reden}")
        return _teken_lijst(context, nummer, bekeken, melding, VERBODEN)
    except WijkenError as fout:
        return _teken_lijst(context, nummer, bekeken, str(fout), FOUT)
    antwoord = redirect(f"{links.BEZIT}?gedaan=opgenomen", _ANDERS)
    return onthoud_naam(antwoord, door)  # type: ignore[arg-type]


def _maak_ongedaan(context: Context) -> Response:
    door, nummer_ = getypte_naam(), nummer(request.form.get("opgave", ""))
    try:
        context.toegang.eis(request.form.get("bewijs"))
        if not nummer_:
            abort(400)
        maak_ongedaan(context.register, nummer_, door)
    except GeenToegangError as fout:
        return _teken(context, context.teksten.zin(f"toegang.{fout.reden}"), VERBODEN)
    except WijkenError as fout:
        return _teken(context, str(fout), FOUT)
    return onthoud_naam(_teken(context, context.teksten.zin("bezit.ongedaan")), door)  # type: ignore[arg-type]


def _teken(context: Context, melding: str = "", status: int = GOED) -> Response:
    zin = context.teksten.zin
    if not melding and request.args.get("gedaan") == "opgenomen":
        melding = zin("bezit.opgenomen")
    alle = list(context.catalogus.werkgebieden.values())
    mag = context.toegang.oordeel().mag
    return teken(
        context,
        "bezit",
        zin("bezit.titel"),
        status,
        pagina="woningvoorraad",
        dicht=context.register.reden,
        gebieden=[(w.slug, w.plaats) for w in alle],
        gekozen=request.values.get("gebied", ""),
        melding=melding,
        meest=BYTES // 1024**2,
        opgaven=[
            (w.plaats, b.opgave) for w in alle if mag for b in geldend(context.register, w.slug)
        ],
    )


def _teken_lijst(
    context: Context, nummer: str, bekeken: Bekeken, melding: str = "", status: int = GOED
) -> Response:
    lijst = bekeken.lijst
    titel = context.teksten.zin("invoer.bekijk", bestand=bekeken.opgave.bestand)
    return teken(
        context,
        "bezit_lijst",
        titel,
        status,
        pagina="woningvoorraad",
        aantal=lijst.aantal,
        buurten=len({regel.buurt for regel in lijst.regels}),
        fouten=lijst.weigeringen[:_GETOOND],
        meer=max(0, len(lijst.weigeringen) - _GETOOND),
        klaar=bool(bekeken.nummer),
        melding=melding,
        nummer=nummer,
        opgave=bekeken.opgave,
        opmerkingen=lijst.opmerkingen,
        rijen=len(lijst.regels),
    )

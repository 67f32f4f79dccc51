"""`/initiatieven/<id>` and `/initiatieven/nieuw`: read one initiative, change, check, retire it."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from datetime import date
from typing import TYPE_CHECKING

from flask import Flask, abort, redirect, request

from dashboard import links
from dashboard.bewerken.blad import Blad, teken_blad, teken_nieuw
from dashboard.bewerken.document import BOTSING, FOUT, VERBODEN
from dashboard.bewerken.samenvoegen import voeg_samen
from dashboard.bewerken.velden import getypt
from dashboard.bewerken.verzoek import nummer
from dashboard.bewerken.wie import getypte_naam, onthoud_naam
from dashboard.register.bevinding import Bevinding, Ernst
from dashboard.register.gebieden import Gebieden, lees_gebieden
from dashboard.register.initiatieven import Herkomst, Initiatief, Toestand
from dashboard.register.regels import Toets, Wereld, naar_velden, toets
from dashboard.register.register import BotsingError, Gezien
from dashboard.toegang import GeenToegangError
from wijken.errors import InvoerError, WijkenError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from werkzeug.wrappers import Response

    from dashboard.context import Context

_ANDERS = 303
# Not what an initiative is, but how the register keeps it.
_VAN_REGISTER = frozenset({"id", "versie", "gemaakt", "gewijzigd", "door"})


@dataclass(frozen=True)
class _Ingezonden:
    """What was sent: the fields, which questions were answered with yes, by whom."""

    velden: Mapping[str, str]
    akkoord: frozenset[str]
    door: str

    @classmethod
    def van_verzoek(cls) -> _Ingezonden:
        akkoord = frozenset(request.form.getlist("akkoord"))
        return cls(getypt(request.form), akkoord, getypte_naam())


def register_initiatief(server: Flask, context: Context) -> None:
    """Serve the two pages and what they send."""

    @server.get(links.NIEUW)
    def nieuw() -> Response:
        velden = {"werkgebied": request.args.get("gebied", "")}
        return teken_nieuw(context, Blad(velden))

    @server.post(links.NIEUW)
    def voeg_toe() -> Response:
        return _voeg_toe(context, _Ingezonden.van_verzoek())

    @server.get(f"{links.INITIATIEVEN}/<id_>")
    def toon(id_: str) -> Response:
        huidig = _geef(context, id_)
        return teken_blad(context, huidig, Blad(naar_velden(huidig)))

    @server.post(f"{links.INITIATIEVEN}/<id_>")
    def verander(id_: str) -> Response:
        huidig = _geef(context, id_)
        if request.form.get("actie") == "bewaar":
            return _wijzig(context, huidig, _Ingezonden.van_verzoek())
        return _doe(context, huidig, request.form.get("actie", ""))


def _geef(context: Context, id_: str) -> Initiatief:
    """Give a row; to who may not edit only one that is shown, the others are not there.

    The address of one that went up in another leads there.
    """
    try:
        gevonden = context.register.geef(id_)
    except InvoerError:
        abort(404)
    if not gevonden.is_zichtbaar and not context.toegang.oordeel().mag:
        if gevonden.status is not Toestand.SAMENGEVOEGD:
            abort(404)
        abort(redirect(links.initiatief(_geef(context, gevonden.samengevoegd_met).id)))
    return gevonden


def _voeg_toe(context: Context, in_: _Ingezonden) -> Response:
    try:
        context.toegang.eis(request.form.get("bewijs"))
        toets_ = _toets(context, in_, None)
        open_ = _openstaand(context, toets_, in_)
        if open_:
            return teken_nieuw(context, Blad(in_.velden, open_, in_.akkoord, door=in_.door), FOUT)
        nieuw = context.register.voeg_toe(_van_hand(toets_.initiatief), in_.door)
    except WijkenError as fout:
        blad = Blad(in_.velden, akkoord=in_.akkoord, melding=_zin(context, fout), door=in_.door)
        return teken_nieuw(context, blad, _status(fout))
    return _terug(nieuw.id, "toegevoegd", in_.door)


def _wijzig(context: Context, huidig: Initiatief, in_: _Ingezonden) -> Response:
    try:
        context.toegang.eis(request.form.get("bewijs"))
        gezien = Gezien(huidig.id, _versie(), in_.door)
        if gezien.versie != huidig.versie:
            return _botsing(context, huidig, in_)
        toets_ = _toets(context, in_, huidig)
        open_ = _openstaand(context, toets_, in_)
        if open_:
            blad = Blad(in_.velden, open_, in_.akkoord, door=in_.door)
            return teken_blad(context, huidig, blad, FOUT)
        context.register.wijzig(gezien, _inhoud(toets_.initiatief))
    except BotsingError as fout:
        return _botsing(context, fout.huidig, in_)
    except WijkenError as fout:
        blad = Blad(in_.velden, akkoord=in_.akkoord, melding=_zin(context, fout), door=in_.door)
        return teken_blad(context, huidig, blad, _status(fout))
    return _terug(huidig.id, "gewijzigd", in_.door)


def _botsing(context: Context, huidig: Initiatief, in_: _Ingezonden) -> Response:
    """Show both versions; what was typed stays in the form, to be kept over the newer one."""
    hun = naar_velden(huidig)
    gezien = _gezien_velden(context, huidig.id, _versie()) or hun
    samen = voeg_samen(gezien, in_.velden, hun)
    blad = Blad(samen.velden, akkoord=in_.akkoord, verschillen=samen.verschillen, door=in_.door)
    return teken_blad(context, huidig, blad, BOTSING)


def _gezien_velden(context: Context, id_: str, versie: int) -> dict[str, str]:
    """Give the fields as they were in a version, {} when history does not know it."""
    for wijziging in context.register.geschiedenis(id_):
        if wijziging.versie == versie and wijziging.na is not None:
            return naar_velden(wijziging.na)
    return {}


def _doe(context: Context, huidig: Initiatief, actie: str) -> Response:
    """Do what a button of its own says: checked today, retired, brought back."""
    door = getypte_naam()
    gezien = Gezien(huidig.id, _versie(), door)
    try:
        context.toegang.eis(request.form.get("bewijs"))
        if actie == "nagekeken":
            context.register.kijk_na(gezien, _vandaag())
        elif actie == "uit":
            context.register.zet_uit(gezien)
        elif actie == "terug":
            context.register.haal_terug(gezien)
        else:
            abort(400)
    except WijkenError as fout:
        nu = context.register.geef(huidig.id)
        blad = Blad(naar_velden(nu), melding=_zin(context, fout), door=door)
        return teken_blad(context, nu, blad, _status(fout))
    return _terug(huidig.id, actie, door)


def wereld(context: Context, werkgebied: str = "") -> Wereld:
    """Give what the rules lean on: our areas in the newest figures, and today."""
    return Wereld(gebieden(context), _vandaag(), werkgebied)


def gebieden(context: Context) -> Gebieden:
    """Give our wijken and buurten."""
    with context.reader.momentopname() as nu:
        return lees_gebieden(nu)


def _toets(context: Context, in_: _Ingezonden, bestaand: Initiatief | None) -> Toets:
    return toets(in_.velden, wereld(context), bestaand)


def _openstaand(context: Context, toets_: Toets, in_: _Ingezonden) -> tuple[Bevinding, ...]:
    """Give what stops it: faults, questions without a yes, no name; with those, the remarks too."""
    alles = toets_.bevindingen
    if not in_.door:
        melding = context.teksten.zin("formulier.naam_leeg")
        alles = (*alles, Bevinding(Ernst.FOUT, "door", "", melding))
    stopt = any(
        b.ernst is Ernst.FOUT or (b.ernst is Ernst.VRAAG and b.veld not in in_.akkoord)
        for b in alles
    )
    return alles if stopt else ()


def _van_hand(initiatief: Initiatief) -> Initiatief:
    return replace(initiatief, herkomst=Herkomst.HAND)


def _inhoud(initiatief: Initiatief) -> dict[str, object]:
    namen = (veld.name for veld in fields(initiatief))
    return {naam: getattr(initiatief, naam) for naam in namen if naam not in _VAN_REGISTER}


def _versie() -> int:
    return nummer(request.form.get("versie", ""))


def _vandaag() -> date:
    return date.today()  # noqa: DTZ011 - the day where the people are


def _zin(context: Context, fout: WijkenError) -> str:
    if isinstance(fout, GeenToegangError):
        return context.teksten.zin(f"toegang.{fout.reden}")
    if isinstance(fout, BotsingError):
        return context.teksten.zin("initiatief.eerst_kijken", door=fout.huidig.door)
    return str(fout)


def _status(fout: WijkenError) -> int:
    if isinstance(fout, GeenToegangError):
        return VERBODEN
    return BOTSING if isinstance(fout, BotsingError) else FOUT


def _terug(id_: str, gedaan: str, door: str) -> Response:
    """Go and look at the row: a reload sends nothing again."""
    return onthoud_naam(redirect(links.initiatief(id_, gedaan=gedaan), _ANDERS), door)  # type: ignore[arg-type]

"""Draws the page of one initiative: what is known, the form to change it, what happened to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING, Any

from flask import Response, request

from dashboard.bewerken.document import GOED, teken
from dashboard.bewerken.samenvoegen import Verschil
from dashboard.bewerken.velden import NAMEN, label, veldgroepen, waarden
from dashboard.register.bevinding import Bevinding, Ernst
from dashboard.register.gebieden import lees_gebieden

if TYPE_CHECKING:
    from dashboard.context import Context
    from dashboard.register.geschiedenis import Wijziging
    from dashboard.register.initiatieven import Initiatief

_LAATSTE = 20
# What follows from the other fields, in words of the program.
_VAN_ZELF = frozenset({"plaatsing", "zekerheid", "herkomst", "regio", "status"})
_GEDAAN = frozenset({"toegevoegd", "gewijzigd", "nagekeken", "uit", "terug", "samengevoegd"})


@dataclass(frozen=True)
class Blad:
    """What the form shows besides the row itself.

    Attributes:
        velden: text of each field.
        bevindingen: what is wrong or asked, by field.
        akkoord: fields whose question was answered with yes.
        verschillen: where my version and that of another differ.
        melding: a sentence above the form.
        door: the name that was typed.
    """

    velden: Mapping[str, str]
    bevindingen: tuple[Bevinding, ...] = ()
    akkoord: frozenset[str] = frozenset()
    verschillen: tuple[Verschil, ...] = ()
    melding: str = ""
    door: str = ""


@dataclass(frozen=True)
class Stap:
    """One line of the history: what was done, when, by whom, which fields became what."""

    wat: str
    moment: str
    door: str
    velden: tuple[tuple[str, str, str], ...] = field(default=())


def teken_nieuw(context: Context, blad: Blad, status: int = GOED) -> Response:
    """Draw the empty form, or the one with what is not right yet."""
    titel = context.teksten.zin("initiatief.nieuw")
    return teken(context, "nieuw", titel, status, **_formulier(context, blad))


def teken_blad(
    context: Context, initiatief: Initiatief, blad: Blad, status: int = GOED
) -> Response:
    """Draw the page of one initiative."""
    gedaan = request.args.get("gedaan", "")
    return teken(
        context,
        "initiatief",
        initiatief.naam,
        status,
        i=initiatief,
        gebied=_gebied(context, initiatief),
        gedaan=gedaan if gedaan in _GEDAAN else "",
        stappen=_stappen(context, initiatief),
        dicht=context.register.reden,
        **_formulier(context, blad),
    )


def _formulier(context: Context, blad: Blad) -> dict[str, Any]:
    with context.reader.momentopname() as nu:
        groepen = veldgroepen(context, lees_gebieden(nu))
    per_veld = {
        naam: list(groep)
        for naam, groep in groupby(sorted(blad.bevindingen, key=lambda b: b.veld), lambda b: b.veld)
    }
    fout = [naam for naam in (*NAMEN, "door") if _stopt(per_veld.get(naam, []), blad)]
    anders = [b for naam, lijst in per_veld.items() if naam not in (*NAMEN, "door") for b in lijst]
    return {
        "groepen": groepen,
        "waarden": waarden(blad.velden),
        "bevindingen": per_veld,
        "fouten": [(naam, label(context, naam), per_veld[naam][0]) for naam in fout],
        "overig": anders,
        "eerste": fout[0] if fout else "",
        "akkoord": blad.akkoord,
        "verschillen": [(label(context, v.naam), v) for v in blad.verschillen],
        "melding": blad.melding,
        "getypte_naam": blad.door,
    }


def _stopt(lijst: list[Bevinding], blad: Blad) -> bool:
    return any(
        b.ernst is Ernst.FOUT or (b.ernst is Ernst.VRAAG and b.veld not in blad.akkoord)
        for b in lijst
    )


def _gebied(context: Context, initiatief: Initiatief) -> str:
    gebied = context.catalogus.werkgebieden.get(initiatief.werkgebied)
    return gebied.plaats if gebied else context.teksten.zin("initiatief.elders")


def _stappen(context: Context, initiatief: Initiatief) -> list[Stap]:
    """Tell the history to who may edit: it names people, and what was taken out again."""
    if not context.toegang.oordeel().mag:
        return []
    geschiedenis = context.register.geschiedenis(initiatief.id)
    return [_stap(context, wijziging) for wijziging in geschiedenis[:_LAATSTE]]


def _stap(context: Context, wijziging: Wijziging) -> Stap:
    zin = context.teksten["initiatief"]["stappen"]
    # A first entry changes every field from nothing: that is the row, not a list of changes.
    alle = wijziging.velden if wijziging.voor is not None else ()
    velden = [veld for veld in alle if veld[0] not in _VAN_ZELF]
    return Stap(
        zin.get(wijziging.soort, wijziging.soort),
        wijziging.moment,
        wijziging.door,
        tuple((label(context, naam), _tekst(voor), _tekst(na)) for naam, voor, na in velden),
    )


def _tekst(waarde: object) -> str:
    return "" if waarde is None else str(waarde)

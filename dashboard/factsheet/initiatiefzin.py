"""What a sheet says of initiatives: how many, who checked, where they are and how far."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.components.datum import datum
from dashboard.factsheet.inhoud import InitiatiefInhoud
from dashboard.register.initiatieven import Herkomst
from wijken import opmaak
from wijken.regio import Soort

if TYPE_CHECKING:
    from dashboard.context import Context
    from dashboard.factsheet.model import Blad
    from dashboard.register.initiatieven import Initiatief

# One line of a row in a list is at most so long on paper; the register itself allows more.
_LANGST = 300
_DICHTBIJ, _KILOMETER, _HECTOMETER = 0.1, 0.95, 10


def aantal_zin(context: Context, blad: Blad) -> str:
    """Say how many the list has here and how many of them somebody checked."""
    zin, wat = context.teksten.zin, blad.onderwerp
    aantal = len(blad.initiatieven)
    if not aantal:
        return zin("factsheet.initiatieven_geen")
    tekst = zin(
        "factsheet.initiatieven_een" if aantal == 1 else "factsheet.initiatieven_aantal",
        aantal=aantal,
    )
    if wat.regio.soort is Soort.BUURT and blad.boven:
        van_buiten = any(i.regio != blad.boven[-1].code for i in blad.initiatieven)
        sleutel = "initiatieven_rond" if van_buiten else "initiatieven_wijk"
        tekst = f"{zin(f'factsheet.{sleutel}', naam=blad.boven[-1].naam)} {tekst}"
    return f"{tekst} {_nagekeken(context, blad.initiatieven)}"


def _nagekeken(context: Context, alle: tuple[Initiatief, ...]) -> str:
    zin = context.teksten.zin
    gezien = sum(1 for i in alle if i.nagekeken)
    if not gezien:
        alleen_gevonden = all(i.herkomst is Herkomst.STARTLIJST for i in alle)
        if alleen_gevonden:
            return zin("factsheet.initiatieven_zin")
        return zin("factsheet.initiatieven_geen_gezien")
    if gezien == len(alle):
        return zin("factsheet.initiatieven_alle_gezien")
    return zin("factsheet.initiatieven_gezien", aantal=gezien)


def een_initiatief(context: Context, blad: Blad, initiatief: Initiatief) -> InitiatiefInhoud:
    """Put one in words; a text that would fill a page is cut."""
    return InitiatiefInhoud(
        naam=_kort(initiatief.naam),
        organisatie=_kort(initiatief.organisatie),
        omschrijving=_kort(initiatief.omschrijving),
        plaats=_plaats(context, blad, initiatief),
        gevonden=_herkomst(context, initiatief),
        adres=initiatief.website or initiatief.bron_url,
    )


def _kort(tekst: str) -> str:
    return tekst if len(tekst) <= _LANGST else f"{tekst[:_LANGST].rstrip()}…"


def _plaats(context: Context, blad: Blad, initiatief: Initiatief) -> str:
    zin, regio = context.teksten.zin, blad.onderwerp.regio
    plaats = initiatief.wijk_of_dorp or initiatief.plaats
    km = blad.afstanden.get(initiatief.id)
    if km is not None:
        return zin("factsheet.op_afstand", plaats=plaats, afstand=afstand(context, km))
    if regio.soort is Soort.BUURT and not blad.onderwerp.selectie:
        hier = initiatief.buurt == regio.code
        return zin("factsheet.in_deze_buurt" if hier else "factsheet.in_deze_wijk")
    return plaats


def afstand(context: Context, km: float) -> str:
    """Write a distance as people do: in hundreds of metres, from a kilometre in km."""
    if km < _DICHTBIJ:
        return context.teksten.zin("factsheet.afstand_dichtbij")
    if km < _KILOMETER:
        meter = max(1, round(km * _HECTOMETER)) * 100
        return context.teksten.zin("factsheet.afstand_meter", meter=meter)
    return context.teksten.zin("factsheet.afstand_km", km=opmaak.getal(km, 1))


def _herkomst(context: Context, initiatief: Initiatief) -> str:
    zin = context.teksten.zin
    if initiatief.nagekeken:
        dag = datum(context.teksten, initiatief.nagekeken)
        return zin("factsheet.nagekeken_op", datum=dag)
    if initiatief.herkomst is not Herkomst.STARTLIJST:
        return zin("factsheet.opgegeven")
    wanneer = datum(context.teksten, initiatief.bron_datum)
    return zin("factsheet.gevonden", datum=wanneer) if wanneer else zin("factsheet.gevonden_geen")

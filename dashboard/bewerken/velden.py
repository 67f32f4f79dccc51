"""The fields of the form of an initiative: which there are, what may be chosen, what was typed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from werkzeug.datastructures import MultiDict

from dashboard.register.gebieden import ELDERS, Gebieden
from dashboard.register.regels import LENGTES
from dashboard.register.woorden import woorden
from wijken.regio import Soort

if TYPE_CHECKING:
    from dashboard.context import Context

Opties = tuple[tuple[str, str], ...]
_GROEPEN = {
    "wat": ("naam", "omschrijving", "soort", "themas", "voor_wie", "organisatie"),
    "waar": ("werkgebied", "gebied_code", "adres", "postcode", "plaats", "breedte", "lengte"),
    "meer": ("website", "gestart", "bron", "bron_adres", "bron_datum", "toestemming"),
}
NAMEN = tuple(naam for groep in _GROEPEN.values() for naam in groep)
_SOORTEN = {
    "omschrijving": "lang",
    "soort": "keuze",
    "werkgebied": "keuze",
    "themas": "vinkjes",
    "toestemming": "rondjes",
}
_VERPLICHT = frozenset({"naam", "omschrijving", "soort", "themas"})
_GEWOON = 200
_SCHEIDING = ", "


@dataclass(frozen=True)
class Veld:
    """One field.

    Attributes:
        soort: tekst, lang (more lines), keuze (one of a list), vinkjes (some), rondjes (one).
        opties: value and word; of a text the values that are suggested.
    """

    naam: str
    soort: str
    label: str
    uitleg: str
    verplicht: bool
    langst: int
    opties: Opties = ()


@dataclass(frozen=True)
class Veldgroep:
    """Fields under one heading."""

    kop: str
    velden: tuple[Veld, ...]


def veldgroepen(context: Context, gebieden: Gebieden) -> tuple[Veldgroep, ...]:
    """Give the fields of the form, in their order."""
    opties = _opties(context, gebieden)
    return tuple(
        Veldgroep(
            context.teksten.zin(f"initiatief.groepen.{groep}"),
            tuple(_veld(context, naam, opties.get(naam, ())) for naam in namen),
        )
        for groep, namen in _GROEPEN.items()
    )


def label(context: Context, naam: str) -> str:
    """Give what a field is called, also one that has no place in the form."""
    namen = context.teksten["initiatief"]["velden"]
    return str(namen[naam]["label"]) if naam in namen else naam


def getypt(formulier: MultiDict[str, str]) -> dict[str, str]:
    """Give the text of every field as it was sent."""
    return {
        naam: _SCHEIDING.join(formulier.getlist(naam))
        if _SOORTEN.get(naam) == "vinkjes"
        else formulier.get(naam, "").strip()
        for naam in NAMEN
    }


def waarden(velden: Mapping[str, str]) -> dict[str, Any]:
    """Give what each control shows: a text, or which boxes are ticked."""
    return {naam: _waarde(naam, velden.get(naam, "")) for naam in NAMEN}


def _waarde(naam: str, tekst: str) -> Any:  # noqa: ANN401 - a text or a set of them
    if _SOORTEN.get(naam) == "vinkjes":
        return {deel.strip() for deel in tekst.split(",")}
    return {tekst} if _SOORTEN.get(naam) == "rondjes" else tekst


def _veld(context: Context, naam: str, opties: Opties) -> Veld:
    zinnen = context.teksten["initiatief"]["velden"][naam]
    return Veld(
        naam,
        _SOORTEN.get(naam, "tekst"),
        zinnen["label"],
        zinnen.get("uitleg", ""),
        naam in _VERPLICHT,
        LENGTES.get(naam, _GEWOON),
        opties,
    )


def _opties(context: Context, gebieden: Gebieden) -> dict[str, Opties]:
    zin = context.teksten.zin
    kies = ("", zin("formulier.kies"))
    soorten = dict.fromkeys(woorden().soorten.values())
    werkgebieden = [(w.slug, w.plaats) for w in context.catalogus.werkgebieden.values()]
    return {
        "soort": (kies, *((s, zin(f"initiatief.soorten.{s}")) for s in soorten)),
        "themas": tuple((t, t) for t in dict.fromkeys(woorden().themas.values())),
        "werkgebied": (
            ("", zin("initiatief.gebied_van_plek")),
            *werkgebieden,
            (ELDERS, zin("initiatief.elders")),
        ),
        "gebied_code": tuple((g.code.code, _gebied(context, g)) for g in gebieden.alle),
        "toestemming": tuple((w, zin(f"initiatief.toestemming.{w or 'leeg'}")) for w in _JA_NEE),
    }


_JA_NEE = ("ja", "nee", "")


def _gebied(context: Context, gebied: Any) -> str:  # noqa: ANN401 - a Gebiedje
    plaats = context.catalogus.werkgebied(gebied.werkgebied).plaats
    soort = "wijk" if gebied.code.soort is Soort.WIJK else "buurt"
    return f"{gebied.naam} ({soort}, {plaats})"

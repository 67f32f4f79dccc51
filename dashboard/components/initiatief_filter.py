"""Which initiatives the list shows: area, theme, kind, and how they stand; all in the address."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from flask import has_request_context

from dashboard import links
from dashboard.components.keuzes import Keuze, keuzerij
from dashboard.register.initiatieven import Herkomst, Initiatief, Plaatsing, Toestand

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.context import Context

_ELDERS = "elders"
_NAMEN = ("gebied", "thema", "soort", "stand")


@dataclass(frozen=True)
class Filter:
    """What was chosen, "" for all."""

    gebied: str = ""
    thema: str = ""
    soort: str = ""
    stand: str = ""

    def als_vraag(self) -> dict[str, str]:
        """Give what stands in the address."""
        return {naam: getattr(self, naam) for naam in _NAMEN}


def mag_bewerken(context: Context) -> bool:
    """Whether whoever asks for the page may edit."""
    kan = has_request_context() and not context.register.reden
    return kan and context.toegang.oordeel().mag


def kan_inloggen(context: Context) -> bool:
    """Whether a password would help whoever asks for the page."""
    return has_request_context() and context.toegang.oordeel().kan_inloggen


def lees_filter(context: Context, vraag: Mapping[str, str]) -> tuple[Filter, list[str]]:
    """Read the address; nonsense is left out and told."""
    bekend = {
        "gebied": {*context.catalogus.werkgebieden},
        "thema": _themas(context),
        "soort": _soorten(context),
        "stand": {*standen(context)},
    }
    gekozen, meldingen = {}, []
    for naam in _NAMEN:
        gevonden = vraag.get(naam, "")
        if gevonden and gevonden not in bekend[naam]:
            sleutel = f"initiatieven.onbekend_{naam}"
            meldingen.append(context.teksten.zin(sleutel, gevonden=gevonden))
            gevonden = ""
        gekozen[naam] = gevonden
    return Filter(**gekozen), meldingen


def standen(context: Context) -> Mapping[str, Callable[[Initiatief], bool]]:
    """Give the states one can ask for; what nobody else may see only to who may edit."""
    grens = (_vandaag() - timedelta(days=365)).isoformat()
    open_: dict[str, Callable[[Initiatief], bool]] = {
        "oud": lambda i: i.is_zichtbaar and i.nagekeken < grens,
        "wacht": lambda i: i.is_zichtbaar and i.plaatsing in _WACHT,
        _ELDERS: lambda i: i.is_zichtbaar and Plaatsing.ELDERS in (i.plaatsing, i.werkgebied),
    }
    if not mag_bewerken(context):
        return open_
    return {
        **open_,
        "uit": lambda i: i.status is Toestand.UIT,
        "verborgen": lambda i: i.status is Toestand.ACTIEF and not i.is_zichtbaar,
    }


def _is_zichtbaar(initiatief: Initiatief) -> bool:
    return initiatief.is_zichtbaar


_WACHT = (Plaatsing.WACHT, Plaatsing.NIET_GEVONDEN)


def kies(context: Context, filter_: Filter) -> list[Initiatief]:
    """Give the rows to show, in the order of the register; facilities of OSM are no initiatives."""
    past = standen(context).get(filter_.stand, _is_zichtbaar)
    return [
        i
        for i in context.register.alle()
        if i.herkomst is not Herkomst.OSM
        and past(i)
        and filter_.gebied in ("", i.werkgebied)
        and filter_.soort in ("", i.soort)
        and (not filter_.thema or filter_.thema in i.themas)
    ]


def keuzes(context: Context, filter_: Filter) -> list[Component]:
    """Draw the choices, each a row of words."""
    zin = context.teksten["initiatieven"]
    gebieden = [
        (w.slug, w.plaats, f"gebied-{w.slug}") for w in context.catalogus.werkgebieden.values()
    ]
    themas = [(t, t, "") for t in sorted(_themas(context))]
    soorten = [(s, s, "") for s in sorted(_soorten(context))]
    standen_ = [(s, zin["standen"][s], "") for s in standen(context)]
    return [
        _rij(filter_, "gebied", (zin["gebied"], zin["alle_gebieden"]), gebieden),
        _rij(filter_, "thema", (zin["thema"], zin["alle_themas"]), themas),
        _rij(filter_, "soort", (zin["soort"], zin["alle_soorten"]), soorten),
        _rij(filter_, "stand", (zin["stand"], zin["standen"]["alles"]), standen_),
    ]


def _rij(
    filter_: Filter, naam: str, kop: tuple[str, str], opties: list[tuple[str, str, str]]
) -> Component:
    nu = getattr(filter_, naam)
    rij: Component = keuzerij(
        kop[0],
        [
            Keuze(woord, _adres(replace(filter_, **{naam: waarde})), waarde == nu, klasse)
            for waarde, woord, klasse in [("", kop[1], ""), *opties]
        ],
    )
    return rij


def _adres(filter_: Filter) -> str:
    return links.initiatieven(filter_.gebied, filter_.thema, filter_.soort, filter_.stand)


def _themas(context: Context) -> set[str]:
    return {thema for initiatief in context.initiatieven for thema in initiatief.themas}


def _soorten(context: Context) -> set[str]:
    return {initiatief.soort for initiatief in context.initiatieven if initiatief.soort}


def _vandaag() -> date:
    return date.today()  # noqa: DTZ011 - the day where the people are

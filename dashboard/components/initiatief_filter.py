"""Which initiatives a list or map shows: area, theme, kind, how they stand; in the address."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
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
_JAAR = timedelta(days=365)


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
        "thema": themas(context),
        "soort": _soorten(context),
        "stand": {*standen(context)},
    }
    filter_, onbekend = zeef(vraag, bekend)
    return filter_, [
        context.teksten.zin(f"initiatieven.onbekend_{naam}", gevonden=gevonden)
        for naam, gevonden in onbekend
    ]


def zeef(
    vraag: Mapping[str, str], bekend: Mapping[str, set[str]]
) -> tuple[Filter, list[tuple[str, str]]]:
    """Give what of a query is known, per key, and what is not: key and what was found."""
    gevraagd = {naam: vraag[naam] for naam in bekend if vraag.get(naam)}
    goed = {naam: woord for naam, woord in gevraagd.items() if woord in bekend[naam]}
    return Filter(**goed), [paar for paar in gevraagd.items() if paar[0] not in goed]


def nakijkstanden(dag: date) -> Mapping[str, Callable[[Initiatief], bool]]:
    """Give what one can ask of checking: not in the last year, or never; never is both."""
    grens = (dag - _JAAR).isoformat()
    return {
        "oud": lambda i: i.is_zichtbaar and i.nagekeken < grens,
        "nooit": lambda i: i.is_zichtbaar and not i.nagekeken,
    }


def standen(context: Context) -> Mapping[str, Callable[[Initiatief], bool]]:
    """Give the states one can ask for; what nobody else may see only to who may edit."""
    open_: dict[str, Callable[[Initiatief], bool]] = {
        **nakijkstanden(vandaag()),
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
    eigen = (i for i in context.register.alle() if i.herkomst is not Herkomst.OSM)
    return [i for i in eigen if past(i) and past_bij(i, filter_)]


def past_bij(initiatief: Initiatief, filter_: Filter) -> bool:
    """Tell whether an initiative is of the area, theme and kind that were chosen."""
    return (
        filter_.gebied in ("", initiatief.werkgebied)
        and filter_.soort in ("", initiatief.soort)
        and (not filter_.thema or filter_.thema in initiatief.themas)
    )


def keuzes(context: Context, filter_: Filter) -> list[Component]:
    """Draw the choices, each a row of words."""
    zin = context.teksten["initiatieven"]
    gebieden = [
        (w.slug, w.plaats, f"gebied-{w.slug}") for w in context.catalogus.werkgebieden.values()
    ]
    soorten = [(s, s, "") for s in sorted(_soorten(context))]
    return [
        _rij(filter_, "gebied", (zin["gebied"], zin["alle_gebieden"]), (gebieden, _adres)),
        themarij(context, filter_, _adres),
        _rij(filter_, "soort", (zin["soort"], zin["alle_soorten"]), (soorten, _adres)),
        standrij(context, filter_, (list(standen(context)), _adres)),
    ]


Adresgever = Callable[[Filter], str]


def themarij(context: Context, filter_: Filter, adres: Adresgever) -> Component:
    """Draw the themes of the register in a row; `adres` says where each choice leads."""
    zin = context.teksten["initiatieven"]
    woorden = [(t, t, "") for t in sorted(themas(context))]
    return _rij(filter_, "thema", (zin["thema"], zin["alle_themas"]), (woorden, adres))


def standrij(
    context: Context, filter_: Filter, opties: tuple[Sequence[str], Adresgever]
) -> Component:
    """Draw these states in a row, and where each leads."""
    zin = context.teksten["initiatieven"]
    woorden = [(s, zin["standen"][s], "") for s in opties[0]]
    kop = (zin["stand"], zin["standen"]["alles"])
    return _rij(filter_, "stand", kop, (woorden, opties[1]))


def _rij(
    filter_: Filter,
    naam: str,
    kop: tuple[str, str],
    opties: tuple[Sequence[tuple[str, str, str]], Adresgever],
) -> Component:
    nu, (woorden, adres) = getattr(filter_, naam), opties
    rij: Component = keuzerij(
        kop[0],
        [
            Keuze(woord, adres(replace(filter_, **{naam: waarde})), waarde == nu, klasse)
            for waarde, woord, klasse in [("", kop[1], ""), *woorden]
        ],
    )
    return rij


def _adres(filter_: Filter) -> str:
    return links.initiatieven(filter_.gebied, filter_.thema, filter_.soort, filter_.stand)


def themas(context: Context) -> set[str]:
    """Give every theme that an initiative of the register has."""
    return {thema for initiatief in context.initiatieven for thema in initiatief.themas}


def _soorten(context: Context) -> set[str]:
    return {initiatief.soort for initiatief in context.initiatieven if initiatief.soort}


def vandaag() -> date:
    """Give the day from which a year is counted back."""
    return date.today()  # noqa: DTZ011 - the day where the people are

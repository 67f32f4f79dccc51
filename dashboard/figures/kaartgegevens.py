"""Knows what a map document holds besides shapes: every figure of its division, as plain JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dashboard.figures.kaartvorm import Kaartvorm
from dashboard.gegevens import Kaartcijfer
from wijken.indicator import Cijfersoort, Indicator
from wijken.opmaak import DUN, eenheid_tekst
from wijken.regio import Regio
from wijken.waarneming import Status

# Braces that a template engine would read as its own: folium passes everything through one.
_SJABLOON = re.compile(r"\{(?=[{%#])")


@dataclass(frozen=True)
class Kaartinhoud:
    """Everything one map document shows.

    Attributes:
        regios: the areas in the order of the shapes.
        cellen: their figures, of every indicator and year of the division.
        indicatoren: those that can be shown.
        zinnen: words of the document; those of `wijken.waarneming.Status` under their own name.
        achtergrond: where the background comes from and what is said of it; None without one.
    """

    titel: str
    bronregel: str
    regios: Sequence[Regio]
    vorm: Kaartvorm
    cellen: Iterable[Kaartcijfer]
    indicatoren: Sequence[Indicator]
    zinnen: Mapping[str, str]
    achtergrond: Mapping[str, Any] | None = None


def kaartgegevens(inhoud: Kaartinhoud) -> str:
    """Write a map's contents as JSON that can stand in a `<script>` and in a template."""
    vorm = inhoud.vorm
    gegevens = {
        "bronregel": inhoud.bronregel,
        "codes": [str(regio.code) for regio in inhoud.regios],
        "namen": [regio.naam for regio in inhoud.regios],
        "vlakken": {"type": "FeatureCollection", "features": list(vorm.vlakken)},
        "omtrek": vorm.omtrek,
        "wijkgrenzen": vorm.wijkgrenzen,
        "wijken": [[w.code, w.naam, *w.plek] for w in vorm.wijken],
        "plekken": [plek.plek for plek in vorm.plekken],
        "hoeken": vorm.hoeken,
        "indicatoren": {i.id: _indicator(i) for i in inhoud.indicatoren},
        "cijfers": _cijfers(inhoud),
        "zinnen": dict(inhoud.zinnen),
        "achtergrond": inhoud.achtergrond,
    }
    return veilig_json(gegevens)


def veilig_json(gegevens: Any) -> str:  # noqa: ANN401
    """Write JSON that neither ends a script element nor starts a template expression."""
    tekst = json.dumps(gegevens, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return _SJABLOON.sub(r"\\u007b", tekst.replace("<", "\\u003c"))


def _indicator(indicator: Indicator) -> dict[str, Any]:
    eenheid = eenheid_tekst(indicator)
    return {
        "naam": indicator.naam,
        "decimalen": indicator.decimalen,
        "eenheid": f"{DUN}{eenheid}" if eenheid and not indicator.labels else "",
        "labels": {str(k): v for k, v in indicator.labels.items()},
        "model": indicator.soort is Cijfersoort.MODEL,
    }


def _cijfers(inhoud: Kaartinhoud) -> dict[str, dict[str, dict[str, Any]]]:
    """Give per indicator and year the cells in the order of the areas; a word where none is."""
    plaats = {str(regio.code): n for n, regio in enumerate(inhoud.regios)}
    uit: dict[str, dict[str, dict[str, Any]]] = {i.id: {} for i in inhoud.indicatoren}
    for cel in inhoud.cellen:
        if cel.regio not in plaats or cel.indicator not in uit:
            continue
        jaar = uit[cel.indicator].setdefault(str(cel.jaar), _leeg(len(plaats)))
        jaar["cel"][plaats[cel.regio]] = cel.status if cel.waarde is None else kort(cel.waarde)
        if cel.onzeker:
            jaar["onzeker"].append(plaats[cel.regio])
    return {i: {n: _ingedikt(jaar) for n, jaar in jaren.items()} for i, jaren in uit.items()}


def _leeg(aantal: int) -> dict[str, Any]:
    # A region that the division has and the table does not: our copy lacks it.
    return {"cel": [str(Status.NIET_IN_KOPIE)] * aantal, "onzeker": []}


def _ingedikt(jaar: dict[str, Any]) -> dict[str, Any]:
    """Write one word where the whole year has the same."""
    woorden = set(jaar["cel"])
    woord = next(iter(woorden)) if len(woorden) == 1 else None
    return {**jaar, "cel": woord} if isinstance(woord, str) else jaar


def kort(waarde: float) -> float | int:
    """Give a number as short as its meaning allows; ratios have digits nobody shows."""
    rond = round(waarde, 4)
    return int(rond) if rond == int(rond) else rond

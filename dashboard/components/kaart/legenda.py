"""The legend of the map: every class as words, with how many areas are in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dash import html

from dashboard.components.kaart.kijkstaat import Wijze
from dashboard.components.kaart.klassen import DRIE
from dashboard.components.kaart.lezing import Klasseregel, Vlaksoort
from dashboard.components.kaart.lezing_twee import As, assen
from dashboard.components.wild import wild

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.components.kaart.beeld import Beeld

_VOLGORDE = (Vlaksoort.ONZEKER, Vlaksoort.GEWIJZIGD, Vlaksoort.GEEN)


@dataclass(frozen=True)
class Telling:
    """A line of the legend with how many areas of each map are in it."""

    regel: Klasseregel
    aantallen: tuple[int, ...]


def klassetellingen(beelden: Sequence[Beeld]) -> tuple[Telling, ...]:
    """Count the areas in each class, from low to high; the classes are the same on every map."""
    per = [Counter(v.regel.kleur for v in b.lezing.vlakken.values()) for b in beelden]
    regels = next((b.lezing.klassen for b in beelden if b.lezing.klassen), ())
    return tuple(Telling(r, tuple(teller[r.kleur] for teller in per)) for r in regels)


def overige_tellingen(beelden: Sequence[Beeld]) -> tuple[Telling, ...]:
    """Count what has no class: uncertain figures, changed areas, every reason for no figure."""
    alle = [[v for v in b.lezing.vlakken.values() if v.soort in _VOLGORDE] for b in beelden]
    samen = Counter((v.soort, v.regel) for deel in alle for v in deel)
    per = [Counter((v.soort, v.regel) for v in deel) for deel in alle]
    return tuple(
        Telling(regel, tuple(teller[soort, regel] for teller in per))
        for (soort, regel), _ in sorted(
            samen.most_common(), key=lambda paar: _VOLGORDE.index(paar[0][0])
        )
    )


@dataclass(frozen=True)
class Legendaregel:
    """A line of the legend as paper and pictures show it.

    Attributes:
        vlak: name of its fill, see `Klasseregel`.
        tekst: what it stands for.
        telling: how many areas are in it, in words.
    """

    vlak: str
    tekst: str
    telling: str


def legendaregels(*beelden: Beeld) -> list[Legendaregel]:
    """Give classes from low to high, uncertain figures, and every reason for no figure."""
    tellingen = (*klassetellingen(beelden), *overige_tellingen(beelden))
    return [Legendaregel(t.regel.kleur, t.regel.tekst, _tellingen(beelden, t)) for t in tellingen]


def legenda(*beelden: Beeld) -> html.Div:
    """Draw the legend of one map, or of both side by side: one for both."""
    eerste = beelden[0]
    rooster = _rooster(beelden) if eerste.staat.kijk.wijze is Wijze.TWEE else []
    klassen = () if rooster else klassetellingen(beelden)
    regels = [_regel(beelden, telling) for telling in (*klassen, *overige_tellingen(beelden))]
    klasse = "legenda van-twee" if len(beelden) > 1 else "legenda"
    lijst = html.Ul(regels, className=klasse, **wild(aria_label=eerste.zin("legenda")))
    noten = [html.P(noot, className="klein stil") for noot in eerste.lezing.noten]
    return html.Div([*rooster, lijst, *noten])


def _regel(beelden: Sequence[Beeld], telling: Telling) -> html.Li:
    return html.Li(
        [
            html.Span(className=f"vlakje {telling.regel.kleur}"),
            html.Span(telling.regel.tekst, className="klasse"),
            html.Span(_tellingen(beelden, telling), className="telling"),
        ]
    )


def _tellingen(beelden: Sequence[Beeld], telling: Telling) -> str:
    """Say how many: with two maps for each by name."""
    paren = list(zip(beelden, telling.aantallen, strict=True))
    if len(paren) == 1:
        return _telling(*paren[0])
    return " · ".join(f"{beeld.staat.gebied.plaats} {aantal}" for beeld, aantal in paren)


def _telling(beeld: Beeld, aantal: int) -> str:
    if aantal == 1:
        return beeld.zin("telling", aantal=aantal, niveau=beeld.staat.niveau)
    return beeld.zin("tellingen", aantal=aantal, niveaus=beeld.niveaus)


def _rooster(beelden: Sequence[Beeld]) -> list[Component]:
    """Draw nine colours with the words of both themes at their sides, as a real table."""
    een, ander = assen(beelden[0])
    tellingen = klassetellingen(beelden)
    kop = [html.Th(_as_naam(beelden[0], "twee.omhoog", ander), scope="col")]
    kop += [html.Th(woord, scope="col") for woord in _drie(een.woorden)]
    rijen = [
        html.Tr(
            [
                html.Th(woord, scope="row"),
                *(_cel(beelden[0], tellingen[x + DRIE * y]) for x in range(DRIE)),
            ]
        )
        for y, woord in reversed(list(enumerate(_drie(ander.woorden))))
    ]
    rijen.append(html.Tr(kop))
    bij = html.Caption(_as_naam(beelden[0], "twee.opzij", een))
    tabel = html.Table([bij, html.Tbody(rijen)], className="rooster")
    return [html.Div(tabel, className="rooster-vak")]


def _as_naam(beeld: Beeld, zin: str, as_: As) -> str:
    return beeld.zin(zin, naam=as_.indicator.naam, jaar=as_.jaar)


def _drie(woorden: Sequence[str]) -> tuple[str, ...]:
    """Spread the words of two classes over the outer two of three."""
    return tuple(woorden) if len(woorden) == DRIE else (woorden[0], "", woorden[-1])


def _cel(beeld: Beeld, telling: Telling) -> html.Td:
    aantallen = " + ".join(str(n) for n in telling.aantallen)
    uitleg = beeld.zin("twee.cel", tekst=telling.regel.tekst, aantal=aantallen)
    getal = html.Span(aantallen, className="getal", **wild(aria_hidden="true"))
    gehoord = html.Span(uitleg, className="gehoord")
    return html.Td([getal, gehoord], className=telling.regel.kleur, title=telling.regel.tekst)

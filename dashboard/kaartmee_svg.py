"""Writes a map as one drawing for a slide: title, map, legend, source; SVG, and PNG of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING

from dashboard.figures.kaartbeeld import (
    INKT,
    LETTERS,
    PAPIER,
    RAND,
    STIL,
    Kaartpaneel,
    gezamenlijk,
    patronen,
    plaats_tellingen,
    schaallat,
    teken_namen,
    teken_tellingen,
    teken_vlakken,
)
from dashboard.figures.kaartblik import Blik, Vak
from dashboard.figures.kaartnamen import Plek, plaats_nummers
from dashboard.figures.kaartrooster import roosterhoogte, teken_rooster
from dashboard.figures.letterbreedte import KOP, breek
from dashboard.figures.svg import Svg, element
from dashboard.fonts import SANS, SERIF
from dashboard.letters_erin import letters_css

if TYPE_CHECKING:
    from dashboard.kaartmee_inhoud import Kaartdeel, Legendaregel, Meekaart

# As wide and high as a slide; in this size a letter of 16 is readable on a wall.
BREED, HOOG, KANT = 1280.0, 720.0, 44.0
_LEGENDA = 344.0  # width of the column beside the map
_KOPLETTERS = "Source Serif Pro, Wijk Serif, serif"
_ARCERING, _DIK, _NAAM = 9.0, 1.0, 14.0
_KLEIN, _GEWOON, _KOPMATEN = 13.5, 17.0, (38.0, 32.0, 27.0)
_REGEL = 1.3
_TUSSEN, _GEEN = 40.0, 0.1  # between two maps; how wide one is that cannot be drawn
_LETTERS = ((SANS, 400), (SANS, 600), (SERIF, 600))


def schrijf_svg(kaart: Meekaart, data_map: Path | None = None) -> str:
    """Draw a map to take along; self-contained, every text in it escaped.

    Args:
        kaart: what it says.
        data_map: where our letters for the screen are; with it they are written into the
            drawing, without it the drawing leans on the letters of who shows it.
    """
    kop, onder_kop = _kop(kaart)
    voet, boven_voet = _voet(kaart)
    vak = Vak(KANT, onder_kop + 20, BREED - 3 * KANT - _LEGENDA, boven_voet - onder_kop - 40)
    vullingen = [regel.vulling for regel in kaart.legenda]
    vullingen += [vulling for vulling, _ in kaart.rooster.vakken] if kaart.rooster else []
    for deel in kaart.delen:
        vullingen += deel.paneel.vullingen.values() if deel.paneel else []
    return element(
        "svg",
        element("title", f"{kaart.titel}, {kaart.regel}", id="kaart-titel"),
        element("desc", kaart.alt, id="kaart-tekst"),
        *(_letters(data_map) if data_map else ()),
        patronen(vullingen, _ARCERING),
        element("rect", width=BREED, height=HOOG, fill=PAPIER),
        kop,
        *_kaart(kaart, vak),
        _legenda(kaart, BREED - KANT - _LEGENDA, onder_kop + 34),
        voet,
        xmlns="http://www.w3.org/2000/svg",
        role="img",
        aria_labelledby="kaart-titel kaart-tekst",
        viewBox=f"0 0 {BREED:.0f} {HOOG:.0f}",
        width=BREED,
        height=HOOG,
        font_family=LETTERS,
        fill=INKT,
    )


def _kop(kaart: Meekaart) -> tuple[Svg, float]:
    """Write title and line under it; give them and where they end."""
    breed = BREED - 2 * KANT
    gebroken = [(maat, breek(kaart.titel, maat, breed, KOP)) for maat in _KOPMATEN]
    # The largest size in which the title is one line; else two lines of the smallest.
    maat, regels = next((g for g in gebroken if len(g[1]) == 1), gebroken[-1])
    delen = list(_tekst(regels, (KANT, 62.0), maat, font_family=_KOPLETTERS, font_weight="600"))
    hoogte = 62.0 + (len(regels) - 1) * maat * _REGEL
    delen += _tekst([kaart.regel], (KANT, hoogte + 32), 20.0, fill=kaart.kleur, font_weight="600")
    return element("g", *delen), hoogte + 40


def _voet(kaart: Meekaart) -> tuple[Svg, float]:
    """Write source and date; give them and where they begin."""
    regels = breek(f"{kaart.bron} {kaart.gedrukt}", _KLEIN, BREED - 2 * KANT)
    boven = HOOG - 26 - (len(regels) - 1) * _KLEIN * _REGEL
    return element("g", *_tekst(regels, (KANT, boven), _KLEIN, fill=STIL)), boven - _KLEIN


def _kaart(kaart: Meekaart, vak: Vak) -> Iterator[Svg]:
    """Draw the maps with their names, on one scale; say why where there is none."""
    vakken = _vakken(kaart, vak)
    getekend = [
        (deel, eigen, deel.paneel)
        for deel, eigen in zip(kaart.delen, vakken, strict=True)
        if deel.paneel is not None
    ]
    blikken = gezamenlijk([p for _, _, p in getekend], [eigen for _, eigen, _ in getekend])
    for (_, _, paneel), blik in zip(getekend, blikken, strict=True):
        tellingen = plaats_tellingen(paneel, blik, _NAAM)
        yield teken_vlakken(paneel, blik, _DIK)
        yield teken_namen((plek, None) for plek in wijknamen(paneel, blik, _NAAM))
        yield teken_tellingen(tellingen)
    for deel, eigen in zip(kaart.delen, vakken, strict=True):
        yield from _bij_kaart(kaart, deel, eigen)
    if blikken:
        yield schaallat(blikken[0], (vak.x, vak.y + vak.hoog + 8), 110.0, _KLEIN)


def _vakken(kaart: Meekaart, vak: Vak) -> list[Vak]:
    """Divide the room by how wide the areas really are."""
    if len(kaart.delen) == 1:
        return [vak]
    breedtes = [Blik.breedte(d.paneel.grenzen) if d.paneel else _GEEN for d in kaart.delen]
    vrij = vak.breed - _TUSSEN * (len(breedtes) - 1)
    uit, links = [], vak.x
    for breed in breedtes:
        deel = vrij * breed / sum(breedtes)
        uit.append(Vak(links, vak.y + 30, deel, vak.hoog - 30))
        links += deel + _TUSSEN
    return uit


def _bij_kaart(kaart: Meekaart, deel: Kaartdeel, vak: Vak) -> Iterator[Svg]:
    """Write the name above each of two maps, and why one is not there."""
    if len(kaart.delen) > 1:
        verf = {"fill": deel.kleur, "font_weight": "600"}
        yield from _tekst([deel.plaats], (vak.x, vak.y - 8), _GEWOON, **verf)
    if deel.paneel is None:
        regels = breek(deel.geen_kaart, _GEWOON, min(vak.breed, 560.0))
        yield from _tekst(regels, (vak.x, vak.y + 60), _GEWOON)


def wijknamen(paneel: Kaartpaneel, blik: Blik, maat: float) -> list[Plek]:
    """Place the names of the wijken in their middle; one that would cover another is left out."""
    namen = [(blik.punt(w.plek[1], w.plek[0]), w.naam) for w in paneel.vorm.wijken if w.naam]
    punten = [(x, y - (1.7 * maat if paneel.tellingen else 0)) for (x, y), _ in namen]
    plekken = plaats_nummers(punten, [naam for _, naam in namen], maat, [])
    return [plek for plek in plekken if plek.wijst is None]


def _legenda(kaart: Meekaart, x: float, y: float) -> Svg:
    delen = []
    if kaart.rooster:
        delen.append(teken_rooster(kaart.rooster, (x, y - _KLEIN), _LEGENDA, _KLEIN))
        y += roosterhoogte(kaart.rooster, _LEGENDA, _KLEIN) + 24
    for regel in kaart.legenda:
        stuk, y = _legendaregel(regel, x, y)
        delen.append(stuk)
    for noot in kaart.noten:
        regels = breek(noot, _KLEIN, _LEGENDA)
        y += 16
        delen += _tekst(regels, (x, y), _KLEIN, fill=STIL)
        y += (len(regels) - 1) * _KLEIN * _REGEL + 10
    return element("g", *delen)


def _legendaregel(regel: Legendaregel, x: float, y: float) -> tuple[Svg, float]:
    """Draw a box with its words and count under them; give it and where the next one begins."""
    tekst = breek(regel.tekst, _GEWOON, _LEGENDA - 44)
    vak = element(
        "rect",
        x=x,
        y=y - 15,
        width=30.0,
        height=20.0,
        fill=regel.vulling.verf,
        stroke=RAND,
        stroke_width=0.8 if regel.vulling.patroon else 0.4,
    )
    onder = y + len(tekst) * _GEWOON * _REGEL
    telling = _tekst([regel.telling], (x + 44, onder - 3), _KLEIN, fill=STIL)
    woorden = _tekst(tekst, (x + 44, y), _GEWOON)
    return element("g", vak, *woorden, *telling), onder + 24


def _tekst(
    regels: Sequence[str], plek: tuple[float, float], maat: float, **verf: object
) -> Iterator[Svg]:
    """Write lines one below the other, from a left end of the first."""
    x, y = plek
    hoogten = accumulate((maat * _REGEL for _ in regels[1:]), initial=y)
    for regel, hoogte in zip(regels, hoogten, strict=True):
        yield element("text", regel, x=x, y=hoogte, font_size=maat, **verf)


def _letters(data_map: Path) -> tuple[Svg, ...]:
    regels = letters_css(data_map, _LETTERS)
    return (element("style", Svg(regels)),) if regels else ()

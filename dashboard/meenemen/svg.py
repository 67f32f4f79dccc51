"""Writes a map as one drawing for a slide: title, map, legend, source; SVG, and PNG of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import shapely

from dashboard.figures.kaartbeeld import (
    INKT,
    LETTERS,
    PAPIER,
    STIL,
    Kaartpaneel,
    Vulling,
    gezamenlijk,
    patronen,
    plaats_tellingen,
    schaallat,
    teken_namen,
    teken_tellingen,
    teken_vlakken,
)
from dashboard.figures.kaartblik import Blik, Vak
from dashboard.figures.kaartnamen import Bezet, Plek, plaats_naam, plaats_nummers, raakt
from dashboard.figures.kaarttekens import (
    deelpatronen,
    opzij,
    plaats_balken,
    plaats_punten,
    schijven,
    teken_borden,
)
from dashboard.figures.letterbreedte import KOP, breek
from dashboard.figures.svg import Svg, element
from dashboard.fonts import SANS, SERIF
from dashboard.letters_erin import letters_css
from dashboard.meenemen.legenda import GEWOON, KLEIN, REGEL, teken_legenda, tekst

if TYPE_CHECKING:
    from dashboard.meenemen.inhoud import Kaartdeel, Meekaart

# As wide and high as a slide; in this size a letter of 16 is readable on a wall.
BREED, HOOG, KANT = 1280.0, 720.0, 44.0
_LEGENDA = 344.0  # width of the column beside the map
_KOPLETTERS = "Source Serif Pro, Wijk Serif, serif"
_ARCERING, _DIK, _NAAM, _BORD = 9.0, 1.0, 14.0, 11.5
_BUURTNAMEN = (11.5, 10.5, 9.5)
_KOPMATEN = (38.0, 32.0, 27.0)
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
    getekend, noten = _kaart(kaart, vak)
    return element(
        "svg",
        element("title", f"{kaart.titel}, {kaart.regel}", id="kaart-titel"),
        element("desc", kaart.alt, id="kaart-tekst"),
        *(_letters(data_map) if data_map else ()),
        patronen(_vullingen(kaart), _ARCERING),
        deelpatronen(),
        element("rect", width=BREED, height=HOOG, fill=PAPIER),
        kop,
        *getekend,
        teken_legenda(kaart, noten, Vak(BREED - KANT - _LEGENDA, onder_kop, _LEGENDA, vak.hoog)),
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


def _vullingen(kaart: Meekaart) -> list[Vulling]:
    vullingen = [regel.vulling for regel in kaart.legenda]
    vullingen += [vulling for vulling, _ in kaart.rooster.vakken] if kaart.rooster else []
    for deel in kaart.delen:
        vullingen += deel.paneel.vullingen.values() if deel.paneel else []
    return vullingen


def _kop(kaart: Meekaart) -> tuple[Svg, float]:
    """Write title and line under it; give them and where they end."""
    breed = BREED - 2 * KANT
    gebroken = [(maat, breek(kaart.titel, maat, breed, KOP)) for maat in _KOPMATEN]
    # The largest size in which the title is one line; else two lines of the smallest.
    maat, regels = next((g for g in gebroken if len(g[1]) == 1), gebroken[-1])
    delen = list(tekst(regels, (KANT, 62.0), maat, font_family=_KOPLETTERS, font_weight="600"))
    hoogte = 62.0 + (len(regels) - 1) * maat * REGEL
    delen += tekst([kaart.regel], (KANT, hoogte + 32), 20.0, fill=kaart.kleur, font_weight="600")
    return element("g", *delen), hoogte + 40


def _voet(kaart: Meekaart) -> tuple[Svg, float]:
    """Write source and date; give them and where they begin."""
    regels = breek(f"{kaart.bron} {kaart.gedrukt}", KLEIN, BREED - 2 * KANT)
    boven = HOOG - 26 - (len(regels) - 1) * KLEIN * REGEL
    return element("g", *tekst(regels, (KANT, boven), KLEIN, fill=STIL)), boven - KLEIN


def _kaart(kaart: Meekaart, vak: Vak) -> tuple[list[Svg], list[str]]:
    """Draw the maps on one scale, or say why there is none; give what had no place as well."""
    vakken = _vakken(kaart, vak)
    getekend = [
        (deel, eigen, deel.paneel)
        for deel, eigen in zip(kaart.delen, vakken, strict=True)
        if deel.paneel is not None
    ]
    blikken = gezamenlijk([p for _, _, p in getekend], [eigen for _, eigen, _ in getekend])
    delen: list[Svg] = []
    weg: Counter[str] = Counter()
    for (deel, _, paneel), blik in zip(getekend, blikken, strict=True):
        delen.append(teken_vlakken(paneel, blik, _DIK))
        delen += _op_kaart(deel, paneel, blik, weg)
    for deel, eigen in zip(kaart.delen, vakken, strict=True):
        delen += _bij_kaart(kaart, deel, eigen)
    if blikken:
        delen.append(schaallat(blikken[0], (vak.x, vak.y + vak.hoog + 8), 110.0, KLEIN))
    return delen, [kaart.weg[soort].format(aantal=n) for soort, n in sorted(weg.items()) if n]


def _op_kaart(deel: Kaartdeel, paneel: Kaartpaneel, blik: Blik, weg: Counter[str]) -> Iterator[Svg]:
    """Draw what lies on a map; count in `weg` what has no place."""
    punten = plaats_punten(deel.tekens, blik, _BORD)
    tellingen = opzij(plaats_tellingen(paneel, blik, _NAAM), _NAAM, punten)
    vol = schijven(tellingen, _NAAM)
    balken, zonder = plaats_balken(deel.tekens, blik, _BORD, [*vol, *punten])
    weg["woningen"] += zonder
    bezet: list[Bezet] = [*vol, *punten, *balken]
    if deel.met_namen:
        namen = buurtnamen(deel, paneel, blik, bezet)
        weg["namen"] += len(paneel.vorm.vlakken) - len(namen)
        yield teken_namen(namen)
    else:
        yield teken_namen((plek, None) for plek in wijknamen(paneel, blik, _NAAM, bezet))
    yield teken_borden([*balken, *punten], _BORD)
    yield teken_tellingen(tellingen)


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
        yield from tekst([deel.plaats], (vak.x, vak.y - 8), GEWOON, **verf)
    if deel.paneel is None:
        regels = breek(deel.geen_kaart, GEWOON, min(vak.breed, 560.0))
        yield from tekst(regels, (vak.x, vak.y + 60), GEWOON)


def wijknamen(
    paneel: Kaartpaneel, blik: Blik, maat: float, bezet: Sequence[Bezet] = ()
) -> list[Plek]:
    """Place the names of the wijken in their middle; one that would cover another is left out."""
    namen = [(blik.punt(w.plek[1], w.plek[0]), w.naam) for w in paneel.vorm.wijken if w.naam]
    hoger = 1.7 * maat if paneel.tellingen or bezet else 0
    punten = [(x, y - hoger) for (x, y), _ in namen]
    plekken = plaats_nummers(punten, [naam for _, naam in namen], maat, bezet)
    return [plek for plek in plekken if plek.wijst is None and not raakt(plek, bezet)]


def buurtnamen(
    deel: Kaartdeel, paneel: Kaartpaneel, blik: Blik, bezet: Sequence[Bezet]
) -> list[tuple[Plek, Vulling | None]]:
    """Place the names of buurten that fit wholly inside their own, clear of what lies there."""
    dicht = shapely.union_all([shapely.box(*b.vak) for b in bezet])
    uit: list[tuple[Plek, Vulling | None]] = []
    for code, vorm in paneel.vormen(blik).items():
        vrij = shapely.difference(vorm, dicht)
        plek = None if vrij.is_empty else plaats_naam(vrij, deel.namen.get(code, ""), _BUURTNAMEN)
        if plek is not None:
            uit.append((plek, paneel.vulling(code)))
    return uit


def _letters(data_map: Path) -> tuple[Svg, ...]:
    regels = letters_css(data_map, _LETTERS)
    return (element("style", Svg(regels)),) if regels else ()

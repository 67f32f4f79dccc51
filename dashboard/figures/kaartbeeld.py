"""Draws a map for paper and slides: areas in their colours, borders, names, scale bar, north."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import shapely
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from dashboard.figures.kaartblik import Blik, Vak, lijnen, pad
from dashboard.figures.kaartnamen import REGEL, Plek
from dashboard.figures.kaartvorm import Kaartvorm
from dashboard.figures.svg import Svg, element
from wijken.opmaak import DUN, getal
from wijken.regio import Regiocode

PAPIER, INKT, STIL, RAND = "#FBFAF6", "#1E2528", "#566064", "#8A9195"
LETTERS = "Source Sans Pro, Wijk Sans, sans-serif"
# Darker than this (0-1) a text on it is written in the colour of paper.
_DONKER = 0.5
_KM = 1000
SCHIJF = 0.95  # radius of a count, as part of the size of its letters
# Loose parts thinner than this, in units of the drawing, are what cutting and simplifying left.
_SPLINTER = 4.0
_SPLEET = 0.3  # half the width of a slit between neighbours that were simplified apart


@dataclass(frozen=True)
class Vulling:
    """How an area is filled: a colour, or a pattern on paper (`arcering`, `stippels`...).

    Attributes:
        kleur: hexadecimal; with `punten` what the dots stand on.
        patroon: "" for a plain colour, else `arcering`, `gewijzigd`, `stippels` or `punten`.
    """

    kleur: str = PAPIER
    patroon: str = ""

    @property
    def verf(self) -> str:
        """What goes in `fill`."""
        return f"url(#{self.sleutel})" if self.patroon else self.kleur

    @property
    def sleutel(self) -> str:
        """The id of the pattern; dots differ by what they stand on."""
        return f"{self.patroon}-{self.kleur.lstrip('#').lower()}"

    @property
    def inkt(self) -> str:
        """The colour a text on it can be read in."""
        return PAPIER if not self.patroon and _licht(self.kleur) < _DONKER else INKT


@dataclass(frozen=True)
class Kaartpaneel:
    """One area on a drawing.

    Attributes:
        vorm: the shapes.
        vullingen: how each code is filled; a code without one is hatched.
        gekozen: codes with a dark line around them.
        tellingen: a count at the middle of a wijk, by its code.
        focus: codes with a dashed line around them.
        buiten: codes that do not count: drawn lighter.
    """

    vorm: Kaartvorm
    vullingen: Mapping[str, Vulling]
    gekozen: tuple[str, ...] = ()
    tellingen: Mapping[str, int] = field(default_factory=dict)
    focus: tuple[str, ...] = ()
    buiten: frozenset[str] = frozenset()

    @property
    def grenzen(self) -> tuple[float, float, float, float]:
        """West, south, east, north."""
        (zuid, west), (noord, oost) = self.vorm.hoeken
        return float(west), float(zuid), float(oost), float(noord)

    def vormen(self, blik: Blik) -> dict[str, BaseGeometry]:
        """Give the areas in units of the drawing, cut off at the outline, which has no needles."""
        omtrek = _vlak_van(blik.vorm(shape(self.vorm.omtrek)))
        vormen = {
            vlak["id"]: _binnen(blik.vorm(shape(vlak["geometry"])), omtrek)
            for vlak in self.vorm.vlakken
        }
        return _zonder_kieren(vormen, omtrek)

    def vulling(self, code: str) -> Vulling:
        """Give how an area is filled."""
        return self.vullingen.get(code, ARCERING)


ARCERING, STIPPELS = Vulling(PAPIER, "arcering"), Vulling(PAPIER, "stippels")
GEWIJZIGD = Vulling(PAPIER, "gewijzigd")


def gezamenlijk(panelen: Sequence[Kaartpaneel], vakken: Sequence[Vak]) -> list[Blik]:
    """Fit every area in its rectangle, all on the scale of the one that fits least."""
    paren = zip(panelen, vakken, strict=True)
    schaal = min((Blik.passend(p.grenzen, vak).schaal for p, vak in paren), default=1.0)
    return [Blik.passend(p.grenzen, vak, schaal) for p, vak in zip(panelen, vakken, strict=True)]


def teken_vlakken(paneel: Kaartpaneel, blik: Blik, dik: float) -> Svg:
    """Draw the areas, the borders between wijken, the outline, what is chosen, the counts.

    Args:
        paneel: what is drawn.
        blik: where.
        dik: width of the thinnest line, in units of the drawing.
    """
    vormen = paneel.vormen(blik)
    delen = [_vlak(vorm, paneel.vulling(code), 2 * dik) for code, vorm in vormen.items()]
    delen += _lichter([vormen[code] for code in sorted(paneel.buiten) if code in vormen])
    delen += _grenzen(paneel, blik, dik, vormen)
    gekozen = [vormen[code] for code in paneel.gekozen if code in vormen]
    if gekozen:
        delen += _keuze(gekozen, dik)
    delen += _streep([vormen[code] for code in paneel.focus if code in vormen], dik)
    return element("g", *delen)


def plaats_tellingen(paneel: Kaartpaneel, blik: Blik, maat: float) -> list[Plek]:
    """Give where the counts stand: in the middle of every wijk that has one."""
    return [
        Plek(*blik.punt(w.plek[1], w.plek[0]), (str(paneel.tellingen[w.code]),), maat)
        for w in paneel.vorm.wijken
        if w.code in paneel.tellingen
    ]


def teken_tellingen(plekken: Iterable[Plek]) -> Svg:
    """Draw a dark disc with the count in it at each place."""
    return element("g", *(deel for plek in plekken for deel in _telling(plek)))


def _telling(plek: Plek) -> tuple[Svg, Svg]:
    rond = {"fill": INKT, "stroke": PAPIER, "stroke_width": 0.12 * plek.maat}
    woord = {"fill": PAPIER, "font_weight": "600", **_letters(plek.maat)}
    return (
        element("circle", cx=plek.x, cy=plek.y, r=SCHIJF * plek.maat, **rond),
        _woord(plek.regels[0], (plek.x, plek.y + 0.34 * plek.maat), **woord),
    )


def teken_namen(plekken: Iterable[tuple[Plek, Vulling | None]]) -> Svg:
    """Write names where they were given a place; without a filling with a halo around them."""
    return element("g", *(deel for plek, vulling in plekken for deel in _naam(plek, vulling)))


def schaallat(blik: Blik, plek: tuple[float, float], hoogstens: float, maat: float) -> Svg:
    """Draw a bar of a round length with that length above it, and an arrow to the north.

    Args:
        blik: the scale.
        plek: left end of the bar.
        hoogstens: how long it may be.
        maat: size of the letters.
    """
    meter, lang = blik.lat(hoogstens)
    tekst = f"{getal(meter / _KM)}{DUN}km" if meter >= _KM else f"{getal(meter)}{DUN}m"
    (x, y), rand = plek, 0.35 * maat
    lat = f"M{x:.1f} {y - rand:.1f}V{y:.1f}H{x + lang:.1f}V{y - rand:.1f}"
    noord = x + lang + 1.6 * maat
    pijl = f"M{noord:.1f} {y:.1f}V{y - 1.5 * maat:.1f}"
    punt = f"M{noord - rand:.1f} {y - maat:.1f}L{noord:.1f} {y - 1.6 * maat:.1f}"
    lijn: dict[str, Any] = {"fill": "none", "stroke": STIL, "stroke_width": 0.09 * maat}
    return element(
        "g",
        element("path", d=lat, **lijn),
        element("path", d=f"{pijl}{punt}L{noord + rand:.1f} {y - maat:.1f}", **lijn),
        element("text", tekst, x=x + lang / 2, y=y - 0.6 * maat, text_anchor="middle"),
        element("text", "N", x=noord + 0.5 * maat, y=y),
        fill=STIL,
        **_letters(maat),
    )


def patronen(vullingen: Iterable[Vulling], maat: float) -> Svg:
    """Define the patterns that are used, for the head of a drawing.

    Args:
        vullingen: as used by areas and legend; double ones are defined once.
        maat: distance between the lines of the hatch, in units of the drawing.
    """
    nodig = {v.sleutel: v for v in vullingen if v.patroon}
    return element("defs", *(_patroon(v, maat) for _, v in sorted(nodig.items())))


def _patroon(vulling: Vulling, maat: float) -> Svg:
    grond = element("rect", width=maat, height=maat, fill=vulling.kleur)
    if vulling.patroon in ("arcering", "gewijzigd"):
        streep = [element("rect", width=0.2 * maat, height=maat, fill="#A3A9AC")]
        if vulling.patroon == "gewijzigd":  # both ways
            streep.append(element("rect", width=maat, height=0.2 * maat, fill="#A3A9AC"))
        draai: str | None = "rotate(45)"
    else:
        kleur = "#74699B" if vulling.patroon == "stippels" else _puntkleur(vulling.kleur)
        straal = {"stippels": 0.18, "punten": 0.13}[vulling.patroon] * maat
        plekken = (0.25 * maat, 0.75 * maat)
        streep = [element("circle", cx=p, cy=p, r=straal, fill=kleur) for p in plekken]
        draai = None
    vorm = {"width": maat, "height": maat, "patternUnits": "userSpaceOnUse"}
    return element("pattern", grond, *streep, id=vulling.sleutel, patternTransform=draai, **vorm)


def _puntkleur(kleur: str) -> str:
    """Give the colour of dots that show on a colour."""
    return PAPIER if _licht(kleur) < _DONKER else INKT


def _licht(kleur: str) -> float:
    rood, groen, blauw = (int(kleur[n : n + 2], 16) / 255 for n in (1, 3, 5))
    return 0.299 * rood + 0.587 * groen + 0.114 * blauw


def _binnen(vorm: BaseGeometry, omtrek: BaseGeometry) -> BaseGeometry:
    """Give the part inside the outline, without parts too thin to be seen as an area."""
    heel = shapely.make_valid(vorm)
    binnen = shapely.intersection(heel, omtrek)
    dik = [deel for deel in shapely.get_parts(binnen) if not deel.buffer(-_SPLINTER / 2).is_empty]
    return shapely.MultiPolygon(dik) if dik else heel


def _vlak_van(lijn: BaseGeometry) -> BaseGeometry:
    """Give what an outline encloses, without what is a hole in it."""
    ringen = sorted(
        (shapely.Polygon(deel) for deel in shapely.get_parts(lijn)), key=lambda vlak: -vlak.area
    )
    geheel: BaseGeometry = shapely.Polygon()
    for ring in ringen:
        geheel = shapely.symmetric_difference(geheel, ring)
    return geheel


def _zonder_kieren(
    vormen: dict[str, BaseGeometry], omtrek: BaseGeometry
) -> dict[str, BaseGeometry]:
    """Give the narrow inlets that the outline closes to the area that lies round them."""
    over = shapely.difference(omtrek, shapely.union_all(list(vormen.values())))
    uit = dict(vormen)
    for kier in shapely.get_parts(over):
        ruim = kier.buffer(0.5)
        code = max(uit, key=lambda c: shapely.intersection(uit[c], ruim).area)
        if shapely.intersects(uit[code], ruim):
            uit[code] = shapely.union(uit[code], ruim.intersection(omtrek))
    return uit


def _binnenlijnen(vormen: Iterable[BaseGeometry], binnen: BaseGeometry) -> BaseGeometry:
    """Give the borders of areas as far as they lie clear of the outline of all together."""
    randen = shapely.union_all([vorm.boundary for vorm in vormen])
    return shapely.line_merge(shapely.intersection(randen, binnen))


def _vlak(vorm: BaseGeometry, vulling: Vulling, dik: float) -> Svg:
    return pad([vorm], fill=vulling.verf, stroke=PAPIER, stroke_width=dik)


def _grenzen(
    paneel: Kaartpaneel, blik: Blik, dik: float, vormen: Mapping[str, BaseGeometry]
) -> list[Svg]:
    """Draw borders as a thin line in a paper-coloured one: they read on every class."""
    binnen = shapely.union_all(list(vormen.values())).buffer(-2 * dik)
    tussen = _binnenlijnen(vormen.values(), binnen)
    delen = [lijnen(tussen, stroke=RAND, stroke_width=0.6 * dik)]
    if paneel.vorm.wijkgrenzen:
        wijken = _binnenlijnen(_per_wijk(vormen), binnen)
        delen.append(lijnen(wijken, stroke=PAPIER, stroke_width=3.4 * dik))
        delen.append(lijnen(wijken, stroke=STIL, stroke_width=dik))
    omtrek = blik.vorm(shape(paneel.vorm.omtrek))
    return [*delen, lijnen(omtrek, stroke=INKT, stroke_width=1.8 * dik)]


def _per_wijk(vormen: Mapping[str, BaseGeometry]) -> list[BaseGeometry]:
    """Join the buurten of each wijk; slits between neighbours close."""
    delen: dict[str, list[BaseGeometry]] = defaultdict(list)
    for code, vorm in vormen.items():
        delen[str(Regiocode(code).wijk)].append(vorm.buffer(_SPLEET, join_style="mitre"))
    return [shapely.union_all(d).buffer(-_SPLEET, join_style="mitre") for d in delen.values()]


def _keuze(gekozen: Sequence[BaseGeometry], dik: float) -> list[Svg]:
    """Draw one line round what is chosen: neighbours that were chosen together are one."""
    geheel = [shapely.union_all(shapely.make_valid(list(gekozen)))]
    return [
        pad(geheel, fill="none", stroke=PAPIER, stroke_width=6 * dik),
        pad(geheel, fill="none", stroke=INKT, stroke_width=3.2 * dik),
    ]


def _streep(focus: Sequence[BaseGeometry], dik: float) -> list[Svg]:
    """Draw one dashed line round the focus."""
    if not focus:
        return []
    dicht = [deel.buffer(_SPLEET, join_style="mitre") for deel in map(shapely.make_valid, focus)]
    geheel = [shapely.union_all(dicht)]
    streep = {"stroke_dasharray": f"{9 * dik:.1f} {5 * dik:.1f}"}
    return [
        pad(geheel, fill="none", stroke=PAPIER, stroke_width=5 * dik),
        pad(geheel, fill="none", stroke=INKT, stroke_width=2.4 * dik, **streep),
    ]


def _lichter(buiten: Sequence[BaseGeometry]) -> list[Svg]:
    return [pad(buiten, fill=PAPIER, fill_opacity=0.72)] if buiten else []


def _naam(plek: Plek, vulling: Vulling | None) -> list[Svg]:
    verf: dict[str, object] = {"fill": INKT if vulling is None else vulling.inkt}
    if vulling is None:
        verf |= {"stroke": PAPIER, "stroke_width": 0.28 * plek.maat, "paint_order": "stroke"}
    delen: list[Svg] = []
    if plek.wijst is not None:
        x2, y2 = plek.wijst
        delen += [_wijzer(plek, x2, y2)]
    if vulling is not None and vulling.patroon:
        links, boven, rechts, onder = plek.vak
        maten = {"x": links, "y": boven, "width": rechts - links, "height": onder - boven}
        delen.append(element("rect", rx=2.0, fill=PAPIER, **maten))
    hoogte = REGEL * plek.maat
    eerste = plek.y - (len(plek.regels) - 1) * hoogte / 2 + 0.33 * plek.maat
    woorden = [
        _woord(regel, (plek.x, eerste + n * hoogte), **verf) for n, regel in enumerate(plek.regels)
    ]
    return [*delen, element("g", *woorden, **_letters(plek.maat))]


def _wijzer(plek: Plek, x: float, y: float) -> Svg:
    lijn = {"stroke": INKT, "stroke_width": 0.07 * plek.maat}
    return element("line", x1=x, y1=y, x2=plek.x, y2=plek.y, **lijn)


def _woord(tekst: str, plek: tuple[float, float], **verf: object) -> Svg:
    x, y = plek
    return element("text", tekst, x=x, y=y, text_anchor="middle", stroke_linejoin="round", **verf)


def _letters(maat: float) -> dict[str, Any]:
    return {"font_family": LETTERS, "font_size": maat}

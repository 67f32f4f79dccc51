"""Makes the map for the table: A3 or A1 on paper, names of buurten on it, room to write."""

from __future__ import annotations

import ipaddress
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal
from urllib.parse import urlsplit

import segno
import shapely
import typst

from dashboard.factsheet.letters import fonts, schrijfbaar
from dashboard.figures.kaartbeeld import (
    LETTERS,
    RAND,
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
from dashboard.figures.kaartnamen import Bezet, Plek, midden, plaats_naam, plaats_nummers
from dashboard.figures.kaartrooster import roosterhoogte, teken_rooster
from dashboard.figures.kaarttekens import (
    VAKJE,
    deelpatronen,
    legendateken,
    opzij,
    plaats_balken,
    plaats_punten,
    schijven,
    teken_borden,
)
from dashboard.figures.svg import Svg, element
from wijken.errors import WijkenError
from wijken.regio import Regiocode

if TYPE_CHECKING:
    from dashboard.meenemen.inhoud import Meekaart

STANDAARD: Literal["ua-1"] = "ua-1"
FORMATEN = {"a3": 1, "a1": 2}  # times the sides of A3
# On A3, in points. The rest of the sheet is words, lines to write on, and air.
_KAART = {False: Vak(4, 4, 528, 776), True: Vak(4, 4, 856, 520)}
_MATEN = {True: (15.0, 13.0, 11.0, 9.5, 8.5), False: (10.5, 9.5, 8.5, 7.5)}  # wijken; buurten
_ROOSTER = 209.0  # the width of the column beside the map
_RUIM = 2.0  # between a count and a name
_NUMMER, _KLEIN, _DIK, _ARCERING, _BORD = 8.5, 9.0, 0.7, 6.0, 7.0


@dataclass(frozen=True)
class Nummer:
    """A name that stands beside the map: its number, and the wijk it is in ("" for a wijk)."""

    nummer: str
    naam: str
    wijk: str


def schrijf_tafelkaart(kaart: Meekaart, woorden: Mapping[str, Any], formaat: str = "a3") -> bytes:
    """Write the map as PDF: tagged (PDF/UA-1), vector, the same bytes on the same day.

    Args:
        kaart: what it says; one without boundaries says why, and has the room to write.
        woorden: the sentences of paper.
        formaat: `a3` or `a1`.

    Raises:
        WijkenError: when Typst refuses the sheet or warns about it; a mistake of ours.
    """
    gegevens = _gegevens(kaart, woorden) | {"keer": FORMATEN[formaat]}
    sjabloon = Path(str(resources.files("dashboard.factsheet") / "sjabloon" / "tafelkaart.typ"))
    try:
        maker = typst.Compiler(sjabloon, root=sjabloon.parent, font_paths=fonts())
        pdf, waarschuwingen = maker.compile_with_warnings(
            format="pdf",
            sys_inputs={"gegevens": json.dumps(gegevens, ensure_ascii=False)},
            pdf_standards=[STANDAARD],
            timestamp=0,
        )
    except typst.TypstError as fout:
        message = f"Van deze kaart is geen PDF te maken: {fout.message} {' '.join(fout.hints)}"
        raise WijkenError(message.strip()) from fout
    if waarschuwingen or not isinstance(pdf, bytes):
        message = f"De PDF van deze kaart is niet goed: {[str(w.message) for w in waarschuwingen]}"
        raise WijkenError(message)
    return pdf


def bereikbaar(adres: str) -> bool:
    """Tell whether others can come to an address: not to one that means this machine itself."""
    host = urlsplit(adres).hostname or ""
    try:
        ip = ipaddress.ip_address(host)
    except ValueError:
        return bool(host) and host != "localhost" and not host.endswith(".localhost")
    return not (ip.is_loopback or ip.is_unspecified)


def _gegevens(kaart: Meekaart, woorden: Mapping[str, Any]) -> dict[str, Any]:
    tekening, nummers, weg = _kaart(kaart)
    qr = kaart.adres if bereikbaar(kaart.adres) else ""
    uit = {
        "titel": kaart.titel,
        "regel": kaart.regel,
        "kleur": kaart.kleur,
        "liggend": kaart.delen[0].liggend,
        "kaart": tekening,
        "alt": woorden["kaart_alt"].format(uitleg=kaart.alt),
        "geen_kaart": kaart.delen[0].geen_kaart,
        "rooster": _rooster(kaart),
        "legenda": [
            {"vak": _vakje(r.vulling), "tekst": r.tekst, "telling": r.telling}
            for r in kaart.legenda
        ],
        "lagen": [{"vak": _lagenvakje(r.teken), "tekst": r.tekst} for r in kaart.lagen],
        "noten": [*kaart.noten, *weg],
        "nummers": [{"wijk": wijk, "regels": regels} for wijk, regels in _per_wijk(nummers)],
        "bron": f"{kaart.bron} {kaart.gedrukt}",
        "adres": qr,
        "qr": segno.make(qr, error="m").svg_inline(border=0) if qr else "",
        "woorden": dict(woorden),
    }
    return {sleutel: _schrijfbaar(waarde) for sleutel, waarde in uit.items()}


def _schrijfbaar(waarde: Any) -> Any:  # noqa: ANN401
    """Give the content with characters only that have a shape on paper."""
    if isinstance(waarde, Mapping):
        return {naam: _schrijfbaar(deel) for naam, deel in waarde.items()}
    if isinstance(waarde, tuple | list):
        return [_schrijfbaar(deel) for deel in waarde]
    return schrijfbaar(waarde) if isinstance(waarde, str) else waarde


def _kaart(kaart: Meekaart) -> tuple[str, list[Nummer], list[str]]:
    """Draw the map, and give the names that did not fit on it, and what is to be said of that."""
    (deel,) = kaart.delen
    if deel.paneel is None:
        return "", [], []
    vak = _KAART[deel.liggend]
    (blik,) = gezamenlijk([deel.paneel], [vak])
    punten = plaats_punten(deel.tekens, blik, _BORD)
    tellingen = opzij(plaats_tellingen(deel.paneel, blik, _NUMMER), _NUMMER, punten)
    vol = schijven(tellingen, _NUMMER)
    balken, zonder = plaats_balken(deel.tekens, blik, _BORD, [*vol, *punten])
    bezet: list[Bezet] = [*tellingen, *punten, *balken]
    namen, nummers, los = _namen(deel.paneel, deel.namen, blik, bezet)
    delen = [
        patronen(deel.paneel.vullingen.values(), _ARCERING),
        deelpatronen(),
        teken_vlakken(deel.paneel, blik, _DIK),
        teken_namen(namen),
        teken_namen(nummers),
        teken_borden([*balken, *punten], _BORD),
        teken_tellingen(tellingen),
        schaallat(blik, (vak.x + 2, vak.y + vak.hoog + 14), 90.0, _KLEIN),
    ]
    weg = [kaart.weg["woningen"].format(aantal=zonder)] if zonder else []
    return _svg(delen, vak.breed + 8, vak.hoog + 24), los, weg


def _svg(delen: Sequence[Svg], breed: float, hoog: float) -> Svg:
    maten = {"viewBox": f"0 0 {breed:.0f} {hoog:.0f}", "width": breed, "height": hoog}
    return element("svg", *delen, xmlns="http://www.w3.org/2000/svg", **maten)


def _namen(
    paneel: Kaartpaneel, namen: Mapping[str, str], blik: Blik, bezet: Sequence[Bezet]
) -> tuple[list[tuple[Plek, Vulling]], list[tuple[Plek, Vulling]], list[Nummer]]:
    """Place every name on the map, or a number where it does not fit; numbers run by wijk."""
    schijven = shapely.union_all([shapely.box(*plek.vak).buffer(_RUIM) for plek in bezet])
    vormen = {
        code: shapely.difference(vorm, schijven)
        for code, vorm in paneel.vormen(blik).items()
        if code in namen
    }
    maten = _MATEN[paneel.vorm.wijkgrenzen is None]
    gevonden = {code: plaats_naam(vorm, namen[code], maten) for code, vorm in vormen.items()}
    staat = {code: plek for code, plek in gevonden.items() if plek is not None}
    los = sorted(vormen.keys() - staat.keys(), key=lambda code: (code[:8], namen[code]))
    wijken = {w.code: w.naam for w in paneel.vorm.wijken}
    nummers = [
        Nummer(str(n), namen[code], _wijk(code, wijken)) for n, code in enumerate(los, start=1)
    ]
    punten = [midden(vormen[code]) for code in los]
    bezet = [*bezet, *staat.values()]
    plekken = plaats_nummers(punten, [n.nummer for n in nummers], _NUMMER, bezet)
    return (
        [(plek, paneel.vulling(code)) for code, plek in staat.items()],
        [
            (plek, _onder(plek, paneel.vulling(code)))
            for code, plek in zip(los, plekken, strict=True)
        ],
        nummers,
    )


def _onder(plek: Plek, vulling: Vulling) -> Vulling:
    """Give what a number stands on: beside its own area it needs paper of its own."""
    return vulling if plek.wijst is None else Vulling(patroon="stippels")


def _wijk(code: str, wijken: Mapping[str, str]) -> str:
    wijk = Regiocode(code).wijk
    return "" if wijk is None or str(wijk) == code else wijken.get(str(wijk), "")


def _per_wijk(nummers: Sequence[Nummer]) -> Iterator[tuple[str, list[list[str]]]]:
    """Give the lines under the name of their wijk; without names where every line says its own."""
    dubbel = all(n.naam.startswith(n.wijk) for n in nummers)
    for wijk in dict.fromkeys(n.wijk for n in nummers):
        yield "" if dubbel else wijk, [[n.nummer, n.naam] for n in nummers if n.wijk == wijk]


def _rooster(kaart: Meekaart) -> dict[str, str]:
    """Draw the legend of two themes, with its words as its alternative."""
    if kaart.rooster is None:
        return {}
    hoog = roosterhoogte(kaart.rooster, _ROOSTER, _KLEIN)
    delen = [
        patronen([vulling for vulling, _ in kaart.rooster.vakken], _ARCERING),
        teken_rooster(kaart.rooster, (0, 0), _ROOSTER, _KLEIN),
    ]
    letters = {"font_family": LETTERS, "font_size": _KLEIN}
    return {
        "svg": _svg([element("g", *delen, **letters)], _ROOSTER, hoog),
        "alt": kaart.rooster.alt,
    }


def _vakje(vulling: Vulling) -> Svg:
    """Draw the box of a line of the legend."""
    rand = {"stroke": RAND, "stroke_width": 0.5}
    vak = element("rect", x=0.5, y=0.5, width=23.0, height=15.0, fill=vulling.verf, **rand)
    return _svg([patronen([vulling], _ARCERING), vak], 24, 16)


def _lagenvakje(teken: str) -> str:
    """Draw the sign of a line about a layer; "" for a line without."""
    if not teken:
        return ""
    return _svg([deelpatronen(), legendateken(teken, (0.5, 0.5))], VAKJE[0] + 1, VAKJE[1] + 1)

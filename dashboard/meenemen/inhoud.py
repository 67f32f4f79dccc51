"""Knows what a map to take along says: title, legend, sources and the shapes, all finished."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from dashboard.components.datum import datum, eerste_namen
from dashboard.components.kaart.ernaast import ernaast
from dashboard.components.kaart.kijkstaat import Wijze
from dashboard.components.kaart.klassen import DRIE
from dashboard.components.kaart.koptekst import bijtekst, koptekst
from dashboard.components.kaart.lagenstaat import Laag
from dashboard.components.kaart.legenda import klassetellingen, legendaregels
from dashboard.components.kaart.lezing_twee import As, assen, tweede_cijfers, waarschuwing
from dashboard.components.kaart.selectie import kort_cijfer
from dashboard.figures.kaartbeeld import INKT, Kaartpaneel, Vulling
from dashboard.figures.kaartkleuren import vulling
from dashboard.figures.kaartrooster import Rooster
from dashboard.figures.kaarttekens import Tekens
from dashboard.figures.kaartvorm import Kaartvorm, maak_kaartvorm
from dashboard.kaart.keuze import gekozen_regios, som_van_keuze
from dashboard.meenemen.lagen import (
    Laagregel,
    focus_van_kaart,
    laagbronnen,
    laagnoten,
    laagregels,
    tekens_van,
    tellingen_van,
)
from wijken.indicator import Cijfersoort
from wijken.regio import Regio, Soort

if TYPE_CHECKING:
    from dashboard.components.kaart.beeld import Beeld


@dataclass(frozen=True)
class Legendaregel:
    """A line of the legend: its box, what it stands for, how many areas."""

    vulling: Vulling
    tekst: str
    telling: str


@dataclass(frozen=True)
class Kaartdeel:
    """One area of a map to take along.

    Attributes:
        liggend: whether it is clearly wider than high.
        paneel: the shapes in their colours; None when there are no boundaries to draw.
        geen_kaart: why there is no map; "" when there is one.
        namen: of the areas, by code, in the order of the shapes.
        tekens: what lies on it.
        met_namen: whether the names of buurten were asked for.
    """

    plaats: str
    kleur: str
    liggend: bool
    paneel: Kaartpaneel | None
    geen_kaart: str
    namen: dict[str, str]
    tekens: Tekens = field(default_factory=Tekens)
    met_namen: bool = False


@dataclass(frozen=True)
class Meekaart:
    """A map to take along, in finished words.

    Attributes:
        titel: what is shown.
        regel: where, per what, of when.
        delen: the area, or both side by side.
        rooster: the legend of two themes; None for one.
        lagen: the legend of what lies on the map.
        noten: what one must know to read the figures.
        weg: sentences with `aantal`, for what has no place on a drawing: `namen`, `woningen`.
        bron: source, table, year, date fetched, boundaries.
        gedrukt: the day the file was made.
        adres: where others find the same view, for the QR code; "" for nowhere.
    """

    titel: str
    regel: str
    delen: tuple[Kaartdeel, ...]
    rooster: Rooster | None
    legenda: tuple[Legendaregel, ...]
    lagen: tuple[Laagregel, ...]
    noten: tuple[str, ...]
    weg: Mapping[str, str]
    bron: str
    gedrukt: str
    adres: str

    @property
    def kleur(self) -> str:
        """The colour of the area; ink for two."""
        return self.delen[0].kleur if len(self.delen) == 1 else INKT

    @property
    def alt(self) -> str:
        """The map in words, for who cannot see it."""
        delen = (f"{regel.tekst}: {regel.telling}" for regel in self.legenda)
        return f"{self.titel}, {self.regel}. {'; '.join(delen)}."


def maak_meekaart(beeld: Beeld, *, samen: bool = False, dag: date | None = None) -> Meekaart:
    """Put a view of the map in words and shapes, as the page shows it.

    Args:
        beeld: the view.
        samen: with the other area beside it, where the page has that too.
        dag: the day of making; today unless given.
    """
    beelden = beeld.beelden if samen else (beeld,)
    plaats = beeld.zin("en").join(deel.staat.gebied.plaats for deel in beelden)
    wanneer = datum(beeld.context.teksten, (dag or _vandaag()).isoformat())
    return Meekaart(
        titel=koptekst(beeld),
        regel=bijtekst(beeld, plaats),
        delen=tuple(_deel(deel) for deel in beelden),
        rooster=_rooster(beelden),
        legenda=tuple(_legenda(beelden)),
        lagen=tuple(laagregels(beelden)),
        noten=(*_noten(beeld), *dict.fromkeys(laagnoten(beelden))),
        weg={soort: _wegzin(beeld, soort) for soort in ("namen", "woningen")},
        bron=_bron(beelden),
        gedrukt=beeld.zin("mee.gedrukt", datum=wanneer),
        adres=f"{beeld.context.adres}{beeld.staat.adres()}" if beeld.context.adres else "",
    )


def _wegzin(beeld: Beeld, soort: str) -> str:
    zin: str = beeld.context.teksten["kaart"]["mee"][f"{soort}_weg"]
    return zin.replace("{niveaus}", beeld.niveaus)


def _deel(beeld: Beeld) -> Kaartdeel:
    s = beeld.staat
    vlakken = beeld.nu.geometrieen(s.gebied, s.niveau, s.indeling)
    paneel = _paneel(beeld, vlakken) if vlakken else None
    return Kaartdeel(
        plaats=s.gebied.plaats,
        kleur=s.gebied.kleur,
        liggend=beeld.vorm == "breed",
        paneel=paneel,
        geen_kaart="" if vlakken else _geen_kaart(beeld),
        namen={str(regio.code): regio.naam for regio in beeld.regios},
        tekens=tekens_van(beeld, paneel.vorm) if paneel else Tekens(),
        met_namen=s.lagen.heeft(Laag.NAMEN) and s.niveau is Soort.BUURT,
    )


def _vandaag() -> date:
    # The day where the reader is; a day off around midnight is not worth a time zone.
    return date.today()  # noqa: DTZ011


def _geen_kaart(beeld: Beeld) -> str:
    return beeld.zin("geen_grenzen", niveaus=beeld.niveaus, indeling=beeld.staat.indeling)


def _paneel(beeld: Beeld, vlakken: tuple[tuple[Regio, bytes], ...]) -> Kaartpaneel:
    s = beeld.staat
    wijken = beeld.nu.regios(s.gebied, Soort.WIJK, s.indeling)
    vorm = _vorm(vlakken, tuple((str(r.code), r.naam) for r in wijken))
    focus, buiten = focus_van_kaart(beeld)
    return Kaartpaneel(
        vorm,
        {str(regio.code): vulling_van(beeld, regio) for regio in beeld.regios},
        tuple(str(code) for code in s.gekozen.codes),
        tellingen_van(beeld),
        focus,
        buiten,
    )


@lru_cache(maxsize=16)
def _vorm(
    vlakken: tuple[tuple[Regio, bytes], ...], namen: tuple[tuple[str, str], ...]
) -> Kaartvorm:
    return maak_kaartvorm(vlakken, dict(namen))


def vulling_van(beeld: Beeld, regio: Regio) -> Vulling:
    """Give how an area is filled, in the way of looking that is asked for."""
    return vulling(beeld.lezing.vlakken[regio.code].regel.kleur)


def _rooster(beelden: Sequence[Beeld]) -> Rooster | None:
    """Give the nine colours of two themes with the words at their sides."""
    eerste = beelden[0]
    if eerste.staat.kijk.wijze is not Wijze.TWEE:
        return None
    opzij, omhoog = assen(eerste)
    return Rooster(
        _as(eerste, "twee.opzij", opzij),
        _as(eerste, "twee.omhoog", omhoog),
        tuple(
            (vulling(t.regel.kleur), " + ".join(map(str, t.aantallen)))
            for t in klassetellingen(beelden)
        ),
    )


def _as(beeld: Beeld, zin: str, as_: As) -> tuple[str, tuple[str, ...]]:
    woorden = as_.woorden if len(as_.woorden) == DRIE else (as_.woorden[0], "", as_.woorden[-1])
    return beeld.zin(zin, naam=as_.indicator.naam, jaar=as_.jaar), tuple(woorden)


def _legenda(beelden: Sequence[Beeld]) -> Iterator[Legendaregel]:
    for regel in legendaregels(*beelden):
        if not regel.vlak.startswith("twee-"):  # those are in the grid
            yield Legendaregel(vulling(regel.vlak), regel.tekst, regel.telling)


def _noten(beeld: Beeld) -> Iterator[str]:
    s = beeld.staat
    if not s.heeft_cijfers:
        yield beeld.zin("geen_cijfers", indicator=s.indicator.naam, niveau=s.niveau)
        return
    # What the legend says of an estimate is told in full below.
    yield from (noot for noot in beeld.lezing.noten if noot != beeld.zin("legenda_model"))
    if s.indicator.soort is Cijfersoort.MODEL:
        yield beeld.zin("model_zin", delen=", ".join(s.indicator.model_uit))
    kring = waarschuwing(beeld)
    if kring:
        yield kring
    yield from _gekozen(beeld)


def _gekozen(beeld: Beeld) -> Iterator[str]:
    """Say what has the thick line around it, and its figure or why there is none."""
    s, regios = beeld.staat, gekozen_regios(beeld)
    if s.selectie and s.selectie in beeld.lezing.vlakken:
        regio, vlak = beeld.nu.regio(s.selectie, s.indeling), beeld.lezing.vlakken[s.selectie]
        yield beeld.zin("mee.gekozen", naam=regio.naam if regio else "", cijfer=vlak.cijfer)
    elif regios and regios[0].soort is s.niveau:
        namen = eerste_namen([regio.naam for regio in regios])
        wat = f"{s.indicator.kort}, {s.jaar}"
        samen = kort_cijfer(beeld, som_van_keuze(beeld))
        yield beeld.zin("mee.gekozen_samen", namen=namen, wat=wat, cijfer=samen)


def _bron(beelden: Sequence[Beeld]) -> str:
    """Name source, table and year of all figures, when they were fetched, and the boundaries."""
    eerste = beelden[0]
    regels = dict.fromkeys(regel for beeld in beelden for regel in _bronregels(beeld))
    grenzen = dict.fromkeys(_grenzen(beeld) for beeld in beelden)
    wanneer = datum(eerste.context.teksten, eerste.nu.datum)
    vers = eerste.context.teksten.zin("frame.vers", datum=wanneer)
    lagen = dict.fromkeys(laagbronnen(beelden))
    return " ".join([*dict.fromkeys([*regels, *lagen]), vers, *grenzen])


def _grenzen(beeld: Beeld) -> str:
    s = beeld.staat
    return f"{beeld.zin('grens_bron', kaart=beeld.nu.kaartjaar(s.gebied, s.indeling))}."


def _bronregels(beeld: Beeld) -> Iterator[str]:
    """Give a line for each table: of the theme, and of what it is held against."""
    kijk, alle = beeld.staat.kijk, [beeld.cijfers]
    if kijk.tweede is not None:
        alle.append(tweede_cijfers(beeld).cijfers)
    if kijk.vorig is not None:
        alle.append(ernaast(beeld, beeld.staat.indicator, kijk.vorig).cijfers)
    for cijfers in alle:
        for w in islice(cijfers.values(), 1):
            bron = beeld.context.catalogus.bronnen.get(w.herkomst.bron)
            naam = bron.bronregel if bron else w.herkomst.bron
            velden = {"bron": naam, "tabel": w.herkomst.tabel, "jaar": w.periode}
            yield f"{beeld.context.teksten.zin('frame.bronregel', **velden)}."

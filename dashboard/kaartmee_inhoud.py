"""Knows what a map to take along says: title, legend, sources and the shapes, all finished."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from dashboard.components.datum import datum
from dashboard.components.kaart_koptekst import bijtekst, koptekst
from dashboard.components.kaart_legenda import legendaregels
from dashboard.figures.kaartbeeld import Kaartpaneel, Vulling
from dashboard.figures.kaartkleuren import vulling
from dashboard.figures.kaartvorm import Kaartvorm, maak_kaartvorm
from wijken.indicator import Cijfersoort
from wijken.regio import Regio, Soort

if TYPE_CHECKING:
    from dashboard.components.kaart_beeld import Beeld


@dataclass(frozen=True)
class Legendaregel:
    """A line of the legend: its box, what it stands for, how many areas."""

    vulling: Vulling
    tekst: str
    telling: str


@dataclass(frozen=True)
class Meekaart:
    """A map to take along, in finished words.

    Attributes:
        titel: what is shown.
        regel: where, per what, of when.
        liggend: whether the area is clearly wider than high.
        meldingen: what in the address was not usable.
        paneel: the areas; None when there are no boundaries to draw.
        geen_kaart: why there is no map; "" when there is one.
        namen: of the areas, by code, in the order of the shapes.
        noten: what one must know to read the figures.
        bron: source, table, year, date fetched, boundaries.
        gedrukt: the day the file was made.
        adres: where others find the same view, for the QR code; "" for nowhere.
    """

    titel: str
    regel: str
    kleur: str
    liggend: bool
    meldingen: tuple[str, ...]
    paneel: Kaartpaneel | None
    geen_kaart: str
    namen: dict[str, str]
    legenda: tuple[Legendaregel, ...]
    noten: tuple[str, ...]
    bron: str
    gedrukt: str
    adres: str

    @property
    def alt(self) -> str:
        """The map in words, for who cannot see it."""
        delen = (f"{regel.tekst}: {regel.telling}" for regel in self.legenda)
        return f"{self.titel}, {self.regel}. {'; '.join(delen)}."


def maak_meekaart(beeld: Beeld, dag: date | None = None) -> Meekaart:
    """Put a view of the map in words and shapes, as the page shows it.

    Args:
        beeld: the view.
        dag: the day of making; today unless given.
    """
    s = beeld.staat
    vlakken = beeld.nu.geometrieen(s.gebied, s.niveau, s.indeling)
    teksten = beeld.context.teksten
    return Meekaart(
        titel=koptekst(beeld),
        regel=bijtekst(beeld, s.gebied.plaats),
        kleur=s.gebied.kleur,
        liggend=beeld.vorm == "breed",
        meldingen=s.meldingen,
        paneel=_paneel(beeld, vlakken) if vlakken else None,
        geen_kaart="" if vlakken else _geen_kaart(beeld),
        namen={str(regio.code): regio.naam for regio in beeld.regios},
        legenda=tuple(_legenda(beeld)),
        noten=tuple(_noten(beeld)),
        bron=_bron(beeld),
        gedrukt=beeld.zin("mee.gedrukt", datum=datum(teksten, (dag or _vandaag()).isoformat())),
        adres=f"{beeld.context.adres}{s.adres()}" if beeld.context.adres else "",
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
    tellingen = {str(code): len(lijst) for code, lijst in beeld.initiatieven.items()}
    return Kaartpaneel(
        vorm,
        {str(regio.code): vulling_van(beeld, regio) for regio in beeld.regios},
        (str(s.selectie),) if s.selectie else (),
        tellingen if s.laag else {},
    )


@lru_cache(maxsize=16)
def _vorm(
    vlakken: tuple[tuple[Regio, bytes], ...], namen: tuple[tuple[str, str], ...]
) -> Kaartvorm:
    return maak_kaartvorm(vlakken, dict(namen))


def vulling_van(beeld: Beeld, regio: Regio) -> Vulling:
    """Give how an area is filled, in the way of looking that is asked for."""
    return vulling(beeld.lezing.vlakken[regio.code].regel.kleur)


def _legenda(beeld: Beeld) -> Iterator[Legendaregel]:
    for regel in legendaregels(beeld):
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
    if s.laag:
        yield beeld.zin("mee.tellingen")
    if s.selectie and s.selectie.soort is s.niveau:
        regio = beeld.nu.regio(s.selectie, s.indeling)
        cijfer = beeld.cijfer(beeld.cijfers.get(s.selectie))
        yield beeld.zin("mee.gekozen", naam=regio.naam if regio else "", cijfer=cijfer)


def _bron(beeld: Beeld) -> str:
    """Name source, table and year of the figures, when they were fetched, and the boundaries."""
    s, zin = beeld.staat, beeld.context.teksten.zin
    delen = []
    eerste = next(iter(beeld.cijfers.values()), None)
    if eerste is not None:
        herkomst = eerste.herkomst
        bron = beeld.context.catalogus.bronnen.get(herkomst.bron)
        naam = bron.bronregel if bron else herkomst.bron
        regel = zin("frame.bronregel", bron=naam, tabel=herkomst.tabel, jaar=s.jaar)
        delen.append(f"{regel}.")
    delen.append(zin("frame.vers", datum=datum(beeld.context.teksten, beeld.nu.datum)))
    kaart = s.gebied.kaartjaar(s.indeling) or s.indeling
    delen.append(f"{beeld.zin('grens_bron', kaart=kaart)}.")
    return " ".join(delen)

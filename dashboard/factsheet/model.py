"""What is on a sheet: which figures of an area, in which order, what is missing and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING

from dashboard.factsheet.cijfers import Kerncijfer, kerncijfer, nieuwste_hier
from dashboard.vergelijking import naam_van
from wijken.bron import Werkgebied
from wijken.catalogus import Catalogus
from wijken.errors import InvoerError
from wijken.indicator import Indicator, Optelling
from wijken.regio import Regio, Regiocode, Soort
from wijken.waarneming import Status, Waarneming

if TYPE_CHECKING:
    from dashboard.momentopname import Momentopname
    from dashboard.register.initiatieven import Initiatief

AANTAL, AANTAL_KRACHT, AANTAL_LEIDEND = 14, 3, 6
KRACHT = "kracht"
_VOLGENDE = {Soort.GEMEENTE: Soort.WIJK, Soort.WIJK: Soort.BUURT}


@dataclass(frozen=True)
class Blok:
    """Figures that belong together; `sleutel` is a theme, or `kracht` for the strengths."""

    sleutel: str
    cijfers: tuple[Kerncijfer, ...]


@dataclass(frozen=True)
class Ontbreekt:
    """An indicator without a figure here.

    Attributes:
        status: why.
        elders: the figure of the wijk or gemeente that does have one, and the name of that.
    """

    indicator: Indicator
    status: Status
    elders: Waarneming | None = None
    elders_naam: str = ""


@dataclass(frozen=True)
class Onderwerp:
    """What a sheet is about.

    Attributes:
        slug: werkgebied or region code, as in the address.
        regio: the area in its newest division; for a werkgebied its gemeente.
        is_werkgebied: asked for as the area of a corporation.
    """

    slug: str
    gebied: Werkgebied
    regio: Regio
    is_werkgebied: bool

    @property
    def naam(self) -> str:
        """The name at the top of the sheet."""
        return self.gebied.plaats if self.is_werkgebied else self.regio.naam


@dataclass(frozen=True)
class Blad:
    """The content of a sheet; every writer (web, PDF, Excel, Word) writes this and no more.

    Attributes:
        omvang: how large the area is: what its shares are shares of.
        blokken: strengths first, then the lead theme, then the others.
        ontbreekt: shown indicators without a figure here.
        delen: the areas it is made of, in the newest division.
        boven: the wijk and gemeente it lies in.
        opgehaald: ISO date of the newest fetch.
    """

    onderwerp: Onderwerp
    omvang: tuple[Kerncijfer, ...]
    blokken: tuple[Blok, ...]
    ontbreekt: tuple[Ontbreekt, ...]
    initiatieven: tuple[Initiatief, ...]
    delen: tuple[Regio, ...]
    boven: tuple[Regio, ...]
    opgehaald: str


def onderwerp(nu: Momentopname, catalogus: Catalogus, slug: str) -> Onderwerp:
    """Find what a slug stands for: a werkgebied, or a region of one.

    Raises:
        InvoerError: when it stands for nothing we have.
    """
    if slug in catalogus.werkgebieden:
        gebied = catalogus.werkgebieden[slug]
        return Onderwerp(slug, gebied, _regio(nu, gebied.codes[0]), is_werkgebied=True)
    code = Regiocode.parse(slug)
    van = catalogus.werkgebied_van(code) if code.gemeente else None
    if van is None:
        message = (
            f"«{slug}» ligt in geen van onze werkgebieden: {', '.join(catalogus.werkgebieden)}."
        )
        raise InvoerError(message)
    return Onderwerp(code.code, van, _regio(nu, code), is_werkgebied=False)


def maak_blad(
    nu: Momentopname,
    catalogus: Catalogus,
    initiatieven: Sequence[Initiatief],
    wat: Onderwerp,
) -> Blad:
    """Choose and gather everything for a sheet: about 14 figures, the lead theme most."""
    gevonden = {
        i.id: nieuwste_hier(nu, i, wat.gebied, wat.regio)
        for i in catalogus.indicatoren.values()
        if i.tonen
    }
    gemeten = {k: w for k, w in gevonden.items() if w is not None and w.waarde is not None}

    def maak(indicator: Indicator) -> Kerncijfer:
        return kerncijfer(nu, indicator, (wat.gebied, wat.regio), gemeten[indicator.id])

    kies = _Keuze(catalogus, wat.gebied, gemeten.keys())
    return Blad(
        wat,
        tuple(maak(i) for i in kies.omvang()),
        tuple(Blok(naam, tuple(maak(i) for i in lijst)) for naam, lijst in kies.blokken()),
        tuple(_ontbrekend(nu, catalogus, wat, gevonden)),
        initiatieven_van(initiatieven, wat),
        _delen(nu, wat),
        tuple(_boven(nu, wat)),
        nu.datum,
    )


def initiatieven_van(alle: Sequence[Initiatief], wat: Onderwerp) -> tuple[Initiatief, ...]:
    """Give the initiatives of an area; a wijk gets its own only, a buurt those of its wijk."""
    van_gebied = (i for i in alle if i.werkgebied == wat.gebied.slug)
    wijk = wat.regio.code.wijk
    return tuple(i for i in van_gebied if wijk is None or i.regio == wijk)


class _Keuze:
    """Which figures go on the sheet, out of those that are measured."""

    def __init__(self, catalogus: Catalogus, gebied: Werkgebied, gemeten: Iterable[str]) -> None:
        self._catalogus, self._gebied = catalogus, gebied
        self._over = set(gemeten)
        self._gesteld: set[tuple[object, ...]] = set()

    def omvang(self) -> list[Indicator]:
        """Give the counts that others are a share of: inhabitants, households, homes."""
        alle = self._catalogus.indicatoren.values()
        noemers = {i.noemer for i in alle} | {i.gewogen_met for i in alle}
        return self._neem(i for i in alle if i.id in noemers and i.optelling is Optelling.SOM)

    def blokken(self) -> list[tuple[str, list[Indicator]]]:
        """Give strengths, lead theme and the other themes, each with its figures."""
        thema = self._gebied.leidend_thema
        eerste = self._neem(self._catalogus.indicator(sleutel) for sleutel in self._gebied.eerste)
        kracht = self._neem((i for i in self._alle() if i.kracht), AANTAL_KRACHT)
        rest = max(0, AANTAL_LEIDEND - len(eerste))
        leidend = eerste + self._neem(self._goed(thema), rest)
        per_thema = self._anderen(AANTAL - len(kracht) - len(leidend))
        alles = [(KRACHT, kracht), (thema, leidend), *per_thema.items()]
        return [(naam, lijst) for naam, lijst in alles if lijst]

    def _anderen(self, aantal: int) -> dict[str, list[Indicator]]:
        """Take from the other themes in turns until there are enough."""
        namen = [t for t in self._catalogus.themas if t != self._gebied.leidend_thema]
        rijen = [self._nieuw(naam, aantal) for naam in namen]
        om_de_beurt = [i for ronde in zip_longest(*rijen) for i in ronde if i is not None][:aantal]
        return {naam: [i for i in om_de_beurt if i.thema == naam] for naam in namen}

    def _nieuw(self, thema: str, aantal: int) -> list[Indicator]:
        return self._neem(self._goed(thema), aantal)

    def _alle(self) -> Iterator[Indicator]:
        return (i for naam in self._catalogus.themas for i in self._goed(naam))

    def _goed(self, thema: str) -> Iterator[Indicator]:
        """Give what can be compared: shares and means; a bare count says how large a place is."""
        alle = self._catalogus.van_thema(thema)
        return (i for i in alle if i.id in self._over and i.optelling is not Optelling.SOM)

    def _neem(self, uit: Iterable[Indicator], aantal: int = AANTAL) -> list[Indicator]:
        """Take the first few that are not on the sheet yet, nor the same for another age."""
        genomen: list[Indicator] = []
        for indicator in uit:
            vraag = _vraag(indicator)
            if len(genomen) < aantal and indicator.id in self._over and vraag not in self._gesteld:
                genomen.append(indicator)
                self._gesteld.add(vraag)
        return genomen


def _vraag(indicator: Indicator) -> tuple[object, ...]:
    """Give what an indicator asks, whatever the age group: the fields it comes from."""
    stammen = tuple(veld.stammen for veld in indicator.bronvelden)
    return (indicator.eenheid, *stammen) if stammen else (indicator.id,)


def _ontbrekend(
    nu: Momentopname,
    catalogus: Catalogus,
    wat: Onderwerp,
    gevonden: dict[str, Waarneming | None],
) -> Iterator[Ontbreekt]:
    for sleutel, w in gevonden.items():
        if w is not None and w.waarde is not None:
            continue
        indicator = catalogus.indicator(sleutel)
        status = w.status if w is not None else Status.NIET_IN_KOPIE
        elders = _elders(nu, indicator, wat.regio.code)
        yield Ontbreekt(indicator, status, elders, naam_van(nu, elders) if elders else "")


def _elders(nu: Momentopname, indicator: Indicator, code: Regiocode) -> Waarneming | None:
    for groter in (code.wijk, code.gemeente):
        if groter is not None and groter != code:
            w = nu.nieuwste_van(indicator, groter)
            if w is not None and w.waarde is not None:
                return w
    return None


def _regio(nu: Momentopname, code: Regiocode) -> Regio:
    regio = nu.regio(code)
    if regio is None:
        message = f"Wij hebben geen gebied met de code «{code}»."
        raise InvoerError(message)
    return regio


def _delen(nu: Momentopname, wat: Onderwerp) -> tuple[Regio, ...]:
    """Give the wijken of a gemeente or the buurten of a wijk, as they are drawn now."""
    niveau = _VOLGENDE.get(wat.regio.soort)
    if niveau is None:
        return ()
    nieuwste = max((grens.kaart for grens in wat.gebied.grenzen), default=wat.regio.indeling)
    indeling = min(wat.regio.indeling, nieuwste)
    ouder = wat.regio.code
    alle = nu.regios(wat.gebied, niveau, indeling)
    return tuple(r for r in alle if wat.is_werkgebied or r.code.ouder == ouder)


def _boven(nu: Momentopname, wat: Onderwerp) -> Iterator[Regio]:
    code = wat.regio.code
    for groter in (code.gemeente, code.wijk):
        if groter is not None and groter != code:
            regio = nu.regio(groter, wat.regio.indeling)
            if regio is not None:
                yield regio

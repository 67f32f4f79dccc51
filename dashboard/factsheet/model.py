"""What is on a sheet: which figures of an area, in which order, what is missing and why."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dashboard.factsheet.cijfers import Kerncijfer, kerncijfer, nieuwste_hier
from dashboard.factsheet.keuzes import Keuzes
from dashboard.factsheet.nabij import nabij
from dashboard.factsheet.selectie import SELECTIE, Totaal, gekozen_regios, kern_van, totaal
from dashboard.factsheet.uitkiezen import KRACHT, Uitkiezen
from dashboard.vergelijking import naam_van
from wijken.bron import Werkgebied
from wijken.catalogus import Catalogus
from wijken.errors import InvoerError
from wijken.indicator import Indicator
from wijken.regio import Regio, Regiocode, Soort
from wijken.samenvoegen import Weigering
from wijken.waarneming import Status, Waarneming

if TYPE_CHECKING:
    from dashboard.momentopname import Momentopname
    from dashboard.register.initiatieven import Initiatief

__all__ = ["KRACHT", "Blad", "Blok", "Onderwerp", "Ontbreekt", "maak_blad", "onderwerp"]

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
        weigering: of a selection: why the figures of its parts do not make one.
        delen: of a selection: the figures its parts do have.
        waarneming: the missing figure as the database has it, with its status.
    """

    indicator: Indicator
    status: Status
    elders: Waarneming | None = None
    elders_naam: str = ""
    weigering: Weigering | None = None
    delen: tuple[Waarneming, ...] = ()
    waarneming: Waarneming | None = None


@dataclass(frozen=True)
class Onderwerp:
    """What a sheet is about.

    Attributes:
        slug: werkgebied or region code, as in the address.
        regio: the area in its newest division; for a werkgebied its gemeente.
        is_werkgebied: asked for as the area of a corporation.
        selectie: the parts of an own selection, all of one level; empty for other sheets.
        is_focus: the selection is the focus of the werkgebied.
    """

    slug: str
    gebied: Werkgebied
    regio: Regio
    is_werkgebied: bool
    selectie: tuple[Regio, ...] = ()
    is_focus: bool = False

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
        bijlage: every other measured figure, by theme.
        ontbreekt: shown indicators without a figure here.
        delen: the areas it is made of, in the newest division.
        boven: the wijk and gemeente it lies in.
        opgehaald: ISO date of the newest fetch.
        afstanden: by id of an initiative: km from the middle of the area, where both have a place.
    """

    onderwerp: Onderwerp
    omvang: tuple[Kerncijfer, ...]
    blokken: tuple[Blok, ...]
    bijlage: tuple[Blok, ...]
    ontbreekt: tuple[Ontbreekt, ...]
    initiatieven: tuple[Initiatief, ...]
    delen: tuple[Regio, ...]
    boven: tuple[Regio, ...]
    opgehaald: str
    afstanden: Mapping[str, float] = field(default_factory=dict)


def onderwerp(
    nu: Momentopname, catalogus: Catalogus, slug: str, keuzes: Keuzes | None = None
) -> Onderwerp:
    """Find what a slug stands for: a werkgebied, a region of one, or an own selection.

    Raises:
        InvoerError: when it stands for nothing we have, or nothing is selected.
    """
    if slug == SELECTIE:
        return _selectie(nu, catalogus, keuzes or Keuzes())
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


def _selectie(nu: Momentopname, catalogus: Catalogus, keuzes: Keuzes) -> Onderwerp:
    gebied, regios = gekozen_regios(nu, catalogus, keuzes)
    gemeente = _regio(nu, regios[0].code.gemeente or gebied.codes[0])
    is_focus = bool(keuzes.focus and not keuzes.selectie)
    return Onderwerp(SELECTIE, gebied, gemeente, False, regios, is_focus)  # noqa: FBT003


def maak_blad(
    nu: Momentopname,
    catalogus: Catalogus,
    initiatieven: Sequence[Initiatief],
    wat: Onderwerp,
    keuzes: Keuzes | None = None,
) -> Blad:
    """Choose and gather everything for a sheet: about 14 figures, the lead theme most."""
    getoond = nu.getoond()
    samen = {i.id: totaal(nu, i, wat.gebied, wat.selectie) for i in getoond if wat.selectie}
    gevonden = {i.id: _gevonden(nu, i, wat, samen.get(i.id)) for i in getoond}
    gemeten = {k: w for k, w in gevonden.items() if w is not None and w.waarde is not None}

    def maak(indicator: Indicator) -> Kerncijfer:
        if indicator.id in samen:
            return kern_van(nu, indicator, (wat.gebied, wat.selectie), samen[indicator.id])
        return kerncijfer(nu, indicator, (wat.gebied, wat.regio), gemeten[indicator.id])

    kies = Uitkiezen(catalogus, wat.gebied, gemeten.keys(), keuzes or Keuzes())
    omvang, blokken = tuple(maak(i) for i in kies.omvang()), _maak_blokken(kies.blokken(), maak)
    op_blad = {c.indicator.id for c in omvang} | {
        c.indicator.id for blok in blokken for c in blok.cijfers
    }
    dichtbij, afstanden = nabij(nu, initiatieven, wat)
    return Blad(
        wat,
        omvang,
        blokken,
        _maak_blokken(kies.bijlage(op_blad), maak),
        tuple(_ontbrekend(nu, catalogus, wat, gevonden, samen)),
        dichtbij,
        _delen(nu, wat),
        tuple(_boven(nu, wat)),
        nu.datum,
        afstanden,
    )


def _maak_blokken(
    gekozen: Sequence[tuple[str, list[Indicator]]], maak: Callable[[Indicator], Kerncijfer]
) -> tuple[Blok, ...]:
    return tuple(Blok(naam, tuple(maak(i) for i in lijst)) for naam, lijst in gekozen)


def _gevonden(
    nu: Momentopname, indicator: Indicator, wat: Onderwerp, samen: Totaal | None
) -> Waarneming | None:
    if samen is not None:
        return samen.waarneming
    return nieuwste_hier(nu, indicator, wat.gebied, wat.regio)


def _ontbrekend(
    nu: Momentopname,
    catalogus: Catalogus,
    wat: Onderwerp,
    gevonden: dict[str, Waarneming | None],
    samen: dict[str, Totaal],
) -> Iterator[Ontbreekt]:
    for sleutel, w in gevonden.items():
        if w is not None and w.waarde is not None:
            continue
        indicator = catalogus.indicator(sleutel)
        status = w.status if w is not None else Status.NIET_IN_KOPIE
        elders = _elders(nu, indicator, wat)
        naam = naam_van(nu, elders) if elders else ""
        som = samen.get(sleutel)
        if som is None:
            yield Ontbreekt(indicator, status, elders, naam, waarneming=w)
        else:
            yield Ontbreekt(indicator, som.status, elders, naam, som.weigering, som.delen)


def _elders(nu: Momentopname, indicator: Indicator, wat: Onderwerp) -> Waarneming | None:
    code = wat.regio.code
    for groter in (code.wijk, code.gemeente):
        if groter is not None and (wat.selectie or groter != code):
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
    if wat.selectie:
        return wat.selectie
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

"""What a sheet says, word for word and line for line: every writer writes exactly this."""

from __future__ import annotations

from dataclasses import dataclass

from wijken.waarneming import Waarneming


@dataclass(frozen=True)
class Tekening:
    """A drawing without words: SVG, what it shows in words, the line under it."""

    svg: str
    titel: str
    omschrijving: str
    bijschrift: str = ""
    einden: tuple[str, str] = ("", "")


@dataclass(frozen=True)
class Zin:
    """A sentence and the figures it was made from; no sentence without a figure behind it."""

    tekst: str
    bewijs: tuple[Waarneming, ...]


@dataclass(frozen=True)
class CijferInhoud:
    """One figure as it is shown: strings as written, and the figure itself.

    Attributes:
        getal: the large number (or the word of a class), without unit.
        woorden: the figure as people say it, "" when the unit already does.
        naast: context in one line: wijk, gemeente, Nederland, middle gemeente.
        merken: estimate, uncertain, of the area as it was then; "" when none.
        bronregel: source, table, year.
        soort: how it came about, in a word.
    """

    sleutel: str
    thema: str
    naam: str
    getal: str
    eenheid: str
    woorden: str
    naast: str
    merken: str
    bronregel: str
    soort: str
    waarneming: Waarneming
    strook: Tekening | None = None
    trend: Tekening | None = None


@dataclass(frozen=True)
class BlokInhoud:
    """A heading and its figures; `sleutel` is a theme, or `kracht` for the strengths."""

    sleutel: str
    titel: str
    cijfers: tuple[CijferInhoud, ...]


@dataclass(frozen=True)
class InitiatiefInhoud:
    """An initiative as the sheet tells it."""

    naam: str
    organisatie: str
    omschrijving: str
    plaats: str
    gevonden: str
    adres: str


@dataclass(frozen=True)
class OntbreektInhoud:
    """A figure that is not there: its name, why, and where there is one."""

    naam: str
    reden: str
    elders: str = ""


@dataclass(frozen=True)
class BronInhoud:
    """One line of the sources page: a figure, what it means and where it comes from."""

    sleutel: str
    naam: str
    definitie: str
    soort: str
    bron: str
    tabel: str
    jaar: str
    indeling: str
    opgehaald: str
    licentie: str


@dataclass(frozen=True)
class AtelierInhoud:
    """What the maker fills in: date, place, who is at the table by sector, questions, a note.

    Attributes:
        partners: sector and who comes for it; "" leaves the gap open.
    """

    datum: str
    plaats: str
    partners: tuple[tuple[str, str], ...]
    vragen: tuple[str, ...]
    notitie: str = ""


@dataclass(frozen=True)
class BladInhoud:
    """A whole sheet.

    Attributes:
        slug: as in the address.
        soort: what kind of area, above the name ("Wijk in Almelo").
        kleur: of the area.
        kaart: the place on a small map.
        omvang: how large it is.
        kort: five sentences.
        valt_op: what differs from the gemeente by more than noise.
        blokken: strengths first, then the lead theme, then the others.
        bijlage: every other figure; always in Excel, on paper when asked for.
        regel: the line on every page: area, choices, date of the figures, version.
    """

    slug: str
    titel: str
    soort: str
    vraag: str
    motto: str
    kleur: str
    kaart: Tekening | None
    omvang: tuple[CijferInhoud, ...]
    kort: tuple[Zin, ...]
    valt_op: tuple[Zin, ...]
    blokken: tuple[BlokInhoud, ...]
    bijlage: tuple[BlokInhoud, ...]
    initiatieven: tuple[InitiatiefInhoud, ...]
    nog_meer_initiatieven: str
    atelier: AtelierInhoud
    ontbreekt: tuple[OntbreektInhoud, ...]
    bronnen: tuple[BronInhoud, ...]
    uitleg: tuple[str, ...]
    opgehaald: str
    versie: str
    regel: str
    met_bijlage: bool = False

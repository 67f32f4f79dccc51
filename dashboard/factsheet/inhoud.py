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
    """A sentence and the figures it was made from; no sentence without a figure behind it.

    Attributes:
        noot: the footnote: source, table and year of each figure, once.
        sleutels: the indicators it speaks of, in the order of the figures.
        afgeleid: figures worked out from many: what it is ("middelste gemeente"), how much.
    """

    tekst: str
    bewijs: tuple[Waarneming, ...]
    noot: str = ""
    sleutels: tuple[str, ...] = ()
    afgeleid: tuple[tuple[str, float], ...] = ()


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
        waarneming: the figure; of a selection the total, under the code of its gemeente.
        plek: the code of the area, or the codes of a selection with commas.
        onder_thema: the theme in words.
        naast_elkaar: on a sheet of two areas: the figure of each, in the same order everywhere;
            `getal` and `woorden` then hold both already. Of each the name is that of the area.
        gebied: slug of the werkgebied, in `naast_elkaar` only.
        maat: the unit, also where the words already say it; "" for classes and scores.
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
    plek: str = ""
    onder_thema: str = ""
    naast_elkaar: tuple[CijferInhoud, ...] = ()
    gebied: str = ""
    maat: str = ""


@dataclass(frozen=True)
class BlokInhoud:
    """A heading and its figures; `sleutel` is a theme, or `kracht` for the strengths."""

    sleutel: str
    titel: str
    cijfers: tuple[CijferInhoud, ...]


@dataclass(frozen=True)
class RegelInhoud:
    """A figure in one line: what, how much with its unit, of which year, where it comes from.

    Attributes:
        merken: estimate, uncertain, of the area as it was then; "" when none.
        noot: source, table, year.
    """

    sleutel: str
    naam: str
    getal: str
    jaar: str
    merken: str
    noot: str
    waarneming: Waarneming


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
        sterk_ook: sentences under the strengths: what is near, figures behind them.
        initiatieven_zin: how many initiatives the list has, and that nobody checked them.
        adres: where the same sheet is on the screen, for the QR code; "" when others cannot come.
        woningen: the homes in a few lines; those without a figure are left out.
        bronnen_bijlage: sources of what only the bijlage shows; for Excel, and with the bijlage.
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
    sterk_ook: tuple[Zin, ...] = ()
    initiatieven_zin: str = ""
    bronnen_bijlage: tuple[BronInhoud, ...] = ()
    adres: str = ""
    woningen: tuple[RegelInhoud, ...] = ()

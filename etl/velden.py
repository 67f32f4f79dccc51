"""Where each indicator stands in each copy: stem, unit and group path, never a stored number."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from etl.manifest import Kolom, Manifest
from wijken.bron import Editie
from wijken.errors import InvoerError
from wijken.indicator import Bronveld, Indicator
from wijken.periode import Periode

# The margins of a model estimate (CBS, dimension Marges): value, lower and upper bound of 95 %.
_ROLLEN = {"MW00000": "waarde", "MOG0095": "onder", "MBG0095": "boven"}
_MARGES, _PERIODEN = "Marges", "Perioden"


class Reden(StrEnum):
    """Why an indicator cannot be found in an edition."""

    GEVONDEN = ""
    GEEN_KOPIE = "geen_kopie"
    NIET_IN_KOPIE = "niet_in_kopie"
    NIET_IN_EDITIE = "niet_in_editie"
    ANDERE_EENHEID = "andere_eenheid"
    MEERDUIDIG = "meerduidig"
    GEEN_PERIODE = "geen_periode"
    ANDERE_JAREN = "andere_jaren"


@dataclass(frozen=True)
class Kopie:
    """A snapshot as far as finding fields goes.

    Attributes:
        nummer: its place in the build.
        dimensies: every dimension text that occurs in its values.
    """

    nummer: int
    manifest: Manifest
    editie: Editie
    dimensies: tuple[str, ...]


@dataclass(frozen=True)
class Veldkeuze:
    """The column of an indicator in a copy, or the reason there is none.

    `bronveld` is the place in the indicator's own list of sources, first is preferred.
    """

    indicator: str
    bronveld: int
    kopie: int
    kolom: Kolom | None
    reden: Reden = Reden.GEVONDEN
    uitleg: str = ""


@dataclass(frozen=True)
class Koppeling:
    """Cells (field, dimensies) of a copy that are the figure of an indicator in a period."""

    indicator: str
    bronveld: int
    kopie: int
    periode: str
    veld: str
    dimensies: str
    rol: str
    schaal: float


@dataclass(frozen=True)
class Belofte:
    """An edition promises an indicator for a period; `in_kopie`: the copy has that dimension."""

    indicator: str
    bronveld: int
    kopie: int
    periode: str
    in_kopie: bool


@dataclass(frozen=True)
class Oplossing:
    """Everything that was found out about fields."""

    keuzes: tuple[Veldkeuze, ...]
    koppelingen: tuple[Koppeling, ...]
    beloften: tuple[Belofte, ...]


def los_op(indicatoren: Iterable[Indicator], kopieen: Sequence[Kopie]) -> Oplossing:
    """Find the field of every indicator in every copy of its sources."""
    keuzes: list[Veldkeuze] = []
    koppelingen: list[Koppeling] = []
    beloften: list[Belofte] = []
    for indicator, bronveld, kopie in _paren(indicatoren, kopieen):
        keuze = kies(indicator, bronveld, kopie)
        keuzes.append(keuze)
        if keuze.kolom is not None:
            eigen = list(_koppel(keuze, indicator.bronvelden[bronveld], kopie))
            koppelingen.extend(eigen)
            beloften.extend(_beloof(keuze, kopie, eigen))
    return Oplossing(tuple(keuzes), tuple(koppelingen), tuple(beloften))


def _paren(
    indicatoren: Iterable[Indicator], kopieen: Sequence[Kopie]
) -> Iterator[tuple[Indicator, int, Kopie]]:
    for indicator in indicatoren:
        for nummer, bronveld in enumerate(indicator.bronvelden):
            for kopie in kopieen:
                if kopie.manifest.bron == bronveld.bron:
                    yield indicator, nummer, kopie


def kies(indicator: Indicator, bronveld: int, kopie: Kopie) -> Veldkeuze:
    """Choose the one column that fits, or say why there is none; never a guess.

    The rule is that of `DataProperties`: stem first (newest stem that occurs), then unit, then
    group path; exactly one must be left.
    """
    veld = indicator.bronvelden[bronveld]
    if not veld.geldt(kopie.editie.perioden):
        uitleg = _jaren(veld)
        return Veldkeuze(indicator.id, bronveld, kopie.nummer, None, Reden.ANDERE_JAREN, uitleg)
    gevonden, reden, uitleg = _zoek(veld, kopie.manifest)
    if gevonden is not None and not _een_periode(kopie):
        gevonden, reden = None, Reden.GEEN_PERIODE
        uitleg = "De tabel heeft geen dimensie Perioden en toch meer dan één jaar."
    return Veldkeuze(indicator.id, bronveld, kopie.nummer, gevonden, reden, uitleg)


def _jaren(veld: Bronveld) -> str:
    if veld.van:
        tot = f" tot en met {veld.tot}" if veld.tot < Bronveld.tot else ""
        return f"De bron heeft dit cijfer vanaf {veld.van}{tot}."
    return f"De bron heeft dit cijfer tot en met {veld.tot}."


def _zoek(veld: Bronveld, manifest: Manifest) -> tuple[Kolom | None, Reden, str]:
    for stam in veld.stammen:
        met_stam = [kolom for kolom in manifest.kolommen if kolom.stam == stam]
        if met_stam:
            return _weeg(stam, met_stam, veld)
    stammen = " of ".join(f"«{stam}»" for stam in veld.stammen)
    if manifest.volledig:
        return None, Reden.NIET_IN_EDITIE, f"Deze editie heeft geen kolom {stammen}."
    return None, Reden.NIET_IN_KOPIE, f"Onze kopie van deze editie heeft geen kolom {stammen}."


def _weeg(stam: str, kolommen: list[Kolom], veld: Bronveld) -> tuple[Kolom | None, Reden, str]:
    goed = [kolom for kolom in kolommen if _past(kolom.eenheid, veld.eenheden)]
    if not goed:
        eenheden = ", ".join(f"«{kolom.eenheid}»" for kolom in kolommen)
        verwacht = " of ".join(f"«{eenheid}»" for eenheid in veld.eenheden)
        uitleg = f"Kolom «{stam}» heeft eenheid {eenheden}, verwacht: {verwacht}."
        return None, Reden.ANDERE_EENHEID, uitleg
    onder_pad = [kolom for kolom in goed if veld.pad.casefold() in kolom.pad.casefold()]
    # A single column without group titles cannot contradict the path; one with them can.
    if not onder_pad and len(goed) == 1 and not goed[0].pad:
        onder_pad = goed
    if len(onder_pad) == 1:
        return onder_pad[0], Reden.GEVONDEN, ""
    velden = ", ".join(f"{kolom.veld} ({kolom.pad or 'geen groep'})" for kolom in goed)
    uitleg = (
        f"{len(onder_pad)} kolommen passen bij «{stam}» en pad «{veld.pad}»; er zijn: {velden}."
    )
    return None, Reden.MEERDUIDIG, uitleg


def _past(eenheid: str, verwacht: Sequence[str]) -> bool:
    """An unknown unit contradicts nothing; a known one must be one of those expected."""
    schoon = eenheid.strip().casefold()
    return not verwacht or not schoon or schoon in {e.strip().casefold() for e in verwacht}


def _een_periode(kopie: Kopie) -> bool:
    met_jaar = all(_PERIODEN in ontleed(tekst) for tekst in kopie.dimensies)
    return (met_jaar and bool(kopie.dimensies)) or len(kopie.editie.perioden) == 1


def ontleed(dimensies: str) -> dict[str, str]:
    """Split `Leeftijd=20300&Perioden=2020JJ00` into its parts; an empty text has none."""
    return dict(deel.split("=", 1) for deel in dimensies.split("&") if "=" in deel)


def _koppel(keuze: Veldkeuze, veld: Bronveld, kopie: Kopie) -> Iterator[Koppeling]:
    for tekst in kopie.dimensies:
        delen = ontleed(tekst)
        periode = delen.get(_PERIODEN, Periode(kopie.editie.perioden[-1]).code)
        rol = _ROLLEN.get(delen.get(_MARGES, "MW00000"))
        past = _is_jaar(periode) and _past_dimensies(delen, veld.dimensies)
        if keuze.kolom and rol and past:
            plek = (keuze.indicator, keuze.bronveld, keuze.kopie)
            yield Koppeling(*plek, periode, keuze.kolom.veld, tekst, rol, veld.schaal)


def _is_jaar(periode: str) -> bool:
    """Quarters and months of a table are another figure."""
    try:
        return Periode.parse(periode).code == periode
    except InvoerError:
        return False


def _past_dimensies(delen: Mapping[str, str], vast: Iterable[tuple[str, str]]) -> bool:
    return all(delen.get(naam) == code for naam, code in vast)


def _beloof(keuze: Veldkeuze, kopie: Kopie, eigen: Iterable[Koppeling]) -> Iterator[Belofte]:
    aanwezig = {koppeling.periode for koppeling in eigen if koppeling.rol == "waarde"}
    beloofd = {Periode(jaar).code for jaar in kopie.editie.perioden}
    for periode in sorted(beloofd | aanwezig):
        plek = (keuze.indicator, keuze.bronveld, keuze.kopie)
        yield Belofte(*plek, periode, periode in aanwezig)

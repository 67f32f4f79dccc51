"""Sheets that were made up, with everything that can be awkward about one; no figure is real."""

from dataclasses import replace

from dashboard.factsheet.inhoud import (
    AtelierInhoud,
    BladInhoud,
    BlokInhoud,
    BronInhoud,
    CijferInhoud,
    InitiatiefInhoud,
    OntbreektInhoud,
    RegelInhoud,
    Tekening,
    Zin,
)
from dashboard.figures.schaal import Schaal
from dashboard.figures.spreiding import Stip, Strook, strook
from dashboard.figures.trend import Punt, trend
from wijken.opmaak import DUN
from wijken.periode import Periode
from wijken.regio import Regiocode
from wijken.waarneming import Herkomst, Status, Waarneming

KLEUR = "#A33F1C"
# Characters that mean something to Typst, XML, Excel or Word, and letters of elsewhere.
LASTIG = '\'t Zand & "Zee" #let *vet* _schuin_ $1+1$ @naam <b>x</b> \\ `code` =1+1 [a](b) // ~'
ARABISCH = "مرحبا بالجميع"
EMOJI = "\N{RAINBOW}\N{SMILING FACE WITH OPEN MOUTH}"
LANGE_NAAM = (
    "Sint-Jozefbuurt-Noord en Nieuwstraatkwartier-'s-Gravenpolderwegzijde en omgeving"
    " (verzonnen wijk)"
)
NOTITIE = ("Verzonnen notitie van de maker, met een 'citaat' en <tekens>. " * 10)[:600]


def waarneming(sleutel: str = "verzonnen_aandeel", waarde: float = 34.0) -> Waarneming:
    """A made-up figure of a place that is there."""
    return Waarneming(
        sleutel,
        Regiocode("WK014101"),
        2024,
        Periode(2024),
        waarde,
        Status.GEMETEN,
        Herkomst("verzonnen", "00000NED", "2025-01-01"),
    )


def een_strook(sleutel: str) -> Tekening:
    stippen = tuple(
        Stip(float((n * 37 + len(sleutel)) % 61), f"Verzonnen buurt {n}", gekozen=n == 4)
        for n in range(40)
    )
    titel, tekst = f"{sleutel}: spreiding", "Van 40 buurten heeft de laagste 0 en de hoogste 60."
    svg = strook(f"strook-{sleutel}", (titel, tekst), Strook(stippen, Schaal(0, 80, 20), KLEUR))
    return Tekening(svg, titel, tekst, "40 van de 71 buurten; de middelste heeft 31", ("0", "80"))


def een_trend(sleutel: str) -> Tekening:
    delen = [[Punt(2015, 31), Punt(2017, 35)], [Punt(2021, 33), Punt(2024, 34)]]
    tekst = "2015: 31, 2017: 35 (grenzen gewijzigd) 2021: 33, 2024: 34."
    svg = trend(f"trend-{sleutel}", ("Door de jaren", tekst), delen, Schaal(0, 40, 20), KLEUR)
    return Tekening(svg, f"{sleutel} door de jaren", tekst, tekst)


def een_kaart() -> Tekening:
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="240" height="180" viewBox="0 0 240 180">'
        '<path d="M20 20H220V160H20Z" fill="#FBFAF6" stroke="#1E2528" stroke-width="2"/>'
        f'<path d="M60 50H120V100H60Z" fill="{KLEUR}"/></svg>'
    )
    return Tekening(svg, "Waar het ligt", "Een verzonnen wijk in het westen van de gemeente.")


def cijfer(sleutel: str, thema: str = "wonen", **anders: object) -> CijferInhoud:
    """A figure with everything; give what should be otherwise."""
    inhoud = CijferInhoud(
        sleutel=sleutel,
        thema=thema,
        naam=f"Verzonnen onderwerp {sleutel}",
        getal="34,5",
        eenheid="%",
        woorden="34,5 van de 100 woningen",
        naast="Gemeente 31, Nederland 29, middelste gemeente 25",
        merken="schatting",
        bronregel=f"Verzonnen bron, tabel 00000NED, 2024 ({sleutel})",
        soort="schatting",
        waarneming=waarneming(sleutel),
        strook=een_strook(sleutel),
        trend=een_trend(sleutel),
    )
    return replace(inhoud, **anders)  # type: ignore[arg-type]


def _blokken() -> tuple[BlokInhoud, ...]:
    kracht = (
        cijfer("kracht_1", "samen"),
        cijfer("kracht_2", "samen", strook=None, merken=""),
        cijfer("kracht_3", "samen", trend=None),
    )
    leidend = (
        cijfer("leidend_1"),
        cijfer("leidend_2", getal="matig stedelijk", eenheid="", woorden="", trend=None),
        cijfer("leidend_3", strook=None, trend=None, naast="", merken=""),
        cijfer("leidend_4", naam=LASTIG, getal="1.234.567", eenheid="woningen per km²"),
        cijfer("leidend_5", naam=f"Een erg lange naam van een onderwerp in {LANGE_NAAM}"),
    )
    rest = tuple(cijfer(f"rest_{n}", "gezondheid", trend=None) for n in range(1, 4))
    meer = tuple(cijfer(f"meer_{n}", "inkomen", trend=None) for n in range(1, 4))
    return (
        BlokInhoud("kracht", "Wat sterk is", kracht),
        BlokInhoud("wonen", "Wonen", leidend),
        BlokInhoud("gezondheid", "Gezondheid", rest),
        BlokInhoud("inkomen", "Inkomen", meer),
    )


def _initiatieven() -> tuple[InitiatiefInhoud, ...]:
    gevonden = "gevonden op 1 november 2026, nog niet nagekeken"
    return (
        InitiatiefInhoud(
            f"Regenboogtuin {EMOJI}",
            LASTIG,
            f"Samen tuinieren {EMOJI} voor wie wil. {ARABISCH}",
            LANGE_NAAM,
            gevonden,
            "https://voorbeeld.invalid/tuin?a=1&b=<2>",
        ),
        InitiatiefInhoud(ARABISCH, "", "", "", "", ""),
        *(
            InitiatiefInhoud(
                f"Verzonnen initiatief {n}",
                "Stichting Verzonnen",
                "Elke week koffie, soep en een luisterend oor voor alle buren van de straat.",
                "Verzonnenbuurt",
                gevonden,
                "https://voorbeeld.invalid/",
            )
            for n in range(1, 6)
        ),
    )


def _bronnen(blokken: tuple[BlokInhoud, ...]) -> tuple[BronInhoud, ...]:
    return tuple(
        BronInhoud(
            c.sleutel,
            c.naam,
            "Van elke honderd verzonnen woningen: hoeveel er verzonnen zijn. Niet echt.",
            c.soort,
            "Verzonnen bron",
            "00000NED",
            "2024",
            "2024",
            "1 november 2026",
            "CC BY 4.0",
        )
        for blok in blokken
        for c in blok.cijfers
    )


def verzonnen_blad() -> BladInhoud:
    """A full sheet with everything awkward."""
    blokken = _blokken()
    bijlage = (
        BlokInhoud("wonen", "Wonen", tuple(cijfer(f"bijlage_{n}") for n in range(1, 13))),
        BlokInhoud("zorg", "Zorg", tuple(cijfer(f"zorg_{n}", strook=None) for n in range(1, 5))),
    )
    zin = Zin(
        "Van elke 100 woningen zijn er 34,5 verzonnen.",
        (waarneming(),),
        "Verzonnen bron, tabel 00000NED, 2024.",
    )
    return BladInhoud(
        slug="WK014101",
        titel=LANGE_NAAM,
        soort="Wijk in Almelo",
        vraag="Hoe gaat het met wie hier 'verzonnen' woont?",
        motto="Alles wat je voor mij doet zonder mij, doe je tegen mij.",
        kleur=KLEUR,
        kaart=een_kaart(),
        omvang=tuple(
            cijfer(
                f"omvang_{woord}",
                naam=woord.capitalize(),
                getal=getal,
                eenheid=woord,
                woorden="",
                strook=None,
                trend=None,
            )
            for woord, getal in (("inwoners", "12.345"), ("woningen", "5.432"))
        ),
        kort=(zin,) * 4 + (Zin(f"Let op: {LASTIG}.", (waarneming(),)),),
        valt_op=(zin, zin, zin),
        blokken=blokken,
        bijlage=bijlage,
        initiatieven=_initiatieven(),
        nog_meer_initiatieven="en nog 12 op de lijst van initiatieven",
        atelier=AtelierInhoud(
            "donderdag 3 december 2026",
            f"Buurthuis {LASTIG}",
            (
                ("Zorg", "Verzonnen Zorggroep"),
                ("Welzijn", ""),
                ("Gemeente", "Gemeente Verzonnen"),
                ("Verzekeraar", ""),
                ("Provincie", ""),
                ("Onderwijs", f"School {ARABISCH}"),
                ("Bewoners", "Huurdersraad 'De Stem'"),
                ("Ervaringsdeskundigen", ""),
            ),
            (
                "Hoe zorg je voor coalities die werkelijk gaan doen?",
                "Wat is het goede volgens de bewoner?",
                f"Een erg lange vraag van de maker zelf {LASTIG} "[:160].ljust(160, "?"),
            ),
            NOTITIE,
        ),
        ontbreekt=(
            OntbreektInhoud(
                "Verzonnen schulden", "te weinig inwoners", "wel voor wijk Verzonnen: 12 in 2023"
            ),
            OntbreektInhoud(LASTIG, "nog niet geleverd"),
        ),
        bronnen=_bronnen(blokken),
        uitleg=(
            "Elke stip is een buurt. Gevuld is deze wijk, open zijn de andere.",
            "Een schatting is berekend uit leeftijd en inkomen, niet geteld.",
        ),
        opgehaald="1 november 2026",
        versie="verzonnen-1",
        woningen=tuple(
            RegelInhoud(
                f"woning_{n}",
                f"Verzonnen soort {n}",
                f"{n}{DUN}%",
                "2023",
                "schatting" if n == 1 else "",
                f"Verzonnen bron, tabel 0000{n % 2}NED, 2023.",
                waarneming(),
            )
            for n in range(1, 8)
        ),
        initiatieven_zin="Op onze lijst staan 19 verzonnen initiatieven.",
        regel=f"{LANGE_NAAM} · alle thema's · cijfers van 1 november 2026 · versie verzonnen-1",
    )


def kaal_blad() -> BladInhoud:
    """A sheet of a place of which hardly anything is known."""
    vol = verzonnen_blad()
    return replace(
        vol,
        slug="BU01411206",
        titel="Leegte",
        soort="Buurt in Almelo",
        kaart=None,
        omvang=(),
        kort=(),
        valt_op=(),
        blokken=(),
        bijlage=(),
        initiatieven=(),
        initiatieven_zin="Op onze verzonnen lijst staat hier nog niets.",
        woningen=(),
        nog_meer_initiatieven="",
        atelier=AtelierInhoud("", "", (), ()),
        bronnen=(),
        uitleg=("Van dit verzonnen gebied zijn er weinig cijfers.",),
        regel="Leegte · alle thema's · cijfers van 1 november 2026 · versie verzonnen-1",
    )

"""Writes a sheet as a Word document that people can change: styles, real tables, pictures."""

from __future__ import annotations

import zipfile
from io import BytesIO

from dashboard.factsheet.docx_blokken import Schrijver
from dashboard.factsheet.docx_stijl import BREED, maak_document
from dashboard.factsheet.docx_xml import Alinea
from dashboard.factsheet.inhoud import BladInhoud, BlokInhoud, BronInhoud, CijferInhoud
from dashboard.factsheet.koppen import teksten
from dashboard.factsheet.model import KRACHT

# With fewer figures, what is missing is the news and stands up front.
_WEINIG = 5
_EIGEN_KOP = 2
_REGELS_VRAAG, _REGELS_TERUG = 4, 3
# All files inside get the same moment, so that the same sheet gives the same bytes.
_MOMENT = (1980, 1, 1, 0, 0, 0)


def schrijf_docx(blad: BladInhoud) -> bytes:
    """Give the bytes of the document: the words and their order are those of the PDF.

    Raises:
        WijkenError: when a drawing of ours cannot be made into a picture.
    """
    schrijver = Schrijver(maak_document(blad), blad)
    aantal = sum(len(blok.cijfers) for blok in blad.blokken)
    _begin(schrijver, blad)
    if aantal < _WEINIG:
        _ontbreekt(schrijver, blad)
    _cijfers(schrijver, blad)
    _woningen(schrijver, blad)
    _initiatieven(schrijver, blad)
    _tafel(schrijver, blad)
    _bijlage(schrijver, blad)
    _bronnen(schrijver, blad)
    if aantal >= _WEINIG:
        _ontbreekt(schrijver, blad)
    return _bytes(schrijver)


def _bytes(schrijver: Schrijver) -> bytes:
    ruw, uit = BytesIO(), BytesIO()
    schrijver.document.save(ruw)
    with zipfile.ZipFile(ruw) as van, zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as naar:
        for deel in van.infolist():
            naar.writestr(
                zipfile.ZipInfo(deel.filename, _MOMENT), van.read(deel), zipfile.ZIP_DEFLATED
            )
    return uit.getvalue()


def _begin(schrijver: Schrijver, blad: BladInhoud) -> None:
    koppen = teksten()["factsheet"]["koppen"]
    schrijver.alinea(blad.soort, "Soort")
    if blad.kaart is not None:
        schrijver.kaart(blad.kaart)
    schrijver.alinea(blad.titel, "Title")
    schrijver.alinea(blad.vraag, "Subtitle")
    for cijfer in blad.omvang:
        schrijver.omvang(cijfer)
    if blad.kaart is not None:
        schrijver.alinea(blad.kaart.bijschrift, "Caption")
    schrijver.zinnen(koppen["kort"], blad.kort)
    schrijver.zinnen(koppen["valt_op"], blad.valt_op, 1 + len(blad.kort))


def _cijfers(schrijver: Schrijver, blad: BladInhoud) -> None:
    """Write strengths and lead theme under their own headings, the others under one."""
    if not blad.blokken:
        return
    schrijver.kolommen(2)
    for blok in blad.blokken[:_EIGEN_KOP]:
        schrijver.kop(blok.titel, 1)
        for cijfer in blok.cijfers:
            schrijver.cijfer(cijfer)
        if blok.sleutel == KRACHT:
            schrijver.punten(blad.sterk_ook, 1 + len(blad.kort) + len(blad.valt_op))
    verder = blad.blokken[_EIGEN_KOP:]
    if verder:
        schrijver.kop(teksten().zin("factsheet.verder"), 1)
    for blok in verder:
        for cijfer in blok.cijfers:
            schrijver.cijfer(cijfer, thema=blok.titel)
    schrijver.kolommen(1)


def _woningen(schrijver: Schrijver, blad: BladInhoud) -> None:
    if not blad.woningen:
        return
    schrijver.kop(teksten().zin("factsheet.koppen.woningen"), 1)
    rijen = [
        (_cel("", r.naam), _cel(r.getal, r.merken), _cel("", r.jaar), _cel("", r.noot))
        for r in blad.woningen
    ]
    schrijver.tabel("woningen", rijen, (5.6, 4.4, 1.6, 5.8))


def _initiatieven(schrijver: Schrijver, blad: BladInhoud) -> None:
    # A sheet of two areas does not speak of initiatives; an area without any says so.
    if not blad.initiatieven and not blad.initiatieven_zin:
        return
    schrijver.kop(teksten().zin("factsheet.initiatieven"), 1)
    schrijver.alinea(blad.initiatieven_zin)
    if blad.initiatieven:
        rijen = [
            (
                _cel(i.naam, i.organisatie),
                _cel("", i.omschrijving),
                _cel("", i.plaats, i.gevonden, i.adres),
            )
            for i in blad.initiatieven
        ]
        schrijver.tabel("initiatieven", rijen, (4.4, 7.2, 5.8))
    schrijver.alinea(blad.nog_meer_initiatieven)


def _tafel(schrijver: Schrijver, blad: BladInhoud) -> None:
    """Write what is for the table: questions with room, room to answer back, who is there."""
    blok, atelier = teksten()["factsheet"], blad.atelier
    schrijver.kop(blok["tafel"], 1)
    for vraag in atelier.vragen:
        schrijver.alinea(vraag, "Vraag")
        schrijver.schrijfregels(_REGELS_VRAAG)
    schrijver.kop(blok["papier"]["terugpraten"], 2)
    schrijver.alinea(blok["papier"]["terugpraten_zin"])
    schrijver.schrijfregels(_REGELS_TERUG)
    if atelier.notitie:
        schrijver.kop(blok["koppen"]["notitie"], 2)
        schrijver.alinea(atelier.notitie)
    schrijver.kop(blok["koppen"]["wie"], 2)
    wanneer = [(blok["koppen"][naam], getattr(atelier, naam)) for naam in ("datum", "plaats")]
    rijen = [(_cel("", wat), _cel("", wie)) for wat, wie in (*atelier.partners, *wanneer)]
    schrijver.tabel("tafel", rijen, (5.4, BREED - 5.4))
    schrijver.alinea(blad.motto, "Motto")


def _bijlage(schrijver: Schrijver, blad: BladInhoud) -> None:
    if not (blad.met_bijlage and blad.bijlage):
        return
    schrijver.kop(teksten().zin("factsheet.koppen.bijlage"), 1, nieuwe_bladzijde=True)
    for blok in blad.bijlage:
        _bijlageblok(schrijver, blok)


def _bijlageblok(schrijver: Schrijver, blok: BlokInhoud) -> None:
    schrijver.kop(blok.titel, 2)
    rijen = [_bijlagerij(schrijver, cijfer) for cijfer in blok.cijfers]
    schrijver.tabel("bijlage", rijen, (4.6, 4.2, 5.2, 3.4))


def _bijlagerij(schrijver: Schrijver, cijfer: CijferInhoud) -> tuple[list[Alinea], ...]:
    beelden = [b.bijschrift for b in (cijfer.strook, cijfer.trend) if b is not None]
    return (
        _cel(cijfer.naam),
        _cel(schrijver.getal(cijfer), cijfer.woorden, cijfer.merken),
        _cel("", cijfer.naast, *beelden),
        _cel("", cijfer.bronregel),
    )


def _bronnen(schrijver: Schrijver, blad: BladInhoud) -> None:
    blok = teksten()["factsheet"]
    if blad.uitleg:
        schrijver.kop(blok["lezen"], 1, nieuwe_bladzijde=True)
        for zin in blad.uitleg:
            schrijver.alinea(zin)
    lijst = blad.bronnen + (blad.bronnen_bijlage if blad.met_bijlage else ())
    if lijst:
        schrijver.kop(blok["koppen"]["bronnen"], 1)
        rijen = [_bronrij(bron) for bron in lijst]
        schrijver.tabel("bronnen", rijen, (5.6, 3.1, 1.7, 2.5, 2.4, 2.1))
    schrijver.noten()


def _bronrij(bron: BronInhoud) -> tuple[list[Alinea], ...]:
    anders = bron.indeling not in ("", bron.jaar)
    indeling = teksten().zin("factsheet.papier.indeling", jaar=bron.indeling) if anders else ""
    return (
        _cel(bron.naam, bron.definitie),
        _cel("", bron.bron, bron.tabel),
        *(_cel("", bron.jaar, indeling), _cel("", bron.soort)),
        *(_cel("", bron.opgehaald), _cel("", bron.licentie)),
    )


def _ontbreekt(schrijver: Schrijver, blad: BladInhoud) -> None:
    if not blad.ontbreekt:
        return
    schrijver.kop(teksten().zin("factsheet.ontbreekt"), 1)
    rijen = [(_cel(o.naam), _cel("", o.reden), _cel("", o.elders)) for o in blad.ontbreekt]
    schrijver.tabel("ontbreekt", rijen, (6.2, 5.6, 5.6))


def _cel(nadruk: str, *gewoon: str) -> list[Alinea]:
    """Give the paragraphs of a cell: the first one stands out."""
    return [(nadruk, "Tabelnadruk"), *((tekst, "Tabeltekst") for tekst in gewoon)]

"""The Word sheet: it says what the content says, in styles and tables that people can change."""

import re
import zipfile
from collections import Counter
from dataclasses import replace
from datetime import date
from functools import lru_cache
from io import BytesIO
from itertools import pairwise

import docx
import pytest
from docx.oxml.ns import qn
from docx.shared import Mm

from dashboard.factsheet.docx import schrijf_docx
from dashboard.factsheet.docx_beeld import maak_png
from dashboard.factsheet.inhoud import BladInhoud, Tekening, Zin
from dashboard.factsheet.keuzes import Keuzes
from dashboard.factsheet.koppen import moment
from dashboard.factsheet.opstellen import make_inhoud
from tests.dashboard.verzonnen_blad import EMOJI, LASTIG, een_strook, kaal_blad, verzonnen_blad
from wijken.errors import WijkenError

# A werkgebied of each corporation, a wijk that was redrawn, a buurt with hardly any figures.
ECHT = ("beter-wonen", "hw-wonen", "WK014111", "BU01411206")
DUN = "\u202f"


@pytest.fixture(scope="module")
def echt(wereld, nu):
    return {
        slug: make_inhoud(wereld, nu, slug, Keuzes(bijlage=slug == "hw-wonen")) for slug in ECHT
    }


@pytest.fixture(params=["verzonnen", "kaal", *ECHT])
def blad(request, echt) -> BladInhoud:
    verzonnen = {"verzonnen": verzonnen_blad, "kaal": kaal_blad}
    return verzonnen[request.param]() if request.param in verzonnen else echt[request.param]


@lru_cache(maxsize=16)  # read only: writing and parsing is most of the work
def gelezen(blad):
    return docx.Document(BytesIO(schrijf_docx(blad)))


def alineas(document):
    """Every paragraph in reading order, those in tables too, with its style."""
    stijlen = {stijl.style_id: stijl.name for stijl in document.styles}
    for p in document.element.body.iter(qn("w:p")):
        tekst = "".join(_tekens(p))
        stijl = p.pPr.pStyle.val if p.pPr is not None and p.pPr.pStyle is not None else "Normal"
        yield stijlen[stijl], tekst


def _tekens(alinea):
    for deel in alinea.iter(qn("w:t"), qn("w:tab"), qn("w:br")):
        if deel.tag == qn("w:t"):
            yield deel.text or ""
        elif deel.getparent().tag == qn("w:r"):
            yield "\t" if deel.tag == qn("w:tab") else "\n"


def geheel(cijfer):
    return f"{cijfer.getal}{DUN}{cijfer.eenheid}" if cijfer.eenheid else cijfer.getal


def plaatjes(document):
    return list(document.element.body.iter(qn("wp:docPr")))


def test_every_figure_is_written_as_the_content_has_it(blad):
    gevonden = Counter(alineas(gelezen(blad)))
    verwacht = Counter()
    for cijfer in (c for blok in blad.blokken for c in blok.cijfers):
        groot = any(teken.isdigit() for teken in cijfer.getal)
        verwacht["Heading 2", cijfer.naam] += 1
        verwacht["Getal" if groot else "Getal in een woord", geheel(cijfer)] += 1
        verwacht["Bronregel", cijfer.bronregel] += 1
        for tekst, stijl in (
            (cijfer.woorden, "Normal"),
            (cijfer.naast, "Normal"),
            (cijfer.merken, "Let op"),
            *((t.bijschrift, "Caption") for t in (cijfer.strook, cijfer.trend) if t),
        ):
            if tekst:
                verwacht[stijl, tekst] += 1
    assert verwacht <= gevonden


def test_figure_source_and_words_stay_together_and_in_order(blad):
    rij = list(alineas(gelezen(blad)))
    plek = 0
    for cijfer in (c for blok in blad.blokken for c in blok.cijfers):
        plek = rij.index(("Heading 2", cijfer.naam), plek)
        bron = rij.index(("Bronregel", cijfer.bronregel), plek)
        assert rij[plek + 1][1] == geheel(cijfer)
        assert all(stijl != "Heading 2" for stijl, _ in rij[plek + 1 : bron])
        plek = bron


def test_how_large_the_area_is_stands_at_the_top_with_its_source(blad):
    teksten = [tekst for _, tekst in alineas(gelezen(blad))]
    for cijfer in blad.omvang:
        achter = cijfer.eenheid or cijfer.naam
        assert f"{cijfer.getal}{DUN}{achter} {cijfer.bronregel}" in teksten


def test_the_appendix_is_a_table_when_asked_for(echt):
    for blad in (replace(verzonnen_blad(), met_bijlage=True), echt["hw-wonen"]):
        cellen = Counter(alineas(gelezen(blad)))
        for cijfer in (c for blok in blad.bijlage for c in blok.cijfers):
            assert cellen["Tabelnadruk", cijfer.naam]
            assert cellen["Tabelnadruk", geheel(cijfer)]
            assert cellen["Tabeltekst", cijfer.bronregel]


def test_the_homes_are_a_table_with_year_and_source(blad):
    cellen = Counter(alineas(gelezen(blad)))
    for regel in blad.woningen:
        assert cellen["Tabelnadruk", regel.getal]
        for tekst in (regel.naam, regel.jaar, regel.noot):
            assert cellen["Tabeltekst", tekst]


def test_without_asking_there_is_no_appendix():
    teksten = {tekst for _, tekst in alineas(gelezen(verzonnen_blad()))}
    assert "Verzonnen onderwerp bijlage_1" not in teksten


def test_sentences_are_a_list_with_the_number_of_their_note():
    zinnen = (Zin("Verzonnen zin.", (), noot="Verzonnen bron, 2024"), Zin("Zonder noot.", ()))
    blad = replace(verzonnen_blad(), kort=zinnen, valt_op=zinnen[:1], sterk_ook=zinnen[:1])
    rij = list(alineas(gelezen(blad)))
    assert [t for s, t in rij if s == "List Bullet"] == [
        "Verzonnen zin.1",
        "Zonder noot.",
        "Verzonnen zin.3",
        "Verzonnen zin.4",
    ]
    assert [t for s, t in rij if s == "Noot"] == [f"{n} Verzonnen bron, 2024" for n in (1, 3, 4)]


def test_every_number_of_a_note_leads_to_its_note(blad):
    body = gelezen(blad).element.body
    wijzers = [h.get(qn("w:anchor")) for h in body.iter(qn("w:hyperlink"))]
    plekken = [b.get(qn("w:name")) for b in body.iter(qn("w:bookmarkStart"))]
    assert sorted(wijzers) == sorted(plekken)
    zinnen = (*blad.kort, *blad.valt_op, *blad.sterk_ook)
    assert len(wijzers) == sum(1 for zin in zinnen if zin.noot)


def test_every_sentence_question_and_missing_figure_is_there(blad):
    teksten = {tekst for _, tekst in alineas(gelezen(blad))}
    zonder_nummer = {re.sub(r"(?<=[.!?])\d+$", "", tekst) for tekst in teksten}
    for zin in (*blad.kort, *blad.valt_op, *blad.sterk_ook):
        assert zin.tekst in zonder_nummer
    for tekst in (blad.titel, blad.soort, blad.vraag, blad.motto, *blad.uitleg):
        assert tekst in teksten
    for tekst in (*blad.atelier.vragen, *(o.reden for o in blad.ontbreekt)):
        assert tekst in teksten


def test_every_source_is_in_the_table_of_sources(blad):
    cellen = Counter(alineas(gelezen(blad)))
    bronnen = blad.bronnen + (blad.bronnen_bijlage if blad.met_bijlage else ())
    for bron in bronnen:
        assert cellen["Tabelnadruk", bron.naam]
        for tekst in (bron.definitie, bron.bron, bron.tabel, bron.opgehaald, bron.licentie):
            assert cellen["Tabeltekst", tekst]


def test_the_gaps_at_the_table_stay_open():
    tafel = next(t for t in gelezen(verzonnen_blad()).tables if t.cell(0, 0).text == "Sector")
    rijen = {rij.cells[0].text: rij.cells[1].text for rij in tafel.rows}
    assert rijen["Welzijn"] == ""
    assert rijen["Zorg"] == "Verzonnen Zorggroep"
    assert rijen["Datum"] == "donderdag 3 december 2026"


def test_every_question_has_room_to_write_under_it():
    rij = list(alineas(gelezen(verzonnen_blad())))
    for vraag in verzonnen_blad().atelier.vragen:
        plek = rij.index(("Vraag", vraag))
        assert [stijl for stijl, _ in rij[plek + 1 : plek + 4]] == ["Schrijfregel"] * 3


def test_headings_go_down_one_level_at_a_time(blad):
    niveaus = [int(s[-1]) for s, _ in alineas(gelezen(blad)) if s.startswith("Heading")]
    assert niveaus[0] == 1
    assert all(later - eerder <= 1 for eerder, later in pairwise(niveaus))


def test_headings_and_notes_are_styles_and_not_loose_letters(blad):
    gebruikt = {stijl for stijl, _ in alineas(gelezen(blad))}
    assert {"Title", "Heading 1", "Normal", "Schrijfregel"} <= gebruikt
    assert all(font.find(qn("w:rFonts")) is None for font in _opmaak(gelezen(blad)))


def _opmaak(document):
    return document.element.body.iter(qn("w:rPr"))


def test_every_picture_has_words_for_who_cannot_see_it(blad):
    getekend = [t for blok in blad.blokken for c in blok.cijfers for t in (c.strook, c.trend) if t]
    getekend += [blad.kaart] if blad.kaart else []
    gevonden = Counter(p.get("descr") for p in plaatjes(gelezen(blad)))
    assert gevonden == Counter(t.omschrijving for t in getekend)


def test_tables_repeat_their_heading_and_keep_rows_whole(blad):
    for tabel in gelezen(blad).tables:
        eerste, *rest = tabel.rows
        assert eerste._tr.trPr.find(qn("w:tblHeader")) is not None
        assert all(rij._tr.trPr.find(qn("w:tblHeader")) is None for rij in rest)
        assert all(rij._tr.trPr.find(qn("w:cantSplit")) is not None for rij in tabel.rows)
        assert tabel.style.name == "Wijktabel"


def test_the_page_is_a4_with_its_line_and_number_on_every_page(blad):
    document = gelezen(blad)
    for sectie in document.sections:
        assert (round(sectie.page_width / Mm(1)), round(sectie.page_height / Mm(1))) == (210, 297)
        voet = sectie.footer._element
        assert "".join(t.text or "" for t in voet.iter(qn("w:t"))).startswith(blad.regel)
        velden = [v.get(qn("w:instr")) for v in voet.iter(qn("w:fldSimple"))]
        assert velden == ["PAGE", "NUMPAGES"]


def test_the_document_is_dutch_and_knows_its_title_and_date(blad):
    document = gelezen(blad)
    standaard = document.styles.element.find(qn("w:docDefaults"))
    talen = [taal.get(qn("w:val")) for taal in standaard.iter(qn("w:lang"))]
    assert talen == ["nl-NL"]
    over = document.core_properties
    assert (over.title, over.language) == (blad.titel, "nl-NL")
    assert over.created.date() == moment(blad.opgehaald).date()


@pytest.mark.parametrize(
    ("tekst", "datum"),
    [
        ("22 november 2026", date(2026, 11, 22)),
        ("2026-11-01", date(2026, 11, 1)),
        ("ergens in 2026", date(2000, 1, 1)),
        ("onbekend", date(2000, 1, 1)),
    ],
)
def test_the_date_of_the_figures_is_read_as_it_is_written(tekst, datum):
    assert moment(tekst).date() == datum


def test_our_letters_have_a_stand_in_where_they_are_absent():
    with zipfile.ZipFile(BytesIO(schrijf_docx(kaal_blad()))) as zip_:
        letters = zip_.read("word/fontTable.xml").decode()
    assert 'w:name="Source Sans Pro"><w:altName w:val="Source Sans 3,Calibri"' in letters
    assert 'w:name="Source Serif Pro"><w:altName w:val="Source Serif 4,Georgia"' in letters


def test_awkward_characters_come_through_whole():
    teksten = {tekst for _, tekst in alineas(gelezen(verzonnen_blad()))}
    assert LASTIG in teksten
    assert f"Regenboogtuin {EMOJI}" in teksten


def test_control_characters_do_not_break_the_document():
    blad = replace(kaal_blad(), titel="Leeg\x00te\x0b", regel="a\x1fb\ud800")
    assert gelezen(blad).core_properties.title == "Leegte"


def test_the_same_sheet_is_the_same_file(blad):
    assert schrijf_docx(blad) == schrijf_docx(blad)


def test_with_hardly_any_figures_what_is_missing_stands_up_front():
    vol = [tekst for stijl, tekst in alineas(gelezen(verzonnen_blad())) if stijl == "Heading 1"]
    leeg = [tekst for stijl, tekst in alineas(gelezen(kaal_blad())) if stijl == "Heading 1"]
    assert (vol[-1], leeg[0]) == ("Wat er niet is", "Wat er niet is")


def test_a_drawing_becomes_a_sharp_picture_and_only_once():
    svg = een_strook("verzonnen").svg
    eerste, tweede = maak_png([svg])[svg], maak_png([svg, svg])[svg]
    assert eerste is tweede
    breedte = int.from_bytes(eerste[16:20], "big")
    assert eerste.startswith(b"\x89PNG")
    assert breedte > 600


def test_a_drawing_that_is_none_is_our_own_mistake():
    kapot = Tekening("<svg", "Verzonnen", "kapot")
    with pytest.raises(WijkenError, match="geen plaatjes"):
        schrijf_docx(replace(kaal_blad(), kaart=kapot))

"""Reading a file of a stranger: what people send comes out right, what they should not is told."""

import csv
from datetime import date, datetime, time
from io import BytesIO, StringIO
from zipfile import ZipFile

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.register.tabelbestand import BYTES, lees_tabel
from dashboard.register.tabelblad import KOLOMMEN, RIJEN, TEKENS
from tests.dashboard.verzonnen_bestanden import (
    csv_bestand,
    met_macro,
    vel_xml,
    verbouwd,
    xlsx_bestand,
    zipbom,
)
from wijken.errors import InvoerError

KOP = ("naam", "plaats", "gestart")
RIJ = ("Café «De Brug»", "Numansdorp", "2024-05-01")
VEL = "xl/worksheets/sheet1.xml"


def cellen(inhoud: bytes, naam: str = "verzonnen.csv") -> list[tuple[str, ...]]:
    return [rij.cellen for rij in lees_tabel(inhoud, naam).rijen]


def weigering(inhoud: bytes, naam: str = "verzonnen.csv") -> str:
    with pytest.raises(InvoerError) as gevangen:
        lees_tabel(inhoud, naam)
    return str(gevangen.value)


@pytest.mark.parametrize("scheider", [";", ",", "\t", "|"])
@pytest.mark.parametrize("codering", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le"])
def test_separator_and_letters_are_found_out(scheider: str, codering: str) -> None:
    blad = lees_tabel(csv_bestand(KOP, RIJ, scheider=scheider, codering=codering), "x.csv")
    assert blad.koppen == KOP
    assert [(rij.nummer, rij.cellen) for rij in blad.rijen] == [(2, RIJ)]


def test_a_file_in_old_windows_letters_says_so_and_another_does_not() -> None:
    assert "CSV UTF-8" in lees_tabel(csv_bestand(KOP, RIJ, codering="cp1252"), "x").opmerkingen[0]
    assert lees_tabel(csv_bestand(KOP, RIJ), "x").opmerkingen == ()


def test_a_comma_in_a_sentence_does_not_make_it_the_separator() -> None:
    inhoud = csv_bestand(("naam", "wat het doet"), ("Eethoek", "koken, eten, praten, en meer"))
    assert cellen(inhoud) == [("Eethoek", "koken, eten, praten, en meer")]


def test_a_line_end_inside_quotes_belongs_to_the_cell_and_rows_keep_their_number() -> None:
    inhoud = b'naam;wat\r\n"Een";"twee\r\nregels"\r\n\r\n;\r\n"Drie";"zei ""hoi"""\r\n'
    blad = lees_tabel(inhoud, "x.csv")
    assert [(rij.nummer, rij.cellen) for rij in blad.rijen] == [
        (2, ("Een", "twee\r\nregels")),
        (5, ("Drie", 'zei "hoi"')),
    ]


@pytest.mark.parametrize("einde", ["\n", "\r\n", "\r"])
def test_every_kind_of_line_end_is_one(einde: str) -> None:
    assert cellen(einde.join(["naam;plaats", "A;B", "C;D"]).encode()) == [("A", "B"), ("C", "D")]


def test_the_separator_that_excel_was_told_is_followed_and_counts_as_a_row() -> None:
    blad = lees_tabel(b"sep=|\r\nnaam|plaats;x\r\nA|B;y\r\n", "x.csv")
    assert (blad.koppen, blad.kopregel) == (("naam", "plaats;x"), 2)
    assert blad.rijen[0].nummer == 3


def test_a_title_above_the_headings_is_passed_over() -> None:
    blad = lees_tabel(csv_bestand(("Onze lijst",), (), KOP, RIJ), "x.csv")
    assert (blad.koppen, blad.kopregel, blad.rijen[0].nummer) == (KOP, 3, 4)


def test_a_comma_in_the_title_above_does_not_make_it_the_separator() -> None:
    inhoud = csv_bestand(("Initiatieven in Almelo, november",), KOP, RIJ)
    assert lees_tabel(inhoud, "x.csv").koppen == KOP


def test_one_column_is_a_table_too() -> None:
    assert cellen(b"naam\nEen\nTwee\n") == [("Een",), ("Twee",)]


def test_a_short_row_is_filled_up_and_a_cell_too_many_stays_to_be_seen() -> None:
    inhoud = csv_bestand(("a", "b", "c"), ("1",), ("1", "2", "3", "4"), ("1", "2", "3", ""))
    assert cellen(inhoud) == [("1", "", ""), ("1", "2", "3", "4"), ("1", "2", "3")]


def test_spaces_around_text_are_no_part_of_it() -> None:
    assert cellen("naam;plaats\n  A\u00a0;\tB \n".encode()) == [("A", "B")]


def test_dates_numbers_and_yes_or_no_come_as_excel_shows_them() -> None:
    moment = datetime.fromisoformat("2024-05-01T09:30")
    getallen = [12.0, 0.1 + 0.2, 1e15, 1e-7]
    rij = [date(2024, 5, 1), moment, time(9, 30), *getallen, True]
    inhoud = xlsx_bestand(list("abcdefgh"), rij)
    dagen = ("2024-05-01", "2024-05-01 09:30", "09:30")
    assert cellen(inhoud, "x.xlsx") == [
        (*dagen, "12", "0.3", "1000000000000000", "0.0000001", "ja")
    ]


def test_the_dates_of_a_mac_of_1904_are_the_same_days() -> None:
    uit = BytesIO()
    boek = xlsxwriter.Workbook(uit, {"date_1904": True, "default_date_format": "dd-mm-yyyy"})
    boek.add_worksheet().write_row(0, 0, ["a", "b"])
    boek.worksheets()[0].write_row(1, 0, ["x", date(2024, 5, 1)])
    boek.close()
    assert cellen(uit.getvalue()) == [("x", "2024-05-01")]


def test_the_first_filled_sheet_is_read_and_named() -> None:
    blad = lees_tabel(xlsx_bestand(blad="Leeg", Lijst=[KOP, RIJ], Uitleg=[["x"]]), "x.xlsx")
    assert blad.koppen == KOP
    assert "«Lijst»" in " ".join(blad.opmerkingen)


def test_a_formula_gives_its_stored_value_and_a_note() -> None:
    inhoud = verbouwd(
        xlsx_bestand(["naam", "aantal"], ["x", 1]),
        {
            VEL: vel_xml(
                '<row r="1"><c r="A1" t="str"><v>naam</v></c>'
                '<c r="B1" t="str"><v>aantal</v></c></row>'
                '<row r="2"><c r="A2" t="str"><f>WEBSERVICE("http://x")</f><v>tekst</v></c>'
                '<c r="B2"><f>1+1</f><v>2</v></c></row>'
            )
        },
    )
    blad = lees_tabel(inhoud, "x.xlsx")
    assert blad.rijen[0].cellen == ("tekst", "2")
    assert blad.opmerkingen == ("Formules zijn niet overgenomen, wel hun uitkomst (2: A2, B2).",)


def test_a_formula_without_a_value_and_an_error_of_excel_are_refused_by_cell() -> None:
    zonder = vel_xml('<row><c t="str"><v>a</v></c></row><row><c><f>1+1</f></c></row>')
    fout = vel_xml('<row><c t="str"><v>a</v></c></row><row><c t="e"><f>X</f><v>#REF!</v></c></row>')
    basis = xlsx_bestand(["a"], ["b"])
    assert "In A2 staat een formule" in weigering(verbouwd(basis, {VEL: zonder}))
    assert "A2 (#REF!)" in weigering(verbouwd(basis, {VEL: fout}))


@pytest.mark.parametrize(
    ("inhoud", "naam", "zin"),
    [
        (b"", "x.csv", "leeg"),
        (b"\xef\xbb\xbf\r\n;;;\r\n", "x.csv", "bestand is leeg"),
        (b"naam;plaats\r\n", "x.csv", "daaronder staat niets"),
        (b"a;b\n" * 2_000_000, "x.csv", "groter dan 5 MB"),
        (b"<html><table><tr><td>naam</td></tr></table>", "x.xls", "webpagina"),
        (b"\xef\xbb\xbf  <!DOCTYPE html>", "x.csv", "webpagina"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "x.xls", "oud soort Excel"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "x.xlsx",
            "wachtwoord",
        ),
        (b"%PDF-1.7", "lijst.pdf", "PDF"),
        (b"\x89PNG\r\n", "lijst.csv", "plaatje"),
        (b"naam\0plaats\n1\0002\n", "x.csv", "geen lijst"),
        (b"naam;plaats\r\nx;y", "x.xlsx", "geen echt Excel-bestand"),
        (b'naam;plaats\r\n"open;x\r\ny;z\r\n', "x.csv", "In rij 2 begint een tekst"),
        (b'naam;plaats\r\n"' + b"x" * 200_000, "x.csv", "Bij rij 2 loopt een tekst"),
        (b"naam;x\r\n" + b"y" * (TEKENS + 1), "x.csv", "Rij 2, kolom 1"),
        (b";".join([b"x"] * (KOLOMMEN + 1)) + b"\r\n1", "x.csv", "Rij 1 heeft 61 kolommen"),
        (b"naam\n" + b"x\n" * (RIJEN + 1), "x.csv", "meer dan 20000 rijen"),
        (b"naam\n" + b"\n" * 250_000 + b"x\n", "x.csv", "voorbij rij 200000"),
    ],
    ids=lambda deel: deel if isinstance(deel, str) else "",
)
def test_what_is_no_table_is_told_in_plain_dutch(inhoud: bytes, naam: str, zin: str) -> None:
    assert zin in weigering(inhoud, naam)


DOCTYPE = b'<!DOCTYPE x [<!ENTITY a "b">]>'
# What a workbook is made into, and a part of what is said about it.
VERBOUWD: dict[str, tuple[dict[str, bytes | None], str]] = {
    "macro": ({"xl/vbaProject.bin": b"x"}, "macro's"),
    "macro of Excel 4": ({"xl/macrosheets/sheet1.xml": b"x"}, "macro's"),
    "embedded object": ({"xl/embeddings/oleObject1.bin": b"x"}, "ander bestand"),
    "zip named as a picture": ({"xl/media/image1.png": b"PK\x03\x04rest"}, "ander bestand"),
    "zip": ({"xl/nog.zip": b"x"}, "ander bestand"),
    "binary workbook": ({"xl/workbook.bin": b"x"}, "xlsb"),
    "no workbook": ({"xl/workbook.xml": None}, "ingepakt bestand"),
    "Word": ({"xl/workbook.xml": None, "word/document.xml": b"x"}, "Word"),
    "ods": ({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}, "ods"),
    "half a sheet": ({VEL: b"<worksheet><sheetData>"}, "beschadigd"),
    "column of nowhere": ({VEL: vel_xml('<row><c r="AAAA1"><v>1</v></c></row>')}, "beschadigd"),
    "rows backwards": ({VEL: vel_xml('<row r="2"><c/></row><row r="1"/>')}, "beschadigd"),
    "far right": ({VEL: vel_xml('<row r="1"><c r="XFD1"><v>1</v></c></row>')}, "cel XFD1"),
    "far down": ({VEL: vel_xml('<row r="999999"><c><v>1</v></c></row>')}, "voorbij rij 200000"),
    "entities": ({VEL: DOCTYPE + vel_xml("")}, "beschadigd"),
    "entities in styles": ({"xl/styles.xml": DOCTYPE + b"<styleSheet/>"}, "beschadigd"),
    "text of nowhere": ({VEL: vel_xml('<row><c t="s"><v>99</v></c></row>')}, "beschadigd"),
}


@pytest.mark.parametrize("soort", VERBOUWD)
def test_a_workbook_that_is_more_or_less_than_a_table_is_refused(soort: str) -> None:
    delen, zin = VERBOUWD[soort]
    assert zin in weigering(verbouwd(xlsx_bestand(KOP, RIJ), delen), "x.xlsx")


def test_a_zip_bomb_is_refused_before_it_is_unpacked() -> None:
    bom = zipbom()
    assert len(bom) < 1_000_000
    assert "uitgepakt veel te groot" in weigering(bom, "x.xlsx")


def test_a_bomb_that_lies_about_its_size_is_refused_too() -> None:
    bom = bytearray(zipbom(20))
    with ZipFile(BytesIO(bom)) as zip_:
        echt = zip_.getinfo(VEL).file_size.to_bytes(4, "little")
    assert bom.count(echt) >= 1
    assert "Excel-bestand" in weigering(bytes(bom).replace(echt, (9_000).to_bytes(4, "little")))


def test_a_macro_under_an_innocent_name_is_refused() -> None:
    assert "macro's" in weigering(met_macro(), "onschuldig.xlsx")


def test_styled_cells_without_words_below_and_beside_the_list_do_no_harm() -> None:
    rijen = '<row r="1"><c r="A1" t="str"><v>a</v></c><c r="XFD1" s="1"/></row>'
    rijen += (
        '<row r="2"><c r="A2" t="str"><v>b</v></c></row><row r="1048576"><c r="A1048576"/></row>'
    )
    inhoud = verbouwd(xlsx_bestand(["a"], ["b"]), {VEL: vel_xml(rijen)})
    assert cellen(inhoud, "x.xlsx") == [("b",)]


def test_a_file_of_exactly_five_megabytes_is_still_looked_at() -> None:
    rij = b"x;y\n"
    assert "meer dan" in weigering(b"a;b\n" + rij * (BYTES // len(rij) - 1))


@pytest.mark.parametrize("naam", ["../../etc/passwd", "C:\\x.csv", "", "a/b.csv", "x" * 5000, "\0"])
def test_the_name_of_a_file_is_never_a_path(naam: str) -> None:
    assert cellen(csv_bestand(KOP, RIJ), naam) == [RIJ]


def lees_of_weiger(inhoud: bytes, naam: str) -> None:
    try:
        blad = lees_tabel(inhoud, naam)
    except InvoerError:
        pass
    else:
        assert all(len(rij.cellen) >= len(blad.koppen) for rij in blad.rijen)
        assert all(any(rij.cellen) for rij in blad.rijen)


BEGIN = st.sampled_from(
    [b"", b"PK\x03\x04", b"\xff\xfe", b"\xef\xbb\xbf", b"naam;plaats\r\n", b'"']
)


@given(BEGIN, st.binary(max_size=400), st.sampled_from(["x.csv", "x.xlsx"]))
def test_rubbish_gives_a_table_or_a_dutch_refusal(begin: bytes, rest: bytes, naam: str) -> None:
    lees_of_weiger(begin + rest, naam)


@given(st.text(max_size=300), st.sampled_from(["utf-8", "utf-16", "cp1252"]))
def test_any_text_gives_a_table_or_a_dutch_refusal(tekst: str, codering: str) -> None:
    lees_of_weiger(tekst.encode(codering, errors="ignore"), "x.csv")


@settings(max_examples=40)
@given(st.data())
def test_a_workbook_with_damage_gives_a_table_or_a_dutch_refusal(data: st.DataObject) -> None:
    inhoud = bytearray(WERKBOEK)
    for _ in range(data.draw(st.integers(1, 8))):
        inhoud[data.draw(st.integers(0, len(inhoud) - 1))] = data.draw(st.integers(0, 255))
    lees_of_weiger(bytes(inhoud[: data.draw(st.integers(0, len(inhoud)))]), "x.xlsx")


RIJXML = st.text("<>/rcvft=\"' sstrinlineStrA1B2é&;0.e", max_size=120)


@settings(max_examples=40)
@given(RIJXML)
def test_a_sheet_of_rubbish_gives_a_table_or_a_dutch_refusal(rijen: str) -> None:
    lees_of_weiger(verbouwd(WERKBOEK, {VEL: vel_xml(f"<row><c>{rijen}</c></row>")}), "x.xlsx")


WERKBOEK = xlsx_bestand(KOP, RIJ, ("Twee", "Almelo", date(2024, 1, 1)))
TEKST = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1, max_size=30
).filter(lambda tekst: tekst == tekst.strip())


@settings(max_examples=40)
@given(st.lists(st.tuples(TEKST, TEKST, TEKST), min_size=1, max_size=5))
def test_what_goes_in_as_text_comes_out_as_text_from_both_kinds(
    rijen: list[tuple[str, ...]],
) -> None:

    uit = StringIO()
    csv.writer(uit, delimiter=";").writerows([KOP, *rijen])
    assert cellen(uit.getvalue().encode()) == rijen
    boek = BytesIO()
    with xlsxwriter.Workbook(boek) as nieuw:
        vel = nieuw.add_worksheet()
        for nummer, rij in enumerate([KOP, *rijen]):
            for plek, cel in enumerate(rij):
                vel.write_string(nummer, plek, cel)
    assert cellen(boek.getvalue(), "x.xlsx") == rijen

"""Tables to take along: what a spreadsheet opens is what was given, and never a formula."""

import csv
from io import StringIO

import pytest

from dashboard.uitvoer import Getal, Kolom, bladnaam, naar_csv, naar_xlsx, veilig
from dashboard.werkboek import Eigenschappen
from tests.dashboard.lees_xlsx import eigenschap, lees_xlsx

KOLOMMEN = (Kolom("Buurt"), Kolom("Cijfer", 1), Kolom("Jaar"))
RIJEN = (
    ("Verzonnen; oost", 12345.65, 2024),
    ('Verzonnen "west"', None, 2023),
    ("Verzonnen zuid", Getal(-0.456, 2), 2020),
)
BRON = (("Bron", "Verzonnen bron"), ("Tabel", "00000NED"))
GEVAARLIJK = ["=1+1", "+31", "-1", "@SUM(A1)", "\tx", "\rx", "\n=1", "＝1", '=HYPERLINK("x")']


def gelezen(inhoud):
    return list(csv.reader(StringIO(inhoud.decode("utf-8-sig"), newline=""), delimiter=";"))


def test_a_csv_opens_in_a_dutch_spreadsheet():
    inhoud = naar_csv(KOLOMMEN, RIJEN, BRON)
    assert inhoud.startswith(b"\xef\xbb\xbf")
    assert gelezen(inhoud) == [
        ["Buurt", "Cijfer", "Jaar", "Bron", "Tabel"],
        ["Verzonnen; oost", "12345,7", "2024", "Verzonnen bron", "00000NED"],
        ['Verzonnen "west"', "", "2023", "Verzonnen bron", "00000NED"],
        ["Verzonnen zuid", "-0,46", "2020", "Verzonnen bron", "00000NED"],
    ]


def test_a_workbook_has_the_same_rows_with_numbers_as_numbers():
    (vel,) = lees_xlsx(naar_xlsx(KOLOMMEN, RIJEN, BRON)).values()
    assert vel.rijen == [
        ["Buurt", "Cijfer", "Jaar", "Bron", "Tabel"],
        ["Verzonnen; oost", 12345.65, 2024, "Verzonnen bron", "00000NED"],
        ['Verzonnen "west"', None, 2023, "Verzonnen bron", "00000NED"],
        ["Verzonnen zuid", -0.456, 2020, "Verzonnen bron", "00000NED"],
    ]


def test_a_number_shows_its_decimals_and_a_year_no_thousands_point():
    (vel,) = lees_xlsx(naar_xlsx(KOLOMMEN, RIJEN, BRON)).values()
    assert vel.vormen[1][1:3] == ["#,##0.0", ""]
    assert vel.vormen[3][1] == "#,##0.00"


@pytest.mark.parametrize("tekst", GEVAARLIJK)
def test_text_is_never_a_formula_in_a_csv(tekst):
    (kop, rij) = gelezen(naar_csv([Kolom(tekst)], [[tekst]], [("Bron", tekst)]))
    assert kop[0] == rij[0] == rij[1] == f"'{tekst}"


@pytest.mark.parametrize("tekst", GEVAARLIJK)
def test_text_is_never_a_formula_in_a_workbook(tekst):
    (vel,) = lees_xlsx(naar_xlsx([Kolom("Naam")], [[tekst]], [])).values()
    assert "<f>" not in vel.xml
    assert vel.rijen[1][0].strip() == tekst.strip()


@pytest.mark.parametrize("tekst", ["Verzonnen", "a=b", "", "5 - 3", "'t Zand"])
def test_ordinary_text_stays_as_it_is(tekst):
    assert veilig(tekst) == tekst


def test_a_negative_number_is_a_number_and_no_formula():
    assert gelezen(naar_csv([Kolom("Verschil", 0)], [[-3.6]], [])) == [["Verschil"], ["-4"]]


def test_a_rounded_zero_has_no_sign():
    assert gelezen(naar_csv([Kolom("Verschil", 1)], [[-0.01]], []))[1] == ["0,0"]


def test_numbers_without_decimals_are_written_in_full():
    assert gelezen(naar_csv([Kolom("Cijfer")], [[0.125]], []))[1] == ["0,125"]


def test_a_row_that_is_too_short_is_refused():
    with pytest.raises(ValueError, match="shorter"):
        naar_csv(KOLOMMEN, [("Verzonnen",)], BRON)


def test_the_same_rows_give_the_same_bytes():
    assert naar_xlsx(KOLOMMEN, RIJEN, BRON) == naar_xlsx(KOLOMMEN, RIJEN, BRON)


def test_a_workbook_is_of_the_date_of_its_figures():
    over = Eigenschappen("Verzonnen tabel", datum="2026-11-22")
    inhoud = naar_xlsx(KOLOMMEN, RIJEN, BRON, over)
    assert eigenschap(inhoud, "dcterms:created") == "2026-11-22T00:00:00Z"
    assert eigenschap(inhoud, "dc:title") == "Verzonnen tabel"
    assert list(lees_xlsx(inhoud)) == ["Verzonnen tabel"]


def test_an_empty_text_is_an_empty_cell():
    (vel,) = lees_xlsx(naar_xlsx([Kolom("A"), Kolom("B")], [["", "b"]], [])).values()
    assert vel.rijen[1] == [None, "b"]


def test_characters_that_break_a_workbook_are_left_out():
    (vel,) = lees_xlsx(naar_xlsx([Kolom("Naam")], [["a\x00b\x1f\ud800c\ufffe🌈"]], [])).values()
    assert vel.rijen[1] == ["abc🌈"]
    stuk = Eigenschappen("ti\x00tel", "on\x01derwerp")
    inhoud = naar_xlsx([Kolom("k\x02op")], [["a"]], [], stuk)
    assert lees_xlsx(inhoud)["titel"].rijen[0] == ["kop"]
    assert eigenschap(inhoud, "dc:title") == "titel"


@pytest.mark.parametrize(
    ("titel", "naam"),
    [
        ("A/B: [c]?*\\", "A B   c"),
        ("", "Blad"),
        ("'x'", "x"),
        ("v" * 40, "v" * 31),
    ],
    ids=["forbidden", "nothing", "quotes", "too long"],
)
def test_any_title_makes_a_name_that_a_sheet_may_have(titel, naam):
    assert bladnaam(titel) == naam
    naar_xlsx(KOLOMMEN, RIJEN, BRON, Eigenschappen(titel))

"""Promises of the reader of published CSV files; all figures are made up ("verzonnen")."""

from __future__ import annotations

import pytest

from etl.bronnen.bestand import Bestandsvorm, lees_bestand
from etl.bronnen.getal import getal_als_tekst
from wijken.errors import BronError, InvoerError

VORM = Bestandsvorm(regio="code", periode="jaar", velden={"cijfer": "Verzonnen_1"})


@pytest.fixture
def schrijf_csv(tmp_path):
    def schrijf(tekst, codering="utf-8"):
        pad = tmp_path / "verzonnen.csv"
        pad.write_bytes(tekst.encode(codering))
        return pad

    return schrijf


def test_a_row_becomes_one_cell_with_its_year_as_a_cbs_period(schrijf_csv):
    pad = schrijf_csv("code,jaar,cijfer\nGM9901,2021,11378.0\n")
    assert lees_bestand(pad, VORM).to_pylist() == [
        {
            "regio": "GM9901",
            "dimensies": "Perioden=2021JJ00",
            "veld": "Verzonnen_1",
            "tekst": "11378",
        }
    ]


def test_several_figures_and_dimensions_in_a_row_each_get_their_place(schrijf_csv):
    vorm = Bestandsvorm(
        regio="gm",
        velden={"huur": "Huur", "koop": "Koop"},
        dimensies={"klasse": "label"},
        vast={"Marges": "MW00000"},
    )
    pad = schrijf_csv("gm,klasse,huur,koop\nGM9901,A,1,2\n")
    rijen = lees_bestand(pad, vorm).to_pylist()
    assert [(r["veld"], r["tekst"]) for r in rijen] == [("Huur", "1"), ("Koop", "2")]
    assert {r["dimensies"] for r in rijen} == {"Marges=MW00000&label=A"}


def test_a_dutch_file_with_bom_semicolons_commas_and_dots_is_understood(schrijf_csv):
    vorm = Bestandsvorm("code", {"cijfer": "X"}, scheiding=";", decimaal=",")
    pad = schrijf_csv("\ufeffcode;cijfer\r\nBU99010101;3,50\r\nBU99010102;.\r\nBU99010103;\r\n")
    assert lees_bestand(pad, vorm)["tekst"].to_pylist() == ["3.5", None, None]


def test_letters_in_the_codes_of_amsterdam_are_codes(schrijf_csv):
    pad = schrijf_csv("code,jaar,cijfer\nBU0363KA05,2024,1\n")
    assert lees_bestand(pad, VORM)["regio"].to_pylist() == ["BU0363KA05"]


@pytest.mark.parametrize(
    ("tekst", "melding"),
    [
        ("code,jaar\nGM9901,2021\n", "mist de kolommen cijfer. Gevonden: code, jaar"),
        ("", "Gevonden: geen kolommen"),
        ("code,jaar,cijfer\nGM9901,2021,1\nx,2021,1\n", "regel 3: «x» is geen regiocode"),
        ("code,jaar,cijfer\nGM9901,2021KW01,1\n", "regel 2: «2021KW01» is geen jaar"),
        ("code,jaar,cijfer\nGM9901,2021,veel\n", "regel 2: «veel» is geen getal"),
        ("code,jaar,cijfer\nGM9901,2021,nan\n", "regel 2: «nan» is geen getal"),
        ("code,jaar,cijfer\nGM9901,2021\n", "regel 2: de kolom cijfer ontbreekt"),
    ],
    ids=["column", "empty", "code", "quarter", "number", "nan", "short row"],
)
def test_what_is_wrong_is_said_with_file_and_line(schrijf_csv, tekst, melding):
    with pytest.raises(BronError, match=melding) as fout:
        lees_bestand(schrijf_csv(tekst), VORM)
    assert "verzonnen.csv" in str(fout.value)


def test_a_file_in_another_encoding_is_refused_with_advice(schrijf_csv):
    pad = schrijf_csv("code,jaar,cijfer,naam\nGM9901,2021,1,Fryslân\n", "latin-1")
    with pytest.raises(BronError, match="geen UTF-8"):
        lees_bestand(pad, VORM)


def test_a_missing_file_is_the_users_fault(tmp_path):
    with pytest.raises(InvoerError, match="is er niet"):
        lees_bestand(tmp_path / "weg.csv", VORM)


@pytest.mark.parametrize(
    ("waarde", "tekst"),
    [
        (73107, "73107"),
        (73107.0, "73107"),
        ("11378.00", "11378"),
        (100, "100"),
        ("1000.0", "1000"),
        (29.9, "29.9"),
        (-5.80372218154657e-05, "-0.0000580372218154657"),
        ("-0.0", "0"),
        (0, "0"),
        ("1e3", "1000"),
    ],
)
def test_a_number_is_written_without_exponent_or_loose_zero(waarde, tekst):
    assert getal_als_tekst(waarde) == tekst

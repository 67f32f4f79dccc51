"""What goes out comes back the same, is harmless in a spreadsheet, and the form explains itself."""

import io
import zipfile
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.register.invoer import Uitkomst, bekijk
from dashboard.register.lijstbestand import (
    exporteer_csv,
    exporteer_xlsx,
    onschadelijk,
    sjabloon_csv,
    sjabloon_xlsx,
    uit_register,
)
from dashboard.register.opnemen import Keus, neem_aan
from dashboard.register.regels import schoon, toets
from dashboard.register.register import Gezien, Register
from dashboard.register.tabelbestand import lees_tabel

DAG = date(2026, 11, 27)
WRITERS = {
    "csv": (exporteer_csv, "register.csv"),
    "xlsx": (lambda rows: exporteer_xlsx(rows, DAG), "register.xlsx"),
}
FORMS = {"csv": (sjabloon_csv, "blad.csv"), "xlsx": (sjabloon_xlsx, "blad.xlsx")}
LASTIG = {
    "naam": "=2+2 Verzonnen",
    "organisatie": "'-Verzonnen",
    "omschrijving": '@Som; met "aanhalingstekens", en een komma',
    "breedte": "52,357123",
    "lengte": "6,662",
    "gestart": "3-5-2021",
    "nagekeken": "1-11-2026",
    "bron": "een krant",
    "bron_adres": "https://verzonnen.example/krant",
    "toestemming": "nee",
}


@pytest.mark.parametrize("soort", WRITERS)
def test_an_export_taken_in_again_changes_nothing(register, wereld, goed, soort):
    schrijf, naam = WRITERS[soort]
    register.voeg_toe(toets(goed(**LASTIG), wereld).initiatief, "Anna")
    alle = register.alle()
    voorbeeld = bekijk(lees_tabel(schrijf(uit_register(alle)), naam), alle, wereld)
    assert {rij.uitkomst for rij in voorbeeld.rijen} == {Uitkomst.GELIJK}
    assert (voorbeeld.bezwaren, voorbeeld.opmerkingen) == ((), ())
    assert len(voorbeeld.rijen) == 159


@pytest.mark.parametrize("soort", WRITERS)
def test_an_export_taken_in_by_another_register_gives_the_same_rows(
    tmp_path, register, wereld, goed, soort
):
    schrijf, naam = WRITERS[soort]
    eigen = register.voeg_toe(toets(goed(**LASTIG), wereld).initiatief, "Anna")
    inhoud = schrijf([eigen])
    ander = Register(tmp_path / "ander")
    neem_aan(ander, bekijk(lees_tabel(inhoud, naam), ander.alle(), wereld), Keus(), ("Bert", naam))
    gekomen = ander.geef(eigen.id)
    boekhouding = ("herkomst", "gemaakt", "gewijzigd", "door", "nagekeken_door")
    assert replace(gekomen, **{v: getattr(eigen, v) for v in boekhouding}) == eigen
    assert schrijf([replace(gekomen, herkomst=eigen.herkomst)]) == inhoud
    ander.sluit()


@pytest.mark.parametrize("soort", WRITERS)
def test_no_cell_of_an_export_is_a_formula(register, verzonnen, soort):
    schrijf, naam = WRITERS[soort]
    eng = [f"{teken}Verzonnen" for teken in "=+-@"]
    rijen = [register.voeg_toe(verzonnen(naam=n, organisatie=n), "Anna") for n in eng]
    blad = lees_tabel(schrijf(rijen), naam)
    begin = {cel[0] for rij in blad.rijen for cel in rij.cellen if cel}
    assert not begin & set("=+-@\t\r")
    assert "'=Verzonnen" in blad.rijen[0].cellen


@given(st.text(alphabet="='+-@ a\u00e9", max_size=8))
def test_what_is_made_harmless_is_read_back_as_it_was(tekst):
    assert schoon(onschadelijk(schoon(tekst))) == schoon(tekst)


@pytest.mark.parametrize("soort", FORMS)
def test_the_form_reads_without_a_word_and_its_examples_are_skipped(register, wereld, soort):
    maak, naam = FORMS[soort]
    voorbeeld = bekijk(lees_tabel(maak(), naam), register.alle(), wereld)
    assert [rij.uitkomst for rij in voorbeeld.rijen] == [Uitkomst.VOORBEELD] * 2
    assert (voorbeeld.bezwaren, voorbeeld.opmerkingen) == ((), ())


def test_the_form_in_excel_offers_the_kinds_to_choose_from():
    vel = zipfile.ZipFile(io.BytesIO(sjabloon_xlsx())).read("xl/worksheets/sheet1.xml").decode()
    assert '"burgerinitiatief,voorziening,professional"' in vel.replace("&quot;", '"')


def test_the_examples_would_be_taken_if_they_were_real(register, wereld):
    tekst = sjabloon_csv().decode("utf-8-sig").replace("VOORBEELD: ", "Verzonnen ")
    voorbeeld = bekijk(lees_tabel(tekst.encode(), "blad.csv"), register.alle(), wereld)
    assert [rij.uitkomst for rij in voorbeeld.rijen] == [Uitkomst.NIEUW] * 2


def test_merged_and_retired_rows_are_not_exported(register):
    een = register.alle()[0]
    register.zet_uit(Gezien(een.id, 1, "Anna"))
    assert een.id not in [i.id for i in uit_register(register.alle())]

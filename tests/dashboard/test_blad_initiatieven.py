"""Initiatives on a sheet: how many, how near, checked or not; and harmless in every writer."""

from dataclasses import replace

import pytest

from dashboard.context import make_context
from dashboard.downloads import Bewaard, _maak
from dashboard.factsheet.docx import schrijf_docx
from dashboard.factsheet.initiatiefzin import afstand
from dashboard.factsheet.keuzes import Keuzes
from dashboard.factsheet.opstellen import make_inhoud
from dashboard.factsheet.pdf import schrijf_pdf
from dashboard.factsheet.xlsx import schrijf_xlsx
from dashboard.register.initiatieven import Herkomst, Initiatief
from tests.dashboard.lees_xlsx import lees_xlsx
from tests.dashboard.pdf_lezen import lees
from wijken.regio import Regiocode

# De Riet, Almelo: its middle, and a place in the same wijk a few hundred metres away.
RIET, BUURT = Regiocode("WK014111"), Regiocode("BU01411101")
BOOS = '<script>alert("verzonnen")</script> =1+1 & <b>vet</b> 🎉👩‍👩‍👧 #let x = 1 \\ $y$ * _ @x'


def verzonnen(**anders):
    begin = {
        "id": "",
        "werkgebied": "beter-wonen",
        "naam": "Verzonnen Buurttuin",
        "soort": "burgerinitiatief",
        "omschrijving": "Bewoners onderhouden samen een tuin.",
        "themas": ("ontmoeten",),
        "voor_wie": "",
        "organisatie": "",
        "adres": "",
        "postcode": "",
        "plaats": "Almelo",
        "wijk_of_dorp": "De Riet",
        "regio": RIET,
        "website": "",
        "bron_url": "",
        "bron_datum": "",
        "zekerheid": "recent",
        "herkomst": Herkomst.HAND,
        "toestemming": "ja",
    }
    return Initiatief(**begin | anders)


@pytest.fixture
def wereld(database, tmp_path):
    context = make_context(database=database, data_map=tmp_path)
    yield context
    context.register.sluit()


def blad(wereld, slug):
    with wereld.reader.momentopname() as nu:
        return make_inhoud(wereld, nu, slug, Keuzes())


def midden(wereld, code):
    import shapely

    with wereld.reader.momentopname() as nu:
        gebied = wereld.catalogus.werkgebied_van(code)
        vormen = {r.code: shapely.from_wkb(w) for r, w in nu.geometrieen(gebied, code.soort, 2024)}
    punt = vormen[code].centroid
    return punt.y, punt.x


def voeg_toe(wereld, **anders):
    return wereld.register.voeg_toe(verzonnen(**anders), "Kim")


def test_the_nearest_stand_first_with_their_distance(wereld):
    breedte, lengte = midden(wereld, RIET)
    # A hundredth of a degree of latitude is 1.11 km.
    voeg_toe(wereld, naam="Verzonnen Ver", plek=(breedte + 0.0108, lengte))
    voeg_toe(wereld, naam="Verzonnen Dichtbij", plek=(breedte + 0.0027, lengte))
    eerste, tweede, *rest = blad(wereld, "WK014111").initiatieven
    assert (eerste.naam, eerste.plaats) == ("Verzonnen Dichtbij", "De Riet, op 300 meter")
    assert (tweede.naam, tweede.plaats) == ("Verzonnen Ver", "De Riet, op 1,2 km")
    assert rest
    assert not any("meter" in een.plaats for een in rest)


def test_a_buurt_has_what_is_near_in_another_wijk_too(wereld):
    breedte, lengte = midden(wereld, BUURT)
    anders = Regiocode("WK014113")
    voeg_toe(wereld, naam="Verzonnen Buren", regio=anders, plek=(breedte + 0.0045, lengte))
    voeg_toe(wereld, naam="Verzonnen Overkant", regio=anders, plek=(breedte + 0.045, lengte))
    gevonden = blad(wereld, BUURT.code)
    namen = {een.naam: een.plaats for een in gevonden.initiatieven}
    assert namen["Verzonnen Buren"] == "De Riet, op 500 meter"
    assert "Verzonnen Overkant" not in namen
    assert "in deze wijk" in namen.values()
    assert "tot een kilometer rond deze buurt" in gevonden.initiatieven_zin


def test_an_initiative_of_the_buurt_itself_says_so(wereld):
    voeg_toe(wereld, naam="Verzonnen Portiek", buurt=BUURT)
    namen = {een.naam: een.plaats for een in blad(wereld, BUURT.code).initiatieven}
    assert namen["Verzonnen Portiek"] == "in deze buurt"


def test_a_gemeente_has_no_distances(wereld):
    breedte, lengte = midden(wereld, RIET)
    voeg_toe(wereld, naam="Aaa Verzonnen", plek=(breedte, lengte))
    assert not any("meter" in een.plaats for een in blad(wereld, "beter-wonen").initiatieven)


def test_checked_is_told_with_its_day_and_counted(wereld):
    assert "nog niet nagekeken" in blad(wereld, "WK014111").initiatieven_zin
    plek = midden(wereld, RIET)
    voeg_toe(wereld, naam="Verzonnen Gezien", plek=plek, nagekeken="2026-11-20")
    gevonden = blad(wereld, "WK014111")
    assert "Daarvan nagekeken: 1." in gevonden.initiatieven_zin
    eerste = gevonden.initiatieven[0]
    assert (eerste.naam, eerste.gevonden) == ("Verzonnen Gezien", "nagekeken op 20 november 2026")


def test_what_somebody_brought_is_not_said_to_be_found_in_public(wereld):
    voeg_toe(wereld, naam="Verzonnen Eigen", plek=midden(wereld, RIET))
    gevonden = blad(wereld, "WK014111")
    assert gevonden.initiatieven[0].gevonden == "zelf opgegeven, nog niet nagekeken"
    assert "Nog niemand keek ze na." in gevonden.initiatieven_zin


@pytest.mark.parametrize(
    ("km", "tekst"),
    [(0.04, "minder dan 100 meter"), (0.12, "100 meter"), (0.94, "900 meter"), (0.96, "1,0 km")],
)
def test_a_distance_is_told_as_people_do(wereld, km, tekst):
    assert afstand(wereld, km) == tekst


def test_odd_texts_are_text_in_every_writer(wereld):
    voeg_toe(
        wereld,
        naam=f"Verzonnen {BOOS}"[:120],
        omschrijving=BOOS + " lang" * 60,
        plek=midden(wereld, RIET),
    )
    inhoud = blad(wereld, "WK014111")
    assert "script" in inhoud.initiatieven[0].naam
    assert "<script>alert" in "".join(lees(schrijf_pdf(inhoud)).paginatekst)
    assert schrijf_docx(inhoud)[:2] == b"PK"
    assert "<script>" in str(lees_xlsx(schrijf_xlsx(inhoud)))


def test_a_text_that_would_fill_a_page_is_cut(wereld):
    voeg_toe(wereld, omschrijving="verzonnen " * 39, plek=midden(wereld, RIET))
    (omschrijving, *_) = (een.omschrijving for een in blad(wereld, "WK014111").initiatieven)
    assert len(omschrijving) <= 301
    assert omschrijving.endswith("…")


def test_a_download_shows_what_was_added_a_moment_ago(wereld):
    from flask import Flask

    bewaard = Bewaard()
    with Flask("verzonnen").test_request_context("/factsheet/WK014111.xlsx"):
        voor, _ = _maak(wereld, bewaard, "WK014111", "xlsx")
        voeg_toe(wereld, naam="Verzonnen Nieuw", plek=midden(wereld, RIET))
        na, _ = _maak(wereld, bewaard, "WK014111", "xlsx")
    assert "Verzonnen Nieuw" not in str(lees_xlsx(voor))
    assert "Verzonnen Nieuw" in str(lees_xlsx(na))


def test_the_sheet_takes_the_list_as_it_is_and_changes_nothing(wereld):
    een = voeg_toe(wereld, plek=midden(wereld, RIET))
    blad(wereld, "WK014111")
    assert wereld.register.geef(een.id) == replace(een)

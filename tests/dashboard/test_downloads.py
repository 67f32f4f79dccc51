"""Sheets to take along, asked for the way a browser does: headers, choices, 404s, many at once."""

from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from threading import Barrier
from zipfile import ZipFile

import pytest

from dashboard.downloads import SCHRIJVERS, Bewaard, bestandsnaam
from dashboard.factsheet.letters import schrijfbaar
from tests.dashboard.pdf_lezen import lees, zonder_wit

BLAD = "/factsheet/beter-wonen"


@pytest.mark.parametrize("soort", SCHRIJVERS)
def test_a_sheet_comes_as_a_file_with_its_own_name(klant, soort):
    antwoord = klant.get(f"{BLAD}.{soort}", buffered=True)
    assert antwoord.status_code == 200
    assert antwoord.mimetype == SCHRIJVERS[soort].mimetype
    kop = antwoord.headers["Content-Disposition"]
    datum = klant.get("/gezond").get_json()["datum"]
    assert kop == f"attachment; filename=factsheet-beter-wonen-{datum}.{soort}"
    assert antwoord.headers["X-Content-Type-Options"] == "nosniff"


def test_the_files_are_what_they_are_called(klant):
    assert klant.get(f"{BLAD}.pdf", buffered=True).data.startswith(b"%PDF-")
    for soort, deel in (("xlsx", "xl/workbook.xml"), ("docx", "word/document.xml")):
        inhoud = klant.get(f"{BLAD}.{soort}", buffered=True).data
        assert deel in ZipFile(BytesIO(inhoud)).namelist()


def test_asked_for_again_it_is_not_sent_again(klant):
    eerste = klant.get(f"{BLAD}.pdf", buffered=True)
    merk = {"If-None-Match": eerste.headers["ETag"]}
    assert klant.get(f"{BLAD}.pdf", headers=merk, buffered=True).status_code == 304
    assert eerste.headers["Cache-Control"] == "no-cache"


@pytest.mark.parametrize("slug", ["onzin", "GM9999", "BU99999999", "..%2F..%2Fetc", "NL00", "%00"])
@pytest.mark.parametrize("soort", SCHRIJVERS)
def test_an_unknown_area_answers_404_in_dutch(klant, slug, soort):
    antwoord = klant.get(f"/factsheet/{slug}.{soort}", buffered=True)
    assert antwoord.status_code == 404
    assert "Deze pagina is er niet" in antwoord.text
    assert "Content-Disposition" not in antwoord.headers


def test_another_kind_of_file_is_not_there(klant):
    assert klant.get("/factsheet/beter-wonen.exe", buffered=True).status_code == 404


def test_the_choices_in_the_address_are_on_the_paper(klant):
    vraag = {
        "notitie": "Verzonnen notitie #let x = 1 & <b>",
        "vraag_1": "Een verzonnen vraag?",
        "partner_zorg": "Verzonnen zorg",
        "plaats": "Verzonnen zaal",
        "bijlage": "ja",
        "utm_onzin": "zomaar",
    }
    zonder = lees(klant.get(f"{BLAD}.pdf", buffered=True).data)
    met = lees(klant.get(f"{BLAD}.pdf", query_string=vraag, buffered=True).data)
    tekst = met.boom.alle_tekst
    for sleutel in ("notitie", "vraag_1", "partner_zorg", "plaats"):
        assert zonder_wit(schrijfbaar(vraag[sleutel])) in tekst
        assert zonder_wit(vraag[sleutel]) not in zonder.boom.alle_tekst
    assert met.bladzijden > zonder.bladzijden


def test_nonsense_in_the_choices_is_no_reason_to_fail(klant):
    vraag = {"themas": "onzin,,'; drop table", "datum": "\x00\x1b" * 99, "notitie": "é" * 9999}
    assert klant.get(f"{BLAD}.pdf", query_string=vraag, buffered=True).status_code == 200


def test_twenty_at_once_lose_nothing(server):
    slugs = ["beter-wonen", "hw-wonen", "WK014111", "BU01411206"]
    vragen = [(slug, n) for n in range(5) for slug in slugs]
    samen = Barrier(len(vragen), timeout=60)

    def vraag(wat):
        slug, n = wat
        samen.wait()
        adres = f"/factsheet/{slug}.pdf?notitie=verzonnen{n}"
        antwoord = server.test_client().get(adres, buffered=True)
        return antwoord.status_code, f"verzonnen{n}" in lees(antwoord.data).boom.alle_tekst

    with ThreadPoolExecutor(max_workers=len(vragen)) as mensen:
        assert list(mensen.map(vraag, vragen)) == [(200, True)] * len(vragen)


@pytest.mark.parametrize(
    ("slug", "naam"),
    [
        ("beter-wonen", "factsheet-beter-wonen-2026-11-22.pdf"),
        ("WK014111", "factsheet-wk014111-2026-11-22.pdf"),
        ("é/..\\\r\nX: y", "factsheet-x-y-2026-11-22.pdf"),
    ],
)
def test_a_file_name_is_safe_anywhere(slug, naam):
    assert bestandsnaam(slug, "2026-11-22", "pdf") == naam


def test_what_was_made_is_kept_and_the_oldest_goes():
    bewaard, gemaakt = Bewaard(hoeveel=2), []

    def maak(sleutel):
        def nu():
            gemaakt.append(sleutel)
            return sleutel.encode()

        return bewaard.geef(sleutel, nu)

    for sleutel in "abacab":
        assert maak(sleutel) == sleutel.encode()
    # `a` was asked for between, so `b` was the oldest when `c` came.
    assert gemaakt == ["a", "b", "c", "b"]

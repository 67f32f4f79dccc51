"""Homes and kansenkaart in a real browser: own stock (verzonnen), keyboard, phone, paper."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import axe_faults
from tests.browser.pagina import PHONE, page_fits

LIJST = """buurtcode;aantal woningen;energielabel
BU01411101;140;A
BU01411102;90;{label}
BU01411103;7;F
BU01411101;60;G
"""


def openen(page: Page, adres: str, kop: str | re.Pattern[str]) -> None:
    page.goto(adres)
    expect(page.get_by_role("heading", level=1)).to_have_text(kop)


@pytest.mark.parametrize(
    ("adres", "kop"),
    [
        ("/woningvoorraad", "De woningen"),
        ("/woningvoorraad?plek=WK014111&niveau=buurt", "De woningen van De Riet"),
        ("/woningvoorraad/eigen", "Eigen woningen van een corporatie"),
        ("/kansenkaart", "Kansenkaart van Almelo"),
        ("/kansenkaart?gebied=hw-wonen&thema=ontmoeten", "Kansenkaart van de Hoeksche Waard"),
    ],
    ids=["homes", "homes of a wijk", "own homes", "kansenkaart", "one theme"],
)
def test_axe_finds_no_fault_and_a_phone_does_not_scroll_sideways(
    stil: Page, adres: str, kop: str
) -> None:
    openen(stil, adres, kop)
    assert axe_faults(stil) == []
    stil.set_viewport_size(PHONE)
    page_fits(stil, PHONE["width"])


def test_the_kansenkaart_leads_by_keyboard_to_the_names_of_a_theme_and_back(page: Page) -> None:
    openen(page, "/kansenkaart", "Kansenkaart van Almelo")
    getal = page.get_by_role("link", name=re.compile("Initiatieven voor ontmoeten in De Riet"))
    getal.focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("thema=ontmoeten"))
    expect(page.get_by_text("Bootcampterrein De Riet", exact=True)).to_be_visible()
    expect(page.get_by_text("Wie kennen we hier?").first).to_be_visible()
    page.go_back()
    expect(page).not_to_have_url(re.compile("thema="))


def test_the_kansenkaart_prints_on_landscape_from_the_first_sheet(page: Page) -> None:
    openen(page, "/kansenkaart", "Kansenkaart van Almelo")
    pdf = page.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) <= 4
    breed, hoog = map(float, re.search(rb"/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]", pdf).groups())
    assert breed > hoog


def kies_bestand(page: Page, pad: Path) -> None:
    openen(page, "/woningvoorraad/eigen", "Eigen woningen van een corporatie")
    page.get_by_label("Gebied").select_option(label="Almelo")
    page.get_by_label("Corporatie").fill("Verzonnen Wonen")
    page.get_by_label("Aantallen van").fill("1-1-2026")
    page.get_by_label("Bestand").set_input_files(pad)
    page.get_by_role("button", name="Bekijk wat er gebeurt").click()


def test_own_homes_are_given_mended_kept_and_undone_in_one_sitting(
    page: Page, tmp_path: Path
) -> None:
    lijst = tmp_path / "verzonnen.csv"
    lijst.write_text(LIJST.format(label="kasteel"), encoding="utf-8")
    kies_bestand(page, lijst)
    fout = page.get_by_role("row").filter(has_text="kasteel")
    expect(fout).to_contain_text("Een van: A, B, C, D, E, F, G")
    expect(page.get_by_role("button", name="Bewaar deze opgave")).to_have_count(0)

    lijst.write_text(LIJST.format(label="A"), encoding="utf-8")
    kies_bestand(page, lijst)
    expect(page.get_by_text("4 rijen kloppen: 297 woningen in 3 buurten")).to_be_visible()
    page.get_by_label("Je naam").fill("Kim")
    page.get_by_role("button", name="Bewaar deze opgave").click()
    expect(page.get_by_text("De opgave is bewaard.")).to_be_visible()

    openen(page, "/woningvoorraad?plek=GM0141", "De woningen van Almelo")
    eigen = page.locator("#eigen-woningen")
    expect(eigen).to_contain_text("Eigen opgave van Verzonnen Wonen, aantallen van 1 januari 2026")
    expect(eigen).to_contain_text("297 woningen")
    getallen = eigen.locator("table").first.locator("td").all_inner_texts()
    assert all(int(getal.replace(".", "")) >= 10 for getal in getallen)
    assert axe_faults(page) == []

    openen(page, "/woningvoorraad/eigen", "Eigen woningen van een corporatie")
    page.get_by_role("button", name=re.compile("Ongedaan maken.*Verzonnen Wonen")).click()
    expect(page.get_by_text("De opgave is weggehaald.")).to_be_visible()
    openen(page, "/woningvoorraad?plek=GM0141", "De woningen van Almelo")
    expect(page.locator("#eigen-woningen")).not_to_contain_text("Verzonnen Wonen")

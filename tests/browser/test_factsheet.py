"""The fact sheet in a real browser: reading, following, printing, the phone, axe."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import axe_faults
from tests.browser.pagina import DESK, PHONE, address_says, page_fits

SHEETS = (
    "beter-wonen",
    "hw-wonen",
    "WK014111",
    "BU19630000",
    "GM0584",
    "vergelijkblad",
    "selectie",
    "selectie?selectie=BU01411101,BU01411301",
)


def open_sheet(page: Page, slug: str) -> None:
    page.goto(f"/factsheet/{slug}")
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_a_sheet_shows_large_figures_with_strips_in_a_quiet_console(stil: Page) -> None:
    open_sheet(stil, "beter-wonen")
    expect(stil.locator(".kerncijfer")).to_have_count(14)
    bijstand = stil.locator("#cijfer-bijstand_per_1000")
    expect(bijstand).to_contain_text("41 van de 1.000 inwoners")
    expect(
        bijstand.get_by_role("img", name=re.compile("spreiding over de buurten"))
    ).to_be_visible()


def test_no_id_stands_twice_on_a_sheet(page: Page) -> None:
    open_sheet(page, "WK014111")
    ids = page.locator("[id]").evaluate_all("alle => alle.map(e => e.id)")
    assert len(ids) == len(set(ids))


def test_the_source_of_a_figure_leads_to_its_definition(page: Page) -> None:
    open_sheet(page, "beter-wonen")
    page.locator("#cijfer-bijstand_per_1000").get_by_role("link").click()
    expect(page.locator("#indicator-bijstand_per_1000")).to_be_in_viewport()


def test_from_area_to_wijk_to_buurt_and_back(page: Page) -> None:
    open_sheet(page, "hw-wonen")
    page.get_by_role("link", name="Numansdorp", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Numansdorp")
    expect(page).to_have_title("Factsheet Numansdorp · Wijkatelier")
    page.get_by_role("link", name="Numansdorp Woonkern", exact=False).first.click()
    expect(page.get_by_text("Buurt in Numansdorp, Hoeksche Waard")).to_be_visible()
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text("Numansdorp")


def test_an_unknown_sheet_says_what_does_exist(page: Page) -> None:
    answer = page.goto("/factsheet/onzin")
    assert answer is not None
    assert answer.status == 404
    expect(page.get_by_role("heading", level=1)).to_have_text("Deze pagina is er niet")
    expect(page.get_by_role("main").get_by_role("link", name="Factsheet")).to_be_visible()


@pytest.mark.parametrize("slug", SHEETS)
def test_a_sheet_fits_a_phone_and_axe_finds_no_fault(page: Page, slug: str) -> None:
    page.set_viewport_size(PHONE)
    open_sheet(page, slug)
    page_fits(page, PHONE["width"])
    page.set_viewport_size(DESK)
    assert axe_faults(page) == []


def test_paper_has_the_figures_the_questions_and_no_navigation(page: Page) -> None:
    open_sheet(page, "beter-wonen")
    page.emulate_media(media="print")
    expect(page.get_by_role("navigation", name="Hoofdmenu")).to_be_hidden()
    expect(page.get_by_role("navigation", name="Gebied")).to_be_hidden()
    expect(page.get_by_role("button", name="Afdrukken")).to_be_hidden()
    expect(page.locator(".kerncijfer").first).to_have_css("break-inside", "avoid")
    expect(page.get_by_text("Wat is het goede volgens de bewoner?")).to_be_visible()


@pytest.mark.parametrize("slug", ["beter-wonen", "hw-wonen", "WK014111", "BU19630000"])
def test_a_sheet_prints_on_five_pages_with_its_sources(
    page: Page, tmp_path: Path, slug: str
) -> None:
    open_sheet(page, slug)
    expect(page.locator(".kerncijfer")).to_have_count(14)
    # Figures, table, sources; the PDF of the sheet is laid out tighter.
    pdf = page.pdf(path=tmp_path / "blad.pdf", format="A4", prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) <= 5


def test_the_button_prints(page: Page) -> None:
    open_sheet(page, "beter-wonen")
    page.locator("html").evaluate(
        "() => { window.print = () => { document.documentElement.dataset.gedrukt = 'ja'; }; }"
    )
    page.get_by_role("button", name="Afdrukken").click()
    expect(page.locator("html")).to_have_attribute("data-gedrukt", "ja")


def test_a_sentence_leads_to_its_source(page: Page) -> None:
    open_sheet(page, "beter-wonen")
    source = page.locator("#bron-bijstand_per_1000")
    expect(source).to_be_hidden()
    sentence = page.get_by_role("listitem").filter(has_text="41 van de 1.000 inwoners bijstand")
    sentence.get_by_role("link").click()
    expect(source).to_be_in_viewport()
    expect(source).to_contain_text("84799NED")


def test_what_is_typed_about_the_atelier_is_on_the_sheet_and_in_the_address(page: Page) -> None:
    open_sheet(page, "WK014111")
    page.get_by_text("Dit blad aanpassen").click()
    page.get_by_role("textbox", name="Datum").fill("2026-12-01")
    page.get_by_role("textbox", name="Zorg").fill("Verzonnen praktijk & co")
    page.get_by_role("textbox", name="Notitie van de maker").fill("Een <b>eigen</b> noot.")
    page.get_by_role("button", name="Zet op het blad").click()
    expect(page.get_by_text("Atelier: 1 december 2026")).to_be_visible()
    expect(page.get_by_text("Verzonnen praktijk & co", exact=True)).to_be_visible()
    expect(page.locator(".blad-notitie p")).to_have_text("Een <b>eigen</b> noot.")
    address_says(page, partner_zorg="Verzonnen praktijk & co", plaats=None)
    expect(page.get_by_role("link", name="PDF")).to_have_attribute(
        "href", re.compile(r"^/factsheet/WK014111\.pdf\?.*partner_zorg=Verzonnen")
    )
    page.reload()
    expect(page.get_by_text("Atelier: 1 december 2026")).to_be_visible()


def test_a_selection_is_picked_from_the_list(page: Page) -> None:
    open_sheet(page, "selectie?gebied=hw-wonen")
    page.get_by_role("link", name="Numansdorp Woonkern").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Eigen selectie in de Hoeksche Waard")
    page.get_by_role("link", name="Klaaswaal Woonkern").click()
    expect(page.locator(".blad-soort")).to_have_text(
        "Buurten samen: Klaaswaal Woonkern en Numansdorp Woonkern"
    )
    expect(page.get_by_role("link", name="Klaaswaal Woonkern")).to_have_attribute(
        "aria-current", "true"
    )
    page.get_by_role("link", name="Numansdorp Woonkern").click()
    expect(page.locator(".blad-soort")).to_have_text("Buurten samen: Klaaswaal Woonkern")


def test_a_theme_is_chosen_and_stays_in_the_address(page: Page) -> None:
    open_sheet(page, "beter-wonen")
    page.get_by_text("Dit blad aanpassen").click()
    page.get_by_role("link", name="Wonen en woningvoorraad").click()
    expect(page.locator("#cijfer-bijstand_per_1000")).to_have_count(0)
    expect(page.locator("#cijfer-woz_gemiddelde")).to_be_visible()
    address_says(page, themas="wonen")


def test_axe_finds_no_fault_with_everything_unfolded(page: Page) -> None:
    open_sheet(page, "WK014111?bijlage=ja&notitie=Verzonnen+noot")
    page.locator("details").evaluate_all("alle => alle.forEach(e => { e.open = true; })")
    assert axe_faults(page) == []


def test_folds_are_open_on_paper_and_closed_again_after(page: Page) -> None:
    open_sheet(page, "WK014111")
    page.evaluate("() => window.dispatchEvent(new Event('beforeprint'))")
    expect(page.locator("#bron-bijstand_per_1000")).to_be_visible()
    page.evaluate("() => window.dispatchEvent(new Event('afterprint'))")
    expect(page.locator("#bron-bijstand_per_1000")).to_be_hidden()

"""The comparison in a real browser: choosing, Back, the phone, paper, axe."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import axe_faults
from tests.browser.pagina import DESK, PHONE, page_fits

BIJSTAND = "/vergelijken?indicator=bijstand_per_1000"
VIEWS = (
    "/vergelijken",
    BIJSTAND,
    "/vergelijken?indicator=sociaal_minimum_aandeel",
    "/vergelijken?indicator=stedelijkheid_klasse",
    "/vergelijken?indicator=onzin&niveau=onzin",
    "/vergelijken?een=WK014110&ander=WK014111&buurt=BU01411100",
    "/vergelijken?een=beter-wonen.focus&ander=beter-wonen.rest&focus=WK014110&indicator=ouderen_65_aandeel",
)


def sentence(page: Page):
    return page.locator("#vergelijken-zin")


def test_choosing_another_subject_changes_address_and_figures_and_back_undoes_it(
    stil: Page,
) -> None:
    stil.goto(BIJSTAND)
    expect(sentence(stil)).to_contain_text("Mensen met bijstand: in Almelo 41")
    stil.get_by_label("Onderwerp").select_option(label="Koopwoningen")
    expect(sentence(stil)).to_contain_text("Koopwoningen: in Almelo")
    expect(stil).to_have_url(re.compile(r"indicator=koopwoningen_aandeel"))
    expect(stil.locator(".tekening > svg > title").first).to_have_text("Spreiding van Koopwoningen")
    stil.go_back()
    expect(sentence(stil)).to_contain_text("Mensen met bijstand: in Almelo 41")
    expect(stil.get_by_label("Onderwerp")).to_have_value(re.compile("bijstand_per_1000"))


def test_choosing_keeps_the_focus_on_the_choice(page: Page) -> None:
    page.goto(BIJSTAND)
    keuze = page.get_by_label("Onderwerp")
    keuze.focus()
    keuze.select_option(label="Koopwoningen")
    expect(sentence(page)).to_contain_text("Koopwoningen: in Almelo")
    expect(keuze).to_be_focused()


def test_another_level_gives_other_dots(page: Page) -> None:
    page.goto(BIJSTAND)
    expect(page.locator("figure circle")).to_have_count(65 + 38)
    page.get_by_role("link", name="wijken", exact=True).click()
    expect(page.locator("figure circle")).to_have_count(12 + 14)
    expect(page).to_have_url(re.compile(r"niveau=wijk"))


def test_an_overview_leads_to_the_whole_and_the_menu_back_to_the_overview(page: Page) -> None:
    page.goto("/vergelijken")
    expect(page.locator(".naast-blok")).to_have_count(17)
    page.get_by_role("link", name="Mensen met bijstand", exact=True).click()
    expect(sentence(page)).to_be_visible()
    page.get_by_role("link", name="Vergelijken", exact=True).click()
    expect(page.locator(".naast-blok")).to_have_count(17)


def test_another_side_is_chosen_by_keyboard_and_stays_in_the_address(page: Page) -> None:
    page.goto(BIJSTAND)
    kant = page.get_by_label("Tweede kant")
    kant.focus()
    kant.select_option(label="Binnenstad")
    expect(sentence(page)).to_contain_text("in Binnenstad 63")
    expect(page).to_have_url(re.compile(r"ander=WK014110"))
    expect(kant).to_be_focused()
    page.reload()
    expect(sentence(page)).to_contain_text("in Binnenstad 63")


def test_figures_are_ticked_and_kept_in_the_address(page: Page) -> None:
    page.goto("/vergelijken")
    lijst = page.locator("#vergelijken-cijfers")
    lijst.locator("summary").click()
    for vinkje in lijst.get_by_role("checkbox", checked=True).all()[::-1]:
        vinkje.uncheck()
    lijst.get_by_label("Koopwoningen").check()
    lijst.get_by_role("button", name="Toon deze keuze").click()
    expect(page.locator(".naast-blok")).to_have_count(1)
    expect(page).to_have_url(re.compile(r"cijfers=koopwoningen_aandeel"))
    page.go_back()
    expect(page.locator(".naast-blok")).to_have_count(17)


def test_a_focus_is_ticked_and_then_offered_as_a_side(page: Page) -> None:
    page.goto(BIJSTAND)
    lijst = page.locator("#vergelijken-focus")
    lijst.locator("summary").click()
    lijst.get_by_label("De Riet").check()
    lijst.get_by_role("button", name="Toon deze keuze").click()
    expect(page).to_have_url(re.compile(r"focus=WK014111"))
    page.get_by_label("Tweede kant").select_option(label="Rest van Almelo")
    expect(sentence(page)).to_contain_text("in de rest van Almelo")


def test_own_buurten_are_ticked_and_make_one_side(page: Page) -> None:
    page.goto("/vergelijken?indicator=inwoners_aantal")
    lijst = page.locator("#vergelijken-eigen-een")
    lijst.locator("summary").click()
    for naam in ("Aadorp Oost", "Aadorp West"):
        lijst.get_by_label(naam, exact=True).check()
    lijst.get_by_role("button", name="Toon deze keuze").click()
    expect(sentence(page)).to_contain_text("in Aadorp Oost en Aadorp West")
    expect(page.get_by_label("Eerste kant").locator("option:checked")).to_have_text(
        "Aadorp Oost en Aadorp West"
    )


def test_a_buurt_gets_its_twins_with_the_figures_they_are_alike_on(page: Page) -> None:
    page.goto("/vergelijken")
    page.locator("#vergelijken-buurt").select_option(label="Bornsestraat Midden-Riet Noord")
    tabel = page.get_by_role("table", name=re.compile("Buurten die lijken op"))
    expect(tabel.get_by_role("row")).to_have_count(1 + 1 + 5 + 5)
    expect(page).to_have_url(re.compile(r"buurt=BU01411100"))


def test_what_is_shown_can_be_taken_along(page: Page) -> None:
    page.goto(BIJSTAND)
    for woord, einde in (("CSV", "csv"), ("Excel", "xlsx")):
        with page.expect_download() as wacht:
            page.get_by_role("link", name=woord, exact=True).click()
        assert wacht.value.suggested_filename == f"vergelijking.{einde}"


def test_the_table_holds_every_value_and_names_every_missing_one(page: Page) -> None:
    page.goto(BIJSTAND)
    tabel = page.get_by_role("table", name=re.compile("per buurt in Almelo"))
    expect(tabel.get_by_role("row")).to_have_count(1 + 1 + 68)
    expect(tabel.get_by_role("cell", name=re.compile("^geen cijfer: "))).to_have_count(3)
    expect(tabel.get_by_role("cell", name=re.compile(r"^\s*$"))).to_have_count(0)


def test_the_same_value_stands_in_the_same_place_for_both_areas(page: Page) -> None:
    page.goto(BIJSTAND)
    # Where a figure of 0 stands: the left-most dots of both areas.
    expect(page.locator("figure circle")).to_have_count(65 + 38)
    links = page.locator("figure circle").evaluate_all(
        "alle => [...new Set(alle.map(c => c.getAttribute('fill')))].map(kleur => Math.min("
        "...alle.filter(c => c.getAttribute('fill') === kleur)"
        ".map(c => parseFloat(c.getAttribute('cx')))))"
    )
    assert len(links) >= 2
    assert len(set(links)) == 1


@pytest.mark.parametrize("path", VIEWS)
def test_a_view_fits_a_phone_and_axe_finds_no_fault(page: Page, path: str) -> None:
    page.set_viewport_size(PHONE)
    page.goto(path)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    page_fits(page, PHONE["width"])
    page.set_viewport_size(DESK)
    assert axe_faults(page) == []


def test_paper_shows_the_figures_and_nothing_to_click(page: Page) -> None:
    page.goto(BIJSTAND)
    expect(sentence(page)).to_be_visible()
    page.emulate_media(media="print")
    expect(page.get_by_role("navigation", name="Hoofdmenu")).to_be_hidden()
    expect(page.get_by_label("Onderwerp")).to_be_hidden()
    expect(page.get_by_role("link", name="Op de kaart: Almelo")).to_be_hidden()
    expect(page.locator(".tekening > svg").first).to_be_visible()

"""The box to find a wijk or buurt in, in a real browser: typed, chosen by keys and by hand."""

from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Locator, Page, Route, expect

from tests.browser.kaartblad import wacht
from tests.browser.pagina import PHONE, address_says, fine_for_all


def vak(page: Page) -> Locator:
    return page.get_by_role("combobox", name="Zoek een wijk of buurt")


def opties(page: Page) -> Locator:
    return page.locator("#kaart-zoek").get_by_role("option")


def test_a_place_of_the_other_area_is_found_and_chosen_by_keys_only(page: Page) -> None:
    def alleen_het_hele_woord(route: Route) -> None:
        # Who types slowly asks for a part of it first; that answer is not what is looked at here.
        if parse_qs(urlsplit(route.request.url).query)["q"] == ["puttersh"]:
            route.continue_()

    page.route("**/kaart/zoek.json*", alleen_het_hele_woord)
    page.goto("/kaart?indicator=eenzaam_aandeel")
    vak(page).press_sequentially("puttersh")
    expect(opties(page).first).to_contain_text("Puttershoek")
    page.keyboard.press("ArrowDown")
    expect(opties(page).first).to_have_attribute("aria-selected", "true")
    assert vak(page).get_attribute("aria-activedescendant") == opties(page).first.get_attribute(
        "id"
    )
    page.keyboard.press("Enter")
    expect(page.locator(".paneel h2")).to_have_text("Puttershoek")
    wacht(page)
    address_says(page, gebied="hw-wonen", indicator="eenzaam_aandeel")
    expect(vak(page)).to_be_focused()
    expect(vak(page)).to_have_value("")


def test_enter_takes_the_best_and_back_returns(page: Page) -> None:
    page.goto("/kaart")
    voor = page.url
    vak(page).fill("schelfhorst")
    expect(opties(page)).to_have_count(8)
    page.keyboard.press("Enter")
    expect(page.locator(".paneel h2")).to_have_text("Schelfhorst")
    page.go_back()
    expect(page).to_have_url(voor)


def test_a_click_chooses_too(page: Page) -> None:
    page.goto("/kaart")
    vak(page).fill("strijen buiten")
    opties(page).first.click()
    expect(page.locator(".paneel h2")).to_have_text("Strijen Buitengebied")


def test_escape_closes_and_then_clears(page: Page) -> None:
    page.goto("/kaart")
    vak(page).fill("riet")
    expect(opties(page).first).to_be_visible()
    page.keyboard.press("Escape")
    expect(opties(page)).to_have_count(0)
    expect(vak(page)).to_have_value("riet")
    page.keyboard.press("Escape")
    expect(vak(page)).to_have_value("")


def test_no_hit_says_what_was_looked_for_as_text(page: Page) -> None:
    page.goto("/kaart")
    vak(page).fill("<i>qqq</i>")
    expect(page.locator(".zoek-zin")).to_have_text("Geen wijk of buurt gevonden met «<i>qqq</i>».")
    voor = page.url
    page.keyboard.press("Enter")
    assert page.url == voor


def test_when_nobody_answers_the_box_says_so(page: Page) -> None:
    page.route("**/kaart/zoek.json*", lambda route: route.abort())
    page.goto("/kaart")
    vak(page).fill("riet")
    expect(page.locator(".zoek-zin")).to_contain_text("Zoeken lukt nu niet")


def test_with_what_was_found_in_view_axe_finds_nothing_and_a_phone_does_not_scroll_aside(
    page: Page,
) -> None:
    page.set_viewport_size(PHONE)
    page.goto("/kaart")
    vak(page).fill("riet")
    expect(opties(page).first).to_be_visible()
    fine_for_all(page)
    expect(opties(page).first).to_be_visible()

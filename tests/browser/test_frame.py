"""The frame in a real browser: links in place, Back, 404, the phone, keyboard, axe."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import axe_faults
from tests.browser.pagina import DESK, PHONE, Gate, address_says, eventually, page_fits

OWN = ("/", "/verantwoording", "/initiatieven")
# What Dash asks before it listens to anybody.
ASKED = ("layout", "dependencies")


@pytest.mark.parametrize("path", OWN)
def test_a_page_draws_quietly_and_asks_nothing_outside(stil: Page, path: str) -> None:
    stil.goto(path)
    expect(stil.get_by_role("heading", level=1)).to_be_visible()
    stil.wait_for_load_state("networkidle")
    assert stil.context.cookies() == []


def test_a_link_draws_in_place_and_back_returns(stil: Page) -> None:
    documents: list[str] = []
    stil.on("request", lambda r: documents.append(r.url) if r.is_navigation_request() else None)
    stil.goto("/")
    stil.get_by_role("link", name="Initiatieven").click()
    expect(stil.get_by_role("heading", level=1)).to_have_text("Initiatieven")
    expect(stil).to_have_title("Initiatieven · Wijkatelier")
    menu = stil.get_by_role("navigation", name="Hoofdmenu")
    expect(menu.get_by_role("link", name="Initiatieven")).to_have_attribute("aria-current", "page")
    stil.go_back()
    expect(stil.get_by_role("heading", level=1)).to_contain_text("Hoe verbinden wij")
    expect(stil).to_have_title("Wijkatelier")
    assert len(documents) == 1


def test_a_choice_is_in_the_address_and_back_undoes_it(stil: Page) -> None:
    stil.goto("/initiatieven")
    stil.get_by_role("link", name="Hoeksche Waard", exact=True).click()
    expect(stil.get_by_role("heading", level=2)).to_have_text(["Hoeksche Waard"])
    address_says(stil, gebied="hw-wonen")
    stil.go_back()
    expect(stil.get_by_role("heading", level=2)).to_have_text(["Almelo", "Hoeksche Waard"])


def test_the_link_of_a_figure_leads_to_its_definition(stil: Page) -> None:
    stil.goto("/")
    stil.get_by_role("link", name="Bron: CBS").first.click()
    target = stil.locator("#indicator-bijstand_per_1000")
    expect(target).to_be_in_viewport()
    stil.reload()
    expect(target).to_be_in_viewport()


def test_an_unknown_address_says_what_does_exist(page: Page) -> None:
    answer = page.goto("/onzin")
    assert answer is not None
    assert answer.status == 404
    expect(page.get_by_role("heading", level=1)).to_have_text("Deze pagina is er niet")
    page.get_by_role("main").get_by_role("link", name="Verantwoording").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Verantwoording")


@pytest.mark.parametrize("path", [*OWN, "/onzin"])
def test_a_page_fits_a_phone_and_axe_finds_no_fault(page: Page, path: str) -> None:
    page.set_viewport_size(PHONE)
    page.goto(path)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    page_fits(page, PHONE["width"])
    page.set_viewport_size(DESK)
    assert axe_faults(page) == []


def test_the_first_tab_leads_past_the_menu_and_the_focus_is_seen(page: Page) -> None:
    page.goto("/")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Naar de inhoud")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    expect(skip).to_have_css("outline-color", "rgb(26, 79, 180)")


def test_after_a_link_the_focus_is_in_the_content(page: Page) -> None:
    page.goto("/")
    page.get_by_role("link", name="Initiatieven").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Initiatieven")
    expect(page.get_by_role("main")).to_be_focused()


@pytest.mark.parametrize("late", ["**/dash_renderer*.js", *[f"**/_dash-{w}" for w in ASKED]])
@pytest.mark.parametrize("begin", ["/", "/kaart", "/verantwoording"])
def test_who_is_quicker_than_the_first_page_gets_what_was_chosen(
    page: Page, begin: str, late: str
) -> None:
    gate = Gate(page, late)
    with page.expect_request(late):
        page.goto(begin, wait_until="commit")
    # The frame's own script stands before all of these: the click is its to answer.
    eventually(page, lambda: page.evaluate("() => Boolean(window.wijken?.naar)"), bool)
    page.get_by_role("link", name="Initiatieven").click()
    gate.open()
    expect(page.get_by_role("heading", level=1)).to_have_text("Initiatieven")
    expect(page.get_by_role("main")).to_be_focused()
    expect(page).to_have_title("Initiatieven · Wijkatelier")


def test_a_link_leads_on_before_any_script_is_there(page: Page) -> None:
    # Of the first page it never comes; of the next one it does.
    page.route("**/pagina.js", lambda _: None, times=1)
    with page.expect_request("**/pagina.js"):
        page.goto("/verantwoording", wait_until="commit")
    page.get_by_role("link", name="Initiatieven").click(no_wait_after=True)
    expect(page.get_by_role("heading", level=1)).to_have_text("Initiatieven")
    expect(page).to_have_title("Initiatieven · Wijkatelier")
    # The browser went there by itself, and begins a new page where every page begins.
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Naar de inhoud")).to_be_focused()


def test_paper_shows_no_menu(page: Page) -> None:
    page.goto("/")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.emulate_media(media="print")
    expect(page.get_by_role("navigation", name="Hoofdmenu")).to_be_hidden()


def test_nothing_moves_for_who_asked_for_stillness(page: Page) -> None:
    page.emulate_media(reduced_motion="reduce")
    page.goto("/")
    expect(page.get_by_role("main")).to_have_css("transition-duration", "0s")


def test_an_address_too_long_to_be_told_still_shows_its_own_page(page: Page) -> None:
    long = "/kaart?gebied=hw-wonen&x=" + "x" * 5000
    page.goto(long)
    expect(page.locator("iframe.kaart-blad")).to_have_count(1)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert page.url.endswith(long)
    expect(page.locator(".kaart-bij")).to_contain_text("Hoeksche Waard")

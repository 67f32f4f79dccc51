"""The map on a phone, and the map by keys only: from the address bar to a buurt and back."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.axe import axe_faults
from tests.browser.kaartblad import kaart, wacht
from tests.browser.pagina import PHONE, eventually, page_fits

BUURT = "BU01411100"
GROEP = "BU01411603+BU01411605"


def greep(page: Page) -> Locator:
    return page.locator("#kaart-greep")


@pytest.fixture
def telefoon(page: Page) -> Page:
    page.set_viewport_size(PHONE)
    return page


def test_a_chosen_buurt_is_a_sheet_that_a_tap_opens_and_closes(telefoon: Page) -> None:
    telefoon.goto("/kaart")
    wacht(telefoon)
    expect(greep(telefoon)).to_have_count(0)
    kaart(telefoon).locator(f"path[data-code={BUURT}]").click(force=True)
    # At this size a finger may hit the neighbour: whichever it was, the sheet names it.
    expect(greep(telefoon)).to_have_attribute("aria-expanded", "false")
    gekozen = kaart(telefoon).locator("path[aria-pressed=true]")
    naam = str(gekozen.get_attribute("aria-label")).split(":")[0]
    expect(greep(telefoon)).to_contain_text(naam)
    expect(telefoon.locator(".paneel.gekozen")).to_be_hidden()
    greep(telefoon).click()
    expect(greep(telefoon)).to_have_attribute("aria-expanded", "true")
    expect(telefoon.locator(".paneel.gekozen .groot-getal")).to_be_visible()
    greep(telefoon).click()
    expect(telefoon.locator(".paneel.gekozen")).to_be_hidden()


def test_the_sheet_opens_by_a_drag_upwards_and_closes_by_one_downwards(telefoon: Page) -> None:
    telefoon.goto(f"/kaart?selectie={BUURT}&gekozen_in=2020")
    wacht(telefoon)
    for stap, staat in ((-120, "true"), (120, "false")):
        # The sheet slides: the mouse comes when the grip stands still.
        greep(telefoon).hover(position={"x": 100, "y": 20})
        vak = greep(telefoon).bounding_box()
        assert vak is not None
        x, y = vak["x"] + 100, vak["y"] + 20
        telefoon.mouse.down()
        telefoon.mouse.move(x, y + stap, steps=4)
        telefoon.mouse.up()
        expect(greep(telefoon)).to_have_attribute("aria-expanded", staat)


def test_a_finger_that_is_taken_over_by_the_phone_does_not_open_the_sheet(telefoon: Page) -> None:
    telefoon.goto(f"/kaart?selectie={BUURT}&gekozen_in=2020")
    wacht(telefoon)
    greep(telefoon).hover()
    telefoon.mouse.down()
    greep(telefoon).dispatch_event("pointercancel")
    expect(greep(telefoon)).to_have_attribute("aria-expanded", "false")
    # It is still a button: the next tap opens it.
    telefoon.mouse.up()
    expect(greep(telefoon)).to_have_attribute("aria-expanded", "true")


def test_the_sheet_works_by_keys_and_lets_go_of_them(telefoon: Page) -> None:
    telefoon.goto(f"/kaart?selectie={BUURT}&gekozen_in=2020")
    wacht(telefoon)
    greep(telefoon).focus()
    telefoon.keyboard.press("Enter")
    expect(greep(telefoon)).to_have_attribute("aria-expanded", "true")
    telefoon.keyboard.press("Tab")
    expect(telefoon.locator(".paneel.gekozen a:focus")).to_have_count(1)
    telefoon.keyboard.press("Escape")
    expect(greep(telefoon)).to_have_attribute("aria-expanded", "false")
    expect(greep(telefoon)).to_be_focused()


@pytest.mark.parametrize(
    "vraag", [f"selectie={BUURT}&gekozen_in=2020", f"meer=ja&selectie={GROEP}&gekozen_in=2020"]
)
def test_on_a_phone_nothing_scrolls_aside_and_axe_finds_nothing(telefoon: Page, vraag: str) -> None:
    telefoon.goto(f"/kaart?{vraag}")
    wacht(telefoon)
    greep(telefoon).click()
    expect(telefoon.locator(".paneel.gekozen")).to_be_visible()
    page_fits(telefoon, 390)
    assert axe_faults(telefoon) == []


def test_on_a_wide_screen_the_sheet_is_just_the_panel(page: Page) -> None:
    page.set_viewport_size({"width": 1400, "height": 900})
    page.goto(f"/kaart?selectie={BUURT}&gekozen_in=2020")
    wacht(page)
    expect(greep(page)).to_be_hidden()
    expect(page.locator(".paneel.gekozen")).to_be_visible()


def test_keys_alone_lead_from_the_address_bar_to_a_buurt_its_panel_and_back(page: Page) -> None:
    page.set_viewport_size({"width": 1400, "height": 900})
    page.goto("/kaart")
    wacht(page)
    op_kaart = kaart(page).locator("path:focus")
    for _ in range(40):
        page.keyboard.press("Tab")
        if op_kaart.count():
            break
    expect(op_kaart).to_have_count(1)
    page.keyboard.press("ArrowDown")
    naam = str(op_kaart.get_attribute("aria-label")).split(":")[0]
    page.keyboard.press("Enter")
    expect(page.locator(".paneel h2")).to_have_text(naam)
    in_paneel = page.locator(".paneel.gekozen a:focus")
    for _ in range(40):
        page.keyboard.press("Tab")
        if in_paneel.count():
            break
    expect(in_paneel).to_have_count(1)
    for _ in range(80):
        page.keyboard.press("Shift+Tab")
        if op_kaart.count():
            break
    expect(op_kaart).to_have_attribute("aria-pressed", "true")


@pytest.mark.parametrize("gebied", ["beter-wonen", "hw-wonen"])
def test_no_name_of_a_wijk_sticks_out_of_the_map(telefoon: Page, gebied: str) -> None:
    telefoon.goto(f"/kaart?gebied={gebied}")
    wacht(telefoon)
    buiten = (
        "namen => namen.filter(n => { const r = n.getBoundingClientRect();"
        " return r.left < 0 || r.right > innerWidth; }).map(n => n.textContent)"
    )
    namen = kaart(telefoon).locator(".wijknaam:visible")
    eventually(telefoon, lambda: namen.evaluate_all(buiten), lambda gevonden: gevonden == [])

"""Another theme or year is on the map before the page has answered, and stays the same after."""

from collections.abc import Callable

import pytest
from playwright.sync_api import FrameLocator, Page, Route, expect

RONDKOMEN = "/kaart?gebied=beter-wonen&indicator=moeite_met_rondkomen_aandeel"
ANTWOORD = "**/_dash-update-component*"  # Dash adds a query of its own


def kaart(page: Page) -> FrameLocator:
    return page.frame_locator("iframe.kaart-blad")


def vullingen(page: Page) -> list[str]:
    lees = "alle => alle.map(e => e.getAttribute('fill'))"
    fills: list[str] = kaart(page).locator("path[data-code]").evaluate_all(lees)
    return fills


@pytest.fixture
def open_kaart(page: Page) -> Callable[[str], Page]:
    def doe(adres: str) -> Page:
        with page.expect_response("**/kaart/klassen.json*"):
            page.goto(adres)
        expect(kaart(page).locator("body[data-getoond]")).to_be_visible()
        return page

    return doe


@pytest.fixture
def tegengehouden() -> list[Route]:
    """Answers of the server that wait until the test lets them through."""
    return []


def houd_tegen(page: Page, wachtend: list[Route]) -> None:
    def wacht(route: Route) -> None:
        wachtend.append(route)

    page.route(ANTWOORD, wacht)


def laat_door(page: Page, wachtend: list[Route]) -> None:
    for route in wachtend:
        route.continue_()
    wachtend.clear()
    page.unroute(ANTWOORD)


def test_a_theme_is_shown_before_the_server_answers(
    page: Page, open_kaart: Callable[[str], Page], tegengehouden: list[Route]
) -> None:
    open_kaart(RONDKOMEN)
    voor = vullingen(page)
    houd_tegen(page, tegengehouden)
    page.get_by_label("Onderwerp").select_option(label="Mensen met bijstand, per 1.000 inwoners")
    expect(kaart(page).locator("body")).to_have_attribute("data-getoond", "bijstand_per_1000 2020")
    vooruit = vullingen(page)
    assert vooruit != voor
    expect(page.get_by_role("heading", level=1)).to_have_text("Moeite met rondkomen")
    expect(page.locator("#kaart-legenda")).to_have_class("komt")
    laat_door(page, tegengehouden)
    expect(page.get_by_role("heading", level=1)).to_contain_text("bijstand")
    expect(page.locator(".komt")).to_have_count(0)
    assert vullingen(page) == vooruit


def test_a_year_is_shown_before_the_server_answers(
    page: Page, open_kaart: Callable[[str], Page], tegengehouden: list[Route]
) -> None:
    open_kaart(RONDKOMEN)
    houd_tegen(page, tegengehouden)
    page.locator("#kaart-keuzes-na").get_by_role("link", name="2016", exact=True).click()
    expect(kaart(page).locator("body")).to_have_attribute(
        "data-getoond", "moeite_met_rondkomen_aandeel 2016"
    )
    vooruit = vullingen(page)
    laat_door(page, tegengehouden)
    expect(page.locator(".kaart-bij")).to_contain_text("2016")
    assert vullingen(page) == vooruit


def test_a_theme_on_other_boundaries_waits_for_the_page(
    page: Page, open_kaart: Callable[[str], Page]
) -> None:
    open_kaart(RONDKOMEN)
    page.get_by_label("Onderwerp").select_option(label="Inwoners van 65 jaar en ouder, aandeel")
    expect(page.get_by_role("heading", level=1)).to_contain_text("65 jaar")
    expect(kaart(page).locator("body")).to_have_attribute("data-getoond", "ouderen_65_aandeel 2024")


def test_without_the_classes_the_page_works_as_before(page: Page) -> None:
    page.route("**/kaart/klassen.json*", lambda route: route.abort())
    page.goto(RONDKOMEN)
    expect(kaart(page).locator("body[data-getoond]")).to_be_visible()
    page.wait_for_timeout(1000)
    page.get_by_label("Onderwerp").select_option(label="Mensen met bijstand, per 1.000 inwoners")
    expect(kaart(page).locator("body")).to_have_attribute("data-getoond", "bijstand_per_1000 2020")
    expect(page.get_by_role("heading", level=1)).to_contain_text("bijstand")

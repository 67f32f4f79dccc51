"""Another theme or year is on the map before the page has answered, and stays the same after."""

from playwright.sync_api import Page, expect

from tests.browser.kaartblad import kaart, wacht
from tests.browser.pagina import ANSWERS, Gate

RONDKOMEN = "/kaart?gebied=beter-wonen&indicator=moeite_met_rondkomen_aandeel"
# The classes were read, and what waits for them was told.
KLASSEN_GELEZEN = """
  const haal = window.fetch;
  window.fetch = async (adres, ...rest) => {
    const antwoord = await haal(adres, ...rest);
    if (!String(adres).includes("klassen.json")) return antwoord;
    const lees = antwoord.json.bind(antwoord);
    antwoord.json = async () => {
      const klassen = await lees();
      setTimeout(() => { document.documentElement.dataset.klassen = "gelezen"; });
      return klassen;
    };
    return antwoord;
  };
"""
# Words are quiet for a while: what has been so is kept.
STIL_GEWEEST = """legenda => {
  const kijk = () => { if (legenda.classList.contains("komt")) legenda.dataset.stil = "geweest"; };
  new MutationObserver(kijk).observe(legenda, { attributeFilter: ["class"] });
}"""


def vullingen(page: Page) -> list[str]:
    lees = "alle => alle.map(e => e.getAttribute('fill'))"
    fills: list[str] = kaart(page).locator("path[data-code]").evaluate_all(lees)
    return fills


def open_kaart(page: Page) -> None:
    page.add_init_script(KLASSEN_GELEZEN)
    page.goto(RONDKOMEN)
    wacht(page)
    expect(page.locator("html")).to_have_attribute("data-klassen", "gelezen")


def test_a_theme_is_shown_before_the_server_answers(page: Page) -> None:
    open_kaart(page)
    voor = vullingen(page)
    legenda = page.locator("#kaart-legenda")
    legenda.evaluate(STIL_GEWEEST)
    antwoorden = Gate(page, ANSWERS)
    page.get_by_label("Onderwerp").select_option(label="Mensen met bijstand, per 1.000 inwoners")
    expect(kaart(page).locator("body")).to_have_attribute("data-getoond", "bijstand_per_1000 2020")
    vooruit = vullingen(page)
    assert vooruit != voor
    expect(page.get_by_role("heading", level=1)).to_have_text("Moeite met rondkomen")
    expect(legenda).to_have_attribute("data-stil", "geweest")
    antwoorden.open()
    expect(page.get_by_role("heading", level=1)).to_contain_text("bijstand")
    expect(page.locator(".komt")).to_have_count(0)
    assert vullingen(page) == vooruit


def test_a_year_is_shown_before_the_server_answers(page: Page) -> None:
    open_kaart(page)
    antwoorden = Gate(page, ANSWERS)
    page.locator("#kaart-keuzes-na").get_by_role("link", name="2016", exact=True).click()
    expect(kaart(page).locator("body")).to_have_attribute(
        "data-getoond", "moeite_met_rondkomen_aandeel 2016"
    )
    vooruit = vullingen(page)
    antwoorden.open()
    expect(page.locator(".kaart-bij")).to_contain_text("2016")
    assert vullingen(page) == vooruit


def test_a_theme_on_other_boundaries_waits_for_the_page(page: Page) -> None:
    open_kaart(page)
    page.get_by_label("Onderwerp").select_option(label="Inwoners van 65 jaar en ouder, aandeel")
    expect(page.get_by_role("heading", level=1)).to_contain_text("65 jaar")
    expect(kaart(page).locator("body")).to_have_attribute("data-getoond", "ouderen_65_aandeel 2024")


def test_without_the_classes_the_page_works_as_before(page: Page) -> None:
    page.route("**/kaart/klassen.json*", lambda route: route.abort())
    with page.expect_event("requestfailed", lambda verzoek: "klassen.json" in verzoek.url):
        page.goto(RONDKOMEN)
    wacht(page)
    page.get_by_label("Onderwerp").select_option(label="Mensen met bijstand, per 1.000 inwoners")
    expect(kaart(page).locator("body")).to_have_attribute("data-getoond", "bijstand_per_1000 2020")
    expect(page.get_by_role("heading", level=1)).to_contain_text("bijstand")

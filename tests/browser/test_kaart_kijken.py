"""Ways of looking at the map in a real browser: colours, legend, one scale, film, limits, axe."""

import re

import pytest
from playwright.sync_api import Browser, FrameLocator, Page, expect

from tests.browser.kaartblad import kaart, nieuwe_bladen, wacht
from tests.browser.pagina import ANSWERS, PHONE, Gate, address_says, eventually, fine_for_all

RONDKOMEN = "/kaart?indicator=moeite_met_rondkomen_aandeel"
GETOOND = "moeite_met_rondkomen_aandeel 2020"
BUURT = "BU01411100"


def vullingen(blad: FrameLocator, soort: str) -> set[str]:
    vlakken = blad.locator(f".leaflet-vlakken-pane path[data-soort={soort}]")
    return set(vlakken.evaluate_all("alle => alle.map(e => e.getAttribute('fill'))"))


def test_change_is_chosen_with_a_word_and_drawn_without_new_shapes(stil: Page) -> None:
    stil.goto(RONDKOMEN)
    wacht(stil, GETOOND)
    documenten = nieuwe_bladen(stil)
    stil.get_by_role("link", name="verandering", exact=True).click()
    expect(stil.locator(".legenda")).to_contain_text("geen duidelijk verschil")
    stil.get_by_role("link", name="2012", exact=True).last.click()
    expect(kaart(stil).locator(f"path[data-code={BUURT}]")).to_have_attribute(
        "aria-label",
        "Bornsestraat en omgeving Midden: \u221219 punten (van 34\u202f% naar 15\u202f%)",
    )
    # Below is dotted as well as brown: grey print tells them apart.
    assert "url(#afwijking-1)" in vullingen(kaart(stil), "cijfer")
    assert documenten == []
    address_says(stil, vorig="2012")


def test_a_redrawn_area_is_cross_hatched(stil: Page) -> None:
    stil.goto("/kaart?indicator=ouderen_65_aandeel&jaar=2024&vorig=2020")
    blad = wacht(stil, "ouderen_65_aandeel 2024")
    expect(stil.locator(".legenda")).to_contain_text("gebied gewijzigd")
    assert vullingen(blad, "gewijzigd") == {"url(#gewijzigd)"}
    assert blad.locator("path[data-soort=cijfer]").count() == 0


def test_beside_the_country_the_legend_names_the_reference(stil: Page) -> None:
    stil.goto(RONDKOMEN)
    wacht(stil, GETOOND)
    stil.get_by_role("link", name="naast Nederland", exact=True).click()
    expect(stil.locator("#kaart-legenda")).to_contain_text("Vergeleken met Nederland")
    expect(kaart(stil).locator(f"path[data-code={BUURT}]")).to_have_attribute(
        "aria-label",
        "Bornsestraat en omgeving Midden: geen duidelijk verschil (15\u202f%, daar 14\u202f%)",
    )


def test_two_themes_have_a_grid_for_a_legend_and_a_warning(stil: Page) -> None:
    stil.goto(f"{RONDKOMEN}&selectie={BUURT}&gekozen_in=2020")
    wacht(stil, GETOOND)
    stil.get_by_role("link", name="twee onderwerpen", exact=True).click()
    rooster = stil.get_by_role("table", name="Naar rechts")
    expect(rooster.locator("td")).to_have_count(9)
    stil.get_by_label("Tweede onderwerp").select_option(
        label="Inwoners van 65 jaar en ouder, aandeel"
    )
    expect(rooster).to_contain_text("Inwoners van 65 jaar en ouder")
    expect(stil.locator(".kring")).to_contain_text("leeftijd")
    geteld = [int(cel) for cel in rooster.locator("td .getal").all_inner_texts()]
    gekleurd = kaart(stil).locator(".leaflet-vlakken-pane path[data-soort=cijfer]")
    expect(gekleurd).to_have_count(sum(geteld))
    expect(stil.locator(".paneel.gekozen")).to_contain_text("Inwoners van 65 jaar en ouder")
    kaart(stil).locator(f"path[data-code={BUURT}]").hover(force=True)
    expect(kaart(stil).locator(".wijzer .cijfer")).to_contain_text("; ")


def test_side_by_side_both_maps_keep_one_scale(stil: Page) -> None:
    stil.goto(f"{RONDKOMEN}&naast=ja")
    een, ander = wacht(stil, GETOOND), wacht(stil, GETOOND, nummer=2)
    lees = "balk => [balk.innerText, Math.round(balk.getBoundingClientRect().width)]"
    balken = [blad.locator(".leaflet-control-scale-line") for blad in (een, ander)]

    def gelijk(anders_dan: object = None) -> object:
        """As many metres in as many pixels, on both."""
        nu, _ = eventually(
            stil,
            lambda: [balk.evaluate(lees) for balk in balken],
            lambda nu: nu[0] == nu[1] != anders_dan,
        )
        return nu

    schaal = gelijk()
    for blad in (ander, een):
        blad.get_by_role("button", name="Dichterbij").click()
        schaal = gelijk(anders_dan=schaal)
    assert stil.locator(".legenda").count() == 1
    # On a phone one under the other, as wide as each other.
    stil.set_viewport_size(PHONE)
    lees = "alle => alle.map(e => e.getBoundingClientRect().toJSON())"
    bladen = stil.locator("iframe.kaart-blad")
    boven, onder = eventually(
        stil, lambda: bladen.evaluate_all(lees), lambda nu: nu[0]["x"] == nu[1]["x"]
    )
    assert onder["y"] >= boven["y"] + boven["height"]
    assert onder["width"] == boven["width"]


def test_side_by_side_a_click_on_the_other_map_chooses_there(stil: Page) -> None:
    stil.goto(f"{RONDKOMEN}&naast=ja")
    wacht(stil, GETOOND)
    ander = wacht(stil, GETOOND, nummer=2)
    documenten = nieuwe_bladen(stil)
    vlak = ander.locator("path[data-code][data-soort=cijfer]").first
    naam = (vlak.get_attribute("aria-label") or "").split(":")[0]
    vlak.press("Enter")
    expect(stil.locator(".paneel h2")).to_have_text(naam)
    expect(vlak).to_have_attribute("aria-pressed", "true")
    address_says(stil, gebied="hw-wonen")
    # The maps stay where they are.
    assert documenten == []
    assert (stil.locator("#kaart-blad").get_attribute("src") or "").startswith("/kaart/beter-wonen")


def test_side_by_side_another_year_recolours_both_without_new_shapes(stil: Page) -> None:
    stil.goto(f"{RONDKOMEN}&naast=ja")
    wacht(stil, GETOOND)
    wacht(stil, GETOOND, nummer=2)
    documenten = nieuwe_bladen(stil)
    stil.get_by_role("link", name="2012", exact=True).first.click()
    wacht(stil, "moeite_met_rondkomen_aandeel 2012")
    wacht(stil, "moeite_met_rondkomen_aandeel 2012", nummer=2)
    expect(stil.locator(".kaart-bij")).to_contain_text("2012")
    assert documenten == []


def test_typed_limits_colour_the_map_and_nonsense_is_told(stil: Page) -> None:
    stil.goto(RONDKOMEN)
    wacht(stil, GETOOND)
    stil.locator(".klassekeuze summary").click()
    veld = stil.get_by_label("eigen grenzen")
    veld.fill("12; 18")
    veld.press("Enter")
    expect(stil.locator(".legenda .klasse").first).to_contain_text("minder dan 12")
    address_says(stil, klassen="12; 18")
    # The fold stays open, the keyboard where it was.
    expect(veld).to_be_focused()
    veld.fill("20; appel; 10")
    veld.press("Enter")
    expect(stil.locator(".melding")).to_contain_text("niet alles een getal")
    expect(stil.locator(".melding")).to_contain_text("10; 20")
    stil.get_by_role("link", name="gelijke stappen").click()
    expect(stil.locator(".melding")).to_have_count(0)
    address_says(stil, klassen="stappen")


def test_the_years_play_by_themselves_and_can_be_stopped(stil: Page) -> None:
    stil.goto(f"{RONDKOMEN}&jaar=2012")
    wacht(stil, "moeite_met_rondkomen_aandeel 2012")
    documenten = nieuwe_bladen(stil)
    diepte = stil.evaluate("history.length")
    grenzen = stil.locator(".legenda .klasse").all_inner_texts()
    # The film waits for an answer: until that comes, it can be stopped.
    antwoorden = Gate(stil, ANSWERS)
    stil.get_by_role("button", name="Speel af").click()
    expect(stil.get_by_role("button", name="Pauze")).to_be_visible()
    antwoorden.open()
    wacht(stil, GETOOND)
    expect(stil.get_by_role("button", name="Speel af")).to_be_visible()
    assert documenten == []
    assert stil.evaluate("history.length") == diepte
    # The same colours in every year, or the film would lie.
    klassen = [tekst for tekst in grenzen if "cijfer" not in tekst]
    expect(stil.locator(".kaart-bij")).to_contain_text("2020")
    assert stil.locator(".legenda .klasse").all_inner_texts()[: len(klassen)] == klassen


def test_playing_from_the_last_year_begins_again_at_the_first(stil: Page) -> None:
    # A map opens at its newest year, so this is the first thing that somebody does.
    stil.goto(f"{RONDKOMEN}&jaar=2020")
    wacht(stil, GETOOND)
    # Each year is there for a moment: the map itself keeps what it has shown.
    body = kaart(stil).locator("body")
    body.evaluate(
        """body => {
          body.dataset.film = "";
          const bewaar = () => { body.dataset.film += body.dataset.getoond.slice(-5); };
          new MutationObserver(bewaar).observe(body, { attributeFilter: ["data-getoond"] });
        }"""
    )
    stil.get_by_role("button", name="Speel af").click()
    expect(body).to_have_attribute("data-film", re.compile("^( 2020)*( 2012)+( 2016)+( 2020)+$"))
    expect(stil.get_by_role("button", name="Speel af")).to_be_visible()


def test_the_years_step_with_the_keyboard_alone(stil: Page) -> None:
    stil.goto(RONDKOMEN)
    wacht(stil, GETOOND)
    terug = stil.get_by_role("button", name="Jaar terug")
    terug.focus()
    stil.keyboard.press("Enter")
    wacht(stil, "moeite_met_rondkomen_aandeel 2016")
    expect(terug).to_be_focused()
    stil.keyboard.press("Enter")
    wacht(stil, "moeite_met_rondkomen_aandeel 2012")
    expect(terug).to_have_attribute("aria-disabled", "true")
    expect(terug).to_be_focused()


def test_who_asks_for_little_motion_gets_steps_and_no_film(browser: Browser, base_url: str) -> None:
    with browser.new_context(base_url=base_url, reduced_motion="reduce", locale="nl-NL") as rustig:
        page = rustig.new_page()
        page.goto(RONDKOMEN)
        wacht(page, GETOOND)
        expect(page.get_by_role("button", name="Jaar terug")).to_be_visible()
        expect(page.get_by_role("button", name="Speel af")).to_have_count(0)
        expect(page.locator(".kaart-film")).to_contain_text("weinig beweging")


def test_years_of_another_division_are_a_break_in_the_film(stil: Page) -> None:
    stil.goto("/kaart?indicator=ouderen_65_aandeel&gebied=hw-wonen")
    wacht(stil, "ouderen_65_aandeel 2024")
    # One year in this division: nothing to play.
    expect(stil.locator(".kaart-film")).to_have_count(0)


@pytest.mark.parametrize(
    "kijk",
    [
        "&tegenover=nederland",
        f"&vorig=2012&selectie={BUURT}&gekozen_in=2020",
        f"&tweede=ouderen_65_aandeel&selectie={BUURT}&gekozen_in=2020",
        "&naast=ja&klassen=10;20;onzin",
    ],
)
def test_every_way_of_looking_fits_and_axe_finds_nothing(stil: Page, kijk: str) -> None:
    stil.set_viewport_size(PHONE)
    stil.goto(f"{RONDKOMEN}{kijk}")
    wacht(stil, GETOOND)
    if "naast" in kijk:
        wacht(stil, GETOOND, nummer=2)
    fine_for_all(stil)


@pytest.mark.parametrize("naast", ["", "&naast=ja"])
def test_a_table_of_two_themes_fits_beside_the_map(page: Page, naast: str) -> None:
    page.set_viewport_size({"width": 1400, "height": 900})
    page.goto(f"/kaart?gebied=hw-wonen&tweede=moeite_met_rondkomen_aandeel{naast}")
    kader = page.locator(".tabel-kader:has(.sorteerbaar)")
    expect(kader).to_be_visible()
    lees = "el => [el.scrollWidth, el.clientWidth]"
    eventually(page, lambda: kader.evaluate(lees), lambda nu: nu[0] <= nu[1])

"""What the colours say, as the browser draws them: few, counted, alike everywhere, good in grey."""

import re
from itertools import combinations, pairwise

import pytest
from playwright.sync_api import Page, expect

from tests.browser.kaartblad import kaart, wacht

RONDKOMEN = "/kaart?indicator=moeite_met_rondkomen_aandeel"
OUDEREN = "/kaart?indicator=ouderen_65_aandeel"
MEESTE = 5
# Steps in grey (0-1) that a copier keeps apart; dots tell apart what is closer.
STAP, KLEINE_STAP = 0.1, 0.06
VULLING = """alle => alle.map(e => {
  const s = getComputedStyle(e);
  return [s.backgroundColor, s.backgroundImage !== 'none'];
})"""


def open_(page: Page, adres: str) -> None:
    page.goto(adres)
    wacht(page)
    expect(page.locator(".legenda li").first).to_be_visible()


def grijs(kleur: str) -> float:
    rood, groen, blauw = (int(deel) for deel in re.findall(r"\d+", kleur)[:3])
    return (0.299 * rood + 0.587 * groen + 0.114 * blauw) / 255


def klassen(page: Page) -> list[str]:
    """The words of the classes, without those of what has none."""
    rijen = page.locator(".legenda li").filter(has=page.locator("[class*=trede-]"))
    return rijen.locator(".klasse").all_inner_texts()


@pytest.mark.parametrize("methode", ["natuurlijk", "aantallen", "stappen", "5;10;15;20;25;30"])
def test_at_most_five_classes_that_count_every_area_once(page: Page, methode: str) -> None:
    open_(page, f"{OUDEREN}&klassen={methode}")
    assert 2 <= len(klassen(page)) <= MEESTE
    tellingen = page.locator(".legenda .telling").all_inner_texts()
    aantal = kaart(page).locator("path[data-code]").count()
    assert sum(int(t.split()[0]) for t in tellingen) == aantal


def test_the_classes_are_those_of_the_other_area_and_of_every_year(page: Page) -> None:
    open_(page, f"{RONDKOMEN}&jaar=2020")
    hier = klassen(page)
    for adres in (f"{RONDKOMEN}&jaar=2012", f"{RONDKOMEN}&jaar=2020&gebied=hw-wonen"):
        open_(page, adres)
        assert klassen(page) == hier
    expect(page.locator("#kaart-legenda")).to_contain_text(
        "voor beide gebieden en alle jaren gelijk"
    )
    # An estimate is said to be one.
    expect(page.locator("#kaart-legenda")).to_contain_text("schattingen van een model")


def test_one_scale_gets_darker_in_even_steps_of_grey(page: Page) -> None:
    open_(page, OUDEREN)
    vakjes = page.locator(".legenda .vlakje[class*=trede-]").evaluate_all(VULLING)
    licht = [grijs(kleur) for kleur, _ in vakjes]
    assert all(een - ander > STAP for een, ander in pairwise(licht))


def test_around_the_country_dots_tell_lower_from_higher_in_grey(page: Page) -> None:
    open_(page, f"{RONDKOMEN}&tegenover=nederland")
    vakjes = page.locator(".legenda .vlakje[class*=afwijking-]").evaluate_all(VULLING)
    lager, midden, hoger = vakjes[: len(vakjes) // 2], vakjes[len(vakjes) // 2], vakjes[-2:]
    assert all(stip for _, stip in lager)
    assert not any(stip for _, stip in [midden, *hoger])
    assert grijs(midden[0]) > max(grijs(kleur) for kleur, _ in lager + hoger)


def test_nine_colours_of_two_themes_are_nine_in_grey_too(page: Page) -> None:
    open_(page, f"{RONDKOMEN}&tweede=eenzaam_aandeel")
    vakjes = page.locator(".rooster td").evaluate_all(
        """alle => alle.map(e => {
          const s = getComputedStyle(e);
          return [s.backgroundColor, s.backgroundImage + s.backgroundSize];
        })"""
    )
    assert len(vakjes) == 9
    for (een, patroon), (ander, patroon_) in combinations(vakjes, 2):
        assert patroon != patroon_ or abs(grijs(een) - grijs(ander)) > KLEINE_STAP


def test_borders_are_a_dark_line_in_a_light_one(page: Page) -> None:
    """So that they read on the lightest and on the darkest class."""
    open_(page, OUDEREN)
    vlakken, randen = (
        kaart(page).locator(f".leaflet-{naam}-pane path").first for naam in ("vlakken", "randen")
    )
    lijn = "e => [e.getAttribute('stroke'), Number(e.getAttribute('stroke-width'))]"
    licht, donker = vlakken.evaluate(lijn), randen.evaluate(lijn)
    assert licht[1] > donker[1]
    assert licht[0].lower() == "#fbfaf6"
    assert int(donker[0][1:3], 16) < 0x80

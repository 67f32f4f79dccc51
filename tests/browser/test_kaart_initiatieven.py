"""The signs of initiatives on the map, in a real browser: filtered, opened, chosen by hand and key.

All initiatives with a place are made up: nobody has looked up those of the real list.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import FrameLocator, Locator, Page, expect

from dashboard.context import Context, make_context
from dashboard.kaart.blad import maak_inhoud
from dashboard.register.initiatieven import Herkomst, Initiatief, Plaatsing
from tests.browser.kaartblad import kaart, wacht
from tests.browser.pagina import PHONE, address_says, eventually, fine_for_all
from tests.conftest import served
from wijken.regio import Regiocode, Soort

LAAG = "/kaart?gebied=hw-wonen&laag=initiatieven"
# Name, place (latitude, longitude), themes. The first two are one sign until one comes closer; the
# last two stay together at any zoom.
VERZONNEN = [
    ("Verzonnen tuin <b>", (51.7900, 4.5000), ("ontmoeten",)),
    ("Verzonnen koor", (51.7908, 4.5012), ("ontmoeten", "wonen")),
    ("Verzonnen eettafel", (51.7620, 4.5100), ("wonen",)),
    ("Verzonnen klusclub", (51.7500, 4.6200), ("gezondheid",)),
    ("Verzonnen wandelclub", (51.7500, 4.6200), ("gezondheid",)),
]

# Where something is in the frame, wherever the page around it is scrolled to.
IN_BLAD = "(el) => { const { x, y } = el.getBoundingClientRect(); return [x, y]; }"


def verzonnen(naam: str, plek: tuple[float, float], themas: tuple[str, ...]) -> Initiatief:
    return Initiatief(
        id="",
        werkgebied="hw-wonen",
        naam=naam,
        soort="burgerinitiatief",
        omschrijving=f"{naam} is verzonnen.",
        themas=themas,
        voor_wie="",
        organisatie="Verzonnen stichting",
        adres="",
        postcode="",
        plaats="",
        wijk_of_dorp="Oud-Beijerland",
        regio=Regiocode("WK196300"),
        website="https://verzonnen.example",
        bron_url="",
        bron_datum="",
        zekerheid="",
        plek=plek,
        plaatsing=Plaatsing.PUNT,
        herkomst=Herkomst.HAND,
    )


def midden_van(context: Context, wijk: Regiocode) -> tuple[float, float]:
    """Where the map has the count of a wijk."""
    gebied = context.catalogus.werkgebied("hw-wonen")
    with context.reader.momentopname() as nu:
        vorm = maak_inhoud(context, nu, (gebied, Soort.BUURT, 2024)).vorm
    return next(plek.plek for plek in vorm.wijken if plek.code == str(wijk))


@pytest.fixture(scope="module")
def eigen_url(database: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    context = make_context(database, tmp_path_factory.mktemp("verzonnen"))
    midden = ("Verzonnen midden", midden_van(context, Regiocode("WK196300")), ("meedoen",))
    for rij in (*VERZONNEN, midden):
        context.register.voeg_toe(verzonnen(*rij), "Tester")
    with served(context) as adres:
        yield adres
    context.register.sluit()


@pytest.fixture(scope="module")
def browser_context_args(browser_context_args: dict[str, Any], eigen_url: str) -> dict[str, Any]:
    """Every address without a host is that of our own dashboard; nothing moves by itself."""
    eigen = {"base_url": eigen_url, "reduced_motion": "reduce"}
    return {**browser_context_args, **eigen}


def openen(page: Page, adres: str = LAAG) -> FrameLocator:
    page.goto(adres)
    return wacht(page)


def bord(blad: FrameLocator, naam: str) -> Locator:
    return blad.locator(f".plek[aria-label*='{naam}']")


def test_a_sign_shows_its_own_initiative_and_not_its_neighbours(page: Page) -> None:
    blad = openen(page)
    bord(blad, "Verzonnen eettafel").click()
    paneel = page.locator(".initiatiefpaneel")
    expect(paneel).to_contain_text("Verzonnen eettafel is verzonnen.")
    expect(paneel).to_contain_text("Verzonnen stichting")
    expect(paneel).to_contain_text("nog niet nagekeken")
    expect(paneel).not_to_contain_text("Verzonnen koor")
    expect(bord(blad, "Verzonnen eettafel")).to_have_attribute("aria-pressed", "true")
    address_says(page, initiatief="verzonnen-eettafel", selectie=None)
    paneel.get_by_role("link", name="Verzonnen eettafel").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Verzonnen eettafel")
    page.go_back()
    expect(page.locator(".initiatiefpaneel")).to_contain_text("Verzonnen eettafel")


def test_a_cluster_opens_and_text_from_data_is_never_html(page: Page) -> None:
    blad = openen(page)
    tros = bord(
        blad, "2 initiatieven en voorzieningen dicht bij elkaar: Verzonnen koor; Verzonnen tuin <b>"
    )
    expect(tros).to_have_text("2")
    tros.click()
    expect(tros).to_have_count(0)
    address_says(page, initiatief=None)
    los = blad.locator(".plek[aria-label='Verzonnen tuin <b>']")
    los.focus()
    wijzer = blad.get_by_role("tooltip", name="Verzonnen tuin <b>", exact=True)
    expect(wijzer).to_have_text("Verzonnen tuin <b>")
    expect(blad.locator("b")).to_have_count(0)
    los.click()
    expect(page.locator(".initiatiefpaneel")).to_contain_text("Verzonnen tuin <b> is verzonnen.")


def test_a_count_of_a_wijk_and_a_sign_in_its_middle_are_both_in_sight(page: Page) -> None:
    blad = openen(page)
    expect(bord(blad, "Verzonnen midden")).to_have_count(1)
    expect(bord(blad, "in Oud-Beijerland")).to_have_count(1)
    borden = blad.locator(".plek")
    bedekt = """(borden) => borden.filter((bord) => {
      const r = bord.getBoundingClientRect();
      const boven = document.elementFromPoint((r.left + r.right) / 2, (r.top + r.bottom) / 2);
      return boven && !bord.contains(boven);
    }).map((bord) => bord.getAttribute("aria-label"))"""
    eventually(page, lambda: borden.evaluate_all(bedekt), lambda gevonden: gevonden == [])


def test_another_filter_leaves_the_map_where_it_is_for_who_stands_on_a_sign(page: Page) -> None:
    blad = openen(page)
    page.locator("#kaart-laaglegenda").get_by_role("link", name="ontmoeten", exact=True).click()
    expect(page.locator("#kaart-laaglegenda")).to_contain_text("Getoond: thema ontmoeten.")
    expect(bord(blad, "Verzonnen klusclub")).to_have_count(0)
    tros = bord(blad, "Verzonnen tuin")
    tros.focus()
    page.keyboard.press("Enter")
    expect(blad.locator(".plek[aria-label='Verzonnen koor']")).to_have_count(1)
    expect(blad.locator(".plek:focus")).to_have_count(1)
    plek = blad.locator("path[data-code=BU19630000]").evaluate(IN_BLAD)
    page.go_back()
    expect(page.locator("#kaart-laaglegenda")).to_contain_text("Alle ")
    expect(bord(blad, "Verzonnen klusclub")).to_have_count(1)
    expect(blad.locator(".leaflet-pan-anim")).to_have_count(0)
    assert blad.locator("path[data-code=BU19630000]").evaluate(IN_BLAD) == plek


def test_it_is_said_when_the_signs_do_not_come_and_they_are_asked_for_again(page: Page) -> None:
    page.route("**/punten.json*", lambda verzoek: verzoek.abort())
    page.goto(LAAG)
    blad = kaart(page)
    expect(blad.locator("body[data-getoond][data-plekken=mislukt]")).to_be_visible()
    melding = blad.get_by_text("zijn nu niet op te halen")
    expect(melding).to_be_visible()
    page.unroute("**/punten.json*")
    page.get_by_label("Onderwerp").select_option(label="Gemiddelde WOZ-waarde")
    expect(bord(blad, "Verzonnen klusclub")).to_have_count(1)
    expect(melding).to_have_count(0)


def test_a_sign_outside_the_frame_comes_into_view_with_the_focus(page: Page) -> None:
    blad = openen(page)
    tros = bord(blad, "Verzonnen tuin")
    tros.focus()
    page.keyboard.press("Enter")
    ver = bord(blad, "Verzonnen klusclub")
    expect(ver).not_to_be_in_viewport()
    ver.focus()
    expect(ver).to_be_in_viewport()
    expect(ver).to_be_focused()


def test_an_area_that_is_chosen_after_a_sign_takes_its_place(page: Page) -> None:
    blad = openen(page, f"{LAAG}&initiatief=verzonnen-koor")
    expect(page.locator(".initiatiefpaneel")).to_contain_text("Verzonnen koor")
    blad.locator("path[data-code=BU19630000]").dispatch_event("click")
    expect(page.locator(".paneel h2")).to_have_text("Oud-Beijerland Centrum")
    expect(page.locator(".initiatiefpaneel")).to_have_count(0)
    address_says(page, initiatief=None)


def test_axe_finds_nothing_with_a_filter_and_a_chosen_sign(page: Page) -> None:
    page.set_viewport_size(PHONE)
    openen(page, f"{LAAG}&thema=wonen&stand=nooit&initiatief=verzonnen-koor")
    page.locator(".greep").click()
    expect(page.locator(".initiatiefpaneel h3")).to_be_visible()
    fine_for_all(page)

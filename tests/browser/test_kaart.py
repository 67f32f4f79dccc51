"""The map in a real browser: recolouring, choosing by mouse and keyboard, Back, phone, axe."""

import re

import pytest
from playwright.sync_api import Locator, Page, Position, expect

from tests.browser.kaartblad import kaart, nieuwe_bladen, vlak, wacht
from tests.browser.pagina import PHONE, address_says, eventually, fine_for_all, vraag

BIJSTAND = "bijstand_per_1000 2020"
BUURT = "BU01411100"
RONDKOMEN = "/kaart?indicator=moeite_met_rondkomen_aandeel"


def midden(vlak: Locator) -> Position:
    """A place well inside an area: the middle of its box may lie under a neighbour's border."""
    plek: Position = vlak.evaluate(
        """el => {
          const r = el.getBoundingClientRect();
          const raak = (x, y) => el.ownerDocument.elementFromPoint(x, y) === el;
          for (let rand = 4; rand > 0; rand -= 1)
            for (let y = r.top; y < r.bottom; y += 1)
              for (let x = r.left; x < r.right; x += 1)
                if ([[0, 0], [-rand, 0], [rand, 0], [0, -rand], [0, rand]]
                    .every(([dx, dy]) => raak(x + dx, y + dy)))
                  return { x: x - r.left, y: y - r.top };
          return null;
        }"""
    )
    assert plek is not None, "the area is nowhere to be hit"
    return plek


def kies_onderwerp(page: Page, naam: str) -> None:
    page.get_by_label("Onderwerp").focus()
    page.get_by_label("Onderwerp").select_option(label=naam)


def test_the_first_map_is_bijstand_in_almelo(stil: Page) -> None:
    stil.goto("/kaart")
    wacht(stil, BIJSTAND)
    expect(stil.get_by_role("heading", level=1)).to_have_text(re.compile("bijstand"))
    expect(kaart(stil).locator("path[data-code]")).to_have_count(68)


def test_another_theme_recolours_without_fetching_the_map_again(stil: Page) -> None:
    stil.goto("/kaart")
    wacht(stil, BIJSTAND)
    documenten = nieuwe_bladen(stil)
    codes = kaart(stil).locator("path[data-code]")
    lees = "alle => alle.map(e => e.getAttribute('fill'))"
    voor = codes.evaluate_all(lees)
    kies_onderwerp(stil, "Moeite met rondkomen")
    wacht(stil, "moeite_met_rondkomen_aandeel 2020")
    assert codes.evaluate_all(lees) != voor
    assert documenten == []
    address_says(stil, indicator="moeite_met_rondkomen_aandeel")
    # Who chose with the keyboard goes on where they were.
    expect(stil.get_by_label("Onderwerp")).to_be_focused()


def test_another_year_of_the_same_division_recolours_too(stil: Page) -> None:
    stil.goto(RONDKOMEN)
    wacht(stil, "moeite_met_rondkomen_aandeel 2020")
    documenten = nieuwe_bladen(stil)
    stil.get_by_role("link", name="2012").click()
    wacht(stil, "moeite_met_rondkomen_aandeel 2012")
    assert documenten == []
    address_says(stil, jaar="2012")


def test_a_click_on_a_buurt_reaches_address_panel_and_table(stil: Page) -> None:
    stil.goto(RONDKOMEN)
    wacht(stil, "moeite_met_rondkomen_aandeel 2020")
    vlak(stil, BUURT).click(force=True, position=midden(vlak(stil, BUURT)))
    expect(stil.locator(".paneel h2")).to_have_text("Bornsestraat en omgeving Midden")
    expect(vlak(stil, BUURT)).to_have_attribute("aria-pressed", "true")
    expect(stil.locator("tr[aria-current]")).to_have_attribute("data-sleutel", BUURT)
    address_says(stil, selectie=BUURT)


def test_the_keyboard_walks_over_the_map_and_chooses(stil: Page) -> None:
    stil.goto(f"{RONDKOMEN}&selectie={BUURT}&gekozen_in=2020")
    wacht(stil, "moeite_met_rondkomen_aandeel 2020")
    expect(kaart(stil).locator("path[tabindex='0']")).to_have_count(1)
    vlak(stil, BUURT).focus()
    stil.keyboard.press("ArrowDown")
    expect(vlak(stil, BUURT)).not_to_be_focused()
    nieuw = kaart(stil).locator("path:focus")
    code = nieuw.get_attribute("data-code")
    label = nieuw.get_attribute("aria-label")
    assert code is not None
    assert label is not None
    stil.keyboard.press("Enter")
    expect(stil.locator(".paneel h2")).to_have_text(label.split(":")[0])
    expect(vlak(stil, code)).to_be_focused()
    address_says(stil, selectie=code)


def test_back_undoes_one_choice_at_a_time(stil: Page) -> None:
    stil.goto("/kaart")
    wacht(stil, BIJSTAND)
    vlak(stil, BUURT).click(force=True, position=midden(vlak(stil, BUURT)))
    expect(vlak(stil, BUURT)).to_have_attribute("aria-pressed", "true")
    # The map shows a choice at once, the address follows.
    address_says(stil, selectie=BUURT)
    stil.get_by_role("link", name="HW Wonen").click()
    wacht(stil, "ouderen_65_aandeel 2024")
    stil.go_back()
    wacht(stil, BIJSTAND)
    expect(vlak(stil, BUURT)).to_have_attribute("aria-pressed", "true")
    stil.go_back()
    expect(vlak(stil, BUURT)).to_have_attribute("aria-pressed", "false")
    expect(stil.locator(".paneel h2")).to_have_count(0)


def test_hover_gives_name_figure_unit_and_year(stil: Page) -> None:
    stil.goto(RONDKOMEN)
    wacht(stil, "moeite_met_rondkomen_aandeel 2020")
    vlak(stil, BUURT).hover(force=True, position=midden(vlak(stil, BUURT)))
    wijzer = kaart(stil).locator(".wijzer")
    expect(wijzer).to_contain_text("Bornsestraat en omgeving Midden")
    expect(wijzer).to_contain_text("15\u202f%")
    expect(wijzer).to_contain_text("2020")
    expect(wijzer).to_contain_text("schatting van een model")


def test_missing_is_hatched_and_uncertain_dotted(stil: Page) -> None:
    stil.goto(RONDKOMEN)
    wacht(stil, "moeite_met_rondkomen_aandeel 2020")
    for soort, vulling in (("geen", "url(#arcering)"), ("onzeker", "url(#stippels)")):
        vlakken = kaart(stil).locator(f".leaflet-vlakken-pane path[data-soort={soort}]")
        assert vlakken.count() > 0
        vullingen = vlakken.evaluate_all("alle => alle.map(e => e.getAttribute('fill'))")
        assert set(vullingen) == {vulling}
    expect(stil.get_by_text("te weinig mensen of woningen").first).to_be_visible()


def test_the_map_and_the_table_write_every_figure_alike(stil: Page) -> None:
    stil.goto("/kaart?gebied=hw-wonen&indicator=woz_gemiddelde")
    wacht(stil, "woz_gemiddelde 2024")
    lees = """alle => alle.map(e => [e.dataset.code, e.getAttribute('aria-label')])"""
    labels = dict(kaart(stil).locator("path[data-code]").evaluate_all(lees))
    rijen = stil.locator("#kaart-tabel tbody tr")
    expect(rijen).to_have_count(len(labels))
    lees = "alle => alle.map(e => [e.dataset.sleutel, e.lastElementChild.innerText])"
    for code, tekst in rijen.evaluate_all(lees):
        cijfer = tekst.split(" onzeker")[0].strip()
        assert cijfer.split("\n")[0] in labels[code]


def test_the_table_sorts_by_a_heading_and_keeps_reasons_last(stil: Page) -> None:
    stil.goto(RONDKOMEN)
    tabel = stil.locator("#kaart-tabel")
    tabel.get_by_role("button", name="Moeite met rondkomen").click()
    kop = tabel.locator("th[aria-sort]")
    cellen = tabel.locator("tbody td.getal")
    for richting, volgorde in (("descending", -1), ("ascending", 1)):
        expect(kop).to_have_attribute("aria-sort", richting)
        teksten = cellen.all_inner_texts()
        assert teksten[-1].startswith("geen cijfer")
        getallen = [int(t.split()[0]) for t in teksten if not t.startswith("geen")]
        assert getallen == sorted(getallen, reverse=volgorde < 0)
        tabel.get_by_role("button", name="Moeite met rondkomen").click()


def test_choosing_in_the_table_keeps_its_order_and_the_focus(stil: Page) -> None:
    stil.goto(RONDKOMEN)
    wacht(stil, "moeite_met_rondkomen_aandeel 2020")
    tabel = stil.locator("#kaart-tabel")
    tabel.get_by_role("button", name="Moeite met rondkomen").click()
    expect(tabel.locator("th[aria-sort]")).to_have_count(1)
    naam = tabel.locator("tbody a").nth(2)
    gekozen = naam.inner_text()
    naam.click()
    expect(stil.locator(".paneel h2")).to_have_text(gekozen)
    expect(tabel.locator("th[aria-sort]")).to_have_count(1)
    expect(tabel.locator("tbody a").nth(2)).to_be_focused()


def test_a_chosen_word_keeps_the_focus(stil: Page) -> None:
    stil.goto("/kaart")
    wacht(stil, BIJSTAND)
    stil.get_by_role("link", name="wijken", exact=True).press("Enter")
    expect(stil.get_by_role("link", name="wijken", exact=True)).to_have_attribute(
        "aria-current", "true"
    )
    expect(stil.get_by_role("link", name="wijken", exact=True)).to_be_focused()


def test_initiatives_are_counts_on_the_map_that_lead_to_a_list(stil: Page) -> None:
    stil.goto("/kaart?laag=initiatieven&niveau=wijk")
    plek = kaart(stil).locator(".plek").first
    expect(plek).to_be_visible()
    naam = plek.get_attribute("aria-label")
    assert naam is not None
    plek.press("Enter")
    aantal = int(naam.split()[0])
    expect(stil.locator(".initiatiefpaneel h3")).to_have_count(min(aantal, 12))
    expect(stil.locator(".initiatiefpaneel .bron").first).to_contain_text("nagekeken")
    stil.get_by_role("checkbox", name="Initiatieven").click()
    expect(kaart(stil).locator(".plek")).to_have_count(0)


def test_nonsense_in_the_address_is_said_and_a_map_drawn(stil: Page) -> None:
    stil.goto("/kaart?gebied=mars&indicator=%3Cb%3Ex%3C%2Fb%3E&jaar=0")
    wacht(stil, BIJSTAND)
    expect(stil.locator(".melding")).to_contain_text("«mars»")
    expect(stil.locator(".melding")).to_contain_text("«<b>x</b>»")


def test_a_theme_without_figures_here_leads_to_the_level_that_has_them(stil: Page) -> None:
    stil.goto("/kaart?indicator=laagste_40_personen_aandeel&niveau=buurt")
    stil.get_by_role("link", name="bekijk de kaart per wijk").click()
    wacht(stil, "laagste_40_personen_aandeel 2022")
    expect(kaart(stil).locator("path[data-soort=cijfer]").first).to_be_visible()


def test_a_message_from_elsewhere_changes_nothing(stil: Page) -> None:
    stil.goto("/kaart")
    wacht(stil, BIJSTAND)
    # Who listens from now on hears it after the page has.
    stil.evaluate(
        """code => new Promise((klaar) => {
          window.addEventListener("message", (e) => e.source === window && klaar());
          window.postMessage({ soort: "gekozen", code }, "*");
        })""",
        BUURT,
    )
    assert "selectie" not in vraag(stil)


@pytest.mark.parametrize(
    "adres",
    [
        f"/kaart?selectie={BUURT}&gekozen_in=2020",
        "/kaart?gebied=hw-wonen&laag=initiatieven",
        "/kaart?indicator=corporatiewoningen_aandeel&niveau=buurt",
        "/kaart?gebied=hw-wonen&niveau=wijk&indicator=leefbaarheid_woningen_score",
    ],
)
def test_the_page_fits_and_axe_finds_nothing(stil: Page, adres: str) -> None:
    stil.set_viewport_size(PHONE)
    stil.goto(adres)
    wacht(stil)
    fine_for_all(stil)


def test_on_a_phone_the_map_comes_before_sentence_and_table(stil: Page) -> None:
    stil.set_viewport_size(PHONE)
    stil.goto("/kaart")
    wacht(stil, BIJSTAND)
    delen = ["#kaart-blad", ".legenda", ".samenvatting", "#kaart-tabel"]
    lees = "delen => delen.map(e => document.querySelector(e)?.getBoundingClientRect().top)"
    hoogten = eventually(stil, lambda: stil.evaluate(lees, delen), all)
    assert hoogten == sorted(hoogten)
    assert hoogten[0] < 500

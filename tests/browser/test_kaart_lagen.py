"""What lies on the map, in a real browser: switched on and off, and whom the browser then asks."""

import base64
import math
from itertools import combinations
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, Route, ViewportSize, expect

from tests.browser.kaartblad import kaart, wacht
from tests.browser.pagina import DESK, PHONE, address_says, eventually, fine_for_all

# One grey pixel, made up: PDOK is never asked in a test.
VERZONNEN_TEGEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGM4DQAAzQDMX2O8jAAAAABJRU5ErkJggg=="
)
STRATEN = "Straten en water"


def gevraagde_hosts(page: Page, base_url: str) -> set[str]:
    """What the page asks from now on, outside of our own address."""
    hosts: set[str] = set()
    hier = urlsplit(base_url).netloc

    def kijk(url: str) -> None:
        adres = urlsplit(url)
        if adres.scheme in ("http", "https") and adres.netloc != hier:
            hosts.add(adres.netloc)

    page.on("request", lambda verzoek: kijk(verzoek.url))
    return hosts


def test_the_background_is_asked_only_while_it_is_on_and_only_there(
    page: Page, base_url: str
) -> None:
    hosts = gevraagde_hosts(page, base_url)
    page.goto("/kaart")
    wacht(page)
    assert hosts == set()
    page.get_by_role("checkbox", name=STRATEN).click()
    expect(kaart(page).locator("body[data-achtergrond=aan][data-getoond]")).to_be_visible()
    expect(kaart(page).get_by_text("Kaartgegevens: © Kadaster")).to_be_visible()
    # Nothing from outside ever comes here: the map says so and still works.
    expect(kaart(page).get_by_text("De kaart werkt ook zonder")).to_be_visible()
    assert hosts == {"service.pdok.nl"}
    address_says(page, achtergrond="ja")
    vlak = kaart(page).locator("path[data-code=BU01411100]")
    # By its own event: the middle of its box may lie under a neighbour's border.
    vlak.dispatch_event("click")
    expect(page.locator(".paneel h2")).to_have_text("Bornsestraat en omgeving Midden")
    page.get_by_role("checkbox", name=STRATEN).click()
    expect(kaart(page).locator("body[data-getoond]:not([data-achtergrond])")).to_be_visible()
    hosts.clear()
    # Another piece of the map is where it would ask again.
    schaal = kaart(page).locator(".leaflet-control-scale-line")
    voor = schaal.get_attribute("style") or ""
    kaart(page).get_by_role("button", name="Dichterbij").click()
    expect(schaal).not_to_have_attribute("style", voor)
    assert hosts == set()


def test_areas_let_the_background_through_and_stay_readable(page: Page) -> None:
    def geef(route: Route) -> None:
        route.fulfill(body=VERZONNEN_TEGEL, content_type="image/png")

    page.route("https://service.pdok.nl/**", geef)
    page.goto("/kaart?achtergrond=ja")
    expect(kaart(page).locator("img.leaflet-tile-loaded").first).to_be_visible()
    expect(kaart(page).get_by_text("De kaart werkt ook zonder")).to_have_count(0)
    lees = "e => Number(getComputedStyle(e).fillOpacity)"
    vlak = kaart(page).locator("path[data-code=BU01411100]")
    eventually(page, lambda: vlak.evaluate(lees), lambda dekking: 0.5 < dekking < 1)


def test_a_switch_keeps_the_focus_and_back_undoes_it(page: Page) -> None:
    page.goto("/kaart")
    wacht(page)
    schakelaar = page.get_by_role("checkbox", name="Initiatieven")
    schakelaar.focus()
    page.keyboard.press("Space")
    expect(kaart(page).locator(".plek").first).to_be_visible()
    expect(schakelaar).to_be_focused()
    expect(schakelaar).to_be_checked()
    page.go_back()
    expect(schakelaar).not_to_be_checked()
    expect(kaart(page).locator(".plek")).to_have_count(0)


def test_homes_and_names_come_and_go_and_another_theme_leaves_them_alone(page: Page) -> None:
    page.goto("/kaart?gebied=hw-wonen")
    wacht(page)
    page.get_by_role("checkbox", name="Woningen").click()
    balken = kaart(page).locator(".balk")
    expect(balken).to_have_count(38)
    page.get_by_role("checkbox", name="Namen van buurten").click()
    expect(kaart(page).locator(".buurtnaam")).to_have_count(41)
    balken.first.evaluate("e => { e.dataset.oud = 'ja'; }")
    page.get_by_label("Onderwerp").select_option(label="Gemiddelde WOZ-waarde")
    expect(kaart(page).locator("body")).to_have_attribute("data-getoond", "woz_gemiddelde 2024")
    expect(balken.first).to_have_attribute("data-oud", "ja")
    page.get_by_role("checkbox", name="Woningen").click()
    expect(balken).to_have_count(0)


def test_the_panel_says_in_words_what_the_bar_of_the_chosen_area_shows(page: Page) -> None:
    page.goto("/kaart?gebied=hw-wonen&laag=woningen&selectie=BU19630000")
    expect(
        page.get_by_role("heading", name="De woningen in Oud-Beijerland Centrum")
    ).to_be_visible()
    expect(page.locator(".paneel")).to_contain_text("Eengezinswoning")


def test_axe_finds_nothing_with_every_layer_on(page: Page) -> None:
    alle = "initiatieven+voorzieningen+woningen+focus+namen"
    page.set_viewport_size(PHONE)
    page.goto(f"/kaart?gebied=hw-wonen&laag={alle}&focus=WK196300&selectie=BU19630000")
    # The homes of every area are read once per database: the first to ask waits for that.
    wacht(page)
    fine_for_all(page)


def test_the_bar_of_a_wijk_and_its_count_are_both_in_sight(page: Page) -> None:
    page.goto(
        "/kaart?gebied=hw-wonen&niveau=wijk&indicator=ouderen_65_aandeel&laag=initiatieven+woningen"
    )
    wacht(page)
    tellingen, balken = kaart(page).locator(".plek"), kaart(page).locator(".woningbalk")
    expect(tellingen).to_have_count(13)
    tel = "alle => alle.filter((e) => !e.hidden).length"
    eventually(page, lambda: balken.evaluate_all(tel), lambda zichtbaar: zichtbaar >= 12)


@pytest.mark.parametrize("scherm", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize("laag", ["initiatieven", "initiatieven+woningen"])
def test_no_name_is_cut_off_by_a_sign_or_by_the_edge(
    page: Page, scherm: ViewportSize, laag: str
) -> None:
    page.set_viewport_size(scherm)
    page.goto(f"/kaart?gebied=hw-wonen&niveau=wijk&indicator=ouderen_65_aandeel&laag={laag}")
    wacht(page)
    lees = """(alle) => alle.filter((el) => !el.hidden).map((el) => el.getBoundingClientRect())
        .map((r) => [r.left, r.top, r.right, r.bottom])"""

    def afgesneden() -> list[list[float]]:
        namen = kaart(page).locator(".wijknaam").evaluate_all(lees)
        tekens = kaart(page).locator(".plek, .woningbalk").evaluate_all(lees)
        breed = kaart(page).locator("body").evaluate("body => body.clientWidth")
        buiten = [n for n in namen if n[0] < 0 or n[2] > breed]
        return buiten + [n for n in namen if any(_raakt(n, teken) for teken in tekens)]

    eventually(page, afgesneden, lambda gevonden: gevonden == [])
    zichtbaar = len(kaart(page).locator(".wijknaam").evaluate_all(lees))
    assert zichtbaar >= (13 if scherm is DESK else 8)


def _raakt(een: list[float], ander: list[float]) -> bool:
    naast = een[0] < ander[2] and een[2] > ander[0]
    return naast and een[1] < ander[3] and een[3] > ander[1]


def test_on_a_small_map_beside_another_no_count_lies_under_another(page: Page) -> None:
    page.goto("/kaart?naast=ja&indicator=woz_gemiddelde&laag=initiatieven")
    expect(kaart(page).locator("body[data-mpp]")).to_be_visible()  # both have their scale
    expect(kaart(page).locator(".plek")).to_have_count(10)
    borden = kaart(page).locator(".plek")
    lees = "alle => alle.map((bord) => bord.getBoundingClientRect()).map((r) => [r.x, r.y])"

    def te_dicht() -> list[tuple[list[float], list[float]]]:
        return [p for p in combinations(borden.evaluate_all(lees), 2) if math.dist(*p) < 24]

    # Further than 24 px apart of the 30 that they are: both numbers can be read and touched.
    eventually(page, te_dicht, lambda gevonden: gevonden == [])


def test_signs_and_their_legend_are_on_paper_too_and_choices_are_not(page: Page) -> None:
    """A browser leaves the grounds of things away unless they say that they matter."""
    page.goto("/kaart?gebied=hw-wonen&laag=initiatieven+woningen")
    wacht(page)
    page.emulate_media(media="print")
    for teken in (
        kaart(page).locator(".plek"),
        kaart(page).locator(".balk"),
        page.locator(".laaglegenda .merk-initiatieven"),
        page.locator(".laaglegenda .deel-2"),
    ):
        expect(teken.first).to_have_css("print-color-adjust", "exact")
    expect(page.locator(".laaglegenda .keuzerij").first).to_be_hidden()
    expect(page.locator("#kaart-laaglegenda")).to_contain_text("worden getoond")

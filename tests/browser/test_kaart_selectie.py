"""Several areas on the map in a real browser: chosen by hand and by keys, and the way on."""

from playwright.sync_api import Page, expect

from tests.browser.kaartblad import kaart, vlak, wacht
from tests.browser.pagina import PHONE, address_says, fine_for_all, vraag

NOORD, ZUID, OOST = "BU01411603", "BU01411605", "BU01411601"


def zet_meer_aan(page: Page) -> None:
    page.get_by_role("checkbox", name="Meer gebieden kiezen").click()
    expect(kaart(page).locator("body[data-meer=aan]")).to_be_visible()


def test_clicks_add_and_take_away_and_address_panel_and_table_follow(page: Page) -> None:
    page.goto("/kaart")
    wacht(page)
    zet_meer_aan(page)
    for aantal, code in enumerate((NOORD, ZUID, OOST), 1):
        vlak(page, code).click(force=True)
        expect(vlak(page, code)).to_have_attribute("aria-pressed", "true")
        expect(page.locator("tr[aria-current]")).to_have_count(aantal)
    expect(page.locator(".paneel h2")).to_have_text("Eigen keuze: 3 buurten")
    assert set(vraag(page)["selectie"].split()) == {NOORD, ZUID, OOST}
    vlak(page, ZUID).click(force=True)
    expect(page.locator(".paneel h2")).to_have_text("Eigen keuze: 2 buurten")
    expect(vlak(page, ZUID)).to_have_attribute("aria-pressed", "false")
    page.go_back()
    expect(page.locator(".paneel h2")).to_have_text("Eigen keuze: 3 buurten")
    expect(vlak(page, ZUID)).to_have_attribute("aria-pressed", "true")


def test_the_keyboard_alone_makes_a_selection(page: Page) -> None:
    page.goto(f"/kaart?selectie={NOORD}&gekozen_in=2020")
    wacht(page)
    page.get_by_role("checkbox", name="Meer gebieden kiezen").focus()
    page.keyboard.press("Space")
    expect(kaart(page).locator("body[data-meer=aan]")).to_be_visible()
    vlak(page, NOORD).focus()
    page.keyboard.press("ArrowDown")
    tweede = kaart(page).locator("path:focus").get_attribute("data-code")
    assert tweede != NOORD
    page.keyboard.press("Enter")
    expect(page.locator(".paneel h2")).to_have_text("Eigen keuze: 2 buurten")
    expect(kaart(page).locator("path[data-code][aria-pressed=true]")).to_have_count(2)
    expect(vlak(page, str(tweede))).to_be_focused()


def test_a_link_with_a_selection_shows_it_and_one_is_taken_out_in_the_panel(page: Page) -> None:
    page.goto(f"/kaart?selectie={NOORD}+{ZUID}+{OOST}&gekozen_in=2020")
    wacht(page)
    expect(kaart(page).locator("path[data-code][aria-pressed=true]")).to_have_count(3)
    page.get_by_role("link", name="Ossenkoppelerhoek-Oost uit de keuze halen").click()
    expect(kaart(page).locator("path[data-code][aria-pressed=true]")).to_have_count(2)
    expect(page.locator(".paneel h2")).to_have_text("Eigen keuze: 2 buurten")


def test_a_selection_leads_to_a_sheet_of_the_same_areas(page: Page) -> None:
    page.goto("/kaart?gebied=hw-wonen&selectie=BU19630000+BU19630002")
    wacht(page)
    page.get_by_role("link", name="Factsheet van deze keuze").click()
    expect(page.locator(".factsheet")).to_contain_text("Oud-Beijerland Centrum")
    expect(page.locator(".factsheet")).to_contain_text("Oud-Beijerland Croonenburghwijk")


def test_a_selection_becomes_the_focus_is_kept_and_every_page_knows_it(page: Page) -> None:
    page.goto("/kaart?gebied=hw-wonen&niveau=wijk&selectie=WK196300+WK196307")
    wacht(page)
    page.get_by_role("link", name="Maak dit de focus").click()
    expect(page.get_by_text("De focus: Oud-Beijerland, Strijen.")).to_be_visible()
    expect(kaart(page).locator("path[data-buiten=ja]")).to_have_count(12)
    page.get_by_role("link", name="de rest").click()
    expect(kaart(page).locator("path[data-buiten=ja]")).to_have_count(2)
    page.get_by_role("button", name="Bewaar als standaard").click()
    expect(page.get_by_role("button", name="Bewaar als standaard")).to_have_count(0)
    # It says so over the page that was drawn anew, and not for longer than this view.
    bericht = page.locator(".bericht")
    expect(bericht).to_contain_text("Bewaard. Dit is nu de focus van de Hoeksche Waard")
    expect(bericht).to_be_in_viewport()
    address_says(page, focus=None)
    page.get_by_role("link", name="hele gebied").click()
    expect(bericht).to_be_empty()
    expect(page.get_by_text("De focus: Oud-Beijerland, Strijen.")).to_be_visible()
    page.goto("/vergelijken?een=hw-wonen.focus&ander=hw-wonen.rest")
    expect(page.locator("#frame-inhoud")).not_to_contain_text("nog geen focus")
    # As it was: other tests look at the same register.
    page.goto("/kaart?gebied=hw-wonen")
    page.get_by_role("button", name="Standaardfocus weghalen").click()
    expect(page.get_by_text("De focus:")).to_have_count(0)
    expect(bericht).to_contain_text("Weggehaald.")
    page.get_by_role("button", name="Deze melding sluiten").click()
    expect(bericht).to_be_empty()


def test_a_choice_on_an_older_map_is_not_another_buurt_on_a_newer_one(page: Page) -> None:
    # Almelo used this code again in 2021, for another buurt.
    page.goto("/kaart")
    wacht(page)
    vlak(page, "BU01411101").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".paneel h2")).to_have_text("Riet Noord")
    address_says(page, gekozen_in="2020")
    page.get_by_label("Onderwerp").select_option(label="Inwoners van 65 jaar en ouder, aandeel")
    expect(page.locator(".melding")).to_contain_text(
        "«Riet Noord» is niet meer gekozen. In de indeling van 2024 hoort dat nummer"
    )
    expect(kaart(page).locator("path[aria-pressed=true]")).to_have_count(0)
    expect(page.locator("tr[aria-current]")).to_have_count(0)


def test_axe_finds_nothing_with_a_selection_and_a_focus(page: Page) -> None:
    page.set_viewport_size(PHONE)
    page.goto(
        f"/kaart?meer=ja&selectie={NOORD}+{ZUID}&gekozen_in=2020&focus=WK014110&deel=focus&laag=focus"
    )
    wacht(page)
    fine_for_all(page)

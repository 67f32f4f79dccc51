"""The map in one file, opened from disk with the network off."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Request, expect

from tests.browser.pagina import fine_for_all

BUURT = "BU01411100"
GROOTST = 1_500_000
ALLE_KEUZES = """() => {
  const leeg = [];
  const kies = (id, waarde) => {
    const lijst = document.getElementById(id);
    lijst.value = waarde;
    lijst.dispatchEvent(new Event("change"));
  };
  const waarden = (id) => [...document.getElementById(id).options].map((o) => o.value);
  const kaart = ".kaartvlak:not(.weg) path[data-code]";
  for (const niveau of waarden("los-niveau")) {
    kies("los-niveau", niveau);
    for (const onderwerp of waarden("los-onderwerp")) {
      kies("los-onderwerp", onderwerp);
      for (const jaar of waarden("los-jaar")) {
        kies("los-jaar", jaar);
        const getoond = document.body.dataset.getoond;
        const soorten = [...document.querySelectorAll(kaart)].map((el) => el.dataset.soort);
        const goed = getoond === onderwerp + " " + jaar
          && soorten.some((soort) => soort !== "geen")
          && document.querySelector("#los-uitleg .stil");
        if (!goed) leeg.push(niveau + " " + getoond);
      }
    }
  }
  return leeg;
}"""


@pytest.fixture(scope="module", params=["beter-wonen", "hw-wonen"])
def bestand(request: pytest.FixtureRequest, base_url: str, tmp_path_factory, browser: Browser):
    context = browser.new_context(base_url=base_url)
    antwoord = context.request.get(f"/kaart/{request.param}.html")
    assert antwoord.ok
    pad: Path = tmp_path_factory.mktemp("los") / f"{request.param}.html"
    pad.write_bytes(antwoord.body())
    context.close()
    return pad


@pytest.fixture
def los(browser: Browser, bestand: Path) -> Iterator[Page]:
    """The file in a browser without a network, that says nothing and asks for nothing."""
    context = browser.new_context(offline=True, locale="nl-NL")
    page = context.new_page()
    gevraagd: list[str] = []
    gezegd: list[str] = []

    def kijk(verzoek: Request) -> None:
        if not verzoek.url.startswith("data:"):
            gevraagd.append(verzoek.url)

    page.on("request", kijk)
    page.on("console", lambda m: gezegd.append(m.text) if m.type in ("error", "warning") else None)
    page.on("pageerror", lambda fout: gezegd.append(str(fout)))
    page.goto(bestand.as_uri())
    expect(page.locator("body[data-getoond]")).to_be_visible()
    yield page
    assert gevraagd == [bestand.as_uri()]
    assert gezegd == []
    context.close()


def vlakken(page: Page):
    return page.locator(".kaartvlak:not(.weg) path[data-code]")


def vullingen(page: Page) -> list[str]:
    return vlakken(page).evaluate_all("alle => alle.map(e => e.getAttribute('fill'))")


def test_the_file_is_small_enough_to_mail(bestand: Path) -> None:
    assert bestand.stat().st_size <= GROOTST


def test_it_opens_without_network_with_map_legend_table_and_source(los: Page) -> None:
    aantal = vlakken(los).count()
    assert aantal > 20
    assert len(set(vullingen(los))) > 2
    expect(los.locator("#los-tabel tbody tr")).to_have_count(aantal)
    tellingen = los.locator("#los-legenda .telling").all_inner_texts()
    assert sum(int(t.split()[0]) for t in tellingen) == aantal
    expect(los.locator("#los-uitleg")).to_contain_text("tabel")
    expect(los.locator("footer")).to_contain_text("Opgehaald op")


def test_theme_year_and_level_are_chosen_with_labelled_lists(los: Page) -> None:
    voor = vullingen(los)
    los.get_by_label("Onderwerp", exact=True).select_option(label="Moeite met rondkomen")
    expect(los.get_by_role("heading", level=1)).to_have_text("Moeite met rondkomen")
    assert vullingen(los) != voor
    jaren = los.get_by_label("Jaar", exact=True).locator("option").all_inner_texts()
    assert len(jaren) >= 2
    los.get_by_label("Jaar", exact=True).select_option(jaren[-1])
    expect(los.locator("body")).to_have_attribute("data-getoond", re.compile(f" {jaren[-1]}$"))
    expect(los.locator("#los-bij")).to_contain_text(jaren[-1])
    buurten = vlakken(los).count()
    los.get_by_label("Niveau", exact=True).select_option(label="wijken")
    expect(los.locator("#los-bij")).to_contain_text("wijken")
    assert 10 < vlakken(los).count() < buurten


def test_a_level_without_the_theme_says_so_and_shows_another(los: Page) -> None:
    laag = "Mensen met een laag inkomen (laagste 40 %)"
    los.get_by_label("Niveau", exact=True).select_option(label="wijken")
    los.get_by_label("Onderwerp", exact=True).select_option(label=laag)
    expect(los.locator(".los-melding")).to_have_count(0)
    los.get_by_label("Niveau", exact=True).select_option(label="buurten")
    melding = los.locator(".los-melding")
    expect(melding).to_contain_text(f"Van «{laag}» zijn er geen cijfers per buurt.")
    expect(melding).to_contain_text(los.get_by_role("heading", level=1).inner_text())


def test_every_theme_and_year_it_offers_has_a_figure(los: Page) -> None:
    """Every pair is shown once: none may be an error or a map of nothing but hatch."""
    leeg = los.evaluate(ALLE_KEUZES)
    assert leeg == []


def test_a_chosen_area_says_its_figure_by_mouse_and_by_keyboard(los: Page) -> None:
    vlak = vlakken(los).nth(5)
    label = vlak.get_attribute("aria-label")
    assert label is not None
    naam, _, cijfer = label.partition(": ")
    vlak.click(force=True)
    expect(los.locator("#los-gekozen h2")).to_have_text(naam)
    expect(los.locator("#los-gekozen")).to_contain_text(cijfer.partition(" (")[0])
    expect(los.locator(".wijzer")).to_contain_text(naam)
    los.get_by_role("button", name="Keuze wissen").press("Enter")
    expect(los.locator("#los-gekozen h2")).to_have_count(0)
    knop = los.locator("#los-tabel button").nth(2)
    knop.focus()
    los.keyboard.press("Enter")
    expect(los.locator("#los-gekozen h2")).to_have_text(knop.inner_text())
    expect(knop).to_be_focused()


def test_the_keyboard_reaches_everything(los: Page) -> None:
    los.keyboard.press("Tab")
    bezocht = []
    for _ in range(7):
        bezocht.append(los.evaluate("document.activeElement.id || document.activeElement.tagName"))
        los.keyboard.press("Tab")
    assert bezocht[:3] == ["los-niveau", "los-onderwerp", "los-jaar"]
    assert "path" in bezocht


def test_it_fits_and_axe_finds_nothing(los: Page) -> None:
    fine_for_all(los)


def test_its_policy_allows_its_own_scripts_only(bestand: Path) -> None:
    tekst = bestand.read_text(encoding="utf-8")
    csp = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', tekst)
    assert csp is not None
    assert csp[1].startswith("default-src 'none'; script-src 'sha256-")
    assert "unsafe" not in csp[1]
    assert "http" not in csp[1]
    assert re.findall(r'<(?:link|img|iframe)\b|\ssrc="', tekst.partition("<script>")[0]) == []


@pytest.fixture
def met_lagen(browser: Browser, base_url: str, tmp_path: Path) -> Iterator[Page]:
    """The file of a view with layers and a choice on the map of 2020, offline."""
    context = browser.new_context(base_url=base_url, offline=False, locale="nl-NL")
    vraag = "laag=initiatieven+woningen+namen+focus&focus=WK014112&achtergrond=ja"
    antwoord = context.request.get(
        f"/kaart/beter-wonen.html?{vraag}&selectie=BU01411101&gekozen_in=2020"
    )
    pad = tmp_path / "lagen.html"
    pad.write_bytes(antwoord.body())
    context.set_offline(True)
    page = context.new_page()
    page.goto(pad.as_uri())
    expect(page.locator("body[data-getoond]")).to_be_visible()
    yield page
    context.close()


def test_layers_that_were_on_lie_on_every_map_of_the_file(met_lagen: Page) -> None:
    kaart = met_lagen.locator(".kaartvlak:not(.weg)")
    expect(kaart.locator(".plek").first).to_be_visible()
    expect(kaart.locator(".leaflet-keuze-pane path")).not_to_have_count(0)
    assert kaart.locator(".buurtnaam").count() > 30
    lagen = met_lagen.locator("#los-lagen")
    expect(lagen).to_contain_text("Focus: Noorderkwartier.")
    # What this map does not have is said.
    expect(lagen).to_contain_text("de woningen staan er niet op")
    expect(lagen).to_contain_text("straten en het water van het scherm staan er niet op")
    met_lagen.get_by_label("Onderwerp", exact=True).select_option(
        label="Inwoners van 65 jaar en ouder, aandeel"
    )
    expect(kaart.locator(".woningbalk").first).to_be_visible()
    expect(lagen).to_contain_text("Eengezinswoning")
    fine_for_all(met_lagen)


def test_a_choice_in_the_file_is_not_another_buurt_in_another_year(met_lagen: Page) -> None:
    gekozen = met_lagen.locator("#los-gekozen")
    expect(gekozen.locator("h2")).to_have_text("Riet Noord")
    met_lagen.get_by_label("Onderwerp", exact=True).select_option(
        label="Inwoners van 65 jaar en ouder, aandeel"
    )
    expect(gekozen).to_contain_text("«Riet Noord» is niet meer gekozen.")
    expect(gekozen).to_contain_text("bij een ander gebied: «Bornsestraat en omgeving Zuid»")
    expect(gekozen.locator("h2")).to_have_count(0)
    expect(met_lagen.locator("path[aria-pressed=true]:visible")).to_have_count(0)
    met_lagen.get_by_role("button", name="Ossenkoppelerhoek West", exact=True).click()
    met_lagen.get_by_label("Jaar", exact=True).select_option("2020")
    expect(gekozen.locator("h2")).to_have_text("Ossenkoppelerhoek-West")
    expect(gekozen).to_contain_text("Die kan anders zijn dan op de kaart waar het gekozen is")

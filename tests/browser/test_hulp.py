"""The guide and the pakket in a real browser; the pakket's page from disk; maps on paper."""

import re
from pathlib import Path
from zipfile import ZipFile

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import axe_faults
from tests.browser.kaartblad import kaart, wacht
from tests.browser.pagina import DESK, PHONE, eventually, page_fits

CHAPTERS = (
    "Een factsheet in vijf minuten",
    "Een kaart lezen",
    "Een strook met stippen lezen",
    "Wat cijfers zeggen, en wat niet",
    "Initiatieven toevoegen en nakijken",
    "Een pakket voor het atelier",
    "Woorden",
)
# In milliseconds: a pakket of many sheets is work, on a busy machine more than half a minute.
PATIENCE = 120_000
BOTTOM = "e => e.getBoundingClientRect().bottom"


def open_guide(page: Page) -> None:
    page.goto("/hulp")
    expect(page.get_by_role("heading", level=1)).to_have_text("Hulp")


def pages_of(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


def test_the_guide_is_last_in_the_menu_and_quiet(stil: Page) -> None:
    open_guide(stil)
    menu = stil.get_by_role("navigation", name="Hoofdmenu").get_by_role("link")
    expect(menu.last).to_have_text("Hulp")
    expect(menu.last).to_have_attribute("aria-current", "page")
    expect(stil.get_by_role("heading", level=2)).to_have_text(CHAPTERS)


def test_a_step_leads_to_where_it_is_done_and_back(page: Page) -> None:
    open_guide(page)
    page.get_by_role("link", name="Kies een gebied").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Almelo")
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text("Hulp")
    page.get_by_role("link", name="Neem alles mee").click()
    expect(page.locator("#pakket")).to_be_in_viewport()


def test_the_strip_is_of_real_figures_and_told_in_words(page: Page) -> None:
    open_guide(page)
    strip = page.get_by_role("img", name=re.compile("de wijken van Almelo"))
    expect(strip).to_be_visible()
    dots = strip.locator("circle").count()
    expect(page.locator("#stippen")).to_contain_text(f"Er zijn {dots} wijken met een cijfer")
    expect(page.locator("#stippen")).to_contain_text("tabel 84799NED, 2020")


def test_every_word_is_explained_in_order(page: Page) -> None:
    open_guide(page)
    words = page.locator("#woorden dt").all_inner_texts()
    assert words == sorted(words, key=str.lower)
    wanted = {"bijstand", "WOZ-waarde", "Wmo", "mantelzorg", "mediaan", "gemeente", "wijk"}
    assert wanted | {"buurt", "indeling", "modelschatting", "sociaal minimum"} <= set(words)
    assert all(text.endswith(".") for text in page.locator("#woorden dd").all_inner_texts())


def test_the_guide_fits_a_phone_and_axe_finds_no_fault(page: Page) -> None:
    page.set_viewport_size(PHONE)
    open_guide(page)
    page_fits(page, PHONE["width"])
    page.set_viewport_size(DESK)
    assert axe_faults(page) == []


def test_the_guide_prints_on_four_pages_without_buttons(page: Page) -> None:
    open_guide(page)
    assert pages_of(page.pdf(format="A4", prefer_css_page_size=True)) <= 4
    page.emulate_media(media="print")
    expect(page.get_by_role("link", name="Pakket maken (zip)")).to_be_hidden()
    expect(page.get_by_role("navigation", name="Op deze pagina")).to_be_hidden()


def test_the_start_page_is_one_sheet_of_paper(page: Page) -> None:
    page.goto("/")
    expect(page.locator(".groot-getal")).to_have_count(2)
    assert pages_of(page.pdf(format="A4", prefer_css_page_size=True)) == 1


@pytest.fixture
def pakket(page: Page, tmp_path: Path) -> Path:
    """A pakket that was chosen, fetched and unpacked the way people do."""
    open_guide(page)
    page.get_by_role("checkbox", name="De Riet").check()
    page.get_by_role("checkbox", name="Heinenoord").check()
    expect(page.get_by_role("status").filter(has_text="gekozen wijken: 2")).to_be_visible()
    with page.expect_download(timeout=PATIENCE) as waiting:
        page.get_by_role("link", name="Pakket maken (zip)").click()
    assert waiting.value.suggested_filename == "wijkatelier-2026-11-22.zip"
    waiting.value.save_as(tmp_path / "pakket.zip")
    with ZipFile(tmp_path / "pakket.zip") as opened:
        opened.extractall(tmp_path / "uit")
    return tmp_path / "uit"


def test_the_pakket_opens_from_disk_asks_nothing_of_the_net_and_is_fine_for_all(
    page: Page, pakket: Path
) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto((pakket / "begin.html").as_uri())
    expect(page.get_by_role("heading", level=1)).to_have_text("Het pakket voor het atelier")
    assert all(url.startswith(("file:", "data:")) for url in asked)
    for link in page.get_by_role("link").all():
        assert (pakket / str(link.get_attribute("href"))).is_file()
    expect(page.get_by_role("link", name="PDF De Riet")).to_be_visible()
    assert page.evaluate("document.fonts.load('16px \"Wijk Sans\"').then(found => found.length)")
    assert axe_faults(page) == []
    page.set_viewport_size(PHONE)
    page_fits(page, PHONE["width"])


@pytest.mark.parametrize("area", ["beter-wonen", "hw-wonen"])
def test_a_map_and_its_legend_are_whole_on_one_page_of_paper(page: Page, area: str) -> None:
    page.goto(f"/kaart?gebied={area}")
    wacht(page)
    legend = page.locator(".legenda")
    expect(legend).to_be_visible()

    def whole(size: tuple[float, float]) -> bool:
        wide, high = size
        return wide <= 673 and high <= 601 and max(wide / 672, high / 600) > 0.99

    def on_paper() -> tuple[float, float]:
        box = page.locator("iframe").bounding_box()
        read = "e => e.style.getPropertyValue('--papier-schaal')"
        scale = float(kaart(page).locator("html").evaluate(read))
        return (box["width"] * scale, box["height"] * scale) if box else (0, 0)

    for width in (390, 1280, 1680):
        page.emulate_media(media="screen")
        page.set_viewport_size({"width": width, "height": 1000})
        # A4 less the margins of the sheet is 672 pixels wide; 600 high leaves room for the legend.
        eventually(page, on_paper, whole)
        page.set_viewport_size({"width": 673, "height": 1000})
        page.emulate_media(media="print")
        eventually(page, lambda: legend.evaluate(BOTTOM), lambda end: 0 < end < 986)

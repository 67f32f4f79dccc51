"""The register in a real browser: a person with a list gets it right, two people at one row."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from dashboard.context import make_context
from dashboard.register.tabelbestand import lees_tabel
from tests.browser.axe import axe_faults
from tests.browser.pagina import PHONE, page_fits
from tests.conftest import served
from tests.dashboard import verzonnen_lijst as lijst

INVOER = "/initiatieven/invoer"


@pytest.fixture(scope="module")
def eigen_url(database: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A dashboard of its own: what is written here may not reach the other tests."""
    with served(make_context(database, tmp_path_factory.mktemp("register"))) as adres:
        yield adres


@pytest.fixture(scope="module")
def browser_context_args(browser_context_args: dict[str, Any], eigen_url: str) -> dict[str, Any]:
    """Every address without a host is that of our own dashboard."""
    return {**browser_context_args, "base_url": eigen_url}


def kies(page: Page, naam: str, inhoud: bytes) -> None:
    page.get_by_label("Bestand").set_input_files(
        {"name": naam, "mimeType": "text/csv", "buffer": inhoud}
    )


def bekijk(page: Page, inhoud: bytes, naam: str = "verzonnen lijst.csv") -> None:
    page.goto(INVOER)
    kies(page, naam, inhoud)
    page.get_by_role("button", name="Bekijk wat er gebeurt").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(f"Wat er gebeurt met {naam}")


def verslag(page: Page) -> dict[int, list[str]]:
    """What the report says: number of the row, column, found and what is wrong."""
    gelezen: dict[int, list[str]] = {}
    for rij in page.locator("#geweigerd tbody tr").all():
        kop = rij.locator("th")
        if kop.count():
            gelezen[int(kop.inner_text())] = rij.locator("td").all_inner_texts()[1:]
    return gelezen


def verbeter(gelezen: dict[int, list[str]]) -> list[list[str]]:
    """The list mended by nothing but what the report says: the row and the column it names."""
    beter = [list(rij) for rij in lijst.rijen()]
    for nummer, (kolom, _, _) in gelezen.items():
        goede_kolom, _, goed, _ = lijst.FOUTEN[nummer]
        assert kolom in (goede_kolom, "Lat")
        beter[nummer - 1][lijst.KOPPEN.index(goede_kolom)] = goed
    return beter


def beslis_en_neem_op(page: Page) -> None:
    """Answer what is asked, give a name and take the list in."""
    vraag = page.get_by_role("group", name=f"Rij {lijst.PERSOON}: {lijst.naam(lijst.PERSOON)}")
    vraag.get_by_label("Ja, dit klopt").check()
    dubbel = page.get_by_role("group", name=f"Rij {lijst.DUBBEL}: Noaberhoes Windmolenbroek")
    dubbel.get_by_label("Samenvoegen met «Noaberhoes Windmolenbroek»").check()
    page.get_by_label("Je naam").fill("Anna")
    page.get_by_role("button", name="Neem op").click()
    expect(page.get_by_text("De lijst is opgenomen.")).to_be_visible()


def test_a_person_gets_a_list_with_mistakes_right_in_one_sitting(page: Page) -> None:
    page.goto("/initiatieven")
    page.get_by_role("link", name="Een lijst insturen").click()
    with page.expect_download() as wacht:
        page.get_by_role("link", name="Invulblad (Excel)").click()
    invulblad = lees_tabel(Path(wacht.value.path()).read_bytes(), "invulblad.xlsx")
    assert "naam" in invulblad.koppen
    bekijk(page, lijst.als_csv(lijst.rijen()))
    expect(page.get_by_text(f"{len(lijst.FOUTEN)} rijen zijn geweigerd.")).to_be_visible()
    gelezen = verslag(page)
    assert set(gelezen) == set(lijst.FOUTEN)
    bekijk(page, lijst.als_csv(verbeter(gelezen)), "verzonnen lijst 2.csv")
    expect(page.locator("#geweigerd")).to_have_count(0)
    beslis_en_neem_op(page)
    page.get_by_role("link", name="Bekijk de initiatieven").click()
    eerste = page.get_by_role("link", name=lijst.naam(2), exact=True)
    expect(eerste).to_be_visible()
    page.goto("/kaart?laag=initiatieven&niveau=wijk&selectie=WK014111")
    expect(page.locator(".initiatieven")).to_contain_text(lijst.naam(10))
    page.goto(INVOER)
    page.get_by_role("button", name=re.compile("Ongedaan maken verzonnen lijst 2")).click()
    expect(page.get_by_text("Ongedaan gemaakt. Teruggezet: 60.")).to_be_visible()
    page.goto("/initiatieven")
    expect(page.get_by_text("158 initiatieven")).to_be_visible()
    expect(eerste).to_have_count(0)
    # The lists that were taken in, and undone, are a table: on a phone it is not wider.
    page.goto(INVOER)
    page.set_viewport_size(PHONE)
    expect(page.get_by_role("heading", name="Eerder ingestuurd")).to_be_visible()
    page_fits(page, 390)


def een_na_de_ander(mensen: dict[str, Page]) -> Page:
    """Anna keeps her version first, then Bert his: the page of Bert."""
    bewaar = "Wijziging bewaren"
    mensen["Anna"].get_by_role("button", name=bewaar).click()
    expect(mensen["Anna"].get_by_text("De wijziging is bewaard.")).to_be_visible()
    mensen["Bert"].get_by_role("button", name=bewaar).click()
    return mensen["Bert"]


def test_two_browsers_at_one_row_neither_loses_a_word(browser: Browser, eigen_url: str) -> None:
    adres = f"{eigen_url}/initiatieven/de-brookmoaten"
    mensen = {naam: browser.new_context().new_page() for naam in ("Anna", "Bert")}
    for naam, page in mensen.items():
        page.goto(adres)
        page.get_by_text("Wijzigen", exact=True).click()
        page.get_by_label("Voor wie").fill(f"volgens {naam}")
        page.locator(".afsluiting").get_by_label("Je naam").fill(naam)
    mensen["Anna"].get_by_label("Website").fill("https://www.verzonnen.nl")
    tweede = een_na_de_ander(mensen)
    botsing = tweede.get_by_role("alert").filter(has_text="Intussen is dit veranderd")
    expect(botsing).to_be_focused()
    for tekst in ("volgens Anna", "volgens Bert", "https://www.verzonnen.nl"):
        expect(botsing.get_by_role("cell", name=tekst)).to_be_visible()
    expect(tweede.get_by_label("Voor wie")).to_have_value("volgens Bert")
    expect(tweede.get_by_label("Website")).to_have_value("https://www.verzonnen.nl")
    tweede.get_by_role("button", name="Wijziging bewaren").click()
    expect(tweede.get_by_text("De wijziging is bewaard.")).to_be_visible()
    expect(tweede.locator(".initiatief-feiten")).to_contain_text("volgens Bert")
    expect(tweede.locator(".initiatief-feiten")).to_contain_text("verzonnen.nl")
    for page in mensen.values():
        page.context.close()


def test_a_form_is_filled_in_by_keyboard_and_its_first_fault_gets_the_focus(page: Page) -> None:
    page.goto("/initiatieven/nieuw")
    page.get_by_label("Naam", exact=False).first.focus()
    page.keyboard.type("Verzonnen Toetsenclub")
    page.keyboard.press("Tab")
    page.keyboard.type("Leden spelen samen.")
    page.locator(".afsluiting").get_by_label("Je naam").fill("Cor")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("Er klopt nog iets niet")
    expect(page.locator("#veld-soort")).to_be_focused()
    expect(page.locator("#veld-soort")).to_have_attribute("aria-invalid", "true")
    expect(page.locator("#veld-naam")).to_have_value("Verzonnen Toetsenclub")


def test_a_file_that_is_too_large_is_told_before_it_is_sent(page: Page) -> None:
    page.goto(INVOER)
    kies(page, "groot.csv", b"naam;x\r\n" * 700_000)
    expect(page.get_by_role("alert")).to_contain_text("groter dan 5 MB")
    kies(page, "klein.csv", b"naam;x\r\na;b")
    expect(page.get_by_role("alert")).to_have_count(0)


@pytest.mark.parametrize(
    "adres",
    [
        "/initiatieven",
        "/initiatieven?stand=oud",
        "/initiatieven/nieuw",
        "/initiatieven/de-eethoek",
        "/initiatieven/dubbelen",
        "/initiatieven/plaatsen",
        INVOER,
        "/toegang",
    ],
)
def test_every_page_is_fine_for_all_and_on_a_phone(stil: Page, adres: str) -> None:
    stil.goto(adres)
    expect(stil.get_by_role("heading", level=1)).to_be_visible()
    assert axe_faults(stil) == []
    stil.set_viewport_size(PHONE)
    page_fits(stil, 390)


def test_the_report_and_a_fault_are_fine_for_all_and_on_a_phone(page: Page) -> None:
    bekijk(page, lijst.als_csv(lijst.rijen()))
    assert axe_faults(page) == []
    page.set_viewport_size(PHONE)
    page_fits(page, 390)
    # A remark of a row is no use beyond the edge, where it was.
    for kader in page.locator(".tabel-kader").all():
        assert kader.evaluate("element => element.scrollWidth - element.clientWidth") <= 0
    page.goto("/initiatieven/nieuw")
    page.locator(".afsluiting").get_by_label("Je naam").fill("Cor")
    page.get_by_role("button", name="Toevoegen").click()
    expect(page.get_by_role("alert")).to_be_visible()
    assert axe_faults(page) == []


def test_on_a_phone_both_versions_of_a_row_stand_within_the_page(
    browser: Browser, eigen_url: str
) -> None:
    smal = browser.new_context(base_url=eigen_url, viewport=PHONE)
    mensen = {naam: smal.new_page() for naam in ("Anna", "Bert")}
    lang = "meervoudigeverzonnenpersoonlijkheidsondersteuningsvoorziening"
    for naam, page in mensen.items():
        page.goto("/initiatieven/t-aahoes")
        page.get_by_text("Wijzigen", exact=True).click()
        page.get_by_label("Voor wie").fill(f"volgens {naam}: {lang}")
        page.locator(".afsluiting").get_by_label("Je naam").fill(naam)
    tweede = een_na_de_ander(mensen)
    botsing = tweede.get_by_role("alert").filter(has_text="Intussen is dit veranderd")
    for naam in mensen:
        vak = botsing.get_by_role("cell", name=f"volgens {naam}").bounding_box()
        assert vak is not None
        assert vak["x"] >= 0
        assert vak["x"] + vak["width"] <= 390
    page_fits(tweede, 390)
    smal.close()

"""What the embedded copy never shows: facilities, a year without boundaries, an address for others.

All of it made up, in a copy of the real database, served beside the real app.
"""

import shutil
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest
import shapely
from playwright.sync_api import Page, expect

from dashboard.context import make_context
from tests.browser.axe import axe_faults
from tests.browser.kaartblad import kaart, wacht
from tests.browser.pagina import fine_for_all
from tests.conftest import served
from tests.dashboard.pdf_lezen import lees, zonder_wit

ADRES = "https://wijkatelier.voorbeeld.nl"
TAFEL = "/kaart/tafelkaart.pdf"
QR_ZIN = zonder_wit("Deze kaart op het scherm")
# Two close together, so one sign; one alone.
VOORZIENINGEN = [
    ("node/1", "buurthuis", "Verzonnen buurthuis", "BU19630000", 4.41, 51.82),
    ("node/2", "huisarts", "Verzonnen huisarts", "BU19630000", 4.4101, 51.8201),
    ("node/3", "bibliotheek", "Verzonnen bibliotheek", "BU19630700", 4.55, 51.75),
]
HW = "/kaart?gebied=hw-wonen&indicator=ouderen_65_aandeel"


@pytest.fixture(scope="module")
def verzonnen(database: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of an app with made-up facilities, and without Almelo's boundaries of 2020."""
    kopie = tmp_path_factory.mktemp("verzonnen") / "wijken-verzonnen.duckdb"
    shutil.copy(database, kopie)
    with duckdb.connect(str(kopie)) as verbinding:
        for id_, soort, naam, regio, lengte, breedte in VOORZIENINGEN:
            verbinding.execute(
                "insert into core.voorziening (id, soort, naam, regio, indeling, geometrie, bron, "
                "opgehaald) values ($1, $2, $3, $4, 2024, $5, 'osm', '2026-11-20')",
                [id_, soort, naam, regio, shapely.to_wkb(shapely.Point(lengte, breedte))],
            )
        verbinding.execute(
            "update core.regio set geometrie = null where indeling = 2020 and regio like '__0141%'"
        )
    with served(make_context(database=kopie, data_map=kopie.parent, adres=ADRES)) as adres:
        yield adres


def test_a_year_without_boundaries_has_a_table_and_says_why_there_is_no_map(
    page: Page, verzonnen: str
) -> None:
    page.goto(f"{verzonnen}/kaart")
    zin = "Van de indeling in buurten van 2020 hebben we geen grenzen."
    expect(page.locator("#kaart-vak")).to_contain_text(zin)
    expect(page.locator("#kaart-vak")).to_contain_text("de cijfers staan in de tabel")
    expect(page.locator("iframe")).to_have_count(0)
    expect(page.locator("#kaart-tabel tbody tr")).to_have_count(68)
    tellingen = page.locator(".legenda .telling").all_inner_texts()
    assert sum(int(t.split()[0]) for t in tellingen) == 68
    page.locator("#kaart-tabel").get_by_role("link", name="Riet Noord").click()
    expect(page.locator(".paneel h2")).to_have_text("Riet Noord")
    expect(page.locator(".paneel .groot-getal, .paneel .reden").first).to_be_visible()
    assert axe_faults(page) == []
    # Another theme, of a year that has its boundaries, brings the map.
    page.get_by_label("Onderwerp").select_option(label="Inwoners van 65 jaar en ouder, aandeel")
    wacht(page, "ouderen_65_aandeel 2024")
    expect(page.locator("#kaart-vak")).not_to_contain_text("geen grenzen")
    # And back again the map goes, the words come.
    page.go_back()
    expect(page.locator("#kaart-vak")).to_contain_text(zin)


def test_facilities_are_signs_with_a_legend_and_names_in_the_panel(
    page: Page, verzonnen: str
) -> None:
    page.goto(f"{verzonnen}{HW}")
    wacht(page)
    borden = kaart(page).locator(".plek.vierkant")
    expect(borden).to_have_count(0)
    page.get_by_role("checkbox", name="Voorzieningen").click()
    expect(borden).to_have_count(2)
    assert sorted(borden.all_inner_texts()) == ["2", "Bi"]
    legenda = page.locator(".laaglegenda")
    expect(legenda).to_contain_text("© OpenStreetMap-bijdragers")
    for soort in ("Bibliotheek", "Buurthuis of wijkcentrum", "Huisarts"):
        expect(legenda).to_contain_text(soort)
    borden.filter(has_text="Bi").hover(force=True)
    expect(kaart(page).locator(".wijzer")).to_contain_text("Bibliotheek: Verzonnen bibliotheek")
    borden.filter(has_text="2").click(force=True)
    expect(page.locator(".paneel h2")).to_have_text("Oud-Beijerland Centrum")
    expect(page.locator(".paneel")).to_contain_text("Verzonnen buurthuis")
    expect(page.locator(".paneel")).not_to_contain_text("Verzonnen bibliotheek")
    fine_for_all(page)


def test_a_code_to_scan_only_where_an_address_for_others_is_set(
    page: Page, verzonnen: str, base_url: str
) -> None:
    met = lees(page.request.get(f"{verzonnen}{TAFEL}?gebied=hw-wonen").body())
    assert QR_ZIN in met.paginatekst[0]
    assert any(ADRES in deel.alt for deel in met.boom.alle())
    zonder = lees(page.request.get(f"{base_url}{TAFEL}?gebied=hw-wonen").body())
    assert QR_ZIN not in zonder.paginatekst[0]

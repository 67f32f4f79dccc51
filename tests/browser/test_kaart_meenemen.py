"""What is taken along from the page: every file by its own link, saying what the page shows."""

import base64
import csv
import io
import re
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.kaartblad import wacht
from tests.dashboard.pdf_lezen import lees, zonder_wit

ADRES = "/kaart?indicator=moeite_met_rondkomen_aandeel&tweede=eenzaam_aandeel"
RIJEN = "alle => alle.map(e => [e.dataset.sleutel, ...[...e.cells].slice(1).map(c => c.innerText)])"
MEET = """async ([soort, tekst]) => {
  const beeld = new Image();
  beeld.src = "data:" + soort + ";base64," + tekst;
  await beeld.decode();
  return [beeld.naturalWidth, beeld.naturalHeight];
}"""


def bestanden(page: Page, map_: Path) -> dict[str, Path]:
    """Click every link under Meenemen and keep what comes, by how its name ends."""
    uit = {}
    for weg in page.locator(".kaart-meenemen a").all():
        with page.expect_download() as wacht:
            weg.click()
        naam = wacht.value.suggested_filename
        wacht.value.save_as(map_ / naam)
        uit[naam.rpartition(".")[2] if not naam.endswith("-a1.pdf") else "a1"] = map_ / naam
    return uit


def maten(page: Page, soort: str, pad: Path) -> list[int]:
    tekst = base64.b64encode(pad.read_bytes()).decode()
    gemeten: list[int] = page.evaluate(MEET, [soort, tekst])
    return gemeten


def test_every_file_comes_by_its_link_and_holds_the_view(page: Page, tmp_path: Path) -> None:
    page.goto(ADRES)
    wacht(page)
    gehaald = bestanden(page, tmp_path)
    assert set(gehaald) == {"pdf", "a1", "html", "png", "svg", "csv"}
    titel = page.get_by_role("heading", level=1).inner_text()
    # A picture for a slide and a drawing the browser can show by itself.
    assert maten(page, "image/png", gehaald["png"]) == [2560, 1440]
    assert maten(page, "image/svg+xml", gehaald["svg"]) == [1280, 720]
    assert titel in gehaald["svg"].read_text(encoding="utf-8")
    for papier in ("pdf", "a1"):
        tekst = lees(gehaald[papier].read_bytes()).paginatekst[0]
        assert zonder_wit(titel) in tekst
        assert zonder_wit("Wat valt je op?") in tekst
    # The figures on the screen are those in the file, row by row.
    with io.StringIO(gehaald["csv"].read_text(encoding="utf-8-sig")) as bestand:
        rijen = list(csv.DictReader(bestand, delimiter=";"))
    per = {(r["Onderwerp"], r["Code"]): r for r in rijen}
    tabel = page.locator("#kaart-tabel tbody tr")
    expect(tabel).to_have_count(68)
    for code, *cellen in tabel.evaluate_all(RIJEN):
        for onderwerp, cel in zip(
            ("Moeite met rondkomen", "Voelt zich eenzaam"), cellen, strict=True
        ):
            waarde = per[onderwerp, code]["Waarde"]
            getoond = re.match(r"-?[\d.,]+", cel)
            assert (getoond[0] if getoond else "") == waarde, (code, onderwerp)
    assert all(r["Bron"] and r["Tabel"] and r["Jaar"] for r in rijen if r["Waarde"])

"""The account is complete: every source, copy, licence and indicator, and why figures miss."""

import json
from pathlib import Path

import pytest
from plotly.utils import PlotlyJSONEncoder

from dashboard.app import make_context
from dashboard.context import Context
from dashboard.page import Adres
from dashboard.pages.verantwoording import layout
from wijken.catalogus import load_catalogus
from wijken.waarneming import Status

CATALOGUS = load_catalogus()


@pytest.fixture(scope="module")
def context(database: Path, tmp_path_factory: pytest.TempPathFactory) -> Context:
    return make_context(database, tmp_path_factory.mktemp("data"))


@pytest.fixture(scope="module")
def page(context: Context) -> str:
    tree = layout(context, Adres("/verantwoording"))
    return json.dumps(tree, cls=PlotlyJSONEncoder, ensure_ascii=False)


@pytest.mark.parametrize("indicator", CATALOGUS.indicatoren.values(), ids=lambda i: i.id)
def test_every_indicator_has_its_place_and_definition(page: str, indicator) -> None:
    assert f'"id": "indicator-{indicator.id}"' in page
    assert json.dumps(indicator.toelichting, ensure_ascii=False) in page


@pytest.mark.parametrize("bron", CATALOGUS.bronnen.values(), ids=lambda bron: bron.id)
def test_every_source_has_holder_licence_and_rhythm(page: str, bron) -> None:
    assert f'"id": "bron-{bron.id}"' in page
    for part in (bron.houder, bron.licentie, bron.ritme, bron.adres):
        assert json.dumps(part, ensure_ascii=False)[1:-1] in page


def test_every_copy_tells_what_is_real_and_what_was_put_together(page: str, context) -> None:
    with context.reader.momentopname() as now:
        copies = now.bronnen()
    assert copies
    for copy in copies:
        for part in (copy.tabel, copy.wat_is_echt, copy.wat_is_samengesteld):
            assert json.dumps(part, ensure_ascii=False) in page, copy.tabel


def test_every_field_that_is_missing_says_why(page: str, context) -> None:
    with context.reader.momentopname() as now:
        missing = [field for field in now.velden() if not field.veld]
    assert missing
    assert all(field.reden for field in missing)
    assert all(json.dumps(field.reden, ensure_ascii=False)[1:-1] in page for field in missing)


@pytest.mark.parametrize("wat", ["de wijken", "de buurten"])
def test_areas_of_which_nobody_told_yet_that_they_stayed_are_said_to_be_unknown(page, wat) -> None:
    # Both areas: lists of 2025 came with no copy yet.
    zin = f"Of {wat} na 2024 dezelfde plek bleven, weten we nog niet. CBS zegt dat in Kerncijfers"
    assert page.count(zin) == len(CATALOGUS.werkgebieden)


def test_every_status_without_a_figure_is_explained(page: str, context) -> None:
    for status in Status:
        if status is not Status.GEMETEN:
            assert context.teksten.zin(f"status.{status}") in page
            assert context.teksten.zin(f"verantwoording.statussen.{status}") in page


def test_licences_of_letters_and_map_and_the_lack_of_our_own_are_told(page: str) -> None:
    for part in ("SIL Open Font License 1.1", "BSD-2", "nog geen licentie gekozen"):
        assert part in page

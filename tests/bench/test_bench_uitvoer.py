"""How long Word and Excel take, after the first of a run, next to the content they write."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dashboard.app import make_context
from dashboard.context import Context
from dashboard.factsheet.docx import schrijf_docx
from dashboard.factsheet.inhoud import BladInhoud
from dashboard.factsheet.keuzes import Keuzes
from dashboard.factsheet.opstellen import make_inhoud
from dashboard.factsheet.xlsx import schrijf_xlsx


def _inhoud(context: Context) -> BladInhoud:
    with context.reader.momentopname() as nu:
        return make_inhoud(context, nu, "beter-wonen", Keuzes(bijlage=True))


@pytest.fixture(scope="module")
def context(database: Path) -> Context:
    return make_context(database, database.parent)


@pytest.mark.benchmark(group="word and excel")
def test_baseline_the_content_of_a_sheet_with_everything(benchmark, context: Context) -> None:
    assert benchmark(_inhoud, context).bijlage


@pytest.mark.benchmark(group="word and excel")
@pytest.mark.parametrize("schrijf", [schrijf_docx, schrijf_xlsx], ids=["Word", "Excel"])
def test_a_sheet_with_everything(
    benchmark, context: Context, schrijf: Callable[[BladInhoud], bytes]
) -> None:
    assert benchmark(schrijf, _inhoud(context))

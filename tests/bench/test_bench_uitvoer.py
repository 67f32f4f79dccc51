"""Word within half a second and Excel within a third, after the first of a run."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from dashboard.app import make_context
from dashboard.factsheet.docx import schrijf_docx
from dashboard.factsheet.inhoud import BladInhoud
from dashboard.factsheet.keuzes import Keuzes
from dashboard.factsheet.opstellen import make_inhoud
from dashboard.factsheet.xlsx import schrijf_xlsx


@pytest.mark.parametrize(
    ("schrijf", "seconds"),
    [(schrijf_docx, 0.5), (schrijf_xlsx, 0.3)],
    ids=["Word", "Excel"],
)
def test_a_sheet_with_everything_on_it_is_written_quickly(
    benchmark,
    database: Path,
    tmp_path: Path,
    schrijf: Callable[[BladInhoud], bytes],
    seconds: float,
) -> None:
    context = make_context(database, tmp_path)
    with context.reader.momentopname() as nu:
        blad = make_inhoud(context, nu, "beter-wonen", Keuzes(bijlage=True))
    schrijf(blad)

    def timed() -> float:
        started = time.perf_counter()
        schrijf(blad)
        return time.perf_counter() - started

    assert benchmark.pedantic(timed, rounds=1) < seconds

"""How long a pakket of everything takes, cold: nothing read before (the bar is one minute)."""

from pathlib import Path

from dashboard.app import make_context
from dashboard.pakket import GEEN, Wens, bewaar_pakket


def test_a_pakket_of_everything(benchmark, database: Path, tmp_path: Path) -> None:
    context = make_context(database, tmp_path)
    # As a plain test the sheets of the areas themselves will do.
    wens, least = (Wens(wijken=(GEEN,)), 3) if benchmark.disabled else (Wens(), 28)

    def make() -> int:
        _, count = bewaar_pakket(context, wens, tmp_path / "alles.zip")
        return count

    assert benchmark.pedantic(make, rounds=1) >= least

"""How long a pakket of everything takes, cold: nothing read before (the bar is one minute)."""

from pathlib import Path

from dashboard.app import make_context
from dashboard.pakket import Wens, bewaar_pakket


def test_a_pakket_of_everything(benchmark, database: Path, tmp_path: Path) -> None:
    context = make_context(database, tmp_path)

    def make() -> int:
        _, count = bewaar_pakket(context, Wens(), tmp_path / "alles.zip")
        return count

    assert benchmark.pedantic(make, rounds=1) >= 28

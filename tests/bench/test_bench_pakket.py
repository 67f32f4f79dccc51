"""A pakket of everything is there within a minute; a cold one, nothing read before."""

import time
from pathlib import Path

from dashboard.app import make_context
from dashboard.pakket import Wens, bewaar_pakket

SECONDS = 60


def test_a_pakket_of_all_wijken_takes_less_than_a_minute(
    benchmark, database: Path, tmp_path: Path
) -> None:
    context = make_context(database, tmp_path)

    def make() -> tuple[float, int]:
        started = time.perf_counter()
        _, count = bewaar_pakket(context, Wens(), tmp_path / "alles.zip")
        return time.perf_counter() - started, count

    seconds, count = benchmark.pedantic(make, rounds=1)
    assert count >= 28
    assert seconds < SECONDS

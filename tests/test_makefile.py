"""The doors of the project are there and explain themselves."""

import os
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
DOORS = ("run", "test", "data", "refresh", "check", "fix", "bench", "lock", "help", "clean")


@pytest.fixture(scope="module")
def explained() -> str:
    """What `make help` prints."""
    # Inside `make test` these would pass our own flags on to the inner make.
    outside = {"MAKEFLAGS", "MAKELEVEL", "MFLAGS"}
    environment = {name: value for name, value in os.environ.items() if name not in outside}
    done = subprocess.run(
        ["make", "help"], cwd=ROOT, env=environment, capture_output=True, check=True, text=True
    )
    return done.stdout


@pytest.mark.parametrize("door", DOORS)
def test_help_explains_the_door(door, explained):
    assert re.search(rf"^  make {door} +[A-Z]\w", explained, re.MULTILINE)


def test_ci_runs_what_a_developer_runs():
    assert "make test" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")

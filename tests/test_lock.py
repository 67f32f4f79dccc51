"""The locks install the same everywhere: versions and hashes, no addresses."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
LOCKS = ("requirements.lock", "requirements-dev.lock")
PIN = re.compile(r"^([a-z0-9][a-z0-9._-]*)==([^ ;\\]+)", re.MULTILINE)


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def entries(lock: str) -> list[str]:
    """The entries of a lock, each with its hashes and notes."""
    return re.split(r"\n(?=[a-z0-9])", "\n" + read(lock))[1:]


def versions(name: str) -> set[tuple[str, str]]:
    return set(PIN.findall(read(name)))


def asked(name: str) -> list[str]:
    """The packages a list asks for, without comments and references to other lists."""
    lines = (line.strip() for line in read(name).splitlines())
    return [line for line in lines if line and not line.startswith(("#", "-"))]


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_holds_no_address_and_no_path(lock):
    # Hashes, versions and markers have no slash; every address, file reference and path has.
    found = [line for line in read(lock).splitlines() if "/" in line or "file:" in line]
    assert found == []


@pytest.mark.parametrize("lock", LOCKS)
def test_every_entry_has_one_exact_version_and_hashes(lock):
    loose = [
        entry.splitlines()[0]
        for entry in entries(lock)
        if not PIN.match(entry) or "--hash=sha256:" not in entry
    ]
    assert loose == []


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_serves_every_platform(lock):
    # Compiled with a partial index in force, only that index's few files would be listed.
    [duckdb] = [entry for entry in entries(lock) if entry.startswith("duckdb==")]
    assert duckdb.count("--hash=sha256:") >= 10


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_says_how_it_is_made(lock):
    assert "#    make lock" in read(lock).splitlines()[:3]


def test_development_uses_the_versions_of_the_run():
    assert versions("requirements.lock") - versions("requirements-dev.lock") == set()


@pytest.mark.parametrize(
    ("wanted", "lock"),
    [("requirements.in", LOCKS[0]), ("requirements-dev.in", LOCKS[1])],
)
def test_what_is_asked_for_is_locked(wanted, lock):
    names = {name for name, _ in versions(lock)}
    exact = {f"{name}=={version}" for name, version in versions(lock)}
    missing = [line for line in asked(wanted) if line not in (exact if "==" in line else names)]
    assert missing == [], "run: make lock"

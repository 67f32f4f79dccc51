"""Sentences: every one that the code asks for is there, and faults say where."""

import re
from pathlib import Path

import pytest

from dashboard.teksten import Teksten, load_teksten
from wijken.errors import WijkenError

ROOT = Path(__file__).resolve().parents[2]
VERZONNEN = Teksten({"blok": {"zin": "Er zijn {aantal} verzonnen buurten.", "lijst": ["a", "b"]}})


def asked_for() -> list[str]:
    sources = (p.read_text(encoding="utf-8") for p in sorted((ROOT / "dashboard").rglob("*.py")))
    text = "\n".join(sources)
    return sorted(set(re.findall(r'(?:teksten\.|[ (\[])zin(?:nen)?\(\s*"(\w+\.[\w.]+)"', text)))


@pytest.mark.parametrize("key", asked_for())
def test_every_sentence_the_code_names_is_in_the_file(key: str) -> None:
    value = load_teksten()._zoek(key)
    assert isinstance(value, str | list)


def test_named_fields_are_filled_in() -> None:
    assert VERZONNEN.zin("blok.zin", aantal=3) == "Er zijn 3 verzonnen buurten."
    assert VERZONNEN.zinnen("blok.lijst") == ("a", "b")


@pytest.mark.parametrize(
    ("ask", "part"),
    [
        (lambda t: t.zin("blok.geen"), r"nl\.toml: \[blok\.geen\] ontbreekt"),
        (lambda t: t.zin("geen.zin"), r"nl\.toml: \[geen\.zin\] ontbreekt"),
        (lambda t: t["geen"], r"blok \[geen\] ontbreekt"),
        (lambda t: t.zin("blok.zin"), "aantal"),
        (lambda t: t.zin("blok.lijst"), "moet een zin zijn"),
        (lambda t: t.zinnen("blok.zin"), "moet een lijst van zinnen zijn"),
    ],
    ids=["sentence", "block", "whole block", "field", "list as sentence", "sentence as list"],
)
def test_what_is_missing_is_told_with_its_place(ask, part: str) -> None:
    with pytest.raises(WijkenError, match=part):
        ask(VERZONNEN)


def test_a_file_that_is_no_toml_is_told_by_name(tmp_path: Path) -> None:
    broken = tmp_path / "stuk.toml"
    broken.write_text("[blok\n", encoding="utf-8")
    with pytest.raises(WijkenError, match=r"stuk\.toml is niet te lezen"):
        load_teksten(broken)

"""Dates and lists as people write them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dashboard.teksten import Teksten

_ISO = re.compile(r"(\d{4})-(0[1-9]|1[0-2])(?:-(\d{2}))?")
_NOEM = 6  # names in one sentence


def datum(teksten: Teksten, iso: str) -> str:
    """Write `2026-11-22` as `22 november 2026`, `2024-05` as `mei 2024`; other texts stay."""
    gevonden = _ISO.fullmatch(iso)
    if gevonden is None:
        return iso
    jaar, maand, dag = gevonden.groups()
    naam = teksten.zinnen("frame.maanden")[int(maand) - 1]
    return f"{int(dag)} {naam} {jaar}" if dag else f"{naam} {jaar}"


def eerste_namen(namen: Sequence[str]) -> str:
    """Join the first six names, and say how many more there are: `a, b, c, d, e, f + 3`."""
    meer = f" + {len(namen) - _NOEM}" if len(namen) > _NOEM else ""
    return ", ".join(namen[:_NOEM]) + meer


def opsomming(teksten: Teksten, woorden: Sequence[str]) -> str:
    """Join words as a sentence does: `a, b en c`; nothing for no words."""
    if len(woorden) < 2:  # noqa: PLR2004
        return "".join(woorden)
    begin = ", ".join(woorden[:-1])
    return teksten.zin("frame.opsomming", begin=begin, laatste=woorden[-1])

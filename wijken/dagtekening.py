"""Reads dates as people type them in Dutch; gives as much of an ISO date as they said."""

from __future__ import annotations

import re
from datetime import date

_MAANDEN = {
    naam: n
    for n, namen in enumerate(
        (
            ("januari", "jan"),
            ("februari", "feb"),
            ("maart", "mrt"),
            ("april", "apr"),
            ("mei",),
            ("juni", "jun"),
            ("juli", "jul"),
            ("augustus", "aug"),
            ("september", "sep", "sept"),
            ("oktober", "okt"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        start=1,
    )
    for naam in namen
}
_VORMEN = (
    r"(?P<jaar>\d{4})-(?P<maand>\d{1,2})-(?P<dag>\d{1,2})(?:[T ]0?0:00(?::00)?)?",
    r"(?P<dag>\d{1,2})[-/. ](?P<maand>\d{1,2})[-/. ](?P<jaar>\d{4})",
    r"(?P<dag>\d{1,2})[-. ]+(?P<woord>[a-z]+)[-., ]+(?P<jaar>\d{4})",
    r"(?P<woord>[a-z]+)\.? (?P<jaar>\d{4})",
    r"(?P<jaar>\d{4})-(?P<maand>\d{1,2})",
    r"(?P<maand>\d{1,2})[-/](?P<jaar>\d{4})",
    r"(?P<jaar>\d{4})",
)
_PATRONEN = tuple(re.compile(vorm, re.ASCII) for vorm in _VORMEN)
# Earlier is a typing mistake; a society of two centuries old is not.
_EERSTE_JAAR = 1800


def lees_datum(tekst: str) -> str | None:
    """Give `2024`, `2024-05` or `2024-05-01`; None when it is no date that can be.

    Day before month, as the Dutch write it: 3-5-2024 is the third of May.
    """
    schoon = " ".join(tekst.lower().split())
    for patroon in _PATRONEN:
        gevonden = patroon.fullmatch(schoon)
        if gevonden:
            return _iso(gevonden.groupdict())
    return None


def _iso(delen: dict[str, str | None]) -> str | None:
    jaar = int(delen["jaar"] or 0)
    woord = delen.get("woord")
    maand = _MAANDEN.get(woord, 0) if woord else int(delen.get("maand") or 0)
    if jaar < _EERSTE_JAAR or (woord and not maand):
        return None
    if not delen.get("maand") and not woord:
        return f"{jaar}"
    try:
        dag = date(jaar, maand, int(delen.get("dag") or 1))
    except ValueError:
        return None
    return dag.isoformat() if delen.get("dag") else f"{dag:%Y-%m}"

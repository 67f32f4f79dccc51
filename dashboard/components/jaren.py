"""Says which years: a run of years as its ends, the others one by one."""

from __future__ import annotations

from collections.abc import Iterable


def jarenreeks(namen: Iterable[str]) -> str:
    """Write names of editions, oldest first: `2013, 2015-2018, nu`; only years make runs."""
    stukken: list[list[str]] = []
    for naam in sorted(set(namen)):
        vorige = stukken[-1][-1] if stukken else ""
        if naam.isdigit() and vorige.isdigit() and int(naam) == int(vorige) + 1:
            stukken[-1].append(naam)
        else:
            stukken.append([naam])
    return ", ".join(_stuk(stuk) for stuk in stukken)


def _stuk(stuk: list[str]) -> str:
    if len(stuk) > 2:  # noqa: PLR2004 -- two years are said one by one
        return f"{stuk[0]}-{stuk[-1]}"
    return ", ".join(stuk)

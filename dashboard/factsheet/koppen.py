"""What a writer of sheets needs besides the content: headings, column names, the file's date."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache

from dashboard.teksten import Teksten, load_teksten


@cache
def teksten() -> Teksten:
    """Give the sentences, read once; writers get a finished sheet and no context."""
    return load_teksten()


def moment(opgehaald: str) -> datetime:
    """Give the date of the figures, for the file's properties: `22 november 2026` or ISO.

    Never today: the same sheet is the same file. A text that is no date gives 1 January 2000.
    """
    maanden = teksten().zinnen("frame.maanden")
    delen = opgehaald.split()
    try:
        if len(delen) == len(("dag", "maand", "jaar")):
            dag, maand, jaar = delen
            return datetime(int(jaar), maanden.index(maand) + 1, int(dag), tzinfo=UTC)
        return datetime.fromisoformat(opgehaald).replace(tzinfo=UTC)
    except ValueError:
        return datetime(2000, 1, 1, tzinfo=UTC)

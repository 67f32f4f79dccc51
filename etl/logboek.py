"""The log of the ETL: what a run did, for who looks the next morning."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from logging.handlers import RotatingFileHandler
from pathlib import Path

LOG = logging.getLogger("etl")
_GROOTTE, _OUDE = 1_000_000, 5


class _Schrijver(RotatingFileHandler):
    """Keeps quiet when the disk is full: the run itself tells that."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 -- its name there
        """Let a line go that cannot be written."""


@contextmanager
def logboek(data_map: Path) -> Iterator[Path]:
    """Write the log to `log/etl.log` in the data folder for as long as the block lasts.

    Five older files of one megabyte are kept. Only the run that holds the lock may do this.
    """
    pad = data_map / "log" / "etl.log"
    pad.parent.mkdir(exist_ok=True)
    schrijver = _Schrijver(pad, maxBytes=_GROOTTE, backupCount=_OUDE, encoding="utf-8", delay=True)
    schrijver.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    eerder = LOG.level, LOG.propagate
    LOG.addHandler(schrijver)
    LOG.setLevel(logging.INFO)
    # cbsodata logs to the root, which prints; what is said here is on the screen already.
    LOG.propagate = False
    try:
        yield pad
    finally:
        LOG.removeHandler(schrijver)
        LOG.level, LOG.propagate = eerder
        schrijver.close()

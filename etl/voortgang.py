"""A progress bar for each source, where somebody looks."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from types import TracebackType
from typing import Any, Self

from tqdm import tqdm

from wijken.bron import Bron


class Voortgang:
    """Bars under each other, to be used in a `with`; may be told from any thread."""

    def __init__(self) -> None:
        """Start without bars."""
        self._balken: dict[str, Any] = {}
        self._bezig: dict[str, list[str]] = {}
        self._stapel = ExitStack()
        self._slot = threading.Lock()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        soort: type[BaseException] | None,
        fout: BaseException | None,
        tb: TracebackType | None,
    ) -> None:
        self._stapel.close()

    def verwacht(self, bron: Bron) -> None:
        """Announce one more table of a source."""
        if bron.id not in self._balken:
            # disable=None: no bar where nobody looks (cron, a file).
            balk = tqdm(
                total=0, desc=bron.naam, unit="tabel", position=len(self._balken), disable=None
            )
            self._balken[bron.id] = self._stapel.enter_context(balk)
            self._bezig[bron.id] = []
        self._balken[bron.id].total += 1

    @contextmanager
    def bezig(self, bron: Bron, tabel: str) -> Iterator[None]:
        """Show a table as being fetched for as long as the block lasts."""
        self._toon(bron, erbij=[tabel])
        try:
            yield
        finally:
            self._toon(bron, eraf=[tabel])

    def _toon(self, bron: Bron, erbij: list[str] = [], eraf: list[str] = []) -> None:  # noqa: B006
        with self._slot:
            lopend = [t for t in self._bezig[bron.id] if t not in eraf] + erbij
            self._bezig[bron.id] = lopend
            balk = self._balken[bron.id]
            balk.set_postfix_str(", ".join(lopend), refresh=False)
            balk.update(len(eraf))
            balk.refresh()

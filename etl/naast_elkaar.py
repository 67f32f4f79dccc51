"""Does tasks side by side, a few at a time in each group, and can be left at any moment."""

from __future__ import annotations

import queue
import threading
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")
# A wait without an end cannot be interrupted from the keyboard on Windows.
_KIJK = 0.2


@dataclass(frozen=True)
class Taak(Generic[T]):
    """Something to do; tasks of one group (a host) share the places of that group."""

    groep: str
    doe: Callable[[], T]


def voer_uit(taken: Sequence[Taak[T]], per_groep: int) -> Iterator[T]:
    """Do the tasks and give each outcome as soon as it is there.

    The threads are daemons: who leaves early (Ctrl-C) need not wait for a silent host.

    Args:
        taken: what to do; within a group they begin in this order.
        per_groep: how many of a group at once.

    Raises:
        BaseException: what a task raised.
    """
    groepen: dict[str, queue.SimpleQueue[Taak[T]]] = defaultdict(queue.SimpleQueue)
    for taak in taken:
        groepen[taak.groep].put(taak)
    klaar: queue.Queue[tuple[T | None, BaseException | None]] = queue.Queue()
    for wachtrij in groepen.values():
        for _ in range(min(per_groep, wachtrij.qsize())):
            threading.Thread(target=_werk, args=(wachtrij, klaar), daemon=True).start()
    for _ in taken:
        yield _neem(klaar)


def _werk(
    wachtrij: queue.SimpleQueue[Taak[T]],
    klaar: queue.Queue[tuple[T | None, BaseException | None]],
) -> None:
    while True:
        try:
            taak = wachtrij.get_nowait()
        except queue.Empty:
            return
        try:
            klaar.put((taak.doe(), None))
        except BaseException as fout:  # noqa: BLE001 -- raised again where the outcome is read
            klaar.put((None, fout))


def _neem(klaar: queue.Queue[tuple[T | None, BaseException | None]]) -> T:
    while True:
        try:
            uitkomst, fout = klaar.get(timeout=_KIJK)
        except queue.Empty:
            continue
        if fout is not None:
            raise fout
        return uitkomst  # type: ignore[return-value]  # no error, so there is an outcome

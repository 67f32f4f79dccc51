"""Orders and compares columns of text by the rank of their words: as numbers, not as texts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

Rangen = NDArray[np.int64]


@dataclass(frozen=True)
class Sleutelkolom:
    """A column of few different words.

    Attributes:
        woorden: the different words, sorted.
        rang: for each row the place of its word in `woorden`.
    """

    woorden: tuple[str, ...]
    rang: Rangen

    @property
    def codes(self) -> pa.DictionaryArray:
        """The column, dictionary-encoded."""
        nummers = pa.array(self.rang.astype(np.int32))
        return pa.DictionaryArray.from_arrays(nummers, pa.array(self.woorden, pa.string()))

    def woord(self, rij: int) -> str:
        """Give the word of one row."""
        return self.woorden[int(self.rang[rij])]

    def neem(self, orde: Rangen) -> Sleutelkolom:
        """Give the rows in another order."""
        return Sleutelkolom(self.woorden, self.rang[orde])


def sleutelkolom(kolom: pa.ChunkedArray) -> Sleutelkolom:
    """Rank the words of a column of text, dictionary-encoded or not; null is not allowed.

    Raises:
        ValueError: when there is a null.
    """
    if kolom.null_count:
        message = f"een sleutel mag niet leeg zijn; {kolom.null_count} zijn dat wel"
        raise ValueError(message)
    if not pa.types.is_dictionary(kolom.type):
        kolom = kolom.dictionary_encode()
    heel = kolom.unify_dictionaries().combine_chunks()
    if isinstance(heel, pa.ChunkedArray):
        heel = pa.array([], kolom.type) if heel.num_chunks == 0 else heel.chunk(0)
    woorden: list[str] = heel.dictionary.to_pylist()
    orde = sorted(range(len(woorden)), key=woorden.__getitem__)
    plaats = np.empty(len(woorden), np.int64)
    plaats[orde] = np.arange(len(woorden))
    return Sleutelkolom(tuple(woorden[n] for n in orde), plaats[heel.indices.to_numpy()])


def volgorde(kolommen: Sequence[Sleutelkolom]) -> tuple[Rangen | None, int | None]:
    """Order rows by columns, the most important first.

    Returns:
        The order, None when the rows are in order already; and a row whose key occurs more than
        once, None when there is none.
    """
    sleutel = np.zeros(len(kolommen[0].rang), np.int64)
    for kolom in kolommen:
        sleutel = sleutel * max(len(kolom.woorden), 1) + kolom.rang
    stappen = np.diff(sleutel)
    if (stappen > 0).all():
        return None, None
    orde = np.argsort(sleutel, kind="stable")
    gelijk = np.flatnonzero(np.diff(sleutel[orde]) == 0)
    return orde, int(orde[gelijk[0]]) if len(gelijk) else None

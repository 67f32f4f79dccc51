"""Makes a pakket from the command line: with a progress bar, and told in Dutch how it went."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tqdm import tqdm

from dashboard.pakket import BEGIN, Voortgang, Wens, bewaar_pakket

if TYPE_CHECKING:
    from dashboard.context import Context

_MB = 1e6


def maak_pakket(context: Context, wens: Wens, naar: Path | None) -> str:
    """Make a pakket and give the sentence that says where it is.

    Args:
        context: what the sheets are made of; without `naar` the pakket goes in its data folder.
        wens: areas and wijken as typed.
        naar: a folder, or a file that ends in `.zip`.

    Raises:
        InvoerError: for an unknown area or wijk, or a place that cannot be written.
        WijkenError: when there are no figures to make it of.
    """
    plek, aantal = bewaar_pakket(context, wens, naar or context.data_map / "pakket", _balk(context))
    return context.teksten.zin(
        "pakket.klaar",
        plek=plek,
        aantal=aantal,
        grootte=f"{plek.stat().st_size / _MB:.1f}".replace(".", ","),
        begin=BEGIN,
    )


def _balk(context: Context) -> Voortgang:
    """Make what goes round the sheets behind a bar that says which one is being made."""

    def rond(slugs: Sequence[str]) -> Iterator[str]:
        naam = context.teksten.zin("pakket.balk")
        with tqdm(slugs, desc=naam, unit="blad", disable=None) as balk:
            for slug in balk:
                balk.set_postfix_str(slug)
                yield slug

    return rond

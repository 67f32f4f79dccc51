"""A real table that sorts in the browser: what stands in it and what it sorts by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dashboard.components.eigen import EigenComponent


@dataclass(frozen=True)
class Kolom:
    """A column: its heading, and whether it holds figures (to the right, highest first)."""

    kop: str
    getal: bool = False


@dataclass(frozen=True)
class Cel:
    """A cell: text, and if need be what to sort by, where it leads, a small remark behind it.

    Attributes:
        sorteer: number or text; None sorts last, whichever way. Without it the text is used.
        stil: quiet text, for reasons in place of a figure.
    """

    tekst: str
    sorteer: float | str | None = ""
    href: str = ""
    noot: str = ""
    stil: bool = False


@dataclass(frozen=True)
class Rij:
    """A row; the first cell names it. `gekozen` marks the one that is chosen elsewhere too."""

    sleutel: str
    cellen: tuple[Cel, ...]
    gekozen: bool = False


class Tabel(EigenComponent):
    """The table as Dash sees it; make one with `tabel`."""


def tabel(
    bijschrift: str,
    kolommen: Sequence[Kolom],
    rijen: Sequence[Rij],
    sorteer: str,
    id: str | None = None,  # noqa: A002
) -> Tabel:
    """Make a table in its own scrolling frame; rows come in the order given, headings sort.

    Args:
        bijschrift: caption: what the figures are, of when, by whom.
        kolommen: columns, the first of which names the rows.
        rijen: rows with as many cells.
        sorteer: what a heading's button does, for who cannot see it ("sorteren").
        id: id of the component, when there are several on a page.
    """
    inhoud = {
        "bijschrift": bijschrift,
        "sorteer": sorteer,
        "kolommen": [{"kop": k.kop, "getal": k.getal} for k in kolommen],
        "rijen": [_rij(rij) for rij in rijen],
    }
    return Tabel(inhoud, id)


def _rij(rij: Rij) -> dict[str, Any]:
    return {
        "sleutel": rij.sleutel,
        "gekozen": rij.gekozen,
        "cellen": [_cel(cel) for cel in rij.cellen],
    }


def _cel(cel: Cel) -> dict[str, Any]:
    uit: dict[str, Any] = {"t": cel.tekst, "s": cel.tekst if cel.sorteer == "" else cel.sorteer}
    for naam in ("href", "noot", "stil"):
        if getattr(cel, naam):
            uit[naam] = getattr(cel, naam)
    return uit

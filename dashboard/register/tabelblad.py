"""A table as a user gave it: headings and rows of text, and how large it may be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import NoReturn

from dashboard.teksten import Teksten, load_teksten
from wijken.errors import InvoerError

# A list of initiatives has hundreds of rows, a stock per postcode some thousands.
BYTES = 5 * 1024 * 1024
RIJEN = 20_000
KOLOMMEN = 60
TEKENS = 4_000
# Formatting makes sheets long without a word in them; beyond this somebody plays a trick.
REGELS = 200_000
# A title or a remark may stand above the headings.
_BOVEN = 10


@dataclass(frozen=True)
class Tabelrij:
    """A row that holds something.

    Attributes:
        nummer: as a spreadsheet counts, the first row of the file is 1.
        cellen: text without spaces around it, one for each heading; more than that only when
            something stands beyond the last heading (a separator too many).
    """

    nummer: int
    cellen: tuple[str, ...]


@dataclass(frozen=True)
class Tabelblad:
    """One table: headings as written, the filled rows below them, what was odd about the file.

    Attributes:
        opmerkingen: sentences for the user: which encoding, which formulas gave their value.
        kopregel: number of the row the headings stand in.
    """

    koppen: tuple[str, ...]
    rijen: tuple[Tabelrij, ...]
    opmerkingen: tuple[str, ...] = ()
    kopregel: int = 1


@cache
def _teksten() -> Teksten:
    return load_teksten()


def zin(sleutel: str, **velden: object) -> str:
    """Give a sentence about a table file."""
    return _teksten().zin(f"tabelbestand.{sleutel}", **velden)


def weiger(sleutel: str, **velden: object) -> NoReturn:
    """Refuse the file with one of its sentences.

    Raises:
        InvoerError: always.
    """
    message = zin(sleutel, **velden)
    raise InvoerError(message)


def maak_blad(regels: Iterable[Iterable[str]], opmerkingen: tuple[str, ...] = ()) -> Tabelblad:
    """Make a table of all lines of a file, empty ones included: they count in the numbers.

    Raises:
        InvoerError: without headings or rows, or beyond one of the limits.
    """
    gevuld = _gevuld(regels)
    begin = list(islice(gevuld, _BOVEN))
    plek = next((n for n, rij in enumerate(begin) if sum(map(bool, rij.cellen)) > 1), 0)
    if not begin:
        weiger("leeg")
    kop, rijen = begin[plek], [*begin[plek + 1 :], *islice(gevuld, RIJEN + 1)]
    if len(rijen) > RIJEN:
        weiger("te_veel_rijen", meest=RIJEN)
    if not rijen:
        weiger("geen_rijen", rij=kop.nummer)
    breed = len(kop.cellen)
    gelijk = tuple(Tabelrij(r.nummer, r.cellen + ("",) * (breed - len(r.cellen))) for r in rijen)
    return Tabelblad(kop.cellen, gelijk, opmerkingen, kop.nummer)


def _gevuld(regels: Iterable[Iterable[str]]) -> Iterator[Tabelrij]:
    """Give the rows that hold something, without the empty cells at their end."""
    for nummer, regel in enumerate(regels, start=1):
        if nummer > REGELS:
            weiger("te_lang", meest=REGELS)
        cellen = [cel.strip() for cel in regel]
        while cellen and not cellen[-1]:
            cellen.pop()
        if len(cellen) > KOLOMMEN:
            weiger("te_veel_kolommen", rij=nummer, gevonden=len(cellen), meest=KOLOMMEN)
        lang = next((n for n, cel in enumerate(cellen, start=1) if len(cel) > TEKENS), 0)
        if lang:
            weiger("cel_te_lang", rij=nummer, kolom=lang, meest=TEKENS)
        if cellen:
            yield Tabelrij(nummer, tuple(cellen))

"""Initiatives that may be the same one: which pairs, and what a merged row holds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from dashboard.register.bewaren import nu
from dashboard.register.initiatieven import Initiatief, Toestand
from dashboard.register.model import GeenDubbelRij
from wijken.gelijknamig import gelijkenis, gewone_woorden, kandidaten, platte

# Below this the names are of different things; chosen on the starter list.
DREMPEL = 0.72
# The same house number says more than a name: then less of the name has to be alike.
_DREMPEL_ZELFDE_ADRES = 0.5
_VELDEN = [
    "omschrijving",
    "voor_wie",
    "organisatie",
    "adres",
    "postcode",
    "plaats",
    "website",
    "bron_url",
    "bron_datum",
    "bron",
    "gestart",
    "toestemming",
    "nagekeken",
    "nagekeken_door",
]
_PLEK = ("plek", "plaatsing", "plaats_uitleg", "regio", "buurt", "wijk_of_dorp")

Beoordeeld = frozenset[tuple[str, str]]


@dataclass(frozen=True)
class Paar:
    """Two rows that may be the same; `gelijkenis` of their names, 0 to 1."""

    een: Initiatief
    ander: Initiatief
    gelijkenis: float


def zoek_paren(
    alle: Iterable[Initiatief], beoordeeld: Beoordeeld = frozenset()
) -> tuple[Paar, ...]:
    """Give pairs with names that are alike in one area, the most alike first."""
    gevonden = [
        Paar(een, ander, maat)
        for (_, een), (_, ander), maat in _paren([(0, i) for i in alle])
        if tuple(sorted((een.id, ander.id))) not in beoordeeld
    ]
    return tuple(sorted(gevonden, key=lambda p: (-p.gelijkenis, p.een.naam, p.een.id, p.ander.id)))


class Dubbelzoeker:
    """Finds for each row of a list what it may be the same as; made once for a list."""

    def __init__(self, register: Iterable[Initiatief], nieuw: Mapping[int, Initiatief]) -> None:
        """Compare a list with the register and with itself.

        Args:
            register: rows that are there.
            nieuw: row number: the row as it would be.
        """
        self._in_register: dict[int, list[Initiatief]] = defaultdict(list)
        self._in_lijst: dict[int, list[int]] = defaultdict(list)
        # What is there has no number of the list: it comes before all of them.
        alle = [(0, i) for i in register] + list(nieuw.items())
        for een, ander, _ in _paren(alle):
            (vroeg, eerste), (laat, _later) = sorted((een, ander), key=lambda p: p[0])
            if not laat:
                continue
            if vroeg:
                self._in_lijst[laat].append(vroeg)
            else:
                self._in_register[laat].append(eerste)

    def zoek(self, nummer: int) -> tuple[list[Initiatief], list[int]]:
        """Give rows of the register, and numbers of earlier rows, that may be the same."""
        return self._in_register.get(nummer, []), sorted(self._in_lijst.get(nummer, []))


def aangevuld(blijft: Initiatief, weg: Initiatief) -> Initiatief:
    """Give the row that stays, its gaps filled from the other one; themes of both."""
    leeg = {veld: getattr(weg, veld) for veld in _VELDEN if not getattr(blijft, veld)}
    if blijft.plek is None and (weg.plek or not blijft.regio):
        leeg |= {veld: getattr(weg, veld) for veld in _PLEK}
    return replace(blijft, **leeg, themas=tuple(dict.fromkeys(blijft.themas + weg.themas)))


def opgegaan(weg: Initiatief, in_: str) -> Initiatief:
    """Give the row that went up in another one."""
    return replace(weg, status=Toestand.SAMENGEVOEGD, samengevoegd_met=in_)


def lees_beoordeeld(sessie: Session) -> Beoordeeld:
    """Give the pairs of which somebody said that they are not the same."""
    vraag = select(GeenDubbelRij.een, GeenDubbelRij.ander)
    return frozenset((een, ander) for een, ander in sessie.execute(vraag))


def schrijf_verschillend(sessie: Session, een: str, ander: str, door: str) -> None:
    """Keep that two rows are not the same."""
    eerste, tweede = sorted((een, ander))
    sessie.merge(GeenDubbelRij(een=eerste, ander=tweede, moment=nu(), door=door))


def _paren(
    alle: Sequence[tuple[int, Initiatief]],
) -> Iterator[tuple[tuple[int, Initiatief], tuple[int, Initiatief], float]]:
    """Give pairs of numbered rows that may be the same, with how alike their names are."""
    namen = {n: paar[1].naam for n, paar in enumerate(alle)}
    gewoon = gewone_woorden(namen.values()) | _plaatswoorden(initiatief for _, initiatief in alle)
    for een, ander in kandidaten(namen, gewoon):
        eerste, tweede = alle[een][1], alle[ander][1]
        if not _kan_zelfde_plek(eerste, tweede):
            continue
        drempel = _DREMPEL_ZELFDE_ADRES if _is_zelfde_adres(eerste, tweede) else DREMPEL
        maat = gelijkenis(eerste.naam, tweede.naam, gewoon)
        if maat >= drempel:
            yield alle[een], alle[ander], maat


def _plaatswoorden(alle: Iterable[Initiatief]) -> frozenset[str]:
    """Where it is does not say which one it is: every dorp has its Dorpshuis."""
    plaatsen = {naam for i in alle for naam in (i.wijk_of_dorp, i.plaats)}
    return frozenset(woord for naam in plaatsen for woord in platte(naam).split())


def _kan_zelfde_plek(een: Initiatief, ander: Initiatief) -> bool:
    """Two known wijken that differ are two places; an unknown one can be anywhere in its area."""
    if een.werkgebied != ander.werkgebied:
        return False
    return een.regio is None or ander.regio is None or een.regio == ander.regio


def _is_zelfde_adres(een: Initiatief, ander: Initiatief) -> bool:
    bekend = any(teken.isdigit() for teken in een.adres)
    return bekend and (platte(een.adres), platte(een.plaats)) == (
        platte(ander.adres),
        platte(ander.plaats),
    )

"""Initiatives that may be the same one: which pairs, and what a merged row holds."""

from __future__ import annotations

from collections.abc import Iterable
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
    per_id = {i.id: i for i in alle}
    gevonden = []
    gewoon = gewone_woorden(i.naam for i in per_id.values())
    for een, ander in kandidaten({id_: i.naam for id_, i in per_id.items()}, gewoon):
        paar = per_id[een], per_id[ander]
        if tuple(sorted((een, ander))) in beoordeeld or not _kan_zelfde_plek(*paar):
            continue
        maat = gelijkenis(paar[0].naam, paar[1].naam, gewoon)
        if maat >= (_DREMPEL_ZELFDE_ADRES if _is_zelfde_adres(*paar) else DREMPEL):
            gevonden.append(Paar(*paar, maat))
    return tuple(sorted(gevonden, key=lambda p: (-p.gelijkenis, p.een.naam, p.een.id, p.ander.id)))


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

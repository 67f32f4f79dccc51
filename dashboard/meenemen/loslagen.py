"""Knows what a map in one file shows besides colours: layers that were on, areas through time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from dashboard.components.kaart.beeld import Beeld
from dashboard.components.kaart.kijkstaat import Kijk
from dashboard.components.kaart.lagenstaat import Laag
from dashboard.gekozen_in import Lot, zet_over
from dashboard.kaart.lagen import lagen
from dashboard.kaart.punten import punten_van
from dashboard.meenemen.lagen import focus_van_kaart, laagbronnen, laagnoten, laagregels
from wijken.keuze import Deel
from wijken.regio import Soort

if TYPE_CHECKING:
    from dashboard.meenemen.losinhoud import Losdocument

_LOTEN = (Lot.TOEN, Lot.HERLEID, Lot.ANDER, Lot.WEG)


def loslagen(beeld: Beeld, documenten: Sequence[Losdocument]) -> dict[str, Any]:
    """Give the layers of the view for every map of the file; points are the same on each."""
    beelden = [_beeld_van(beeld, document) for document in documenten]
    punten = punten_van(beelden[0]) if beelden else []
    return {
        # Without codes: those differ by map, and the file lists nothing of a place.
        "punten": [{**punt, "code": ""} for punt in punten],
        "per": [_van(deel) for deel in beelden],
    }


def overzettingen(
    beeld: Beeld, documenten: Sequence[Losdocument]
) -> dict[int, dict[int, dict[str, list[str]]]]:
    """Give what becomes of a chosen area from one map of the file to another of its level.

    From map to map to code: its lot, the code there ("" for none), what differs. Areas that stay
    exactly what they were are left out.
    """
    return {
        n: {
            m: _over(beeld, een, ander.indeling)
            for m, ander in enumerate(documenten)
            if m != n and ander.niveau is een.niveau
        }
        for n, een in enumerate(documenten)
    }


def overzetzinnen(beeld: Beeld) -> dict[str, str]:
    """Give the sentence for each lot, to be filled in by the file."""
    zinnen: Mapping[str, str] = beeld.context.teksten["kaart"]["adres"]
    return {str(lot): zinnen[f"keuze_{lot}"] for lot in _LOTEN}


def _beeld_van(beeld: Beeld, document: Losdocument) -> Beeld:
    """Give the same layers on another map of the area."""
    s = beeld.staat
    deel = s.gekozen.deel is not Deel.GEHEEL
    aan = tuple(laag for laag in Laag if s.lagen.heeft(laag) or (deel and laag is Laag.FOCUS))
    staat = replace(
        s,
        niveau=document.niveau,
        indeling=document.indeling,
        uitgave=None,
        kijk=Kijk(),
        gekozen=replace(s.gekozen, codes=(), deel=Deel.GEHEEL),
        lagen=replace(s.lagen, aan=aan),
    )
    return Beeld(beeld.context, beeld.nu, staat)


def _van(beeld: Beeld) -> dict[str, Any]:
    wat = lagen(beeld)
    focus, _ = focus_van_kaart(beeld)
    return {
        "tellingen": wat["tellingen"],
        "woningen": wat["woningen"],
        "namen": wat["namen"] and beeld.staat.niveau is Soort.BUURT,
        "focus": focus,
        "legenda": [[regel.teken, regel.tekst] for regel in laagregels([beeld])],
        "noten": _uniek([*laagnoten([beeld]), *laagbronnen([beeld])]),
    }


def _uniek(zinnen: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(zinnen))


def _over(beeld: Beeld, document: Losdocument, indeling: int) -> dict[str, list[str]]:
    gebied, zin = beeld.staat.gebied, beeld.context.teksten.zin
    uit = {}
    for regio in beeld.nu.regios(gebied, document.niveau, document.indeling):
        gevonden = zet_over(beeld.nu, gebied, regio, indeling)
        if gevonden.lot is Lot.GELIJK:
            continue
        code = str(gevonden.naar.code) if gevonden.naar else ""
        bijna = zin("kaart.adres.keuze_bijna", bijna=gevonden.bijna) if gevonden.bijna else ""
        uit[str(regio.code)] = [str(gevonden.lot), code, bijna]
    return uit

"""What a looked at list shows, which choices it offers, and the file of what was refused."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from dashboard.bewerken.voorbeelden import Bewaard
from dashboard.register.bevinding import Ernst
from dashboard.register.invoer import Invoerrij, Uitkomst, Voorbeeld
from dashboard.register.lijstbestand import onschadelijk
from dashboard.register.opnemen import Keus
from dashboard.register.regels import naar_velden
from dashboard.register.woorden import woorden
from dashboard.uitvoer import Kolom, naar_csv, naar_xlsx
from dashboard.werkboek import Eigenschappen

if TYPE_CHECKING:
    from werkzeug.datastructures import MultiDict

    from dashboard.context import Context

GEWEIGERD = "nog-te-verbeteren"
# So many rows are drawn in full; the rest is counted.
_GETEKEND = 500
_OVERSLAAN, _NIEUW = "overslaan", "nieuw"


def beeld(context: Context, lijst: Bewaard, getypt: Mapping[str, list[str]]) -> dict[str, Any]:
    """Give everything the page of a list shows.

    Args:
        context: sentences and access.
        lijst: the list.
        getypt: the choices that were sent and could not be followed.
    """
    gezien = lijst.voorbeeld
    return {
        "lijst": lijst,
        "gezien": gezien,
        "geweigerd": [(rij, _eerst_fout(rij)) for rij in gezien.geweigerd[:_GETEKEND]],
        "genomen": gezien.genomen[:_GETEKEND],
        "vragen": gezien.te_bevestigen,
        "dubbelen": gezien.dubbelen,
        "meer_genomen": max(0, len(gezien.genomen) - _GETEKEND),
        "meer_geweigerd": max(0, len(gezien.geweigerd) - _GETEKEND),
        "voorbeelden": gezien.met(Uitkomst.VOORBEELD),
        "telling": _telling(context, gezien),
        "verandert": {
            rij.nummer: _verandert(context, rij)
            for rij in (*gezien.genomen[:_GETEKEND], *gezien.te_bevestigen)
            if rij.oud
        },
        "gekozen": {naam: waarden[-1] for naam, waarden in getypt.items()},
        "dicht": context.register.reden,
        "wachten": sum(r.initiatief.plaatsing == "wacht" for r in gezien.genomen if r.initiatief),
    }


def lees_keus(gezien: Voorbeeld, formulier: MultiDict[str, str]) -> Keus:
    """Read what was decided; of a row nothing is said of, nothing is decided."""
    bevestigd, samen, weglaten = set(), {}, set()
    for rij in (*gezien.te_bevestigen, *gezien.dubbelen):
        keuze = formulier.get(f"rij-{rij.nummer}", _OVERSLAAN)
        if keuze == _OVERSLAAN:
            weglaten.add(rij.nummer)
        elif keuze == _NIEUW:
            bevestigd.add(rij.nummer)
        else:
            samen[rij.nummer] = keuze
    return Keus(frozenset(bevestigd), samen, frozenset(weglaten))


def schrijf_geweigerd(context: Context, lijst: Bewaard, soort: str) -> bytes:
    """Give the refused rows as they were, each with what is wrong: to correct and send again."""
    rijen = {rij.nummer: rij for rij in lijst.blad.rijen}
    kop = context.teksten.zin("invoer.kolom_klopt_niet")
    oud = [n for n, naam in enumerate(lijst.blad.koppen) if naam != kop]
    # What stood beyond the headings stays beyond them, behind what is wrong: without a heading.
    te_veel = {n: rijen[n].cellen[len(lijst.blad.koppen) :] for n in rijen}
    extra = max((len(te_veel[rij.nummer]) for rij in lijst.voorbeeld.geweigerd), default=0)
    kolommen = [*(Kolom(lijst.blad.koppen[n]) for n in oud), Kolom(kop), *[Kolom("")] * extra]
    tabel = [
        [
            *(onschadelijk(rijen[rij.nummer].cellen[n]) for n in oud),
            _wat_klopt_niet(rij),
            *map(onschadelijk, te_veel[rij.nummer]),
            *[""] * (extra - len(te_veel[rij.nummer])),
        ]
        for rij in lijst.voorbeeld.geweigerd
    ]
    if soort == "csv":
        return naar_csv(kolommen, tabel, ())
    return naar_xlsx(kolommen, tabel, (), Eigenschappen(context.teksten.zin("invoer.blad")))


def _wat_klopt_niet(rij: Invoerrij) -> str:
    return " ".join(
        " ".join(deel for deel in (f"{b.kolom}:" if b.kolom else "", b.melding, b.goed) if deel)
        for b in rij.fouten
    )


def _verandert(context: Context, rij: Invoerrij) -> str:
    """Name the fields of the register that a row changes: an emptied cell does so too."""
    if rij.initiatief is None or rij.oud is None:
        return ""
    nieuw, oud = naar_velden(rij.initiatief), naar_velden(rij.oud)
    anders = [kop for veld, kop in woorden().koppen.items() if nieuw.get(veld) != oud.get(veld)]
    if not anders:
        return context.teksten.zin("invoer.verandert_iets")
    return context.teksten.zin("invoer.verandert", velden=", ".join(anders))


def _eerst_fout(rij: Invoerrij) -> Sequence[Any]:
    """Give the faults of a row, then its questions: both have to be dealt with."""
    return sorted(
        (b for b in rij.bevindingen if b.ernst is not Ernst.OPMERKING),
        key=lambda b: b.ernst is not Ernst.FOUT,
    )


def _telling(context: Context, gezien: Voorbeeld) -> list[str]:
    """Count in sentences, what there is none of left out."""
    aantallen = {
        "genomen": len(gezien.genomen),
        "vragen": len(gezien.te_bevestigen),
        "dubbelen": len(gezien.dubbelen),
        "geweigerd": len(gezien.geweigerd),
        "gelijk": len(gezien.ongewijzigd),
        "voorbeelden": len(gezien.met(Uitkomst.VOORBEELD)),
    }
    return [
        context.teksten.zin(f"invoer.telling.{naam}{'_een' if n == 1 else ''}", aantal=n)
        for naam, n in aantallen.items()
        if n
    ]

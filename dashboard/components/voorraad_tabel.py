"""The homes per wijk or buurt as a table, with in words what is not known at that level."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dashboard import links
from dashboard.components.datum import opsomming
from dashboard.components.tabel import Cel, Kolom, Rij, Tabel, tabel
from dashboard.woningvoorraad import Voorraad, voorraad_van
from wijken import opmaak

if TYPE_CHECKING:
    from dashboard.context import Context
    from dashboard.momentopname import Momentopname
    from wijken.bron import Werkgebied
    from wijken.regio import Soort


def voorraden(nu: Momentopname, gebied: Werkgebied, niveau: Soort) -> tuple[Voorraad, ...]:
    """Give the homes of every area of a level, in its newest division that is drawn."""
    regios = nu.nieuwste_regios(gebied, niveau)
    return nu.onthoud(
        ("voorraden", gebied.slug, niveau),
        lambda: tuple(voorraad_van(nu, gebied, regio) for regio in regios),
    )


def voorraadtabel(
    context: Context, gebied: Werkgebied, niveau: Soort, alle: Sequence[Voorraad]
) -> Tabel:
    """Make the table; only what at least one area has a figure of is a column."""
    zin = context.teksten.zin
    delen, getallen = _kolommen(alle)
    kolommen = [
        Kolom(zin(f"kaart.niveaus.{niveau}").capitalize()),
        *(Kolom(zin(f"woningvoorraad.kengetallen.{k}"), getal=True) for k in getallen),
        *(Kolom(zin(f"woningvoorraad.delen.{d}"), getal=True) for _, d in delen),
    ]
    rijen = [
        Rij(
            v.regio.code.code,
            (
                Cel(v.regio.naam, href=links.woningvoorraad(plek=v.regio.code.code)),
                *(_kengetal(context, v, k) for k in getallen),
                *(_deel(context, v, groep, deel) for groep, deel in delen),
            ),
        )
        for v in alle
    ]
    titel = zin(
        "woningvoorraad.tabel",
        niveau=niveau,
        plaats=gebied.plaats,
    )
    return tabel(titel, kolommen, rijen, zin("vergelijken.sorteer"), f"tabel-{gebied.slug}")


def _kolommen(alle: Sequence[Voorraad]) -> tuple[list[tuple[str, str]], list[str]]:
    """Give group and part of every share that is known anywhere, and the figures about all."""
    delen = dict.fromkeys(
        (groep.id, deel.id)
        for v in alle
        for groep in v.groepen
        for lezing in groep.lezingen[:1]
        for deel in lezing.delen
    )
    getallen = dict.fromkeys(
        k.id
        for v in alle
        for k in v.kengetallen
        if k.waarneming and k.waarneming.waarde is not None
    )
    return list(delen), list(getallen)


def _kengetal(context: Context, v: Voorraad, sleutel: str) -> Cel:
    k = next((k for k in v.kengetallen if k.id == sleutel), None)
    if k is None or k.waarneming is None or k.waarneming.waarde is None:
        status = k.waarneming.status if k and k.waarneming else "niet_in_kopie"
        return Cel(context.teksten.zin(f"status.{status}"), None, stil=True)
    waarde = k.waarneming.waarde
    return Cel(opmaak.cijfer(waarde, k.indicator), waarde, noot=str(k.waarneming.periode))


def _deel(context: Context, v: Voorraad, groep: str, sleutel: str) -> Cel:
    gevonden = v.groep(groep)
    for lezing in gevonden.lezingen[:1]:
        for deel in lezing.delen:
            if deel.id == sleutel:
                noot = context.teksten.zin("kaart.onzeker_kort") if lezing.onzeker else ""
                tekst = f"{opmaak.getal(deel.aandeel)}{opmaak.DUN}%"
                return Cel(tekst, deel.aandeel, noot=noot)
        return Cel(context.teksten.zin("woningvoorraad.niet_apart"), None, stil=True)
    return Cel(context.teksten.zin(f"status.{gevonden.status}"), None, stil=True)


def zonder(context: Context, niveau: Soort, alle: Sequence[Voorraad]) -> str:
    """Say which views no area of this level has a figure of; "" when all have."""
    zin = context.teksten.zin
    per_reden: dict[str, list[str]] = {}
    for sleutel in (groep.id for groep in (alle[0].groepen if alle else ())):
        if not any(v.groep(sleutel).lezingen for v in alle):
            reden = zin(f"status.{alle[0].groep(sleutel).status}")
            per_reden.setdefault(reden, []).append(zin(f"woningvoorraad.groepen.{sleutel}").lower())
    regels = (
        zin(
            "woningvoorraad.zonder",
            niveau=niveau,
            wat=opsomming(context.teksten, namen),
            reden=reden,
        )
        for reden, namen in per_reden.items()
    )
    return " ".join(regels)

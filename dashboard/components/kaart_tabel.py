"""The figures of the map as a table: the same areas, the same choice, reasons in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.components.kaart_keuzestaat import als_tekst
from dashboard.components.tabel import Cel, Kolom, Rij, Tabel, tabel
from wijken.opmaak import cijfer, eenheid_tekst
from wijken.regio import Regio, Soort

if TYPE_CHECKING:
    from dashboard.components.kaart_beeld import Beeld


TABEL = "kaart-tabel"


def kaarttabel(beeld: Beeld) -> Tabel:
    """Make the table; a name leads to the same view with that area chosen."""
    rijen = [_rij(beeld, regio) for regio in beeld.regios]
    return tabel(_bijschrift(beeld), _kolommen(beeld), rijen, beeld.zin("sorteer"), TABEL)


def _bijschrift(beeld: Beeld) -> str:
    s = beeld.staat
    if not s.heeft_cijfers:
        niveaus = beeld.niveaus.capitalize()
        return beeld.zin("tabel_bijschrift_zonder", niveaus=niveaus, plaats=s.gebied.plaats)
    bron = beeld.context.catalogus.bronnen.get(next(iter(beeld.cijfers.values())).herkomst.bron)
    kop = beeld.zin(
        "tabel_bijschrift",
        indicator=s.indicator.naam,
        niveau=s.niveau,
        plaats=s.gebied.plaats,
        jaar=s.jaar,
    )
    return f"{kop}. {bron.bronregel}." if bron else kop


def _kolommen(beeld: Beeld) -> list[Kolom]:
    s = beeld.staat
    eenheid = eenheid_tekst(s.indicator)
    dubbel = not eenheid or s.indicator.labels or eenheid in s.indicator.kort
    kop = s.indicator.kort if dubbel else f"{s.indicator.kort}, {eenheid}".replace(" %", "\u00a0%")
    buurt = s.niveau is Soort.BUURT
    wijk = [Kolom(beeld.zin("kolom_wijk"))] if buurt else []
    # The figure comes right after the name: on a phone the last column may lie outside the frame.
    cijfer_ = Kolom(kop[:1].upper() + kop[1:], getal=True)
    return [Kolom(str(s.niveau).capitalize()), cijfer_, *wijk]


def _rij(beeld: Beeld, regio: Regio) -> Rij:
    keuze = beeld.staat.gekozen
    gekozen = regio.code in keuze.codes
    doel = als_tekst(keuze.om(regio.code)) if keuze.meer else regio.code
    naam = Cel(regio.naam, href=beeld.staat.adres(selectie=doel))
    wijk = beeld.wijk(regio.code) if regio.soort is Soort.BUURT else None
    achter = [Cel(wijk.naam if wijk else "")] if regio.soort is Soort.BUURT else []
    return Rij(str(regio.code), (naam, _cijfer(beeld, regio), *achter), gekozen)


def _cijfer(beeld: Beeld, regio: Regio) -> Cel:
    waarneming = beeld.cijfers.get(regio.code)
    if waarneming is None or waarneming.waarde is None:
        return Cel(beeld.cijfer(waarneming), sorteer=None, stil=True)
    noot = beeld.zin("onzeker_kort") if waarneming.onzeker else ""
    return Cel(cijfer(waarneming.waarde, beeld.staat.indicator), waarneming.waarde, noot=noot)

"""The figures of the map as a table: the same areas, the same choice, reasons in words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dashboard.components.kaart.keuzestaat import als_tekst
from dashboard.components.kaart.kijkstaat import Wijze
from dashboard.components.kaart.tabelcijfers import cijfercellen, cijferkoppen
from dashboard.components.tabel import Cel, Kolom, Rij, Tabel, tabel
from wijken.regio import Regio, Soort

if TYPE_CHECKING:
    from dashboard.components.kaart.beeld import Beeld


TABEL = "kaart-tabel"


def kaarttabel(*beelden: Beeld) -> Tabel:
    """Make the table of one map, or of both side by side; a name leads to that area chosen."""
    eerste = beelden[0]
    naast = len(beelden) > 1
    rijen = [_rij(beeld, regio, naast=naast) for beeld in beelden for regio in beeld.regios]
    kolommen = _kolommen(eerste, naast=naast)
    return tabel(_bijschrift(beelden), kolommen, rijen, eerste.zin("sorteer"), TABEL)


def _bijschrift(beelden: Sequence[Beeld]) -> str:
    beeld = next((b for b in beelden if b.staat.heeft_cijfers), beelden[0])
    s = beeld.staat
    plaats = beeld.zin("en").join(b.staat.gebied.plaats for b in beelden)
    if not s.heeft_cijfers:
        niveaus = beeld.niveaus.capitalize()
        return beeld.zin("tabel_bijschrift_zonder", niveaus=niveaus, plaats=plaats)
    bron = beeld.context.catalogus.bronnen.get(next(iter(beeld.cijfers.values())).herkomst.bron)
    naam = s.indicator.naam if s.kijk.wijze is Wijze.EEN else beeld.lezing.wat
    kop = beeld.zin("tabel_bijschrift", indicator=naam, niveau=s.niveau, plaats=plaats, jaar=s.jaar)
    return f"{kop}. {bron.bronregel}." if bron else kop


def _kolommen(beeld: Beeld, *, naast: bool) -> list[Kolom]:
    gebied = [Kolom(beeld.zin("gebied"))] if naast else []
    # The figures come right after the name: on a phone the last column may lie outside the frame.
    cijfers = [Kolom(kop[:1].upper() + kop[1:], getal=True) for kop in cijferkoppen(beeld)]
    eigen = beeld.staat.niveau is Soort.BUURT and len(cijfers) == 1
    wijk = [Kolom(beeld.zin("kolom_wijk"))] if eigen else []
    return [Kolom(str(beeld.staat.niveau).capitalize()), *cijfers, *gebied, *wijk]


def _rij(beeld: Beeld, regio: Regio, *, naast: bool) -> Rij:
    keuze = beeld.staat.gekozen
    gekozen = regio.code in keuze.codes
    doel = als_tekst(keuze.om(regio.code)) if keuze.meer else regio.code
    cijfers = cijfercellen(beeld, regio.code)
    gebied = [Cel(beeld.staat.gebied.plaats)] if naast else []
    wijk = beeld.wijk(regio.code) if regio.soort is Soort.BUURT else None
    wijknaam = wijk.naam if wijk else ""
    # Beside several figures there is no room for a column: the wijk stands under the name.
    eigen = regio.soort is Soort.BUURT and len(cijfers) == 1
    noot = "" if eigen or wijknaam == regio.naam else wijknaam
    naam = Cel(regio.naam, href=beeld.staat.adres(selectie=doel), noot=noot)
    cellen = (naam, *cijfers, *gebied, *([Cel(wijknaam)] if eigen else []))
    return Rij(str(regio.code), cellen, gekozen)

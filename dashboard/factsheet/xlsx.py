"""Writes a sheet as a workbook: one row a figure with all its properties, numbers as numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from dashboard.factsheet.inhoud import BladInhoud, BronInhoud, CijferInhoud, OntbreektInhoud, Zin
from dashboard.factsheet.koppen import moment, teksten
from dashboard.werkboek import Cel, Eigenschappen, Getal, Kolom, Werkblad, schrijf_werkboek
from wijken.waarneming import Waarneming

_DECIMALEN = re.compile(r"\d(?:,(\d+))?$")
_CIJFERS = (
    *("gebied", "code", "kop", "thema", "onderwerp", "cijfer", "eenheid", "op_blad", "woorden"),
    *("jaar", "indeling", "status", "onzeker", "soort", "onder", "boven", "naast", "merken"),
    *("definitie", "bron", "tabel", "editie", "opgehaald", "licentie", "bronregel", "sleutel"),
)
_ZINNEN = (
    *("kop", "zin", "onderwerp", "cijfer", "jaar", "code", "status", "tabel"),
    *("bronregel", "sleutel"),
)
_INITIATIEVEN = ("naam", "organisatie", "omschrijving", "plaats", "gevonden", "adres")
_BRONNEN = (
    *("onderwerp", "definitie", "soort", "bron", "tabel", "jaar", "indeling", "opgehaald"),
    *("licentie", "sleutel"),
)
_LEES_MIJ = ("onderdeel", "tekst")

_Rij = tuple[Cel, ...]


def schrijf_xlsx(blad: BladInhoud) -> bytes:
    """Give the bytes of the workbook; the same sheet gives the same bytes.

    Sheets: figures (missing ones too, with an empty cell and the reason), how to read it,
    sentences with the figures behind them, initiatives, sources.
    """
    bladen = [
        _werkblad("cijfers", _CIJFERS, _cijfers(blad), terugloop=False),
        _werkblad("lees_mij", _LEES_MIJ, _lees_mij(blad)),
        _werkblad("zinnen", _ZINNEN, _zinnen(blad)),
        _werkblad("initiatieven", _INITIATIEVEN, _initiatieven(blad)),
        _werkblad("bronnen", _BRONNEN, _bronnen(blad)),
    ]
    onderwerp = teksten().zin("werkblad.onderwerp", gebied=blad.titel)
    datum = moment(blad.opgehaald).date().isoformat()
    return schrijf_werkboek(bladen, Eigenschappen(blad.titel, onderwerp, datum))


def _werkblad(
    naam: str, kolommen: tuple[str, ...], rijen: Iterable[_Rij], *, terugloop: bool = True
) -> Werkblad:
    zin = teksten().zin
    koppen = tuple(Kolom(zin(f"werkblad.kolommen.{k}")) for k in kolommen)
    return Werkblad(zin(f"werkblad.bladen.{naam}"), koppen, tuple(rijen), terugloop)


def alle_cijfers(blad: BladInhoud) -> Iterator[tuple[str, CijferInhoud]]:
    """Give every figure once, with the heading it stands under."""
    gehad = set()
    omvang = teksten().zin("factsheet.omvang")
    delen = [(omvang, blad.omvang), *((b.titel, b.cijfers) for b in blad.blokken + blad.bijlage)]
    for kop, cijfers in delen:
        for cijfer in _los(cijfers):
            sleutel = (cijfer.plek, cijfer.waarneming)
            if sleutel not in gehad:
                gehad.add(sleutel)
                yield kop, cijfer


def _los(cijfers: Iterable[CijferInhoud]) -> Iterator[CijferInhoud]:
    """Take figures of two areas in one apart: a row is one figure of one area."""
    for cijfer in cijfers:
        yield from cijfer.naast_elkaar or (cijfer,)


def _cijfers(blad: BladInhoud) -> Iterator[_Rij]:
    bronnen = {bron.sleutel: bron for bron in (*blad.bronnen, *blad.bronnen_bijlage)}
    plekken = set()
    for kop, cijfer in alle_cijfers(blad):
        plekken.add(cijfer.plek)
        yield _cijfer(blad, kop, cijfer, bronnen.get(cijfer.sleutel))
    # What is missing is missing of the area of the sheet; of two areas there is no telling which.
    plek = plekken.pop() if len(plekken) == 1 else ""
    for weg in blad.ontbreekt:
        yield _ontbreekt(blad, plek, weg)


def _cijfer(blad: BladInhoud, kop: str, cijfer: CijferInhoud, bron: BronInhoud | None) -> _Rij:
    zin, w = teksten().zin, cijfer.waarneming
    decimalen = decimalen_van(cijfer.getal)
    return (
        *(blad.titel, cijfer.plek or w.regio.code, kop),
        *(cijfer.onder_thema or cijfer.thema, cijfer.naam),
        *(_getal(w.waarde, decimalen), cijfer.maat or cijfer.eenheid),
        *(_op_blad(cijfer), cijfer.woorden),
        *(w.periode.jaar, w.indeling, zin(f"status.{w.status}")),
        *(zin("werkblad.ja" if w.onzeker else "werkblad.nee"), cijfer.soort),
        *(_getal(w.onder, decimalen), _getal(w.boven, decimalen), cijfer.naast, cijfer.merken),
        bron.definitie if bron else "",
        bron.bron if bron else w.herkomst.bron,
        *(w.herkomst.tabel, w.herkomst.editie),
        bron.opgehaald if bron else blad.opgehaald,
        bron.licentie if bron else "",
        *(cijfer.bronregel, cijfer.sleutel),
    )


def _ontbreekt(blad: BladInhoud, plek: str, weg: OntbreektInhoud) -> _Rij:
    """Give the row of a figure that is not there; its cell for the value is empty, never 0."""
    gevuld: dict[str, Cel] = {
        "gebied": blad.titel,
        "code": plek,
        "kop": teksten().zin("factsheet.ontbreekt"),
        "onderwerp": weg.naam,
        "status": weg.reden,
        "naast": weg.elders,
    }
    return tuple(gevuld.get(kolom) or None for kolom in _CIJFERS)


def decimalen_van(getal: str) -> int:
    """Tell with how many decimals a figure was written: `0,8` has one, `73.107` none."""
    gevonden = _DECIMALEN.search(getal)
    return len(gevonden[1] or "") if gevonden else 0


def _getal(waarde: float | None, decimalen: int) -> Cel:
    return None if waarde is None else Getal(waarde, decimalen)


def _op_blad(cijfer: CijferInhoud) -> str:
    if not cijfer.eenheid:
        return cijfer.getal
    return teksten().zin("werkblad.op_blad", getal=cijfer.getal, eenheid=cijfer.eenheid)


def _lees_mij(blad: BladInhoud) -> Iterator[_Rij]:
    def regel(onderdeel: str, tekst: str) -> _Rij:
        return (teksten().zin(f"werkblad.onderdelen.{onderdeel}"), tekst)

    for naam in ("titel", "soort", "vraag", "regel", "opgehaald", "versie"):
        yield regel(naam, getattr(blad, naam))
    for tekst in blad.uitleg:
        yield regel("uitleg", tekst)
    for naam in ("uitleg_getal", "uitleg_leeg", "uitleg_marge", "uitleg_soort"):
        yield regel("uitleg", teksten()["werkblad"][naam])
    yield from (rij for rij in _atelier(blad) if rij[1])
    yield regel("motto", blad.motto)


def _atelier(blad: BladInhoud) -> Iterator[_Rij]:
    zin, atelier = teksten().zin, blad.atelier
    yield zin("werkblad.onderdelen.datum"), atelier.datum
    yield zin("werkblad.onderdelen.plaats"), atelier.plaats
    for sector, wie in atelier.partners:
        yield zin("werkblad.onderdelen.partner", sector=sector), wie
    for vraag in atelier.vragen:
        yield zin("werkblad.onderdelen.vraag_tafel"), vraag
    yield zin("werkblad.onderdelen.notitie"), atelier.notitie


def _zinnen(blad: BladInhoud) -> Iterator[_Rij]:
    koppen = teksten()["factsheet"]["koppen"]
    cijfers = {cijfer.waarneming: cijfer for _, cijfer in alle_cijfers(blad)}
    delen = (
        (koppen["kort"], blad.kort),
        (koppen["valt_op"], blad.valt_op),
        (teksten().zin("factsheet.kracht"), blad.sterk_ook),
    )
    for kop, zinnen in delen:
        for een in zinnen:
            yield from _zin(kop, een, cijfers)


def _zin(kop: str, zin: Zin, cijfers: dict[Waarneming, CijferInhoud]) -> Iterator[_Rij]:
    """Give a row for every figure behind a sentence."""
    for w in zin.bewijs:
        cijfer = cijfers.get(w)
        waarde = w.waarde if cijfer is None else _getal(w.waarde, decimalen_van(cijfer.getal))
        yield (
            *(kop, zin.tekst, cijfer.naam if cijfer else "", waarde, w.periode.jaar),
            # The total of a selection is kept under the code of its gemeente, but is not of it.
            (cijfer.plek if cijfer else "") or w.regio.code,
            *(teksten().zin(f"status.{w.status}"), w.herkomst.tabel),
            *(zin.noot, w.indicator),
        )
    leeg = ("", "", "", zin.noot, "")
    for wat, waarde in zin.afgeleid:
        yield (kop, zin.tekst, wat, waarde, None, *leeg)
    if not (zin.bewijs or zin.afgeleid):
        yield (kop, zin.tekst, "", None, None, *leeg)


def _initiatieven(blad: BladInhoud) -> Iterator[_Rij]:
    for een in blad.initiatieven:
        yield tuple(getattr(een, kolom) for kolom in _INITIATIEVEN)
    if blad.initiatieven_zin:
        yield (blad.initiatieven_zin, *("",) * (len(_INITIATIEVEN) - 1))
    if blad.nog_meer_initiatieven:
        yield (blad.nog_meer_initiatieven, *("",) * (len(_INITIATIEVEN) - 1))


def _bronnen(blad: BladInhoud) -> Iterator[_Rij]:
    for b in (*blad.bronnen, *blad.bronnen_bijlage):
        yield (
            *(b.naam, b.definitie, b.soort, b.bron, b.tabel, b.jaar, b.indeling),
            *(b.opgehaald, b.licentie, b.sleutel),
        )

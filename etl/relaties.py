"""The catalogue, the chosen fields and the boundaries as tables that the SQL reads."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import shapely

from etl.gebiedrelaties import gebiedrelaties
from etl.invoer import Invoer, Vreemd
from etl.manifest import Manifest
from etl.plaatsen import Kaart, lees_plekken, plaats
from etl.snapshot import Snapshot
from etl.velden import Reden, Veldkeuze
from wijken.bron import Werkgebied
from wijken.indicator import Formule
from wijken.waarneming import Status

# From harmless to worst: a ratio has the worst status of its parts.
_STATUSRANG = (
    Status.GEMETEN,
    Status.ONBEKEND,
    Status.NVT,
    Status.GEHEIM,
    Status.NIET_IN_KOPIE,
    Status.NIET_GELEVERD,
)
_TEKST, _GETAL, _MAAT, _JA_NEE = pa.string(), pa.int32(), pa.float64(), pa.bool_()
_SNAPSHOT = {
    "snapshot": _GETAL, "rang": _GETAL, "bron": _TEKST, "tabel": _TEKST, "titel": _TEKST,
    "indeling": _GETAL, "perioden": pa.list_(_GETAL), "editie": _TEKST, "editie_sleutels": _TEKST,
    "opgehaald": _TEKST, "licentie": _TEKST, "herkomst": _TEKST, "getypeerd": _JA_NEE,
    "volledig": _JA_NEE, "bronregel": _TEKST, "adres": _TEKST, "wat_is_echt": _TEKST,
    "wat_is_samengesteld": _TEKST,
}  # fmt: skip
_INDICATOR = {
    "indicator": _TEKST, "eenheid": _TEKST, "optelling": _TEKST, "is_aandeel": _JA_NEE,
    "is_formule": _JA_NEE, "gewogen_met": _TEKST,
}  # fmt: skip
_FORMULE = {
    "indicator": _TEKST, "deel": _TEKST, "rol": _TEKST, "teken": _GETAL, "factor": _MAAT,
    "volgorde": _GETAL, "delen": _GETAL,
}  # fmt: skip
_KOPPELING = {
    "indicator": _TEKST, "bronveld": _GETAL, "snapshot": _GETAL, "periode": _TEKST,
    "veld": _TEKST, "dimensies": _TEKST, "rol": _TEKST, "schaal": _MAAT,
}  # fmt: skip
_BELOFTE = {
    "indicator": _TEKST, "bronveld": _GETAL, "snapshot": _GETAL, "periode": _TEKST,
    "in_kopie": _JA_NEE,
}  # fmt: skip
_VELDKEUZE = {
    "indicator": _TEKST, "bronveld": _GETAL, "bron": _TEKST, "tabel": _TEKST,
    "editie_waarden": _TEKST, "veld": _TEKST, "titel": _TEKST, "eenheid": _TEKST,
    "reden": _TEKST, "reden_soort": _TEKST,
}  # fmt: skip
_GRENS = {
    "regio": _TEKST, "gemeente": _TEKST, "kaart": _GETAL, "naam": _TEKST,
    "geometrie": pa.binary(),
}  # fmt: skip

_VOORZIENING = {
    "id": _TEKST, "soort": _TEKST, "naam": _TEKST, "regio": _TEKST, "indeling": _GETAL,
    "geometrie": pa.binary(), "bron": _TEKST, "opgehaald": _TEKST,
}  # fmt: skip

Vorm = dict[str, pa.DataType]


def maak_relaties(invoer: Invoer) -> dict[str, pa.Table]:
    """Give every table the SQL reads, by name; rows are in a fixed order."""
    op = invoer.oplossing
    kopieen = enumerate(s.manifest for s in invoer.snapshots)
    beloften = ((b.indicator, b.bronveld, b.kopie, b.periode, b.in_kopie) for b in op.beloften)
    return {
        "snapshot": _tabel(_SNAPSHOT, (_snapshot(*paar) for paar in kopieen)),
        "indicator": _tabel(_INDICATOR, _indicatoren(invoer)),
        "formule": _tabel(_FORMULE, _formules(invoer)),
        "koppeling": _tabel(_KOPPELING, _koppelingen(invoer)),
        "belofte": _tabel(_BELOFTE, beloften),
        "veldkeuze": _tabel(_VELDKEUZE, _veldkeuzes(invoer)),
        "werkgebied": _tabel({"slug": _TEKST, "gemeente": _TEKST}, _werkgebieden(invoer)),
        "kaartkeuze": _tabel(
            {"gemeente": _TEKST, "indeling": _GETAL, "kaart": _GETAL}, _kaartkeuzes(invoer)
        ),
        "grens": _tabel(_GRENS, _grenzen(invoer)),
        **gebiedrelaties(invoer),
        "voorziening": _tabel(_VOORZIENING, _voorzieningen(invoer)),
        "statusrang": _tabel(
            {"rang": _GETAL, "status": _TEKST},
            ((rang, str(status)) for rang, status in enumerate(_STATUSRANG)),
        ),
        "vreemde_snapshot": _tabel(
            {"ernst": _TEKST, "editie": _TEKST, "melding": _TEKST}, map(_vreemd, invoer.vreemd)
        ),
    }


def _tabel(vorm: Vorm, rijen: Iterator[tuple[object, ...]]) -> pa.Table:
    kolommen = list(zip(*rijen, strict=True)) or [()] * len(vorm)
    paren = zip(kolommen, vorm.values(), strict=True)
    return pa.table([pa.array(kolom, soort) for kolom, soort in paren], names=list(vorm))


def _vreemd(vreemd: Vreemd) -> tuple[object, ...]:
    return vreemd.ernst, vreemd.editie, vreemd.melding


def _snapshot(nummer: int, m: Manifest) -> tuple[object, ...]:
    herkomst = "ingebed" if m.ingebed else "eigen"
    return (
        nummer, nummer, m.bron, m.tabel, m.titel, m.indeling, list(m.perioden), m.editie_waarden,
        m.editie_sleutels, m.opgehaald, m.licentie, herkomst, m.getypeerd, m.volledig,
        m.bronregel, m.adres, m.wat_is_echt, m.wat_is_samengesteld,
    )  # fmt: skip


def _indicatoren(invoer: Invoer) -> Iterator[tuple[object, ...]]:
    for i in invoer.catalogus.indicatoren.values():
        kenmerken = (str(i.eenheid), str(i.optelling), i.is_aandeel, i.formule is not None)
        yield i.id, *kenmerken, i.gewogen_met


def _formules(invoer: Invoer) -> Iterator[tuple[object, ...]]:
    for indicator in invoer.catalogus.indicatoren.values():
        formule = indicator.formule
        for volgorde, (deel, rol, teken) in enumerate(_delen(formule) if formule else ()):
            if formule:
                aantal = len(formule.delen)
                yield indicator.id, deel, rol, teken, formule.factor, volgorde, aantal


def _delen(formule: Formule) -> Iterator[tuple[str, str, int]]:
    yield from ((deel, "teller", 1) for deel in formule.teller)
    yield from ((deel, "teller", -1) for deel in formule.min)
    yield from ((deel, "noemer", 1) for deel in formule.noemer)


def _koppelingen(invoer: Invoer) -> Iterator[tuple[object, ...]]:
    for k in invoer.oplossing.koppelingen:
        yield (
            k.indicator, k.bronveld, k.kopie, k.periode, k.veld, k.dimensies, k.rol, k.schaal
        )  # fmt: skip


def _veldkeuzes(invoer: Invoer) -> Iterator[tuple[object, ...]]:
    """Every choice, and a row for each table of the catalogue that there is no copy of."""
    gekopieerd = {(k.manifest.bron, k.manifest.tabel) for k in invoer.cijfers}
    for keuze in invoer.oplossing.keuzes:
        yield _veldkeuze(keuze, invoer.snapshots[keuze.kopie].manifest)
    for indicator in invoer.catalogus.indicatoren.values():
        for nummer, veld in enumerate(indicator.bronvelden):
            for editie in invoer.catalogus.bronnen[veld.bron].edities:
                if (veld.bron, editie.tabel) not in gekopieerd:
                    plek = (indicator.id, nummer, veld.bron, editie.tabel)
                    uitleg = "Er is geen kopie van deze tabel."
                    yield (*plek, "", None, None, None, uitleg, str(Reden.GEEN_KOPIE))


def _veldkeuze(keuze: Veldkeuze, m: Manifest) -> tuple[object, ...]:
    kolom = keuze.kolom
    gevonden = (kolom.veld, kolom.titel, kolom.eenheid) if kolom else (None, None, None)
    plek = (keuze.indicator, keuze.bronveld, m.bron, m.tabel, m.editie_waarden)
    return (*plek, *gevonden, keuze.uitleg, str(keuze.reden))


def _werkgebieden(invoer: Invoer) -> Iterator[tuple[object, ...]]:
    for gebied in invoer.catalogus.werkgebieden.values():
        for code in gebied.codes + gebied.voorgangers:
            yield gebied.slug, code.code


def _kaartkeuzes(invoer: Invoer) -> Iterator[tuple[object, ...]]:
    """Which map fits a gemeente in a division; a gemeente in two werkgebieden counts once.

    The map of that very year where it holds every buurt, else the one the catalogue says fits.
    """
    vol = _volle_kaarten(invoer)
    keuzes = {
        (code.code, indeling): kaart
        for gebied in invoer.catalogus.werkgebieden.values()
        for code in gebied.codes + gebied.voorgangers
        for indeling in invoer.indelingen
        if (kaart := _kaartjaar(gebied, code.code, indeling, vol)) is not None
    }
    for (gemeente, indeling), kaart in sorted(keuzes.items()):
        yield gemeente, indeling, kaart


def _kaartjaar(
    gebied: Werkgebied, gemeente: str, indeling: int, vol: set[tuple[str, int]]
) -> int | None:
    return indeling if (gemeente, indeling) in vol else gebied.kaartjaar(indeling)


def _volle_kaarten(invoer: Invoer) -> set[tuple[str, int]]:
    """Give gemeente and year of every map that has all buurten of the region lists of its year."""
    getekend: dict[tuple[str, int], set[str]] = defaultdict(set)
    for snapshot in invoer.grenzen:
        for regio in _regios(snapshot):
            getekend[f"GM{regio[2:6]}", snapshot.manifest.indeling].add(regio)
    bekend: dict[tuple[str, int], set[str]] = defaultdict(set)
    for kopie in invoer.cijfers:
        for regio in _regios(invoer.snapshots[kopie.nummer]):
            if (plek := (f"GM{regio[2:6]}", kopie.manifest.indeling)) in getekend:
                bekend[plek].add(regio)
    return {plek for plek, eigen in getekend.items() if bekend[plek] <= eigen}


def _regios(snapshot: Snapshot) -> list[str]:
    with pq.ParquetFile(snapshot.regios_pad) as bestand:
        codes: list[str] = bestand.read(columns=["regio"])["regio"].to_pylist()
    return [code for code in codes if code.startswith("BU")]


def _grenzen(invoer: Invoer) -> Iterator[tuple[object, ...]]:
    gehad: set[tuple[str, int]] = set()
    for snapshot in invoer.grenzen:
        jaar = snapshot.manifest.indeling
        namen = {rij["regio"]: rij["naam"] for rij in _lees(snapshot.regios_pad)}
        for rij in _lees(snapshot.waarden_pad):
            if (rij["regio"], jaar) not in gehad:
                gehad.add((rij["regio"], jaar))
                vorm = shapely.from_wkt(rij["tekst"], on_invalid="ignore")
                wkb = None if vorm is None else shapely.to_wkb(vorm)
                gemeente = f"GM{rij['regio'][2:6]}"
                yield rij["regio"], gemeente, jaar, namen.get(rij["regio"]) or "", wkb


def _voorzieningen(invoer: Invoer) -> Iterator[tuple[object, ...]]:
    snapshot = invoer.voorzieningen
    if snapshot is None:
        return
    vormen: dict[tuple[str, int], dict[str, shapely.Geometry]] = defaultdict(dict)
    for regio, gemeente, jaar, _, wkb in _grenzen(invoer):
        if str(regio).startswith("BU") and isinstance(wkb, bytes):
            vormen[str(gemeente), int(str(jaar))][str(regio)] = shapely.from_wkb(wkb)
    getekend = {sleutel: Kaart.van(eigen) for sleutel, eigen in vormen.items()}
    kaarten = {
        (str(gemeente), int(str(indeling))): getekend[str(gemeente), int(str(kaart))]
        for gemeente, indeling, kaart in _kaartkeuzes(invoer)
        if (gemeente, kaart) in getekend
    }
    m = snapshot.manifest
    for plek, regio, indeling, wkb in plaats(lees_plekken(_lees(snapshot.waarden_pad)), kaarten):
        yield plek.id, plek.soort, plek.naam, regio, indeling, wkb, m.bron, m.opgehaald


def _lees(pad: Path) -> list[dict[str, str]]:
    with pq.ParquetFile(pad) as bestand:
        rijen: list[dict[str, str]] = bestand.read().to_pylist()
    return rijen

"""A made-up country in the shape of KWB: 18.000 regions whose counts add up; nothing is real."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice
from pathlib import Path

import numpy as np
import pyarrow as pa

from etl.bronnen.odata_vorm import _onder_elkaar
from etl.manifest import Kolom, Manifest
from etl.sleutel import sleutelkolom
from etl.snapshot import Snapshot, schrijf, vind
from tests.replay.tabel import Tabel, regiocodes
from wijken.catalogus import load_catalogus

_INGEBED = Path(__file__).resolve().parents[2] / "etl" / "snapshots"
HEEL_NEDERLAND = 340
_WIJKEN, _BUURTEN_PER_WIJK = 10, 4.2
_GROOT, _KLEIN = 1200, 60

Regios = tuple[tuple[str, str, str | None], ...]


@cache
def regios(gemeenten: int = HEEL_NEDERLAND) -> Regios:
    """Every region as (code, name, gemeente): the country, its gemeenten and what is in them."""
    eigen = ["0141", "1963"]
    nummers = (f"{n:04d}" for n in range(1, 10_000))
    ander = (n for n in nummers if n not in eigen)
    gekozen = eigen + list(islice(ander, gemeenten - len(eigen)))
    rijen: list[tuple[str, str, str | None]] = [("NL00", "Verzonnen land", None)]
    for plek, gemeente in enumerate(gekozen):
        code = f"GM{gemeente}"
        rijen.append((code, f"Verzonnen {gemeente}", code))
        for wijk in range(_WIJKEN):
            aantal = int((plek * _WIJKEN + wijk + 1) * _BUURTEN_PER_WIJK) - int(
                (plek * _WIJKEN + wijk) * _BUURTEN_PER_WIJK
            )
            rijen.append((f"WK{gemeente}{wijk:02d}", f"Verzonnen wijk {wijk}", code))
            rijen += [
                (f"BU{gemeente}{wijk:02d}{buurt:02d}", f"Verzonnen buurt {wijk}-{buurt}", code)
                for buurt in range(aantal)
            ]
    return tuple(rijen)


@cache
def kolommen(tabel: str) -> tuple[Kolom, ...]:
    """The column list of an embedded KWB table: the names, not the figures."""
    (snapshot,) = [s for s in vind([_INGEBED]) if s.manifest.tabel == tabel]
    return snapshot.manifest.kolommen


@cache
def _noemers() -> frozenset[str]:
    """Stems of what shares are shares of: those are made larger than their parts."""
    catalogus = load_catalogus()
    formules = [i.formule for i in catalogus.indicatoren.values() if i.formule]
    namen = {naam for formule in formules for naam in formule.noemer}
    velden = [veld for naam in namen for veld in catalogus.indicator(naam).bronvelden]
    return frozenset(stam for veld in velden for stam in veld.stammen)


def cijfers(
    jaar: int, lijst: Sequence[Kolom], gemeenten: int = HEEL_NEDERLAND
) -> dict[str, list[str]]:
    """Texts per column, in the order of `regios()`; one in ten buurten has a dot."""
    toeval = np.random.default_rng(jaar)
    codes = [code for code, _, _ in regios(gemeenten)]
    return {kolom.veld: _kolom(kolom, codes, toeval) for kolom in lijst}


def _kolom(kolom: Kolom, codes: list[str], toeval: np.random.Generator) -> list[str]:
    if kolom.datatype == "String":
        return codes if kolom.stam == "Codering" else ["verzonnen"] * len(codes)
    buurt = np.array([code.startswith("BU") for code in codes])
    if kolom.eenheid == "aantal" and kolom.datatype == "Long":
        hoogste = _GROOT if kolom.stam in _noemers() else _KLEIN
        laagste = hoogste // 2 if hoogste == _GROOT else 0
        getallen = _opgeteld(toeval.integers(laagste, hoogste, len(codes)), codes)
        teksten = [str(getal) for getal in getallen]
    else:
        decimaal = 10 if kolom.datatype == "Double" else 1
        teksten = [f"{getal / decimaal:g}" for getal in toeval.integers(0, 100, len(codes))]
    geheim = buurt & (toeval.random(len(codes)) < 0.1)
    return ["." if g else tekst for g, tekst in zip(geheim, teksten, strict=True)]


@cache
def _reeksen(codes: tuple[str, ...]) -> tuple[tuple[int, int], ...]:
    """For each wijk, gemeente and the country: its row, and the row after the last in it."""
    einden = {"WK": ("WK", "GM"), "GM": ("GM",), "NL": ()}
    gevonden = []
    for soort, stoppers in einden.items():
        grenzen = np.array([n for n, c in enumerate(codes) if c[:2] in stoppers] + [len(codes)])
        for n, code in enumerate(codes):
            if code.startswith(soort):
                gevonden.append((n, int(grenzen[np.searchsorted(grenzen, n, side="right")])))
    return tuple(gevonden)


def _opgeteld(getallen: np.ndarray, codes: list[str]) -> np.ndarray:
    """Make wijken, gemeenten and the country the sum of the buurten that follow them."""
    som = np.where([code.startswith("BU") for code in codes], getallen, 0)
    tot_en_met = som.cumsum()
    plekken, einden = np.array(_reeksen(tuple(codes))).T
    som[plekken] = tot_en_met[einden - 1] - tot_en_met[plekken]
    return som


def kopie(basis: Path, manifest: Manifest, jaar: int, gemeenten: int = HEEL_NEDERLAND) -> Snapshot:
    """Write a national copy of made-up figures under a manifest."""
    codes, namen, ouders = zip(*regios(gemeenten), strict=True)
    per_veld = cijfers(jaar, manifest.kolommen, gemeenten)
    breed = pa.table({veld: pa.array(waarden) for veld, waarden in per_veld.items()})
    orde = np.argsort(np.array(codes))
    sleutel = sleutelkolom(pa.chunked_array([pa.array(codes)])).neem(orde)
    leeg = sleutelkolom(pa.chunked_array([pa.array([""] * len(codes))]))
    waarden = _onder_elkaar(breed.take(orde), sorted(breed.column_names), sleutel.codes, leeg.codes)
    lijst = pa.table({"regio": codes, "naam": namen, "gemeente": ouders})
    return schrijf(basis, manifest, waarden, lijst)


@dataclass(frozen=True)
class _Cellen(Mapping[tuple[str, ...], Mapping[str, str | None]]):
    """The cells of a table row by row, kept as columns."""

    velden: tuple[str, ...]
    rijen: Mapping[str, tuple[str, ...]]

    def __getitem__(self, sleutel: tuple[str, ...]) -> dict[str, str | None]:
        return dict(zip(self.velden, self.rijen[sleutel[-1]], strict=True))

    def __iter__(self) -> Iterator[tuple[str, ...]]:
        return ((code,) for code in self.rijen)

    def __len__(self) -> int:
        return len(self.rijen)


def tabellen(
    namen: Sequence[str],
    jaar: int,
    lijst: tuple[Kolom, ...],
    gemeenten: int = HEEL_NEDERLAND,
) -> list[Tabel]:
    """National tables for the replay server; they share their cells, so it need write them once."""
    per_veld = cijfers(jaar, lijst, gemeenten)
    codes = [code for code, _, _ in regios(gemeenten)]
    rijen = dict(zip(codes, zip(*per_veld.values(), strict=True), strict=True))
    cellen = _Cellen(tuple(per_veld), rijen)
    info = {"Title": f"Verzonnen kerncijfers {jaar}", "Modified": f"{jaar + 2}-02-01T02:00:00"}
    dimensies = {"WijkenEnBuurten": regiocodes(regios(gemeenten))}
    return [Tabel(naam, "cbs", info, lijst, dimensies, cellen) for naam in namen]

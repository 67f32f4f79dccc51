"""Reads drawn boundaries of buurten from a file and gives buurten, wijken and gemeenten as WKT."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import geopandas as gpd
import numpy as np
import pyarrow as pa
import pyogrio
import shapely
from numpy.typing import NDArray

from etl.bronnen.dekking import Dekking, maak_dekking
from etl.bronnen.ruw import maak_regios, maak_waarden
from wijken.errors import BronError, InvoerError
from wijken.regio import Regiocode

VELD = "geometrie"

# Names of the same columns in the files of different years and services (sources F.2 - F.4).
_BUURTCODE = ("buurtcode", "BU_CODE", "cbsnl:BU_CODE", "statcode", "code")
_BUURTNAAM = ("buurtnaam", "BU_NAAM", "cbsnl:BU_NAAM", "statnaam", "naam")
_GEMEENTENAAM = ("gemeentenaam", "GM_NAAM", "cbsnl:GM_NAAM")
_GEMEENTECODE = ("gemeentecode", "GM_CODE", "gm_code")
_WATER = ("water", "WATER", "cbsnl:WATER")

_METERS, _GRADEN = 28992, 4326
_DECIMALEN = 5

Vlakken = NDArray[np.object_]
Punten = NDArray[np.float64]


@dataclass(frozen=True)
class Grensvorm:
    """What to take from a file of boundaries and how to tidy it.

    Attributes:
        gemeenten: codes (`GM0141`) to keep; empty: all.
        dekking: how neighbours are made to fit, in metres.
        namen: names of wijken and gemeenten, which a file of buurten does not have.
        laag: layer of a GeoPackage; "" for a file with one layer.
    """

    gemeenten: frozenset[str] = frozenset()
    dekking: Dekking = field(default_factory=Dekking)
    namen: Mapping[str, str] = field(default_factory=dict)
    laag: str = ""


def lees_grenzen(pad: Path, vorm: Grensvorm) -> tuple[pa.Table, pa.Table]:
    """Read buurten, make them one tidy coverage and dissolve wijken and gemeenten from it.

    Returns:
        The values (regio, dimensies, veld, tekst; tekst is WKT in EPSG:4326 with five decimals,
        about one metre) and the regions (regio, naam, gemeente), in the raw form.

    Raises:
        InvoerError: when the file is not there.
        BronError: when it has no CRS, no codes, no buurt of the gemeenten, or shapes that
            cannot be made valid.
    """
    kaart = _lees(pad, vorm)
    try:
        return _maak(pad, kaart, vorm)
    except shapely.errors.GEOSException as fout:
        message = f"{pad.name}: van deze vormen is geen kaart te maken ({fout})."
        raise BronError(message) from fout


def _maak(pad: Path, kaart: gpd.GeoDataFrame, vorm: Grensvorm) -> tuple[pa.Table, pa.Table]:
    codes = [str(code).strip() for code in kaart[_kolom(pad, kaart, _BUURTCODE)]]
    _eis_buurten(pad, codes)
    namen = dict(vorm.namen) | _namen(pad, kaart, codes)
    meters = kaart.geometry.to_crs(_METERS).to_numpy()
    buurten = _naar_graden(maak_dekking(meters, vorm.dekking))
    _eis_heel(pad, codes, buurten)
    vlakken = dict(zip(codes, buurten, strict=True)) | dict(_samengevoegd(codes, buurten))
    waarden = maak_waarden((code, "", VELD, _wkt(vlak)) for code, vlak in vlakken.items())
    regios = maak_regios((code, namen.get(code), f"GM{code[2:6]}") for code in vlakken)
    return waarden, regios


def _lees(pad: Path, vorm: Grensvorm) -> gpd.GeoDataFrame:
    if not pad.is_file():
        message = f"Het bestand {pad} is er niet."
        raise InvoerError(message)
    try:
        kaart = gpd.read_file(pad, layer=vorm.laag or None, where=_waar(pad, vorm))
    except (pyogrio.errors.DataSourceError, pyogrio.errors.DataLayerError) as fout:
        message = f"{pad.name} is geen kaartbestand dat te lezen is: {fout}"
        raise BronError(message) from None
    if kaart.crs is None:
        message = f"{pad.name} zegt niet in welk coördinatenstelsel het is. Verwacht: EPSG:28992."
        raise BronError(message)
    return _in_bereik(pad, kaart, vorm.gemeenten)


def _waar(pad: Path, vorm: Grensvorm) -> str | None:
    """Give the condition that spares reading the whole country, where the file can take one."""
    kolommen = pyogrio.read_info(pad, layer=vorm.laag or None)["fields"]
    kolom = next((naam for naam in _GEMEENTECODE if naam in kolommen), None)
    if kolom is None or not vorm.gemeenten:
        return None
    codes = ", ".join(f"'{Regiocode(code).code}'" for code in sorted(vorm.gemeenten))
    return f'"{kolom}" in ({codes})'


def _in_bereik(pad: Path, kaart: gpd.GeoDataFrame, gemeenten: frozenset[str]) -> gpd.GeoDataFrame:
    water = next((naam for naam in _WATER if naam in kaart.columns), None)
    # Water areas ("JA") have no figures; "B" is a buurt with water in it and stays.
    land = kaart if water is None else kaart[kaart[water] != "JA"]
    codes = land[_kolom(pad, land, _BUURTCODE)].astype(str).str.strip()
    if gemeenten:
        land = land[codes.str.slice(2, 6).isin({code[2:] for code in gemeenten})]
    if land.empty:
        message = f"{pad.name} heeft geen buurt van {', '.join(sorted(gemeenten)) or 'land'}."
        raise BronError(message)
    return land


def _kolom(pad: Path, kaart: gpd.GeoDataFrame, namen: tuple[str, ...]) -> str:
    for naam in namen:
        if naam in kaart.columns:
            return naam
    gevonden = ", ".join(str(kolom) for kolom in kaart.columns)
    message = f"{pad.name} heeft geen kolom {' of '.join(namen)}. Gevonden: {gevonden}."
    raise BronError(message)


def _eis_buurten(pad: Path, codes: list[str]) -> None:
    fout = next((code for code in codes if not code.startswith("BU")), None)
    if fout is not None:
        message = f"{pad.name} heeft «{fout}» waar een buurtcode hoort (BU + 8 cijfers)."
        raise BronError(message)
    dubbel = {code for code in codes if codes.count(code) > 1}
    if dubbel:
        message = f"{pad.name} heeft een buurt meer dan eens: {', '.join(sorted(dubbel))}."
        raise BronError(message)
    for code in codes:
        Regiocode(code)


def _namen(pad: Path, kaart: gpd.GeoDataFrame, codes: list[str]) -> dict[str, str]:
    buurten = kaart[_kolom(pad, kaart, _BUURTNAAM)]
    namen = dict(zip(codes, (str(naam).strip() for naam in buurten), strict=True))
    kolom = next((naam for naam in _GEMEENTENAAM if naam in kaart.columns), None)
    if kolom is not None:
        gemeenten = (f"GM{code[2:6]}" for code in codes)
        namen |= dict(zip(gemeenten, kaart[kolom].astype(str).str.strip(), strict=True))
    return namen


def _naar_graden(vlakken: Vlakken) -> Vlakken:
    reeks = gpd.GeoSeries(vlakken, crs=_METERS).to_crs(_GRADEN).to_numpy()
    afgerond = [_afgerond(vlak) for vlak in reeks]
    return np.asarray(shapely.normalize(afgerond))


def _afgerond(vlak: shapely.Geometry) -> shapely.Geometry:
    """Round the corners; what is then no shape any more (a chip, a hole of a metre) is left out."""
    delen = []
    for deel in shapely.get_parts(vlak):
        buiten, *gaten = (_ring(ring) for ring in (deel.exterior, *deel.interiors))
        if buiten is not None:
            delen.append(shapely.Polygon(buiten, [gat for gat in gaten if gat is not None]))
    return delen[0] if len(delen) == 1 else shapely.MultiPolygon(delen)


def _ring(ring: shapely.LinearRing) -> Punten | None:
    punten = np.round(shapely.get_coordinates(ring), _DECIMALEN)
    anders = np.any(punten[1:] != punten[:-1], axis=1)
    over = punten[np.concatenate([[True], anders])]
    return over if len(np.unique(over, axis=0)) > 2 else None  # noqa: PLR2004 -- no triangle


def _eis_heel(pad: Path, codes: list[str], vlakken: Vlakken) -> None:
    goed = shapely.is_valid(vlakken) & ~shapely.is_empty(vlakken)
    fout = [code for code, is_goed in zip(codes, goed, strict=True) if not is_goed]
    if fout:
        message = f"{pad.name}: de vorm van {', '.join(fout)} is niet geldig te maken."
        raise BronError(message)
    if not shapely.coverage_is_valid(vlakken):
        message = (
            f"{pad.name}: buurten blijven elkaar overlappen. Kies een kleinere vereenvoudiging."
        )
        raise BronError(message)


def _samengevoegd(codes: list[str], buurten: Vlakken) -> Iterator[tuple[str, shapely.Geometry]]:
    # The first digits of a code name the wijk and the gemeente (CBS, region codes).
    for voorvoegsel, lengte in (("WK", 8), ("GM", 6)):
        groepen = np.array([voorvoegsel + code[2:lengte] for code in codes])
        for groep in sorted(set(groepen.tolist())):
            vlak = shapely.coverage_union_all(buurten[groepen == groep])
            yield groep, shapely.normalize(vlak)


def _wkt(vlak: shapely.Geometry) -> str:
    return str(shapely.to_wkt(vlak, rounding_precision=_DECIMALEN, trim=True))

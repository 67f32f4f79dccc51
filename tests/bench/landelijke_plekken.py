"""Made-up facilities and a made-up Leefbaarometer for the made-up country, as large as the real."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import geopandas as gpd
import numpy as np

from tests.bench import landelijk, landelijke_kaart
from wijken.catalogus import Catalogus

_PER_GEMEENTE, _WEINIG = 1500, 20
_DELEN = ("fys", "onv", "soc", "vrz", "won")
_NIVEAUS = {"GM": "gm_code", "WK": "wk_code", "BU": "bu_code"}
# Squares of 100 metres in which people live, each in nine years: by far the largest file.
_VAKJES, _WEINIG_VAKJES = 200_000, 100


def voorzieningen(
    catalogus: Catalogus, gemeenten: int, *, heel: bool
) -> dict[str, list[dict[str, Any]]]:
    """Give elements of OpenStreetMap per gemeente (four digits), spread over its buurten."""
    soorten = [s.kenmerken[0] for s in catalogus.bronnen["osm"].soorten]
    vormen = landelijke_kaart.vakken(gemeenten, 2)
    gevonden = {}
    for gebied in catalogus.werkgebieden.values():
        for code in (c.code for c in gebied.codes):
            buurten = [v for c, v in vormen.items() if c.startswith(f"BU{code[2:]}")]
            plekken = gpd.GeoSeries(buurten, crs=28992).representative_point().to_crs(4326)
            aantal = _PER_GEMEENTE if heel else _WEINIG
            gevonden[code[2:]] = [
                _plek(n, plekken.iloc[n % len(plekken)], dict(soorten[n % len(soorten)]))
                for n in range(aantal)
            ]
    return gevonden


def _plek(nummer: int, punt: Any, labels: dict[str, str]) -> dict[str, Any]:
    naam = {"name": f"Verzonnen plek {nummer}"}
    plek = {"type": "node", "id": nummer, "lat": punt.y, "lon": punt.x}
    return plek | {"tags": labels | naam}


def leefbaarometer_zip(gemeenten: int, *, heel: bool) -> bytes:
    """Give the zip: a file for each level and one of squares, nine years in each."""
    catalogus_jaren = (2002, 2008, 2012, 2014, 2016, 2018, 2020, 2022, 2024)
    codes = [code for code, _, _ in landelijk.regios(gemeenten)]
    aantal = _VAKJES if heel else _WEINIG_VAKJES
    bestanden = {"grids": ("grid_code", [f"E{n:06d}N{n:06d}" for n in range(aantal)])}
    for begin, kolom in _NIVEAUS.items():
        bestanden[kolom] = (kolom, [code for code in codes if code.startswith(begin)])
    inhoud = io.BytesIO()
    with zipfile.ZipFile(inhoud, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as pak:
        for naam, (kolom, eigen) in bestanden.items():
            pak.writestr(f"Verzonnen - {naam} 2002-2024.csv", _csv(kolom, eigen, catalogus_jaren))
    return inhoud.getvalue()


def _csv(kolom: str, codes: list[str], jaren: tuple[int, ...]) -> str:
    scores = np.random.default_rng(3).uniform(-1, 1, (997, len(_DELEN) + 2)).round(6)
    staarten = [",".join(map(str, rij)) for rij in scores.tolist()]
    sleutels = ((code, jaar) for code in codes for jaar in jaren)
    regels = (
        f"{code},{jaar},{staarten[n % len(staarten)]}" for n, (code, jaar) in enumerate(sleutels)
    )
    return "\n".join([",".join([kolom, "jaar", "lbm", "afw", *_DELEN]), *regels])

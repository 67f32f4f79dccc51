"""A made-up map of a made-up country, as large as the real one: jagged squares that fit together.

Each gemeente is a column of squares, one a buurt; its wijken are pieces of that column. Sides have
as many points as make the GeoPackage as large as that of 2025 (220 MB), in a zip of 0.2 GB.
"""

from __future__ import annotations

import io
import tempfile
import zipfile
from dataclasses import dataclass
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray

from tests.bench import landelijk

_ZIJDE, _RUIS = 800, 40
_WEST, _ZUID = 4000, 460000
# How many points a side has at the size of the country.
PUNTEN = 120
# What the columns of figures hold where there is no figure; as many as in the real file.
_GEEN, _KOLOMMEN = -99997, 150
# The same map in two more forms, which nobody unpacks: bytes of the zip for each gemeente.
_DE_REST = 320_000

Lijn = NDArray[np.float64]


@dataclass(frozen=True)
class Rooster:
    """The sides of all squares: `plat[k, r]` under square r of column k, `staand` left of it."""

    plat: Lijn
    staand: Lijn

    def strook(self, kolom: int, van: int, tot: int) -> shapely.Polygon:
        """Give the outline of the squares van..tot (tot not included) of a column."""
        rechts = self.staand[kolom + 1, van:tot].reshape(-1, 2)
        links = self.staand[kolom, van:tot].reshape(-1, 2)
        onder, boven = self.plat[kolom, van], self.plat[kolom, tot]
        # Every side ends where the next begins: the last point is left to the next.
        return shapely.Polygon(np.concatenate([onder, rechts, boven[::-1], links[::-1]]))


def _rooster(breed: int, hoog: int, punten: int) -> Rooster:
    toeval = np.random.default_rng(1)
    langs = np.linspace(0, _ZIJDE, punten + 1)

    def lijnen(kolommen: int, rijen: int, *, staand: bool) -> Lijn:
        # Near a corner a side stays near its line: it may not cross the side beside it.
        ruimte = np.minimum(np.minimum(langs, langs[::-1]) / 2, _RUIS)
        uitslag = toeval.uniform(-1, 1, (kolommen, rijen, punten + 1)) * ruimte
        begin = np.arange(kolommen)[:, None, None] * _ZIJDE + _WEST
        op = np.arange(rijen)[None, :, None] * _ZIJDE + _ZUID
        x, y = (begin + uitslag, op + langs) if staand else (begin + langs, op + uitslag)
        # CBS writes millimetres.
        return np.round(np.stack(np.broadcast_arrays(x, y), axis=-1), 3)

    return Rooster(lijnen(breed, hoog + 1, staand=False), lijnen(breed + 1, hoog, staand=True))


def vakken(gemeenten: int, punten: int = PUNTEN) -> dict[str, shapely.Polygon]:
    """Give the outline of every gemeente, wijk and buurt of `landelijk.regios`, by code."""
    codes = [code for code, _, _ in landelijk.regios(gemeenten)]
    per_gemeente = [
        [c for c in codes if c.startswith("BU") and c[2:6] == g[2:]]
        for g in codes
        if g.startswith("GM")
    ]
    hoog = max(map(len, per_gemeente))
    rooster = _rooster(len(per_gemeente), hoog, punten)
    vormen = {}
    for kolom, buurten in enumerate(per_gemeente):
        delen: dict[str, list[int]] = {}
        for rij, buurt in enumerate(buurten):
            for code in (buurt, f"WK{buurt[2:8]}", f"GM{buurt[2:6]}"):
                delen.setdefault(code, []).append(rij)
        for code, rijen in delen.items():
            vormen[code] = rooster.strook(kolom, rijen[0], rijen[-1] + 1)
    return vormen


def maak_zip(gemeenten: int, punten: int = PUNTEN) -> bytes:
    """Give a zip as CBS publishes it, with the GeoPackage of buurten, wijken and gemeenten."""
    vormen = vakken(gemeenten, punten)
    inhoud = io.BytesIO()
    with tempfile.TemporaryDirectory() as map_:
        pad = Path(map_) / "wijkenbuurten_2031_v1.gpkg"
        for laag, begin in (("buurten", "BU"), ("wijken", "WK"), ("gemeenten", "GM")):
            eigen = {code: vorm for code, vorm in vormen.items() if code.startswith(begin)}
            _laag(eigen).to_file(pad, layer=laag)
        with zipfile.ZipFile(inhoud, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as pak:
            pak.write(pad, f"WijkBuurtkaart_2031_v1/{pad.name}")
            rest = np.random.default_rng(2).bytes(_DE_REST * gemeenten)
            pak.writestr("WijkBuurtkaart_2031_v1/verzonnen.gdb", rest, zipfile.ZIP_STORED)
    return inhoud.getvalue()


def _laag(vormen: dict[str, shapely.Polygon]) -> gpd.GeoDataFrame:
    codes = list(vormen)
    namen = {
        "buurtcode": codes,
        "buurtnaam": [f"Verzonnen {code}" for code in codes],
        "gemeentecode": [f"GM{code[2:6]}" for code in codes],
        "gemeentenaam": [f"Verzonnen {code[2:6]}" for code in codes],
        "water": ["NEE"] * len(codes),
    }
    cijfers = {f"verzonnen_{n}": np.full(len(codes), _GEEN) for n in range(_KOLOMMEN)}
    return gpd.GeoDataFrame(
        pd.DataFrame(namen | cijfers), geometry=list(vormen.values()), crs=28992
    )

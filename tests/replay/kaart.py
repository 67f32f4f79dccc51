"""Made-up maps: the zip of CBS with a GeoPackage, PDOK's OGC API with pages, and its WFS."""

from __future__ import annotations

import io
import json
import tempfile
import warnings
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import geopandas as gpd
import shapely

from tests.replay.anders import Aanvraag
from tests.replay.antwoorden import Antwoord

GEWIJZIGD = "Tue, 03 Jun 2031 09:10:11 GMT"
# Squares of a kilometre near Almelo in metres of the Dutch grid; in a row, so neighbours touch.
_OOST, _NOORD, _ZIJDE = 241000, 486000, 1000
GEEN = -99997


@dataclass(frozen=True)
class Buurt:
    """A made-up buurt: its code, its place in the row, and whether it is water."""

    code: str
    plek: int
    water: str = "NEE"

    @property
    def vlak(self) -> shapely.Polygon:
        """The square, in metres; the sides have points enough to be simplified."""
        links = _OOST + self.plek * _ZIJDE
        vlak = shapely.box(links, _NOORD, links + _ZIJDE, _NOORD + _ZIJDE)
        return shapely.segmentize(vlak, 50)


def snake(buurt: Buurt) -> dict[str, Any]:
    """Give the properties as the GeoPackage and the OGC API write them."""
    return {
        "buurtcode": buurt.code,
        "buurtnaam": f"Verzonnen {buurt.code}",
        "wijkcode": f"WK{buurt.code[2:8]}",
        "gemeentecode": f"GM{buurt.code[2:6]}",
        "gemeentenaam": f"Verzonnen gemeente {buurt.code[2:6]}",
        "water": buurt.water,
        "aantal_inwoners": GEEN,
        "gemiddelde_woningwaarde": -99995,
    }


def camel(buurt: Buurt) -> dict[str, Any]:
    """Give the properties as the WFS writes them."""
    return {
        "buurtcode": buurt.code,
        "buurtnaam": f"Verzonnen {buurt.code}",
        "gemeentecode": f"GM{buurt.code[2:6]}",
        "gemeentenaam": f"Verzonnen gemeente {buurt.code[2:6]}",
        "water": buurt.water,
        "aantalInwoners": GEEN,
        "stedelijkheidAdressenPerKm2": GEEN,
    }


def maak_zip(buurten: Sequence[Buurt], jaar: int, versie: int, vorm: str = "gpkg") -> bytes:
    """Give a zip as CBS publishes it: a folder with a GeoPackage or a shapefile in it."""
    kaart = gpd.GeoDataFrame(
        [snake(b) for b in buurten], geometry=[b.vlak for b in buurten], crs=28992
    )
    naam = f"wijkenbuurten_{jaar}_v{versie}"
    with tempfile.TemporaryDirectory() as map_:
        if vorm == "gpkg":
            kaart.to_file(Path(map_) / f"{naam}.gpkg", layer="buurten")
            kaart.dissolve("gemeentecode").to_file(Path(map_) / f"{naam}.gpkg", layer="gemeenten")
        else:
            kort = {"buurtcode": "BU_CODE", "buurtnaam": "BU_NAAM", "gemeentecode": "GM_CODE",
                    "gemeentenaam": "GM_NAAM", "water": "WATER"}  # fmt: skip
            smal = kaart.rename(columns=kort)[[*kort.values(), "geometry"]]
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                smal.to_file(Path(map_) / f"buurt_{jaar}_v{versie}.shp")
        inhoud = io.BytesIO()
        with zipfile.ZipFile(inhoud, "w", zipfile.ZIP_DEFLATED) as pak:
            pak.writestr(f"WijkBuurtkaart_{jaar}_v{versie}/leesmij.txt", "verzonnen")
            for pad in sorted(Path(map_).iterdir()):
                pak.write(pad, f"WijkBuurtkaart_{jaar}_v{versie}/{pad.name}")
        return inhoud.getvalue()


@dataclass
class Kaartdienst:
    """What of the map can be had where.

    Attributes:
        zips: body per path on the replay server, e.g. `/geodata/files/...zip`.
        ogc: buurten per year of the OGC API; `per_blad` on a page.
        wfs: buurten per year of the WFS.
        ogc_volgende: what its link to the next page is, in place of the right one; "" for that.
        eerst: answers to the next requests of PDOK, used up in order.
        wfs_filtert: whether the WFS applies the XML filter; it never applies CQL_FILTER.
    """

    zips: Mapping[str, bytes] = field(default_factory=dict)
    ogc: Mapping[int, Sequence[Buurt]] = field(default_factory=dict)
    wfs: Mapping[int, Sequence[Buurt]] = field(default_factory=dict)
    wfs_filtert: bool = True
    per_blad: int = 2
    wfs_grens: int = 1000
    ogc_volgende: str = ""
    eerst: list[Antwoord] = field(default_factory=list)

    def beantwoord(self, aanvraag: Aanvraag) -> Antwoord | None:
        """Answer for every service that has maps."""
        if aanvraag.pad in self.zips:
            kop = {"Last-Modified": GEWIJZIGD}
            return Antwoord(200, "application/zip", self.zips[aanvraag.pad], kop)
        for jaar, buurten in self.ogc.items():
            basis = f"/pdok_api/cbs/wijken-en-buurten-{jaar}/ogc/v1/collections/buurten/items"
            if aanvraag.pad == basis:
                return self.eerst.pop(0) if self.eerst else self._ogc(aanvraag, buurten)
        for jaar, buurten in self.wfs.items():
            if aanvraag.pad == f"/pdok/cbs/wijkenbuurten/{jaar}/wfs/v1_0":
                return self._wfs(aanvraag, buurten)
        return None

    def _ogc(self, aanvraag: Aanvraag, buurten: Sequence[Buurt]) -> Antwoord:
        gemeente, begin = aanvraag.opties["gemeentecode"], int(aanvraag.opties.get("cursor", 0))
        eigen = [b for b in buurten if snake(b)["gemeentecode"] == gemeente]
        blad = eigen[begin : begin + self.per_blad]
        links = [{"rel": "self", "href": aanvraag.adres + aanvraag.pad}]
        if begin + self.per_blad < len(eigen):
            vraag = f"f=json&gemeentecode={gemeente}&cursor={begin + self.per_blad}"
            doel = self.ogc_volgende or f"{aanvraag.adres}{aanvraag.pad}?{vraag}"
            links.append({"rel": "next", "href": doel.replace("ZELF", aanvraag.adres)})
        graden = gpd.GeoSeries([b.vlak for b in blad], crs=28992).to_crs(4326)
        return _geojson(
            [(snake(b), vlak) for b, vlak in zip(blad, graden, strict=True)], links=links
        )

    def _wfs(self, aanvraag: Aanvraag, buurten: Sequence[Buurt]) -> Antwoord:
        filtert = self.wfs_filtert and "filter" in aanvraag.opties
        gevraagd = aanvraag.opties.get("filter", "")
        eigen = [b for b in buurten if not filtert or f">GM{b.code[2:6]}<" in gevraagd]
        begin = int(aanvraag.opties.get("startIndex", 0))
        meest = min(int(aanvraag.opties.get("count", self.wfs_grens)), self.wfs_grens)
        blad = eigen[begin : begin + meest]
        crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::28992"}}
        return _geojson([(camel(b), b.vlak) for b in blad], crs=crs)


def _geojson(paren: Sequence[tuple[dict[str, Any], shapely.Geometry]], **meer: Any) -> Antwoord:
    kenmerken = [
        {
            "type": "Feature",
            "id": f"buurten.{nummer}",
            # Null properties may be left out.
            "properties": {k: v for k, v in eigen.items() if v is not None},
            "geometry": shapely.geometry.mapping(shapely.MultiPolygon([vlak])),
        }
        for nummer, (eigen, vlak) in enumerate(paren)
    ]
    inhoud = {"type": "FeatureCollection", "features": kenmerken} | meer
    return Antwoord(200, "application/geo+json", json.dumps(inhoud).encode())

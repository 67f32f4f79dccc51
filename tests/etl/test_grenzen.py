"""Promises of the reader of boundaries; all shapes are made up ("verzonnen")."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
import shapely

from etl.bronnen.cbs_grenzen import Grensvorm, lees_grenzen
from etl.bronnen.dekking import Dekking, maak_dekking
from wijken.errors import BronError, InvoerError

# Two squares of a kilometre side by side near Almelo, in metres of the Dutch grid.
LINKS = [(241000, 486000), (242000, 486000), (242000, 487000), (241000, 487000), (241000, 486000)]
RECHTS = [(x + 1000, y) for x, y in LINKS]


def kenmerk(code, ring, **extra):
    return {
        "type": "Feature",
        "properties": {"buurtcode": code, "buurtnaam": f"Verzonnen {code}", **extra},
        "geometry": {"type": "Polygon", "coordinates": [ring]},
    }


@pytest.fixture
def schrijf_kaart(tmp_path):
    def schrijf(kenmerken, crs="urn:ogc:def:crs:EPSG::28992"):
        inhoud = {"type": "FeatureCollection", "features": kenmerken}
        if crs:
            inhoud["crs"] = {"type": "name", "properties": {"name": crs}}
        pad = tmp_path / "verzonnen.geojson"
        pad.write_text(json.dumps(inhoud), encoding="utf-8")
        return pad

    return schrijf


def vlakken(waarden):
    paren = zip(waarden["regio"].to_pylist(), waarden["tekst"].to_pylist(), strict=True)
    return {code: shapely.from_wkt(tekst) for code, tekst in paren}


def test_metres_of_the_dutch_grid_come_out_as_degrees(schrijf_kaart):
    # The origin of the grid, the tower of Amersfoort, is known in both systems.
    ring = [(155000, 463000), (156000, 463000), (156000, 464000), (155000, 463000)]
    waarden, _ = lees_grenzen(schrijf_kaart([kenmerk("BU99010101", ring)]), Grensvorm())
    west, zuid, *_ = vlakken(waarden)["BU99010101"].bounds
    assert (west, zuid) == pytest.approx((5.387206, 52.155174), abs=0.00002)


def test_the_text_has_five_decimals_at_most(schrijf_kaart):
    waarden, _ = lees_grenzen(schrijf_kaart([kenmerk("BU99010101", LINKS)]), Grensvorm())
    getallen = waarden["tekst"][0].as_py().removeprefix("POLYGON ((").removesuffix("))")
    decimalen = [len(g.partition(".")[2]) for g in getallen.replace(",", "").split()]
    assert max(decimalen) == 5


def test_degrees_stay_degrees(schrijf_kaart):
    ring = [(6.6, 52.3), (6.7, 52.3), (6.7, 52.4), (6.6, 52.3)]
    pad = schrijf_kaart([kenmerk("BU99010101", ring)], "urn:ogc:def:crs:OGC:1.3:CRS84")
    waarden, _ = lees_grenzen(pad, Grensvorm())
    assert vlakken(waarden)["BU99010101"].bounds == pytest.approx((6.6, 52.3, 6.7, 52.4))


def test_wijken_and_gemeenten_are_the_union_of_their_buurten(schrijf_kaart):
    pad = schrijf_kaart([kenmerk("BU99010101", LINKS), kenmerk("BU99010201", RECHTS)])
    waarden, regios = lees_grenzen(pad, Grensvorm(namen={"WK990101": "Verzonnen wijk"}))
    vorm = vlakken(waarden)
    assert sorted(vorm) == ["BU99010101", "BU99010201", "GM9901", "WK990101", "WK990102"]
    assert vorm["WK990101"].equals(vorm["BU99010101"])
    assert vorm["GM9901"].equals(shapely.union(vorm["BU99010101"], vorm["BU99010201"]))
    namen = {rij["regio"]: rij["naam"] for rij in regios.to_pylist()}
    assert namen["WK990101"] == "Verzonnen wijk"
    assert namen["WK990102"] is None


def test_a_chip_that_rounding_makes_nothing_of_is_left_out(schrijf_kaart):
    snipper = [(243500, 486000), (243500.3, 486000), (243500, 486000.3), (243500, 486000)]
    twee = kenmerk("BU99010101", LINKS)
    twee["geometry"] = {"type": "MultiPolygon", "coordinates": [[LINKS], [snipper]]}
    waarden, _ = lees_grenzen(schrijf_kaart([twee]), Grensvorm())
    (heel,) = [v for c, v in vlakken(waarden).items() if c.startswith("BU")]
    assert heel.geom_type == "Polygon"
    assert heel.is_valid


def test_a_hole_of_less_than_a_metre_is_filled(schrijf_kaart):
    gat = [(241500, 486500), (241500, 486500.3), (241500.3, 486500), (241500, 486500)]
    met_gat = kenmerk("BU99010101", LINKS)
    met_gat["geometry"]["coordinates"].append(gat)
    waarden, _ = lees_grenzen(schrijf_kaart([met_gat]), Grensvorm(dekking=Dekking(gat=0.0)))
    assert all(not v.interiors for v in vlakken(waarden).values())


def test_a_buurt_of_which_rounding_leaves_nothing_is_refused_and_named(schrijf_kaart):
    snipper = [(243500, 486000), (243500.3, 486000), (243500, 486000.3), (243500, 486000)]
    kaart = schrijf_kaart([kenmerk("BU99010101", snipper)])
    with pytest.raises(BronError, match=r"de vorm van BU99010101 is niet geldig te maken"):
        lees_grenzen(kaart, Grensvorm())


def test_only_land_of_the_wanted_gemeenten_is_kept(schrijf_kaart):
    pad = schrijf_kaart(
        [
            kenmerk("BU99010101", LINKS, water="NEE"),
            kenmerk("BU99010197", RECHTS, water="JA"),
            kenmerk("BU99029901", RECHTS, water="NEE"),
        ]
    )
    waarden, _ = lees_grenzen(pad, Grensvorm(gemeenten=frozenset({"GM9901"})))
    assert set(vlakken(waarden)) == {"BU99010101", "WK990101", "GM9901"}


def test_a_narrow_gap_and_an_overlap_between_neighbours_are_closed(schrijf_kaart):
    overlap = [(x - 3 if y == 486000 else x + 2, y) for x, y in RECHTS]
    pad = schrijf_kaart([kenmerk("BU99010101", LINKS), kenmerk("BU99010102", overlap)])
    waarden, _ = lees_grenzen(pad, Grensvorm(dekking=Dekking(gat=5)))
    buurten = [vorm for code, vorm in vlakken(waarden).items() if code.startswith("BU")]
    assert shapely.coverage_is_valid(buurten)
    assert shapely.union_all(buurten).geom_type == "Polygon"


def test_a_needle_that_sticks_out_is_cut_off_and_a_headland_stays():
    naald = shapely.union(shapely.box(0, 0, 1000, 1000), shapely.box(1000, 480, 1600, 500))
    kaap = shapely.union(shapely.box(0, 2000, 1000, 3000), shapely.box(1000, 2400, 1600, 2600))
    netjes = maak_dekking(np.array([naald, kaap]), Dekking(naald=60))
    assert netjes[0].area == pytest.approx(1_000_000, rel=1e-3)
    assert netjes[1].area == pytest.approx(kaap.area, rel=1e-3)


def test_a_narrow_slot_in_the_outline_is_filled_and_a_wide_bay_stays():
    sleuf = shapely.Polygon(
        [(0, 0), (500, 0), (520, 900), (540, 0), (1000, 0), (1000, 1000), (0, 1000)]
    )
    baai = shapely.Polygon(
        [
            (1000, 0),
            (1300, 0),
            (1300, 600),
            (1700, 600),
            (1700, 0),
            (2000, 0),
            (2000, 1000),
            (1000, 1000),
        ]
    )
    netjes = maak_dekking(np.array([sleuf, baai]), Dekking(sleuf=60))
    assert netjes[0].area == pytest.approx(1_000_000, rel=0.001)
    assert netjes[1].area == pytest.approx(baai.area, rel=0.001)


def test_simplifying_keeps_neighbours_on_one_line():
    golf = [(1000 + 8 * (n % 2), 10 * n) for n in range(101)]
    links = shapely.Polygon([(0, 1000), (0, 0), *golf])
    rechts = shapely.Polygon([*golf, (2000, 1000), (2000, 0)])
    netjes = maak_dekking(np.array([links, rechts]), Dekking(tolerantie=20))
    assert shapely.coverage_is_valid(netjes)
    assert shapely.get_num_coordinates(netjes).sum() < 20


@pytest.mark.parametrize(
    ("kenmerken", "crs", "melding"),
    [
        ([kenmerk("WK990101", LINKS)], "EPSG:28992", "«WK990101» waar een buurtcode hoort"),
        ([kenmerk("BU99010101", LINKS)] * 2, "EPSG:28992", "meer dan eens: BU99010101"),
        ([kenmerk("BU99029901", LINKS)], "EPSG:28992", "geen buurt van GM9901"),
    ],
    ids=["no buurt", "twice", "elsewhere"],
)
def test_what_is_wrong_with_the_file_is_said(schrijf_kaart, kenmerken, crs, melding):
    gemeenten = frozenset({"GM9901"})
    with pytest.raises(BronError, match=melding):
        lees_grenzen(schrijf_kaart(kenmerken, crs), Grensvorm(gemeenten=gemeenten))


def test_a_file_without_a_code_column_is_refused_with_the_columns_it_has(schrijf_kaart):
    los = kenmerk("BU99010101", LINKS)
    los["properties"] = {"iets": 1}
    with pytest.raises(BronError, match=r"geen kolom buurtcode of .*Gevonden: iets, geometry"):
        lees_grenzen(schrijf_kaart([los]), Grensvorm())


def test_a_file_that_is_no_map_or_absent_is_refused(tmp_path):
    pad = tmp_path / "verzonnen.geojson"
    with pytest.raises(InvoerError, match="is er niet"):
        lees_grenzen(pad, Grensvorm())
    pad.write_text("geen kaart", encoding="utf-8")
    with pytest.raises(BronError, match="geen kaartbestand"):
        lees_grenzen(Path(pad), Grensvorm())

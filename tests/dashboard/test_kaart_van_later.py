"""After a refresh with boundaries of a newer year the sheets follow those, not the catalogue's."""

from dataclasses import replace

import duckdb
import pytest
import shapely

from dashboard.context import make_context
from dashboard.factsheet.kaartje import kaartje
from dashboard.factsheet.model import onderwerp
from dashboard.factsheet.nabij import nabij
from etl.instellingen import Geduld, lees_instellingen
from etl.ophalen import INGEBED, Keuze, haal_op
from etl.pipeline import build
from tests.dashboard.test_blad_initiatieven import verzonnen
from tests.replay.kaart import Buurt, Kaartdienst, maak_zip
from tests.replay.server import Replay

JAAR, BUURT = 2025, "BU01411101"
ZIP = f"/geodata/files/Wijkenbuurtkaart/WijkBuurtkaart_{JAAR}_v1.zip"


@pytest.fixture(scope="module")
def buurten(database):
    """Every buurt of our areas in the newest division, on made-up squares in a row."""
    with duckdb.connect(str(database), read_only=True) as verbinding:
        codes = verbinding.execute(
            "select regio::varchar from core.regio where soort = 'buurt' and indeling = $1 "
            "and substr(regio::varchar, 3, 4) in ('0141', '1963') order by 1",
            [JAAR],
        ).fetchall()
    return {code: Buurt(code, plek) for plek, (code,) in enumerate(codes)}


@pytest.fixture(scope="module")
def ververst(catalogus, buurten, tmp_path_factory):
    """The embedded figures with a map of a newer year."""
    map_ = tmp_path_factory.mktemp("kaart-van-later")
    with Replay() as server:
        server.anders.append(Kaartdienst({ZIP: maak_zip(list(buurten.values()), JAAR, 1)}))
        instellingen = replace(lees_instellingen(server.omgeving), geduld=Geduld(pogingen=1))
        keuze = Keuze("grenzen", str(JAAR))
        assert not haal_op(catalogus, map_ / "eigen", keuze, instellingen, None).mislukt
    return build(map_, [map_ / "eigen", INGEBED])


@pytest.fixture
def wereld(ververst, tmp_path):
    context = make_context(database=ververst, data_map=tmp_path)
    yield context
    context.register.sluit()


def test_the_map_of_the_newer_year_is_the_one_in_use(wereld):
    gebied = wereld.catalogus.werkgebied("beter-wonen")
    with wereld.reader.momentopname() as nu:
        assert nu.kaartjaar(gebied, JAAR) == JAAR
    assert gebied.kaartjaar(JAAR) != JAAR


def test_what_is_near_is_measured_on_the_newer_map(wereld, buurten):
    punt = shapely.centroid(buurten[BUURT].vlak)
    # A point of the made-up row: kilometres from where the map of the catalogue has this buurt.
    midden = _graden(punt.x, punt.y)
    plek = replace(verzonnen(), id="v", regio=None, plek=midden)
    with wereld.reader.momentopname() as nu:
        gevonden, ver = nabij(nu, [plek], onderwerp(nu, wereld.catalogus, BUURT))
    assert [i.id for i in gevonden] == ["v"]
    assert ver["v"] < 0.02


def test_the_small_map_of_a_sheet_is_drawn_of_the_newer_map(wereld, database, tmp_path):
    oud = make_context(database=database, data_map=tmp_path / "oud")
    svgs = []
    for context in (wereld, oud):
        with context.reader.momentopname() as nu:
            svgs.append(kaartje(context, nu, onderwerp(nu, context.catalogus, "beter-wonen")).svg)
    oud.register.sluit()
    # The made-up wijken lie in one row of squares: their whole is far wider than it is high.
    assert str(svgs[0]) != str(svgs[1])
    assert len(str(svgs[0])) < len(str(svgs[1])) / 3


def _graden(x, y):
    import geopandas as gpd

    (punt,) = gpd.GeoSeries([shapely.Point(x, y)], crs=28992).to_crs(4326)
    return punt.y, punt.x

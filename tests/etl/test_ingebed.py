"""Promises of the embedded snapshot: real figures, complete for both areas, and not too big."""

from __future__ import annotations

from pathlib import Path

import duckdb
import numpy as np
import pytest
import shapely

from dashboard.teksten import load_teksten
from etl.snapshot import vind
from wijken.catalogus import load_catalogus
from wijken.opmaak import getal

INGEBED = Path(__file__).parents[2] / "etl" / "snapshots"
ZES_MEGABYTE = 6 * 1024 * 1024
HERKOMST = {
    "WestersTotaal",
    "NietWestersTotaal",
    "Marokko",
    "NederlandseAntillenEnAruba",
    "Suriname",
    "Turkije",
    "OverigNietWesters",
    "Nederland",
    "EuropaExclusiefNederland",
    "BuitenEuropa",
    "RLBBEV",
    "RLBRMTR",
}
GEZOND_2020 = "Leeftijd=20300&Marges=MW00000&Perioden=2020JJ00"


@pytest.fixture(scope="module")
def snapshots():
    return {snapshot.manifest.tabel: snapshot for snapshot in vind([INGEBED])}


@pytest.fixture(scope="module")
def rijen(snapshots):
    gelezen = {}

    def van(tabel):
        if tabel not in gelezen:
            gelezen[tabel] = snapshots[tabel].waarden().to_pylist()
        return gelezen[tabel]

    return van


@pytest.fixture(scope="module")
def tekst(snapshots, rijen):
    def van(tabel, stam, regio, dimensies=""):
        velden = {k.veld for k in snapshots[tabel].manifest.kolommen if k.stam == stam}
        gevonden = [
            rij["tekst"]
            for rij in rijen(tabel)
            if rij["regio"] == regio and rij["veld"] in velden and rij["dimensies"] == dimensies
        ]
        assert len(gevonden) == 1, f"{tabel} {stam} {regio}: {gevonden}"
        return gevonden[0]

    return van


def in_gemeente(code, gemeente):
    return code[2:6] == gemeente[2:]


def test_every_edition_of_the_catalogue_is_embedded_and_no_other(snapshots):
    edities = {
        editie.tabel: (bron.id, editie.indeling, editie.perioden)
        for bron in load_catalogus().bronnen.values()
        for editie in bron.edities
        if editie.tabel in snapshots
    }
    gevonden = {
        tabel: (s.manifest.bron, s.manifest.indeling, s.manifest.perioden)
        for tabel, s in snapshots.items()
    }
    assert len(gevonden) == 10
    assert gevonden == edities


def test_the_embedded_snapshot_is_smaller_than_six_megabyte():
    assert sum(p.stat().st_size for p in INGEBED.rglob("*") if p.is_file()) <= ZES_MEGABYTE


def test_every_manifest_says_what_is_real_what_was_assembled_and_whose_it_is(snapshots):
    for snapshot in snapshots.values():
        manifest = snapshot.manifest
        assert manifest.ingebed
        assert manifest.wat_is_echt.endswith(".")
        assert manifest.wat_is_samengesteld.endswith(".")
        assert manifest.licentie
        assert manifest.bronregel.startswith("Bron: ")


@pytest.mark.parametrize(
    ("tabel", "waarden", "sleutels", "volledig"),
    [
        ("84799NED", "2021-03-26", "2021-03-26", True),
        ("85318NED", "onbekend", "2022-12-22", False),
        ("85984NED", "onbekend", "2025-03-27", False),
        ("50090NED", "onbekend", "", True),
    ],
)
def test_the_edition_of_the_values_is_told_from_that_of_the_keys(
    snapshots, tabel, waarden, sleutels, volledig
):
    manifest = snapshots[tabel].manifest
    assert (manifest.editie_waarden, manifest.editie_sleutels) == (waarden, sleutels)
    assert manifest.volledig is volledig


@pytest.mark.parametrize(
    ("tabel", "stam", "regio", "verwacht"),
    [
        ("84799NED", "AantalInwoners", "GM0141", "73107"),
        ("84799NED", "k_65JaarOfOuder", "GM0141", "14498"),
        ("84799NED", "HuishoudensTotaal", "GM0141", "32714"),
        ("84799NED", "PersonenPerSoortUitkeringBijstand", "GM0141", "2980"),
        ("84799NED", "AantalInwoners", "GM1963", "87401"),
        ("84799NED", "k_65JaarOfOuder", "GM1963", "19608"),
        ("84799NED", "HuishoudensTotaal", "GM1963", "37135"),
        ("84799NED", "PersonenPerSoortUitkeringBijstand", "GM1963", "910"),
        ("84799NED", "AantalInwoners", "NL00", "17407585"),
        ("84799NED", "GemiddeldInkomenPerInwoner", "GM0141", None),
        ("85318NED", "InBezitWoningcorporatie", "GM0141", "34"),
        ("85318NED", "InBezitWoningcorporatie", "GM1963", "24"),
        ("85318NED", "GemiddeldeWoningwaarde", "GM0141", "224"),
        ("85318NED", "GemiddeldeWoningwaarde", "GM1963", "309"),
        ("85318NED", "HuishOnderOfRondSociaalMinimum", "GM0141", "8"),
        ("85318NED", "HuishOnderOfRondSociaalMinimum", "GM1963", "3"),
        ("85984NED", "AantalInwoners", "GM0141", "74317"),
        ("85984NED", "AantalInwoners", "GM1963", "90256"),
        ("85984NED", "GemiddeldInkomenPerInwoner", "GM0141", "29.9"),
        ("85984NED", "GemiddeldInkomenPerInwoner", "GM1963", "36.5"),
    ],
)
def test_the_figures_of_cbs_are_carried_over_exactly(tekst, tabel, stam, regio, verwacht):
    assert tekst(tabel, stam, regio) == verwacht


@pytest.mark.parametrize(
    ("tabel", "stam", "regio", "dimensies", "verwacht"),
    [
        ("50090NED", "Eenzaam", "GM0141", GEZOND_2020, "51.2"),
        ("50090NED", "FietsenNaarSchoolOfWerk", "GM0141", GEZOND_2020, None),
        ("50150NED", "GoedErvarenGezondheid", "BU01411400", GEZOND_2020, "82.6"),
        ("50090NED", "ErvarenGezondheidGoedZeerGoed", "BU01411400", GEZOND_2020, "71.1"),
        ("47022NED", "GeregistreerdeMisdrijven", "GM0141", "Perioden=2025JJ00", "3460"),
        ("leefbaarometer-2.0", "RLBFYS", "GM0141", "Perioden=2016JJ00", "0.00209758189791509"),
    ],
)
def test_figures_with_dimensions_are_carried_over_exactly(
    tekst, tabel, stam, regio, dimensies, verwacht
):
    assert tekst(tabel, stam, regio, dimensies) == verwacht


@pytest.mark.parametrize(
    ("gemeente", "eigendom", "verwacht"),
    [("GM0141", "woningcorporatie", 11330), ("GM1963", "koop", 28354)],
)
def test_the_dwellings_add_up(rijen, gemeente, eigendom, verwacht):
    delen = [
        int(rij["tekst"])
        for rij in rijen("vivet-2025")
        if rij["regio"] == gemeente and f"eigendom={eigendom}&" in rij["dimensies"]
    ]
    assert sum(delen) == verwacht


@pytest.mark.parametrize(
    ("tabel", "gemeente", "wijken", "buurten"),
    [
        ("84799NED", "GM0141", 12, 68),
        ("84799NED", "GM1963", 14, 41),
        ("50090NED", "GM0141", 12, 68),
        ("50090NED", "GM1963", 14, 41),
        ("85318NED", "GM0141", 12, 71),
        ("85984NED", "GM0141", 12, 71),
        ("85984NED", "GM1963", 14, 41),
        ("grenzen-2017", "GM0141", 12, 68),
        ("grenzen-2024", "GM0141", 12, 71),
        ("grenzen-2024", "GM1963", 14, 41),
        ("leefbaarometer-2.0", "GM0585", 6, 0),
    ],
)
def test_both_areas_are_complete(snapshots, tabel, gemeente, wijken, buurten):
    codes = [c for c in snapshots[tabel].regios()["regio"].to_pylist() if in_gemeente(c, gemeente)]
    assert sum(code.startswith("WK") for code in codes) == wijken
    assert sum(code.startswith("BU") for code in codes) == buurten


@pytest.mark.parametrize(
    ("tabel", "aantal"),
    [("84799NED", 355), ("85318NED", 345), ("85984NED", 342), ("leefbaarometer-2.0", 390)],
)
def test_every_gemeente_of_the_country_is_there(rijen, tabel, aantal):
    assert len({r["regio"] for r in rijen(tabel) if r["regio"].startswith("GM")}) == aantal


def test_crime_is_that_of_our_buurten_and_not_of_codes_that_look_like_them(rijen):
    # BU00141908 lies in Groningen; only its digits resemble Almelo's.
    buurten = {r["regio"] for r in rijen("47022NED") if r["regio"].startswith("BU")}
    assert len(buurten) == 71 + 41
    assert {code[:6] for code in buurten} == {"BU0141", "BU1963"}


def test_every_value_is_of_a_column_and_a_region_that_the_snapshot_knows(snapshots, rijen):
    for tabel, snapshot in snapshots.items():
        kolommen = {kolom.veld for kolom in snapshot.manifest.kolommen}
        regios = set(snapshot.regios()["regio"].to_pylist())
        assert {rij["veld"] for rij in rijen(tabel)} <= kolommen
        assert {rij["regio"] for rij in rijen(tabel)} <= regios
        assert len(rijen(tabel)) == snapshot.manifest.rijen


def test_no_figure_about_origin_of_residents_is_embedded(snapshots, rijen):
    for tabel, snapshot in snapshots.items():
        velden = {k.veld for k in snapshot.manifest.kolommen if k.stam in HERKOMST}
        assert velden.isdisjoint(rij["veld"] for rij in rijen(tabel))


def test_an_assembled_copy_has_no_column_without_any_figure_at_a_level(snapshots, rijen):
    for tabel, snapshot in snapshots.items():
        if not snapshot.manifest.volledig:
            paren = {(r["veld"], r["regio"][:2]) for r in rijen(tabel)}
            gevuld = {(r["veld"], r["regio"][:2]) for r in rijen(tabel) if r["tekst"] is not None}
            assert paren == gevuld


def test_corporation_homes_per_buurt_are_not_in_the_copy(snapshots, rijen):
    kolommen = snapshots["85984NED"].manifest.kolommen
    velden = {k.veld for k in kolommen if k.stam == "InBezitWoningcorporatie"}
    assert len(velden) == 1
    assert velden.isdisjoint(r["veld"] for r in rijen("85984NED"))


def test_income_per_inhabitant_2024_is_there_for_21_wijken_and_16_buurten(rijen):
    gemeten = [
        r["regio"]
        for r in rijen("85984NED")
        if r["veld"].startswith("GemiddeldInkomenPerInwoner_") and r["tekst"] is not None
    ]
    assert sum(code.startswith("WK") for code in gemeten) == 21
    assert sum(code.startswith("BU") for code in gemeten) == 16


@pytest.mark.parametrize(
    ("tabel", "stam", "minimaal"),
    [
        ("85984NED", "AantalInwoners", 14_000),
        ("85984NED", "k_65JaarOfOuder", 13_000),
        ("85984NED", "k_0Tot15Jaar", 13_000),
        ("85984NED", "Bevolkingsdichtheid", 13_000),
        ("85984NED", "GemiddeldeHuishoudensgrootte", 14_000),
        ("85984NED", "HuishoudensTotaal", 13_000),
        ("85984NED", "GemiddeldeWOZWaardeVanWoningen", 12_000),
        ("85984NED", "Koopwoningen", 12_000),
        ("85984NED", "PercentageEengezinswoning", 12_000),
        ("85984NED", "AfstandTotHuisartsenpraktijk", 13_000),
        ("85984NED", "AfstandTotGroteSupermarkt", 13_000),
        ("85984NED", "AfstandTotSchool", 13_000),
        ("85984NED", "MateVanStedelijkheid", 14_000),
        ("50090NED", "ErvarenGezondheidGoedZeerGoed", 13_000),
        ("50090NED", "Eenzaam", 13_000),
        ("50090NED", "MoeiteMetRondkomen", 13_000),
        ("50090NED", "Mantelzorger", 13_000),
        ("50090NED", "Vrijwilligerswerk", 13_000),
    ],
)
def test_every_buurt_of_the_country_is_there_for_the_figures_that_are_placed_in_it(
    snapshots, rijen, tabel, stam, minimaal
):
    veld = next(k.veld for k in snapshots[tabel].manifest.kolommen if k.stam == stam)
    buurten = {r["regio"] for r in rijen(tabel) if r["veld"] == veld and r["regio"][:2] == "BU"}
    assert len(buurten) >= minimaal
    namen = dict(
        zip(*(snapshots[tabel].regios()[k].to_pylist() for k in ("regio", "naam")), strict=True)
    )
    assert all(namen[code] for code in buurten)


def test_the_column_lists_tell_columns_of_one_stem_apart(snapshots):
    flats = [k for k in snapshots["84799NED"].manifest.kolommen if k.stam == "Appartement"]
    assert {(k.eenheid, k.pad.split(" > ")[0]) for k in flats} == {
        ("kWh", "Energie"),
        ("m³", "Energie"),
    }
    assert len({k.pad for k in flats}) == 2


@pytest.fixture(scope="module", params=["grenzen-2017", "grenzen-2024"])
def vormen(request, rijen):
    return {r["regio"]: shapely.from_wkt(r["tekst"]) for r in rijen(request.param)}


def van_soort(vormen, voorvoegsel):
    return np.array([vorm for code, vorm in sorted(vormen.items()) if code.startswith(voorvoegsel)])


@pytest.mark.parametrize("voorvoegsel", ["BU", "WK", "GM"])
def test_boundaries_are_valid_and_neighbours_neither_overlap_nor_leave_gaps(vormen, voorvoegsel):
    vlakken = van_soort(vormen, voorvoegsel)
    assert shapely.is_valid(vlakken).all()
    assert (shapely.area(vlakken) > 0).all()
    assert shapely.coverage_is_valid(vlakken)


def test_boundaries_lie_in_the_netherlands_in_degrees(vormen):
    west, zuid, oost, noord = shapely.total_bounds(van_soort(vormen, "GM"))
    assert 4.2 < west < oost < 6.8
    assert 51.6 < zuid < noord < 52.5


def test_every_area_is_exactly_the_sum_of_its_buurten(vormen):
    for code, vorm in vormen.items():
        delen = [v for c, v in vormen.items() if c.startswith("BU") and c[2:].startswith(code[2:])]
        assert vorm.equals(shapely.union_all(delen))


def test_the_outline_of_a_gemeente_has_no_slots(vormen):
    # Grown and shrunk by thirty metres (in degrees), a slot narrower than sixty closes.
    half = 30 / 111_000
    vorm = vormen["GM0141"]
    dicht = vorm.buffer(half, join_style="mitre").buffer(-half, join_style="mitre")
    assert dicht.difference(vorm).area / vorm.area < 0.00003


def test_why_homes_are_not_told_per_former_gemeente_is_what_the_copy_says():
    (waarden,) = INGEBED.glob("vivet/*/waarden.parquet")
    alle, zonder, nieuw, nieuw_alle = duckdb.execute(
        """
        select
            sum(tekst::int),
            sum(tekst::int) filter (dimensies like '%voormalige_gemeente=GM1963'),
            sum(tekst::int) filter (
                dimensies like '%voormalige_gemeente=GM1963' and dimensies like '%vanaf 2015%'
            ),
            sum(tekst::int) filter (dimensies like '%vanaf 2015%')
        from read_parquet($1)
        where regio = 'GM1963'
        """,
        [str(waarden)],
    ).fetchone()
    assert nieuw / nieuw_alle == pytest.approx(0.5, abs=0.02)
    gezegd = load_teksten().zin("verantwoording.niet_opgenomen")
    for aantal in (alle, zonder, nieuw):
        assert getal(aantal) in gezegd

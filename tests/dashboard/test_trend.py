"""A series over a changed area is no series: cut and drawn so. Made-up figures."""

from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from dashboard.components.woorden import met_breuken
from dashboard.context import make_context
from dashboard.factsheet.cijfers import reeks_van
from dashboard.figures.schaal import Schaal
from dashboard.figures.trend import Punt, trend
from wijken.bron import Breuk
from wijken.periode import Periode
from wijken.regio import Regiocode
from wijken.waarneming import Herkomst, Status, Waarneming


@pytest.fixture(scope="module")
def context(database, tmp_path_factory):
    return make_context(database, tmp_path_factory.mktemp("data"))


SVG = "{http://www.w3.org/2000/svg}"


def lees(svg):
    return ET.fromstring(svg)  # noqa: S314 - drawn by ourselves


def verzonnen(code, *punten, bron="verzonnen"):
    """Figures of a region from (year, division, value)."""
    return [
        Waarneming(
            "verzonnen",
            Regiocode(code),
            indeling,
            Periode(jaar),
            waarde,
            Status.GEHEIM if waarde is None else Status.GEMETEN,
            Herkomst(bron, "verzonnen", "verzonnen"),
        )
        for jaar, indeling, waarde in punten
    ]


def jaren(delen):
    return [[w.periode.jaar for w in deel] for deel in delen]


@pytest.mark.parametrize(
    ("slug", "code", "punten", "verwacht"),
    [
        # Proven unchanged: one line over two divisions.
        (
            "hw-wonen",
            "BU19630000",
            [(2020, 2020, 1.0), (2022, 2022, 2.0), (2024, 2024, 3.0)],
            [[2020, 2022, 2024]],
        ),
        # Redrawn in 2021: the line breaks there.
        (
            "beter-wonen",
            "WK014111",
            [(2016, 2020, 1.0), (2020, 2020, 2.0), (2024, 2024, 3.0)],
            [[2016, 2020], [2024]],
        ),
        # The gemeente itself stayed.
        (
            "beter-wonen",
            "GM0141",
            [(2020, 2020, 1.0), (2022, 2022, 2.0), (2024, 2024, 3.0)],
            [[2020, 2022, 2024]],
        ),
        # Two points are no series, and a missing one is no point.
        ("beter-wonen", "GM0141", [(2020, 2020, 1.0), (2022, 2022, None), (2024, 2024, 3.0)], []),
        # Nothing but loose points is no series either.
        (
            "beter-wonen",
            "BU01411301",
            [(2016, 2016, 1.0), (2020, 2020, 2.0), (2024, 2024, 3.0)],
            [],
        ),
    ],
)
def test_a_line_runs_only_where_the_area_is_proven_the_same(
    catalogus, slug, code, punten, verwacht
):
    assert jaren(reeks_van(catalogus.werkgebied(slug), verzonnen(code, *punten))) == verwacht


def test_another_source_breaks_the_line(catalogus):
    reeks = verzonnen("GM0141", (2018, 2020, 1.0), (2019, 2020, 2.0))
    reeks += verzonnen("GM0141", (2020, 2020, 3.0), bron="verzonnen_anders")
    assert jaren(reeks_van(catalogus.werkgebied("beter-wonen"), reeks)) == [[2018, 2019], [2020]]


def test_another_way_of_measuring_breaks_the_line(catalogus):
    reeks = verzonnen("GM0141", (2018, 2020, 1.0), (2019, 2020, 2.0), (2020, 2020, 3.0))
    breuken = (Breuk(2020, "verzonnen"),)
    gebied = catalogus.werkgebied("beter-wonen")
    assert jaren(reeks_van(gebied, reeks, breuken)) == [[2018, 2019], [2020]]


def test_the_words_of_a_series_say_why_it_is_broken(context):
    reeks = verzonnen("WK014111", (2019, 2019, 1.0), (2024, 2024, 3.0))
    anders = [replace(w, indicator="woz_gemiddelde") for w in reeks]
    tekst = met_breuken(context, [[anders[0]], [anders[1]]], ["2019: 1", "2024: 3"])
    assert tekst.startswith("2019: 1 (grenzen gewijzigd; anders gemeten: vanaf 2020 telt CBS")
    assert tekst.endswith(") 2024: 3")


def test_a_break_is_drawn_as_a_break():
    delen = [[Punt(2016, 2.0), Punt(2020, 4.0)], [Punt(2024, 6.0)]]
    beeld = trend("verzonnen", ("Titel", "Tekst"), delen, Schaal(0, 10, 5), "#0B6470")
    boom = lees(beeld)
    lijnen = [lijn for lijn in boom.findall(f"{SVG}line") if lijn.get("stroke") == "#0B6470"]
    assert len(boom.findall(f"{SVG}circle")) == 3
    assert len(lijnen) == 1
    assert len(boom.findall(f".//{SVG}path")) == 1
    assert boom.findall(f".//{SVG}text") == []


def test_years_stand_as_far_apart_as_they_are():
    delen = [[Punt(2012, 2.0), Punt(2014, 2.0), Punt(2022, 2.0)]]
    beeld = trend("verzonnen", ("Titel", "Tekst"), delen, Schaal(0, 10, 5), "#0B6470")
    plekken = [float(c.get("cx").rstrip("%")) for c in lees(beeld).findall(f"{SVG}circle")]
    assert plekken[2] - plekken[1] == pytest.approx(4 * (plekken[1] - plekken[0]))

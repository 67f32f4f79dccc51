"""Layers that lie on the map go along on paper and in pictures, or it is said that they do not."""

import re
import shutil
from xml.etree import ElementTree as ET

import duckdb
import pytest
import shapely

from dashboard.app import create_app
from dashboard.components.kaart.beeld import lees_beeld
from dashboard.context import make_context
from dashboard.kaart.lagen import lagen
from tests.dashboard.pdf_lezen import lees, zonder_wit

SVG = "{http://www.w3.org/2000/svg}"
HW = "gebied=hw-wonen&indicator=ouderen_65_aandeel"
VERZONNEN = [
    ("node/1", "huisarts", "BU19630000", 4.41, 51.82),
    ("node/2", "bibliotheek", "BU19630000", 4.4101, 51.8201),
    ("node/3", "huisarts", "BU19630700", 4.55, 51.75),
]


@pytest.fixture(scope="module")
def context(database, tmp_path_factory):
    """The real database with made-up facilities in it."""
    kopie = tmp_path_factory.mktemp("verzonnen") / "wijken-verzonnen.duckdb"
    shutil.copy(database, kopie)
    with duckdb.connect(str(kopie)) as verbinding:
        for id_, soort, regio, lengte, breedte in VERZONNEN:
            verbinding.execute(
                "insert into core.voorziening (id, soort, naam, regio, indeling, geometrie, bron, "
                "opgehaald) values ($1, $2, 'Verzonnen', $3, 2024, $4, 'osm', '2026-11-20')",
                [id_, soort, regio, shapely.to_wkb(shapely.Point(lengte, breedte))],
            )
    return make_context(database=kopie, data_map=kopie.parent)


@pytest.fixture(scope="module")
def haal(context):
    klant = create_app(context).server.test_client()

    def vraag(pad, query):
        antwoord = klant.get(f"{pad}?{query}", buffered=True)
        assert antwoord.status_code == 200
        return antwoord.data

    return vraag


@pytest.fixture
def svg(haal):
    def vraag(query):
        return ET.fromstring(haal("/kaart.svg", query))  # noqa: S314 - our own drawing

    return vraag


def woorden(svg_):
    return [tekst.text for tekst in svg_.iter(f"{SVG}text")]


def test_facilities_have_their_letters_and_close_ones_their_number(svg):
    zonder, met = woorden(svg(HW)), woorden(svg(f"{HW}&laag=voorzieningen"))
    assert met.count("Hu") == zonder.count("Hu") + 1  # alone at its place
    assert "2" in met  # a doctor and a library side by side
    alles = " ".join(met)
    assert "Hu Huisarts" in alles
    assert "© OpenStreetMap-bijdragers" in alles


def test_the_homes_are_bars_as_on_the_screen_and_what_has_no_place_is_counted(svg, context):
    gezien = svg(f"{HW}&laag=woningen")
    with context.reader.momentopname() as nu:
        vraag = {"gebied": "hw-wonen", "indicator": "ouderen_65_aandeel", "laag": "woningen"}
        delen = lagen(lees_beeld(context, nu, vraag))["woningen"]["delen"]
    grijs = [r for r in gezien.iter(f"{SVG}rect") if r.get("fill") == "#7D8589"]
    alles = " ".join(woorden(gezien))
    weg = re.search(r"Voor (\d+) balken", alles)
    assert len(grijs) - 1 == len(delen) - (int(weg[1]) if weg else 0)  # one is of the legend
    assert "Eengezinswoning" in alles


def test_the_bar_of_a_wijk_stands_under_its_count(svg):
    alles = " ".join(woorden(svg(f"{HW}&niveau=wijk&laag=initiatieven+woningen")))
    weg = re.search(r"Voor (\d+) balken", alles)
    assert weg is None or int(weg[1]) <= 2


def test_the_focus_has_its_dashed_line_and_what_does_not_count_is_lighter(svg):
    def streepjes(gezien):
        return [p for p in gezien.iter(f"{SVG}path") if p.get("stroke-dasharray")]

    assert streepjes(svg(HW)) == []
    gezien = svg(f"{HW}&laag=focus&focus=WK196300")
    assert len(streepjes(gezien)) == 1
    assert "Focus: Oud-Beijerland." in " ".join(woorden(gezien))
    deel = svg(f"{HW}&focus=WK196300&deel=rest")
    assert len([p for p in deel.iter(f"{SVG}path") if p.get("fill-opacity")]) == 1
    assert "Bekeken is: de rest." in " ".join(woorden(deel))


def test_names_of_buurten_are_drawn_when_they_are_on_and_the_missing_are_counted(svg):
    zonder, met = (" ".join(woorden(svg(f"{HW}{laag}"))) for laag in ("", "&laag=namen"))
    assert "Numansdorp Buitengebied" in met
    assert "Numansdorp Buitengebied" not in zonder
    assert re.search(r"Van \d+ buurten past de naam hier niet\.", met)


@pytest.mark.parametrize(
    ("vraag", "zin"),
    [
        (f"{HW}&achtergrond=ja", "straten en het water van het scherm staan er niet op"),
        ("laag=voorzieningen", "Almelo: voorzieningen staan er niet op"),
        (f"{HW}&laag=woningen&woningen=bouwperiode", "de woningen staan er niet op"),
        ("laag=focus&focus=BU01411101", "Daarom staat de focus niet op de kaart"),
    ],
)
def test_a_layer_that_is_not_drawn_is_said_on_picture_and_paper(svg, haal, vraag, zin):
    assert zin in " ".join(" ".join(woorden(svg(vraag))).split())
    pdf = lees(haal("/kaart/tafelkaart.pdf", vraag)).paginatekst[0]
    assert zonder_wit(zin) in pdf


def test_the_table_map_has_the_layers_in_its_legend_and_every_buurt_still_named(haal, context):
    vraag = f"{HW}&laag=initiatieven+voorzieningen+woningen+focus&focus=WK196300"
    pdf = zonder_wit(lees(haal("/kaart/tafelkaart.pdf", vraag)).paginatekst[0])
    for deel in ("Hu Huisarts", "Eengezinswoning", "Focus: Oud-Beijerland.", "geteld"):
        assert zonder_wit(deel) in pdf
    with context.reader.momentopname() as nu:
        vragen = {"gebied": "hw-wonen", "indicator": "ouderen_65_aandeel"}
        for regio in lees_beeld(context, nu, vragen).regios:
            assert zonder_wit(regio.naam) in pdf, regio.naam

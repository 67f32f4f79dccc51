"""The document of a map: shapes and figures of made-up areas, written by folium."""

import json
import re

import pytest
import shapely

from dashboard.figures.kaart import Bestanden, kaartdocument, script_hash
from dashboard.figures.kaartgegevens import Kaartinhoud, kaartgegevens, veilig_json
from dashboard.figures.kaartvorm import is_breed, maak_kaartvorm
from dashboard.gegevens import Kaartcijfer
from wijken.regio import Regio, Regiocode
from wijken.waarneming import Status

BESTANDEN = Bestanden((("stijl_css", "/stijl.css"),), (("kaart_js", "/kaart.js"),))
STAP = 0.02


def verzonnen_vlak(kolom, rij):
    return shapely.box(
        6 + kolom * STAP, 52 + rij * STAP, 6 + (kolom + 1) * STAP, 52 + (rij + 1) * STAP
    )


def verzonnen_buurt(nummer, naam, vlak):
    return Regio(Regiocode(f"BU9999{nummer}"), 2024, naam), shapely.to_wkb(vlak)


@pytest.fixture
def verzonnen_buurten():
    """Four squares in a row, two in each of two wijken."""
    nummers = ("0100", "0101", "0200", "0201")
    return [
        verzonnen_buurt(nummer, f"Verzonnen buurt {n}", verzonnen_vlak(n, 0))
        for n, nummer in enumerate(nummers)
    ]


@pytest.fixture
def inhoud(verzonnen_buurten, catalogus):
    def maak(cellen=(), **anders):
        velden = {
            "titel": "Verzonnen kaart",
            "bronregel": "Verzonnen grenzen",
            "regios": [regio for regio, _ in verzonnen_buurten],
            "vorm": maak_kaartvorm(verzonnen_buurten, {"WK999901": "Verzonnen wijk"}),
            "cellen": cellen,
            "indicatoren": [catalogus.indicator("ouderen_65_aandeel")],
            "zinnen": {},
        }
        return Kaartinhoud(**{**velden, **anders})

    return maak


def gegevens_in(document):
    gevonden = re.search(
        r'<script type="application/json"[^>]*>(.*?)</script>', document, re.DOTALL
    )
    return json.loads(gevonden[1])


def test_the_same_contents_give_the_same_document(inhoud):
    assert kaartdocument(inhoud(), BESTANDEN) == kaartdocument(inhoud(), BESTANDEN)


def test_the_document_loads_only_the_files_it_is_given(inhoud):
    document = kaartdocument(inhoud(), BESTANDEN)
    assert re.findall(r'(?:src|href)="([^"]*)"', document) == ["/kaart.js", "/stijl.css"]
    assert "http" not in document.replace("http-equiv", "")


def test_the_document_is_dutch_titled_and_may_be_zoomed(inhoud):
    document = kaartdocument(inhoud(), BESTANDEN)
    assert '<html lang="nl">' in document
    assert "<title>Verzonnen kaart</title>" in document
    assert "user-scalable" not in document
    assert "maximum-scale" not in document


def test_the_only_script_inside_is_the_one_the_hash_allows(inhoud):
    import base64
    import hashlib

    scripts = re.findall(r"<script>(.*?)</script>", kaartdocument(inhoud(), BESTANDEN), re.DOTALL)
    sommen = [base64.b64encode(hashlib.sha256(s.encode()).digest()).decode() for s in scripts]
    assert [f"'sha256-{som}'" for som in sommen] == [script_hash()]


@pytest.mark.parametrize(
    "naam",
    [
        "</script><script>alert(1)</script>",
        "{{ 7 * 7 }}",
        "{% raw %}",
        "{{{#",
        "<!--",
        "’t Hof & Zn",
    ],
)
def test_a_name_from_outside_stays_text(inhoud, verzonnen_buurten, naam):
    regios = [Regio(r.code, r.indeling, naam) for r, _ in verzonnen_buurten]
    document = kaartdocument(inhoud(regios=regios, titel=naam), BESTANDEN)
    assert gegevens_in(document)["namen"] == [naam] * 4
    assert len(re.findall(r"<script", document)) == 3
    assert "49" not in re.search(r"<title>(.*?)</title>", document)[1]


def test_safe_json_gives_back_what_went_in():
    gegevens = {"a": ["</x>", "{{", "{%", 1.5, None], "b": {}}
    assert json.loads(veilig_json(gegevens)) == gegevens


def cel(regio, waarde, status=Status.GEMETEN, **meer):
    return Kaartcijfer("ouderen_65_aandeel", regio, 2024, waarde, status, **meer)


def test_a_missing_figure_is_a_word_and_never_a_number(inhoud):
    cellen = [
        cel("BU99990100", 0.0),
        cel("BU99990101", None, Status.GEHEIM),
        cel("BU99990200", 33.333333, onzeker=True),
    ]
    cijfers = json.loads(kaartgegevens(inhoud(cellen)))["cijfers"]["ouderen_65_aandeel"]["2024"]
    assert cijfers == {"cel": [0, "geheim", 33.3333, "niet_in_kopie"], "onzeker": [2]}


def test_a_year_without_any_figure_is_one_word(inhoud):
    codes = ("BU99990100", "BU99990101", "BU99990200", "BU99990201")
    cellen = [cel(code, None, Status.NIET_GELEVERD) for code in codes]
    cijfers = json.loads(kaartgegevens(inhoud(cellen)))["cijfers"]["ouderen_65_aandeel"]
    assert cijfers == {"2024": {"cel": "niet_geleverd", "onzeker": []}}


def test_figures_of_other_areas_and_hidden_indicators_stay_out(inhoud):
    ander = Kaartcijfer("verborgen_aantal", "BU99990100", 2024, 3.0, Status.GEMETEN)
    cijfers = json.loads(kaartgegevens(inhoud([cel("BU88880100", 5.0), ander])))["cijfers"]
    assert cijfers == {"ouderen_65_aandeel": {}}


def test_every_area_is_a_feature_with_its_code(inhoud):
    gegevens = json.loads(kaartgegevens(inhoud()))
    assert [vlak["id"] for vlak in gegevens["vlakken"]["features"]] == gegevens["codes"]


def test_names_of_wijken_stand_inside_their_wijk(verzonnen_buurten):
    vorm = maak_kaartvorm(verzonnen_buurten, {"WK999901": "Verzonnen wijk"})
    eerste = vorm.wijken[0]
    lat, lon = eerste.plek
    wijk = shapely.union(verzonnen_vlak(0, 0), verzonnen_vlak(1, 0))
    assert (eerste.code, eerste.naam) == ("WK999901", "Verzonnen wijk")
    assert wijk.contains(shapely.Point(lon, lat))


def test_the_outline_loses_spikes_and_loose_slivers_but_keeps_islands():
    naald = shapely.box(6.04, 52.0100, 6.06, 52.0101)
    splinter = shapely.box(6.1, 52.0, 6.11, 52.0002)
    eiland = verzonnen_vlak(6, 0)
    vlak = shapely.union_all([verzonnen_vlak(0, 0), verzonnen_vlak(1, 0), naald, splinter, eiland])
    vorm = maak_kaartvorm([verzonnen_buurt("0100", "Verzonnen", vlak)], {})
    omtrek = shapely.geometry.shape(vorm.omtrek)
    hoogste_oost = max(x for x, _ in shapely.get_coordinates(omtrek))
    assert shapely.distance(omtrek, shapely.Point(6.06, 52.01005)) > 0.01
    assert shapely.distance(omtrek, shapely.Point(6.105, 52.0001)) > 0.01
    assert hoogste_oost == pytest.approx(6 + 7 * STAP, abs=0.0005)


def test_areas_fill_their_outline_and_no_more():
    vlak = verzonnen_vlak(0, 0)
    # A narrow inlet, which the outline closes, and a sliver in the water, which it leaves out.
    inham = shapely.box(6.0099, 52.01, 6.0103, 52.02)
    los = shapely.box(6.05, 52.05, 6.0502, 52.0501)
    inhammen = shapely.union_all([shapely.difference(vlak, inham), los])
    vorm = maak_kaartvorm([verzonnen_buurt("0100", "Verzonnen buurt", inhammen)], {})
    getekend = shapely.geometry.shape(vorm.vlakken[0]["geometry"])
    assert getekend.covers(shapely.Point(6.0101, 52.015))
    assert not getekend.intersects(los)
    assert getekend.area == pytest.approx(vlak.area, rel=0.02)


def test_borders_between_wijken_are_drawn_on_a_map_of_buurten_only(verzonnen_buurten):
    wijk = [(Regio(Regiocode("WK999901"), 2024, "Verzonnen"), verzonnen_buurten[0][1])]
    assert maak_kaartvorm(verzonnen_buurten, {}).wijkgrenzen is not None
    assert maak_kaartvorm(wijk, {}).wijkgrenzen is None


@pytest.mark.parametrize(
    ("plaatsen", "breed"), [([(0, 0), (3, 0)], True), ([(0, 0), (0, 3)], False)]
)
def test_a_map_knows_whether_it_lies_or_stands(plaatsen, breed):
    buurten = [
        verzonnen_buurt(f"010{n}", "Verzonnen", verzonnen_vlak(*plaats))
        for n, plaats in enumerate(plaatsen)
    ]
    assert is_breed(buurten) is breed

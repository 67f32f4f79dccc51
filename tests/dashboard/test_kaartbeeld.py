"""The paper map's parts: scale, places of names, fills; on made-up shapes."""

from itertools import combinations
from pathlib import Path

import pytest
import shapely

from dashboard.figures.kaartbeeld import INKT, PAPIER, Vulling, patronen
from dashboard.figures.kaartblik import Blik, Vak
from dashboard.figures.kaartkleuren import TREDEN, vulling
from dashboard.figures.kaartnamen import plaats_naam, plaats_nummers
from dashboard.figures.letterbreedte import breedte, breek

GRENZEN = (6.0, 52.0, 6.1, 52.1)


def test_a_scale_bar_is_as_long_on_the_drawing_as_it_says():
    blik = Blik.passend(GRENZEN, Vak(0, 0, 500, 500))
    meter, lang = blik.lat(100)
    noord, zuid = blik.punt(6.0, 52.0 + meter / 111_320)[1], blik.punt(6.0, 52.0)[1]
    assert meter in {1000, 2000, 5000}
    assert zuid - noord == pytest.approx(lang)
    assert lang <= 100


def test_north_is_up_and_the_area_fits():
    blik = Blik.passend(GRENZEN, Vak(10, 20, 300, 100))
    links, boven, rechts, onder = blik.vorm(shapely.box(*GRENZEN)).bounds
    assert (boven, onder) == (pytest.approx(20), pytest.approx(120))
    assert links >= 10
    assert rechts <= 310
    assert blik.punt(6.0, 52.1)[1] < blik.punt(6.0, 52.0)[1]


@pytest.mark.parametrize("naam", ["Verzonnen", "Verzonnen buurt Oost", "Noord-Oost", "Ver/zonnen"])
def test_a_name_lies_wholly_inside_its_area_and_keeps_its_letters(naam):
    vlak = shapely.Point(100, 100).buffer(45)
    plek = plaats_naam(vlak, naam, (14.0, 10.0, 7.0))
    assert plek is not None
    assert vlak.contains(shapely.box(*plek.vak))
    assert "".join(plek.regels).replace(" ", "") == naam.replace(" ", "")


def test_a_name_too_long_for_its_area_gets_no_place():
    assert plaats_naam(shapely.box(0, 0, 20, 10), "Verzonnenstraat", (8.0, 7.0)) is None


def test_a_name_keeps_clear_of_a_hole_in_its_area():
    rond = shapely.Point(100, 100)
    vlak = shapely.difference(rond.buffer(70), rond.buffer(20))
    plek = plaats_naam(vlak, "Verzonnen", (10.0,))
    assert plek is not None
    assert vlak.contains(shapely.box(*plek.vak))


def test_the_largest_size_that_fits_is_taken():
    ruim, krap = (plaats_naam(shapely.box(0, 0, b, 30), "Naam", (12.0, 8.0)) for b in (90, 30))
    assert (ruim.maat, krap.maat) == (12.0, 8.0)


def test_numbers_close_together_do_not_cover_each_other():
    plekken = plaats_nummers([(50, 50), (52, 50), (50, 53)], ["1", "2", "3"], 8.0, [])
    vakken = [shapely.box(*plek.vak) for plek in plekken]
    assert all(a.intersection(b).area == 0 for a, b in combinations(vakken, 2))
    assert [plek.wijst is None for plek in plekken] == [True, False, False]


def test_broken_lines_are_no_wider_than_asked_unless_one_word_is():
    regels = breek("Een verzonnen zin met eenheelergheellangwoord erin", 10, 80)
    assert " ".join(regels) == "Een verzonnen zin met eenheelergheellangwoord erin"
    assert all(breedte(r, 10) <= 80 or " " not in r for r in regels)


def test_words_on_dark_classes_are_written_in_paper():
    inkten = [vulling(f"trede-{n}").inkt for n in range(1, 6)]
    assert inkten == [INKT, INKT, INKT, PAPIER, PAPIER]
    assert vulling("arcering").inkt == INKT


def test_the_colours_are_those_of_the_screen():
    css = Path("dashboard/assets/kaart_kleuren.css").read_text(encoding="utf-8").lower()
    assert all(f"--trede-{n}: {kleur.lower()};" in css for n, kleur in TREDEN.items())


def test_a_pattern_is_defined_for_each_colour_it_stands_on():
    svg = patronen([Vulling("#C9A24E", "punten"), Vulling("#6B4A12", "punten"), Vulling()], 6.0)
    assert svg.count("<pattern") == 2

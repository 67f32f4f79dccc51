"""The Dutch grid agrees with the official transformation where our areas are."""

import math

import pytest
from pyproj import Transformer

from wijken.rijksdriehoek import is_rd, naar_graden, naar_rd

PUNTEN = [(52.357, 6.66), (51.82, 4.41), (51.7, 4.6), (53.2, 5.1), (50.85, 5.7)]
OFFICIEEL = Transformer.from_crs("EPSG:4326", "EPSG:28992", always_xy=True)


@pytest.mark.parametrize("punt", PUNTEN, ids=str)
def test_the_grid_is_right_within_a_metre(punt):
    breedte, lengte = punt
    assert math.dist(naar_rd(breedte, lengte), OFFICIEEL.transform(lengte, breedte)) < 1


@pytest.mark.parametrize("punt", PUNTEN, ids=str)
def test_there_and_back_is_the_same_place(punt):
    assert naar_graden(*naar_rd(*punt)) == pytest.approx(punt, abs=1e-5)


def test_degrees_are_no_place_on_the_grid():
    assert is_rd(241_705, 486_217)
    assert not is_rd(6.66, 52.357)

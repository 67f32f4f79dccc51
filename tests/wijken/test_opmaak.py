"""Numbers are written as the Dutch write them."""

import pytest

from wijken.opmaak import getal, met_eenheid, van_de_tien


@pytest.mark.parametrize(
    ("waarde", "decimalen", "tekst"),
    [
        (73107, 0, "73.107"),
        (17407585, 0, "17.407.585"),
        (0.8, 1, "0,8"),
        (0, 0, "0"),
        (-0.04, 1, "0,0"),
        (-2.5, 1, "−2,5"),
        (2.5, 0, "3"),
        (0.285, 2, "0,29"),
        (29.95, 1, "30,0"),
        (1234.5, 1, "1.234,5"),
    ],
)
def test_a_number_has_a_comma_and_points(waarde, decimalen, tekst):
    assert getal(waarde, decimalen) == tekst


@pytest.mark.parametrize(
    ("indicator", "waarde", "tekst"),
    [
        ("inwoners_aantal", 73107, "73.107\u202finwoners"),
        ("corporatiewoningen_aandeel", 34, "34\u202f%"),
        ("bijstand_per_1000", 40.76, "41\u202fper 1.000 inwoners"),
        ("supermarkt_afstand", 0.8, "0,8\u202fkm"),
        ("woz_gemiddelde", 224, "224\u202fduizend euro"),
        ("stedelijkheid_klasse", 2, "sterk stedelijk"),
        ("leefbaarheid_woningen_score", -0.0071, "−0,007"),
    ],
)
def test_a_figure_carries_its_unit(catalogus, indicator, waarde, tekst):
    assert met_eenheid(waarde, catalogus.indicator(indicator)) == tekst


@pytest.mark.parametrize(
    ("procent", "tekst"),
    [
        (30.4, "3 van de 10 huishoudens"),
        (34, "34 van de 100 huishoudens"),
        (8, "8 van de 100 huishoudens"),
        (99.6, "100 van de 100 huishoudens"),
        (0.2, "0 van de 100 huishoudens"),
        (48.9, "5 van de 10 huishoudens"),
    ],
)
def test_a_share_is_said_as_people_say_it(procent, tekst):
    assert van_de_tien(procent, "huishoudens") == tekst

"""Names that may be of the same thing are found, others are not."""

import pytest

from wijken.gelijknamig import gelijkenis, gewone_woorden, kandidaten, kern


@pytest.mark.parametrize(
    ("een", "ander"),
    [
        ("Stichting Verzonnen Tuin", "Verzonnen tuin"),
        ("Buurthuis De Kolk", "De Kolk (buurthuis)"),
        ("Café Één", "cafe een"),
        ("Plukplek Verzonnenpark", "Plukplek Verzonnen park"),
    ],
)
def test_names_of_one_thing_are_alike(een, ander):
    assert gelijkenis(een, ander) > 0.9


@pytest.mark.parametrize(
    ("een", "ander"),
    [("Repair Café De Riet", "Buurtmoestuin Aalderinkshoek"), ("Speeltuin Oost", "Biljartclub")],
)
def test_names_of_different_things_are_not(een, ander):
    assert gelijkenis(een, ander) < 0.6


def test_a_word_that_many_names_have_tells_nothing_apart():
    namen = [f"Repair Café Verzonnen{n}" for n in range(6)]
    gewoon = gewone_woorden(namen)
    assert gewoon == {"repair", "cafe"}
    assert kern(namen[0], gewoon) == {"verzonnen0"}


def test_common_words_written_as_one_are_common_too():
    namen = [*(f"Repair Café Verzonnen{n}" for n in range(6)), "Repaircafé Verzonnen0"]
    gewoon = gewone_woorden(namen)
    assert "repaircafe" in gewoon
    assert gelijkenis(namen[0], namen[-1], gewoon) > 0.9


def test_a_name_of_common_words_only_keeps_them_all():
    assert kern("De Stichting") == {"de", "stichting"}


def test_each_pair_with_a_shared_word_is_a_candidate_once():
    namen = {1: "Tuin Verzonnen", 2: "Verzonnen Tuin", 3: "Biljart"}
    assert list(kandidaten(namen, frozenset())) == [(1, 2)]

"""Finding a place by its name, the way people type."""

import pytest

from wijken.zoeken import Naamkaart, Rang, lijkt_op, rang, woorden

STRIJEN = Naamkaart("Strijen-Centrum", ("Oude Kern",), ("Strijen", "Hoeksche Waard"))


@pytest.mark.parametrize(
    ("naam", "verwacht"),
    [
        ("'s-Gravendeel", ("s", "gravendeel")),
        ("Rohof e.o.", ("rohof", "en", "omgeving")),
        ("Café Überhaupt", ("cafe", "uberhaupt")),
        ("  ", ()),
    ],
)
def test_a_name_is_its_bare_words(naam, verwacht):
    assert woorden(naam) == verwacht


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("strijen centrum", Rang.GELIJK),
        ("STRIJENCENTRUM", Rang.GELIJK),
        ("Stríjen", Rang.BEGIN),
        ("centrum", Rang.WOORDEN),
        ("cent str", Rang.WOORDEN),
        ("oude kern", Rang.VROEGER),
        ("entrum", Rang.MIDDEN),
        ("centrum hoeksche", Rang.OMGEVING),
        ("almelo", None),
        ("-", None),
        ("", None),
    ],
)
def test_a_place_fits_what_was_typed_better_or_worse(tekst, verwacht):
    assert rang(STRIJEN, tekst) is verwacht


def test_what_is_typed_beyond_any_name_is_not_looked_at():
    assert rang(STRIJEN, "x" * 100_000) is None


def test_one_wrong_letter_still_finds_what_looks_like_it():
    assert lijkt_op(["Schelfhorst", "Strijen"], "schelvhorst", 3) == ("Schelfhorst",)
    assert lijkt_op(["Schelfhorst", "Strijen"], "qqqq", 3) == ()

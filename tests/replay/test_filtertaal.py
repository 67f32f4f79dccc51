"""The filter language of the replay server."""

import pytest

from tests.replay.filtertaal import FilterError, Kolommen, lees_delen, lees_filter

KOLOMMEN = Kolommen({"Regio", "Perioden"}, {"Inwoners_5"}, {"Regio"})
RIJ = {"Regio": "GM9901    ", "Perioden": "2030JJ00"}


@pytest.mark.parametrize(
    ("filter_", "verwacht"),
    [
        ("Regio eq 'GM9901    '", True),
        ("Regio eq 'GM9901'", False),
        ("Regio ne 'GM9901'", True),
        ("startswith(Regio,'GM99')", True),
        ("startswith(Regio, 'WK')", False),
        ("substringof('9901',Regio)", True),
        ("substringof('WK',Regio)", False),
        ("Perioden ge '2029JJ00'", True),
        ("Perioden lt '2029JJ00'", False),
        # `and` binds stronger than `or`, brackets stronger than both.
        ("startswith(Regio,'GM') or startswith(Regio,'WK') and Perioden eq 'x'", True),
        ("(startswith(Regio,'GM') or startswith(Regio,'WK')) and Perioden eq 'x'", False),
        ("not startswith(Regio,'GM')", False),
        ("not (Perioden eq 'x' or Perioden eq 'y')", True),
    ],
)
def test_a_filter_on_dimensions_is_applied(filter_, verwacht):
    assert lees_filter(filter_, KOLOMMEN)(RIJ) is verwacht
    assert all(deel.toets(RIJ) for deel in lees_delen(filter_, KOLOMMEN)) is verwacht


def test_parts_name_the_columns_they_look_at():
    filter_ = "(Regio eq 'a' or Regio eq 'b') and Perioden eq 'x' and Inwoners_5 eq 3"
    assert [deel.kolommen for deel in lees_delen(filter_, KOLOMMEN)] == [{"Regio"}, {"Perioden"}]
    (samen,) = lees_delen("Regio eq 'a' or Perioden eq 'x' and Regio eq 'b'", KOLOMMEN)
    assert samen.kolommen == {"Regio", "Perioden"}


@pytest.mark.parametrize(
    "filter_",
    [
        "Inwoners_5 eq 12",
        "Inwoners_5 eq 12 and Inwoners_5 ne 3",
        "Regio lt 'AA'",
        "not (Inwoners_5 gt 1)",
    ],
)
def test_a_filter_on_topics_or_the_order_of_regions_is_ignored(filter_):
    assert lees_filter(filter_, KOLOMMEN)(RIJ) is True
    assert lees_filter(f"{filter_} and Perioden eq 'x'", KOLOMMEN)(RIJ) is False
    assert lees_filter(f"({filter_}) or Perioden eq 'x'", KOLOMMEN)(RIJ) is False


def test_a_doubled_quote_is_one_quote():
    rij = {"Regio": "'s-Verzonnen", "Perioden": ""}
    assert lees_filter("Regio eq '''s-Verzonnen'", KOLOMMEN)(rij)


@pytest.mark.parametrize(
    "filter_",
    [
        "Regio in ('GM9901')",
        "Regio eq GM9901",
        "Onbekend eq 'x'",
        "startswith(Regio,'GM'",
        "Regio eq",
        "Regio eq 'a' Regio",
        "Regio & 'x'",
    ],
)
def test_what_is_no_filter_is_refused(filter_):
    with pytest.raises(FilterError):
        lees_filter(filter_, KOLOMMEN)

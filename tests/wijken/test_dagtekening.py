"""Dates as people type them are read, and what is no date is not."""

import pytest

from wijken.dagtekening import lees_datum


@pytest.mark.parametrize(
    ("tekst", "iso"),
    [
        ("2024-05-03", "2024-05-03"),
        ("3-5-2024", "2024-05-03"),
        ("03/05/2024", "2024-05-03"),
        ("3.5.2024", "2024-05-03"),
        ("3 mei 2024", "2024-05-03"),
        ("3 sept. 2024", "2024-09-03"),
        ("mei 2024", "2024-05"),
        ("5-2024", "2024-05"),
        ("2024-05", "2024-05"),
        ("2024", "2024"),
        ("2024-05-03 00:00:00", "2024-05-03"),
    ],
)
def test_a_date_is_read_as_far_as_it_was_said(tekst, iso):
    assert lees_datum(tekst) == iso


@pytest.mark.parametrize(
    "tekst",
    ["", "gisteren", "31-2-2024", "2024-13-01", "3-5-24", "1024", "12 verzonnen 2024", "٣-5-2024"],
)
def test_what_is_no_date_is_not_read(tekst):
    assert lees_datum(tekst) is None

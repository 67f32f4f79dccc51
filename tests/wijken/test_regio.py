"""Region codes check themselves and know their parents."""

import pytest

from wijken.errors import InvoerError
from wijken.regio import NEDERLAND, Regiocode, Soort


@pytest.mark.parametrize(
    ("tekst", "code", "soort"),
    [
        ("NL00      ", "NL00", Soort.LAND),
        ("NL01      ", "NL00", Soort.LAND),
        ("GM0141    ", "GM0141", Soort.GEMEENTE),
        ("WK014110  ", "WK014110", Soort.WIJK),
        ("bu01411000", "BU01411000", Soort.BUURT),
    ],
)
def test_a_padded_code_is_read_as_cbs_writes_it(tekst, code, soort):
    gelezen = Regiocode.parse(tekst)
    assert (gelezen.code, gelezen.soort) == (code, soort)


@pytest.mark.parametrize(
    "tekst", ["", "GM141", "GM01411", "WK0141100", "BU0141100", "XX0141", "GM014A", "GM0141; drop"]
)
def test_what_is_no_code_is_refused_with_the_right_forms(tekst):
    with pytest.raises(InvoerError, match="geen regiocode.*GM0141"):
        Regiocode.parse(tekst)


def test_a_buurt_knows_its_wijk_gemeente_and_country():
    buurt = Regiocode("BU01411000")
    assert buurt.ouder == Regiocode("WK014110")
    assert buurt.ouder.ouder == Regiocode("GM0141") == buurt.gemeente
    assert buurt.gemeente.ouder == NEDERLAND
    assert NEDERLAND.ouder is None
    assert NEDERLAND.gemeente is None


def test_a_gemeente_has_no_wijk():
    assert Regiocode("GM0141").wijk is None

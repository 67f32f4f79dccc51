"""A value is there exactly when it was measured; 0 is a number."""

import pytest

from wijken.errors import WijkenError
from wijken.periode import Periode
from wijken.regio import Regiocode
from wijken.waarneming import Herkomst, Status, Waarneming


def _waarneming(waarde, status):
    herkomst = Herkomst("kwb", "84799NED", "2021-03-26")
    return Waarneming(
        "bijstand_aantal", Regiocode("GM0141"), 2020, Periode(2020), waarde, status, herkomst
    )


def test_zero_is_a_measured_number():
    assert _waarneming(0.0, Status.GEMETEN).waarde == 0


@pytest.mark.parametrize("status", [s for s in Status if s is not Status.GEMETEN])
def test_a_missing_figure_carries_no_value(status):
    assert _waarneming(None, status).waarde is None
    with pytest.raises(WijkenError, match="past niet bij status"):
        _waarneming(0.0, status)


def test_a_measured_figure_carries_one():
    with pytest.raises(WijkenError, match="GM0141 in 2020"):
        _waarneming(None, Status.GEMETEN)

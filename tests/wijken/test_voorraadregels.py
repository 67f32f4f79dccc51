"""The rules of the homes: what is missing or empty in the file is named."""

import tomllib

import pytest

from wijken.errors import WijkenError
from wijken.voorraadregels import lees_voorraadregels

VERZONNEN = """
[kengetallen]
totaal = ["een_aantal"]
[[groep]]
id = "soort"
[[groep.vorm]]
delen = [{ id = "een", plus = ["een_aandeel"] }]
rest = "ander"
"""


def test_a_form_names_its_parts_and_the_indicators_it_needs():
    regels = lees_voorraadregels(tomllib.loads(VERZONNEN))
    assert regels.indicatoren == {"een_aantal", "een_aandeel"}
    assert regels.groepen[0].vormen[0].rest == "ander"


@pytest.mark.parametrize(
    ("weg", "melding"),
    [
        ('[kengetallen]\ntotaal = ["een_aantal"]\n', "kengetallen"),
        (', plus = ["een_aandeel"]', "plus"),
        ('{ id = "een", plus = ["een_aandeel"] }', "ten minste één deel"),
    ],
)
def test_a_fault_in_the_file_is_named(weg, melding):
    with pytest.raises(WijkenError, match=melding):
        lees_voorraadregels(tomllib.loads(VERZONNEN.replace(weg, "")))

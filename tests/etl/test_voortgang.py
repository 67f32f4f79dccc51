"""A bar for each source where somebody looks: how far it is, and which tables are under way."""

import io
import sys
from dataclasses import replace

import pytest

from etl.voortgang import Voortgang
from tests.replay import verzonnen


class Scherm(io.StringIO):
    """A terminal."""

    def isatty(self):
        return True


def kijk(monkeypatch):
    # In the test itself: between fixture and test pytest puts its own stream back.
    scherm = Scherm()
    monkeypatch.setattr(sys, "stderr", scherm)
    return scherm


def test_every_source_has_its_bar_with_what_is_under_way(monkeypatch):
    scherm = kijk(monkeypatch)
    bronnen = verzonnen.catalogus().bronnen
    eerste, tweede = bronnen["verzonnen"], bronnen["verzonnen_gezondheid"]
    with Voortgang() as voortgang:
        for bron in (eerste, eerste, tweede):
            voortgang.verwacht(bron)
        with voortgang.bezig(eerste, "V1"), voortgang.bezig(eerste, "V2"):
            beide = scherm.getvalue()
        daarna = scherm.getvalue()
    assert "Bron verzonnen:" in beide
    assert "0/2" in beide
    assert "V1, V2" in beide
    assert "Bron verzonnen_gezondheid:" in beide
    assert "2/2" in daarna


def test_a_source_that_fails_still_moves_its_bar(monkeypatch):
    scherm = kijk(monkeypatch)
    bron = replace(verzonnen.catalogus().bronnen["verzonnen"], naam="Kapot")
    with Voortgang() as voortgang:
        voortgang.verwacht(bron)
        with pytest.raises(RuntimeError), voortgang.bezig(bron, "V1"):
            raise RuntimeError
        assert "1/1" in scherm.getvalue()

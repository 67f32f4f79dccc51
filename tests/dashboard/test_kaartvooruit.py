"""The classes of every theme at once: the same as the page has of each."""

from itertools import islice

import pytest

from dashboard.components.kaart.beeld import lees_beeld
from dashboard.components.kaart.wens import wens
from dashboard.context import make_context


@pytest.mark.parametrize("niveau", ["buurt", "wijk"])
@pytest.mark.parametrize("gebied", ["beter-wonen", "hw-wonen"])
def test_a_theme_looks_ahead_as_the_page_will_say(klant, database, gebied, niveau):
    alle = klant.get(f"/kaart/klassen.json?gebied={gebied}&niveau={niveau}").get_json()
    assert len(alle) > 30
    ander = make_context(database=database, data_map=database.parent)
    with ander.reader.momentopname() as nu:
        for indicator, klassen in islice(alle.items(), 0, None, 9):
            vraag = {"gebied": gebied, "niveau": niveau, "indicator": indicator}
            beeld = lees_beeld(ander, nu, vraag)
            straks = wens(beeld)
            assert klassen["grenzen"] == list(straks["grenzen"])
            assert klassen["kleuren"] == straks["kleuren"]
            assert klassen["nieuwste"] == straks["jaar"]
            assert klassen["jaren"][straks["jaar"]] == beeld.staat.indeling


@pytest.mark.parametrize("vraag", ["", "gebied=mars&niveau=buurt", "gebied=hw-wonen&niveau=land"])
def test_what_is_no_map_has_no_classes(klant, vraag):
    assert klant.get(f"/kaart/klassen.json?{vraag}").status_code == 404


def test_the_answer_is_not_sent_twice(klant):
    adres = "/kaart/klassen.json?gebied=hw-wonen&niveau=wijk"
    merk = klant.get(adres).headers["ETag"]
    assert klant.get(adres, headers={"If-None-Match": merk}).status_code == 304

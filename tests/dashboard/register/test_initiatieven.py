"""The starter list of initiatives is whole, placed where it can be, and holds no persons."""

import re

import pytest

from dashboard.register.initiatieven import load_initiatieven
from wijken.errors import WijkenError


def test_the_starter_list_holds_both_areas():
    per_gebied = {}
    for initiatief in load_initiatieven():
        per_gebied.setdefault(initiatief.werkgebied, []).append(initiatief)
    assert {slug: len(lijst) for slug, lijst in per_gebied.items()} == {
        "beter-wonen": 89,
        "hw-wonen": 69,
    }


def test_a_place_lies_in_the_area_of_the_initiative(catalogus):
    geplaatst = [i for i in load_initiatieven() if i.regio]
    assert len(geplaatst) == 93
    assert all(catalogus.werkgebied(i.werkgebied).bevat(i.regio) for i in geplaatst)


def test_every_initiative_says_where_it_was_found():
    assert all(i.bron_url.startswith("http") and i.bron_datum for i in load_initiatieven())


def test_no_phone_number_or_mail_address_came_along():
    for initiatief in load_initiatieven():
        tekst = " ".join(str(waarde) for waarde in vars(initiatief).values())
        assert not re.search(r"\S@\S|\b0\d{1,3}[- ]?\d{6,8}\b", tekst), initiatief.naam


def test_ids_are_unique_within_an_area():
    sleutels = [(i.werkgebied, i.id) for i in load_initiatieven()]
    assert len(sleutels) == len(set(sleutels))


def test_a_link_that_is_no_web_address_is_refused_with_its_row(tmp_path):
    kop = "id;werkgebied;naam;soort;omschrijving;themas;voor_wie;organisatie;adres;postcode;plaats"
    kop += ";wijk_of_dorp;regio;website;bron_url;bron_datum;zekerheid\n"
    rij = "x;beter-wonen;Verzonnen;voorziening;;;;;;;;;;javascript:alert(1);https://x.nl;2024;recent\n"
    (tmp_path / "lijst.csv").write_text(kop + rij, encoding="utf-8")
    with pytest.raises(WijkenError, match=r"lijst.csv, rij 2: website .*geen webadres"):
        load_initiatieven(tmp_path / "lijst.csv")

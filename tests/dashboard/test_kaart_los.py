"""What is in the map in one file: classes, years and sources as the page has them."""

import json
import re
from itertools import islice

import pytest

from dashboard.app import create_app
from dashboard.components.kaart.beeld import lees_beeld
from dashboard.context import make_context
from dashboard.figures.kaartgegevens import veilig_json
from dashboard.meenemen.los import schrijf_los
from wijken.regio import Soort

GEBIEDEN = ("beter-wonen", "hw-wonen")


@pytest.fixture(scope="module")
def bestanden(wereld):
    with wereld.reader.momentopname() as nu:
        return {g: schrijf_los(lees_beeld(wereld, nu, {"gebied": g})) for g in GEBIEDEN}


def gegevens(tekst, sleutel="los_gegevens"):
    gevonden = re.search(rf'<script type="application/json" id="{sleutel}">(.*?)</script>', tekst)
    return json.loads(gevonden[1])


def test_both_areas_have_the_same_classes(bestanden):
    een, ander = (gegevens(bestanden[g])["klassen"] for g in GEBIEDEN)
    samen = [(n, i) for n in een for i in een[n] if i in ander.get(n, {})]
    assert len(samen) > 50
    assert all(een[n][i]["grenzen"] == ander[n][i]["grenzen"] for n, i in samen)


def test_the_classes_are_those_of_the_page(bestanden, database):
    ander = make_context(database=database, data_map=database.parent)
    klassen = gegevens(bestanden["beter-wonen"])["klassen"]
    with ander.reader.momentopname() as nu:
        for niveau, per in klassen.items():
            for indicator, klasse in islice(per.items(), 0, None, 7):
                beeld = lees_beeld(ander, nu, {"niveau": niveau, "indicator": indicator})
                assert klasse["grenzen"] == list(beeld.klassen.grenzen), (niveau, indicator)
                assert len(klasse["woorden"]) == len(klasse["kleuren"]) == beeld.klassen.aantal


def test_reading_all_themes_at_once_gives_what_one_by_one_gives(wereld, database):
    ander = make_context(database=database, data_map=database.parent)
    with wereld.reader.momentopname() as nu, ander.reader.momentopname() as los:
        for niveau in (Soort.BUURT, Soort.WIJK):
            nu.kaarten.lees_verdelingen(niveau)
            for indicator in islice(wereld.catalogus.indicatoren.values(), 0, None, 5):
                alle = nu.zekere_waarden(indicator, niveau)
                assert alle == los.zekere_waarden(indicator, niveau), indicator.id


@pytest.mark.parametrize("gebied", GEBIEDEN)
def test_every_year_offered_names_its_table(bestanden, gebied):
    inhoud = gegevens(bestanden[gebied])
    for per in inhoud["jaren"].values():
        for indicator, jaren in per.items():
            for jaar, nummer in jaren:
                regel = inhoud["bronnen"][nummer][indicator][str(jaar)]
                assert "tabel" in regel
                assert str(jaar) in regel


@pytest.mark.parametrize("gebied", GEBIEDEN)
def test_newest_years_come_first_and_lie_in_the_newest_division_that_has_them(bestanden, gebied):
    inhoud = gegevens(bestanden[gebied])
    for per in inhoud["jaren"].values():
        for jaren in per.values():
            assert jaren == sorted(jaren, reverse=True)


def test_the_file_opens_with_the_view_it_was_asked_from(wereld):
    vraag = {"gebied": "hw-wonen", "niveau": "wijk", "indicator": "woz_gemiddelde"}
    with wereld.reader.momentopname() as nu:
        begin = gegevens(schrijf_los(lees_beeld(wereld, nu, vraag)))["begin"]
    assert (begin["niveau"], begin["indicator"]) == ("wijk", "woz_gemiddelde")


def test_an_area_that_is_not_ours_has_no_file(wereld):
    client = create_app(wereld).server.test_client()
    assert client.get("/kaart/mars.html").status_code == 404
    assert client.get("/kaart/beter-wonen.html", buffered=True).status_code == 200


def test_nothing_in_the_figures_can_end_a_script(bestanden):
    for tekst in bestanden.values():
        klein = tekst.lower()
        assert klein.count("<script") == klein.count("</script")
    assert "</" not in veilig_json({"naam": "</script><script>alert(1)"})


def test_the_same_figures_give_the_same_file(wereld, bestanden):
    with wereld.reader.momentopname() as nu:
        nogmaals = schrijf_los(lees_beeld(wereld, nu, {"gebied": "hw-wonen"}))
    assert nogmaals == bestanden["hw-wonen"]

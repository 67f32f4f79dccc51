"""A choice on the map keeps meaning the same place: a code was re-used, so its division counts."""

import pytest

from dashboard.components.kaart.paneel import paneel
from dashboard.components.kaart.selectie import delen
from dashboard.components.kaart.tabel import kaarttabel
from dashboard.components.kaart.wens import wens
from dashboard.gekozen_in import Lot, nu_is, zet_over
from dashboard.kaart.zoek import plekken, weg
from dashboard.page import Adres
from tests.dashboard.onderdeel_lezen import tekst
from wijken.regio import Regiocode, Soort

# Almelo was redrawn in 2021: this code was Riet Noord, and is Bornsestraat en omgeving Zuid.
HERBRUIKT = "BU01411101"
NU = {"indicator": "ouderen_65_aandeel", "jaar": "2024"}
TOEN = {"indicator": "bijstand_per_1000", "jaar": "2020"}
OUD_HW = {"gebied": "hw-wonen", "niveau": "wijk", "indicator": "leefbaarheid_woningen_score"}


def vraag_van(adres):
    return Adres.parse("/kaart", adres.partition("?")[2]).vraag


@pytest.mark.parametrize(("hier", "daar"), [(TOEN, NU), (NU, TOEN)])
def test_a_reused_code_is_never_silently_the_other_buurt(beeld, hier, daar):
    keuze = next(
        rij["cellen"][0]["href"]
        for rij in kaarttabel(beeld(**hier)).inhoud["rijen"]
        if rij["sleutel"] == HERBRUIKT
    )
    gekozen = beeld(**vraag_van(keuze))
    assert str(gekozen.staat.selectie) == HERBRUIKT
    assert gekozen.staat.meldingen == ()
    indicator = gekozen.context.catalogus.indicator(daar["indicator"])
    elders = beeld(**vraag_van(gekozen.staat.ander_onderwerp(indicator)), jaar=daar["jaar"])
    assert elders.staat.gekozen.codes == ()
    (melding,) = elders.staat.meldingen
    namen = ["«Riet Noord»", "«Bornsestraat en omgeving Zuid»"]
    for naam in namen:
        assert naam in melding
    assert "hoort dat nummer (BU01411101) bij een ander gebied" in melding


def test_an_address_without_a_division_means_the_areas_of_today(beeld):
    # As on every other page: a code that became another buurt is refused on an older map.
    gezien = beeld(selectie=HERBRUIKT, **TOEN)
    assert gezien.staat.gekozen.codes == ()
    assert "Bornsestraat en omgeving Zuid" in gezien.staat.meldingen[0]
    # A code that only the older division has can mean nothing else.
    alleen_toen = beeld(selectie="BU01411106", **TOEN)
    assert str(alleen_toen.staat.selectie) == "BU01411106"
    assert alleen_toen.staat.meldingen == ()


def test_the_same_name_stays_chosen_and_is_said_to_be_of_then(beeld):
    gezien = beeld(selectie="BU01411601", **TOEN)
    assert str(gezien.staat.selectie) == "BU01411601"
    assert "Die kan anders zijn dan op de kaart waar het gekozen is" in gezien.staat.meldingen[0]
    # From there on it is a choice of that map, of which there is nothing to say.
    assert "gekozen_in=2020" in gezien.staat.adres()
    assert beeld(**vraag_van(gezien.staat.adres())).staat.meldingen == ()


def test_a_choice_of_several_is_told_in_one_sentence_for_each_fate(beeld):
    codes = "BU01411101 BU01411105 BU01411106 BU01411601 BU01411602"
    gezien = beeld(selectie=codes, gekozen_in="2020", **NU)
    assert [c.code for c in gezien.staat.gekozen.codes] == ["BU01411601", "BU01411602"]
    alles = " ".join(gezien.staat.meldingen)
    assert len(gezien.staat.meldingen) == 3
    assert "Niet meer gekozen: Riet Noord, Riet Zuid." in alles
    assert "bestaat dat gebied niet" in alles


def test_what_is_proven_to_be_the_same_place_is_found_under_its_other_code(beeld):
    nieuw = {**OUD_HW, "indicator": "ouderen_65_aandeel", "jaar": "2024"}
    oud = beeld(**OUD_HW, selectie="WK196300")
    assert oud.staat.indeling < 2019
    assert str(oud.staat.selectie) == "WK058400"
    assert "met een ander nummer" in oud.staat.meldingen[0]
    terug = beeld(**nieuw, selectie="WK058400")
    assert str(terug.staat.selectie) == "WK196300"
    # Nearly the same place says what differs.
    bijna = beeld(**nieuw, selectie="WK058500")
    assert "Het is niet precies hetzelfde gebied: 4 van de" in bijna.staat.meldingen[0]
    # No evidence, no other area.
    assert beeld(**nieuw, selectie="BU05840000").staat.gekozen.codes == ()


def test_nonsense_as_division_is_said_and_the_choice_read_as_one_of_today(beeld):
    staat = beeld(selectie="BU01411601", gekozen_in="1999", **NU).staat
    assert [str(c) for c in staat.gekozen.codes] == ["BU01411601"]
    assert "«1999»" in staat.meldingen[0]


def test_the_map_knows_what_a_choice_on_it_has_to_say(beeld):
    assert wens(beeld(**TOEN))["keuze"]["in"] == "2020"
    assert wens(beeld(**NU))["keuze"]["in"] == ""
    assert wens(beeld(**OUD_HW))["keuze"]["in"] == ""  # codes that are nowhere else
    assert "gekozen_in" not in beeld(**TOEN).staat.adres()


def test_search_leads_to_the_area_it_names(beeld):
    for vraag in (TOEN, NU):
        nu = beeld(**vraag).nu
        plek = next(p for p in plekken(nu) if p.kaart.naam == "Riet Noord")
        gezien = beeld(**vraag_van(weg(nu, plek, vraag)))
        assert nu.regio(gezien.staat.selectie, gezien.staat.indeling).naam == "Riet Noord"
        assert gezien.staat.meldingen == ()


def test_ways_to_other_pages_mean_the_area_of_the_panel(beeld):
    # The sheet of BU01411101 is that of another buurt by now.
    weg_ = paneel(beeld(selectie=HERBRUIKT, gekozen_in="2020", **TOEN))
    assert "/factsheet" not in str(weg_)
    assert "/woningvoorraad" not in str(weg_)
    assert "bestaat zo niet meer" in tekst(weg_)
    toen = paneel(beeld(selectie="BU01411601", gekozen_in="2020", **TOEN))
    assert "/factsheet/BU01411601" in str(toen)
    assert "met de grens van nu" in tekst(toen)
    nu = paneel(beeld(selectie=HERBRUIKT, **NU))
    assert "/woningvoorraad?plek=BU01411101" in str(nu)
    assert "met de grens van nu" not in tekst(nu)
    oud = paneel(beeld(**OUD_HW, selectie="WK058400"))
    assert "/factsheet/WK196300" in str(oud)


def test_a_focus_that_was_other_areas_then_is_said_not_to_be_on_the_map(beeld):
    gezien = beeld(focus=HERBRUIKT, deel="focus", **TOEN)
    assert wens(gezien)["keuze"]["focus"] == []
    assert "Daarom staat de focus niet op de kaart" in tekst(delen(gezien))
    toen = beeld(focus="BU01411601", **TOEN)
    assert "De grenzen kunnen toen anders zijn geweest" in tekst(delen(toen))
    assert "kaart" not in tekst(delen(beeld(focus="BU01411601", **NU))).partition("De focus")[2]


def test_every_area_of_every_map_is_itself_in_its_own_division(beeld, wereld):
    for gebied in wereld.catalogus.werkgebieden.values():
        nu = beeld().nu
        for indeling in nu.indelingen():
            for niveau in (Soort.WIJK, Soort.BUURT):
                for regio in nu.regios(gebied, niveau, indeling):
                    assert zet_over(nu, gebied, regio, indeling).lot is Lot.GELIJK
                    vandaag = nu_is(nu, gebied, regio).zelfde
                    assert vandaag is None or vandaag.soort is niveau


def test_evidence_leads_back_to_where_it_came_from(beeld, wereld):
    nu, gebied = beeld().nu, wereld.catalogus.werkgebied("hw-wonen")
    gevonden = 0
    for regio in nu.regios(gebied, Soort.WIJK, 2024):
        toen = zet_over(nu, gebied, regio, 2016)
        if toen.lot is Lot.HERLEID:
            gevonden += 1
            assert zet_over(nu, gebied, toen.naar, 2024).naar == regio
    assert gevonden == len(gebied.herleid) - 1  # all but the gemeente itself
    assert Regiocode("WK196307") in {h.code for h in gebied.herleid}

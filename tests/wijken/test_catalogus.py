"""The catalogue is complete, and every fault in it is told at once with file and key."""

import re
import shutil
from importlib import resources
from pathlib import Path

import pytest

from wijken.catalogus import load_catalogus
from wijken.errors import CatalogusError, InvoerError
from wijken.indicator import Cijfersoort, Optelling, Richting

EIGEN = Path(str(resources.files("wijken") / "data"))


@pytest.fixture
def kopie(tmp_path):
    return Path(shutil.copytree(EIGEN, tmp_path / "catalogus"))


def _vervang(pad: Path, oud: str, nieuw: str) -> None:
    tekst = pad.read_text(encoding="utf-8")
    assert oud in tekst
    pad.write_text(tekst.replace(oud, nieuw, 1), encoding="utf-8")


def _fouten(kopie: Path) -> set[tuple[str, str]]:
    with pytest.raises(CatalogusError) as gevangen:
        load_catalogus(kopie)
    return {(fout.bestand, fout.sleutel) for fout in gevangen.value.fouten}


def test_there_are_six_themes_and_at_least_forty_indicators(catalogus):
    assert list(catalogus.themas) == [
        "bevolking",
        "huishoudens",
        "inkomen",
        "gezondheid",
        "wonen",
        "voorzieningen",
    ]
    assert sum(indicator.tonen for indicator in catalogus.indicatoren.values()) >= 40
    assert all(len(catalogus.van_thema(thema)) >= 5 for thema in catalogus.themas)


def test_directions_other_than_neutral_are_the_exception_among_counted_figures(catalogus):
    geteld = [i for i in catalogus.indicatoren.values() if i.soort is not Cijfersoort.MODEL]
    gericht = {i.id for i in geteld if i.richting is not Richting.NEUTRAAL}
    assert gericht == {
        "armoede_personen_aandeel",
        "lage_inkomens_huishoudens_aandeel",
        "sociaal_minimum_aandeel",
        "misdrijven_per_1000",
    }


def test_every_explanation_is_whole_sentences_of_plain_length(catalogus):
    for indicator in catalogus.indicatoren.values():
        assert indicator.toelichting.endswith("."), indicator.id
        zinnen = re.split(r"(?<=[.!?])\s+", indicator.toelichting)
        te_lang = [zin for zin in zinnen if len(zin.split()) > 26]
        assert not te_lang, (indicator.id, te_lang)


def test_no_percentage_is_summed_and_no_modelled_figure_adds_up(catalogus):
    for indicator in catalogus.indicatoren.values():
        if indicator.is_aandeel:
            assert indicator.optelling is not Optelling.SOM
        if indicator.soort is Cijfersoort.MODEL:
            assert indicator.optelling is Optelling.GEEN


FOUTEN = [
    ("indicatoren/wonen.toml", 'kort = "woningen"', 'kort = ""', "woningvoorraad_aantal.kort"),
    (
        "indicatoren/wonen.toml",
        'soort = "geteld"',
        'soort = "gegokt"',
        "woningvoorraad_aantal.soort",
    ),
    (
        "indicatoren/wonen.toml",
        'naam = "Woningen"',
        'naam = "Woningen"\nkleurtje = 1',
        "woningvoorraad_aantal.kleurtje",
    ),
    (
        "indicatoren/wonen.toml",
        "decimalen = 0",
        'decimalen = "nul"',
        "woningvoorraad_aantal.decimalen",
    ),
    ("indicatoren/wonen.toml", "decimalen = 0\n", "", "woningvoorraad_aantal.decimalen"),
    (
        "indicatoren/wonen.toml",
        '["Woningvoorraad"]',
        '["Woningvoorraad_34"]',
        "woningvoorraad_aantal.veld",
    ),
    ("indicatoren/wonen.toml", 'bron = "kwb"', 'bron = "bkw"', "woningvoorraad_aantal.bron"),
    (
        "indicatoren/wonen.toml",
        'gewogen_met = "woningvoorraad_aantal"',
        'gewogen_met = "woningen"',
        "woz_gemiddelde.gewogen_met",
    ),
    (
        "indicatoren/inkomen.toml",
        'teller = ["bijstand_aantal"]',
        'teller = ["bijstand"]',
        "bijstand_per_1000.formule",
    ),
    (
        "indicatoren/inkomen.toml",
        'model_uit = ["leeftijd", "inkomen", "huishouden", "opleiding", "herkomst", "wonen"]',
        "model_uit = []",
        "moeite_met_rondkomen_aandeel.model_uit",
    ),
    ("bronnen.toml", 'houder = "CBS"\n', "", "kwb.houder"),
    ("bronnen.toml", "perioden = [2013]", "perioden = []", "kwb.edities[0].perioden"),
    ("werkgebieden.toml", 'codes = ["GM0141"]', 'codes = ["GM141"]', "beter-wonen.codes"),
    ("werkgebieden.toml", '"#A33F1C"', '"terracotta"', "beter-wonen.kleur"),
    (
        "werkgebieden.toml",
        'leidend_thema = "inkomen"',
        'leidend_thema = "geld"',
        "beter-wonen.leidend_thema",
    ),
    ("werkgebieden.toml", '"bijstand_per_1000"', '"bijstandje"', "beter-wonen.eerste"),
    (
        "werkgebieden.toml",
        'niveau = "gemeente"',
        'niveau = "stad"',
        "beter-wonen.onveranderd[0].niveau",
    ),
]


@pytest.mark.parametrize(("bestand", "oud", "nieuw", "sleutel"), FOUTEN)
def test_a_fault_is_told_with_file_and_key(kopie, bestand, oud, nieuw, sleutel):
    _vervang(kopie / bestand, oud, nieuw)
    assert (Path(bestand).name, sleutel) in _fouten(kopie)


def test_a_percentage_that_claims_to_be_summed_is_a_fault(kopie):
    pad = kopie / "indicatoren" / "wonen.toml"
    tekst = pad.read_text(encoding="utf-8")
    kop, staart = tekst.split('veld = ["Koopwoningen"]')
    oud = 'aggregatie = { gewogen_met = "woningvoorraad_aantal" }'
    staart = staart.replace(oud, 'aggregatie = "som"', 1)
    pad.write_text(kop + 'veld = ["Koopwoningen"]' + staart, encoding="utf-8")
    assert ("wonen.toml", "koopwoningen_aandeel.aggregatie") in _fouten(kopie)


def test_all_faults_are_told_at_once(kopie):
    _vervang(kopie / "indicatoren/wonen.toml", 'kort = "woningen"', 'kort = ""')
    _vervang(kopie / "indicatoren/inkomen.toml", 'eenheid = "personen"', 'eenheid = "mensen"')
    _vervang(kopie / "bronnen.toml", 'houder = "CBS"\n', "")
    gevonden = _fouten(kopie)
    assert {bestand for bestand, _ in gevonden} >= {"wonen.toml", "inkomen.toml", "bronnen.toml"}


def test_a_file_that_is_no_toml_is_told_and_the_rest_still_checked(kopie):
    (kopie / "indicatoren" / "wonen.toml").write_text("dit = is = geen toml", encoding="utf-8")
    _vervang(kopie / "bronnen.toml", 'houder = "CBS"\n', "")
    gevonden = {bestand for bestand, _ in _fouten(kopie)}
    assert {"wonen.toml", "bronnen.toml"} <= gevonden


def test_the_message_says_what_was_found_and_what_would_be_right(kopie):
    _vervang(kopie / "indicatoren/wonen.toml", 'soort = "geteld"', 'soort = "gegokt"')
    with pytest.raises(CatalogusError, match="geteld, afgerond, model.*gevonden: 'gegokt'"):
        load_catalogus(kopie)


def test_a_third_area_is_one_block_and_no_code(kopie):
    with (kopie / "werkgebieden.toml").open("a", encoding="utf-8") as bestand:
        bestand.write("""
[verzonnen-wonen]
naam = "Verzonnen Wonen"
plaats = "Groningen"
codes = ["GM0014"]
leidend_thema = "wonen"
eerste = ["woz_gemiddelde"]
kleur = "#445566"
vraag = "Verzonnen vraag?"
""")
    assert load_catalogus(kopie).werkgebied("verzonnen-wonen").plaats == "Groningen"


def test_an_unknown_name_says_what_does_exist(catalogus):
    with pytest.raises(InvoerError, match="beter-wonen, hw-wonen"):
        catalogus.werkgebied("almelo")
    with pytest.raises(InvoerError, match="geen indicator"):
        catalogus.indicator("geluk_aandeel")

"""Every year of Kerncijfers: its own numbers, its own region dimension, early and late editions."""

import pytest

from etl.manifest import Manifest
from etl.velden import Kopie, Reden, kies
from tests.replay import verzonnen_kwb

JAREN = tuple(verzonnen_kwb.TABELLEN)


def kopie(catalogus, jaar, **keuze):
    """A copy of a year's table as far as finding fields goes."""
    manifest = manifest_van(jaar, verzonnen_kwb.kolommen(jaar, **keuze))
    return Kopie(0, manifest, catalogus.bronnen["kwb"].editie(manifest.tabel), ("",))


def manifest_van(jaar, kolommen):
    return Manifest(
        bron="kwb", tabel=verzonnen_kwb.TABELLEN[jaar], titel="Verzonnen", indeling=jaar,
        perioden=(jaar,), editie_waarden=f"{jaar}-06-15", opgehaald=f"{jaar}-06-16", licentie="",
        bronregel="", adres="", getypeerd=False, volledig=True, wat_is_echt="", kolommen=kolommen,
    )  # fmt: skip


def velden_van(indicator):
    return [n for n, veld in enumerate(indicator.bronvelden) if veld.bron == "kwb"]


@pytest.mark.parametrize("jaar", JAREN)
@pytest.mark.parametrize("eerste", [False, True], ids=["late", "first"])
def test_every_indicator_is_found_in_every_year_that_has_it_and_never_guessed(
    catalogus, jaar, eerste
):
    bij = kopie(catalogus, jaar, eerste=eerste)
    keuzes = [kies(i, n, bij) for i in catalogus.indicatoren.values() for n in velden_van(i)]
    mist = [k.indicator for k in keuzes if k.reden not in (Reden.GEVONDEN, Reden.ANDERE_JAREN)]
    assert mist == []
    assert sum(k.kolom is not None for k in keuzes) >= 45


@pytest.mark.parametrize(
    ("jaar", "eerste", "indicator", "veld"),
    [
        (2013, False, "inwoners_aantal", "AantalInwoners_4"),
        (2013, False, "bijstand_aantal", "PersonenMetEenWWBUitkeringTotaal_73"),
        (2013, False, "laagste_40_personen_aandeel", "PersonenMetLaagInkomen_66"),
        (2015, False, "bijstand_aantal", "PersonenPerSoortUitkeringBijstand_74"),
        (2017, False, "arbeidsparticipatie_aandeel", "Actieven1575Jaar_69"),
        (2018, True, "bijstand_aantal", "PersonenPerSoortUitkeringBijstand_77"),
        (2018, False, "bijstand_aantal", "PersonenPerSoortUitkeringBijstand_80"),
        (2020, False, "woz_gemiddelde", "GemiddeldeWoningwaarde_35"),
        (2022, False, "woz_gemiddelde", "GemiddeldeWOZWaardeVanWoningen_35"),
        (2023, False, "sociaal_minimum_aandeel", "HuishOnderOfRondSociaalMinimum_88"),
        (2024, False, "armoede_personen_aandeel", "PersonenInArmoede_81"),
        (2025, False, "gas_gemiddelde", "GemiddeldAardgasverbruik_55"),
        (2024, False, "inkomen_huishouden_gemiddelde", "GemGestandaardiseerdInkomen_83"),
    ],
)
def test_the_key_is_that_of_the_year_and_edition(catalogus, jaar, eerste, indicator, veld):
    keuze = kies(catalogus.indicator(indicator), 0, kopie(catalogus, jaar, eerste=eerste))
    assert keuze.kolom is not None
    assert keuze.kolom.veld == veld


def test_poverty_before_and_after_2024_are_two_indicators(catalogus):
    voor, na = (
        catalogus.indicator("lage_inkomens_huishoudens_aandeel"),
        catalogus.indicator("armoede_personen_aandeel"),
    )
    assert not set(voor.bronvelden[0].stammen) & set(na.bronvelden[0].stammen)
    assert kies(voor, 0, kopie(catalogus, 2024)).reden is Reden.ANDERE_JAREN
    assert kies(na, 0, kopie(catalogus, 2023)).reden is Reden.ANDERE_JAREN


def test_the_breaks_that_cbs_tells_of_are_kept_with_their_reason(catalogus):
    jaren = {
        i: [b.jaar for b in catalogus.breuken(catalogus.indicator(i))]
        for i in (
            "woz_gemiddelde",
            "autos_per_huishouden_gemiddelde",
            "huisarts_afstand",
            "sociaal_minimum_aandeel",
            "bouwjaar_vanaf_2000_aandeel",
            "eenzaam_aandeel",
            "bijstand_per_1000",
        )
    }
    assert jaren == {
        "woz_gemiddelde": [2020],
        "autos_per_huishouden_gemiddelde": [2020],
        "huisarts_afstand": [2022],
        "sociaal_minimum_aandeel": [2024],
        "bouwjaar_vanaf_2000_aandeel": [2024],
        "eenzaam_aandeel": [2022],
        "bijstand_per_1000": [],
    }
    assert any(
        breuk.jaar == 2023 and "WestersTotaal" in breuk.stammen
        for breuk in catalogus.bronnen["kwb"].breuken
    )

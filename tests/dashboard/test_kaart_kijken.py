"""Ways of looking at the map on the real figures: change, distance, two themes, side by side."""

import re

import pytest

from dashboard.components.kaart.ernaast import ernaast
from dashboard.components.kaart.kijkkeuzes import kijkkeuzes
from dashboard.components.kaart.kijkstaat import Methode, Wijze
from dashboard.components.kaart.klassekeuze import klassekeuze
from dashboard.components.kaart.legenda import klassetellingen, overige_tellingen
from dashboard.components.kaart.lezing import Vlaksoort
from dashboard.components.kaart.lezing_twee import waarschuwing
from dashboard.components.kaart.paneel import paneel
from dashboard.components.kaart.samenvatting import samenvatting
from dashboard.components.kaart.tabel import kaarttabel
from dashboard.components.kaart.wens import wens
from dashboard.page import Adres
from dashboard.pages.kaart import layout
from tests.dashboard.onderdeel_lezen import tekst
from wijken.verschil import Verschil, verschil

RONDKOMEN = "moeite_met_rondkomen_aandeel"
BUURT = "BU01411100"


def kleuren(gezien):
    return [telling.regel.kleur for telling in klassetellingen([gezien])]


# ---- classes


@pytest.mark.parametrize("methode", ["natuurlijk", "aantallen", "stappen", "10;20;30;40"])
def test_every_method_has_the_same_breaks_for_both_areas_and_all_years(beeld, methode):
    adressen = [
        {"gebied": "beter-wonen", "jaar": "2012"},
        {"gebied": "beter-wonen", "jaar": "2020"},
        {"gebied": "hw-wonen", "jaar": "2016"},
    ]
    beelden = [beeld(indicator="eenzaam_aandeel", klassen=methode, **adres) for adres in adressen]
    assert len({b.klassen for b in beelden}) == 1
    assert [b.staat.jaar for b in beelden] == ["2012", "2020", "2016"]
    assert 1 < beelden[0].klassen.aantal <= 5


def test_every_method_makes_other_classes_of_at_most_five(beeld, catalogus):
    anders = 0
    for indicator in (i for i in catalogus.indicatoren.values() if i.tonen and not i.labels):
        per = [beeld(indicator=indicator.id, klassen=m).klassen for m in Methode if m != "eigen"]
        assert all(klassen.aantal <= 5 for klassen in per), indicator.id
        anders += len(set(per)) > 1
    assert anders > 20


def test_typed_limits_are_used_and_stay_in_the_address(beeld):
    gezien = beeld(indicator="ouderen_65_aandeel", klassen="10;25")
    assert gezien.klassen.grenzen == (10.0, 25.0)
    assert "klassen=10%3B25" in gezien.staat.adres()
    # Limits in percent mean nothing for another theme.
    ander = gezien.context.catalogus.indicator("bijstand_per_1000")
    assert "klassen" not in gezien.staat.ander_onderwerp(ander)


@pytest.mark.parametrize(
    ("klassen", "woord", "grenzen"),
    [
        ("10;x;30", "niet alles een getal", (10.0, 30.0)),
        ("30;10", "lopen niet op", (10.0, 30.0)),
        ("1;2;3;4;5", "hooguit vijf kleuren", (1.0, 2.0, 3.0, 4.0)),
    ],
)
def test_typed_nonsense_is_told_and_the_nearest_limits_used(beeld, klassen, woord, grenzen):
    gezien = beeld(indicator="ouderen_65_aandeel", klassen=klassen)
    assert woord in " ".join(gezien.staat.meldingen)
    assert gezien.klassen.grenzen == grenzen


def test_limits_without_a_number_give_the_usual_classes(beeld):
    gezien = beeld(indicator="ouderen_65_aandeel", klassen="geen idee")
    assert "geen getallen" in " ".join(gezien.staat.meldingen)
    assert gezien.klassen == beeld(indicator="ouderen_65_aandeel").klassen


# ---- distance to the country


def test_around_the_country_the_middle_colour_is_no_clear_difference(beeld):
    gezien = beeld(indicator=RONDKOMEN, tegenover="nederland")
    assert gezien.staat.kijk.wijze is Wijze.AFWIJKING
    assert kleuren(gezien) == [f"afwijking-{n}" for n in range(1, 6)]
    land = next(
        w for w in gezien.nu.reeks(gezien.staat.indicator, _nederland()) if str(w.periode) == "2020"
    )
    for code, vlak in gezien.lezing.vlakken.items():
        eigen = gezien.cijfers.get(code)
        if vlak.soort is not Vlaksoort.CIJFER:
            continue
        duidelijk = verschil(gezien.staat.indicator, eigen, land) is Verschil.DUIDELIJK
        assert (vlak.regel.kleur != "afwijking-3") == duidelijk
        if duidelijk:
            assert (vlak.regel.kleur > "afwijking-3") == (eigen.waarde > land.waarde)


def _nederland():
    from wijken.regio import NEDERLAND

    return NEDERLAND


def test_without_a_figure_of_the_country_the_median_of_gemeenten_stands_in_and_is_named(beeld):
    gezien = beeld(indicator="ouderen_65_aandeel", jaar="2024", tegenover="nederland")
    noten = " ".join(gezien.lezing.noten)
    assert "de middelste van 3" in noten
    assert "gemeenten" in noten
    assert "Nederland" in " ".join(beeld(tegenover="nederland").lezing.noten)


def test_the_limit_around_the_country_is_the_same_in_every_year_and_area(beeld):
    adressen = [{"jaar": "2012"}, {"jaar": "2020"}, {"gebied": "hw-wonen", "jaar": "2016"}]
    teksten = {
        tuple(
            t.regel.tekst
            for t in klassetellingen([beeld(indicator=RONDKOMEN, tegenover="nederland", **a)])
        )
        for a in adressen
    }
    assert len(teksten) == 1


# ---- change


def test_change_within_noise_is_no_clear_difference(beeld):
    gezien = beeld(indicator=RONDKOMEN, gebied="hw-wonen", vorig="2016")
    assert gezien.staat.kijk.wijze is Wijze.VERANDERING
    gelijk = [v for v in gezien.lezing.vlakken.values() if v.regel.kleur == "afwijking-3"]
    assert gelijk
    # A modelled share that moved fewer than five points; as written it may come to five.
    assert all(abs(v.sorteer) <= 5 for v in gelijk)
    assert all(v.cijfer.startswith("geen duidelijk verschil") for v in gelijk)
    ander = [v for v in gezien.lezing.vlakken.values() if v.regel.kleur != "afwijking-3"]
    assert all(abs(v.sorteer) >= 5 for v in ander if v.soort is Vlaksoort.CIJFER)


def test_a_difference_is_that_of_the_figures_as_they_are_written(beeld):
    gezien = beeld(indicator=RONDKOMEN, vorig="2012", selectie=BUURT, gekozen_in="2020")
    vlak = gezien.lezing.vlakken[gezien.staat.selectie]
    assert "van 34\u202f% naar 15\u202f%" in vlak.cijfer
    assert vlak.kort == "\u221219 punten"


def test_change_over_a_redrawn_area_is_hatched_and_said(beeld):
    # Almelo was redrawn in 2021; the Hoeksche Waard is proven the same from 2020 to 2024.
    almelo = beeld(indicator="ouderen_65_aandeel", jaar="2024", vorig="2020")
    assert {v.soort for v in almelo.lezing.vlakken.values()} == {Vlaksoort.GEWIJZIGD}
    assert [t.regel.tekst for t in overige_tellingen([almelo])] == ["gebied gewijzigd"]
    assert "opnieuw ingedeeld" in tekst(samenvatting(almelo))
    waard = beeld(
        gebied="hw-wonen", indicator="ouderen_65_aandeel", jaar="2024", vorig="2020"
    ).lezing.vlakken.values()
    assert Vlaksoort.GEWIJZIGD not in {v.soort for v in waard}
    assert sum(v.soort is Vlaksoort.CIJFER for v in waard) > 30


def test_panel_and_table_of_a_change_give_both_years(beeld):
    gezien = beeld(indicator=RONDKOMEN, vorig="2012", selectie=BUURT, gekozen_in="2020")
    assert "van 34\u202f% naar 15\u202f%" in tekst(paneel(gezien))
    koppen = [kolom["kop"] for kolom in kaarttabel(gezien).inhoud["kolommen"]]
    assert koppen[1:4] == ["Verandering", "2012", "2020"]


@pytest.mark.parametrize("vorig", ["2030", "2020", "gisteren"])
def test_a_year_that_is_no_earlier_one_gives_the_nearest_that_is(beeld, vorig):
    staat = beeld(indicator=RONDKOMEN, vorig=vorig).staat
    assert str(staat.kijk.vorig.periode) == "2016"
    assert f"Van {vorig}" in " ".join(staat.meldingen)


def test_a_theme_of_one_year_has_no_change(beeld):
    staat = beeld(vorig="2012").staat
    assert staat.kijk.wijze is Wijze.EEN
    assert "geen eerder jaar" in " ".join(staat.meldingen)


# ---- two themes


def test_two_themes_come_in_years_of_one_division(beeld):
    staat = beeld(indicator="ouderen_65_aandeel", tweede="eenzaam_aandeel").staat
    assert staat.kijk.wijze is Wijze.TWEE
    # On its own this theme is shown for 2024.
    assert (staat.jaar, staat.indeling) == ("2020", 2020)
    assert staat.kijk.tweede_uitgave.indeling == 2020


def test_two_themes_have_nine_colours_of_about_as_many_areas(beeld):
    gezien = beeld(indicator="ouderen_65_aandeel", tweede="bijstand_per_1000")
    tellingen = klassetellingen([gezien])
    assert [t.regel.kleur for t in tellingen] == [f"twee-{n}" for n in range(1, 10)]
    geteld = sum(t.aantallen[0] for t in (*tellingen, *overige_tellingen([gezien])))
    assert geteld == len(gezien.regios)


def test_two_themes_of_two_divisions_are_hatched_where_the_area_changed(beeld):
    gezien = beeld(indicator="woz_gemiddelde", tweede="eenzaam_aandeel")
    assert (gezien.staat.indeling, gezien.staat.kijk.tweede_uitgave.indeling) == (2024, 2020)
    assert {v.soort for v in gezien.lezing.vlakken.values()} == {Vlaksoort.GEWIJZIGD}
    waard = beeld(gebied="hw-wonen", indicator="woz_gemiddelde", tweede="eenzaam_aandeel")
    soorten = {v.soort for v in waard.lezing.vlakken.values()}
    assert Vlaksoort.GEWIJZIGD not in soorten
    assert Vlaksoort.CIJFER in soorten


def test_a_model_beside_what_it_was_made_of_is_warned_about(beeld):
    gezien = beeld(indicator="eenzaam_aandeel", tweede="ouderen_65_aandeel")
    assert "leeftijd" in waarschuwing(gezien)
    assert waarschuwing(gezien) in tekst(samenvatting(gezien))
    zonder = beeld(indicator="ouderen_65_aandeel", tweede="bijstand_per_1000")
    assert waarschuwing(zonder) == ""


def test_missing_and_uncertain_get_no_colour_of_two_themes(beeld):
    gezien = beeld(indicator=RONDKOMEN, tweede="ouderen_65_aandeel")
    per = {v.soort: v.regel.kleur for v in gezien.lezing.vlakken.values()}
    assert per[Vlaksoort.GEEN] == "arcering"
    assert per[Vlaksoort.ONZEKER] == "stippels"


def test_panel_and_table_of_two_themes_give_both_figures(beeld):
    gezien = beeld(
        indicator=RONDKOMEN, tweede="ouderen_65_aandeel", selectie=BUURT, gekozen_in="2020"
    )
    woorden = tekst(paneel(gezien))
    assert "Moeite met rondkomen, 2020" in woorden
    assert "Inwoners van 65 jaar en ouder, aandeel, 2020" in woorden
    assert "84799NED" in woorden
    tabel = kaarttabel(gezien).inhoud
    assert len(tabel["kolommen"]) == 3
    assert (
        next(r for r in tabel["rijen"] if r["sleutel"] == BUURT)["cellen"][0]["noot"] == "De Riet"
    )


def test_the_second_theme_has_its_spread_and_its_years_too(beeld):
    vraag = {"indicator": RONDKOMEN, "tweede": "eenzaam_aandeel"}
    tekeningen = str(paneel(beeld(**vraag, selectie=BUURT, gekozen_in="2020")))
    for naam in ("Moeite met rondkomen", "Voelt zich eenzaam"):
        assert f"{naam}: spreiding over de buurten" in tekeningen
    for sleutel in ("kaart-strook", "kaart-strook-2", "kaart-trend", "kaart-trend-2"):
        assert tekeningen.count(f'id="{sleutel}-titel"') == 1, sleutel


@pytest.mark.parametrize(
    "vraag", [{"tweede": "ouderen_65_aandeel"}, {"vorig": "2012"}, {"tegenover": "nederland"}]
)
def test_where_limits_cannot_be_typed_the_page_says_why(beeld, vraag):
    gezien = beeld(indicator=RONDKOMEN, **vraag)
    (uitleg,) = klassekeuze(gezien)
    assert "Eigen grenzen typen kan bij «het cijfer». Hier niet:" in tekst(uitleg)
    assert "methode" not in str(uitleg)


@pytest.mark.parametrize(
    ("vraag", "woord"),
    [
        ({"tweede": "geluk_aandeel"}, "geluk_aandeel"),
        ({"tweede": "bijstand_per_1000"}, "al het onderwerp"),
        ({"tweede": "stedelijkheid_klasse"}, "indeling in woorden"),
        ({"tweede": "corporatiewoningen_aandeel"}, "geen cijfers per buurt"),
        ({"tweede": "laagste_40_personen_aandeel"}, "«Mensen met een laag inkomen (laagste 40 %)»"),
        ({"tweede": "ouderen_65_aandeel", "vorig": "2012"}, "gaan niet samen"),
        ({"tweede": "ouderen_65_aandeel", "tegenover": "nederland"}, "gaat niet samen"),
        ({"tegenover": "mars"}, "tegenover=mars"),
        ({"naast": "nee"}, "naast=nee"),
    ],
)
def test_ways_that_do_not_work_are_said_and_left_out(beeld, vraag, woord):
    meldingen = beeld(**vraag).staat.meldingen
    assert len(meldingen) == 1
    assert woord in meldingen[0]


def test_a_map_of_change_names_the_source_of_both_years(beeld):
    gezien = beeld(indicator="ouderen_65_aandeel", gebied="hw-wonen", jaar="2024", vorig="2022")
    zin = tekst(samenvatting(gezien))
    assert gezien.staat.kijk.vorig is not None
    for tabel in (
        gezien.cijfers,
        ernaast(gezien, gezien.staat.indicator, gezien.staat.kijk.vorig).cijfers,
    ):
        assert next(iter(tabel.values())).herkomst.tabel in zin


def test_a_second_theme_keeps_the_year_that_was_chosen(beeld):
    vraag = {"gebied": "hw-wonen", "niveau": "wijk", "indicator": "eenzaam_aandeel"}
    for jaar, blijft in (("2016", "2016"), ("2020", None)):
        (weg,) = re.findall(
            r"href='([^']*tweede=[^']*)'", str(kijkkeuzes(beeld(**vraag, jaar=jaar)))
        )
        gevonden = Adres.parse("/kaart", weg.partition("?")[2]).vraag
        assert gevonden.get("jaar") == blijft
        staat = beeld(**gevonden).staat
        assert (staat.kijk.wijze, staat.meldingen) == (Wijze.TWEE, ())


# ---- side by side


def test_side_by_side_both_areas_show_the_same_theme_year_and_classes(beeld):
    gezien = beeld(indicator=RONDKOMEN, jaar="2016", naast="ja")
    een, ander = gezien.beelden
    assert (een.staat.gebied.slug, ander.staat.gebied.slug) == ("beter-wonen", "hw-wonen")
    assert een.staat.jaar == ander.staat.jaar == "2016"
    assert een.klassen == ander.klassen


def test_side_by_side_the_order_does_not_follow_the_choice(beeld):
    gezien = beeld(gebied="hw-wonen", indicator=RONDKOMEN, naast="ja")
    assert [b.staat.gebied.slug for b in gezien.beelden] == ["beter-wonen", "hw-wonen"]


def test_one_legend_and_one_table_hold_both_areas(beeld):
    gezien = beeld(indicator=RONDKOMEN, naast="ja")
    tellingen = (*klassetellingen(gezien.beelden), *overige_tellingen(gezien.beelden))
    totalen = [sum(t.aantallen[n] for t in tellingen) for n in (0, 1)]
    assert totalen == [len(b.regios) for b in gezien.beelden]
    assert len(kaarttabel(*gezien.beelden).inhoud["rijen"]) == sum(totalen)


def test_side_by_side_the_year_of_an_address_holds_for_both(beeld):
    gezien = beeld(indicator="ouderen_65_aandeel", jaar="2020", naast="ja")
    assert [b.staat.jaar for b in gezien.beelden] == ["2020", "2020"]
    assert [b.staat.meldingen for b in gezien.beelden] == [(), ()]


# ---- all of it


@pytest.mark.parametrize("naast", [{}, {"naast": "ja"}])
@pytest.mark.parametrize("niveau", ["buurt", "wijk"])
@pytest.mark.parametrize("gebied", ["beter-wonen", "hw-wonen"])
@pytest.mark.parametrize(
    "kijk", [{"tegenover": "nederland"}, {"vorig": "2012"}, {"tweede": "eenzaam_65plus_aandeel"}]
)
def test_every_way_of_looking_draws_for_every_area(wereld, gebied, niveau, kijk, naast):
    vraag = {"gebied": gebied, "niveau": niveau, "indicator": RONDKOMEN, **kijk, **naast}
    pagina = tekst(layout(wereld, Adres("/kaart", {}, vraag)))
    assert "Moeite met rondkomen" in pagina


@pytest.mark.parametrize(
    "kijk", [{"tegenover": "nederland"}, {"vorig": "2012"}, {"tweede": "eenzaam_65plus_aandeel"}]
)
def test_a_way_of_looking_leads_back_to_itself(beeld, kijk):
    staat = beeld(indicator=RONDKOMEN, naast="ja", klassen="stappen", **kijk).staat
    adres = Adres.parse("/kaart", staat.adres().partition("?")[2])
    assert beeld(**adres.vraag).staat == staat


def test_the_map_is_sent_colours_and_words_but_no_shapes(beeld):
    gezien = beeld(indicator=RONDKOMEN, vorig="2012")
    deel = wens(gezien)["vlakken"]
    assert len(deel) == 68
    assert deel[BUURT] == [
        "cijfer",
        "afwijking-1",
        "\u221219 punten (van 34\u202f% naar 15\u202f%)",
    ]
    # One theme is read from what the document holds already.
    assert wens(beeld(indicator=RONDKOMEN))["vlakken"] == {}

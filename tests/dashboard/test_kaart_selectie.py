"""Several areas on the map: what may be one selection, its honest total, the focus, the rest."""

import pytest

from dashboard.afronding import Afronding
from dashboard.app import create_app
from dashboard.components.kaart.lagenlegenda import lagenlegenda
from dashboard.components.kaart.paneel import paneel
from dashboard.components.kaart.selectie import delen, selectiepaneel
from dashboard.components.kaart.tabel import kaarttabel
from dashboard.components.kaart.wens import wens
from dashboard.context import make_context
from dashboard.focus import focus_codes, focus_van
from dashboard.kaart.keuze import gekozen_regios, in_focus, som_van_deel, som_van_keuze
from dashboard.meenemen.inhoud import maak_meekaart
from dashboard.page import Adres
from dashboard.pages.factsheet import layout as factsheet
from dashboard.pages.vergelijken import layout as vergelijken
from tests.dashboard.onderdeel_lezen import tekst
from wijken.keuze import MEEST, Deel
from wijken.opmaak import DUN, getal, met_eenheid
from wijken.regio import Regiocode, Soort

OSSEN = "BU01411601 BU01411603 BU01411604 BU01411605"
INWONERS = {"indicator": "inwoners_aantal"}
OUD_STRIJEN = {"gebied": "hw-wonen", "focus": "WK196300 WK196307"}


@pytest.fixture
def context(database, tmp_path):
    return make_context(database=database, data_map=tmp_path)


@pytest.fixture
def klant(context):
    server = create_app(context).server
    # A page that only hands out the token, with the cookie it fits.
    server.get("/verzonnen-bewijs")(context.toegang.bewijs)
    return server.test_client()


@pytest.fixture
def wereld(context):
    """What `beeld` reads: here with a focus of its own to keep."""
    return context


def test_a_selection_stands_in_the_address_with_plus_signs_and_leads_back(beeld):
    staat = beeld(selectie=OSSEN, gekozen_in="2020", meer="ja", indicator="bijstand_per_1000").staat
    assert "selectie=BU01411601+BU01411603+BU01411604+BU01411605" in staat.adres()
    vraag = Adres.parse("/kaart", staat.adres().partition("?")[2]).vraag
    assert beeld(**vraag).staat == staat


def test_one_code_is_one_area_and_several_are_a_selection(beeld):
    een = beeld(selectie="BU01411601").staat.gekozen
    assert (str(een.selectie), een.eigen) == ("BU01411601", ())
    meer = beeld(selectie=OSSEN, gekozen_in="2020").staat.gekozen
    assert (meer.selectie, len(meer.eigen)) == (None, 4)


@pytest.mark.parametrize(
    ("vraag", "aantal", "woord"),
    [
        ({"selectie": f"{OSSEN} onzin BU99999999"}, 4, "«onzin BU99999999»"),
        ({"selectie": "WK014116 BU01411601"}, 1, "overlappen"),
        ({"selectie": f"{OSSEN} GM0141"}, 4, "«GM0141»"),
        ({"selectie": OSSEN, "meer": "misschien"}, 4, "«misschien»"),
        ({"focus": "kwijt"}, 0, "«kwijt»"),
        ({"deel": "focus"}, 0, "nog geen focus"),
        ({"deel": "half", "focus": "WK014116"}, 0, "«half»"),
    ],
)
def test_nonsense_gives_the_nearest_selection_and_says_so_once(beeld, vraag, aantal, woord):
    staat = beeld(**vraag, gekozen_in="2020").staat
    assert len(staat.gekozen.codes) == aantal
    assert len(staat.meldingen) == 1
    assert woord in staat.meldingen[0]


def test_every_buurt_of_a_werkgebied_may_be_in_one_selection(beeld):
    codes = [r.code.code for r in beeld().regios]
    staat = beeld(selectie=" ".join(codes), gekozen_in="2020").staat
    assert (len(staat.gekozen.codes), staat.meldingen) == (len(codes), ())


def test_at_most_so_many_areas_and_the_rest_is_told(beeld, monkeypatch):
    for module in ("wijken.keuze", "dashboard.components.kaart.keuzestaat"):
        monkeypatch.setattr(f"{module}.MEEST", 40)
    alle = " ".join(r.code.code for r in beeld().regios)
    staat = beeld(selectie=alle, gekozen_in="2020").staat
    assert len(staat.gekozen.codes) == 40
    assert "hooguit 40" in staat.meldingen[0]


def test_areas_of_several_gemeenten_are_no_selection(beeld):
    vraag = {"gebied": "hw-wonen", "niveau": "wijk", "indicator": "leefbaarheid_woningen_score"}
    staat = beeld(**vraag, selectie="WK058500 WK058501 WK061700").staat
    assert [c.code for c in staat.gekozen.codes] == ["WK058500", "WK058501"]
    assert "één gemeente" in staat.meldingen[0]


def test_counts_add_up_and_say_how_far_they_may_be_off(beeld):
    gezien = beeld(selectie=OSSEN, gekozen_in="2020", jaar="2020", **INWONERS)
    som = som_van_keuze(gezien)
    delen_ = [gezien.cijfers[code].waarde for code in gezien.staat.gekozen.codes]
    assert som.totaal.waarneming.waarde == sum(delen_)
    # Rounded to fives at random: up to four for each of the four.
    assert som.afronding == Afronding(4, 16)
    zin = tekst(selectiepaneel(gezien))
    assert getal(sum(delen_)) in zin
    assert "afgeronde aantallen. Het kan er hooguit 16 naast zitten" in zin


def test_a_mean_is_weighted_with_what_the_catalogue_names(beeld, context):
    gezien = beeld(
        selectie=OSSEN, gekozen_in="2020", indicator="autos_per_huishouden_gemiddelde", jaar="2020"
    )
    codes, uitgave = gezien.staat.gekozen.codes, gezien.staat.uitgave
    gewicht = context.catalogus.indicator("huishoudens_aantal")
    paren = [
        (gezien.cijfers[c].waarde, gezien.nu.waarneming(gewicht, c, uitgave).waarde) for c in codes
    ]
    verwacht = sum(w * g for w, g in paren) / sum(g for _, g in paren)
    assert som_van_keuze(gezien).totaal.waarneming.waarde == pytest.approx(verwacht)
    assert "meer huishoudens telt zwaarder" in tekst(selectiepaneel(gezien))


def test_a_mean_whose_weight_is_missing_is_refused(beeld):
    gezien = beeld(selectie="BU19630000 BU19630002", gebied="hw-wonen", indicator="woz_gemiddelde")
    assert som_van_keuze(gezien).totaal.waarneming.waarde is None
    assert "om te wegen ontbreekt" in tekst(selectiepaneel(gezien))


@pytest.mark.parametrize("indicator", ["huisarts_afstand", "moeite_met_rondkomen_aandeel"])
def test_distances_and_model_figures_are_refused_with_the_reason(beeld, indicator):
    gezien = beeld(selectie=OSSEN, gekozen_in="2020", indicator=indicator, jaar="2020")
    assert som_van_keuze(gezien).totaal.waarneming.waarde is None
    assert "mag niet worden opgeteld of gemiddeld" in tekst(selectiepaneel(gezien))


def test_a_part_without_a_figure_makes_the_total_missing(beeld):
    gezien = beeld()
    zonder = next(c for c, w in gezien.cijfers.items() if w.waarde is None)
    keuze = beeld(selectie=f"BU01411601 {zonder}", gekozen_in="2020")
    assert som_van_keuze(keuze).totaal.waarneming.waarde is None
    assert "van 1 ervan ontbreekt het" in tekst(selectiepaneel(keuze))


def test_the_panel_leads_to_sheet_comparison_and_focus(beeld):
    gezien = beeld(selectie="BU19630000 BU19630002", gebied="hw-wonen")
    deel = str(selectiepaneel(gezien))
    assert "/factsheet/selectie?selectie=BU19630000%2CBU19630002" in deel
    assert "een=BU19630000%2BBU19630002" in deel
    assert "focus=BU19630000+BU19630002" in deel


def test_areas_that_are_no_longer_there_get_no_sheet_that_would_mean_others(beeld):
    # Almelo used these codes again for other buurten in 2021.
    deel = selectiepaneel(beeld(selectie="BU01411101 BU01411104", gekozen_in="2020"))
    assert "/factsheet/selectie" not in str(deel)
    assert "bestaan zo niet meer" in tekst(deel)


def test_the_table_marks_every_chosen_area_and_a_click_adds_or_takes_away(beeld):
    rijen = kaarttabel(beeld(selectie=OSSEN, gekozen_in="2020", meer="ja")).inhoud["rijen"]
    gekozen = {rij["sleutel"]: rij["cellen"][0]["href"] for rij in rijen if rij["gekozen"]}
    assert sorted(gekozen) == OSSEN.split()
    assert "selectie=BU01411603+BU01411604+BU01411605" in gekozen["BU01411601"]
    ander = next(rij for rij in rijen if not rij["gekozen"])
    assert ander["sleutel"] in ander["cellen"][0]["href"]
    assert "BU01411601" in ander["cellen"][0]["href"]


def test_the_map_is_told_the_selection_and_the_focus_at_its_own_level(beeld):
    gezegd = wens(beeld(**OUD_STRIJEN, deel="rest"))["keuze"]
    assert gezegd["deel"] == "rest"
    assert {code[:8] for code in gezegd["focus"]} == {"BU196300", "BU196307"}


def test_focus_and_rest_have_totals_that_make_up_the_whole(beeld):
    gezien = beeld(**OUD_STRIJEN, indicator="inwoners_aantal", jaar="2024")
    geheel, focus, rest = (som_van_deel(gezien, deel).totaal.waarneming.waarde for deel in Deel)
    assert focus + rest == pytest.approx(geheel, abs=100)
    zin = tekst(delen(gezien))
    assert getal(focus) in zin
    assert getal(rest) in zin
    assert "Oud-Beijerland, Strijen" in zin


def test_a_focus_that_was_other_areas_then_has_no_figure_there(beeld):
    gezien = beeld(focus="BU01411205", indicator="bijstand_per_1000")
    assert in_focus(gezien) == ()
    assert "anders getekend" in tekst(delen(gezien))


def test_a_focus_of_buurten_is_said_to_be_missing_on_a_map_of_wijken(beeld):
    vraag = {"gebied": "hw-wonen", "focus": "BU19630000 WK196307", "laag": "focus"}
    op_wijken, op_buurten = (beeld(**vraag, niveau=niveau) for niveau in ("wijk", "buurt"))
    for gezien, keer in ((op_wijken, 1), (op_buurten, 0)):
        papier = " ".join(maak_meekaart(gezien).noten)
        for waar in (tekst(delen(gezien)), tekst(lagenlegenda(gezien)), papier):
            assert waar.count("staan niet op een kaart van wijken") == keer


def test_paper_and_pictures_say_what_is_chosen_and_its_total(beeld):
    gezien = beeld(selectie=OSSEN, gekozen_in="2020", indicator="bijstand_per_1000")
    som = som_van_keuze(gezien).totaal.waarneming
    (noot,) = [n for n in maak_meekaart(gezien).noten if "dikke lijn" in n]
    assert met_eenheid(som.waarde, gezien.staat.indicator) in noot
    assert all(regio.naam in noot for regio in gekozen_regios(gezien))
    zonder = beeld(selectie=OSSEN, gekozen_in="2020", indicator="eenzaam_aandeel")
    assert "geen cijfer voor de keuze" in " ".join(maak_meekaart(zonder).noten)


def test_a_chosen_area_on_a_map_of_change_has_its_change_on_paper(beeld):
    vraag = {"indicator": "moeite_met_rondkomen_aandeel", "gekozen_in": "2020", "vorig": "2016"}
    gezien = beeld(selectie="BU01411601", **vraag)
    vlak = gezien.lezing.vlakken[Regiocode("BU01411601")]
    assert any(vlak.cijfer in noot for noot in maak_meekaart(gezien).noten)


def test_how_to_choose_several_is_told_while_nothing_is_chosen(beeld):
    assert f"Hooguit {MEEST}" in tekst(paneel(beeld(meer="ja")))
    assert "Hooguit" not in tekst(paneel(beeld()))


def test_without_a_focus_there_is_nothing_to_choose(beeld):
    assert delen(beeld()) == []


def test_the_kept_focus_holds_for_every_page_until_the_address_says_otherwise(context, beeld):
    gebied = context.catalogus.werkgebied("hw-wonen")
    bewaard = (Regiocode("WK196300"),)
    context.register.bewaar_focus("hw-wonen", bewaard, "verzonnen")
    assert focus_codes(context, gebied) == bewaard
    assert beeld(gebied="hw-wonen", deel="focus").staat.gekozen.deel is Deel.FOCUS
    with context.reader.momentopname() as nu:
        gevraagd = (Regiocode("WK196307"), Regiocode("WK014111"))
        assert [r.naam for r in focus_van(context, nu, gebied, gevraagd)] == ["Strijen"]
    blad = factsheet(
        context, Adres("/factsheet/selectie", {"slug": "selectie"}, {"focus": gebied.slug})
    )
    assert "Oud-Beijerland" in tekst(blad)
    kanten = Adres("/vergelijken", {}, {"een": "hw-wonen.focus", "ander": "hw-wonen.rest"})
    assert "nog geen focus" not in tekst(vergelijken(context, kanten))


def bewaar(klant, **velden):
    bewijs = klant.get("/verzonnen-bewijs").text
    gewoon = {"gebied": "hw-wonen", "codes": "WK196300 WK196307", "bewijs": bewijs}
    return klant.post("/kaart/focus", json={**gewoon, **velden})


def test_a_focus_is_kept_and_taken_away_from_our_own_page(context, klant):
    antwoord = bewaar(klant)
    assert (antwoord.status_code, antwoord.json["goed"]) == (200, True)
    assert [c.code for c in context.register.focus("hw-wonen")] == ["WK196300", "WK196307"]
    assert bewaar(klant, codes="").status_code == 200
    assert context.register.focus("hw-wonen") == ()


def test_a_file_to_take_along_follows_the_focus_that_is_kept(klant):
    def tekening():
        return klant.get("/kaart.svg?gebied=hw-wonen&laag=focus", buffered=True).text

    bewaar(klant, codes="WK196300")
    assert "Focus: Oud-Beijerland." in tekening()
    bewaar(klant, codes="WK196307")
    assert "Focus: Strijen." in tekening()


@pytest.mark.parametrize(
    ("velden", "status"),
    [
        ({"bewijs": "verzonnen"}, 403),
        ({"gebied": "mars"}, 400),
        ({"codes": "WK014111"}, 400),
        ({"codes": "WK196300 BU19630000"}, 400),
        ({"codes": "onzin"}, 400),
        ({"codes": " ".join(f"WK1963{n:02}" for n in range(60))}, 400),
        ({"codes": "WK196300", "lading": "x" * 5000}, 403),
    ],
)
def test_what_is_no_focus_is_refused_in_words_and_nothing_is_kept(context, klant, velden, status):
    antwoord = bewaar(klant, **velden)
    assert antwoord.status_code == status
    assert not antwoord.json["goed"]
    assert antwoord.json["zin"]
    assert context.register.focus("hw-wonen") == ()


def test_without_a_proof_nothing_is_kept(klant):
    assert klant.post("/kaart/focus", json={"gebied": "hw-wonen", "codes": ""}).status_code == 403
    assert klant.post("/kaart/focus", data="geen json").status_code == 403
    assert klant.get("/kaart/focus").status_code in (404, 405)


def test_the_selection_of_wijken_has_a_name_of_its_own(beeld):
    gezien = beeld(gebied="hw-wonen", niveau="wijk", selectie="WK196300 WK196307")
    assert gezien.staat.niveau is Soort.WIJK
    assert "Eigen keuze: 2 wijken" in tekst(selectiepaneel(gezien))
    assert f"{DUN}%" in tekst(delen(beeld(**OUD_STRIJEN)))

"""Two sides of a comparison on real figures: focus, rest, wijken, selections, gemeenten."""

import csv
import io
import re
from collections import Counter

import pytest

from dashboard.page import Adres
from dashboard.pages import vergelijken
from dashboard.vergelijken.downloads import maak
from dashboard.vergelijken.ijkpunten import Soort as Ijk
from dashboard.vergelijken.ijkpunten import ijkpunten
from dashboard.vergelijken.kiezen import STIL, lees_zijden
from dashboard.vergelijken.kloof import Gang, verloop
from dashboard.vergelijken.leeftijd import leeftijden
from dashboard.vergelijken.reeksen import reeks_van
from dashboard.vergelijken.tweeling import gelijkenissen
from dashboard.vergelijken.zijde import Past
from dashboard.vergelijking import Wens, vergelijk
from tests.dashboard.onderdeel_lezen import teksten
from wijken.regio import Regiocode, Soort
from wijken.samenvoegen import Weigering
from wijken.vergelijkregels import load_regels

FOCUS = {"focus": "WK014110,WK014111", "een": "beter-wonen.focus", "ander": "beter-wonen.rest"}


@pytest.fixture(scope="module")
def naast(wereld, nu):
    def doe(indicator, **vraag):
        zijden = lees_zijden(wereld, nu, vraag)
        return vergelijk(nu, Wens(wereld.catalogus.indicator(indicator)), zijden.beide)

    return doe


def blad(wereld, **vraag):
    return " ".join(teksten(vergelijken.layout(wereld, Adres("/vergelijken", {}, vraag))))


def waarde(kant):
    return kant.gemeenten[0].waarneming.waarde


def test_focus_and_rest_make_up_the_whole(naast):
    geheel = naast("bijstand_per_1000").kanten[0]
    focus, rest = naast("bijstand_per_1000", **FOCUS).kanten
    assert len(focus.plekken) + len(rest.plekken) == len(geheel.plekken)
    assert {p.waarneming.regio for p in focus.plekken}.isdisjoint(
        p.waarneming.regio for p in rest.plekken
    )
    # Counted again of their counts: the whole lies between its two parts.
    assert waarde(rest) < waarde(geheel) < waarde(focus)


def test_a_total_that_may_not_be_made_is_refused_with_the_reason_in_words(wereld, naast):
    kanten = naast("moeite_met_rondkomen_aandeel", **FOCUS).kanten
    assert [k.weigering for k in kanten] == [Weigering.NIET_OPTELBAAR] * 2
    assert all(waarde(k) is None for k in kanten)
    gelezen = blad(wereld, **FOCUS, indicator="moeite_met_rondkomen_aandeel")
    assert "Focus van Almelo krijgt geen eigen cijfer" in gelezen
    assert "mag niet worden opgeteld" in gelezen


def test_a_wijk_shows_its_own_buurten_and_its_published_figure(naast, nu):
    v = naast("koopwoningen_aandeel", een="WK014110", ander="WK014111")
    for kant, code in zip(v.kanten, ("WK014110", "WK014111"), strict=True):
        assert kant.plekken
        assert {p.waarneming.regio.wijk.code for p in kant.plekken} == {code}
        eigen = nu.waarneming(v.wens.indicator, Regiocode(code), kant.uitgave)
        assert waarde(kant) == eigen.waarde


def test_a_wijk_that_was_drawn_anew_is_told_to_be_of_then(wereld, naast):
    assert naast("bijstand_per_1000", een="WK014110").kanten[0].past is Past.TOEN
    gelezen = blad(wereld, een="WK014110", indicator="bijstand_per_1000")
    assert "Het cijfer van Binnenstad gaat over het gebied zoals het was in 2020." in gelezen


def test_a_buurt_whose_code_is_another_place_has_no_figure_of_then(nu, wereld, naast):
    gebied = wereld.catalogus.werkgebied("beter-wonen")
    nieuw = next(
        r
        for r in nu.nieuwste_regios(gebied, Soort.BUURT)
        if (toen := nu.regio(r.code, 2020)) is None or toen.naam[:6] != r.naam[:6]
    )
    kant = naast("bijstand_per_1000", een=nieuw.code.code).kanten[0]
    assert kant.past is Past.NIET
    assert kant.plekken == kant.gemeenten == ()
    gelezen = blad(wereld, een=nieuw.code.code, indicator="bijstand_per_1000")
    assert "had in 2020 andere grenzen" in gelezen


def test_an_own_selection_of_buurten_is_added_up(naast, nu, wereld):
    buurten = nu.nieuwste_regios(wereld.catalogus.werkgebied("hw-wonen"), Soort.BUURT)
    keuze = "+".join(regio.code.code for regio in buurten[:2])
    kant = naast("inwoners_aantal", een=keuze).kanten[0]
    assert len(kant.plekken) == 2
    assert waarde(kant) == sum(p.waarneming.waarde for p in kant.plekken)


def test_another_gemeente_of_the_country_can_be_put_next_to_ours(naast, wereld):
    v = naast("bijstand_per_1000", ander="GM0363")
    assert v.kanten[1].zijde.naam == "Amsterdam"
    assert v.kanten[1].geheel.periode == v.kanten[0].geheel.periode
    assert "in Amsterdam 46" in blad(wereld, ander="GM0363", indicator="bijstand_per_1000")


def test_two_sides_of_one_area_do_not_share_a_colour(wereld, nu):
    zijden = lees_zijden(wereld, nu, FOCUS)
    assert zijden.een.kleur != zijden.ander.kleur == STIL


@pytest.mark.parametrize(
    ("vraag", "melding"),
    [
        ({"een": "onzin"}, "«onzin» is geen gebied dat hier te kiezen is. Hier staat Almelo."),
        ({"een": "BU99999999"}, "Gebied BU99999999 kennen wij niet."),
        ({"ander": "GM9999"}, "Gebied GM9999 kennen wij niet."),
        ({"een": "NL00"}, "Gebied NL00 kennen wij niet."),
        ({"een": "beter-wonen.focus"}, "Voor Almelo is nog geen focus gekozen."),
        ({"een": "hw-wonen", "ander": "hw-wonen"}, "Aan beide kanten stond Hoeksche Waard."),
        ({"focus": "onzin"}, "«onzin» is geen lijst van wijken of buurten"),
        ({"cijfers": "onzin,bijstand_per_1000"}, "Dit cijfer kennen wij niet: «onzin»."),
        ({"buurt": "WK014110"}, "«WK014110» is geen buurt in onze gebieden."),
        ({"een": "BU01410000+WK014100"}, "overlappen"),
    ],
)
def test_nonsense_gives_the_nearest_sides_and_says_so(wereld, vraag, melding):
    gelezen = blad(wereld, **vraag)
    assert melding in gelezen
    assert "Mensen met bijstand" in gelezen


def test_chosen_figures_are_shown_and_no_others(wereld):
    bladzijde = vergelijken.layout(
        wereld, Adres("/vergelijken", {}, {"cijfers": "ww_per_1000,roken_aandeel"})
    )
    blokken = re.findall(r"naast-(\w+)'", str(bladzijde))
    assert sorted(b for b in blokken if b in wereld.catalogus.indicatoren) == [
        "roken_aandeel",
        "ww_per_1000",
    ]


def test_a_figure_is_held_against_gemeenten_that_are_as_urban(naast, nu, wereld):
    v = naast("bijstand_per_1000")
    gelijk = {p.naam: p for p in ijkpunten(nu, v) if p.soort is Ijk.GELIJK}
    assert set(gelijk) == {"sterk stedelijk", "weinig stedelijk"}
    maat = wereld.catalogus.indicator("stedelijkheid_klasse")
    toon = v.kanten[0].geheel
    klassen = nu.landelijk.gemeenten(maat, toon.periode, toon.indeling)
    cijfers = nu.landelijk.gemeenten(v.wens.indicator, toon.periode, toon.indeling)
    zelfde = sorted(w for c, w in cijfers.items() if klassen.get(c) == klassen["GM0141"])
    assert gelijk["sterk stedelijk"].aantal == len(zelfde)
    half = len(zelfde) // 2
    assert zelfde[half - 1] <= gelijk["sterk stedelijk"].waarde <= zelfde[half]


def test_counts_get_no_benchmark(naast, nu):
    assert ijkpunten(nu, naast("inwoners_aantal")) == ()


def test_without_shares_per_buurt_the_page_says_when_that_benchmark_comes(wereld):
    assert "Corporatiebuurten als ijkpunt komen met een verversing" in blad(wereld)


def test_a_gap_is_compared_over_the_years_only_where_the_buurten_stayed(naast, nu):
    v = naast("ouderen_65_aandeel")
    almelo, hoeksche_waard = (verloop(nu, v.wens.indicator, kant) for kant in v.kanten)
    assert almelo.gang is Gang.GEWIJZIGD
    assert almelo.toen is None
    assert hoeksche_waard.gang in (Gang.GELIJK, Gang.GROTER, Gang.KLEINER)
    assert hoeksche_waard.toen.aantal == hoeksche_waard.nu_zelfde.aantal
    assert hoeksche_waard.toen.periode < hoeksche_waard.nu_zelfde.periode


def test_a_gap_lies_inside_the_spread(naast, nu):
    for sleutel in ("bijstand_per_1000", "koopwoningen_aandeel", "woz_gemiddelde"):
        v = naast(sleutel)
        for kant in v.kanten:
            kloof = verloop(nu, v.wens.indicator, kant).nu
            assert min(kant.waarden) <= kloof.laag < kloof.hoog <= max(kant.waarden), sleutel


def test_few_buurten_have_no_gap(naast, nu):
    v = naast("koopwoningen_aandeel", een="WK014110")
    assert verloop(nu, v.wens.indicator, v.kanten[0]).gang is Gang.WEINIG


def test_a_series_breaks_where_the_area_changed(naast, nu):
    v = naast("ouderen_65_aandeel", een="WK014110")
    wijk, gemeente = (reeks_van(nu, v.wens.indicator, k.zijde) for k in v.kanten)
    assert [len(deel) for deel in wijk] == [1, 1]
    assert [len(deel) for deel in gemeente] == [2]


def test_the_ages_of_both_sides_are_of_one_year_and_together_everybody(wereld, nu):
    for vraag, jaar in (({}, 2020), ({"een": "WK014110", "ander": "WK014111"}, 2024)):
        gevonden = leeftijden(nu, lees_zijden(wereld, nu, vraag).beide)
        assert set(gevonden.jaren) == {jaar}
        for kant in gevonden.kanten:
            assert sum(w.waarde for w in kant.waarden) == pytest.approx(100, abs=1.5)


def test_twins_are_of_the_other_area_and_of_the_country_and_large_enough(wereld, nu):
    thuis, ander = (wereld.catalogus.werkgebied(s) for s in ("beter-wonen", "hw-wonen"))
    gevonden = gelijkenissen(nu, nu.regio(Regiocode("BU01411100")), thuis, ander)
    assert len(gevonden.ander) == len(gevonden.land) == 5
    assert all(ander.bevat(b.tweeling.profiel.regio) for b in gevonden.ander)
    for buur in gevonden.land:
        assert not thuis.bevat(buur.tweeling.profiel.regio)
        assert not ander.bevat(buur.tweeling.profiel.regio)
        assert buur.gemeente
        assert not buur.naam.startswith("BU")
    afstanden = [b.tweeling.afstand for b in gevonden.land]
    assert afstanden == sorted(afstanden)
    inwoners = wereld.catalogus.indicator("inwoners_aantal")
    for buur in gevonden.ander:
        w = nu.nieuwste_van(inwoners, buur.tweeling.profiel.regio)
        assert w.waarde >= gevonden.regel.minstens


def test_a_buurt_that_is_too_small_has_no_twins(wereld, nu):
    gebied = wereld.catalogus.werkgebied("beter-wonen")
    inwoners = wereld.catalogus.indicator("inwoners_aantal")
    klein = next(
        r
        for r in nu.nieuwste_regios(gebied, Soort.BUURT)
        if (w := nu.nieuwste_van(inwoners, r.code)) and w.waarde is not None and w.waarde < 150
    )
    assert "is te klein" in blad(wereld, buur="", buurt=klein.code.code)


@pytest.mark.parametrize("vraag", [{}, FOCUS, {"indicator": "bijstand_per_1000"}])
def test_csv_holds_every_figure_that_is_shown(wereld, nu, naast, vraag):
    tekst = maak(wereld, Adres("/vergelijken", {}, vraag), "csv").decode("utf-8-sig")
    rijen = list(csv.DictReader(io.StringIO(tekst), delimiter=";"))
    assert all(rij["Bron"] and rij["Tabel"] and rij["Jaar"] for rij in rijen)
    keuze = {k: v for k, v in vraag.items() if k != "indicator"}
    v = naast("bijstand_per_1000", **keuze)
    bijstand = [
        r
        for r in rijen
        if r["Onderwerp"] == v.wens.indicator.naam and not r["Soort rij"].startswith("grens")
    ]
    plekken = sum(len(k.plekken) + len(k.gemeenten) for k in v.kanten)
    assert len(bijstand) == plekken + len(ijkpunten(nu, v))
    # A missing figure is empty with a reason, never 0.
    for rij in bijstand:
        assert bool(rij["Waarde"]) is (rij["Status"] == "gemeten")
        assert rij["Waarde"] or rij["Opmerking"]


def _soorten(wereld, **vraag):
    tekst = maak(wereld, Adres("/vergelijken", {}, vraag), "csv").decode("utf-8-sig")
    rijen = list(csv.DictReader(io.StringIO(tekst), delimiter=";"))
    return Counter(rij["Soort rij"] for rij in rijen), rijen


def test_csv_holds_the_ages_of_both_sides(wereld):
    aantal, rijen = _soorten(wereld)
    assert aantal["leeftijdsgroep"] == 10
    almelo = [r for r in rijen if r["Soort rij"] == "leeftijdsgroep" and r["Gebied"] == "Almelo"]
    som = sum(float(r["Waarde"].replace(",", ".")) for r in almelo)
    assert som == pytest.approx(100, abs=0.5)


def test_csv_holds_the_gap_inside_both_sides_and_the_buurten_that_are_alike(wereld):
    aantal, _ = _soorten(wereld, indicator="bijstand_per_1000", buurt="BU01411100")
    assert aantal["grens van de laagste tien procent van de buurten"] == 2
    assert aantal["grens van de hoogste tien procent van de buurten"] == 2
    assert aantal["buurt die erop lijkt"] == 10 * len(load_regels().gelijkenis.indicatoren)


def test_a_buurt_is_put_next_to_its_wijk(nu, naast):
    punten = {
        (p.soort, p.naam) for p in ijkpunten(nu, naast("bijstand_per_1000", een="BU19630000"))
    }
    assert ("wijk", "Oud-Beijerland") in punten


def test_excel_is_a_workbook(wereld):
    assert maak(wereld, Adres("/vergelijken", {}, {}), "xlsx").startswith(b"PK")


def test_no_text_of_the_page_ranks_or_scores(wereld):
    gelezen = blad(wereld, een="WK014110", ander="WK014111", buurt="BU01411100").lower()
    for woord in ("slechtste", "beste buurt", "ranglijst", "totaalscore", "none"):
        assert woord not in gelezen

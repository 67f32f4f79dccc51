"""The content of a sheet on real figures: what is on it, in which order, what is missing."""

from pathlib import Path

import pytest

from dashboard.app import create_app
from dashboard.factsheet.cijfers import nieuwste_hier
from dashboard.factsheet.model import KRACHT, maak_blad, onderwerp
from dashboard.page import Adres
from dashboard.pages import factsheet
from tests.dashboard.onderdeel_lezen import teksten
from wijken.errors import InvoerError
from wijken.regio import Soort

GOLDEN = Path(__file__).resolve().parents[1] / "golden"


@pytest.fixture(scope="module")
def blad(wereld, nu):
    """Make the content of a sheet."""

    def van(slug):
        wat = onderwerp(nu, wereld.catalogus, slug)
        return maak_blad(nu, wereld.catalogus, wereld.initiatieven, wat)

    return van


def cijfers(blad_):
    return [cijfer for blok in blad_.blokken for cijfer in blok.cijfers]


def op_een_regel(cijfer):
    """A figure with everything that is told of it, short."""
    w, s = cijfer.waarneming, cijfer.spreiding
    naast = ", ".join(f"{r.soort} {r.waarde:.3g}" for r in cijfer.naast)
    strook = f"{len(s.plekken)}/{s.totaal} {s.niveau} {s.midden:.3g}" if s else "-"
    reeks = " | ".join(",".join(str(w.periode) for w in deel) for deel in cijfer.reeks) or "-"
    merken = f"{'toen ' if cijfer.toen else ''}{'onzeker' if w.onzeker else ''}".strip()
    delen = [f"{w.indicator} {w.waarde:.6g} {w.periode}/{w.indeling}", w.herkomst.tabel]
    return "; ".join([*delen, naast, strook, reeks, *([merken] if merken else [])])


def als_tekst(blad_):
    regels = [op_een_regel(cijfer) for cijfer in blad_.omvang]
    for blok in blad_.blokken:
        regels += [f"== {blok.sleutel}", *(op_een_regel(cijfer) for cijfer in blok.cijfers)]
    return regels


def getekend(wereld, slug):
    return factsheet.layout(wereld, Adres(f"/factsheet/{slug}", {"slug": slug}, {}))


@pytest.mark.parametrize("slug", ["beter-wonen", "WK014111"])
def test_the_content_of_a_sheet_is_as_it_was(blad, tmp_path, slug):
    # A werkgebied, and a wijk that was redrawn. Is the new content right, then copy it over.
    nieuw = tmp_path / f"factsheet_{slug}.txt"
    nieuw.write_text("\n".join(als_tekst(blad(slug))) + "\n", encoding="utf-8")
    oud = GOLDEN / nieuw.name
    assert nieuw.read_text(encoding="utf-8") == oud.read_text(encoding="utf-8"), f"zie {nieuw}"


@pytest.mark.parametrize("slug", ["beter-wonen", "hw-wonen", "WK014111", "BU19630000"])
def test_a_sheet_has_about_fourteen_figures_strengths_first_and_the_lead_theme_most(
    wereld, blad, slug
):
    gemaakt = blad(slug)
    aantallen = {blok.sleutel: len(blok.cijfers) for blok in gemaakt.blokken}
    leidend = gemaakt.onderwerp.gebied.leidend_thema
    assert sum(aantallen.values()) == 14
    assert list(aantallen)[:2] == [KRACHT, leidend]
    assert max(aantallen.values()) == aantallen[leidend]
    assert all(cijfer.indicator.kracht for cijfer in gemaakt.blokken[0].cijfers)
    assert set(aantallen) == {KRACHT, *wereld.catalogus.themas}


def test_no_question_is_asked_twice(blad):
    for slug in ("beter-wonen", "hw-wonen", "WK196300"):
        sleutels = [cijfer.indicator.id for cijfer in cijfers(blad(slug))]
        zonder_leeftijd = [sleutel.replace("_65plus", "") for sleutel in sleutels]
        assert len(set(zonder_leeftijd)) == len(sleutels)


def test_every_figure_has_a_value_a_year_and_a_source(wereld, blad):
    for slug in (*wereld.catalogus.werkgebieden, "WK196304", "BU01411301"):
        for cijfer in cijfers(blad(slug)):
            w = cijfer.waarneming
            assert w.waarde is not None
            assert w.herkomst.tabel
            assert w.herkomst.bron in wereld.catalogus.bronnen


def test_context_is_of_the_same_year_as_the_figure(blad):
    bijstand = next(c for c in cijfers(blad("WK014111")) if c.indicator.id == "bijstand_per_1000")
    assert {str(r.soort): round(r.waarde) for r in bijstand.naast} == {
        "gemeente": 41,
        "land": 24,
        "mediaan": 14,
    }
    # Of 2024 our copy has no row for the country: then none is shown, not an older one.
    ouderen = next(c for c in cijfers(blad("WK014111")) if c.indicator.id == "ouderen_65_aandeel")
    assert {str(r.soort) for r in ouderen.naast} == {"gemeente", "mediaan"}


def test_the_area_of_the_sheet_is_one_dot_of_its_strip(blad):
    for cijfer in cijfers(blad("BU19630000")):
        if cijfer.spreiding is not None:
            codes = [plek.waarneming.regio.code for plek in cijfer.spreiding.plekken]
            assert codes.count("BU19630000") == 1
            assert cijfer.spreiding.niveau is Soort.BUURT


def test_a_code_used_again_for_another_place_brings_no_figures_along(wereld, nu):
    # BU01411101 was Riet Noord until 2020 and is Bornsestraat en omgeving Zuid now.
    wat = onderwerp(nu, wereld.catalogus, "BU01411101")
    assert wat.naam == "Bornsestraat en omgeving Zuid"
    bijstand = wereld.catalogus.indicator("bijstand_per_1000")
    assert nu.nieuwste_van(bijstand, wat.regio.code).waarde is not None
    gevonden = nieuwste_hier(nu, bijstand, wat.gebied, wat.regio)
    assert gevonden is None or gevonden.waarde is None


def test_a_figure_within_the_boundaries_of_then_is_marked_so(wereld, blad):
    gemaakt = blad("WK014111")
    assert {c.indicator.id: c.toen for c in cijfers(gemaakt)}["bijstand_per_1000"]
    assert not any(c.toen for c in cijfers(blad("WK196300")))
    assert any("in de grenzen van 2020" in t for t in teksten(getekend(wereld, "WK014111")))


def test_estimates_are_marked(wereld):
    assert "schatting" in teksten(getekend(wereld, "beter-wonen"))


def test_what_is_missing_is_named_with_its_reason_and_where_it_is_known(wereld, blad):
    gemaakt = blad("WK014111")
    per = {o.indicator.id: o for o in gemaakt.ontbreekt}
    assert per["corporatiewoningen_aandeel"].elders.waarde == 34
    assert per["corporatiewoningen_aandeel"].elders_naam == "Almelo"
    gezien = {c.indicator.id for c in (*cijfers(gemaakt), *gemaakt.omvang)} & set(per)
    assert gezien == set()
    gelezen = " ".join(teksten(getekend(wereld, "WK014111")))
    assert "Geen cijfer: niet in onze kopie van de bron:" in gelezen
    assert "woningen van een corporatie (wel voor Almelo: 34\u202f% in 2022)" in gelezen


def test_a_wijk_has_only_its_own_initiatives_and_says_they_are_unchecked(wereld, blad):
    alle, wijk = blad("beter-wonen").initiatieven, blad("WK014111").initiatieven
    assert 0 < len(wijk) < len(alle)
    assert {i.regio.code for i in wijk} == {"WK014111"}
    assert {i.werkgebied for i in alle} == {"beter-wonen"}
    assert any("nog niet nagekeken" in t for t in teksten(getekend(wereld, "WK014111")))


def test_the_sheet_has_the_questions_for_the_table_and_the_motto(wereld):
    gelezen = " ".join(teksten(getekend(wereld, "hw-wonen")))
    for vraag in wereld.teksten.zinnen("factsheet.vragen"):
        assert vraag in gelezen
    assert "Alles wat je voor mij doet zonder mij, doe je tegen mij." in gelezen


def test_a_sheet_leads_to_those_of_its_parts(blad):
    assert len(blad("beter-wonen").delen) == 12
    assert {r.soort for r in blad("hw-wonen").delen} == {Soort.WIJK}
    assert {r.code.ouder.code for r in blad("WK196300").delen} == {"WK196300"}
    assert [r.naam for r in blad("BU19630000").boven] == ["Hoeksche Waard", "Oud-Beijerland"]


def test_an_area_with_hardly_any_figures_says_so(wereld, blad):
    gemaakt = blad("GM0584")
    assert len(cijfers(gemaakt)) < 5
    gelezen = " ".join(teksten(getekend(wereld, "GM0584")))
    assert "Van dit gebied zijn er weinig cijfers" in gelezen
    assert "Zoals het gebied was in 2016" in gelezen


def test_every_wijk_and_every_fifth_buurt_has_a_sheet_without_blanks(wereld, nu):
    for gebied in wereld.catalogus.werkgebieden.values():
        wijken = nu.regios(gebied, Soort.WIJK, 2024)
        buurten = nu.regios(gebied, Soort.BUURT, 2024)
        for regio in (*wijken, *buurten[::5]):
            gelezen = teksten(getekend(wereld, regio.code.code))
            assert onderwerp(nu, wereld.catalogus, regio.code.code).naam in gelezen
            assert not any("None" in tekst or tekst == "nan" for tekst in gelezen)


@pytest.mark.parametrize("slug", ["selectie", "vergelijkblad"])
def test_the_sheets_without_an_area_of_their_own_are_there(wereld, slug):
    assert factsheet.bestaat(wereld, Adres(f"/factsheet/{slug}", {"slug": slug}, {}))
    assert teksten(getekend(wereld, slug))


def test_a_selection_of_nothing_usable_says_so_and_shows_the_list(wereld):
    vraag = {"selectie": "BU03630000"}
    adres = Adres("/factsheet/selectie", {"slug": "selectie"}, vraag)
    gelezen = teksten(factsheet.layout(wereld, adres))
    assert any("nog niets gekozen" in tekst for tekst in gelezen)
    assert "Aaboer" in gelezen


@pytest.mark.parametrize("slug", ["onzin", "GM0363", "NL00", "WK014199", "BU0141"])
def test_an_unknown_slug_has_no_sheet(wereld, nu, slug):
    assert not factsheet.bestaat(wereld, Adres(f"/factsheet/{slug}", {"slug": slug}, {}))
    with pytest.raises(InvoerError):
        onderwerp(nu, wereld.catalogus, slug)


def test_the_server_answers_404_for_an_unknown_sheet_and_200_for_a_known_one(wereld):
    klant = create_app(wereld).server.test_client()
    assert klant.get("/factsheet/onzin").status_code == 404
    assert klant.get("/factsheet/wk014111").status_code == 200
    assert "Factsheet De Riet" in klant.get("/factsheet/WK014111").text

"""The finished content of a sheet on real figures: selections, choices, totals, the map."""

import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from dashboard.factsheet.keuzes import Keuzes
from dashboard.factsheet.opstellen import cijfers_van, make_inhoud
from wijken import opmaak
from wijken.errors import InvoerError
from wijken.regio import Regiocode, Soort

GOLDEN = Path(__file__).resolve().parents[1] / "golden"
RIET = ("BU01411101", "BU01411102", "BU01411103")


@pytest.fixture(scope="module")
def inhoud(wereld, nu):
    """Make the content of a sheet."""

    def van(slug, **vraag):
        return make_inhoud(wereld, nu, slug, Keuzes.uit_vraag(vraag))

    return van


def als_tekst(blad):
    """Everything a sheet says, a line each; drawings by their words."""
    regels = [blad.soort, blad.titel, blad.vraag, *blad.uitleg]
    regels += [op_een_regel(c) for c in blad.omvang]
    for kop, zinnen in (("kort", blad.kort), ("ook", blad.sterk_ook), ("valt op", blad.valt_op)):
        regels += [f"== {kop}", *(f"{zin.tekst} [{zin.noot}]" for zin in zinnen)]
    for blok in (*blad.blokken, *blad.bijlage):
        regels += [f"== {blok.titel}", *(op_een_regel(c) for c in blok.cijfers)]
    woningen = (f"{r.naam}: {r.getal} ({r.jaar}; {r.merken}) [{r.noot}]" for r in blad.woningen)
    regels += ["== woningen", *woningen]
    regels += ["== ontbreekt", *(f"{o.naam}: {o.reden} ({o.elders})" for o in blad.ontbreekt)]
    bronnen = (f"{b.naam}: {b.tabel}, {b.jaar}/{b.indeling}, {b.soort}" for b in blad.bronnen)
    return [*regels, "== bronnen", *bronnen]


def op_een_regel(cijfer):
    beelden = [b.omschrijving for b in (cijfer.strook, cijfer.trend) if b]
    delen = [f"{cijfer.getal} {cijfer.eenheid}", cijfer.woorden, cijfer.naast, cijfer.merken]
    return "; ".join(d.strip() for d in (cijfer.naam, *delen, cijfer.bronregel, *beelden) if d)


@pytest.mark.parametrize("slug", ["hw-wonen", "WK014111", "vergelijkblad", "selectie"])
def test_all_that_a_sheet_says_is_as_it_was(inhoud, tmp_path, slug):
    # Is the new text right, then copy it over.
    keuze = {"selectie": ",".join(RIET)} if slug == "selectie" else {}
    nieuw = tmp_path / f"inhoud_{slug}.txt"
    nieuw.write_text("\n".join(als_tekst(inhoud(slug, **keuze))) + "\n", encoding="utf-8")
    oud = GOLDEN / nieuw.name
    assert nieuw.read_text(encoding="utf-8") == oud.read_text(encoding="utf-8"), f"zie {nieuw}"


def test_a_figure_says_what_its_value_says(wereld, inhoud):
    for slug in ("beter-wonen", "WK014111", "BU19630000"):
        for cijfer in (*inhoud(slug).omvang, *cijfers_van(inhoud(slug))):
            indicator = wereld.catalogus.indicator(cijfer.sleutel)
            assert cijfer.getal == opmaak.cijfer(cijfer.waarneming.waarde, indicator)
            assert str(cijfer.waarneming.periode) in cijfer.bronregel
            assert cijfer.waarneming.herkomst.tabel in cijfer.bronregel
            assert slug in {cijfer.plek, "beter-wonen"}


def test_every_measured_figure_is_on_the_sheet_or_in_the_appendix_once(wereld, inhoud):
    blad = inhoud("WK014111")
    bijlage = [c.sleutel for blok in blad.bijlage for c in blok.cijfers]
    alles = [c.sleutel for c in (*blad.omvang, *cijfers_van(blad))] + bijlage
    assert len(alles) == len(set(alles))
    with wereld.reader.momentopname() as nu:
        getoond = nu.getoond()
    assert len(alles) + len(blad.ontbreekt) == len(getoond)


def test_the_appendix_is_drawn_only_when_asked_for(inhoud):
    zonder, met = inhoud("beter-wonen"), inhoud("beter-wonen", bijlage="ja")
    assert not zonder.met_bijlage
    assert met.met_bijlage
    assert not any(c.strook for blok in zonder.bijlage for c in blok.cijfers)
    assert any(c.strook for blok in met.bijlage for c in blok.cijfers)
    assert len(met.bronnen) == len(zonder.bronnen) + len(zonder.bronnen_bijlage)


def test_chosen_themes_fill_the_sheet(inhoud):
    blad = inhoud("beter-wonen", themas="wonen,onzin")
    assert {blok.sleutel for blok in blad.blokken} == {"kracht", "wonen"}
    assert len(cijfers_van(blad)) <= 14
    assert "gekozen: wonen en woningvoorraad" in blad.regel


def test_chosen_figures_are_exactly_those_on_the_sheet(inhoud):
    blad = inhoud("hw-wonen", cijfers="woz_gemiddelde,bijstand_per_1000,onzin")
    assert {c.sleutel for c in cijfers_van(blad)} == {"woz_gemiddelde", "bijstand_per_1000"}
    assert "eigen keuze van cijfers" in blad.regel


def test_every_figure_on_the_sheet_has_its_source(inhoud):
    for slug in ("beter-wonen", "WK196309", "vergelijkblad"):
        blad = inhoud(slug)
        bronnen = {bron.sleutel: bron for bron in blad.bronnen}
        for cijfer in cijfers_van(blad):
            bron = bronnen[cijfer.sleutel]
            assert bron.definitie
            assert bron.licentie
            assert bron.opgehaald.endswith("2026")
        for zin in (*blad.kort, *blad.valt_op, *blad.sterk_ook):
            assert {w.indicator for w in zin.bewijs if w.waarde is not None} <= set(bronnen)


def test_the_total_of_a_selection_is_that_of_its_parts(nu, wereld, inhoud):
    blad = inhoud("selectie", selectie=",".join(RIET))
    totaal = next(c for c in blad.omvang if c.sleutel == "inwoners_aantal").waarneming
    indicator = wereld.catalogus.indicator("inwoners_aantal")
    delen = [nu.nieuwste_van(indicator, Regiocode(code)).waarde for code in RIET]
    assert totaal.waarde == sum(delen)
    ouderen = next(c for c in cijfers_van(blad) if c.sleutel == "ouderen_65_aandeel")
    teller = wereld.catalogus.indicator("ouderen_65_aantal")
    boven = sum(nu.nieuwste_van(teller, Regiocode(code)).waarde for code in RIET)
    assert ouderen.waarneming.waarde == pytest.approx(100 * boven / sum(delen))
    assert set(ouderen.plek.split(", ")) == set(RIET)
    assert "van 3 gebieden samen" in ouderen.merken


def test_what_may_not_be_added_is_missing_with_the_reason_in_words(inhoud):
    blad = inhoud("selectie", selectie=",".join(RIET))
    assert not any(c.sleutel == "huisarts_afstand" for c in cijfers_van(blad))
    huisarts = next(o for o in blad.ontbreekt if o.naam == "Afstand tot de huisarts")
    assert "mag niet over gebieden worden opgeteld" in huisarts.reden
    assert "de 3 gekozen buurten met een cijfer: van" in huisarts.elders
    assert "wel voor Almelo" in huisarts.elders


def test_the_chosen_buurten_are_the_filled_dots_of_a_strip(inhoud):
    blad = inhoud("selectie", selectie=",".join(RIET))
    ouderen = next(c for c in cijfers_van(blad) if c.sleutel == "ouderen_65_aandeel")
    # A chosen dot is larger than the others.
    assert len(re.findall(r'r="6\.25"', ouderen.strook.svg)) == len(RIET)


def test_all_buurten_of_a_wijk_together_are_that_wijk(nu, wereld, inhoud):
    gebied = wereld.catalogus.werkgebied("hw-wonen")
    wijk = Regiocode("WK196309")
    buurten = [r.code.code for r in nu.regios(gebied, Soort.BUURT, 2024) if r.code.wijk == wijk]
    samen = {c.sleutel: c for c in inhoud("selectie", selectie=",".join(buurten)).omvang}
    heel = {c.sleutel: c for c in inhoud(wijk.code).omvang}
    # CBS rounds each buurt to five.
    verschil = (
        samen["inwoners_aantal"].waarneming.waarde - heel["inwoners_aantal"].waarneming.waarde
    )
    assert abs(verschil) <= 5 * len(buurten)


def test_a_wijk_beside_buurten_counts_as_its_buurten(inhoud):
    blad = inhoud("selectie", selectie="WK014111,BU01411301")
    assert blad.soort.startswith("Buurten samen: ")
    dubbel = inhoud("selectie", selectie="WK014111,BU01411301,BU01411101")
    assert dubbel.omvang[0].getal == blad.omvang[0].getal


def test_a_whole_wijk_and_a_whole_area_are_named_as_such(nu, wereld, inhoud):
    blad = inhoud("selectie", selectie="WK014111,BU01411301")
    assert blad.soort == "Buurten samen: heel De Riet en Markgraven"
    gebied = wereld.catalogus.werkgebied("hw-wonen")
    buurten = nu.nieuwste_regios(gebied, Soort.BUURT)
    blad = inhoud("selectie", selectie=",".join(r.code.code for r in buurten))
    assert blad.soort == f"Alle {len(buurten)} buurten van de Hoeksche Waard samen"
    wijken = nu.nieuwste_regios(gebied, Soort.WIJK)
    blad = inhoud("selectie", selectie=",".join(r.code.code for r in wijken[1:]))
    assert blad.soort.startswith("Wijken samen: ")


@pytest.mark.parametrize(
    "vraag",
    [{}, {"selectie": "BU03630000"}, {"selectie": "GM0141"}, {"focus": "onzin"}],
    ids=["nothing", "elsewhere", "a gemeente", "unknown focus"],
)
def test_nothing_usable_selected_is_said(inhoud, vraag):
    with pytest.raises(InvoerError):
        inhoud("selectie", **vraag)


def test_the_homes_are_told_with_year_and_source_and_only_what_is_known(wereld, inhoud):
    assert len(inhoud("beter-wonen").woningen) == 10
    assert len(inhoud("WK014111").woningen) < 10
    assert inhoud("GM0584").woningen == ()
    for slug in ("beter-wonen", "WK014111"):
        blad = inhoud(slug)
        bronnen = {bron.sleutel for bron in blad.bronnen}
        namen = [regel.naam for regel in blad.woningen]
        assert len(namen) == len(set(namen))
        for regel in blad.woningen:
            w, indicator = regel.waarneming, wereld.catalogus.indicator(regel.sleutel)
            assert regel.getal == opmaak.met_eenheid(w.waarde, indicator)
            assert regel.jaar == str(w.periode)
            assert w.herkomst.tabel in regel.noot
            assert regel.sleutel in bronnen


def test_the_unit_is_given_also_where_the_words_say_it(inhoud):
    cijfers = {c.sleutel: c for c in cijfers_van(inhoud("beter-wonen"))}
    bijstand = cijfers["bijstand_per_1000"]
    assert (bijstand.eenheid, bijstand.maat) == ("", "per 1.000 inwoners")
    assert cijfers["ouderen_65_aandeel"].maat == "%"


def test_all_other_figures_of_both_areas_are_in_the_appendix(inhoud):
    zonder, met = inhoud("vergelijkblad"), inhoud("vergelijkblad", bijlage="ja")
    op_blad = {c.sleutel for c in cijfers_van(zonder)}
    rest = [c.sleutel for blok in zonder.bijlage for c in blok.cijfers]
    assert len(rest) > 20
    assert not op_blad & set(rest)
    assert met.met_bijlage
    assert {b.sleutel for b in met.bronnen} == op_blad | set(rest)


def test_the_comparison_sheet_has_both_areas_in_every_figure(wereld, inhoud):
    blad = inhoud("vergelijkblad")
    cijfers = cijfers_van(blad)
    assert len(cijfers) <= 6
    plaatsen = [g.plaats for g in wereld.catalogus.werkgebieden.values()]
    for cijfer in cijfers:
        assert [een.naam for een in cijfer.naast_elkaar] == plaatsen
        for een in cijfer.naast_elkaar:
            assert een.getal in cijfer.getal
            assert een.getal in cijfer.woorden
    for gebied in wereld.catalogus.werkgebieden.values():
        assert set(gebied.eerste) <= {c.sleutel for c in cijfers}


def test_the_atelier_is_on_the_sheet_as_typed_and_gaps_stay_open(wereld, inhoud):
    blad = inhoud(
        "WK014111",
        datum="2026-12-01",
        plaats="Verzonnen zaal",
        partner_zorg="Verzonnen praktijk",
        notitie="Let op de koffie.",
        vraag_1="Wie doet mee?",
    )
    assert blad.atelier.datum == "1 december 2026"
    assert dict(blad.atelier.partners)["Zorg"] == "Verzonnen praktijk"
    assert dict(blad.atelier.partners)["Bewoners"] == ""
    assert blad.atelier.vragen == ("Wie doet mee?",)
    assert blad.atelier.notitie == "Let op de koffie."
    zonder = inhoud("WK014111").atelier
    assert zonder.vragen == wereld.teksten.zinnen("factsheet.vragen")


def test_the_map_has_no_words_no_style_and_is_small(inhoud):
    for slug in ("beter-wonen", "hw-wonen", "WK196309", "BU01411301"):
        kaart = inhoud(slug).kaart
        assert len(kaart.svg.encode()) <= 15_000
        boom = ET.fromstring(kaart.svg)  # noqa: S314 - of our own making
        soorten = {knoop.tag.split("}")[1] for knoop in boom.iter()}
        assert soorten == {"svg", "title", "desc", "path"}
        assert "style" not in kaart.svg


def test_a_gemeente_of_before_is_a_part_of_the_map_of_its_time(inhoud):
    vormen = [
        knoop.get("d")
        for knoop in ET.fromstring(inhoud("GM0584").kaart.svg).iter()  # noqa: S314 - our own
        if knoop.tag.endswith("path")
    ]
    alle, gekozen, _ = (vorm.count("M") for vorm in vormen)
    assert 0 < gekozen < alle


def test_an_area_with_hardly_any_figures_has_an_honest_sheet(inhoud):
    blad = inhoud("GM0584")
    assert any("weinig cijfers" in zin for zin in blad.uitleg)
    assert len(blad.ontbreekt) > 50
    assert all(o.reden.startswith("geen cijfer") for o in blad.ontbreekt)
    assert blad.atelier.vragen

"""Sentences of sheets, all of them: true, plain, short, and never without a figure."""

import re
from dataclasses import replace

import pytest

from dashboard.factsheet.keuzes import Keuzes
from dashboard.factsheet.leesbaarheid import (
    MEESTE_WOORDEN,
    flesch_douma,
    langste,
    lettergrepen,
    woorden_van,
    zinnen_van,
)
from dashboard.factsheet.opstellen import make_inhoud
from dashboard.factsheet.zinsbouw import Naastgezet, is_meer_dan_ruis, vergeleken
from wijken import opmaak
from wijken.periode import Periode
from wijken.regio import NEDERLAND, Regiocode, Soort
from wijken.vergelijkregels import load_regels
from wijken.verschil import verschil

# A number as we write it, with its minus sign; the point of a sentence is not part of it.
GETAL = re.compile(r"\u2212?\d+(?:\.\d{3})*(?:,\d+)?")


@pytest.fixture(scope="module")
def bladen(wereld, nu):
    """The sheets of both areas, all wijken, every fifth buurt, a selection and both together."""
    slugs = list(wereld.catalogus.werkgebieden)
    for gebied in wereld.catalogus.werkgebieden.values():
        slugs += [r.code.code for r in nu.regios(gebied, Soort.WIJK, 2024)]
        slugs += [r.code.code for r in nu.regios(gebied, Soort.BUURT, 2024)[::5]]
    gemaakt = {slug: make_inhoud(wereld, nu, slug, Keuzes()) for slug in slugs}
    gemaakt["vergelijkblad"] = make_inhoud(wereld, nu, "vergelijkblad", Keuzes())
    keuzes = Keuzes(selectie=("BU01411101", "BU01411102", "BU01411301"))
    gemaakt["selectie"] = make_inhoud(wereld, nu, "selectie", keuzes)
    return gemaakt


@pytest.fixture(scope="module")
def hoofdbladen(bladen):
    """The two areas and their 26 wijken."""
    return {slug: blad for slug, blad in bladen.items() if not slug.startswith(("BU", "s", "v"))}


def zinnen(blad):
    return (*blad.kort, *blad.valt_op, *blad.sterk_ook)


def alle(bladen):
    return [(slug, blad, zin) for slug, blad in bladen.items() for zin in zinnen(blad)]


def test_every_sentence_has_figures_behind_it_and_a_footnote(bladen):
    for slug, _, zin in alle(bladen):
        assert zin.bewijs, (slug, zin.tekst)
        if any(w.waarde is not None for w in zin.bewijs):
            assert zin.noot, (slug, zin.tekst)


def test_every_number_in_a_sentence_is_that_of_its_evidence(wereld, bladen):
    """Every number is a figure, a year, something worked out, or stands in the words themselves."""
    blok = wereld.teksten["zinnen"]
    for slug, blad, zin in alle(bladen):
        mag = set(GETAL.findall(blad.titel))
        for w in zin.bewijs:
            indicator = wereld.catalogus.indicator(w.indicator)
            vormen = [blok["over"].get(w.indicator, ""), blok["noem"].get(w.indicator, "")]
            mag |= {str(w.periode), *(n for vorm in vormen for n in GETAL.findall(vorm))}
            mag |= set(GETAL.findall(opmaak.eenheid_tekst(indicator)))
            if w.waarde is not None:
                mag.add(opmaak.cijfer(w.waarde, indicator))
                mag.add(opmaak.getal(w.waarde, 1))
        for sleutel in zin.sleutels:
            decimalen = wereld.catalogus.indicator(sleutel).decimalen
            mag |= {opmaak.getal(waarde, decimalen) for _, waarde in zin.afgeleid}
        mag |= {opmaak.getal(waarde) for _, waarde in zin.afgeleid}
        assert set(GETAL.findall(zin.tekst)) <= mag, (slug, zin.tekst)


JAAR = re.compile(r"(?:\(|\bin )((?:19|20)\d\d)\b")


def test_every_year_of_the_evidence_is_in_the_sentence_and_no_other(bladen):
    """A figure without a year is a defect; of two years both are said."""
    gezien = 0
    for slug, _, zin in alle(bladen):
        if any("onderwerpen" in naam for naam, _ in zin.afgeleid):
            continue  # tells how many figures there are, not what they are
        jaren = {str(w.periode) for w in zin.bewijs}
        assert set(JAAR.findall(zin.tekst)) == jaren, (slug, zin.tekst)
        gezien += 1
    assert gezien > 100


def test_two_years_in_one_sentence_are_each_said(wereld, nu):
    indicator = wereld.catalogus.indicator("bijstand_per_1000")
    riet = nu.nieuwste_van(indicator, Regiocode("WK014111"))
    ander = replace(nu.nieuwste_van(indicator, NEDERLAND), periode=Periode(2015))
    zin = vergeleken(wereld, Naastgezet(indicator, riet, ander, "Nederland"), "De Riet")
    assert JAAR.findall(zin.tekst) == [str(riet.periode), "2015"]
    gelijk = Naastgezet(indicator, riet, replace(riet, periode=Periode(2015)), "toen")
    assert JAAR.findall(vergeleken(wereld, gelijk, "De Riet").tekst) == [str(riet.periode), "2015"]


def test_the_first_figure_of_the_evidence_is_in_the_sentence(wereld, bladen):
    for slug, _, zin in alle(bladen):
        eerste = zin.bewijs[0]
        if eerste.waarde is None or any("onderwerpen" in naam for naam, _ in zin.afgeleid):
            continue
        indicator = wereld.catalogus.indicator(eerste.indicator)
        assert opmaak.cijfer(eerste.waarde, indicator) in GETAL.findall(zin.tekst), (slug, zin)


def test_evidence_is_a_real_figure_of_the_database(wereld, nu, bladen):
    for slug, _, zin in alle(bladen):
        if slug in ("selectie", "vergelijkblad"):
            continue
        for w in zin.bewijs:
            indicator = wereld.catalogus.indicator(w.indicator)
            assert w in nu._profiel(w.regio)[indicator.id], (slug, zin.tekst)


def test_no_sentence_rests_on_an_uncertain_figure(bladen):
    for slug, _, zin in alle(bladen):
        assert not any(w.onzeker for w in zin.bewijs if w.waarde is not None and w.regio), slug


def test_what_stands_out_is_more_than_noise(wereld, bladen):
    treden = load_regels().treden
    for slug, blad in bladen.items():
        assert len(blad.valt_op) <= 4
        for zin in blad.valt_op:
            if len(zin.bewijs) < 2:
                continue
            indicator = wereld.catalogus.indicator(zin.sleutels[0])
            eigen, ander = zin.bewijs
            assert verschil(indicator, eigen, ander) == "duidelijk", (slug, zin.tekst)
            laag, hoog = sorted((eigen.waarde, ander.waarde))
            assert hoog / laag > treden[0].tot, (slug, zin.tekst)
            if indicator.soort == "model":
                assert hoog - laag >= load_regels().schatting_punten, (slug, zin.tekst)


def test_an_estimate_is_called_one(wereld, bladen):
    for slug, _, zin in alle(bladen):
        eerste = wereld.catalogus.indicator(zin.bewijs[0].indicator)
        if (
            eerste.soort == "model"
            and zin.tekst.startswith("In ")
            and "verschilt het" not in zin.tekst
        ):
            assert "naar schatting" in zin.tekst or "zoals" in zin.tekst, (slug, zin.tekst)


def test_no_sentence_judges_or_ranks(bladen):
    verboden = re.compile(r"\b(beter|slechter|beste|slechtste|goed|slecht|achterstand|probleem)\b")
    for slug, _, zin in alle(bladen):
        assert not verboden.search(zin.tekst.lower()), (slug, zin.tekst)


# How much more the words may stand for: larger divided by smaller.
RUIMTE = {
    "anderhalf keer": (1.4, 1.85),
    "twee keer": (1.75, 2.65),
    "drie keer": (2.55, 3.85),
    "vier keer": (3.75, 4.35),
    "de helft van": (1.5, 2.65),
    "twee derde van": (1.4, 1.6),
    "een derde van": (2.55, 3.85),
    "een kwart van": (3.75, 4.35),
    "ongeveer even veel": (1.0, 1.15),
}


def test_how_much_more_is_said_as_the_figures_are(bladen):
    gezien = set()
    for slug, _, zin in alle(bladen):
        waarden = [w.waarde for w in zin.bewijs if w.waarde is not None]
        waarden += [waarde for _, waarde in zin.afgeleid]
        if ". Dat is " not in zin.tekst or len(waarden) != 2:
            continue
        laag, hoog = sorted(waarden)
        for woorden, (van, tot) in RUIMTE.items():
            if woorden in zin.tekst:
                gezien.add(woorden)
                assert van <= hoog / laag <= tot, (slug, zin.tekst)
        if " meer dan in" in zin.tekst or " keer zo veel als in" in zin.tekst:
            assert waarden[0] > waarden[1], (slug, zin.tekst)
        if "minder dan in" in zin.tekst or " van het cijfer in" in zin.tekst:
            assert waarden[0] < waarden[1], (slug, zin.tekst)
    assert len(gezien) >= 5


def test_words_of_difference_match_the_figures(wereld, nu):
    # A wijk where one in ten is twice one in twenty, by the thresholds in the catalogue.
    indicator = wereld.catalogus.indicator("bijstand_per_1000")
    riet = nu.nieuwste_van(indicator, Regiocode("WK014111"))
    land = nu.nieuwste_van(indicator, NEDERLAND)
    paar = Naastgezet(indicator, riet, land, "Nederland")
    assert is_meer_dan_ruis(paar)
    zelf = Naastgezet(indicator, riet, riet, "De Riet")
    assert not is_meer_dan_ruis(zelf)


def test_a_sheet_with_figures_has_five_sentences(hoofdbladen):
    assert {slug: len(b.kort) for slug, b in hoofdbladen.items() if len(b.kort) != 5} == {}


def test_no_sentence_is_said_twice_on_a_sheet(bladen):
    for slug, blad in bladen.items():
        teksten = [zin.tekst for zin in zinnen(blad)]
        assert len(teksten) == len(set(teksten)), slug


def test_no_sentence_has_more_than_twenty_words_and_fifteen_on_average(bladen):
    for slug, _, zin in alle(bladen):
        assert langste(zin.tekst) <= MEESTE_WOORDEN, (slug, zin.tekst)
    los = [z for _, _, zin in alle(bladen) for z in zinnen_van(zin.tekst)]
    assert sum(len(woorden_van(z)) for z in los) / len(los) <= 15


def test_the_sheets_of_areas_and_wijken_read_easily(hoofdbladen, record_property):
    # Flesch-Douma with our own count of syllables; 60 and more is plain Dutch.
    assert len(hoofdbladen) == 28
    scores = {s: flesch_douma(z.tekst for z in zinnen(b)) for s, b in hoofdbladen.items()}
    gemiddeld = sum(scores.values()) / len(scores)
    record_property("flesch_douma", round(gemiddeld, 1))
    assert gemiddeld >= 60, f"gemiddeld {gemiddeld:.1f}"
    assert min(scores.values()) >= 50, f"laagste {min(scores.values()):.1f}"


@pytest.mark.parametrize(
    ("woord", "aantal"),
    [
        ("huis", 1),
        ("woning", 2),
        ("leeuwen", 2),
        ("vrijwilligerswerk", 5),
        ("ideeën", 3),
        ("74", 2),
    ],
)
def test_syllables_are_counted_as_they_are_spoken(woord, aantal):
    assert lettergrepen(woord) == aantal


def test_a_point_in_a_number_ends_no_sentence():
    tekst = "Er wonen 1.200 mensen. In 's-Gravendeel niet."
    assert [len(woorden_van(z)) for z in zinnen_van(tekst)] == [4, 4]


# Long words that everybody uses; any other of four syllables or more has to be explained.
GEWOON = {"kilometer", "kinderopvang", "langdurige", "onderwerpen", "veranderde", "volwassenen"}


def test_a_hard_word_stands_in_a_sentence_only_if_the_guide_explains_it(bladen, wereld):
    uitgelegd = " ".join(wereld.teksten["hulp"]["woorden"]).lower()
    moeilijk = {
        woord
        for _, _, zin in alle(bladen)
        for woord in woorden_van(zin.tekst)
        if lettergrepen(woord) >= 4 and woord[0].islower() and woord not in GEWOON
    }
    assert moeilijk
    assert {woord for woord in moeilijk if woord not in uitgelegd} == set()

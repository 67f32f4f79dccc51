"""The strip of dots, with made-up figures: every area a dot, nothing told by colour alone."""

import re
from itertools import combinations
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.components.tekening import tekening
from dashboard.figures.schaal import Schaal, schaal
from dashboard.figures.spreiding import GROOT, KLEIN, PAPIER, Stip, Strook, strook, zwerm
from dashboard.figures.stroken import Regel, Streep, stroken
from dashboard.figures.svg import Svg, element
from wijken.errors import WijkenError

TIEN = Schaal(0.0, 10.0, 2.0)
KLEUR = "#A33F1C"
WOORDEN = ("Verzonnen titel", "Verzonnen beschrijving")
SVG = "{http://www.w3.org/2000/svg}"


def lees(svg):
    return ET.fromstring(svg)  # noqa: S314 - drawn by ourselves


def teken(*stippen, punt=None):
    return lees(strook("verzonnen", WOORDEN, Strook(stippen, TIEN, KLEUR, punt)))


def cirkels(boom):
    return boom.findall(f".//{SVG}circle")


def test_every_area_is_a_dot_and_only_this_one_is_filled():
    boom = teken(Stip(2, "een"), Stip(5, "deze", gekozen=True), Stip(7, "drie"))
    gevuld = [c for c in cirkels(boom) if c.get("fill") == KLEUR]
    assert len(cirkels(boom)) == 3
    assert [c.findtext(f"{SVG}title") for c in gevuld] == ["deze"]
    open_ = [c for c in cirkels(boom) if c.get("fill") == PAPIER]
    # Grey print: the chosen one is larger too.
    assert float(gevuld[0].get("r")) > max(float(c.get("r")) for c in open_)


def test_the_chosen_dot_lies_on_top_of_all_even_of_the_tick():
    boom = teken(Stip(1), Stip(5, "deze", gekozen=True), Stip(9, "later in de rij"))
    assert list(boom)[-1].findtext(f"{SVG}title") == "deze"


def test_the_median_of_the_certain_ones_is_ticked():
    boom = teken(Stip(1), Stip(4), Stip(6), Stip(10, onzeker=True))
    streepjes = [r for r in boom.findall(f"{SVG}line") if r.get("x1") == r.get("x2")]
    verwacht = 100 * TIEN.deel(4)
    assert {float(r.get("x1").rstrip("%")) for r in streepjes} == {round(verwacht, 2)}


def test_an_uncertain_area_is_drawn_open_and_dashed_even_when_all_are_filled():
    beeld = stroken(
        "verzonnen",
        WOORDEN,
        [Regel("Verzonnen", Strook((Stip(3), Stip(4, onzeker=True)), TIEN, KLEUR))],
        None,
        [],
    )
    vast, open_ = sorted(cirkels(lees(beeld)), key=lambda c: c.get("fill"))
    assert (vast.get("fill"), vast.get("stroke-dasharray")) == (KLEUR, None)
    assert open_.get("fill") == PAPIER
    assert open_.get("stroke-dasharray")


def test_what_lies_off_the_scale_is_an_arrow_and_never_a_dot():
    boom = teken(Stip(25, "ver weg", onzeker=True))
    assert cirkels(boom) == []
    assert boom.find(f".//{SVG}path/{SVG}title").text == "ver weg"


def test_the_strip_has_no_words_in_it_but_those_read_out():
    boom = teken(Stip(2, "een"))
    assert boom.findall(f".//{SVG}text") == []
    assert boom.get("role") == "img"
    assert boom.get("aria-labelledby") == "verzonnen-titel verzonnen-tekst"
    namen = {boom.find(f"{SVG}title").get("id"), boom.find(f"{SVG}desc").get("id")}
    assert namen == {"verzonnen-titel", "verzonnen-tekst"}


def test_a_name_from_outside_cannot_become_markup():
    beeld = strook("v", ("<b>", "&"), Strook((Stip(1, '"><script>x</script>'),), TIEN, KLEUR))
    assert "<script" not in beeld
    assert "<b>" not in beeld
    lees(beeld)


def test_only_svg_of_our_own_becomes_a_drawing():
    assert tekening(element("svg")).inhoud == {"svg": "<svg/>"}
    with pytest.raises(WijkenError, match=r"figures\.svg"):
        tekening("<svg onload='x'/>")


def test_areas_in_one_picture_share_one_scale():
    regels = [
        Regel(naam, Strook((Stip(waarde), Stip(6)), TIEN, KLEUR), "")
        for naam, waarde in (("een", 1), ("ander", 9))
    ]
    beeld = stroken("verzonnen", WOORDEN, regels, Streep(5, "land 5"), [(0, "0"), (10, "10")])
    plekken = [c.get("cx") for c in cirkels(lees(beeld))]
    assert len(plekken) == 4
    assert len(set(plekken)) == 3
    woorden = lees(beeld).findall(f"{SVG}text")
    assert [w.text for w in woorden] == ["land 5", "een", "ander", "0", "10"]


@pytest.mark.parametrize("maat", [KLEIN, GROOT])
def test_dots_do_not_overlap_where_there_is_room(maat):
    delen = sorted((n * 37 % 100) / 100 for n in range(60))
    rijen = zwerm(delen, maat)
    for (a, rij_a), (b, rij_b) in combinations(zip(delen, rijen, strict=True), 2):
        naast = rij_a == rij_b and abs(a - b) * maat.breedte < 2 * maat.straal
        assert not naast, (a, b)


def test_too_many_equal_values_still_all_have_a_place():
    rijen = zwerm([0.5] * 40, KLEIN)
    assert len(rijen) == 40
    assert max(abs(rij) for rij in rijen) <= KLEIN.lagen // 2


@given(st.lists(st.floats(-1e4, 1e6).map(lambda x: round(x, 2)), min_size=1, max_size=20))
def test_a_scale_holds_every_value_between_round_ends(catalogus, waarden):
    gevonden = schaal(catalogus.indicator("woz_gemiddelde"), waarden)
    assert all(gevonden.past(waarde) for waarde in waarden)
    assert 2 <= len(gevonden.strepen) <= 7
    assert list(gevonden.strepen) == sorted(gevonden.strepen)


@given(st.lists(st.integers(0, 100), min_size=1, max_size=20))
def test_shares_start_at_nothing_and_end_at_all(catalogus, waarden):
    gevonden = schaal(catalogus.indicator("koopwoningen_aandeel"), waarden)
    assert gevonden.laag == 0
    assert max(waarden) <= gevonden.hoog <= 100
    assert gevonden.strepen[-1] == pytest.approx(gevonden.hoog)


def test_svg_numbers_are_short_and_none_is_left_out():
    assert element("a", x=1 / 3, y=None, stroke_width=2.0) == '<a x="0.33" stroke-width="2"/>'
    assert element("t", "<", Svg("<b/>")) == "<t>&lt;<b/></t>"
    assert not re.search(r"\d{3,}\.\d{3}", strook("v", WOORDEN, Strook((Stip(1),), TIEN, KLEUR)))

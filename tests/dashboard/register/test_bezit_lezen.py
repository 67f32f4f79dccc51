"""A list of own homes (verzonnen): every row is read or refused with where, what and what then."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.register.bezit import DIMENSIES, Bezitregel
from dashboard.register.bezit_lezen import Gebied, lees_bezit, woorden
from dashboard.register.tabelbestand import lees_tabel
from dashboard.register.tabelblad import Tabelblad, Tabelrij
from wijken.regio import Regiocode

EEN, TWEE = Regiocode("BU01411000"), Regiocode("BU01411001")
ALMELO = Gebied("Almelo", {EEN: "Verzonnen Noord", TWEE: "Verzonnen Zuid"})


def lees(*regels, gebied=ALMELO):
    return lees_bezit(lees_tabel("\n".join(regels).encode(), "verzonnen.csv"), gebied)


def test_counts_are_read_with_what_is_said_of_the_homes():
    lijst = lees(
        "Buurtcode;Aantal woningen;Soort woning;Bouwjaar;Energielabel;Huurklasse",
        "BU01411000;120;Flat;1968;A++;betaalbaar",
        "01411001;1.240;rijtjeshuis;voor 1945;;vrije sector",
        "Verzonnen zuid;5;;;;",
    )
    assert lijst.weigeringen == ()
    assert lijst.regels == (
        Bezitregel(EEN, 120, "appartement", "1945_1974", "A", "betaalbaar"),
        Bezitregel(TWEE, 1240, "eengezins", "voor_1945", "", "vrij"),
        Bezitregel(TWEE, 5),
    )


@pytest.mark.parametrize(
    ("rij", "kolom", "gevonden", "goed"),
    [
        ("BU01411000;veel;;", "aantal", "veel", "heel getal"),
        ("BU01411000;-4;;", "aantal", "-4", "heel getal"),
        ("BU01411000;2,5;;", "aantal", "2,5", "heel getal"),
        ("BU01411000;²;;", "aantal", "²", "heel getal"),
        ("BU19630000;4;;", "buurt", "BU19630000", "ligt niet in Almelo"),
        ("Nergenshuizen;4;;", "buurt", "Nergenshuizen", "precieze naam"),
        (";4;;", "buurt", "", "buurtcode of postcode in Almelo"),
        (";4;7607;", "postcode", "7607", "meer dan een buurt"),
        (";4;Almelo;", "postcode", "Almelo", "vier cijfers en twee letters"),
        (";4;7607 AB;", "postcode", "7607 AB", "nu niet op te zoeken"),
        ("BU01411000;4;;Q", "label", "Q", "A, B, C, D, E, F, G"),
    ],
)
def test_a_mistake_is_told_with_row_column_what_was_found_and_what_would_be_right(
    rij, kolom, gevonden, goed
):
    lijst = lees("buurt;aantal;postcode;label", "BU01411001;12;;", rij)
    (weigering,) = lijst.weigeringen
    assert (weigering.rij, weigering.kolom, weigering.gevonden) == (3, kolom, gevonden)
    assert goed in weigering.goed


def test_every_mistake_of_a_row_is_told_at_once():
    lijst = lees("buurt;aantal;label", "Nergens;veel;Q")
    assert [w.kolom for w in lijst.weigeringen] == ["aantal", "buurt", "label"]


def test_the_same_row_twice_is_refused_and_names_the_first():
    lijst = lees("buurt;aantal;label", "BU01411000;12;A", "BU01411000;30;B", "BU01411000;9;A")
    (weigering,) = lijst.weigeringen
    assert (weigering.rij, "rij 2" in weigering.goed) == (4, True)


def test_examples_and_rows_without_homes_are_left_out_and_told():
    lijst = lees(
        "buurt;aantal;opmerking", "BU01411000;12;VOORBEELD", "BU01411001;0;", "BU01411001;14;"
    )
    assert lijst.regels == (Bezitregel(TWEE, 14),)
    assert "Overgeslagen: 2 rijen" in lijst.opmerkingen[-1]


@pytest.mark.parametrize(
    ("kop", "goed"),
    [
        ("buurt;label", "aantal woningen"),
        ("aantal;label", "buurtcode"),
        ("buurt;aantal;aantal", "één keer"),
    ],
)
def test_a_list_without_what_it_needs_is_refused_as_a_whole(kop, goed):
    lijst = lees(kop, "a;b;c")
    assert lijst.regels == ()
    assert any(goed in w.goed for w in lijst.weigeringen)


def test_a_column_that_is_not_known_is_told_and_harms_nothing():
    lijst = lees("buurt;aantal;huurder", "BU01411000;12;J. Verzonnen")
    assert lijst.regels == (Bezitregel(EEN, 12),)
    assert "«huurder»" in lijst.opmerkingen[0]


def test_a_filled_column_without_a_heading_is_told():
    lijst = lees("buurt;;aantal;;label", "BU01411000;verzonnen;12;;A")
    assert lijst.regels == (Bezitregel(EEN, 12, label="A"),)
    assert lijst.opmerkingen == ("Kolom 2 heeft geen kopje en is niet gelezen.",)


def test_the_same_postcode_written_otherwise_is_the_same_row():
    gebied = Gebied("Almelo", ALMELO.buurten, lambda _: TWEE)
    lijst = lees("postcode;aantal", "7607 AB;12", "7607ab;12", gebied=gebied)
    (weigering,) = lijst.weigeringen
    assert (weigering.rij, "rij 2" in weigering.goed) == (3, True)


def test_a_postcode_is_placed_by_who_can_tell():
    gebied = Gebied("Almelo", ALMELO.buurten, {"7607 AB": TWEE}.get)
    lijst = lees("postcode;aantal", "7607 AB;12", gebied=gebied)
    assert lijst.regels == (Bezitregel(TWEE, 12),)


def test_the_words_of_a_list_lead_to_values_there_are():
    for naam, waarden in woorden()["waarden"].items():
        assert set(waarden) == set(DIMENSIES[naam]) - {""}


onzin = st.text(max_size=12) | st.sampled_from(
    ["BU01411000", "12", "0", "A", "1968", "=1+1", "7607 AB"]
)


@settings(max_examples=100)
@given(st.lists(st.tuples(*[onzin] * 7), max_size=8))
def test_rubbish_is_read_or_refused_and_never_breaks(rijen):
    koppen = tuple(namen[0] for namen in woorden()["koppen"].values())[:7]
    blad = Tabelblad(koppen, tuple(Tabelrij(n, rij) for n, rij in enumerate(rijen, start=2)))
    lijst = lees_bezit(blad, ALMELO)
    assert all(r.buurt in ALMELO.buurten and r.aantal > 0 for r in lijst.regels)
    assert len(lijst.regels) <= len(rijen)

"""A list is judged whole before anything is kept, and kept whole or not at all."""

from dataclasses import replace

import pytest

from dashboard.register.initiatieven import Herkomst, Plaatsing, Toestand
from dashboard.register.invoer import Uitkomst, bekijk
from dashboard.register.opnemen import Keus, neem_aan
from dashboard.register.register import BotsingError, Gezien
from wijken.errors import InvoerError

KOPPEN = ("Naam", "Wat doet het", "Soort", "Thema's", "Gebied", "Website")
GOED = ("Verzonnen Buurttuin", "Een tuin.", "burgerinitiatief", "wonen", "Almelo", "")
WIE = ("Anna", "verzonnen.csv")


def row(**anders):
    velden = dict(zip(KOPPEN, GOED, strict=True)) | anders
    return tuple(velden.values())


def outcomes(voorbeeld):
    return [(rij.nummer, rij.uitkomst) for rij in voorbeeld.rijen]


def test_each_row_is_taken_or_refused_with_its_number_column_and_what_would_be_right(
    blad, register, wereld
):
    lijst = blad(KOPPEN, GOED, row(Naam="Verzonnen Koor", Soort="hobby", Website="geen"))
    voorbeeld = bekijk(lijst, register.alle(), wereld)
    assert outcomes(voorbeeld) == [(2, Uitkomst.NIEUW), (3, Uitkomst.GEWEIGERD)]
    soort, website = voorbeeld.geweigerd[0].fouten
    assert (soort.kolom, soort.gevonden) == ("Soort", "hobby")
    assert "burgerinitiatief, professional, voorziening" in soort.goed
    assert (website.kolom, website.gevonden) == ("Website", "geen")


def test_columns_are_found_in_any_order_with_any_accents_and_capitals(blad, register, wereld):
    koppen = ("GEMEENTE", "thema’s", "Doelgroep", "TYPE", "Omschrijving ", "Naam initiatief")
    lijst = blad(koppen, ("Almelo", "Wonen", "iederéén", "Voorziening", "Een tuin.", "Verzonnen"))
    [rij] = bekijk(lijst, register.alle(), wereld).genomen
    assert (rij.initiatief.naam, rij.initiatief.voor_wie) == ("Verzonnen", "iederéén")


@pytest.mark.parametrize(
    ("koppen", "melding", "gevonden"),
    [
        ((*KOPPEN[:5], "Contactpersoon"), "gaat over personen", "Contactpersoon"),
        ((*KOPPEN[:5], "Telefoon"), "gaat over personen", "Telefoon"),
        ((*KOPPEN[:5], "Doel"), "over hetzelfde", "Wat doet het / Doel"),
        (("Naam", "Kleur", "Soort", "Thema", "Gebied", "Site"), "ontbreken", "omschrijving"),
    ],
    ids=["contact persons", "telephone", "one field twice", "a column is missing"],
)
def test_a_list_with_a_wrong_column_is_refused_as_a_whole(
    blad, register, wereld, koppen, melding, gevonden
):
    lijst = blad(koppen, row(Website="verzonnen"))
    voorbeeld = bekijk(lijst, register.alle(), wereld)
    [bezwaar] = voorbeeld.bezwaren
    assert (melding in bezwaar.melding, bezwaar.gevonden) == (True, gevonden)
    assert voorbeeld.rijen == ()
    with pytest.raises(InvoerError, match=melding):
        neem_aan(register, voorbeeld, Keus(), WIE)


@pytest.mark.parametrize(
    ("kop", "melding"),
    [
        ("Kleur van het logo", "kennen wij niet; die wordt niet gelezen."),
        ("Organisati", "Bedoel je «organisatie»?"),
        ("E-mail", "heeft geen mailadressen"),
        ("", "Kolom 7 heeft geen kopje; die wordt niet gelezen."),
    ],
)
def test_a_column_that_is_not_read_is_told(blad, register, wereld, kop, melding):
    voorbeeld = bekijk(blad((*KOPPEN, kop), (*GOED, "info@x.example")), register.alle(), wereld)
    assert [melding in o.melding for o in voorbeeld.opmerkingen] == [True]
    assert len(voorbeeld.genomen) == 1


def test_an_empty_column_without_a_heading_is_nothing_to_tell(blad, register, wereld):
    lijst = blad((*KOPPEN[:5], "", "Website"), (*GOED[:5], "", ""))
    assert bekijk(lijst, register.alle(), wereld).opmerkingen == ()


def test_a_mail_address_of_a_person_is_refused_even_where_it_would_not_be_kept(
    blad, register, wereld
):
    lijst = blad((*KOPPEN, "E-mail"), (*GOED, "verzonnen@gmail.com"))
    [rij] = bekijk(lijst, register.alle(), wereld).geweigerd
    assert (rij.fouten[0].kolom, rij.fouten[0].gevonden) == ("E-mail", "verzonnen@gmail.com")


def test_a_separator_too_many_is_told(blad, register, wereld):
    [rij] = bekijk(blad(KOPPEN, (*GOED, "", "los")), register.alle(), wereld).geweigerd
    assert "meer cellen dan er kopjes zijn: los" in rij.fouten[0].melding


def test_examples_of_the_template_are_skipped(blad, register, wereld):
    lijst = blad(KOPPEN, row(Naam="VOORBEELD: Buurttuin"), row(Naam="Voorbeeldig Verzonnen"))
    assert outcomes(bekijk(lijst, register.alle(), wereld)) == [
        (2, Uitkomst.VOORBEELD),
        (3, Uitkomst.NIEUW),
    ]


def test_a_question_has_to_be_answered_before_the_row_comes_in(blad, register, wereld):
    lijst = blad(KOPPEN, row(Naam="Jan de Vries"))
    voorbeeld = bekijk(lijst, register.alle(), wereld)
    assert len(voorbeeld.te_bevestigen) == 1
    assert neem_aan(register, voorbeeld, Keus(), WIE).beurt is None
    assert neem_aan(register, voorbeeld, Keus(bevestigd=frozenset({2})), WIE).nieuw == 1


def test_what_comes_in_is_labelled_and_can_be_undone(blad, register, wereld):
    before = register.alle()
    voorbeeld = bekijk(blad(KOPPEN, GOED), before, wereld)
    uitslag = neem_aan(register, voorbeeld, Keus(), WIE)
    nieuw = register.geef("verzonnen-buurttuin")
    assert (nieuw.herkomst, nieuw.door) == (Herkomst.INVOER, "Anna")
    assert (register.beurten()[0].bestand, uitslag.nieuw) == ("verzonnen.csv", 1)
    register.maak_ongedaan(uitslag.beurt, "Anna")
    assert register.alle() == before


def test_the_same_list_again_changes_nothing(blad, register, wereld):
    lijst = blad(KOPPEN, GOED)
    neem_aan(register, bekijk(lijst, register.alle(), wereld), Keus(), WIE)
    opnieuw = bekijk(lijst, register.alle(), wereld)
    assert outcomes(opnieuw) == [(2, Uitkomst.GELIJK)]
    assert neem_aan(register, opnieuw, Keus(), WIE).beurt is None


def test_the_same_list_again_changes_nothing_when_its_addresses_were_found_since(
    blad, register, wereld
):
    koppen = (*KOPPEN, "Wijk of buurt", "Adres", "Plaats")
    lijst = blad(koppen, (*GOED, "De Riet", "Verzonnenstraat 1", "Almelo"))
    neem_aan(register, bekijk(lijst, register.alle(), wereld), Keus(), WIE)
    rij = register.geef("verzonnen-buurttuin")
    buurt = next(g.code for g in wereld.gebieden.alle if g.code != rij.regio == g.code.wijk)
    gevonden = {"buurt": buurt, "plek": (52.35, 6.66), "plaatsing": Plaatsing.PUNT}
    register.wijzig(Gezien(rij.id, rij.versie, "automatisch"), gevonden)
    assert outcomes(bekijk(lijst, register.alle(), wereld)) == [(2, Uitkomst.GELIJK)]


def test_a_possible_double_is_new_merged_or_left_out(blad, register, wereld, verzonnen):
    daar = register.voeg_toe(verzonnen(regio=None, themas=("ontmoeten",)), "Anna")
    lijst = blad(KOPPEN, row(Naam="Buurttuin Verzonnen"), row(Naam="De Verzonnen Buurttuin"))
    voorbeeld = bekijk(lijst, register.alle(), wereld)
    assert [rij.dubbel for rij in voorbeeld.dubbelen] == [(daar,), (daar,)]
    assert voorbeeld.dubbelen[1].dubbel_rijen == (2,)
    keus = Keus(bevestigd=frozenset({3}), samen={2: daar.id})
    uitslag = neem_aan(register, voorbeeld, keus, WIE)
    assert (uitslag.nieuw, uitslag.anders) == (1, 1)
    assert register.geef(daar.id).themas == ("ontmoeten", "wonen")


def test_merging_with_what_was_not_offered_is_refused(blad, register, wereld, verzonnen):
    register.voeg_toe(verzonnen(regio=None), "Anna")
    voorbeeld = bekijk(blad(KOPPEN, row(Naam="Buurttuin Verzonnen")), register.alle(), wereld)
    with pytest.raises(InvoerError, match="Rij 2 kan niet worden samengevoegd"):
        neem_aan(register, voorbeeld, Keus(samen={2: "t-aahoes"}), WIE)


def test_a_row_with_an_id_changes_the_fields_it_has_and_no_others(blad, register, wereld):
    eerst = register.geef("t-aahoes")
    lijst = blad(("Kenmerk", "Voor wie", "Nagekeken op"), ("t-aahoes", "iedereen", "1-11-2026"))
    voorbeeld = bekijk(lijst, register.alle(), wereld)
    assert neem_aan(register, voorbeeld, Keus(), WIE).anders == 1
    nu = register.geef("t-aahoes")
    assert (nu.voor_wie, nu.nagekeken, nu.nagekeken_door) == ("iedereen", "2026-11-01", "Anna")
    zelfde = {"voor_wie", "nagekeken", "nagekeken_door", "versie", "gewijzigd", "door"}
    assert replace(nu, **{v: getattr(eerst, v) for v in zelfde}) == eerst


def test_a_row_that_others_changed_after_the_download_is_asked_about(blad, register, wereld):
    register.wijzig(Gezien("t-aahoes", 1, "Bert"), {"voor_wie": "buren"})
    lijst = blad(("Kenmerk", "Versie", "Voor wie"), ("t-aahoes", "1", "iedereen"))
    [rij] = bekijk(lijst, register.alle(), wereld).te_bevestigen
    assert "veranderd door Bert" in rij.vragen[0].melding


def test_one_id_in_two_rows_is_refused(blad, register, wereld):
    lijst = blad(("Kenmerk", "Voor wie"), ("t-aahoes", "een"), ("t-aahoes", "twee"))
    assert outcomes(bekijk(lijst, register.alle(), wereld)) == [
        (2, Uitkomst.ANDERS),
        (3, Uitkomst.GEWEIGERD),
    ]


def test_a_change_between_looking_and_keeping_stops_the_whole_list(blad, register, wereld):
    koppen = ("Kenmerk", *KOPPEN)
    lijst = blad(koppen, ("", *GOED), ("t-aahoes", *row(Naam="Verzonnen Aahoes")))
    voorbeeld = bekijk(lijst, register.alle(), wereld)
    register.wijzig(Gezien("t-aahoes", 1, "Bert"), {"voor_wie": "buren"})
    before = register.alle()
    with pytest.raises(BotsingError, match="veranderd door Bert"):
        neem_aan(register, voorbeeld, Keus(), WIE)
    assert register.alle() == before
    assert [b.herkomst for b in register.beurten()] == [Herkomst.STARTLIJST]


def test_a_retired_row_is_offered_as_a_double_and_not_added_again(
    blad, register, wereld, verzonnen
):
    daar = register.voeg_toe(verzonnen(regio=None), "Anna")
    uit = register.zet_uit(Gezien(daar.id, 1, "Anna"))
    [rij] = bekijk(blad(KOPPEN, row(Naam="Buurttuin Verzonnen")), register.alle(), wereld).dubbelen
    assert (rij.dubbel, rij.dubbel[0].status) == ((uit,), Toestand.UIT)

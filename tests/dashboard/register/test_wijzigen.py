"""Changing the register: every change kept, two people never lose each other's work."""

import threading
from dataclasses import replace
from datetime import date

import pytest

from dashboard import links
from dashboard.register.beurten import Lading
from dashboard.register.initiatieven import Herkomst, Toestand, load_initiatieven
from dashboard.register.register import BotsingError, Gezien
from wijken.errors import InvoerError
from wijken.regio import Regiocode


def seen(initiatief, door="Tester"):
    return Gezien(initiatief.id, initiatief.versie, door)


def test_the_register_begins_with_the_starter_list_in_its_order(register):
    assert [i.id for i in register.initiatieven()] == [i.id for i in load_initiatieven()]
    assert {i.herkomst for i in register.alle()} == {Herkomst.STARTLIJST}
    assert not any(i.nagekeken for i in register.alle())


def test_what_is_added_comes_back_as_it_went_in(register, verzonnen):
    nieuw = register.voeg_toe(verzonnen(plek=(52.35, 6.66), gestart="2021"), "Tester")
    gelezen = register.geef(nieuw.id)
    assert gelezen == nieuw
    assert (nieuw.id, nieuw.versie, nieuw.door) == ("verzonnen-buurttuin", 1, "Tester")
    assert (gelezen.plek, gelezen.themas) == ((52.35, 6.66), ("ontmoeten", "wonen"))


def test_the_same_name_twice_gets_two_ids(register, verzonnen):
    assert [register.voeg_toe(verzonnen(), "Tester").id for _ in range(2)] == [
        "verzonnen-buurttuin",
        "verzonnen-buurttuin-2",
    ]


def test_every_change_is_kept_with_before_and_after(register, verzonnen):
    nieuw = register.voeg_toe(verzonnen(), "Anna")
    anders = register.wijzig(seen(nieuw, "Bert"), {"naam": "Verzonnen Moestuin"})
    register.kijk_na(seen(anders, "Cor"), date(2026, 11, 1))
    laatste, midden, eerste = register.geschiedenis(nieuw.id)
    assert [w.soort for w in (eerste, midden, laatste)] == ["toegevoegd", "gewijzigd", "nagekeken"]
    assert [w.door for w in (eerste, midden, laatste)] == ["Anna", "Bert", "Cor"]
    assert midden.velden == (("naam", "Verzonnen Buurttuin", "Verzonnen Moestuin"),)
    assert midden.voor == nieuw
    assert midden.na == anders
    assert eerste.voor is None


def test_saving_the_same_again_is_no_change(register, verzonnen):
    nieuw = register.voeg_toe(verzonnen(), "Anna")
    assert register.wijzig(seen(nieuw), {"naam": nieuw.naam}).versie == 1
    assert len(register.geschiedenis(nieuw.id)) == 1


def test_the_second_of_two_is_told_and_given_the_row_of_the_first(register, verzonnen):
    nieuw = register.voeg_toe(verzonnen(), "Anna")
    eerst = register.wijzig(seen(nieuw, "Bert"), {"naam": "Verzonnen Moestuin"})
    with pytest.raises(BotsingError, match="intussen veranderd door Bert") as fout:
        register.wijzig(seen(nieuw, "Cor"), {"naam": "Verzonnen Bloementuin"})
    assert fout.value.huidig == eerst
    assert register.geef(nieuw.id) == eerst


def test_of_many_writers_at_once_one_wins_each_time(register, verzonnen):
    nieuw = register.voeg_toe(verzonnen(), "Anna")
    uitslag = []

    def schrijf(n):
        try:
            register.wijzig(seen(nieuw, f"Schrijver {n}"), {"naam": f"Verzonnen {n}"})
            uitslag.append("bewaard")
        except BotsingError:
            uitslag.append("botsing")

    draden = [threading.Thread(target=schrijf, args=(n,)) for n in range(8)]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join()
    assert sorted(uitslag) == ["bewaard", *["botsing"] * 7]
    assert len(register.geschiedenis(nieuw.id)) == 2


def test_a_row_that_is_not_there_is_told(register):
    with pytest.raises(InvoerError, match="geen initiatief «verzonnen»"):
        register.wijzig(Gezien("verzonnen", 1, "Tester"), {"naam": "x"})
    with pytest.raises(InvoerError, match="geen initiatief «verzonnen»"):
        register.geef("verzonnen")


def test_a_retired_row_is_shown_nowhere_and_can_come_back(register, verzonnen):
    nieuw = register.voeg_toe(verzonnen(), "Anna")
    uit = register.zet_uit(seen(nieuw))
    assert nieuw.id not in [i.id for i in register.initiatieven()]
    assert uit.status is Toestand.UIT
    register.haal_terug(seen(uit))
    assert nieuw.id in [i.id for i in register.initiatieven()]


@pytest.mark.parametrize(
    ("velden", "getoond"),
    [
        ({"toestemming": "ja", "website": ""}, True),
        ({"toestemming": "nee"}, False),
        ({"toestemming": "", "website": "https://verzonnen.example"}, True),
        ({"toestemming": "", "website": "", "bron_url": "https://verzonnen.example"}, True),
        ({"toestemming": "", "website": ""}, False),
    ],
    ids=["said yes", "said no", "public site", "public source", "nobody said"],
)
def test_only_what_may_be_published_is_shown(register, verzonnen, velden, getoond):
    nieuw = register.voeg_toe(verzonnen(**velden), "Anna")
    assert (nieuw.id in [i.id for i in register.initiatieven()]) is getoond


def test_facilities_of_openstreetmap_are_no_initiatives(register, verzonnen):
    nieuw = register.voeg_toe(verzonnen(herkomst=Herkomst.OSM), "Anna")
    assert nieuw not in register.initiatieven()
    assert nieuw in register.voorzieningen_osm()


def test_possible_doubles_are_offered_until_somebody_judges(register):
    voor = register.mogelijke_dubbelen()
    paar = next(p for p in voor if "Noaberhoes" in p.een.naam)
    register.zijn_verschillend(paar.ander.id, paar.een.id, "Tester")
    assert len(register.mogelijke_dubbelen()) == len(voor) - 1


def test_merging_fills_gaps_and_keeps_what_went(register, verzonnen):
    een = register.voeg_toe(verzonnen(organisatie="", themas=("wonen",)), "Anna")
    ander = register.voeg_toe(verzonnen(naam="Buurttuin Verzonnen", plek=(52.3, 6.6)), "Anna")
    samen = register.voeg_samen(seen(een), seen(ander))
    assert (samen.id, samen.organisatie) == (een.id, "Stichting Verzonnen")
    assert (samen.themas, samen.plek) == (("wonen", "ontmoeten"), (52.3, 6.6))
    weg = register.geef(ander.id)
    assert (weg.status, weg.samengevoegd_met) == (Toestand.SAMENGEVOEGD, een.id)
    register.haal_terug(seen(weg))
    assert register.geef(ander.id).status is Toestand.ACTIEF


def test_merging_with_a_row_that_changed_keeps_both(register, verzonnen):
    een = register.voeg_toe(verzonnen(), "Anna")
    ander = register.voeg_toe(verzonnen(), "Anna")
    register.wijzig(seen(ander), {"naam": "Verzonnen Moestuin"})
    with pytest.raises(BotsingError):
        register.voeg_samen(seen(een), seen(ander))
    assert register.geef(een.id) == een


def test_an_undone_batch_is_as_if_it_never_was(register, verzonnen):
    vast = register.voeg_toe(verzonnen(), "Anna")
    before = register.alle()
    beurt = register.neem_op(
        Lading(
            "verzonnen.csv",
            "Bert",
            Herkomst.INVOER,
            nieuw=(verzonnen(naam="Verzonnen Een"), verzonnen(naam="Verzonnen Twee")),
            anders=(replace(vast, naam="Verzonnen Drie"),),
        )
    )
    assert len(register.alle()) == len(before) + 2
    uitslag = register.maak_ongedaan(beurt, "Cor")
    assert len(uitslag.teruggezet) == 3
    assert uitslag.gehouden == ()

    def bare(rows):
        return [(i.id, i.naam, i.themas, i.plek) for i in rows]

    assert bare(register.alle()) == bare(before)
    assert (register.beurten()[0].ongedaan_door, register.beurten()[0].aantal) == ("Cor", 3)


def test_what_was_changed_after_a_batch_is_kept_and_told(register, verzonnen):
    beurt = register.neem_op(
        Lading(
            "verzonnen.csv",
            "Bert",
            Herkomst.INVOER,
            nieuw=(verzonnen(naam="Verzonnen Een"), verzonnen(naam="Verzonnen Twee")),
        )
    )
    een = register.geef("verzonnen-een")
    register.wijzig(seen(een), {"omschrijving": "Anders."})
    uitslag = register.maak_ongedaan(beurt, "Cor")
    assert (uitslag.teruggezet, uitslag.gehouden) == (("Verzonnen Twee",), ("Verzonnen Een",))
    assert register.geef("verzonnen-een").omschrijving == "Anders."


def test_batches_are_undone_one_after_the_other_from_the_newest(register, verzonnen):
    before = {i.id for i in register.alle()}
    eerste = register.neem_op(
        Lading("een.csv", "Bert", Herkomst.INVOER, nieuw=(verzonnen(naam="Verzonnen Een"),))
    )
    een = replace(register.geef("verzonnen-een"), omschrijving="Verbeterd.")
    tweede = register.neem_op(Lading("twee.csv", "Bert", Herkomst.INVOER, anders=(een,)))
    assert register.maak_ongedaan(tweede, "Cor").gehouden == ()
    assert register.maak_ongedaan(eerste, "Cor").gehouden == ()
    assert {i.id for i in register.alle()} == before


def test_a_batch_is_undone_once_and_the_starter_list_never(register, verzonnen):
    beurt = register.neem_op(Lading("v.csv", "Bert", Herkomst.INVOER, nieuw=(verzonnen(),)))
    register.maak_ongedaan(beurt, "Cor")
    with pytest.raises(InvoerError, match="al ongedaan gemaakt"):
        register.maak_ongedaan(beurt, "Cor")
    with pytest.raises(InvoerError, match="startlijst hoort bij het programma"):
        register.maak_ongedaan(register.beurten()[-1].id, "Cor")
    with pytest.raises(InvoerError, match="geen invoer met nummer 999"):
        register.maak_ongedaan(999, "Cor")


def test_a_row_that_was_undone_counts_on_when_it_comes_again(register, verzonnen):
    lading = Lading("v.csv", "Bert", Herkomst.INVOER, nieuw=(verzonnen(id="verzonnen-vast"),))
    register.maak_ongedaan(register.neem_op(lading), "Cor")
    register.neem_op(lading)
    assert register.geef("verzonnen-vast").versie == 3
    assert len(register.geschiedenis("verzonnen-vast")) == 3


def test_the_focus_is_kept_with_its_history(register):
    een, twee = Regiocode("WK014110"), Regiocode("WK014111")
    assert register.focus("beter-wonen") == ()
    register.bewaar_focus("beter-wonen", (twee, een), "Anna")
    register.bewaar_focus("beter-wonen", (een, twee), "Bert")
    register.bewaar_focus("beter-wonen", (), "Cor")
    assert register.focus("hw-wonen") == ()
    assert [(k.codes, k.door) for k in register.focus_geschiedenis("beter-wonen")] == [
        ((), "Cor"),
        ((een, twee), "Anna"),
    ]


def test_no_initiative_hides_behind_a_page_of_the_register(register, verzonnen):
    adressen = {getattr(links, naam) for naam in vars(links) if naam.isupper()}
    vaste = {a.split("/")[2] for a in adressen if a.startswith(f"{links.INITIATIEVEN}/")}
    assert vaste >= {"nieuw", "invoer"}
    namen = [naam.capitalize() for naam in sorted(vaste)]
    ids = {register.voeg_toe(verzonnen(naam=naam), "Tester").id for naam in namen}
    assert not ids & vaste

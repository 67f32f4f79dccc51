"""What a maker chooses: read from the address, bounded, cleaned, and the same when read again."""

import pytest

from dashboard.factsheet.keuzes import SECTOREN, Keuzes

ALLES = {
    "themas": "wonen,inkomen",
    "cijfers": "bijstand_per_1000,woz_gemiddelde",
    "bijlage": "ja",
    "notitie": "Eerste regel.\nTweede regel.",
    "datum": "2026-12-01",
    "plaats": "De Schelf",
    "partner_zorg": "Verzonnen huisartsen",
    "partner_bewoners": "Verzonnen bewonersgroep",
    "vraag_1": "Wie doet er mee?",
    "vraag_2": "Wat is er nodig?",
    "selectie": "BU01411101,BU01411301",
    "focus": "hw-wonen",
}


def test_choices_read_again_are_the_same():
    keuzes = Keuzes.uit_vraag(ALLES)
    assert keuzes.als_vraag() == ALLES
    assert Keuzes.uit_vraag(keuzes.als_vraag()) == keuzes
    assert hash(keuzes) == hash(Keuzes.uit_vraag(ALLES))


def test_no_choice_gives_an_empty_query():
    assert Keuzes.uit_vraag({}) == Keuzes()
    assert Keuzes().als_vraag() == {}


@pytest.mark.parametrize(
    ("sleutel", "grens"),
    [("notitie", 600), ("vraag_1", 160), ("partner_zorg", 80), ("plaats", 80), ("datum", 80)],
)
def test_what_is_typed_is_never_longer_than_its_place(sleutel, grens):
    (waarde,) = Keuzes.uit_vraag({sleutel: "a" * 5000}).als_vraag().values()
    assert len(waarde) == grens


def test_there_are_at_most_five_questions_and_one_partner_a_sector():
    vraag = {f"vraag_{n}": f"Vraag {n}" for n in range(20)}
    vraag |= {f"partner_{s}": "Verzonnen" for s in (*SECTOREN, "buitenaards")}
    keuzes = Keuzes.uit_vraag(vraag)
    assert keuzes.vragen == ("Vraag 1", "Vraag 2", "Vraag 3", "Vraag 4", "Vraag 5")
    assert [sector for sector, _ in keuzes.partners] == list(SECTOREN)


@pytest.mark.parametrize(
    ("getypt", "blijft"),
    [
        ("a\x00b\x1bc", "abc"),
        ("een\u202etwee", "eentwee"),
        ("tab\thier", "tab hier"),
        ("  veel   ruimte  ", "veel ruimte"),
        ("regel\r\nregel", "regel\nregel"),
        ("\n\n\nleeg\n\n", "leeg"),
    ],
    ids=["controls", "direction mark", "tab", "blanks", "line ends", "empty lines"],
)
def test_a_note_holds_only_what_one_can_read(getypt, blijft):
    assert Keuzes.uit_vraag({"notitie": getypt}).notitie == blijft


@pytest.mark.parametrize(
    "vraag",
    [
        {"themas": "../../etc,<b>,WONEN"},
        {"selectie": "drop table,BU,''"},
        {"focus": "../../"},
        {"bijlage": "nee"},
    ],
    ids=["theme", "code", "focus", "appendix"],
)
def test_what_is_no_choice_is_left_out(vraag):
    assert Keuzes.uit_vraag(vraag) == Keuzes()


def test_a_selection_does_not_depend_on_the_order_of_choosing():
    heen = Keuzes.uit_vraag({"selectie": "BU01411301,bu01411101,BU01411301"})
    assert heen == Keuzes.uit_vraag({"selectie": "BU01411101,BU01411301"})

"""A newer starter list brings what is new and leaves alone what users did."""

from dashboard.register.initiatieven import startlijst_pad
from dashboard.register.register import Gezien
from dashboard.register.startlijst import neem_startlijst_op

NIEUW = (
    "verzonnen-nieuw;beter-wonen;Verzonnen nieuwkomer;voorziening;Bestaat niet.;wonen;;;;;;;;;"
    "https://verzonnen.example;2027-01-01;recent\n"
)


def newer_list(tmp_path):
    """The list of today, two descriptions changed and one row more."""
    regels = startlijst_pad().read_text(encoding="utf-8").splitlines(keepends=True)
    for n in (1, 2):
        cellen = regels[n].split(";")
        cellen[4] = "Verzonnen nieuwe tekst."
        regels[n] = ";".join(cellen)
    pad = tmp_path / "nieuwere-startlijst.csv"
    pad.write_text("".join(regels) + NIEUW, encoding="utf-8")
    return pad, [regel.split(";")[0] for regel in regels[1:3]]


def test_a_newer_list_adds_refreshes_and_spares(register, tmp_path):
    pad, (een, twee) = newer_list(tmp_path)
    register.wijzig(Gezien(een, 1, "Tester"), {"omschrijving": "Zelf geschreven."})
    uit = register.alle()[5]
    register.zet_uit(Gezien(uit.id, 1, "Tester"))
    with register.schrijven("Tester") as sessie:
        assert neem_startlijst_op(sessie, pad) == 2
    assert len(register.alle()) == 159
    assert register.geef("verzonnen-nieuw").naam == "Verzonnen nieuwkomer"
    assert register.geef(een).omschrijving == "Zelf geschreven."
    assert register.geef(twee).omschrijving == "Verzonnen nieuwe tekst."
    assert uit.id not in [i.id for i in register.initiatieven()]


def test_the_same_list_twice_is_taken_in_once(register, tmp_path):
    pad, _ = newer_list(tmp_path)
    register.open()
    with register.schrijven("Tester") as sessie:
        neem_startlijst_op(sessie, pad)
    with register.schrijven("Tester") as sessie:
        assert neem_startlijst_op(sessie, pad) == 0

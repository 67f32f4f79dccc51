"""Faults of a command line are told in Dutch, with the exit code of input that is no use."""

import pytest

from wijken.opdrachtregel import Lezer, vertaal


@pytest.fixture
def lezer():
    maat = Lezer(prog="proef")
    maat.add_argument("--aantal", type=int)
    maat.add_argument("--kort", action="store_true")
    maat.add_argument("--kies", nargs="+")
    delen = maat.add_subparsers(metavar="wat", required=True)
    deel = delen.add_parser("maak")
    soort = deel.add_mutually_exclusive_group()
    soort.add_argument("--rood", action="store_true")
    soort.add_argument("--rond", action="store_true")
    return maat


@pytest.mark.parametrize(
    ("woorden", "melding"),
    [
        ([], "proef: hier ontbreekt: wat."),
        (["breek"], "proef: wat: breek bestaat niet; wel: maak."),
        (["maak", "--snel"], "proef: dit ken ik niet: --snel."),
        (["--aantal", "maak"], "proef: --aantal: maak is hier niet goed."),
        (["--aantal"], "proef: --aantal: hier hoort een woord achter."),
        (["--kies"], "proef: --kies: hier hoort minstens één woord achter."),
        (["--kort=ja", "maak"], "proef: --kort: hier hoort niets achter, en er staat ja."),
        (["maak", "--ro"], "proef maak: --ro is te kort; bedoel je --rood, --rond?"),
        (["maak", "--rood", "--rond"], "proef maak: --rond: dit gaat niet samen met --rood."),
    ],
)
def test_what_is_wrong_with_the_words_is_told_in_dutch(lezer, capsys, woorden, melding):
    with pytest.raises(SystemExit) as gestopt:
        lezer.parse_args(woorden)
    assert gestopt.value.code == 2
    gebruik, *_, laatste = capsys.readouterr().err.splitlines()
    assert gebruik.startswith("gebruik: proef")
    assert laatste == melding


def test_a_fault_that_is_not_known_stays_as_it_is():
    assert vertaal("something new") == "something new"

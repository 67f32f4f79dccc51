"""Tasks side by side: a few of each host at once, hosts beside each other, faults not swallowed."""

import threading
import time
from functools import partial

import pytest

from etl.naast_elkaar import Taak, voer_uit


class Teller:
    """Counts how many of a host are at work at once."""

    def __init__(self):
        self.slot = threading.Lock()
        self.nu, self.hoogste = {}, {}
        self.samen = 0

    def doe(self, groep, nummer):
        with self.slot:
            self.nu[groep] = self.nu.get(groep, 0) + 1
            self.hoogste[groep] = max(self.hoogste.get(groep, 0), self.nu[groep])
            self.samen = max(self.samen, sum(self.nu.values()))
        time.sleep(0.03)
        with self.slot:
            self.nu[groep] -= 1
        return groep, nummer


def test_no_more_of_one_host_at_once_than_agreed_and_hosts_beside_each_other():
    teller = Teller()
    taken = [Taak(g, partial(teller.doe, g, n)) for g in ("cbs", "derden") for n in range(9)]
    gedaan = list(voer_uit(taken, 3))
    assert sorted(gedaan) == sorted((g, n) for g in ("cbs", "derden") for n in range(9))
    assert teller.hoogste == {"cbs": 3, "derden": 3}
    assert teller.samen > 3


def test_what_is_done_is_given_before_the_slow_ones():
    klaar = threading.Event()
    taken = [Taak("cbs", lambda: klaar.wait(10)), Taak("cbs", lambda: "vlug")]
    uitkomsten = voer_uit(taken, 2)
    assert next(uitkomsten) == "vlug"
    klaar.set()
    assert list(uitkomsten) == [True]


def test_what_a_task_raises_comes_out():
    def val_om():
        message = "verzonnen"
        raise ValueError(message)

    with pytest.raises(ValueError, match="verzonnen"):
        list(voer_uit([Taak("cbs", val_om)], 3))

"""A running dashboard shows a new database without a restart, and never a half one."""

import json
import shutil

import duckdb
import pytest
import requests

from dashboard.context import make_context
from etl.database import nieuw_stempel, publiceer
from tests.conftest import served


@pytest.fixture
def draaiend(database, tmp_path):
    """The real app on a data folder of its own, served the way users get it."""
    shutil.copy(database, tmp_path / database.name)
    (tmp_path / "nieuwste.txt").write_text(database.name + "\n", encoding="utf-8")
    with served(make_context(data_map=tmp_path)) as adres:
        yield adres


def vraag(adres):
    return requests.get(f"{adres}/gezond", timeout=20).json()


def test_a_running_dashboard_tells_the_date_of_the_new_database(draaiend, database, tmp_path):
    eerst = vraag(draaiend)
    bouw = tmp_path / ".wijken-verzonnen.bouw"
    shutil.copy(database, bouw)
    with duckdb.connect(str(bouw)) as verbinding:
        verbinding.execute("update core.bron set opgehaald = '2031-12-24' where tabel = '84799NED'")
    # Half a build beside it is not looked at.
    assert vraag(draaiend) == eerst
    publiceer(bouw, tmp_path, nieuw_stempel("verzonnen"))
    daarna = vraag(draaiend)
    assert daarna != eerst
    assert "2031-12-24" in json.dumps(daarna)

"""A running dashboard shows a new database without a restart, and never a half one."""

import json
import shutil
import threading

import duckdb
import pytest
import requests
from waitress.server import create_server

from dashboard.app import create_app
from dashboard.context import make_context
from etl.database import nieuw_stempel, publiceer


@pytest.fixture
def draaiend(database, tmp_path):
    """The real app on a data folder of its own, served the way users get it."""
    shutil.copy(database, tmp_path / database.name)
    (tmp_path / "nieuwste.txt").write_text(database.name + "\n", encoding="utf-8")
    app = create_app(make_context(data_map=tmp_path))
    server = create_server(app.server, host="127.0.0.1", port=0, threads=4)
    draad = threading.Thread(target=server.run, daemon=True)
    draad.start()
    yield f"http://127.0.0.1:{server.effective_port}"
    server.trigger.pull_trigger(server.close)
    draad.join(timeout=10)
    server.task_dispatcher.shutdown()


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

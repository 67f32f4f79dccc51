"""The form to fill in, the list to take along, and looking up places, over HTTP."""

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from dashboard.app import create_app, make_context
from dashboard.register.tabelbestand import lees_tabel
from tests.dashboard.test_invoerpagina import HIER, bekijk, csv_bestand, neem_op
from tests.replay.locatie import LocatieReplay, verzonnen_adres

if TYPE_CHECKING:
    from flask.testing import FlaskClient

DAAR = {"REMOTE_ADDR": "203.0.113.7"}
KOP = ("naam", "omschrijving", "soort", "thema's", "adres", "postcode", "plaats", "mag op de kaart")


@pytest.fixture(scope="module")
def app(database: Path, tmp_path_factory: pytest.TempPathFactory):
    return create_app(make_context(database, tmp_path_factory.mktemp("bestanden")))


@pytest.fixture
def client(app) -> "FlaskClient":
    return app.server.test_client()


def rij(naam: str, mag: str = "ja", adres: str = "Verzonnenstraat 1") -> tuple[str, ...]:
    wat = ("Buren eten samen.", "burgerinitiatief", "ontmoeten")
    return (naam, *wat, adres, "7607 ZZ", "Almelo", mag)


@pytest.mark.parametrize("soort", ["csv", "xlsx"])
def test_the_form_comes_back_with_its_examples_left_out(client, soort: str) -> None:
    antwoord = client.get(f"/initiatieven/invulblad.{soort}", environ_base=DAAR)
    assert f"invulblad-initiatieven.{soort}" in antwoord.headers["Content-Disposition"]
    _, bladzij = bekijk(client, antwoord.data, f"invulblad.{soort}")
    assert "2 voorbeelden van het invulblad zijn overgeslagen." in bladzij
    assert "geweigerd" not in re.sub(r"<[^>]*>", "", bladzij)


@pytest.mark.parametrize("soort", ["csv", "xlsx"])
def test_the_list_taken_along_changes_nothing_when_it_is_sent_in_again(client, soort: str) -> None:
    lijst = client.get(f"/initiatieven/lijst.{soort}", environ_base=HIER).data
    _, bladzij = bekijk(client, lijst, f"lijst.{soort}")
    aantal = len(lees_tabel(lijst, f"x.{soort}").rijen)
    assert f"{aantal} rijen staan er al precies zo in." in bladzij


def test_who_may_not_edit_takes_along_only_what_is_shown(client) -> None:
    adres, _ = bekijk(client, csv_bestand(KOP, rij("Geheime Kaartclub (verzonnen)", "nee")))
    neem_op(client, adres)
    for wie, ziet in ((HIER, True), (DAAR, False)):
        antwoord = client.get("/initiatieven/lijst.csv", environ_base=wie)
        assert ("Geheime Kaartclub" in antwoord.text) is ziet
        assert "no-store" in antwoord.headers["Cache-Control"]


def zoek(client) -> str:
    bladzij = client.get("/initiatieven/plaatsen", environ_base=HIER).text
    velden = {"bewijs": re.search(r'name="bewijs" value="(\w+)"', bladzij)[1]}
    return client.post("/initiatieven/plaatsen", data=velden, environ_base=HIER).text


def test_places_are_looked_up_when_asked_and_wait_when_nobody_answers(
    database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = create_app(make_context(database, tmp_path))
    client, register = app.server.test_client(), app.context.register
    # Of the starter list sixteen wait too: only ours is of this test.
    adres, _ = bekijk(client, csv_bestand(KOP, rij("Aanloop Buurtkas (verzonnen)")))
    neem_op(client, adres)
    assert "wachten nog op een plek" in client.get(adres, environ_base=HIER).text
    with LocatieReplay([verzonnen_adres()]) as locatie:
        monkeypatch.setenv("WIJKEN_PDOK_URL", locatie.adres)
        bladzij = zoek(client)
    assert "Gevonden: 1." in bladzij
    onze = next(i for i in register.alle() if i.naam.startswith("Aanloop"))
    assert onze.plek == (52.357, 6.662)
    # The service is gone now: what waits goes on waiting, and the page says so.
    kast = rij("Zwerfboekenkast Es (verzonnen)", adres="Verzonnendreef 11")
    adres, _ = bekijk(client, csv_bestand(KOP, kast))
    neem_op(client, adres)
    bladzij = zoek(client)
    assert "Gevonden: 0." in bladzij
    assert "antwoordt niet" in bladzij
    wacht = next(i for i in register.alle() if i.naam.startswith("Zwerfboekenkast"))
    assert wacht.plaatsing == "wacht"

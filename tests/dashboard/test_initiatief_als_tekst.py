"""What people type about an initiative is text everywhere: list, map, paper, Word and Excel."""

import json
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest
from docx import Document

from dashboard.app import create_app, make_context
from dashboard.register.gebieden import lees_gebieden
from dashboard.register.regels import Wereld, toets
from tests.dashboard import pdf_lezen
from tests.dashboard.test_app import draw
from wijken.errors import WijkenError

if TYPE_CHECKING:
    from flask.testing import FlaskClient

BOOS = '<b onmouseover="alert(1)">Aaverzonnen</b> #let x = 1 $y$ @z'
VELDEN = {
    "naam": BOOS,
    "omschrijving": f"Wat het doet: {BOOS}",
    "soort": "burgerinitiatief",
    "themas": "ontmoeten",
    "voor_wie": BOOS,
    "organisatie": f"Stichting {BOOS}",
    "gebied_code": "WK014111",
    "toestemming": "ja",
    "nagekeken": "2026-11-01",
}


@pytest.fixture(scope="module")
def app(database: Path, tmp_path_factory: pytest.TempPathFactory):
    app = create_app(make_context(database, tmp_path_factory.mktemp("tekst")))

    with app.context.reader.momentopname() as nu:
        oordeel = toets(VELDEN, Wereld(lees_gebieden(nu), date(2026, 11, 27)))
    assert oordeel.is_goed
    app.context.register.voeg_toe(oordeel.initiatief, "Anna")
    return app


@pytest.fixture
def client(app) -> "FlaskClient":
    return app.server.test_client()


@pytest.mark.parametrize(
    ("pad", "vraag"),
    [
        ("/initiatieven", "?gebied=beter-wonen"),
        ("/kaart", "?laag=initiatieven&niveau=wijk&selectie=WK014111"),
        ("/factsheet/WK014111", ""),
        ("/kansenkaart", ""),
    ],
    ids=["list", "map", "sheet", "opportunities"],
)
def test_pages_show_it_as_text(client, pad: str, vraag: str) -> None:
    content = json.dumps(draw(client, pad, vraag)["response"], ensure_ascii=False)
    assert "dangerously" not in content
    assert "innerHTML" not in content
    if pad != "/kansenkaart":
        assert json.dumps(BOOS)[1:-1] in content


@pytest.mark.parametrize(
    "adres", ["/kaart/beter-wonen.html", "/kaart/beter-wonen/blad.html?niveau=buurt&indeling=2020"]
)
def test_the_documents_of_the_map_hold_no_markup_of_it(client, adres: str) -> None:
    antwoord = client.get(adres)
    assert antwoord.status_code == 200
    assert "<b onmouseover" not in antwoord.get_data(as_text=True)


def test_paper_and_word_and_excel_write_it_letter_for_letter(client) -> None:
    pdf = pdf_lezen.lees(client.get("/factsheet/WK014111.pdf").data)
    kaal = pdf_lezen.zonder_wit(BOOS)
    assert kaal in pdf.boom.alle_tekst
    word = Document(BytesIO(client.get("/factsheet/WK014111.docx").data))
    cellen = [cel.text for tabel in word.tables for rij in tabel.rows for cel in rij.cells]
    assert any(BOOS in cel for cel in cellen)
    with ZipFile(BytesIO(client.get("/factsheet/WK014111.xlsx").data)) as boek:
        delen = {naam: boek.read(naam).decode("utf-8", "replace") for naam in boek.namelist()}
    assert not any("<b onmouseover" in deel for deel in delen.values())
    assert not any("<f>" in deel for naam, deel in delen.items() if "sheet" in naam)


def test_the_error_of_a_rule_is_text_too(app) -> None:
    with pytest.raises(WijkenError, match="<b>"):
        app.context.register.geef("<b>")

"""Our scripts and styles as a few files that browsers keep, and nothing but those files."""

import re
from collections.abc import Iterator
from importlib import resources
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from dashboard import bundel
from dashboard.app import create_app, make_context


@pytest.fixture(scope="module")
def klant(database: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[FlaskClient]:
    app = create_app(make_context(database, tmp_path_factory.mktemp("letters")))
    with app.server.test_client() as klant:
        yield klant


def adressen(klant: FlaskClient, pad: str) -> list[str]:
    return re.findall(r"[\"'](/bundel/[^\"']+)[\"']", klant.get(pad, buffered=True).text)


KAARTBLAD = "/kaart/beter-wonen/blad.html?niveau=buurt&indeling=2020"


@pytest.mark.parametrize("pad", ["/", KAARTBLAD])
def test_a_document_loads_one_style_sheet_and_one_script_of_ours(klant, pad):
    gevonden = adressen(klant, pad)
    assert sorted(adres.rpartition(".")[2] for adres in gevonden) == ["css", "js"]
    for adres in gevonden:
        antwoord = klant.get(adres, buffered=True)
        assert antwoord.status_code == 200
        assert "immutable" in antwoord.headers["Cache-Control"]
    assert "/assets/" not in re.sub(r"/assets/merk\.svg", "", klant.get(pad, buffered=True).text)


def test_every_script_and_style_is_in_the_page_or_in_the_map_or_in_the_file_to_take_along():
    alle = {p.name for p in (resources.files("dashboard") / "assets").iterdir()}
    los = {"kaart_los.js", "kaart_blad_los.css"}
    van_kaart = {*bundel.KAART_SCRIPTS, *bundel.KAART_STIJLEN}
    for naam in sorted(n for n in alle - los if n.endswith((".js", ".css"))):
        soort = naam.rpartition(".")[2]
        ergens = [
            bundel.pagina(soort).tekst,
            *([bundel.kaart(soort).tekst] if naam in van_kaart else []),
        ]
        assert any(bundel.lees(naam) in tekst for tekst in ergens), naam
    assert bundel.lees("kaart_los.js") not in bundel.pagina("js").tekst


def test_the_core_of_the_map_comes_before_what_extends_it_and_leaflet_before_all():
    tekst = bundel.kaart("js").tekst
    plekken = [tekst.index(bundel.lees(naam)) for naam in bundel.KAART_SCRIPTS]
    assert plekken == sorted(plekken)
    assert bundel.KAART_SCRIPTS[:2] == ("leaflet.js", "kaart.js")


def test_another_content_has_another_address():
    een, ander = bundel.Bundel("pagina.js", "1"), bundel.Bundel("pagina.js", "2")
    assert een.adres != ander.adres
    assert een.adres == bundel.Bundel("pagina.js", "1").adres


def test_the_address_of_an_older_version_gives_what_there_is_and_is_not_kept(klant):
    antwoord = klant.get("/bundel/000000000000/pagina.js", buffered=True)
    assert antwoord.status_code == 200
    assert antwoord.text == bundel.pagina("js").tekst
    assert antwoord.headers["Cache-Control"] == "no-cache"


@pytest.mark.parametrize("naam", ["leaflet-src.js", "..%2Fapps.py", "kaart_los.js", "pagina.py"])
def test_nothing_else_is_served_there(klant, naam):
    assert klant.get(f"/bundel/000000000000/{naam}").status_code == 404

"""The app over HTTP: statuses, headers, letters, what is told when something fails."""

import json
import logging
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from dash import html
from fontTools.ttLib import TTFont

from dashboard import __main__ as start
from dashboard import fonts
from dashboard.app import create_app, make_context
from dashboard.page import Page
from wijken.errors import InvoerError, WijkenError

if TYPE_CHECKING:
    from flask.testing import FlaskClient

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def app(database: Path, tmp_path_factory: pytest.TempPathFactory):
    return create_app(make_context(database, tmp_path_factory.mktemp("letters")))


@pytest.fixture
def client(app) -> Iterator["FlaskClient"]:
    with app.server.test_client() as client:
        yield client


def draw(
    client: "FlaskClient",
    pathname: str,
    search: str = "",
    shown: str | None = None,
    query: str | None = None,
):
    """What the router answers; `shown` is the path that was drawn before, `query` its query."""
    outputs = "..frame-inhoud.children...frame-melding.children...frame-pagina.data.."
    data = None if shown is None else {"pad": shown, "vraag": query}
    pairs = [("frame-inhoud", "children"), ("frame-melding", "children"), ("frame-pagina", "data")]
    answer = client.post(
        "/_dash-update-component",
        json={
            "output": outputs,
            "outputs": [{"id": name, "property": prop} for name, prop in pairs],
            "inputs": [
                {"id": "frame-adres", "property": "pathname", "value": pathname},
                {"id": "frame-adres", "property": "search", "value": search},
            ],
            "state": [{"id": "frame-pagina", "property": "data", "value": data}],
            "changedPropIds": ["frame-adres.pathname"],
        },
    )
    assert answer.status_code in (200, 204)
    return answer.get_json(silent=True)


@pytest.mark.parametrize("path", ["/", "/verantwoording", "/initiatieven", "/initiatieven/"])
def test_a_page_answers_200_in_dutch(client, path: str) -> None:
    answer = client.get(path, buffered=True)
    assert answer.status_code == 200
    assert '<html lang="nl">' in answer.text
    assert "Laden…" in answer.text
    assert "Loading..." not in answer.text


@pytest.mark.parametrize("path", ["/onzin", "/verantwoording/onzin", "/kaarten", "/assets/x.css"])
def test_an_unknown_address_answers_404_in_dutch(client, path: str) -> None:
    answer = client.get(path, buffered=True)
    assert answer.status_code == 404
    assert "Deze pagina is er niet" in answer.text


@pytest.mark.parametrize("path", ["/assets/x.css", "/initiatieven/onzin", "/factsheet/onzin.pdf"])
def test_also_a_page_without_dash_is_in_the_letters_of_the_house(client, path: str) -> None:
    answer = client.get(path, buffered=True)
    assert re.findall(r"url\('(/lettertypen/[^']+)'\)", answer.text)
    assert 'href="/assets/merk.svg"' in answer.text


def test_the_title_of_the_tab_is_that_of_the_page(client) -> None:
    assert "<title>Wijkatelier</title>" in client.get("/", buffered=True).text
    assert (
        "<title>Verantwoording · Wijkatelier</title>"
        in client.get("/verantwoording", buffered=True).text
    )


def test_the_current_page_is_marked_in_the_menu(client) -> None:
    marked = re.findall(
        r'data-pagina="(\w+)" aria-current="page"', client.get("/initiatieven", buffered=True).text
    )
    assert marked == ["initiatieven"]


def test_the_unknown_page_drawn_in_place_says_what_does_exist(client) -> None:
    answer = draw(client, "/onzin")["response"]
    content = json.dumps(answer["frame-inhoud"])
    assert "/verantwoording" in content
    assert "/initiatieven" in content
    assert answer["frame-pagina"]["data"]["titel"].startswith("Deze pagina is er niet")


def layout_for(client: "FlaskClient", referrer: str | None) -> str:
    headers = {} if referrer is None else {"Referer": referrer}
    layout = client.get("/_dash-layout", headers=headers, buffered=True).get_json()
    return json.dumps(layout, ensure_ascii=False, separators=(",", ":"))


def test_the_first_layout_has_the_page_of_the_address_that_asks_for_it(client) -> None:
    here = "http://localhost"
    map_page = layout_for(client, f"{here}/kaart?gebied=hw-wonen")
    assert "kaart-blad" in map_page
    assert "/kaart/hw-wonen/blad.html" in map_page
    assert '"pathname":"/kaart"' in map_page
    assert '"search":"?gebied=hw-wonen"' in map_page
    assert "Deze pagina is er niet" in layout_for(client, f"{here}/onzin")


ELSEWHERE = ["https://elders.example/kaart", "http://localhost:1/kaart"]
CUT_OFF = ["http://localhost/", "http://localhost"]  # also what is left of a very long address


@pytest.mark.parametrize("referrer", [None, *ELSEWHERE, *CUT_OFF])
def test_a_question_from_nowhere_or_elsewhere_gets_the_empty_frame(client, referrer) -> None:
    layout = layout_for(client, referrer)
    assert "Laden" in layout
    assert "kaart-blad" not in layout
    assert '"pathname"' not in layout


def test_no_cache_in_between_keeps_a_page_that_was_drawn_for_somebody(client) -> None:
    answer = client.get("/_dash-layout", headers={"Referer": "http://localhost/kaart"})
    assert answer.headers["Cache-Control"] == "private, no-store"


def test_what_stands_there_already_is_not_drawn_again(client) -> None:
    layout = json.loads(layout_for(client, "http://localhost/hulp"))
    store = next(c for c in layout["props"]["children"] if c["props"]["id"] == "frame-pagina")
    assert store["props"]["data"] == {
        "pad": "/hulp",
        "vraag": "",
        "naam": "hulp",
        "titel": "Hulp · Wijkatelier",
    }
    assert draw(client, "/hulp", shown="/hulp", query="")["response"] == {}
    assert draw(client, "/hulp", search="?x=1", shown="/hulp", query="")["response"]


def test_health_tells_the_date_of_the_figures(client) -> None:
    answer = client.get("/gezond", buffered=True)
    assert answer.status_code == 200
    told = answer.get_json()
    assert told["goed"] is True
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", told["datum"])
    assert told["stempel"]


def test_without_a_database_health_says_so_and_pages_stay_dutch(tmp_path: Path) -> None:
    bare = create_app(make_context(data_map=tmp_path))
    with bare.server.test_client() as client:
        health = client.get("/gezond", buffered=True)
        assert health.status_code == 503
        assert "python -m etl build" in health.get_json()["melding"]
        assert client.get("/", buffered=True).status_code == 200
        answer = draw(client, "/")["response"]
        assert "Er is geen database" in json.dumps(answer["frame-inhoud"], ensure_ascii=False)


def test_only_our_own_host_may_be_asked_and_no_script_stands_inline_unknown(client) -> None:
    answer = client.get("/", buffered=True)
    csp = answer.headers["Content-Security-Policy"]
    scripts = next(rule for rule in csp.split("; ") if rule.startswith("script-src"))
    assert csp.startswith("default-src 'none'")
    assert "http" not in csp
    assert "unsafe" not in scripts
    inline = re.findall(r"<script[^>]*javascript[^>]*>(.+?)</script>", answer.text, re.DOTALL)
    assert len(re.findall("sha256-", scripts)) >= len(inline) > 0


def test_answers_carry_the_safe_headers_and_no_cookie(client) -> None:
    for path in ("/", "/onzin", "/gezond", "/assets/style.css"):
        headers = client.get(path, buffered=True).headers
        assert headers["X-Content-Type-Options"] == "nosniff", path
        assert headers["Referrer-Policy"] == "same-origin", path
        assert "camera=()" in headers["Permissions-Policy"], path
        assert "Set-Cookie" not in headers, path


def test_the_page_names_no_host_and_loads_nothing_needless(client) -> None:
    text = client.get("/", buffered=True).text
    sources = re.findall(r'(?:src|href)="([^"]+)"', text)
    assert sources
    assert all(source.startswith(("/", "#")) for source in sources)
    assert not re.search("polyfill|dash_table|plotly", " ".join(sources))


def test_text_is_sent_compressed(client) -> None:
    answer = client.get("/assets/style.css", buffered=True, headers={"Accept-Encoding": "br, gzip"})
    assert answer.headers["Content-Encoding"] == "br"


def test_letters_are_our_own_cut_and_keep_for_good(client) -> None:
    urls = re.findall(r"url\('(/lettertypen/[^']+)'\)", client.get("/", buffered=True).text)
    assert 2 <= len(urls) <= 4
    for url in urls:
        answer = client.get(url, buffered=True)
        assert answer.mimetype == "font/woff2"
        assert "immutable" in answer.headers["Cache-Control"]
        assert len(answer.data) < 25_000


@pytest.mark.parametrize("snit", fonts.SNITTEN, ids=lambda snit: snit.naam)
def test_a_cut_letter_does_not_carry_the_reserved_name(snit, tmp_path: Path) -> None:
    file = tmp_path / snit.naam
    file.write_bytes(fonts.maak(snit))
    with TTFont(file) as font:
        names, characters = font["name"], font.getBestCmap().keys()
    assert {names.getDebugName(n) for n in (1, 16)} <= {snit.familie, None}
    named = [str(record) for record in names.names if record.nameID in (1, 3, 4, 6, 16)]
    assert not [name for name in named if "Source" in name]
    assert {ord(sign) for sign in "é€−–’“”"} <= characters


def test_without_letters_the_page_uses_those_of_the_system(
    database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    missing = fonts.Snit("json", "verzonnen.ttf", "Verzonnen", 400)
    monkeypatch.setattr(fonts, "SNITTEN", (missing,))
    app = create_app(make_context(database, tmp_path))
    with app.server.test_client() as client:
        assert "@font-face" not in client.get("/", buffered=True).text


def test_a_page_that_fails_shows_dutch_words_and_no_traceback(
    database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog
) -> None:
    def fail(_context, _adres) -> html.Div:
        message = "verzonnen geheim van de server"
        raise ValueError(message)

    broken = Page("start", "/", fail)
    monkeypatch.setattr("dashboard.app.find_pages", lambda: (broken,))
    app = create_app(make_context(database, tmp_path))
    with caplog.at_level(logging.ERROR), app.server.test_client() as client:
        content = json.dumps(draw(client, "/")["response"])
    assert "niet te tonen" in content
    assert "verzonnen geheim" not in content
    assert "verzonnen geheim" in caplog.text


def test_a_page_that_follows_its_query_is_not_drawn_twice(
    database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = Page("start", "/", lambda _c, _a: html.H1("verzonnen"), volgt_vraag=True)
    monkeypatch.setattr("dashboard.app.find_pages", lambda: (page,))
    app = create_app(make_context(database, tmp_path))
    with app.server.test_client() as client:
        assert draw(client, "/", "?jaar=2020")["response"]
        assert draw(client, "/", "?jaar=2024", shown="/")["response"] == {}


@pytest.mark.parametrize("search", ["?gebied=onzin", "?thema=onzin", "?%%%=%", "?gebied=hw-wonen"])
def test_initiatives_draw_for_any_query(client, search: str) -> None:
    content = json.dumps(draw(client, "/initiatieven", search)["response"], ensure_ascii=False)
    assert "nog niet nagekeken" in content
    assert ("Er is geen" in content) == ("onzin" in search)


def test_initiatives_of_one_area_leave_out_the_other(client) -> None:
    content = json.dumps(draw(client, "/initiatieven", "?gebied=hw-wonen")["response"])
    assert "Klaaswaal" in content
    assert "Bornerbroek" not in content


def test_start_shows_each_area_with_figure_year_and_source(client) -> None:
    content = json.dumps(draw(client, "/")["response"], ensure_ascii=False)
    for part in ("Beter Wonen", "HW Wonen", "Almelo, 2020.", "Hoeksche Waard, 2024.", "84799NED"):
        assert part in content


@pytest.mark.parametrize("port", ["http", "0", "65536", "-1"])
def test_a_port_that_is_none_is_refused(port: str) -> None:
    with pytest.raises(InvoerError, match="WIJKEN_PORT"):
        start.lees_instellingen({"WIJKEN_PORT": port})


def test_settings_have_sensible_values_and_follow_the_environment() -> None:
    assert start.lees_instellingen({}).adres == "http://127.0.0.1:8050"
    everywhere = start.lees_instellingen({"WIJKEN_HOST": "::", "WIJKEN_PORT": "81"})
    assert (everywhere.host, everywhere.adres) == ("::", "http://127.0.0.1:81")


def test_a_port_in_use_is_told_in_dutch_with_exit_code_2(base_url: str, database: Path) -> None:
    port = base_url.rpartition(":")[2]
    done = subprocess.run(
        [sys.executable, "-m", "dashboard"],
        cwd=ROOT,
        env={"WIJKEN_PORT": port, "WIJKEN_DATABASE": str(database), "PATH": ""},
        capture_output=True,
        check=False,
        text=True,
        timeout=60,
    )
    assert done.returncode == 2
    assert f"Poort {port} is al in gebruik" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_build_that_fails_stops_the_start(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(sys, "executable", "/bin/false")
    with pytest.raises(WijkenError, match="database is niet gemaakt"):
        start.zorg_voor_database(start.Instellingen(data_map=tmp_path))


def test_an_address_for_others_is_a_web_address_or_refused() -> None:
    assert start.lees_instellingen({}).publiek == ""
    found = start.lees_instellingen({"WIJKEN_ADRES": "https://wijken.verzonnen.nl/"})
    assert found.publiek == "https://wijken.verzonnen.nl"
    with pytest.raises(InvoerError, match="WIJKEN_ADRES: «intranet» is geen webadres"):
        start.lees_instellingen({"WIJKEN_ADRES": "intranet"})


def test_the_foot_names_only_sources_whose_figures_are_here(client, app):
    with app.context.reader.momentopname() as nu:
        hier = {regel.bron for regel in nu.bronnen()}
    voet = client.get("/").text.partition('<footer class="voet">')[2]
    bronnen = app.context.catalogus.bronnen.values()
    afwezig = {b.naam for b in bronnen} - {b.naam for b in bronnen if b.id in hier}
    assert afwezig, "a refresh brings more sources than are embedded"
    assert all(b.naam in voet for b in bronnen if b.id in hier)
    assert not [naam for naam in afwezig if f"{naam} (" in voet]

"""Own homes (verzonnen) over HTTP: template, list, preview, undo; and who gets to see what."""

import csv
import io
import json
import re
import zipfile
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from dashboard.app import create_app, make_context
from dashboard.page import Adres
from dashboard.pages.woningvoorraad import PAGE
from dashboard.register.bezit_bewaren import geldend
from dashboard.woningvoorraad_gewogen import Waarom, gewogen, is_weegbaar
from tests.dashboard.lees_xlsx import lees_xlsx
from wijken.indicator import Eenheid, Optelling
from wijken.regio import Regiocode

if TYPE_CHECKING:
    from flask.testing import FlaskClient

HIER = {"REMOTE_ADDR": "127.0.0.1"}
DAAR = {"REMOTE_ADDR": "203.0.113.7"}
ADRES = "/woningvoorraad/eigen"
# De Riet: two large buurten, one of seven homes, and a wijk with nothing but three.
RIET = ["BU01411101", "BU01411102", "BU01411103"]
LIJST = "\n".join(
    [
        "buurtcode;aantal woningen;energielabel;soort woning",
        f"{RIET[0]};140;A;flat",
        f"{RIET[0]};60;G;eengezinswoning",
        f"{RIET[1]};90;A;flat",
        f"{RIET[2]};7;F;flat",
    ]
)


@pytest.fixture
def app(database: Path, tmp_path: Path):
    app = create_app(make_context(database, tmp_path))
    yield app
    app.context.register.sluit()


@pytest.fixture
def client(app) -> "FlaskClient":
    return app.server.test_client()


def bewijs(client) -> str:
    bladzij = client.get(ADRES, environ_base=HIER).text
    return re.search(r'name="bewijs" value="(\w+)"', bladzij)[1]


def stuur(client, lijst=LIJST, wie=HIER, **anders):
    velden = {"bewijs": bewijs(client), "gebied": "beter-wonen", "peildatum": "1-1-2026"}
    bestand = (io.BytesIO(lijst.encode()), "verzonnen.csv")
    alles = {**velden, "bestand": bestand, **anders}
    return client.post(ADRES, data=alles, environ_base=wie, content_type="multipart/form-data")


def neem_op(client, **anders):
    adres = stuur(client, **anders).location
    velden = {"bewijs": bewijs(client), "door": "Kim"}
    return client.post(adres, data=velden, environ_base=HIER)


def pagina(app, wie, **vraag):
    with app.server.test_request_context("/", environ_base=wie):
        component = PAGE.layout(app.context, Adres("/woningvoorraad", {}, vraag))
    return json.dumps(component, default=lambda c: c.to_plotly_json(), ensure_ascii=False)


def test_looking_keeps_nothing_and_taking_in_keeps_what_was_shown(app, client):
    adres = stuur(client).location
    gezien = unescape(client.get(adres, environ_base=HIER).text)
    assert "4 rijen kloppen: 297 woningen in 3 buurten" in gezien
    assert geldend(app.context.register, "beter-wonen") == ()
    assert neem_op(client).status_code == 303
    (bezit,) = geldend(app.context.register, "beter-wonen")
    assert (bezit.opgave.corporatie, bezit.opgave.peildatum) == ("Beter Wonen", "2026-01-01")
    assert bezit.getoond.totaal == 297


def test_one_mistake_and_nothing_is_kept(app, client):
    adres = stuur(client, f"{LIJST}\nNergens;veel;Q;kasteel").location
    gezien = unescape(client.get(adres, environ_base=HIER).text)
    assert "Dit klopt niet" in gezien
    assert all(woord in gezien for woord in ("Nergens", "veel", "kasteel", "heel getal"))
    antwoord = client.post(adres, data={"bewijs": bewijs(client), "door": "Kim"}, environ_base=HIER)
    assert antwoord.status_code == 422
    assert geldend(app.context.register, "beter-wonen") == ()


def test_a_second_click_keeps_it_once(app, client):
    adres = stuur(client).location
    for _ in range(2):
        velden = {"bewijs": bewijs(client), "door": "Kim"}
        assert client.post(adres, data=velden, environ_base=HIER).status_code == 303
    assert len(geldend(app.context.register, "beter-wonen")) == 1


def test_undoing_takes_the_list_away(app, client):
    neem_op(client)
    (bezit,) = geldend(app.context.register, "beter-wonen")
    velden = {"bewijs": bewijs(client), "door": "Kim", "opgave": str(bezit.opgave.id)}
    assert client.post(f"{ADRES}/ongedaan", data=velden, environ_base=HIER).status_code == 200
    assert geldend(app.context.register, "beter-wonen") == ()


@pytest.mark.parametrize(
    ("anders", "zin"),
    [
        ({"peildatum": "volgend jaar"}, "zoals 1-1-2026"),
        ({"peildatum": "1-1-2999"}, "zoals 1-1-2026"),
        ({"gebied": "nergens"}, "geen werkgebied"),
        ({"bestand": (io.BytesIO(b""), "")}, "geen bestand gekozen"),
    ],
)
def test_what_is_missing_on_the_form_is_told(client, anders, zin):
    antwoord = stuur(client, **anders)
    assert (antwoord.status_code, zin in unescape(antwoord.text)) == (422, True)


def test_who_may_not_edit_gives_no_list_and_sees_none(app, client):
    assert stuur(client, wie=DAAR).status_code == 403
    neem_op(client)
    (bezit,) = geldend(app.context.register, "beter-wonen")
    assert "297 woningen" in pagina(app, HIER)
    assert "297" not in pagina(app, DAAR)
    assert "Eigen opgave" not in pagina(app, DAAR)
    csv_adres = f"{ADRES}/{bezit.opgave.id}.csv"
    assert client.get(csv_adres, environ_base=DAAR).status_code == 404
    assert "Beter Wonen, Almelo" not in client.get(ADRES, environ_base=DAAR).text


def test_a_list_that_was_made_public_is_seen_by_all(app, client):
    neem_op(client, openbaar="ja")
    gezien = pagina(app, DAAR)
    assert "297 woningen" in gezien
    assert "Eigen opgave van Beter Wonen, aantallen van 1 januari 2026" in gezien


@pytest.mark.parametrize("slug", ["beter-wonen", "hw-wonen"])
def test_homes_in_every_buurt_are_a_selection_for_sheet_comparison_and_map(app, client, slug):
    sjabloon = client.get(f"{ADRES}/invulblad/{slug}.csv").data.decode("utf-8-sig")
    codes = sorted({regel.partition(";")[0] for regel in sjabloon.splitlines()[1:]})
    neem_op(client, lijst="\n".join(["buurtcode;aantal", *(f"{c};20" for c in codes)]), gebied=slug)
    gezien = pagina(app, HIER)
    assert f"/factsheet/selectie?selectie={'%2C'.join(codes)}" in gezien
    for zin in ("Vergelijk die buurten met het hele gebied", "Die buurten op de kaart"):
        assert zin in gezien


def test_a_small_number_is_on_no_page_and_in_no_file(app, client):
    neem_op(client)
    (bezit,) = geldend(app.context.register, "beter-wonen")
    bestand = client.get(f"{ADRES}/{bezit.opgave.id}.csv", environ_base=HIER)
    rijen = list(csv.DictReader(io.StringIO(bestand.data.decode("utf-8-sig")), delimiter=";"))
    getallen = [int(rij["Woningen"]) for rij in rijen if rij["Woningen"]]
    assert min(getallen) >= 10
    assert {rij["Bron"] for rij in rijen} == {"Eigen opgave van Beter Wonen"}
    # 60 of label G and 7 of F are told together; the buurt of seven with the next one.
    assert {rij["Groep"]: rij["Woningen"] for rij in rijen if rij["Groep"]}["F + G"] == "67"
    assert any(rij["Code"] == f"{RIET[0]} + {RIET[2]}" for rij in rijen)


def test_own_homes_are_on_no_sheet_and_in_no_comparison(client):
    neem_op(client, openbaar="ja")
    blad = client.get("/factsheet/WK014111.xlsx", environ_base=HIER).data
    assert "igen opgave" not in str(lees_xlsx(blad))
    vergelijking = client.get("/vergelijken.csv", environ_base=HIER).data.decode("utf-8-sig")
    assert "igen opgave" not in vergelijking


def test_own_homes_go_in_a_pakket_only_when_chosen_by_who_may_see_them(client):
    neem_op(client)
    namen = []
    for vraag, wie in (("", HIER), ("&eigen=ja", DAAR), ("&eigen=ja", HIER)):
        adres = f"/pakket.zip?gebied=beter-wonen&wijken=geen{vraag}"
        antwoord = client.get(adres, environ_base=wie)
        with zipfile.ZipFile(io.BytesIO(antwoord.data)) as pakket:
            namen.append([naam for naam in pakket.namelist() if "eigen" in naam])
        antwoord.close()
    assert namen == [[], [], ["eigen-opgave/beter-wonen-1.csv"]]


@pytest.mark.parametrize("slug", ["beter-wonen", "hw-wonen"])
def test_the_template_can_be_filled_in_and_sent(client, slug):
    antwoord = client.get(f"{ADRES}/invulblad/{slug}.csv", environ_base=HIER)
    regels = antwoord.data.decode("utf-8-sig").splitlines()
    buurt = regels[3].split(";")
    assert buurt[0].startswith("BU")
    buurt[2] = "25"
    ingevuld = "\n".join([*regels[:3], ";".join(buurt), *regels[4:]])
    adres = stuur(client, ingevuld, gebied=slug).location
    gezien = unescape(client.get(adres, environ_base=HIER).text)
    assert "1 rijen kloppen: 25 woningen in 1 buurten" in gezien
    assert "Dit klopt niet" not in gezien


def test_the_weighted_figure_is_the_mean_of_the_buurten_that_may_be_seen(app):
    with app.context.reader.momentopname() as nu:
        gebied = app.context.catalogus.werkgebied("beter-wonen")
        gewichten = {Regiocode(RIET[0]): 200, Regiocode(RIET[1]): 100}
        alle, zonder = gewogen(nu, gebied, gewichten)
        koop = next(een for een in alle if een.indicator.id == "koopwoningen_aandeel")
        los = [nu.nieuwste_van(koop.indicator, code).waarde for code in gewichten]
        assert koop.waarde == pytest.approx((2 * los[0] + los[1]) / 3)
        assert koop.gemeente.regio == gebied.codes[0]
    assert koop.dekking == 1
    assert all(is_weegbaar(een.indicator) for een in alle)
    geweigerd = {i.id for i in zonder[Waarom.GEEN_VERHOUDING]}
    assert {"huisarts_afstand", "vermogen_mediaan", "eenzaam_aandeel"} <= geweigerd


def test_a_median_a_distance_or_a_count_is_never_weighted(catalogus):
    for indicator in catalogus.indicatoren.values():
        if is_weegbaar(indicator):
            assert indicator.eenheid in (Eenheid.PROCENT, Eenheid.PER_1000)
            assert indicator.optelling in (Optelling.GEWOGEN, Optelling.FORMULE)


def test_without_buurten_that_may_be_seen_there_is_nothing_to_weigh(app):
    with app.context.reader.momentopname() as nu:
        alle, _ = gewogen(nu, app.context.catalogus.werkgebied("hw-wonen"), {})
    assert alle == ()

"""Editing initiatives over HTTP: add, change, check, retire, merge; nothing typed is lost."""

import re
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from dashboard.app import create_app, make_context
from dashboard.register.register import Gezien
from dashboard.toegang.regels import Bewerken, Toegangregels

if TYPE_CHECKING:
    from flask.testing import FlaskClient

HIER = {"REMOTE_ADDR": "127.0.0.1"}
DAAR = {"REMOTE_ADDR": "203.0.113.7"}
BOOS = '<script>alert("verzonnen")</script>'
NIEUW = {
    "naam": "Verzonnen Buurttuin",
    "omschrijving": "Bewoners onderhouden samen een tuin.",
    "soort": "burgerinitiatief",
    "themas": ["ontmoeten", "leefomgeving"],
    "gebied_code": "De Riet",
    "toestemming": "ja",
    "door": "Anna",
    "actie": "bewaar",
}


@pytest.fixture(scope="module")
def app(database: Path, tmp_path_factory: pytest.TempPathFactory):
    return create_app(make_context(database, tmp_path_factory.mktemp("bewerken")))


@pytest.fixture
def client(app) -> "FlaskClient":
    return app.server.test_client()


def haal(client, adres: str, wie=HIER) -> str:
    antwoord = client.get(adres, environ_base=wie)
    assert antwoord.status_code == 200, adres
    return antwoord.text


def stuur(client, adres: str, velden: dict[str, object], wie=HIER, van: str = ""):
    """Send a form the way the page at `van` would."""
    bladzij = client.get(van or adres, environ_base=wie).text
    bewijs = re.search(r'name="bewijs" value="(\w+)"', bladzij)
    alles = {"bewijs": bewijs[1] if bewijs else "", **velden}
    return client.post(adres, data=alles, environ_base=wie)


def voeg_toe(client, **anders: object) -> str:
    """Add an initiative and give the address of its page."""
    antwoord = stuur(client, "/initiatieven/nieuw", NIEUW | anders)
    assert antwoord.status_code == 303, unescape(antwoord.text)
    return antwoord.location.partition("?")[0]


def versie(client, adres: str) -> str:
    return re.search(r'name="versie" value="(\d+)"', haal(client, adres))[1]


def id_van(adres: str) -> str:
    return adres.rpartition("/")[2]


def test_what_is_added_stands_in_the_register_with_its_place_and_who_did_it(app, client) -> None:
    adres = voeg_toe(client, naam="Verzonnen Moestuin")
    gevonden = app.context.register.geef(id_van(adres))
    assert (gevonden.naam, gevonden.werkgebied, gevonden.door) == (
        "Verzonnen Moestuin",
        "beter-wonen",
        "Anna",
    )
    assert gevonden.regio.code == "WK014111"
    assert gevonden.themas == ("ontmoeten", "leefomgeving")
    bladzij = haal(client, f"{adres}?gedaan=toegevoegd")
    assert "Toegevoegd. Het staat nu in het register." in bladzij
    assert "toegevoegd, door Anna" in bladzij


def test_the_name_is_typed_once_and_kept_in_the_browser(client) -> None:
    adres = voeg_toe(client, naam="Verzonnen naam eens", door="Zoë  van\tdun ")
    assert 'name="door" value="Zoë van dun"' in haal(client, adres)
    kop = client.get_cookie("wijk-naam")
    assert kop.http_only


@pytest.mark.parametrize(
    ("anders", "veld", "zin"),
    [
        ({"naam": ""}, "naam", "De naam ontbreekt"),
        ({"soort": ""}, "soort", "De soort ontbreekt"),
        ({"themas": []}, "themas", "Er staat geen thema"),
        ({"website": "javascript:alert(1)"}, "website", "geen webadres"),
        ({"omschrijving": "Bel 06-12345678."}, "omschrijving", "telefoonnummer"),
        ({"postcode": "12"}, "postcode", "geen postcode"),
        ({"gestart": "volgend jaar"}, "gestart", "geen jaar of datum"),
    ],
    ids=lambda deel: deel if isinstance(deel, str) else "",
)
def test_what_is_not_right_is_told_at_its_field_and_nothing_typed_is_lost(
    app, client, anders: dict[str, object], veld: str, zin: str
) -> None:
    voor = len(app.context.register.alle())
    velden = NIEUW | {"naam": "Verzonnen fout", "voor_wie": "bewoners & 'buren'"} | anders
    antwoord = stuur(client, "/initiatieven/nieuw", velden)
    bladzij = unescape(antwoord.text)
    assert antwoord.status_code == 422
    assert zin in bladzij
    assert f'href="#veld-{veld}"' in bladzij
    assert re.search(rf'id="fout-{veld}"', bladzij)
    control = re.search(rf'<(?:input|select|textarea)[^>]*id="veld-{veld}"[^>]*>', bladzij)
    assert control is not None
    assert "autofocus" in control[0]
    assert "value=\"bewoners & 'buren'\"" in bladzij
    assert len(app.context.register.alle()) == voor


def test_a_field_refers_to_its_hint_and_its_fault(client) -> None:
    antwoord = stuur(client, "/initiatieven/nieuw", NIEUW | {"gestart": "ooit"})
    control = re.search(r'<input id="veld-gestart"[^>]*>', antwoord.text)[0]
    assert 'aria-describedby="uitleg-gestart fout-gestart"' in control
    assert 'aria-invalid="true"' in control


def test_a_name_that_may_be_a_person_is_kept_after_a_yes(client) -> None:
    velden = NIEUW | {"naam": "Verzonnen kookclub", "organisatie": "Jan Jansen"}
    antwoord = stuur(client, "/initiatieven/nieuw", velden)
    assert antwoord.status_code == 422
    assert "kan de naam van een persoon zijn" in antwoord.text
    antwoord = stuur(client, "/initiatieven/nieuw", velden | {"akkoord": "organisatie"})
    assert antwoord.status_code == 303


def test_without_a_name_nothing_is_kept(app, client) -> None:
    voor = app.context.register.versie
    antwoord = stuur(client, "/initiatieven/nieuw", NIEUW | {"door": " \t"})
    assert antwoord.status_code == 422
    assert "Vul je naam in" in antwoord.text
    assert app.context.register.versie == voor


def test_a_change_is_kept_and_told_in_the_history(app, client) -> None:
    adres = voeg_toe(client, naam="Verzonnen wisseling")
    velden = NIEUW | {"naam": "Verzonnen wisseling", "voor_wie": "ouderen", "door": "Bert"}
    antwoord = stuur(client, adres, velden | {"versie": versie(client, adres)})
    assert antwoord.status_code == 303
    assert app.context.register.geef(id_van(adres)).voor_wie == "ouderen"
    bladzij = haal(client, adres)
    assert "gewijzigd, door Bert" in bladzij
    assert "<ins>ouderen</ins>" in bladzij


def test_checked_today_retired_and_back_are_one_button_each(app, client) -> None:
    adres = voeg_toe(client, naam="Verzonnen knoppen")
    register = app.context.register
    for actie in ("nagekeken", "uit", "terug"):
        velden = {"actie": actie, "versie": versie(client, adres), "door": "Cor"}
        assert stuur(client, adres, velden).location.endswith(f"gedaan={actie}")
        nu = register.geef(id_van(adres))
        assert (str(nu.status) == "uit") == (actie == "uit")
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", nu.nagekeken)
    assert nu.nagekeken_door == "Cor"


def test_two_people_at_one_row_the_second_sees_both_and_loses_nothing(app, client) -> None:
    adres = voeg_toe(client, naam="Verzonnen botsing", voor_wie="ouderen", organisatie="Club")
    gezien = versie(client, adres)
    eerste = NIEUW | {"naam": "Verzonnen botsing", "versie": gezien, "organisatie": "Club"}
    stuur(
        client, adres, eerste | {"voor_wie": "alle buren", "organisatie": "Bond", "door": "Eerst"}
    )
    tweede = eerste | {"voor_wie": "kinderen", "omschrijving": "Spelen op het plein.", "door": "Na"}
    antwoord = stuur(client, adres, tweede)
    bladzij = antwoord.text
    assert antwoord.status_code == 409
    assert "Eerst bewaarde een andere versie" in bladzij
    rijen = re.findall(r'<tr><th scope="row">(.*?)</th>(.*?)</tr>', bladzij, re.DOTALL)
    cellen = {kop: re.findall(r"<td[^>]*>(.*?)</td>", rij) for kop, rij in rijen}
    assert cellen["Voor wie"][:2] == ["kinderen", "alle buren"]
    assert "allebei" in cellen["Voor wie"][2]
    # What only the other changed is taken over, what only I changed stays mine.
    assert cellen["Organisatie"] == ["Club", "Bond", "Versie van de ander"]
    assert cellen["Wat doet het"][2] == "Jouw versie"
    assert 'name="voor_wie" value="kinderen"' in bladzij
    assert 'name="organisatie" value="Bond"' in bladzij
    assert app.context.register.geef(id_van(adres)).voor_wie == "alle buren"
    nieuw = re.search(r'name="versie" value="(\d+)"', bladzij)[1]
    antwoord = stuur(client, adres, tweede | {"versie": nieuw, "organisatie": "Bond"})
    assert antwoord.status_code == 303
    nu = app.context.register.geef(id_van(adres))
    assert (nu.voor_wie, nu.organisatie) == ("kinderen", "Bond")


def test_a_button_on_a_row_that_changed_does_nothing_and_says_so(app, client) -> None:
    adres = voeg_toe(client, naam="Verzonnen te laat")
    oud = versie(client, adres)
    stuur(client, adres, {"actie": "nagekeken", "versie": oud, "door": "Eerst"})
    antwoord = stuur(client, adres, {"actie": "uit", "versie": oud, "door": "Na"})
    assert antwoord.status_code == 409
    assert "Eerst heeft dit intussen veranderd" in antwoord.text
    assert str(app.context.register.geef(id_van(adres)).status) == "actief"


def test_who_may_not_edit_reads_and_is_told_who_may(client) -> None:
    adres = voeg_toe(client, naam="Verzonnen dicht")
    for pad in (adres, "/initiatieven/nieuw", "/initiatieven/invoer"):
        bladzij = haal(client, pad, DAAR)
        assert "alleen op de computer waarop dit dashboard draait" in bladzij
        assert "<textarea" not in bladzij
        assert 'type="file"' not in bladzij


@pytest.mark.parametrize("cijfers", [20, 5000])
def test_a_number_that_cannot_be_is_no_fault_of_the_server(client, cijfers: int) -> None:
    getal = "9" * cijfers
    adres = voeg_toe(client, naam=f"Verzonnen getal {cijfers}")
    assert stuur(client, adres, NIEUW | {"versie": getal}).status_code == 409
    actie = f"een de-eethoek {getal} avedan {getal}"
    dubbel = stuur(client, "/initiatieven/dubbelen", {"actie": actie, "door": "Anna"})
    assert dubbel.status_code == 409
    for van, veld in (("/initiatieven/invoer", "beurt"), ("/woningvoorraad/eigen", "opgave")):
        velden = {veld: getal, "door": "Anna"}
        assert stuur(client, f"{van}/ongedaan", velden, van=van).status_code == 400


def test_without_consent_nobody_but_an_editor_reads_it_anywhere(client) -> None:
    geheim = {"toestemming": "nee", "adres": "Verzonnenstraat 1", "plaats": "Almelo"}
    adres = voeg_toe(client, naam="Verzonnen zonder ja", gebied_code="", **geheim)
    voeg_toe(client, naam="Verzonnen zonder ja een", gebied_code="", **geheim)
    for pad in (adres, "/initiatieven/plaatsen", "/initiatieven/dubbelen"):
        assert "Verzonnen zonder ja" in haal(client, pad, HIER)
    for pad in ("/initiatieven/plaatsen", "/initiatieven/dubbelen"):
        assert "Verzonnen zonder ja" not in haal(client, pad, DAAR)
    assert client.get(adres, environ_base=DAAR).status_code == 404
    assert client.post(adres, data={"actie": "bewaar"}, environ_base=DAAR).status_code == 404


def test_the_address_of_a_row_that_went_up_in_another_leads_there(app, client) -> None:
    weg = voeg_toe(client, naam="Verzonnen opgegaan")
    for toestemming, status in (("ja", 302), ("nee", 404)):
        blijft = voeg_toe(client, naam=f"Verzonnen blijft {status}", toestemming=toestemming)
        register, ids = app.context.register, (blijft.split("/")[-1], weg.split("/")[-1])
        een, ander = (Gezien(id_, register.geef(id_).versie, "Anna") for id_ in ids)
        register.voeg_samen(een, ander)
        antwoord = client.get(weg, environ_base=DAAR)
        assert antwoord.status_code == status
        assert antwoord.location == (blijft if status == 302 else None)
        assert client.get(weg, environ_base=HIER).status_code == 200
        register.haal_terug(Gezien(ids[1], register.geef(ids[1]).versie, "Anna"))


def test_who_did_what_is_told_to_who_may_edit_only(client) -> None:
    adres = voeg_toe(client, naam="Verzonnen met verleden", door="Anna Verzonnen")
    stuur(client, adres, NIEUW | {"versie": "1", "naam": "Verzonnen met naam"})
    assert "Verzonnen met verleden" in haal(client, adres, HIER)
    for geheim in ("Verzonnen met verleden", "Anna"):
        assert geheim not in haal(client, adres, DAAR)


@pytest.mark.parametrize("pad", ["nieuw", "de-eethoek", "dubbelen", "invoer", "invoer/ongedaan"])
def test_no_write_goes_through_from_elsewhere_or_without_its_token(app, client, pad: str) -> None:
    adres = f"/initiatieven/{pad}"
    voor = app.context.register.versie
    velden = NIEUW | {"versie": "1", "beurt": "1", "actie": "bewaar"}
    goed = re.search(r'name="bewijs" value="(\w+)"', haal(client, "/initiatieven/nieuw"))[1]
    for extra, wie, koppen in (
        ({"bewijs": goed}, DAAR, {}),
        ({}, HIER, {}),
        ({"bewijs": goed}, HIER, {"Origin": "https://boos.verzonnen.nl"}),
        ({"bewijs": goed}, HIER, {"Sec-Fetch-Site": "cross-site"}),
        ({"bewijs": goed}, HIER, {"X-Forwarded-For": "127.0.0.1"}),
    ):
        antwoord = client.post(adres, data=velden | extra, environ_base=wie, headers=koppen)
        assert antwoord.status_code == 403, (extra, wie, koppen)
    assert app.context.register.versie == voor


def test_text_from_the_register_is_never_html(client) -> None:
    adres = voeg_toe(
        client, naam=f"Verzonnen {BOOS}", omschrijving=f"x {BOOS}", voor_wie='" onload="x'
    )
    for pad in (adres, "/initiatieven/dubbelen"):
        bladzij = haal(client, pad)
        assert "<script>alert" not in bladzij
        assert 'value="" onload' not in bladzij
    assert "&lt;script&gt;alert" in haal(client, adres)


def test_pages_with_forms_carry_the_strict_headers_and_are_nobody_elses(client) -> None:
    antwoord = client.get("/initiatieven/nieuw", environ_base=HIER)
    csp = antwoord.headers["Content-Security-Policy"]
    assert "form-action 'self'" in csp
    assert "frame-ancestors 'none'" in csp
    assert "unsafe" not in csp.partition("style-src")[0]
    assert antwoord.headers["Cache-Control"] == "private, no-cache"
    assert "<script>" not in antwoord.text


def test_an_initiative_that_is_not_there_is_a_404(client) -> None:
    assert client.get("/initiatieven/is-er-niet", environ_base=HIER).status_code == 404
    assert client.post("/initiatieven/is-er-niet", environ_base=HIER).status_code == 404


def test_doubles_can_be_merged_or_kept_apart(app, client) -> None:
    een = voeg_toe(client, naam="Verzonnen Dubbelhuis", voor_wie="")
    ander = voeg_toe(client, naam="Verzonnen Dubbelhuys", voor_wie="kinderen")
    register = app.context.register

    def knop(wat: str) -> str:
        paar = {id_van(een), id_van(ander)}
        alle = re.findall(rf'value="({wat} [^"]+)"', haal(client, "/initiatieven/dubbelen"))
        return next(k for k in alle if {k.split()[1], k.split()[3]} == paar)

    stuur(client, "/initiatieven/dubbelen", {"actie": knop("een"), "door": "Dirk"})
    rijen = {id_: register.geef(id_) for id_ in map(id_van, (een, ander))}
    assert sorted(str(rij.status) for rij in rijen.values()) == ["actief", "samengevoegd"]
    blijft = next(rij for rij in rijen.values() if str(rij.status) == "actief")
    assert blijft.voor_wie == "kinderen"
    weg = next(id_ for id_ in rijen if id_ != blijft.id)
    assert f'href="/initiatieven/{blijft.id}"' in haal(client, f"/initiatieven/{weg}")


@pytest.mark.parametrize("actie", ["", "een", "een a 1 b", "wis a 1 b 2", "een onzin 1 onzin 2"])
def test_a_choice_about_doubles_that_is_none_changes_nothing(app, client, actie: str) -> None:
    voor = app.context.register.versie
    velden = {"actie": actie, "door": "Dirk"}
    assert stuur(client, "/initiatieven/dubbelen", velden).status_code in (400, 422)
    assert app.context.register.versie == voor


@pytest.fixture
def met_wachtwoord(database: Path, tmp_path: Path):
    app = create_app(make_context(database, tmp_path, "", Toegangregels(Bewerken.WACHTWOORD)))
    app.context.toegang.geheimen.bewaar("verzonnen wachtwoord")
    return app.server.test_client()


def test_logging_in_opens_the_forms_and_logging_out_closes_them(met_wachtwoord) -> None:
    client = met_wachtwoord
    assert 'href="/toegang"' in haal(client, "/initiatieven/nieuw", DAAR)
    mis = stuur(client, "/toegang", {"wachtwoord": "mis"}, DAAR)
    assert (mis.status_code, "Dat is niet het wachtwoord" in mis.text) == (422, True)
    goed = stuur(client, "/toegang", {"wachtwoord": "verzonnen wachtwoord"}, DAAR)
    assert goed.location == "/initiatieven"
    assert "<textarea" in haal(client, "/initiatieven/nieuw", DAAR)
    stuur(client, "/toegang/uit", {}, DAAR, van="/toegang")
    assert "<textarea" not in haal(client, "/initiatieven/nieuw", DAAR)


def test_guessing_too_often_is_told_with_the_time_to_wait(met_wachtwoord) -> None:
    for _ in range(5):
        stuur(met_wachtwoord, "/toegang", {"wachtwoord": "mis"}, DAAR)
    antwoord = stuur(met_wachtwoord, "/toegang", {"wachtwoord": "verzonnen wachtwoord"}, DAAR)
    assert antwoord.status_code == 429
    assert re.search(r"over \d+ seconden", antwoord.text)


SJABLONEN = sorted((Path(__file__).parents[2] / "dashboard/bewerken/formulieren").glob("*.html"))


@pytest.mark.parametrize("pad", SJABLONEN, ids=lambda pad: pad.stem)
def test_a_template_holds_no_sentence_and_never_switches_escaping_off(pad: Path) -> None:
    tekst = pad.read_text(encoding="utf-8")
    kaal = re.sub(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", "", tekst, flags=re.DOTALL)
    woorden = re.sub(r"<[^>]*>|aria-[a-z]+=\"[a-z]*\"", " ", kaal)
    assert not re.search(r"[A-Za-z]{3}", woorden)
    assert "|safe" not in tekst.replace(" ", "")
    assert "style=" not in tekst
    assert "onclick" not in tekst

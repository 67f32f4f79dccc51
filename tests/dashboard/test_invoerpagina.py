"""Sending in a list over HTTP: looked at first, kept once and whole, given back, undone."""

import re
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from dashboard.app import create_app, make_context
from dashboard.bewerken.voorbeelden import Bewaard, Voorbeelden
from dashboard.register.invoer import Voorbeeld
from dashboard.register.tabelbestand import lees_tabel
from dashboard.register.tabelblad import Tabelblad
from tests.dashboard import verzonnen_lijst as lijst
from tests.dashboard.verzonnen_bestanden import csv_bestand, met_macro, xlsx_bestand, zipbom

if TYPE_CHECKING:
    from flask.testing import FlaskClient

HIER = {"REMOTE_ADDR": "127.0.0.1"}
INVOER = "/initiatieven/invoer"
KOP = ("naam", "omschrijving", "soort", "thema's", "gebied", "mag op de kaart")


@pytest.fixture(scope="module")
def app(database: Path, tmp_path_factory: pytest.TempPathFactory):
    return create_app(make_context(database, tmp_path_factory.mktemp("invoer")))


@pytest.fixture
def client(app) -> "FlaskClient":
    return app.server.test_client()


def rij(naam: str, omschrijving: str = "Buren eten samen.") -> tuple[str, ...]:
    return (naam, omschrijving, "burgerinitiatief", "ontmoeten", "Almelo", "ja")


def bewijs(client) -> str:
    bladzij = client.get(INVOER, environ_base=HIER).text
    return re.search(r'name="bewijs" value="(\w+)"', bladzij)[1]


def stuur(client, inhoud: bytes, naam: str = "verzonnen.csv", **velden: str):
    """Send a file as a browser does; werkzeug's own client would leave a temporary file open."""
    delen = [
        f'--grens\r\nContent-Disposition: form-data; name="{veld}"\r\n\r\n{tekst}\r\n'
        for veld, tekst in {"bewijs": bewijs(client), **velden}.items()
    ]
    naam = naam.replace('"', "%22")
    kop = f'--grens\r\nContent-Disposition: form-data; name="bestand"; filename="{naam}"\r\n\r\n'
    lichaam = "".join(delen).encode() + kop.encode() + inhoud + b"\r\n--grens--\r\n"
    soort = "multipart/form-data; boundary=grens"
    return client.post(INVOER, data=lichaam, environ_base=HIER, content_type=soort)


def bekijk(client, inhoud: bytes, naam: str = "verzonnen.csv", **velden: str) -> tuple[str, str]:
    """Send a file; give the address of what would happen to it, and that page."""
    antwoord = stuur(client, inhoud, naam, **velden)
    assert antwoord.status_code == 303, unescape(antwoord.text)
    bladzij = client.get(antwoord.location, environ_base=HIER)
    return antwoord.location, unescape(bladzij.text)


def neem_op(client, adres: str, **keuzes: str):
    alles = {"bewijs": bewijs(client), "door": "Anna", **keuzes}
    return client.post(adres, data=alles, environ_base=HIER)


def test_every_mistake_of_a_long_list_is_told_with_row_column_and_what_was_found(client) -> None:
    _, bladzij = bekijk(client, lijst.als_csv(lijst.rijen()))
    assert f"{len(lijst.FOUTEN)} rijen zijn geweigerd." in bladzij
    for nummer, (kolom, fout, _, zin) in lijst.FOUTEN.items():
        deel = re.search(rf'<th scope="rowgroup"[^>]*>{nummer}</th>.*?</tr>', bladzij, re.DOTALL)
        assert deel is not None, nummer
        assert zin in deel[0], (nummer, deel[0])
        assert kolom in deel[0] or kolom == "Lon"
        assert (fout or "niets") in deel[0] or nummer in (23, 27, 57), nummer


def test_looking_keeps_nothing_and_taking_in_keeps_exactly_what_was_shown(app, client) -> None:
    register = app.context.register
    voor = {i.id for i in register.alle()}
    adres, bladzij = bekijk(client, csv_bestand(KOP, rij("Verzonnen A"), rij("Verzonnen B", "")))
    assert "1 rij gaat mee." in bladzij
    assert "1 rij is geweigerd." in bladzij
    assert {i.id for i in register.alle()} == voor
    assert neem_op(client, adres).status_code == 303
    nieuw = [i for i in register.alle() if i.id not in voor]
    assert [(i.naam, i.door, str(i.herkomst)) for i in nieuw] == [("Verzonnen A", "Anna", "invoer")]
    assert "De lijst is opgenomen." in client.get(adres, environ_base=HIER).text


def test_a_row_that_changes_what_is_there_says_which_fields(app, client) -> None:
    kop = ("kenmerk", "omschrijving", "voor wie", "organisatie")
    avedan = app.context.register.geef("avedan")
    nieuw = (avedan.id, "Iets anders.", avedan.voor_wie, "")
    _, bladzij = bekijk(client, csv_bestand(kop, nieuw))
    assert "Verandert: omschrijving, organisatie." in bladzij
    # Nothing is asked above the button.
    assert ">Neem op (1)</button>" in bladzij


def test_a_second_click_takes_nothing_in_twice(app, client) -> None:
    adres, _ = bekijk(client, csv_bestand(KOP, rij("Schaakclub Tweemaal (verzonnen)")))
    neem_op(client, adres)
    assert neem_op(client, adres).status_code == 303
    assert sum("Tweemaal" in i.naam for i in app.context.register.alle()) == 1


def test_undoing_takes_back_all_of_it_but_what_was_changed_since(app, client) -> None:
    register = app.context.register
    rijen = rij("Vlindertuin Kapelle (verzonnen)"), rij("Fietslessen Roos (verzonnen)")
    adres, _ = bekijk(client, csv_bestand(KOP, *rijen))
    neem_op(client, adres)
    anders = next(i for i in register.alle() if i.naam == "Fietslessen Roos (verzonnen)")
    velden = {"actie": "nagekeken", "versie": str(anders.versie), "door": "Bert"}
    client.post(
        f"/initiatieven/{anders.id}", data={"bewijs": bewijs(client), **velden}, environ_base=HIER
    )
    beurt = register.beurten()[0].id
    alles = {"bewijs": bewijs(client), "door": "Anna", "beurt": str(beurt)}
    bladzij = client.post(f"{INVOER}/ongedaan", data=alles, environ_base=HIER).text
    assert "Teruggezet: 1." in bladzij
    assert "Fietslessen Roos (verzonnen)" in bladzij
    assert {"Vlindertuin Kapelle (verzonnen)"}.isdisjoint(i.naam for i in register.alle())
    nog_eens = client.post(f"{INVOER}/ongedaan", data=alles, environ_base=HIER)
    assert "al ongedaan gemaakt" in nog_eens.text


def test_what_may_be_there_already_can_be_merged_left_out_or_kept_as_another(app, client) -> None:
    register = app.context.register
    inhoud = csv_bestand((*KOP, "voor wie"), (*rij("Verzonnen Tweeling Een"), ""))
    adres, _ = bekijk(client, inhoud)
    neem_op(client, adres)
    er_is = next(i for i in register.alle() if i.naam == "Verzonnen Tweeling Een")
    aanvulling = csv_bestand((*KOP, "voor wie"), (*rij("Verzonnen Tweeling-Een"), "kinderen"))
    adres, bladzij = bekijk(client, aanvulling)
    assert "1 rij lijkt op iets dat er al is." in bladzij
    assert f'value="{er_is.id}"' in bladzij
    assert neem_op(client, adres).status_code == 422
    assert neem_op(client, adres, **{"rij-2": "verzonnen-ander"}).status_code == 422
    assert neem_op(client, adres, **{"rij-2": er_is.id}).status_code == 303
    assert register.geef(er_is.id).voor_wie == "kinderen"
    derde = csv_bestand((*KOP, "voor wie"), (*rij("Verzonnen Tweeling-Een"), "volwassenen"))
    adres, _ = bekijk(client, derde)
    assert neem_op(client, adres, **{"rij-2": "nieuw"}).status_code == 303
    assert sum("Tweeling" in i.naam for i in register.alle()) == 2


def test_the_refused_rows_come_back_as_a_file_that_can_be_mended_and_sent_again(client) -> None:
    adres, _ = bekijk(client, lijst.als_csv(lijst.rijen()))
    for soort in ("csv", "xlsx"):
        antwoord = client.get(f"{adres}/geweigerd.{soort}", environ_base=HIER)
        blad = lees_tabel(antwoord.data, f"x.{soort}")
        assert blad.koppen == (*lijst.KOPPEN, "wat er niet klopt")
        assert len(blad.rijen) == len(lijst.FOUTEN)
        assert "De naam ontbreekt" in blad.rijen[0].cellen[-1]
        _, opnieuw = bekijk(client, antwoord.data, f"x.{soort}")
        assert f"{len(lijst.FOUTEN)} rijen zijn geweigerd." in opnieuw


def test_what_stood_beyond_the_headings_is_in_the_refused_rows_too(client) -> None:
    te_veel = (*rij("Verzonnen Koor"), "een", "=twee")
    adres, _ = bekijk(client, csv_bestand(KOP, rij("Verzonnen Tuin", ""), te_veel))
    for soort in ("csv", "xlsx"):
        antwoord = client.get(f"{adres}/geweigerd.{soort}", environ_base=HIER)
        _, tweede = lees_tabel(antwoord.data, f"x.{soort}").rijen
        assert tweede.cellen[-2:] == ("een", "'=twee")
        _, opnieuw = bekijk(client, antwoord.data, f"x.{soort}")
        assert "meer cellen dan er kopjes zijn" in opnieuw


@pytest.mark.parametrize("boos", ["=1+1", "+1", "-1", "@som", "\t=1+1", "＝1"])
def test_what_a_spreadsheet_would_run_comes_back_harmless(client, boos: str) -> None:
    adres, _ = bekijk(client, csv_bestand(KOP, (f"Verzonnen {boos}", boos, "x", "", "", "")))
    csv = client.get(f"{adres}/geweigerd.csv", environ_base=HIER).data.decode("utf-8-sig")
    cellen = csv.splitlines()[1].split(";")
    assert not any(cel.lstrip('"').startswith(tuple("=+-@\t＝")) for cel in cellen)
    xlsx = client.get(f"{adres}/geweigerd.xlsx", environ_base=HIER).data
    assert lees_tabel(xlsx, "x.xlsx").opmerkingen == ()


def test_html_in_a_list_is_shown_as_text(client) -> None:
    boos = '<img src=x onerror=alert(1)>"'
    antwoord = stuur(client, csv_bestand(KOP, rij(f"Verzonnen {boos}", boos)), f"{boos}.csv")
    bladzij = client.get(antwoord.location, environ_base=HIER).text
    assert "<img" not in bladzij
    assert "&lt;img" in bladzij


@pytest.mark.parametrize(
    ("maak", "naam", "status", "zin"),
    [
        (zipbom, "lijst.xlsx", 422, "uitgepakt veel te groot"),
        (met_macro, "lijst.xlsx", 422, "macro's"),
        (lambda: b"naam;x\r\n" + b"y;z\r\n" * 1_300_000, "groot.csv", 413, "groter dan 5 MB"),
        (lambda: b"<html><table></table></html>", "lijst.xls", 422, "webpagina"),
        (lambda: b"", "", 422, "Er is geen bestand gekozen"),
        (lambda: b"", "leeg.csv", 422, "Het bestand is leeg"),
        (lambda: xlsx_bestand(["naam", "telefoon"], ["x", "0612345678"]), "x.xlsx", 303, ""),
    ],
    ids=["bomb", "macro", "six megabytes", "web page", "nothing", "empty", "persons"],
)
def test_a_file_that_cannot_be_is_told_in_the_page(
    client, maak, naam: str, status: int, zin: str
) -> None:
    antwoord = stuur(client, maak(), naam)
    assert (antwoord.status_code, zin in unescape(antwoord.text)) == (status, True)


def test_a_list_with_a_column_of_persons_cannot_be_taken_in(app, client) -> None:
    voor = app.context.register.versie
    inhoud = csv_bestand((*KOP, "telefoon"), (*rij("Verzonnen Bel"), "0612345678"))
    adres, bladzij = bekijk(client, inhoud)
    assert "gaat over personen" in bladzij
    assert "Neem op" not in bladzij
    assert neem_op(client, adres).status_code == 422
    assert app.context.register.versie == voor


def test_who_sent_in_a_list_is_told_to_who_may_edit_only(client) -> None:
    adres, _ = bekijk(client, csv_bestand(KOP, rij("Verzonnen Orkest")), "geheim.csv")
    velden = {"bewijs": bewijs(client), "door": "Verzonnen Anna"}
    assert client.post(adres, data=velden, environ_base=HIER).status_code == 303
    assert "geheim.csv" in client.get(INVOER, environ_base=HIER).text
    elders = client.get(INVOER, environ_base={"REMOTE_ADDR": "203.0.113.7"}).text
    assert "geheim.csv" not in elders
    assert "Verzonnen Anna" not in elders


def test_another_browser_does_not_get_to_see_a_list(app, client) -> None:
    adres, _ = bekijk(client, csv_bestand(KOP, rij("Verzonnen Geheim")))
    ander = app.server.test_client()
    for bladzij in (
        ander.get(adres, environ_base=HIER),
        ander.post(adres, data={"bewijs": bewijs(ander), "door": "Dief"}, environ_base=HIER),
        client.get(f"{INVOER}/lijst/onzin", environ_base=HIER),
    ):
        assert bladzij.status_code == 422
        assert "Deze lijst is hier niet meer" in bladzij.text
    assert ander.get(f"{adres}/geweigerd.csv", environ_base=HIER).status_code == 404


def test_a_list_is_kept_for_an_hour_and_not_more_than_twenty() -> None:
    klok = [0.0]
    lijsten = Voorbeelden(lambda: klok[0])

    def nieuw() -> str:
        leeg = Voorbeeld((), (), ())
        return lijsten.bewaar(Bewaard("x", Tabelblad((), ()), leeg, "browser"))

    eerste = nieuw()
    assert lijsten.geef(eerste, "browser") is not None
    klok[0] = 3601
    assert lijsten.geef(eerste, "browser") is None
    nummers = [nieuw() for _ in range(21)]
    assert lijsten.geef(nummers[0], "browser") is None
    assert lijsten.geef(nummers[-1], "browser") is not None
    assert lijsten.geef(nummers[-1], "een ander") is None


def test_rows_that_do_not_say_where_they_are_get_the_chosen_area(app, client) -> None:
    koppen, cellen = KOP[:4], rij("Verzonnen Zonder Plek")[:4]
    _, bladzij = bekijk(client, csv_bestand(koppen, cellen))
    assert "Er staat niet waar het is" in bladzij
    adres, _ = bekijk(client, csv_bestand(koppen, cellen), gebied="hw-wonen")
    neem_op(client, adres)
    gevonden = next(i for i in app.context.register.alle() if i.naam == "Verzonnen Zonder Plek")
    assert gevonden.werkgebied == "hw-wonen"

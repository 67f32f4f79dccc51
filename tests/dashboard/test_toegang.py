"""Who may edit: each rule by itself, asked the way a browser or somebody worse would ask."""

import stat
import threading
from pathlib import Path

import pytest
import requests
from flask import Flask, jsonify, request

from dashboard.__main__ import Instellingen, lees_instellingen, maak_server
from dashboard.toegang import GeenToegangError, Toegang
from dashboard.toegang.geheim import SLEUTEL, WACHTWOORD, Geheimen
from dashboard.toegang.opdracht import zet_wachtwoord
from dashboard.toegang.regels import Bewerken, Toegangregels, lees_toegangregels
from dashboard.toegang.rem import LANGST, SAMEN, VRIJ, Rem
from wijken.errors import InvoerError

GEHEIM = "verzonnen wachtwoord"
HIER = {"REMOTE_ADDR": "127.0.0.1"}
DAAR = {"REMOTE_ADDR": "203.0.113.7"}


class Klok:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.nu = 1000.0

    def __call__(self) -> float:
        return self.nu


def regels(bewerken: str = "", proxy: str = "", publiek: str = "") -> Toegangregels:
    omgeving = {"WIJKEN_BEWERKEN": bewerken, "WIJKEN_PROXY": proxy}
    return lees_toegangregels(omgeving, "127.0.0.1", publiek)


def maak_app(toegang: Toegang) -> Flask:
    """The smallest app that asks for everything there is to ask."""
    app = Flask("verzonnen")

    @app.get("/mag")
    def mag():
        oordeel = toegang.oordeel()
        return jsonify(mag=oordeel.mag, reden=oordeel.reden, wie=toegang.wie().adres)

    @app.get("/bewijs")
    def bewijs():
        return toegang.bewijs()

    @app.post("/schrijf")
    def schrijf():
        toegang.eis(request.form.get("bewijs"))
        return "bewaard"

    @app.post("/in")
    def inloggen():
        toegang.eis_eigen_pagina(request.form.get("bewijs"))
        inlog = toegang.log_in(request.form["wachtwoord"])
        return jsonify(gelukt=inlog.gelukt, wacht=inlog.wacht)

    @app.post("/uit")
    def uitloggen():
        toegang.log_uit()
        return ""

    @app.errorhandler(GeenToegangError)
    def geen(fout):
        return fout.reden, 403

    return app


def client(tmp_path: Path, regels_: Toegangregels | None = None, rem: Rem | None = None):
    return maak_app(Toegang(regels_ or regels(), tmp_path, rem)).test_client()


def mag(klant, wie=HIER, host: str = "127.0.0.1:8050", **koppen: str):
    omgeving = {"HTTP_" + naam.upper(): waarde for naam, waarde in koppen.items()}
    antwoord = klant.get(
        "/mag", environ_base=wie, base_url=f"http://{host}", environ_overrides=omgeving
    )
    return antwoord.get_json()


@pytest.mark.parametrize("adres", ["127.0.0.1", "127.3.2.1", "::1", "::ffff:127.0.0.1"])
def test_by_default_who_works_on_this_machine_may_edit(tmp_path: Path, adres: str) -> None:
    assert mag(client(tmp_path), {"REMOTE_ADDR": adres})["mag"] is True


@pytest.mark.parametrize("adres", ["192.168.1.5", "203.0.113.7", "2001:db8::1", "", "unix:"])
def test_by_default_nobody_else_may(tmp_path: Path, adres: str) -> None:
    assert mag(client(tmp_path), {"REMOTE_ADDR": adres}) | {"wie": ""} == {
        "mag": False,
        "reden": "eigen",
        "wie": "",
    }


@pytest.mark.parametrize(
    "kop",
    [
        "x_forwarded_for",
        "forwarded",
        "x_real_ip",
        "via",
        "x_forwarded_host",
        "true_client_ip",
        "x_client_ip",
    ],
)
def test_behind_a_proxy_nobody_is_on_this_machine(tmp_path: Path, kop: str) -> None:
    assert mag(client(tmp_path), **{kop: "127.0.0.1"})["reden"] == "eigen"


def test_a_proxy_that_says_nothing_but_speaks_the_old_protocol_is_one_too(tmp_path: Path) -> None:
    antwoord = client(tmp_path).get(
        "/mag", environ_base=HIER, environ_overrides={"SERVER_PROTOCOL": "HTTP/1.0"}
    )
    assert antwoord.get_json()["mag"] is False


KETENS = {
    # header, value, whose address it is, whether that is this machine
    "a client": ("x_forwarded_for", "203.0.113.7", "203.0.113.7", False),
    "this machine": ("x_forwarded_for", "127.0.0.1", "127.0.0.1", True),
    "what the client made up stands left": (
        "x_forwarded_for",
        "127.0.0.1, 203.0.113.7",
        "203.0.113.7",
        False,
    ),
    "two of our proxies": ("x_forwarded_for", "203.0.113.7, 10.0.0.9", "203.0.113.7", False),
    "a stranger's proxy": (
        "x_forwarded_for",
        "127.0.0.1, 198.51.100.2, 10.0.0.9",
        "198.51.100.2",
        False,
    ),
    "with a port": ("x_forwarded_for", "203.0.113.7:4711", "203.0.113.7", False),
    "IPv6 with a port": ("x_forwarded_for", "[2001:db8::1]:4711", "2001:db8::1", False),
    "nonsense": ("x_forwarded_for", "127.0.0.1, onzin, 10.0.0.9", "onzin", False),
    "nothing in it": ("x_forwarded_for", "", "?", False),
    "the standard's own": ("forwarded", 'for="[2001:db8::1]:1";proto=https', "2001:db8::1", False),
    "the standard's chain": ("forwarded", "for=127.0.0.1, for=203.0.113.7", "203.0.113.7", False),
    "hidden by the standard": ("forwarded", "for=_hidden", "_hidden", False),
    "one address": ("x_real_ip", "203.0.113.7", "203.0.113.7", False),
    "a mapped address": ("x_forwarded_for", "::ffff:127.0.0.1", "127.0.0.1", True),
    "only a name of the proxy": ("via", "1.1 verzonnen", "10.0.0.2", False),
}


@pytest.mark.parametrize("soort", KETENS)
def test_a_trusted_proxy_tells_who_asks(tmp_path: Path, soort: str) -> None:
    kop, waarde, wie, eigen = KETENS[soort]
    klant = client(tmp_path, regels(proxy="10.0.0.0/24"))
    gevonden = mag(klant, {"REMOTE_ADDR": "10.0.0.2"}, **{kop: waarde})
    assert (gevonden["wie"], gevonden["mag"]) == (wie, eigen)


def test_a_trusted_proxy_on_this_machine_that_is_silent_is_not_a_user_here(tmp_path: Path) -> None:
    assert mag(client(tmp_path, regels(proxy="127.0.0.1")))["mag"] is False


def test_what_an_untrusted_peer_forwards_is_not_believed(tmp_path: Path) -> None:
    klant = client(tmp_path, regels(proxy="10.0.0.2"))
    gevonden = mag(klant, DAAR, x_forwarded_for="127.0.0.1")
    assert (gevonden["wie"], gevonden["mag"]) == ("203.0.113.7", False)


def test_the_server_itself_does_not_hide_what_a_proxy_said(tmp_path: Path) -> None:
    app = maak_app(Toegang(regels(), tmp_path))
    server = maak_server(app, Instellingen(poort=0))
    draad = threading.Thread(target=server.run, daemon=True)
    draad.start()
    try:
        adres = f"http://127.0.0.1:{server.effective_port}/mag"
        assert requests.get(adres, timeout=10).json()["mag"] is True
        koppen = {"X-Forwarded-For": "203.0.113.7"}
        assert requests.get(adres, headers=koppen, timeout=10).json()["mag"] is False
    finally:
        server.trigger.pull_trigger(server.close)
        draad.join(timeout=10)
        server.task_dispatcher.shutdown()


@pytest.mark.parametrize(
    ("host", "kent"),
    [
        ("localhost:8050", True),
        ("127.0.0.1:8050", True),
        ("[::1]:8050", True),
        ("192.168.1.5", True),
        ("wijken.verzonnen.nl", True),
        ("WIJKEN.verzonnen.nl.:443", True),
        ("boos.verzonnen.nl", False),
        ("localhost.boos.nl", False),
        ("127.0.0.1.boos.nl", False),
        ("wijken.verzonnen.nl.boos.nl", False),
    ],
)
def test_a_name_that_is_not_ours_may_not_edit_whoever_asks(
    tmp_path: Path, host: str, *, kent: bool
) -> None:
    klant = client(tmp_path, regels("iedereen", publiek="https://wijken.verzonnen.nl/atelier"))
    gevonden = mag(klant, host=host)
    assert (gevonden["mag"], gevonden["reden"]) == (kent, "" if kent else "vreemd_adres")


@pytest.mark.parametrize(
    ("woord", "hier", "daar"),
    [
        ("", True, False),
        ("eigen", True, False),
        ("nee", False, False),
        ("Iedereen", True, True),
        ("wachtwoord", False, False),
    ],
)
def test_the_setting_says_who_may_edit(
    tmp_path: Path, woord: str, *, hier: bool, daar: bool
) -> None:
    klant = client(tmp_path, regels(woord))
    assert (mag(klant)["mag"], mag(klant, DAAR)["mag"]) == (hier, daar)


@pytest.mark.parametrize(
    ("omgeving", "zin"),
    [
        ({"WIJKEN_BEWERKEN": "ja"}, "WIJKEN_BEWERKEN: «ja»"),
        ({"WIJKEN_PROXY": "10.0.0.2 onzin"}, "WIJKEN_PROXY: «onzin»"),
    ],
    ids=["word", "proxy"],
)
def test_a_setting_we_do_not_know_is_refused(omgeving: dict[str, str], zin: str) -> None:
    with pytest.raises(InvoerError, match=zin):
        lees_instellingen(omgeving)


def test_settings_reach_the_rules() -> None:
    omgeving = {"WIJKEN_BEWERKEN": "wachtwoord", "WIJKEN_PROXY": "10.0.0.2, fd00::/8"}
    gelezen = lees_instellingen(omgeving | {"WIJKEN_ADRES": "https://x.nl"}).toegang
    assert gelezen.bewerken is Bewerken.WACHTWOORD
    assert (len(gelezen.proxies), gelezen.publiek) == (2, "https://x.nl")


def schrijf(klant, bewijs: str | None, wie=HIER, **koppen: str):
    omgeving = {"HTTP_" + naam.upper(): waarde for naam, waarde in koppen.items()}
    return klant.post(
        "/schrijf", data={"bewijs": bewijs}, environ_base=wie, environ_overrides=omgeving
    )


def test_a_write_from_our_own_page_goes_through(tmp_path: Path) -> None:
    klant = client(tmp_path)
    bewijs = klant.get("/bewijs", environ_base=HIER).text
    assert schrijf(klant, bewijs).text == "bewaard"
    eigen = {"origin": "http://localhost", "sec_fetch_site": "same-origin"}
    assert schrijf(klant, bewijs, **eigen).text == "bewaard"


@pytest.mark.parametrize(
    "koppen",
    [
        {"origin": "http://boos.verzonnen.nl"},
        {"origin": "null"},
        {"origin": "http://localhost:9999"},
        {"origin": "http://["},
        {"sec_fetch_site": "cross-site"},
        {"sec_fetch_site": "same-site"},
        {"sec_fetch_site": "none"},
    ],
    ids=str,
)
def test_a_write_from_a_page_of_others_is_refused(tmp_path: Path, koppen: dict[str, str]) -> None:
    klant = client(tmp_path)
    bewijs = klant.get("/bewijs", environ_base=HIER).text
    antwoord = schrijf(klant, bewijs, **koppen)
    assert (antwoord.status_code, antwoord.text) == (403, "vreemde_pagina")


def test_a_write_from_our_public_address_goes_through_a_proxy_that_renames(tmp_path: Path) -> None:
    klant = client(tmp_path, regels("iedereen", publiek="https://wijken.verzonnen.nl"))
    bewijs = klant.get("/bewijs", environ_base=DAAR).text
    assert schrijf(klant, bewijs, DAAR, origin="https://wijken.verzonnen.nl").text == "bewaard"


@pytest.mark.parametrize("bewijs", [None, "", "onzin", "é", "0" * 64])
def test_a_write_without_its_token_is_refused(tmp_path: Path, bewijs: str | None) -> None:
    klant = client(tmp_path)
    klant.get("/bewijs", environ_base=HIER)
    assert schrijf(klant, bewijs).text == "verlopen"


def test_a_token_of_another_browser_is_no_token(tmp_path: Path) -> None:
    app = maak_app(Toegang(regels(), tmp_path))
    van_ander = app.test_client().get("/bewijs", environ_base=HIER).text
    klant = app.test_client()
    klant.get("/bewijs", environ_base=HIER)
    assert schrijf(klant, van_ander).text == "verlopen"
    assert schrijf(app.test_client(), van_ander).text == "verlopen"


def test_who_may_not_edit_may_not_write_with_a_good_token_either(tmp_path: Path) -> None:
    klant = client(tmp_path)
    bewijs = klant.get("/bewijs", environ_base=HIER).text
    assert schrijf(klant, bewijs, DAAR).text == "eigen"


@pytest.fixture
def met_wachtwoord(tmp_path: Path) -> tuple[Flask, Toegang, Klok]:
    klok = Klok()
    Geheimen(tmp_path).bewaar(GEHEIM)
    toegang = Toegang(regels("wachtwoord"), tmp_path, Rem(klok))
    return maak_app(toegang), toegang, klok


def log_in(klant, wachtwoord: str, wie=DAAR):
    bewijs = klant.get("/bewijs", environ_base=wie).text
    velden = {"bewijs": bewijs, "wachtwoord": wachtwoord}
    return klant.post("/in", data=velden, environ_base=wie).get_json()


def test_with_the_password_one_edits_from_anywhere_until_logging_out(met_wachtwoord) -> None:
    klant = met_wachtwoord[0].test_client()
    assert mag(klant, DAAR, host="localhost")["reden"] == "wachtwoord"
    assert log_in(klant, GEHEIM)["gelukt"] is True
    assert mag(klant, DAAR, host="localhost")["mag"] is True
    koekje = klant.get_cookie("wijk-sessie")
    klant.post("/uit", environ_base=DAAR)
    assert mag(klant, DAAR, host="localhost")["mag"] is False
    # Who kept a copy of the cookie has nothing.
    klant.set_cookie("wijk-sessie", koekje.value)
    assert mag(klant, DAAR, host="localhost")["mag"] is False


def test_a_wrong_password_does_nothing_and_logging_in_makes_a_new_session(met_wachtwoord) -> None:
    klant = met_wachtwoord[0].test_client()
    oud = klant.get("/bewijs", environ_base=DAAR).text
    assert log_in(klant, GEHEIM + "x") == {"gelukt": False, "wacht": 0}
    assert log_in(klant, GEHEIM)["gelukt"] is True
    assert klant.get("/bewijs", environ_base=DAAR).text != oud


def test_another_password_ends_every_session(met_wachtwoord) -> None:
    app, toegang, _ = met_wachtwoord
    klant = app.test_client()
    log_in(klant, GEHEIM)
    toegang.geheimen.bewaar("een heel ander woord")
    assert mag(klant, DAAR, host="localhost")["reden"] == "wachtwoord"


def test_a_cookie_somebody_made_is_no_session(met_wachtwoord, tmp_path: Path) -> None:
    app, _, _ = met_wachtwoord
    klant = app.test_client()
    for waarde in ("", "onzin", "eyJuIjoiMSIsInciOiIifQ.aaaa.bbbb"):
        klant.set_cookie("wijk-sessie", waarde)
        assert mag(klant, DAAR, host="localhost")["mag"] is False
    vreemd = Toegang(regels("wachtwoord"), tmp_path / "ander")
    vreemd.geheimen.bewaar(GEHEIM)
    ander = maak_app(vreemd).test_client()
    log_in(ander, GEHEIM)
    klant.set_cookie("wijk-sessie", ander.get_cookie("wijk-sessie").value)
    assert mag(klant, DAAR, host="localhost")["mag"] is False


def test_logging_in_asks_for_a_token_too(met_wachtwoord) -> None:
    klant = met_wachtwoord[0].test_client()
    antwoord = klant.post("/in", data={"wachtwoord": GEHEIM}, environ_base=DAAR)
    assert antwoord.text == "verlopen"


def test_without_a_password_set_nobody_gets_in(tmp_path: Path) -> None:
    klant = client(tmp_path, regels("wachtwoord"))
    assert mag(klant)["reden"] == "geen_wachtwoord"
    assert log_in(klant, "")["gelukt"] is False


def test_the_cookie_is_closed_to_scripts_and_other_sites(tmp_path: Path) -> None:
    klant = client(tmp_path)
    kop = klant.get("/bewijs", environ_base=HIER).headers["Set-Cookie"]
    assert "HttpOnly" in kop
    assert "SameSite=Strict" in kop
    assert "Secure" not in kop
    kop = klant.get("/bewijs", base_url="https://localhost", environ_base=HIER)
    assert (
        "Secure"
        in client(tmp_path)
        .get("/bewijs", base_url="https://localhost", environ_base=HIER)
        .headers["Set-Cookie"]
    )


def test_behind_a_trusted_proxy_with_https_the_cookie_is_for_https_only(tmp_path: Path) -> None:
    klant = client(tmp_path, regels("iedereen", proxy="10.0.0.2"))
    via = {"HTTP_X_FORWARDED_PROTO": "https", "HTTP_X_FORWARDED_FOR": "203.0.113.7"}
    antwoord = klant.get("/bewijs", environ_base={"REMOTE_ADDR": "10.0.0.2"}, environ_overrides=via)
    assert "Secure" in antwoord.headers["Set-Cookie"]
    antwoord = client(tmp_path, regels("iedereen")).get(
        "/bewijs", environ_base=DAAR, environ_overrides=via
    )
    assert "Secure" not in antwoord.headers["Set-Cookie"]


def test_guessing_is_slowed_down_for_who_guesses_and_not_for_another(met_wachtwoord) -> None:
    app, _, klok = met_wachtwoord
    klant = app.test_client()
    for _ in range(VRIJ):
        assert log_in(klant, "mis mis mis")["wacht"] == 0
    assert log_in(klant, GEHEIM) == {"gelukt": False, "wacht": 2}
    assert log_in(app.test_client(), GEHEIM, HIER)["gelukt"] is True
    klok.nu += 2
    assert log_in(klant, GEHEIM)["gelukt"] is True


def test_waiting_doubles_and_ends_at_a_quarter_of_an_hour() -> None:
    klok = Klok()
    rem, gewacht = Rem(klok), []
    for _ in range(VRIJ + 12):
        while wacht := rem.probeer("203.0.113.7"):
            gewacht.append(wacht)
            klok.nu += wacht
    assert gewacht[:4] == [2, 4, 8, 16]
    assert max(gewacht) == LANGST


def test_guessing_from_everywhere_at_once_is_slowed_down_too() -> None:
    klok = Klok()
    rem = Rem(klok)
    assert all(rem.probeer(f"203.0.113.{n}") == 0 for n in range(SAMEN))
    assert rem.probeer("198.51.100.1") == 60
    klok.nu += 61
    assert rem.probeer("198.51.100.1") == 0


def test_a_household_of_addresses_counts_as_one(met_wachtwoord) -> None:
    klant = met_wachtwoord[0].test_client()
    for n in range(VRIJ):
        log_in(klant, "mis mis mis", {"REMOTE_ADDR": f"2001:db8:1:2::{n}"})
    wacht = log_in(klant, GEHEIM, {"REMOTE_ADDR": "2001:db8:1:2:ffff::1"})["wacht"]
    assert wacht > 0


def test_only_a_print_of_the_password_is_kept_and_only_its_owner_may_read(tmp_path: Path) -> None:
    antwoorden = iter([GEHEIM, GEHEIM])
    zin = zet_wachtwoord(tmp_path / "data", lambda _: next(antwoorden))
    bestand = tmp_path / "data" / WACHTWOORD
    assert str(bestand) in zin
    assert GEHEIM not in bestand.read_text()
    assert bestand.read_text().startswith("scrypt:")
    Geheimen(tmp_path / "data").sleutel()
    for naam in (WACHTWOORD, SLEUTEL):
        assert stat.S_IMODE((tmp_path / "data" / naam).stat().st_mode) == 0o600
    assert sorted(pad.name for pad in (tmp_path / "data").iterdir()) == [SLEUTEL, WACHTWOORD]


@pytest.mark.parametrize(
    ("een", "ander", "zin"), [("a" * 12, "b" * 12, "niet gelijk"), ("kort", "kort", "10 tot 200")]
)
def test_a_password_typed_wrong_or_too_short_changes_nothing(
    tmp_path: Path, een: str, ander: str, zin: str
) -> None:
    antwoorden = iter([een, ander])
    with pytest.raises(InvoerError, match=zin):
        zet_wachtwoord(tmp_path, lambda _: next(antwoorden))
    assert list(tmp_path.iterdir()) == []


def test_the_key_outlives_the_process_and_differs_between_folders(tmp_path: Path) -> None:
    sleutel = Geheimen(tmp_path / "een").sleutel()
    assert Geheimen(tmp_path / "een").sleutel() == sleutel
    assert Geheimen(tmp_path / "twee").sleutel() != sleutel

"""Pages and addresses: which page draws what, and what nonsense gives."""

import pytest
from dash import html
from hypothesis import given
from hypothesis import strategies as st

from dashboard import links
from dashboard.components.datum import datum, opsomming
from dashboard.page import Adres, Page, find_pages, kies
from dashboard.teksten import load_teksten

PAGES = find_pages()


def verzonnen_page(patroon: str, **more) -> Page:
    return Page("verzonnen", patroon, lambda _context, _adres: html.Div(), **more)


@pytest.mark.parametrize(
    ("pathname", "search", "pad", "vraag"),
    [
        (None, None, "/", {}),
        ("/", "", "/", {}),
        ("/kaart/", "?gebied=hw-wonen", "/kaart", {"gebied": "hw-wonen"}),
        ("/kaart", "?jaar=2020&jaar=2024&niveau=", "/kaart", {"jaar": "2024"}),
        ("/factsheet/a%20b", "?%%%", "/factsheet/a b", {}),
    ],
    ids=["nothing", "start", "closing slash", "twice and empty", "encoded and nonsense"],
)
def test_an_address_is_taken_apart(pathname, search, pad, vraag) -> None:
    adres = Adres.parse(pathname, search)
    assert (adres.pad, dict(adres.vraag)) == (pad, vraag)


@given(st.text(), st.text())
def test_no_address_is_an_error(pathname: str, search: str) -> None:
    assert Adres.parse(pathname, search).pad


def test_a_pattern_names_its_parts_and_takes_no_more() -> None:
    page = verzonnen_page("/factsheet/<slug>")
    assert page.past(Adres("/factsheet/hw-wonen")).delen == {"slug": "hw-wonen"}
    assert page.past(Adres("/factsheet")) is None
    assert page.past(Adres("/factsheet/hw-wonen/meer")) is None


def test_a_page_may_say_that_an_address_is_not_there() -> None:
    page = verzonnen_page("/blad/<slug>", bestaat=lambda _c, adres: adres.delen["slug"] == "ja")
    assert kies([page], None, Adres("/blad/ja")) is not None
    assert kies([page], None, Adres("/blad/nee")) is None


def test_the_pages_of_the_contract_are_found_once_each() -> None:
    patterns = [page.patroon for page in PAGES]
    assert len(patterns) == len(set(patterns))
    assert {links.START, links.INITIATIEVEN, links.VERANTWOORDING} <= set(patterns)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.naam)
def test_every_page_has_its_words(page: Page) -> None:
    block = load_teksten()[page.naam]
    assert block["titel"]
    assert page.menu is None or block["menu"]


def test_links_leave_out_what_is_not_chosen_and_keep_one_order() -> None:
    full = links.kaart(niveau="wijk", gebied="hw-wonen", jaar=2024, indicator=None, focus="")
    assert full == "/kaart?gebied=hw-wonen&jaar=2024&niveau=wijk"
    assert links.initiatieven() == "/initiatieven"
    assert links.verantwoording("woz_mediaan") == "/verantwoording#indicator-woz_mediaan"


def test_a_link_outside_tells_nobody_where_it_came_from() -> None:
    assert links.extern("bron", "https://verzonnen.example").rel == "noopener noreferrer"


@pytest.mark.parametrize(
    ("iso", "written"),
    [
        ("2026-11-02", "2 november 2026"),
        ("2024-05", "mei 2024"),
        ("2024", "2024"),
        ("onbekend", "onbekend"),
        ("2024-13-01", "2024-13-01"),
    ],
    ids=["day", "month", "year", "words", "no month"],
)
def test_dates_are_written_as_people_do(iso: str, written: str) -> None:
    assert datum(load_teksten(), iso) == written


def test_a_list_reads_as_a_sentence() -> None:
    teksten = load_teksten()
    assert opsomming(teksten, ["a", "b", "c"]) == "a, b en c"
    assert opsomming(teksten, ["a"]) == "a"
    assert opsomming(teksten, []) == ""

"""The pakket: whole, the same every time, safe to unpack, and never half; its web address."""

import csv
import io
import re
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from zipfile import ZipFile

import pytest

from dashboard import __main__ as command
from dashboard import links
from dashboard.app import create_app, make_context
from dashboard.context import Context
from dashboard.factsheet.keuzes import Keuzes
from dashboard.factsheet.vergelijkblad import VERGELIJKBLAD
from dashboard.pakket import (
    ALLE,
    BEGIN,
    GEEN,
    GRENS,
    Wens,
    bewaar_pakket,
    maak_opdracht,
    schrijf_pakket,
    veilige_naam,
    wijken_van,
)
from dashboard.pakket import web as pakket_web
from wijken.errors import InvoerError
from wijken.regio import Soort

WIJK, ANDERE = "WK014111", "WK196301"
KLEIN = Wens(("beter-wonen",), (GEEN,))


@pytest.fixture(scope="module")
def context(database: Path, tmp_path_factory: pytest.TempPathFactory) -> Context:
    return make_context(database, tmp_path_factory.mktemp("data"))


def make(context: Context, wens: Wens, keuzes: Keuzes | None = None) -> bytes:
    out = io.BytesIO()
    with context.reader.momentopname() as now:
        schrijf_pakket(context, now, maak_opdracht(context, now, wens, keuzes), out)
    return out.getvalue()


def order(context: Context, wens: Wens):
    with context.reader.momentopname() as now:
        return maak_opdracht(context, now, wens)


@pytest.fixture(scope="module")
def bytes_(context: Context) -> bytes:
    keuzes = Keuzes(datum="12 januari 2027", plaats="De Schöppe & 'Co'", notitie="over één wijk")
    return make(context, Wens((), (WIJK, ANDERE)), keuzes)


@pytest.fixture
def zip_(bytes_: bytes) -> Iterator[ZipFile]:
    with ZipFile(io.BytesIO(bytes_)) as opened:
        yield opened


@pytest.fixture
def begin(zip_: ZipFile) -> str:
    return zip_.read(BEGIN).decode()


def test_every_sheet_is_there_as_pdf_word_and_excel(zip_: ZipFile) -> None:
    sheets = [n for n in zip_.namelist() if n.startswith("factsheets/")]
    kinds = {n.rpartition(".")[0]: set() for n in sheets}
    for name in sheets:
        kinds[name.rpartition(".")[0]].add(name.rpartition(".")[2])
    assert set(kinds) >= {
        "factsheets/beter-wonen/beter-wonen",
        "factsheets/beter-wonen/de-riet-wk014111",
        "factsheets/hw-wonen/hw-wonen",
        "factsheets/hw-wonen/heinenoord-wk196301",
    }
    assert all(found == {"pdf", "docx", "xlsx"} for found in kinds.values())


def test_the_files_are_what_their_names_say(zip_: ZipFile) -> None:
    starts = {"pdf": b"%PDF-", "docx": b"PK\x03\x04", "xlsx": b"PK\x03\x04"}
    for name in zip_.namelist():
        kind = name.rpartition(".")[2]
        assert zip_.read(name).startswith(starts.get(kind, b"")), name
    assert zip_.testzip() is None


def test_names_and_times_are_safe_on_every_system(zip_: ZipFile, context: Context) -> None:
    with context.reader.momentopname() as now:
        date = tuple(map(int, now.datum.split("-")))
    for info in zip_.infolist():
        assert re.fullmatch(r"[a-z0-9][a-z0-9./-]*", info.filename)
        assert ".." not in info.filename
        assert info.date_time == (*date, 0, 0, 0)
        assert info.external_attr >> 16 == 0o100644


def test_the_same_choices_give_the_same_bytes(context: Context) -> None:
    first = make(context, KLEIN)
    # Office files hold seconds; two that were made in one would be equal by accident.
    time.sleep(1.1)
    assert make(context, KLEIN) == first


def test_the_page_links_every_file_and_nothing_else(zip_: ZipFile, begin: str) -> None:
    linked = re.findall(r"href='([^']*)'", begin)
    assert sorted(linked) == sorted(set(zip_.namelist()) - {BEGIN})


def test_the_page_stands_on_its_own(begin: str) -> None:
    assert "<script" not in begin
    assert not re.search(r"(?:src|href)=['\"]?(?:https?:)?//", begin)
    assert set(re.findall(r"url\('?(\w+):", begin)) <= {"data"}
    assert "default-src 'none'" in begin


def test_the_page_tells_atelier_and_date(begin: str) -> None:
    assert "12 januari 2027" in begin
    assert "De Schöppe &amp; &#x27;Co&#x27;" in begin
    assert "opgehaald op 22 november 2026" in begin


def test_the_map_of_each_area_is_in_it_as_one_file(zip_: ZipFile, begin: str) -> None:
    for slug in ("beter-wonen", "hw-wonen"):
        name = f"kaarten/kaart-{slug}.html"
        assert f"href='{name}'" in begin
        text = zip_.read(name).decode()
        assert text.startswith("<!DOCTYPE html>")
        assert 'id="los_gegevens"' in text


def test_the_sources_are_a_row_each_as_excel_opens_them(zip_: ZipFile, context: Context) -> None:
    raw = zip_.read("bronnen/bronnen.csv")
    assert raw.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig")), delimiter=";"))
    with context.reader.momentopname() as now:
        copies = now.bronnen()
    assert [(r["bron"], r["tabel"], r["opgehaald"]) for r in rows] == [
        (c.bron, c.tabel, c.opgehaald) for c in copies
    ]
    assert all(row["licentie"] and row["naam_bron"] and row["adres"] for row in rows)
    words = zip_.read("bronnen/bronnen.txt").decode("utf-8-sig")
    assert all(copy.tabel in words for copy in copies)


def test_without_words_there_are_both_areas_and_all_their_wijken(context: Context) -> None:
    found = order(context, Wens())
    assert [slug for slug, _ in found.bladen] == ["", "beter-wonen", "hw-wonen"]
    assert [len(slugs) for _, slugs in found.bladen] == [1, 13, 15]
    assert found.slugs[0] == VERGELIJKBLAD
    assert len(found.slugs) <= GRENS


def test_wijken_come_by_name_and_once(context: Context) -> None:
    found = order(context, Wens(("beter-wonen",), (WIJK, "WK014110", WIJK)))
    assert found.bladen == (("beter-wonen", ("beter-wonen", "WK014110", WIJK)),)


def test_a_note_about_one_place_is_not_on_every_sheet(context: Context) -> None:
    keuzes = Keuzes(notitie="over één wijk", selectie=(WIJK,), plaats="Almelo")
    with context.reader.momentopname() as now:
        found = maak_opdracht(context, now, Wens(), keuzes)
    assert found.keuzes == Keuzes(plaats="Almelo")


@pytest.mark.parametrize(
    ("wens", "part"),
    [
        (Wens(("x",)), "«x» is er niet. Wel: beter-wonen, hw-wonen"),
        (Wens((), ("onzin",)), "«ONZIN»|«onzin»"),
        (Wens((), ("WK999999",)), "WK999999"),
        (Wens((), ("GM0141",)), "geen wijk of buurt"),
        (Wens((), ("alle", WIJK)), "«ALLE»|«alle»"),
        (Wens(("hw-wonen",), (WIJK,)), "ligt niet in het gekozen gebied"),
    ],
)
def test_what_cannot_be_is_told(context: Context, wens: Wens, part: str) -> None:
    with pytest.raises(InvoerError, match=part):
        order(context, wens)


def test_more_than_sixty_sheets_are_refused(context: Context) -> None:
    area = context.catalogus.werkgebied("beter-wonen")
    with context.reader.momentopname() as now:
        buurten = [r.code.code for r in now.regios(area, Soort.BUURT, 2024)]
        wijken = [r.code.code for r in wijken_van(now, area)]
    assert len(wijken) == 12
    with pytest.raises(InvoerError, match="hoogstens 60 bladen"):
        order(context, Wens((), (*wijken, *buurten)))


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("'s-Gravendeel", "s-gravendeel"),
        ("Bolwerk (e.o.) / Noord", "bolwerk-e-o-noord"),
        ("Één Ærø", "een-r"),
        ("../../geheim", "geheim"),
    ],
)
def test_names_of_files_are_plain(name: str, safe: str) -> None:
    assert veilige_naam(name) == safe


def test_a_folder_or_a_file_may_be_named(context: Context, tmp_path: Path) -> None:
    place, count = bewaar_pakket(context, KLEIN, tmp_path / "map" / "dieper")
    assert place == tmp_path / "map" / "dieper" / "wijkatelier-2026-11-22.zip"
    assert count == 1
    own, _ = bewaar_pakket(context, KLEIN, tmp_path / "eigen.zip")
    assert own.read_bytes() == place.read_bytes()


def test_an_interrupted_pakket_leaves_the_old_one_and_nothing_half(
    context: Context, tmp_path: Path
) -> None:
    place = tmp_path / "oud.zip"
    place.write_bytes(b"oud")

    def stop(slugs):
        yield slugs[0]
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        bewaar_pakket(context, KLEIN, place, stop)
    assert place.read_bytes() == b"oud"
    assert list(tmp_path.iterdir()) == [place]


def test_a_place_that_is_a_file_is_told_in_dutch(context: Context, tmp_path: Path) -> None:
    (tmp_path / "bestand").write_text("", encoding="utf-8")
    with pytest.raises(InvoerError, match=r"kan niet worden bewaard.*staat al een bestand.*--naar"):
        bewaar_pakket(context, KLEIN, tmp_path / "bestand")


def test_a_place_that_is_a_folder_is_told_and_nothing_half_stays(
    context: Context, tmp_path: Path
) -> None:
    (tmp_path / "map.zip").mkdir()
    with pytest.raises(InvoerError, match="staat al een map"):
        bewaar_pakket(context, KLEIN, tmp_path / "map.zip")
    assert [p.name for p in tmp_path.iterdir()] == ["map.zip"]


@pytest.fixture
def settings(database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("WIJKEN_DATABASE", str(database))
    monkeypatch.setenv("WIJKEN_DATA", str(tmp_path))
    return tmp_path


def test_the_command_makes_it_and_says_where(settings: Path, capsys) -> None:
    words = ["pakket", "--gebied", "hw-wonen", "--wijk", "geen"]
    assert command.main(words) == 0
    place = settings / "pakket" / "wijkatelier-2026-11-22.zip"
    assert f"Klaar: {place} (1 bladen" in capsys.readouterr().out
    with ZipFile(place) as opened:
        assert BEGIN in opened.namelist()


@pytest.mark.parametrize(
    "words", [["--wijk", "WK999999"], ["--gebied", "x"], ["--gebied", "hw-wonen", "--wijk", WIJK]]
)
def test_the_command_says_what_is_wrong_and_makes_nothing(
    settings: Path, capsys, words: list[str]
) -> None:
    assert command.main(["pakket", *words]) == 2
    error = capsys.readouterr().err
    assert error.strip()
    assert "Traceback" not in error
    assert not (settings / "pakket").exists()


def test_a_word_the_command_does_not_know_is_refused() -> None:
    with pytest.raises(SystemExit) as stopped:
        command.main(["onzin"])
    assert stopped.value.code == 2


@pytest.fixture(scope="module")
def client(context: Context):
    return create_app(context).server.test_client()


def test_the_address_gives_the_same_bytes_as_the_command(client, context: Context) -> None:
    with client.get(links.pakket(gebied="beter-wonen")) as answer:
        assert answer.status_code == 200
        assert answer.mimetype == "application/zip"
        assert "wijkatelier-2026-11-22.zip" in answer.headers["Content-Disposition"]
        assert answer.headers["Cache-Control"] == "no-store"
        assert answer.data == make(context, KLEIN)


def test_who_only_asks_whether_it_is_there_lets_nothing_be_made(client) -> None:
    started = time.monotonic()
    with client.head(links.pakket([ALLE])) as answer:
        assert answer.status_code == 200
    assert time.monotonic() - started < 2


@pytest.mark.parametrize(
    "query", ["gebied=x", "wijken=WK999999", "wijken=%3Cb%3E", "wijken=GM0141"]
)
def test_nonsense_in_the_address_is_told_in_dutch(client, query: str) -> None:
    with client.get(f"{links.PAKKET}?{query}") as answer:
        assert answer.status_code == 404
        assert "Dit pakket is niet te maken" in answer.text
        assert "<b>" not in answer.text
        assert "/hulp#pakket" in answer.text


def test_two_at_once_get_it_and_a_third_is_asked_to_wait(context: Context, monkeypatch) -> None:
    inside, go = threading.Semaphore(0), threading.Event()
    real = pakket_web.schrijf_pakket

    def slow(*args):
        inside.release()
        assert go.wait(60)
        return real(*args)

    # Not instead of our code but before it: both must be busy when the third comes.
    monkeypatch.setattr(pakket_web, "schrijf_pakket", slow)
    server = create_app(context).server
    address = links.pakket(gebied="beter-wonen")

    def ask() -> tuple[int, bytes]:
        with server.test_client().get(address) as answer:
            return answer.status_code, answer.data

    with ThreadPoolExecutor(2) as pool:
        two = [pool.submit(ask) for _ in range(2)]
        assert inside.acquire(timeout=60)
        assert inside.acquire(timeout=60)
        with server.test_client().get(address) as third:
            assert third.status_code == 503
            assert third.headers["Retry-After"] == "30"
            assert "Probeer het over een halve minuut opnieuw" in third.text
        go.set()
        outcomes = [future.result(60) for future in two]
    assert [code for code, _ in outcomes] == [200, 200]
    assert outcomes[0][1] == outcomes[1][1]

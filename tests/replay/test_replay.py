"""The replay server speaks OData v3 the way CBS does."""

import socket

import cbsodata
import pytest
import requests
from cbsodata import cbsodata3

from tests.replay import verzonnen
from tests.replay.server import Replay
from tests.replay.storingen import Storing

FEED = "ODataFeed/odata/VERZONNEN1"


@pytest.fixture
def replay():
    with Replay([verzonnen.eerste_editie(), verzonnen.gezondheid()]) as server:
        yield server


def haal(replay, pad, **opties):
    vraag = {"$format": "json"} | {f"${naam}": waarde for naam, waarde in opties.items()}
    return requests.get(f"{replay.adres}/{pad}", params=vraag, timeout=5)


def rijen(replay, lijst, **opties):
    antwoord = haal(replay, f"{FEED}/{lijst}", **opties)
    assert antwoord.status_code == 200, antwoord.text
    return antwoord.json()["value"]


def test_the_service_document_lists_every_entity(replay):
    namen = [rij["name"] for rij in rijen(replay, "")]
    vast = ["TableInfos", "UntypedDataSet", "TypedDataSet", "DataProperties", "CategoryGroups"]
    assert namen == [*vast, "WijkenEnBuurten"]


def test_percent_signs_plus_and_upper_case_are_understood(replay):
    vraag = "%24format=json&%24filter=WijkenEnBuurten+eq+%27GM9901++++%27"
    adres = f"{replay.adres}/ODataFeed/OData/VERZONNEN1/TypedDataSet?{vraag}"
    antwoord = requests.get(adres, timeout=5).json()
    assert [rij["Codering_3"] for rij in antwoord["value"]] == ["GM9901    "]


def test_without_format_the_answer_is_atom(replay):
    antwoord = requests.get(f"{replay.adres}/{FEED}/TableInfos", timeout=5)
    assert antwoord.headers["Content-Type"] == "application/atom+xml"


def test_next_links_are_absolute_and_lead_through_all_rows(replay):
    replay.dienst.bladzijde = 5
    adres, gevonden = f"{replay.adres}/{FEED}/TypedDataSet?$format=json", []
    while adres:
        antwoord = requests.get(adres, timeout=5).json()
        gevonden += [rij["ID"] for rij in antwoord["value"]]
        adres = antwoord.get("odata.nextLink")
        assert adres is None or adres.startswith(replay.adres)
    assert gevonden == list(range(len(verzonnen.REGIOS)))


def test_an_unpadded_code_finds_nothing(replay):
    assert rijen(replay, "TypedDataSet", filter="WijkenEnBuurten eq 'GM9901'") == []


def test_a_filter_on_a_topic_gives_everything(replay):
    alle = rijen(replay, "TypedDataSet", filter="SoortRegio_2 eq 'Buurt'")
    assert len(alle) == len(verzonnen.REGIOS)


def test_typed_rows_have_numbers_and_nulls(replay):
    (rij,) = rijen(replay, "TypedDataSet", filter="WijkenEnBuurten eq 'BU99010000'")
    assert rij["AantalInwoners_4"] == 300
    assert rij["Appartement_5"] is None
    assert rij["Gemeentenaam_1"] == "Verzonnenstad".ljust(40)
    assert rij["Postcode_8"] == "."


def test_untyped_rows_are_padded_texts(replay):
    (rij,) = rijen(replay, "UntypedDataSet", filter="WijkenEnBuurten eq 'BU99010000'")
    assert rij["AantalInwoners_4"] == "       300"
    assert rij["Appartement_5"] == "         ."
    (ander,) = rijen(replay, "UntypedDataSet", filter="WijkenEnBuurten eq 'BU99010001'")
    assert ander["Appartement_6"] == " " * 10


def test_regions_come_country_first_then_each_gemeente_with_its_wijken_and_buurten(replay):
    codes = [rij["Key"].strip() for rij in rijen(replay, "WijkenEnBuurten")]
    assert codes[:3] == ["NL00", "GM9903", "WK990300"]
    assert codes[4:8] == ["GM9901", "WK990100", "BU99010000", "BU99010001"]


def test_groups_are_parents_of_topics(replay):
    eigenschappen = rijen(replay, "DataProperties")
    per_id = {rij["ID"]: rij for rij in eigenschappen}
    gas = next(rij for rij in eigenschappen if rij.get("Key") == "Appartement_6")
    groep = per_id[gas["ParentID"]]
    assert (groep["Title"], per_id[groep["ParentID"]]["Title"]) == ("Aardgas", "Energie")


def test_select_gives_the_columns_and_refuses_an_unknown_one(replay):
    (eerste, *_) = rijen(replay, "TypedDataSet", select="WijkenEnBuurten,AantalInwoners_4")
    assert list(eerste) == ["WijkenEnBuurten", "AantalInwoners_4"]
    fout = haal(replay, f"{FEED}/TypedDataSet", select="AantalInwoners_5")
    assert fout.status_code == 400
    assert "AantalInwoners_5" in fout.json()["odata.error"]["message"]["value"]


def test_too_many_rows_on_the_api_is_an_error_and_on_the_feed_is_not(replay):
    replay.dienst.grens_api = 10
    fout = haal(replay, "ODataApi/odata/VERZONNEN1/TypedDataSet")
    assert fout.status_code == 500
    assert "query returns more than 10 records" in fout.text
    goed = haal(replay, "ODataApi/odata/VERZONNEN1/TypedDataSet", top="10")
    assert len(goed.json()["value"]) == 10
    assert len(rijen(replay, "TypedDataSet")) == 14


def test_count_is_a_plain_number(replay):
    opties = {"filter": "startswith(WijkenEnBuurten,'BU9901')"}
    assert haal(replay, f"{FEED}/UntypedDataSet/$count", **opties).text == "3"


def test_an_unknown_table_is_404_with_html(replay):
    antwoord = haal(replay, "ODataFeed/odata/BESTAATNIET/TableInfos")
    assert antwoord.status_code == 404
    assert antwoord.text.startswith("<!DOCTYPE html>")


def test_third_parties_have_their_own_host(replay):
    pad = "ODataFeed/odata/VERZONNEN2/Leeftijd"
    assert haal(replay, pad).status_code == 404
    codes = [rij["Key"] for rij in haal(replay, f"derden/{pad}").json()["value"]]
    assert codes == ["20300     ", "80200     ", "53115     "]


def test_the_catalogue_lists_the_tables_of_a_host(replay):
    opties = {"filter": "substringof('kerncijfers',Title)"}
    tabellen = haal(replay, "ODataCatalog/Tables", **opties).json()["value"]
    assert [(t["Identifier"], t["RecordCount"]) for t in tabellen] == [("VERZONNEN1", 14)]


def test_cbsodata_itself_reads_it(replay, monkeypatch):
    monkeypatch.setattr(cbsodata3, "CBSOPENDATA", replay.adres.removeprefix("http://"))
    monkeypatch.setattr(cbsodata.options, "use_https", False)
    rijen_ = cbsodata.get_data("VERZONNEN1", select=["WijkenEnBuurten", "AantalInwoners_4"])
    assert {"WijkenEnBuurten": "Verzonnenstad", "AantalInwoners_4": 1300} in rijen_


def test_a_new_edition_shifts_the_keys(replay):
    replay.zet(verzonnen.tweede_editie())
    (info,) = rijen(replay, "TableInfos")
    assert (info["Modified"], info["ReasonDelivery"]) == (verzonnen.TWEEDE, "Herontwerp")
    sleutels = {rij["Key"] for rij in rijen(replay, "DataProperties")}
    assert {"GemiddeldInkomen_8", "Woningvoorraad_5"} <= sleutels


def test_a_fault_is_used_up(replay):
    replay.verstoor(Storing.FOUT_500, lijst="TableInfos", keer=2)
    codes = [haal(replay, f"{FEED}/TableInfos").status_code for _ in range(3)]
    assert codes == [500, 500, 200]


def test_a_broken_connection_is_a_reset(replay):
    replay.verstoor(Storing.VERBROKEN)
    with pytest.raises((requests.ConnectionError, requests.exceptions.ChunkedEncodingError)):
        haal(replay, f"{FEED}/WijkenEnBuurten")


def test_a_stopped_server_leaves_its_port():
    with Replay() as server:
        poort = int(server.adres.rpartition(":")[2])
    with socket.socket() as probe:
        assert probe.connect_ex(("127.0.0.1", poort)) != 0

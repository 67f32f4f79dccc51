"""The OData adapter: what it asks, what it keeps, and what it says when a source fails."""

import re
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import cbsodata
import pytest
import requests
from cbsodata import cbsodata3

from etl.bronnen import cbs_odata
from etl.bronnen.adapter import Lijn, Opdracht
from etl.bronnen.odata_pagina import als_tekst, lees_pagina
from etl.bronnen.odata_sessie import Verbinding
from etl.bronnen.odata_vorm import Bereik, kolommen, regiotermen
from etl.snapshot import vind
from etl.velden import Kopie, kies
from tests.replay import verzonnen
from tests.replay.storingen import Storing
from wijken.errors import BronError
from wijken.indicator import Bronveld, Cijfersoort, Eenheid, Indicator, Optelling, Richting
from wijken.regio import Regiocode


def cellen(snapshot, veld):
    rijen = snapshot.waarden().to_pylist()
    return {rij["regio"]: rij["tekst"] for rij in rijen if rij["veld"] == veld}


def test_the_default_scope_is_our_areas_every_gemeente_and_the_country(haal_verzonnen, tmp_path):
    haal_verzonnen()
    (snapshot,) = vind([tmp_path])
    assert set(cellen(snapshot, "AantalInwoners_4")) == set(verzonnen.BINNEN)
    assert set(snapshot.regios()["regio"].to_pylist()) == set(verzonnen.BINNEN)


def test_the_server_does_the_filtering(haal_verzonnen, replay):
    haal_verzonnen()
    (verzoek,) = replay.gevraagd("UntypedDataSet")
    filter_ = verzoek.opties["$filter"]
    assert "startswith(WijkenEnBuurten,'BU9902')" in filter_
    # The national row by its key as delivered: `eq` compares the blanks too.
    assert "WijkenEnBuurten eq 'NL00      '" in filter_


def test_dot_and_blank_and_null_stay_apart(haal_verzonnen, tmp_path):
    haal_verzonnen()
    (snapshot,) = vind([tmp_path])
    assert cellen(snapshot, "Appartement_5")["BU99010000"] == "."
    assert cellen(snapshot, "Appartement_6")["BU99010001"] == ""
    assert cellen(snapshot, "Appartement_6")["BU99010000"] == "900"
    assert set(cellen(snapshot, "GemiddeldInkomen_7").values()) == {None}
    assert not snapshot.manifest.getypeerd


def test_other_dimensions_are_limited_to_codes_that_catalogue_and_table_share(
    haal_verzonnen, replay, tmp_path
):
    haal_verzonnen("verzonnen_gezondheid")
    (snapshot,) = vind([tmp_path])
    dimensies = set(snapshot.waarden()["dimensies"].to_pylist())
    assert len(dimensies) == 2 * 3 * 2
    assert "Leeftijd=80200&Marges=MOG0095&Perioden=2030JJ00" in dimensies
    assert snapshot.manifest.perioden == (2028, 2030)
    (verzoek,) = replay.gevraagd("UntypedDataSet")
    assert "Leeftijd eq '20300     '" in verzoek.opties["$filter"]
    assert "2034JJ00" not in verzoek.opties["$filter"]


def test_the_country_keeps_the_code_of_its_source(haal_verzonnen, tmp_path):
    haal_verzonnen("verzonnen_gezondheid")
    (snapshot,) = vind([tmp_path])
    landen = {r for r in snapshot.waarden()["regio"].to_pylist() if r.startswith("NL")}
    assert landen == {"NL01"}


def test_pages_are_joined(haal_verzonnen, replay, tmp_path):
    replay.dienst.bladzijde = 3
    verslag = haal_verzonnen()
    assert not verslag.mislukt, str(verslag)
    (snapshot,) = vind([tmp_path])
    assert set(cellen(snapshot, "AantalInwoners_4")) == set(verzonnen.BINNEN)
    assert len(replay.gevraagd("UntypedDataSet")) == 4


def test_the_manifest_carries_edition_and_columns_with_unit_and_group_path(
    haal_verzonnen, tmp_path
):
    haal_verzonnen()
    manifest = vind([tmp_path])[0].manifest
    assert (manifest.editie_waarden, manifest.gewijzigd) == ("2031-01-15", verzonnen.EERSTE)
    assert manifest.volledig
    gas = next(kolom for kolom in manifest.kolommen if kolom.veld == "Appartement_6")
    assert (gas.stam, gas.eenheid, gas.pad) == ("Appartement", "m3", "Energie > Aardgas")
    assert manifest.kolommen == verzonnen.eerste_editie().kolommen


@pytest.mark.parametrize(
    ("stam", "eenheid", "eerste", "tweede"),
    [
        ("GemiddeldInkomen", (), "GemiddeldInkomen_7", "GemiddeldInkomen_8"),
        ("Appartement", ("kWh",), "Appartement_5", "Appartement_6"),
        ("Appartement", ("m3",), "Appartement_6", "Appartement_7"),
    ],
)
def test_a_redesigned_edition_is_read_by_its_own_keys(
    haal_verzonnen, replay, tmp_path, stam, eenheid, eerste, tweede
):
    haal_verzonnen()
    replay.zet(verzonnen.tweede_editie())
    haal_verzonnen()
    indicator = verzonnen_indicator(Bronveld("verzonnen", (stam,), eenheid))
    editie = verzonnen.catalogus().bronnen["verzonnen"].edities[0]
    gekozen = [
        kies(indicator, 0, Kopie(0, snapshot.manifest, editie, ("",)))
        for snapshot in vind([tmp_path])
    ]
    assert [keuze.kolom and keuze.kolom.veld for keuze in gekozen] == [eerste, tweede]


def verzonnen_indicator(veld):
    return Indicator(
        id="verzonnen_aantal",
        thema="verzonnen",
        naam="Verzonnen",
        kort="Verzonnen",
        eenheid=Eenheid.AANTAL,
        decimalen=0,
        richting=Richting.NEUTRAAL,
        soort=Cijfersoort.GETELD,
        optelling=Optelling.GEEN,
        toelichting="Verzonnen.",
        bronvelden=(veld,),
    )


@pytest.mark.parametrize(
    ("storing", "lijst", "melding"),
    [
        (Storing.FOUT_500, "TableInfos", "fout 500 van de server: .*verzonnen storing"),
        (Storing.FOUT_500, "UntypedDataSet", "Opgegeven na 3 keer proberen"),
        (Storing.WEG, "TableInfos", "fout 404 van de server: Niet gevonden"),
        (Storing.HTML, "UntypedDataSet", "webpagina in plaats van gegevens.*even niet bereikbaar"),
        (Storing.AFGEKAPT, "UntypedDataSet", "houdt halverwege op"),
        (Storing.VERBROKEN, "UntypedDataSet", "verbinding lukt niet of brak af"),
        (Storing.TRAAG, "UntypedDataSet", "geen antwoord binnen de tijd"),
        (Storing.RONDLOPEND, "UntypedDataSet", "volgende bladzijde loopt rond"),
        (Storing.EINDELOOS, "UntypedDataSet", "meer dan 20 bladzijden"),
        (Storing.ANDERE_HOST, "UntypedDataSet", "ander adres .http://elders"),
        (Storing.VERHUISD, "TableInfos", "verhuisd naar https://elders.verzonnen.nl/"),
        (Storing.LEEG, "UntypedDataSet", "geen enkele rij"),
        (Storing.LEEG, "DataProperties", "kolommenlijst .DataProperties. is leeg"),
        (Storing.LEEG, "TableInfos", "TableInfos.Modified is «»"),
        (Storing.LEEG, "", "heeft geen dimensie «WijkenEnBuurten»"),
    ],
)
def test_a_fault_that_stays_is_told_in_dutch_and_leaves_nothing(
    haal_verzonnen, replay, tmp_path, storing, lijst, melding
):
    replay.traagheid = 0.8
    replay.verstoor(storing, verzonnen.TABEL, lijst, -1)
    verslag = haal_verzonnen()
    assert verslag.mislukt
    assert re.search(melding, verslag.regels[0].reden, re.DOTALL), str(verslag)
    assert list(tmp_path.rglob("*")) == []


@pytest.mark.parametrize(
    "storing", [Storing.FOUT_500, Storing.HTML, Storing.AFGEKAPT, Storing.VERBROKEN, Storing.TRAAG]
)
def test_a_fault_that_passes_is_tried_again(haal_verzonnen, replay, tmp_path, storing):
    replay.traagheid = 0.8
    replay.verstoor(storing, lijst="UntypedDataSet")
    verslag = haal_verzonnen()
    assert not verslag.mislukt, str(verslag)
    assert len(replay.gevraagd("UntypedDataSet")) == 2
    assert len(vind([tmp_path])) == 1


def test_a_refusal_is_not_tried_again(haal_verzonnen, replay):
    replay.verstoor(Storing.WEG, lijst="TableInfos", keer=-1)
    haal_verzonnen()
    assert len(replay.gevraagd("TableInfos")) == 1


def test_rows_that_were_not_asked_for_are_dropped_and_told(haal_verzonnen, replay, tmp_path):
    replay.verstoor(Storing.FILTER_GENEGEERD, lijst="UntypedDataSet")
    (regel,) = haal_verzonnen("verzonnen_gezondheid").regels
    assert "rijen buiten het gevraagde gebied zijn weggelaten" in regel.reden
    (snapshot,) = vind([tmp_path])
    assert "BU99030000" not in snapshot.waarden()["regio"].to_pylist()
    assert not any("53115" in d for d in snapshot.waarden()["dimensies"].to_pylist())


def test_a_table_without_one_of_our_areas_is_refused(haal_verzonnen, replay, tmp_path):
    tabel = verzonnen.eerste_editie()
    replay.zet(verzonnen.zonder(tabel, "9902"))
    (regel,) = haal_verzonnen().regels
    assert "geen rijen van Plaats verzonnen-waard (GM9902)" in regel.reden
    assert list(tmp_path.rglob("*")) == []


@pytest.mark.parametrize(
    ("regios", "verwacht"),
    [
        ({"GM9904"}, True),
        ({"GM9901", "GM9902"}, True),
        ({"GM9901"}, False),
        (set(), False),
    ],
)
def test_an_area_is_there_as_itself_or_as_all_its_predecessors(regios, verwacht):
    eerder = (Regiocode("GM9901"), Regiocode("GM9902"))
    gebied = replace(verzonnen.gebied("verzonnen-nieuw", "GM9904"), voorgangers=eerder)
    assert gebied.ligt_in(regios) is verwacht


@pytest.fixture
def opdracht():
    return maak_opdracht("verzonnen")


def maak_opdracht(bron):
    catalogus = verzonnen.catalogus()
    gevonden = catalogus.bronnen[bron]
    return Opdracht(gevonden, gevonden.edities[0], tuple(catalogus.werkgebieden.values()))


def test_tables_can_be_asked_at_once_of_one_host_and_of_two(instellingen, replay):
    def vraag(dienst, bron):
        lijn = Lijn(instellingen.adres(dienst), instellingen.geduld)
        return [cbs_odata.lees_gewijzigd(lijn, maak_opdracht(bron)) for _ in range(10)]

    paren = [("cbs", "verzonnen"), ("cbs", "verzonnen"), ("derden", "verzonnen_gezondheid")]
    with ThreadPoolExecutor(3) as draden:
        antwoorden = [draden.submit(vraag, *paar) for paar in paren]
        assert {moment for a in antwoorden for moment in a.result()} == {verzonnen.EERSTE}
    assert {verzoek.dienst for verzoek in replay.verzoeken} == {"cbs", "derden"}


def test_a_slow_table_does_not_hold_up_another_of_the_same_host(instellingen, replay):
    begonnen, door = threading.Event(), threading.Event()

    def traag(_):
        begonnen.set()
        assert door.wait(10)
        return ""

    lijn = Lijn(replay.adres, instellingen.geduld)
    with ThreadPoolExecutor(1) as draad, Verbinding(lijn) as een, Verbinding(lijn) as ander:
        filters = "startswith(WijkenEnBuurten,'GM')"
        traag_antwoord = draad.submit(
            cbs_odata.download_untyped, een, verzonnen.TABEL, filters, traag
        )
        assert begonnen.wait(10)
        assert ander.vraag(cbsodata.get_info, verzonnen.TABEL)["Modified"] == verzonnen.EERSTE
        door.set()
        assert "TableInfos" in traag_antwoord.result()


def test_a_table_that_changes_on_the_way_is_not_kept(instellingen, replay, opdracht):
    lijn = Lijn(replay.adres, instellingen.geduld)
    gewijzigd = cbs_odata.lees_gewijzigd(lijn, opdracht)
    replay.zet(verzonnen.tweede_editie())
    with pytest.raises(BronError, match="tijdens het ophalen ververst"):
        cbs_odata.haal(lijn, opdracht, gewijzigd)


def test_the_global_state_of_cbsodata_comes_back_also_after_an_error(
    instellingen, replay, opdracht
):
    eerder = cbsodata.options.use_https, cbsodata.options.catalog_url, cbsodata3.Session
    editie = replace(opdracht.editie, tabel="BESTAATNIET")
    with pytest.raises(BronError, match="BESTAATNIET"):
        cbs_odata.lees_gewijzigd(
            Lijn(replay.adres, instellingen.geduld), replace(opdracht, editie=editie)
        )
    assert (
        cbsodata.options.use_https,
        cbsodata.options.catalog_url,
        cbsodata3.Session,
    ) == eerder


def test_who_uses_cbsodata_beside_us_gets_its_own_session(instellingen, replay):
    with Verbinding(Lijn(replay.adres, instellingen.geduld)) as verbinding:

        def kijk(*_, **__):
            with ThreadPoolExecutor(1) as draad:
                return type(cbsodata3.Session()), draad.submit(cbsodata3.Session).result()

        eigen, elders = verbinding.vraag(kijk, verzonnen.TABEL)
    assert issubclass(eigen, requests.Session)
    assert type(elders) is requests.Session is not eigen


def test_a_repaired_cbsodata_would_be_noticed(instellingen, replay, monkeypatch):
    echt = cbsodata.download_data
    monkeypatch.setattr(
        cbsodata, "download_data", lambda tabel, **k: echt(tabel, **(k | {"typed": False}))
    )
    filters = "startswith(WijkenEnBuurten,'GM')"
    with (
        Verbinding(Lijn(replay.adres, instellingen.geduld)) as verbinding,
        pytest.raises(BronError, match="niet de UntypedDataSet"),
    ):
        cbs_odata.download_untyped(verbinding, verzonnen.TABEL, filters, lambda _: "")


def test_numbers_in_place_of_texts_are_read_as_well():
    inhoud = b'{"value": [{"R": "GM9901  ", "A": 12.0, "B": null}, {"R": "GM9902", "A": " 3"}]}'
    rijen, volgende = lees_pagina(inhoud, ("R", "A", "B"))
    assert rijen.to_pylist() == [
        {"R": "GM9901", "A": "12", "B": None},
        {"R": "GM9902", "A": "3", "B": None},
    ]
    assert volgende == ""


@pytest.mark.parametrize(
    "inhoud", [b"", b"{}", b"[]", b"<html/>", b'{"value": 3}', b'{"value": [1]}', b'{"value": [']
)
def test_what_is_no_page_of_rows_is_refused(inhoud):
    with pytest.raises(ValueError, match="."):
        lees_pagina(inhoud, ("R",))


def test_a_date_or_a_number_in_a_text_stays_as_it_was_written():
    inhoud = b'{"value": [{"A": "2022-12-22T02:00:00"}, {"A": "007"}, {"A": "1e5"}]}'
    rijen, _ = lees_pagina(inhoud, ("A",))
    assert rijen["A"].to_pylist() == ["2022-12-22T02:00:00", "007", "1e5"]


def test_requests_say_who_asks_and_accept_compression(haal_verzonnen, replay):
    haal_verzonnen()
    koppen = [verzoek.kop for verzoek in replay.verzoeken]
    assert {kop["User-Agent"].split()[0] for kop in koppen} == {"Wijkatelier"}
    assert all("gzip" in kop["Accept-Encoding"] for kop in koppen)


def test_a_proxy_of_the_environment_is_not_used_for_this_machine(haal_verzonnen, monkeypatch):
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    assert not haal_verzonnen().mislukt


def test_region_terms_name_only_prefixes_that_occur():
    bereik = Bereik("NL01", ("9901", "9902"))
    termen = regiotermen("Regio", ["NL01  ", "GM9901", "WK990100", "BU99010000"], bereik)
    assert termen == (
        "startswith(Regio,'GM')",
        "startswith(Regio,'WK9901')",
        "startswith(Regio,'BU9901')",
        "Regio eq 'NL01  '",
    )


@pytest.mark.parametrize(
    ("code", "verwacht"),
    [
        ("NL01", True),
        ("NL00", False),
        ("GM0003", True),
        ("WK990100", True),
        ("BU88010000", False),
        ("GM99", False),
        ("", False),
    ],
)
def test_the_scope_knows_its_codes(code, verwacht):
    assert Bereik("NL01", ("9901",)).bevat(code) is verwacht


@pytest.mark.parametrize(
    ("waarde", "tekst"),
    [
        ("     1.1", "1.1"),
        ("       .", "."),
        ("        ", ""),
        (None, None),
        (12, "12"),
        (12.0, "12"),
        (0.1, "0.1"),
        (1e-5, "0.00001"),
        (17407585.0, "17407585"),
    ],
)
def test_a_cell_is_written_without_padding_exponent_or_needless_zero(waarde, tekst):
    assert als_tekst(waarde) == tekst


def test_groups_that_point_at_each_other_do_not_hang():
    eigenschappen = [
        {"ID": 1, "Type": "TopicGroup", "ParentID": 2, "Title": "A"},
        {"ID": 2, "Type": "TopicGroup", "ParentID": 1, "Title": "B"},
        {"ID": 3, "Type": "Topic", "ParentID": 1, "Key": "Iets_3", "Title": "Iets", "Unit": None},
    ]
    assert [kolom.pad for kolom in kolommen(eigenschappen)] == ["B > A"]

"""What is taken along from the map, asked for as a browser does and read back."""

import csv
import io
import re
import struct
from dataclasses import replace
from xml.etree import ElementTree as ET

import pdfua
import pytest

from dashboard.app import create_app
from dashboard.components.kaart.meenemen import meenemen
from dashboard.components.kaart.tabel import kaarttabel
from dashboard.meenemen import BESTANDEN
from dashboard.meenemen.tafel import bereikbaar
from dashboard.teksten import load_teksten
from tests.dashboard.pdf_lezen import lees, zonder_wit

MB = 1024 * 1024
SVG = "{http://www.w3.org/2000/svg}"
TAFEL = "/kaart/tafelkaart.pdf"
# A rule of pdfua itself that cannot read arrays.
STUKKE_REGEL = "UA-14-001"
# Both areas at both levels, a modelled figure, counts, a choice, nothing to show.
VRAGEN = {
    "almelo": "gebied=beter-wonen",
    "almelo per wijk": "gebied=beter-wonen&niveau=wijk&indicator=woz_gemiddelde",
    "hoeksche waard": "gebied=hw-wonen&laag=initiatieven",
    "hoeksche waard per wijk": "gebied=hw-wonen&niveau=wijk&indicator=leefbaarheid_woningen_score",
    "gekozen": "indicator=moeite_met_rondkomen_aandeel&selectie=BU01411100&gekozen_in=2020",
    "twee onderwerpen": "indicator=moeite_met_rondkomen_aandeel&tweede=bijstand_per_1000",
    "verandering": "gebied=hw-wonen&indicator=moeite_met_rondkomen_aandeel&vorig=2016",
    "alle lagen": "gebied=hw-wonen&focus=WK196300&deel=focus&achtergrond=ja"
    "&laag=initiatieven+voorzieningen+woningen+focus+namen",
    "zonder cijfers": "indicator=laagste_40_personen_aandeel&niveau=buurt",
}


@pytest.fixture
def haal(server):
    def vraag(pad, query=""):
        slug = "hw-wonen" if "gebied=hw-wonen" in query else "beter-wonen"
        pad = pad.replace("<slug>", slug)
        antwoord = server.test_client().get(f"{pad}?{query}", buffered=True)
        assert antwoord.status_code == 200
        return antwoord

    return vraag


@pytest.fixture(params=VRAGEN.values(), ids=VRAGEN.keys())
def query(request):
    return request.param


def svg_van(antwoord):
    # Our own drawing; only well-formed XML passes.
    return ET.fromstring(antwoord.data)  # noqa: S314


def woorden_in(svg):
    return [tekst.text for tekst in svg.iter(f"{SVG}text")]


def rijen_van(antwoord):
    tekst = antwoord.data.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(tekst), delimiter=";"))


@pytest.mark.parametrize("soort", BESTANDEN)
def test_a_file_comes_with_a_name_that_says_what_is_in_it(haal, soort):
    antwoord = haal(BESTANDEN[soort].pad, "gebied=hw-wonen&niveau=wijk&indicator=woz_gemiddelde")
    kop = antwoord.headers["Content-Disposition"]
    assert kop.startswith("attachment; filename=kaart-hw-wonen-wijk-woz-gemiddelde-2024")
    assert kop.endswith(BESTANDEN[soort].einde)
    assert antwoord.mimetype == BESTANDEN[soort].mimetype.partition(";")[0]


@pytest.mark.parametrize("soort", BESTANDEN)
def test_nonsense_in_the_query_gives_the_nearest_view_as_the_page_does(haal, soort):
    onzin = "gebied=mars&indicator=%3Cb%3Ex&jaar=0&niveau=%00&selectie=../../x&laag=%FF"
    naam = haal(BESTANDEN[soort].pad, onzin).headers["Content-Disposition"]
    assert naam == haal(BESTANDEN[soort].pad).headers["Content-Disposition"]


def test_the_drawing_needs_nothing_from_outside(haal, query):
    tekst = haal("/kaart.svg", query).data.decode()
    verwijzingen = re.findall(r"(?:href|src|url)\s*[=(]\s*[\"']?([^\"')]+)", tekst)
    assert [v for v in verwijzingen if not v.startswith(("#", "data:font/woff2"))] == []
    assert set(re.findall(r"https?://[^\"']+", tekst)) == {"http://www.w3.org/2000/svg"}
    assert not re.search(r"<script|\son\w+=|@import|<foreignObject", tekst)


def test_the_drawing_tells_title_legend_source_and_date(haal, query):
    svg = svg_van(haal("/kaart.svg", query))
    woorden = " ".join(woorden_in(svg))
    for deel in ("tabel", "Opgehaald op", "Grenzen: CBS/Kadaster", "Gemaakt op"):
        assert deel in woorden
    titel = svg.find(f"{SVG}title").text
    assert titel.partition(",")[0] in woorden
    assert svg.get("aria-labelledby") == "kaart-titel kaart-tekst"
    assert "buurten" in svg.find(f"{SVG}desc").text or "wijken" in svg.find(f"{SVG}desc").text


def test_every_pattern_that_is_used_is_defined_once(haal, query):
    svg = svg_van(haal("/kaart.svg", query))
    gemaakt = [el.get("id") for el in svg.iter(f"{SVG}pattern")]
    gebruikt = {
        gevonden[1]
        for el in svg.iter()
        if (gevonden := re.fullmatch(r"url\(#(.+)\)", el.get("fill", "")))
    }
    assert len(gemaakt) == len(set(gemaakt))
    assert gebruikt <= set(gemaakt)


def test_words_stay_inside_the_drawing_and_off_each_other(haal, query):
    from dashboard.figures.letterbreedte import breedte

    svg = svg_van(haal("/kaart.svg", query))
    breed, hoog = (float(svg.get(maat)) for maat in ("width", "height"))
    for tekst in svg.iter(f"{SVG}text"):
        if tekst.get("font-size") is None:
            continue  # on the map
        links, onder = float(tekst.get("x")), float(tekst.get("y"))
        assert links >= 0
        assert links + breedte(tekst.text, float(tekst.get("font-size"))) <= breed
        assert 0 < onder < hoog


def test_the_same_areas_have_the_same_colours_as_on_the_page(haal):
    """A class that the legend counts is drawn as often."""
    svg = svg_van(haal("/kaart.svg", VRAGEN["hoeksche waard per wijk"]))
    vlakken = [p.get("fill") for p in svg.iter(f"{SVG}path") if p.get("fill-rule")]
    vakjes = [v.get("fill") for v in svg.iter(f"{SVG}rect") if v.get("width") == "30"]
    tellingen = [int(w.split()[0]) for w in woorden_in(svg) if re.fullmatch(r"\d+ wijk(en)?", w)]
    assert [vlakken.count(vakje) for vakje in vakjes] == tellingen
    assert sum(tellingen) == 14


def test_both_areas_side_by_side_are_drawn_on_one_scale_with_their_names(haal):
    svg = svg_van(haal("/kaart.svg", "naast=ja&niveau=wijk&indicator=woz_gemiddelde"))
    woorden = woorden_in(svg)
    assert {"Almelo", "Hoeksche Waard"} <= set(woorden)
    assert "Almelo en Hoeksche Waard" in svg.find(f"{SVG}title").text
    vlakken = [p for p in svg.iter(f"{SVG}path") if p.get("fill", "none") != "none"]
    assert len([p for p in vlakken if p.get("fill-rule")]) == 12 + 14
    assert len([w for w in woorden if w == "N"]) == 1


def test_two_themes_have_their_legend_as_a_grid_and_both_sources(haal):
    svg = svg_van(haal("/kaart.svg", VRAGEN["twee onderwerpen"]))
    woorden = " ".join(woorden_in(svg))
    assert "Omhoog: Mensen met bijstand" in woorden
    assert "Naar rechts: Moeite met rondkomen" in woorden
    assert woorden.count(", tabel ") == 2


def test_the_picture_is_sharp_enough_for_a_screen(haal, query):
    inhoud = haal("/kaart.png", query).data
    assert inhoud.startswith(b"\x89PNG")
    assert struct.unpack(">II", inhoud[16:24]) == (2560, 1440)
    assert len(inhoud) < MB


def test_the_table_has_every_area_of_the_map_with_year_source_and_status(haal, query):
    rijen = rijen_van(haal("/kaart.csv", query))
    assert len(rijen) >= 12
    for rij in rijen:
        for kolom in ("Onderwerp", "Gebied", "Code", "Jaar", "Bron", "Licentie", "Opgehaald"):
            assert rij[kolom], (kolom, rij)
        assert rij["Status"] == "cijfer bekend" or rij["Status"].startswith("geen cijfer")
        assert (rij["Waarde"] == "") == rij["Status"].startswith("geen cijfer")


def test_the_table_is_dutch_and_names_what_it_is_set_against(haal):
    antwoord = haal("/kaart.csv", "gebied=hw-wonen&indicator=huisarts_afstand&niveau=wijk")
    assert antwoord.data.startswith(b"\xef\xbb\xbf")
    rijen = rijen_van(antwoord)
    assert {rij["Niveau"] for rij in rijen} >= {"wijk", "gemeente"}
    assert all(re.fullmatch(r"\d+,\d", rij["Waarde"]) for rij in rijen if rij["Waarde"])
    assert not any(rij["Gebied"].startswith(("=", "+", "-", "@")) for rij in rijen)


def test_the_table_has_what_stands_for_the_country(haal):
    vraag = "gebied=hw-wonen&indicator=ouderen_65_aandeel"
    naast = rijen_van(haal("/kaart.csv", f"{vraag}&tegenover=nederland"))
    (midden,) = [rij for rij in naast if rij["Gebied"].startswith("De middelste van")]
    assert (midden["Code"], midden["Waarde"]) == ("", "23")
    assert midden["Tabel"] == naast[0]["Tabel"]
    gewoon = rijen_van(haal("/kaart.csv", vraag))
    assert not any(rij["Gebied"].startswith("De middelste van") for rij in gewoon)


def test_the_table_has_both_themes_both_years_and_both_areas_that_are_shown(haal):
    def soorten(query, *kolommen):
        rijen = [r for r in rijen_van(haal("/kaart.csv", query)) if r["Niveau"] == "wijk"]
        return {tuple(rij[kolom] for kolom in kolommen) for rij in rijen}

    vraag = "niveau=wijk&indicator=moeite_met_rondkomen_aandeel"
    assert len(soorten(f"{vraag}&tweede=bijstand_per_1000", "Onderwerp", "Tabel")) == 2
    assert soorten(f"{vraag}&vorig=2016", "Jaar") == {("2016",), ("2020",)}
    gemeenten = {code[2:6] for (code,) in soorten(f"{vraag}&naast=ja", "Code")}
    assert gemeenten == {"0141", "1963"}


def test_the_table_beside_the_map_and_the_file_say_the_same(haal, beeld):
    tabel = kaarttabel(beeld(gebied="beter-wonen")).inhoud
    op_scherm = {rij["sleutel"]: rij["cellen"][1]["t"] for rij in tabel["rijen"]}
    in_bestand = {
        rij["Code"]: rij["Waarde"] or rij["Status"] for rij in rijen_van(haal("/kaart.csv"))
    }
    assert op_scherm.items() <= in_bestand.items()


@pytest.fixture(scope="module")
def tafelkaarten(server):
    client = server.test_client()
    return {v: client.get(f"{TAFEL}?{v}", buffered=True).data for v in VRAGEN.values()}


def test_the_table_map_is_one_light_page(tafelkaarten, query):
    assert len(tafelkaarten[query]) < 2 * MB
    assert lees(tafelkaarten[query]).bladzijden == 1


@pytest.mark.parametrize(
    ("pad", "query", "maat"),
    [
        (TAFEL, "", (842, 1191)),
        (TAFEL, "gebied=hw-wonen", (1191, 842)),
        ("/kaart/tafelkaart-a1.pdf", "gebied=hw-wonen", (2381, 1684)),
    ],
)
def test_the_paper_lies_or_stands_as_the_area_does(haal, pad, query, maat):
    import pikepdf

    with pikepdf.open(io.BytesIO(haal(pad, query).data)) as pdf:
        vak = [round(float(n)) for n in pdf.pages[0].MediaBox]
    assert vak == [0, 0, *maat]


def test_the_table_map_is_accessible(tafelkaarten, query, tmp_path):
    pad = tmp_path / "kaart.pdf"
    pad.write_bytes(tafelkaarten[query])
    fouten = [f for f in pdfua.validate(pad).findings if f.rule_id != STUKKE_REGEL]
    assert [f"{f.rule_id} {f.message}" for f in fouten] == []
    gelezen = lees(tafelkaarten[query])
    assert gelezen.getagd
    assert gelezen.taal.startswith("nl")
    assert next(diep for diep, _ in gelezen.koppen) == 1
    figuren = gelezen.van("Figure")
    assert len(figuren) == (2 if "tweede=" in query else 1)
    assert all(figuur.alt for figuur in figuren)


def test_the_table_map_asks_and_explains(tafelkaarten, query):
    tekst = lees(tafelkaarten[query]).paginatekst[0]
    woorden = load_teksten()["kaart"]["tafel"]
    vormen = [vorm["tekst"] for vorm in woorden["vormen"]]
    for zin in (woorden["vraag"], woorden["legenda"], *vormen, "Opgehaald op", "Gemaakt op"):
        assert zonder_wit(zin) in tekst


def test_every_buurt_is_named_on_the_table_map_or_beside_it(tafelkaarten, haal):
    rijen = rijen_van(haal("/kaart.csv", VRAGEN["almelo"]))
    tekst = lees(tafelkaarten[VRAGEN["almelo"]]).paginatekst[0]
    namen = [rij["Gebied"] for rij in rijen if rij["Niveau"] == "buurt"]
    assert len(namen) == 68
    assert [naam for naam in namen if zonder_wit(naam) not in tekst] == []


def test_every_number_beside_the_map_stands_under_its_own_wijk(tafelkaarten, haal):
    rijen = rijen_van(haal("/kaart.csv", VRAGEN["almelo"]))
    wijk_van = {zonder_wit(r["Gebied"]): zonder_wit(r["Wijk"]) for r in rijen if r["Wijk"]}
    wijken = set(wijk_van.values())
    gevonden, wijk = {}, ""
    for deel in lees(tafelkaarten[VRAGEN["almelo"]]).boom.alle():
        if deel.soort == "H3":
            wijk = deel.alle_tekst
        elif deel.soort == "P" and wijk and deel.alle_tekst in wijk_van:
            gevonden[deel.alle_tekst] = wijk
    assert len(gevonden) > 20
    assert set(gevonden.values()) <= wijken
    assert {naam: wijk_van[naam] for naam in gevonden} == gevonden


def test_the_letters_are_ours_and_inside(tafelkaarten, query):
    fonts = lees(tafelkaarten[query]).fonts
    assert all(fonts.values())
    assert {naam.partition("-")[0] for naam in fonts} <= {"SourceSansPro", "SourceSerifPro"}


@pytest.mark.parametrize(
    ("adres", "wel"),
    [
        ("https://wijken.voorbeeld.nl", True),
        ("http://192.168.1.20:8050", True),
        ("http://127.0.0.1:8050", False),
        ("http://localhost:8050", False),
        ("http://[::1]:8050", False),
        ("http://0.0.0.0:8050", False),
        ("", False),
    ],
)
def test_a_code_to_scan_is_for_an_address_others_can_reach(adres, wel, wereld):
    assert bereikbaar(adres) is wel
    client = create_app(replace(wereld, adres=adres)).server.test_client()
    gelezen = lees(client.get(f"{TAFEL}?niveau=wijk", buffered=True).data)
    codes = [f.alt for f in gelezen.van("Figure") if "QR" in f.alt]
    assert len(codes) == wel
    assert all(f"{adres}/kaart?" in alt for alt in codes)


def test_the_page_offers_every_file_of_its_own_view(klant, beeld):
    gezien = beeld(gebied="hw-wonen", niveau="wijk")
    links = [li.children[0].href for li in meenemen(gezien).children[1].children]
    assert len(links) == len(BESTANDEN)
    for link in links:
        assert "gebied=hw-wonen" in link
        assert "niveau=wijk" in link
        assert klant.get(link, buffered=True).status_code == 200

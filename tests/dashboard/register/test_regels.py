"""Every field is judged, all faults at once, in sentences that say what would be right."""

import pytest

from dashboard.register.bevinding import Ernst
from dashboard.register.initiatieven import Plaatsing, load_initiatieven
from dashboard.register.regels import is_webadres, naar_velden, schoon, toets
from dashboard.register.woorden import hoofdthemas, woorden
from wijken.gelijknamig import platte
from wijken.kansregels import load_kansthemas


def findings(oordeel, ernst=Ernst.FOUT):
    return [b.veld for b in oordeel.bevindingen if b.ernst is ernst]


def test_a_good_row_is_taken_without_a_word(goed, wereld):
    oordeel = toets(goed(), wereld)
    assert oordeel.bevindingen == ()
    assert oordeel.initiatief.themas == ("ontmoeten", "wonen")
    assert oordeel.initiatief.werkgebied == "beter-wonen"


def test_the_whole_starter_list_follows_the_rules_and_comes_back_the_same(wereld):
    for initiatief in load_initiatieven():
        oordeel = toets(naar_velden(initiatief), wereld, initiatief)
        assert (oordeel.initiatief, oordeel.bevindingen) == (initiatief, ())


@pytest.mark.parametrize(
    ("anders", "veld", "melding"),
    [
        ({"naam": ""}, "naam", "naam ontbreekt"),
        ({"naam": "x" * 121}, "naam", "121 tekens"),
        ({"omschrijving": ""}, "omschrijving", "niet wat het initiatief doet"),
        ({"omschrijving": "Bel 06-12345678"}, "omschrijving", "telefoonnummer"),
        ({"voor_wie": "mail verzonnen@gmail.com"}, "voor_wie", "privé-mailadres"),
        ({"organisatie": "j.verzonnen@club.example"}, "organisatie", "van één persoon"),
        ({"soort": ""}, "soort", "soort ontbreekt"),
        ({"soort": "hobby"}, "soort", "geen soort"),
        ({"themas": ""}, "themas", "geen thema"),
        ({"themas": "ontmoetn"}, "themas", "geen thema"),
        ({"themas": "quantumfysica"}, "themas", "geen thema"),
        ({"website": "geen"}, "website", "geen webadres"),
        ({"website": "javascript:alert(1)"}, "website", "geen webadres"),
        ({"website": "https://a:b@verzonnen.example"}, "website", "geen webadres"),
        ({"gestart": "ooit"}, "gestart", "geen jaar of datum"),
        ({"gestart": "2031"}, "gestart", "geen jaar of datum"),
        ({"nagekeken": "2026"}, "nagekeken", "geen datum"),
        ({"nagekeken": "28-11-2026"}, "nagekeken", "in de toekomst"),
        ({"toestemming": "misschien"}, "toestemming", "geen antwoord"),
        ({"postcode": "76 07"}, "postcode", "geen postcode"),
        ({"werkgebied": "Verzonnendam"}, "werkgebied", "geen gebied"),
        ({"werkgebied": ""}, "werkgebied", "niet waar het is"),
        ({"gebied_code": "BU01419999"}, "gebied_code", "geen wijk of buurt van nu"),
        ({"gebied_code": "Schelfhors"}, "gebied_code", "geen wijk of buurt"),
        ({"gebied_code": "Verzonnenwijk"}, "gebied_code", "geen wijk of buurt"),
        ({"gebied_code": "Piershil"}, "gebied_code", "geen wijk of buurt"),
        ({"gebied_code": "WK196312"}, "werkgebied", "ergens anders"),
        ({"breedte": "52,35"}, "breedte", "één van de twee"),
        ({"breedte": "noord", "lengte": "oost"}, "breedte", "geen punt op de kaart"),
        ({"breedte": "52357000", "lengte": "6662000"}, "breedte", "niet in Nederland"),
        ({"breedte": "48.85", "lengte": "2.35"}, "breedte", "niet in Nederland"),
    ],
)
def test_a_fault_names_its_field_and_what_was_found(goed, wereld, anders, veld, melding):
    oordeel = toets(goed(**anders), wereld)
    [gevonden] = [b for b in oordeel.bevindingen if b.ernst is Ernst.FOUT]
    assert (gevonden.veld, melding in gevonden.melding) == (veld, True), gevonden
    assert gevonden.goed
    assert not oordeel.is_goed


def test_all_faults_of_a_row_are_told_at_once(goed, wereld):
    slecht = goed(naam="", soort="hobby", themas="", website="geen", postcode="x", gestart="ooit")
    assert sorted(findings(toets(slecht, wereld))) == [
        "gestart",
        "naam",
        "postcode",
        "soort",
        "themas",
        "website",
    ]


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({"naam": "Jan de Vries"}, "naam"),
        ({"organisatie": "mevrouw Verzonnen"}, "organisatie"),
        ({"breedte": "52.09", "lengte": "5.12"}, "breedte"),
        ({"gebied_code": "WK014118", "breedte": "52.357", "lengte": "6.662"}, "gebied_code"),
    ],
    ids=["name", "organisation", "elsewhere", "point and wijk differ"],
)
def test_what_only_a_person_can_tell_is_asked(goed, wereld, anders, veld):
    oordeel = toets(goed(**anders), wereld)
    assert oordeel.is_goed
    assert [b.veld for b in oordeel.vragen] == [veld]


@pytest.mark.parametrize(
    ("breedte", "lengte", "gemeld"),
    [
        ("52.357", "6.662", []),
        ("52,357", "6,662", []),
        ("6.662", "52.357", ["breedte"]),
        ("486220", "241842", ["breedte"]),
        ("241842", "486220", ["breedte"]),
    ],
    ids=["point", "comma", "the other way round", "grid", "grid the other way round"],
)
def test_a_point_is_read_in_degrees_and_on_the_grid(goed, wereld, breedte, lengte, gemeld):
    oordeel = toets(goed(breedte=breedte, lengte=lengte), wereld)
    gevonden = oordeel.initiatief
    assert gevonden.plek == pytest.approx((52.357, 6.662), abs=1e-4)
    assert (gevonden.regio.code, gevonden.buurt.code) == ("WK014110", "BU01411000")
    assert (gevonden.plaatsing, gevonden.wijk_of_dorp) == (Plaatsing.PUNT, "Binnenstad")
    assert findings(oordeel, Ernst.OPMERKING) == gemeld


@pytest.mark.parametrize("punt", ["52.357, 6.662", "52,357; 6,662", "52.357 6.662", "52.357,6.662"])
def test_a_point_in_one_cell_is_read(goed, wereld, punt):
    assert toets(goed(punt=punt), wereld).initiatief.plek == (52.357, 6.662)


def test_a_point_just_outside_the_drawn_boundary_gets_the_nearest_buurt_and_says_so(goed, wereld):
    oordeel = toets(goed(werkgebied="", breedte="51.75", lengte="4.3"), wereld)
    assert oordeel.bevindingen == ()
    assert oordeel.initiatief.regio.code == "WK196310"
    assert "buiten de getekende grens" in oordeel.initiatief.plaats_uitleg


def test_a_point_elsewhere_is_kept_when_the_list_says_so(goed, wereld):
    oordeel = toets(goed(werkgebied="elders", breedte="52.09", lengte="5.12"), wereld)
    assert oordeel.bevindingen == ()
    assert (oordeel.initiatief.werkgebied, oordeel.initiatief.plaatsing) == ("elders", "elders")


@pytest.mark.parametrize(
    ("anders", "slug", "plaatsing"),
    [
        ({"gebied_code": "BU01411000"}, "beter-wonen", Plaatsing.BUURT),
        ({"gebied_code": "01411000"}, "beter-wonen", Plaatsing.BUURT),
        ({"gebied_code": "schelfhorst"}, "beter-wonen", Plaatsing.WIJK),
        ({"gebied_code": "'s-Gravendeel"}, "hw-wonen", Plaatsing.WIJK),
        ({"plaats": "Piershil"}, "hw-wonen", Plaatsing.GEEN),
        ({"plaats": "Almelo", "adres": "Verzonnenstraat 1"}, "beter-wonen", Plaatsing.WACHT),
        ({"plaats": "Almelo", "adres": "Verzonnenstraat"}, "beter-wonen", Plaatsing.GEEN),
        (
            {"plaats": "Almelo", "adres": "Verzonnenstraat", "huisnummer": "7a"},
            "beter-wonen",
            Plaatsing.WACHT,
        ),
        ({"werkgebied": "HW Wonen", "postcode": "3261md"}, "hw-wonen", Plaatsing.WACHT),
        ({"werkgebied": "de Hoeksche Waard"}, "hw-wonen", Plaatsing.GEEN),
        ({"werkgebied": "GM0141"}, "beter-wonen", Plaatsing.GEEN),
    ],
)
def test_a_place_is_found_from_whatever_was_said(goed, wereld, anders, slug, plaatsing):
    oordeel = toets(goed(**{"werkgebied": "", **anders}), wereld)
    assert oordeel.bevindingen == ()
    assert (oordeel.initiatief.werkgebied, oordeel.initiatief.plaatsing) == (slug, plaatsing)


def test_an_address_that_changes_takes_the_old_point_along(goed, wereld):
    oud = toets(
        goed(adres="Verzonnenstraat 1", plaats="Almelo", breedte="52.357", lengte="6.662"), wereld
    ).initiatief
    nieuw = toets({"adres": "Anderestraat 2"}, wereld, oud).initiatief
    assert (nieuw.plek, nieuw.regio, nieuw.plaatsing) == (None, None, Plaatsing.WACHT)
    assert toets({"naam": "Andere naam"}, wereld, oud).initiatief.plek == oud.plek


@pytest.mark.parametrize(
    ("ruw", "gewoon"),
    [
        ("  twee\u00a0 woorden\n", "twee woorden"),
        ("'=1+1", "=1+1"),
        ("''=1+1", "'=1+1"),
        ("'t Aahoes", "'t Aahoes"),
        ("on\u200bzicht\u202ebaar", "onzichtbaar"),
        ("Cafe\u0301", "Café"),
    ],
)
def test_a_text_is_cleaned(ruw, gewoon):
    assert schoon(ruw) == gewoon


@pytest.mark.parametrize(
    ("adres", "goed"),
    [
        ("https://www.verzonnen.example/pad?x=1", True),
        ("http://verzonnen.example:8080", True),
        ("ftp://verzonnen.example", False),
        ("https://", False),
        ("https://verzonnen", False),
        ("https://verzonnen.example/<script>", False),
        ("https://verzonnen.example:poort", False),
        ("https://[verzonnen", False),
    ],
)
def test_only_the_address_of_a_page_is_one(adres, goed):
    assert is_webadres(adres) is goed


def test_every_theme_word_belongs_to_a_theme_of_the_catalogue(catalogus):
    assert set(woorden().hoort_bij.values()) == set(catalogus.themas)
    assert {t for i in load_initiatieven() for t in i.themas} <= set(woorden().hoort_bij)
    assert set(woorden().hoort_bij) == {thema.id for thema in load_kansthemas()}
    for thema in catalogus.themas.values():
        assert platte(thema.naam) in woorden().themas
    assert hoofdthemas(("ontmoeten", "meedoen", "wonen")) == ("gezondheid", "wonen")

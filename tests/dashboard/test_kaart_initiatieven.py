"""The initiatives on the map: which are shown, what their signs say, which one was chosen."""

import csv
import io
import json
import math
import re
from datetime import date, timedelta
from itertools import combinations

import pytest

from dashboard.app import create_app
from dashboard.components.initiatief_filter import Filter, kies
from dashboard.components.kaart.beeld import lees_beeld
from dashboard.components.kaart.initiatief import (
    gekozen_initiatief,
    getoondzin,
    initiatieflegenda,
    wijkinitiatieven,
)
from dashboard.components.kaart.meenemen import meenemen
from dashboard.context import make_context
from dashboard.figures.kaartbeeld import INKT
from dashboard.kaart.blad import maak_inhoud
from dashboard.kaart.lagen import lagen
from dashboard.meenemen.inhoud import maak_meekaart
from dashboard.page import Adres
from dashboard.register.initiatieven import Initiatief, Plaatsing
from wijken.regio import Regiocode, Soort

DE_RIET = Regiocode("WK014111")
GISTEREN = (date.today() - timedelta(days=1)).isoformat()  # noqa: DTZ011
LANG_GELEDEN = (date.today() - timedelta(days=400)).isoformat()  # noqa: DTZ011


def verzonnen(naam: str, **anders: object) -> Initiatief:
    velden = {
        "id": "",
        "werkgebied": "beter-wonen",
        "naam": naam,
        "soort": "burgerinitiatief",
        "omschrijving": "Verzonnen voor een test.",
        "themas": ("ontmoeten",),
        "voor_wie": "",
        "organisatie": "Verzonnen stichting",
        "adres": "",
        "postcode": "",
        "plaats": "Almelo",
        "wijk_of_dorp": "De Riet",
        "regio": DE_RIET,
        "website": "https://verzonnen.example",
        "bron_url": "",
        "bron_datum": "",
        "zekerheid": "",
    }
    return Initiatief(**{**velden, **anders})


@pytest.fixture(scope="module")
def wereld(database, tmp_path_factory):
    """The real list, and made-up initiatives: two with a place, one of them checked long ago."""
    context = make_context(database=database, data_map=tmp_path_factory.mktemp("verzonnen"))
    for naam, anders in (
        ("Verzonnen buurttuin <b>", {"plek": (52.35, 6.67), "nagekeken": GISTEREN}),
        ("Verzonnen koor", {"plek": (52.36, 6.66), "themas": ("wonen", "ontmoeten")}),
        ("Verzonnen eettafel", {"nagekeken": LANG_GELEDEN, "themas": ("gezondheid",)}),
    ):
        plaatsing = Plaatsing.PUNT if "plek" in anders else Plaatsing.WIJK
        context.register.voeg_toe(verzonnen(naam, plaatsing=plaatsing, **anders), "Tester")
    yield context
    context.register.sluit()


@pytest.fixture(scope="module")
def klant(wereld):
    return create_app(wereld).server.test_client()


@pytest.fixture
def kijk(wereld):
    def lees(**vraag):
        with wereld.reader.momentopname() as nu:
            return lees_beeld(
                wereld, nu, {"gebied": "beter-wonen", "laag": "initiatieven", **vraag}
            )

    return lees


def tekst(component):
    if component is None or isinstance(component, str | int | float):
        return "" if component is None else str(component)
    if isinstance(component, list | tuple):
        return " ".join(filter(None, (tekst(deel) for deel in component)))
    return tekst(getattr(component, "children", None))


def punten(klant, beeld):
    adres = lagen(beeld)["punten"]
    return klant.get(adres).json if adres else []


@pytest.mark.parametrize(
    ("thema", "stand"),
    [("", ""), ("ontmoeten", ""), ("", "oud"), ("", "nooit"), ("wonen", "nooit")],
)
def test_map_and_list_show_the_same_initiatives_for_a_filter(wereld, kijk, thema, stand):
    gezien = kijk(thema=thema, stand=stand)
    zelfde = kies(wereld, Filter(gebied="beter-wonen", thema=thema, stand=stand))
    assert [i.id for i in gezien.getoond.lijst] == [i.id for i in zelfde]
    assert gezien.getoond.lijst


def test_a_filter_is_about_more_than_it_leaves(kijk):
    alles, deel = kijk(), kijk(thema="wonen")
    assert 0 < len(deel.getoond.lijst) < len(alles.getoond.lijst)
    assert deel.getoond.totaal == len(alles.getoond.lijst)


def test_what_was_checked_long_ago_is_old_and_what_never_was_is_old_too(kijk):
    oud = {i.naam for i in kijk(stand="oud").getoond.lijst}
    nooit = {i.naam for i in kijk(stand="nooit").getoond.lijst}
    assert "Verzonnen eettafel" in oud - nooit
    assert "Verzonnen koor" in oud & nooit
    assert "Verzonnen buurttuin <b>" not in oud | nooit


def test_points_and_counts_follow_the_filter_and_text_stays_text(klant, kijk):
    alles = punten(klant, kijk())
    assert [p["tekst"] for p in alles] == ["Verzonnen buurttuin <b>", "Verzonnen koor"]
    assert [p["id"] for p in alles] == ["verzonnen-buurttuin-b", "verzonnen-koor"]
    assert [p["tekst"] for p in punten(klant, kijk(thema="wonen"))] == ["Verzonnen koor"]
    assert punten(klant, kijk(thema="gezondheid")) == []
    som = lambda beeld: sum(t["aantal"] for t in lagen(beeld)["tellingen"])  # noqa: E731
    assert 0 < som(kijk(thema="gezondheid")) < som(kijk())


def test_a_point_is_not_also_counted_in_its_wijk(kijk):
    telling = {t["code"]: t["aantal"] for t in lagen(kijk())["tellingen"]}
    in_wijk = kijk().initiatieven[DE_RIET]
    assert telling[str(DE_RIET)] == len(in_wijk) - 2


def test_points_are_kept_by_the_browser_until_something_changes(wereld, klant, kijk):
    adres = lagen(kijk())["punten"]
    assert "immutable" in klant.get(adres).headers["Cache-Control"]
    oud = adres.replace(adres[-12:], "0" * 12)
    assert klant.get(oud).headers["Cache-Control"] == "no-cache"
    wie = wereld.register.voeg_toe(
        verzonnen("Verzonnen nieuwkomer", plek=(52.34, 6.68), plaatsing=Plaatsing.PUNT), "Tester"
    )
    anders = lagen(kijk())["punten"]
    assert anders != adres
    assert len(klant.get(anders).json) == 3
    from dashboard.register.register import Gezien

    wereld.register.zet_uit(Gezien(wie.id, wie.versie, "Tester"))


def test_another_theme_of_the_figures_leaves_the_signs_alone(kijk):
    een, ander = lagen(kijk()), lagen(kijk(indicator="eenzaam_aandeel"))
    assert (een["sleutel"], een["punten"]) == (ander["sleutel"], ander["punten"])


@pytest.mark.parametrize(
    "pad",
    [
        "/kaart/mars/punten.json?niveau=buurt&indeling=2020&laag=initiatieven",
        "/kaart/beter-wonen/punten.json?niveau=land&indeling=2020&laag=initiatieven",
        "/kaart/beter-wonen/punten.json?niveau=buurt&indeling=1066&laag=initiatieven",
        "/kaart/beter-wonen/punten.json?niveau=buurt&indeling=²⁰²⁰&laag=initiatieven",
        "/kaart/beter-wonen/punten.json?niveau=buurt&indeling=2020&laag=initiatieven&thema=x",
        "/kaart/beter-wonen/punten.json?niveau=buurt&indeling=2020&laag=initiatieven&stand=uit",
    ],
)
def test_points_of_nothing_are_404(klant, pad):
    assert klant.get(pad).status_code == 404


def test_the_legend_says_what_is_filtered_and_how_many_of_how_many(kijk):
    alles, deel = kijk(), kijk(thema="wonen", stand="nooit")
    assert getoondzin(alles).startswith(f"Alle {alles.getoond.totaal} ")
    zin = getoondzin(deel)
    assert zin.startswith("Getoond: thema wonen, nog niet nagekeken. ")
    assert f"{len(deel.getoond.lijst)} van de {alles.getoond.totaal} in Almelo" in zin
    assert zin in tekst(initiatieflegenda(deel))


def test_the_choices_of_the_legend_keep_the_rest_of_the_view(kijk):
    gezien = kijk(indicator="eenzaam_aandeel", stand="oud", initiatief="verzonnen-koor")
    wegen = re.findall(r"href='([^']+)'", str(initiatieflegenda(gezien)))
    wonen = next(weg for weg in wegen if "thema=wonen" in weg)
    vraag = Adres.parse("/kaart", wonen.partition("?")[2]).vraag
    assert (vraag["stand"], vraag["indicator"]) == ("oud", "eenzaam_aandeel")
    assert "initiatief" not in vraag


def test_the_filter_and_the_chosen_sign_lead_back_to_themselves(kijk):
    eigen = {"indicator": "eenzaam_aandeel", "thema": "wonen", "stand": "nooit"}
    staat = kijk(**eigen, initiatief="verzonnen-koor").staat
    vraag = Adres.parse("/kaart", staat.adres().partition("?")[2]).vraag
    assert kijk(**vraag).staat == staat
    assert "initiatief" not in staat.adres(selectie="WK014111")


@pytest.mark.parametrize(
    ("sleutel", "waarde"),
    [
        ("thema", "<b>"),
        ("stand", "uit"),
        ("initiatief", "bestaat-niet"),
        ("initiatief", "WK196300"),
    ],
)
def test_nonsense_in_the_address_is_told_and_left_out(kijk, sleutel, waarde):
    staat = kijk(**{sleutel: waarde}).staat
    assert [f"«{waarde}»" in melding for melding in staat.meldingen] == [True]
    assert f"{sleutel}=" not in staat.adres()


def test_a_pasted_list_is_told_in_one_short_sentence(kijk):
    staat = kijk(initiatief="+".join(f"onzin-{n}" for n in range(500))).staat
    assert len(staat.meldingen) == 1
    assert len(staat.meldingen[0]) < 200


def test_the_chosen_sign_shows_that_initiative_with_its_source_and_its_own_page(kijk):
    paneel = gekozen_initiatief(kijk(initiatief="verzonnen-buurttuin-b"))
    zin = tekst(paneel)
    for woord in ("Verzonnen buurttuin <b>", "Verzonnen voor een test.", "Verzonnen stichting"):
        assert woord in zin
    assert "nagekeken op" in zin
    assert "/initiatieven/verzonnen-buurttuin-b" in str(paneel)
    assert "Cijfers van wijk De Riet" in zin
    assert "Verzonnen koor" not in zin


def test_the_count_of_a_wijk_shows_those_without_a_place_of_their_own(kijk):
    gezien = kijk(initiatief=str(DE_RIET))
    zin = tekst(gekozen_initiatief(gezien))
    assert "Verzonnen eettafel" in zin
    assert "Verzonnen koor" not in zin
    telling = next(t for t in lagen(gezien)["tellingen"] if t["code"] == str(DE_RIET))
    assert f"{telling['aantal']} initiatieven en voorzieningen in De Riet" in zin


def test_names_in_the_panel_of_a_wijk_lead_to_their_own_page_and_say_who_checked(kijk):
    gezien = kijk(selectie=str(DE_RIET))
    lijst = wijkinitiatieven(gezien, gezien.nu.regio(DE_RIET))
    assert "/initiatieven/verzonnen-eettafel" in str(lijst)
    assert "nagekeken op" in tekst(lijst)


def test_paper_and_pictures_count_what_the_filter_leaves_and_say_so(kijk):
    gezien = kijk(thema="wonen")
    kaart = maak_meekaart(gezien)
    los = sum(1 for lijst in gezien.initiatieven.values() for i in lijst if i.plek is None)
    assert sum(kaart.delen[0].paneel.tellingen.values()) == los
    assert any("Getoond: thema wonen." in regel.tekst for regel in kaart.lagen)


def test_the_map_in_one_file_has_what_the_filter_leaves_and_says_so(klant):
    los = klant.get("/kaart/beter-wonen.html?laag=initiatieven&thema=wonen").text
    assert "Verzonnen koor" in los
    assert "Verzonnen buurttuin" not in los
    assert "Getoond: thema wonen." in los


def test_side_by_side_it_is_said_of_both_maps_how_many_are_shown(kijk):
    zin = tekst(initiatieflegenda(kijk(naast="ja", thema="wonen")))
    assert "in Almelo" in zin
    assert "in de Hoeksche Waard" in zin


def test_a_count_on_a_drawing_covers_no_sign(database, tmp_path):
    context = make_context(database=database, data_map=tmp_path)
    with context.reader.momentopname() as nu:
        gebied = context.catalogus.werkgebied("beter-wonen")
        wijken = maak_inhoud(context, nu, (gebied, Soort.BUURT, 2020)).vorm.wijken
        (midden,) = [wijk.plek for wijk in wijken if wijk.code == str(DE_RIET)]
    context.register.voeg_toe(
        verzonnen("Verzonnen midden", plek=midden, plaatsing=Plaatsing.PUNT), "Tester"
    )
    svg = create_app(context).server.test_client().get("/kaart.svg?laag=initiatieven").text
    schijven = [
        tuple(float(re.search(rf' {maat}="([-\d.]+)"', schijf)[1]) for maat in ("cx", "cy", "r"))
        for schijf in re.findall(r"<circle[^>]*>", svg)
        if f'fill="{INKT}"' in schijf and "stroke-width" in schijf
    ]
    context.register.sluit()
    assert len(schijven) > 5
    for (x, y, r), (x2, y2, r2) in combinations(schijven, 2):
        assert math.hypot(x - x2, y - y2) > r + r2


def test_the_figures_as_a_file_hold_no_initiatives_and_that_is_said(klant, kijk):
    zin = tekst(meenemen(kijk()))
    assert zin.count("De initiatieven staan niet in dit bestand.") == 1
    assert "De initiatieven staan niet" not in tekst(meenemen(kijk(laag="")))
    rijen = csv.reader(io.StringIO(klant.get("/kaart.csv?laag=initiatieven").text))
    assert "Verzonnen" not in json.dumps(list(rijen))

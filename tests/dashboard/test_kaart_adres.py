"""Any address of the map: never an exception, always a view, and what was no good is said."""

from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.components.kaart.beeld import lees_beeld
from dashboard.components.kaart.lezing import Vlaksoort
from dashboard.components.kaart.wens import wens
from dashboard.page import Adres
from dashboard.pages.kaart import layout
from tests.dashboard.onderdeel_lezen import tekst
from wijken.catalogus import load_catalogus

CATALOGUS = load_catalogus()
INDICATOREN = sorted(CATALOGUS.indicatoren)
JAREN = [str(jaar) for jaar in range(2011, 2027)]
GOED = {
    "gebied": sorted(CATALOGUS.werkgebieden),
    "niveau": ["buurt", "wijk"],
    "indicator": INDICATOREN,
    "tweede": INDICATOREN,
    "jaar": JAREN,
    "vorig": JAREN,
    "tegenover": ["nederland"],
    "naast": ["ja"],
    "klassen": ["aantallen", "natuurlijk", "stappen", "10;20", "0,5;1;2", "eigen"],
    "selectie": ["BU01411100", "BU01411100 BU01411101", "WK196300", "GM0141", "NL00", "BU05840000"],
    "laag": ["initiatieven", "initiatieven woningen", "namen", "focus"],
    "focus": ["WK014111", "BU01411100", "WK196300"],
    "deel": ["focus", "rest", "geheel"],
    "meer": ["ja"],
    "gekozen_in": ["2016", "2020", "2024"],
    "achtergrond": ["ja"],
}
# What people and robots type: empty, cut off, of another time, far too long, not of this page.
ONZIN = st.one_of(
    st.text(max_size=30),
    st.sampled_from(
        ["", " ", "0", "-1", "2012JJ00", "ja ja", "<b>", "%00", "1e309", "nan", "x" * 500]
    ),
    st.sampled_from([waarde for lijst in GOED.values() for waarde in lijst]),
)
VRAAG = st.fixed_dictionaries(
    {},
    optional={
        sleutel: st.one_of(st.sampled_from(waarden), ONZIN) for sleutel, waarden in GOED.items()
    },
)


@settings(max_examples=200)
@given(vraag=VRAAG)
def test_any_address_gives_a_view_that_leads_back_to_itself(wereld, vraag):
    with wereld.reader.momentopname() as nu:
        gezien = lees_beeld(wereld, nu, vraag)
        assert set(gezien.lezing.vlakken) == {regio.code for regio in gezien.regios}
        for vlak in gezien.lezing.vlakken.values():
            assert vlak.cijfer
            if gezien.lezing.klassen and vlak.soort is Vlaksoort.CIJFER:
                assert vlak.regel in gezien.lezing.klassen
        assert wens(gezien)["indicator"] == gezien.staat.indicator.id
        # What is left of an address is good: read again there is nothing to complain about.
        terug = Adres.parse("/kaart", gezien.staat.adres().partition("?")[2]).vraag
        opnieuw = lees_beeld(wereld, nu, terug).staat
        assert opnieuw.meldingen == ()
        assert opnieuw.adres() == gezien.staat.adres()


@settings(max_examples=40)
@given(vraag=VRAAG)
def test_any_address_draws_a_page(wereld, vraag):
    pagina = layout(wereld, Adres("/kaart", {}, vraag))
    assert tekst(pagina)


@settings(max_examples=60)
@given(sleutel=st.sampled_from(sorted(GOED)), waarde=st.text(min_size=1, max_size=12))
def test_a_word_that_no_key_knows_is_said(wereld, sleutel, waarde):
    if waarde in GOED[sleutel] or not waarde.strip(" +,"):
        return
    with wereld.reader.momentopname() as nu:
        gezien = lees_beeld(wereld, nu, {sleutel: waarde})
    getypt = sleutel == "klassen" and gezien.staat.kijk.eigen
    assert gezien.staat.meldingen or getypt

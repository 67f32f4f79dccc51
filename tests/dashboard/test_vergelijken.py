"""The comparison on real figures: what is said, at which level, of which year."""

from dataclasses import replace

import pytest

from dashboard.components.vergelijkbeeld import beeld, bronnen, tabellen
from dashboard.components.vergelijkwoorden import erbij, kopzin, merk, spreidingen, voorop
from dashboard.page import Adres
from dashboard.pages import vergelijken
from dashboard.vergelijking import Wens, vergelijk
from tests.dashboard.onderdeel_lezen import teksten
from wijken.bron import Werkgebied
from wijken.indicator import Cijfersoort
from wijken.regio import Regiocode, Soort


@pytest.fixture(scope="module")
def naast(wereld, nu):
    """Compare an indicator over all areas."""
    gebieden = tuple(wereld.catalogus.werkgebieden.values())

    def vergelijk_dit(indicator, niveau=None, jaar=None):
        return vergelijk(nu, Wens(wereld.catalogus.indicator(indicator), niveau, jaar), gebieden)

    return vergelijk_dit


def alle_cellen(wereld, v):
    for div in tabellen(wereld, v):
        for rij in div.children.inhoud["rijen"]:
            yield from rij["cellen"]


@pytest.mark.parametrize(
    ("indicator", "zin"),
    [
        (
            "bijstand_per_1000",
            "Mensen met bijstand: in Almelo 41 van de 1.000 inwoners, in de Hoeksche Waard 10.",
        ),
        (
            "corporatiewoningen_aandeel",
            (
                "Woningen van een corporatie: in Almelo 34 van de 100 woningen, "
                "in de Hoeksche Waard 24."
            ),
        ),
        (
            # Crimes are counted per inhabitant, but are no inhabitants.
            "misdrijven_per_1000",
            "Geregistreerde misdrijven: in Almelo 54 per 1.000 inwoners, in de Hoeksche Waard 26.",
        ),
        (
            "huisarts_afstand",
            "Afstand tot de huisarts: in Almelo 1,2\u202fkm, in de Hoeksche Waard 1,1\u202fkm.",
        ),
        (
            "stedelijkheid_klasse",
            (
                "Hoe stedelijk het is: in Almelo sterk stedelijk, "
                "in de Hoeksche Waard weinig stedelijk."
            ),
        ),
    ],
)
def test_the_sentence_says_the_figures_as_people_do(wereld, naast, indicator, zin):
    assert kopzin(wereld, naast(indicator)) == zin


@pytest.mark.parametrize(
    ("indicator", "niveau", "getoond"),
    [
        ("bijstand_per_1000", None, Soort.BUURT),
        ("bijstand_per_1000", Soort.WIJK, Soort.WIJK),
        # Two of the 71 buurten of Almelo are no spread; who asks for them gets them.
        ("inkomen_inwoner_gemiddelde", None, Soort.WIJK),
        ("inkomen_inwoner_gemiddelde", Soort.BUURT, Soort.BUURT),
        ("laagste_40_personen_aandeel", Soort.BUURT, Soort.WIJK),
        ("misdrijven_per_1000", Soort.WIJK, Soort.BUURT),
        ("sociaal_minimum_aandeel", Soort.BUURT, Soort.GEMEENTE),
    ],
)
def test_the_level_shown_is_the_one_with_figures(naast, indicator, niveau, getoond):
    v = naast(indicator, niveau)
    assert v.niveau is getoond


def test_a_level_without_figures_says_at_which_level_there_are(wereld, nu, naast):
    zinnen = voorop(wereld, nu, naast("sociaal_minimum_aandeel", Soort.BUURT))
    assert any("Wel voor de hele gemeente" in zin for zin in zinnen)
    zinnen = voorop(wereld, nu, naast("laagste_40_personen_aandeel", Soort.BUURT))
    assert any("staan hier de wijken" in zin for zin in zinnen)


def test_every_buurt_is_a_dot_or_a_reason(wereld, naast):
    v = naast("bijstand_per_1000")
    assert [(len(k.gemeten), len(k.plekken)) for k in v.kanten] == [(65, 68), (38, 41)]
    stippen = beeld(wereld, v).children[0].inhoud["svg"].count("<circle")
    assert stippen == 65 + 38
    redenen = [cel["t"] for cel in alle_cellen(wereld, v) if cel.get("stil")]
    assert len(redenen) == 6
    assert all(reden.startswith("geen cijfer: ") for reden in redenen)


def test_a_small_difference_between_estimates_is_called_no_clear_difference(wereld, nu, naast):
    zinnen = " ".join(voorop(wereld, nu, naast("mantelzorger_aandeel")))
    assert "Geen duidelijk verschil" in zinnen
    assert "minder dan 5 punten" in zinnen
    assert "die grens kozen wij zelf" in zinnen


def test_a_difference_within_rounding_is_called_no_clear_difference(wereld, nu, naast):
    assert "afronding" in " ".join(voorop(wereld, nu, naast("huisarts_afstand")))


def test_distances_say_that_a_town_is_not_the_countryside(wereld, nu, naast):
    zinnen = " ".join(voorop(wereld, nu, naast("supermarkt_afstand")))
    assert "ongelijke vergelijking" in zinnen
    assert "Almelo is sterk stedelijk en de Hoeksche Waard is weinig stedelijk" in zinnen
    assert "ongelijke" not in " ".join(voorop(wereld, nu, naast("koopwoningen_aandeel")))


def test_different_years_are_said(wereld, nu, naast):
    v = naast("ouderen_65_aandeel", jaar=2024)
    ouder = naast("ouderen_65_aandeel", jaar=2020)
    gemengd = replace(v, kanten=(v.kanten[0], ouder.kanten[1]))
    zinnen = " ".join(voorop(wereld, nu, gemengd))
    assert "niet van hetzelfde jaar. Almelo: 2024, Hoeksche Waard: 2020." in zinnen
    assert "hetzelfde jaar" not in " ".join(voorop(wereld, nu, v))


def test_areas_drawn_anew_are_said(wereld, naast):
    zinnen = " ".join(erbij(wereld, naast("bijstand_per_1000")))
    assert "De buurten van Almelo zijn na 2020 opnieuw getekend" in zinnen
    assert "Hoeksche Waard zijn na" not in zinnen


def test_nederland_is_only_named_in_its_own_year(wereld, nu, naast):
    # The copy of 2024 has no row for the country.
    oud, nieuw = naast("ouderen_65_aandeel", jaar=2020), naast("ouderen_65_aandeel", jaar=2024)
    assert "Nederland: 19." in voorop(wereld, nu, oud)
    assert nieuw.land is None
    assert any("De middelste van 342 gemeenten" in z for z in voorop(wereld, nu, nieuw))


def test_the_year_asked_for_is_shown_and_an_unknown_one_told(wereld, naast):
    assert naast("ouderen_65_aandeel").jaren == (2024, 2020)
    assert naast("ouderen_65_aandeel", jaar=2020).kanten[0].uitgave.periode.jaar == 2020
    blad = vergelijken.layout(
        wereld, Adres("/vergelijken", {}, {"indicator": "ouderen_65_aandeel", "jaar": "1999"})
    )
    assert any("Van «1999» zijn er geen cijfers. Hier staat 2024." in t for t in teksten(blad))


@pytest.mark.parametrize("niveau", [None, Soort.BUURT, Soort.WIJK])
def test_every_indicator_can_be_compared_with_nothing_left_blank(wereld, nu, naast, niveau):
    for indicator in wereld.catalogus.indicatoren.values():
        if not indicator.tonen:
            continue
        v = naast(indicator.id, niveau)
        zinnen = [
            kopzin(wereld, v),
            *voorop(wereld, nu, v),
            *erbij(wereld, v),
            *spreidingen(wereld, v),
        ]
        assert all(zin.strip() and "None" not in zin for zin in zinnen), indicator.id
        assert all(cel["t"] for cel in alle_cellen(wereld, v)), indicator.id
        assert bool(bronnen(wereld, v)) is bool(v.waarden), indicator.id
        if indicator.soort is Cijfersoort.MODEL:
            assert merk(wereld, v), indicator.id


def test_no_area_is_called_better_than_another(wereld, nu, naast):
    for indicator in wereld.catalogus.indicatoren.values():
        if indicator.tonen:
            v = naast(indicator.id)
            zinnen = " ".join([kopzin(wereld, v), *voorop(wereld, nu, v), *erbij(wereld, v)])
            assert "beter" not in zinnen.lower().replace("beter wonen", "")
            assert "slechter" not in zinnen
            assert ("gunstiger" in zinnen) is (indicator.richting != "neutraal"), indicator.id


@pytest.mark.parametrize(
    ("vraag", "melding"),
    [
        ({"indicator": "onzin"}, "Het onderwerp «onzin» is er niet."),
        ({"indicator": "bijstand_per_1000", "niveau": "straat"}, "«straat» is geen niveau."),
        ({"indicator": "bijstand_per_1000", "jaar": "²"}, "zijn er geen cijfers. Hier staat 2020."),
    ],
)
def test_a_nonsense_address_gives_the_nearest_view_and_says_so(wereld, vraag, melding):
    blad = vergelijken.layout(wereld, Adres("/vergelijken", {}, vraag))
    assert any(melding in tekst for tekst in teksten(blad))


def test_without_a_choice_each_area_shows_what_it_looks_at_first(wereld):
    gelezen = teksten(vergelijken.layout(wereld, Adres("/vergelijken", {}, {})))
    for gebied in wereld.catalogus.werkgebieden.values():
        assert gebied.vraag in gelezen
    assert "Almelo kijkt eerst naar: inkomen en armoede" in gelezen
    eerste = gelezen.index("Almelo kijkt eerst naar: inkomen en armoede")
    tweede = gelezen.index("Hoeksche Waard kijkt eerst naar: bevolking en leeftijd")
    assert eerste < tweede < gelezen.index("Huishoudens")
    for naam in ("Mensen met bijstand", "Voelt zich eenzaam, 65-plussers", "Koopwoningen"):
        assert naam in gelezen


def test_a_third_area_costs_no_code(wereld, nu):
    # Amsterdam, of which our copy has the gemeente only.
    verzonnen = Werkgebied(
        slug="verzonnen",
        naam="Verzonnen Wonen",
        plaats="Verzonnen",
        codes=(Regiocode("GM0363"),),
        leidend_thema="wonen",
        eerste=("bijstand_per_1000",),
        kleur="#333333",
        vraag="Verzonnen?",
    )
    catalogus = wereld.catalogus
    gebieden = {**catalogus.werkgebieden, "verzonnen": verzonnen}
    drie = replace(wereld, catalogus=replace(catalogus, werkgebieden=gebieden))
    wens = Wens(catalogus.indicator("bijstand_per_1000"))
    zin = kopzin(drie, vergelijk(nu, wens, tuple(gebieden.values())))
    assert "in Almelo 41 van de 1.000 inwoners, in de Hoeksche Waard 10, in Verzonnen" in zin
    gelezen = teksten(vergelijken.layout(drie, Adres("/vergelijken", {}, {"ander": "verzonnen"})))
    assert "Verzonnen kijkt eerst naar: wonen en woningvoorraad" in gelezen

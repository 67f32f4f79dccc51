"""Whatever is fed to the importer: nothing breaks, nothing is half kept, nothing bad is kept."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dashboard.register.invoer import Uitkomst, bekijk
from dashboard.register.lijstbestand import exporteer_csv
from dashboard.register.opnemen import Keus, neem_aan
from dashboard.register.regels import is_webadres, naar_velden, schoon, toets
from dashboard.register.register import Register
from dashboard.register.tabelbestand import lees_tabel
from dashboard.register.tabelblad import Tabelblad, Tabelrij
from dashboard.register.woorden import woorden
from wijken.errors import InvoerError
from wijken.persoonsgegevens import vind_persoonlijk

VELDEN = sorted(woorden().koppen)
# Near misses find more than noise does: pieces of what is right, and of what is not.
STUKKEN = st.sampled_from(
    [
        "",
        "ontmoeten",
        "wonen, ontmoeten",
        "burgerinitiatief",
        "voorziening",
        "Almelo",
        "Hoeksche Waard",
        "elders",
        "BU01411000",
        "WK196300",
        "Schelfhorst",
        "52,357",
        "6.662",
        "241842",
        "486220",
        "7607 AA",
        "1-5-2024",
        "29-2-2023",
        "ja",
        "=1+1",
        "'@som",
        "<script>alert(1)</script>",
        "06-12345678",
        "x@gmail.com",
        "https://verzonnen.example",
        "javascript:alert(1)",
        "Jan de Vries",
        "t-aahoes",
        "VOORBEELD",
        "\x00\u202e\ud800",
        "9" * 400,
        "nan",
        "inf",
        "-1e309",
    ]
)
CEL = STUKKEN | st.text(max_size=30)
KOP = st.sampled_from([*woorden().koppen.values(), "kleur", "Telefoon", "e-mail", "", "x"])
RUIM = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@st.composite
def lists(draw):
    """Any headings above any cells; rows may be longer than the headings."""
    koppen = draw(st.lists(KOP, max_size=14))
    regel = st.lists(CEL, min_size=len(koppen), max_size=len(koppen) + 1)
    rijen = draw(st.lists(regel, max_size=5))
    return Tabelblad(
        tuple(koppen), tuple(Tabelrij(n, tuple(rij)) for n, rij in enumerate(rijen, start=2))
    )


@st.composite
def good_columns(draw):
    """All columns of the form above cells of all kinds: here rows do come through."""
    velden = [veld for veld in VELDEN if veld not in ("punt", "huisnummer")]
    half_goed = {"omschrijving": "Iets.", "soort": "voorziening"}
    half_goed |= {"themas": "wonen", "werkgebied": "Almelo"}
    rijen = []
    for n in range(draw(st.integers(1, 4))):
        anders = draw(st.dictionaries(st.sampled_from(velden), CEL, max_size=4))
        rij = half_goed | {"naam": f"Verzonnen {n}"} | anders
        rijen.append(Tabelrij(n + 2, tuple(rij.get(veld, "") for veld in velden)))
    return Tabelblad(tuple(woorden().koppen[veld] for veld in velden), tuple(rijen))


@pytest.fixture(scope="module")
def shared(tmp_path_factory):
    """One register for all examples of a property: what comes in is undone again."""
    register = Register(tmp_path_factory.mktemp("rommel"))
    yield register
    register.sluit()


def take(register, voorbeeld):
    """Take in all that can be taken in, doubles and questions too."""
    alles = frozenset(rij.nummer for rij in voorbeeld.rijen)
    return neem_aan(register, voorbeeld, Keus(bevestigd=alles), ("Tester", "verzonnen.csv"))


@RUIM
@given(lijst=lists() | good_columns())
def test_a_list_is_judged_whatever_is_in_it(lijst, shared, wereld):
    voorbeeld = bekijk(lijst, shared.alle(), wereld)
    if voorbeeld.bezwaren:
        assert voorbeeld.rijen == ()
        with pytest.raises(InvoerError):
            take(shared, voorbeeld)
        return
    assert [rij.nummer for rij in voorbeeld.rijen] == [rij.nummer for rij in lijst.rijen]
    for rij in voorbeeld.geweigerd:
        assert rij.fouten
        assert all(b.melding and b.goed for b in rij.fouten)


@RUIM
@given(lijst=good_columns())
def test_what_comes_in_keeps_the_rules_and_an_undo_leaves_nothing(lijst, shared, wereld):
    before = shared.alle()
    voorbeeld = bekijk(lijst, before, wereld)
    uitslag = take(shared, voorbeeld)
    binnen = set(shared.alle()) - set(before)
    assert len(binnen) == uitslag.nieuw + uitslag.anders
    for initiatief in binnen:
        assert toets(naar_velden(initiatief), wereld, initiatief).is_goed
        for veld in ("website", "bron_url"):
            assert getattr(initiatief, veld) == "" or is_webadres(getattr(initiatief, veld))
        teksten = " | ".join(naar_velden(initiatief)[v] for v in ("naam", "omschrijving", "bron"))
        assert vind_persoonlijk(teksten, woorden().personen) == ()
        assert set(initiatief.themas) <= set(woorden().hoort_bij)
    if uitslag.beurt is not None:
        shared.maak_ongedaan(uitslag.beurt, "Tester")
    inhoud = [naar_velden(i) | {"versie": ""} for i in shared.alle()]
    assert inhoud == [naar_velden(i) | {"versie": ""} for i in before]


@RUIM
@given(lijst=good_columns())
def test_what_came_in_goes_out_and_comes_back_the_same(lijst, shared, wereld):
    uitslag = take(shared, bekijk(lijst, shared.alle(), wereld))
    if uitslag.beurt is None:
        return
    eigen = [i for i in shared.alle() if i.door == "Tester"]
    terug = bekijk(lees_tabel(exporteer_csv(eigen), "uit.csv"), shared.alle(), wereld)
    anders = [rij for rij in terug.rijen if rij.uitkomst is not Uitkomst.GELIJK]
    assert [(rij.uitkomst, rij.bevindingen) for rij in anders] == []
    shared.maak_ongedaan(uitslag.beurt, "Tester")


@given(tekst=st.text())
def test_a_cleaned_text_is_one_printable_line_and_stays_so(tekst):
    een = schoon(tekst)
    assert een == "" or een.isprintable()
    assert " ".join(een.split()) == een

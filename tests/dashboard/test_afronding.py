"""What rounding does to a figure of several areas: the same words on sheet, map and comparison."""

import csv
import io
import zipfile

import pytest

from dashboard.afronding import Afronding, afronding_van, als_zin
from dashboard.factsheet.keuzes import Keuzes
from dashboard.factsheet.opstellen import make_inhoud
from dashboard.page import Adres
from dashboard.pages import vergelijken
from dashboard.vergelijken.downloads import maak
from dashboard.vergelijken.kiezen import lees_zijden
from dashboard.vergelijking import Wens, vergelijk
from tests.dashboard.lees_xlsx import lees_xlsx
from tests.dashboard.onderdeel_lezen import teksten
from tests.dashboard.pdf_lezen import lees, zonder_wit
from wijken.regio import Regiocode

RIET = ("BU01411101", "BU01411102", "BU01411103")
FOCUS = {"focus": "WK014110,WK014111", "een": "beter-wonen.focus", "ander": "beter-wonen.rest"}
SOM = "opgeteld uit 3 afgeronde aantallen. Het kan er hooguit 12 naast zitten"
MIDDEL = "Een percentage of gemiddelde van gebieden samen is vaak gemaakt met afgeronde aantallen."


@pytest.fixture(scope="module")
def vergeleken(wereld, nu):
    def doe(indicator, **vraag):
        zijden = lees_zijden(wereld, nu, vraag)
        return vergelijk(nu, Wens(wereld.catalogus.indicator(indicator)), zijden.beide)

    return doe


def pagina(wereld, **vraag):
    return " ".join(teksten(vergelijken.layout(wereld, Adres("/vergelijken", {}, vraag))))


def blad_van(wereld, nu, codes):
    return make_inhoud(wereld, nu, "selectie", Keuzes.uit_vraag({"selectie": ",".join(codes)}))


@pytest.mark.parametrize(
    ("sleutel", "verwacht"),
    [
        ("inwoners_aantal", Afronding(3, 12)),
        ("ouderen_65_aandeel", Afronding(3)),
        ("wmo_per_1000", Afronding(3)),
        # Homes are counted one by one: neither their sum nor what is weighted with them is off.
        ("woningvoorraad_aantal", None),
        ("woz_gemiddelde", None),
    ],
)
def test_rounding_is_told_of_what_is_made_of_rounded_counts_only(wereld, nu, sleutel, verwacht):
    indicator = wereld.catalogus.indicator(sleutel)
    gebied = wereld.catalogus.werkgebied("beter-wonen")
    deel = nu.nieuwste_van(indicator, Regiocode(RIET[0]))
    assert afronding_van(nu, indicator, gebied, deel, 3) == verwacht
    assert afronding_van(nu, indicator, gebied, deel, 1) is None


def test_a_sheet_says_how_far_its_sums_may_be_off_and_of_shares_once(wereld, nu):
    blad = blad_van(wereld, nu, RIET)
    gezegd = [zin for zin in blad.uitleg if SOM in zin]
    assert len(gezegd) == 1
    assert gezegd[0].startswith("Inwoners, ")
    assert sum(MIDDEL in zin for zin in blad.uitleg) == 1
    alle = [*blad.omvang, *(c for blok in (*blad.blokken, *blad.bijlage) for c in blok.cijfers)]
    for cijfer in alle:
        indicator = wereld.catalogus.indicator(cijfer.sleutel)
        is_som = (indicator.optelling, indicator.soort) == ("som", "afgerond")
        assert ("afgeronde aantallen" in cijfer.merken) is is_som, cijfer.sleutel


def test_one_buurt_is_no_sum(wereld, nu):
    blad = blad_van(wereld, nu, RIET[:1])
    merken = [c.merken for blok in (*blad.blokken, *blad.bijlage) for c in blok.cijfers]
    assert not any("afgeronde" in tekst for tekst in (*blad.uitleg, *merken))


def test_web_pdf_word_and_excel_say_the_same(wereld, nu, klant):
    adres = f"?selectie={','.join(RIET)}"
    zinnen = [z for z in blad_van(wereld, nu, RIET).uitleg if "afgeronde" in z]
    assert len(zinnen) == 2
    van = {s: klant.get(f"/factsheet/selectie.{s}{adres}").data for s in ("pdf", "docx", "xlsx")}
    pdf = lees(van["pdf"]).boom.alle_tekst
    with zipfile.ZipFile(io.BytesIO(van["docx"])) as zip_:
        word = zip_.read("word/document.xml").decode()
    lees_mij = [str(cel) for rij in lees_xlsx(van["xlsx"])["Lees mij"].rijen for cel in rij]
    for zin in zinnen:
        assert zonder_wit(zin) in pdf
        assert zin in word
        assert zin in lees_mij
    cijfers = lees_xlsx(van["xlsx"])["Cijfers"].als_woordenboek()
    inwoners = next(rij for rij in cijfers if rij["Sleutel"] == "inwoners_aantal")
    assert SOM in inwoners.values()


def test_each_side_that_is_a_sum_says_once_how_far_it_may_be_off(wereld, vergeleken):
    v = vergeleken("inwoners_aantal", **FOCUS)
    gelezen = pagina(wereld, **FOCUS, indicator="inwoners_aantal")
    for kant in v.kanten:
        assert kant.afronding.hooguit == 4 * kant.afronding.delen > 4
        woorden = als_zin(wereld.teksten, kant.afronding)
        zin = f"{kant.zijde.naam}: {woorden[:1].lower()}{woorden[1:]}"
        assert gelezen.count(zin) == 1
    assert len({kant.afronding for kant in v.kanten}) == 2
    assert MIDDEL not in gelezen


def test_of_shares_of_a_part_the_comparison_says_it_once(wereld):
    aandeel = {"indicator": "ouderen_65_aandeel"}
    zin = "Focus van Almelo en Rest van Almelo: elk gemaakt met afgeronde aantallen."
    assert pagina(wereld, **FOCUS, **aandeel).count(zin) == 1
    alles = pagina(wereld, **FOCUS)
    assert alles.count(MIDDEL) == 1
    assert zin not in alles
    for heel in ({}, aandeel):
        assert "met afgeronde aantallen" not in pagina(wereld, **heel)


def test_a_published_figure_is_no_sum(wereld, vergeleken):
    assert all(k.afronding is None for k in vergeleken("inwoners_aantal").kanten)
    een = {"een": "WK014110", "ander": "WK014111"}
    assert all(k.afronding is None for k in vergeleken("inwoners_aantal", **een).kanten)
    assert "afgeronde aantallen" not in pagina(wereld, **een, indicator="inwoners_aantal")


def test_the_csv_of_a_comparison_says_it_with_the_figure(wereld, vergeleken):
    vraag = {**FOCUS, "indicator": "inwoners_aantal"}
    tekst = maak(wereld, Adres("/vergelijken", {}, vraag), "csv").decode("utf-8-sig")
    rijen = list(csv.DictReader(io.StringIO(tekst), delimiter=";"))
    met = [r for r in rijen if "afgeronde aantallen" in r["Opmerking"]]
    zijden = [kant.zijde.naam for kant in vergeleken("inwoners_aantal", **FOCUS).kanten]
    assert [r["Gebied"] for r in met if r["Onderwerp"] == "Inwoners"] == zijden

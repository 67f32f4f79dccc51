"""The workbook of a sheet: every figure once, as a number, with everything known about it."""

from dataclasses import replace

import pytest

from dashboard.factsheet.inhoud import BladInhoud, Zin
from dashboard.factsheet.keuzes import Keuzes
from dashboard.factsheet.opstellen import make_inhoud
from dashboard.factsheet.xlsx import decimalen_van, schrijf_xlsx
from tests.dashboard.lees_xlsx import eigenschap, lees_xlsx
from tests.dashboard.verzonnen_blad import LASTIG, kaal_blad, verzonnen_blad, waarneming
from wijken.regio import Regiocode

# A werkgebied of each corporation, a wijk that was redrawn, a buurt with hardly any figures.
ECHT = ("beter-wonen", "hw-wonen", "WK014111", "BU01411206")
BLADEN = ["Cijfers", "Lees mij", "Zinnen", "Initiatieven", "Bronnen"]


@pytest.fixture(scope="module")
def echt(wereld, nu):
    return {slug: make_inhoud(wereld, nu, slug, Keuzes()) for slug in ECHT}


@pytest.fixture(params=["verzonnen", "kaal", *ECHT])
def blad(request, echt) -> BladInhoud:
    verzonnen = {"verzonnen": verzonnen_blad, "kaal": kaal_blad}
    return verzonnen[request.param]() if request.param in verzonnen else echt[request.param]


def alle(blad):
    blokken = (c for blok in (*blad.blokken, *blad.bijlage) for c in blok.cijfers)
    return [*blad.omvang, *blokken]


def rijen(blad, vel="Cijfers"):
    return lees_xlsx(schrijf_xlsx(blad))[vel].als_woordenboek()


def gelijk(waarde):
    """Excel keeps sixteen digits of a number."""
    return None if waarde is None else pytest.approx(waarde, rel=1e-14)


def leeg(tekst):
    """An empty text makes an empty cell."""
    return tekst or None


def test_every_figure_is_a_row_that_says_what_the_sheet_says(blad):
    gevonden = {(rij["Sleutel"], rij["Code"]): rij for rij in rijen(blad) if rij["Sleutel"]}
    for cijfer in alle(blad):
        rij = gevonden[cijfer.sleutel, cijfer.plek or cijfer.waarneming.regio.code]
        w = cijfer.waarneming
        assert rij["Cijfer"] == gelijk(w.waarde)
        assert rij["Op het blad"] == f"{cijfer.getal} {cijfer.eenheid}".strip()
        assert rij["Eenheid"] == leeg(cijfer.maat or cijfer.eenheid)
        assert (rij["Onderwerp"], rij["Bronregel"]) == (cijfer.naam, cijfer.bronregel)
        assert (rij["Jaar"], rij["Indeling"]) == (w.periode.jaar, w.indeling)
        assert (rij["Tabel"], rij["Editie"]) == (w.herkomst.tabel, w.herkomst.editie)
        assert (leeg(rij["Ter vergelijking"]), rij["Soort"]) == (leeg(cijfer.naast), cijfer.soort)
        assert (rij["Ondergrens"], rij["Bovengrens"]) == (gelijk(w.onder), gelijk(w.boven))


@pytest.mark.parametrize("slug", ECHT)
def test_the_homes_of_the_sheet_are_rows_with_the_same_figure_and_year(echt, slug):
    gevonden = {(rij["Sleutel"], rij["Jaar"]): rij for rij in rijen(echt[slug])}
    assert echt[slug].woningen
    for regel in echt[slug].woningen:
        rij = gevonden[regel.sleutel, int(regel.jaar)]
        # A table of cells has no use for the thin space of a line of text.
        assert "".join(rij["Op het blad"].split()) == "".join(regel.getal.split())
        assert rij["Tabel"] == regel.waarneming.herkomst.tabel


def test_a_figure_is_one_row_and_a_missing_one_too(blad):
    verschillend = {cijfer.waarneming for cijfer in alle(blad)}
    assert len(rijen(blad)) == len(verschillend) + len(blad.ontbreekt)


def test_a_missing_figure_is_an_empty_cell_with_the_reason(blad):
    onderaan = rijen(blad)[-len(blad.ontbreekt) :] if blad.ontbreekt else []
    assert [(r["Onderwerp"], r["Status"], r["Cijfer"]) for r in onderaan] == [
        (o.naam, o.reden, None) for o in blad.ontbreekt
    ]


def test_a_missing_figure_is_of_the_area_of_the_sheet(echt):
    codes = {(slug, rij["Code"]) for slug, blad in echt.items() for rij in rijen(blad)}
    assert codes == {
        ("beter-wonen", "GM0141"),
        ("hw-wonen", "GM1963"),
        ("WK014111", "WK014111"),
        ("BU01411206", "BU01411206"),
    }


def test_every_real_figure_has_its_definition_and_licence(echt):
    for blad in echt.values():
        for rij in rijen(blad):
            if rij["Cijfer"] is not None:
                assert all(rij[k] for k in ("Wat het betekent", "Bron", "Licentie", "Opgehaald"))


def test_a_number_is_shown_with_the_decimals_of_the_sheet():
    vel = lees_xlsx(schrijf_xlsx(verzonnen_blad()))["Cijfers"]
    kolom = vel.rijen[0].index("Cijfer")
    per_sleutel = {rij[-1]: vorm[kolom] for rij, vorm in zip(vel.rijen, vel.vormen, strict=True)}
    assert per_sleutel["kracht_1"] == "#,##0.0"
    assert per_sleutel["leidend_4"] == "#,##0"


@pytest.mark.parametrize(
    ("getal", "aantal"),
    [("34", 0), ("0,8", 1), ("73.107", 0), ("1.234,56", 2), ("−0,50", 2), ("matig stedelijk", 0)],
)
def test_the_decimals_of_a_written_number_are_counted(getal, aantal):
    assert decimalen_van(getal) == aantal


def test_no_text_from_the_data_is_a_formula(blad):
    inhoud = schrijf_xlsx(blad)
    assert all("<f>" not in vel.xml for vel in lees_xlsx(inhoud).values())
    assert "hyperlink" not in "".join(vel.xml for vel in lees_xlsx(inhoud).values())


def test_every_sheet_has_a_heading_that_stays_and_filters(blad):
    vellen = lees_xlsx(schrijf_xlsx(blad))
    assert list(vellen) == BLADEN
    for vel in vellen.values():
        assert 'ySplit="1"' in vel.xml
        assert "<autoFilter" in vel.xml


def test_every_sentence_stands_with_the_figures_behind_it(blad):
    gevonden = {
        (r["Zin"], r["Sleutel"] or r["Onderwerp"], r["Cijfer"]) for r in rijen(blad, "Zinnen")
    }
    verwacht = [
        (zin.tekst, wat, waarde)
        for zin in (*blad.kort, *blad.valt_op, *blad.sterk_ook)
        for wat, waarde in (*((w.indicator, w.waarde) for w in zin.bewijs), *zin.afgeleid)
    ]
    op_volgorde = sorted(gevonden, key=str)
    assert op_volgorde == [
        (zin, wat, gelijk(waarde)) for zin, wat, waarde in sorted(set(verwacht), key=str)
    ]


def test_a_sentence_without_a_figure_is_not_lost():
    blad = replace(kaal_blad(), kort=(Zin("Verzonnen zin zonder cijfer.", ()),))
    assert [r["Zin"] for r in rijen(blad, "Zinnen")] == ["Verzonnen zin zonder cijfer."]


def test_the_initiatives_are_all_there_with_awkward_names():
    blad = verzonnen_blad()
    gevonden = rijen(blad, "Initiatieven")
    assert [r["Naam"] for r in gevonden[: len(blad.initiatieven)]] == [
        i.naam for i in blad.initiatieven
    ]
    assert gevonden[0]["Organisatie"] == LASTIG
    assert gevonden[-1]["Naam"] == blad.nog_meer_initiatieven


def test_the_first_things_to_know_are_on_the_sheet_that_says_read_me(blad):
    teksten = [rij["Tekst"] for rij in rijen(blad, "Lees mij")]
    for tekst in (blad.titel, blad.regel, blad.versie, blad.opgehaald, blad.motto, *blad.uitleg):
        assert tekst in teksten
    for vraag in blad.atelier.vragen:
        assert vraag in teksten


def test_a_sentence_about_a_selection_names_its_parts_not_the_gemeente(wereld, nu):
    delen = ("BU01411101", "BU01411102", "BU01411103")
    blad = make_inhoud(wereld, nu, "selectie", Keuzes(selectie=delen))
    totalen = {c.waarneming for c in alle(blad)}
    codes = {(r["Zin"], r["Sleutel"]): r["Code"] for r in reversed(rijen(blad, "Zinnen"))}
    eerste = [zin for zin in (*blad.kort, *blad.valt_op) if zin.bewijs[0] in totalen]
    assert eerste
    for zin in eerste:
        assert set(codes[zin.tekst, zin.sleutels[0]].split(", ")) == set(delen)


def test_figures_of_two_areas_are_a_row_each():
    blad = verzonnen_blad()
    eerste = blad.blokken[0].cijfers[0]
    ander = replace(waarneming(eerste.sleutel, 12.0), regio=Regiocode("WK196301"))
    delen = (
        replace(eerste, plek="WK014101"),
        replace(eerste, waarneming=ander, getal="12", plek="WK196301"),
    )
    samen = replace(eerste, naast_elkaar=delen, getal="34,5 en 12")
    blok = replace(blad.blokken[0], cijfers=(samen,))
    blad = replace(blad, blokken=(blok,), bijlage=(), omvang=(), ontbreekt=())
    assert [(r["Code"], r["Cijfer"]) for r in rijen(blad)] == [
        ("WK014101", 34.0),
        ("WK196301", 12.0),
    ]


def test_the_same_sheet_is_the_same_file_dated_as_its_figures(blad):
    inhoud = schrijf_xlsx(blad)
    assert inhoud == schrijf_xlsx(blad)
    assert eigenschap(inhoud, "dcterms:created") in {"2026-11-01T00:00:00Z", "2026-11-22T00:00:00Z"}
    assert eigenschap(inhoud, "dc:title") == blad.titel

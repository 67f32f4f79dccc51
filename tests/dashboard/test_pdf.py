"""The PDF of a sheet, read back: everything is in it, tagged, in Dutch, nothing cut in two."""

import io
import json
import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from itertools import pairwise

import pdfua
import pikepdf
import pytest

from dashboard.factsheet import pdf
from dashboard.factsheet.keuzes import Keuzes
from dashboard.factsheet.letters import SANS, SERIF, fonts, schrijfbaar, tekens
from dashboard.factsheet.opstellen import make_inhoud
from dashboard.factsheet.pdf import als_gegevens, schrijf_pdf
from tests.dashboard.pdf_lezen import lees, tekstregels, zonder_wit
from tests.dashboard.verzonnen_blad import (
    ARABISCH,
    EMOJI,
    KLEUR,
    LASTIG,
    NOTITIE,
    cijfer,
    kaal_blad,
    verzonnen_blad,
)
from wijken.errors import WijkenError

MB = 1024 * 1024
# A rule of pdfua itself that cannot read arrays; headings are checked below instead.
STUKKE_REGEL = "UA-14-001"
ECHT = ("beter-wonen", "hw-wonen", "WK014111", "BU01411206", "vergelijkblad")
# The smaller headings that are no figures.
AAN_TAFEL = {"Notitievandemaker", "Wieeraantafelzit", "Watklopthierniet,enwatmister?"}
VERZONNEN = {
    "vol": verzonnen_blad(),
    "bijlage": replace(verzonnen_blad(), met_bijlage=True),
    "kaal": kaal_blad(),
}


@pytest.fixture(scope="module")
def bladen(wereld, nu):
    """Sheets made up and real ones, by name."""
    return VERZONNEN | {slug: make_inhoud(wereld, nu, slug, Keuzes()) for slug in ECHT}


@pytest.fixture(scope="module")
def geschreven(bladen):
    return {naam: schrijf_pdf(blad) for naam, blad in bladen.items()}


@pytest.fixture(params=(*VERZONNEN, *ECHT))
def naam(request):
    return request.param


@pytest.fixture
def blad(bladen, naam):
    return bladen[naam]


@pytest.fixture
def inhoud(geschreven, naam):
    return geschreven[naam]


@pytest.fixture(scope="module")
def teruggelezen(geschreven):
    return {naam: lees(inhoud) for naam, inhoud in geschreven.items()}


@pytest.fixture
def gelezen(teruggelezen, naam):
    return teruggelezen[naam]


def getoond(blad_):
    """Every figure that is on paper, in the order of the sheet."""
    blokken = blad_.blokken + (blad_.bijlage if blad_.met_bijlage else ())
    return [c for blok in blokken for c in blok.cijfers]


def platgedrukt(tekst):
    """A text as it is read back; Arabic stands in a file in the order of the eye, so not here."""
    return re.sub(r"[\u0600-\u06ff]", "", zonder_wit(schrijfbaar(tekst)))


def test_it_can_be_printed_and_is_small(inhoud):
    assert inhoud.startswith(b"%PDF-")
    assert len(inhoud) < 2 * MB


def test_an_independent_check_finds_nothing(inhoud, tmp_path):
    pad = tmp_path / "blad.pdf"
    pad.write_bytes(inhoud)
    verslag = pdfua.validate(pad)
    assert [f"{f.rule_id} {f.message}" for f in verslag.findings if f.rule_id != STUKKE_REGEL] == []


def test_it_says_that_it_is_tagged_and_in_dutch(gelezen, blad):
    assert gelezen.taal.startswith("nl")
    assert gelezen.titel == schrijfbaar(blad.titel)
    assert gelezen.toont_titel
    assert gelezen.getagd


def test_it_claims_to_be_pdf_ua(inhoud):
    with pikepdf.open(io.BytesIO(inhoud)) as geopend, geopend.open_metadata() as meta:
        assert meta["pdfuaid:part"] == "1"


def test_it_is_on_a4(inhoud):
    with pikepdf.open(io.BytesIO(inhoud)) as geopend:
        maten = {tuple(round(float(m)) for m in pagina.mediabox) for pagina in geopend.pages}
    assert maten == {(0, 0, 595, 842)}


def test_every_font_is_inside(gelezen):
    assert all(gelezen.fonts.values())
    assert {"SourceSansPro-Regular", "SourceSerifPro-Semibold"} <= gelezen.fonts.keys()


def test_headings_go_down_one_step_at_a_time(gelezen, blad):
    niveaus = [niveau for niveau, _ in gelezen.koppen]
    assert gelezen.koppen[0] == (1, platgedrukt(blad.titel))
    assert niveaus.count(1) == 1
    assert all(ander - een <= 1 for een, ander in pairwise(niveaus))


def test_every_heading_is_a_bookmark(gelezen):
    assert [zonder_wit(b) for b in gelezen.bladwijzers] == [tekst for _, tekst in gelezen.koppen]


def test_every_drawing_is_told_in_words(gelezen, blad):
    tekeningen = [t for c in getoond(blad) for t in (c.trend, c.strook)]
    verwacht = [t for t in (blad.kaart, *tekeningen) if t is not None]
    assert [f.alt for f in gelezen.van("Figure")] == [
        schrijfbaar(f"{t.titel}. {t.omschrijving}") for t in verwacht
    ]


def per_cijfer(gelezen):
    """The text between the heading of a figure and the next heading."""
    stukken, nu = [], None
    for deel in gelezen.boom.alle():
        if re.fullmatch(r"H\d", deel.soort):
            nu = [deel.alle_tekst, ""] if deel.soort in {"H3", "H4"} else None
            stukken += [nu] if nu else []
        elif nu is not None and deel.soort == "P":
            nu[1] += deel.alle_tekst
    return stukken


def test_every_figure_is_in_it_word_for_word(gelezen, blad):
    stukken = [(kop, tekst) for kop, tekst in per_cijfer(gelezen) if tekst and kop not in AAN_TAFEL]
    assert [kop for kop, _ in stukken] == [platgedrukt(c.naam) for c in getoond(blad)]
    for c, (_, tekst) in zip(getoond(blad), stukken, strict=True):
        assert tekst.startswith(platgedrukt(c.getal + c.eenheid))
        bijschriften = [t.bijschrift for t in (c.strook, c.trend) if t]
        for deel in (c.woorden, c.naast, c.merken, c.bronregel, *bijschriften):
            assert platgedrukt(deel) in tekst


def test_every_sentence_is_in_it_and_its_source_too(gelezen, blad):
    alles = gelezen.boom.alle_tekst
    for zin in (*blad.kort, *blad.sterk_ook, *blad.valt_op):
        assert platgedrukt(zin.tekst) in alles
        assert platgedrukt(zin.noot) in alles


def test_the_rest_of_the_content_is_in_it(gelezen, blad):
    alles = platgedrukt(gelezen.boom.alle_tekst)
    delen = [blad.soort, blad.vraag, blad.motto, blad.nog_meer_initiatieven, *blad.uitleg]
    delen += [blad.initiatieven_zin, *(c.getal for c in blad.omvang)]
    delen += [blad.atelier.datum, blad.atelier.plaats, blad.atelier.notitie, *blad.atelier.vragen]
    delen += [deel for partner in blad.atelier.partners for deel in partner]
    delen += [deel for o in blad.ontbreekt for deel in (o.naam, o.reden, o.elders)]
    for i in blad.initiatieven:
        delen += [i.naam, i.organisatie, i.omschrijving, i.plaats, i.gevonden]
    assert [deel for deel in delen if platgedrukt(deel) not in alles] == []


def test_every_line_about_the_homes_is_in_it_with_its_source(gelezen, blad):
    alles = platgedrukt(gelezen.boom.alle_tekst)
    for regel in blad.woningen:
        assert platgedrukt(f"{regel.naam}: {regel.getal} ({regel.jaar}") in alles
        assert platgedrukt(regel.merken) in alles
        assert platgedrukt(regel.noot) in alles


def test_the_sources_are_a_table_with_a_head(gelezen, blad):
    extra = blad.bronnen_bijlage if blad.met_bijlage else ()
    rijen = [rij.alle_tekst for rij in gelezen.van("TR")]
    assert len(rijen) == (len(blad.bronnen) + len(extra) + 1 if blad.bronnen else 0)
    for bron, rij in zip((*blad.bronnen, *extra), rijen[1:], strict=False):
        for deel in (bron.naam, bron.definitie, bron.bron, bron.tabel, bron.jaar, bron.soort):
            assert platgedrukt(deel) in rij
        assert platgedrukt(bron.opgehaald) in rij
        assert platgedrukt(bron.licentie) in rij
    assert len(gelezen.van("TH")) == (4 if rijen else 0)


def test_every_page_says_what_it_is_and_which_one(gelezen, blad):
    for nummer, tekst in enumerate(gelezen.paginatekst, start=1):
        assert platgedrukt(blad.regel) in tekst
        assert f"bladzijde{nummer}van{gelezen.bladzijden}" in tekst


def test_a_sheet_of_two_areas_is_one_page_and_its_sources(teruggelezen, bladen):
    gelezen, blad = teruggelezen["vergelijkblad"], bladen["vergelijkblad"]
    assert gelezen.bladzijden == 2
    voorkant = gelezen.paginatekst[0]
    for deel in (blad.motto, *blad.atelier.vragen, *(c.naam for c in getoond(blad))):
        assert platgedrukt(deel) in voorkant


def test_no_figure_is_cut_in_two(gelezen, blad):
    for c in getoond(blad):
        delen = [platgedrukt(deel) for deel in (c.naam, c.bronregel)]
        assert any(all(deel in tekst for deel in delen) for tekst in gelezen.paginatekst)


def test_nothing_sticks_out_of_the_page(inhoud):
    # 18 mm of margin is 51 points; a space at the end of a line may hang over.
    for links, rechts, onder in tekstregels(inhoud):
        assert links >= 50
        assert rechts <= 548
        assert 20 < onder < 842 - 35


def test_a_sheet_is_two_pages_and_one_or_two_of_sources(teruggelezen):
    for slug in ("beter-wonen", "hw-wonen", "WK014111"):
        paginas = teruggelezen[slug].paginatekst
        assert "Vooraantafel" in paginas[1]
        assert "Bronnenenuitleg" in paginas[2]
        assert len(paginas) <= 4
    assert teruggelezen["kaal"].bladzijden == 1


def test_the_same_content_gives_the_same_bytes(bladen, geschreven):
    assert schrijf_pdf(bladen["vol"]) == geschreven["vol"]


def test_the_date_of_the_figures_is_the_date_of_the_file(geschreven):
    with pikepdf.open(io.BytesIO(geschreven["vol"])) as geopend:
        assert str(geopend.docinfo.CreationDate).startswith("D:20261101")


def test_text_that_looks_like_markup_is_text(teruggelezen):
    assert zonder_wit(LASTIG) in teruggelezen["vol"].boom.alle_tekst
    assert zonder_wit(NOTITIE) in teruggelezen["vol"].boom.alle_tekst


def test_letters_from_elsewhere_stay_and_emoji_go(teruggelezen):
    alles = teruggelezen["vol"].boom.alle_tekst
    assert "Regenboogtuin" in alles
    assert not set(EMOJI) & set(alles)
    assert set(zonder_wit(ARABISCH)) <= set(alles)


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        (
            "Gewoon Nederlands: reünie, € 3,50 – 't is zo",
            "Gewoon Nederlands: reünie, € 3,50 – 't is zo",
        ),
        ("tuin \N{RAINBOW} voor u", "tuin voor u"),
        ("\N{REGIONAL INDICATOR SYMBOL LETTER N}\N{REGIONAL INDICATOR SYMBOL LETTER L}", ""),
        ("漢字", "??"),
        ("e\N{COMBINING ACUTE ACCENT}e\N{COMBINING DIAERESIS}n", "éën"),
        ("niet\N{NON-BREAKING HYPHEN}breken", "niet-breken"),
        ("\N{FULLWIDTH LATIN CAPITAL LETTER A}\N{FULLWIDTH LATIN CAPITAL LETTER B}", "AB"),
        ("regel een\nregel twee", "regel een\nregel twee"),
        ("22\N{NARROW NO-BREAK SPACE}%", "22\N{NARROW NO-BREAK SPACE}%"),
        ("", ""),
    ],
)
def test_a_text_keeps_what_can_be_printed(tekst, verwacht):
    assert schrijfbaar(tekst) == verwacht


def test_every_character_that_is_let_through_has_a_shape():
    # One line a script: the long words of all characters together need no sense, only shapes.
    alle = [chr(punt) for punt in sorted(tekens()) if chr(punt).strip()]
    regels = ["".join(alle[n : n + 60]) for n in range(0, len(alle), 60)]
    vragen = tuple(regels)
    blad_ = kaal_blad()
    blad_ = replace(blad_, atelier=replace(blad_.atelier, vragen=vragen))
    assert schrijf_pdf(blad_)


def test_our_fonts_are_found_and_those_of_the_machine_are_not():
    families = set(fonts().families())
    assert {SANS, SERIF} <= families
    assert families <= {
        SANS,
        SERIF,
        "DejaVu Sans Mono",
        "Libertinus Serif",
        "New Computer Modern",
        "New Computer Modern Math",
    }


def test_a_warning_of_typst_is_an_error(monkeypatch, tmp_path):
    sjabloon = '#set document(title: "x")\n#set text(font: "Verzonnen Letter")\nWoord'
    (tmp_path / "blad.typ").write_text(sjabloon, encoding="utf-8")
    monkeypatch.setattr(pdf, "_sjablonen", lambda: tmp_path)
    with pytest.raises(WijkenError, match="unknown font family"):
        schrijf_pdf(kaal_blad())


def test_what_typst_refuses_is_told_with_the_sheet(monkeypatch, tmp_path):
    (tmp_path / "blad.typ").write_text("Geen titel", encoding="utf-8")
    monkeypatch.setattr(pdf, "_sjablonen", lambda: tmp_path)
    with pytest.raises(WijkenError, match=r"BU01411206.*title"):
        schrijf_pdf(kaal_blad())


def test_only_what_is_printed_is_handed_over():
    gegevens = als_gegevens(verzonnen_blad())
    tekst = json.dumps(gegevens)
    assert "bewijs" not in tekst
    assert "waarneming" not in tekst
    assert gegevens["titel"] == verzonnen_blad().titel


def test_a_strip_gets_a_width_but_a_map_keeps_its_own():
    gegevens = als_gegevens(verzonnen_blad())
    assert 'width="240"' in gegevens["kaart"]["svg"]
    strook = gegevens["blokken"][0]["cijfers"][0]["strook"]["svg"]
    assert re.search(r'<svg[^>]* width="\d+"', strook)


def test_a_sheet_with_hardly_any_figures_says_first_what_is_missing(teruggelezen):
    koppen = [tekst for niveau, tekst in teruggelezen["kaal"].koppen if niveau == 2]
    assert koppen[:2] == ["Zoleestditblad", "Waternietis"]


def test_one_figure_alone_is_a_sheet_too():
    blok = replace(verzonnen_blad().blokken[0], cijfers=(cijfer("enig"),))
    blad_ = replace(kaal_blad(), blokken=(blok,), kleur=KLEUR)
    assert "Verzonnenonderwerpenig" in lees(schrijf_pdf(blad_)).boom.alle_tekst


def test_many_at_once_get_what_one_gets(bladen, geschreven):
    namen = [*VERZONNEN, *ECHT] * 4
    with ThreadPoolExecutor(max_workers=8) as ploeg:
        uit = list(ploeg.map(lambda naam: schrijf_pdf(bladen[naam]), namen))
    assert [inhoud == geschreven[naam] for inhoud, naam in zip(uit, namen, strict=True)] == [
        True
    ] * len(namen)


def test_a_qr_code_stands_on_paper_only_where_others_can_come(wereld, nu):
    ergens = "https://wijken.verzonnen.nl"
    gelezen = {}
    for adres in ("", ergens):
        daar = replace(wereld, adres=adres)
        blad = make_inhoud(daar, nu, "WK014111", Keuzes(notitie="blijft hier"))
        gelezen[adres] = lees(schrijf_pdf(blad))
    alts = {adres: {d.alt for d in g.boom.alle() if d.alt} for adres, g in gelezen.items()}
    assert f"QR-code naar {ergens}/factsheet/WK014111" in alts[ergens]
    assert not any(alt.startswith("QR-code") for alt in alts[""])

"""How fast a PDF is, content included; against the same sheet without its drawings."""

from dataclasses import replace

import pytest

from dashboard.context import make_context
from dashboard.factsheet.keuzes import Keuzes
from dashboard.factsheet.opstellen import make_inhoud
from dashboard.factsheet.pdf import schrijf_pdf
from wijken.regio import Soort

SLUG = "beter-wonen"
# So that nothing is left of the sheet before: each has a note of its own.
_TELLER = iter(range(10**6))


@pytest.fixture(scope="module")
def wereld(database):
    return make_context(database=database, data_map=database.parent)


@pytest.fixture(scope="module")
def nu(wereld):
    with wereld.reader.momentopname() as momentopname:
        yield momentopname


def maak(wereld, nu, slug=SLUG):
    keuzes = Keuzes(notitie=f"Verzonnen notitie {next(_TELLER)}")
    return schrijf_pdf(make_inhoud(wereld, nu, slug, keuzes))


def zonder_tekeningen(blad):
    def kaal(blokken):
        return tuple(
            replace(
                blok,
                cijfers=tuple(replace(c, strook=None, trend=None) for c in blok.cijfers),
            )
            for blok in blokken
        )

    return replace(blad, kaart=None, blokken=kaal(blad.blokken), bijlage=kaal(blad.bijlage))


@pytest.mark.benchmark(group="pdf")
def test_one_pdf_with_its_content(benchmark, wereld, nu):
    # The bar: under 0.3 s; the very first (see `warmup`) under 2 s.
    assert benchmark(maak, wereld, nu).startswith(b"%PDF-")


@pytest.mark.benchmark(group="pdf")
def test_content_only_as_a_part_of_it(benchmark, wereld, nu):
    assert benchmark(make_inhoud, wereld, nu, SLUG, Keuzes()).blokken


@pytest.mark.benchmark(group="pdf")
def test_baseline_a_pdf_without_drawings(benchmark, wereld, nu):
    blad = zonder_tekeningen(make_inhoud(wereld, nu, SLUG, Keuzes()))

    def schrijf():
        atelier = replace(blad.atelier, notitie=f"Verzonnen notitie {next(_TELLER)}")
        return schrijf_pdf(replace(blad, atelier=atelier))

    assert benchmark(schrijf).startswith(b"%PDF-")


@pytest.mark.benchmark(group="pdf: alle wijken")
def test_every_wijk_of_both_areas(benchmark, wereld, nu):
    # The bar: 26 wijken under 8 s.
    slugs = [
        regio.code.code
        for gebied in wereld.catalogus.werkgebieden.values()
        for regio in nu.regios(gebied, Soort.WIJK, max(g.kaart for g in gebied.grenzen))
    ]
    assert len(slugs) == 26
    some = slugs[:2] if benchmark.disabled else slugs  # two will do as a plain test

    def alle():
        return [maak(wereld, nu, slug) for slug in some]

    bladen = benchmark.pedantic(alle, rounds=1)
    assert all(inhoud.startswith(b"%PDF-") for inhoud in bladen)

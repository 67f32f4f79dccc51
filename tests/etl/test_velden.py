"""A catalogue field finds the one column of an edition, or says why not."""

import pytest

from etl.manifest import Kolom, Manifest
from etl.velden import Kopie, Reden, kies, los_op, ontleed
from tests.etl import verzonnen_snapshots as verzonnen
from wijken.bron import Editie
from wijken.indicator import Bronveld, Indicator

STROOM = Kolom("Huurwoning_7", "Huurwoning", "Huurwoning", "kWh", "Energie > Elektriciteit")
GAS = Kolom("Huurwoning_9", "Huurwoning", "Huurwoning", "m³", "Energie > Aardgas")
NIEUW = Kolom("NieuweNaam_3", "NieuweNaam", "Nieuwe naam")
OUD = Kolom("OudeNaam_8", "OudeNaam", "Oude naam")
WAARDE_LAAG = Kolom("Waarde_16", "Waarde", "Waarde", "%", "Opleiding > Laag")
WAARDE_HOOG = Kolom("Waarde_22", "Waarde", "Waarde", "%", "Opleiding > Hoog")


def maak_kopie(
    manifest: Manifest, dimensies: tuple[str, ...] = ("",), perioden: tuple[int, ...] = (2024,)
) -> Kopie:
    return Kopie(0, manifest, Editie(verzonnen.TABEL, 2024, perioden), dimensies)


def met_veld(*stammen: str, **anders: object) -> Indicator:
    plek = Bronveld("verzonnen", stammen, **anders)  # type: ignore[arg-type]
    return verzonnen.maak_indicator("iets_aantal", plek)


def kies_uit(indicator: Indicator, *kolommen: Kolom, **manifest: object):
    return kies(indicator, 0, maak_kopie(verzonnen.manifest(kolommen=kolommen, **manifest)))


@pytest.mark.parametrize(
    ("indicator", "kolommen", "verwacht"),
    [
        (met_veld("NieuweNaam"), (NIEUW, OUD), "NieuweNaam_3"),
        (met_veld("NieuweNaam", "OudeNaam"), (OUD,), "OudeNaam_8"),
        (met_veld("NieuweNaam", "OudeNaam"), (OUD, NIEUW), "NieuweNaam_3"),
        (met_veld("Huurwoning", eenheden=("kWh",)), (STROOM, GAS), "Huurwoning_7"),
        (met_veld("Huurwoning", eenheden=("m3", "M³")), (STROOM, GAS), "Huurwoning_9"),
        (met_veld("Waarde", pad="hoog"), (WAARDE_LAAG, WAARDE_HOOG), "Waarde_22"),
        (met_veld("NieuweNaam", eenheden=("%",), pad="Groep"), (NIEUW,), "NieuweNaam_3"),
    ],
    ids=[
        "stem",
        "older stem",
        "newest stem first",
        "unit",
        "one of several units",
        "group path",
        "a source that tells no unit or group contradicts nothing",
    ],
)
def test_a_field_is_found_by_stem_unit_and_group_path(indicator, kolommen, verwacht):
    keuze = kies_uit(indicator, *kolommen)
    assert keuze.kolom is not None
    assert (keuze.kolom.veld, keuze.reden) == (verwacht, Reden.GEVONDEN)


@pytest.mark.parametrize(
    ("indicator", "kolommen", "volledig", "reden"),
    [
        (met_veld("Waarde"), (WAARDE_LAAG, WAARDE_HOOG), True, Reden.MEERDUIDIG),
        (met_veld("Waarde", pad="midden"), (WAARDE_LAAG, WAARDE_HOOG), True, Reden.MEERDUIDIG),
        (met_veld("Huurwoning", eenheden=("kWh",)), (GAS,), True, Reden.ANDERE_EENHEID),
        (met_veld("Weg"), (NIEUW,), True, Reden.NIET_IN_EDITIE),
        (met_veld("Weg"), (NIEUW,), False, Reden.NIET_IN_KOPIE),
    ],
    ids=["two fit", "path fits none", "wrong unit", "gone from the edition", "not in our copy"],
)
def test_without_exactly_one_column_there_is_a_reason_and_no_guess(
    indicator, kolommen, volledig, reden
):
    keuze = kies_uit(indicator, *kolommen, volledig=volledig)
    assert (keuze.kolom, keuze.reden) == (None, reden)
    assert keuze.uitleg.endswith(".")


def test_the_number_in_a_key_does_not_matter():
    elders = Kolom("NieuweNaam_118", "NieuweNaam", "Nieuwe naam")
    keuze = kies_uit(met_veld("NieuweNaam"), elders)
    assert keuze.kolom == elders


def test_dimensions_give_period_and_role():
    dimensies = tuple(
        f"Leeftijd={leeftijd}&Marges={marge}&Perioden=2020JJ00"
        for leeftijd in ("20300", "80200")
        for marge in ("MW00000", "MOG0095", "MBG0095")
    )
    indicator = met_veld("NieuweNaam", dimensies=(("Leeftijd", "80200"),))
    manifest = verzonnen.manifest(kolommen=(NIEUW,))
    oplossing = los_op([indicator], [maak_kopie(manifest, dimensies, (2020,))])
    gevonden = {(k.rol, k.periode) for k in oplossing.koppelingen}
    assert gevonden == {(rol, "2020JJ00") for rol in ("waarde", "onder", "boven")}
    assert all("Leeftijd=80200" in k.dimensies for k in oplossing.koppelingen)


def test_an_edition_promises_years_that_the_copy_lacks():
    manifest = verzonnen.manifest(kolommen=(NIEUW,))
    kopie = maak_kopie(manifest, ("Perioden=2020JJ00",), (2016, 2020))
    beloften = los_op([met_veld("NieuweNaam")], [kopie]).beloften
    assert {(b.periode, b.in_kopie) for b in beloften} == {("2016JJ00", False), ("2020JJ00", True)}


def test_quarters_are_left_out():
    manifest = verzonnen.manifest(kolommen=(NIEUW,))
    kopie = maak_kopie(manifest, ("Perioden=2024JJ00", "Perioden=2024KW01"))
    oplossing = los_op([met_veld("NieuweNaam")], [kopie])
    assert [k.periode for k in oplossing.koppelingen] == ["2024JJ00"]


def test_several_years_without_a_period_dimension_cannot_be_told_apart():
    manifest = verzonnen.manifest(kolommen=(NIEUW,))
    keuze = kies(met_veld("NieuweNaam"), 0, maak_kopie(manifest, ("",), (2023, 2024)))
    assert (keuze.kolom, keuze.reden) == (None, Reden.GEEN_PERIODE)


@pytest.mark.parametrize(
    ("tekst", "delen"),
    [("", {}), ("A=1", {"A": "1"}), ("A=1&B=x=y", {"A": "1", "B": "x=y"})],
    ids=["none", "one", "an equals sign in a value"],
)
def test_dimensions_are_split(tekst, delen):
    assert ontleed(tekst) == delen

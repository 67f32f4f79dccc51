"""Several areas make one figure only where that is honest."""

import pytest

from wijken.periode import Periode
from wijken.regio import Regiocode
from wijken.samenvoegen import Weigering, samenvoegen
from wijken.waarneming import Herkomst, Status, Waarneming

EEN, TWEE = Regiocode("BU01411000"), Regiocode("BU01411001")


def _lees(**cijfers):
    def lees(indicator):
        waarden = cijfers.get(indicator, (None, None))
        return {
            code: Waarneming(
                indicator,
                code,
                2024,
                Periode(2024),
                waarde,
                Status.GEMETEN if waarde is not None else Status.GEHEIM,
                Herkomst("verzonnen", "VERZONNEN1", "2024-01-01"),
            )
            for code, waarde in zip((EEN, TWEE), waarden, strict=True)
        }

    return lees


@pytest.mark.parametrize(
    ("indicator", "cijfers", "waarde"),
    [
        ("inwoners_aantal", {"inwoners_aantal": (100, 300)}, 400),
        (
            "ouderen_65_aandeel",
            {"ouderen_65_aantal": (50, 50), "inwoners_aantal": (100, 300)},
            25,
        ),
        (
            "koopwoningen_aandeel",
            {"koopwoningen_aandeel": (50, 80), "woningvoorraad_aantal": (100, 300)},
            72.5,
        ),
        (
            "koopwoningen_aandeel",
            {"koopwoningen_aandeel": (50, None), "woningvoorraad_aantal": (100, 0)},
            50,
        ),
    ],
)
def test_figures_add_up_by_the_rule_of_the_indicator(catalogus, indicator, cijfers, waarde):
    samen = samenvoegen(catalogus.indicator(indicator), (EEN, TWEE), _lees(**cijfers))
    assert samen.waarde == pytest.approx(waarde)
    assert (samen.weigering, samen.delen) == (None, 2)


@pytest.mark.parametrize(
    ("indicator", "cijfers", "weigering"),
    [
        ("huisarts_afstand", {"huisarts_afstand": (1, 2)}, Weigering.NIET_OPTELBAAR),
        ("eenzaam_aandeel", {"eenzaam_aandeel": (40, 50)}, Weigering.NIET_OPTELBAAR),
        ("inwoners_aantal", {"inwoners_aantal": (100, None)}, Weigering.ONTBREEKT),
        (
            "koopwoningen_aandeel",
            {"koopwoningen_aandeel": (50, 80), "woningvoorraad_aantal": (100, None)},
            Weigering.GEEN_GEWICHT,
        ),
        (
            "ouderen_65_aandeel",
            {"ouderen_65_aantal": (0, 0), "inwoners_aantal": (0, 0)},
            Weigering.NOEMER_NUL,
        ),
    ],
)
def test_what_cannot_honestly_be_added_is_refused_with_the_reason(
    catalogus, indicator, cijfers, weigering
):
    samen = samenvoegen(catalogus.indicator(indicator), (EEN, TWEE), _lees(**cijfers))
    assert (samen.waarde, samen.weigering) == (None, weigering)


def test_a_missing_part_is_named_and_counted(catalogus):
    samen = samenvoegen(
        catalogus.indicator("inwoners_aantal"), (EEN, TWEE), _lees(inwoners_aantal=(100, None))
    )
    assert (samen.status, samen.ontbreekt) == (Status.GEHEIM, 1)

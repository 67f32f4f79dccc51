"""How a delivered number is written in the raw form: decimal point, no exponent, no loose zero."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation


def getal_als_tekst(waarde: float | str) -> str:
    """Write a number as raw text: 73107.0 is `73107`, -5.8e-05 is `-0.000058`.

    Raises:
        ValueError: when it is no finite number.
    """
    try:
        getal = Decimal(repr(waarde) if isinstance(waarde, float) else str(waarde).strip())
    except InvalidOperation:
        message = f"«{waarde}» is geen getal"
        raise ValueError(message) from None
    if not getal.is_finite():
        message = f"«{waarde}» is geen getal"
        raise ValueError(message)
    tekst = format(getal, "f")
    if "." in tekst:
        tekst = tekst.rstrip("0").rstrip(".")
    return "0" if tekst in ("-0", "") else tekst

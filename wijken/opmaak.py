"""Dutch notation: comma, thousands point, a thin space before the unit."""

from __future__ import annotations

from wijken.indicator import Eenheid, Indicator

DUN = "\u202f"  # narrow no-break space: in Source Sans; U+2009 is in neither of our fonts
_ACHTER = {
    Eenheid.PROCENT: "%",
    Eenheid.PER_1000: "per 1.000 inwoners",
    Eenheid.PER_KM2: "per km²",
    Eenheid.KM: "km",
    Eenheid.KWH: "kWh",
    Eenheid.M3: "m³",
    Eenheid.PER_HUISHOUDEN: "per huishouden",
    Eenheid.DUIZEND_EURO: "duizend euro",
}


def getal(waarde: float, decimalen: int = 0) -> str:
    """Write a number in Dutch: 73107 -> `73.107`, 0.8 -> `0,8`. Halves go away from zero."""
    afgerond = afronden(waarde, decimalen)
    engels = f"{afgerond:,.{decimalen}f}"
    tekst = engels.translate(str.maketrans(",.", ".,"))
    if afgerond == 0:
        return tekst.lstrip("-")
    return tekst.replace("-", "\u2212")


def afronden(waarde: float, decimalen: int) -> float:
    """Round as numbers are written here, halves away from zero; classes of maps use it too."""
    # Python rounds halves to even; a reader with a pocket calculator does not.
    schaal = 10.0**decimalen
    teken = -1.0 if waarde < 0 else 1.0
    # The small nudge undoes binary noise such as 0.285 * 100 = 28.499999999999996.
    geheel = int(abs(waarde) * schaal + 0.5 + 1e-9)
    return teken * geheel / schaal


def eenheid_tekst(indicator: Indicator) -> str:
    """Give the words behind a figure of this indicator; empty for bare counts and scores."""
    if indicator.eenheid in (Eenheid.AANTAL, Eenheid.PERSONEN):
        return indicator.van_wie
    return _ACHTER.get(indicator.eenheid, "")


def cijfer(waarde: float, indicator: Indicator) -> str:
    """Write a figure without its unit; classes by their label."""
    if indicator.labels:
        return indicator.labels.get(round(waarde), getal(waarde))
    return getal(waarde, indicator.decimalen)


def met_eenheid(waarde: float, indicator: Indicator) -> str:
    """Write a figure with its unit: `34 %`, `0,8 km`, `73.107 inwoners`."""
    tekst, eenheid = cijfer(waarde, indicator), eenheid_tekst(indicator)
    return f"{tekst}{DUN}{eenheid}" if eenheid and not indicator.labels else tekst


def van_de_tien(procent: float, van_wie: str) -> str:
    """Say a percentage as people do: `3 van de 10 huishoudens`, small ones out of 100."""
    tiental = afronden(procent / 10, 0)
    if abs(procent - 10 * tiental) <= 1.5 and 1 <= tiental <= 9:  # noqa: PLR2004
        return f"{getal(tiental)} van de 10 {van_wie}"
    return f"{getal(procent)} van de 100 {van_wie}"

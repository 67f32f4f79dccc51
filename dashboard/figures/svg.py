"""SVG of our own making: every text in it is escaped, so that it may stand in a page as it is."""

from __future__ import annotations

from html import escape

_XMLNS = "http://www.w3.org/2000/svg"


class Svg(str):
    """Markup that `element` wrote; any other text is escaped on its way in."""

    __slots__ = ()


def element(naam: str, *kinderen: str, **kenmerken: object) -> Svg:
    """Write one element; `stroke_width` becomes `stroke-width`, None is left out.

    Floats get at most two decimals: a hundredth of a unit is not to be seen.
    """
    delen = "".join(
        f' {sleutel.rstrip("_").replace("_", "-")}="{escape(_waarde(waarde))}"'
        for sleutel, waarde in kenmerken.items()
        if waarde is not None
    )
    inhoud = "".join(kind if isinstance(kind, Svg) else escape(kind) for kind in kinderen)
    return Svg(f"<{naam}{delen}>{inhoud}</{naam}>" if inhoud else f"<{naam}{delen}/>")


def beeld(sleutel: str, woorden: tuple[str, str], hoogte: float, *kinderen: Svg) -> Svg:
    """Give a whole drawing, as wide as its place: positions across are percentages.

    Args:
        sleutel: unique in the page; the ids of title and description are made of it.
        woorden: title and description, read out in place of the drawing.
        hoogte: in CSS pixels.
        *kinderen: what is drawn.
    """
    titel, beschrijving = woorden
    return element(
        "svg",
        element("title", titel, id=f"{sleutel}-titel"),
        element("desc", beschrijving, id=f"{sleutel}-tekst"),
        *kinderen,
        xmlns=_XMLNS,
        role="img",
        aria_labelledby=f"{sleutel}-titel {sleutel}-tekst",
        width="100%",
        height=hoogte,
    )


def procent(deel: float) -> str:
    """Write a part of the width (0-1) as SVG wants it."""
    return f"{_waarde(100 * deel)}%"


def _waarde(waarde: object) -> str:
    if isinstance(waarde, float):
        return f"{waarde:.2f}".rstrip("0").rstrip(".")
    return str(waarde)

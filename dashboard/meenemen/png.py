"""Turns the drawing of a map into a picture, with the same letters as the PDF."""

from __future__ import annotations

import typst

from dashboard.factsheet.letters import fonts
from dashboard.meenemen.svg import BREED, HOOG
from wijken.errors import WijkenError

# Dots for one unit of the drawing: sharp on a large screen, 2560 wide.
_FIJN = 2
_BLAD = (
    b"#set page(width: eval(sys.inputs.breed), height: eval(sys.inputs.hoog), margin: 0pt)\n"
    b'#image(bytes(sys.inputs.svg), format: "svg", width: 100%, height: 100%)'
)


def maak_png(svg: str) -> bytes:
    """Draw an SVG of ours as PNG.

    Raises:
        WijkenError: when Typst refuses it; a mistake of ours.
    """
    gegevens = {"svg": svg, "breed": f"{BREED:.0f}pt", "hoog": f"{HOOG:.0f}pt"}
    try:
        beeld = typst.compile(
            _BLAD, sys_inputs=gegevens, format="png", ppi=72.0 * _FIJN, font_paths=fonts()
        )
    except typst.TypstError as fout:
        message = f"Van deze kaart is geen PNG te maken: {fout.message}"
        raise WijkenError(message) from fout
    if not isinstance(beeld, bytes):
        message = f"Van deze kaart is geen PNG te maken: Typst gaf {type(beeld).__name__}."
        raise WijkenError(message)
    return beeld

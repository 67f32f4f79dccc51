"""Makes pictures for Word of our drawings: SVG to PNG by Typst, as sharp as paper asks."""

from __future__ import annotations

import json
import re
from collections import OrderedDict
from collections.abc import Iterable
from threading import Lock

import typst

from dashboard.factsheet.letters import fonts
from wijken.errors import WijkenError

_PPI = 200
_BEWAARD = 400
# A strip has no width of its own: in CSS pixels, about that of a column of the document.
_BREEDTE = 300
_BREED = re.compile(r'(<svg\b[^>]*?\bwidth=")100%(")')
# One page a drawing: starting Typst costs more than drawing.
_BRON = b"""#set page(width: auto, height: auto, margin: 0pt, fill: white)
#for svg in json(bytes(sys.inputs.svgs)) { page(image(bytes(svg), format: "svg")) }"""


class _Beelden:
    """Pictures made before, the least used thrown away first; safe between threads."""

    def __init__(self) -> None:
        self._slot = Lock()
        self._beelden: OrderedDict[str, bytes] = OrderedDict()

    def geef(self, svg: str) -> bytes | None:
        with self._slot:
            if svg in self._beelden:
                self._beelden.move_to_end(svg)
            return self._beelden.get(svg)

    def bewaar(self, nieuw: dict[str, bytes]) -> None:
        with self._slot:
            self._beelden.update(nieuw)
            while len(self._beelden) > _BEWAARD:
                self._beelden.popitem(last=False)


_BEKEND = _Beelden()


def maak_png(svgs: Iterable[str]) -> dict[str, bytes]:
    """Give for every drawing its picture at 200 pixels an inch, white behind it.

    Raises:
        WijkenError: when Typst cannot read one; a mistake of ours.
    """
    beelden = {svg: _BEKEND.geef(svg) for svg in svgs}
    nieuw = _teken([svg for svg, png in beelden.items() if png is None])
    _BEKEND.bewaar(nieuw)
    return {svg: png or nieuw[svg] for svg, png in beelden.items()}


def _teken(svgs: list[str]) -> dict[str, bytes]:
    if not svgs:
        return {}
    breed = [_BREED.sub(rf"\g<1>{_BREEDTE}\g<2>", svg, count=1) for svg in svgs]
    invoer = {"svgs": json.dumps(breed)}
    try:
        uit = typst.compile(_BRON, format="png", ppi=_PPI, sys_inputs=invoer, font_paths=fonts())
    except typst.TypstError as fout:
        message = f"Van {len(svgs)} tekeningen zijn geen plaatjes te maken: {fout.message}"
        raise WijkenError(message) from fout
    return dict(zip(svgs, uit if isinstance(uit, list) else [uit], strict=True))

"""Knows what a map's address chooses: one area or several, the focus, which part counts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dashboard.components.kaart_lagenstaat import JA
from dashboard.focus import focus_codes, lees_focus
from wijken.errors import InvoerError
from wijken.keuze import MEEST, Deel, Keuze
from wijken.regio import Regiocode, Soort

if TYPE_CHECKING:
    from dashboard.components.kaart_vraag import Vraag
    from wijken.bron import Werkgebied

_KIESBAAR = (Soort.BUURT, Soort.WIJK)
_SCHEIDING = re.compile(r"[+ ,]+")


@dataclass(frozen=True)
class Gekozen:
    """What is chosen on the map.

    Attributes:
        codes: the chosen areas: none, one, or an own selection of several.
        meer: a click adds an area to the selection or takes it away.
        focus: codes the address gives as focus, of any werkgebied.
        deel: which part of the werkgebied counts: all of it, its focus, or the rest.
    """

    codes: tuple[Regiocode, ...] = ()
    meer: bool = False
    focus: tuple[Regiocode, ...] = ()
    deel: Deel = Deel.GEHEEL

    @property
    def selectie(self) -> Regiocode | None:
        """The chosen area when it is one."""
        return self.codes[0] if len(self.codes) == 1 else None

    @property
    def eigen(self) -> tuple[Regiocode, ...]:
        """The own selection when there are several."""
        return self.codes if len(self.codes) > 1 else ()

    def om(self, code: Regiocode) -> tuple[Regiocode, ...]:
        """Give the selection with one area added, or taken away when it was in it."""
        return tuple(sorted({*self.codes} ^ {code}))

    def vraag(self) -> dict[str, object]:
        """Give these as keys of an address; None is left out."""
        return {
            "selectie": als_tekst(self.codes),
            "meer": JA if self.meer else None,
            "focus": als_tekst(self.focus),
            "deel": None if self.deel is Deel.GEHEEL else self.deel,
        }


def als_tekst(codes: tuple[Regiocode, ...]) -> str | None:
    """Write codes for an address, where a blank becomes a +; None for none."""
    return " ".join(code.code for code in codes) or None


def lees_gekozen(vraag: Vraag, gebied: Werkgebied, indeling: int) -> Gekozen:
    """Read what is chosen; what is not on this map is told and left out."""
    meer = vraag.get("meer")
    if meer not in (None, JA):
        vraag.meld("meer", str(meer))
    tekst = vraag.get("focus") or ""
    focus, alles = lees_focus(vraag.nu, tekst)
    if not alles:
        vraag.meld("focus", tekst)
    codes = _codes(vraag, gebied, indeling)
    return Gekozen(codes, meer == JA, focus, _deel(vraag, gebied, focus))


def _codes(vraag: Vraag, gebied: Werkgebied, indeling: int) -> tuple[Regiocode, ...]:
    teksten = [deel for deel in _SCHEIDING.split(vraag.get("selectie") or "") if deel]
    per_tekst = {tekst: _code(tekst) for tekst in teksten}

    def bekend(code: Regiocode | None) -> bool:
        if code is None or code.soort not in _KIESBAAR or not gebied.bevat(code):
            return False
        return vraag.nu.regio(code, indeling) is not None

    vreemd = [tekst for tekst, code in per_tekst.items() if not bekend(code)]
    if vreemd:
        # One sentence for all: a list that was pasted wrongly would fill the page.
        vraag.meld("selectie", " ".join(vreemd), indeling=indeling)
    goed = {code for code in per_tekst.values() if code is not None and bekend(code)}
    return _passend(vraag, tuple(sorted(goed)))


def _code(tekst: str) -> Regiocode | None:
    try:
        return Regiocode(tekst)
    except InvoerError:
        return None


def _passend(vraag: Vraag, codes: tuple[Regiocode, ...]) -> tuple[Regiocode, ...]:
    """Keep what may be one selection: of one gemeente and one level, and not too many."""
    if not codes:
        return ()
    try:
        return Keuze(codes=codes).codes
    except InvoerError as fout:
        vraag.meldingen.append(str(fout))
    eerste = codes[0]
    zelfde = (c for c in codes if c.gemeente == eerste.gemeente and c.soort is eerste.soort)
    return tuple(zelfde)[:MEEST]


def _deel(vraag: Vraag, gebied: Werkgebied, focus: tuple[Regiocode, ...]) -> Deel:
    gevraagd = vraag.get("deel")
    if gevraagd is None:
        return Deel.GEHEEL
    if gevraagd not in tuple(Deel):
        vraag.meld("deel", gevraagd)
        return Deel.GEHEEL
    if not focus_codes(vraag.context, gebied, focus):
        vraag.meld("geen_focus", gevraagd, gebied=gebied.naam)
        return Deel.GEHEEL
    return Deel(gevraagd)

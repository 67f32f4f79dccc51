"""Knows what a map's address chooses: one area or several, the focus, which part counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dashboard.components.datum import eerste_namen
from dashboard.components.kaart.lagenstaat import JA
from dashboard.focus import focus_codes, lees_focus
from dashboard.gekozen_in import SLEUTEL, Lot, Overzetting, merk, zet_over
from wijken.errors import InvoerError
from wijken.keuze import MEEST, Deel, Keuze
from wijken.regio import Regio, Regiocode, Soort

if TYPE_CHECKING:
    from dashboard.components.kaart.vraag import Vraag
    from wijken.bron import Werkgebied

_KIESBAAR = (Soort.BUURT, Soort.WIJK)


@dataclass(frozen=True)
class Gekozen:
    """What is chosen on the map.

    Attributes:
        codes: the chosen areas: none, one, or an own selection of several.
        meer: a click adds an area to the selection or takes it away.
        focus: codes the address gives as focus, of any werkgebied.
        deel: which part of the werkgebied counts: all of it, its focus, or the rest.
        merk: the division that an address names with a choice on this map; None for none.
    """

    codes: tuple[Regiocode, ...] = ()
    meer: bool = False
    focus: tuple[Regiocode, ...] = ()
    deel: Deel = Deel.GEHEEL
    merk: int | None = None

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


def lees_gekozen(vraag: Vraag, gebied: Werkgebied, niveau: Soort, indeling: int) -> Gekozen:
    """Read what is chosen; what is not on this map, or is another area there, is told."""
    meer = vraag.get("meer")
    if meer not in (None, JA):
        vraag.meld("meer", str(meer))
    tekst = vraag.get("focus") or ""
    focus, alles = lees_focus(vraag.nu, tekst)
    if not alles:
        vraag.meld("focus", tekst)
    codes, eigen = _codes(vraag, gebied, indeling), merk(vraag.nu, gebied, niveau, indeling)
    return Gekozen(codes, meer == JA, focus, _deel(vraag, gebied, focus), eigen)


def _codes(vraag: Vraag, gebied: Werkgebied, indeling: int) -> tuple[Regiocode, ...]:
    """Read the chosen areas as they are on this map: a code may have been re-used for another."""
    teksten = vraag.woorden("selectie")
    van = _gekozen_in(vraag)
    regios = {tekst: _regio(vraag, gebied, tekst, van) for tekst in dict.fromkeys(teksten)}
    vreemd = [tekst for tekst, regio in regios.items() if regio is None]
    if vreemd:
        # One sentence for all: a list that was pasted wrongly would fill the page.
        vraag.meld("selectie", " ".join(vreemd), indeling=indeling)
    bekend = {regio.code: regio for regio in regios.values() if regio is not None}
    over = [zet_over(vraag.nu, gebied, bekend[code], indeling) for code in sorted(bekend)]
    _meld_overzetting(vraag, over, indeling)
    return _passend(vraag, tuple(sorted({o.zelfde.code for o in over if o.zelfde})))


def _gekozen_in(vraag: Vraag) -> int | None:
    gevraagd = vraag.get(SLEUTEL)
    if gevraagd is None:
        return None
    gevonden = next((i for i in vraag.nu.indelingen() if str(i) == gevraagd), None)
    if gevonden is None:
        vraag.meld(SLEUTEL, gevraagd)
    return gevonden


def _regio(vraag: Vraag, gebied: Werkgebied, tekst: str, indeling: int | None) -> Regio | None:
    """Give the area a code means: in its newest division, unless the address names another."""
    try:
        code = Regiocode(tekst)
    except InvoerError:
        return None
    if code.soort not in _KIESBAAR or not gebied.bevat(code):
        return None
    return vraag.nu.regio(code, indeling)


def _meld_overzetting(vraag: Vraag, over: Sequence[Overzetting], indeling: int) -> None:
    """Say which areas are not what they were where they were chosen: a sentence for each fate."""
    for lot in (Lot.TOEN, Lot.HERLEID, Lot.ANDER, Lot.WEG):
        deze = [o for o in over if o.lot is lot]
        if len(deze) == 1:
            (een,) = deze
            ander = een.naar.naam if een.naar else ""
            bijna = vraag.context.teksten.zin("kaart.adres.keuze_bijna", bijna=een.bijna)
            velden = {"code": een.van.code, "ander": ander, "bijna": bijna if een.bijna else ""}
            vraag.noem(f"keuze_{lot}", een.van.naam, indeling=indeling, **velden)
        elif deze:
            lijst = eerste_namen([o.van.naam for o in deze])
            vraag.meld(f"keuze_{lot}_meer", "", lijst=lijst, indeling=indeling)


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

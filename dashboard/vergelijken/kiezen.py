"""Reads the two sides from an address: nonsense gives the nearest sensible side and a sentence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dashboard.components.datum import opsomming
from dashboard.focus import focus_van, lees_focus
from dashboard.vergelijken.zijde import Zijde, geheel_van
from wijken.bron import Werkgebied
from wijken.errors import InvoerError
from wijken.keuze import Deel, Keuze
from wijken.regio import Regio, Regiocode, Soort

if TYPE_CHECKING:
    from dashboard.context import Context
    from dashboard.momentopname import Momentopname

KANTEN = ("een", "ander")
# The second side of one and the same area, and areas that are not ours.
STIL = "#566064"
_LANG = 60


@dataclass(frozen=True)
class Kiezer:
    """What a choice is read with: areas and names of one edition, and the focus asked for."""

    context: Context
    nu: Momentopname
    focus: tuple[Regio, ...]

    def focus_van(self, gebied: Werkgebied) -> tuple[Regio, ...]:
        """Give the focus of an area: from the address, else the kept one, else our own."""
        gevraagd = [regio.code for regio in self.focus]
        return focus_van(self.context, self.nu, gebied, gevraagd)


@dataclass(frozen=True)
class Zijden:
    """The two sides and what had to be said about the address."""

    een: Zijde
    ander: Zijde
    kiezer: Kiezer
    meldingen: tuple[str, ...] = ()

    @property
    def beide(self) -> tuple[Zijde, Zijde]:
        """Both, in order."""
        return self.een, self.ander


def lees_zijden(context: Context, nu: Momentopname, vraag: Mapping[str, str]) -> Zijden:
    """Read `een`, `ander` and `focus` of an address."""
    meldingen: list[str] = []
    kiezer = Kiezer(context, nu, _focus(context, nu, vraag.get("focus", ""), meldingen))
    gebieden = tuple(context.catalogus.werkgebieden.values())
    een = _zijde(kiezer, vraag.get("een", ""), gebieden[0], meldingen)
    rest = [g for g in gebieden if g.slug != een.gebied.slug] or [gebieden[0]]
    ander = _zijde(kiezer, vraag.get("ander", ""), rest[0], meldingen)
    if str(ander.keuze) == str(een.keuze):
        ander = geheel_van(rest[0])
        meldingen.append(
            context.teksten.zin("vergelijken.adres.zelfde", naam=een.naam, ander=ander.naam)
        )
    if ander.kleur == een.kleur:
        ander = replace(ander, kleur=STIL)
    return Zijden(een, ander, kiezer, tuple(meldingen))


def _focus(
    context: Context, nu: Momentopname, tekst: str, meldingen: list[str]
) -> tuple[Regio, ...]:
    codes, alles = lees_focus(nu, tekst)
    if not alles:
        meldingen.append(context.teksten.zin("vergelijken.adres.focus", gevonden=tekst[:_LANG]))
    return tuple(regio for code in codes if (regio := nu.regio(code)) is not None)


def _zijde(kiezer: Kiezer, tekst: str, anders: Werkgebied, meldingen: list[str]) -> Zijde:
    if not tekst:
        return geheel_van(anders)
    try:
        return zijde_van(kiezer, Keuze.parse(tekst), meldingen)
    except InvoerError as fout:
        zin = kiezer.context.teksten.zin(
            "vergelijken.adres.kant", gevonden=tekst[:_LANG], reden=fout, naam=anders.plaats
        )
        meldingen.append(zin)
        return geheel_van(anders)


def zijde_van(kiezer: Kiezer, keuze: Keuze, meldingen: list[str]) -> Zijde:
    """Find what a choice names.

    Raises:
        InvoerError: when there is no such werkgebied or area.
    """
    if keuze.slug:
        return _van_gebied(kiezer, keuze, meldingen)
    if keuze.codes[0].soort in (Soort.GEMEENTE, Soort.LAND):
        return _van_gemeente(kiezer, keuze)
    return _van_codes(kiezer, keuze)


def _van_gebied(kiezer: Kiezer, keuze: Keuze, meldingen: list[str]) -> Zijde:
    zin, geheel = kiezer.context.teksten.zin, geheel_van(_gebied(kiezer, keuze.slug))
    if keuze.deel is Deel.GEHEEL:
        return geheel
    focus = kiezer.focus_van(geheel.gebied)
    if not focus:
        meldingen.append(zin("vergelijken.adres.geen_focus", naam=geheel.naam))
        return geheel
    in_zin = zin(f"vergelijken.deel_{keuze.deel}", plaats=geheel.in_zin)
    naam = zin(f"vergelijken.naam_{keuze.deel}", plaats=geheel.naam)
    deel = replace(geheel, keuze=keuze, naam=naam, in_zin=in_zin)
    if keuze.deel is Deel.FOCUS:
        return replace(deel, delen=focus)
    return replace(deel, behalve=focus)


def _gebied(kiezer: Kiezer, slug: str) -> Werkgebied:
    return kiezer.context.catalogus.werkgebied(slug)


def _van_gemeente(kiezer: Kiezer, keuze: Keuze) -> Zijde:
    code = keuze.codes[0]
    eigen = kiezer.context.catalogus.werkgebied_van(code)
    if eigen is not None and code in eigen.codes:
        return geheel_van(eigen)
    naam = kiezer.nu.landelijk.namen().get(code.code)
    if naam is None or code.soort is Soort.LAND:
        message = kiezer.context.teksten.zin("vergelijken.adres.onbekend", code=code)
        raise InvoerError(message)
    themas = tuple(kiezer.context.catalogus.themas)
    gebied = Werkgebied(code.code.lower(), naam, naam, (code,), themas[0], (), STIL, "")
    return Zijde(keuze, gebied, naam, naam, STIL, buiten=True)


def _van_codes(kiezer: Kiezer, keuze: Keuze) -> Zijde:
    zin, catalogus = kiezer.context.teksten.zin, kiezer.context.catalogus
    gebied = catalogus.werkgebied_van(keuze.codes[0])
    regios = sorted((_regio(kiezer, code) for code in keuze.codes), key=lambda r: r.naam)
    if gebied is None:  # pragma: no cover - _regio knows areas of ours only
        raise InvoerError(str(keuze))
    namen = opsomming(kiezer.context.teksten, [r.naam for r in regios])
    if len(regios) > 2:  # noqa: PLR2004 - more names than a sentence bears
        namen = zin("vergelijken.naam_eigen", aantal=len(regios), plaats=gebied.plaats)
    return Zijde(keuze, gebied, namen, namen, gebied.kleur, delen=tuple(regios))


def _regio(kiezer: Kiezer, code: Regiocode) -> Regio:
    regio = kiezer.nu.regio(code)
    if regio is None or kiezer.context.catalogus.werkgebied_van(code) is None:
        message = kiezer.context.teksten.zin("vergelijken.adres.onbekend", code=code)
        raise InvoerError(message)
    return regio

"""What the address of a comparison asks for; nonsense gives the nearest view and a sentence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dashboard import links
from dashboard.vergelijken.kiezen import Zijden, lees_zijden
from wijken.errors import InvoerError
from wijken.indicator import Indicator
from wijken.regio import Regio, Regiocode, Soort
from wijken.vergelijkregels import load_regels

if TYPE_CHECKING:
    from dashboard.context import Context
    from dashboard.momentopname import Momentopname
    from dashboard.page import Adres

NIVEAUS = (Soort.BUURT, Soort.WIJK)
# More would be no page any more.
MEEST = 30
_LANG = 40


@dataclass(frozen=True)
class Staat:
    """What the address asks for.

    Attributes:
        indicator: one subject in full; None for the overview.
        cijfers: what the overview shows; empty for the choice of the catalogue.
        buurt: of which the twins are looked for.
        gekozen: what was chosen, as the address holds it, for the links of this page.
        meldingen: what in it was not usable.
    """

    zijden: Zijden
    indicator: Indicator | None
    niveau: Soort | None
    jaar: int | None
    cijfers: tuple[Indicator, ...]
    buurt: Regio | None
    gekozen: dict[str, str]
    meldingen: tuple[str, ...]

    def adres(self, **anders: object) -> str:
        """Give the address of this view with something changed."""
        return links.vergelijken(**{**self.vraag, **anders})

    @property
    def vraag(self) -> dict[str, object]:
        """What the address of this view holds."""
        return {
            **self.gekozen,
            "indicator": self.indicator.id if self.indicator else None,
            "niveau": self.niveau,
            "jaar": self.jaar,
            "cijfers": ",".join(i.id for i in self.cijfers),
            "buurt": self.buurt.code.code if self.buurt else None,
        }

    @property
    def getoond(self) -> tuple[Indicator, ...]:
        """The figures of the overview."""
        alle = self.zijden.kiezer.context.catalogus.indicatoren
        standaard = (alle[sleutel] for sleutel in load_regels().overzicht if sleutel in alle)
        return self.cijfers or tuple(standaard)


def lees_staat(context: Context, nu: Momentopname, adres: Adres) -> Staat:
    """Read an address."""
    vraag, meldingen = adres.vraag, list[str]()
    zijden = lees_zijden(context, nu, vraag)
    meldingen += zijden.meldingen
    indicator = _indicator(context, vraag.get("indicator", ""), meldingen)
    niveau = _niveau(context, vraag.get("niveau"), meldingen)
    cijfers = _cijfers(context, vraag.get("cijfers", ""), meldingen)
    buurt = _buurt(context, nu, vraag.get("buurt", ""), meldingen)
    gekozen = {
        sleutel: str(zijde.keuze)
        for sleutel, zijde in zip(("een", "ander"), zijden.beide, strict=True)
        if vraag.get(sleutel)
    }
    if zijden.kiezer.focus:
        gekozen["focus"] = ",".join(regio.code.code for regio in zijden.kiezer.focus)
    jaar = _jaar(vraag.get("jaar", ""))
    return Staat(zijden, indicator, niveau, jaar, cijfers, buurt, gekozen, tuple(meldingen))


def _indicator(context: Context, gevraagd: str, meldingen: list[str]) -> Indicator | None:
    indicator = context.catalogus.indicatoren.get(gevraagd)
    if gevraagd and (indicator is None or not indicator.tonen):
        gevonden = gevraagd[:_LANG]
        meldingen.append(context.teksten.zin("vergelijken.adres.indicator", gevonden=gevonden))
        return None
    return indicator


def _niveau(context: Context, gevraagd: str | None, meldingen: list[str]) -> Soort | None:
    if gevraagd is None:
        return None
    if gevraagd in tuple(NIVEAUS):
        return Soort(gevraagd)
    zin, woord = context.teksten.zin, context.teksten.zin("vergelijken.niveaus.buurt")
    gevonden = gevraagd[:_LANG]
    meldingen.append(zin("vergelijken.adres.niveau", gevonden=gevonden, niveaus=woord))
    return None


def _jaar(gevraagd: str) -> int | None:
    """Give the year; 0, which no figure has, for nonsense: told where the years are known."""
    if not gevraagd:
        return None
    is_jaar = gevraagd.isascii() and gevraagd.isdecimal() and len(gevraagd) < 5  # noqa: PLR2004
    return int(gevraagd) if is_jaar else 0


def _cijfers(context: Context, tekst: str, meldingen: list[str]) -> tuple[Indicator, ...]:
    zin, alle = context.teksten.zin, context.catalogus.indicatoren
    sleutels = list(dict.fromkeys(deel for deel in tekst.split(",") if deel))
    vreemd = [s for s in sleutels if s not in alle or not alle[s].tonen]
    if vreemd:
        gevonden = ", ".join(vreemd)[:_LANG]
        meldingen.append(zin("vergelijken.adres.cijfers", gevonden=gevonden))
    goed = [alle[s] for s in sleutels if s not in vreemd]
    if len(goed) > MEEST:
        meldingen.append(zin("vergelijken.adres.te_veel", meest=MEEST))
    return tuple(goed[:MEEST])


def _buurt(context: Context, nu: Momentopname, tekst: str, meldingen: list[str]) -> Regio | None:
    if not tekst:
        return None
    try:
        regio = nu.regio(Regiocode.parse(tekst))
    except InvoerError:
        regio = None
    if regio is None or regio.soort is not Soort.BUURT:
        gevonden = tekst[:_LANG]
        meldingen.append(context.teksten.zin("vergelijken.adres.buurt", gevonden=gevonden))
        return None
    return regio

"""Knows the keys of a map's address that say how to look: classes, second theme, change, beside."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from dashboard.components.kaart.referentie import referentie
from wijken.eigen_klassen import lees_grenzen, schrijf_grenzen
from wijken.indicator import Indicator

if TYPE_CHECKING:
    from dashboard.components.kaart.uitgaven import Waar
    from dashboard.components.kaart.vraag import Vraag
    from dashboard.gegevens import Uitgave

NEDERLAND = "nederland"


class Methode(StrEnum):
    """Where classes break."""

    NATUURLIJK = "natuurlijk"
    AANTALLEN = "aantallen"
    STAPPEN = "stappen"
    EIGEN = "eigen"


class Wijze(StrEnum):
    """What the colours of the map stand for."""

    EEN = "een"
    TWEE = "twee"
    VERANDERING = "verandering"
    AFWIJKING = "afwijking"


@dataclass(frozen=True)
class Kijk:
    """How the map is looked at.

    Attributes:
        eigen: typed breaks, for `Methode.EIGEN`.
        tweede: the second theme, and which figures of it lie beside the first.
        vorig: the earlier year that change is counted from.
        naast: whether the other area stands beside this one.
    """

    wijze: Wijze = Wijze.EEN
    methode: Methode = Methode.NATUURLIJK
    eigen: tuple[float, ...] = ()
    tweede: Indicator | None = None
    tweede_uitgave: Uitgave | None = None
    vorig: Uitgave | None = None
    naast: bool = False

    def vraag(self) -> dict[str, object]:
        """Give these as keys of an address; None is left out."""
        eigen = schrijf_grenzen(self.eigen) if self.methode is Methode.EIGEN else self.methode
        return {
            "klassen": None if self.methode is Methode.NATUURLIJK else eigen,
            "tweede": self.tweede.id if self.tweede else None,
            "vorig": str(self.vorig.periode) if self.vorig else None,
            "tegenover": NEDERLAND if self.wijze is Wijze.AFWIJKING else None,
            "naast": "ja" if self.naast else None,
        }


@dataclass(frozen=True)
class Grond:
    """What is looked at: an indicator somewhere, in one year."""

    waar: Waar
    indicator: Indicator
    uitgave: Uitgave | None


def lees_tweede(vraag: Vraag, eerste: Indicator) -> Indicator | None:
    """Read the second theme; None when there is none, or when two themes cannot be shown."""
    gevraagd = vraag.get("tweede")
    if gevraagd is None:
        return None
    alle = vraag.context.catalogus.indicatoren
    tweede = alle.get(gevraagd)
    if tweede is None or not tweede.tonen:
        vraag.meld("tweede", gevraagd)
        return None
    if tweede is eerste:
        vraag.noem("tweede_zelfde", tweede.naam)
        return None
    if tweede.labels or eerste.labels:
        vraag.noem("tweede_woorden", (tweede if tweede.labels else eerste).naam)
        return None
    return tweede


def lees_kijk(vraag: Vraag, grond: Grond, tweede: Indicator | None) -> Kijk:
    """Read how to look; of ways that exclude each other the first asked for is kept."""
    methode, eigen = _methode(vraag, grond.indicator)
    naast = _naast(vraag)
    naast_tweede = _bij(vraag, grond, tweede)
    if tweede is not None and naast_tweede is not None:
        _niet_samen(vraag, "vorig", "tegenover")
        return Kijk(Wijze.TWEE, methode, eigen, tweede, naast_tweede, None, naast)
    vorig = _vorig(vraag, grond)
    if vorig is not None:
        _niet_samen(vraag, "tegenover")
        return Kijk(Wijze.VERANDERING, methode, eigen, None, None, vorig, naast)
    wijze = Wijze.AFWIJKING if _tegenover(vraag, grond) else Wijze.EEN
    return Kijk(wijze, methode, eigen, naast=naast)


def _niet_samen(vraag: Vraag, *sleutels: str) -> None:
    for sleutel in sleutels:
        gevraagd = vraag.get(sleutel)
        if gevraagd is not None:
            vraag.meld(f"{sleutel}_samen", gevraagd)


def _methode(vraag: Vraag, indicator: Indicator) -> tuple[Methode, tuple[float, ...]]:
    gevraagd = vraag.get("klassen")
    if gevraagd is None:
        return Methode.NATUURLIJK, ()
    if gevraagd in tuple(Methode) and gevraagd != Methode.EIGEN:
        return Methode(gevraagd), ()
    getypt = lees_grenzen(gevraagd, indicator.decimalen)
    for bezwaar in getypt.bezwaren:
        gebruikt = schrijf_grenzen(getypt.grenzen).replace(";", "; ")
        vraag.meld(f"klassen_{bezwaar}" if gebruikt else "klassen", gevraagd, grenzen=gebruikt)
        if not gebruikt:
            return Methode.NATUURLIJK, ()
    return Methode.EIGEN, getypt.grenzen


def _naast(vraag: Vraag) -> bool:
    gevraagd = vraag.get("naast")
    if gevraagd not in (None, "ja"):
        vraag.meld("naast", gevraagd)
    return gevraagd == "ja" and len(vraag.context.catalogus.werkgebieden) > 1


def _bij(vraag: Vraag, grond: Grond, tweede: Indicator | None) -> Uitgave | None:
    """Choose the figures of the second theme that lie beside those of the first."""
    if tweede is None:
        return None
    if grond.uitgave is None or not grond.uitgave.gemeten:
        vraag.noem("tweede_zonder_eerste", tweede.naam, indicator=grond.indicator.naam)
        return None
    gevonden = grond.waar.passend(tweede, grond.uitgave)
    if gevonden is None:
        vraag.noem("tweede_zonder", tweede.naam, niveau=grond.waar.niveau)
    return gevonden


def _vorig(vraag: Vraag, grond: Grond) -> Uitgave | None:
    gevraagd = vraag.get("vorig")
    if gevraagd is None:
        return None
    if grond.indicator.labels:
        vraag.meld("vorig_woorden", gevraagd, indicator=grond.indicator.naam)
        return None
    uitgave = grond.uitgave
    jaren = grond.waar.vroeger(grond.indicator, uitgave) if uitgave and uitgave.gemeten else ()
    gevonden = next((u for u in jaren if str(u.periode) == gevraagd), None)
    if gevonden is not None:
        return gevonden
    if uitgave is None or not jaren:
        vraag.meld("vorig_geen", gevraagd, indicator=grond.indicator.naam)
        return None
    jaar = jaren[0].periode
    vraag.meld("vorig", gevraagd, jaar=uitgave.periode, vorig=jaar)
    return jaren[0]


def _tegenover(vraag: Vraag, grond: Grond) -> bool:
    gevraagd = vraag.get("tegenover")
    if gevraagd is None:
        return False
    if gevraagd != NEDERLAND:
        vraag.meld("tegenover", gevraagd)
        return False
    uitgave = grond.uitgave
    if grond.indicator.labels or uitgave is None or not uitgave.gemeten:
        vraag.meld("tegenover_zonder", gevraagd, indicator=grond.indicator.naam)
        return False
    if referentie(vraag.nu, grond.indicator, uitgave) is None:
        vraag.meld("tegenover_zonder", gevraagd, indicator=grond.indicator.naam)
        return False
    return True

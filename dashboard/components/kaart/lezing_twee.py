"""Two themes at once: nine colours, of three classes of each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dashboard.components.kaart.ernaast import Ernaast, ernaast
from dashboard.components.kaart.klassen import DRIE, drie_klassen
from dashboard.components.kaart.klassewoorden import korte_grenzen, opsomming
from dashboard.components.kaart.lezing import Klasseregel, Lezing, Vlak, Vlaksoort
from wijken.indicator import Indicator
from wijken.klassen import Klassen
from wijken.kring import kring
from wijken.opmaak import afronden, met_eenheid
from wijken.regio import Regiocode
from wijken.waarneming import Waarneming

if TYPE_CHECKING:
    from dashboard.components.kaart.beeld import Beeld


@dataclass(frozen=True)
class As:
    """One side of the grid: a theme, its year, its classes and their words from low to high."""

    indicator: Indicator
    jaar: str
    klassen: Klassen
    woorden: tuple[str, ...]

    def klasse(self, waarde: float) -> int:
        """Give the class of a figure as it is written, spread over three when there are fewer."""
        plaats = self.klassen.klasse(afronden(waarde, self.indicator.decimalen))
        return plaats if self.klassen.aantal == DRIE else plaats * 2


def assen(beeld: Beeld) -> tuple[As, As]:
    """Give both sides: the first theme from left to right, the second from bottom to top.

    Raises:
        ValueError: on a map without a second theme.
    """
    s = beeld.staat
    if s.kijk.tweede is None or s.kijk.tweede_uitgave is None:
        message = "Een kaart van twee onderwerpen heeft een tweede onderwerp."
        raise ValueError(message)
    paren = ((s.indicator, s.jaar), (s.kijk.tweede, str(s.kijk.tweede_uitgave.periode)))
    een, ander = (_as(beeld, indicator, jaar) for indicator, jaar in paren)
    return een, ander


def lees_twee(beeld: Beeld) -> Lezing:
    """Read two themes; only areas that are proven the same place get a colour."""
    een, ander = assen(beeld)
    erbij = tweede_cijfers(beeld)
    regels = tuple(_regel(beeld, (een, ander), n) for n in range(DRIE * DRIE))
    vlakken = {
        regio.code: _vlak(beeld, (een, ander), erbij, regels, regio.code) for regio in beeld.regios
    }
    kolom = beeld.zin("twee.kolom", een=een.indicator.kort, ander=ander.indicator.kort)
    wat = opsomming([f"{a.indicator.naam}, {a.jaar}" for a in (een, ander)])
    return Lezing(vlakken, regels, kolom, wat, (beeld.zin("twee.noot"),))


def tweede_cijfers(beeld: Beeld) -> Ernaast:
    """Give the figures of the second theme, as far as the areas are the same."""
    kijk = beeld.staat.kijk
    if kijk.tweede is None or kijk.tweede_uitgave is None:
        return Ernaast({}, frozenset())
    return ernaast(beeld, kijk.tweede, kijk.tweede_uitgave)


def waarschuwing(beeld: Beeld) -> str:
    """Say it when two themes are partly the same by construction; empty when they are not."""
    tweede = beeld.staat.kijk.tweede
    gevonden = kring(beeld.staat.indicator, tweede) if tweede else None
    if gevonden is None:
        return ""
    delen = ", ".join(gevonden.kenmerken)
    if gevonden.uit is None:
        return beeld.zin("twee.kring_beide", delen=delen)
    return beeld.zin("twee.kring", model=gevonden.model.naam, uit=gevonden.uit.naam, delen=delen)


def _as(beeld: Beeld, indicator: Indicator, jaar: str) -> As:
    klassen = drie_klassen(beeld.nu, indicator, beeld.staat.niveau)
    return As(indicator, jaar, klassen, tuple(korte_grenzen(beeld, indicator, klassen)))


def _regel(beeld: Beeld, beide: tuple[As, As], nummer: int) -> Klasseregel:
    y, x = divmod(nummer, DRIE)
    hoogte = ("laag", "midden", "hoog")
    tekst = beeld.zin(
        "twee.vak",
        een=beide[0].indicator.kort,
        hoogte_een=beeld.zin(f"twee.{hoogte[x]}"),
        ander=beide[1].indicator.kort,
        hoogte_ander=beeld.zin(f"twee.{hoogte[y]}"),
    )
    return Klasseregel(f"twee-{nummer + 1}", tekst)


def _vlak(
    beeld: Beeld,
    beide: tuple[As, As],
    erbij: Ernaast,
    regels: tuple[Klasseregel, ...],
    code: Regiocode,
) -> Vlak:
    paar = (beeld.cijfers.get(code), erbij.cijfers.get(code))
    if code in erbij.gewijzigd:
        tekst = beeld.zin("gewijzigd")
        return Vlak(Vlaksoort.GEWIJZIGD, Klasseregel("gewijzigd", tekst), tekst)
    tekst = opsomming([_cijfer(beeld, a, w) for a, w in zip(beide, paar, strict=True)])
    waarden = [w.waarde for w in paar if w is not None and w.waarde is not None]
    if len(waarden) < len(paar):
        return Vlak(Vlaksoort.GEEN, Klasseregel("arcering", beeld.zin("twee.geen")), tekst)
    if any(w is not None and w.onzeker for w in paar):
        regel = Klasseregel("stippels", beeld.zin("twee.onzeker"))
        return Vlak(Vlaksoort.ONZEKER, regel, tekst, waarden[0])
    x, y = (a.klasse(waarde) for a, waarde in zip(beide, waarden, strict=True))
    return Vlak(Vlaksoort.CIJFER, regels[x + DRIE * y], tekst, waarden[0])


def _cijfer(beeld: Beeld, as_: As, gezien: Waarneming | None) -> str:
    if gezien is None or gezien.waarde is None:
        waarde = beeld.cijfer(gezien)
    else:
        waarde = met_eenheid(gezien.waarde, as_.indicator)
        waarde += f" ({beeld.zin('onzeker')})" if gezien.onzeker else ""
    return f"{as_.indicator.kort}: {waarde}"

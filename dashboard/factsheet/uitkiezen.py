"""Which figures go on a sheet, out of those that are measured: the maker's choice, or ours."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import zip_longest

from dashboard.factsheet.keuzes import Keuzes
from wijken.bron import Werkgebied
from wijken.catalogus import Catalogus
from wijken.indicator import Indicator, Optelling

AANTAL, AANTAL_KRACHT, AANTAL_LEIDEND = 14, 3, 5
KRACHT = "kracht"


class Uitkiezen:
    """Takes figures one after another; what was taken once, or asks the same, is not again."""

    def __init__(
        self, catalogus: Catalogus, gebied: Werkgebied, gemeten: Iterable[str], keuzes: Keuzes
    ) -> None:
        """Look at the figures there are with the area's and the maker's eyes."""
        self._catalogus, self._gebied, self._keuzes = catalogus, gebied, keuzes
        self._over = set(gemeten)
        self._gesteld: set[tuple[object, ...]] = set()

    def omvang(self) -> list[Indicator]:
        """Give the counts that others are a share of: inhabitants, households, homes."""
        alle = self._catalogus.indicatoren.values()
        noemers = {i.noemer for i in alle} | {i.gewogen_met for i in alle}
        return self._neem(i for i in alle if i.id in noemers and i.optelling is Optelling.SOM)

    def blokken(self) -> list[tuple[str, list[Indicator]]]:
        """Give strengths, lead theme and the other themes, each with its figures."""
        if any(sleutel in self._over for sleutel in self._keuzes.cijfers):
            return self._gekozen()
        themas = self._themas()
        leidend = self._gebied.leidend_thema if self._gebied.leidend_thema in themas else ""
        eerste = self._neem(map(self._catalogus.indicator, self._gebied.eerste if leidend else ()))
        kracht = self._neem((i for i in self._alle() if i.kracht), AANTAL_KRACHT)
        rest = max(0, AANTAL_LEIDEND - len(eerste)) if leidend else 0
        eerste += self._neem(self._goed(leidend), rest) if rest else []
        andere = [thema for thema in themas if thema != leidend]
        per_thema = self._verdeel(andere, AANTAL - len(kracht) - len(eerste))
        alles = [(KRACHT, kracht), (leidend, eerste), *per_thema.items()]
        return [(naam, lijst) for naam, lijst in alles if lijst]

    def bijlage(self, gebruikt: Iterable[str]) -> list[tuple[str, list[Indicator]]]:
        """Give every other measured figure that is shown, by theme."""
        over = self._over - set(gebruikt)
        per_thema = (
            (thema, [i for i in self._catalogus.van_thema(thema) if i.id in over])
            for thema in self._catalogus.themas
        )
        return [(thema, lijst) for thema, lijst in per_thema if lijst]

    def _gekozen(self) -> list[tuple[str, list[Indicator]]]:
        """Give exactly the figures that were asked for, strengths first, then by theme."""
        gewenst = set(self._keuzes.cijfers) & self._over
        alle = [i for i in self._catalogus.indicatoren.values() if i.id in gewenst and i.tonen]
        kracht = [i for i in alle if i.kracht]
        themas = sorted(self._catalogus.themas, key=self._gebied.leidend_thema.__ne__)
        per_thema = [(t, [i for i in alle if i.thema == t and not i.kracht]) for t in themas]
        return [(naam, lijst) for naam, lijst in [(KRACHT, kracht), *per_thema] if lijst]

    def _themas(self) -> list[str]:
        gekozen = [thema for thema in self._catalogus.themas if thema in self._keuzes.themas]
        return gekozen or list(self._catalogus.themas)

    def _verdeel(self, themas: list[str], aantal: int) -> dict[str, list[Indicator]]:
        """Take from the other themes in turns until there are enough."""
        rijen = [self._neem(self._goed(naam), aantal) for naam in themas]
        om_de_beurt = [i for ronde in zip_longest(*rijen) for i in ronde if i is not None][:aantal]
        return {naam: [i for i in om_de_beurt if i.thema == naam] for naam in themas}

    def _alle(self) -> Iterator[Indicator]:
        return (i for naam in self._catalogus.themas for i in self._goed(naam))

    def _goed(self, thema: str) -> Iterator[Indicator]:
        """Give what can be compared: shares and means; a bare count says how large a place is."""
        alle = self._catalogus.van_thema(thema)
        return (i for i in alle if i.id in self._over and i.optelling is not Optelling.SOM)

    def _neem(self, uit: Iterable[Indicator], aantal: int = AANTAL) -> list[Indicator]:
        """Take the first few that are not on the sheet yet, nor the same for another age."""
        genomen: list[Indicator] = []
        for indicator in uit:
            vraag = wat_gevraagd(indicator)
            if len(genomen) < aantal and indicator.id in self._over and vraag not in self._gesteld:
                genomen.append(indicator)
                self._gesteld.add(vraag)
        return genomen


def wat_gevraagd(indicator: Indicator) -> tuple[object, ...]:
    """Give what an indicator asks, whatever the age group: the fields it comes from."""
    stammen = tuple(veld.stammen for veld in indicator.bronvelden)
    return (indicator.eenheid, *stammen) if stammen else (indicator.id,)

"""What can be asked of the whole country: every gemeente, every buurt, and what they are called."""

from __future__ import annotations

from collections.abc import Mapping
from statistics import median
from typing import TYPE_CHECKING

from dashboard.gegevens import Mediaan, Voorziening
from wijken.gelijkenis import Profiel
from wijken.regio import Regiocode

if TYPE_CHECKING:
    from dashboard.reader import Editie
    from wijken.indicator import Indicator
    from wijken.periode import Periode
    from wijken.vergelijkregels import Corporatieregel, Gelijkenisregel


class Landelijk:
    """Reads one edition; what was read once is kept with it."""

    def __init__(self, editie: Editie) -> None:
        """Look at one edition."""
        self._editie = editie

    def gemeenten(
        self, indicator: Indicator, periode: Periode, indeling: int
    ) -> Mapping[str, float]:
        """Give the figure of every gemeente that has one, by code."""
        waarden = {"indicator": indicator.id, "periode": periode.code, "indeling": indeling}
        return self._editie.onthoud(
            ("alle gemeenten", *waarden.values()),
            lambda: {
                rij["regio"]: rij["waarde"]
                for rij in self._editie.vraag("gemeentecijfers", **waarden)
            },
        )

    def voorzieningen(self) -> tuple[Voorziening, ...]:
        """Give every facility of OpenStreetMap with a name; none before the first refresh."""
        return tuple(
            Voorziening(
                rij["id"], rij["soort"], rij["naam"], bytes(rij["geometrie"]), rij["opgehaald"]
            )
            for rij in self._editie.vraag("alle_voorzieningen")
        )

    def mediaan_van_klasse(
        self,
        indicator: Indicator,
        maat: Indicator,
        klasse: float,
        wanneer: tuple[Periode, int],
    ) -> Mediaan | None:
        """Give the median of the gemeenten that are in one class of another indicator.

        Args:
            indicator: of which the median.
            maat: the indicator that classes are made by (how urban a gemeente is).
            klasse: the class.
            wanneer: period and division, of both.
        """
        klassen = self.gemeenten(maat, *wanneer)
        waarden = [
            waarde
            for code, waarde in self.gemeenten(indicator, *wanneer).items()
            if klassen.get(code) == klasse
        ]
        return Mediaan(median(waarden), len(waarden)) if waarden else None

    def corporatiebuurten(
        self, indicator: Indicator, regel: Corporatieregel, wanneer: tuple[Periode, int]
    ) -> Mediaan | None:
        """Give the median of all buurten where corporations own much; None without enough.

        The share is that of the same division, of the year nearest to the figure's.
        """
        periode, indeling = wanneer
        vraag = {
            "indicator": indicator.id,
            "periode": periode.code,
            "indeling": indeling,
            "aandeel": regel.indicator,
            "minstens": regel.minstens,
        }
        waarden = self._editie.onthoud(
            ("corporatiebuurten", *vraag.values()),
            lambda: [r["waarde"] for r in self._editie.vraag("corporatiebuurten", **vraag)],
        )
        return Mediaan(median(waarden), len(waarden)) if len(waarden) >= regel.buurten else None

    def profielen(self, regel: Gelijkenisregel) -> Mapping[str, Profiel]:
        """Give every buurt of the country that is large enough and has all figures, by code."""

        def lees() -> dict[str, Profiel]:
            rijen = self._editie.vraag(
                "buurtprofielen",
                indicatoren=list(regel.indicatoren),
                inwoners=regel.inwoners,
                minstens=regel.minstens,
                periode=f"{regel.periode}JJ00",
                indeling=regel.indeling,
            )
            return {r["regio"]: Profiel(Regiocode(r["regio"]), tuple(r["waarden"])) for r in rijen}

        return self._editie.onthoud(("profielen", regel), lees)

    def namen(self) -> Mapping[str, str]:
        """Give the newest name of every gemeente and buurt of the country, by code."""
        return self._editie.onthoud(
            ("namen",), lambda: {r["regio"]: r["naam"] for r in self._editie.vraag("namen")}
        )

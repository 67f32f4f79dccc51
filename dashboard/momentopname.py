"""What can be asked of one edition of the figures; answers are domain objects in a fixed order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace
from statistics import median
from typing import TYPE_CHECKING, Any, TypeVar

from dashboard import door_de_jaren
from dashboard.gegevens import (
    LETTERS,
    BronRegel,
    Kaartcijfer,
    Mediaan,
    Uitgave,
    VeldRegel,
    is_onzeker,
    met_noemers,
)
from dashboard.kaartopname import Kaartopname
from dashboard.landelijk import Landelijk
from wijken.bron import Werkgebied
from wijken.catalogus import Catalogus
from wijken.indicator import Indicator
from wijken.periode import Periode
from wijken.regio import Regio, Regiocode, Soort
from wijken.waarneming import Herkomst, Status, Waarneming

if TYPE_CHECKING:
    from dashboard.reader import Editie

T = TypeVar("T")
_STATUSSEN = {str(status): status for status in Status}  # asked thousands of times for a map


class Momentopname:
    """Reads one edition. All lists are in a fixed order; what was read once is kept."""

    def __init__(self, editie: Editie, catalogus: Catalogus) -> None:
        """Look at one edition with the catalogue's eyes."""
        self._editie = editie
        self.catalogus = catalogus
        self.landelijk = Landelijk(editie)
        alle = catalogus.werkgebieden.values()
        self._gemeenten = sorted({c.code[2:] for w in alle for c in w.codes + w.voorgangers})
        self.kaarten = Kaartopname(editie, catalogus, self._gemeenten)

    @property
    def stempel(self) -> str:
        """The build stamp of this edition, part of a map's address."""
        return self._editie.stempel

    def onthoud(self, sleutel: tuple[Any, ...], maak: Callable[[], T]) -> T:
        """Give what was made before of this edition under this key."""
        return self._editie.onthoud(sleutel, maak)

    @property
    def datum(self) -> str:
        """ISO date of the newest fetch."""
        return max((bron.opgehaald for bron in self.bronnen()), default="")

    def regios(self, gebied: Werkgebied, niveau: Soort, indeling: int) -> tuple[Regio, ...]:
        """Give the regions of a level in one division, by name."""
        return tuple(regio for regio, _ in self._regios(gebied, niveau, indeling))

    def indelingen(self) -> tuple[int, ...]:
        """Give every division our areas have regions in, oldest first."""
        return tuple(sorted({regio.indeling for regio, _ in self._alle_regios()}))

    def nieuwste_regios(self, gebied: Werkgebied, niveau: Soort) -> tuple[Regio, ...]:
        """Give the regions of a level in the newest division they have, by name."""
        alle = [r for r, _ in self._alle_regios() if r.soort is niveau and gebied.bevat(r.code)]
        nieuwste = max((r.indeling for r in alle), default=0)
        return tuple(r for r in alle if r.indeling == nieuwste)

    def geometrieen(
        self, gebied: Werkgebied, niveau: Soort, indeling: int
    ) -> tuple[tuple[Regio, bytes], ...]:
        """Give regions with their outline (WKB, EPSG:4326); those without one are left out."""
        alle = self._regios(gebied, niveau, indeling)
        return tuple((regio, vorm) for regio, vorm in alle if vorm is not None)

    def regio(self, code: Regiocode, indeling: int | None = None) -> Regio | None:
        """Find a region of our areas, in its newest division unless one is asked for."""
        gevonden = self._per_code().get(code, [])
        if indeling is not None:
            gevonden = [r for r in gevonden if r.indeling == indeling]
        return max(gevonden, key=lambda regio: regio.indeling, default=None)

    def uitgaven(
        self, indicator: Indicator, gemeenten: Sequence[Regiocode], niveau: Soort
    ) -> tuple[Uitgave, ...]:
        """Give every period and division an indicator has at a level, newest first."""
        letters = {code.code[2:] for code in gemeenten}
        som: dict[tuple[str, int], list[int]] = defaultdict(lambda: [0, 0])
        for rij in self._uitgaven().get((indicator.id, LETTERS[niveau]), ()):
            if rij["gemeente"] in letters:
                telling = som[rij["periode"], rij["indeling"]]
                telling[0] += rij["gemeten"]
                telling[1] += rij["totaal"]
        lijst = [Uitgave(Periode.parse(p), i, *telling) for (p, i), telling in som.items()]
        return tuple(sorted(lijst, key=lambda u: (u.periode, u.indeling), reverse=True))

    def getoond(self, thema: str = "") -> tuple[Indicator, ...]:
        """Give the indicators to show, of one theme or all, that this edition has figures of.

        The catalogue knows more than a copy holds; what it lacks stands on /verantwoording.
        """

        def lees() -> frozenset[str]:
            alle = self._uitgaven().items()
            return frozenset(i for (i, _), rijen in alle if any(rij["gemeten"] for rij in rijen))

        bekend = self._editie.onthoud(("bekend",), lees)
        alle = self.catalogus.indicatoren.values()
        return tuple(i for i in alle if i.tonen and i.id in bekend and thema in ("", i.thema))

    def nieuwste(self, indicator: Indicator, gebied: Werkgebied, niveau: Soort) -> Uitgave | None:
        """Give the newest period with at least one figure: per indicator and level."""
        alle = self.uitgaven(indicator, gebied.codes + gebied.voorgangers, niveau)
        return next((uitgave for uitgave in alle if uitgave.gemeten), None)

    def waarnemingen(
        self, indicator: Indicator, gebied: Werkgebied, niveau: Soort, uitgave: Uitgave
    ) -> tuple[Waarneming, ...]:
        """Give the figure of every region of a level, missing ones with their status."""
        waarden = {
            "indicator": indicator.id,
            "noemer": indicator.noemer or "",
            "periode": uitgave.periode.code,
            "indeling": uitgave.indeling,
            "soort": LETTERS[niveau],
            "gemeenten": [c.code[2:] for c in gebied.codes + gebied.voorgangers],
        }
        sleutel = (indicator.id, gebied.slug, niveau, uitgave.periode, uitgave.indeling)
        return self._editie.onthoud(
            ("waarnemingen", *sleutel),
            lambda: tuple(
                self._waarneming(r) for r in self._editie.vraag("waarnemingen", **waarden)
            ),
        )

    def zekere_waarden(self, indicator: Indicator, niveau: Soort) -> tuple[float, ...]:
        """Give every certain figure of our areas at a level, ascending: all years together."""
        waarden = {
            "indicator": indicator.id,
            "noemer": indicator.noemer or "",
            "soort": LETTERS[niveau],
            "gemeenten": self._gemeenten,
        }
        return self._editie.onthoud(
            ("verdeling", indicator.id, niveau),
            lambda: tuple(
                rij["waarde"]
                for rij in self._editie.vraag("verdeling", **waarden)
                if not is_onzeker(indicator, rij)
            ),
        )

    def kaartcijfers(
        self, gebied: Werkgebied, niveau: Soort, indeling: int
    ) -> tuple[Kaartcijfer, ...]:
        """Give every figure of every indicator for the regions of a level in one division."""
        alle = self.catalogus.indicatoren
        rijen = self._editie.vraag(
            "kaartcijfers",
            indicatoren=list(alle),
            noemers=[i.noemer or "" for i in alle.values()],
            indeling=indeling,
            soort=LETTERS[niveau],
            gemeenten=[c.code[2:] for c in gebied.codes + gebied.voorgangers],
        )
        return tuple(
            Kaartcijfer(
                rij["indicator"],
                rij["regio"],
                rij["jaar"],
                rij["waarde"],
                _STATUSSEN[rij["status"]],
                is_onzeker(alle[rij["indicator"]], rij),
            )
            for rij in rijen
        )

    def waarneming(
        self, indicator: Indicator, code: Regiocode, uitgave: Uitgave
    ) -> Waarneming | None:
        """Give the figure of one region in one period and division."""
        wanneer = (uitgave.periode, uitgave.indeling)
        alle = self._profiel(code).get(indicator.id, ())
        return next((w for w in alle if (w.periode, w.indeling) == wanneer), None)

    def nieuwste_van(self, indicator: Indicator, code: Regiocode) -> Waarneming | None:
        """Give the newest measured figure of a region, else the newest missing one."""
        alle = self._profiel(code).get(indicator.id, ())
        volgorde = lambda w: (w.waarde is not None, w.periode, w.indeling)  # noqa: E731
        return max(alle, key=volgorde, default=None)

    def reeks(self, indicator: Indicator, code: Regiocode) -> tuple[Waarneming, ...]:
        """Give one figure per period, ascending; a measured and newer division first."""
        beste: dict[Periode, Waarneming] = {}
        for w in self._profiel(code).get(indicator.id, ()):
            oud = beste.get(w.periode)
            if oud is None or (w.waarde is not None, w.indeling) > (
                oud.waarde is not None,
                oud.indeling,
            ):
                beste[w.periode] = w
        return tuple(beste[periode] for periode in sorted(beste))

    def kaartjaar(self, gebied: Werkgebied, indeling: int) -> int:
        """Give the year of the boundaries drawn for a division; the division itself for none."""
        return door_de_jaren.kaartjaar(self._editie, gebied, indeling)

    def met_bewijs(self, gebied: Werkgebied) -> Werkgebied:
        """Give a werkgebied with what the editions themselves say of areas that did not change."""
        bewijs = door_de_jaren.bewijs(self._editie)
        return replace(gebied, onveranderd=gebied.onveranderd + bewijs)

    def gemeente_mediaan(self, indicator: Indicator, uitgave: Uitgave) -> Mediaan | None:
        """Give the median of all gemeenten of the country with a figure, None when none has."""
        waarden = {
            "indicator": indicator.id,
            "periode": uitgave.periode.code,
            "indeling": uitgave.indeling,
        }
        rijen = self._editie.onthoud(
            ("gemeenten", *waarden.values()),
            lambda: [rij["waarde"] for rij in self._editie.vraag("gemeenten", **waarden)],
        )
        return Mediaan(median(rijen), len(rijen)) if rijen else None

    def bronnen(self) -> tuple[BronRegel, ...]:
        """Give every copy of every table, by source."""
        return self._editie.onthoud(
            ("bronnen",), lambda: tuple(BronRegel(**rij) for rij in self._editie.vraag("bronnen"))
        )

    def velden(self) -> tuple[VeldRegel, ...]:
        """Give where every indicator stands in every edition, or why it does not."""
        return self._editie.onthoud(
            ("velden",), lambda: tuple(VeldRegel(**rij) for rij in self._editie.vraag("velden"))
        )

    def _alle_regios(self) -> list[tuple[Regio, bytes | None]]:
        return self._editie.onthoud(
            ("regios",),
            lambda: [
                (
                    Regio(Regiocode(rij["regio"]), rij["indeling"], rij["naam"]),
                    # DuckDB hands out bytearrays; shapely wants bytes.
                    None if rij["geometrie"] is None else bytes(rij["geometrie"]),
                )
                for rij in self._editie.vraag("regios", gemeenten=self._gemeenten)
            ],
        )

    def _per_code(self) -> dict[Regiocode, list[Regio]]:
        def deel_in() -> dict[Regiocode, list[Regio]]:
            per: dict[Regiocode, list[Regio]] = defaultdict(list)
            for regio, _ in self._alle_regios():
                per[regio.code].append(regio)
            return per

        return self._editie.onthoud(("per code",), deel_in)

    def _regios(
        self, gebied: Werkgebied, niveau: Soort, indeling: int
    ) -> list[tuple[Regio, bytes | None]]:
        return [
            (regio, vorm)
            for regio, vorm in self._alle_regios()
            if regio.indeling == indeling and regio.soort is niveau and gebied.bevat(regio.code)
        ]

    def _uitgaven(self) -> dict[tuple[str, str], list[dict[str, Any]]]:
        def lees() -> dict[tuple[str, str], list[dict[str, Any]]]:
            per: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
            for rij in self._editie.vraag("uitgaven", gemeenten=self._gemeenten):
                per[rij["indicator"], rij["soort"]].append(rij)
            return per

        return self._editie.onthoud(("uitgaven",), lees)

    def _profiel(self, code: Regiocode) -> dict[str, list[Waarneming]]:
        def lees() -> dict[str, list[Waarneming]]:
            per: dict[str, list[Waarneming]] = defaultdict(list)
            rijen = self._editie.vraag("profiel", regio=code.code)
            for rij in met_noemers(rijen, self.catalogus.indicatoren):
                per[rij["indicator"]].append(self._waarneming(rij))
            return per

        return self._editie.onthoud(("profiel", code), lees)

    def _waarneming(self, rij: dict[str, Any]) -> Waarneming:
        indicator = self.catalogus.indicatoren[rij["indicator"]]
        return Waarneming(
            indicator=indicator.id,
            regio=Regiocode(rij["regio"]),
            indeling=rij["indeling"],
            periode=Periode.parse(rij["periode"]),
            waarde=rij["waarde"],
            status=Status(rij["status"]),
            herkomst=Herkomst(rij["bron"], rij["tabel"], rij["editie"]),
            onder=rij["onder"],
            boven=rij["boven"],
            onzeker=is_onzeker(indicator, rij),
        )

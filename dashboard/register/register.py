"""The register as the rest of the dashboard sees it: read it, change it, never lose a row."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from dashboard.register import dubbelen
from dashboard.register.beurten import (
    Invoerbeurt,
    Lading,
    Ongedaan,
    draai_terug,
    lees_beurten,
    neem_lading_op,
)
from dashboard.register.bewaren import (
    Aanleiding,
    BotsingError,
    Ids,
    verander_rij,
    voeg_rij_toe,
    zoek_rij,
)
from dashboard.register.focus import Focuskeuze, lees_focus, schrijf_focus
from dashboard.register.geschiedenis import Wijziging, lees_alle, lees_geschiedenis
from dashboard.register.initiatieven import Herkomst, Initiatief, Toestand, load_initiatieven
from dashboard.register.model import InitiatiefRij
from dashboard.register.omzetten import naar_initiatief
from dashboard.register.registerbestand import DichtError, Registerbestand
from wijken.errors import InvoerError
from wijken.regio import Regiocode

__all__ = ["BotsingError", "DichtError", "Gezien", "Register"]


@dataclass(frozen=True)
class Gezien:
    """Which version of which row somebody looked at before changing it, and who that is."""

    id: str
    versie: int
    door: str


class Register(Registerbestand):
    """What users know of initiatives, and the focus they chose."""

    def alle(self) -> tuple[Initiatief, ...]:
        """Give every row, retired and merged ones included, by area and name."""
        return self.onthoud("alle", lees_alle, load_initiatieven)

    def initiatieven(self) -> tuple[Initiatief, ...]:
        """Give what pages may show: no retired row, none without consent, nothing from OSM."""
        return self._zichtbaar()[0]

    def voorzieningen_osm(self) -> tuple[Initiatief, ...]:
        """Give the facilities that were taken from OpenStreetMap; those are no initiatives."""
        return self._zichtbaar()[1]

    def geef(self, id_: str) -> Initiatief:
        """Give one row as it is now.

        Raises:
            InvoerError: when there is none with this id.
        """
        gevonden = next((i for i in self.alle() if i.id == id_), None)
        if gevonden is None:
            message = f"Er is geen initiatief «{id_}» in het register."
            raise InvoerError(message)
        return gevonden

    def geschiedenis(self, id_: str) -> tuple[Wijziging, ...]:
        """Give every change of a row, the newest first."""
        return self.vraag(lambda sessie: lees_geschiedenis(sessie, id_), tuple)

    def voeg_toe(self, nieuw: Initiatief, door: str) -> Initiatief:
        """Add a row and give it with its id."""
        with self.schrijven(door) as sessie:
            return voeg_rij_toe(sessie, Ids(sessie), nieuw, Aanleiding("toegevoegd", door))

    def wijzig(self, gezien: Gezien, velden: Mapping[str, Any]) -> Initiatief:
        """Change fields of a row and give it as it became.

        Raises:
            BotsingError: when somebody changed it since; it carries the other's row.
        """
        return self._verander(gezien, "gewijzigd", velden)

    def kijk_na(self, gezien: Gezien, dag: date) -> Initiatief:
        """Mark a row as checked on a day, by whoever looked."""
        velden = {"nagekeken": dag.isoformat(), "nagekeken_door": gezien.door}
        return self._verander(gezien, "nagekeken", velden)

    def zet_uit(self, gezien: Gezien) -> Initiatief:
        """Retire a row: it stays in the register and is shown nowhere."""
        return self._verander(gezien, "uitgezet", {"status": Toestand.UIT})

    def haal_terug(self, gezien: Gezien) -> Initiatief:
        """Bring a retired or merged row back."""
        velden = {"status": Toestand.ACTIEF, "samengevoegd_met": ""}
        return self._verander(gezien, "teruggehaald", velden)

    def mogelijke_dubbelen(self) -> tuple[dubbelen.Paar, ...]:
        """Give pairs that may be the same, the most alike first; judged pairs are left out."""

        def zoek(beoordeeld: dubbelen.Beoordeeld) -> tuple[dubbelen.Paar, ...]:
            actief = [i for i in self.alle() if i.status is Toestand.ACTIEF]
            eigen = [i for i in actief if i.herkomst is not Herkomst.OSM]
            return dubbelen.zoek_paren(eigen, beoordeeld)

        return self.onthoud(
            "dubbelen",
            lambda sessie: zoek(dubbelen.lees_beoordeeld(sessie)),
            lambda: zoek(dubbelen.Beoordeeld()),
        )

    def voeg_samen(self, blijft: Gezien, weg: Gezien) -> Initiatief:
        """Merge two rows: what stays fills its gaps from what goes, and that one refers to it."""
        with self.schrijven(blijft.door) as sessie:
            eerste, tweede = (_gezien_rij(sessie, gezien) for gezien in (blijft, weg))
            reden = Aanleiding("samengevoegd", blijft.door)
            samen = dubbelen.aangevuld(naar_initiatief(eerste), naar_initiatief(tweede))
            weg_rij = dubbelen.opgegaan(naar_initiatief(tweede), eerste.id)
            verander_rij(sessie, tweede, weg_rij, reden)
            return verander_rij(sessie, eerste, samen, reden)

    def zijn_verschillend(self, een: str, ander: str, door: str) -> None:
        """Keep that two rows are not the same, so that they are not offered again."""
        with self.schrijven(door) as sessie:
            dubbelen.schrijf_verschillend(sessie, een, ander, door)

    def neem_op(self, lading: Lading) -> int:
        """Write a whole list, or with an error nothing of it; give the number of the batch."""
        with self.schrijven(lading.door) as sessie:
            return neem_lading_op(sessie, lading)

    def beurten(self) -> tuple[Invoerbeurt, ...]:
        """Give the lists that were taken in, the newest first."""
        return self.vraag(lees_beurten, tuple)

    def maak_ongedaan(self, beurt: int, door: str) -> Ongedaan:
        """Undo a list that was taken in; rows that were changed since are kept and told."""
        with self.schrijven(door) as sessie:
            return draai_terug(sessie, beurt, door)

    def focus(self, slug: str) -> tuple[Regiocode, ...]:
        """Give the focus that was chosen for a werkgebied, () when nobody chose one."""
        keuzes = self.focus_geschiedenis(slug)
        return keuzes[0].codes if keuzes else ()

    def focus_geschiedenis(self, slug: str) -> tuple[Focuskeuze, ...]:
        """Give every focus that was chosen for a werkgebied, the one that holds first."""
        return self.onthoud(f"focus {slug}", lambda sessie: lees_focus(sessie, slug), tuple)

    def bewaar_focus(self, slug: str, codes: tuple[Regiocode, ...], door: str) -> None:
        """Keep the focus of a werkgebied; without codes there is none any more."""
        with self.schrijven(door) as sessie:
            schrijf_focus(sessie, slug, codes, door)

    def _zichtbaar(self) -> tuple[tuple[Initiatief, ...], tuple[Initiatief, ...]]:
        """Give what may be shown, apart: initiatives, and facilities of OpenStreetMap."""

        def deel() -> tuple[tuple[Initiatief, ...], tuple[Initiatief, ...]]:
            getoond = [i for i in self.alle() if i.is_zichtbaar]
            osm = tuple(i for i in getoond if i.herkomst is Herkomst.OSM)
            return tuple(i for i in getoond if i.herkomst is not Herkomst.OSM), osm

        return self.onthoud("zichtbaar", lambda _sessie: deel(), deel)

    def _verander(self, gezien: Gezien, soort: str, velden: Mapping[str, Any]) -> Initiatief:
        with self.schrijven(gezien.door) as sessie:
            rij = _gezien_rij(sessie, gezien)
            nieuw = replace(naar_initiatief(rij), **velden)
            return verander_rij(sessie, rij, nieuw, Aanleiding(soort, gezien.door))


def _gezien_rij(sessie: Session, gezien: Gezien) -> InitiatiefRij:
    rij = zoek_rij(sessie, gezien.id)
    if rij.versie != gezien.versie:
        raise BotsingError(naar_initiatief(rij))
    return rij

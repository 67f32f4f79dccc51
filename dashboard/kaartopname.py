"""What a map asks of an edition at once: every distribution, every source, every facility."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from dashboard.gegevens import LETTERS, Kaartbron, Kaartvoorziening, is_onzeker
from wijken.bron import Werkgebied
from wijken.catalogus import Catalogus
from wijken.regio import Soort

if TYPE_CHECKING:
    from dashboard.reader import Editie


class Kaartopname:
    """Reads for all themes together what `Momentopname` reads for one."""

    def __init__(self, editie: Editie, catalogus: Catalogus, gemeenten: Sequence[str]) -> None:
        """Look at one edition; the gemeenten are those of our areas, as digits."""
        self._editie, self._catalogus, self._gemeenten = editie, catalogus, list(gemeenten)

    def lees_verdelingen(self, niveau: Soort) -> None:
        """Read what `Momentopname.zekere_waarden` gives of every theme, in one question."""
        alle = self._catalogus.indicatoren
        per = self._editie.onthoud(("verdelingen", niveau), partial(self._verdelingen, niveau))
        for naam in alle:
            waarden = tuple(per.get(naam, ()))
            self._editie.onthoud(("verdeling", naam, niveau), partial(tuple, waarden))

    def bronnen(self, gebied: Werkgebied, niveau: Soort, indeling: int) -> tuple[Kaartbron, ...]:
        """Give the tables behind every figure of a map, by indicator and year."""
        rijen = self._editie.vraag(
            "kaartbronnen",
            indeling=indeling,
            soort=LETTERS[niveau],
            gemeenten=[c.code[2:] for c in gebied.codes + gebied.voorgangers],
        )
        return tuple(Kaartbron(**rij) for rij in rijen)

    def voorzieningen(self, gebied: Werkgebied, indeling: int) -> tuple[Kaartvoorziening, ...]:
        """Give the facilities of OpenStreetMap in an area, by kind and name."""
        gemeenten = [c.code[2:] for c in gebied.codes + gebied.voorgangers]

        def lees() -> tuple[Kaartvoorziening, ...]:
            rijen = self._editie.vraag("voorzieningen", indeling=indeling, gemeenten=gemeenten)
            return tuple(Kaartvoorziening.uit_rij(rij) for rij in rijen)

        return self._editie.onthoud(("voorzieningen", gebied.slug, indeling), lees)

    def _verdelingen(self, niveau: Soort) -> dict[str, list[float]]:
        alle = self._catalogus.indicatoren
        per: dict[str, list[float]] = defaultdict(list)
        for rij in self._editie.vraag(
            "verdelingen",
            indicatoren=list(alle),
            noemers=[i.noemer or "" for i in alle.values()],
            soort=LETTERS[niveau],
            gemeenten=self._gemeenten,
        ):
            if not is_onzeker(alle[rij["indicator"]], rij):
                per[rij["indicator"]].append(rij["waarde"])
        return per

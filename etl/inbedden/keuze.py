"""Which cells of a source the embedded snapshot keeps."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from etl.bronnen.odata_vorm import Bereik
from etl.bronnen.ruw import Rij
from etl.snapshot import Kolom
from wijken.catalogus import Catalogus
from wijken.indicator import Bronveld


@dataclass(frozen=True)
class Keuze:
    """The choice for one snapshot.

    Attributes:
        bereik: our areas, every gemeente and the country; of these everything is kept.
        landelijk: field -> the sets of dimension codes of which every buurt is kept.
        volledig: false for an assembled copy, where a column without any figure at a level is
            absent rather than empty.
    """

    bereik: Bereik
    volledig: bool
    landelijk: Mapping[str, frozenset[frozenset[str]]] = field(default_factory=dict)

    def kies(self, rijen: Iterable[Rij]) -> list[Rij]:
        """Keep the cells that belong in the copy; give all cells of a field at once."""
        alle = list(rijen)
        gevuld = {(veld, regio[:2]) for regio, _, veld, tekst in alle if tekst is not None}
        return [rij for rij in alle if self._houdt(rij, gevuld)]

    def _houdt(self, rij: Rij, gevuld: set[tuple[str, str]]) -> bool:
        regio, dimensies, veld, tekst = rij
        if self.bereik.bevat(regio):
            return self.volledig or (veld, regio[:2]) in gevuld
        return tekst not in (None, "", ".") and self.is_landelijk(regio, dimensies, veld)

    def is_landelijk(self, regio: str, dimensies: str, veld: str) -> bool:
        """Tell whether the cell of a buurt elsewhere is kept for comparison."""
        if veld not in self.landelijk or not regio.startswith("BU"):
            return False
        delen = frozenset(dimensies.split("&"))
        return any(vast <= delen for vast in self.landelijk[veld])

    def bevat_regio(self, regio: str) -> bool:
        """Tell whether the name of a region belongs in the copy."""
        return self.bereik.bevat(regio) or (bool(self.landelijk) and regio.startswith("BU"))


def landelijke_velden(
    catalogus: Catalogus, bron: str, kolommen: Iterable[Kolom], jaren: Iterable[int]
) -> dict[str, frozenset[frozenset[str]]]:
    """Give the fields of which the catalogue wants every buurt, with their dimension codes.

    `jaren` limits it to those periods; a table of one year has no period dimension and then
    matches as a whole.
    """
    velden: dict[str, frozenset[frozenset[str]]] = {}
    if not (jaren := tuple(jaren)):
        return velden
    for bronveld in _bronvelden(catalogus, bron):
        vast = {f"{naam}={code}" for naam, code in bronveld.dimensies}
        for kolom in kolommen:
            if kolom.stam in bronveld.stammen:
                velden[kolom.veld] = velden.get(kolom.veld, frozenset()) | {frozenset(vast)}
    return {veld: _met_jaren(sets, jaren) for veld, sets in velden.items()}


def _met_jaren(
    sets: frozenset[frozenset[str]], jaren: tuple[int, ...]
) -> frozenset[frozenset[str]]:
    # Only tables with other dimensions have a period dimension as well.
    return frozenset(
        vast | {f"Perioden={jaar}JJ00"} if vast else vast for vast in sets for jaar in jaren
    )


def _bronvelden(catalogus: Catalogus, bron: str) -> list[Bronveld]:
    namen = {i.id for i in catalogus.indicatoren.values() if i.landelijk}
    nieuw = namen
    while nieuw:
        formules = (catalogus.indicatoren[naam].formule for naam in nieuw)
        nieuw = {deel for formule in formules if formule for deel in formule.delen} - namen
        namen |= nieuw
    velden = [veld for naam in sorted(namen) for veld in catalogus.indicatoren[naam].bronvelden]
    return [veld for veld in velden if veld.bron == bron]

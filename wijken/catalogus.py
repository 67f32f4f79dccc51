"""The catalogue: themes, indicators, sources and areas, read from TOML and checked as a whole."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import resources
from pathlib import Path

from wijken.bron import Breuk, Bron, Voorzieningsoort, Werkgebied
from wijken.errors import CatalogusError, InvoerError
from wijken.indicator import Indicator
from wijken.lees_bronnen import lees_bronnen, lees_werkgebieden
from wijken.lees_indicatoren import Thema, lees_themas
from wijken.lezer import Foutenlijst
from wijken.regio import Regiocode
from wijken.samenhang import toets_samenhang

__all__ = ["Catalogus", "Thema", "load_catalogus"]


@dataclass(frozen=True)
class Catalogus:
    """Everything the project knows about; keys are ids, order is that of the files."""

    themas: dict[str, Thema]
    indicatoren: dict[str, Indicator]
    bronnen: dict[str, Bron]
    werkgebieden: dict[str, Werkgebied]

    @property
    def voorzieningsoorten(self) -> dict[str, Voorzieningsoort]:
        """Every kind of facility by id: the closed list of `core.voorziening.soort`."""
        return {soort.id: soort for bron in self.bronnen.values() for soort in bron.soorten}

    def indicator(self, sleutel: str) -> Indicator:
        """Find an indicator.

        Raises:
            InvoerError: when there is none of that id.
        """
        if sleutel not in self.indicatoren:
            message = f"Er is geen indicator «{sleutel}»."
            raise InvoerError(message)
        return self.indicatoren[sleutel]

    def breuken(self, indicator: Indicator) -> tuple[Breuk, ...]:
        """Give the years from which an indicator is measured in another way, oldest first.

        A ratio breaks where one of its counts does; two sources with the same break are one break.
        """
        delen = [self.indicatoren[d] for d in indicator.formule.delen] if indicator.formule else []
        gevonden = {
            Breuk(breuk.jaar, breuk.reden)
            for deel in (indicator, *delen)
            for veld in deel.bronvelden
            for breuk in self.bronnen[veld.bron].breuken
            if not breuk.stammen or set(breuk.stammen) & set(veld.stammen)
        }
        return tuple(sorted(gevonden, key=lambda breuk: (breuk.jaar, breuk.reden)))

    def werkgebied(self, slug: str) -> Werkgebied:
        """Find a werkgebied.

        Raises:
            InvoerError: when there is none of that slug; the message lists those there are.
        """
        if slug not in self.werkgebieden:
            message = f"Er is geen werkgebied «{slug}». Wel: {', '.join(self.werkgebieden)}."
            raise InvoerError(message)
        return self.werkgebieden[slug]

    def werkgebied_van(self, code: Regiocode) -> Werkgebied | None:
        """Find the werkgebied an area lies in, predecessors included."""
        return next((w for w in self.werkgebieden.values() if w.bevat(code)), None)

    def van_thema(self, thema: str) -> tuple[Indicator, ...]:
        """Give the indicators of a theme that are shown, in the order of the catalogue."""
        alle = self.indicatoren.values()
        return tuple(i for i in alle if i.thema == thema and i.tonen)


def load_catalogus(map_: Path | None = None) -> Catalogus:
    """Read and check the catalogue.

    Args:
        map_: folder with the TOML files; the project's own by default.

    Raises:
        CatalogusError: with every fault found, each with file and key.
    """
    plaats = map_ or Path(str(resources.files("wijken") / "data"))
    fouten = Foutenlijst()
    themas, indicatoren = lees_themas(plaats / "indicatoren", fouten)
    bronnen = lees_bronnen(plaats / "bronnen.toml", fouten)
    werkgebieden = lees_werkgebieden(plaats / "werkgebieden.toml", fouten)
    catalogus = Catalogus(themas, indicatoren, bronnen, werkgebieden)
    toets_samenhang(indicatoren, bronnen, werkgebieden, (set(themas), fouten))
    if fouten.fouten:
        raise CatalogusError(tuple(fouten.fouten))
    return catalogus

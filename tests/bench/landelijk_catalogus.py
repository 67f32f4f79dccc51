"""A catalogue of made-up national tables at one source."""

from collections.abc import Sequence

from wijken.bron import Bron, Editie, Werkgebied
from wijken.catalogus import Catalogus
from wijken.regio import Regiocode


def catalogus(namen: Sequence[str]) -> Catalogus:
    """One source with these tables, one area in it."""
    edities = tuple(Editie(naam, 2030, (2030,), naam) for naam in namen)
    bron = Bron(
        id="verzonnen",
        naam="Verzonnen kerncijfers",
        houder="Verzonnen Bureau",
        protocol="cbs_odata",
        licentie="verzonnen",
        bronregel="Bron: verzonnen",
        adres="https://verzonnen.nl",
        edities=edities,
        dienst="cbs",
        land="NL00",
        regioveld="WijkenEnBuurten",
    )
    gebied = Werkgebied(
        "verzonnen", "Verzonnen", "Verzonnen", (Regiocode("GM0141"),), "", (), "#000000", ""
    )
    return Catalogus({}, {}, {bron.id: bron}, {gebied.slug: gebied})

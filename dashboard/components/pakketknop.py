"""The way to a pakket: a button for the sheet at hand, and a list of wijken to choose from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dash import html

from dashboard import links
from dashboard.components.eigen import EigenComponent
from dashboard.factsheet.vergelijkblad import VERGELIJKBLAD
from dashboard.pakket import ALLE, wijken_van

if TYPE_CHECKING:
    from dashboard.context import Context
    from dashboard.factsheet.keuzes import Keuzes
    from dashboard.momentopname import Momentopname
    from wijken.bron import Werkgebied


def pakketknop(context: Context, slug: str, keuzes: Keuzes | None = None) -> html.A:
    """Make the button on a sheet: both areas, this sheet when it is a wijk or buurt, its choices.

    Args:
        context: sentences and areas.
        slug: of the sheet it stands on.
        keuzes: what the maker chose there (atelier, questions, partners).
    """
    is_deel = slug not in (*context.catalogus.werkgebieden, VERGELIJKBLAD, "selectie")
    vraag = {k: w for k, w in (keuzes.als_vraag() if keuzes else {}).items() if k not in _EIGEN}
    return html.A(
        context.teksten.zin("pakket.knop"),
        href=links.pakket([slug] if is_deel else [ALLE], **vraag),
        download="",
        className="knop niet-drukken",
    )


# Of one place only, so not for the other sheets.
_EIGEN = ("notitie", "selectie", "focus")


class Pakketkeuze(EigenComponent):
    """The choice as Dash sees it; make one with `pakketkeuze`."""


def pakketkeuze(context: Context, nu: Momentopname) -> Pakketkeuze:
    """Make the choice of wijken with the button that makes the pakket of them."""
    zin = context.teksten.zin
    inhoud = {
        "groepen": [_groep(context, nu, w) for w in context.catalogus.werkgebieden.values()],
        "geen": zin("pakket.telling_geen"),
        "telling": zin("pakket.telling", aantal="{aantal}"),
        "knop": zin("pakket.knop"),
        "adres": links.pakket(),
    }
    return Pakketkeuze(inhoud)


def _groep(context: Context, nu: Momentopname, gebied: Werkgebied) -> dict[str, object]:
    return {
        "naam": context.teksten.zin("pakket.wijken_van", plaats=gebied.plaats),
        "klasse": f"gebied-{gebied.slug}",
        "opties": [[r.naam, r.code.code] for r in wijken_van(nu, gebied)],
    }

"""The way to a pakket: a button for the sheet at hand, and a list of wijken to choose from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dash import ALL, Dash, Input, Output, dcc, html

from dashboard import links
from dashboard.factsheet.vergelijkblad import VERGELIJKBLAD
from dashboard.pakket import ALLE, wijken_van

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.context import Context
    from dashboard.factsheet.keuzes import Keuzes
    from dashboard.momentopname import Momentopname
    from wijken.bron import Werkgebied


class PakketIds:
    """Ids of the choice."""

    KNOP = "pakket-knop"
    TELLING = "pakket-telling"
    KEUS = "pakket-wijken"  # one for each area: a dictionary with `gebied`


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


def pakketkeuze(context: Context, nu: Momentopname) -> Component:
    """Draw the choice of wijken with the button that makes the pakket of them."""
    groepen = [_groep(context, nu, w) for w in context.catalogus.werkgebieden.values()]
    knop = html.A(
        context.teksten.zin("pakket.knop"),
        id=PakketIds.KNOP,
        href=links.pakket(),
        download="",
        className="knop",
    )
    telling = html.P(_telling(context, []), id=PakketIds.TELLING, role="status", className="stil")
    return html.Div([html.Div(groepen, className="pakket-groepen"), telling, html.P(knop)])


def register_pakketkeuze(app: Dash, context: Context) -> None:
    """Let the button follow the choice."""

    @app.callback(
        Output(PakketIds.KNOP, "href"),
        Output(PakketIds.TELLING, "children"),
        Input({"type": PakketIds.KEUS, "gebied": ALL}, "value"),
        prevent_initial_call=True,
    )
    def kies(gekozen: list[list[str] | None]) -> tuple[str, str]:
        wijken = [code for groep in gekozen for code in groep or []]
        return links.pakket(wijken), _telling(context, wijken)


def _telling(context: Context, wijken: Sequence[str]) -> str:
    zin = context.teksten.zin
    return zin("pakket.telling", aantal=len(wijken)) if wijken else zin("pakket.telling_geen")


def _groep(context: Context, nu: Momentopname, gebied: Werkgebied) -> Component:
    vakjes = dcc.Checklist(
        [{"label": r.naam, "value": r.code.code} for r in wijken_van(nu, gebied)],
        [],
        id={"type": PakketIds.KEUS, "gebied": gebied.slug},
        className="pakket-vakjes",
    )
    naam = html.Legend(context.teksten.zin("pakket.wijken_van", plaats=gebied.plaats))
    return html.Fieldset([naam, vakjes], className=f"pakket-groep gebied-{gebied.slug}")

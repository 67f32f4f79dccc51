"""The head of the map's page: what it shows in words, and what of the address was not usable."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dash import html

from dashboard.components.kaart_kijkstaat import Wijze

if TYPE_CHECKING:
    from dashboard.components.kaart_beeld import Beeld


def koptekst(beeld: Beeld) -> str:
    """Say in a few words what the colours show."""
    s = beeld.staat
    if s.kijk.wijze is Wijze.EEN:
        return s.indicator.naam
    ander = s.kijk.tweede.naam if s.kijk.tweede else ""
    return beeld.zin(f"kop.{s.kijk.wijze}", een=s.indicator.naam, ander=ander)


def bijtekst(beeld: Beeld, plaats: str) -> str:
    """Say where, at which level and when."""
    s = beeld.staat
    velden = {"plaats": plaats, "niveau": s.niveau, "jaar": s.jaar}
    if not s.jaar or not s.heeft_cijfers:
        return beeld.zin("bij_zonder", plaats=plaats, niveau=s.niveau)
    if s.kijk.vorig:
        return beeld.zin("bij_van_tot", vorig=s.kijk.vorig.periode, **velden)
    return beeld.zin("bij", **velden)


def meldingen(beeld: Beeld) -> list[html.Div]:
    """Say what in the address was not usable, in one block; on both maps when there are two."""
    zinnen = list(beeld.staat.meldingen)
    if beeld.ander:
        plaats = beeld.ander.staat.gebied.plaats
        anders = (m for m in beeld.ander.staat.meldingen if m not in zinnen)
        zinnen += [
            beeld.zin("melding_elders", plaats=plaats, melding=melding) for melding in anders
        ]
    regels = [html.P(zin) for zin in zinnen]
    return [html.Div(regels, className="melding", role="status")] if zinnen else []

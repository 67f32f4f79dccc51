"""The head of the map's page: what it shows in words, and what of the address was not usable."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dash import html

from dashboard.components.kaart.kijkstaat import Wijze

if TYPE_CHECKING:
    from dashboard.components.kaart.beeld import Beeld


def koptekst(beeld: Beeld) -> str:
    """Say in a few words what the colours show."""
    s = beeld.staat
    if s.kijk.wijze is Wijze.EEN:
        return s.indicator.naam
    ander = s.kijk.tweede.naam if s.kijk.tweede else ""
    return beeld.zin(f"kop.{s.kijk.wijze}", een=s.indicator.naam, ander=ander)


def plaatstekst(beeld: Beeld) -> str:
    """Name the places on the page; each with its year where these differ."""
    staten = [deel.staat for deel in beeld.beelden]
    namen = [s.gebied.plaats for s in staten]
    if len({s.jaar for s in staten}) > 1:
        namen = [beeld.zin("naast_bij", plaats=s.gebied.plaats, jaar=s.jaar) for s in staten]
    return beeld.zin("en").join(namen)


def bijtekst(beeld: Beeld, plaats: str) -> str:
    """Say where, at which level and when."""
    s = beeld.staat
    velden = {"plaats": plaats, "niveau": s.niveau, "jaar": s.jaar}
    ander_jaar = beeld.ander is not None and beeld.ander.staat.jaar != s.jaar
    if not s.jaar or not s.heeft_cijfers or ander_jaar:
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

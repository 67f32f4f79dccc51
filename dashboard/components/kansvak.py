"""One place of the kansenkaart: who we know there, whether anybody checked, the theme's figure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dash import html

from dashboard import links
from dashboard.components.wild import wild
from dashboard.components.woorden import onderwerp_van
from wijken import opmaak
from wijken.indicator import Cijfersoort

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.context import Context
    from dashboard.kansenkaart import Vak
    from dashboard.register.initiatieven import Initiatief
    from wijken.indicator import Indicator
    from wijken.regio import Regio


_ONGEZIEN = "°"


def themakop(context: Context, thema: str, indicator: Indicator) -> list[Component]:
    """Give the heading of a theme: its name, and which figure stands below it."""
    naam = onderwerp_van(context, indicator)
    delen: list[Component | str] = [links.intern(naam, links.verantwoording(indicator.id))]
    if indicator.soort is Cijfersoort.MODEL:
        delen.append(f" ({context.teksten.zin('kerncijfer.schatting')})")
    return [html.Span(thema, className="kans-thema"), html.Span(delen, className="bron")]


def kort_vak(context: Context, wijk: Regio, vak: Vak, indicator: Indicator) -> list[Component]:
    """Draw a place with how many we know; the number leads to their names."""
    thema = html.Span(vak.thema, className="alleen-smal kans-thema")
    if not vak.initiatieven:
        return [thema, _vraag(context), *_cijfer(context, vak, indicator)]
    aantal = html.Span(str(len(vak.initiatieven)), className="kans-aantal")
    namen = html.Span(_kort(context, vak), className="kans-namen")
    weg = links.kansenkaart(gebied=vak.initiatieven[0].werkgebied, thema=vak.thema)
    hoor = context.teksten.zin(
        "kansenkaart.hoor", aantal=len(vak.initiatieven), thema=vak.thema, wijk=wijk.naam
    )
    kop = links.intern([html.Span(hoor, className="gehoord"), aantal], weg)
    merk = [] if vak.nagekeken else [ongezien(context)]
    return [
        thema,
        html.P([kop, *merk, " ", namen]),
        *_nagekeken(context, vak),
        *_cijfer(context, vak, indicator),
    ]


def lang_vak(context: Context, _wijk: Regio, vak: Vak, indicator: Indicator) -> list[Component]:
    """Draw a place with every name and what it does."""
    if not vak.initiatieven:
        return [_vraag(context), *_cijfer(context, vak, indicator, lang=True)]
    lijst = html.Ul([html.Li(_een(context, i)) for i in vak.initiatieven], className="kans-lijst")
    return [lijst, *_cijfer(context, vak, indicator, lang=True)]


def _kort(context: Context, vak: Vak) -> str:
    """Name the first two; the number says how many there are."""
    namen = [_breekbaar(context, i.naam) for i in vak.initiatieven[:2]]
    return ", ".join(namen) + (", …" if len(vak.initiatieven) > len(namen) else "")


def _breekbaar(context: Context, naam: str) -> str:
    """Say where a long word may be broken: before the word that many names end with."""
    staarten = "|".join(context.teksten.zinnen("kansenkaart.afbreken"))
    return re.sub(rf"(?<=\w{{4}})({staarten})", "\u00ad\\1", naam)


def _vraag(context: Context) -> Component:
    return html.P(context.teksten.zin("kansenkaart.vraag"), className="kans-vraag")


def ongezien(context: Context, *, woorden: bool = False) -> Component:
    """Draw the mark of a place where nobody checked anything: in full for the ear or the legend."""
    tekst = context.teksten.zin("kansenkaart.niet_nagekeken")
    teken = html.Span(_ONGEZIEN, className="kans-ongezien", **wild(aria_hidden="true"))
    return html.Span([teken, html.Span(f" {tekst}", className="" if woorden else "gehoord")])


def _nagekeken(context: Context, vak: Vak) -> list[Component]:
    """Say who was checked; that nobody was has its mark, and is said once for all."""
    zin = context.teksten.zin
    if not vak.nagekeken:
        return []
    alle = vak.nagekeken == len(vak.initiatieven)
    tekst = (
        zin("kansenkaart.alle_nagekeken")
        if alle
        else zin("kansenkaart.deels_nagekeken", aantal=vak.nagekeken)
    )
    return [html.P(tekst, className="kans-merk")]


def _een(context: Context, initiatief: Initiatief) -> list[Component | str]:
    zin = context.teksten.zin
    merk = "" if initiatief.nagekeken else f" ({zin('kansenkaart.niet_nagekeken')})"
    return [html.Strong(initiatief.naam), f": {initiatief.omschrijving}{merk}"]


def _cijfer(
    context: Context, vak: Vak, indicator: Indicator, *, lang: bool = False
) -> list[Component]:
    """Give the theme's figure of the wijk, or why there is none."""
    zin, w = context.teksten.zin, vak.cijfer
    if w is None or w.waarde is None:
        status = w.status if w is not None else "niet_in_kopie"
        return [html.P(zin(f"status.{status}"), className="kans-cijfer stil")]
    naam = html.Span(f"{indicator.kort}: ", className="" if lang else "alleen-smal")
    merken = [str(w.periode)]
    merken += [zin("kerncijfer.toen", jaar=w.indeling)] if vak.toen else []
    merken += [zin("kaart.onzeker_kort")] if w.onzeker else []
    getal = html.Span(opmaak.met_eenheid(w.waarde, indicator), className="kans-getal")
    jaar = html.Span(f" ({'; '.join(merken)})", className="stil")
    return [html.P([naam, getal, jaar], className="kans-cijfer")]

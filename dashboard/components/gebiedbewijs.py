"""The account of areas through time: what stayed, what was rebuilt, and on which evidence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from dash import html

from dashboard.components.jaren import jarenreeks
from wijken.regio import Regiocode, Soort
from wijken.waarneming import Waarneming

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.context import Context
    from dashboard.momentopname import Momentopname
    from wijken.bron import Herleiding, Onveranderd, Werkgebied


# The table in which CBS says of every area whether it changed.
_KWB = "kwb"


def gebiedbewijs(context: Context, nu: Momentopname) -> list[Component]:
    """Draw the evidence of every werkgebied, folded up under its name."""
    inleiding = html.P(context.teksten.zin("verantwoording.gebieden_inleiding"))
    return [inleiding, *(_gebied(context, nu, w) for w in context.catalogus.werkgebieden.values())]


def herleidzinnen(
    context: Context, nu: Momentopname, reeks: Sequence[Sequence[Waarneming]]
) -> list[str]:
    """Say which figures of a series were made of other areas: `2013-2018`, and of which."""
    zinnen = []
    alle = [w for deel in reeks for w in deel]
    herleid = [h for g in context.catalogus.werkgebieden.values() for h in g.herleid]
    for herleiding in herleid:
        jaren = [
            str(w.periode.jaar)
            for w in alle
            if w.regio == herleiding.code
            and _tabelindeling(context, w) <= herleiding.tot < w.indeling
        ]
        if jaren:
            delen = ", ".join(_naam(nu, code) for code in herleiding.uit)
            velden = {
                "naam": _naam(nu, herleiding.code),
                "jaren": jarenreeks(jaren),
                "delen": delen,
            }
            zinnen.append(context.teksten.zin("vergelijken.trend_herleid", **velden))
    return zinnen


def _tabelindeling(context: Context, w: Waarneming) -> int:
    """Give the division of the table itself; a figure that was rebuilt stands in a later one."""
    return context.catalogus.bronnen[w.herkomst.bron].editie(w.herkomst.tabel).indeling


def _gebied(context: Context, nu: Momentopname, gebied: Werkgebied) -> Component:
    zin = context.teksten.zin
    volgens_cbs = len(nu.met_bewijs(gebied).onveranderd) - len(gebied.onveranderd)
    regels = [
        *(_onveranderd(context, bewijs) for bewijs in gebied.onveranderd),
        *(_herleid(context, nu, herleiding) for herleiding in gebied.herleid),
        *([zin("verantwoording.gebieden_cbs")] if volgens_cbs else []),
        *_onbekend(context, nu, gebied),
    ]
    kop = html.Summary(zin("verantwoording.gebieden_van", plaats=gebied.plaats_in_zin))
    return html.Details([kop, html.Ul([html.Li(regel) for regel in regels])], className="delen")


def _onveranderd(context: Context, bewijs: Onveranderd) -> str:
    wat = context.teksten.zin(f"verantwoording.gebieden_niveau.{bewijs.niveau}")
    jaren = {"van": bewijs.van, "tot": bewijs.tot}
    return context.teksten.zin(
        "verantwoording.gebieden_gelijk", wat=wat, bewijs=bewijs.bewijs, **jaren
    )


def _onbekend(context: Context, nu: Momentopname, gebied: Werkgebied) -> Iterator[str]:
    """Say of which levels nobody has told yet that the newest division is still the same."""
    jaar = max((grens.tot for grens in gebied.grenzen), default=0)
    bewijs = nu.met_bewijs(gebied).onveranderd
    is_er = any(kopie.bron == _KWB and kopie.indeling == jaar for kopie in nu.bronnen())
    for niveau in (Soort.WIJK, Soort.BUURT):
        tot = max((b.tot for b in bewijs if b.niveau is niveau), default=jaar)
        if tot < jaar:
            sleutel = "niet_gezegd" if is_er else "onbekend"
            wat = context.teksten.zin(f"verantwoording.gebieden_wat.{niveau}")
            yield context.teksten.zin(
                f"verantwoording.gebieden_{sleutel}", wat=wat, tot=tot, jaar=jaar
            )


def _herleid(context: Context, nu: Momentopname, herleiding: Herleiding) -> str:
    zin = context.teksten.zin
    delen = ", ".join(_naam(nu, code) for code in herleiding.uit)
    soort = "een" if len(herleiding.uit) == 1 else "meer"
    tekst = zin(
        f"verantwoording.gebieden_herleid_{soort}",
        naam=_naam(nu, herleiding.code),
        delen=delen,
        van=herleiding.van,
        tot=herleiding.tot,
        bewijs=herleiding.bewijs,
    )
    bijna = zin("verantwoording.gebieden_bijna", bijna=herleiding.bijna)
    return f"{tekst} {bijna}" if herleiding.bijna else tekst


def _naam(nu: Momentopname, code: Regiocode) -> str:
    regio = nu.regio(code)
    return f"{regio.naam} ({code})" if regio and regio.naam != code.code else str(code)

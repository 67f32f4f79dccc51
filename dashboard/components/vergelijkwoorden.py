"""The sentences of a comparison: what one sees, and what has to be said with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from dashboard.afronding import zin_over
from dashboard.components.datum import opsomming
from dashboard.components.woorden import hoeveel, onderwerp_van, ook
from dashboard.vergelijken.zijde import Past
from wijken import opmaak
from wijken.indicator import Cijfersoort, Eenheid, Indicator, Optelling
from wijken.regio import Soort
from wijken.vergelijkregels import load_regels
from wijken.verschil import Verschil, trede, verschil

if TYPE_CHECKING:
    from dashboard.context import Context
    from dashboard.momentopname import Momentopname
    from dashboard.vergelijking import Kant, Vergelijking
    from wijken.waarneming import Waarneming


def kopzin(context: Context, v: Vergelijking) -> str:
    """Say the figure of every whole: in Almelo 41 van de 1.000 inwoners, in ... 10."""
    indicator, zin = v.wens.indicator, context.teksten.zin
    delen, gezegd = [], False
    for plaats, w in _gehelen(v):
        if w is None or w.waarde is None:
            delen.append(zin("vergelijken.deel_geen", plaats=plaats))
            continue
        cijfer = ook(indicator, w.waarde) if gezegd else hoeveel(context, indicator, w.waarde)
        delen.append(zin("vergelijken.deel", plaats=plaats, cijfer=cijfer))
        gezegd = True
    naam = onderwerp_van(context, indicator)
    return zin("vergelijken.zin", naam=naam, delen=", ".join(delen))


def voorop(context: Context, nu: Momentopname, v: Vergelijking) -> list[str]:
    """Give what must be read with the sentence: difference, years, unlike areas, level."""
    zinnen = [
        _niveau(context, v),
        _verschil(context, v),
        *gebiedszinnen(context, v),
        *_naast(context, v),
        *let_op(context, nu, v),
    ]
    return [zin for zin in zinnen if zin]


def let_op(context: Context, nu: Momentopname, v: Vergelijking) -> list[str]:
    """Say what makes the comparison unlike: other years or divisions, town and countryside."""
    return [zin for zin in (_jaren(context, v), _ongelijk(context, nu, v)) if zin]


def merk(context: Context, v: Vergelijking) -> list[str]:
    """Mark modelled figures in few words, where the longer account does not stand."""
    is_model = v.wens.indicator.soort is Cijfersoort.MODEL
    return [context.teksten.zin("vergelijken.schatting")] if is_model else []


def verschilzin(context: Context, v: Vergelijking) -> str:
    """Say in words how the two differ; empty where nothing can be said of it."""
    return _verschil(context, v)


def gebiedszinnen(context: Context, v: Vergelijking) -> list[str]:
    """Say why a part has no figure, that it is of the area as then, how far a sum may be off."""
    zin, toen = context.teksten.zin, dict[str, list[str]]()
    zinnen = []
    for kant in v.kanten:
        naam, jaar = kant.zijde.naam, str(kant.uitgave.periode) if kant.uitgave else ""
        if kant.past is Past.NIET:
            zinnen.append(zin("vergelijken.gewijzigd", naam=naam, jaar=jaar))
        elif kant.weigering is not None:
            zinnen.append(zin(f"vergelijken.weigering.{kant.weigering}", naam=naam))
        elif kant.past is Past.TOEN:
            toen.setdefault(jaar, []).append(naam)
    for jaar, namen in toen.items():
        soort = "toen" if len(namen) == 1 else "toen_meer"
        naam = opsomming(context.teksten, namen)
        zinnen.append(zin(f"vergelijken.{soort}", naam=naam, jaar=jaar))
    return zinnen + _sommen(context, v)


def _sommen(context: Context, v: Vergelijking) -> list[str]:
    """Say of every side that is a sum of rounded counts how far it may be off."""
    paren = [(k.zijde.naam, k.afronding) for k in v.kanten if k.afronding is not None]
    return [zin_over(context.teksten, r, [naam]) for naam, r in paren if r.hooguit is not None]


def _gemiddeld(context: Context, v: Vergelijking) -> str:
    """Say of which sides the share or mean is made of rounded counts."""
    rond = {k.zijde.naam: k.afronding for k in v.kanten if _is_gemiddeld(k)}
    eerste = next(iter(rond.values()), None)
    return zin_over(context.teksten, eerste, list(rond)) if eerste else ""


def gemiddelden(context: Context, alle: Iterable[Vergelijking]) -> list[str]:
    """Say once over all figures that rounding touches shares and means, where it does."""
    geldt = any(_is_gemiddeld(kant) for v in alle for kant in v.kanten)
    return [context.teksten.zin("afronding.gemiddelden")] if geldt else []


def _is_gemiddeld(kant: Kant) -> bool:
    return kant.afronding is not None and kant.afronding.hooguit is None


def erbij(context: Context, v: Vergelijking) -> list[str]:
    """Give what explains the picture: kind of figure, coverage, uncertain ones, newer ones."""
    zinnen = [
        *(regel for kant in v.kanten for regel in _kant(context, v, kant)),
        _richting(context, v),
        _model(context, v),
        _onzeker(context, v),
        _gemiddeld(context, v),
    ]
    return [zin for zin in zinnen if zin]


def spreidingen(context: Context, v: Vergelijking) -> list[str]:
    """Say the spread of every area: lowest, middle, highest."""
    if v.niveau is Soort.GEMEENTE:
        return []
    return [_spreiding(context, v, kant) for kant in v.kanten]


def niveaus(context: Context, niveau: Soort) -> str:
    """Give the plural of a level."""
    return context.teksten.zin(f"vergelijken.niveaus.{niveau}")


def _gehelen(v: Vergelijking) -> Iterator[tuple[str, Waarneming | None]]:
    for kant in v.kanten:
        if len(kant.gemeenten) == 1:
            yield kant.zijde.in_zin, kant.gemeenten[0].waarneming
        elif kant.gemeenten:
            yield from ((plek.naam, plek.waarneming) for plek in kant.gemeenten)
        else:
            yield kant.zijde.in_zin, None


def _niveau(context: Context, v: Vergelijking) -> str:
    """Say at which level there are figures, where that is not the one looked for."""
    zin, gevraagd = context.teksten.zin, v.wens.niveau or Soort.BUURT
    if not v.waarden and not any(kant.gemeten for kant in v.kanten):
        return zin("vergelijken.niets")
    if v.niveau is gevraagd:
        return ""
    if v.niveau is Soort.GEMEENTE:
        return zin("vergelijken.niveau_gemeente")
    soort = "weinig" if v.fijnste is gevraagd else "anders"
    woord = niveaus(context, v.niveau)
    return zin(f"vergelijken.niveau_{soort}", gevraagd=gevraagd, niveaus=woord)


def _verschil(context: Context, v: Vergelijking) -> str:
    indicator, zin = v.wens.indicator, context.teksten.zin
    if indicator.optelling is Optelling.SOM:
        return zin("vergelijken.aantal")
    alle = [w for _, w in _gehelen(v) if w is not None and w.waarde is not None]
    alle.sort(key=lambda w: w.waarde or 0.0)
    if len(alle) < 2:  # noqa: PLR2004 - one area differs from nothing
        return ""
    return _grootte(context, v) or zin(
        f"vergelijken.verschil.{verschil(indicator, alle[0], alle[-1])}"
    )


def _grootte(context: Context, v: Vergelijking) -> str:
    """Say how much more it is in one area, where the difference is clear and the years equal."""
    zin, indicator = context.teksten.zin, v.wens.indicator
    paren = [(p, w) for p, w in _gehelen(v) if w is not None and w.waarde is not None]
    paren.sort(key=lambda paar: paar[1].waarde or 0.0)
    (laagste, laag), (hoogste, hoog) = paren[0], paren[-1]
    anders = laag.periode != hoog.periode or indicator.labels
    if anders or verschil(indicator, laag, hoog) is not Verschil.DUIDELIJK:
        return ""
    meer, veel = context.teksten.zinnen(f"vergelijken.maatwoord.{_maat(indicator)}")
    stap = trede(laag.waarde or 0.0, hoog.waarde or 0.0, load_regels().treden)
    if stap is None:
        return zin("vergelijken.hoger_dan", hoogste=hoogste, meer=meer, laagste=laagste)
    return zin(f"vergelijken.grootte.{stap}", hoogste=hoogste, meer=meer, veel=veel)


def _maat(indicator: Indicator) -> str:
    if indicator.eenheid is Eenheid.KM:
        return "afstand"
    tellen = (Eenheid.PROCENT, Eenheid.PER_1000, Eenheid.PER_KM2, Eenheid.PER_HUISHOUDEN)
    return "aantal" if indicator.eenheid in tellen else "hoogte"


def _naast(context: Context, v: Vergelijking) -> Iterator[str]:
    indicator, zin = v.wens.indicator, context.teksten.zin
    if indicator.optelling is Optelling.SOM:
        return
    if v.land is not None and v.land.waarde is not None:
        yield zin("vergelijken.land_zin", cijfer=ook(indicator, v.land.waarde))
    if v.middelste is not None:
        cijfer, aantal = ook(indicator, v.middelste.waarde), v.middelste.aantal
        yield zin("vergelijken.mediaan_zin", aantal=aantal, cijfer=cijfer)


def _jaren(context: Context, v: Vergelijking) -> str:
    """Say that years differ, else that divisions do."""
    zin = context.teksten.zin
    getoond = [(k.zijde.naam, w) for k in v.kanten if (w := _toon(k)) is not None]
    if len({w.periode for _, w in getoond}) > 1:
        delen = [zin("vergelijken.jaren_deel", plaats=p, jaar=w.periode) for p, w in getoond]
        return zin("vergelijken.jaren", delen=", ".join(delen))
    if len({w.indeling for _, w in getoond}) > 1:
        delen = [zin("vergelijken.indelingen_deel", plaats=p, jaar=w.indeling) for p, w in getoond]
        return zin("vergelijken.indelingen", delen=", ".join(delen))
    return ""


def _toon(kant: Kant) -> Waarneming | None:
    return next((p.waarneming for p in kant.gemeten + kant.gemeenten), None)


def _ongelijk(context: Context, nu: Momentopname, v: Vergelijking) -> str:
    """Say of distances that a town is not the countryside, and which area is which."""
    zin = context.teksten.zin
    if v.wens.indicator.eenheid is not Eenheid.KM:
        return ""
    maat = context.catalogus.indicatoren.get(zin("vergelijken.stedelijk"))
    delen = []
    for kant in v.kanten:
        w = nu.nieuwste_van(maat, kant.gebied.codes[0]) if maat else None
        if maat and w is not None and w.waarde is not None:
            klasse = opmaak.cijfer(w.waarde, maat)
            plaats = kant.zijde.in_zin
            delen.append(zin("vergelijken.afstand_deel", plaats=plaats, klasse=klasse))
    samen = opsomming(context.teksten, delen)
    return " ".join([zin("vergelijken.afstand"), *([f"{samen}."] if samen else [])])


def _kant(context: Context, v: Vergelijking, kant: Kant) -> Iterator[str]:
    zin, geheel = context.teksten.zin, kant.geheel
    velden = {"plaats": kant.zijde.naam, "niveaus": niveaus(context, v.niveau)}
    if kant.plekken and len(kant.gemeten) < len(kant.plekken):
        gemeten, totaal = len(kant.gemeten), len(kant.plekken)
        yield zin("vergelijken.dekking", **velden, gemeten=gemeten, totaal=totaal)
    if kant.hertekend and kant.uitgave and kant.zijde.is_geheel:
        plaats = {"plaats": kant.zijde.in_zin, "jaar": kant.uitgave.indeling}
        yield zin("vergelijken.hertekend", **{**velden, **plaats})
    stippen = kant.gemeten[0].waarneming.periode if kant.gemeten else None
    if geheel and geheel.waarde is not None and stippen not in (None, geheel.periode):
        yield zin("vergelijken.geheel_jaar", **velden, jaar=geheel.periode, stippen=stippen)
    if kant.nieuwer is not None and kant.nieuwer.waarde is not None:
        cijfer = hoeveel(context, v.wens.indicator, kant.nieuwer.waarde)
        yield zin("vergelijken.nieuwer", **velden, cijfer=cijfer, jaar=kant.nieuwer.periode)


def _richting(context: Context, v: Vergelijking) -> str:
    return context.teksten.zin(f"vergelijken.richting.{v.wens.indicator.richting}")


def _model(context: Context, v: Vergelijking) -> str:
    indicator = v.wens.indicator
    if indicator.soort is not Cijfersoort.MODEL:
        return ""
    delen = opsomming(context.teksten, indicator.model_uit)
    return context.teksten.zin("vergelijken.model", delen=delen)


def _onzeker(context: Context, v: Vergelijking) -> str:
    indicator = v.wens.indicator
    if indicator.noemer is None or not any(
        plek.waarneming.onzeker for kant in v.kanten for plek in kant.gemeten
    ):
        return ""
    noemer = context.catalogus.indicator(indicator.noemer).van_wie
    aantal = opmaak.getal(indicator.noemer_minimaal)
    return context.teksten.zin("vergelijken.onzeker", aantal=aantal, noemer=noemer)


def _spreiding(context: Context, v: Vergelijking, kant: Kant) -> str:
    indicator, zin = v.wens.indicator, context.teksten.zin
    waarden = kant.waarden
    velden = {
        "plaats": kant.zijde.in_zin,
        "niveau": v.niveau,
        "niveaus": niveaus(context, v.niveau),
    }
    if not waarden or kant.midden is None:
        return zin("vergelijken.spreiding_geen", **velden)
    laag, hoog = ook(indicator, min(waarden)), ook(indicator, max(waarden))
    if len(waarden) == 1:
        return zin("vergelijken.spreiding_een", **velden, laag=laag)
    if laag == hoog:
        return zin("vergelijken.spreiding_gelijk", **velden, laag=laag)
    midden = ook(indicator, kant.midden)
    return zin("vergelijken.spreiding", **velden, laag=laag, hoog=hoog, midden=midden)

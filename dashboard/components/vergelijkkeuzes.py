"""The choices of a comparison: two sides, a subject, figures, a focus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.components.keuzelijst import Groep, Keuzelijst, Optie, keuzelijst
from dashboard.components.vinklijst import (
    Vinkdoel,
    Vinkgroep,
    Vinklijst,
    Vinkwoorden,
    vinklijst,
)
from dashboard.vergelijken.staat import MEEST, Staat
from wijken.keuze import MEEST as MEEST_GEBIEDEN
from wijken.keuze import Deel, Keuze
from wijken.regio import Soort

if TYPE_CHECKING:
    from dashboard.context import Context
    from dashboard.momentopname import Momentopname
    from wijken.bron import Werkgebied


def kantkeuze(
    context: Context,
    nu: Momentopname,
    staat: Staat,
    welke: str,
    id: str,  # noqa: A002
) -> Keuzelijst:
    """Make the list for one side: areas with focus and rest, then their wijken and buurten.

    Args:
        context: sentences and catalogue.
        nu: one edition.
        staat: what the address asks for.
        welke: `een` or `ander`.
        id: of the list.
    """
    zijde = staat.zijden.een if welke == "een" else staat.zijden.ander
    gekozen = str(zijde.keuze)
    groepen = _groepen(context, nu, staat, welke)
    bekend = {optie.href for groep in groepen for optie in groep.opties}
    huidig = staat.adres(**{welke: gekozen})
    if huidig not in bekend:
        eigen = Groep(context.teksten.zin("vergelijken.groep_eigen"), (Optie(zijde.naam, huidig),))
        groepen = [eigen, *groepen]
    return keuzelijst(context.teksten.zin(f"vergelijken.{welke}"), groepen, huidig, id)


def onderwerpkeuze(context: Context, nu: Momentopname, staat: Staat, id: str) -> Keuzelijst:  # noqa: A002
    """Make the list of subjects, the overview first."""
    zin = context.teksten["vergelijken"]
    overzicht = staat.adres(indicator=None, jaar=None, niveau=None)
    begin = Groep(zin["begin_groep"], (Optie(zin["begin"], overzicht),))
    themas = [
        Groep(
            thema.naam,
            tuple(
                Optie(i.naam, staat.adres(indicator=i.id, jaar=None)) for i in nu.getoond(thema.id)
            ),
        )
        for thema in context.catalogus.themas.values()
    ]
    gekozen = staat.adres(jaar=None) if staat.indicator else overzicht
    return keuzelijst(zin["indicator"], [begin, *themas], gekozen, id)


def cijferkeuze(context: Context, nu: Momentopname, staat: Staat, id: str) -> Vinklijst:  # noqa: A002
    """Make the boxes for which figures the overview shows."""
    zin = context.teksten.zin
    woorden = Vinkwoorden(
        zin("vergelijken.onderwerpen"),
        zin("vergelijken.onderwerpen_zin", meest=MEEST),
        zin("vergelijken.toon"),
        zin("vergelijken.wis"),
    )
    groepen = [
        Vinkgroep(thema.naam, tuple((i.naam, i.id) for i in nu.getoond(thema.id)))
        for thema in context.catalogus.themas.values()
    ]
    doel = Vinkdoel(staat.adres(cijfers=None), "cijfers", MEEST)
    return vinklijst(woorden, groepen, [i.id for i in staat.getoond], doel, id)


def focuskeuze(context: Context, nu: Momentopname, staat: Staat, id: str) -> Vinklijst:  # noqa: A002
    """Make the boxes for the focus: wijken of every area."""
    zin, kiezer = context.teksten.zin, staat.zijden.kiezer
    woorden = Vinkwoorden(
        zin("vergelijken.focus_kiezen"),
        zin("vergelijken.focus_zin"),
        zin("vergelijken.toon"),
        zin("vergelijken.wis"),
    )
    gebieden = context.catalogus.werkgebieden.values()
    groepen = [
        Vinkgroep(
            zin("vergelijken.groep_wijken", plaats=gebied.plaats),
            tuple((r.naam, r.code.code) for r in nu.nieuwste_regios(gebied, Soort.WIJK)),
        )
        for gebied in gebieden
    ]
    focus = [r.code.code for gebied in gebieden for r in kiezer.focus_van(gebied)]
    doel = Vinkdoel(staat.adres(focus=None), "focus", MEEST_GEBIEDEN)
    return vinklijst(woorden, groepen, focus, doel, id)


def eigenkeuze(
    context: Context,
    nu: Momentopname,
    staat: Staat,
    welke: str,
    id: str,  # noqa: A002
) -> Vinklijst:
    """Make the boxes for an own selection on one side: the buurten of the area it lies in now."""
    zin = context.teksten.zin
    zijde = staat.zijden.een if welke == "een" else staat.zijden.ander
    woorden = Vinkwoorden(
        zin(f"vergelijken.eigen_{welke}"),
        zin("vergelijken.eigen_zin", meest=MEEST_GEBIEDEN),
        zin("vergelijken.toon"),
        zin("vergelijken.wis"),
    )
    buurten = nu.nieuwste_regios(zijde.gebied, Soort.BUURT)
    naam = zin("vergelijken.groep_buurten", plaats=zijde.gebied.plaats)
    groep = Vinkgroep(naam, tuple((r.naam, r.code.code) for r in buurten))
    gekozen = [code.code for code in zijde.keuze.codes if code.soort is Soort.BUURT]
    doel = Vinkdoel(staat.adres(**{welke: None}), welke, MEEST_GEBIEDEN)
    return vinklijst(woorden, [groep], gekozen, doel, id)


def _groepen(context: Context, nu: Momentopname, staat: Staat, welke: str) -> list[Groep]:
    zin, gebieden = context.teksten.zin, list(context.catalogus.werkgebieden.values())
    delen = [optie for g in gebieden for optie in _delen(context, staat, welke, g)]
    groepen = [Groep(zin("vergelijken.groep_gebieden"), tuple(delen))]
    for sleutel, soort in (("groep_wijken", Soort.WIJK), ("groep_buurten", Soort.BUURT)):
        for gebied in gebieden:
            opties = tuple(
                Optie(r.naam, staat.adres(**{welke: r.code.code}))
                for r in nu.nieuwste_regios(gebied, soort)
            )
            groepen.append(Groep(zin(f"vergelijken.{sleutel}", plaats=gebied.plaats), opties))
    return groepen


def _delen(context: Context, staat: Staat, welke: str, gebied: Werkgebied) -> list[Optie]:
    """Give the whole, and where there is a focus, that and the rest."""
    zin = context.teksten.zin
    geheel = Optie(gebied.plaats, staat.adres(**{welke: str(Keuze(gebied.slug))}))
    if not staat.zijden.kiezer.focus_van(gebied):
        return [geheel]
    delen = [
        Optie(
            zin(f"vergelijken.naam_{deel}", plaats=gebied.plaats),
            staat.adres(**{welke: str(Keuze(gebied.slug, deel))}),
        )
        for deel in (Deel.FOCUS, Deel.REST)
    ]
    return [geheel, *delen]

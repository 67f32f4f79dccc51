"""Makes the finished content of a sheet: the one text that web, PDF, Excel and Word write."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from dashboard import links
from dashboard.afronding import zin_over
from dashboard.components.datum import datum, opsomming
from dashboard.components.woorden import onderwerp_van
from dashboard.factsheet.bronnen import bronnen_van
from dashboard.factsheet.cijferblok import cijfer_inhoud
from dashboard.factsheet.inhoud import (
    BladInhoud,
    BlokInhoud,
    CijferInhoud,
    OntbreektInhoud,
)
from dashboard.factsheet.initiatiefzin import aantal_zin, een_initiatief
from dashboard.factsheet.kaartje import kaartje
from dashboard.factsheet.keuzes import Keuzes
from dashboard.factsheet.maker import atelier_van, versie_van
from dashboard.factsheet.model import KRACHT, Blad, Blok, Ontbreekt, maak_blad, onderwerp
from dashboard.factsheet.vergelijkblad import VERGELIJKBLAD, maak_vergelijkblad
from dashboard.factsheet.woningen import woningen_van
from dashboard.factsheet.zinnen import Verteld, vertel
from wijken import opmaak
from wijken.indicator import Cijfersoort
from wijken.regio import Soort

if TYPE_CHECKING:
    from dashboard.afronding import Afronding
    from dashboard.context import Context
    from dashboard.factsheet.cijfers import Kerncijfer
    from dashboard.factsheet.model import Onderwerp
    from dashboard.momentopname import Momentopname
    from dashboard.register.initiatieven import Initiatief
    from wijken.waarneming import Waarneming

# Below this a sheet says that there is little to say.
WEINIG = 5
# Those of a buurt are of its whole wijk: fewer, so that the sheet stays a sheet.
_INITIATIEVEN, _INITIATIEVEN_BUURT = 12, 6
_WELK_GEBIED = ("selectie", "focus", "gebied")


def make_inhoud(context: Context, nu: Momentopname, slug: str, keuzes: Keuzes) -> BladInhoud:
    """Make the content of the sheet of a slug, as the maker chose.

    Args:
        context: sentences, catalogue, initiatives.
        nu: one edition of the figures.
        slug: a werkgebied, a region code, `selectie` or `vergelijkblad`.
        keuzes: what the maker chose.

    Raises:
        InvoerError: when the slug stands for nothing, or nothing is selected.
    """
    if slug == VERGELIJKBLAD:
        inhoud = maak_vergelijkblad(context, nu, keuzes)
    else:
        wat = onderwerp(nu, context.catalogus, slug, keuzes)
        blad = maak_blad(nu, context.catalogus, context.initiatieven, wat, keuzes)
        inhoud = stel_op(context, nu, blad, keuzes)
    return replace(inhoud, adres=_adres(context, slug, keuzes))


def _adres(context: Context, slug: str, keuzes: Keuzes) -> str:
    """Give where others find this sheet: which area, not what the maker typed."""
    if not context.adres:
        return ""
    gebied = {k: w for k, w in keuzes.als_vraag().items() if k in _WELK_GEBIED}
    return context.adres + links.factsheet(slug, **gebied)


def stel_op(context: Context, nu: Momentopname, blad: Blad, keuzes: Keuzes) -> BladInhoud:
    """Put a sheet in words: everything that writers print."""
    wat = blad.onderwerp
    verteld = vertel(context, nu, blad)
    genoemd = [*_waarnemingen(blad.blokken), *_bewijs(verteld)]
    woningen = woningen_van(context, blad)
    op_blad = [c.waarneming for c in blad.omvang] + genoemd + [r.waarneming for r in woningen]
    bijlage = list(_waarnemingen(blad.bijlage))
    gezien = {w.indicator for w in op_blad}
    bronnen = bronnen_van(context, nu, (w for w in op_blad if w.waarde is not None))
    rest = bronnen_van(context, nu, (w for w in bijlage if w.indicator not in gezien))
    return BladInhoud(
        slug=wat.slug,
        titel=titel(context, blad),
        soort=_soort(context, nu, blad),
        vraag=wat.gebied.vraag,
        motto=context.teksten.zin("factsheet.motto"),
        kleur=wat.gebied.kleur,
        kaart=kaartje(context, nu, wat),
        omvang=tuple(cijfer_inhoud(context, c, wat.gebied.kleur, teken=False) for c in blad.omvang),
        kort=verteld.kort,
        valt_op=verteld.valt_op,
        blokken=tuple(_blokken(context, blad, blad.blokken, teken=True)),
        bijlage=tuple(_blokken(context, blad, blad.bijlage, teken=keuzes.bijlage)),
        initiatieven=tuple(een_initiatief(context, blad, i) for i in _getoond(blad)),
        nog_meer_initiatieven=_nog_meer(context, blad),
        atelier=atelier_van(context, keuzes),
        ontbreekt=tuple(_ontbrekend(context, blad, o) for o in blad.ontbreekt),
        bronnen=bronnen + rest if keuzes.bijlage else bronnen,
        uitleg=tuple(_uitleg(context, blad)),
        opgehaald=datum(context.teksten, blad.opgehaald),
        versie=versie_van(nu),
        regel=_regel(context, nu, blad, keuzes),
        met_bijlage=keuzes.bijlage,
        sterk_ook=verteld.sterk_ook,
        initiatieven_zin=aantal_zin(context, blad),
        bronnen_bijlage=() if keuzes.bijlage else rest,
        woningen=woningen,
    )


def titel(context: Context, blad: Blad) -> str:
    """Give the name at the top of the sheet; of a selection what it is a selection of."""
    wat = blad.onderwerp
    if not wat.selectie:
        return wat.naam
    sleutel = "focus" if wat.is_focus else "selectie"
    return context.teksten.zin(
        f"factsheet.titel_{sleutel}", plaats=wat.gebied.plaats_in_zin, naam=wat.gebied.naam
    )


def _waarnemingen(blokken: tuple[Blok, ...]) -> Iterator[Waarneming]:
    return (cijfer.waarneming for blok in blokken for cijfer in blok.cijfers)


def _bewijs(verteld: Verteld) -> Iterator[Waarneming]:
    zinnen = (*verteld.kort, *verteld.valt_op, *verteld.sterk_ook)
    return (w for zin in zinnen for w in zin.bewijs)


def _soort(context: Context, nu: Momentopname, blad: Blad) -> str:
    zin, wat = context.teksten.zin, blad.onderwerp
    if wat.selectie:
        return _selectie(context, nu, wat)
    if wat.is_werkgebied:
        return zin("factsheet.soort_werkgebied", corporatie=wat.gebied.naam)
    in_ = ", ".join(regio.naam for regio in reversed(blad.boven))
    soort = zin(f"factsheet.soort_{wat.regio.soort}", **{"in": in_})
    nieuwste = max((grens.kaart for grens in wat.gebied.grenzen), default=0)
    if wat.regio.indeling < nieuwste:
        return f"{soort}. {zin('factsheet.soort_toen', jaar=wat.regio.indeling)}"
    return soort


def _selectie(context: Context, nu: Momentopname, wat: Onderwerp) -> str:
    """Name what was chosen; a wijk of which every buurt was chosen by its own name."""
    zin, gekozen = context.teksten.zin, {regio.code for regio in wat.selectie}
    soort, indeling = wat.selectie[0].soort, wat.selectie[0].indeling
    alle = nu.regios(wat.gebied, soort, indeling)
    if len(gekozen) == len(alle):
        velden = {"aantal": len(alle), "plaats": wat.gebied.plaats_in_zin}
        return zin(f"factsheet.selectie_alle_{soort}", **velden)
    heel = {}
    if soort is Soort.BUURT:
        for wijk in nu.regios(wat.gebied, Soort.WIJK, indeling):
            delen = {regio.code for regio in alle if regio.code.wijk == wijk.code}
            if len(delen) > 1 and delen <= gekozen:
                heel[wijk.code] = zin("factsheet.selectie_heel", naam=wijk.naam)
    namen = [*heel.values(), *(r.naam for r in wat.selectie if r.code.wijk not in heel)]
    namen_zin = opsomming(context.teksten, namen)
    return zin(f"factsheet.selectie_{soort}", namen=namen_zin)


def _blokken(
    context: Context, blad: Blad, blokken: tuple[Blok, ...], *, teken: bool
) -> Iterator[BlokInhoud]:
    for blok in blokken:
        kleur = blad.onderwerp.gebied.kleur
        cijfers = tuple(cijfer_inhoud(context, c, kleur, teken=teken) for c in blok.cijfers)
        yield BlokInhoud(blok.sleutel, _kop(context, blok.sleutel), cijfers)


def _kop(context: Context, sleutel: str) -> str:
    if sleutel == KRACHT:
        return context.teksten.zin("factsheet.kracht")
    return context.catalogus.themas[sleutel].naam


def _getoond(blad: Blad) -> tuple[Initiatief, ...]:
    is_buurt = blad.onderwerp.regio.soort is Soort.BUURT
    return blad.initiatieven[: _INITIATIEVEN_BUURT if is_buurt else _INITIATIEVEN]


def _nog_meer(context: Context, blad: Blad) -> str:
    rest = len(blad.initiatieven) - len(_getoond(blad))
    return context.teksten.zin("factsheet.initiatieven_meer", aantal=rest) if rest else ""


def _ontbrekend(context: Context, blad: Blad, wat: Ontbreekt) -> OntbreektInhoud:
    zin = context.teksten.zin
    sleutel = f"factsheet.weigering.{wat.weigering}" if wat.weigering else f"status.{wat.status}"
    elders = [_van_delen(context, blad, wat), _van_boven(context, wat)]
    return OntbreektInhoud(
        onderwerp_van(context, wat.indicator), zin(sleutel), "; ".join(e for e in elders if e)
    )


def _van_delen(context: Context, blad: Blad, wat: Ontbreekt) -> str:
    """Say between which figures the parts of a selection lie, when they make no total."""
    waarden = [w.waarde for w in wat.delen if w.waarde is not None and not w.onzeker]
    if not waarden or wat.indicator.labels:
        return ""
    laag, hoog = min(waarden), max(waarden)
    sleutel = "delen_een" if laag == hoog else "delen_van_tot"
    niveaus = context.teksten.zin(f"vergelijken.niveaus.{blad.onderwerp.selectie[0].soort}")
    return context.teksten.zin(
        f"factsheet.{sleutel}",
        niveaus=niveaus,
        aantal=len(waarden),
        laag=opmaak.cijfer(laag, wat.indicator),
        hoog=opmaak.met_eenheid(hoog, wat.indicator),
        jaar=wat.delen[0].periode,
    )


def _van_boven(context: Context, wat: Ontbreekt) -> str:
    if wat.elders is None or wat.elders.waarde is None:
        return ""
    soort = wat.elders.regio.soort
    return context.teksten.zin(
        "factsheet.elders_kort",
        waar=context.teksten.zin(f"factsheet.elders.{soort}", naam=wat.elders_naam),
        cijfer=opmaak.met_eenheid(wat.elders.waarde, wat.indicator),
        jaar=wat.elders.periode,
    )


def _uitleg(context: Context, blad: Blad) -> Iterator[str]:
    """Say how to read the sheet: only what is on it."""
    zin, wat = context.teksten.zin, blad.onderwerp
    cijfers = [cijfer for blok in blad.blokken for cijfer in blok.cijfers]
    if len(cijfers) < WEINIG:
        yield zin("factsheet.weinig")
    if any(cijfer.spreiding for cijfer in cijfers):
        if wat.selectie:
            yield zin("factsheet.lezen_selectie", niveau=wat.selectie[0].soort)
        elif wat.regio.soort is Soort.GEMEENTE:
            yield zin("factsheet.lezen_geheel")
        else:
            yield zin("factsheet.lezen_blad", niveau=wat.regio.soort, naam=wat.naam)
    if any(cijfer.indicator.soort is Cijfersoort.MODEL for cijfer in cijfers):
        yield zin("factsheet.lezen_schatting")
    if any(cijfer.toen for cijfer in cijfers):
        yield zin("factsheet.lezen_toen")
    yield from _afronding(context, blad.omvang, cijfers)


def _afronding(
    context: Context, omvang: Sequence[Kerncijfer], cijfers: Sequence[Kerncijfer]
) -> Iterator[str]:
    """Say how far the sums above the sheet may be off; those below say it themselves."""
    per: dict[Afronding, list[str]] = {}
    for cijfer in omvang:
        if cijfer.afronding is not None:
            naam = onderwerp_van(context, cijfer.indicator)
            namen = per.setdefault(cijfer.afronding, [])
            namen.append(naam[:1].lower() + naam[1:] if namen else naam)
    for rond, namen in per.items():
        yield zin_over(context.teksten, rond, namen)
    if any(c.afronding is not None and c.afronding.hooguit is None for c in cijfers):
        yield context.teksten.zin("afronding.gemiddelden")


def _regel(context: Context, nu: Momentopname, blad: Blad, keuzes: Keuzes) -> str:
    """Give the line on every page: area, choices, date of the figures, version."""
    zin, themas = context.teksten.zin, context.catalogus.themas
    namen = [themas[t].naam.lower() for t in keuzes.themas if t in themas]
    gekozen = zin("factsheet.regel_themas", themas=opsomming(context.teksten, namen))
    delen = [
        zin("factsheet.titel_van", naam=titel(context, blad)),
        gekozen if namen else "",
        zin("factsheet.regel_cijfers") if keuzes.cijfers else "",
        zin("factsheet.regel_datum", datum=datum(context.teksten, blad.opgehaald)),
        zin("factsheet.regel_versie", versie=versie_van(nu)),
    ]
    return " · ".join(deel for deel in delen if deel)


def cijfers_van(blad: BladInhoud) -> tuple[CijferInhoud, ...]:
    """Give the figures on the sheet itself, in order."""
    return tuple(cijfer for blok in blad.blokken for cijfer in blok.cijfers)

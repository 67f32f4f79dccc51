"""The sheet of all areas together: the same figures of each side by side, of one year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import TYPE_CHECKING

from dashboard.components.datum import datum, opsomming
from dashboard.components.woorden import onderwerp_van
from dashboard.factsheet.bronnen import bronnen_van
from dashboard.factsheet.inhoud import (
    BladInhoud,
    BlokInhoud,
    OntbreektInhoud,
    Zin,
)
from dashboard.factsheet.keuzes import Keuzes
from dashboard.factsheet.maker import atelier_van, versie_van
from dashboard.factsheet.uitkiezen import AANTAL, AANTAL_KRACHT, KRACHT, wat_gevraagd
from dashboard.factsheet.vergelijkcijfer import cijfer_naast_elkaar, gehelen
from dashboard.factsheet.zinsbouw import Naastgezet, kan_gezegd, vergeleken
from dashboard.vergelijking import Vergelijking, Wens, vergelijk
from wijken.indicator import Cijfersoort, Eenheid, Indicator, Optelling
from wijken.waarneming import Waarneming

if TYPE_CHECKING:
    from dashboard.context import Context
    from dashboard.momentopname import Momentopname

VERGELIJKBLAD = "vergelijkblad"
_KORT = 5
# Of each area, so that the sheet is one page; every other figure is in the appendix and in Excel.
_EERSTE = 3
_GRENS = {KRACHT: AANTAL_KRACHT}


def maak_vergelijkblad(context: Context, nu: Momentopname, keuzes: Keuzes) -> BladInhoud:
    """Make the sheet of all werkgebieden side by side."""
    gebieden = tuple(context.catalogus.werkgebieden.values())
    gekozen = list(_kies(context, nu, keuzes))
    op_blad = {i.id: v for _, i, v in gekozen}
    rest = list(_rest(context, nu, op_blad))
    ids = op_blad | {i.id: v for _, i, v in rest}
    kort = tuple(_kort(context, ids))
    genoemd = [*_van(op_blad.values()), *(w for een in kort for w in een.bewijs)]
    gezien = {w.indicator for w in genoemd}
    bronnen = bronnen_van(context, nu, genoemd)
    bij = bronnen_van(context, nu, (w for w in _van(ids.values()) if w.indicator not in gezien))
    zin = context.teksten.zin
    plaatsen = opsomming(context.teksten, [g.plaats for g in gebieden])
    vers = datum(context.teksten, nu.datum)
    regel = [
        zin("factsheet.titel_van", naam=plaatsen),
        zin("factsheet.regel_datum", datum=vers),
        zin("factsheet.regel_versie", versie=versie_van(nu)),
    ]
    return BladInhoud(
        slug=VERGELIJKBLAD,
        titel=plaatsen,
        soort=zin("factsheet.soort_vergelijkblad"),
        vraag=zin("start.vraag"),
        motto=zin("factsheet.motto"),
        kleur="#1E2528",
        kaart=None,
        omvang=(),
        kort=kort,
        valt_op=(),
        blokken=tuple(_blokken(context, gekozen)),
        bijlage=tuple(_blokken(context, rest, teken=keuzes.bijlage)),
        initiatieven=(),
        nog_meer_initiatieven="",
        atelier=atelier_van(context, keuzes),
        ontbreekt=tuple(_ontbreekt(context, nu, ids)),
        bronnen=bronnen + bij if keuzes.bijlage else bronnen,
        uitleg=tuple(_uitleg(context, ids if keuzes.bijlage else op_blad)),
        opgehaald=vers,
        versie=versie_van(nu),
        regel=" · ".join(regel),
        met_bijlage=keuzes.bijlage,
        bronnen_bijlage=() if keuzes.bijlage else bij,
    )


def _van(vergelijkingen: Iterable[Vergelijking]) -> Iterator[Waarneming]:
    return (w for v in vergelijkingen for w in gehelen(v))


Keus = tuple[str, Indicator, Vergelijking]


def _kies(context: Context, nu: Momentopname, keuzes: Keuzes) -> Iterator[Keus]:
    """Give block, indicator and figures: what each area looks at first, or what was chosen."""
    catalogus = context.catalogus
    gebieden = tuple(catalogus.werkgebieden.values())
    gesteld: set[object] = set()
    aantal: Counter[str] = Counter()
    for blok, indicator in _volgorde(context, keuzes):
        if wat_gevraagd(indicator) in gesteld or aantal[blok] >= _GRENS.get(blok, AANTAL):
            continue
        vergelijking = vergelijk(nu, Wens(indicator), gebieden)
        if len(gehelen(vergelijking)) == len(gebieden):
            gesteld.add(wat_gevraagd(indicator))
            aantal[blok] += 1
            yield blok, indicator, vergelijking
        if aantal.total() == AANTAL:
            return


def _volgorde(context: Context, keuzes: Keuzes) -> Iterator[tuple[str, Indicator]]:
    """Give what may be on the sheet, best first; unasked few enough for one page."""
    catalogus = context.catalogus
    alle = [i for i in catalogus.indicatoren.values() if i.tonen]
    gebieden = catalogus.werkgebieden.values()
    if keuzes.cijfers:
        yield from ((i.thema, i) for i in alle if i.id in keuzes.cijfers)
        return
    if not keuzes.themas:
        yield from ((g.slug, catalogus.indicator(i)) for g in gebieden for i in g.eerste[:_EERSTE])
        return
    yield from ((KRACHT, i) for i in alle if i.kracht)
    goed = [i for i in alle if i.optelling is not Optelling.SOM and not i.labels]
    per_thema = [[i for i in goed if i.thema == thema] for thema in keuzes.themas]
    yield from ((i.thema, i) for ronde in zip_longest(*per_thema) for i in ronde if i is not None)


def _rest(
    context: Context, nu: Momentopname, op_blad: Mapping[str, Vergelijking]
) -> Iterator[Keus]:
    """Give every other figure that all areas have, by theme."""
    catalogus = context.catalogus
    gebieden = tuple(catalogus.werkgebieden.values())
    for thema in catalogus.themas:
        for indicator in catalogus.van_thema(thema):
            if not indicator.tonen or indicator.id in op_blad:
                continue
            vergelijking = vergelijk(nu, Wens(indicator), gebieden)
            if len(gehelen(vergelijking)) == len(gebieden):
                yield thema, indicator, vergelijking


def _blokken(
    context: Context, gekozen: Sequence[Keus], *, teken: bool = True
) -> Iterator[BlokInhoud]:
    for blok in dict.fromkeys(naam for naam, _, _ in gekozen):
        paren = [(i, v) for naam, i, v in gekozen if naam == blok]
        cijfers = (cijfer_naast_elkaar(context, i, v, teken=teken) for i, v in paren)
        yield BlokInhoud(blok, _kop(context, blok), tuple(cijfers))


def _kop(context: Context, blok: str) -> str:
    gebied = context.catalogus.werkgebieden.get(blok)
    if gebied is not None:
        return context.teksten.zin("factsheet.kijkt_eerst", plaats=gebied.plaats_in_zin)
    if blok == KRACHT:
        return context.teksten.zin("factsheet.kracht")
    return context.catalogus.themas[blok].naam


def _kort(context: Context, ids: dict[str, Vergelijking]) -> Iterator[Zin]:
    """Give five sentences about all areas: a strength, then what each looks at first."""
    catalogus, gezegd = context.catalogus, 0
    eerste = [i for gebied in catalogus.werkgebieden.values() for i in gebied.eerste]
    kracht = [i for i in ids if catalogus.indicator(i).kracht][:1]
    for sleutel in dict.fromkeys([*kracht, *eerste, *ids]):
        if sleutel not in ids or gezegd == _KORT:
            continue
        indicator = catalogus.indicator(sleutel)
        een, ander, *_ = gehelen(ids[sleutel])
        eerst, dan, *_ = ids[sleutel].kanten
        if kan_gezegd(context, indicator, een):
            paar = Naastgezet(indicator, een, ander, dan.gebied.plaats_in_zin)
            zin = vergeleken(context, paar, eerst.gebied.plaats_in_zin)
            if zin is not None:
                gezegd += 1
                yield zin


def _ontbreekt(
    context: Context, nu: Momentopname, ids: dict[str, Vergelijking]
) -> Iterator[OntbreektInhoud]:
    """Name what one of the areas has no figure of at all."""
    for gebied in context.catalogus.werkgebieden.values():
        for indicator in nu.getoond():
            if indicator.id in ids:
                continue
            w = nu.nieuwste_van(indicator, gebied.codes[0])
            if w is not None and w.waarde is None:
                naam = context.teksten.zin(
                    "factsheet.ontbreekt_bij",
                    naam=onderwerp_van(context, indicator),
                    plaats=gebied.plaats,
                )
                yield OntbreektInhoud(naam, context.teksten.zin(f"status.{w.status}"))


def _uitleg(context: Context, ids: dict[str, Vergelijking]) -> Iterator[str]:
    zin = context.teksten.zin
    yield zin("factsheet.lezen_vergelijkblad")
    if any(len({w.periode for w in gehelen(v)}) > 1 for v in ids.values()):
        yield zin("factsheet.lezen_jaren")
    if any(context.catalogus.indicator(i).eenheid is Eenheid.KM for i in ids):
        yield zin("vergelijken.afstand")
    if any(context.catalogus.indicator(i).soort is Cijfersoort.MODEL for i in ids):
        yield zin("factsheet.lezen_schatting")

"""Which sentences a sheet tells, each made from its figures: in short, and what stands out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from statistics import pstdev
from typing import TYPE_CHECKING

from dashboard.components.datum import opsomming
from dashboard.factsheet.cijfers import Kerncijfer
from dashboard.factsheet.inhoud import Zin
from dashboard.factsheet.uitkiezen import KRACHT
from dashboard.factsheet.zinsbouw import (
    Naastgezet,
    alleen,
    is_meer_dan_ruis,
    kan_gezegd,
    maak_zin,
    vergeleken,
    woorden,
    zet_naast,
)
from dashboard.gegevens import Uitgave
from wijken import opmaak
from wijken.indicator import Indicator, Optelling, Richting
from wijken.regio import Soort
from wijken.verschil import Verschil, verschil
from wijken.waarneming import Waarneming

if TYPE_CHECKING:
    from dashboard.context import Context
    from dashboard.factsheet.model import Blad
    from dashboard.momentopname import Momentopname

KORT, OPVALLEND = 5, 4
# A handful of buurten is no spread.
_MINST = 3


@dataclass(frozen=True)
class Verteld:
    """The sentences of a sheet: in short, what stands out, what else is strong."""

    kort: tuple[Zin, ...]
    valt_op: tuple[Zin, ...]
    sterk_ook: tuple[Zin, ...]


def vertel(context: Context, nu: Momentopname, blad: Blad) -> Verteld:
    """Tell a sheet in sentences; what no figure says is not told."""
    verteller = _Verteller(context, nu, blad)
    kort = verteller.kort()
    gezegd = {sleutel for zin in kort for sleutel in zin.sleutels}
    return Verteld(kort, verteller.valt_op(gezegd), verteller.sterk_ook())


class _Verteller:
    """Tells one sheet."""

    def __init__(self, context: Context, nu: Momentopname, blad: Blad) -> None:
        self._context, self._nu, self._blad = context, nu, blad
        self._zin = context.teksten.zin
        self._wat = blad.onderwerp
        self._plaats = self._naam()
        self._op_blad = [c for blok in blad.blokken for c in blok.cijfers]
        rest = [c for blok in blad.bijlage for c in blok.cijfers]
        self._alle = self._op_blad + rest

    def kort(self) -> tuple[Zin, ...]:
        """Give five sentences: strength, lead theme, change, spread, what is not known."""
        kracht = self._eerste(self._krachten())
        thema = self._eerste(self._van_thema(), kracht)
        rest = [self._verandering(), self._spreiding(), self._onbekend()]
        vast = [zin for zin in (kracht, thema, *rest) if zin is not None]
        over = (zin for zin in chain(self._krachten(), self._van_thema(), self._overige()))
        gezegd = {sleutel for zin in vast for sleutel in zin.sleutels}
        erbij: list[Zin] = []
        for zin in over:
            if len(vast) + len(erbij) < KORT and not gezegd & set(zin.sleutels):
                erbij.append(zin)
                gezegd |= set(zin.sleutels)
        voorop = [zin for zin in (kracht, thema) if zin is not None]
        return (*voorop, *erbij, *(zin for zin in rest if zin is not None))

    def valt_op(self, gezegd: set[str]) -> tuple[Zin, ...]:
        """Give the largest differences that are more than noise, one a theme."""
        gewogen = sorted(self._verschillen(gezegd), key=lambda paar: -paar[0])
        themas: set[str] = set()
        gekozen: list[Zin] = []
        for _, paar in gewogen:
            zin = vergeleken(self._context, paar, self._plaats)
            if zin and paar.indicator.thema not in themas and len(gekozen) < OPVALLEND:
                themas.add(paar.indicator.thema)
                gekozen.append(zin)
        return tuple(gekozen)

    def sterk_ook(self) -> tuple[Zin, ...]:
        """Say which facilities are near, where they are."""
        blok = self._context.teksten["zinnen"]
        grens, namen = float(blok["dichtbij_km"]), blok["dichtbij"]
        dichtbij = [
            c.waarneming
            for c in self._alle
            if c.indicator.id in namen
            and not c.waarneming.onzeker
            and (c.waarneming.waarde or 0.0) <= grens
        ]
        jaren = Counter(w.periode for w in dichtbij)
        jaar = max(jaren, key=lambda periode: (jaren[periode], periode), default=None)
        # One sentence is about one year: that of most of them.
        dichtbij = [w for w in dichtbij if w.periode == jaar][:_MINST]
        if len(dichtbij) < 2:  # noqa: PLR2004
            return ()
        delen = [
            self._zin(
                "zinnen.dichtbij_deel",
                naam=namen[w.indicator],
                cijfer=opmaak.getal(w.waarde or 0.0, 1),
            )
            for w in dichtbij
        ]
        lijst = opsomming(self._context.teksten, delen)
        tekst = self._zin("zinnen.dichtbij_zin", lijst=lijst, jaar=jaar)
        zin = maak_zin(self._context, tekst, dichtbij)
        return (zin,) if zin else ()

    def _naam(self) -> str:
        wat = self._wat
        if wat.selectie:
            return self._zin(f"zinnen.selectie_{wat.selectie[0].soort}")
        return wat.gebied.plaats_in_zin if wat.is_werkgebied else wat.naam

    @staticmethod
    def _eerste(zinnen: Iterator[Zin], niet: Zin | None = None) -> Zin | None:
        gezegd = set(niet.sleutels) if niet else set()
        return next((zin for zin in zinnen if not gezegd & set(zin.sleutels)), None)

    def _krachten(self) -> Iterator[Zin]:
        """Tell the strengths: first those that there clearly are more of than elsewhere."""
        krachten = [
            c for blok in self._blad.blokken if blok.sleutel == KRACHT for c in blok.cijfers
        ]
        return self._zeg(sorted(krachten, key=lambda c: not self._steekt_uit(c)))

    def _van_thema(self) -> Iterator[Zin]:
        thema = self._wat.gebied.leidend_thema
        return self._zeg([c for c in self._op_blad if c.indicator.thema == thema])

    def _overige(self) -> Iterator[Zin]:
        return self._zeg(self._alle)

    def _steekt_uit(self, cijfer: Kerncijfer) -> bool:
        paar = self._naast(cijfer)
        if paar is None or cijfer.indicator.richting is Richting.LAGER:
            return False
        meer = (paar.eigen.waarde or 0.0) > (paar.ander.waarde or 0.0)
        return meer and paar.uitkomst is Verschil.DUIDELIJK

    def _zeg(self, cijfers: Sequence[Kerncijfer]) -> Iterator[Zin]:
        for cijfer in cijfers:
            if not kan_gezegd(self._context, cijfer.indicator, cijfer.waarneming):
                continue
            paar = self._naast(cijfer)
            zin = vergeleken(self._context, paar, self._plaats) if paar else None
            if zin is None:
                w = cijfer.waarneming
                zin = alleen(self._context, cijfer.indicator, w, self._plaats)
            if zin is not None:
                yield zin

    def _naast(self, cijfer: Kerncijfer) -> Naastgezet | None:
        return zet_naast(self._context, self._nu, self._wat.gebied, cijfer)

    def _verschillen(self, gezegd: set[str]) -> Iterator[tuple[float, Naastgezet]]:
        """Give clear differences with how far apart they are, counted in spreads of the dots."""
        for cijfer in self._alle:
            indicator = cijfer.indicator
            if indicator.id in gezegd or indicator.optelling is Optelling.SOM:
                continue
            spreiding, paar = cijfer.spreiding, self._naast(cijfer)
            if spreiding is None or paar is None or len(spreiding.waarden) < _MINST:
                continue
            wijdte = pstdev(spreiding.waarden)
            kan = kan_gezegd(self._context, indicator, cijfer.waarneming)
            if wijdte and kan and is_meer_dan_ruis(paar):
                afstand = abs((paar.eigen.waarde or 0.0) - (paar.ander.waarde or 0.0))
                yield afstand / wijdte, paar

    def _verandering(self) -> Zin | None:
        """Tell the newest clear change in a real series; else that one stayed the same."""
        reeksen = [(c, c.reeks[-1][-2:]) for c in self._alle if c.reeks and len(c.reeks[-1]) > 1]
        bruikbaar = [
            (c, paar)
            for c, paar in reeksen
            if woorden(self._context, "noem", c.indicator) and not any(w.onzeker for w in paar)
        ]
        thema = self._wat.gebied.leidend_thema
        volgorde = sorted(
            bruikbaar,
            key=lambda p: (
                not _is_duidelijk(p[0].indicator, *p[1]),
                p[0].indicator.thema != thema,
            ),
        )
        zinnen = (self._als_verandering(c, *paar) for c, paar in volgorde)
        return next((zin for zin in zinnen if zin is not None), None)

    def _als_verandering(
        self, cijfer: Kerncijfer, eerst: Waarneming, laatst: Waarneming
    ) -> Zin | None:
        indicator = cijfer.indicator
        sleutel = "veranderd" if _is_duidelijk(indicator, eerst, laatst) else "gebleven"
        tekst = self._zin(
            f"zinnen.{sleutel}",
            noem=_hoofdletter(woorden(self._context, "noem", indicator)),
            eerst=_kort_of_procent(eerst.waarde or 0.0, indicator),
            laatst=opmaak.met_eenheid(laatst.waarde or 0.0, indicator),
            jaar_eerst=eerst.periode,
            jaar_laatst=laatst.periode,
        )
        toen = laatst.indeling if cijfer.toen else 0
        return maak_zin(self._context, tekst, [eerst, laatst], toen=toen)

    def _spreiding(self) -> Zin | None:
        """Tell between which figures the buurten of this area lie; of a buurt those around it."""
        thema = self._wat.gebied.leidend_thema
        cijfers = sorted(self._op_blad, key=lambda c: c.indicator.thema != thema)
        zinnen = (self._als_spreiding(c) for c in cijfers)
        return next((zin for zin in zinnen if zin is not None), None)

    def _als_spreiding(self, cijfer: Kerncijfer) -> Zin | None:
        indicator, noem = cijfer.indicator, woorden(self._context, "noem", cijfer.indicator)
        binnen = [w for w in self._binnen(cijfer) if w.waarde is not None and not w.onzeker]
        if not noem or len(binnen) < _MINST or len({w.periode for w in binnen}) > 1:
            return None
        laag = min(binnen, key=lambda w: w.waarde or 0.0)
        hoog = max(binnen, key=lambda w: w.waarde or 0.0)
        if not _is_duidelijk(indicator, laag, hoog):
            return None
        tekst = self._zin(
            "zinnen.spreiding" if self._wat.regio.soort is not Soort.BUURT else "zinnen.rondom",
            niveau=laag.regio.soort,
            noem=noem,
            laag=opmaak.cijfer(laag.waarde or 0.0, indicator),
            hoog=opmaak.met_eenheid(hoog.waarde or 0.0, indicator),
            plaats=self._wat.gebied.plaats_in_zin,
            jaar=laag.periode,
        )
        return maak_zin(self._context, tekst, [laag, hoog])

    def _binnen(self, cijfer: Kerncijfer) -> Sequence[Waarneming]:
        wat, spreiding = self._wat, cijfer.spreiding
        if cijfer.delen:
            return cijfer.delen
        if wat.regio.soort is not Soort.WIJK:
            return [plek.waarneming for plek in spreiding.plekken] if spreiding else ()
        if cijfer.toen:
            return ()  # the buurten of then are other places
        w = cijfer.waarneming
        uitgave = Uitgave(w.periode, w.indeling, 0, 0)
        buurten = self._nu.waarnemingen(cijfer.indicator, wat.gebied, Soort.BUURT, uitgave)
        return [b for b in buurten if b.regio.wijk == wat.regio.code]

    def _onbekend(self) -> Zin | None:
        """Tell how much is not known here, with an example; or that everything is."""
        mist = self._blad.ontbreekt
        if not mist:
            alles = [c.waarneming for c in self._alle]
            tekst = self._zin("zinnen.alles_bekend", aantal=len(alles))
            afgeleid = [(self._zin("zinnen.aantal_bekend"), float(len(alles)))]
            return maak_zin(self._context, tekst, alles, afgeleid) if alles else None
        thema = self._wat.gebied.leidend_thema
        volgorde = sorted(mist, key=lambda o: o.indicator.thema != thema)
        for o in volgorde:
            bewijs = [w for w in (o.waarneming, *o.delen, o.elders) if w is not None]
            noem = woorden(self._context, "noem", o.indicator)
            if noem and bewijs:
                sleutel = "onbekend" if len(mist) > 1 else "onbekend_een"
                tekst = self._zin(f"zinnen.{sleutel}", aantal=len(mist), noem=noem)
                afgeleid = [(self._zin("zinnen.aantal_onbekend"), float(len(mist)))]
                return maak_zin(self._context, tekst, bewijs, afgeleid)
        return None


def _is_duidelijk(indicator: Indicator, een: Waarneming, ander: Waarneming) -> bool:
    return verschil(indicator, een, ander) is Verschil.DUIDELIJK


def _kort_of_procent(waarde: float, indicator: Indicator) -> str:
    """Give the first of two figures: the unit follows the second, a percent sign both."""
    if indicator.is_aandeel:
        return opmaak.met_eenheid(waarde, indicator)
    return opmaak.cijfer(waarde, indicator)


def _hoofdletter(tekst: str) -> str:
    return tekst[:1].upper() + tekst[1:]

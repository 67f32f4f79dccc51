"""How far areas lie from an earlier year or from the country: five colours around no difference."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dashboard.components.kaart.afstanden import afwijkingsgrens, veranderingsgrens
from dashboard.components.kaart.ernaast import ernaast
from dashboard.components.kaart.klassewoorden import afstand, maat, met_teken, onzeker_regel
from dashboard.components.kaart.lezing import Klasseregel, Lezing, Vlak, Vlaksoort
from dashboard.components.kaart.referentie import Referentie, referentie
from wijken.bron import Breuk
from wijken.indicator import Cijfersoort
from wijken.opmaak import met_eenheid
from wijken.reeks import naden_van
from wijken.regio import Regiocode
from wijken.verschil import Verschil, verschil
from wijken.waarneming import Waarneming

if TYPE_CHECKING:
    from dashboard.components.kaart.beeld import Beeld

MIDDEN = 3
VERANDERING, AFWIJKING = "verandering", "afwijking"
_GEWIJZIGD = "gewijzigd"


@dataclass(frozen=True)
class _Afstand:
    """What areas are held against.

    Attributes:
        soort: block of sentences, `verandering` or `afwijking`.
        grens: where a small difference ends; None when all clear ones are alike.
        tegenover: the other figure of an area; None when there is none to be had.
        gewijzigd: areas that are not proven the same place.
        velden: what the sentences of the block are filled with.
        breuken: years from which the figure is measured in another way.
    """

    soort: str
    grens: float | None
    tegenover: Callable[[Regiocode], Waarneming | None]
    gewijzigd: frozenset[Regiocode]
    velden: Mapping[str, str]
    breuken: tuple[Breuk, ...] = ()


def lees_verandering(beeld: Beeld) -> Lezing:
    """Read the change since an earlier year."""
    s = beeld.staat
    vorig = s.kijk.vorig
    if vorig is None:
        message = "Een kaart van verandering heeft een eerder jaar."
        raise ValueError(message)
    toen = ernaast(beeld, s.indicator, vorig)
    grens = veranderingsgrens(beeld.nu, s.indicator, s.niveau)
    velden = {"vorig": str(vorig.periode), "jaar": s.jaar}
    breuken = beeld.context.catalogus.breuken(s.indicator)
    wat = _Afstand(VERANDERING, grens, toen.cijfers.get, toen.gewijzigd, velden, breuken)
    return _lees(beeld, wat)


def lees_afwijking(beeld: Beeld) -> Lezing:
    """Read the distance to the country in the same year."""
    s = beeld.staat
    gevonden = referentie(beeld.nu, s.indicator, s.uitgave) if s.uitgave else None
    if gevonden is None:
        message = "Een kaart tegenover Nederland heeft een cijfer van Nederland."
        raise ValueError(message)
    grens = afwijkingsgrens(beeld.nu, s.indicator, s.niveau)
    velden = {"naam": referentienaam(beeld, gevonden), "cijfer": _referentiecijfer(beeld, gevonden)}
    wat = _Afstand(AFWIJKING, grens, lambda _code: gevonden.waarde, frozenset(), velden)
    return _lees(beeld, wat)


def referentienaam(beeld: Beeld, tegenover: Referentie) -> str:
    """Name what stands for the country."""
    if tegenover.gemeenten:
        return beeld.zin("afwijking.mediaan", aantal=tegenover.gemeenten)
    return beeld.zin("nederland")


def _referentiecijfer(beeld: Beeld, tegenover: Referentie) -> str:
    return met_eenheid(tegenover.waarde.waarde or 0.0, beeld.staat.indicator)


def _lees(beeld: Beeld, wat: _Afstand) -> Lezing:
    regels = _regels(beeld, wat)
    indicator = beeld.staat.indicator
    model = [beeld.zin("legenda_model")] if indicator.soort is Cijfersoort.MODEL else []
    return Lezing(
        {regio.code: _vlak(beeld, wat, regels, regio.code) for regio in beeld.regios},
        tuple(regels[trede] for trede in sorted(regels)),
        beeld.zin(f"{wat.soort}.kolom", **wat.velden),
        f"{indicator.naam}: {beeld.zin(f'{wat.soort}.wat', **wat.velden)}",
        (beeld.zin(f"{wat.soort}.noot", **wat.velden), *model),
        wat.velden,
    )


def _regels(beeld: Beeld, wat: _Afstand) -> dict[int, Klasseregel]:
    """Give the line of each colour, from far below (1) to far above (5)."""
    blok, indicator = wat.soort, beeld.staat.indicator
    if wat.grens is None:
        woorden = {2: "lager", MIDDEN: "gelijk", 4: "hoger"}
        grens = ""
    else:
        woorden = {1: "veel_lager", 2: "iets_lager", MIDDEN: "gelijk"}
        woorden |= {4: "iets_hoger", 5: "veel_hoger"}
        grens = maat(beeld, wat.grens, indicator)
    return {
        trede: Klasseregel(
            f"afwijking-{trede}", beeld.zin(f"{blok}.{woord}", grens=grens, **wat.velden)
        )
        for trede, woord in woorden.items()
    }


def _vlak(beeld: Beeld, wat: _Afstand, regels: Mapping[int, Klasseregel], code: Regiocode) -> Vlak:
    s, indicator = beeld.staat, beeld.staat.indicator
    if code in wat.gewijzigd:
        tekst = beeld.zin("gewijzigd")
        return Vlak(Vlaksoort.GEWIJZIGD, Klasseregel(_GEWIJZIGD, tekst), tekst)
    nu, ander = beeld.cijfers.get(code), wat.tegenover(code)
    if nu is None or ander is None or nu.waarde is None or ander.waarde is None:
        reden = beeld.cijfer(nu if nu is None or nu.waarde is None else ander)
        return Vlak(Vlaksoort.GEEN, Klasseregel("arcering", reden), reden)
    if wat.soort == VERANDERING and naden_van(s.gebied, ander, nu, wat.breuken):
        tekst = beeld.zin("anders_gemeten")
        return Vlak(Vlaksoort.GEWIJZIGD, Klasseregel(_GEWIJZIGD, tekst), tekst)
    oordeel = verschil(indicator, nu, ander)
    ver = afstand(nu.waarde, ander.waarde, indicator)
    tekst = _tekst(beeld, wat, (nu, ander), oordeel)
    kort = met_teken(beeld, ver, indicator)
    if oordeel is Verschil.ONZEKER:
        regel = onzeker_regel(beeld, indicator)
        return Vlak(Vlaksoort.ONZEKER, regel, tekst, ver, beeld.zin("onzeker_kort"))
    if oordeel is not Verschil.DUIDELIJK:
        regel = regels[MIDDEN]
        return Vlak(Vlaksoort.CIJFER, regel, tekst, ver, regel.tekst)
    return Vlak(Vlaksoort.CIJFER, regels[_trede(ver, wat.grens)], tekst, ver, kort)


def _tekst(
    beeld: Beeld, wat: _Afstand, paar: tuple[Waarneming, Waarneming], oordeel: Verschil
) -> str:
    """Write difference and both figures: a difference without them cannot be judged."""
    indicator = beeld.staat.indicator
    nu, ander = paar[0].waarde or 0.0, paar[1].waarde or 0.0
    velden = {
        "verschil": met_teken(beeld, afstand(nu, ander, indicator), indicator),
        "nu": met_eenheid(nu, indicator),
        "ander": met_eenheid(ander, indicator),
    }
    if oordeel is Verschil.ONZEKER:
        return f"{beeld.zin(f'{wat.soort}.tekst', **velden)} ({beeld.zin('onzeker')})"
    zin = "tekst" if oordeel is Verschil.DUIDELIJK else "tekst_gelijk"
    return beeld.zin(f"{wat.soort}.{zin}", **velden)


def _trede(ver: float, grens: float | None) -> int:
    """Give the step of a clear difference: 1, 2 below, 4, 5 above."""
    groot = grens is not None and abs(ver) >= grens
    return MIDDEN + (2 if groot else 1) * (1 if ver > 0 else -1)

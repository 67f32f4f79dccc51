"""Reads the themes and indicators from `data/indicatoren/<thema>.toml`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from wijken.indicator import (
    Bronveld,
    Cijfersoort,
    Eenheid,
    Formule,
    Indicator,
    Optelling,
    Richting,
)
from wijken.lezer import Foutenlijst, Plek, Vorm, keuze, lees_toml, teksten, toets_vorm

if TYPE_CHECKING:
    from pathlib import Path

_THEMA: Vorm = {
    "naam": (str, True),
    "uitleg": (str, True),
    "volgorde": (int, True),
    "kenmerken": (list, False),
}
_INDICATOR: Vorm = {
    "naam": (str, True),
    "kort": (str, True),
    "eenheid": (str, True),
    "decimalen": (int, True),
    "richting": (str, True),
    "soort": (str, True),
    "toelichting": (str, True),
    "aggregatie": ((str, dict), True),
    "van_wie": (str, False),
    "noemer": (str, False),
    "noemer_minimaal": (int, False),
    "bron": (str, False),
    "veld": (list, False),
    "eenheid_bron": (list, False),
    "pad": (str, False),
    "dimensies": (dict, False),
    "schaal": ((int, float), False),
    "jaren": (dict, False),
    "bronnen": (list, False),
    "formule": (dict, False),
    "model_uit": (list, False),
    "kenmerken": (list, False),
    "kracht": (bool, False),
    "landelijk": (bool, False),
    "tonen": (bool, False),
    "labels": (dict, False),
}
_BRONVELD: Vorm = {
    sleutel: (_INDICATOR[sleutel][0], sleutel in ("bron", "veld"))
    for sleutel in ("bron", "veld", "eenheid_bron", "pad", "dimensies", "schaal", "jaren")
}
_JAREN: Vorm = {"van": (int, False), "tot": (int, False)}
_FORMULE: Vorm = {
    "teller": (list, True),
    "noemer": (list, True),
    "factor": ((int, float), True),
    "min": (list, False),
}


@dataclass(frozen=True)
class Thema:
    """One of the themes; its file holds its indicators."""

    id: str
    naam: str
    uitleg: str
    volgorde: int


def lees_themas(map_: Path, fouten: Foutenlijst) -> tuple[dict[str, Thema], dict[str, Indicator]]:
    """Read every theme file; themes come in their own order, indicators in that of the files."""
    themas: list[Thema] = []
    per_thema: dict[str, dict[str, Indicator]] = {}
    for pad in sorted(map_.glob("*.toml")):
        tabellen = lees_toml(pad, fouten)
        kop = tabellen.pop("_thema", {})
        themas.append(_lees_thema(pad, kop, fouten))
        per_thema[pad.stem] = {
            sleutel: indicator
            for sleutel, tabel in tabellen.items()
            if (indicator := _lees_indicator(pad, sleutel, _met_kenmerken(kop, tabel), fouten))
        }
    if not themas:
        fouten.meld(Plek(map_.name), "geen enkel thema gevonden")
    themas.sort(key=lambda thema: thema.volgorde)
    return {t.id: t for t in themas}, _samen(themas, per_thema, fouten)


def _samen(
    themas: list[Thema], per_thema: dict[str, dict[str, Indicator]], fouten: Foutenlijst
) -> dict[str, Indicator]:
    alle: dict[str, Indicator] = {}
    for thema in themas:
        for sleutel, indicator in per_thema[thema.id].items():
            if sleutel in alle:
                plek = Plek(f"{thema.id}.toml", sleutel)
                fouten.meld(plek, f"staat ook in {alle[sleutel].thema}.toml")
            alle[sleutel] = indicator
    return alle


def _lees_thema(pad: Path, tabel: object, fouten: Foutenlijst) -> Thema:
    goed = toets_vorm(tabel, _THEMA, Plek(pad.name, "_thema"), fouten)
    naam, uitleg = goed.get("naam", pad.stem), goed.get("uitleg", "")
    return Thema(pad.stem, naam, uitleg, goed.get("volgorde", 0))


def _met_kenmerken(kop: object, tabel: object) -> object:
    """Let an indicator without characteristics of its own have those of its theme."""
    if not isinstance(kop, dict) or not isinstance(tabel, dict) or "kenmerken" not in kop:
        return tabel
    return {"kenmerken": kop["kenmerken"], **tabel}


def _lees_indicator(
    pad: Path, sleutel: str, tabel: object, fouten: Foutenlijst
) -> Indicator | None:
    plek = Plek(pad.name, sleutel)
    voor = len(fouten.fouten)
    goed = toets_vorm(tabel, _INDICATOR, plek, fouten)
    eenheid = keuze(Eenheid, goed.get("eenheid", ""), plek.bij("eenheid"), fouten)
    richting = keuze(Richting, goed.get("richting", ""), plek.bij("richting"), fouten)
    soort = keuze(Cijfersoort, goed.get("soort", ""), plek.bij("soort"), fouten)
    optelling, gewogen_met = _lees_aggregatie(goed, plek.bij("aggregatie"), fouten)
    bronvelden = _lees_bronvelden(goed, plek, fouten)
    formule = _lees_formule(goed, plek.bij("formule"), fouten)
    rest = _eenvoudig(goed, plek, fouten)
    if len(fouten.fouten) > voor or eenheid is None or richting is None or soort is None:
        return None
    return Indicator(
        id=sleutel,
        thema=pad.stem,
        eenheid=eenheid,
        richting=richting,
        soort=soort,
        optelling=optelling,
        gewogen_met=gewogen_met,
        bronvelden=bronvelden,
        formule=formule,
        **rest,
    )


def _eenvoudig(goed: dict[str, Any], plek: Plek, fouten: Foutenlijst) -> dict[str, Any]:
    gewoon = ("naam", "kort", "decimalen", "van_wie", "noemer", "noemer_minimaal")
    rest = {k: goed[k] for k in (*gewoon, "kracht", "landelijk", "tonen") if k in goed}
    rest["toelichting"] = " ".join(goed.get("toelichting", "").split())
    for lijst in ("model_uit", "kenmerken"):
        rest[lijst] = teksten(goed.get(lijst, []), plek.bij(lijst), fouten)
    try:
        rest["labels"] = {int(k): str(v) for k, v in goed.get("labels", {}).items()}
    except ValueError:
        fouten.meld(plek.bij("labels"), "de sleutels moeten hele getallen zijn")
    return rest


def _lees_aggregatie(
    goed: dict[str, Any], plek: Plek, fouten: Foutenlijst
) -> tuple[Optelling, str | None]:
    waarde = goed.get("aggregatie", "geen")
    if isinstance(waarde, dict):
        vorm = toets_vorm(waarde, {"gewogen_met": (str, True)}, plek, fouten)
        return Optelling.GEWOGEN, vorm.get("gewogen_met")
    if waarde == Optelling.GEWOGEN:
        fouten.meld(plek, "zeg waarmee gewogen: { gewogen_met = «indicator» }")
    return keuze(Optelling, waarde, plek, fouten) or Optelling.GEEN, None


def _lees_bronvelden(goed: dict[str, Any], plek: Plek, fouten: Foutenlijst) -> tuple[Bronveld, ...]:
    if "bronnen" in goed:
        plaatsen = [(t, plek.bij(f"bronnen[{n}]")) for n, t in enumerate(goed["bronnen"])]
    elif "bron" in goed or "veld" in goed:
        plaatsen = [({k: v for k, v in goed.items() if k in _BRONVELD}, plek)]
    else:
        return ()
    return tuple(_lees_bronveld(tabel, bij, fouten) for tabel, bij in plaatsen)


def _lees_bronveld(tabel: object, plek: Plek, fouten: Foutenlijst) -> Bronveld:
    goed = toets_vorm(tabel, _BRONVELD, plek, fouten)
    dimensies = goed.get("dimensies", {})
    if not all(isinstance(v, str) for v in dimensies.values()):
        fouten.meld(plek.bij("dimensies"), f"teksten verwacht, gevonden: {dimensies}")
        dimensies = {}
    return Bronveld(
        bron=goed.get("bron", ""),
        stammen=teksten(goed.get("veld", []), plek.bij("veld"), fouten),
        eenheden=teksten(goed.get("eenheid_bron", []), plek.bij("eenheid_bron"), fouten),
        pad=goed.get("pad", ""),
        dimensies=tuple(sorted(dimensies.items())),
        schaal=float(goed.get("schaal", 1)),
        **toets_vorm(goed.get("jaren", {}), _JAREN, plek.bij("jaren"), fouten),
    )


def _lees_formule(goed: dict[str, Any], plek: Plek, fouten: Foutenlijst) -> Formule | None:
    if "formule" not in goed:
        return None
    vorm = toets_vorm(goed["formule"], _FORMULE, plek, fouten)
    delen = {
        deel: teksten(vorm.get(deel, []), plek.bij(deel), fouten)
        for deel in ("teller", "noemer", "min")
    }
    return Formule(delen["teller"], delen["noemer"], float(vorm.get("factor", 1)), delen["min"])

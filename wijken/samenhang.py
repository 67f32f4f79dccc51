"""The rules that hold between catalogue entries, checked together after reading."""

from __future__ import annotations

import re
from collections.abc import Mapping

from wijken.bron import Bron, Werkgebied
from wijken.indicator import Cijfersoort, Eenheid, Indicator, Optelling
from wijken.lezer import Foutenlijst, Plek

MATEN = (
    "aantal",
    "aandeel",
    "gemiddelde",
    "mediaan",
    "dichtheid",
    "afstand",
    "per_1000",
    "klasse",
    "score",
)
_OPTELBAAR = (Eenheid.AANTAL, Eenheid.PERSONEN)
_MEEST_DECIMALEN = 3


def toets_samenhang(
    indicatoren: Mapping[str, Indicator],
    bronnen: Mapping[str, Bron],
    werkgebieden: Mapping[str, Werkgebied],
    verder: tuple[set[str], Foutenlijst],
) -> None:
    """Report every entry that contradicts itself or points to something that is not there."""
    themas, fouten = verder
    for indicator in indicatoren.values():
        plek = Plek(f"{indicator.thema}.toml", indicator.id)
        _toets_indicator(indicator, plek, fouten)
        _toets_herkomst(indicator, bronnen, plek, fouten)
        _toets_verwijzingen(indicator, indicatoren, plek, fouten)
    for gebied in werkgebieden.values():
        _toets_werkgebied(gebied, themas, indicatoren, fouten)


def _toets_indicator(indicator: Indicator, plek: Plek, fouten: Foutenlijst) -> None:
    if not re.search(f"_({'|'.join(MATEN)})$", indicator.id):
        fouten.meld(plek, f"de naam moet eindigen op een maat: {', '.join(MATEN)}")
    if indicator.optelling is Optelling.SOM and indicator.eenheid not in _OPTELBAAR:
        fouten.meld(plek.bij("aggregatie"), f"«{indicator.eenheid}» kan niet worden opgeteld")
    if not 0 <= indicator.decimalen <= _MEEST_DECIMALEN:
        fouten.meld(plek.bij("decimalen"), f"0 tot en met {_MEEST_DECIMALEN} verwacht")
    if indicator.soort is Cijfersoort.MODEL and not indicator.model_uit:
        fouten.meld(plek.bij("model_uit"), "zeg waaruit dit cijfer is gemodelleerd")
    if indicator.noemer_minimaal and not indicator.noemer:
        fouten.meld(plek.bij("noemer"), "noemer_minimaal vraagt om een noemer")


def _toets_herkomst(
    indicator: Indicator, bronnen: Mapping[str, Bron], plek: Plek, fouten: Foutenlijst
) -> None:
    if bool(indicator.bronvelden) == bool(indicator.formule):
        fouten.meld(plek, "heeft een bron met velden nodig of een formule, en niet allebei")
    if indicator.formule and indicator.optelling is Optelling.GEWOGEN:
        fouten.meld(plek.bij("aggregatie"), "een formule telt op via haar delen: «formule»")
    if not indicator.formule and indicator.optelling is Optelling.FORMULE:
        fouten.meld(plek.bij("aggregatie"), "«formule» zonder formule")
    for veld in indicator.bronvelden:
        if veld.bron not in bronnen:
            fouten.meld(plek.bij("bron"), f"onbekende bron «{veld.bron}»")
        _toets_stammen(veld.stammen, plek.bij("veld"), fouten)


def _toets_stammen(stammen: tuple[str, ...], plek: Plek, fouten: Foutenlijst) -> None:
    if not stammen:
        fouten.meld(plek, "minstens één veldstam nodig")
    for stam in stammen:
        if re.search(r"_\d+$", stam):
            fouten.meld(plek, f"«{stam}»: geef de stam zonder nummer")


def _toets_verwijzingen(
    indicator: Indicator, alle: Mapping[str, Indicator], plek: Plek, fouten: Foutenlijst
) -> None:
    formule = indicator.formule
    for deel in formule.delen if formule else ():
        if deel not in alle:
            fouten.meld(plek.bij("formule"), f"onderdeel «{deel}» bestaat niet")
        elif alle[deel].formule:
            fouten.meld(plek.bij("formule"), f"onderdeel «{deel}» is zelf een formule")
        elif alle[deel].optelling is not Optelling.SOM:
            fouten.meld(plek.bij("formule"), f"onderdeel «{deel}» is geen telling")
    for sleutel in ("gewogen_met", "noemer"):
        doel = getattr(indicator, sleutel)
        if doel and doel not in alle:
            fouten.meld(plek.bij(sleutel), f"indicator «{doel}» bestaat niet")
        elif doel and alle[doel].optelling is not Optelling.SOM:
            fouten.meld(plek.bij(sleutel), f"«{doel}» is geen telling")


def _toets_werkgebied(
    gebied: Werkgebied, themas: set[str], alle: Mapping[str, Indicator], fouten: Foutenlijst
) -> None:
    plek = Plek("werkgebieden.toml", gebied.slug)
    if not gebied.codes:
        fouten.meld(plek.bij("codes"), "minstens één gemeente nodig")
    if gebied.leidend_thema not in themas:
        fouten.meld(plek.bij("leidend_thema"), f"thema «{gebied.leidend_thema}» bestaat niet")
    for sleutel in gebied.eerste:
        if sleutel not in alle:
            fouten.meld(plek.bij("eerste"), f"indicator «{sleutel}» bestaat niet")

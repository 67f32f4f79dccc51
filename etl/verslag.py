"""Tells a person what a refresh brought: editions, revised figures, new themes, what failed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from etl.oogstverslag import Regel, Uitkomst, Verslag
from etl.velden import Reden
from etl.verschil import Herziening, Onopgelost, Publicatie, Verschil
from wijken.catalogus import Catalogus
from wijken.errors import BronError
from wijken.opmaak import DUN, getal, met_eenheid

_NIVEAUS = {"NL": "Nederland", "GM": "gemeenten", "WK": "wijken", "BU": "buurten"}
_BEWAARD = 100
# A mail of cron or a Windows terminal does not know thin spaces and typeset minus signs.
_GEWONE_TEKENS = str.maketrans({DUN: " ", "\u2212": "-"})
_MEEST = 15


@dataclass(frozen=True)
class Verversing:
    """Everything there is to tell.

    Attributes:
        verschil: None when the database stayed, or there was none to compare with.
        database: the database in use afterwards, None when there is none.
        fout: why there is no new database, "" when nothing went wrong.
        opmerkingen: what the checks remarked, as lines; "" for nothing.
    """

    oogst: Verslag
    verschil: Verschil | None = None
    database: Path | None = None
    vernieuwd: bool = False
    fout: str = ""
    opmerkingen: str = ""


def beschrijf(verversing: Verversing, catalogus: Catalogus, nu: datetime) -> str:
    """Write the report in plain Dutch, most important first."""
    kop = f"Verslag van de verversing van {nu:%d-%m-%Y %H:%M}"
    delen = [
        _blok("", _kort(verversing)),
        _blok("Er is geen nieuwe database", [verversing.fout] if verversing.fout else []),
        _blok("Niet gelukt", _mislukt(verversing.oogst, catalogus)),
        _blok("Nieuwe edities", _edities(verversing.oogst, catalogus, Uitkomst.NIEUW)),
        _blok("Op te halen", _edities(verversing.oogst, catalogus, Uitkomst.OP_TE_HALEN)),
    ]
    if verversing.verschil:
        delen += _verschillen(verversing.verschil, catalogus)
    return "\n".join([kop, *(deel for deel in delen if deel)]).translate(_GEWONE_TEKENS)


def bewaar(tekst: str, data_map: Path, nu: datetime) -> Path:
    """Keep a report in `verslagen`, with the last hundred before it."""
    map_ = data_map / "verslagen"
    map_.mkdir(parents=True, exist_ok=True)
    pad = map_ / f"verslag-{nu:%Y%m%dT%H%M%S}.txt"
    pad.write_text(tekst + "\n", encoding="utf-8", newline="\n")
    for oud in sorted(map_.glob("verslag-*.txt"))[:-_BEWAARD]:
        oud.unlink(missing_ok=True)
    return pad


def _blok(kop: str, regels: Sequence[str]) -> str:
    if not regels:
        return ""
    return "\n".join(["", *([kop] if kop else []), *(f"  - {regel}" for regel in regels)])


def _kort(verversing: Verversing) -> list[str]:
    oogst, verschil = verversing.oogst, verversing.verschil
    tellingen = [
        (len(oogst.met(Uitkomst.NIEUW)), "opgehaald"),
        (len(oogst.met(Uitkomst.OP_TE_HALEN)), "op te halen"),
        (len(oogst.met(Uitkomst.ONGEWIJZIGD)), "niet veranderd"),
        (len(oogst.met(Uitkomst.MISLUKT)), "mislukt"),
        (len(oogst.met(Uitkomst.OVERGESLAGEN)), "alleen in de meegeleverde kopie"),
    ]
    telling = ", ".join(f"{aantal} {wat}" for aantal, wat in tellingen if aantal)
    regels = [f"Tabellen: {telling or 'geen'}."]
    if oogst.afgebroken:
        regels.append("Afgebroken. Wat compleet was, is bewaard; de volgende keer komt de rest.")
    if verschil:
        herzien = sum(h.aantal for h in verschil.herzien)
        regels.append(
            f"Cijfers: {getal(herzien)} herzien, {getal(verschil.erbij)} erbij, "
            f"{getal(verschil.eraf)} weg. Er zijn er nu {getal(verschil.cijfers)}."
        )
    if verversing.database:
        staat = "Nieuwe database" if verversing.vernieuwd else "De database is gebleven"
        regels.append(f"{staat}: {verversing.database.name}.")
    return regels


def _titel(regel: Regel, catalogus: Catalogus) -> str:
    bron = catalogus.bronnen[regel.bron]
    return f"{bron.naam} {bron.editie(regel.tabel).naam} ({regel.tabel})"


def _mislukt(oogst: Verslag, catalogus: Catalogus) -> list[str]:
    """One line for each reason a source has: a service that is down would fill a page."""
    groepen: dict[tuple[str, str], list[Regel]] = defaultdict(list)
    for regel in oogst.met(Uitkomst.MISLUKT):
        reden = regel.reden.removeprefix(f"Tabel {regel.tabel} bij ")
        groepen[regel.bron, reden].append(regel)
    regels = [f"{_titels(r, catalogus)}: {reden}" for (_, reden), r in groepen.items()]
    if regels:
        # Later helps where a source is at fault, not where a disk is full.
        later = any(regel.code == BronError.exit_code for r in groepen.values() for regel in r)
        gebleven = "Wat er van deze tabellen was, blijft in gebruik."
        regels.append(f"{gebleven} Probeer het later opnieuw." if later else gebleven)
    return regels


def _titels(regels: Sequence[Regel], catalogus: Catalogus) -> str:
    """Name the tables of one source; one by itself with its id."""
    if len(regels) == 1:
        return _titel(regels[0], catalogus)
    bron = catalogus.bronnen[regels[0].bron]
    return f"{bron.naam} {_opsomming([bron.editie(regel.tabel).naam for regel in regels])}"


def _edities(oogst: Verslag, catalogus: Catalogus, uitkomst: Uitkomst) -> list[str]:
    return [_editie(regel, catalogus) for regel in oogst.met(uitkomst)]


def _editie(regel: Regel, catalogus: Catalogus) -> str:
    omvang = f", {getal(regel.rijen)} cellen in {getal(regel.seconden, 1)} s" if regel.rijen else ""
    reden = f" ({regel.reden})" if regel.reden and regel.uitkomst is Uitkomst.NIEUW else ""
    return f"{_titel(regel, catalogus)}: editie van {regel.editie or 'onbekend'}{omvang}{reden}"


def _verschillen(verschil: Verschil, catalogus: Catalogus) -> list[str]:
    oud = len({o.indicator for o in verschil.onopgelost if o.bekend})
    niet_gevonden = _onopgelost([o for o in verschil.onopgelost if not o.bekend], catalogus)
    if oud:
        niet_gevonden.append(
            f"Zoals eerder: van {oud} {_onderwerpen(oud)} ontbreekt de kolom in een of meer jaren. "
            "De pagina Verantwoording noemt ze."
        )
    if verschil.leeg:
        namen = ", ".join(catalogus.indicator(i).naam for i in verschil.leeg)
        niet_gevonden.append(f"Zonder enig cijfer: {namen}.")
    return [
        _blok("Nieuw gepubliceerd", _gepubliceerd(verschil.gepubliceerd, catalogus)),
        _blok("Herzien", _herzien(verschil.herzien, catalogus)),
        _blok("Niet gevonden", niet_gevonden),
    ]


def _gepubliceerd(publicaties: Iterable[Publicatie], catalogus: Catalogus) -> list[str]:
    """One line an indicator; years with the same levels together."""
    jaren: dict[tuple[str, tuple[str, ...]], list[int]] = defaultdict(list)
    for p in publicaties:
        if catalogus.indicator(p.indicator).tonen:
            jaren[p.indicator, p.soorten].append(p.jaar)
    return _hooguit(
        [
            f"{catalogus.indicator(indicator).naam}: {', '.join(map(str, reeks))} "
            f"({_opsomming([_NIVEAUS[s] for s in soorten])})"
            for (indicator, soorten), reeks in jaren.items()
        ]
    )


def _herzien(herzieningen: Iterable[Herziening], catalogus: Catalogus) -> list[str]:
    return _hooguit([_herziening(h, catalogus) for h in herzieningen])


def _herziening(h: Herziening, catalogus: Catalogus) -> str:
    indicator = catalogus.indicator(h.indicator)
    was, wordt = met_eenheid(h.was, indicator), met_eenheid(h.wordt, indicator)
    if was == wordt:
        was, wordt = getal(h.was, indicator.decimalen + 2), getal(h.wordt, indicator.decimalen + 2)
    return (
        f"{indicator.naam}: {getal(h.aantal)} {'cijfer' if h.aantal == 1 else 'cijfers'}; "
        f"het meest in {h.naam} ({h.regio}), {h.jaar}: van {was} naar {wordt}"
    )


def _onopgelost(lijst: Iterable[Onopgelost], catalogus: Catalogus) -> list[str]:
    """A column that an edition does not have needs no words of its own; the rest does."""
    zonder: dict[str, list[str]] = defaultdict(list)
    regels = []
    for o in lijst:
        naam, tabellen = catalogus.indicator(o.indicator).naam, ", ".join(o.tabellen)
        if o.soort is Reden.NIET_IN_EDITIE:
            zonder[tabellen].append(naam)
        else:
            regels.append(f"{naam}, tabel {tabellen}: {o.reden}")
    return regels + [
        f"Tabel {tabellen} heeft geen kolom voor: {', '.join(namen)}."
        for tabellen, namen in zonder.items()
    ]


def _hooguit(regels: list[str]) -> list[str]:
    rest = len(regels) - _MEEST
    return regels if rest <= 1 else [*regels[:_MEEST], f"En nog {rest} {_onderwerpen(rest)}."]


def _onderwerpen(aantal: int) -> str:
    return "onderwerp" if aantal == 1 else "onderwerpen"


def _opsomming(delen: Sequence[str]) -> str:
    return " en ".join([", ".join(delen[:-1]), delen[-1]]) if len(delen) > 1 else delen[0]

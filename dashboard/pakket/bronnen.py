"""Writes the sources of a pakket: every copy of every table as CSV, and in words for people."""

from __future__ import annotations

import csv
from dataclasses import asdict, fields
from io import StringIO
from typing import TYPE_CHECKING

from dashboard.components.datum import datum
from dashboard.gegevens import BronRegel

if TYPE_CHECKING:
    from dashboard.context import Context
    from dashboard.momentopname import Momentopname
    from wijken.bron import Bron

# A cell that begins so is a sum to a spreadsheet.
_FORMULE = ("=", "+", "-", "@", "\t", "\r")


def bronnen_csv(context: Context, nu: Momentopname) -> bytes:
    """Give one row a copy of a table, as Dutch Excel opens it: semicolons, UTF-8 with its mark."""
    kolommen = [veld.name for veld in fields(BronRegel)]
    uit = StringIO()
    schrijver = csv.writer(uit, delimiter=";", lineterminator="\r\n")
    schrijver.writerow([*kolommen, "naam_bron", "houder", "adres", "bronregel"])
    for regel in nu.bronnen():
        bron = context.catalogus.bronnen.get(regel.bron)
        over = (bron.naam, bron.houder, bron.adres, bron.bronregel) if bron else ("",) * 4
        schrijver.writerow([_veilig(str(w)) for w in (*asdict(regel).values(), *over)])
    return uit.getvalue().encode("utf-8-sig")


def bronnen_txt(context: Context, nu: Momentopname) -> bytes:
    """Tell each source, its tables and its licence; lines end as Windows' editor wants them."""
    zin = context.teksten.zin
    regels = [zin("pakket.bronnen_kop"), "", zin("pakket.bronnen_zin"), ""]
    for bron in context.catalogus.bronnen.values():
        kopieen = [kopie for kopie in nu.bronnen() if kopie.bron == bron.id]
        if kopieen:
            regels += _bron(context, bron, kopieen)
    licenties = ("data", "letters", "kaart", "project")
    regels += [zin(f"verantwoording.licentie_{naam}") for naam in licenties]
    return "\r\n".join([*regels, ""]).encode("utf-8-sig")


def _bron(context: Context, bron: Bron, kopieen: list[BronRegel]) -> list[str]:
    zin = context.teksten.zin
    kop = [
        bron.naam,
        "-" * len(bron.naam),
        zin("verantwoording.houder", houder=bron.houder, licentie=bron.licentie),
        bron.adres,
    ]
    tabellen = [
        zin(
            "pakket.bronnen_tabel",
            tabel=kopie.tabel,
            titel=kopie.titel,
            indeling=kopie.indeling,
            opgehaald=datum(context.teksten, kopie.opgehaald),
            echt=kopie.wat_is_echt,
            samengesteld=kopie.wat_is_samengesteld,
        ).rstrip()
        for kopie in kopieen
    ]
    return [*kop, *tabellen, ""]


def _veilig(tekst: str) -> str:
    return f"'{tekst}" if tekst.startswith(_FORMULE) else tekst

"""Writes the page that opens a pakket from disk: one file, no scripts, nothing from outside."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from importlib import resources
from itertools import groupby
from typing import TYPE_CHECKING

from dashboard.components.datum import datum
from dashboard.components.frame import gebied_css
from dashboard.letters_erin import letters_css

if TYPE_CHECKING:
    from dashboard.context import Context
    from dashboard.factsheet.inhoud import AtelierInhoud

# To print, to change, to calculate with: the order of the columns.
SOORTEN = ("pdf", "docx", "xlsx")
_CSP = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; base-uri 'none'"
_DOCUMENT = """<!DOCTYPE html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{csp}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
<title>{titel}</title>
<style>
{stijl}
</style>
</head>
<body>
<main>
{inhoud}
</main>
</body>
</html>
"""


@dataclass(frozen=True)
class Ingepakt:
    """A sheet in the zip: of which werkgebied ("" for no single one), and its files by kind."""

    gebied: str
    titel: str
    soort: str
    bestanden: Mapping[str, str]


@dataclass(frozen=True)
class Begin:
    """What the page tells: sheets in order, date of the figures, version, atelier, maps."""

    bladen: tuple[Ingepakt, ...]
    datum: str
    versie: str
    atelier: AtelierInhoud
    kaarten: tuple[tuple[str, str], ...] = ()


def begin_html(context: Context, wat: Begin) -> str:
    """Write the page; every link is relative, so it works wherever the folder is unpacked."""
    zin = context.teksten.zin
    delen = [
        f"<h1>{_t(zin('pakket.titel'))}</h1>",
        f"<p class='inleiding'>{_t(zin('pakket.inleiding'))}</p>",
        *_atelier(context, wat.atelier),
        f"<p class='stil'>{_t(_vers(context, wat))}</p>",
        *(_deel(context, g, list(r)) for g, r in groupby(wat.bladen, lambda blad: blad.gebied)),
        _kaarten(context, wat.kaarten),
        _bronnen(context),
        _lezen(context),
        f"<blockquote>“{_t(zin('start.motto'))}”</blockquote>",
    ]
    return _DOCUMENT.format(
        csp=_CSP, titel=_t(zin("pakket.titel")), stijl=_stijl(context), inhoud="\n".join(delen)
    )


def _vers(context: Context, wat: Begin) -> str:
    dag = datum(context.teksten, wat.datum)
    return context.teksten.zin("pakket.vers", datum=dag, versie=wat.versie)


def _atelier(context: Context, atelier: AtelierInhoud) -> list[str]:
    """Tell for which atelier it was made, where the maker said so."""
    wat = ", ".join(deel for deel in (atelier.datum, atelier.plaats) if deel)
    return [f"<p>{_t(context.teksten.zin('pakket.atelier', wat=wat))}</p>"] if wat else []


def _deel(context: Context, slug: str, bladen: Sequence[Ingepakt]) -> str:
    """Write the sheets of one area: its own first, then its wijken."""
    gebied = context.catalogus.werkgebieden.get(slug)
    if gebied is None:
        kop = _t(context.teksten.zin("pakket.samen"))
        klasse = "samen"
    else:
        kop = f"{_t(gebied.naam)} <small>{_t(gebied.plaats)}</small>"
        klasse = f"gebied-{slug}"
    rijen = "\n".join(_rij(context, blad) for blad in bladen)
    koppen = "".join(f"<th scope='col'>{_t(w)}</th>" for w in _koppen(context))
    return (
        f"<section class='{klasse}'><h2>{kop}</h2>\n<table><thead><tr>{koppen}</tr></thead>"
        f"<tbody>\n{rijen}\n</tbody></table></section>"
    )


def _koppen(context: Context) -> list[str]:
    zin = context.teksten.zin
    return [zin("pakket.kolom_blad"), *(zin(f"pakket.soort_{s}") for s in SOORTEN)]


def _rij(context: Context, blad: Ingepakt) -> str:
    cellen = []
    for soort, pad in blad.bestanden.items():
        naam = context.teksten.zin(f"pakket.naam_{soort}")
        cellen.append(
            f"<td><a href='{_t(pad)}'>{_t(naam)}<span class='gehoord'> {_t(blad.titel)}</span>"
            "</a></td>"
        )
    soort = f" <small>{_t(blad.soort)}</small>" if blad.soort else ""
    return f"<tr><th scope='row'>{_t(blad.titel)}{soort}</th>{''.join(cellen)}</tr>"


def _kaarten(context: Context, kaarten: Sequence[tuple[str, str]]) -> str:
    zin = context.teksten["pakket"]
    regels = "".join(
        f"<li><a href='{_t(pad)}'>{_t(naam)}</a> {_t(zin['kaarten_zin'])}</li>"
        for naam, pad in kaarten
    )
    inhoud = f"<ul>{regels}</ul>" if regels else f"<p>{_t(zin['kaarten_geen'])}</p>"
    return f"<section><h2>{_t(zin['kaarten'])}</h2>{inhoud}</section>"


def _bronnen(context: Context) -> str:
    zin = context.teksten["pakket"]
    regels = "".join(
        f"<li><a href='bronnen/bronnen.{soort}'>{_t(zin[f'bronnen_{soort}'])}</a>"
        f" {_t(zin[f'bronnen_{soort}_zin'])}</li>"
        for soort in ("txt", "csv")
    )
    return f"<section><h2>{_t(zin['bronnen'])}</h2><ul>{regels}</ul></section>"


def _lezen(context: Context) -> str:
    zinnen = "".join(f"<li>{_t(zin)}</li>" for zin in context.teksten.zinnen("pakket.lezen"))
    kop = _t(context.teksten.zin("pakket.lezen_kop"))
    return f"<section><h2>{kop}</h2><ul>{zinnen}</ul></section>"


def _stijl(context: Context) -> str:
    """Give the style: our letters inside it, one colour an area."""
    eigen = (resources.files("dashboard.pakket") / "begin.css").read_text(encoding="utf-8")
    return f"{letters_css(context.data_map)}\n{eigen}\n{gebied_css(context)}"


def _t(tekst: str) -> str:
    return escape(tekst)

"""Writes the map as one file that works from disk without a network: scripts, letters, figures."""

from __future__ import annotations

import base64
import hashlib
import re
from functools import cache
from html import escape
from typing import TYPE_CHECKING

from dashboard.bundel import KAART_SCRIPTS, KAART_STIJLEN, lees
from dashboard.figures.kaartgegevens import veilig_json
from dashboard.letters_erin import letters_css
from dashboard.meenemen.losinhoud import Losinhoud, maak_losinhoud

if TYPE_CHECKING:
    from dashboard.components.kaart.beeld import Beeld

_EIGEN = ("kaart_blad_los.css", "kaart_los.js")
_PLAATJE = re.compile(r"[^;{}]*url\([^)]*\);?")
_START = 'wijkenLos.start("los_gegevens");'
_CSP = (
    "default-src 'none'; script-src {script}; style-src {stijl}; font-src data:; "
    "base-uri 'none'; form-action 'none'"
)
_DOCUMENT = """<!DOCTYPE html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{csp}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
<title>{titel}</title>
<style>{stijl}</style>
</head>
<body class="los">
<header>
<p class="los-titel">{titel}</p>
<h1 id="los-kop">{titel}</h1>
<p id="los-bij">{inleiding}</p>
</header>
<noscript><p>{zonder_script}</p></noscript>
<main>
<div class="los-keuzes" id="los-keuzes"></div>
<div class="kaartblad los-kaarten" id="los-kaarten">{vakken}</div>
<div class="los-naast">
<section id="los-legenda"></section>
<section id="los-lagen"></section>
<section id="los-gekozen" aria-live="polite"></section>
<section id="los-uitleg"></section>
</div>
<div class="los-tabel" id="los-tabel"></div>
</main>
<footer>{voet}</footer>
{gegevens}
<script>{script}</script>
</body>
</html>
"""


def schrijf_los(beeld: Beeld) -> str:
    """Write the file of an area: every level, theme and year with a figure, and its pickers."""
    inhoud = maak_losinhoud(beeld)
    stijl = f"{letters_css(beeld.context.data_map)}{_stijl()}"
    script = f"{_script()}\n{_START}"
    csp = _CSP.format(script=_hash(script), stijl=_hash(stijl))
    return _DOCUMENT.format(
        csp=csp,
        titel=escape(inhoud.titel),
        inleiding=escape(inhoud.inleiding),
        zonder_script=escape(beeld.context.teksten.zin("kaart.los.zonder_script")),
        stijl=stijl,
        vakken="".join(_vak(n) for n, _ in enumerate(inhoud.documenten)),
        voet="".join(f"<p>{escape(zin)}</p>" for zin in inhoud.voet),
        gegevens=_gegevens(inhoud),
        script=script,
    )


def _vak(nummer: int) -> str:
    return f'<div id="kaart_{nummer}" class="kaartvlak" role="group"></div>'


def _gegevens(inhoud: Losinhoud) -> str:
    delen = [_json("los_gegevens", veilig_json(inhoud.gegevens))]
    delen += [_json(f"gegevens_{n}", d.json) for n, d in enumerate(inhoud.documenten)]
    return "\n".join(delen)


def _json(sleutel: str, tekst: str) -> str:
    return f'<script type="application/json" id="{sleutel}">{tekst}</script>'


def _hash(tekst: str) -> str:
    som = hashlib.sha256(tekst.encode()).digest()
    return f"'sha256-{base64.b64encode(som).decode()}'"


@cache
def _script() -> str:
    """Give every script of the map and the pickers, as one."""
    tekst = "\n".join(map(lees, (*KAART_SCRIPTS, _EIGEN[1])))
    return re.sub(r"</(script)", r"<\\/\1", tekst, flags=re.IGNORECASE)


@cache
def _stijl() -> str:
    """Give every style sheet; pictures of Leaflet's that nothing here uses are left out."""
    tekst = "\n".join(map(lees, (*KAART_STIJLEN, _EIGEN[0])))
    return _PLAATJE.sub("", tekst)

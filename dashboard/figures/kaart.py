"""Knows how folium writes the one document of a map; colours come later, by message."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from html import escape
from typing import Any

import folium
from branca.element import MacroElement
from folium.template import Template

from dashboard.figures.kaartgegevens import Kaartinhoud, kaartgegevens

# The only line of script inside the document: the same for every map, so one hash allows it.
START = 'wijkenKaart.start("kaart_gebied", "kaart_gegevens");'


@dataclass(frozen=True)
class Bestanden:
    """Addresses of the style sheets and scripts of a map, in order of loading."""

    stijlen: tuple[tuple[str, str], ...]
    scripts: tuple[tuple[str, str], ...]


class Kaart(folium.Map):
    """A folium map of our own make: no tiles, no outside files, no fixed zoom."""

    # folium's own template forbids zooming by hand and sets styles and globals in the page.
    _template = Template("""
        {% macro html(this, kwargs) %}
        <div id="{{ this.get_name() }}" class="kaartvlak" role="group"></div>
        {% endmacro %}
        {% macro script(this, kwargs) %}{% endmacro %}
    """)

    def __init__(self, bestanden: Bestanden) -> None:
        """Make an empty map that loads these files."""
        super().__init__(tiles=None)
        self.default_js = list(bestanden.scripts)
        self.default_css = list(bestanden.stijlen)
        # Random ids would change the ETag and the script's hash at every build.
        self._name, self._id = "kaart", "gebied"


class Gegevens(MacroElement):
    """The figures as data, and the line that starts the script with them."""

    _template = Template("""
        {% macro html(this, kwargs) %}
        <script type="application/json" id="{{ this.get_name() }}">{{ this.json }}</script>
        {% endmacro %}
        {% macro script(this, kwargs) %}{{ this.start }}{% endmacro %}
    """)

    def __init__(self, json: str) -> None:
        """Keep the figures, already safe to stand in a script element."""
        super().__init__()  # type: ignore[no-untyped-call]
        self._name, self._id = "kaart", "gegevens"
        self.json, self.start = json, START


_DOCUMENT = Template("""<!DOCTYPE html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ this.title }}</title>
{{ this.header.render(**kwargs) }}
</head>
<body class="kaartblad">
<main aria-labelledby="kaart_titel">
<h1 id="kaart_titel" class="gehoord">{{ this.title }}</h1>
{{ this.html.render(**kwargs) }}
</main>
<script>{{ this.script.render(**kwargs).strip() }}</script>
</body>
</html>
""")


def kaartdocument(inhoud: Kaartinhoud, bestanden: Bestanden) -> str:
    """Write the whole document of a map: shapes and every figure of its division."""
    kaart = Kaart(bestanden)
    Gegevens(kaartgegevens(inhoud)).add_to(kaart)
    blad: Any = kaart.get_root()
    blad._template = _DOCUMENT  # noqa: SLF001 - branca offers no other way
    blad.header._children.clear()  # noqa: SLF001 - its own charset line stands above
    blad.title = escape(inhoud.titel)
    return str(blad.render())


def script_hash() -> str:
    """Give the hash of the document's own line of script, as a CSP source."""
    som = hashlib.sha256(START.encode()).digest()
    return f"'sha256-{base64.b64encode(som).decode()}'"

"""The HTML document that Dash fills: language, letters, head and foot, what shows while loading."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from dash import Dash
from flask import request

from dashboard import fonts
from dashboard.components.frame import FrameIds, huisstijl, kop_html, voet_html
from dashboard.page import Adres, Page, kies
from dashboard.router import titel_van

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dashboard.context import Context

# Never drawn on our pages: old browsers' helpers, and a table component we do not use.
_OVERBODIG = ("deps/polyfill", "dash_table/")
_MERK = '<link rel="icon" type="image/svg+xml" href="/assets/merk.svg">'
_SJABLOON = """<!DOCTYPE html>
<html lang="nl">
<head>
{%metas%}
<meta name="color-scheme" content="light">
<title>{%title%}</title>
LETTERS
{%css%}
</head>
<body>
<!--kop-->
<div class="vel">
{%app_entry%}
<noscript><p class="laden">ZONDER_SCRIPT</p></noscript>
</div>
<!--voet-->
{%config%}
{%scripts%}
{%renderer%}
</body>
</html>"""


class WijkenDash(Dash):
    """Dash with our own document around it."""

    context: Context
    pages: Sequence[Page] = ()

    def interpolate_index(self, **kw: str) -> str:  # type: ignore[override]
        """Give the document for the address asked for, without needless scripts."""
        adres = Adres.parse(request.path, "")
        gekozen = kies(self.pages, self.context, adres)
        kop = kop_html(self.context, self.pages, gekozen[0] if gekozen else None)
        kw["scripts"] = _zonder_overbodige(kw["scripts"])
        kw["title"] = escape(titel_van(self.context, self.pages, adres))
        kw["app_entry"] = kw["app_entry"].replace(
            "Loading...", escape(self.context.teksten.zin("frame.laden"))
        )
        document = str(super().interpolate_index(**kw))  # type: ignore[no-untyped-call]
        document = document.replace("<!--kop-->", kop, 1)
        return document.replace("<!--voet-->", voet_html(self.context), 1)


def sjabloon(context: Context) -> str:
    """Give Dash's `index_string`: our document with Dash's own marks in it."""
    snitten = fonts.lettertypen(context.data_map)
    # The renderer writes an English word while it fetches the layout; ours is drawn over it.
    laden = context.teksten.zin("frame.laden").replace('"', "")
    wacht = f'._dash-loading{{font-size:0}}._dash-loading::after{{content:"{laden}"}}'
    letters = f"{_MERK}\n{fonts.vooraf(snitten)}\n<style>{huisstijl(context)}{wacht}</style>"
    zonder = escape(context.teksten.zin("frame.zonder_script"))
    return _SJABLOON.replace("LETTERS", letters).replace("ZONDER_SCRIPT", zonder)


def fout_document(context: Context, pages: Sequence[Page], sleutel: str) -> str:
    """Give a page for what fails before Dash is reached: no scripts, head and foot as always.

    Args:
        context: for the sentences.
        pages: for the menu.
        sleutel: `""` for an address that is not there, `"mis_"` for a fault of ours.
    """
    zin = context.teksten["fout"]
    begin = f'<p><a href="/">{escape(zin["begin"])}</a></p>'
    tekst = f"<h1>{escape(zin[f'{sleutel}titel'])}</h1><p>{escape(zin[f'{sleutel}uitleg'])}</p>"
    return (
        f'<!DOCTYPE html><html lang="nl"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(zin[f'{sleutel}titel'])}</title>"
        f"{_MERK}<style>{huisstijl(context)}</style>"
        f'<link rel="stylesheet" href="/assets/style.css"></head><body>'
        f"{kop_html(context, pages, None)}"
        f'<main id="{FrameIds.INHOUD}"><article class="blad">{tekst}{begin}</article></main>'
        f"{voet_html(context)}</body></html>"
    )


def _zonder_overbodige(scripts: str) -> str:
    regels = scripts.splitlines()
    return "\n".join(r for r in regels if not any(deel in r for deel in _OVERBODIG))

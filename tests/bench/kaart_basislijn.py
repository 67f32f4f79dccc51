"""The named baseline: a plain `folium.Choropleth` in an iframe, made anew at every change."""

import json
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib import resources
from typing import Any

import folium
import shapely
from dash import Dash, Input, Output, dcc, html
from flask import Flask, Response
from waitress.server import create_server

from wijken.regio import Regio

Cijfers = Mapping[str, Mapping[str, float]]  # theme -> code -> figure


# What folium loads from five other hosts, from here. Its icons and markers are left out: they would
# make the baseline slower still, so the ratio is rather too small than too large.
_BESTANDEN = {
    "leaflet.js": ("js_lib_leaflet", "static/js_lib_leaflet/leaflet.js"),
    "jquery.js": ("xstatic.pkg.jquery", "data/jquery.min.js"),
    "popper.js": ("flask_bootstrap", "static/bootstrap5/umd/popper.min.js"),
    "bootstrap.js": ("flask_bootstrap", "static/bootstrap5/js/bootstrap.min.js"),
    "d3.js": ("xstatic.pkg.d3", "data/d3.js"),
    "leaflet.css": ("js_lib_leaflet", "static/js_lib_leaflet/leaflet.css"),
    "bootstrap.css": ("flask_bootstrap", "static/bootstrap5/css/bootstrap.min.css"),
}
_SCRIPTS = ("leaflet", "jquery", "popper", "bootstrap")
_STIJLEN = ("leaflet", "bootstrap")
_D3_ELDERS = "https://cdnjs.cloudflare.com/ajax/libs/d3/3.5.5/d3.min.js"


def maak_kaart(vlakken: dict[str, Any], onderwerp: str, cijfers: Mapping[str, float]) -> str:
    """A whole document as folium gives it, colour bar and all, its files from here."""
    kaart = folium.Map(location=(52.35, 6.66), zoom_start=12, tiles=None)
    kaart.default_js = [(naam, f"/{naam}.js") for naam in _SCRIPTS]
    kaart.default_css = [(f"{naam}_css", f"/{naam}.css") for naam in _STIJLEN]
    folium.Choropleth(
        geo_data=vlakken,
        data=dict(cijfers),
        key_on="feature.id",
        fill_color="PuBu",
        bins=5,
    ).add_to(kaart)
    wortel = kaart.get_root()
    wortel.header.add_child(folium.Element(f'<meta name="onderwerp" content="{onderwerp}">'))
    return wortel.render().replace(_D3_ELDERS, "/d3.js")


def als_geojson(gebieden: list[tuple[Regio, bytes]]) -> dict[str, Any]:
    return _geojson([(regio, shapely.from_wkb(wkb)) for regio, wkb in gebieden])


def zo_fijn_als(gebieden: list[tuple[Regio, bytes]], gewicht: int) -> dict[str, Any]:
    """The same shapes with points added along their lines until they weigh this many bytes.

    Who makes a plain map takes the boundaries as CBS publishes them; those here are simplified.
    """
    stap, vlakken = 0.01, als_geojson(gebieden)
    while len(json.dumps(vlakken)) < gewicht:
        stap *= 0.9
        fijner = [(r, shapely.segmentize(shapely.from_wkb(wkb), stap)) for r, wkb in gebieden]
        vlakken = _geojson(fijner)
    return vlakken


def _geojson(gebieden: list[tuple[Regio, shapely.Geometry]]) -> dict[str, Any]:
    vlakken = [
        {
            "type": "Feature",
            "id": str(regio.code),
            "properties": {"naam": regio.naam},
            "geometry": vorm.__geo_interface__,
        }
        for regio, vorm in gebieden
    ]
    return {"type": "FeatureCollection", "features": vlakken}


@contextmanager
def bediend(vlakken: dict[str, Any], cijfers: Cijfers) -> Iterator[str]:
    """The address of the baseline, with these shapes and figures."""
    app = Dash("basislijn", server=Flask("basislijn"), assets_folder="geen", compress=True)
    server = app.server

    eerste = next(iter(cijfers))
    app.layout = [
        dcc.Dropdown(list(cijfers), eerste, id="onderwerp"),
        html.Iframe(id="kaart", width=700, height=800, title="kaart"),
    ]

    @app.callback(Output("kaart", "srcDoc"), Input("onderwerp", "value"))
    def kaart(onderwerp: str) -> str:
        return maak_kaart(vlakken, onderwerp, cijfers[onderwerp])

    @server.get("/<naam>.<soort>")
    def bestand(naam: str, soort: str) -> Response:
        pakket, pad = _BESTANDEN[f"{naam}.{soort}"]
        inhoud = resources.files(pakket).joinpath(*pad.split("/")).read_bytes()
        antwoord = Response(inhoud, mimetype={"js": "text/javascript", "css": "text/css"}[soort])
        antwoord.headers["Cache-Control"] = "public, max-age=3600"  # as the hosts it comes from
        return antwoord

    bediende = create_server(server, host="127.0.0.1", port=0, threads=8)
    draad = threading.Thread(target=bediende.run, daemon=True)
    draad.start()
    yield f"http://127.0.0.1:{bediende.effective_port}"
    bediende.trigger.pull_trigger(bediende.close)
    draad.join(timeout=10)
    bediende.task_dispatcher.shutdown()

"""Which adapter speaks which protocol of `bronnen.toml`."""

from __future__ import annotations

from collections.abc import Mapping

from etl.bronnen import cbs_kaart, cbs_odata, leefbaarometer, overpass
from etl.bronnen.adapter import Adapter

# A protocol that is not here (`bestand`) has no live service behind it: its copies are embedded.
ADAPTERS: Mapping[str, Adapter] = {
    "cbs_grenzen": cbs_kaart,
    "cbs_odata": cbs_odata,
    "leefbaarometer": leefbaarometer,
    "overpass": overpass,
}
# Those that can give every region of the country; for the others the default scope is all.
LANDELIJK = frozenset({"cbs_odata"})

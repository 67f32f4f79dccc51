"""Serves every source that a refresh asks, at its real size, from a process of its own.

`python -m tests.bench.alle_bronnen GEMEENTEN` prints its address once everything is there and stops
when its input closes. All figures are made up. Lists of regions, the rows of the default scope,
columns and maps are as large as the real ones; other dimensions hold just what is asked.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product

from etl.snapshot import Kolom
from tests.bench import landelijk, landelijke_kaart
from tests.bench.landelijke_plekken import leefbaarometer_zip, voorzieningen
from tests.replay import verzonnen_bronnen
from tests.replay.kaart import Kaartdienst
from tests.replay.leefbaarometer import Leefbaarometer
from tests.replay.overpass import Overpass
from tests.replay.server import Replay
from tests.replay.tabel import Cellen, Code, Tabel, regiocodes
from wijken.bron import Bron, Editie
from wijken.catalogus import Catalogus, load_catalogus

# Columns of a real table; the made-up ones have only what the catalogue asks (sources.md D and E).
_BREEDTE = {"gezondheid": 57, "nabijheid": 114, "ses": 43, "misdrijven": 1}
_EENMALIG = {"ses": verzonnen_bronnen.ses, "misdrijven": verzonnen_bronnen.misdrijven}
_OGENBLIK = "2031-05-06T02:00:00"
_NIEUWE_ZIP = "/geodata/files/Wijkenbuurtkaart/WijkBuurtkaart_{}_v2.zip"
_OUDE_ZIP = "/cbs_download/regionale-kaarten/wijkbuurtkaart_{}_v1.zip"


@dataclass(frozen=True)
class _Herhaald(Mapping[tuple[str, ...], Cellen]):
    """The cells of a region, the same for every combination of the other codes."""

    combinaties: Sequence[tuple[str, ...]]
    cellen: Mapping[tuple[str, ...], Cellen]

    def __getitem__(self, sleutel: tuple[str, ...]) -> Cellen:
        regio = sleutel[-1]
        return self.cellen["NL00" if regio.startswith("NL") else regio,]

    def __iter__(self) -> Iterator[tuple[str, ...]]:
        # One region of each tells which columns are filled.
        return ((*codes, "NL00") for codes in self.combinaties)

    def __len__(self) -> int:
        return len(self.combinaties)


def tabellen(catalogus: Catalogus, gemeenten: int) -> Iterator[Tabel]:
    """Give a table for each edition of every source that speaks OData."""
    for bron in catalogus.bronnen.values():
        if bron.protocol == "cbs_odata":
            combinaties = list(product(*(codes for _, codes in bron.dimensies)))
            per_lijst: dict[object, Tabel] = {}
            for editie in bron.edities:
                lijst = _kolommen(bron, editie)
                # Years with the same columns have the same figures: they are made up anyway.
                if lijst not in per_lijst:
                    (gemaakt,) = landelijk.tabellen(["VERZONNEN"], 2030, lijst, gemeenten)
                    cellen = _Herhaald(combinaties, gemaakt.cellen)
                    per_lijst[lijst] = replace(gemaakt, cellen=cellen)
                yield _tabel(bron, editie, per_lijst[lijst], gemeenten)


def _kolommen(bron: Bron, editie: Editie) -> tuple[Kolom, ...]:
    tabel, jaar = editie.tabel, editie.perioden[-1]
    if bron.id == "kwb":
        return landelijk.kolommen("84799NED" if jaar < 2022 else "85984NED")
    if tabel == "50090NED":
        return landelijk.kolommen(tabel)
    if bron.id == "gezondheid":
        eigen = verzonnen_bronnen.gezondheid(tabel)
    elif bron.id == "nabijheid":
        eigen = verzonnen_bronnen.nabijheid(tabel, 2024)
    else:
        eigen = {"ses": verzonnen_bronnen.ses, "misdrijven": verzonnen_bronnen.misdrijven}[
            bron.id
        ]()
    meer = range(100, 100 + _BREEDTE[bron.id] - len(eigen.kolommen))
    return eigen.kolommen + tuple(
        Kolom(f"Verzonnen_{n}", "Verzonnen", f"Verzonnen {n}", "%", "Verzonnen", "Double", 1)
        for n in meer
    )


def _tabel(bron: Bron, editie: Editie, per_regio: Tabel, gemeenten: int) -> Tabel:
    regios = [(c.replace("NL00", bron.land), *rest) for c, *rest in landelijk.regios(gemeenten)]
    dimensies = {
        naam: tuple(Code(code, f"Titel {code}") for code in codes) for naam, codes in bron.dimensies
    }
    return replace(
        per_regio,
        id=editie.tabel,
        dienst=bron.dienst,
        info={**per_regio.info, "Modified": _OGENBLIK},
        dimensies=dimensies | {bron.regioveld_van(editie): regiocodes(regios)},
    )


def kaarten(catalogus: Catalogus, gemeenten: int) -> Kaartdienst:
    """Give the zip of every year of boundaries, under the address of that year."""
    heel = gemeenten == landelijk.HEEL_NEDERLAND
    pak = landelijke_kaart.maak_zip(gemeenten, landelijke_kaart.PUNTEN if heel else 4)
    jaren = [editie.indeling for editie in catalogus.bronnen["grenzen"].edities]
    paden = {jaar: _NIEUWE_ZIP if jaar >= 2024 else _OUDE_ZIP for jaar in jaren}
    return Kaartdienst({pad.format(jaar): pak for jaar, pad in paden.items()})


def server_van(gemeenten: int) -> Replay:
    """Make the server of all sources."""
    catalogus = load_catalogus()
    server = Replay(tabellen(catalogus, gemeenten))
    # What is measured is the refresh: an answer that is the same is written once.
    server.dienst.geheugen = {}
    heel = gemeenten == landelijk.HEEL_NEDERLAND
    zip_ = leefbaarometer_zip(gemeenten, heel=heel)
    server.anders += [
        kaarten(catalogus, gemeenten),
        Overpass(voorzieningen(catalogus, gemeenten, heel=heel)),
        Leefbaarometer({"/resources/open-data-leefbaarometer-meting-2024.zip": zip_}),
    ]
    return server


if __name__ == "__main__":
    with server_van(int(sys.argv[1])) as server_:
        print(server_.adres, flush=True)
        sys.stdin.read()

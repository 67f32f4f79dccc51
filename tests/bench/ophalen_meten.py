"""Fetches national tables in one of two ways and prints seconds, peak memory and rows as JSON.

`python -m tests.bench.ophalen_meten gewoon|etl ADDRESS N FOLDER`
"""

import json
import resource
import sys
import time
from pathlib import Path

import duckdb

from tests.bench.landelijk_cbs import tabelnamen

# Columns of text, which have no place in a table of figures.
TEKSTEN = (
    "ID",
    "WijkenEnBuurten",
    "Gemeentenaam_1",
    "SoortRegio_2",
    "Codering_3",
    "IndelingswijzigingWijkenEnBuurten_4",
    "MeestVoorkomendePostcode_113",
)


def gewoon(adres: str, namen: list[str], map_: Path) -> int:
    """The plain way: cbsodata, pandas, DuckDB, UNPIVOT, one table after the other."""
    import cbsodata
    import pandas as pd

    cbsodata.options.use_https = False
    host = adres.removeprefix("http://")
    with duckdb.connect(str(map_ / "gewoon.duckdb")) as verbinding:
        verbinding.execute(
            "create table lang (tabel varchar, regio varchar, veld varchar, waarde double)"
        )
        for naam in namen:
            frame = pd.DataFrame(cbsodata.get_data(naam, catalog_url=host))
            verbinding.execute(
                "create or replace table breed as select trim(Codering_3) as regio, "
                f"columns(* exclude ({', '.join(TEKSTEN)}))::double from frame"
            )
            del frame
            verbinding.execute(
                "insert into lang select $naam, regio, veld, waarde from breed unpivot "
                "include nulls (waarde for veld in (columns(* exclude (regio))))",
                {"naam": naam},
            )
        verbinding.execute("drop table breed")
        return verbinding.execute("select count(*) from lang").fetchone()[0]


def etl(adres: str, namen: list[str], map_: Path) -> int:
    """Our way: the fetch step to snapshots on disk, and those into DuckDB in long form."""
    from etl.instellingen import lees_instellingen
    from etl.ophalen import Keuze, haal_op
    from etl.snapshot import vind
    from tests.bench.landelijk_catalogus import catalogus

    verslag = haal_op(
        catalogus(namen),
        map_,
        Keuze(landelijk=True),
        lees_instellingen({"WIJKEN_CBS_URL": adres}),
        None,
    )
    assert not verslag.mislukt, str(verslag)
    with duckdb.connect(str(map_ / "etl.duckdb")) as verbinding:
        snapshots = vind([map_])
        paden = [str(s.waarden_pad) for s in snapshots]
        verbinding.execute("set preserve_insertion_order = false")
        mappen = [s.map.name for s in snapshots]
        verbinding.execute(f"create type tabelnaam as enum {tuple(mappen)}")
        for naam, kolom in (("regiocode", "regio"), ("veldnaam", "veld")):
            verbinding.execute(
                f"create type {naam} as enum (select distinct {kolom} from read_parquet($paden) "
                "order by all)",
                {"paden": paden},
            )
        # The number, or why there is none: 1 secret (a dot), 2 cannot occur (blank).
        verbinding.execute(
            "create table lang "
            "(tabel tabelnaam, regio regiocode, veld veldnaam, waarde double, reden tinyint)"
        )
        # try_cast cannot fail, so it is done once for each word of a dictionary.
        verbinding.execute(
            "insert into lang select parse_filename(parse_dirpath(filename)), "
            "try_cast(regio as regiocode), try_cast(veld as veldnaam), "
            "try_cast(tekst as double), case tekst when '.' then 1 when '' then 2 end "
            "from read_parquet($paden, filename = true) "
            "where veld not in (select unnest($teksten))",
            {"paden": paden, "teksten": list(TEKSTEN)},
        )
        return verbinding.execute("select count(*) from lang").fetchone()[0]


if __name__ == "__main__":
    _, manier, adres_, aantal, doel = sys.argv
    begin = time.perf_counter()
    rijen = {"gewoon": gewoon, "etl": etl}[manier](adres_, tabelnamen(int(aantal)), Path(doel))
    seconden = time.perf_counter() - begin
    gebruik = resource.getrusage(resource.RUSAGE_SELF)
    cpu = gebruik.ru_utime + gebruik.ru_stime
    print(
        json.dumps(
            {"seconden": seconden, "cpu": cpu, "piek_mb": gebruik.ru_maxrss / 1024, "rijen": rijen}
        )
    )

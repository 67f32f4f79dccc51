"""Refreshes the made-up world in a process of its own, that may die or find its disk full.

`python -m tests.etl.ververs_los ADDRESS FOLDER [--dood POINT] [--schijf BYTES]`
"""

import argparse
import os
import resource
import signal
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from etl import __main__ as opdrachtregel
from etl import database, pipeline, snapshot, verversen
from etl.instellingen import Geduld, lees_instellingen
from tests.replay import verzonnen

# Where the process may be killed: the module and the name of what is then about to be called.
PUNTEN: dict[str, tuple[Any, str]] = {
    "snapshot half geschreven": (snapshot, "_controlesom"),
    "snapshot voor de naam": (Path, "rename"),
    "database half gebouwd": (database, "schrijf_bouw"),
    "voor de controles": (pipeline.controles, "controleer"),
    "voor publicatie": (database, "publiceer"),
    "voor de wijzer": (database, "_schrijf_wijzer"),
    "wijzer half geschreven": (Path, "replace"),
    "voor het opruimen": (database, "_ruim_op"),
    "voor het verslag": (verversen.verslag, "bewaar"),
}


def sterf(*_: object, **__: object) -> None:
    """Die as by `kill -9`: nothing is tidied."""
    os.kill(os.getpid(), signal.SIGKILL)


def zonder_schijf(omvang: int) -> None:
    """Let no file grow beyond a size, as on a disk that is full."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (omvang, omvang))


def main() -> int:
    """Refresh as the command line does, with the made-up catalogue."""
    # Who runs the tests in the background ignores Ctrl-C, and what it starts does so with it.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    lezer = argparse.ArgumentParser()
    lezer.add_argument("adres")
    lezer.add_argument("map")
    lezer.add_argument("--dood")
    lezer.add_argument("--schijf", type=int)
    keuze = lezer.parse_args()
    instellingen = lees_instellingen(
        {"WIJKEN_CBS_URL": keuze.adres, "WIJKEN_DERDEN_URL": f"{keuze.adres}/derden"}
    )
    geduld = Geduld(pogingen=1, eerste_wacht=0.01, langste_wacht=0.02)
    bronnen = verversen.Bronnen(
        verzonnen.catalogus_met_indicatoren(),
        Path(keuze.map) / "geen",
        replace(instellingen, geduld=geduld),
    )
    ververs: Callable[..., verversen.Uitslag] = verversen.ververs
    verversen.ververs = lambda data_map, wens: ververs(data_map, wens, bronnen)
    pq.write_table  # noqa: B018 -- loaded now: a full disk is not about importing
    if keuze.dood:
        setattr(*PUNTEN[keuze.dood], sterf)
    if keuze.schijf:
        zonder_schijf(keuze.schijf)
    return opdrachtregel.main(["refresh", "--data", keuze.map])


if __name__ == "__main__":
    sys.exit(main())

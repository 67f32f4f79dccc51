"""Serves made-up national tables from a process of its own.

`python -m tests.bench.landelijk_cbs N GEMEENTEN` prints its address once every page has been
written, and stops when its input closes.
"""

import sys

import requests

from tests.bench import landelijk
from tests.replay.server import Replay


def tabelnamen(aantal: int) -> list[str]:
    """The ids of the tables."""
    return [f"VERZONNEN{n}" for n in range(1, aantal + 1)]


def warm_op(adres: str, tabel: str) -> None:
    """Ask for every page once."""
    for lijst in ("TypedDataSet", "UntypedDataSet"):
        blad = f"{adres}/ODataFeed/odata/{tabel}/{lijst}?%24format=json"
        while blad:
            antwoord = requests.get(blad, timeout=600).content
            begin = antwoord.rfind(b'"odata.nextLink": "')
            blad = antwoord[begin:].split(b'"')[3].decode() if begin >= 0 else ""


if __name__ == "__main__":
    namen = tabelnamen(int(sys.argv[1]))
    kolommen = landelijk.kolommen("84799NED")
    with Replay(landelijk.tabellen(namen, 2030, kolommen, int(sys.argv[2]))) as server:
        server.dienst.geheugen = {}
        # The service repeats the address in its pages; the first table's pages serve all.
        warm_op(server.adres, namen[0])
        print(server.adres, flush=True)
        sys.stdin.read()

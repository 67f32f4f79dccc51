"""The command line of the ETL: fetch, build, check, status; each kind of error its exit code."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from etl.controles import Bevinding, Ernst, beschrijf, controleer_bestand, tel
from etl.database import nieuwste, vorige
from etl.pipeline import Opties, build
from etl.stand import beschrijf_stand
from wijken.catalogus import load_catalogus
from wijken.errors import InvoerError, WijkenError

INGEBED = Path(__file__).parent / "snapshots"
_STANDAARD = Path(__file__).resolve().parents[1] / "data"
_ONZE_FOUT, _GOED = 1, 0


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command.

    Returns:
        0 good, 1 our mistake, 2 the user's input, 3 a source that did not answer.
    """
    keuzes = _lezer().parse_args(argv)
    opdracht: Callable[[argparse.Namespace, Path], int] = keuzes.opdracht
    try:
        return opdracht(keuzes, _data_map(keuzes))
    except WijkenError as fout:
        print(fout, file=sys.stderr)
        return fout.exit_code
    except OSError as fout:
        print(f"Lezen of schrijven lukt niet: {fout}", file=sys.stderr)
        return _ONZE_FOUT
    except KeyboardInterrupt:
        print("Afgebroken. Wat er was, is gebleven.", file=sys.stderr)
        return _ONZE_FOUT


def _lezer() -> argparse.ArgumentParser:
    gemeen = argparse.ArgumentParser(add_help=False)
    gemeen.add_argument(
        "--data",
        type=Path,
        metavar="MAP",
        default=argparse.SUPPRESS,
        help="map voor database en eigen snapshots (anders: WIJKEN_DATA, anders data/)",
    )
    lezer = argparse.ArgumentParser(
        prog="python -m etl",
        description="Haalt cijfers op, bouwt de database en controleert haar.",
        parents=[gemeen],
    )
    opdrachten = lezer.add_subparsers(required=True, metavar="opdracht")

    def voeg_toe(
        naam: str, opdracht: Callable[[argparse.Namespace, Path], int], uitleg: str
    ) -> argparse.ArgumentParser:
        deel = opdrachten.add_parser(naam, help=uitleg, description=uitleg, parents=[gemeen])
        deel.set_defaults(opdracht=opdracht)
        return deel

    fetch = voeg_toe("fetch", _fetch, "Haal op wat bij de bronnen nieuw is.")
    fetch.add_argument("--bron", help="alleen deze bron, bijvoorbeeld kwb")
    fetch.add_argument("--editie", help="alleen deze editie: een jaar of een tabel")
    fetch.add_argument("--landelijk", action="store_true", help="alle regio's van het land")
    fetch.add_argument(
        "--proef", action="store_true", help="zeg alleen wat er opgehaald zou worden"
    )
    bouw = voeg_toe("build", _build, "Bouw de database uit de snapshots.")
    bouw.add_argument("--zo-nodig", action="store_true", help="alleen als er iets veranderd is")
    bouw.add_argument("--minder-mag", action="store_true", help="ook met minder cijfers dan eerst")
    voeg_toe("check", _check, "Controleer de nieuwste database.")
    voeg_toe("status", _status, "Toon wat er is.")
    return lezer


def _data_map(keuzes: argparse.Namespace) -> Path:
    gekozen: Path | None = getattr(keuzes, "data", None)
    return gekozen or Path(os.environ.get("WIJKEN_DATA") or _STANDAARD)


def _mappen(data_map: Path) -> list[Path]:
    return [INGEBED, data_map / "snapshots"]


def _fetch(keuzes: argparse.Namespace, data_map: Path) -> int:
    # Only fetch needs the network libraries; the other commands start faster without them.
    from etl.ophalen import Keuze, haal_op  # noqa: PLC0415

    keuze = Keuze(keuzes.bron, keuzes.editie, keuzes.landelijk, keuzes.proef)
    verslag = haal_op(load_catalogus(), data_map / "snapshots", keuze)
    print(verslag)
    return verslag.exit_code


def _build(keuzes: argparse.Namespace, data_map: Path) -> int:
    oud = nieuwste(data_map)
    opties = Opties(zo_nodig=keuzes.zo_nodig, minder_mag=keuzes.minder_mag, meld=_meld)
    nieuw = build(data_map, _mappen(data_map), opties)
    if nieuw == oud:
        print(f"De database is bij: {nieuw}")
    else:
        print(f"Nieuwe database: {nieuw}")
    return _GOED


def _meld(bevindingen: Sequence[Bevinding]) -> None:
    if bevindingen:
        print(f"Opmerkingen bij de controle:\n{beschrijf(bevindingen)}")


def _check(_keuzes: argparse.Namespace, data_map: Path) -> int:
    huidige = nieuwste(data_map)
    if huidige is None:
        message = f"Er is nog geen database in «{data_map}». Maak er een met: python -m etl build."
        raise InvoerError(message)
    bevindingen = controleer_bestand(huidige, vorige(data_map, huidige))
    telling = tel(bevindingen)
    fouten, opmerkingen = telling[Ernst.FOUT], telling[Ernst.OPMERKING]
    print(f"{huidige.name}: {fouten} fout(en), {opmerkingen} opmerking(en).")
    if bevindingen:
        print(beschrijf(bevindingen))
    return _ONZE_FOUT if fouten else _GOED


def _status(_keuzes: argparse.Namespace, data_map: Path) -> int:
    print(beschrijf_stand(data_map, _mappen(data_map)))
    return _GOED


if __name__ == "__main__":
    sys.exit(main())

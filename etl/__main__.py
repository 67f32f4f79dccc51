"""The command line of the ETL; each kind of error has its exit code."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from etl.controles import Bevinding, Ernst, beschrijf, controleer_bestand, tel
from etl.database import eis_schrijfbaar, nieuwste, vorige
from etl.logboek import LOG, logboek
from etl.pipeline import Opties, build
from etl.slot import alleen
from etl.stand import beschrijf_stand
from wijken.catalogus import load_catalogus
from wijken.errors import InvoerError, WijkenError
from wijken.opdrachtregel import Lezer

if TYPE_CHECKING:
    from etl.ophalen import Keuze

INGEBED = Path(__file__).parent / "snapshots"
_STANDAARD = Path(__file__).resolve().parents[1] / "data"
_ONZE_FOUT, _GOED = 1, 0
_CODES = (
    "Afsluitcode: 0 is goed. 1: hier is iets fout, de melding zegt wat. 2: dit kun je zelf "
    "herstellen, zoals een volle schijf, een verkeerd woord of een verversing die al bezig is. "
    "3: een bron antwoordde niet goed; wat er was, blijft in gebruik. Probeer het later opnieuw."
)


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


def _lezer() -> Lezer:
    lezer = Lezer(
        prog="python -m etl",
        description="Haalt cijfers op, bouwt de database en controleert haar.",
        epilog=_CODES,
    )
    _voeg_map_toe(lezer)
    opdrachten = lezer.add_subparsers(title="opdrachten", required=True, metavar="opdracht")

    def voeg_toe(
        naam: str, opdracht: Callable[[argparse.Namespace, Path], int], uitleg: str
    ) -> Lezer:
        deel = opdrachten.add_parser(naam, help=uitleg, description=uitleg, epilog=_CODES)
        deel.set_defaults(opdracht=opdracht)
        _voeg_map_toe(deel)
        return deel

    uitleg = "Haal op wat nieuw is, bouw de database en vertel wat er veranderde."
    for deel in (
        voeg_toe("refresh", _refresh, uitleg),
        voeg_toe("fetch", _fetch, "Haal op wat bij de bronnen nieuw is."),
    ):
        deel.add_argument("--bron", help="alleen deze bron, bijvoorbeeld kwb")
        deel.add_argument("--editie", help="alleen deze editie: een jaar of een tabel")
        deel.add_argument("--landelijk", action="store_true", help="alle regio's van het land")
        deel.add_argument("--proef", action="store_true", help="zeg alleen wat er op te halen is")
    bouw = voeg_toe("build", _build, "Bouw de database uit de snapshots.")
    bouw.add_argument("--zo-nodig", action="store_true", help="alleen als er iets veranderd is")
    bouw.add_argument("--minder-mag", action="store_true", help="ook met minder cijfers dan eerst")
    voeg_toe("check", _check, "Controleer de nieuwste database.")
    voeg_toe("status", _status, "Toon wat er is.")
    return lezer


def _voeg_map_toe(lezer: Lezer) -> None:
    """Let the data folder be named before the command and after it."""
    lezer.add_argument(
        "--data",
        type=Path,
        metavar="MAP",
        default=argparse.SUPPRESS,
        help="map voor database en eigen snapshots (anders: WIJKEN_DATA, anders data/)",
    )


def _data_map(keuzes: argparse.Namespace) -> Path:
    gekozen: Path | None = getattr(keuzes, "data", None)
    return gekozen or Path(os.environ.get("WIJKEN_DATA") or _STANDAARD)


def _mappen(data_map: Path) -> list[Path]:
    return [INGEBED, data_map / "snapshots"]


def _refresh(keuzes: argparse.Namespace, data_map: Path) -> int:
    from etl.verversen import ververs  # noqa: PLC0415 -- see `_fetch`

    with _aan_het_werk(data_map, "refresh"):
        uitslag = ververs(data_map, _keuze(keuzes))
    print(uitslag.tekst)
    if uitslag.bestand:
        print(f"\nDit verslag staat in {uitslag.bestand}")
    return uitslag.exit_code


def _fetch(keuzes: argparse.Namespace, data_map: Path) -> int:
    # Only these two need the network libraries; the other commands start faster without them.
    from etl.ophalen import haal_op  # noqa: PLC0415
    from etl.verversen import log  # noqa: PLC0415

    with _aan_het_werk(data_map, "fetch"):
        verslag = haal_op(load_catalogus(), data_map / "snapshots", _keuze(keuzes))
        log(verslag)
    print(verslag)
    if verslag.afgebroken:
        print("Afgebroken. Wat compleet was, is bewaard.", file=sys.stderr)
    return verslag.exit_code


def _keuze(keuzes: argparse.Namespace) -> Keuze:
    from etl.ophalen import Keuze  # noqa: PLC0415 -- see `_fetch`

    return Keuze(keuzes.bron, keuzes.editie, keuzes.landelijk, keuzes.proef)


@contextmanager
def _aan_het_werk(data_map: Path, opdracht: str) -> Iterator[None]:
    """Hold the lock and write the log; what nobody foresaw goes there as well."""
    eis_schrijfbaar(data_map)
    with alleen(data_map, opdracht), logboek(data_map) as pad:
        LOG.info("begin: %s", " ".join([opdracht, *sys.argv[2:]]))
        try:
            yield
        except WijkenError as fout:
            LOG.error("%s", fout)
            raise
        except Exception as fout:
            LOG.exception("niet voorzien")
            message = f"Er ging iets mis dat niet is voorzien ({fout}). De details staan in {pad}."
            raise WijkenError(message) from fout
        finally:
            LOG.info("einde: %s", opdracht)


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

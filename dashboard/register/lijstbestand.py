"""The register as a file to work in elsewhere, and the empty form to fill in; both read back."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from dashboard.register.bevinding import zin
from dashboard.register.initiatieven import Herkomst, Initiatief, Toestand
from dashboard.register.regels import naar_velden
from dashboard.register.woorden import woorden
from dashboard.uitvoer import Cel, Kolom, naar_csv
from dashboard.werkboek import Eigenschappen, Werkblad, schrijf_werkboek

# What a spreadsheet takes for a formula, apostrophes before it included: those are counted back.
_FORMULE = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")
# Columns of the form; the others are for who brings a list of their own, or for the register.
_SJABLOON = (
    "naam",
    "omschrijving",
    "soort",
    "themas",
    "voor_wie",
    "organisatie",
    "werkgebied",
    "adres",
    "postcode",
    "plaats",
    "gebied_code",
    "website",
    "gestart",
    "nagekeken",
    "bron",
    "toestemming",
)
_EXPORT = (
    "id",
    "versie",
    *_SJABLOON[:11],
    "breedte",
    "lengte",
    *_SJABLOON[11:15],
    "bron_adres",
    "bron_datum",
    "toestemming",
)
_LENGTE_UITLEG = 90


def uit_register(alle: Iterable[Initiatief]) -> tuple[Initiatief, ...]:
    """Give what an export holds: no merged or retired row, nothing from OpenStreetMap."""
    return tuple(i for i in alle if i.status is Toestand.ACTIEF and i.herkomst is not Herkomst.OSM)


def exporteer_csv(initiatieven: Sequence[Initiatief]) -> bytes:
    """Give rows as CSV; taken in again they change nothing."""
    return naar_csv(_koppen(_EXPORT), [_rij(i) for i in initiatieven], ())


def exporteer_xlsx(initiatieven: Sequence[Initiatief], dag: date) -> bytes:
    """Give the same rows as a workbook; `dag` is the day of the export."""
    over = Eigenschappen(zin("register.bestand.titel"), datum=dag.isoformat())
    blad = Werkblad(
        zin("register.bestand.blad"),
        tuple(_koppen(_EXPORT)),
        tuple(map(_rij, initiatieven)),
        terugloop=True,
    )
    return schrijf_werkboek([blad], over)


def sjabloon_csv() -> bytes:
    """Give the form as CSV, with two rows that say VOORBEELD."""
    return naar_csv(_koppen(_SJABLOON, eigen=False), _voorbeelden(), ())


def sjabloon_xlsx() -> bytes:
    """Give the form as a workbook: the list with two examples, and what each column is for."""
    uitleg = tuple(_uitleg())
    bladen = [
        Werkblad(
            zin("register.bestand.blad"),
            tuple(_koppen(_SJABLOON, eigen=False)),
            tuple(_voorbeelden()),
            terugloop=True,
            keuzes=_keuzelijsten(),
        ),
        Werkblad(
            zin("register.bestand.uitleg"),
            (
                Kolom(zin("register.bestand.kolom")),
                Kolom(zin("register.bestand.wat"), breedte=_LENGTE_UITLEG),
            ),
            uitleg,
            terugloop=True,
        ),
    ]
    return schrijf_werkboek(bladen, Eigenschappen(zin("register.bestand.sjabloon")))


def onschadelijk(tekst: str) -> str:
    """Put an apostrophe before what a spreadsheet would take for a formula.

    One more than there are, so that reading takes away exactly that one.
    """
    return f"'{tekst}" if _FORMULE.match(tekst) else tekst


def _koppen(velden: Sequence[str], *, eigen: bool = True) -> list[Kolom]:
    """Give the headings; an export has two more that are read by people only."""
    koppen = woorden().koppen
    extra = ("naam_wijk", "herkomst") if eigen else ()
    return [
        *(Kolom(koppen[veld]) for veld in velden),
        *(Kolom(zin(f"register.bestand.{naam}")) for naam in extra),
    ]


def _rij(initiatief: Initiatief) -> tuple[Cel, ...]:
    velden = naar_velden(initiatief)
    # A point with a full stop becomes thousands when a Dutch spreadsheet opens the CSV.
    velden |= {veld: velden[veld].replace(".", ",") for veld in ("breedte", "lengte")}
    herkomst = zin(f"register.herkomst.{initiatief.herkomst}")
    cellen = [velden[veld] for veld in _EXPORT]
    return tuple(map(onschadelijk, (*cellen, initiatief.wijk_of_dorp, herkomst)))


def _voorbeelden() -> list[tuple[Cel, ...]]:
    return [_voorbeeld(n) for n in ("een", "twee")]


def _voorbeeld(naam: str) -> tuple[Cel, ...]:
    return tuple(zin(f"register.voorbeeld.{naam}.{veld}") for veld in _SJABLOON)


def _keuzelijsten() -> dict[int, tuple[str, ...]]:
    """Give what a cell of the form offers; themes are left free, since there may be several."""
    lijst = woorden()
    return {
        _SJABLOON.index("soort"): tuple(dict.fromkeys(lijst.soorten.values())),
        _SJABLOON.index("toestemming"): tuple(dict.fromkeys(lijst.toestemming.values())),
    }


def _uitleg() -> Iterable[tuple[Cel, ...]]:
    lijst = woorden()
    keuzes: Mapping[str, Iterable[str]] = {
        "soort": dict.fromkeys(lijst.soorten.values()),
        "themas": lijst.hoort_bij,
    }
    for veld in _SJABLOON:
        wat = zin(f"register.uitleg.{veld}", keuzes=", ".join(keuzes.get(veld, ())))
        yield lijst.koppen[veld], wat
    yield zin("register.bestand.let_op"), zin("register.bestand.personen")

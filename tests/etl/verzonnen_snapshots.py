"""A made-up world in copies: two gemeenten, a wijk, three buurten. Nothing in it is real."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

import pyarrow as pa

from etl.snapshot import Kolom, Manifest, Snapshot, schrijf
from wijken.bron import Bron, Editie, Grensgeldigheid, Werkgebied
from wijken.catalogus import Catalogus
from wijken.indicator import (
    Bronveld,
    Cijfersoort,
    Eenheid,
    Formule,
    Indicator,
    Optelling,
    Richting,
)
from wijken.regio import Regiocode

GEMEENTE, BUREN, WIJK = "GM9001", "GM9002", "WK900100"
BUURT, BUURT2, BUURT_VER = "BU90010000", "BU90010001", "BU90020000"
NAMEN = {
    "NL01": "Nederland",
    GEMEENTE: "Verzonnendam",
    BUREN: "Verzonnenveen",
    WIJK: "Wijk 00 Verzonnen Wijk",
    BUURT: "Verzonnen Noord",
    BUURT2: "Verzonnen Zuid",
}
TABEL = "V2024"
_VIERKANT = "POLYGON (({0} 0, {1} 0, {1} 1, {0} 1, {0} 0))"

Cel = tuple[str, str, str, str | None]


def maak_indicator(sleutel: str, *bronvelden: Bronveld, **anders: object) -> Indicator:
    """An indicator with a made-up text; a count unless told otherwise."""
    gewoon: dict[str, object] = {
        "thema": "verzonnen",
        "naam": sleutel,
        "kort": sleutel,
        "eenheid": Eenheid.AANTAL,
        "decimalen": 0,
        "richting": Richting.NEUTRAAL,
        "soort": Cijfersoort.GETELD,
        "optelling": Optelling.SOM,
        "toelichting": "Verzonnen.",
    }
    return Indicator(id=sleutel, bronvelden=bronvelden, **(gewoon | anders))  # type: ignore[arg-type]


def aandeel(sleutel: str, teller: Sequence[str], noemer: Sequence[str]) -> Indicator:
    """A share made of counts."""
    formule = Formule(tuple(teller), tuple(noemer), 100.0)
    return maak_indicator(
        sleutel, eenheid=Eenheid.PROCENT, optelling=Optelling.FORMULE, formule=formule
    )


def veld(stam: str, bron: str = "verzonnen", **dimensies: str) -> Bronveld:
    """A place in the made-up source."""
    return Bronveld(bron, (stam,), dimensies=tuple(sorted(dimensies.items())))


MENSEN = maak_indicator("mensen_aantal", veld("Mensen"))
OUDEREN = maak_indicator("ouderen_aantal", veld("Ouderen"))
OUDEREN_AANDEEL = aandeel("ouderen_aandeel", ["ouderen_aantal"], ["mensen_aantal"])


def bron(*edities: Editie, sleutel: str = "verzonnen") -> Bron:
    """A made-up source with its tables."""
    return Bron(sleutel, sleutel, "niemand", "bestand", "geen", "Verzonnen", "geen", edities)


def catalogus(*indicatoren: Indicator, bronnen: Iterable[Bron] = ()) -> Catalogus:
    """A catalogue of one werkgebied: GM9001, with a map of 2024 for 2021 up to 2025."""
    eigen = list(bronnen) or [bron(Editie(TABEL, 2024, (2024,)))]
    alle = [*eigen, bron(Editie("kaart", 2024, (2024,)), sleutel="grenzen")]
    gebied = Werkgebied(
        slug="verzonnen",
        naam="Verzonnen",
        plaats="Verzonnendam",
        codes=(Regiocode(GEMEENTE),),
        leidend_thema="verzonnen",
        eerste=(),
        kleur="#000000",
        vraag="?",
        grenzen=(Grensgeldigheid(2024, 2021, 2025, "verzonnen"),),
    )
    gekozen = indicatoren or (MENSEN, OUDEREN, OUDEREN_AANDEEL)
    return Catalogus({}, {i.id: i for i in gekozen}, {b.id: b for b in alle}, {gebied.slug: gebied})


def manifest(**anders: object) -> Manifest:
    """The manifest of a made-up copy: typed, complete, embedded unless told otherwise."""
    gewoon: dict[str, object] = {
        "bron": "verzonnen",
        "tabel": TABEL,
        "titel": "Verzonnen tabel",
        "indeling": 2024,
        "perioden": (2024,),
        "editie_waarden": "2025-01-01",
        "opgehaald": "2026-01-01",
        "licentie": "geen",
        "bronregel": "Verzonnen",
        "adres": "geen",
        "getypeerd": True,
        "volledig": True,
        "wat_is_echt": "Niets.",
        "ingebed": True,
        "kolommen": (
            Kolom("Mensen_1", "Mensen", "Mensen"),
            Kolom("Ouderen_2", "Ouderen", "Ouderen"),
        ),
    }
    return Manifest(**(gewoon | anders))  # type: ignore[arg-type]


def kopie(basis: Path, cellen: Iterable[Cel], gegevens: Manifest | None = None) -> Snapshot:
    """Write a copy with these cells (regio, dimensies, veld, tekst)."""
    rijen = list(cellen)
    regios = sorted({regio for regio, *_ in rijen})
    return schrijf(
        basis,
        gegevens or manifest(),
        pa.table(
            {
                naam: pa.array([rij[n] for rij in rijen], pa.string())
                for n, naam in enumerate(("regio", "dimensies", "veld", "tekst"))
            }
        ),
        pa.table(
            {
                "regio": pa.array(regios, pa.string()),
                "naam": pa.array([NAMEN.get(r, "") for r in regios], pa.string()),
                "gemeente": pa.array([None] * len(regios), pa.string()),
            }
        ),
    )


def cellen(veldnaam: str = "Mensen_1", **waarden: str | None) -> list[Cel]:
    """Cells of one column without dimensions: `cellen(GM9001="12")`."""
    return [(regio, "", veldnaam, tekst) for regio, tekst in waarden.items()]


def gewone_cellen() -> list[Cel]:
    """A small table in which everything fits."""
    mensen = {"NL01": "900", GEMEENTE: "100", BUREN: "80", WIJK: "100", BUURT: "60", BUURT2: "40"}
    ouderen = {"NL01": "90", GEMEENTE: "25", BUREN: "8", WIJK: "25", BUURT: "15", BUURT2: "10"}
    return cellen("Mensen_1", **mensen) + cellen("Ouderen_2", **ouderen)


def kaart(basis: Path, **anders: str) -> Snapshot:
    """Write the made-up map of 2024; other WKT for a region by its code."""
    vormen = {
        GEMEENTE: _VIERKANT.format(0, 2),
        WIJK: _VIERKANT.format(0, 2),
        BUURT: _VIERKANT.format(0, 1),
        BUURT2: _VIERKANT.format(1, 2),
    } | anders
    gegevens = replace(
        manifest(),
        bron="grenzen",
        tabel="kaart",
        kolommen=(Kolom("geometrie", "geometrie", "Geometrie"),),
    )
    rijen = [(regio, "", "geometrie", wkt) for regio, wkt in vormen.items() if wkt]
    return kopie(basis, rijen, gegevens)


def gewone_wereld(basis: Path) -> Path:
    """Write the small table and its map; gives the folder of copies."""
    kopie(basis, gewone_cellen())
    kaart(basis)
    return basis

"""Files about own homes: the template to fill in, and what may be seen as CSV."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from dashboard.register.bezit_lezen import woorden
from dashboard.uitvoer import Cel, naar_csv, naar_xlsx
from dashboard.werkboek import Eigenschappen, Kolom
from wijken.regio import Regiocode

if TYPE_CHECKING:
    from dashboard.register.bezit_bewaren import Bezit
    from dashboard.teksten import Teksten

_VELDEN = ("buurt", "naam", "aantal", "soort", "bouwperiode", "label", "huurklasse", "opmerking")


def schrijf_sjabloon(teksten: Teksten, buurten: Mapping[Regiocode, str], soort: str) -> bytes:
    """Give the template: two marked examples, then every buurt with its code and name.

    Args:
        teksten: sentences.
        buurten: of the werkgebied.
        soort: `csv` or `xlsx`.
    """
    koppen = {veld: namen[0].capitalize() for veld, namen in woorden()["koppen"].items()}
    koppen["naam"] = teksten.zin("bezit.sjabloon_naam")
    kolommen = [Kolom(koppen[veld]) for veld in _VELDEN]
    voorbeeld = teksten.zin("bezit.sjabloon_voorbeeld")
    code, naam = next(((c.code, n) for c, n in buurten.items()), ("", ""))
    rijen: list[list[Cel]] = [
        [code, naam, "120", "eengezinswoning", "1968", "C", "betaalbaar", voorbeeld],
        [code, naam, "45", "appartement", "vanaf 2005", "A", "", voorbeeld],
    ]
    rijen += [[c.code, n, "", "", "", "", "", ""] for c, n in buurten.items()]
    if soort == "xlsx":
        over = Eigenschappen(teksten.zin("bezit.sjabloon_titel"))
        return naar_xlsx(kolommen, rijen, (), over)
    return naar_csv(kolommen, rijen, ())


def schrijf_csv(teksten: Teksten, bezit: Bezit, namen: Mapping[Regiocode, str]) -> bytes:
    """Give everything that may be seen of a list, whose it is in every row."""
    zin, opgave = teksten.zin, bezit.opgave
    koppen = [Kolom(kop, 0) for kop in teksten.zinnen("bezit.csv_koppen")]
    bron = [
        (zin("bezit.csv_bron"), zin("bezit.csv_opgave", corporatie=opgave.corporatie)),
        (zin("bezit.csv_peildatum"), opgave.peildatum),
        (zin("bezit.csv_let_op"), zin("bezit.streepje")),
    ]
    return naar_csv(koppen, list(_rijen(teksten, bezit, namen)), bron)


def _rijen(
    teksten: Teksten, bezit: Bezit, namen: Mapping[Regiocode, str]
) -> Iterator[tuple[Cel, ...]]:
    zin, getoond = teksten.zin, bezit.getoond
    if getoond.totaal is None:
        return
    alles = zin("bezit.alles")
    yield ("", alles, "", "", float(getoond.totaal))
    for eenheid in getoond.eenheden:
        yield (*_plek(eenheid.wijken, namen), "", "", float(eenheid.aantal))
        for blok in eenheid.blokken:
            yield (*_plek(blok.buurten, namen), "", "", float(blok.aantal))
    for deel in getoond.uitsplitsingen:
        naam = zin(f"bezit.dimensies.{deel.dimensie}")
        woord = teksten["bezit"]["waarden"][deel.dimensie]
        groepen = [" + ".join(woord[w or "leeg"] for w in groep) for groep in deel.groepen]
        for groep, totaal in zip(groepen, deel.totalen, strict=True):
            yield ("", alles, naam, groep, float(totaal))
        for eenheid, cellen in zip(getoond.eenheden, deel.cellen, strict=False):
            for groep, cel in zip(groepen, cellen, strict=True):
                getal = None if cel is None else float(cel)
                yield (*_plek(eenheid.wijken, namen), naam, groep, getal)


def _plek(codes: tuple[Regiocode, ...], namen: Mapping[Regiocode, str]) -> tuple[str, str]:
    return " + ".join(c.code for c in codes), " + ".join(namen.get(c, c.code) for c in codes)

"""Made-up tables: health in two editions, SES with equal titles, proximity, crime."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import product

from etl.snapshot import Kolom
from tests.replay.tabel import Code, Tabel, regiocodes
from tests.replay.verzonnen_kwb import regios

JAREN = (2012, 2016, 2020, 2022, 2024)
_LEEFTIJDEN = {"20300": 40, "53115": 30, "80200": 60}
_MARGES = {"MW00000": 0.0, "MOG0095": -2.5, "MBG0095": 3.5}
# Where a question stands in each edition (sources.md D); renamed between the two.
_GEZOND = {
    "50120NED": (
        "ErvarenGezondheidGoedZeerGoed_4", "VoldoetAanBeweegrichtlijn_5", "WekelijkseSporters_6",
        "Overgewicht_9", "ErnstigOvergewicht_10", "Roker_11", "OvermatigeDrinker_15",
        "EenOfMeerLangdurigeAandoeningen_16", "HoogRisicoOpAngstOfDepressie_25",
        "HeelVeelStressInAfgelopen4Weken_26", "Eenzaam_27", "ErnstigZeerErnstigEenzaam_28",
        "EmotioneelEenzaam_29", "SociaalEenzaam_30", "Mantelzorger_31", "Vrijwilligerswerk_32",
        "MoeiteMetRondkomen_33",
    ),
    "50150NED": (
        "GoedErvarenGezondheid_4", "EenOfMeerLangdurigeAandoeningen_5", "LangdurigBeperkt_6",
        "HoogRisicoAngststoornisOfDepressie_14", "HeelVeelStressAfg4Weken_17",
        "MatigVeelRegieOverHetEigenLeven_24", "Eenzaam_25", "SterkEenzaam_26",
        "EmotioneelEenzaam_27", "SociaalEenzaam_28", "KrijgtSteunVanAnderen_29",
        "Mantelzorger_30", "Vrijwilligerswerk_31", "MoeiteMetRondkomen_32", "Overgewicht_33",
        "ErnstigOvergewichtObesitas_34", "RooktTabak_35", "OvermatigDrinken_37",
        "VoldoetAanDeBeweegrichtlijn_40", "TevredenMetDeWoning_56", "TevredenMetDeWoonomgeving_57",
    ),
}  # fmt: skip
_VAST = ("Gemeentenaam_1", "SoortRegio_2", "Codering_3")


def gezondheid(tabel: str) -> Tabel:
    """Give 50120NED or 50150NED: three ages, value and margins, the country as NL01."""
    jaren = [jaar for jaar in JAREN if jaar <= 2022 or tabel == "50150NED"]
    eigen = tuple(_kolom(veld, "%") for veld in _GEZOND[tabel])
    lijst = [(c.replace("NL00", "NL01"), n, g) for c, n, g in regios(max(jaren))]
    dimensies = {
        "Leeftijd": _codes(_LEEFTIJDEN, 10),
        "Marges": _codes(_MARGES),
        "Perioden": _codes(f"{jaar}JJ00" for jaar in jaren),
    }
    cellen = {
        sleutel: _regiocellen(sleutel[-1])
        | {k.veld: _schatting(k.veld, sleutel) for k in eigen if _gevraagd(k.stam, sleutel)}
        for sleutel in _sleutels(dimensies, lijst)
    }
    return _maak(tabel, "derden", eigen, dimensies | {"WijkenEnBuurten": lijst}, cellen)


def schatting(stam: str, leeftijd: str, jaar: int) -> float:
    """Give the made-up estimate of a question, the same everywhere."""
    return _LEEFTIJDEN[leeftijd] + len(stam) % 10 + (jaar - 2012) / 2


def _schatting(veld: str, sleutel: Sequence[str]) -> str:
    leeftijd, marge, periode, _ = sleutel
    midden = schatting(veld.rpartition("_")[0], leeftijd, int(periode[:4]))
    return f"{midden + _MARGES[marge]:.1f}"


def _gevraagd(stam: str, sleutel: Sequence[str]) -> bool:
    """Tell whether the question was asked that year: social loneliness since 2016."""
    return not (stam == "SociaalEenzaam" and sleutel[2] == "2012JJ00")


def ses() -> Tabel:
    """Give 86296NED: four columns with the same title, told apart by their group only."""
    groepen = {
        29: "SES-WOA > Totaalscore",
        31: "SES-WOA > Deelscore financiële welvaart",
        33: "SES-WOA > Deelscore opleidingsniveau",
        35: "SES-WOA > Deelscore recent arbeidsverleden",
    }
    eigen = tuple(_kolom(f"GemiddeldeScore_{n}", "score", pad) for n, pad in groepen.items())
    dimensies = {"Perioden": _codes(f"{jaar}JJ00" for jaar in (2014, 2024))}
    lijst = list(regios(2025))
    cellen = {
        sleutel: _regiocellen(sleutel[-1]) | {k.veld: f"0.{k.veld[-2:]}" for k in eigen}
        for sleutel in _sleutels(dimensies, lijst)
    }
    return _maak("86296NED", "cbs", eigen, dimensies | {"WijkenEnBuurten": lijst}, cellen)


def nabijheid(tabel: str, jaar: int, regioveld: str = "WijkenEnBuurten") -> Tabel:
    """Give a table of proximity: `Binnen3Km` and hospitals occur more than once."""
    huisarts, ziekenhuis = "Gezondheid > Huisartsenpraktijk", "Gezondheid > Ziekenhuis"
    eigen = (
        _kolom("AfstandTotHuisartsenpraktijk_5", "km", huisarts),
        _kolom("Binnen1Km_6", "aantal", f"{huisarts} > Aantal huisartsenpraktijken"),
        _kolom("Binnen3Km_7", "aantal", f"{huisarts} > Aantal huisartsenpraktijken"),
        _kolom("AfstandTotHuisartsenpost_9", "km", "Gezondheid > Huisartsenpost"),
        _kolom("AfstandTotApotheek_10", "km", "Gezondheid > Apotheek"),
        _kolom("AfstandTotZiekenhuis_11", "km", f"{ziekenhuis} (incl. buitenpolikliniek)"),
        _kolom("AfstandTotZiekenhuis_15", "km", f"{ziekenhuis} (excl. buitenpolikliniek)"),
        _kolom("AfstandTotGroteSupermarkt_24", "km", "Detailhandel > Grote supermarkt"),
        _kolom("Binnen3Km_26", "aantal", "Detailhandel > Grote supermarkt > Aantal"),
        _kolom("AfstandTotKinderdagverblijf_52", "km", "Kinderopvang > Kinderdagverblijf"),
        _kolom("AfstandTotSchool_60", "km", "Onderwijs > Basisonderwijs"),
        _kolom("AfstandTotSchool_64", "km", "Onderwijs > Voortgezet onderwijs"),
        _kolom("AfstandTotOpenbaarGroenTotaal_76", "km", "Groen > Openbaar groen"),
        _kolom("AfstandTotTreinstationsTotaal_90", "km", "Vervoer > Treinstation"),
        _kolom("AfstandTotBibliotheek_92", "km", "Vrije tijd > Bibliotheek"),
    )
    lijst = list(regios(jaar))
    cellen = {
        (code,): _regiocellen(code)
        | {k.veld: f"{int(k.veld.rpartition('_')[2]) / 10}" for k in eigen}
        for code, _, _ in lijst
    }
    return _maak(tabel, "cbs", eigen, {regioveld: lijst}, cellen)


def misdrijven() -> Tabel:
    """Give 47022NED: kinds six wide, whole years and months in one dimension."""
    eigen = (_kolom("GeregistreerdeMisdrijven_1", "aantal"),)
    perioden = ("2023JJ00", "2024JJ00", "2024MM01", "2024MM02")
    dimensies = {
        "SoortMisdrijf": _codes(("0.0.0", "1.1.1"), 6),
        "Perioden": _codes(perioden),
    }
    lijst = list(regios(2024))
    cellen = {
        sleutel: {"GeregistreerdeMisdrijven_1": _misdrijven(*sleutel)}
        for sleutel in _sleutels(dimensies, lijst)
    }
    lijsten = dimensies | {"WijkenEnBuurten": lijst}
    return _maak("47022NED", "derden", eigen, lijsten, cellen, vast=())


def _misdrijven(soort: str, periode: str, regio: str) -> str:
    buurten = [c for c, _, _ in regios(2024) if c.startswith("BU")]
    deel = sum(regio.startswith("NL") or b[2:].startswith(regio[2:]) for b in buurten)
    per_buurt = {"0.0.0": 12, "1.1.1": 3}[soort]
    return str(deel * per_buurt // (1 if "JJ" in periode else 12))


def _kolom(veld: str, eenheid: str, pad: str = "Verzonnen groep") -> Kolom:
    soort = "Long" if eenheid == "aantal" and not veld.startswith("Binnen") else "Double"
    decimalen = 0 if soort == "Long" else 1
    return Kolom(veld, veld.rpartition("_")[0], veld, eenheid, pad, soort, decimalen)


def _codes(sleutels: Iterable[str], breedte: int = 0) -> tuple[Code, ...]:
    return tuple(Code(sleutel.ljust(breedte), f"Titel {sleutel}") for sleutel in sleutels)


def _sleutels(
    dimensies: Mapping[str, Sequence[Code]], lijst: Sequence[tuple[str, str, str | None]]
) -> Iterable[tuple[str, ...]]:
    delen = [[code.sleutel.strip() for code in codes] for codes in dimensies.values()]
    return product(*delen, [code for code, _, _ in lijst])


def _regiocellen(code: str) -> dict[str, str | None]:
    return {"Gemeentenaam_1": "Verzonnen", "SoortRegio_2": "Buurt", "Codering_3": code}


def _maak(
    tabel: str,
    dienst: str,
    eigen: tuple[Kolom, ...],
    dimensies: Mapping[str, object],
    cellen: Mapping[tuple[str, ...], Mapping[str, str | None]],
    vast: Sequence[str] = _VAST,
) -> Tabel:
    teksten = tuple(Kolom(v, v.rpartition("_")[0], v, "", "Regio", "String") for v in vast)
    *anders, regioveld = dimensies
    codes = {naam: dimensies[naam] for naam in anders} | {
        regioveld: regiocodes(dimensies[regioveld])  # type: ignore[arg-type]
    }
    info = {"Title": f"Verzonnen {tabel}", "Modified": "2031-05-06T02:00:00"}
    return Tabel(tabel, dienst, info, (*teksten, *eigen), codes, cellen)  # type: ignore[arg-type]

"""Made-up Kerncijfers of 2013-2025: that year's own columns and regions, invented figures."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping
from pathlib import Path

from etl.snapshot import Kolom
from tests.replay.tabel import Cellen, Tabel, regiocodes

TABELLEN = {
    2013: "82339NED", 2014: "82931NED", 2015: "83220NED", 2016: "83487NED", 2017: "83765NED",
    2018: "84286NED", 2019: "84583NED", 2020: "84799NED", 2021: "85039NED", 2022: "85318NED",
    2023: "85618NED", 2024: "85984NED", 2025: "86165NED",
}  # fmt: skip
# The years at which the columns move: the place of a number in a line of the file.
_TIJDVAKKEN = (2013, 2014, 2017, 2018, 2019, 2021, 2023, 2024)
_NA_INVOEGEN = 64  # the first edition of 2018, 2023 and 2024 lacked columns from about here on
_TEKST = {"naam", "omschrijving", "code"}
_NIET_TEKST = {"Dekkingspercentage", "MateVanStedelijkheid"}
_KOMMA = {"km", "per huishouden"}
# What stays empty for every region in the first year and a half (sources.md B.2).
LEEG_IN_VROEG = (
    "Geboorte", "Sterfte", "Woningvoorraad", "Gemiddelde", "Percentage", "Onbewoonde", "Koop",
    "Huurwoningen", "InBezit", "Eigendom", "Bouwjaar", "Gemiddeld", "Appartement", "Tussen",
    "Opleiding", "Basis", "Havo", "Hbo", "Netto", "Actieven", "AantalInkomens", "Personen", "k_40",
    "k_20", "Gem", "Huish", "Mediaan", "Jongeren", "Wmo", "Bedrijfs", "AfstandTotHuisartsen",
    "AfstandTotSchool", "Nieuwbouw", "Aardgas", "WoningenMet", "NietActieven",
)  # fmt: skip
WEL_IN_VROEG = (
    "PersonenPerSoortUitkering", "PersonenautoS", "HuishoudensTotaal", "HuishoudensZonder",
    "HuishoudensMetKinderen", "GemiddeldeHuishoudensgrootte",
)  # fmt: skip
# Of a thousand inhabitants, for columns that count.
_DEEL = {
    "AantalInwoners": 1000, "Mannen": 500, "Vrouwen": 500, "k_0Tot15Jaar": 160,
    "k_15Tot25Jaar": 120, "k_25Tot45Jaar": 240, "k_45Tot65Jaar": 280, "k_65JaarOfOuder": 200,
    "HuishoudensTotaal": 450, "Eenpersoonshuishoudens": 150, "HuishoudensZonderKinderen": 140,
    "HuishoudensMetKinderen": 160, "Woningvoorraad": 460, "PersonenautoSTotaal": 500,
    "GeboorteTotaal": 10, "SterfteTotaal": 9, "AantalInkomensontvangers": 800,
}  # fmt: skip
_ANDERS = 40
# Gemeenten of our areas and one elsewhere, each with wijken and their buurten.
_ALMELO_TOT_2020 = {"014110": ("00", "01"), "014111": ("00", "06"), "014120": ("00", "02", "09")}
_ALMELO_VANAF_2021 = {"014110": ("00", "01"), "014111": ("00", "05"), "014120": ("00", "01")}
_VOORGANGERS = {
    "058400": ("01", "02"), "058500": ("00",), "058501": ("00",), "058502": ("00",),
    "058503": ("00",), "058504": ("00",), "058505": ("00",), "058800": ("00",), "058801": ("00",),
    "058802": ("00",), "058803": ("00",), "061100": ("00",), "061101": ("00",), "061700": ("01",),
}  # fmt: skip
_HOEKSCHE_WAARD = {f"1963{nummer:02d}": ("00", "99") for nummer in range(14)}
_ELDERS = {"999900": ("00",)}
_NAMEN = {
    "0141": "Almelo", "1963": "Hoeksche Waard", "0584": "Oud-Beijerland", "0585": "Binnenmaas",
    "0588": "Korendijk", "0611": "Cromstrijen", "0617": "Strijen", "9999": "Verzonnenstad",
}  # fmt: skip


def regios(jaar: int) -> tuple[tuple[str, str, str | None], ...]:
    """Give (code, name, gemeente) of every region of a year, the country first."""
    wijken = (
        (_ALMELO_TOT_2020 if jaar <= 2020 else _ALMELO_VANAF_2021)
        | (_VOORGANGERS if jaar < 2019 else _HOEKSCHE_WAARD)
        | _ELDERS
    )
    gemeenten = sorted({wijk[:4] for wijk in wijken})
    rijen: list[tuple[str, str, str | None]] = [("NL00", "Nederland", None)]
    rijen += [(f"GM{g}", _NAMEN[g], f"GM{g}") for g in gemeenten]
    for wijk, buurten in wijken.items():
        gemeente = f"GM{wijk[:4]}"
        rijen.append((f"WK{wijk}", f"Verzonnen wijk {wijk}", gemeente))
        rijen += [(f"BU{wijk}{b}", f"Verzonnen buurt {wijk}{b}", gemeente) for b in buurten]
    return tuple(rijen)


def kolommen(jaar: int, *, eerste: bool = False) -> tuple[Kolom, ...]:
    """Give the columns of a year; `eerste`: those of an edition before columns were inserted."""
    tijdvak = max(n for n, begin in enumerate(_TIJDVAKKEN) if begin <= jaar)
    gevonden = []
    for stam, eenheid, pad, *nummers in _regels():
        if (nummer := nummers[tijdvak]) != "-":
            verschil = 3 if eerste and int(nummer) > _NA_INVOEGEN else 0
            gevonden.append(_kolom(stam, eenheid, pad, int(nummer) - verschil))
    return tuple(sorted(gevonden, key=lambda kolom: int(kolom.veld.rpartition("_")[2])))


def kwb(jaar: int, *, vroeg: bool = False, eerste: bool = False) -> Tabel:
    """Give the table of a year.

    Args:
        jaar: 2013-2025.
        vroeg: the edition of the first year and a half: most themes empty for every region.
        eerste: the edition before columns were inserted; the later one is a `Herontwerp`.
    """
    eigen = kolommen(jaar, eerste=eerste)
    lijst = regios(jaar)
    leeg = {k.veld for k in eigen if vroeg and _leeg_in_vroeg(k.stam)}
    cellen = {(code,): _rij(eigen, code, jaar, leeg) for code, _, _ in lijst}
    regioveld = "RegioS" if jaar == 2013 else "WijkenEnBuurten"
    info = {
        "Title": f"Verzonnen kerncijfers wijken en buurten {jaar}",
        "Modified": f"{jaar + (1 if vroeg or eerste else 2)}-06-15T02:00:00",
        "ReasonDelivery": "Actualisering" if vroeg or eerste else "Herontwerp",
        "Period": str(jaar),
    }
    return Tabel(TABELLEN[jaar], "cbs", info, eigen, {regioveld: regiocodes(lijst)}, cellen)


def waarde(stam: str, eenheid: str, code: str, jaar: int) -> str:
    """Give the made-up figure of a column: a larger area is exactly the sum of its buurten."""
    if eenheid != "aantal" or stam in ("GemiddeldeHuishoudensgrootte", "ScholenBinnen3Km"):
        return _gemiddelde(stam, eenheid, code)
    delen = [c for c, _, _ in regios(jaar) if c.startswith("BU") and _ligt_in(c, code)]
    return str(sum(_telling(stam, buurt, jaar) for buurt in delen))


def _ligt_in(buurt: str, code: str) -> bool:
    return code.startswith("NL") or buurt[2:].startswith(code[2:])


def _telling(stam: str, buurt: str, jaar: int) -> int:
    inwoners = 400 + 10 * (_getal(buurt) % 60) + 10 * (jaar - 2013)
    return inwoners * _DEEL.get(stam, _ANDERS) // 1000 // 5 * 5


def _gemiddelde(stam: str, eenheid: str, code: str) -> str:
    getal = 10 + _getal(stam + code) % 40
    if stam in _NIET_TEKST:
        return str(1 + getal % 5)
    return f"{getal / 10:.1f}" if eenheid in _KOMMA else str(getal)


def _getal(tekst: str) -> int:
    return zlib.crc32(tekst.encode())


def _regels() -> Iterable[list[str]]:
    pad = Path(__file__).with_name("kwb_kolommen.txt")
    for regel in pad.read_text(encoding="utf-8").splitlines():
        if not regel.startswith("#"):
            yield regel.split("|")


def _kolom(stam: str, eenheid: str, pad: str, nummer: int) -> Kolom:
    is_tekst = eenheid in _TEKST and stam not in _NIET_TEKST
    soort = "String" if is_tekst else "Double" if eenheid in _KOMMA else "Long"
    return Kolom(f"{stam}_{nummer}", stam, stam, eenheid, pad, soort, int(soort == "Double"))


def _leeg_in_vroeg(stam: str) -> bool:
    return stam.startswith(LEEG_IN_VROEG) and not stam.startswith(WEL_IN_VROEG)


def _rij(eigen: Iterable[Kolom], code: str, jaar: int, leeg: set[str]) -> Cellen:
    soort = {"NL": "Land", "GM": "Gemeente", "WK": "Wijk", "BU": "Buurt"}[code[:2]]
    vast = {
        "Gemeentenaam": _NAMEN.get(code[2:6], "Nederland"),
        "SoortRegio": soort,
        "Codering": code,
        "MeestVoorkomendePostcode": ".",
    }
    return {
        kolom.veld: None if kolom.veld in leeg else _cel(kolom, code, jaar, vast) for kolom in eigen
    }


def _cel(kolom: Kolom, code: str, jaar: int, vast: Mapping[str, str]) -> str:
    if kolom.stam.startswith("Indelingswijziging"):
        return wijziging(code, jaar)
    return vast.get(kolom.stam) or waarde(kolom.stam, kolom.eenheid, code, jaar)


def wijziging(code: str, jaar: int) -> str:
    """Give the change indicator: 1 same, 2 new code, 3 boundary moved, "." above wijken."""
    if code[:2] in ("NL", "GM"):
        return "."
    if jaar == 2021 and code.startswith(("WK0141", "BU0141")):
        return "3"
    return "2" if jaar == 2019 and code[2:6] == "1963" else "1"

"""Reads a list of own homes: every row either a count in a buurt, or refused with the reason."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import Any

from dashboard.register.bezit import DIMENSIES, Bezitregel
from dashboard.register.tabelblad import Tabelblad, Tabelrij
from dashboard.teksten import Teksten, load_teksten
from wijken.errors import InvoerError
from wijken.gelijknamig import platte
from wijken.regio import Regiocode

_MEEST = 99_999
_LANGST = 60
_DUIZEND = re.compile(r"\d{1,3}(\.\d{3})+")
_JAAR = re.compile(r"1[0-9]{3}|20[0-9]{2}")
_PC6 = re.compile(r"[1-9][0-9]{3}\s?[A-Za-z]{2}")
_PC4 = re.compile(r"[1-9][0-9]{3}")
_VOORBEELD = "voorbeeld"
_NODIG = "aantal"


@dataclass(frozen=True)
class Gebied:
    """Where homes may be: the buurten of one werkgebied by code, with their names.

    Attributes:
        plaats: how people know the werkgebied.
        zoek: gives the buurt of a postcode of six, None when nobody can tell now.
    """

    plaats: str
    buurten: Mapping[Regiocode, str]
    zoek: Callable[[str], Regiocode | None] | None = None


@dataclass(frozen=True)
class Weigering:
    """Why a cell cannot be taken: where it is, what stood there, what would be right.

    Attributes:
        rij: as the spreadsheet counts, 0 for the list as a whole.
    """

    rij: int
    kolom: str
    gevonden: str
    goed: str


@dataclass(frozen=True)
class Voorbeeldlijst:
    """What a list would bring; with one refusal nothing of it is kept."""

    regels: tuple[Bezitregel, ...]
    weigeringen: tuple[Weigering, ...]
    opmerkingen: tuple[str, ...] = ()

    @property
    def aantal(self) -> int:
        """The homes in rows that are right."""
        return sum(regel.aantal for regel in self.regels)


@cache
def woorden() -> Mapping[str, Any]:
    """Give the words of `bezit.toml`."""
    pad = resources.files("dashboard") / "register" / "bezit.toml"
    return tomllib.loads(pad.read_text(encoding="utf-8"))


@cache
def _teksten() -> Teksten:
    return load_teksten()


def _zin(sleutel: str, **velden: object) -> str:
    return _teksten().zin(f"bezit.lezen.{sleutel}", **velden)


def lees_bezit(blad: Tabelblad, gebied: Gebied) -> Voorbeeldlijst:
    """Read every row; the same list gives the same answer.

    Args:
        blad: headings and rows as text.
        gebied: the buurten that count.
    """
    kolommen, bezwaren, opmerkingen = _kolommen(blad)
    if bezwaren:
        return Voorbeeldlijst((), tuple(bezwaren), tuple(opmerkingen))
    lezer = _Lezer(blad, kolommen, gebied)
    regels = tuple(regel for rij in blad.rijen for regel in lezer.lees(rij))
    if not regels and not lezer.weigeringen:
        lezer.weigeringen.append(Weigering(0, "", "", _zin("geen_woningen")))
    overgeslagen = [_zin("overgeslagen", aantal=lezer.over)] if lezer.over else []
    alle = (*blad.opmerkingen, *opmerkingen, *overgeslagen)
    return Voorbeeldlijst(regels, tuple(lezer.weigeringen), alle)


def _kolommen(blad: Tabelblad) -> tuple[dict[str, int], list[Weigering], list[str]]:
    """Give the place of each field, why the list cannot be read, and what is not read."""
    bekend = {platte(kop): veld for veld, namen in woorden()["koppen"].items() for kop in namen}
    plaatsen: dict[str, int] = {}
    bezwaren, opmerkingen = [], []
    for n, kop in enumerate(blad.koppen):
        veld = bekend.get(platte(kop))
        if veld is None:
            if kop:
                opmerkingen.append(_zin("kolom_onbekend", kop=kop[:_LANGST]))
            elif any(rij.cellen[n] for rij in blad.rijen):
                opmerkingen.append(_zin("kolom_zonder_kop", nummer=n + 1))
        elif veld in plaatsen:
            bezwaren.append(Weigering(blad.kopregel, kop, kop, _zin("kolom_dubbel")))
        else:
            plaatsen[veld] = n
    gevonden = ", ".join(kop for kop in blad.koppen if kop)[:200]
    if _NODIG not in plaatsen:
        bezwaren.append(Weigering(blad.kopregel, "", gevonden, _zin("geen_aantal")))
    if not {"buurt", "postcode"} & plaatsen.keys():
        bezwaren.append(Weigering(blad.kopregel, "", gevonden, _zin("geen_plek")))
    return plaatsen, bezwaren, opmerkingen


@dataclass
class _Lezer:
    """Reads the rows of one list one after the other and remembers which it has had."""

    blad: Tabelblad
    kolommen: Mapping[str, int]
    gebied: Gebied
    weigeringen: list[Weigering] = field(default_factory=list)
    over: int = 0
    _gezien: dict[tuple[str, ...], int] = field(default_factory=dict)

    def lees(self, rij: Tabelrij) -> Iterator[Bezitregel]:
        """Give the counts of a row: one, or none with what is said about it."""
        cellen = {veld: rij.cellen[n] for veld, n in self.kolommen.items()}
        # The template holds every buurt: a row in which nothing was filled in is no mistake.
        is_leeg = not any(cellen.get(veld) for veld in ("aantal", *DIMENSIES))
        if is_leeg or any(platte(cel).startswith(_VOORBEELD) for cel in cellen.values()):
            self.over += 1
            return
        eerder = len(self.weigeringen)
        aantal = self._aantal(rij, cellen["aantal"])
        buurt = self._buurt(rij, cellen)
        delen = {naam: self._waarde(rij, naam, cellen.get(naam, "")) for naam in DIMENSIES}
        if len(self.weigeringen) > eerder or buurt is None or aantal is None:
            return
        if aantal == 0:
            self.over += 1
            return
        postcode = "".join(cellen.get("postcode", "").split()).upper()
        sleutel = (buurt.code, *delen.values(), postcode)
        if sleutel in self._gezien:
            zin = _zin("rij_dubbel", rij=self._gezien[sleutel])
            self._weiger(rij, "aantal", cellen["aantal"], zin)
            return
        self._gezien[sleutel] = rij.nummer
        yield Bezitregel(buurt, aantal, **delen)

    def _weiger(self, rij: Tabelrij, veld: str, gevonden: str, goed: str) -> None:
        plek = self.kolommen.get(veld)
        kop = self.blad.koppen[plek] if plek is not None else ""
        self.weigeringen.append(Weigering(rij.nummer, kop, gevonden[:_LANGST], goed))

    def _aantal(self, rij: Tabelrij, tekst: str) -> int | None:
        kaal = tekst.replace(".", "") if _DUIZEND.fullmatch(tekst) else tekst
        if kaal.isascii() and kaal.isdecimal() and int(kaal[:9]) <= _MEEST and len(kaal) < 9:  # noqa: PLR2004
            return int(kaal)
        self._weiger(rij, "aantal", tekst, _zin("aantal", meest=_MEEST))
        return None

    def _buurt(self, rij: Tabelrij, cellen: Mapping[str, str]) -> Regiocode | None:
        tekst, postcode = cellen.get("buurt", ""), cellen.get("postcode", "")
        if tekst:
            return self._op_code_of_naam(rij, tekst)
        if not postcode:
            self._weiger(rij, "buurt", "", _zin("zonder_plek", plaats=self.gebied.plaats))
            return None
        return self._op_postcode(rij, postcode)

    def _op_code_of_naam(self, rij: Tabelrij, tekst: str) -> Regiocode | None:
        kaal = tekst.replace(" ", "").upper()
        try:
            code = Regiocode.parse(f"BU{kaal}" if kaal.isdecimal() else kaal)
        except InvoerError:
            code = None
        if code in self.gebied.buurten:
            return code
        plat = platte(tekst)
        namen = [c for c, naam in self.gebied.buurten.items() if platte(naam) == plat]
        if len(namen) == 1:
            return namen[0]
        sleutel = "buurt_elders" if code else "buurt_onbekend"
        self._weiger(rij, "buurt", tekst, _zin(sleutel, plaats=self.gebied.plaats))
        return None

    def _op_postcode(self, rij: Tabelrij, postcode: str) -> Regiocode | None:
        """Find the buurt of a postcode; four digits are several buurten, so they are refused."""
        if _PC4.fullmatch(postcode):
            self._weiger(rij, "postcode", postcode, _zin("postcode_vier"))
            return None
        if not _PC6.fullmatch(postcode):
            self._weiger(rij, "postcode", postcode, _zin("postcode"))
            return None
        gevonden = self.gebied.zoek(postcode) if self.gebied.zoek else None
        if gevonden is None:
            self._weiger(rij, "postcode", postcode, _zin("postcode_niet_gevonden"))
        elif gevonden not in self.gebied.buurten:
            zin = _zin("buurt_elders", plaats=self.gebied.plaats)
            self._weiger(rij, "postcode", postcode, zin)
            return None
        return gevonden

    def _waarde(self, rij: Tabelrij, naam: str, tekst: str) -> str:
        if not tekst or platte(tekst) in ("onbekend", "geen", "nvt"):
            return ""
        plat = platte(tekst).replace("+", "")
        for waarde, namen in woorden()["waarden"][naam].items():
            if plat in map(platte, namen) or plat == platte(waarde):
                return str(waarde)
        if naam == "bouwperiode" and _JAAR.fullmatch(tekst):
            begonnen = [p for p, begin in woorden()["perioden"].items() if begin <= int(tekst)]
            return str(begonnen[-1])
        keuzes = ", ".join(namen[0] for namen in woorden()["waarden"][naam].values())
        self._weiger(rij, naam, tekst, _zin("waarde", keuzes=keuzes))
        return ""

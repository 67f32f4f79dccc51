"""What the maker of a sheet chooses, read from the address; bounded in size and cleaned."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

SECTOREN = (
    "zorg",
    "welzijn",
    "gemeente",
    "verzekeraar",
    "provincie",
    "onderwijs",
    "bewoners",
    "ervaringsdeskundigen",
)
NOTITIE, VRAAG, PARTNER, REGEL = 600, 160, 80, 80
VRAGEN, LIJST, CODES = 5, 40, 120
_SLEUTEL = re.compile(r"[a-z0-9_]{1,60}")
_CODE = re.compile(r"[A-Z]{2}[0-9A-Z]{2,8}")


@dataclass(frozen=True)
class Keuzes:
    """Everything the maker of a sheet chooses; equal choices are equal, so they can be a key.

    Attributes:
        themas: only these themes (besides the strengths); empty: all.
        cijfers: only these figures; empty: about fourteen.
        bijlage: every other figure on the sheet too.
        notitie: a note of the maker's own, at most 600 characters.
        datum: of the atelier, ISO or in words.
        partners: sector and who comes for it; sectors without anybody are left out here.
        vragen: own questions for the table, at most five.
        selectie: codes of an own selection.
        focus: slug of the werkgebied whose focus is the selection.
        focuscodes: codes of that focus, as `dashboard.focus.met_focus` finds them.
    """

    themas: tuple[str, ...] = ()
    cijfers: tuple[str, ...] = ()
    bijlage: bool = False
    notitie: str = ""
    datum: str = ""
    plaats: str = ""
    partners: tuple[tuple[str, str], ...] = ()
    vragen: tuple[str, ...] = ()
    selectie: tuple[str, ...] = ()
    focus: str = ""
    focuscodes: tuple[str, ...] = ()

    @classmethod
    def uit_vraag(cls, vraag: Mapping[str, str]) -> Keuzes:
        """Read choices from the query of an address; what is no choice is left out."""
        partners = ((s, _schoon(vraag.get(f"partner_{s}", ""), PARTNER)) for s in SECTOREN)
        vragen = (_schoon(vraag.get(f"vraag_{n}", ""), VRAAG) for n in range(1, VRAGEN + 1))
        return cls(
            themas=_lijst(vraag.get("themas", ""), LIJST),
            cijfers=_lijst(vraag.get("cijfers", ""), LIJST),
            bijlage=vraag.get("bijlage", "") == "ja",
            notitie=_schoon(vraag.get("notitie", ""), NOTITIE, regels=True),
            datum=_schoon(vraag.get("datum", ""), REGEL),
            plaats=_schoon(vraag.get("plaats", ""), REGEL),
            partners=tuple((sector, wie) for sector, wie in partners if wie),
            vragen=tuple(v for v in vragen if v),
            selectie=_codes(vraag.get("selectie", "")),
            focus=_focus(vraag),
        )

    def als_vraag(self) -> dict[str, str]:
        """Give the choices as a query, so that `uit_vraag` gives them back; empty ones left out."""
        alles = {
            "themas": ",".join(self.themas),
            "cijfers": ",".join(self.cijfers),
            "bijlage": "ja" if self.bijlage else "",
            "notitie": self.notitie,
            "datum": self.datum,
            "plaats": self.plaats,
            **{f"partner_{sector}": wie for sector, wie in self.partners},
            **{f"vraag_{n}": vraag for n, vraag in enumerate(self.vragen, start=1)},
            "selectie": ",".join(self.selectie),
            "focus": self.focus,
        }
        return {sleutel: waarde for sleutel, waarde in alles.items() if waarde}


def _schoon(tekst: str, lengte: int, *, regels: bool = False) -> str:
    """Take out what is no letter, sign or space, and what is too long."""
    letters = "".join(_letters(tekst, regels=regels))
    delen = (" ".join(regel.split()) for regel in letters.split("\n"))
    return "\n".join(deel for deel in delen if deel)[:lengte].strip()


def _letters(tekst: str, *, regels: bool) -> Iterator[str]:
    for letter in unicodedata.normalize("NFC", tekst).replace("\r\n", "\n").replace("\r", "\n"):
        if letter == "\n":
            yield letter if regels else " "
        # Controls, direction marks, unassigned and private letters; tabs become spaces.
        elif unicodedata.category(letter)[0] != "C":
            yield letter
        elif letter == "\t":
            yield " "


def _lijst(tekst: str, aantal: int) -> tuple[str, ...]:
    goed = (deel for deel in tekst.split(",") if _SLEUTEL.fullmatch(deel))
    return _enig(goed, aantal)


def _codes(tekst: str) -> tuple[str, ...]:
    delen = (deel.strip().upper() for deel in tekst.split(","))
    return _enig(sorted(deel for deel in delen if _CODE.fullmatch(deel)), CODES)


def _focus(vraag: Mapping[str, str]) -> str:
    """Give the werkgebied whose focus is meant: `focus=hw-wonen`, or `focus=ja&gebied=hw-wonen`."""
    focus = vraag.get("focus", "")
    slug = vraag.get("gebied", "") if focus == "ja" else focus
    return slug if re.fullmatch(r"[a-z0-9-]{1,60}", slug) else ""


def _enig(delen: Iterable[str], aantal: int) -> tuple[str, ...]:
    return tuple(dict.fromkeys(delen))[:aantal]

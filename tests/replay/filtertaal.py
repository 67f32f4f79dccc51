"""The filter language of OData v3 as CBS applies it: dimensions count, topic columns do not."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

Predikaat = Callable[[Mapping[str, str]], bool]

_TEKEN = re.compile(
    r"\s*(?:(?P<tekst>'(?:[^']|'')*')|(?P<getal>-?\d+(?:\.\d+)?)|(?P<naam>\w+)|(?P<teken>[(),]))"
)
_VERGELIJKING = {
    "eq": operator.eq,
    "ne": operator.ne,
    "ge": operator.ge,
    "gt": operator.gt,
    "le": operator.le,
    "lt": operator.lt,
}
_FUNCTIES = ("startswith", "substringof")


class FilterError(ValueError):
    """The filter is not understood; the server answers 400."""


@dataclass(frozen=True)
class Kolommen:
    """Which columns a filter may name.

    Attributes:
        werkt: filters on these are applied.
        genegeerd: filters on these are dropped without a word (topics).
        zonder_orde: `ge`, `gt`, `le` and `lt` on these are dropped as well (regions).
    """

    werkt: Collection[str]
    genegeerd: Collection[str] = ()
    zonder_orde: Collection[str] = ()


def lees_filter(tekst: str, kolommen: Kolommen) -> Predikaat:
    """Turn a filter into a test of a row.

    Raises:
        FilterError: when it is no filter.
    """
    lezer = _Lezer(_tekens(tekst), kolommen)
    gevonden = lezer.of()
    if lezer.rest:
        message = f"Syntax error at '{lezer.rest[0]}' in '{tekst}'."
        raise FilterError(message)
    return gevonden or (lambda _: True)


@dataclass(frozen=True)
class Deel:
    """A test that must hold, and the columns it looks at."""

    kolommen: frozenset[str]
    toets: Predikaat


def lees_delen(tekst: str, kolommen: Kolommen) -> list[Deel]:
    """Give the tests that must all hold: who stores rows per column need not try every row.

    Raises:
        FilterError: when it is no filter.
    """
    heel = lees_filter(tekst, kolommen)
    lezer = _Lezer(_tekens(tekst), kolommen)
    delen = lezer.delen()
    # An `or` between the parts: they are one.
    return [Deel(frozenset(kolommen.werkt), heel)] if lezer.rest else delen


def _tekens(tekst: str) -> list[str]:
    tekens, plek = [], 0
    tekst = tekst.rstrip()
    while plek < len(tekst):
        gevonden = _TEKEN.match(tekst, plek)
        if gevonden is None:
            message = f"Syntax error at position {plek} in '{tekst}'."
            raise FilterError(message)
        tekens.append(gevonden[gevonden.lastgroup or 0])
        plek = gevonden.end()
    return tekens


class _Lezer:
    """Recursive descent over the tokens; None stands for a term that is not applied."""

    def __init__(self, tekens: list[str], kolommen: Kolommen) -> None:
        self.rest = tekens
        self._kolommen = kolommen
        self._genoemd: set[str] = set()

    def delen(self) -> list[Deel]:
        """Read the tests with `and` between them; what follows stays in `rest`."""
        gevonden = []
        while True:
            self._genoemd.clear()
            toets = self._niet()
            if toets is not None:
                gevonden.append(Deel(frozenset(self._genoemd), toets))
            if not self._volgt("and"):
                return gevonden

    def of(self) -> Predikaat | None:
        delen = [self._en()]
        while self._volgt("or"):
            delen.append(self._en())
        echt = [deel for deel in delen if deel is not None]
        return (lambda rij: any(deel(rij) for deel in echt)) if echt else None

    def _en(self) -> Predikaat | None:
        delen = [self._niet()]
        while self._volgt("and"):
            delen.append(self._niet())
        echt = [deel for deel in delen if deel is not None]
        return (lambda rij: all(deel(rij) for deel in echt)) if echt else None

    def _niet(self) -> Predikaat | None:
        if self._volgt("not"):
            return _omgekeerd(self._niet())
        if self._volgt("("):
            binnen = self.of()
            self._eis(")")
            return binnen
        return self._functie() if self.rest[:1] and self.rest[0] in _FUNCTIES else self._vergelijk()

    def _functie(self) -> Predikaat | None:
        naam = self.rest.pop(0)
        self._eis("(")
        eerste = self._pop()
        self._eis(",")
        tweede = self._pop()
        self._eis(")")
        kolom, naald = (eerste, tweede) if naam == "startswith" else (tweede, eerste)
        zoek = _literaal(naald)
        if not self._werkt(kolom):
            return None
        if naam == "startswith":
            return lambda rij: str(rij[kolom]).startswith(zoek)
        return lambda rij: zoek in str(rij[kolom])

    def _vergelijk(self) -> Predikaat | None:
        kolom, soort, rechts = self._pop(), self._pop(), self._pop()
        if soort not in _VERGELIJKING:
            message = f"Operator '{soort}' is not supported."
            raise FilterError(message)
        waarde, toets = _literaal(rechts), _VERGELIJKING[soort]
        zonder_orde = soort not in ("eq", "ne") and kolom in self._kolommen.zonder_orde
        if not self._werkt(kolom) or zonder_orde:
            return None
        return lambda rij: bool(toets(str(rij[kolom]), waarde))

    def _werkt(self, kolom: str) -> bool:
        if kolom not in self._kolommen.werkt and kolom not in self._kolommen.genegeerd:
            message = f"Could not find a property named '{kolom}'."
            raise FilterError(message)
        if kolom in self._kolommen.werkt:
            self._genoemd.add(kolom)
        return kolom in self._kolommen.werkt

    def _volgt(self, teken: str) -> bool:
        if self.rest[:1] == [teken]:
            self.rest.pop(0)
            return True
        return False

    def _pop(self) -> str:
        if not self.rest:
            message = "Expression expected at the end."
            raise FilterError(message)
        return self.rest.pop(0)

    def _eis(self, teken: str) -> None:
        if not self._volgt(teken):
            message = f"'{teken}' expected."
            raise FilterError(message)


def _omgekeerd(binnen: Predikaat | None) -> Predikaat | None:
    return None if binnen is None else lambda rij: not binnen(rij)


def _literaal(teken: str) -> str:
    if teken.startswith("'"):
        return teken[1:-1].replace("''", "'")
    if re.fullmatch(r"-?\d+(\.\d+)?|null|true|false", teken):
        return teken
    message = f"A literal was expected, not '{teken}'."
    raise FilterError(message)

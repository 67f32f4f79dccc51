"""Which column of a user's list is which field; what is not read, and what may not be there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from dashboard.register.bevinding import Bevinding, fout, opmerking
from dashboard.register.tabelblad import Tabelblad, Tabelrij
from dashboard.register.woorden import Woorden, woorden
from wijken.gelijknamig import platte

# Without these a new row cannot be; a list that only changes rows has their ids instead.
NODIG = ("naam", "omschrijving", "soort", "themas")


@dataclass(frozen=True)
class Kolommen:
    """The columns of one list, by their place in it.

    Attributes:
        velden: place of the column: its field.
        alle: all headings, as the user wrote them.
        mail: places of columns with mail addresses; looked at, never kept.
        koppen: field: its heading as the user wrote it.
        bezwaren: why nothing of the list can be taken in like this.
        opmerkingen: what is not read, and why.
    """

    velden: Mapping[int, str]
    alle: tuple[str, ...]
    mail: tuple[int, ...]
    koppen: Mapping[str, str]
    bezwaren: tuple[Bevinding, ...]
    opmerkingen: tuple[Bevinding, ...]

    def lees(self, rij: Tabelrij) -> dict[str, str]:
        """Give the fields of a row as they are typed."""
        return {veld: rij.cellen[n] for n, veld in self.velden.items()}

    def kop(self, veld: str) -> str:
        """Give the heading of a field: the user's, else that of the template."""
        return self.koppen.get(veld) or woorden().koppen.get(veld, veld)


def lees_kolommen(blad: Tabelblad) -> Kolommen:
    """Find out what each column holds; order, capitals and accents do not matter."""
    lijst = woorden()
    plat = [platte(kop) for kop in blad.koppen]
    velden = {n: lijst.kolommen[kop] for n, kop in enumerate(plat) if kop in lijst.kolommen}
    gevuld = {n for n in range(len(plat)) if any(rij.cellen[n] for rij in blad.rijen)}
    personen = [n for n, kop in enumerate(plat) if kop in lijst.persoon_koppen and n in gevuld]
    bezwaren = [
        *(fout("", blad.koppen[n], "kolom_personen") for n in personen),
        *_dubbele(velden, blad.koppen),
        *_missende(velden.values()),
    ]
    return Kolommen(
        velden,
        blad.koppen,
        tuple(n for n, kop in enumerate(plat) if kop in lijst.mail_koppen),
        {veld: blad.koppen[n] for n, veld in velden.items()},
        tuple(bezwaren),
        tuple(_ongelezen(blad, {*velden, *personen}, lijst)),
    )


def _dubbele(velden: Mapping[int, str], koppen: tuple[str, ...]) -> Iterable[Bevinding]:
    for veld, aantal in Counter(velden.values()).items():
        if aantal > 1:
            namen = [koppen[n] for n, anders in velden.items() if anders == veld]
            yield fout(veld, " / ".join(namen), "kolom_dubbel", bedoeld=woorden().koppen[veld])


def _missende(velden: Iterable[str]) -> Iterable[Bevinding]:
    aanwezig = set(velden)
    if "id" in aanwezig:
        return
    koppen = woorden().koppen
    missend = [koppen[veld] for veld in NODIG if veld not in aanwezig]
    if missend:
        yield fout("", ", ".join(missend), "kolom_mist")


def _ongelezen(blad: Tabelblad, gelezen: set[int], lijst: Woorden) -> Iterable[Bevinding]:
    for n, kop in enumerate(blad.koppen):
        plat = platte(kop)
        if not kop and any(rij.cellen[n] for rij in blad.rijen):
            yield opmerking("", "", "kolom_zonder_kop", nummer=n + 1)
        if n in gelezen or not kop or plat in lijst.niet_lezen:
            continue
        lijkt = get_close_matches(plat, lijst.kolommen, n=1, cutoff=0.8)
        if plat in lijst.mail_koppen:
            yield opmerking("", kop, "kolom_mail")
        elif plat in lijst.persoon_koppen:
            yield opmerking("", kop, "kolom_personen_leeg")
        elif lijkt:
            yield opmerking("", kop, "kolom_lijkt", bedoeld=lijst.koppen[lijst.kolommen[lijkt[0]]])
        else:
            yield opmerking("", kop, "kolom_onbekend")

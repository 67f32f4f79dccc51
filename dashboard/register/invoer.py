"""Looks at a user's list before anything is kept: what would come in, what not, and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from dashboard.register.bevinding import Bevinding, Ernst, fout, vraag
from dashboard.register.dubbelen import Dubbelzoeker
from dashboard.register.initiatieven import Herkomst, Initiatief, Toestand
from dashboard.register.kopregel import Kolommen, lees_kolommen
from dashboard.register.regels import Toets, Wereld, is_id, naar_velden, schoon, toets
from dashboard.register.tabelblad import Tabelblad, Tabelrij
from dashboard.register.woorden import woorden
from wijken.gelijknamig import platte
from wijken.persoonsgegevens import vind_persoonlijk

_VOORBEELD = "voorbeeld"
# Found, or filled in, by the program: an empty cell says nothing about them.
_BOEKHOUDING = frozenset({"id", "versie"})


class Uitkomst(StrEnum):
    """What happens to a row of the list."""

    NIEUW = "nieuw"
    ANDERS = "anders"  # changes a row that is there
    GELIJK = "gelijk"  # is there already, just like this
    VRAAG = "vraag"  # comes in when somebody says yes
    DUBBEL = "dubbel"  # may be one that is there: new after all, merged, or left out
    GEWEIGERD = "geweigerd"
    VOORBEELD = "voorbeeld"  # an example of the template


@dataclass(frozen=True)
class Invoerrij:
    """One row of the list and what would happen to it.

    Attributes:
        nummer: as the spreadsheet counts.
        initiatief: the row as it would be kept; None when it was not read.
        oud: the row that it changes or equals.
        dubbel: rows of the register that may be the same.
        dubbel_rijen: numbers of rows above it that may be the same.
    """

    nummer: int
    uitkomst: Uitkomst
    naam: str
    bevindingen: tuple[Bevinding, ...] = ()
    initiatief: Initiatief | None = None
    oud: Initiatief | None = None
    dubbel: tuple[Initiatief, ...] = ()
    dubbel_rijen: tuple[int, ...] = ()

    @property
    def vragen(self) -> tuple[Bevinding, ...]:
        """What somebody has to say yes to."""
        return tuple(b for b in self.bevindingen if b.ernst is Ernst.VRAAG)

    @property
    def fouten(self) -> tuple[Bevinding, ...]:
        """Why it is refused: all reasons at once."""
        return tuple(b for b in self.bevindingen if b.ernst is Ernst.FOUT)


@dataclass(frozen=True)
class Voorbeeld:
    """The whole list, judged; nothing is kept yet.

    Attributes:
        bezwaren: why nothing of it can be taken in like this.
        opmerkingen: what is good to know of the file and its columns.
    """

    rijen: tuple[Invoerrij, ...]
    bezwaren: tuple[Bevinding, ...]
    opmerkingen: tuple[Bevinding, ...]

    def met(self, *uitkomsten: Uitkomst) -> tuple[Invoerrij, ...]:
        """Give the rows with one of these outcomes, in their order."""
        return tuple(rij for rij in self.rijen if rij.uitkomst in uitkomsten)

    @property
    def genomen(self) -> tuple[Invoerrij, ...]:
        """Rows that come in without a question."""
        return self.met(Uitkomst.NIEUW, Uitkomst.ANDERS)

    @property
    def geweigerd(self) -> tuple[Invoerrij, ...]:
        """Rows with a fault."""
        return self.met(Uitkomst.GEWEIGERD)

    @property
    def te_bevestigen(self) -> tuple[Invoerrij, ...]:
        """Rows that wait for a yes."""
        return self.met(Uitkomst.VRAAG)

    @property
    def dubbelen(self) -> tuple[Invoerrij, ...]:
        """Rows that may be in the register, or higher in the list, already."""
        return self.met(Uitkomst.DUBBEL)

    @property
    def ongewijzigd(self) -> tuple[Invoerrij, ...]:
        """Rows that are in the register just like this."""
        return self.met(Uitkomst.GELIJK)


def bekijk(blad: Tabelblad, register: Sequence[Initiatief], wereld: Wereld) -> Voorbeeld:
    """Judge a list against the rules and the register; the same list gives the same answer.

    Args:
        blad: the list as it was read.
        register: every row of the register (`Register.alle`).
        wereld: areas, today, and the werkgebied of rows that do not say theirs.
    """
    kolommen = lees_kolommen(blad)
    if kolommen.bezwaren:
        return Voorbeeld((), kolommen.bezwaren, kolommen.opmerkingen)
    kijker = _Kijker(kolommen, register, wereld)
    return Voorbeeld(tuple(kijker.bekijk(blad.rijen)), (), kolommen.opmerkingen)


class _Kijker:
    """Judges the rows of one list, one after the other."""

    def __init__(self, kolommen: Kolommen, register: Sequence[Initiatief], wereld: Wereld) -> None:
        self._kolommen = kolommen
        self._per_id = {i.id: i for i in register}
        self._wereld = wereld
        self._actief = [
            i
            for i in register
            if i.herkomst is not Herkomst.OSM and i.status is not Toestand.SAMENGEVOEGD
        ]
        self._ids: dict[str, int] = {}

    def bekijk(self, rijen: Sequence[Tabelrij]) -> Iterator[Invoerrij]:
        gelezen = [self._lees(rij) for rij in rijen]
        nieuw = {r.nummer: r.initiatief for r in gelezen if r.initiatief and r.oud is None}
        zoeker = Dubbelzoeker(self._actief, nieuw)
        for rij in gelezen:
            is_kandidaat = rij.nummer in nieuw and rij.uitkomst is not Uitkomst.GEWEIGERD
            yield self._met_dubbelen(rij, zoeker) if is_kandidaat else rij

    def _lees(self, rij: Tabelrij) -> Invoerrij:
        velden = {veld: schoon(cel) for veld, cel in self._kolommen.lees(rij).items()}
        naam = velden.get("naam", "")
        if platte(naam).split()[:1] == [_VOORBEELD]:
            return Invoerrij(rij.nummer, Uitkomst.VOORBEELD, naam)
        oud = self._per_id.get(velden.get("id", ""))
        oordeel = toets(velden, self._wereld, oud)
        bevindingen = [*self._over_rij(rij, velden, oud), *oordeel.bevindingen]
        return Invoerrij(
            rij.nummer,
            _uitkomst(bevindingen, oordeel, oud),
            naam or (oud.naam if oud else ""),
            tuple(self._met_kop(b) for b in bevindingen),
            _met_id(oordeel.initiatief, velden),
            oud,
        )

    def _over_rij(
        self, rij: Tabelrij, velden: Mapping[str, str], oud: Initiatief | None
    ) -> Iterator[Bevinding]:
        """Give what there is to say about the row as a whole."""
        te_veel = " ".join(filter(None, rij.cellen[len(self._kolommen.alle) :]))
        if te_veel:
            yield fout("", te_veel, "cellen_te_veel")
        for n in self._kolommen.mail:
            for soort, deel in vind_persoonlijk(rij.cellen[n], woorden().personen):
                bevinding = fout("", deel, str(soort))
                yield replace(bevinding, kolom=self._kolommen.alle[n])
        yield from self._over_id(rij.nummer, velden, oud)

    def _over_id(
        self, nummer: int, velden: Mapping[str, str], oud: Initiatief | None
    ) -> Iterator[Bevinding]:
        id_, versie = velden.get("id", ""), velden.get("versie", "")
        if not id_:
            return
        if not is_id(id_):
            yield fout("id", id_, "kenmerk")
        elif id_ in self._ids:
            yield fout("id", id_, "kenmerk_dubbel", rij=self._ids[id_])
        self._ids.setdefault(id_, nummer)
        if oud is not None and versie.isdecimal() and int(versie) < oud.versie:
            yield vraag("id", id_, "intussen", door=oud.door, moment=oud.gewijzigd[:10])

    def _met_kop(self, bevinding: Bevinding) -> Bevinding:
        if bevinding.kolom or not bevinding.veld:
            return bevinding
        return replace(bevinding, kolom=self._kolommen.kop(bevinding.veld))

    def _met_dubbelen(self, rij: Invoerrij, zoeker: Dubbelzoeker) -> Invoerrij:
        in_register, in_lijst = zoeker.zoek(rij.nummer)
        gelijk = next((i for i in in_register if _zegt_niets_anders(rij.initiatief, i)), None)
        if gelijk is not None:
            return replace(rij, uitkomst=Uitkomst.GELIJK, oud=gelijk, bevindingen=())
        if not in_register and not in_lijst:
            return rij
        return replace(
            rij, uitkomst=Uitkomst.DUBBEL, dubbel=tuple(in_register), dubbel_rijen=tuple(in_lijst)
        )


def _uitkomst(bevindingen: Sequence[Bevinding], oordeel: Toets, oud: Initiatief | None) -> Uitkomst:
    ernst = {b.ernst for b in bevindingen}
    if Ernst.FOUT in ernst:
        return Uitkomst.GEWEIGERD
    if oud is not None and oordeel.initiatief == oud:
        return Uitkomst.GELIJK
    if Ernst.VRAAG in ernst:
        return Uitkomst.VRAAG
    return Uitkomst.NIEUW if oud is None else Uitkomst.ANDERS


def _met_id(initiatief: Initiatief, velden: Mapping[str, str]) -> Initiatief:
    """Keep the id of an export, so that the same row comes back under it."""
    if initiatief.id:
        return initiatief
    return replace(initiatief, id=velden.get("id", ""), herkomst=Herkomst.INVOER)


def _zegt_niets_anders(nieuw: Initiatief | None, bestaand: Initiatief) -> bool:
    """True when each field of the new row is empty or the same, or the wijk around the buurt."""
    if nieuw is None:
        return False
    een, ander = naar_velden(nieuw), naar_velden(bestaand)
    if bestaand.buurt and nieuw.buurt is None and nieuw.regio == bestaand.regio:
        # The address was looked up since: the register knows better, the list says no other.
        een["gebied_code"] = ""
    return all(
        waarde in ("", ander[veld]) for veld, waarde in een.items() if veld not in _BOEKHOUDING
    )

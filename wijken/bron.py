"""Sources, their tables and editions, and the areas we work for."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from wijken.errors import InvoerError
from wijken.regio import Regiocode, Soort


@dataclass(frozen=True)
class Editie:
    """One table of a source as we ask for it.

    Attributes:
        tabel: table id at the source.
        indeling: year of the gemeente/wijk/buurt division the table uses.
        perioden: years the table has figures for.
        regioveld: name of its region dimension, "" when it is that of its source.
    """

    tabel: str
    indeling: int
    perioden: tuple[int, ...]
    naam: str = ""
    regioveld: str = ""


@dataclass(frozen=True)
class Breuk:
    """From `jaar` on a source measures something else: no line joins the years on both sides.

    Attributes:
        stammen: column stems it is about; empty: every figure of the source.
        reden: what changed, in plain Dutch, as it stands behind "want".
    """

    jaar: int
    reden: str
    stammen: tuple[str, ...] = ()

    def tussen(self, een: int, ander: int) -> bool:
        """Tell whether it lies between two years."""
        eerste, laatste = sorted((een, ander))
        return eerste < self.jaar <= laatste


@dataclass(frozen=True)
class Voorzieningsoort:
    """A kind of facility, from a closed list.

    Attributes:
        naam, meervoud: what it is called, in plain Dutch.
        kenmerken: sets of tags of OpenStreetMap; a place that has all of one set is of this kind.
    """

    id: str
    naam: str
    meervoud: str
    kenmerken: tuple[tuple[tuple[str, str], ...], ...]

    def past(self, labels: Mapping[str, object]) -> bool:
        """Tell whether a place with these tags is of this kind."""
        return any(
            all(labels.get(naam) == waarde for naam, waarde in set_) for set_ in self.kenmerken
        )


@dataclass(frozen=True)
class Bron:
    """A source of figures.

    Attributes:
        protocol: name of the adapter in `etl/bronnen`.
        dienst: which host setting it uses (`cbs`, `derden`, `pdok`, ...).
        land: the region code of the national row there, "" when it has none.
        regioveld: name of the region dimension at the source.
        dimensies: other dimension codes to ask for.
        breuken: years from which it measures something else.
        soorten: kinds of facilities it has, in the order in which a place is judged.
    """

    id: str
    naam: str
    houder: str
    protocol: str
    licentie: str
    bronregel: str
    adres: str
    edities: tuple[Editie, ...]
    dienst: str = ""
    land: str = ""
    regioveld: str = ""
    ritme: str = ""
    dimensies: tuple[tuple[str, tuple[str, ...]], ...] = ()
    breuken: tuple[Breuk, ...] = ()
    soorten: tuple[Voorzieningsoort, ...] = ()

    def regioveld_van(self, editie: Editie) -> str:
        """Give the name of the region dimension in an edition: 2013 called it `RegioS`."""
        return editie.regioveld or self.regioveld

    def editie(self, tabel_of_jaar: str) -> Editie:
        """Find an edition by table id or year.

        Raises:
            InvoerError: when the source has no such edition; the message lists those it has.
        """
        for editie in self.edities:
            if tabel_of_jaar in (editie.tabel, editie.naam):
                return editie
        namen = ", ".join(f"{e.naam} ({e.tabel})" for e in self.edities)
        message = f"Bron «{self.id}» heeft geen editie «{tabel_of_jaar}». Wel: {namen}."
        raise InvoerError(message)


@dataclass(frozen=True)
class Grensgeldigheid:
    """Drawn boundaries of year `kaart` are right for the divisions `van` up to `tot`."""

    kaart: int
    van: int
    tot: int
    bewijs: str


@dataclass(frozen=True)
class Onveranderd:
    """Evidence that areas of a level did not change between two divisions; `codes`: those only."""

    niveau: Soort
    van: int
    tot: int
    bewijs: str
    codes: frozenset[Regiocode] = frozenset()

    def geldt(self, code: Regiocode, jaar: int) -> bool:
        """Tell whether it proves an area unchanged between a year and the next."""
        binnen = self.van <= jaar < self.tot and self.niveau is code.soort
        return binnen and (not self.codes or code in self.codes)


@dataclass(frozen=True)
class Herleiding:
    """An area of today that was made of others: figures of before are rebuilt from those.

    Attributes:
        uit: what it consisted of; one code when it only got another code.
        van, tot: first and last division in which it consisted of those.
        bijna: what differs, when the old areas are not exactly the new one; "" when they are.
    """

    code: Regiocode
    uit: tuple[Regiocode, ...]
    van: int
    tot: int
    bewijs: str
    bijna: str = ""


@dataclass(frozen=True)
class Werkgebied:
    """An area that a corporation works in.

    Attributes:
        codes: gemeenten it consists of today.
        voorgangers: gemeenten it consisted of before.
        leidend_thema: the theme that leads on its pages.
        eerste: indicators its map and sheet open with, most important first.
        kleur: its colour, for name, line and dots.
        focus: wijken or buurten the corporation starts with.
        lidwoord: article before the place in a sentence: "de" for de Hoeksche Waard.
    """

    slug: str
    naam: str
    plaats: str
    codes: tuple[Regiocode, ...]
    leidend_thema: str
    eerste: tuple[str, ...]
    kleur: str
    vraag: str
    voorgangers: tuple[Regiocode, ...] = ()
    focus: tuple[Regiocode, ...] = ()
    grenzen: tuple[Grensgeldigheid, ...] = ()
    onveranderd: tuple[Onveranderd, ...] = ()
    herleid: tuple[Herleiding, ...] = ()
    lidwoord: str = ""

    @property
    def plaats_in_zin(self) -> str:
        """The place as it stands in a sentence: `Almelo`, `de Hoeksche Waard`."""
        return f"{self.lidwoord} {self.plaats}".strip()

    def kaartjaar(self, indeling: int) -> int | None:
        """Give the year of the drawn boundaries that fit a division, None when none do."""
        return next((g.kaart for g in self.grenzen if g.van <= indeling <= g.tot), None)

    def bevat(self, code: Regiocode) -> bool:
        """Tell whether an area lies in this werkgebied (predecessors included)."""
        return code.gemeente in self.codes + self.voorgangers

    def ligt_in(self, gemeenten: Collection[str]) -> bool:
        """Tell whether gemeenten hold the area: before a merger its predecessors, or as it is."""
        nu = {code.code for code in self.codes}
        eerder = {code.code for code in self.voorgangers}
        return nu <= set(gemeenten) or bool(eerder and eerder <= set(gemeenten))

"""What every adapter offers and what it is given: between the fetch step and the sources."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

import pyarrow as pa

from etl.instellingen import Geduld
from etl.manifest import Manifest
from wijken.bron import Bron, Editie, Werkgebied
from wijken.errors import BronError


class TijdelijkError(BronError):
    """A fault that may be over at the next try; `wacht`: the seconds the source asks for."""

    wacht: float = 0.0


class NietGevondenError(BronError):
    """The service answers, and what was asked for is not there (404 or 410)."""


class NietAangebodenError(BronError):
    """No service has this table: nothing is wrong, and there is nothing to fetch."""


class AfgebrokenError(BronError):
    """The user stopped the run."""


@dataclass(frozen=True)
class Opdracht:
    """What to fetch: one table of a source, for these werkgebieden.

    Attributes:
        landelijk: every region of the country, in place of our areas, every gemeente and the
            country. A source that always gives all it has may leave it aside.
    """

    bron: Bron
    editie: Editie
    werkgebieden: tuple[Werkgebied, ...]
    landelijk: bool = False

    @property
    def gemeenten(self) -> tuple[str, ...]:
        """The gemeenten whose wijken and buurten are wanted, predecessors included: `GM0141`."""
        codes = {code.code for w in self.werkgebieden for code in w.codes + w.voorgangers}
        return tuple(sorted(codes))


@dataclass(frozen=True)
class Lijn:
    """How to reach a service.

    Attributes:
        adres: with scheme, without slash at the end; a path is allowed.
        geduld: timeouts and tries.
        stop: set when the user stops; long waits and downloads end then.
        diensten: address of every service, for a table that more than one service has.
        contact: who asks, told to the service; "" for nobody in particular.
    """

    adres: str
    geduld: Geduld = field(default_factory=Geduld)
    stop: threading.Event = field(default_factory=threading.Event)
    diensten: Mapping[str, str] = field(default_factory=dict)
    contact: str = ""


@dataclass(frozen=True)
class Oogst:
    """What came out, ready to be written as a snapshot, with remarks in Dutch.

    Attributes:
        waarden: regio, dimensies, veld, tekst; text or dictionary-encoded text.
        regios: regio, naam, gemeente.
    """

    manifest: Manifest
    waarden: pa.Table
    regios: pa.Table
    opmerkingen: tuple[str, ...] = ()


class Adapter(Protocol):
    """One way to talk to sources; a module with these two functions is one.

    Both are called from several threads at once, for different tables.
    """

    def lees_gewijzigd(self, lijn: Lijn, opdracht: Opdracht, /) -> str:
        """Give a text that changes whenever the source has a new edition, in one small request.

        It is kept in the manifest (`gewijzigd`); equal texts mean that there is nothing to fetch.
        A source that does not tell may give the month, say, to be asked anew every month.

        Raises:
            BronError: when the source does not answer, or not as it should.
        """

    def haal(self, lijn: Lijn, opdracht: Opdracht, gewijzigd: str, /) -> Oogst:
        """Fetch the table.

        Args:
            lijn: the service.
            opdracht: table and areas.
            gewijzigd: what `lees_gewijzigd` gave.

        Raises:
            BronError: when the source fails, an area is absent or the table changed on the way.
        """

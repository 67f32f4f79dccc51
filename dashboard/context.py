"""What a page may know: catalogue, figures, sentences, initiatives."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from dashboard.reader import Bestandswijzer, Reader
from dashboard.register.initiatieven import Initiatief
from dashboard.register.register import Register
from dashboard.teksten import Teksten, load_teksten
from dashboard.toegang import Toegang
from dashboard.toegang.regels import Toegangregels
from wijken.catalogus import Catalogus, load_catalogus


def _eigen_machine() -> Toegang:
    return Toegang(Toegangregels(), Path("data"))


@dataclass(frozen=True)
class Context:
    """Everything pages draw from; the figures come through `reader.momentopname()`.

    Attributes:
        register: what users bring; opened at first use.
        adres: where others can reach this dashboard, for the QR code on paper; "" for nowhere.
        toegang: judges who may change something.
        achtergrond: whether a map may ask PDOK for its background when somebody switches that on.
    """

    catalogus: Catalogus
    reader: Reader
    teksten: Teksten
    register: Register
    data_map: Path = Path("data")
    adres: str = ""
    toegang: Toegang = field(default_factory=_eigen_machine)
    achtergrond: bool = True

    @property
    def initiatieven(self) -> tuple[Initiatief, ...]:
        """What the register shows now; read again only after it changed."""
        return self.register.initiatieven()


def make_context(
    database: Path | None = None,
    data_map: Path | None = None,
    adres: str = "",
    toegang: Toegangregels | None = None,
    *,
    achtergrond: bool = True,
) -> Context:
    """Read catalogue and sentences and point the reader at a database.

    Args:
        database: a fixed database file; otherwise the newest that the data folder names.
        data_map: where databases and what we make once (fonts) are kept.
        adres: where others can reach the dashboard, without closing slash.
        toegang: who may edit; by default only who works on this machine.
        achtergrond: whether the background map of PDOK is offered.

    Raises:
        WijkenError: when the catalogue or the sentences have faults, or there is no database.
    """
    map_ = data_map or Path("data")
    catalogus = load_catalogus()
    reader = Reader(Bestandswijzer(map_, database), catalogus)
    wie = Toegang(toegang or Toegangregels(publiek=adres), map_)
    register = Register(map_)
    return Context(catalogus, reader, load_teksten(), register, map_, adres, wie, achtergrond)

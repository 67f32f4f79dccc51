"""A local CBS with made-up tables, and settings that point to it and give up soon."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from etl.instellingen import Geduld, Instellingen, lees_instellingen
from etl.ophalen import Keuze, Verslag, haal_op
from tests.replay import verzonnen
from tests.replay.server import Replay

ONGEDULD = Geduld(pogingen=3, eerste_wacht=0.01, langste_wacht=0.02, lezen=0.5, antwoorden=20)


@pytest.fixture
def replay() -> Iterator[Replay]:
    with Replay([verzonnen.eerste_editie(), verzonnen.gezondheid()]) as server:
        yield server


@pytest.fixture
def instellingen(replay: Replay) -> Instellingen:
    return replace(lees_instellingen(replay.omgeving), geduld=ONGEDULD)


@pytest.fixture
def haal_verzonnen(tmp_path: Path, instellingen: Instellingen) -> Callable[..., Verslag]:
    """Fetch the made-up source into tmp_path, as the command line would."""

    def haal(bron: str | None = "verzonnen", editie: str | None = None) -> Verslag:
        keuze = Keuze(bron, editie)
        return haal_op(verzonnen.catalogus(), tmp_path, keuze, instellingen, None)

    return haal

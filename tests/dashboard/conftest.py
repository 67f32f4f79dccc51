"""What tests of the dashboard share: the real figures as its pages read them, and a visitor."""

import pytest

from dashboard.app import create_app
from dashboard.components.kaart.beeld import lees_beeld
from dashboard.context import make_context


@pytest.fixture(scope="session")
def wereld(database):
    """What pages draw from, on the real figures; read it, never write."""
    return make_context(database=database, data_map=database.parent)


@pytest.fixture(scope="session")
def nu(wereld):
    """The figures of this moment."""
    with wereld.reader.momentopname() as momentopname:
        yield momentopname


@pytest.fixture(scope="session")
def server(wereld):
    """The real app; what it once made, it has at hand for the next test."""
    return create_app(wereld).server


@pytest.fixture
def klant(server):
    """A visitor of the real app."""
    return server.test_client()


@pytest.fixture
def beeld(wereld):
    """Read what the map shows at an address."""

    def lees(**vraag):
        with wereld.reader.momentopname() as nu:
            return lees_beeld(wereld, nu, vraag)

    return lees

"""What every test may lean on: one real database, one running app, no network."""

import ipaddress
import os
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import settings

from tests import chromium

if TYPE_CHECKING:
    from dashboard.context import Context
    from wijken.catalogus import Catalogus

ROOT = Path(__file__).resolve().parents[1]

# The same examples at every run, and no deadline: a busy machine is not a fault.
settings.register_profile("wijken", deadline=None, derandomize=True)
settings.load_profile("wijken")


class NetworkForbiddenError(RuntimeError):
    """A test called something outside; no OSError, or a retry would swallow it."""


def _is_local(family: int, address: Any) -> bool:
    if family not in {socket.AF_INET, socket.AF_INET6}:
        return True
    host = str(address[0])
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _guarded(original: Any) -> Any:
    def connect(self: socket.socket, address: Any) -> Any:
        if not _is_local(self.family, address):
            self.close()  # whoever opened it only expects an OSError, and would leave it open
            message = f"tests reach no network but loopback, this one asked for {address}"
            raise NetworkForbiddenError(message)
        return original(self, address)

    return connect


@pytest.fixture(scope="session", autouse=True)
def own_world() -> Iterator[None]:
    """No network but loopback, and none of the user's own settings."""
    with pytest.MonkeyPatch.context() as patch:
        for method in ("connect", "connect_ex"):
            patch.setattr(socket.socket, method, _guarded(getattr(socket.socket, method)))
        for name in list(os.environ):
            if name.startswith("WIJKEN_") and name != chromium.SETTING:
                patch.delenv(name)
        yield


@pytest.fixture(scope="session")
def catalogus() -> "Catalogus":
    """The project's own catalogue."""
    from wijken.catalogus import load_catalogus

    return load_catalogus()


@pytest.fixture(scope="session")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database the real pipeline built from the embedded snapshots; read it, never write."""
    from etl.pipeline import build

    return build(tmp_path_factory.mktemp("data"), [ROOT / "etl" / "snapshots"])


@pytest.fixture(scope="session")
def base_url(database: Path) -> Iterator[str]:
    """The address of the real app, served the way users get it."""
    from dashboard.context import make_context

    # Its own data folder: what the app makes once may not land in the checkout.
    with served(make_context(database=database, data_map=database.parent)) as address:
        yield address


@contextmanager
def served(context: "Context") -> Iterator[str]:
    """Serve an app as users get it, as long as the block lasts, and give its address."""
    from dashboard.__main__ import Instellingen, maak_server
    from dashboard.app import create_app

    server = maak_server(create_app(context).server, Instellingen(poort=0))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.effective_port}"
    # Waking the loop first: it may not be waiting on a socket that has just been closed.
    server.trigger.pull_trigger(server.close)
    thread.join(timeout=10)
    server.task_dispatcher.shutdown()


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Playwright's arguments, with the machine's own browser where it has one."""
    own = chromium.find_installed()
    executable = {} if own is None else {"executable_path": own}
    return {**browser_type_launch_args, **executable, "args": list(chromium.FLAGS)}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    """A visitor from the Netherlands."""
    return {**browser_context_args, "locale": "nl-NL", "timezone_id": "Europe/Amsterdam"}

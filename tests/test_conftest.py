"""The safety nets of the tests hold: nothing goes outside, not from here and not from a page."""

import socket

import pytest
from playwright.sync_api import Error

from tests.conftest import NetworkForbiddenError

OUTSIDE = "192.0.2.1"  # reserved for documentation, RFC 5737


def test_a_test_reaches_nothing_outside():
    with pytest.raises(NetworkForbiddenError):
        socket.create_connection((OUTSIDE, 80), timeout=1)


def test_a_test_reaches_loopback():
    with socket.create_server(("127.0.0.1", 0)) as server:
        socket.create_connection(server.getsockname(), timeout=5).close()


@pytest.mark.parametrize("host", ["elders.example", OUTSIDE])
def test_a_page_reaches_nothing_outside(browser, host):
    # A context of our own: the usual one starts the app, which this has no need of.
    with browser.new_context() as context, pytest.raises(Error, match="ERR_NAME_NOT_RESOLVED"):
        context.new_page().goto(f"http://{host}/")

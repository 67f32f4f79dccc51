"""What browser tests ask of a page: until it is so, since what follows a click comes later."""

import time
from collections.abc import Callable
from typing import TypeVar
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Page, Route, ViewportSize

from tests.browser.axe import axe_faults

T = TypeVar("T")
# As long as `expect` waits (conftest.py), in seconds.
PATIENCE = 30
ANSWERS = "**/_dash-update-component*"  # of the server to the page; Dash adds a query of its own
PHONE: ViewportSize = {"width": 390, "height": 844}
DESK: ViewportSize = {"width": 1400, "height": 900}


def eventually(page: Page, read: Callable[[], T], right: Callable[[T], object]) -> T:
    """Give what is read once it is right; for what `expect` cannot say."""
    end = time.monotonic() + PATIENCE
    while not right(found := read()) and time.monotonic() < end:
        page.wait_for_timeout(50)
    assert right(found), f"still {found!r}"
    return found


def vraag(page: Page) -> dict[str, str]:
    """What the address asks, as it is now."""
    return {k: v[-1] for k, v in parse_qs(urlsplit(page.url).query).items()}


def address_says(page: Page, **wanted: str | None) -> None:
    """Wait until the address has these fields; None for one that is not in it."""

    def read() -> dict[str, str | None]:
        now = vraag(page)
        return {name: now.get(name) for name in wanted}

    eventually(page, read, wanted.__eq__)


def page_fits(page: Page, width: int) -> None:
    """Wait until nothing sticks out of a page sideways: a page goes along with its window."""
    read = "() => document.documentElement.scrollWidth"
    eventually(page, lambda: page.evaluate(read), lambda found: found <= width)


def fine_for_all(page: Page) -> None:
    """Wait until a page fits on a phone and on a desk; axe has nothing to say about either."""
    for size in (PHONE, DESK):
        page.set_viewport_size(size)
        page_fits(page, size["width"])
        assert axe_faults(page) == []


class Gate:
    """Holds back what a page asks for at addresses of a pattern, until it is opened."""

    def __init__(self, page: Page, pattern: str) -> None:
        self._held: list[Route] = []
        self._is_open = False
        page.route(pattern, self._take)

    def _take(self, route: Route) -> None:
        if self._is_open:
            route.continue_()
        else:
            self._held.append(route)

    def open(self) -> None:
        """Let through what was held back, and all that follows."""
        self._is_open = True
        for route in self._held:
            route.continue_()
        self._held.clear()

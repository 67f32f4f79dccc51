"""The map in its frame, as browser tests look at it."""

import re

from playwright.sync_api import FrameLocator, Locator, Page, expect


def kaart(page: Page, nummer: int = 1) -> FrameLocator:
    """The map of a page; the second one where two stand side by side."""
    return page.frame_locator("#kaart-blad" if nummer == 1 else f"#kaart-blad-{nummer}")


def wacht(page: Page, getoond: str = "", nummer: int = 1) -> FrameLocator:
    """Wait until a map shows an indicator and year (or any), with the signs that belong to it."""
    body = kaart(page, nummer).locator("body")
    expect(body).to_have_attribute("data-getoond", getoond or re.compile("."))
    expect(body).to_have_attribute("data-plekken", "klaar")
    return kaart(page, nummer)


def vlak(page: Page, code: str) -> Locator:
    """The shape of an area."""
    return kaart(page).locator(f"path[data-code={code}]")


def nieuwe_bladen(page: Page) -> list[str]:
    """The maps a page asks for from now on."""
    gevraagd: list[str] = []
    page.on("request", lambda r: gevraagd.append(r.url) if "blad.html" in r.url else None)
    return gevraagd

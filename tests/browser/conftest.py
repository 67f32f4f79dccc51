"""What all browser tests share: how long they wait for what has to come, and a quiet page."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, Request, expect

# Tests do not time anything: what comes late on a busy machine has come. Only what never comes
# is a failure, so this may be long; it costs nothing where all is well.
expect.set_options(timeout=30_000)


@pytest.fixture
def stil(page: Page, browser_context_args: dict[str, Any]) -> Iterator[Page]:
    """A page that says nothing in its console and asks nothing outside."""
    gezegd: list[str] = []
    hier = urlsplit(browser_context_args["base_url"]).netloc

    def kijk(verzoek: Request) -> None:
        adres = urlsplit(verzoek.url)
        if adres.scheme != "data" and adres.netloc != hier:
            gezegd.append(f"vraagt buiten: {verzoek.url}")

    page.on("console", lambda m: gezegd.append(m.text) if m.type in ("error", "warning") else None)
    page.on("pageerror", lambda fout: gezegd.append(str(fout)))
    page.on("request", kijk)
    yield page
    assert gezegd == []

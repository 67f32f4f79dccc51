"""What axe finds on a page, asked in one way by every browser test."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect


def axe_faults(page: Page) -> list[str]:
    """Give every fault axe finds on a page and in the documents framed in it, as `rule: element`.

    A page at rest is judged: while Dash waits for an answer the content is dimmed.
    """
    content = page.locator("main#frame-inhoud")
    if content.count():
        expect(content).not_to_have_attribute("data-dash-is-loading", "true")
        # Another answer may be asked for while axe is looking.
        content.evaluate("main => main.style.setProperty('opacity', '1', 'important')")
        expect(content).to_have_css("opacity", "1")
    for frame in page.frames[1:]:
        # With this at work in it a frame answers: what is alike in page and frame is found too.
        frame.evaluate(Axe().axe_script)
    found = [fault for frame in page.frames for fault in Axe().run(frame).response["violations"]]
    return [f"{fault['id']}: {fault['nodes'][0]['html']}" for fault in found]

"""The report in a browser: accessible in light and dark, narrow and wide, and on paper."""

from __future__ import annotations

from pathlib import Path
from random import Random

from playwright.sync_api import Browser

from builder.insight.catalogue import Catalogue
from builder.insight.page import as_html
from builder.insight.sections import report
from tests.browser import axe
from tests.insight.learners import Crowd
from tests.insight.test_figures import figures


def test_the_page_is_accessible_fits_any_screen_and_asks_for_nothing(
    browser: Browser, things: Catalogue, tmp_path: Path
) -> None:
    shown = report(figures(things, Crowd(things, Random(3)).statements(60)), "from s.jsonl")
    path = tmp_path / "report.html"
    path.write_text(as_html(shown, lambda span: f"{span.file}#L{span.line}"), "utf-8")
    page = browser.new_page(viewport={"width": 320, "height": 700}, bypass_csp=True)
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.goto(path.as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    page.set_viewport_size({"width": 1280, "height": 900})
    assert axe.faults(page) == []
    page.emulate_media(media="print")
    assert page.evaluate("[...document.querySelectorAll('.map')].every((map) => map.clientWidth <= innerWidth)")
    assert requests == [path.as_uri()]
    assert complaints == []
    page.close()


def test_the_pages_own_policy_lets_its_style_through(browser: Browser, things: Catalogue, tmp_path: Path) -> None:
    shown = report(figures(things, Crowd(things, Random(3)).statements(6)), "from s.jsonl")
    path = tmp_path / "report.html"
    path.write_text(as_html(shown, lambda span: span.file), "utf-8")
    page = browser.new_page()
    page.goto(path.as_uri())
    assert page.evaluate("getComputedStyle(document.querySelector('table')).borderCollapse") == "collapse"
    page.close()

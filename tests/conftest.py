"""What all tests share: no deadlines on a machine that does other work too, and a browser for those that want one."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, Playwright, sync_playwright

from tests.browser import chromium

settings.register_profile("coursewright", deadline=None)
settings.load_profile("coursewright")


# One a module and no longer: while it is open no other test of the process can run an event loop.
@pytest.fixture(scope="module")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="module")
def browser(playwright: Playwright) -> Iterator[Browser]:
    browser = chromium.launch(playwright)
    yield browser
    browser.close()

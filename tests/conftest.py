"""What all tests share: no deadlines on a machine that does other work too, and a browser for those that want one."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, Playwright, sync_playwright

from tests.browser import chromium
from tests.lrs.breaches import breaches
from tests.lrs.server import LrsServer

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


@pytest.fixture(scope="session")
def lrs_server() -> Iterator[LrsServer]:
    """A learning record store, one a process: what it holds stays, so tests have a learner or registration each."""
    server = LrsServer()
    yield server
    server.close()


@pytest.fixture
def lrs(lrs_server: LrsServer) -> Iterator[LrsServer]:
    """The store as it was set up. Every fault that a test put in the way must have happened, and whatever a page told
    must be as its course's profile says.
    """
    lrs_server.reset()
    yield lrs_server
    assert lrs_server.faults.unused == []
    assert breaches(lrs_server) == []
    lrs_server.reset()

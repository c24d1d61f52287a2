"""A made-up LRS, and a page that asks a relay in front of it."""

from __future__ import annotations

import pytest

from tests.relay.asked import FakeLrs, Page, options


@pytest.fixture
def fake_lrs() -> FakeLrs:
    return FakeLrs()


@pytest.fixture
def page(fake_lrs: FakeLrs) -> Page:
    return Page(options(), fake_lrs)

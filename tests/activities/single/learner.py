"""How a learner answers by keyboard."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Locator


def give(section: Locator, data: dict[str, Any], values: dict[str, Any]) -> None:
    """Selects the option; `chosen` is its number."""
    section.locator(f"[data-option] input[value='{values['chosen']}']").press("Space")

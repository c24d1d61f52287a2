"""How a learner answers by keyboard."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Locator


def give(section: Locator, data: dict[str, Any], values: dict[str, Any]) -> None:
    """Selects a point for each statement; `points` has its place on the scale by the statement's number."""
    for statement in data["statements"]:
        n = statement["n"]
        section.locator(f"[data-statement='{n}'] input[value='{values['points'][n - 1]}']").press("Space")

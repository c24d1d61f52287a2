"""How a learner answers by keyboard."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Locator


def give(section: Locator, data: dict[str, Any], values: dict[str, Any]) -> None:
    """Types the number; `typed` is its text."""
    section.locator("[data-field] input").fill(values["typed"])


def others(data: dict[str, Any], field: str) -> list[str]:
    """What else may be typed: a number, because nothing else is taken for an answer."""
    return ["7"]

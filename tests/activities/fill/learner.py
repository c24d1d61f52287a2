"""How a learner answers by keyboard."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Locator


def give(section: Locator, data: dict[str, Any], values: dict[str, Any]) -> None:
    """Types what belongs into each gap, or chooses it from the gap's list; `gap1` is the text of gap number 1."""
    for gap in data["gaps"]:
        place = section.locator(f"[data-gap='{gap['n']}']")
        text = values[f"gap{gap['n']}"]
        if gap.get("list"):
            place.locator("select").select_option(text)
        else:
            place.locator("input").fill(text)


def others(data: dict[str, Any], field: str) -> list[str]:
    """What else may stand in a gap."""
    gap = next(gap for gap in data["gaps"] if field == f"gap{gap['n']}")
    return gap["answers"] if gap.get("list") else [gap["answers"][0], "perhaps"]

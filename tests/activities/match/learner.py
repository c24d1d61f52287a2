"""How a learner matches pairs by keyboard."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Locator, expect


def give(section: Locator, data: dict[str, Any], values: dict[str, Any]) -> None:
    """Goes through each item's select with the arrow keys, down to its answer; 0 is none."""
    for item in data["options"]:
        value = str(values["chosen"][item["n"] - 1] or "")
        select = section.locator(f"[data-item][data-n='{item['n']}'] select")
        places: list[str] = select.locator("option").evaluate_all("(all) => all.map((option) => option.value)")
        select.press("Home")
        for _ in range(places.index(value)):
            select.press("ArrowDown")
        expect(select).to_have_value(value)

"""How a learner puts items into categories by keyboard."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Locator, expect

from tests.activities.match import learner as match


def give(section: Locator, data: dict[str, Any], values: dict[str, Any]) -> None:
    """Selects each item's radio button, or goes through its select where there are many categories; 0 is none."""
    if section.locator("[data-item] select").count():
        match.give(section, data, values)
        return
    for item in data["options"]:
        target = values["chosen"][item["n"] - 1]
        radios = section.locator(f"[data-item][data-n='{item['n']}'] input")
        if target:
            radios.and_(section.locator(f"[value='{target}']")).press("Space")
        else:
            expect(radios.and_(section.locator(":checked"))).to_have_count(0)

"""How a learner puts items in order by keyboard."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Locator


def give(section: Locator, data: dict[str, Any], values: dict[str, Any]) -> None:
    """Moves items up by their buttons until they stand in this order, from the first place to the last.

    Where they stand so already, one goes down and up again: an order counts once something was moved.
    """
    items = section.locator("[data-ranking] > [data-item]")
    moved = False
    for place, n in enumerate(values["order"]):
        item = section.locator(f"[data-ranking] > [data-item][data-n='{n}']")
        at = items.evaluate_all("(all, n) => all.findIndex((item) => item.dataset.n === String(n))", n)
        for _ in range(at - place):
            item.get_by_role("button", name="Move up").press("Enter")
            moved = True
    if not moved:
        items.first.get_by_role("button", name="Move down").press("Enter")
        items.nth(1).get_by_role("button", name="Move up").press("Enter")

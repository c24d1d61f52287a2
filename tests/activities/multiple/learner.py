"""How a learner answers by keyboard."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Locator


def give(section: Locator, data: dict[str, Any], values: dict[str, Any]) -> None:
    """Ticks the options whose numbers are in `chosen`, and no other."""
    for option in data["options"]:
        box = section.locator(f"[data-option] input[value='{option['n']}']")
        if box.is_checked() != (option["n"] in values["chosen"]):
            box.press("Space")
